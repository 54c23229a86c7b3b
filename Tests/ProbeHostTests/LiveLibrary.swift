import ProbeHost
import ProbeWire
import TestSupport
import Testing

/// A sample library in a real probe.
final class LiveLibrary {
  let host: ProbeHost
  let bell: Bell
  let number: UInt32
  private let seconds: Double
  /// Every call of a closure so far.
  private(set) var invocations: [ProbeCallback] = []
  private var bodies: [([[UInt8]]) throws -> [UInt8]?] = []

  init(_ name: String, within seconds: Double = 20, snapshots: Int = 1) throws {
    bell = try Bell()
    host = try ProbeHost(snapshotLimit: snapshots, interrupt: bell)
    self.seconds = seconds
    let outcome = try host.perform(
      .load(path: SampleLibraries.path(name), isGlobal: false), deadline: Deadline(after: seconds))
    guard case .replied(.loaded(let number)) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    self.number = number
    host.callbackHandler = { [unowned self] callback in
      invocations.append(callback)
      return try? bodies[Int(callback.identifier)](callback.arguments)
    }
  }

  /// A function in the probe that this body answers for, with the parts of its result.
  func closure<Part: FixedWidthInteger>(
    _ signature: ProbeSignature, _ body: @escaping ([[UInt8]]) throws -> [Part]?
  ) throws -> UInt64 {
    bodies.append { try body($0)?.bytes }
    let outcome = try host.perform(
      .makeClosure(identifier: UInt32(bodies.count - 1), signature),
      deadline: Deadline(after: seconds))
    guard case .replied(.allocated(let address)) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    return address
  }

  struct UnexpectedOutcome: Error {
    var outcome: ProbeOutcome
  }

  func address(of symbol: String) throws -> UInt64 {
    let outcome = try resolve(symbol)
    guard case .replied(.resolved(let address)) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    return address
  }

  private func resolve(_ symbol: String) throws -> ProbeOutcome {
    try host.perform(
      .resolve(library: number, symbol: symbol, version: nil), deadline: Deadline(after: seconds))
  }

  /// Keeps the state, then calls.
  func call(
    _ symbol: String, _ arguments: [ProbeArgument] = [], result: ABIType = .void,
    buffers: [[UInt8]] = [], within limit: Double? = nil
  ) throws -> ProbeOutcome {
    // Looking for the symbol can already die of what an earlier call did to the heap.
    let found = try resolve(symbol)
    guard case .replied(.resolved(let address)) = found else { return found }
    #expect(try host.takeSnapshot(deadline: Deadline(after: seconds)) == nil)
    return try host.perform(
      .call(
        ProbeCall(
          address: address, result: result, arguments: arguments, fixedCount: nil,
          buffers: buffers)),
      deadline: Deadline(after: limit ?? seconds))
  }

  /// The result of a call that must return, as a number.
  func number(
    _ symbol: String, _ arguments: [ProbeArgument] = [], result: ABIType = .sint32
  ) throws -> Int {
    let outcome = try call(symbol, arguments, result: result)
    guard case .replied(.called(let reply)) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    let bits = reply.result.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return result == .sint32 ? Int(Int32(truncatingIfNeeded: bits)) : Int(bits)
  }
}

extension ProbeArgument {
  static func int(_ value: Int32) -> ProbeArgument { .value(.sint32, bytes(of: value)) }
  static func byte(_ value: Int8) -> ProbeArgument { .value(.sint8, bytes(of: value)) }
  static func pointer(_ value: UInt64) -> ProbeArgument { .value(.pointer, bytes(of: value)) }
  static func long(_ value: UInt64) -> ProbeArgument { .value(.uint64, bytes(of: value)) }

  private static func bytes(of value: some FixedWidthInteger) -> [UInt8] { [value].bytes }
}

extension Array where Element: FixedWidthInteger {
  /// The numbers in memory, little-endian.
  var bytes: [UInt8] {
    flatMap { value in
      (0..<Element.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
  }
}

extension [UInt8] {
  var uint64: UInt64 { prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
  var int32: Int32 { Int32(truncatingIfNeeded: uint64 & 0xffff_ffff) }
}

extension ProbeOutcome {
  /// The signal of a crash; 0 for anything else.
  var signal: Int32 {
    if case .crashed(let report) = self { report.signal } else { 0 }
  }
}

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

  init(_ name: String, within seconds: Double = 20) throws {
    bell = try Bell()
    host = try ProbeHost(interrupt: bell)
    self.seconds = seconds
    let outcome = try host.perform(
      .load(path: SampleLibraries.path(name), isGlobal: false), deadline: Deadline(after: seconds))
    guard case .replied(.loaded(let number)) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    self.number = number
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
  static func long(_ value: UInt64) -> ProbeArgument { .value(.uint64, bytes(of: value)) }

  private static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

extension ProbeOutcome {
  /// The signal of a crash; 0 for anything else.
  var signal: Int32 {
    if case .crashed(let report) = self { report.signal } else { 0 }
  }
}

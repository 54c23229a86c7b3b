import Marshalling
import ProbeHost
import ProbeWire

/// A library in a real probe, with its data by name.
final class ForeignLibrary {
  private let host: ProbeHost
  private let library: UInt32
  private var results: [[UInt8]] = []
  /// The latest call of a callback since the latest call of a function.
  private(set) var lastInvocation: ProbeCallback?

  struct Unexpected: Error {
    var outcome: ProbeOutcome
  }

  init(_ path: String) throws {
    host = try ProbeHost(interrupt: try Bell())
    let outcome = try host.perform(
      .load(path: path, isGlobal: false), deadline: Deadline(after: 60))
    guard case .replied(.loaded(let number)) = outcome else { throw Unexpected(outcome: outcome) }
    library = number
    host.callbackHandler = { [unowned self] callback in
      lastInvocation = callback
      return results[Int(callback.identifier)]
    }
  }

  func address(of symbol: String) throws -> UInt64 {
    let outcome = try host.perform(
      .resolve(library: library, symbol: symbol, version: nil), deadline: Deadline(after: 60))
    guard case .replied(.resolved(let address)) = outcome else {
      throw Unexpected(outcome: outcome)
    }
    return address
  }

  func read(_ symbol: String, count: Int) throws -> [UInt8] {
    host.readMemory(at: try address(of: symbol), count: count) ?? []
  }

  func write(_ bytes: [UInt8], to symbol: String, offset: Int = 0) throws {
    _ = host.writeMemory(bytes, at: try address(of: symbol) + UInt64(offset))
  }

  func makeCallback(_ plan: CallbackPlan, result: [UInt8]) throws -> UInt64 {
    results.append(result)
    let outcome = try host.perform(
      .makeClosure(identifier: UInt32(results.count - 1), plan.signature),
      deadline: Deadline(after: 60))
    guard case .replied(.allocated(let address)) = outcome else {
      throw Unexpected(outcome: outcome)
    }
    return address
  }

  func call(_ symbol: String, _ plan: CallPlan) throws -> [UInt8] {
    var call = plan.call
    call.address = try address(of: symbol)
    lastInvocation = nil
    let outcome = try host.perform(.call(call), deadline: Deadline(after: 60))
    guard case .replied(.called(let reply)) = outcome else { throw Unexpected(outcome: outcome) }
    return reply.result
  }
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
}

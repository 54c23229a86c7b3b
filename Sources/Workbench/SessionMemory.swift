package import Evaluation
import ProbeHost
import ProbeWire

/// The memory of the live library.
///
/// The front reaches into the probe by itself; where the kernel does not let it (called code has
/// made its process undumpable), the probe is asked.
extension Session {
  package func read(at address: UInt64, count: Int) throws(TargetFailure) -> [UInt8] {
    guard count > 0 else { return [] }
    guard count <= Self.transferLimit else {
      throw .unavailable("\(count) bytes at once are too many; at most \(Self.transferLimit)")
    }
    let bytes: [UInt8]
    if let direct = try startedHost().readMemory(at: address, count: count) {
      bytes = direct
    } else {
      let reply = try perform(.read(address: address, count: UInt32(count)))
      if case .unreadable = reply { throw .unreadable(address: address) }
      guard case .bytes(let replied) = reply else { throw refusal(in: reply) }
      bytes = replied
    }
    guard bytes.count == count else {
      throw .unreadable(address: address &+ UInt64(bytes.count))
    }
    return bytes
  }

  package func write(_ bytes: [UInt8], at address: UInt64) throws(TargetFailure) {
    guard bytes.count <= Self.transferLimit else {
      throw .unavailable("\(bytes.count) bytes at once are too many; at most \(Self.transferLimit)")
    }
    if let count = try startedHost().writeMemory(bytes, at: address) {
      guard count == bytes.count else { throw .unwritable(address: address &+ UInt64(count)) }
      return
    }
    let reply = try perform(.write(address: address, bytes))
    if case .written = reply { return }
    if case .unwritable(let address) = reply { throw .unwritable(address: address) }
    throw refusal(in: reply)
  }

  package func allocate(
    size: Int, alignment: Int, name: String
  ) throws(TargetFailure) -> UInt64 {
    let reply = try perform(.allocate(size: UInt64(max(0, size)), alignment: UInt32(alignment)))
    guard case .allocated(let address) = reply else { throw refusal(in: reply) }
    allocations.append(NamedAllocation(name: name, address: address, size: size))
    return address
  }

  package func region(of address: UInt64) -> String {
    guard let process = host?.processIdentifier else { return "there is no process" }
    if let nearest = allocationBefore(address) { return nearest }
    return MemoryMap.of(process)?.region(of: address) ?? "nothing is known of its memory"
  }

  /// Variables end at a page that cannot be touched: behind it is none of them.
  private func allocationBefore(_ address: UInt64) -> String? {
    let reach = 2 * ProbePage.size
    let nearest = allocations.filter {
      let end = $0.address &+ UInt64($0.size)
      return $0.address < address && end <= address && address - end < reach
    }.max { $0.address < $1.address }
    guard let nearest else { return nil }
    let distance = address - nearest.address - UInt64(nearest.size)
    let size = "\(nearest.size) byte\(nearest.size == 1 ? "" : "s")"
    return distance == 0
      ? "it is just past the end of '\(nearest.name)' (\(size))"
      : "it is \(distance) bytes past the end of '\(nearest.name)' (\(size))"
  }

  /// Bytes that go in one piece.
  private static let transferLimit = 32 << 20
}

/// Memory that a statement asked for, with the name that reports call it by.
package struct NamedAllocation: Hashable, Sendable {
  package var name: String
  package var address: UInt64
  package var size: Int
}

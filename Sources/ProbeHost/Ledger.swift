import MemoryInspection
package import ProbeWire

/// The ledger of allocations as a probe's memory holds it, alive or dead.
package struct Ledger: Sendable {
  /// Where things are in the probe.
  package let control: ProbeControl
  private let memory: ProcessMemory

  /// Nil when called code has destroyed it.
  package init?(_ memory: ProcessMemory, control address: UInt64) {
    guard let bytes = memory.readWhole(address, count: ProbeControl.size),
      let control = ProbeControl(bytes)
    else { return nil }
    self.control = control
    self.memory = memory
  }

  /// What the last call allocated and freed, in order, as far as the list goes.
  package func events() -> [LedgerEvent] {
    let count = Int(min(control.eventCount, UInt64(LedgerEvent.limit)))
    guard count > 0 else { return [] }
    return LedgerEvent.decodeList(
      memory.read(control.eventsAddress, count: count * LedgerEvent.stride))
  }

  /// Larger tables than any that a probe could have are damage.
  private static let capacityLimit: UInt64 = 1 << 28

  /// Every block that lives, and those that were freed and are remembered.
  package func blocks() -> [LedgerBlock] {
    let (address, capacity) = control.blocks
    guard capacity <= Self.capacityLimit else { return [] }
    return LedgerBlock.decodeTable(
      memory.read(address, count: Int(capacity) * LedgerBlock.stride))
  }

  /// The memory that the ledger and the probe themselves use, and the stack that calls run on.
  package var ownMemory: [Range<UInt64>] {
    let (table, capacity) = control.blocks
    let length = min(capacity, Self.capacityLimit) * UInt64(LedgerBlock.stride)
    let errno = control.errnoAddress
    let own = [control.stack, control.arena] + control.own
    // Called code can have written anything here, also what would not be a range.
    return own
      + [(table, length), (errno, 4)].compactMap { start, size in
        let (end, overflow) = start.addingReportingOverflow(size)
        return overflow ? nil : start..<end
      }
  }
}

/// What the front reads of a probe's memory, alive or dead: where things are, and the ledger.
///
/// `struct cprobe_control` is its other side. Called code can write over it, so nothing in it is
/// believed without a check.
package struct ProbeControl: Hashable, Sendable {
  /// `errno` of the thread that calls.
  package var errnoAddress: UInt64
  /// The stack that calls run on.
  package var stack: Range<UInt64>
  /// The probe's own memory.
  package var arena: Range<UInt64>
  /// Of the present or last call, from 1.
  package var callNumber: UInt64
  /// The ledger's table of blocks.
  package var blocks: (address: UInt64, capacity: UInt64) { (blocksAddress, blockCapacity) }
  private var blocksAddress: UInt64
  private var blockCapacity: UInt64
  /// What the present or last call allocated and freed, in order.
  package var eventsAddress: UInt64
  /// How much it did; only the first ``LedgerEvent/limit`` are in the list.
  package var eventCount: UInt64
  /// Allocations that the ledger has no room for.
  package var untracked: UInt64
  /// How often the present or last call forked.
  package var forks: UInt64
  /// Variables, and the buffers of statements.
  package var scratch: Range<UInt64>
  /// Thread-local memory of the probe, and malloc's own state.
  package var own: [Range<UInt64>]
  /// What was freed that could not be.
  package var misuse: HeapMisuse?
  /// A block that was written past its end, as the present or last call came to show.
  package var overrun: HeapOverrun?

  /// Bytes of the block.
  package static let size = 408
  private static let magic: UInt64 = 0x4c54_4345_4453_4e4f

  /// Nil when the bytes are no such block, or not any more.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size, let words = try? Self.words(of: bytes),
      words[0] == Self.magic, words[2] <= words[3], words[4] <= words[5], words[19] <= words[20]
    else { return nil }
    errnoAddress = words[1]
    stack = words[2]..<words[3]
    arena = words[4]..<words[5]
    callNumber = words[6]
    (blocksAddress, blockCapacity) = (words[7], words[8])
    (eventsAddress, eventCount) = (words[9], words[10])
    untracked = words[11]
    forks = words[12]
    misuse = HeapMisuse(words[13..<19])
    overrun = HeapOverrun(words[46..<51])
    scratch = words[19]..<words[20]
    own = (0..<Int(min(words[21], 12))).compactMap { index in
      let (start, end) = (words[22 + 2 * index], words[23 + 2 * index])
      return start < end ? start..<end : nil
    }
  }

  private static func words(of bytes: [UInt8]) throws(WireError) -> [UInt64] {
    var reader = WireReader(bytes)
    var words: [UInt64] = []
    for _ in 0..<bytes.count / 8 { words.append(try reader.read(UInt64.self)) }
    return words
  }
}

/// A `free` or `realloc` of what cannot be freed.
package struct HeapMisuse: Hashable, Sendable {
  package enum Kind: UInt64, Hashable, Sendable {
    /// The block has been freed already.
    case doubleFree = 1
    /// An address within a block, or the probe's own.
    case insideBlock = 2
    /// An address that no allocation gave.
    case unknown = 3
  }

  package var kind: Kind
  package var address: UInt64
  /// The block that the address belongs, or belonged, to.
  package var block: LedgerBlock?

  init?(_ words: ArraySlice<UInt64>) {
    let words = Array(words)
    guard words.count == 6, let kind = Kind(rawValue: words[0]) else { return nil }
    self.kind = kind
    address = words[1]
    if kind != .unknown, words[2] != 0 {
      block = LedgerBlock(
        address: words[2], size: words[3], allocatedBy: UInt32(truncatingIfNeeded: words[4]),
        freedBy: words[5] == 0 ? nil : UInt32(truncatingIfNeeded: words[5] &- 1))
    }
  }
}

/// Blocks whose fences, the bytes behind their ends, were found written over.
package struct HeapOverrun: Hashable, Sendable {
  /// How many blocks.
  package var count: UInt64
  /// The first of them.
  package var block: LedgerBlock
  /// The first wrong byte, 0 being the one behind the block.
  package var offset: UInt64

  init?(_ words: ArraySlice<UInt64>) {
    let words = Array(words)
    guard words.count == 5, words[0] > 0, words[4] < 8 else { return nil }
    count = words[0]
    block = LedgerBlock(
      address: words[1], size: words[2], allocatedBy: UInt32(truncatingIfNeeded: words[3]),
      freedBy: nil)
    offset = words[4]
  }
}

/// A block that `malloc` or its kin gave to called code.
package struct LedgerBlock: Hashable, Sendable {
  package var address: UInt64
  /// As asked for.
  package var size: UInt64
  /// Number of the call that allocated it; 0 when that was outside of calls.
  package var allocatedBy: UInt32
  /// Number of the call that freed it; nil while it lives.
  package var freedBy: UInt32?

  package init(address: UInt64, size: UInt64, allocatedBy: UInt32, freedBy: UInt32?) {
    self.address = address
    self.size = size
    self.allocatedBy = allocatedBy
    self.freedBy = freedBy
  }

  /// ``allocatedBy`` of what the dynamic linker allocates for itself, thread-local variables too.
  package static let linker = UInt32.max

  /// `cprobe_overrun_told`, of the size in the table.
  private static let overrunTold: UInt64 = 1 << 63

  /// Bytes of an entry of the table, `struct cprobe_block`.
  package static let stride = 24

  /// The entries of a table that are in use; bytes that make no whole entry are left.
  package static func decodeTable(_ bytes: [UInt8]) -> [LedgerBlock] {
    func number(_ start: Int, _ count: Int) -> UInt64 {
      bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    var blocks: [LedgerBlock] = []
    for start in Swift.stride(from: 0, through: bytes.count - stride, by: stride) {
      let address = number(start, 8)
      if address == 0 { continue }
      let freed = UInt32(number(start + 20, 4))
      let size = number(start + 8, 8) & ~overrunTold
      // Called code can have written anything here, also what would not be a range.
      if address.addingReportingOverflow(size).overflow { continue }
      blocks.append(
        LedgerBlock(
          address: address, size: size,
          allocatedBy: UInt32(number(start + 16, 4)), freedBy: freed == 0 ? nil : freed - 1))
    }
    return blocks
  }
}

/// One allocation or release, in the order in which they happened.
package struct LedgerEvent: Hashable, Sendable {
  package var address: UInt64
  package var size: UInt64
  package var isFree: Bool

  package init(address: UInt64, size: UInt64, isFree: Bool) {
    self.address = address
    self.size = size
    self.isFree = isFree
  }

  /// Bytes of an entry of the list, `struct cprobe_event`.
  package static let stride = 24
  /// How many the list holds.
  package static let limit = 4096

  /// The events of a list; bytes that make no whole entry are left.
  package static func decodeList(_ bytes: [UInt8]) -> [LedgerEvent] {
    var reader = WireReader(bytes)
    var events: [LedgerEvent] = []
    while let address = try? reader.read(UInt64.self), let size = try? reader.read(UInt64.self),
      let isFree = try? reader.read(UInt64.self)
    {
      events.append(LedgerEvent(address: address, size: size, isFree: isFree != 0))
    }
    return events
  }
}

import CProbe
import Glibc

/// Memory for variables, strings and buffers that calls point to.
///
/// It stays until the probe ends, and it is not of the library's heap, which must look as it does
/// without sonde. Every piece ends at a page that cannot be touched, as nearly as its alignment
/// lets it, so that a write past the end is a fault at once and not damage that shows later. What
/// is written before the start shows as a change of memory that has no name.
struct ScratchMemory {
  /// Address space only; the kernel gives memory for what is used.
  private static let reserve = 64 << 30
  private static let page = 4096
  /// Every piece with a guard takes two of the mappings that a process may have (65530,
  /// `vm.max_map_count`); beyond so many pieces they stand side by side.
  private static let guardedLimit = 10_000
  private static let poolSize = 1 << 20
  private static let alignment = 16

  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var guardedCount = 0
  private var pool: UnsafeMutableRawPointer?
  private var poolLeft = 0

  /// Copies bytes to a place aligned for every type.
  ///
  /// - Returns: the address; nil when the kernel gives no memory.
  mutating func place(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
    guard let place = allocate(size: bytes.count, alignment: Self.alignment) else { return nil }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(place, base, source.count) }
    }
    return place
  }

  /// Zeroed memory.
  ///
  /// - Parameters:
  ///   - size: in bytes; none still gives an address of its own.
  ///   - alignment: a power of two.
  /// - Returns: the address; nil when the kernel gives no memory.
  mutating func allocate(size: Int, alignment: Int) -> UnsafeMutableRawPointer? {
    guard guardedCount >= Self.guardedLimit else {
      guardedCount += 1
      return guarded(size: size, alignment: alignment)
    }
    let room = max(Self.alignment, (size + Self.alignment - 1) & -Self.alignment)
    var gap = Self.gap(before: pool, alignment: alignment)
    if poolLeft < gap + room {
      let length = max(Self.poolSize, room + alignment)
      guard let block = guarded(size: length, alignment: Self.page) else { return nil }
      pool = block
      poolLeft = length
      gap = Self.gap(before: block, alignment: alignment)
    }
    guard let place = pool.map({ $0 + gap }) else { return nil }
    pool = place + room
    poolLeft -= gap + room
    return place
  }

  /// Whole pages, the piece at their end, and a page behind them that stays closed.
  private mutating func guarded(size: Int, alignment: Int) -> UnsafeMutableRawPointer? {
    guard reserveOnce(), let start = next else { return nil }
    let room = max(alignment, (size + alignment - 1) & -alignment)
    let skipped = Self.gap(before: start, alignment: max(alignment, Self.page))
    let length = (room + Self.page - 1) & -Self.page
    guard skipped + length + Self.page <= left,
      mprotect(start + skipped, length, PROT_READ | PROT_WRITE) == 0
    else { return nil }
    next = start + skipped + length + Self.page
    left -= skipped + length + Self.page
    // For an alignment wider than a page the start of the pages is as near to the guard as can be.
    return alignment >= Self.page ? start + skipped : start + skipped + length - room
  }

  private mutating func reserveOnce() -> Bool {
    if next != nil { return true }
    guard
      let region = mmap(
        nil, Self.reserve, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
      region != MAP_FAILED
    else { return false }
    next = region
    left = Self.reserve
    let start = UInt64(UInt(bitPattern: region))
    cprobe_control().pointee.scratch_start = start
    cprobe_control().pointee.scratch_end = start + UInt64(Self.reserve)
    return true
  }

  /// Bytes from a place to the next multiple of an alignment.
  private static func gap(before place: UnsafeMutableRawPointer?, alignment: Int) -> Int {
    let address = Int(bitPattern: place)
    return (address + alignment - 1) & -alignment - address
  }
}

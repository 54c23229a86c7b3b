import Glibc

/// Memory for strings and buffers that calls point to.
///
/// It stays until the probe ends, and it is not of the library's heap, which must look as it does
/// without sonde.
struct ScratchMemory {
  private static let blockSize = 1 << 20
  private static let alignment = 16

  private var next: UnsafeMutableRawPointer?
  private var left = 0

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
    let room = max(Self.alignment, (size + Self.alignment - 1) & -Self.alignment)
    var gap = Self.gap(before: next, alignment: alignment)
    if left < gap + room {
      // A fresh block starts at a page; stricter alignments need room to move within.
      let length = max(Self.blockSize, room + alignment)
      guard
        let block = mmap(
          nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        block != MAP_FAILED
      else { return nil }
      next = block
      left = length
      gap = Self.gap(before: block, alignment: alignment)
    }
    guard let place = next.map({ $0 + gap }) else { return nil }
    next = place + room
    left -= gap + room
    return place
  }

  /// Bytes from a place to the next multiple of an alignment.
  private static func gap(before place: UnsafeMutableRawPointer?, alignment: Int) -> Int {
    let address = Int(bitPattern: place)
    return (address + alignment - 1) & -alignment - address
  }
}

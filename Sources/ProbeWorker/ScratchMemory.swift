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
    let size = max(Self.alignment, (bytes.count + Self.alignment - 1) & -Self.alignment)
    if left < size {
      let length = max(Self.blockSize, size)
      guard
        let block = mmap(
          nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        block != MAP_FAILED
      else { return nil }
      next = block
      left = length
    }
    guard let place = next else { return nil }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(place, base, source.count) }
    }
    next = place + size
    left -= size
    return place
  }
}

/// The dynamic loader's cache of library names, `/etc/ld.so.cache` (format
/// `glibc-ld.so.cache1.1`; glibc, `sysdeps/generic/dl-cache.h`).
///
/// It is read as data nobody vouches for: every offset and length is checked.
struct LoaderCache {
  struct Entry {
    let name: String
    let path: String
  }

  private struct Offsets {
    let name: Int
    let path: Int
  }

  private let bytes: [UInt8]
  /// What the running machine's loader would consider, in the cache's order; a plain library
  /// comes before its variants for newer processors.
  private let offsets: [Offsets]

  /// The path cached for a library name, such as `libz.so.1`.
  func path(of name: String) -> String? {
    // Compared as bytes: making text of a thousand names would take longer than the search.
    let wanted = Array(name.utf8) + [0]
    let found = offsets.first {
      $0.name + wanted.count <= bytes.count
        && bytes[$0.name..<($0.name + wanted.count)].elementsEqual(wanted)
    }
    return found.flatMap { text(at: $0.path) }
  }

  /// Every entry, for searching by other means than the whole name.
  var entries: [Entry] {
    offsets.compactMap { offsets in
      guard let name = text(at: offsets.name), let path = text(at: offsets.path) else { return nil }
      return Entry(name: name, path: path)
    }
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let start = Self.newFormatStart(bytes), let count = Self.u32(bytes, start + 20)
    else {
      offsets = []
      return
    }
    var plain: [Offsets] = []
    var variants: [Offsets] = []
    // `struct file_entry_new`: flags 0, key 4, value 8, osversion 12, hwcap 16; 24 bytes.
    for index in 0..<min(Int(count), bytes.count / 24) {
      let entry = start + 48 + index * 24
      guard let flags = Self.u32(bytes, entry), let name = Self.u32(bytes, entry + 4),
        let path = Self.u32(bytes, entry + 8), let low = Self.u32(bytes, entry + 16),
        let high = Self.u32(bytes, entry + 20)
      else { break }
      guard flags == Self.nativeFlags else { continue }
      let offsets = Offsets(name: start + Int(name), path: start + Int(path))
      if low == 0 && high == 0 { plain.append(offsets) } else { variants.append(offsets) }
    }
    offsets = plain + variants
  }

  /// An old-format table may come first: magic 11, padding 1, count 12, entries of 12 bytes.
  private static func newFormatStart(_ bytes: [UInt8]) -> Int? {
    let magic = Array("glibc-ld.so.cache1.1".utf8)
    if bytes.starts(with: magic) { return 0 }
    guard bytes.starts(with: Array("ld.so-1.7.0".utf8)), let count = u32(bytes, 12)
    else { return nil }
    let end = (16 + Int(count) * 12 + 7) & ~7
    return end < bytes.count && bytes[end...].starts(with: magic) ? end : nil
  }

  /// `FLAG_ELF_LIBC6` and the machine's own flag.
  private static var nativeFlags: UInt32 {
    #if arch(x86_64)
    0x0303
    #elseif arch(arm64)
    0x0a03
    #elseif arch(arm)
    0x0903
    #elseif arch(s390x)
    0x0403
    #elseif arch(powerpc64le)
    0x0503
    #elseif arch(riscv64)
    0x1003
    #else
    0x0003
    #endif
  }

  /// The cache is in the machine's own byte order.
  private static func u32(_ bytes: [UInt8], _ offset: Int) -> UInt32? {
    guard offset >= 0, offset <= bytes.count - 4 else { return nil }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
  }

  private func text(at offset: Int) -> String? {
    guard offset < bytes.count else { return nil }
    let text = bytes[offset...].prefix(4096)
    guard let end = text.firstIndex(of: 0), end > offset else { return nil }
    return String(validating: text[..<end], as: UTF8.self)
  }
}

/// Fixed-width fields out of a file's bytes, in the file's byte order; nil outside the bytes.
struct FieldReader {
  let bytes: [UInt8]
  let isBigEndian: Bool

  func integer<T: FixedWidthInteger & UnsignedInteger>(_: T.Type, at offset: Int) -> T? {
    let width = T.bitWidth / 8
    guard offset >= 0, offset <= bytes.count - width else { return nil }
    var value: T = 0
    for index in 0..<width {
      let byte = bytes[offset + (isBigEndian ? index : width - 1 - index)]
      value = (value << 8) | T(truncatingIfNeeded: byte)
    }
    return value
  }

  func u16(at offset: Int) -> UInt16? { integer(UInt16.self, at: offset) }
  func u32(at offset: Int) -> UInt32? { integer(UInt32.self, at: offset) }
  func u64(at offset: Int) -> UInt64? { integer(UInt64.self, at: offset) }

  /// An address-sized field: `Elf32_Word` or `Elf64_Xword`.
  func word(at offset: Int, bits: Int) -> UInt64? {
    bits == 64 ? u64(at: offset) : u32(at: offset).map(UInt64.init)
  }

  /// The bytes of a zero-terminated name; nil when its offset lies outside.
  func name(at offset: UInt64) -> ArraySlice<UInt8>? {
    guard offset < UInt64(bytes.count) else { return nil }
    let start = Int(offset)
    return bytes[start..<(bytes[start...].firstIndex(of: 0) ?? bytes.count)]
  }
}

internal import CDwarf

/// Bytes of a section, read from front to back; nothing lies beyond their end.
struct DwarfBytes {
  let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  init(_ section: cdwarf_bytes) {
    self.init(UnsafeRawBufferPointer(start: section.start, count: section.size))
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// Goes to a place; false when it lies outside.
  mutating func move(to place: Int) -> Bool {
    guard place >= 0, place <= bytes.count else { return false }
    offset = place
    return true
  }

  mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, count <= bytes.count - offset else { return false }
    offset += count
    return true
  }

  /// A number of 1 to 8 bytes, the least significant first.
  mutating func unsigned(_ size: Int) -> UInt64? {
    guard size <= bytes.count - offset else { return nil }
    var value: UInt64 = 0
    for index in 0..<size {
      value |= UInt64(bytes[offset &+ index]) &<< UInt64(index &* 8)
    }
    offset += size
    return value
  }

  /// A number that is a size or an offset.
  mutating func count(_ size: Int) -> Int? { unsigned(size).flatMap { Int(exactly: $0) } }

  /// DWARF 5, section 7.6; nil also for what does not fit.
  mutating func uleb() -> Int? {
    var value = 0
    var shift = 0
    while offset < bytes.count, shift < 63 {
      let byte = bytes[offset]
      offset &+= 1
      value |= Int(byte & 0x7f) &<< shift
      if byte & 0x80 == 0 { return value >= 0 ? value : nil }
      shift &+= 7
    }
    return nil
  }

  /// Skips a number of variable length, whatever it is.
  mutating func skipLEB() -> Bool {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset &+= 1
      if byte & 0x80 == 0 { return true }
    }
    return false
  }

  /// Skips a text; gives back where it starts.
  mutating func text() -> UnsafePointer<CChar>? {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      offset &+= 1
      if byte == 0 {
        return bytes.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
      }
    }
    return nil
  }

  /// The text that starts at a place of this section.
  func text(at place: Int) -> UnsafePointer<CChar>? {
    var other = self
    return other.move(to: place) ? other.text() : nil
  }

  /// Skips a value; false when there is no such form or the bytes end.
  mutating func skip(form: Int, _ sizes: FormSizes) -> Bool {
    if let size = sizes.fixed(form) { return skip(size) }
    switch form {
    case DW_FORM_udata, DW_FORM_sdata, DW_FORM_ref_udata, DW_FORM_strx, DW_FORM_addrx,
      DW_FORM_loclistx, DW_FORM_rnglistx, DW_FORM_GNU_addr_index, DW_FORM_GNU_str_index:
      return skipLEB()
    case DW_FORM_string: return text() != nil
    case DW_FORM_block, DW_FORM_exprloc: return uleb().map { skip($0) } ?? false
    case DW_FORM_block1: return count(1).map { skip($0) } ?? false
    case DW_FORM_block2: return count(2).map { skip($0) } ?? false
    case DW_FORM_block4: return count(4).map { skip($0) } ?? false
    case DW_FORM_indirect:
      guard let actual = uleb(), actual != DW_FORM_indirect, actual != DW_FORM_implicit_const
      else { return false }
      return skip(form: actual, sizes)
    default: return false
    }
  }
}

internal import ELFModel

/// The member headers of a static archive (`ar(5)`): 60 bytes of text before each member.
enum ArchiveHeader {
  /// The name of the first member that is no index or name table; nil when there is none.
  static func firstObject(in input: InputFile) -> String? {
    var offset = 8
    var longNames: [UInt8] = []
    // An index, a name table, and both in their 64-bit forms come first at most.
    for _ in 0..<4 {
      let header = input.bytes(in: offset..<(offset + 60))
      guard header.count == 60, let size = decimal(header[48..<58]) else { return nil }
      let field = header[0..<16].prefix { $0 != 0x20 }
      let body = offset + 60
      if field.elementsEqual("//".utf8) {
        longNames = input.bytes(in: body..<(body + min(size, 1 << 16)))
      } else if !field.elementsEqual("/".utf8), !field.elementsEqual("/SYM64/".utf8) {
        return name(from: field, longNames: longNames)
      }
      offset = body + size + (size & 1)
    }
    return nil
  }

  private static func name(from field: ArraySlice<UInt8>, longNames: [UInt8]) -> String? {
    // `/123` is an offset into the name table, where names end with `/` and a newline.
    if field.first == 0x2f, let start = decimal(field.dropFirst()), start < longNames.count {
      return String(escaping: longNames[start...].prefix { $0 != 0x2f && $0 != 0x0a })
    }
    return String(escaping: field.prefix { $0 != 0x2f })
  }

  /// A number of at most ten digits, padded with spaces.
  private static func decimal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { $0 != 0x20 }
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}

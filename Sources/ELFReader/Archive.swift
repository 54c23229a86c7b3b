package import ELFModel

extension ELFReader {
  /// The members of a static archive, in order, and what each is.
  ///
  /// - Parameter path: the archive.
  /// - Returns: its members; nil when the file is no static archive.
  /// - Throws: `ELFReadError` when the file cannot be read.
  package static func archive(path: String) throws(ELFReadError) -> [ArchiveMember]? {
    guard let archive = Archive(try InputFile(wholeFile: path)) else { return nil }
    return archive.members.map { member in
      var member = member
      if let file = try? ELFFile(InputFile(member: member, of: path)) {
        let kind = file.header.kind(isProgram: false)
        member.kind = "\(kind), \(file.header.machineName)"
      }
      return member
    }
  }
}

/// The members of a static archive (`ar(5)`): 60 bytes of text before each.
struct Archive {
  static let headerSize = 60
  /// More are damage: the largest archives have some thousands.
  static let mostMembers = 1 << 20

  private(set) var members: [ArchiveMember] = []

  /// Nil when the file does not start like an archive; a thin one, whose members are other files,
  /// does not count.
  init?(_ input: InputFile) {
    guard input.bytes(in: 0..<8) == Array("!<arch>\n".utf8) else { return nil }
    var offset = 8
    var longNames: [UInt8] = []
    while members.count < Self.mostMembers {
      let header = input.bytes(in: offset..<(offset + Self.headerSize))
      guard header.count == Self.headerSize, let size = Self.decimal(header[48..<58]) else {
        return
      }
      let field = header[0..<16].prefix { $0 != 0x20 }
      let body = offset + Self.headerSize
      // The name table, then the symbol index in its three forms; the rest are members.
      if field.elementsEqual("//".utf8) {
        longNames = input.bytes(in: body..<(body + min(size, 1 << 24)))
      } else if !field.elementsEqual("/".utf8), !field.elementsEqual("/SYM64/".utf8),
        !field.elementsEqual("__.SYMDEF".utf8)
      {
        members.append(
          ArchiveMember(name: Self.name(field, longNames), offset: body, size: size))
      }
      offset = body + size + (size & 1)
    }
  }

  /// Takes `libx.a(member.o)` apart; nil for a path of another form.
  static func splitMember(_ path: String) -> (archive: String, member: String)? {
    guard path.hasSuffix(")"), let open = path.lastIndex(of: "("), open > path.startIndex
    else { return nil }
    let archive = String(path[..<open])
    guard archive.hasSuffix(".a") else { return nil }
    return (archive, String(path[path.index(after: open)...].dropLast()))
  }

  private static func name(_ field: ArraySlice<UInt8>, _ longNames: [UInt8]) -> String {
    // `/123` is an offset into the name table, where names end with `/` and a newline.
    if field.first == 0x2f, let start = decimal(field.dropFirst()), start < longNames.count {
      let name = longNames[start...].prefix { $0 != 0x0a }
      return String(escaping: name.last == 0x2f ? name.dropLast() : name)
    }
    return String(escaping: field.last == 0x2f ? field.dropLast() : field)
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

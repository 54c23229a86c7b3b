package import ELFModel

extension ELFReader {
  /// The members of a static archive, in order, with what each is.
  ///
  /// - Parameter path: the archive.
  /// - Returns: its members; nil when the file is no static archive.
  /// - Throws: `ELFReadError` when the file cannot be read.
  package static func archive(path: String) throws(ELFReadError) -> ArchiveListing? {
    guard let archive = Archive(try InputFile(wholeFile: path)) else { return nil }
    var listing = archive.listing
    var files: Set<InputFile.Identity> = []
    listing.members.removeAll { member in
      guard member.file != nil, let input = try? InputFile(member: member, of: path) else {
        return false
      }
      return !files.insert(input.identity).inserted
    }
    let repeated = archive.listing.members.count - listing.members.count
    if repeated > 0 {
      listing.damage.append("\(repeated) members are files that are members already; left out")
    }
    for index in listing.members.indices { tell(&listing, index, of: path) }
    return listing
  }

  /// Says what a member is, or that it is missing.
  private static func tell(_ listing: inout ArchiveListing, _ index: Int, of path: String) {
    let member = listing.members[index]
    do throws(ELFReadError) {
      let header = try ELFIdentification(InputFile(member: member, of: path)).header(path: path)
      listing.members[index].kind = "\(header.kind(isProgram: false)), \(header.machineName)"
    } catch {
      guard case .missing(let file) = error else { return }
      listing.damage.append("\(member.name): \(file) is missing")
    }
  }

  /// Reads a member of a static archive as `read(path:tables:)` reads a file.
  package static func read(
    _ member: ArchiveMember, of archive: String, tables: Set<SymbolTableKind>
  ) throws(ELFReadError) -> ELFImage {
    try read(ELFFile(InputFile(member: member, of: archive)), tables: tables)
  }
}

/// The members of a static archive (`ar(5)`): 60 bytes of text before each.
///
/// Those of a thin archive are files of their own, named from the archive's folder; it holds only
/// their headers, the table of long names and the symbol index.
struct Archive {
  static let headerSize = 60
  /// More are damage: the largest archives have some thousands.
  static let mostMembers = 1 << 20

  private(set) var listing = ArchiveListing()

  /// Nil when the file does not start like an archive.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - mostHeaders: so many headers are looked at; the symbol index and the table of long names
  ///     have one each.
  init?(_ input: InputFile, mostHeaders: Int = mostMembers) {
    let magic = input.bytes(in: 0..<8)
    listing.isThin = magic == Array("!<thin>\n".utf8)
    guard listing.isThin || magic == Array("!<arch>\n".utf8) else { return nil }
    let folder = input.path.lastIndex(of: "/").map { String(input.path[...$0]) } ?? ""
    var offset = 8
    var longNames: [UInt8] = []
    var headersLeft = mostHeaders
    while offset < input.size {
      headersLeft -= 1
      let header = input.bytes(in: offset..<(offset + Self.headerSize))
      guard header.count == Self.headerSize, let size = Self.decimal(header[48..<58]),
        headersLeft >= 0
      else {
        listing.damage.append("truncated or damaged: no member starts at byte \(offset)")
        return
      }
      let field = header[0..<16].prefix { $0 != 0x20 }
      let body = offset + Self.headerSize
      offset = body + size + (size & 1)
      // The name table, then the symbol index in its three forms; the rest are members.
      if field.elementsEqual("//".utf8) {
        longNames = input.bytes(in: body..<(body + min(size, 1 << 24)))
      } else if !field.elementsEqual("/".utf8), !field.elementsEqual("/SYM64/".utf8),
        !field.elementsEqual("__.SYMDEF".utf8)
      {
        var member = ArchiveMember(name: Self.name(field, longNames), offset: body, size: size)
        if listing.isThin {
          member.file = member.name.hasPrefix("/") ? member.name : folder + member.name
          offset = body
        } else if body + size > input.size {
          listing.damage.append("\(member.name) is cut off by the end of the archive")
        }
        listing.members.append(member)
      }
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

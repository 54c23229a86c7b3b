internal import CElf
internal import ELFModel

/// The notes of a file, with the common ones in words.
enum NotesReader {
  /// A file may hold thousands (one for each static probe); more are damage.
  static let mostNotes = 65_536
  /// Longer contents, such as the register states of a core file, are cut off.
  static let mostContents = 4096

  static func notes(of file: ELFFile) -> [ELFNote] {
    var notes: [ELFNote] = []
    for list in NoteList.all(in: file) {
      for note in list {
        guard notes.count < mostNotes else { return notes }
        let owner = String(escaping: note.owner)
        notes.append(
          ELFNote(
            owner: owner, type: note.type, contents: Array(note.contents.prefix(mostContents)),
            text: text(of: note, owner: owner, in: file)))
      }
    }
    return notes
  }

  /// What a note says; nil for the ones that are not understood.
  private static func text(of note: NoteList.Note, owner: String, in file: ELFFile) -> String? {
    let fields = FieldReader(
      bytes: Array(note.contents), isBigEndian: file.header.isBigEndian)
    switch (owner, Int32(bitPattern: note.type)) {
    case ("GNU", NT_GNU_ABI_TAG): return abiTag(fields)
    case ("GNU", NT_GNU_BUILD_ID): return BuildID.hexadecimal(note.contents)
    case ("GNU", NT_GNU_GOLD_VERSION), ("Go", 4):
      return String(escaping: note.contents.prefix { $0 != 0 })
    case ("GNU", NT_GNU_PROPERTY_TYPE_0):
      let names = ProgramProperties(fields, header: file.header).names
      return names.isEmpty ? nil : names.joined(separator: ", ")
    case ("CORE", _):
      return CoreNotes.text(type: note.type, fields, bits: file.header.bits)
    case ("FDO", _): return String(escaping: note.contents.prefix { $0 != 0 })
    case ("stapsdt", 3): return probe(fields, bits: file.header.bits)
    default: return nil
    }
  }

  /// The oldest kernel that the file runs on: system, then three numbers.
  private static func abiTag(_ fields: FieldReader) -> String? {
    guard let system = fields.u32(at: 0), let major = fields.u32(at: 4),
      let minor = fields.u32(at: 8), let patch = fields.u32(at: 12)
    else { return nil }
    let systems = ["Linux", "GNU", "Solaris", "FreeBSD", "NetBSD", "Syllable"]
    let name = Int(system) < systems.count ? systems[Int(system)] : "system \(system)"
    return "\(name) \(major).\(minor).\(patch)"
  }

  /// A static probe: three addresses, then provider, name and arguments.
  private static func probe(_ fields: FieldReader, bits: Int) -> String? {
    let texts = fields.bytes.dropFirst(3 * bits / 8).split(separator: 0).prefix(2)
    guard texts.count == 2 else { return nil }
    return texts.map { String(escaping: $0) }.joined(separator: ":")
  }
}

/// The program properties of `NT_GNU_PROPERTY_TYPE_0` ("Linux Extensions to gABI").
struct ProgramProperties {
  /// `GNU_PROPERTY_X86_FEATURE_1_AND` or `GNU_PROPERTY_AARCH64_FEATURE_1_AND`.
  private(set) var features: UInt32 = 0
  private(set) var names: [String] = []

  /// Reads one note's properties: type, size and contents each, padded to the word size.
  init(_ fields: FieldReader, header: ELFHeader) {
    let word = header.bits / 8
    var offset = 0
    while let type = fields.u32(at: offset), let size = fields.u32(at: offset + 4) {
      let value = size >= 4 ? fields.u32(at: offset + 8) : nil
      let isX86 = header.machine == UInt16(EM_X86_64) || header.machine == UInt16(EM_386)
      switch (type, value) {
      case (0xc000_0002, let value?) where isX86:
        features |= value
        names += Self.bits(value, ["IBT", "SHSTK", "LAM_U48", "LAM_U57"], prefix: "x86 feature")
      case (0xc000_8002, let value?) where isX86:
        names += Self.bits(
          value, ["x86-64-baseline", "x86-64-v2", "x86-64-v3", "x86-64-v4"],
          prefix: "x86 ISA needed")
      case (0xc000_0000, let value?) where header.machine == UInt16(EM_AARCH64):
        features |= value
        names += Self.bits(value, ["BTI", "PAC", "GCS"], prefix: "AArch64 feature")
      case (1, _): names.append("stack size")
      case (2, _): names.append("no copy on protected")
      default: break
      }
      offset += 8 + (Int(size) + word - 1) & ~(word - 1)
    }
  }

  private static func bits(_ value: UInt32, _ bitNames: [String], prefix: String) -> [String] {
    let set = bitNames.indices.filter { value & (1 << UInt32($0)) != 0 }.map { bitNames[$0] }
    return set.isEmpty ? [] : ["\(prefix): \(set.joined(separator: " "))"]
  }

  /// The features that all notes of a file name.
  static func features(of file: ELFFile) -> UInt32 {
    for list in NoteList.all(in: file) {
      for note in list
      where note.type == UInt32(NT_GNU_PROPERTY_TYPE_0) && note.owner.elementsEqual("GNU".utf8) {
        let fields = FieldReader(
          bytes: Array(note.contents), isBigEndian: file.header.isBigEndian)
        return ProgramProperties(fields, header: file.header).features
      }
    }
    return 0
  }
}

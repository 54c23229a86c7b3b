internal import CElf

/// The build id of a file: the note `NT_GNU_BUILD_ID` of owner `GNU`.
enum BuildID {
  /// Lower-case hexadecimal; nil when no note section or segment holds one.
  static func find(in file: ELFFile) -> String? {
    for list in NoteList.all(in: file) {
      for note in list
      where note.type == UInt32(NT_GNU_BUILD_ID) && note.owner.elementsEqual("GNU".utf8) {
        return hexadecimal(note.contents)
      }
    }
    return nil
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// The notes of a section or segment: three words (name size, contents size, type), then the
/// owner's name and the contents, each padded to four bytes.
struct NoteList: Sequence, IteratorProtocol {
  struct Note {
    let owner: ArraySlice<UInt8>
    let type: UInt32
    let contents: ArraySlice<UInt8>
  }

  private let fields: FieldReader
  private let alignment: Int
  private var offset = 0

  /// `alignment` is 4, or 8 for the notes of an 8-aligned section (`.note.gnu.property`).
  init(_ fields: FieldReader, alignment: Int = 4) {
    self.fields = fields
    self.alignment = alignment
  }

  mutating func next() -> Note? {
    guard let nameSize = fields.u32(at: offset), let size = fields.u32(at: offset + 4),
      let type = fields.u32(at: offset + 8)
    else { return nil }
    let name = offset + 12
    let contents = aligned(name + Int(nameSize))
    let end = contents + Int(size)
    guard end <= fields.bytes.count else { return nil }
    offset = aligned(end)
    return Note(
      owner: fields.bytes[name..<(name + Int(nameSize))].prefix { $0 != 0 }, type: type,
      contents: fields.bytes[contents..<end])
  }

  /// The notes of every note section; of the segments when there are no section headers.
  static func all(in file: ELFFile) -> [NoteList] {
    var lists: [NoteList] = []
    var left = mostBytes
    func add(_ range: Range<Int>, alignment: UInt64) {
      let range = range.prefix(left)
      left -= range.count
      guard !range.isEmpty else { return }
      lists.append(NoteList(file.fields(in: range), alignment: alignment == 8 ? 8 : 4))
    }
    for section in file.sections where section.type == UInt32(SHT_NOTE) {
      add(file.range(of: section), alignment: section.alignment)
    }
    guard file.sections.isEmpty || lists.isEmpty else { return lists }
    for segment in file.segments where segment.type == UInt32(PT_NOTE) {
      add(
        file.range(offset: segment.offset, size: segment.fileSize), alignment: segment.alignment)
    }
    return lists
  }

  /// All notes together are small, but each of thousands of sections may claim the whole file.
  private static let mostBytes = 1 << 23

  private func aligned(_ offset: Int) -> Int { (offset + alignment - 1) & ~(alignment - 1) }
}

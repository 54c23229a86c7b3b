internal import CElf
internal import ELFModel

/// The entries of the dynamic section (`Elf64_Dyn`), up to `DT_NULL`, and its strings.
struct DynamicSection {
  struct Entry {
    let tag: UInt64
    let value: UInt64
  }

  /// The dynamic linker stops at `DT_NULL`; a damaged file may not have one.
  static let mostEntries = 65_536

  let entries: [Entry]
  /// The string table that `DT_NEEDED` and kin point into.
  let strings: Range<Int>

  /// The section `.dynamic`, or `PT_DYNAMIC` when the section headers are missing or damaged.
  init?(in file: ELFFile) {
    var sectionStrings: Range<Int>?
    let range: Range<Int>
    if let section = file.sections.first(where: { $0.type == UInt32(SHT_DYNAMIC) }) {
      range = file.range(of: section)
      if Int(section.link) < file.sections.count {
        sectionStrings = file.range(of: file.sections[Int(section.link)])
      }
    } else if let segment = file.segments.first(where: { $0.type == UInt32(PT_DYNAMIC) }),
      // A separate debug file keeps the program headers of a file whose contents it lacks.
      !file.hasSoundSections
    {
      range = file.range(offset: segment.offset, size: segment.fileSize)
    } else {
      return nil
    }
    entries = Self.entries(in: range, of: file)
    strings = sectionStrings ?? Self.strings(of: entries, in: file)
  }

  /// The value of the first entry with a tag.
  func value(_ tag: Int32) -> UInt64? {
    entries.first { $0.tag == UInt64(tag) }?.value
  }

  /// The values of all entries with a tag, in order.
  func values(_ tag: Int32) -> [UInt64] {
    entries.filter { $0.tag == UInt64(tag) }.map(\.value)
  }

  /// A name of the string table, escaped for a terminal; nil when its offset lies outside.
  func text(at offset: UInt64, in file: ELFFile) -> String? {
    guard offset < UInt64(strings.count) else { return nil }
    let start = strings.lowerBound + Int(offset)
    let bytes = file.input.bytes(in: start..<min(strings.upperBound, start + Self.longestName))
    return String(escaping: bytes.prefix { $0 != 0 })
  }

  /// File names longer than this (`PATH_MAX`) cannot be opened anyway.
  private static let longestName = 4096

  private static func entries(in range: Range<Int>, of file: ELFFile) -> [Entry] {
    let bits = file.header.bits
    let width = bits / 4
    let range = range.lowerBound..<min(range.upperBound, range.lowerBound + mostEntries * width)
    let fields = file.fields(in: range)
    var entries: [Entry] = []
    for start in stride(from: 0, to: fields.bytes.count, by: width) {
      guard let tag = fields.word(at: start, bits: bits),
        let value = fields.word(at: start + width / 2, bits: bits), tag != UInt64(DT_NULL)
      else { break }
      entries.append(Entry(tag: tag, value: value))
    }
    return entries
  }

  private static func strings(of entries: [Entry], in file: ELFFile) -> Range<Int> {
    guard let address = entries.first(where: { $0.tag == UInt64(DT_STRTAB) })?.value,
      let size = entries.first(where: { $0.tag == UInt64(DT_STRSZ) })?.value,
      let offset = file.fileOffset(ofAddress: address)
    else { return 0..<0 }
    return file.range(offset: offset, size: size)
  }
}

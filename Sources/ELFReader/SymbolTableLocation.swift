internal import CElf
internal import ELFModel

/// Where the parts of one symbol table lie in the file, whether section headers or the dynamic
/// segment told.
struct SymbolTableLocation {
  var symbols: Range<Int>
  var strings: Range<Int>
  /// `SHT_SYMTAB_SHNDX`: a 32-bit section index for each symbol.
  var extendedSections: Range<Int> = 0..<0
  /// `SHT_GNU_versym`: a 16-bit version index for each symbol.
  var versionIndices: Range<Int> = 0..<0
  /// `SHT_GNU_verdef`.
  var versionDefinitions: Range<Int> = 0..<0
  /// `SHT_GNU_verneed`.
  var versionNeeds: Range<Int> = 0..<0
  /// How many definitions and needed files there should be: `sh_info`, or the dynamic section's
  /// word; nil when nothing says so.
  var definitionCount: Int?
  var needCount: Int?

  /// Bytes of one symbol: `sizeof(Elf64_Sym)` or `sizeof(Elf32_Sym)`.
  static func entrySize(bits: Int) -> Int { bits == 64 ? 24 : 16 }

  /// The table that the section headers name; nil when they name none.
  init?(sectionOf kind: SymbolTableKind, in file: ELFFile, notes: inout [String]) {
    let type =
      switch kind {
      case .dynsym: UInt32(SHT_DYNSYM)
      case .symtab: UInt32(SHT_SYMTAB)
      }
    let tables = file.sections.indices.filter { file.sections[$0].type == type }
    guard let table = tables.first else { return nil }
    if tables.count > 1 {
      notes.append("\(tables.count) sections of type \(kind.rawValue); only the first is shown")
    }
    let section = file.sections[table]
    symbols = file.range(of: section)
    if symbols.count < section.size {
      notes.append(
        "the \(kind.rawValue) section promises \(section.size) bytes, the file holds "
          + "\(symbols.count) of them")
    }
    Self.note(section, kind, bits: file.header.bits, &notes)
    let link = Int(section.link)
    let isLinked =
      link > 0 && link < file.sections.count && file.sections[link].type == UInt32(SHT_STRTAB)
    strings = isLinked ? file.range(of: file.sections[link]) : 0..<0
    if !isLinked {
      notes.append("the \(kind.rawValue) section names no string table; its symbols are nameless")
    } else if strings.count < file.sections[link].size {
      notes.append("the strings of \(kind.rawValue) are cut off by the end of the file")
    }
    for other in file.sections {
      switch Int64(other.type) {
      case Int64(SHT_SYMTAB_SHNDX) where Int(other.link) == table:
        extendedSections = file.range(of: other)
      case Int64(SHT_GNU_versym) where kind == .dynsym:
        versionIndices = file.range(of: other)
      case Int64(SHT_GNU_verdef) where kind == .dynsym:
        versionDefinitions = file.range(of: other)
        definitionCount = Int(other.info)
      case Int64(SHT_GNU_verneed) where kind == .dynsym:
        versionNeeds = file.range(of: other)
        needCount = Int(other.info)
      default: continue
      }
    }
  }

  /// Says what a section header contradicts itself in.
  private static func note(
    _ section: SectionHeader, _ kind: SymbolTableKind, bits: Int, _ notes: inout [String]
  ) {
    let entry = UInt64(entrySize(bits: bits))
    if section.entrySize != entry {
      notes.append(
        "the \(kind.rawValue) section says that its entries have \(section.entrySize) bytes; read "
          + "as entries of \(entry)")
    }
    if section.size % entry != 0 {
      notes.append("the \(kind.rawValue) section ends within an entry; it is left out")
    }
    // `sh_info` is one more than the last local symbol, and a separate debug file keeps it.
    if section.isInFile, UInt64(section.info) > section.size / entry {
      notes.append(
        "the \(kind.rawValue) section counts \(section.info) local symbols, more than it holds")
    }
  }

  /// The dynamic symbols of a file without section headers; nil when the dynamic section does
  /// not say where they are or how many.
  init?(dynamic: DynamicSection, in file: ELFFile, notes: inout [String]) {
    guard let address = dynamic.value(DT_SYMTAB), let offset = file.fileOffset(ofAddress: address)
    else { return nil }
    guard let count = DynamicSymbolCount(dynamic, in: file).count else {
      notes.append("no hash table tells the number of dynamic symbols; none is shown")
      return nil
    }
    let promised = count.multipliedReportingOverflow(
      by: UInt64(Self.entrySize(bits: file.header.bits)))
    symbols = file.range(offset: offset, size: promised.overflow ? .max : promised.partialValue)
    if promised.overflow || UInt64(symbols.count) < promised.partialValue {
      notes.append("the hash table counts \(count) dynamic symbols, more than the file holds")
    }
    strings = dynamic.strings
    func range(_ tag: Int32, size: UInt64) -> Range<Int> {
      dynamic.value(tag).flatMap { file.fileOffset(ofAddress: $0) }
        .map { file.range(offset: $0, size: size) } ?? 0..<0
    }
    versionIndices = range(DT_VERSYM, size: min(count, UInt64(Int32.max)) * 2)
    // These end by their own links, not by a size.
    versionDefinitions = range(DT_VERDEF, size: UInt64(VersionNames.mostBytes))
    versionNeeds = range(DT_VERNEED, size: UInt64(VersionNames.mostBytes))
    definitionCount = dynamic.value(DT_VERDEFNUM).map { Int(clamping: $0) }
    needCount = dynamic.value(DT_VERNEEDNUM).map { Int(clamping: $0) }
  }
}

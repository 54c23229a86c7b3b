internal import CElf
internal import ELFModel

/// Decodes the entries of one symbol table.
struct SymbolTableReader {
  /// A table this large is damage, or a file to be cut off rather than to fill the memory.
  static let mostSymbols = 1 << 24
  static let mostNameBytes = 1 << 30
  /// Bytes read at once; a multiple of both entry sizes, small enough to stay in the cache.
  private static let chunk = 48 * 1024

  let kind: SymbolTableKind
  let location: SymbolTableLocation

  func read(from file: ELFFile, notes: inout [String]) -> SymbolTable {
    var table = SymbolTable(kind: kind)
    let names = location.strings.prefix(Self.mostNameBytes)
    table.names = file.input.bytes(in: names)
    let versions = VersionNames(location, strings: table.names, in: file)
    let entrySize = SymbolTableLocation.entrySize(bits: file.header.bits)
    let promised = location.symbols.count / entrySize
    let count = min(promised, Self.mostSymbols)
    if count < promised {
      notes.append("\(kind.rawValue) has \(promised) entries; only \(count) are shown")
    }
    let decoder = SymbolDecoder(
      is64: file.header.bits == 64, isSwapped: file.header.isBigEndian != Self.hostIsBigEndian,
      versions: versions, versionIndices: file.fields(in: location.versionIndices),
      extendedSections: file.fields(in: location.extendedSections))
    var facts = DecodedFacts()
    table.symbols = Self.symbols(
      count: count, entrySize: entrySize, from: location.symbols.lowerBound, in: file.input,
      decoder, &facts)
    if count > 0, table.symbols.count < count - 1 {
      notes.append("\(kind.rawValue) was cut off while it was read")
    }
    table.versions = versions.names
    if versions.isCutOff {
      notes.append(
        "more than \(VersionNames.mostVersions) symbol versions; the others are not shown")
    }
    noteDamage(in: table, facts, versions, of: file, &notes)
    if facts.hasNamelessSections { nameSections(in: &table, of: file) }
    NameBounds.apply(to: &table, notes: &notes)
    return table
  }

  private static let hostIsBigEndian = UInt16(1).bigEndian == 1

  /// The entries but the first, which is the null symbol.
  private static func symbols(
    count: Int, entrySize: Int, from offset: Int, in input: InputFile,
    _ decoder: SymbolDecoder, _ facts: inout DecodedFacts
  ) -> [Symbol] {
    guard count > 1 else { return [] }
    var found = DecodedFacts()
    defer { facts = found }
    return [Symbol](unsafeUninitializedCapacity: count - 1) { symbols, initialized in
      InputFile.askForPages(UnsafeMutableRawBufferPointer(symbols))
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
      defer { buffer.deallocate() }
      var index = 0
      while index < count {
        let wanted = min(chunk / entrySize, count - index)
        let target = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(wanted * entrySize)])
        let got = input.read(into: target, at: offset + index * entrySize) / entrySize
        for entry in 0..<got where index + entry > 0 {
          let bytes = UnsafeRawBufferPointer(
            rebasing: buffer[(entry * entrySize)..<((entry + 1) * entrySize)])
          symbols.initializeElement(
            at: index + entry - 1, to: decoder.symbol(bytes, index: index + entry, &found))
          initialized += 1
        }
        index += got
        guard got == wanted else { break }
      }
    }
  }

  /// A section symbol has no name of its own; like `readelf`, show its section's.
  private func nameSections(in table: inout SymbolTable, of file: ELFFile) {
    guard file.sections.indices.contains(file.sectionNameIndex) else { return }
    let sectionNames = file.input.bytes(
      in: file.range(of: file.sections[file.sectionNameIndex]))
    if table.names.last != 0 { table.names.append(0) }
    guard let base = UInt32(exactly: table.names.count) else { return }
    for index in table.symbols.indices {
      let symbol = table.symbols[index]
      guard symbol.isNamelessSection,
        case .index(let section) = symbol.section, Int(section) < file.sections.count
      else { continue }
      let name = base.addingReportingOverflow(file.sections[Int(section)].name)
      if !name.overflow { table.symbols[index].nameOffset = name.partialValue }
    }
    table.names += sectionNames
  }

  /// Says what the entries refer to that is not there.
  private func noteDamage(
    in table: SymbolTable, _ facts: DecodedFacts, _ versions: VersionNames, of file: ELFFile,
    _ notes: inout [String]
  ) {
    let end = UInt32(clamping: table.names.count)
    if facts.largestName > 0, facts.largestName >= end {
      let lost = table.symbols.count { $0.nameOffset > 0 && $0.nameOffset >= end }
      notes.append("\(lost) symbols of \(kind.rawValue) have a name outside its strings")
    }
    if let last = table.names.last, last != 0, facts.largestName > 0 {
      notes.append("the strings of \(kind.rawValue) do not end with a zero byte")
    }
    if facts.unknownVersions > 0 {
      notes.append(
        "\(facts.unknownVersions) symbols of \(kind.rawValue) have a version that is not in its "
          + "tables; they show none")
    }
    if versions.isBroken { notes.append("the tables of symbol versions are damaged") }
    let indices = location.versionIndices.count / 2
    if indices > 0, indices < table.symbols.count + 1 {
      notes.append("only \(indices) symbols of \(kind.rawValue) have a version index")
    }
  }
}

extension Symbol {
  fileprivate var isNamelessSection: Bool {
    nameOffset == 0 && type.rawValue == UInt8(STT_SECTION)
  }
}

/// What has been seen in the entries of a table.
struct DecodedFacts {
  var largestName: UInt32 = 0
  var unknownVersions = 0
  var hasNamelessSections = false
}

/// Turns the bytes of one entry into a symbol.
///
/// `Elf64_Sym`: name 0, info 4, other 5, shndx 6, value 8, size 16; `Elf32_Sym`: name 0, value 4,
/// size 8, info 12, other 13, shndx 14.
private struct SymbolDecoder {
  let is64: Bool
  let isSwapped: Bool
  let versions: VersionNames
  let versionIndices: FieldReader
  let extendedSections: FieldReader

  @inline(__always)
  private func load<T: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, as _: T.Type
  ) -> T {
    let value = bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
    return isSwapped ? value.byteSwapped : value
  }

  @inline(__always)
  func symbol(
    _ bytes: UnsafeRawBufferPointer, index: Int, _ facts: inout DecodedFacts
  ) -> Symbol {
    let nameOffset = load(bytes, 0, as: UInt32.self)
    let info = bytes[is64 ? 4 : 12]
    let section = self.section(load(bytes, is64 ? 6 : 14, as: UInt16.self), index: index)
    let version = version(index, isDefined: section != .undefined, nameOffset: nameOffset)
    facts.largestName = max(facts.largestName, nameOffset)
    if version.isUnknown { facts.unknownVersions &+= 1 }
    if nameOffset == 0, info & 15 == UInt8(STT_SECTION) { facts.hasNamelessSections = true }
    return Symbol(
      nameOffset: nameOffset,
      value: is64 ? load(bytes, 8, as: UInt64.self) : UInt64(load(bytes, 4, as: UInt32.self)),
      size: is64 ? load(bytes, 16, as: UInt64.self) : UInt64(load(bytes, 8, as: UInt32.self)),
      type: SymbolType(rawValue: info & 15), binding: SymbolBinding(rawValue: info >> 4),
      visibility: SymbolVisibility(rawValue: bytes[is64 ? 5 : 13] & 3) ?? .default,
      section: section, versionIndex: version.slot, isDefaultVersion: version.isDefault)
  }

  @inline(__always)
  private func section(_ raw: UInt16, index: Int) -> SymbolSection {
    switch Int32(raw) {
    case SHN_UNDEF: .undefined
    case SHN_ABS: .absolute
    case SHN_COMMON: .common
    case SHN_XINDEX: .index(extendedSections.u32(at: index * 4) ?? UInt32(raw))
    default: .index(UInt32(raw))
    }
  }

  @inline(__always)
  private func version(
    _ index: Int, isDefined: Bool, nameOffset: UInt32
  ) -> VersionNames.Resolution {
    guard let number = versionIndices.u16(at: index * 2), number != 0 else { return .none }
    return versions.resolve(number, isDefined: isDefined, nameOffset: nameOffset)
  }
}

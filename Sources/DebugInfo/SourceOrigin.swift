internal import CDwarf
internal import CLanguage

/// Where entries stand in source text.
enum SourceOrigin {
  static func of(_ entry: DwarfEntry) -> CSourceOrigin {
    var die = entry.raw
    var line: Int32 = 0
    dwarf_decl_line(&die, &line)
    return CSourceOrigin(file: nil, line: max(0, Int(line)))
  }
}

/// The files that units name, read once a unit.
struct SourceFiles {
  private enum Table {
    case own(LineFileTable)
    case libdw([String?])
  }

  private var units: [UInt: Table] = [:]
  /// The part of a split unit that the library's own file has, for a unit from a package.
  private let skeleton: (DwarfEntry) -> DwarfEntry?

  init(_ file: DwarfFile) { skeleton = { [unowned file] in file.skeleton(of: $0) } }

  /// Where an entry stands, with the file's path.
  ///
  /// `dwarf_decl_file` of elfutils 0.188 ends the process where a unit has no line table, so the
  /// table is asked itself.
  mutating func origin(of entry: DwarfEntry) -> CSourceOrigin {
    var origin = SourceOrigin.of(entry)
    // The number counts in the table of the unit that has the attribute.
    guard var attribute = entry.integrated(DW_AT_decl_file) else { return origin }
    var number: UInt64 = 0
    guard dwarf_formudata(&attribute, &number) == 0, let number = Int(exactly: number) else {
      return origin
    }
    let owner = UInt(bitPattern: attribute.cu)
    if units[owner] == nil { units[owner] = table(of: entry, owner) }
    switch units[owner] {
    case .own(var table):
      origin.file = table.path(number)
      units[owner] = .own(table)
    case .libdw(let files): if files.indices.contains(number) { origin.file = files[number] }
    case nil: break
    }
    return origin
  }

  private func table(of entry: DwarfEntry, _ owner: UInt) -> Table {
    // The attribute may be that of the entry's declaration, in another unit.
    var holder: DwarfEntry? = entry
    for _ in 0..<16 {
      guard let current = holder, current.unitKey != owner else { break }
      holder = current.reference(DW_AT_abstract_origin) ?? current.reference(DW_AT_specification)
    }
    guard let holder, holder.unitKey == owner, let unit = holder.unit else { return .libdw([]) }
    if let table = LineFileTable(unit: unit) { return .own(table) }
    var die = unit.raw
    var table: OpaquePointer?
    var count = 0
    guard dwarf_getsrcfiles(&die, &table, &count) == 0, count < 1 << 20 else {
      return skeleton(unit).flatMap(LineFileTable.init(unit:)).map(Table.own) ?? .libdw([])
    }
    return .libdw(
      (0..<count).map { number in
        dwarf_filesrc(table, number, nil, nil).map { String(cString: $0) }
      })
  }
}

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
  private var units: [UInt: [String?]] = [:]

  /// Where an entry stands, with the file's path.
  ///
  /// `dwarf_decl_file` of elfutils 0.188 ends the process where a unit has no line table, so the
  /// table is asked itself.
  mutating func origin(of entry: DwarfEntry) -> CSourceOrigin {
    var origin = SourceOrigin.of(entry)
    // The number counts in the table of the unit that has the attribute.
    guard var attribute = entry.integrated(DW_AT_decl_file) else { return origin }
    var number: UInt64 = 0
    guard dwarf_formudata(&attribute, &number) == 0 else { return origin }
    let owner = UInt(bitPattern: attribute.cu)
    if units[owner] == nil { units[owner] = Self.files(of: entry, owner) }
    guard let files = units[owner], number < UInt64(files.count) else { return origin }
    origin.file = files[Int(number)]
    return origin
  }

  private static func files(of entry: DwarfEntry, _ owner: UInt) -> [String?] {
    // The attribute may be that of the entry's declaration, in another unit.
    var holder: DwarfEntry? = entry
    for _ in 0..<16 {
      guard let current = holder, current.unitKey != owner else { break }
      holder = current.reference(DW_AT_abstract_origin) ?? current.reference(DW_AT_specification)
    }
    guard let holder, holder.unitKey == owner, let unit = holder.unit else { return [] }
    var die = unit.raw
    var table: OpaquePointer?
    var count = 0
    guard dwarf_getsrcfiles(&die, &table, &count) == 0, count < 1 << 20
    else { return [] }
    return (0..<count).map { number in
      dwarf_filesrc(table, number, nil, nil).map { String(cString: $0) }
    }
  }
}

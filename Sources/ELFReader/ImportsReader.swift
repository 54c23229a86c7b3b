internal import ELFModel

/// Groups the imported symbols of a file by the library and version they are bound to.
enum ImportsReader {
  static func imports(of table: SymbolTable, in file: ELFFile) -> [ImportGroup] {
    let libraries = libraries(of: table, in: file)
    var names: [UInt16: [String]] = [:]
    // Names that overlap in a damaged table must not multiply it.
    var left = max(1 << 20, 2 * table.names.count)
    for symbol in table.symbols where !symbol.isDefined && symbol.nameOffset > 0 {
      left -= table.nameBytes(of: symbol).count
      guard left > 0 else { break }
      names[symbol.versionIndex, default: []].append(table.name(of: symbol))
    }
    return names.map { slot, names in
      let version =
        Int(slot) < table.versions.count && slot > 0
        ? String(escaping: table.versions[Int(slot)][...]) : nil
      return ImportGroup(
        library: Int(slot) < libraries.count ? libraries[Int(slot)] : nil, version: version,
        names: names.sorted())
    }
    .sorted { left, right in
      (left.library ?? "", left.version ?? "") < (right.library ?? "", right.version ?? "")
    }
  }

  /// The library of each version slot; read again, since the table keeps only the versions' names.
  private static func libraries(of table: SymbolTable, in file: ELFFile) -> [String?] {
    var notes: [String] = []
    let location =
      SymbolTableLocation(sectionOf: .dynsym, in: file, notes: &notes)
      ?? DynamicSection(in: file).flatMap {
        SymbolTableLocation(dynamic: $0, in: file, notes: &notes)
      }
    guard let location else { return [] }
    let strings = FieldReader(bytes: table.names, isBigEndian: false)
    return VersionNames(location, strings: table.names, in: file).libraries.map { offset in
      offset.flatMap { strings.name(at: UInt64($0)) }.map { String(escaping: $0.prefix(4096)) }
    }
  }
}

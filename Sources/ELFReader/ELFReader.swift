internal import CElf
package import ELFModel

/// Reads ELF files as data: nothing of them is ever mapped as code or run.
package struct ELFReader {
  /// Reads a library's identity and the symbol tables asked for.
  ///
  /// Object files and executables are read too. A file whose section headers are missing is read
  /// through its dynamic segment. What is damaged is left out and said in the image's notes.
  /// - Parameters:
  ///   - path: the file; it is read as it is while this runs, never mapped.
  ///   - tables: the tables to fill; the others stay empty.
  /// - Returns: the image; its symbols have their names in the table's bytes, unescaped.
  /// - Throws: `ELFReadError` when there is no such file or it is no ELF file.
  package static func read(
    path: String, tables: Set<SymbolTableKind> = [.dynsym, .symtab]
  ) throws(ELFReadError) -> ELFImage {
    try read(ELFFile(path: path), tables: tables)
  }

  static func read(
    _ file: ELFFile, tables: Set<SymbolTableKind> = [.dynsym, .symtab]
  ) throws(ELFReadError) -> ELFImage {
    var notes: [String] = []
    if file.lostSectionHeaders {
      notes.append(
        "truncated or damaged: the section headers lie outside the file; read through the dynamic "
          + "segment")
    }
    let outside = file.sectionsOutside
    if outside > 0 {
      notes.append(
        "damaged: \(outside) of its \(file.sections.count) sections lie outside the file")
    }
    let dynamic = DynamicSection(in: file)
    let found = Locations(file, dynamic, notes: &notes)
    if file.lostSectionHeaders, found.dynsym == nil {
      throw .truncated(
        path: file.input.path,
        what: "its section headers and dynamic symbols lie outside its \(file.input.size) bytes")
    }
    func table(_ kind: SymbolTableKind, _ location: SymbolTableLocation?) -> SymbolTable {
      guard tables.contains(kind), let location else { return SymbolTable(kind: kind) }
      return SymbolTableReader(kind: kind, location: location).read(from: file, notes: &notes)
    }
    let dynsym = table(.dynsym, found.dynsym)
    let symtab = table(.symtab, found.symtab)
    func text(_ offset: UInt64) -> String? { dynamic?.text(at: offset, in: file) }
    return ELFImage(
      path: file.input.path, header: file.header, soname: dynamic?.value(DT_SONAME).flatMap(text),
      needed: dynamic?.values(DT_NEEDED).prefix(mostNeeded).compactMap(text) ?? [],
      buildID: BuildID.find(in: file),
      dynsym: dynsym, symtab: symtab, notes: notes)
  }
}

extension ELFReader {
  /// More are damage: large programs need some hundreds.
  private static let mostNeeded = 4096
}

/// Where both tables lie.
private struct Locations {
  var dynsym: SymbolTableLocation?
  var symtab: SymbolTableLocation?

  init(_ file: ELFFile, _ dynamic: DynamicSection?, notes: inout [String]) {
    symtab = SymbolTableLocation(sectionOf: .symtab, in: file, notes: &notes)
    dynsym = SymbolTableLocation(sectionOf: .dynsym, in: file, notes: &notes)
    if dynsym == nil, !file.hasSoundSections, let dynamic {
      dynsym = SymbolTableLocation(dynamic: dynamic, in: file, notes: &notes)
    }
    // Two tables over the same bytes are damage; reading them twice would only multiply it.
    if let first = dynsym, let second = symtab, !first.symbols.isEmpty,
      first.symbols.overlaps(second.symbols)
    {
      notes.append("the sections symtab and dynsym overlap; only dynsym is shown")
      symtab = nil
    }
  }
}

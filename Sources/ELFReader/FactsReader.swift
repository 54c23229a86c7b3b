internal import CElf
package import ELFModel

extension ELFReader {
  /// Reads what `sonde info` shows of a file: everything but the list of symbols.
  ///
  /// - Parameter path: the file; nothing of it is mapped or run. Debug files that belong to it are
  ///   looked for below `/usr/lib/debug` and beside it.
  /// - Returns: the facts; what is damaged is left out and said in their `damage`.
  /// - Throws: `ELFReadError` when there is no such file or it is no ELF file.
  package static func facts(path: String) throws(ELFReadError) -> ELFFacts {
    let file = try ELFFile(path: path)
    let image = try read(file)
    let names = file.sectionNames()
    var facts = ELFFacts(
      path: path, header: file.header,
      details: ELFHeaderDetails(
        abiVersion: file.abiVersion, flags: file.flags, entry: file.entry))
    facts.soname = image.soname
    facts.needed = image.needed
    facts.buildID = image.buildID
    facts.damage = image.notes
    facts.dynsymCounts = image.dynsym.symbols.isEmpty ? nil : SymbolCounts(image.dynsym)
    facts.symtabCounts = image.symtab.symbols.isEmpty ? nil : SymbolCounts(image.symtab)
    facts.sections = sections(of: file, names)
    facts.segments = segments(of: file)
    facts.interpreter = interpreter(of: file)
    facts.notes = NotesReader.notes(of: file)
    facts.toolchain = toolchain(of: file, names)
    let dynamic = DynamicSection(in: file)
    facts.isProgram =
      (dynamic?.value(DT_FLAGS_1) ?? 0) & UInt64(DF_1_PIE) != 0
      || facts.interpreter != nil && facts.soname == nil
    facts.rpath = dynamic.flatMap { searchPath(DT_RPATH, $0, file) }
    facts.runpath = dynamic.flatMap { searchPath(DT_RUNPATH, $0, file) }
    let relocations = RelocationReader(file, dynamic)
    facts.relocations = relocations.counts
    if relocations.isCutOff {
      facts.damage.append("relocation sections overlap; not all of them are counted")
    }
    let startup = StartupReader(file, dynamic, image, relocations)
    facts.constructors = startup.constructors
    facts.destructors = startup.destructors
    facts.imports = ImportsReader.imports(of: image.dynsym, in: file)
    facts.hardening = HardeningReader.hardening(of: file, dynamic, image, facts)
    facts.debugInformation = DebugFileFinder.debugInformation(
      of: file, names, buildID: image.buildID)
    return facts
  }

  static func sections(of file: ELFFile, _ names: [String]) -> [ELFSection] {
    file.sections.indices.map { index in
      let section = file.sections[index]
      return ELFSection(
        name: names[index], type: section.type, flags: section.flags, address: section.address,
        offset: section.offset, size: section.size, link: section.link, info: section.info,
        alignment: section.alignment, entrySize: section.entrySize)
    }
  }

  static func segments(of file: ELFFile) -> [ELFSegment] {
    file.segments.map { segment in
      ELFSegment(
        type: segment.type, flags: segment.flags, offset: segment.offset,
        address: segment.address, fileSize: segment.fileSize, memorySize: segment.memorySize,
        alignment: segment.alignment)
    }
  }

  private static func interpreter(of file: ELFFile) -> String? {
    guard let segment = file.segments.first(where: { $0.type == UInt32(PT_INTERP) })
    else { return nil }
    let range = file.range(offset: segment.offset, size: segment.fileSize).prefix(4096)
    let bytes = file.input.bytes(in: range).prefix { $0 != 0 }
    return bytes.isEmpty ? nil : String(escaping: bytes)
  }

  private static func searchPath(
    _ tag: Int32, _ dynamic: DynamicSection, _ file: ELFFile
  ) -> [String]? {
    dynamic.value(tag).flatMap { dynamic.text(at: $0, in: file) }
      .map { $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
  }

  /// `.comment` is a list of zero-terminated strings, one for each object file linked.
  private static func toolchain(of file: ELFFile, _ names: [String]) -> [String] {
    guard let index = names.firstIndex(of: ".comment") else { return [] }
    let bytes = file.input.bytes(in: file.range(of: file.sections[index]).prefix(1 << 20))
    var seen: [String] = []
    for text in bytes.split(separator: 0) {
      let text = String(escaping: text)
      if !seen.contains(text), seen.count < 64 { seen.append(text) }
    }
    return seen
  }
}

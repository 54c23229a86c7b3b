internal import ELFModel

extension JSONText {
  /// Everything `sonde info` tells, as one line.
  mutating func write(_ facts: ELFFacts) {
    beginObject()
    key("path")
    string(facts.path)
    writeHeader(facts)
    writeIdentity(facts)
    key("symbols")
    beginObject()
    key("dynsym")
    write(facts.dynsymCounts)
    key("symtab")
    write(facts.symtabCounts)
    endObject()
    key("hardening")
    write(facts.hardening)
    key("constructors")
    write(facts.constructors)
    key("destructors")
    write(facts.destructors)
    writeImports(facts.imports)
    key("toolchain")
    write(facts.toolchain)
    writeRelocations(facts.relocations)
    key("debug_information")
    write(facts.debugInformation)
    writeNotes(facts.notes)
    writeSections(facts)
    writeSegments(facts)
    key("damage")
    write(facts.damage)
    endObject()
    endLine()
  }

  private mutating func writeHeader(_ facts: ELFFacts) {
    let header = facts.header
    key("header")
    beginObject()
    key("kind")
    string(facts.kind)
    key("class")
    integer(header.bits)
    key("byte_order")
    constant(header.isBigEndian ? "big-endian" : "little-endian")
    key("type")
    string(header.typeName)
    key("machine")
    string(header.machineName)
    key("machine_number")
    integer(header.machine)
    key("os_abi")
    string(header.osABIName)
    key("abi_version")
    integer(facts.details.abiVersion)
    key("flags")
    integer(facts.details.flags)
    key("entry")
    integer(facts.details.entry)
    endObject()
  }

  private mutating func writeIdentity(_ facts: ELFFacts) {
    key("soname")
    string(facts.soname)
    key("needed")
    write(facts.needed)
    key("rpath")
    if let rpath = facts.rpath { write(rpath) } else { null() }
    key("runpath")
    if let runpath = facts.runpath { write(runpath) } else { null() }
    key("interpreter")
    string(facts.interpreter)
    key("build_id")
    string(facts.buildID)
  }

  private mutating func write(_ counts: SymbolCounts?) {
    guard let counts else { return null() }
    beginObject()
    key("entries")
    integer(counts.entries)
    key("exported")
    integer(counts.exported)
    key("imported")
    integer(counts.imported)
    key("exported_functions")
    integer(counts.exportedFunctions)
    key("exported_objects")
    integer(counts.exportedObjects)
    key("exported_thread_locals")
    integer(counts.exportedThreadLocals)
    endObject()
  }

  private mutating func write(_ hardening: Hardening) {
    beginObject()
    key("relro")
    string(hardening.relro.rawValue)
    key("bind_now")
    bool(hardening.bindsNow)
    key("nx")
    write(hardening.hasNonExecutableStack)
    key("pie")
    bool(hardening.isPositionIndependent)
    key("text_relocations")
    bool(hardening.hasTextRelocations)
    key("writable_code_segments")
    integer(hardening.writableCodeSegments)
    key("canary")
    bool(hardening.hasStackCanary)
    key("fortify")
    beginObject()
    key("fortified")
    write(hardening.fortified)
    key("unfortified")
    write(hardening.unfortified)
    endObject()
    key("ibt")
    write(hardening.hasIndirectBranchTracking)
    key("shstk")
    write(hardening.hasShadowStack)
    key("bti")
    write(hardening.hasBranchTargetIdentification)
    key("pac")
    write(hardening.hasPointerAuthentication)
    key("path_risks")
    write(hardening.pathRisks)
    endObject()
  }

  private mutating func write(_ functions: [StartupFunction]) {
    beginArray()
    for function in functions {
      beginObject()
      key("origin")
      string(function.origin.rawValue)
      key("address")
      integer(function.address)
      key("name")
      string(function.name)
      endObject()
    }
    endArray()
  }

  private mutating func writeImports(_ imports: [ImportGroup]) {
    key("imports")
    beginArray()
    for group in imports {
      beginObject()
      key("library")
      string(group.library)
      key("version")
      string(group.version)
      key("symbols")
      write(group.names)
      endObject()
    }
    endArray()
  }

  private mutating func writeRelocations(_ relocations: [RelocationCount]) {
    key("relocations")
    beginArray()
    for relocation in relocations {
      beginObject()
      key("type")
      string(relocation.name)
      key("count")
      integer(relocation.count)
      endObject()
    }
    endArray()
  }

  private mutating func write(_ debug: DebugInformation) {
    beginObject()
    key("dwarf")
    bool(debug.hasDWARF)
    key("sections")
    write(debug.sections)
    key("mini_debug_information")
    bool(debug.hasMiniDebugInformation)
    key("debug_link")
    string(debug.linkName)
    key("separate_file")
    string(debug.separateFile)
    key("separate_file_is_foreign")
    bool(debug.separateFileIsForeign)
    endObject()
  }

  private mutating func writeNotes(_ notes: [ELFNote]) {
    key("notes")
    beginArray()
    for note in notes {
      beginObject()
      key("owner")
      string(note.owner)
      key("type")
      integer(note.type)
      key("name")
      string(note.typeName)
      key("text")
      string(note.text)
      key("contents_hex")
      note.contents.withUnsafeBufferPointer { hexadecimal($0) }
      endObject()
    }
    endArray()
  }

  private mutating func writeSections(_ facts: ELFFacts) {
    key("sections")
    beginArray()
    for (index, section) in facts.sections.enumerated() {
      beginObject()
      key("index")
      integer(index)
      key("name")
      string(section.name)
      key("type")
      string(section.typeName(machine: facts.header.machine))
      key("flags")
      string(section.flagLetters)
      key("address")
      integer(section.address)
      key("offset")
      integer(section.offset)
      key("size")
      integer(section.size)
      key("link")
      integer(section.link)
      key("info")
      integer(section.info)
      key("alignment")
      integer(section.alignment)
      key("entry_size")
      integer(section.entrySize)
      endObject()
    }
    endArray()
  }

  private mutating func writeSegments(_ facts: ELFFacts) {
    key("segments")
    beginArray()
    for segment in facts.segments {
      beginObject()
      key("type")
      string(segment.typeName(machine: facts.header.machine))
      key("flags")
      string(segment.flagLetters)
      key("offset")
      integer(segment.offset)
      key("address")
      integer(segment.address)
      key("file_size")
      integer(segment.fileSize)
      key("memory_size")
      integer(segment.memorySize)
      key("alignment")
      integer(segment.alignment)
      endObject()
    }
    endArray()
  }

  private mutating func write(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  private mutating func write(_ value: Bool?) {
    if let value { bool(value) } else { null() }
  }
}

extension JSONText {
  /// What `sonde info` tells of a static archive, as one line.
  mutating func write(_ listing: ArchiveListing, of path: String) {
    beginObject()
    key("path")
    string(path)
    key("header")
    beginObject()
    key("kind")
    constant(listing.isThin ? "thin static archive" : "static archive")
    endObject()
    key("members")
    beginArray()
    for member in listing.members {
      beginObject()
      key("name")
      string(member.name)
      key("offset")
      integer(member.offset)
      key("size")
      integer(member.size)
      key("kind")
      string(member.kind)
      endObject()
    }
    endArray()
    endObject()
    endLine()
  }
}

internal import ELFModel

/// What `sonde info` prints for people: headed paragraphs, the most telling first.
struct InfoText {
  private(set) var text = ""
  private let facts: ELFFacts

  /// Lines of names are broken here.
  private static let lineWidth = 96

  init(_ facts: ELFFacts) {
    self.facts = facts
    writeIdentity()
    // A core file is memory that was: it has no symbols to list and nothing to protect.
    if facts.header.typeName != "CORE" {
      writeSymbols()
      writeHardening()
    }
    writeStartup()
    writeImports()
    writeOrigin()
    writeSections()
    writeSegments()
  }

  /// The members of a static archive, each with how to name it.
  static func archive(_ path: String, _ listing: ArchiveListing) -> String {
    let members = listing.members
    let width = members.map { String($0.size).count }.max() ?? 0
    let kind = listing.isThin ? "thin static archive" : "static archive"
    var text = "\(path)\n  kind         \(kind)\n\nMembers (\(members.count))\n"
    for member in members {
      let size = String(repeating: " ", count: width - String(member.size).count) + "\(member.size)"
      text += "  \(size) \(member.name)" + (member.kind.map { " (\($0))" } ?? "") + "\n"
    }
    if let first = members.first {
      text += "\nsonde info '\(path)(\(first.name))' and sonde symbols show a member.\n"
    }
    return text
  }

  // MARK: Paragraphs

  private mutating func writeIdentity() {
    let header = facts.header
    text += "\(String(escaping: Array(facts.path.utf8)[...]))\n"
    row("kind", facts.kind)
    row(
      "machine",
      "\(header.machineName), \(header.bits)-bit "
        + (header.isBigEndian ? "big-endian" : "little-endian") + ", \(header.osABIName)")
    row("soname", facts.soname)
    row("needed", facts.needed)
    row("rpath", facts.rpath?.joined(separator: ":"))
    row("runpath", facts.runpath?.joined(separator: ":"))
    row("interpreter", facts.interpreter)
    row("build id", facts.buildID)
    if facts.details.entry != 0 { row("entry", hexadecimal(facts.details.entry)) }
    if facts.details.flags != 0 { row("flags", hexadecimal(UInt64(facts.details.flags))) }
  }

  private mutating func writeSymbols() {
    heading("Symbols")
    row("dynsym", facts.dynsymCounts.map { describe($0) } ?? "none")
    row("symtab", facts.symtabCounts.map { describe($0) } ?? "none (stripped)")
  }

  private func describe(_ counts: SymbolCounts) -> String {
    var kinds = ["\(counts.exportedFunctions) functions", "\(counts.exportedObjects) objects"]
    if counts.exportedThreadLocals > 0 { kinds.append("\(counts.exportedThreadLocals) TLS") }
    return "\(counts.entries) entries, \(counts.exported) exported "
      + "(\(kinds.joined(separator: ", "))), \(counts.imported) imported"
  }

  private mutating func writeHardening() {
    let hardening = facts.hardening
    heading("Hardening")
    // These are the linker's doing, and an object file has not met it.
    if !facts.header.isRelocatable {
      row("RELRO", hardening.relro.rawValue)
      row("BIND_NOW", yes(hardening.bindsNow))
      row("PIE / PIC", yes(hardening.isPositionIndependent))
    }
    row("NX stack", hardening.hasNonExecutableStack.map { yes($0) } ?? "not said")
    row("canary", yes(hardening.hasStackCanary))
    row(
      "FORTIFY",
      hardening.fortified.isEmpty && hardening.unfortified.isEmpty
        ? "nothing to check"
        : "\(hardening.fortified.count) functions checked, "
          + "\(hardening.unfortified.count) could be")
    if let ibt = hardening.hasIndirectBranchTracking, let stack = hardening.hasShadowStack {
      row("CET", "IBT \(yes(ibt)), SHSTK \(yes(stack))")
    }
    if let bti = hardening.hasBranchTargetIdentification,
      let pac = hardening.hasPointerAuthentication
    {
      row("BTI, PAC", "BTI \(yes(bti)), PAC \(yes(pac))")
    }
    if hardening.hasTextRelocations { row("risk", "text relocations: code is patched when loaded") }
    if hardening.writableCodeSegments > 0 {
      row("risk", "\(hardening.writableCodeSegments) segments both writable and executable")
    }
    for risk in hardening.pathRisks { row("risk", "search path: \(risk)") }
  }

  private mutating func writeStartup() {
    for (name, functions) in [
      ("Constructors", facts.constructors), ("Destructors", facts.destructors),
    ] where !functions.isEmpty {
      heading("\(name) (\(functions.count))")
      for function in functions {
        row(
          function.origin.rawValue,
          hexadecimal(function.address) + (function.name.map { " \($0)" } ?? ""))
      }
    }
  }

  private mutating func writeImports() {
    guard !facts.imports.isEmpty else { return }
    heading("Imports")
    for group in facts.imports {
      let source = [group.library ?? "(any library)", group.version].compactMap { $0 }
      text += "  \(source.joined(separator: " ")): \(group.names.count)\n"
      wrapped(group.names)
    }
  }

  private mutating func writeOrigin() {
    let debug = facts.debugInformation
    heading("Origin and debug information")
    for tool in facts.toolchain { row("made with", tool) }
    row("DWARF", debug.hasDWARF ? debug.sections.joined(separator: " ") : "none in the file")
    if debug.hasMiniDebugInformation { row("symbols", "compressed in .gnu_debugdata") }
    row("debug link", debug.linkName)
    if let file = debug.separateFile {
      row("debug file", file + (debug.separateFileIsForeign ? " (of another build)" : ""))
    } else if debug.linkName != nil {
      row("debug file", "not installed")
    }
    // The build id has been shown; probes are counted, there may be thousands.
    let probes = facts.notes.count { $0.owner == "stapsdt" }
    if probes > 0 { row("probes", "\(probes)") }
    for note in facts.notes where note.owner != "stapsdt" && note.typeName != "NT_GNU_BUILD_ID" {
      let type = note.typeName ?? "type \(note.type)"
      row("note", "\(note.owner) \(type): \(note.text ?? "\(note.contents.count) bytes")")
    }
    guard !facts.relocations.isEmpty else { return }
    heading("Relocations")
    let width = facts.relocations.map { String($0.count).count }.max() ?? 0
    for relocation in facts.relocations {
      text += "  \(pad(String(relocation.count), left: width)) \(relocation.name)\n"
    }
  }

  private mutating func writeSections() {
    guard !facts.sections.isEmpty else { return }
    let names = facts.sections.map(\.name)
    let types = facts.sections.map { $0.typeName(machine: facts.header.machine) }
    let nameWidth = min(32, names.map(\.count).max() ?? 0)
    let typeWidth = types.map(\.count).max() ?? 0
    heading("Sections (\(facts.sections.count))")
    text += "  " + pad("Nr", left: 3) + " " + pad("Name", right: nameWidth) + " "
    text += pad("Type", right: typeWidth) + " " + pad("Address", right: digits)
    text += "   Offset     Size Flags\n"
    for (index, section) in facts.sections.enumerated() {
      text += "  " + pad(String(index), left: 3) + " " + pad(names[index], right: nameWidth) + " "
      text += pad(types[index], right: typeWidth) + " "
      text += hexadecimal(section.address, digits: digits) + " "
      text += hexadecimal(section.offset, digits: 8) + " "
      text += pad(String(section.size, radix: 16), left: 8)
      text += flags(section.flagLetters) + "\n"
    }
  }

  private mutating func writeSegments() {
    guard !facts.segments.isEmpty else { return }
    let types = facts.segments.map { $0.typeName(machine: facts.header.machine) }
    let typeWidth = types.map(\.count).max() ?? 0
    heading("Segments (\(facts.segments.count))")
    text += "  " + pad("Type", right: typeWidth) + " " + pad("Address", right: digits)
    text += "   Offset FileSize  MemSize Flags\n"
    for (index, segment) in facts.segments.enumerated() {
      text += "  " + pad(types[index], right: typeWidth) + " "
      text += hexadecimal(segment.address, digits: digits) + " "
      text += hexadecimal(segment.offset, digits: 8) + " "
      text += pad(String(segment.fileSize, radix: 16), left: 8) + " "
      text += pad(String(segment.memorySize, radix: 16), left: 8)
      text += flags(segment.flagLetters) + "\n"
    }
  }

  // MARK: Lines

  private mutating func heading(_ name: String) { text += "\n\(name)\n" }

  private mutating func row(_ name: String, _ value: String?) {
    if let value { text += "  \(pad(name, right: 12)) \(value)\n" }
  }

  private mutating func row(_ name: String, _ values: [String]) {
    for value in values { row(name, value) }
  }

  private mutating func wrapped(_ names: [String]) {
    var line = "   "
    for name in names {
      if line.count + name.count + 1 > Self.lineWidth, line.count > 3 {
        text += line + "\n"
        line = "   "
      }
      line += " " + name
    }
    text += line + "\n"
  }

  private var digits: Int { facts.header.bits / 4 }

  private func flags(_ letters: String) -> String { letters.isEmpty ? "" : " " + letters }

  private func yes(_ value: Bool) -> String { value ? "yes" : "no" }

  private func hexadecimal(_ value: UInt64, digits: Int = 1) -> String {
    let number = String(value, radix: 16)
    return digits == 1
      ? "0x\(number)" : String(repeating: "0", count: max(0, digits - number.count)) + number
  }

  private func pad(_ text: String, left width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func pad(_ text: String, right width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

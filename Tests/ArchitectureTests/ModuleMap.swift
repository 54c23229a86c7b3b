/// A level of the module map; a module may import what lies below its own.
enum Ring: Int, Comparable {
  /// C headers and shims.
  case room
  /// Values and functions, nothing from outside.
  case pure
  /// One outside thing each; edges never import each other.
  case edge
  /// Joins the edges for both faces.
  case workbench
  /// The programs.
  case program

  static func < (a: Ring, b: Ring) -> Bool { a.rawValue < b.rawValue }
}

/// One module: its ring, and all that its files may import.
struct ModuleRow {
  var name: String
  var ring: Ring
  var imports: Set<String>

  init(_ name: String, _ ring: Ring, _ imports: Set<String> = []) {
    self.name = name
    self.ring = ring
    self.imports = imports
  }
}

/// What each module may import, and nothing more; pure modules stand after those they import.
///
/// SwiftPM only rejects imports outside a target's transitive dependencies, so a module could
/// still reach past its neighbour; this table is the rule. To change it is a design decision.
let moduleMap: [ModuleRow] = [
  ModuleRow("CElf", .room),
  ModuleRow("CDwarf", .room),
  ModuleRow("CFFI", .room),
  ModuleRow("CMemory", .room),
  ModuleRow("CDemangle", .room),
  ModuleRow("CCapstone", .room),
  ModuleRow("CLzma", .room),
  ModuleRow("CCurses", .room),
  ModuleRow("CProcess", .room),
  ModuleRow("CProbe", .room, ["CFFI"]),

  ModuleRow("ELFModel", .pure),
  ModuleRow("CLanguage", .pure),
  ModuleRow("ProbeWire", .pure),
  ModuleRow("MemoryInspection", .pure),
  ModuleRow("Marshalling", .pure, ["CLanguage", "ProbeWire"]),
  ModuleRow("Evaluation", .pure, ["CLanguage", "Marshalling", "ProbeWire"]),
  ModuleRow("BrowserUI", .pure, ["CLanguage", "ELFModel", "Evaluation", "ProbeWire"]),

  ModuleRow("ELFReader", .edge, ["CDemangle", "CElf", "CLzma", "ELFModel", "Glibc"]),
  ModuleRow("DebugInfo", .edge, ["CDwarf", "CLanguage", "Glibc", "Synchronization"]),
  ModuleRow("Disassembly", .edge, ["CCapstone", "ELFModel"]),
  ModuleRow("Profiles", .edge, ["CLanguage", "Glibc"]),
  ModuleRow(
    "ProbeHost", .edge,
    ["CProcess", "Glibc", "MemoryInspection", "ProbeWire", "Synchronization"]),
  ModuleRow("ProbeWorker", .edge, ["CFFI", "CProbe", "Glibc", "ProbeWire"]),
  ModuleRow("SystemCompiler", .edge, ["CProcess", "Glibc"]),
  ModuleRow("Terminal", .edge, ["BrowserUI", "CCurses", "Glibc"]),

  ModuleRow(
    "Workbench", .workbench,
    [
      "CLanguage", "DebugInfo", "Disassembly", "ELFModel", "ELFReader", "Evaluation", "Glibc",
      "MemoryInspection", "ProbeHost", "ProbeWire", "Profiles", "Synchronization",
      "SystemCompiler",
    ]),

  ModuleRow(
    "sonde", .program,
    [
      "ArgumentParser", "BrowserUI", "CLanguage", "CMemory", "ELFModel", "Evaluation", "Glibc",
      "Marshalling", "MemoryInspection", "ProbeWire", "Profiles", "SystemCompiler", "Terminal",
      "Workbench",
    ]),
  ModuleRow("sonde-probe", .program, ["Glibc", "ProbeWorker"]),
]

/// Modules of the system and the toolchain; only edges and what lies above may import them.
let systemModules: Set<String> = ["Glibc", "Synchronization"]

/// Modules of other packages; only programs may import them.
let foreignModules: Set<String> = ["ArgumentParser"]

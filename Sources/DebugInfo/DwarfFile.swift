internal import CDwarf
internal import Glibc

/// The debug information of one library, wherever it lies.
///
/// libdwfl finds it: in the file itself, by build id below `/usr/lib/debug`, by `.gnu_debuglink`,
/// from a debuginfod server when the environment variable `DEBUGINFOD_URLS` names one; with it what
/// `.gnu_debugaltlink` leads to. libdw finds `.dwo` files of split DWARF.
final class DwarfFile {
  private let session: DwflSession
  private let files: FileStamps
  private let path: String
  let dwarf: OpaquePointer
  /// What an address of the library's own symbols has to be changed by to be one in here.
  let symbolBias: UInt64

  /// Units beyond which a file counts as hostile.
  private static let mostUnits = 1 << 20

  /// Opens a library.
  ///
  /// - Throws: `DebugInfoError` when the file cannot be opened or has no debug information.
  init(path: String) throws(DebugInfoError) {
    session = try DwflSession(path: path)
    var bias: UInt64 = 0
    var fileBias: UInt64 = 0
    guard let module = session.onlyModule, dwfl_module_getelf(module, &fileBias) != nil else {
      throw .unreadable(path: path, reason: libdwflMessage())
    }
    guard let dwarf = dwfl_module_getdwarf(module, &bias) else { throw .absent(path: path) }
    self.dwarf = dwarf
    self.path = path
    files = FileStamps(of: module)
    symbolBias = fileBias &- bias
  }

  /// Whether a file of it is another one than when it was opened.
  var isStale: Bool { files.haveChanged }

  /// Every unit's own entry: compilation units, of split ones the full half, and type units.
  ///
  /// - Parameters:
  ///   - includingShared: also those of the file that this one shares entries with
  ///     (`.gnu_debugaltlink`), which are types and declarations.
  ///   - body: is given each.
  func forEachUnit(includingShared: Bool = false, _ body: (DwarfEntry) -> Void) {
    Self.forEachUnit(of: dwarf, body)
    if includingShared, let shared = dwarf_getalt(dwarf) { Self.forEachUnit(of: shared, body) }
  }

  private static func forEachUnit(of dwarf: OpaquePointer, _ body: (DwarfEntry) -> Void) {
    var unit: OpaquePointer?
    var next: OpaquePointer?
    var version: Dwarf_Half = 0
    var type: UInt8 = 0
    for _ in 0..<mostUnits {
      var die = Dwarf_Die()
      var split = Dwarf_Die()
      guard dwarf_get_units(dwarf, unit, &next, &version, &type, &die, &split) == 0 else { return }
      unit = next
      body(DwarfEntry(split.addr == nil ? die : split))
    }
  }

  /// Parts of split units that are not there, which libdw passes over in silence.
  func notes() -> [String] {
    var missing: [String] = []
    var unit: OpaquePointer?
    var next: OpaquePointer?
    var type: UInt8 = 0
    for _ in 0..<Self.mostUnits {
      var die = Dwarf_Die()
      var split = Dwarf_Die()
      guard dwarf_get_units(dwarf, unit, &next, nil, &type, &die, &split) == 0 else { break }
      unit = next
      guard Int(type) == DW_UT_skeleton, split.addr == nil else { continue }
      let entry = DwarfEntry(die)
      missing.append(entry.text(DW_AT_dwo_name) ?? entry.text(DW_AT_GNU_dwo_name) ?? "")
    }
    guard let first = missing.first else { return [] }
    let count =
      "\(missing.count) \(missing.count == 1 ? "unit has" : "units have") the debug information"
    if access(path + ".dwp", R_OK) == 0 {
      return ["\(count) in \(path).dwp, a package, which libdw does not read; keep the .dwo files"]
    }
    return ["\(count) in .dwo files that are not there: \(first)\(missing.count > 1 ? ", …" : "")"]
  }

  /// The unit that has code at an address, by `.debug_aranges`, which need not be complete.
  func unit(at address: UInt64) -> DwarfEntry? {
    var unit = Dwarf_Die()
    guard dwarf_addrdie(dwarf, address, &unit) != nil else { return nil }
    return DwarfEntry(unit)
  }
}

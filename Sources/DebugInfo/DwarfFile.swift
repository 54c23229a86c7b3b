internal import CDwarf
internal import Glibc

/// The debug information of one library, wherever it lies.
///
/// libdwfl finds it: in the file itself, by build id below `/usr/lib/debug`, by `.gnu_debuglink`,
/// from a debuginfod server when the environment variable `DEBUGINFOD_URLS` names one; with it what
/// `.gnu_debugaltlink` leads to. libdw finds `.dwo` files of split DWARF; a package of them is looked
/// for beside the library and beside its debug file.
final class DwarfFile {
  private let session: DwflSession
  private let files: FileStamps
  let dwarf: OpaquePointer
  private let package: DwarfPackage?
  /// By the units from it.
  private var skeletons: [UInt: DwarfEntry] = [:]
  /// Where units' parts of a section start, by the attributes that tell.
  private var sectionBases: [[Int]: [Int]] = [:]
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
    files = FileStamps(of: module)
    package = Self.package(of: module)
    symbolBias = fileBias &- bias
  }

  /// Whether a file of it is another one than when it was opened.
  var isStale: Bool { files.haveChanged || package?.isStale == true }

  /// Every unit's own entry: compilation units, of split ones the full half, and type units.
  ///
  /// - Parameters:
  ///   - includingShared: also those of the file that this one shares entries with
  ///     (`.gnu_debugaltlink`), which are types and declarations.
  ///   - body: is given each.
  func forEachUnit(includingShared: Bool = false, _ body: (DwarfEntry) -> Void) {
    forEachUnit(of: dwarf) { unit, type, split in
      if let split { return body(split) }
      body(type == DW_UT_skeleton ? packed(unit) ?? unit : unit)
    }
    if includingShared, let shared = dwarf_getalt(dwarf) {
      forEachUnit(of: shared) { unit, _, _ in body(unit) }
    }
  }

  /// Gives each unit's own entry, its kind (`DW_UT_…`), and that of its other part where libdw found
  /// it.
  private func forEachUnit(
    of dwarf: OpaquePointer, _ body: (DwarfEntry, Int, DwarfEntry?) -> Void
  ) {
    var unit: OpaquePointer?
    var next: OpaquePointer?
    var version: Dwarf_Half = 0
    var type: UInt8 = 0
    for _ in 0..<Self.mostUnits {
      var die = Dwarf_Die()
      var split = Dwarf_Die()
      guard dwarf_get_units(dwarf, unit, &next, &version, &type, &die, &split) == 0 else { return }
      unit = next
      body(DwarfEntry(die), Int(type), split.addr == nil ? nil : DwarfEntry(split))
    }
  }

  /// Parts of split units that are not there, which libdw passes over in silence.
  func notes() -> [String] {
    var missing: [String] = []
    forEachUnit(of: dwarf) { unit, type, split in
      guard type == DW_UT_skeleton, split == nil, packed(unit) == nil else { return }
      missing.append(unit.text(DW_AT_dwo_name) ?? unit.text(DW_AT_GNU_dwo_name) ?? "")
    }
    guard let first = missing.first else { return [] }
    let count =
      "\(missing.count) \(missing.count == 1 ? "unit has" : "units have") the debug information"
    let place =
      package.map { "in .dwo files that are neither there nor in \($0.path)" }
      ?? "in .dwo files that are not there"
    return ["\(count) \(place): \(first)\(missing.count > 1 ? ", …" : "")"]
  }

  /// The unit that has code at an address, by `.debug_aranges`, which need not be complete.
  func unit(at address: UInt64) -> DwarfEntry? {
    var unit = Dwarf_Die()
    guard dwarf_addrdie(dwarf, address, &unit) != nil else { return nil }
    return DwarfEntry(unit)
  }
}

extension DwarfFile {
  /// A package of the parts that the library's own units are skeletons of.
  private static func package(of module: OpaquePointer) -> DwarfPackage? {
    var main: UnsafePointer<CChar>?
    var debug: UnsafePointer<CChar>?
    dwfl_module_info(module, nil, nil, nil, nil, nil, &main, &debug)
    for path in [main, debug] {
      guard let path, let real = realpath(path, nil) else { continue }
      defer { free(real) }
      for name in [String(cString: path), String(cString: real)] {
        if let found = DwarfPackage(path: name + ".dwp") { return found }
      }
    }
    return nil
  }

  /// The other part of a unit, from the package.
  private func packed(_ skeleton: DwarfEntry) -> DwarfEntry? {
    guard let package, let unit = skeleton.raw.cu else { return nil }
    var die = Dwarf_Die()
    var identification: UInt64 = 0
    guard dwarf_cu_info(unit, nil, nil, &die, nil, &identification, nil, nil) == 0 else {
      return nil
    }
    guard let found = package.unit(identification, with: { ownSections(of: skeleton) }) else {
      return nil
    }
    skeletons[found.unitKey] = skeleton
    return found
  }

  /// What a unit from the package is the other part of.
  func skeleton(of unit: DwarfEntry) -> DwarfEntry? { skeletons[unit.unitKey] }

  /// What a part in a package refers to in the library's own file: its addresses and, before DWARF 5,
  /// its lists of ranges.
  private func ownSections(of skeleton: DwarfEntry) -> [(name: String, bytes: [UInt8])] {
    [
      (".debug_addr", [DW_AT_addr_base, DW_AT_GNU_addr_base]),
      (".debug_ranges", [DW_AT_GNU_ranges_base]),
    ].compactMap { name, bases in
      var section = cdwarf_bytes()
      guard let start = bases.lazy.compactMap({ skeleton.count($0) }).first,
        cdwarf_section_named(dwarf, name, &section), start < section.size
      else { return nil }
      // The next unit's starts where this one's ends.
      let end = self.bases(bases).first { $0 > start } ?? section.size
      let bytes = DwarfBytes(section).bytes[start..<min(end, section.size)]
      return (name, Array(bytes))
    }
  }

  /// Where the units' parts of a section start, sorted.
  private func bases(_ attributes: [Int]) -> [Int] {
    if let known = sectionBases[attributes] { return known }
    var bases: Set<Int> = []
    forEachUnit(of: dwarf) { unit, _, _ in
      if let base = attributes.lazy.compactMap({ unit.count($0) }).first { bases.insert(base) }
    }
    let sorted = bases.sorted()
    sectionBases[attributes] = sorted
    return sorted
  }
}

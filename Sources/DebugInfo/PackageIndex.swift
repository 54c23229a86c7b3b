internal import CDwarf

/// Where in a package of split DWARF the parts of each unit lie (DWARF 5, section 7.3.5; version 2
/// is that of GNU's extension of DWARF 4, "DebugFissionDWP" in GCC's wiki).
struct PackageIndex {
  /// The sections that units have parts in.
  enum Section: Hashable, CaseIterable {
    case info, types, abbreviations, lines, locations, locationLists, stringOffsets, rangeLists

    /// As it is called in a package.
    var name: String { plainName + ".dwo" }

    /// As it is called in a file that is not split.
    var plainName: String {
      switch self {
      case .info: ".debug_info"
      case .types: ".debug_types"
      case .abbreviations: ".debug_abbrev"
      case .lines: ".debug_line"
      case .locations: ".debug_loc"
      case .locationLists: ".debug_loclists"
      case .stringOffsets: ".debug_str_offsets"
      case .rangeLists: ".debug_rnglists"
      }
    }

    /// `DW_SECT_…`; nil for what nothing here needs.
    init?(number: Int, version: Int) {
      switch (number, version) {
      case (1, _): self = .info
      case (2, 2): self = .types
      case (3, _): self = .abbreviations
      case (4, _): self = .lines
      case (5, 2): self = .locations
      case (5, _): self = .locationLists
      case (6, _): self = .stringOffsets
      case (8, 5): self = .rangeLists
      default: return nil
      }
    }
  }

  /// The parts of one unit.
  typealias Parts = [Section: Range<Int>]

  let version: Int
  private let table: DwarfBytes
  /// The section of each column.
  private var columns: [Section?] = []
  private let rowCount: Int
  private let offsetsStart: Int
  /// The rows, from 1, by the units' identifications.
  private var rows: [UInt64: Int] = [:]

  /// Sections beyond which an index counts as damaged.
  private static let mostColumns = 64

  /// Reads `.debug_cu_index` or `.debug_tu_index`.
  ///
  /// - Returns: nil for another version, and when the index does not fit in its section.
  init?(_ section: cdwarf_bytes) {
    var bytes = DwarfBytes(section)
    // Version 5 is two bytes and padding, which reads the same.
    guard let version = bytes.count(4), version == 2 || version == 5,
      let columnCount = bytes.count(4), let rowCount = bytes.count(4),
      let slotCount = bytes.count(4), columnCount <= Self.mostColumns
    else { return nil }
    self.version = version
    self.rowCount = rowCount
    var numbers = bytes
    guard numbers.skip(slotCount * 8) else { return nil }
    for _ in 0..<slotCount {
      guard let identification = bytes.unsigned(8), let row = numbers.count(4) else { return nil }
      if row > 0, row <= rowCount { rows[identification] = row }
    }
    bytes = numbers
    for _ in 0..<columnCount {
      guard let number = bytes.count(4) else { return nil }
      columns.append(Section(number: number, version: version))
    }
    offsetsStart = bytes.offset
    guard bytes.skip(rowCount * columnCount * 8) else { return nil }
    table = bytes
  }

  /// The parts of a unit; nil when the package has none.
  func parts(of identification: UInt64) -> Parts? { rows[identification].flatMap(parts) }

  /// The parts of every unit.
  var allParts: [Parts] { rows.values.sorted().compactMap(parts) }

  private func parts(_ row: Int) -> Parts? {
    var parts: Parts = [:]
    for (index, section) in columns.enumerated() {
      guard let section else { continue }
      let place = (row - 1) * columns.count + index
      var bytes = table
      guard bytes.move(to: offsetsStart + place * 4), let start = bytes.count(4),
        bytes.move(to: offsetsStart + (rowCount * columns.count + place) * 4),
        let size = bytes.count(4)
      else { return nil }
      parts[section] = start..<(start + size)
    }
    return parts
  }
}

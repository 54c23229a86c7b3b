internal import CDwarf

/// The files that the line table of one unit names (DWARF 5, section 6.2.4).
///
/// libdw gives them too, after it has decoded the whole program of lines behind them, which takes
/// longer than all else that a prototype needs.
struct LineFileTable {
  private struct File {
    var name: UnsafePointer<CChar>?
    var folder: Int
  }

  private var folders: [UnsafePointer<CChar>?] = []
  private var files: [File] = []
  /// Paths that were asked for.
  private var paths: [Int: String] = [:]

  /// Files beyond which a table counts as damaged.
  private static let mostFiles = 1 << 20

  /// Reads the table that a unit's `DW_AT_stmt_list` names.
  ///
  /// - Returns: nil for what libdw has to read: parts of split units, and what is damaged.
  init?(unit: DwarfEntry) {
    guard let cu = unit.raw.cu, let offset = unit.count(DW_AT_stmt_list),
      let dwarf = dwarf_cu_getdwarf(cu)
    else { return nil }
    var section = cdwarf_bytes()
    guard cdwarf_section_named(dwarf, ".debug_line", &section) else { return nil }
    var reader = TableReader(DwarfBytes(section), dwarf)
    // Nil when the unit does not tell; folder 0 is this one before DWARF 5.
    let folder = unit.attribute(DW_AT_comp_dir).flatMap { attribute in
      var attribute = attribute
      return dwarf_formstring(&attribute)
    }
    guard reader.bytes.move(to: offset), let version = reader.readHeader() else { return nil }
    let isRead = version >= 5 ? readTables(&reader) : readLists(&reader, folder)
    guard isRead else { return nil }
  }

  /// The path of a file by its number; relative when the compiler was told so.
  mutating func path(_ number: Int) -> String? {
    if let known = paths[number] { return known }
    guard files.indices.contains(number), let name = files[number].name else { return nil }
    var path = String(cString: name)
    let folder = files[number].folder
    if !path.hasPrefix("/"), folders.indices.contains(folder), let parent = folders[folder] {
      path = String(cString: parent) + "/" + path
    }
    paths[number] = path
    return path
  }

  // MARK: DWARF 2 to 4

  private mutating func readLists(
    _ reader: inout TableReader, _ compilationFolder: UnsafePointer<CChar>?
  ) -> Bool {
    folders = [compilationFolder]
    while let text = reader.bytes.text(), folders.count < Self.mostFiles {
      if text[0] == 0 { break }
      folders.append(text)
    }
    // Numbers start at 1.
    files = [File(name: nil, folder: 0)]
    while let text = reader.bytes.text(), files.count < Self.mostFiles {
      if text[0] == 0 { return true }
      guard let folder = reader.bytes.uleb(), reader.bytes.skipLEB(), reader.bytes.skipLEB() else {
        return false
      }
      files.append(File(name: text, folder: folder))
    }
    return false
  }

  // MARK: DWARF 5

  private mutating func readTables(_ reader: inout TableReader) -> Bool {
    guard let folders = reader.readEntries(), let files = reader.readEntries() else { return false }
    self.folders = folders.map(\.name)
    self.files = files.map { File(name: $0.name, folder: $0.folder) }
    return true
  }

  private struct TableReader {
    var bytes: DwarfBytes
    let dwarf: OpaquePointer
    private var sizes = FormSizes(version: 5, addressSize: 8, offsetSize: 4)
    private var texts: [Int: DwarfBytes] = [:]

    init(_ bytes: DwarfBytes, _ dwarf: OpaquePointer) {
      self.bytes = bytes
      self.dwarf = dwarf
    }

    /// Goes to the tables; gives back the version.
    mutating func readHeader() -> Int? {
      guard var length = bytes.count(4) else { return nil }
      var offsetSize = 4
      if length == 0xffff_ffff {
        offsetSize = 8
        guard let long = bytes.count(8) else { return nil }
        length = long
      }
      guard length <= bytes.bytes.count - bytes.offset, let version = bytes.count(2),
        (2...5).contains(version)
      else { return nil }
      if version >= 5 { guard bytes.skip(2) else { return nil } }
      // Length of the header, smallest instruction, in DWARF 4 operations of one, then four numbers.
      guard bytes.skip(offsetSize + (version >= 4 ? 2 : 1) + 3), let operations = bytes.count(1),
        bytes.skip(max(0, operations - 1))
      else { return nil }
      sizes = FormSizes(version: version, addressSize: 8, offsetSize: offsetSize)
      return version
    }

    mutating func readEntries() -> [(name: UnsafePointer<CChar>?, folder: Int)]? {
      guard let formatCount = bytes.count(1) else { return nil }
      var formats: [(content: Int, form: Int)] = []
      for _ in 0..<formatCount {
        guard let content = bytes.uleb(), let form = bytes.uleb() else { return nil }
        formats.append((content, form))
      }
      guard let count = bytes.uleb(), count <= min(LineFileTable.mostFiles, bytes.bytes.count),
        count == 0 || !formats.isEmpty
      else { return nil }
      var entries: [(name: UnsafePointer<CChar>?, folder: Int)] = []
      entries.reserveCapacity(count)
      for _ in 0..<count {
        var entry: (name: UnsafePointer<CChar>?, folder: Int) = (nil, 0)
        for format in formats {
          switch format.content {
          case DW_LNCT_path:
            guard let name = text(format.form) else { return nil }
            entry.name = name
          case DW_LNCT_directory_index:
            guard let folder = number(format.form) else { return nil }
            entry.folder = folder
          default: guard bytes.skip(form: format.form, sizes) else { return nil }
          }
        }
        entries.append(entry)
      }
      return entries
    }

    private mutating func number(_ form: Int) -> Int? {
      switch form {
      case DW_FORM_udata: bytes.uleb()
      case DW_FORM_data1: bytes.count(1)
      case DW_FORM_data2: bytes.count(2)
      case DW_FORM_data4: bytes.count(4)
      default: nil
      }
    }

    private mutating func text(_ form: Int) -> UnsafePointer<CChar>? {
      switch form {
      case DW_FORM_string: return bytes.text()
      case DW_FORM_line_strp, DW_FORM_strp:
        guard let offset = bytes.count(sizes.offsetSize) else { return nil }
        if texts[form] == nil {
          var section = cdwarf_bytes()
          let name = form == DW_FORM_strp ? ".debug_str" : ".debug_line_str"
          guard cdwarf_section_named(dwarf, name, &section) else { return nil }
          texts[form] = DwarfBytes(section)
        }
        return texts[form]?.text(at: offset)
      default: return nil
      }
    }
  }
}

internal import CMemory
internal import ELFModel
internal import Glibc
internal import Workbench

/// Which symbols are listed, and how.
struct SymbolListing {
  enum Order {
    case table
    case name
    case address
    case size
  }

  /// Every entry, not only the exported ones.
  var showsAll = false
  var pattern: NamePattern?
  var order = Order.table
  var demangles = false
  /// Names may be those of Ada.
  var isAda = false
  /// The member of a static archive that is listed, escaped.
  var member: String?

  /// Writes the symbols for people: one a line, in columns.
  func writeText(_ tables: [SymbolTable], header: ELFHeader, to output: inout ByteOutput) {
    withSelection(of: tables) { selection in
      var writer = SymbolTextWriter(
        selection, header: header, showsAll: showsAll, demangles: demangles)
      writer.write(to: &output)
    }
  }

  /// Writes the symbols as JSON Lines.
  func writeJSON(_ tables: [SymbolTable], header: ELFHeader, to output: inout ByteOutput) {
    withSelection(of: tables) { selection in
      var writer = SymbolJSONWriter(selection, header: header, member: member)
      writer.write(to: &output)
    }
  }

  private func withSelection(of tables: [SymbolTable], _ body: (borrowing SymbolSelection) -> Void)
  {
    // The names stay where they are: what follows points into them.
    func gather(_ rest: ArraySlice<SymbolTable>, _ views: [SymbolTableView]) {
      guard let table = rest.first else {
        var selection = SymbolSelection(
          views: views, versions: tables.map(\.versions), showsAll: showsAll, isAda: isAda)
        if let pattern { selection.search(pattern) }
        selection.sort(by: order)
        return body(selection)
      }
      table.names.withUnsafeBufferPointer { names in
        table.symbols.withUnsafeBufferPointer { symbols in
          gather(
            rest.dropFirst(),
            views + [
              SymbolTableView(
                kind: table.kind, symbols: symbols, names: names)
            ])
        }
      }
    }
    gather(tables[...], [])
  }
}

/// A symbol table whose names and entries stay in place while it is listed.
///
/// It refers to nothing that is counted, so that passing it around costs nothing.
struct SymbolTableView {
  let kind: SymbolTableKind
  let symbols: UnsafeBufferPointer<Symbol>
  let names: UnsafeBufferPointer<UInt8>

  /// Where a symbol's name starts, and how many bytes of names are left there; nil when its offset
  /// lies outside.
  @inline(__always)
  func nameMemory(of symbol: Symbol) -> (start: UnsafePointer<UInt8>, limit: Int)? {
    let start = Int(symbol.nameOffset)
    guard start < names.count, let base = names.baseAddress else { return nil }
    return (base + start, names.count - start)
  }

  /// The bytes of a symbol's name; empty when its offset lies outside.
  func name(of symbol: Symbol) -> UnsafeBufferPointer<UInt8> {
    guard let (start, limit) = nameMemory(of: symbol) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let first = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
    return UnsafeBufferPointer(start: start, count: strnlen(first, limit))
  }

  /// Asks for the memory that holds a symbol's name, two cache lines of it.
  @inline(__always)
  func prefetchName(of symbol: UInt32) {
    guard let base = names.baseAddress else { return }
    let start = UnsafeRawPointer(base) + Int(symbols[Int(symbol)].nameOffset)
    cmemory_prefetch(start)
    cmemory_prefetch(start + 64)
  }
}

/// The symbols to list, in their order.
struct SymbolSelection {
  struct Row {
    let table: UInt32
    let index: UInt32

    func isBefore(_ other: Row) -> Bool { (table, index) < (other.table, other.index) }
  }

  let views: [SymbolTableView]
  /// By table, the names of its versions.
  let versions: [[[UInt8]]]
  private let showsAll: Bool
  /// Names may be those of Ada.
  let isAda: Bool
  /// The rows once they have been searched or sorted; nil while they are simply those of the
  /// tables, so that listing everything takes no memory of its own.
  private var rows: [Row]?

  init(views: [SymbolTableView], versions: [[[UInt8]]], showsAll: Bool, isAda: Bool) {
    self.isAda = isAda
    self.views = views
    self.versions = versions
    self.showsAll = showsAll
  }

  func symbol(_ row: Row) -> Symbol { views[Int(row.table)].symbols[Int(row.index)] }

  /// Calls `body` with the table's place and the symbol, in order, until it returns false.
  @inline(__always)
  func visit(_ body: (Int, Symbol) -> Bool) {
    if let rows {
      for (position, row) in rows.enumerated() {
        if position + Self.rowsAhead < rows.count {
          let ahead = rows[position + Self.rowsAhead]
          views[Int(ahead.table)].prefetchName(of: ahead.index)
        }
        guard body(Int(row.table), symbol(row)) else { return }
      }
      return
    }
    for table in views.indices {
      let view = views[table]
      for index in view.symbols.indices {
        if index + Self.rowsAhead < view.symbols.count {
          view.prefetchName(of: UInt32(truncatingIfNeeded: index + Self.rowsAhead))
        }
        let symbol = view.symbols[index]
        guard showsAll || symbol.isExported else { continue }
        guard body(table, symbol) else { return }
      }
    }
  }

  /// Names are asked for this many rows before they are shown.
  ///
  /// They lie scattered over megabytes, and the first look at one waits for memory.
  private static var rowsAhead: Int { 12 }

  /// Keeps only symbols whose name, mangled or demangled, fits the pattern.
  mutating func search(_ pattern: NamePattern) {
    var demangler = SymbolDemangler(isAda: isAda)
    var found: [Row] = []
    for row in allRows() {
      let name = name(row)
      if pattern.matches(name.span)
        || demangler.withDemangled(name, { pattern.matches($0.span) }) == true
      {
        found.append(row)
      }
    }
    rows = found
  }

  private func allRows() -> [Row] {
    if let rows { return rows }
    var all: [Row] = []
    for table in views.indices {
      for index in views[table].symbols.indices
      where showsAll || views[table].symbols[index].isExported {
        all.append(Row(table: UInt32(table), index: UInt32(truncatingIfNeeded: index)))
      }
    }
    return all
  }

  private func name(_ row: Row) -> UnsafeBufferPointer<UInt8> {
    views[Int(row.table)].name(of: symbol(row))
  }

  /// Sorts ascending; symbols that compare equal keep the order of their table.
  mutating func sort(by order: SymbolListing.Order) {
    switch order {
    case .table: return
    case .name: sortByName()
    case .address: sort { $0.value }
    case .size: sort { $0.size }
    }
  }

  private mutating func sort(by key: (Symbol) -> UInt64) {
    var keyed = allRows().map { (key: key(symbol($0)), row: $0) }
    keyed.sort { left, right in
      left.key != right.key ? left.key < right.key : left.row.isBefore(right.row)
    }
    rows = keyed.map(\.row)
  }

  /// Compares the names' bytes, the first eight at once.
  private mutating func sortByName() {
    var keyed = allRows().map { row in
      let name = name(row)
      let start = name.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return (start: start << UInt64(8 * (8 - min(8, name.count))), name: name, row: row)
    }
    keyed.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      let order = Self.compare(left.name, right.name)
      return order != 0 ? order < 0 : left.row.isBefore(right.row)
    }
    rows = keyed.map(\.row)
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let first = left.baseAddress, let second = right.baseAddress {
      let order = memcmp(first, second, common)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }
}

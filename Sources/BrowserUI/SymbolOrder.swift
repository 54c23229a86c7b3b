import ELFModel

/// What the list is sorted by.
enum SymbolSortKey: CaseIterable, Sendable {
  case name
  case address
  case size
  case section
  case version
  case table

  /// `by name`.
  var label: String {
    switch self {
    case .name: "by name"
    case .address: "by address"
    case .size: "by size, largest first"
    case .section: "by section, then address"
    case .version: "by version, then name"
    case .table: "as in the file"
    }
  }
}

/// The symbols of one kind in the order in which they are listed while nothing is filtered.
struct SymbolOrder: Sendable {
  /// Positions in the table.
  private(set) var rows: [UInt32]
  private(set) var key = SymbolSortKey.name
  /// False while a large list still waits for being sorted.
  private(set) var isSorted = true

  /// With more symbols a frame would wait for sorting; they are listed as in the file until there
  /// is time.
  private static let sortedAtOnce = 60_000

  init(_ rows: [UInt32], _ table: SymbolTable) {
    self.rows = rows
    sortSoon(table)
  }

  /// Lists other symbols, by the same key.
  mutating func list(_ rows: [UInt32], _ table: SymbolTable) {
    self.rows = rows
    sortSoon(table)
  }

  /// Sorts by the next key.
  mutating func useNextKey(of table: SymbolTable) {
    let keys = SymbolSortKey.allCases
    let next = keys.firstIndex(of: key).map { ($0 + 1) % keys.count } ?? 0
    key = keys[next]
    sortSoon(table)
  }

  /// Where a symbol is listed.
  func position(of symbol: UInt32) -> Int? { rows.firstIndex(of: symbol) }

  /// Sorts what waits for it.
  mutating func sort(_ table: SymbolTable) {
    isSorted = true
    switch key {
    case .table: rows.sort()
    case .name: sortByName(table)
    case .address: sort { table.symbols[$0].value }
    case .size: sort { ~table.symbols[$0].size }
    case .section:
      sort { table.symbols[$0].value }
      sort { UInt64(Self.number(of: table.symbols[$0].section)) }
    case .version: sortByVersion(table)
    }
  }

  private mutating func sortSoon(_ table: SymbolTable) {
    if rows.count <= Self.sortedAtOnce { sort(table) } else { isSorted = false }
  }

  /// Symbols without a section come last.
  private static func number(of section: SymbolSection) -> UInt32 {
    switch section {
    case .index(let number): number
    case .common: .max - 2
    case .absolute: .max - 1
    case .undefined: .max
    }
  }

  /// Equal ones stay as they are.
  private mutating func sort(_ key: (Int) -> UInt64) {
    var items = rows.enumerated().map { SortItem(key: key(Int($1)), row: UInt32($0)) }
    items.sort()
    rows = items.map { rows[Int($0.row)] }
  }

  private mutating func sortByVersion(_ table: SymbolTable) {
    sortByName(table)
    let order = table.versions.indices.sorted {
      table.versions[$0].lexicographicallyPrecedes(table.versions[$1])
    }
    var ranks = [UInt64](repeating: .max, count: table.versions.count)
    for (rank, version) in order.enumerated() where !table.versions[version].isEmpty {
      ranks[version] = UInt64(rank)
    }
    sort {
      let version = Int(table.symbols[$0].versionIndex)
      return version < ranks.count ? ranks[version] : .max
    }
  }

  /// Upper and lower case together; symbols without a section, which mostly name versions, last.
  private mutating func sortByName(_ table: SymbolTable) {
    let isLast = { (row: UInt32) in table.symbols[Int(row)].section == .absolute }
    let last = rows.filter(isLast)
    let first = rows.filter { !isLast($0) }
    rows = Self.sortedByName(first, table) + Self.sortedByName(last, table)
  }

  /// Eight bytes of the names at a time, as a number; those that are equal so far by their next
  /// eight.
  private static func sortedByName(_ rows: [UInt32], _ table: SymbolTable) -> [UInt32] {
    var items = rows.map { SortItem(key: 0, row: $0) }
    var open = [(range: items.indices, depth: 0)]
    let names = table.names.span
    while let (range, depth) = open.popLast() {
      for index in range {
        let start = Int(table.symbols[Int(items[index].row)].nameOffset) + depth
        items[index].key = foldedHead(names, from: start)
      }
      items[range].sort()
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, items[end].key == items[start].key { end += 1 }
        // A zero in the last byte: the names have ended, and are equal.
        if end - start > 1, items[start].key & 0xff != 0 { open.append((start..<end, depth + 8)) }
        start = end
      }
    }
    return items.map(\.row)
  }

  /// The next eight bytes of a name, the first one highest, in lower case; zeros behind its end.
  private static func foldedHead(_ names: Span<UInt8>, from start: Int) -> UInt64 {
    var head: UInt64 = 0
    for offset in 0..<8 {
      let byte = start + offset < names.count ? names[start + offset] : 0
      guard byte != 0 else { return head << UInt64(8 * (8 - offset)) }
      head = head << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return head
  }
}

private struct SortItem: Comparable {
  var key: UInt64
  var row: UInt32

  static func < (a: SortItem, b: SortItem) -> Bool {
    a.key == b.key ? a.row < b.row : a.key < b.key
  }
}

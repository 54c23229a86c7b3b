import ELFModel

/// What the list is sorted by.
enum SymbolSortKey: CaseIterable, Sendable {
  case name
  case address
  case size
  case table

  /// `by name`.
  var label: String {
    switch self {
    case .name: "by name"
    case .address: "by address"
    case .size: "by size, largest first"
    case .table: "as in the file"
    }
  }
}

/// The symbols in the order in which they are listed while nothing is filtered.
struct SymbolOrder: Sendable {
  /// Positions in the table.
  private(set) var rows: [UInt32]
  private(set) var key: SymbolSortKey

  /// With more symbols the first frame would wait for sorting; they are listed as in the file.
  private static let sortedFromStart = 60_000

  init(_ table: SymbolTable) {
    rows = (0..<UInt32(truncatingIfNeeded: table.symbols.count)).map { $0 }
    key = .table
    if rows.count <= Self.sortedFromStart { sort(by: .name, table) }
  }

  /// Sorts by the next key.
  mutating func useNextKey(of table: SymbolTable) {
    let keys = SymbolSortKey.allCases
    let next = keys.firstIndex(of: key).map { ($0 + 1) % keys.count } ?? 0
    sort(by: keys[next], table)
  }

  /// Where a symbol is listed.
  func position(of symbol: UInt32) -> Int? { rows.firstIndex(of: symbol) }

  private mutating func sort(by key: SymbolSortKey, _ table: SymbolTable) {
    self.key = key
    switch key {
    case .table: rows.sort()
    case .name: sortByName(table)
    case .address: sort(table) { ($0.value, $1.value) }
    case .size: sort(table) { ($1.size, $0.size) }
    }
  }

  /// Equal ones stay in table order.
  private mutating func sort(
    _ table: SymbolTable, _ keys: (Symbol, Symbol) -> (UInt64, UInt64)
  ) {
    rows.sort { a, b in
      let (first, second) = keys(table.symbols[Int(a)], table.symbols[Int(b)])
      return first == second ? a < b : first < second
    }
  }

  /// Upper and lower case together; symbols without a section, which mostly name versions, last.
  private mutating func sortByName(_ table: SymbolTable) {
    let symbols = table.symbols
    // The first seven bytes as a number decide most comparisons without touching the names.
    let heads = symbols.map { symbol in
      var head: UInt64 = symbol.section == .absolute ? 1 : 0
      for byte in table.nameBytes(of: symbol).prefix(7) { head = head << 8 | UInt64(folded(byte)) }
      return head << UInt64(8 * max(0, 7 - table.nameBytes(of: symbol).count))
    }
    rows.sort { a, b in
      let (head, other) = (heads[Int(a)], heads[Int(b)])
      if head != other { return head < other }
      let first = table.nameBytes(of: symbols[Int(a)]).lazy.map(folded)
      let second = table.nameBytes(of: symbols[Int(b)]).lazy.map(folded)
      if first.elementsEqual(second) { return a < b }
      return first.lexicographicallyPrecedes(second)
    }
  }
}

private func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

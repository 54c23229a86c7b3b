import ELFModel

/// Symbols by their place, to find those that name the same thing.
struct AliasIndex: Sendable {
  /// Positions in the table: defined symbols with an address, in the order of their values.
  private let rows: [UInt32]

  init(_ table: SymbolTable) {
    rows = table.symbols.indices.lazy
      .filter { Self.place(of: table.symbols[$0]) != nil }
      .map { UInt32(truncatingIfNeeded: $0) }
      .sorted { a, b in
        let (first, second) = (table.symbols[Int(a)].value, table.symbols[Int(b)].value)
        return first == second ? a < b : first < second
      }
  }

  /// The others at the same place, in the order of the table.
  func aliases(of index: UInt32, in table: SymbolTable) -> [UInt32] {
    let symbol = table.symbols[Int(index)]
    guard let section = Self.place(of: symbol) else { return [] }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if table.symbols[Int(rows[middle])].value < symbol.value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return rows[low...].prefix { table.symbols[Int($0)].value == symbol.value }.filter {
      $0 != index && Self.place(of: table.symbols[Int($0)]) == section
    }
  }

  /// The section of a symbol that has an address in the program's memory.
  private static func place(of symbol: Symbol) -> UInt32? {
    guard case .index(let section) = symbol.section, symbol.type != .threadLocal else {
      return nil
    }
    return section
  }
}

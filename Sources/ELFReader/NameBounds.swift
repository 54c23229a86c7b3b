internal import ELFModel

/// Keeps a damaged string table from multiplying: without zero bytes in it, every one of a hundred
/// thousand symbols has the rest of the table for a name.
///
/// Sound tables share the ends of names at most, so all names together are hardly longer than the
/// table. Only when there is a suspiciously long stretch without a zero are they added up.
enum NameBounds {
  /// Names are looked at more closely from twice this length on.
  private static let block = 4096
  /// All names together may be this much, or this many times the table.
  private static let mostBytes = 1 << 26
  private static let mostTimes = 8
  /// What remains of each name when they are too much.
  static let cutLength = 1024

  static func apply(to table: inout SymbolTable, notes: inout [String]) {
    guard hasLongStretch(table.names), exceedsBounds(table) else { return }
    var stretch = 0
    for index in table.names.indices {
      stretch = table.names[index] == 0 ? 0 : stretch + 1
      if stretch > cutLength {
        table.names[index] = 0
        stretch = 0
      }
    }
    notes.append(
      "the names of \(table.kind.rawValue) run into each other; they are cut at \(cutLength) bytes")
  }

  /// A stretch of two blocks without a zero covers a whole block; one probe a block finds it.
  private static func hasLongStretch(_ names: [UInt8]) -> Bool {
    stride(from: 0, to: names.count - block, by: block).contains { start in
      !names[start..<(start + block)].contains(0)
    }
  }

  private static func exceedsBounds(_ table: SymbolTable) -> Bool {
    let most = max(mostBytes, table.names.count.multipliedReportingOverflow(by: mostTimes).0)
    var total = 0
    for symbol in table.symbols {
      total += table.nameBytes(of: symbol).count
      if total > most { return true }
    }
    return false
  }
}

/// A symbol table that is not in the file itself.
package struct DebugSymbols: Sendable {
  /// Its section numbers are those of the file that it was taken out of.
  package var table: SymbolTable
  /// The file that holds it.
  package var source: String
  /// What of that file is damaged, one line each.
  package var notes: [String]

  package init(table: SymbolTable, source: String, notes: [String] = []) {
    self.table = table
    self.source = source
    self.notes = notes
  }
}

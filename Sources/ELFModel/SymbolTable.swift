/// Which of the two symbol tables.
package enum SymbolTableKind: String, Hashable, Sendable, CaseIterable {
  /// `SHT_DYNSYM`: what the dynamic linker sees.
  case dynsym
  /// `SHT_SYMTAB`: everything, if the file is not stripped.
  case symtab
}

/// A symbol table: fixed-size entries over one block of name bytes, so that listing tens of
/// thousands of symbols allocates nothing per symbol.
package struct SymbolTable: Sendable {
  package var kind: SymbolTableKind
  /// In table order, the null entry (index 0) left out.
  package var symbols: [Symbol]
  /// The string table: names end with a zero byte.
  package var names: [UInt8]
  /// Version names as bytes, by version index; empty where there is none.
  package var versions: [[UInt8]]

  package init(
    kind: SymbolTableKind, symbols: [Symbol] = [], names: [UInt8] = [], versions: [[UInt8]] = []
  ) {
    self.kind = kind
    self.symbols = symbols
    self.names = names
    self.versions = versions
  }

  /// The bytes of a symbol's name, without the zero; empty when the offset lies outside.
  package func nameBytes(of symbol: Symbol) -> ArraySlice<UInt8> {
    let start = Int(symbol.nameOffset)
    guard start < names.count else { return [] }
    return names[start..<(names[start...].firstIndex(of: 0) ?? names.count)]
  }

  /// The name with every byte that is not UTF-8, and every control character, as `\xNN`.
  package func name(of symbol: Symbol) -> String { String(escaping: nameBytes(of: symbol)) }

  /// The version of a symbol, escaped likewise; nil when it has none.
  package func version(of symbol: Symbol) -> String? {
    let index = Int(symbol.versionIndex)
    guard index < versions.count, !versions[index].isEmpty else { return nil }
    return String(escaping: versions[index][...])
  }
}

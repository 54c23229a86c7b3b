extension SymbolTable {
  /// The exported functions of some names, each once: of several versions the default one.
  ///
  /// Hand-written assembly often leaves its symbols without a type, so those count too.
  package func exportedFunctions(named names: Set<String>? = nil) -> [(name: String, Symbol)] {
    exported(named: names) { $0.isCallable || $0 == .noType }
  }

  /// The exported variables of some names, thread-local ones too.
  package func exportedData(named names: Set<String>? = nil) -> [(name: String, Symbol)] {
    exported(named: names) { !$0.isCallable }
  }

  private func exported(
    named wanted: Set<String>?, _ accepts: (SymbolType) -> Bool
  ) -> [(name: String, Symbol)] {
    var places: [String: Int] = [:]
    var found: [(name: String, Symbol)] = []
    for symbol in symbols where symbol.isExported && accepts(symbol.type) {
      if let wanted, wanted.count < 8 {
        guard wanted.contains(where: { hasName(symbol, $0) }) else { continue }
      }
      let name = name(of: symbol)
      if let wanted, !wanted.contains(name) { continue }
      if let place = places[name] {
        if symbol.isDefaultVersion, !found[place].1.isDefaultVersion { found[place].1 = symbol }
      } else {
        places[name] = found.count
        found.append((name, symbol))
      }
    }
    return found
  }

  /// Compares in place: a library has tens of thousands of names, and only one is wanted.
  private func hasName(_ symbol: Symbol, _ name: String) -> Bool {
    let start = Int(symbol.nameOffset)
    let count = name.utf8.count
    guard start + count < names.count, names[start + count] == 0 else { return false }
    return name.utf8.elementsEqual(names[start..<(start + count)])
  }
}

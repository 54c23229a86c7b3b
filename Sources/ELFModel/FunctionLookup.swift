extension SymbolTable {
  /// Whether a function of exactly this name is exported.
  ///
  /// Hand-written assembly often leaves its symbols without a type, so those count too.
  package func exportsFunction(_ name: String) -> Bool {
    let wanted = Array(name.utf8)
    return symbols.contains { symbol in
      symbol.isExported && (symbol.type.isCallable || symbol.type == .noType)
        && hasName(symbol, wanted)
    }
  }

  /// The exported symbols of exactly this name: several when it has versions.
  package func exports(named name: String) -> [Symbol] {
    let wanted = Array(name.utf8)
    return symbols.filter { $0.isExported && hasName($0, wanted) }
  }

  /// Whether a variable of exactly this name is exported, thread-local ones too.
  package func exportsData(_ name: String) -> Bool {
    let wanted = Array(name.utf8)
    return symbols.contains { symbol in
      symbol.isExported && !symbol.type.isCallable && hasName(symbol, wanted)
    }
  }

  /// The exported functions whose names are most like this one, at most three.
  package func functionNames(like name: String) -> [String] {
    let wanted = Array(name.utf8)
    let tolerance = max(1, (wanted.count + 1) / 3)
    var candidates: [(distance: Int, name: String)] = []
    for symbol in symbols where symbol.isExported && symbol.type.isCallable {
      let bytes = nameBytes(of: symbol)
      guard abs(bytes.count - wanted.count) <= tolerance else { continue }
      let distance = editDistance(wanted, Array(bytes))
      guard distance <= tolerance else { continue }
      candidates.append((distance, self.name(of: symbol)))
    }
    candidates.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return candidates.prefix(3).map(\.name)
  }

  /// Compares in place: a library has tens of thousands of names, and only one is wanted.
  private func hasName(_ symbol: Symbol, _ wanted: [UInt8]) -> Bool {
    let start = Int(symbol.nameOffset)
    guard start + wanted.count < names.count, names[start + wanted.count] == 0 else {
      return false
    }
    for index in wanted.indices where names[start + index] != wanted[index] { return false }
    return true
  }
}

/// The number of insertions, deletions and replacements that turn one into the other
/// (Levenshtein, by rows).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}

extension ELFImage {
  /// What a library offers to others: the exported symbols of `.dynsym`, in table order.
  ///
  /// A file without dynamic symbols, such as an object file, offers those of `.symtab`.
  package var exports: SymbolTable {
    var table = dynsym.symbols.isEmpty ? symtab : dynsym
    table.symbols.removeAll { !$0.isExported }
    return table
  }
}

internal import ELFModel

/// A function in a file, as the symbol table or an address names it.
struct FoundFunction: Hashable {
  /// Escaped for a terminal.
  var name: String
  /// Where its first instruction is; in an object file, its offset in the section.
  var address: UInt64
  /// 0 when the symbol does not say.
  var size: UInt64
  /// `st_shndx`.
  var section: UInt32
  var isThumb: Bool
  /// `STT_GNU_IFUNC`: the code chooses the function and is not the function itself.
  var isResolver: Bool
}

/// Finds the function that a name means: a symbol's name, with `@VERSION` if need be, its demangled
/// form with or without parameters, or an address within it (`0x12340`).
struct FunctionSearch {
  let image: ELFImage
  let sections: [ELFSection]

  func find(_ name: String) throws(CodeError) -> FoundFunction {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let version = parts.count > 1 ? parts[1].drop { $0 == "@" } : nil
    var matches = symbols { $0 == parts[0].utf8.map { $0 }[...] }
    if let version {
      matches.removeAll { $0.table.version(of: $0.symbol).map { $0[...] } != version }
    }
    if matches.isEmpty { matches = demangledMatches(name) }
    let code = matches.filter { isCode($0.symbol) }
    guard !code.isEmpty else { throw missing(name, matches) }
    return try one(of: code, name)
  }

  /// The function that covers an address.
  func find(at address: UInt64, _ names: AddressNames) throws(CodeError) -> FoundFunction {
    let address = CodeMachine(image.header).codeAddress(address)
    guard let entry = names.entry(at: address), entry.kind == .function,
      let section = sections.firstIndex(where: { $0.isLoaded && address &- $0.address < $0.size })
    else { throw .noCode(address: address) }
    return FoundFunction(
      name: names.name(of: entry), address: entry.address, size: entry.size,
      section: UInt32(section), isThumb: entry.isThumb, isResolver: false)
  }

  // MARK: Private helpers

  private struct Match {
    let symbol: Symbol
    let table: SymbolTable
  }

  private func symbols(_ fits: (ArraySlice<UInt8>) -> Bool) -> [Match] {
    [image.dynsym, image.symtab].flatMap { table in
      table.symbols.filter { $0.nameOffset > 0 && fits(table.nameBytes(of: $0)) }
        .map { Match(symbol: $0, table: table) }
    }
  }

  /// `Shape::area` fits `Shape::area() const` as well as itself.
  private func demangledMatches(_ name: String) -> [Match] {
    var demangler = SymbolDemangler(isAda: image.isAda)
    return [image.dynsym, image.symtab].flatMap { table in
      table.symbols.filter { symbol in
        guard let text = demangler.demangle(table.name(of: symbol)) else { return false }
        return text == name || text.hasPrefix(name) && text.dropFirst(name.count).first == "("
      }
      .map { Match(symbol: $0, table: table) }
    }
  }

  private func isCode(_ symbol: Symbol) -> Bool {
    guard case .index(let index) = symbol.section else { return false }
    if symbol.type.isCallable { return true }
    return symbol.type == .noType && Int(index) < sections.count && sections[Int(index)].holdsCode
  }

  private func missing(_ name: String, _ matches: [Match]) -> CodeError {
    if matches.contains(where: { $0.symbol.isDefined }) { return .notCode(name: name) }
    if !matches.isEmpty { return .imported(name: name) }
    let table = image.dynsym.symbols.isEmpty ? image.symtab : image.dynsym
    return .noFunction(name: name, suggestions: table.functionNames(like: name))
  }

  /// What is exported counts before what is not, and the version that programs link today before
  /// older ones; the same code under several names or in both tables is one function.
  private func one(of matches: [Match], _ name: String) throws(CodeError) -> FoundFunction {
    let steps: [(Match) -> Bool] = [
      { $0.symbol.isExported && ($0.symbol.isDefaultVersion || $0.symbol.versionIndex == 0) },
      { $0.symbol.isExported }, { _ in true },
    ]
    for step in steps {
      var places: [UInt64: FoundFunction] = [:]
      for match in matches where step(match) {
        let function = function(match)
        if (places[function.address]?.size ?? 0) == 0 { places[function.address] = function }
      }
      if let only = places.first?.value, places.count == 1 { return only }
      if !places.isEmpty { throw .several(name: name, addresses: places.keys.sorted()) }
    }
    throw .noFunction(name: name, suggestions: [])
  }

  private func function(_ match: Match) -> FoundFunction {
    var section: UInt32 = 0
    if case .index(let index) = match.symbol.section { section = index }
    let isARM = image.header.machine == 40
    return FoundFunction(
      name: match.table.name(of: match.symbol),
      address: CodeMachine(image.header).codeAddress(match.symbol.value), size: match.symbol.size,
      section: section, isThumb: isARM && match.symbol.value & 1 == 1,
      isResolver: match.symbol.type == .indirectFunction)
  }
}

import CLanguage
import ELFModel
package import Evaluation
import ProbeHost
import ProbeWire

/// Which symbols names mean, and where they are.
extension Session {
  package func definesFunction(_ name: String) -> Bool { found(name)?.isCallable == true }

  package func definesData(_ name: String) -> Bool { found(name)?.isCallable == false }

  package func symbolName(of name: String) -> String? { found(name)?.symbol }

  package func rivals(of name: String) -> [SymbolRival] { found(name)?.rivals ?? [] }

  package func functionNames(like name: String) -> [String] {
    image.dynsym.functionNames(like: name)
  }

  private func found(_ name: String) -> SymbolSearch.Found? {
    search.find(name) {
      guard let process = host?.processIdentifier else { return [] }
      return MemoryMap.of(process)?.codeFiles ?? []
    }
  }

  package func dataAddress(of symbol: String) throws(TargetFailure) -> UInt64 {
    try address(of: symbol)
  }

  package func address(of symbol: String) throws(TargetFailure) -> UInt64 {
    let library = try loadedLibrary()
    guard let found = found(symbol) else {
      throw .unavailable("\(libraryName): no symbol '\(symbol)' is exported")
    }
    guard found.rivals.isEmpty else {
      throw .unavailable(
        "'\(symbol)' can be one of several; say which: \(found.rivals.map(\.spelling).joined(separator: ", "))"
      )
    }
    let reply = try perform(
      .resolve(
        library: try number(of: found.image) ?? library, symbol: found.symbol,
        version: found.version))
    guard case .resolved(let address) = reply else { throw refusal(in: reply) }
    guard address != 0 else {
      throw .unavailable("\(libraryName): '\(symbol)' has the address 0")
    }
    symbols[address] = symbol
    return address
  }

  /// The number of a library in the probe; nil for the session's own.
  private func number(of image: ELFImage) throws(TargetFailure) -> UInt32? {
    if image.path == self.image.path { return nil }
    if let index = options.preloaded.firstIndex(where: { $0.path == image.path }),
      index < preloadedNumbers.count
    {
      return preloadedNumbers[index]
    }
    // What is loaded already is not loaded twice: dlopen gives it again.
    return try load(image, isGlobal: false)
  }

  /// Declares under its C++ name what is declared under its symbol's, where a name means one symbol.
  ///
  /// - Returns: whether there was one.
  func declareCxxNames(_ names: [String]) -> Bool {
    var header = CHeader(over: evaluator.header)
    for name in names where header.declaration(named: name) == nil && rivals(of: name).isEmpty {
      guard let symbol = symbolName(of: name), symbol.hasPrefix("_Z"),
        let declaration = header.declaration(named: symbol)
      else { continue }
      header.declareAlias(name, of: declaration)
    }
    guard !header.declarations.isEmpty else { return false }
    evaluator.adopt(header)
    return true
  }
}

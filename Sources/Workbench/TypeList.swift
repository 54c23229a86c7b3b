package import CLanguage
internal import DebugInfo

extension OpenLibrary {
  /// The types known for the library: those of its profiles, and of its debug information what
  /// they do not have.
  ///
  /// - Parameter names: tags and typedef names, with or without `struct`, `union` or `enum`; nil
  ///   for all.
  /// - Returns: a header that declares them, and their outlines when all were asked for.
  package func types(named names: [String]?) -> (header: CHeader, outlines: [CTypeOutline]) {
    let tags = names?.compactMap { $0.split(whereSeparator: \.isWhitespace).last.map(String.init) }
    let missing = tags?.filter {
      knowledge.header.typedef(named: $0) == nil && knowledge.header.kind(ofTag: $0) == nil
    }
    if let missing, missing.isEmpty { return (knowledge.header, []) }
    let header = debugDeclarations.declaring(types: missing, over: knowledge.header)
    guard names == nil else { return (header, []) }
    return (header, knowledge.ownTypeOutlines + header.outlines())
  }
}

extension Knowledge {
  /// The types that profiles declare.
  fileprivate var ownTypeOutlines: [CTypeOutline] {
    sources.keys.sorted().flatMap { header.outlines(file: $0) }
  }
}

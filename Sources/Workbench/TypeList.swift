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
    let outlines = knowledge.ownTypeOutlines + header.outlines()
    return (header, outlines + familiarOutlines(besides: outlines, in: header))
  }

  /// Types of the library that were known before its debug information was read: from the profiles of
  /// libraries that it needs, and from the C standard.
  private func familiarOutlines(
    besides outlines: [CTypeOutline], in header: CHeader
  ) -> [CTypeOutline] {
    let listed = Set(outlines.map(\.name))
    return debugDeclarations.typeNames().subtracting(listed).sorted().compactMap { name in
      ["struct \(name)", "union \(name)", "enum \(name)", name].lazy.compactMap {
        (try? header.outline(named: $0)) ?? nil
      }.first
    }
  }
}

extension Knowledge {
  /// The types that profiles declare.
  fileprivate var ownTypeOutlines: [CTypeOutline] {
    sources.keys.sorted().flatMap { header.outlines(file: $0) }
  }
}

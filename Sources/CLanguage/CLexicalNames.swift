/// Names in C text, found without parsing it.
package enum CLexicalNames {
  /// The identifiers of a text in order, what stands in literals and comments left out.
  ///
  /// - Parameters:
  ///   - text: C, damaged or not.
  ///   - hasKeywords: keywords count too.
  /// - Returns: each as often as it stands there.
  package static func names(in text: String, hasKeywords: Bool = false) -> [String] {
    let source = CSource(text)
    return CLexer(source, limits: .standard).tokens.compactMap { token in
      guard token.kind == .identifier || hasKeywords else { return nil }
      let name = source.text(from: token.start, to: token.end)
      return token.kind == .identifier || CTokenKind.keywords[name] != nil ? name : nil
    }
  }
}

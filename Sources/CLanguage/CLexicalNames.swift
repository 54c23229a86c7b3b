/// Names in C text, found without parsing it.
package enum CLexicalNames {
  /// The identifiers of a text in order, keywords and what stands in literals and comments left
  /// out.
  package static func names(in text: String) -> [String] {
    let source = CSource(text)
    return CLexer(source, limits: .standard).tokens
      .filter { $0.kind == .identifier }
      .map { source.text(from: $0.start, to: $0.end) }
  }
}

package import CLanguage
package import Evaluation

/// What all sources know of one function's prototype.
package struct PrototypeKnowledge: Sendable {
  /// What one source says.
  package struct Entry: Sendable {
    package var source: PrototypeSource
    /// As C; nil when the source knows that there is something, and not what.
    package var text: String?
    /// `zlib.c:123`.
    package var place: String?
    /// Why it is not enough for a call.
    package var refusal: String?
    /// What it says, to be compared with what counts; nil when it is not enough for that.
    package var claim: PrototypeClaim?

    package init(
      source: PrototypeSource, text: String?, place: String?, refusal: String?,
      claim: PrototypeClaim? = nil
    ) {
      self.source = source
      self.text = text
      self.place = place
      self.refusal = refusal
      self.claim = claim
    }
  }

  /// The function and the types that it needs as C, when a source knows enough for a call.
  package var declarations: String?
  /// The source of the declarations.
  package var source: PrototypeSource
  package var entries: [Entry]

  package init(declarations: String?, source: PrototypeSource, entries: [Entry]) {
    self.declarations = declarations
    self.source = source
    self.entries = entries
  }

  /// What the function's C++ name says.
  var nameClaim: PrototypeClaim? { entries.first { $0.source == .mangled }?.claim }

  /// Who contradicts a declaration.
  ///
  /// - Parameters:
  ///   - declaration: what counts, or is about to.
  ///   - header: what it is declared in.
  /// - Returns: the sources by which a call would pass or return other bytes.
  func contradicting(_ declaration: CDeclaration, in header: CHeader) -> [PrototypeSource] {
    entries.filter { $0.claim?.contradicts(declaration, in: header) == true }.map(\.source)
  }
}

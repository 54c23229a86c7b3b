package import Evaluation

/// What all sources know of one function's prototype.
package struct PrototypeKnowledge: Hashable, Sendable {
  /// What one source says.
  package struct Entry: Hashable, Sendable {
    package var source: PrototypeSource
    /// As C; nil when the source knows that there is something, and not what.
    package var text: String?
    /// `zlib.c:123`.
    package var place: String?
    /// Why it is not enough for a call.
    package var refusal: String?

    package init(source: PrototypeSource, text: String?, place: String?, refusal: String?) {
      self.source = source
      self.text = text
      self.place = place
      self.refusal = refusal
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

  /// The prototypes differ: spaces and parameter names apart.
  var isContradictory: Bool {
    Set(
      entries.filter { $0.refusal == nil }.compactMap(\.text).map { $0.filter { !$0.isWhitespace } }
    )
    .count > 1
  }
}

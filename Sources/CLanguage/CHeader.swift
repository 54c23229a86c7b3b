/// Everything that one text declares, over what a lower header declares.
package struct CHeader: Sendable {
  /// C's own type names (`size_t`, `uint32_t`, `FILE`, …) and nothing else.
  package static let standard = CHeader()

  /// This header's own declarations, in order of the text.
  package private(set) var declarations: [CDeclaration] = []

  /// An empty header over another, whose names it sees and may shadow.
  package init(over lower: CHeader = .standard) {}
  private init() {}

  /// Takes in declarations; a damaged one is left out and the next is tried.
  ///
  /// - Returns: what is wrong with the text, in its order; empty when all of it counts.
  package mutating func declare(_ text: String, file: String? = nil) -> [CDiagnostic] { [] }

  /// The function of that name, own ones first, then the lower header's.
  package func function(named name: String) -> CDeclaration? { nil }
}

import CLanguage
package import Evaluation

/// What the sources know of one function.
package struct LearnedPrototype: Sendable {
  /// The function and the types that it needs, as C; nil when no source but profiles knows enough.
  package var declarations: String?
  /// Where the declarations come from.
  package var source: PrototypeSource
  /// What each source says, the most trusted first.
  package var entries: [ListedPrototype]
}

extension OpenLibrary {
  /// Asks every source for a function.
  func learned(_ name: String) -> LearnedPrototype {
    let profiles: Set<PrototypeSource> = [.session, .project, .user, .shipped]
    let entries = [profiles, [.dwarf], [.mangled]].flatMap {
      prototypes(named: [name], from: $0)
    }
    let knowledge = DebugKnowledge(image, debugDeclarations)
    var learned = LearnedPrototype(declarations: nil, source: .dwarf, entries: entries)
    guard let header = knowledge.declaring(namesIn: name, over: self.knowledge.header).header,
      let function = header.function(named: name)
    else { return learned }
    let selection = CSelection(of: header) { $0.name == name }
    learned.declarations = CSelectionText.pieces(of: selection).map(\.text)
      .joined(separator: "\n")
    if function.file == MangledNames.source { learned.source = .mangled }
    return learned
  }
}

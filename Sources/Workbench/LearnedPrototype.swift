package import CLanguage
internal import DebugInfo
package import Evaluation

/// What the sources know of one function.
package struct LearnedPrototype: Sendable {
  /// What one source says.
  package struct Entry: Sendable {
    package var prototype: ListedPrototype
    /// The same to be compared; nil when it is not enough for that.
    package var claim: PrototypeClaim?
  }

  /// The function and the types that it needs, as C; nil when no source but profiles knows enough.
  package var declarations: String?
  /// Where the declarations come from.
  package var source: PrototypeSource
  /// What each source says, the most trusted first.
  package var entries: [Entry]
}

extension OpenLibrary {
  /// Asks every source for a function.
  func learned(_ name: String) -> LearnedPrototype {
    let entries = profileEntries(name) + debugEntries(name) + nameEntries(name)
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

  /// What each profile says, also those that do not count.
  private func profileEntries(_ name: String) -> [LearnedPrototype.Entry] {
    var sources: Set<PrototypeSource> = []
    return knowledge.layers.compactMap { layer in
      guard let own = layer.header.ownFunction(named: name),
        sources.insert(layer.source).inserted
      else { return nil }
      let listed = ListedPrototype(
        name: name, text: CPrinter(header: layer.header).text(of: own.withoutAnnotations),
        source: layer.source, file: own.file, line: own.line)
      return LearnedPrototype.Entry(prototype: listed, claim: .declared(in: layer.header))
    }
  }

  private func debugEntries(_ name: String) -> [LearnedPrototype.Entry] {
    let listed = prototypes(named: [name], from: [.dwarf])
    guard !listed.isEmpty else { return [] }
    let header = debugDeclarations.declaring(
      functions: image.functionSymbols(named: [name]), over: .standard
    ).header
    return listed.map { LearnedPrototype.Entry(prototype: $0, claim: .declared(in: header)) }
  }

  private func nameEntries(_ name: String) -> [LearnedPrototype.Entry] {
    var mangled = MangledNames(image)
    let claim = mangled.signature(of: name).map(PrototypeClaim.named)
    return prototypes(named: [name], from: [.mangled]).map {
      LearnedPrototype.Entry(prototype: $0, claim: claim)
    }
  }
}

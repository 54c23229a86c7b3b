package import CLanguage
package import Evaluation
package import Profiles

/// What is known of a library's functions: profiles over C's own names, and what this session
/// adds over them.
package struct Knowledge: Sendable {
  /// Everything; the most trusted layer shadows those below.
  package private(set) var header: CHeader
  /// Where a declaration comes from, by its file.
  package private(set) var sources: [String: PrototypeSource] = [:]
  /// What is wrong in the profiles, each with its file and a caret; the rest of them counts.
  package private(set) var problems: [String] = []

  /// Reads the profiles of a library.
  ///
  /// - Throws: ``ProfileError`` when a profile is there but cannot be read.
  package init(profileName: String, store: ProfileStore) throws(ProfileError) {
    header = CHeader()
    // The least trusted first: each lies over the one before.
    for profile in try store.load(profileName).reversed() {
      var layer = CHeader(over: header)
      for problem in layer.declare(profile.text, file: profile.path) {
        problems.append(problem.rendered(in: profile.text, named: profile.path))
      }
      header = layer
      sources[profile.path] = PrototypeSource(profile.location)
    }
  }

  /// Adds declarations of this session, over all others.
  ///
  /// - Parameters:
  ///   - name: what the text is called in messages.
  /// - Returns: what is wrong with it, rendered with a caret; empty when all of it counts.
  package mutating func declare(_ text: String, named name: String) -> [String] {
    var layer = CHeader(over: header)
    let problems = layer.declare(text, file: name)
    header = layer
    sources[name] = .session
    return problems.map { $0.rendered(in: text, named: name) }
  }

  /// Where a declaration comes from.
  package func source(of declaration: CDeclaration) -> PrototypeSource? {
    declaration.file.flatMap { sources[$0] }
  }
}

extension PrototypeSource {
  fileprivate init(_ location: ProfileLocation) {
    switch location {
    case .project: self = .project
    case .user: self = .user
    }
  }
}

extension Knowledge {
  /// A function's prototype and its source.
  package struct Prototype: Sendable {
    package var declaration: CDeclaration
    package var source: PrototypeSource
  }

  /// Every prototype that counts, by name: one a function, from its most trusted source.
  package var prototypes: [Prototype] {
    header.names(startingWith: "").compactMap { name in
      guard let declaration = header.function(named: name),
        let source = source(of: declaration)
      else { return nil }
      return Prototype(declaration: declaration, source: source)
    }
  }
}

package import CLanguage
package import Evaluation
package import Profiles
package import SystemCompiler

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
  /// - Parameters:
  ///   - profileName: the library's SONAME.
  ///   - buildID: of the library at hand; a profile for another build does not count.
  ///   - store: where profiles are.
  package init(profileName: String, buildID: String?, store: ProfileStore) {
    let found = store.lookUp(profileName)
    problems = found.failures.map(\.description)
    var used: [LoadedProfile] = []
    for profile in found.profiles {
      problems += profile.renderedProblems
      if profile.applies(toBuild: buildID) {
        used.append(profile)
        sources[profile.path] = PrototypeSource(profile.location)
      } else {
        problems.append(
          "\(profile.path): not used, for it is bound to build \(profile.buildID ?? "") and this "
            + "library is \(buildID.map { "build \($0)" } ?? "of no known build")")
      }
    }
    header = CHeader(layering: used)
  }

  /// Adds declarations of this session, over all others.
  ///
  /// - Parameters:
  ///   - text: C declarations.
  ///   - name: what the text is called in messages.
  /// - Returns: what is wrong with it, rendered with a caret; empty when all of it counts.
  package mutating func declare(_ text: String, named name: String) -> [String] {
    var layer = CHeader(over: header)
    let problems = layer.declare(text, file: name)
    header = layer
    sources[name] = .session
    return problems.map { $0.rendered(in: text, named: name) }
  }

  /// Adds what headers declare, over all others, read through the system's C compiler.
  ///
  /// - Returns: what could not be read of them; the rest counts.
  /// - Throws: ``CompilerError``, the knowledge as it was.
  package mutating func include(_ request: HeaderRequest) throws(CompilerError)
    -> [ImportedHeader.Problem]
  {
    let imported = try ImportedHeader(request, over: header)
    header = imported.header
    for file in imported.files where sources[file] == nil { sources[file] = .session }
    return imported.problems
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

package import CLanguage
package import Evaluation
package import Profiles
package import SystemCompiler

/// What is known of a library's functions: profiles over C's own names, and what this session
/// adds over them.
package struct Knowledge: Sendable {
  /// What one source says, by itself.
  package struct Layer: Sendable {
    package var source: PrototypeSource
    /// Its own declarations, over what they stand on.
    package var header: CHeader
  }

  /// Everything; the most trusted layer shadows those below.
  package private(set) var header: CHeader
  /// Most trusted first.
  package private(set) var layers: [Layer] = []
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
        let source = PrototypeSource(profile.location)
        sources[profile.path] = source
        layers.append(Layer(source: source, header: profile.header))
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
    add(layer, from: .session, files: [name])
    return problems.map { $0.rendered(in: text, named: name) }
  }

  /// Adds what headers declare, over all others, read through the system's C compiler.
  ///
  /// - Returns: what could not be read of them; the rest counts.
  /// - Throws: ``CompilerError``, the knowledge as it was.
  package mutating func include(
    _ request: HeaderRequest
  ) throws(CompilerError) -> [ImportedHeader.Problem] {
    let imported = try ImportedHeader(request, over: header)
    add(imported.header, from: .session, files: imported.files)
    return imported.problems
  }

  private mutating func add(_ layer: CHeader, from source: PrototypeSource, files: [String]) {
    header = layer
    layers.insert(Layer(source: source, header: layer), at: 0)
    for file in files where sources[file] == nil { sources[file] = source }
  }

  /// Where a declaration comes from.
  package func source(of declaration: CDeclaration) -> PrototypeSource? {
    declaration.file.flatMap { sources[$0] }
  }
}

extension PrototypeSource {
  init(_ location: ProfileLocation) {
    switch location {
    case .project: self = .project
    case .user: self = .user
    case .shipped: self = .shipped
    }
  }
}

extension Knowledge {
  /// A function's prototype and its source.
  package struct Prototype: Sendable {
    package var declaration: CDeclaration
    package var source: PrototypeSource
    /// What less trusted sources say otherwise.
    package var disagreements: [PrototypeDisagreement] = []
  }

  /// Every prototype that counts, by name: one a function, from its most trusted source.
  package var prototypes: [Prototype] {
    header.names(startingWith: "").compactMap { prototype(of: $0) }
  }

  /// The prototype of a function that counts; nil when none is known.
  package func prototype(of name: String) -> Prototype? {
    guard let declaration = header.function(named: name), let source = source(of: declaration)
    else { return nil }
    return Prototype(
      declaration: declaration, source: source,
      disagreements: disagreements(with: declaration, from: source))
  }

  /// What less trusted sources say otherwise of a function.
  private func disagreements(
    with declaration: CDeclaration, from source: PrototypeSource
  ) -> [PrototypeDisagreement] {
    guard layers.count > 1, case .function(let type) = declaration.kind else { return [] }
    var result: [PrototypeDisagreement] = []
    var isBelow = false
    for layer in layers {
      let own = layer.header.ownFunction(named: declaration.name)
      if !isBelow {
        // Later declarations of one source may repeat earlier ones.
        isBelow = own != nil && layer.source == source
        continue
      }
      guard let own,
        let found = PrototypeDisagreement(
          type, in: header, with: own, in: layer.header, source: layer.source)
      else { continue }
      result.append(found)
    }
    return result
  }

  /// Functions that a text names and whose sources disagree on how they are called.
  package func contradicted(in text: String) -> [Prototype] {
    guard layers.count > 1 else { return [] }
    var seen: Set<String> = []
    return CLexicalNames.names(in: text).compactMap { name in
      guard seen.insert(name).inserted, let prototype = prototype(of: name),
        prototype.disagreements.contains(where: \.isPassedDifferently)
      else { return nil }
      return prototype
    }
  }
}

import CLanguage
import DebugInfo
import ELFModel
import Evaluation
package import Profiles

/// Compares a profile with the library that it is for, with its debug information and its C++
/// names.
package struct ProfileCheck: Sendable {
  /// Something that is wrong in a profile, or that the library says otherwise.
  package struct Problem: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      /// The file cannot be read.
      case unreadable
      /// No C declaration, or an annotation that means nothing.
      case syntax
      /// The profile is bound to another build.
      case build = "build_id"
      /// The library exports no such function or variable.
      case notExported = "not_exported"
      /// Debug information has another prototype.
      case prototype
      /// Debug information lays the type out otherwise.
      case layout
      /// The C++ name has other parameters.
      case mangled
      /// A profile that counts less has another prototype.
      case profile
    }

    package var kind: Kind
    /// What is declared; nil when it is about the whole file or a piece of it.
    package var name: String?
    /// Without the place.
    package var message: String
    package var path: String
    package var line: Int?
    package var column: Int?
  }

  /// What was compared with what.
  package struct Outcome: Sendable {
    package var problems: [Problem] = []
    package var paths: [String] = []
    /// How many functions and variables were looked up.
    package var declarationCount = 0
    package var hasDebugInformation = false
  }

  /// Compares the profiles of a library with it.
  ///
  /// - Parameters:
  ///   - library: an open library.
  ///   - found: the profiles to check, and why others cannot be read.
  /// - Returns: what was found, in the order of the profiles.
  package static func run(
    _ library: OpenLibrary,
    _ found: (profiles: [LoadedProfile], failures: [ProfileError])
  ) -> Outcome {
    var outcome = Outcome()
    outcome.hasDebugInformation = library.debugDeclarations.isPresent
    outcome.problems = found.failures.map {
      Problem(kind: .unreadable, message: "\($0)", path: library.image.profileName)
    }
    for profile in found.profiles {
      let check = ProfileCheck(library, profile)
      outcome.paths.append(profile.path)
      outcome.declarationCount += check.symbols.count
      outcome.problems += check.problems
    }
    return outcome
  }

  private let library: OpenLibrary
  private let profile: LoadedProfile
  /// Its functions and variables, each once.
  private let symbols: [CDeclaration]

  private init(_ library: OpenLibrary, _ profile: LoadedProfile) {
    self.library = library
    self.profile = profile
    var seen: Set<String> = []
    symbols = profile.header.declarations.filter { declaration in
      switch declaration.kind {
      case .function, .object: seen.insert(declaration.name).inserted
      case .typedef, .record, .enumeration, .constant, .macro: false
      }
    }
  }

  private var problems: [Problem] {
    var problems = syntaxProblems
    if !profile.applies(toBuild: library.image.buildID) {
      let own = library.image.buildID.map { "build \($0)" } ?? "of no known build"
      problems.append(
        Problem(
          kind: .build, message: "bound to build \(profile.buildID ?? ""); the library is \(own)",
          path: profile.path))
    }
    let exports = ExportedNames(library.image)
    for declaration in symbols where !exports.contains(declaration) {
      problems.append(problem(.notExported, declaration, notExported(declaration)))
    }
    let exported = symbols.filter { exports.contains($0) }
    return problems + profileProblems(exported) + debugProblems(exported) + layoutProblems
      + mangledProblems(exported)
  }

  // MARK: Other profiles

  /// Functions that a profile which counts less declares so that a call would pass other bytes.
  private func profileProblems(_ exported: [CDeclaration]) -> [Problem] {
    library.knowledge.layers.drop { $0.source != PrototypeSource(profile.location) }.dropFirst()
      .flatMap { layer in
        exported.compactMap { declaration in
          guard case .function(let type) = declaration.kind,
            let other = layer.header.ownFunction(named: declaration.name),
            let found = PrototypeDisagreement(
              type, in: profile.header, with: other, in: layer.header, source: layer.source),
            found.isPassedDifferently
          else { return nil }
          let place =
            found.file.map { $0 + (found.line.map { ":\($0)" } ?? "") } ?? "another profile"
          return problem(
            .profile, declaration, "'\(declaration.name)' is in \(place): \(found.text)")
        }
      }
  }

  private var syntaxProblems: [Problem] {
    var all = profile.problems
    if profile.location == .shipped { all += profile.header.annotationProblems }
    return all.map {
      Problem(
        kind: .syntax, message: $0.message, path: profile.path, line: $0.range.start.line,
        column: $0.range.start.column)
    }
  }

  private func problem(
    _ kind: Problem.Kind, _ declaration: CDeclaration, _ message: String
  ) -> Problem {
    Problem(
      kind: kind, name: declaration.name, message: message, path: profile.path,
      line: declaration.line)
  }

  private func notExported(_ declaration: CDeclaration) -> String {
    let symbol = declaration.assemblerName ?? declaration.name
    guard case .function = declaration.kind else {
      return "no variable '\(symbol)' is exported"
    }
    let near = library.image.dynsym.functionNames(like: symbol)
    let hint = near.isEmpty ? "" : "; did you mean '\(near.joined(separator: "', '"))'?"
    return "no function '\(symbol)' is exported\(hint)"
  }

  // MARK: Debug information

  /// Prototypes by which a call would pass or return other bytes.
  private func debugProblems(_ exported: [CDeclaration]) -> [Problem] {
    let names = Set(exported.map(\.name))
    guard !names.isEmpty, library.debugDeclarations.isPresent else { return [] }
    let debug = library.debugDeclarations.declaring(
      functions: library.image.functionSymbols(named: names), over: .standard
    ).header
    return exported.compactMap { declaration in
      guard case .function(let type) = declaration.kind,
        let other = debug.function(named: declaration.name),
        let found = PrototypeDisagreement(
          type, in: profile.header, with: other, in: debug, source: .dwarf),
        found.isPassedDifferently
      else { return nil }
      return problem(
        .prototype, declaration, "'\(declaration.name)' is in debug information: \(found.text)")
    }
  }

  /// Structs and unions that the library's compiler laid out otherwise.
  private var layoutProblems: [Problem] {
    let records = profile.header.declarations.filter { declaration in
      guard case .record(let name) = declaration.kind, case .tag = name.name else { return false }
      return declaration.isDefinition
    }
    guard !records.isEmpty, library.debugDeclarations.isPresent else { return [] }
    let debug = library.debugDeclarations.declaring(types: records.map(\.name), over: .standard)
    return records.compactMap { declaration in
      guard case .record(let name) = declaration.kind,
        let own = profile.header.definition(of: name), let other = debug.definition(of: name),
        own.layout != other.layout
      else { return nil }
      return problem(
        .layout, declaration,
        "'\(name.keyword.rawValue) \(declaration.name)' has size \(own.layout.size) and alignment "
          + "\(own.layout.alignment) with \(own.members.count) members; in debug information size "
          + "\(other.layout.size) and alignment \(other.layout.alignment) with "
          + "\(other.members.count)")
    }
  }

  // MARK: C++ names

  /// Parameters that the mangled name contradicts.
  private func mangledProblems(_ exported: [CDeclaration]) -> [Problem] {
    var mangled = MangledNames(library.image)
    return exported.compactMap { declaration in
      let symbol = declaration.assemblerName ?? declaration.name
      guard case .function(let type) = declaration.kind,
        let signature = mangled.signature(of: symbol),
        signature.contradicts(type, in: profile.header)
      else { return nil }
      return problem(
        .mangled, declaration,
        "'\(declaration.name)' has other parameters in its C++ name: "
          + signature.declaration(named: symbol))
    }
  }
}

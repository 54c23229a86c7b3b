package import CLanguage
package import Profiles

/// Takes declarations from elsewhere, a header or debug information, into a library's profile.
///
/// What the profile says already stays: a declaration that means the same is passed over, and one
/// that means something else is reported, not replaced, unless that is asked for.
package struct ProfileImport: Sendable {
  /// A declaration that the profile has otherwise.
  package struct Difference: Hashable, Sendable {
    package var name: String
    /// As the profile has it.
    package var kept: String
    /// As it was offered.
    package var offered: String
  }

  /// What came of it.
  package struct Outcome: Sendable {
    package var path: String
    /// Names of what was added, in order.
    package var functions: [String] = []
    package var types: [String] = []
    package var constants: [String] = []
    package var objects: [String] = []
    /// How many declarations the profile had already.
    package var unchangedCount = 0
    /// Kept, or with `replaces` replaced.
    package var differences: [Difference] = []
  }

  private let selection: CSelection
  private let replaces: Bool

  /// - Parameters:
  ///   - selection: what to take.
  ///   - replaces: what the profile has otherwise is replaced.
  package init(_ selection: CSelection, replaces: Bool = false) {
    self.selection = selection
    self.replaces = replaces
  }

  /// Saves what is new.
  ///
  /// - Throws: ``ProfileError``, the profile as it was.
  package func save(
    to profileName: String, in location: ProfileLocation, of store: ProfileStore
  ) throws(ProfileError) -> Outcome {
    var outcome = Outcome(path: try store.path(of: profileName, in: location))
    let existing = try store.load(profileName, in: location)
    var text = selection.neededIncludes.map { "#include <\($0)>\n" }.joined()
    let start = text.utf8.count
    for (declaration, piece) in CSelectionText.pieces(of: selection) {
      if let known = existing.flatMap({ Known(declaration, selection.header, $0.header) }) {
        if known.isSame {
          outcome.unchangedCount += 1
          continue
        }
        outcome.differences.append(
          Difference(name: declaration.name, kept: known.text, offered: piece))
        if !replaces { continue }
      }
      outcome.note(declaration)
      text += piece + "\n"
    }
    if text.utf8.count > start { _ = try store.add(text, to: profileName, in: location) }
    return outcome
  }
}

extension ProfileImport.Outcome {
  fileprivate mutating func note(_ declaration: CDeclaration) {
    guard !declaration.name.isEmpty else { return }
    switch declaration.kind {
    case .function: functions.append(declaration.name)
    case .object: objects.append(declaration.name)
    case .constant, .macro: constants.append(declaration.name)
    case .typedef: types.append(declaration.name)
    case .record, .enumeration:
      if declaration.isDefinition { types.append(declaration.name) }
    }
  }
}

/// What a profile says of a name that is offered to it.
private struct Known {
  var isSame: Bool
  var text: String

  /// Nil when the profile itself does not declare it.
  init?(_ declaration: CDeclaration, _ offered: CHeader, _ profile: CHeader) {
    let printer = CPrinter(header: profile)
    var comparison = CTypeComparison(profile, offered)
    switch declaration.kind {
    case .record(let name):
      guard case .tag = name.name, let definition = profile.declaration(defining: name),
        let own = profile.definition(of: name)
      else {
        // Announcing it once more does no harm, and says nothing.
        guard !declaration.isDefinition, profile.ownKind(ofTag: declaration.name) != nil else {
          return nil
        }
        (isSame, text) = (true, "")
        return
      }
      isSame = offered.definition(of: name).map { comparison.isSame(own, $0) } ?? true
      text = printer.text(of: definition)
    case .enumeration(let name):
      guard case .tag = name.name, let definition = profile.declaration(defining: name),
        let own = profile.definition(of: name)
      else {
        guard let found = Self.untagged(name, offered, profile) else { return nil }
        self = found
        return
      }
      isSame = offered.definition(of: name).map { comparison.isSame(own, $0) } ?? true
      text = printer.text(of: definition)
    case .function, .object, .typedef, .constant, .macro:
      guard let own = profile.ownDeclaration(named: declaration.name) else { return nil }
      isSame =
        own.assemblerName == declaration.assemblerName
        && Self.isSame(own.kind, declaration.kind, &comparison)
      text = printer.text(of: own)
    }
  }

  private init(isSame: Bool, text: String) {
    self.isSame = isSame
    self.text = text
  }

  /// An enumeration without a tag is known by its first name.
  private static func untagged(
    _ name: CEnumerationName, _ offered: CHeader, _ profile: CHeader
  ) -> Known? {
    guard let new = offered.definition(of: name), let first = new.enumerators.first,
      let own = profile.ownDeclaration(named: first.name), case .constant = own.kind
    else { return nil }
    let isSame = new.enumerators.allSatisfy { profile.constant(named: $0.name)?.value == $0.value }
    return Known(isSame: isSame, text: CPrinter(header: profile).text(of: own))
  }

  private static func isSame(
    _ a: CDeclaration.Kind, _ b: CDeclaration.Kind, _ comparison: inout CTypeComparison
  ) -> Bool {
    switch (a, b) {
    case (.function(let a), .function(let b)): comparison.agreement(a, b) == .same
    case (.object(let a, _), .object(let b, _)): comparison.agreement(a, b) == .same
    case (.typedef(let a), .typedef(let b)): comparison.agreement(a, b) == .same
    case (.constant(let a, _), .constant(let b, _)): a == b
    case (.macro(let a, let first), .macro(let b, let second)):
      comparison.agreement(first, second) == .same
        && CPrinter.brief.text(of: a) == CPrinter.brief.text(of: b)
    default: false
    }
  }
}

package import CLanguage
package import DebugInfo
package import ELFModel
package import Profiles

/// A library as data, with what is known of its functions.
///
/// Nothing of it runs.
package struct OpenLibrary: Sendable {
  package let image: ELFImage
  package var knowledge: Knowledge
  /// Opened when it is first asked.
  package let debugDeclarations: DebugDeclarations
  private let store: ProfileStore

  /// Finds the file that a FILE argument means, reads it, and reads its profiles.
  ///
  /// - Throws: an error described by one line that names the file and what was expected.
  package init(
    _ argument: String, tables: Set<SymbolTableKind> = [.dynsym]
  ) throws {
    image = try LibraryFile.read(argument, tables: tables)
    debugDeclarations = DebugDeclarations(path: image.path)
    store = ProfileStore.standard()
    knowledge = Knowledge(
      profileName: image.profileName, buildID: image.buildID, store: store)
  }

  /// Where new prototypes are kept: the project's profile of this library if there is one, else
  /// the user's.
  package var saveLocation: ProfileLocation { store.saveLocation(image.profileName) }

  /// The file of ``saveLocation``.
  package var profilePath: String {
    (try? store.path(of: image.profileName, in: saveLocation)) ?? image.profileName
  }

  /// What a text declares, checked against what is known.
  ///
  /// - Throws: ``DeclarationError`` with a caret, when it is no C.
  package func check(_ text: String) throws(DeclarationError) -> [CDeclaration] {
    var header = CHeader(over: knowledge.header)
    let problems = header.declare(text)
    if let first = problems.first { throw DeclarationError(description: first.rendered(in: text)) }
    return header.declarations
  }

  /// Saves declarations to the profile.
  ///
  /// - Parameters:
  ///   - declarations: C text.
  ///   - location: where; nil for ``saveLocation``.
  ///   - isForced: save even to a profile with errors in it.
  /// - Returns: the profile's path.
  /// - Throws: ``ProfileError``, the profile as it was.
  package func save(
    _ declarations: [String], in location: ProfileLocation? = nil, isForced: Bool = false
  ) throws(ProfileError) -> String {
    let place = location ?? saveLocation
    let text = declarations.joined(separator: "\n")
    return try store.add(
      try typesOfOthers(neededBy: text, in: place) + text, to: image.profileName, in: place,
      isForced: isForced)
  }

  /// Types that other profiles of the library declare and a text uses: a profile is a header that
  /// stands alone, so they come along.
  private func typesOfOthers(
    neededBy text: String, in location: ProfileLocation
  ) throws(ProfileError) -> String {
    let words = Set(CLexicalNames.names(in: text))
    var declared = CHeader()
    _ = declared.declare(text)
    var result = ""
    let target = try store.load(image.profileName, in: location)
    for profile in store.lookUp(image.profileName).profiles where profile.location != location {
      let selection = CSelection(of: profile.header) { declaration in
        guard words.contains(declaration.name) else { return false }
        switch declaration.kind {
        case .typedef, .record, .enumeration: return true
        case .function, .object, .constant, .macro: return false
        }
      }
      for (declaration, piece) in CSelectionText.pieces(of: selection)
      where !declared.knows(declaration) && target?.header.knows(declaration) != true {
        result += piece + "\n"
        _ = declared.declare(piece)
      }
    }
    return result
  }

  /// The name that a library's profile goes by: its SONAME; for a name that is no file here, the
  /// name itself.
  package static func profileName(of argument: String) throws -> String {
    do { return try LibraryFile.read(argument, tables: []).profileName } catch {
      guard !argument.contains("/"), argument.contains(".so") else { throw error }
      return argument
    }
  }
}

extension CHeader {
  /// Whether this header itself declares that name.
  func knows(_ declaration: CDeclaration) -> Bool {
    switch declaration.kind {
    case .record(let name):
      self.declaration(defining: name) != nil
        || (!declaration.isDefinition && ownKind(ofTag: declaration.name) != nil)
    case .enumeration(let name):
      if case .tag = name.name { self.declaration(defining: name) != nil } else { false }
    case .function, .object, .typedef, .constant, .macro:
      ownDeclaration(named: declaration.name) != nil
    }
  }
}

extension ProfileStore {
  /// Where a library's prototypes are saved: the project's profile if there is one.
  package func saveLocation(_ profileName: String) -> ProfileLocation {
    lookUp(profileName).profiles.contains { $0.location == .project } ? .project : .user
  }
}

/// Text that is no C declaration; the description has the place and a caret.
package struct DeclarationError: Error, CustomStringConvertible, Sendable {
  package var description: String
}

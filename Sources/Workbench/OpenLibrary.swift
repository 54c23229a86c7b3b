package import CLanguage
package import ELFModel
import Profiles

/// A library as data, with what is known of its functions. Nothing of it runs.
package struct OpenLibrary: Sendable {
  package let image: ELFImage
  package var knowledge: Knowledge
  private let store: ProfileStore

  /// Finds the file that a FILE argument means, reads it, and reads its profiles.
  ///
  /// - Throws: an error described by one line that names the file and what was expected.
  package init(
    _ argument: String, tables: Set<SymbolTableKind> = [.dynsym]
  ) throws {
    image = try LibraryFile.read(argument, tables: tables)
    store = ProfileStore.standard()
    knowledge = try Knowledge(profileName: image.profileName, store: store)
  }

  /// Where new prototypes are kept: the project's profile if the project keeps profiles, else
  /// the user's own.
  package var profilePath: String { store.savePath(image.profileName) }

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
  ///   - force: save even to a profile with errors in it.
  /// - Returns: the profile's path.
  package func save(_ declarations: [String], force: Bool) throws -> String {
    try store.add(declarations.joined(separator: "\n"), to: image.profileName, force: force)
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

/// Text that is no C declaration; the description has the place and a caret.
package struct DeclarationError: Error, CustomStringConvertible, Sendable {
  package var description: String
}

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

  /// Saves declarations to the profile.
  ///
  /// - Returns: the profile's path.
  package func save(_ declarations: [String]) throws -> String {
    try store.add(declarations.joined(separator: "\n"), to: image.profileName)
  }
}

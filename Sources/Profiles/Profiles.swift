package import CLanguage
package enum ProfileLocation: Sendable { case project, user }
package struct ProfileError: Error, Sendable {}
package struct LoadedProfile: Sendable {
  package var path: String
  package var location: ProfileLocation
  package var text: String
}
package struct ProfileStore: Sendable {
  package struct Entry: Sendable { package var name: String; package var path: String; package var declarationCount: Int }
  package static func standard() -> ProfileStore { ProfileStore() }
  package func load(_ name: String) throws(ProfileError) -> [LoadedProfile] { [] }
  package func list() throws(ProfileError) -> [Entry] { [] }
  package func savePath(_ name: String) -> String { "" }
  package func add(_ text: String, to name: String, force: Bool) throws(ProfileError) -> String { "" }
  package func remove(_ name: String, from: String) throws(ProfileError) -> String { "" }
}

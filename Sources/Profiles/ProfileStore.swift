internal import CLanguage

/// The signature store: profiles in a project's folder, in the user's, and those that come with
/// sonde.
///
/// It holds paths only; every call looks at the disk, since editors and other sondes write there
/// too.
package struct ProfileStore: Hashable, Sendable {
  /// The `.sonde` folder; nil when there is none here or above.
  package var projectFolder: String?
  package var userFolder: String
  /// The folder of the profiles that come with sonde; nil when it is not found.
  package var shippedFolder: String?
  /// How long saving waits for another writer, in seconds.
  package var lockTime = 5.0
  /// Bytes that a profile can have.
  package var sizeLimit = Self.standardSizeLimit

  /// Above the largest header that is somebody's profile, below what would stall the program.
  package static let standardSizeLimit = 16 << 20

  package init(projectFolder: String?, userFolder: String, shippedFolder: String? = nil) {
    self.projectFolder = projectFolder
    self.userFolder = userFolder
    self.shippedFolder = shippedFolder
  }

  // MARK: Paths

  /// Where a profile is, or would be.
  ///
  /// - Throws: `noProjectFolder`, `noShippedFolder`.
  package func path(
    of profileName: String, in location: ProfileLocation
  ) throws(ProfileError) -> String {
    guard let folder = folder(location) else {
      throw location == .shipped ? .noShippedFolder : .noProjectFolder
    }
    return "\(folder)/\(ProfileFileName.make(for: profileName))"
  }

  /// The folder of a location; nil when there is none.
  package func folder(_ location: ProfileLocation) -> String? {
    switch location {
    case .project: projectFolder
    case .user: userFolder
    case .shipped: shippedFolder
    }
  }

  private func file(_ path: String) -> ProfileFile { ProfileFile(path: path, sizeLimit: sizeLimit) }

  // MARK: Reading

  /// The profiles of a library, most trusted first; none is no error.
  ///
  /// - Throws: why the first of them that cannot be read cannot; `lookUp` gives the others too.
  package func load(_ profileName: String) throws(ProfileError) -> [LoadedProfile] {
    let found = lookUp(profileName)
    if let failure = found.failures.first { throw failure }
    return found.profiles
  }

  /// The profile of a library in one place; nil when there is none.
  ///
  /// - Throws: why it cannot be read, `noProjectFolder`.
  package func load(
    _ profileName: String, in location: ProfileLocation
  ) throws(ProfileError) -> LoadedProfile? {
    let path = try path(of: profileName, in: location)
    guard let bytes = try file(path).read() else { return nil }
    return LoadedProfile(name: profileName, path: path, location: location, bytes: bytes)
  }

  /// The profiles of a library, most trusted first, and why others cannot be read.
  package func lookUp(
    _ profileName: String
  ) -> (profiles: [LoadedProfile], failures: [ProfileError]) {
    var profiles: [LoadedProfile] = []
    var failures: [ProfileError] = []
    for location in ProfileLocation.allCases where folder(location) != nil {
      do throws(ProfileError) {
        if let profile = try load(profileName, in: location) { profiles.append(profile) }
      } catch {
        failures.append(error)
      }
    }
    return (profiles, failures)
  }

  /// Every profile there is, by location and name, the unreadable ones too.
  ///
  /// - Throws: `system` when a folder cannot be read.
  package func list() throws(ProfileError) -> [ProfileListing] {
    var listings: [ProfileListing] = []
    for location in ProfileLocation.allCases {
      guard let folder = folder(location) else { continue }
      for fileName in try ProfileFolder.readNames(in: folder).sorted() {
        guard let name = ProfileFileName.profileName(ofFile: fileName) else { continue }
        if let listing = listing(name, "\(folder)/\(fileName)", location) {
          listings.append(listing)
        }
      }
    }
    return listings
  }

  private func listing(
    _ name: String, _ path: String, _ location: ProfileLocation
  ) -> ProfileListing? {
    do throws(ProfileError) {
      // Removed by somebody since the folder was read.
      guard let bytes = try file(path).read() else { return nil }
      let profile = LoadedProfile(name: name, path: path, location: location, bytes: bytes)
      return ProfileListing(
        // Of a name too long for a file only the text has all.
        name: fileName(of: profile.library) == fileName(at: path) ? profile.library ?? name : name,
        path: path, location: location, declarationCount: profile.declarationCount,
        problemCount: profile.problems.count, failure: nil)
    } catch {
      return ProfileListing(
        name: name, path: path, location: location, declarationCount: 0, problemCount: 0,
        failure: error)
    }
  }

  private func fileName(of name: String?) -> String? { name.map { ProfileFileName.make(for: $0) } }

  private func fileName(at path: String) -> String? {
    path.split(separator: "/").last.map(String.init)
  }

  // MARK: Changing

  /// Saves declarations: in the place of those of the same name, else at the end.
  ///
  /// All else in the file stays byte for byte. What is there already word for word changes
  /// nothing. System headers that the declarations need are included.
  ///
  /// - Parameters:
  ///   - declarations: C text; it may use what the profile declares and C's own names.
  ///   - profileName: the library's SONAME.
  ///   - location: where the profile is, or is made.
  ///   - isForced: saves into a file that does not parse; its damaged parts stay.
  /// - Returns: the path of the profile.
  /// - Throws: any `ProfileError`; the file is then as it was.
  package func add(
    _ declarations: String, to profileName: String, in location: ProfileLocation = .user,
    isForced: Bool = false
  ) throws(ProfileError) -> String {
    guard location != .shipped else { throw .readOnly(profileName: profileName) }
    let path = try path(of: profileName, in: location)
    let edit = ProfileEdit(path: path, isForced: isForced)
    try file(path).update(lockingFor: lockTime) { (old: [UInt8]?) throws(ProfileError) in
      try edit.add(declarations, to: old, profileName: profileName)
    }
    return path
  }

  /// Removes the declarations of a name, with their own comments.
  ///
  /// A comment is a declaration's own when it stands behind it in its line, or in the lines
  /// directly above while no other declaration follows in the next line; the comment that begins
  /// the file is nobody's.
  ///
  /// - Parameters:
  ///   - name: of a function, object, type or constant, or a tag (`point` or `struct point`).
  ///   - profileName: the library's SONAME.
  ///   - location: where the profile is.
  ///   - isForced: saves into a file that does not parse; its damaged parts stay.
  /// - Returns: the path of the profile.
  /// - Throws: any `ProfileError`; the file is then as it was.
  package func remove(
    _ name: String, from profileName: String, in location: ProfileLocation = .user,
    isForced: Bool = false
  ) throws(ProfileError) -> String {
    guard location != .shipped else { throw .readOnly(profileName: profileName) }
    guard location != .shipped else { throw .readOnly(profileName: profileName) }
    let path = try path(of: profileName, in: location)
    let edit = ProfileEdit(path: path, isForced: isForced)
    try file(path).update(lockingFor: lockTime) { (old: [UInt8]?) throws(ProfileError) in
      guard let old else { throw .unknownName(path: path, name: name) }
      return try edit.remove(name, from: old)
    }
    return path
  }
}

/// One profile of the store, for a table.
package struct ProfileListing: Hashable, Sendable {
  /// The library's SONAME.
  package var name: String
  package var path: String
  package var location: ProfileLocation
  /// A declaration of several names counts once.
  package var declarationCount: Int
  package var problemCount: Int
  /// Why it cannot be read; the counts are then 0.
  package var failure: ProfileError?
}

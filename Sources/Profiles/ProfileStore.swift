package import CLanguage
internal import Glibc

/// Which of the directories a profile is in.
package enum ProfileLocation: String, Hashable, Sendable {
  /// `.sonde/` of the working directory or of a parent.
  case project
  /// The user's own store.
  case user
}

/// A directory that has profiles in it, or will have.
package struct ProfileDirectory: Hashable, Sendable {
  package var path: String
  package var location: ProfileLocation

  package init(path: String, location: ProfileLocation) {
    self.path = path
    self.location = location
  }
}

/// A profile as it was read.
package struct LoadedProfile: Sendable {
  /// The SONAME that the file is named after.
  package var name: String
  package var path: String
  package var location: ProfileLocation
  package var text: String
  /// What it declares, over the header given and the profiles below it.
  package var header: CHeader
  /// What is wrong with it; everything else in it counts.
  package var problems: [CDiagnostic]

  /// What `#pragma sonde library` says.
  package var library: String? { header.pragmas.last { $0.name == "library" }?.argument }
  /// What `#pragma sonde build_id` says: the profile is only for this very build.
  package var buildID: String? { header.pragmas.last { $0.name == "build_id" }?.argument }
}

/// The profiles of one library, and those that could not be read.
package struct ProfileSearch: Sendable {
  /// The first one is looked up first; its header has all of them in it.
  package var profiles: [LoadedProfile]
  package var errors: [ProfileError]
}

/// The signature store on disk: one C header a library.
package struct ProfileStore: Sendable {
  /// In the order in which they are looked up.
  package let directories: [ProfileDirectory]
  /// Seconds that a save waits for another program's save.
  package var lockTimeout = 5.0

  package init(directories: [ProfileDirectory]) { self.directories = directories }

  /// The store of a working directory and of the environment of a user.
  ///
  /// `.sonde/` of the working directory or the nearest parent that has one, then
  /// `$XDG_DATA_HOME/sonde/profiles`, whose default is `~/.local/share/sonde/profiles` (XDG Base
  /// Directory Specification). A relative `XDG_DATA_HOME` is ignored, as the specification asks.
  package init(workingDirectory: String, environment: [String: String]) {
    var directories: [ProfileDirectory] = []
    if let project = Self.projectDirectory(from: workingDirectory) {
      directories.append(ProfileDirectory(path: project, location: .project))
    }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      directories.append(ProfileDirectory(path: data + "/sonde/profiles", location: .user))
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      directories.append(
        ProfileDirectory(path: home + "/.local/share/sonde/profiles", location: .user))
    }
    self.init(directories: directories)
  }

  private static func projectDirectory(from workingDirectory: String) -> String? {
    guard workingDirectory.hasPrefix("/") else { return nil }
    var directory = workingDirectory
    while true {
      let candidate = (directory == "/" ? "" : directory) + "/.sonde"
      var status = stat()
      if stat(candidate, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR { return candidate }
      if directory == "/" { return nil }
      directory = ProfileFile.directory(of: directory)
    }
  }

  // MARK: Finding

  /// Where the profile of a library is, or would be, in one of the directories.
  package func path(
    of name: String, in directory: ProfileDirectory
  ) throws(ProfileError) -> String {
    try Self.check(name)
    return directory.path + "/" + name + ".h"
  }

  /// A name is one of a file in the directory: no path, not hidden, nothing a terminal acts on.
  private static func check(_ name: String) throws(ProfileError) {
    let isControl = name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    // With `.h` and the lock's own letters it has to stay below NAME_MAX.
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !isControl,
      name.utf8.count <= 200
    else { throw .invalidName(name) }
  }

  /// All profiles of all directories: library, place and path, sorted by library.
  package func list() -> [(name: String, location: ProfileLocation, path: String)] {
    directories.flatMap { directory in
      ProfileFile.names(in: directory.path)
        .filter { $0.hasSuffix(".h") && !$0.hasPrefix(".") }
        .sorted()
        .map { (String($0.dropLast(2)), directory.location, directory.path + "/" + $0) }
    }
    .sorted { $0.0 < $1.0 }
  }

  /// Reads the profiles of a library; each stands over those that are looked up after it.
  package func load(_ name: String, over lower: CHeader = .standard) -> ProfileSearch {
    var search = ProfileSearch(profiles: [], errors: [])
    var lower = lower
    for directory in directories.reversed() {
      do throws(ProfileError) {
        let path = try path(of: name, in: directory)
        guard let bytes = try ProfileFile(path: path).contents() else { continue }
        var header = CHeader(over: lower)
        let problems = header.declare(bytes: bytes, file: path)
        let profile = LoadedProfile(
          name: name, path: path, location: directory.location,
          text: String(decoding: bytes, as: UTF8.self), header: header, problems: problems)
        search.profiles.insert(profile, at: 0)
        lower = header
      } catch {
        search.errors.insert(error, at: 0)
      }
    }
    return search
  }

  // MARK: Changing

  /// The directory that a change goes to: the first that has a profile of the library, else the
  /// first there is.
  private func directory(
    for name: String, _ location: ProfileLocation?
  ) throws(ProfileError) -> ProfileDirectory {
    let candidates = directories.filter { location == nil || $0.location == location }
    for directory in candidates {
      var status = stat()
      if try lstat(path(of: name, in: directory), &status) == 0 { return directory }
    }
    guard let first = candidates.first else { throw .noHome }
    return first
  }

  /// Puts declarations into the profile of a library: each in the place of that of the same name,
  /// or at the end; a file is made if there is none.
  ///
  /// - Returns: the path of the file.
  /// - Throws: why nothing was changed. A file with mistakes in it is only changed when `force`
  ///   says so, and its mistakes then stay.
  @discardableResult
  package func add(
    _ declarations: String, to name: String, in location: ProfileLocation? = nil,
    over lower: CHeader = .standard, force: Bool = false
  ) throws(ProfileError) -> String {
    let path = try path(of: name, in: directory(for: name, location))
    try ProfileFile(path: path).change(waiting: lockTimeout) { bytes throws(ProfileError) in
      let document = ProfileDocument(bytes ?? ProfileDocument.new(name), over: lower)
      try check(document, path: path, force: force)
      let new = try document.adding(declarations, path: path)
      return new == bytes ? nil : new
    }
    return path
  }

  /// Takes a declaration out of the profile of a library: a function, variable or type by its
  /// name, a struct also as `struct s`.
  ///
  /// - Returns: the path of the file.
  @discardableResult
  package func remove(
    _ declaration: String, from name: String, in location: ProfileLocation? = nil,
    over lower: CHeader = .standard, force: Bool = false
  ) throws(ProfileError) -> String {
    let path = try path(of: name, in: directory(for: name, location))
    guard try ProfileFile(path: path).contents() != nil else { throw .noSuchProfile(name: name) }
    try ProfileFile(path: path).change(waiting: lockTimeout) { bytes throws(ProfileError) in
      guard let bytes else { throw .noSuchProfile(name: name) }
      let document = ProfileDocument(bytes, over: lower)
      try check(document, path: path, force: force)
      guard let new = try document.removing(declaration, path: path) else {
        throw .notDeclared(name: declaration, path: path)
      }
      return new
    }
    return path
  }

  private func check(
    _ document: ProfileDocument, path: String, force: Bool
  ) throws(ProfileError) {
    guard !force && !document.problems.isEmpty else { return }
    throw .damaged(path: path, text: document.text, document.problems)
  }
}

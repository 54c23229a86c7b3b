internal import Glibc

extension ProfileStore {
  /// The store of this process: its working directory and its environment.
  package static func standard() -> ProfileStore {
    var environment: [String: String] = [:]
    for name in ["HOME", "XDG_DATA_HOME"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    var directory = "/"
    if let buffer = getcwd(nil, 0) {
      directory = String(cString: buffer)
      free(buffer)
    }
    return standard(workingDirectory: directory, environment: environment)
  }

  /// The store for a working directory and an environment.
  ///
  /// The user's folder is that of the XDG Base Directory Specification, section 3:
  /// `$XDG_DATA_HOME`, which is ignored when it is not absolute, else `$HOME/.local/share`.
  package static func standard(
    workingDirectory: String, environment: [String: String]
  ) -> ProfileStore {
    var data = environment["XDG_DATA_HOME"] ?? ""
    if !data.hasPrefix("/") { data = "\(home(environment))/.local/share" }
    while data.count > 1 && data.hasSuffix("/") { data.removeLast() }
    return ProfileStore(
      projectFolder: projectFolder(of: workingDirectory), userFolder: "\(data)/sonde/profiles")
  }

  private static func home(_ environment: [String: String]) -> String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    // Without it the user database knows (getpwuid(3)).
    guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return "" }
    return String(cString: folder)
  }

  private static func projectFolder(of directory: String) -> String? {
    var directory = directory
    while true {
      let folder = directory == "/" ? "/.sonde" : "\(directory)/.sonde"
      if ProfileFolder.isFolder(folder) { return folder }
      let parent = ProfileFolder.parent(of: directory)
      if parent == directory || parent == "." { return nil }
      directory = parent
    }
  }
}

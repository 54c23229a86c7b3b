internal import Glibc

extension ProfileStore {
  /// The store of this process: its working directory and its environment.
  package static func standard() -> ProfileStore {
    var environment: [String: String] = [:]
    for name in ["HOME", "XDG_DATA_HOME", "SONDE_PROFILES"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    var directory = "/"
    if let buffer = getcwd(nil, 0) {
      directory = String(cString: buffer)
      free(buffer)
    }
    return standard(
      workingDirectory: directory, environment: environment, program: programPath())
  }

  private static func programPath() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = readlink("/proc/self/exe", base, buffer.count)
      return String(
        decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// The store for a working directory and an environment.
  ///
  /// The user's folder is that of the XDG Base Directory Specification, section 3:
  /// `$XDG_DATA_HOME`, which is ignored when it is not absolute, else `$HOME/.local/share`.
  ///
  /// - Parameters:
  ///   - workingDirectory: where a project's folder is looked for, and above.
  ///   - environment: `HOME`, `XDG_DATA_HOME`, and `SONDE_PROFILES`, which names the folder of the
  ///     profiles that come with sonde; empty for none.
  ///   - program: this program's file, beside which they are otherwise.
  /// - Returns: the store; folders in it need not exist.
  package static func standard(
    workingDirectory: String, environment: [String: String], program: String = ""
  ) -> ProfileStore {
    var data = environment["XDG_DATA_HOME"] ?? ""
    if !data.hasPrefix("/") { data = "\(home(environment))/.local/share" }
    while data.count > 1 && data.hasSuffix("/") { data.removeLast() }
    return ProfileStore(
      projectFolder: projectFolder(of: workingDirectory), userFolder: "\(data)/sonde/profiles",
      shippedFolder: shippedFolder(environment["SONDE_PROFILES"], program))
  }

  /// Where `make install` puts the profiles, `../share/sonde/profiles`, or for a program that is
  /// run where it was built, `Resources/profiles` beside the `.build` folder.
  private static func shippedFolder(_ named: String?, _ program: String) -> String? {
    if let named { return named.isEmpty ? nil : named }
    var folder = ProfileFolder.parent(of: program)
    let installed = ProfileFolder.parent(of: folder) + "/share/sonde/profiles"
    if ProfileFolder.isFolder(installed) { return installed }
    while folder != "/" && folder != "." {
      let parent = ProfileFolder.parent(of: folder)
      if folder.hasSuffix("/.build"), ProfileFolder.isFolder(parent + "/Resources/profiles") {
        return parent + "/Resources/profiles"
      }
      folder = parent
    }
    return nil
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

internal import CElf
internal import ELFModel
internal import Glibc

/// What debug information a file has, in itself or beside it (gdb manual, "Debugging Information in
/// Separate Files").
enum DebugFileFinder {
  static func debugInformation(
    of file: ELFFile, _ names: [String], buildID: String?
  ) -> DebugInformation {
    var found = DebugInformation()
    for (index, name) in names.enumerated() where file.sections[index].isInFile {
      if name.hasPrefix(".debug_") || name.hasPrefix(".zdebug_") { found.sections.append(name) }
      if name == ".gnu_debugdata" { found.hasMiniDebugInformation = true }
      if name == ".gnu_debuglink" {
        let bytes = file.input.bytes(in: file.range(of: file.sections[index]).prefix(4096))
        let link = bytes.prefix { $0 != 0 }
        if !link.isEmpty { found.linkName = String(escaping: link) }
      }
    }
    found.hasDWARF = found.sections.contains { $0.hasSuffix("debug_info") }
    for candidate in candidates(file.input.path, buildID: buildID, link: found.linkName)
    where candidate != file.input.path && access(candidate, R_OK) == 0 {
      guard let other = try? ELFFile(path: candidate) else { continue }
      found.separateFile = candidate
      let otherID = BuildID.find(in: other)
      found.separateFileIsForeign = buildID != nil && otherID != nil && otherID != buildID
      if !found.separateFileIsForeign { break }
    }
    return found
  }

  private static func candidates(_ path: String, buildID: String?, link: String?) -> [String] {
    var candidates: [String] = []
    if let buildID, buildID.utf8.count > 2 {
      candidates.append(
        "/usr/lib/debug/.build-id/\(buildID.prefix(2))/\(buildID.dropFirst(2)).debug")
    }
    // A name with slashes would lead out of the folders that are meant.
    if let link, !link.contains("/") {
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      candidates += ["\(folder)/\(link)", "\(folder)/.debug/\(link)"]
      if let real = realFolder(folder) { candidates.append("/usr/lib/debug\(real)/\(link)") }
    }
    return candidates
  }

  private static func realFolder(_ folder: String) -> String? {
    guard let real = realpath(folder.isEmpty ? "/" : folder, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

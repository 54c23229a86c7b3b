internal import Glibc

/// A new empty folder, removed with everything in it when the last reference goes.
package final class TemporaryDirectory: Sendable {
  /// Absolute, without a slash at the end.
  package let path: String

  /// Makes `/tmp/sonde-test-XXXXXX` (or under `TMPDIR`).
  ///
  /// - Throws: `FileFailure`.
  package init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/sonde-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileFailure(path: parent, number: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// The path of something in it.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder in it and returns its path.
  ///
  /// - Throws: `FileFailure`.
  package func makeFolder(_ name: String) throws -> String {
    let folder = file(name)
    guard mkdir(folder, 0o755) == 0 else { throw FileFailure(path: folder, number: errno) }
    return folder
  }
}

/// Removes what it can; a test must not fail because another process was quicker.
private func removeTree(_ path: String) {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  if status.st_mode & S_IFMT == S_IFDIR {
    // A test may have taken the permission away.
    chmod(path, 0o700)
    for name in namesInFolder(path) { removeTree("\(path)/\(name)") }
    rmdir(path)
  } else {
    unlink(path)
  }
}

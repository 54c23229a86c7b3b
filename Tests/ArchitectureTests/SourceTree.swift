import Foundation

/// The project's files as the tests of its shape see them.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .standardizedFileURL

  /// The folders in `Sources`: one a module.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }
  }

  /// Every file below a folder or file of the project; hidden ones and `build` left out.
  static func files(below path: String) -> [URL] {
    let top = root.appending(path: path)
    guard
      let walk = FileManager.default.enumerator(
        at: top, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    else { return [] }
    var found: [URL] = []
    for case let file as URL in walk {
      if file.lastPathComponent == "build" { walk.skipDescendants() }
      if (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
        found.append(file)
      }
    }
    return found.isEmpty && FileManager.default.fileExists(atPath: top.path) ? [top] : found
  }

  static func swiftFiles(in module: String) -> [URL] {
    files(below: "Sources/\(module)").filter { $0.pathExtension == "swift" }
  }

  /// The path below the project's folder.
  static func name(_ file: URL) -> String {
    String(file.standardizedFileURL.path.dropFirst(root.path.count + 1))
  }

  static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// The modules that a Swift file imports.
  static func imports(of file: URL) throws -> Set<String> {
    let pattern =
      /^\s*(?:@\w+ )*(?:(?:package|internal|public|private|fileprivate) )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/
    return Set(
      try text(file).split(separator: "\n").compactMap { line in
        line.firstMatch(of: pattern).map { String($0.1) }
      })
  }
}

internal import Foundation

/// Files made for one test, removed with it.
package final class ScratchFolder {
  /// The folder.
  package let path = FileManager.default.temporaryDirectory.appending(
    path: "elf-\(UUID().uuidString)"
  ).path

  package init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  package func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Compiles C or assembler text with the system's compiler.
  package func compile(
    _ source: String, as name: String, suffix: String = "c", _ options: [String],
    compiler: String = "/usr/bin/cc"
  ) throws -> String {
    let input = try write(Array(source.utf8), as: "\(name).\(suffix)")
    let output = "\(path)/\(name)"
    let process = Process()
    process.executableURL = URL(filePath: compiler)
    process.arguments = options + ["-o", output, input]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return output
  }
}

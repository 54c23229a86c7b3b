import Foundation
import Testing

/// The system's C compiler, which is the reference for layouts and for what counts as C.
enum Compiler {
  /// What the compiler says against a text; empty when it accepts it.
  static func complaints(about text: String, language: String = "c") throws -> String {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "sonde-c-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let source = directory.appending(path: "text.h")
    try Data(text.utf8).write(to: source)
    return try run(
      "/usr/bin/cc", ["-w", "-fsyntax-only", "-x", language, source.path], in: directory
    ).output
  }

  private static func run(
    _ program: String, _ arguments: [String], in directory: URL
  ) throws -> (status: Int32, output: String) {
    let log = directory.appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self)
    )
  }
}

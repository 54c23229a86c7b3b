import TestSupport

/// What gdb's `whatis` says of functions.
enum GdbAnswers {
  /// Asks for all of them in one run.
  ///
  /// - Returns: the types by name; without those that gdb does not know.
  static func types(
    of names: [String], in path: String, _ environment: [String: String], _ home: TemporaryDirectory
  ) throws -> [String: String] {
    let commands = names.map { "echo @@\($0)\\n\nwhatis '\($0)'\n" }.joined()
    try write(Array(("set width 0\n" + commands).utf8), to: home.file("commands"))
    let run = try ProgramRun.run(
      "/usr/bin/gdb", ["-q", "-nx", "-batch", "-x", home.file("commands"), path],
      environment: environment, within: 240)
    var answers: [String: String] = [:]
    var name = ""
    for line in run.lines {
      if line.hasPrefix("@@") { name = String(line.dropFirst(2)) }
      // gdb knows no types of indirect functions and thunks, and looks some names up among its own.
      if line.hasPrefix("type = "), !line.contains("no debug info") {
        answers[name] = String(line.dropFirst(7))
      }
    }
    return answers
  }
}

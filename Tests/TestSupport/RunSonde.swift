package import Testing

/// Runs `sonde` to its end, away from the user's own profiles.
///
/// - Parameters:
///   - arguments: those behind the program's name.
///   - environment: added to an isolated environment with a home of its own; pass
///     `XDG_DATA_HOME` to let several runs share a signature store. An empty value stays empty; a
///     nil one takes the variable away.
///   - input: what standard input reads; its end at once when nil.
///   - directory: the working directory; an empty one when nil.
///   - seconds: the time limit of the whole run.
/// - Returns: how it ended and what it wrote.
/// - Throws: `ProgramFailure`, `FileFailure`.
package func runSonde(
  _ arguments: String..., environment: [String: String?] = [:], input: String? = nil,
  directory: String? = nil, within seconds: Double = 60
) throws -> ProgramRun {
  let home = try TemporaryDirectory()
  return try ProgramRun.run(
    Programs.sonde, arguments,
    environment: sondeEnvironment(home: home, changes: environment),
    input: input.map { Array($0.utf8) }, directory: directory ?? home.makeFolder("work"),
    within: seconds)
}

/// `sonde` started and left running; `home` has to outlive it.
///
/// - Throws: `ProgramFailure`, `FileFailure`.
package func startSonde(
  _ arguments: String..., home: TemporaryDirectory, environment: [String: String?] = [:],
  input: String? = nil, directory: String? = nil
) throws -> StartedProgram {
  try StartedProgram(
    Programs.sonde, arguments,
    environment: sondeEnvironment(home: home, changes: environment),
    input: input.map { Array($0.utf8) }, directory: directory ?? home.path)
}

func sondeEnvironment(
  home: TemporaryDirectory, changes: [String: String?]
) -> [String: String] {
  var environment = TestEnvironment.isolated(home: home)
  for (name, value) in changes { environment[name] = value }
  return environment
}

extension ProgramRun {
  /// Expects that exit status, and that no process of the run was left behind.
  package func expectStatus(
    _ status: Int32, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      ending == .exited(status), "output: \(text)\nerror output: \(errorText)",
      sourceLocation: sourceLocation)
    #expect(survivors.isEmpty, "processes left behind", sourceLocation: sourceLocation)
  }

  /// Expects success and exactly that output.
  package func expectOutput(
    _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectStatus(0, sourceLocation: sourceLocation)
    #expect(text == expected, sourceLocation: sourceLocation)
  }

  /// Expects that exit status, nothing on standard output, and that text within standard error.
  package func expectError(
    _ status: Int32, containing part: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectStatus(status, sourceLocation: sourceLocation)
    #expect(text.isEmpty, sourceLocation: sourceLocation)
    #expect(errorText.contains(part), sourceLocation: sourceLocation)
  }
}

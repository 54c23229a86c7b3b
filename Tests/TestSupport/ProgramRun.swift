internal import Glibc

/// A program that could not be started.
package struct ProgramFailure: Error, CustomStringConvertible {
  package var program: String
  package var number: Int32

  package var description: String {
    "cannot start \(program): \(String(cString: strerror(number)))"
  }
}

/// What came of running a program to its end.
package struct ProgramRun: Sendable {
  package enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// The time limit passed and it was killed.
    case timedOut
    /// It wrote more than `ProgramRun.outputLimit` and was killed.
    case outputTooLong
  }

  package var ending: Ending
  package var output: [UInt8]
  package var errorOutput: [UInt8]
  /// Processes of the run that lived on after it, by now killed.
  package var survivors: [ProcessTable.Entry]

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  package var errorText: String { String(decoding: errorOutput, as: UTF8.self) }
  /// Standard output without the last newline, cut into lines.
  package var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .dropLast(text.hasSuffix("\n") ? 1 : 0)
  }

  /// Bytes of output after which a run is ended.
  package static let outputLimit = 256 << 20
  /// Seconds that processes of a run have to end after its program has.
  package static let graceTime = 3.0

  /// Runs a program and waits.
  ///
  /// Whatever happens, nothing that carries the run's mark lives afterwards. Output goes through
  /// files, so that a process left behind cannot hold the reader of a pipe.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: those behind the program's name.
  ///   - environment: the whole environment; the mark is added.
  ///   - input: what standard input reads; its end at once when nil.
  ///   - directory: the working directory; this process's own when nil.
  ///   - seconds: the time limit.
  /// - Returns: how it ended and what it wrote.
  /// - Throws: `ProgramFailure`, `FileFailure`.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String],
    input: [UInt8]? = nil, directory: String? = nil, within seconds: Double = 30
  ) throws -> ProgramRun {
    let started = try StartedProgram(
      program, arguments, environment: environment, input: input, directory: directory)
    return try started.finish(within: seconds)
  }
}

/// A program that runs while the test does something.
package final class StartedProgram {
  /// Its process id, and that of its process group.
  package let id: Int32
  /// What its environment holds as `SONDE_TEST_MARK`.
  package let mark: String
  /// What it leaves behind is somebody else's to end: the server that tmux(1) starts.
  private let leavesServer: Bool
  private let files: TemporaryDirectory
  private var status: Int32?

  /// Starts the program in a process group of its own, with signals as a shell would give them.
  ///
  /// - Throws: `ProgramFailure`, `FileFailure`.
  package convenience init(
    _ program: String, _ arguments: [String], environment: [String: String],
    input: [UInt8]? = nil, directory: String? = nil
  ) throws {
    try self.init(
      program, arguments, environment: environment, input: input, directory: directory,
      leavesServer: false)
  }

  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: [UInt8]?,
    directory: String?, leavesServer: Bool
  ) throws {
    files = try TemporaryDirectory()
    mark = ProcessTable.makeMark()
    self.leavesServer = leavesServer
    if let input { try write(input, to: files.file("input")) }
    var environment = environment
    if !leavesServer { environment[ProcessTable.markName] = mark }
    // posix_spawn's way to change the folder is no part of Glibc's module; env(1) has one.
    let command =
      directory.map { ["/usr/bin/env", "--chdir=\($0)", program] + arguments }
      ?? [program] + arguments
    id = try spawn(
      command, environment: environment.map { "\($0.key)=\($0.value)" }.sorted(),
      input: input == nil ? "/dev/null" : files.file("input"), output: files.file("output"),
      errorOutput: files.file("error"))
  }

  deinit {
    // A test that threw in between must not leave it running.
    if status == nil {
      kill(-id, SIGKILL)
      waitpid(id, nil, 0)
      _ = killSurvivors(after: 0)
    }
  }

  /// Standard output so far.
  package var outputSoFar: String { (try? readText(of: files.file("output"))) ?? "" }
  /// Standard error so far.
  package var errorOutputSoFar: String { (try? readText(of: files.file("error"))) ?? "" }

  /// Sends a signal to the program, not to its group.
  package func signal(_ number: Int32) { kill(id, number) }

  /// Polls until the condition holds; false when the time is over or the program ended first.
  package func wait(within seconds: Double, until condition: () -> Bool) -> Bool {
    let deadline = Deadline(after: seconds)
    while true {
      if condition() { return true }
      if deadline.hasPassed || hasEnded() { return condition() }
      usleep(5_000)
    }
  }

  /// Waits for its end, and kills what is left of it.
  ///
  /// - Throws: `FileFailure`.
  package func finish(within seconds: Double = 30) throws -> ProgramRun {
    let deadline = Deadline(after: seconds)
    var ending: ProgramRun.Ending?
    while ending == nil && !hasEnded() {
      if deadline.hasPassed { ending = .timedOut }
      if outputSize > ProgramRun.outputLimit { ending = .outputTooLong }
      usleep(2_000)
    }
    if !hasEnded() {
      kill(-id, SIGKILL)
      waitForEnd()
    }
    // After a forced end its children are no survivors to report, yet they have to go.
    let survivors = killSurvivors(after: ProgramRun.graceTime)
    return ProgramRun(
      ending: ending ?? Self.ending(status ?? 0),
      output: try readBytes(of: files.file("output")),
      errorOutput: try readBytes(of: files.file("error")), survivors: survivors)
  }

  private var outputSize: Int {
    var total = 0
    for name in ["output", "error"] {
      var status = stat()
      if stat(files.file(name), &status) == 0 { total += Int(status.st_size) }
    }
    return total
  }

  private func hasEnded() -> Bool {
    if status != nil { return true }
    var value: Int32 = 0
    if waitpid(id, &value, WNOHANG) == id { status = value }
    return status != nil
  }

  private func waitForEnd() {
    var value: Int32 = 0
    while waitpid(id, &value, 0) < 0 && errno == EINTR {}
    status = value
  }

  private func killSurvivors(after seconds: Double) -> [ProcessTable.Entry] {
    if leavesServer { return [] }
    let survivors = ProcessTable.marked(mark, goneWithin: seconds)
    // Killing one can bring forth another (a snapshot that wakes): until none is left.
    for _ in 0..<100 {
      let living = ProcessTable.marked(mark)
      if living.isEmpty { break }
      for process in living { kill(process.id, SIGKILL) }
      usleep(5_000)
    }
    return survivors
  }

  /// `WIFSIGNALED`, `WTERMSIG` and `WEXITSTATUS`, which are macros.
  private static func ending(_ status: Int32) -> ProgramRun.Ending {
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}

private func spawn(
  _ command: [String], environment: [String], input: String, output: String, errorOutput: String
) throws -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // Opened in the child, so that no other child started meanwhile inherits them.
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  let writing = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND
  posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, errorOutput, writing, 0o600)

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setpgroup(&attributes, 0)
  posix_spawnattr_setflags(
    &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

  let arguments = command.map { strdup($0) } + [nil]
  let variables = environment.map { strdup($0) } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var id: Int32 = 0
  let result = posix_spawn(&id, command[0], &actions, &attributes, arguments, variables)
  guard result == 0 else { throw ProgramFailure(program: command[0], number: result) }
  return id
}

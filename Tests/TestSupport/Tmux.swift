internal import Glibc
package import Testing

/// A program in a terminal of its own: tmux on a private socket, without anyone's configuration.
package final class Tmux {
  /// What tmux answered when it did not do what it was asked.
  package struct Failure: Error, CustomStringConvertible {
    package var arguments: [String]
    package var message: String
    package var description: String { "tmux \(arguments.joined(separator: " ")): \(message)" }
  }

  /// What the program's environment holds as `SONDE_TEST_MARK`.
  package let mark = ProcessTable.makeMark()
  private let home: TemporaryDirectory

  /// Starts `sonde` with these arguments in a terminal of that size.
  ///
  /// - Parameters:
  ///   - arguments: those behind the program's name.
  ///   - width: in columns.
  ///   - height: in lines.
  ///   - environment: as for `runSonde`; the terminal is `tmux-256color` unless `TERM` says
  ///     otherwise.
  ///   - directory: the working directory; the home when nil.
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package init(
    _ arguments: String..., width: Int = 100, height: Int = 30,
    environment: [String: String?] = [:], directory: String? = nil
  ) throws {
    home = try TemporaryDirectory()
    var variables = sondeEnvironment(
      home: home, changes: ["TERM": "tmux-256color"].merging(environment) { $1 })
    variables[ProcessTable.markName] = mark
    // The pane stays after the program's end, so that its last screen and status can be read.
    try write(
      """
      set -g status off
      set -g remain-on-exit on
      set -g default-terminal tmux-256color
      set -ga terminal-overrides ",*:Tc"
      set -s escape-time 0
      set -g history-limit 1000
      """, to: home.file("tmux.conf"))
    let command =
      ["exec", "env", "-i"] + variables.map { quoted("\($0.key)=\($0.value)") }.sorted()
      + ([Programs.sonde] + arguments).map(quoted)
    try tmux([
      "-f", home.file("tmux.conf"), "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "-c", directory ?? home.path, command.joined(separator: " "),
    ])
  }

  deinit { end() }

  /// Keys by tmux's names: `Enter`, `Escape`, `Down`, `C-c`, `F1`, `BSpace`, `BTab`.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Text as if typed, every character for itself.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Text at once, bracketed if the program asked for that.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p"])
  }

  /// Bytes as they are: mouse reports, unfinished escape sequences.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func send(bytes: [UInt8]) throws {
    try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Changes the terminal's size.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func resize(width: Int, height: Int) throws {
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// The screen as text, lines without spaces at their end.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The screen with the escape sequences of its colours and attributes.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func screenWithEscapes() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// Column and row of the cursor, from 0; nil when it is hidden.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func cursor() throws -> (column: Int, row: Int)? {
    let numbers = try tmux(["display-message", "-p", "#{cursor_flag} #{cursor_x} #{cursor_y}"])
      .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return numbers.count == 3 && numbers[0] == 1 ? (numbers[1], numbers[2]) : nil
  }

  /// What the terminal is in: `alternate` screen, `keypad`, `mouse`; all false for a plain shell.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func modes() throws -> (alternate: Bool, keypad: Bool, mouse: Bool) {
    let flags = try tmux([
      "display-message", "-p", "#{alternate_on} #{keypad_flag} #{mouse_any_flag}",
    ]).split(whereSeparator: \.isWhitespace)
    return flags.count == 3
      ? (flags[0] == "1", flags[1] == "1", flags[2] == "1") : (false, false, false)
  }

  /// The program's exit status; nil while it runs, 128+N when signal N ended it.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func exitStatus() throws -> Int32? {
    let fields = try tmux([
      "display-message", "-p", "#{pane_dead},#{pane_dead_status},#{pane_dead_signal}",
    ]).trimmed.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0] == "1" else { return nil }
    if fields[1].isEmpty && fields[2].isEmpty {
      // tmux 3.3a misses the death of a program that ends while the server still starts; the
      // death of another child makes it look.
      try tmux(["run-shell", "true"])
      return nil
    }
    return Int32(fields[1]) ?? Int32(fields[2]).map { 128 + $0 }
  }

  /// The program's process id.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func processIdentifier() throws -> Int32? {
    Int32(try tmux(["display-message", "-p", "#{pane_pid}"]).trimmed)
  }

  /// Polls until the screen satisfies the condition; records an issue with the screen otherwise.
  ///
  /// - Returns: the last screen seen.
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  @discardableResult
  package func wait(
    within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (String) -> Bool
  ) throws -> String {
    let deadline = Deadline(after: seconds)
    while true {
      let seen = try screen()
      if condition(seen) { return seen }
      if deadline.hasPassed {
        Issue.record(
          "after \(seconds) seconds the screen is still:\n\(seen)", sourceLocation: sourceLocation)
        return seen
      }
      usleep(20_000)
    }
  }

  /// Polls until the screen holds that text.
  ///
  /// - Returns: the last screen seen.
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  @discardableResult
  package func wait(
    until text: String, within seconds: Double = 20,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(within: seconds, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Polls until the program has ended and returns its status; records an issue otherwise.
  ///
  /// - Throws: `Failure`, `ProgramFailure`, `FileFailure`.
  package func waitForExit(
    within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int32? {
    let deadline = Deadline(after: seconds)
    while true {
      if let status = try exitStatus() { return status }
      if deadline.hasPassed {
        Issue.record(
          "after \(seconds) seconds it still runs:\n\(try screen())",
          sourceLocation: sourceLocation)
        return nil
      }
      usleep(20_000)
    }
  }

  /// Processes of the program that are still there after a moment's grace.
  package func survivors() -> [ProcessTable.Entry] {
    ProcessTable.marked(mark, goneWithin: ProgramRun.graceTime)
  }

  /// Ends the terminal and everything in it.
  package func end() {
    _ = try? tmux(["kill-server"])
    for _ in 0..<100 {
      let living = ProcessTable.marked(mark)
      if living.isEmpty { return }
      for process in living { kill(process.id, SIGKILL) }
      usleep(5_000)
    }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let run = try StartedProgram(
      "/usr/bin/tmux", ["-S", home.file("socket")] + arguments,
      environment: TestEnvironment.isolated(home: home), input: nil, directory: nil,
      leavesServer: true
    ).finish()
    guard run.ending == .exited(0) else {
      throw Failure(arguments: arguments, message: run.errorText.trimmed)
    }
    return run.text
  }
}

/// For sh(1).
private func quoted(_ word: String) -> String {
  "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

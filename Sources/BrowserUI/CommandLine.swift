/// A command of the `:` line.
enum Command: Hashable, Sendable {
  case write
  case quit
  case writeAndQuit
  case quitWithoutSaving
  case help
  case show(Section)
  /// Write the session as a script to a file.
  case saveScript(String)
  /// Something for the session, as at the console: `:undo 3`.
  case session(String)
}

/// How a command is written and what it does.
struct CommandRow: Sendable {
  var name: String
  /// What follows the name: `FILE.c`; nil when nothing may.
  var argument: String?
  /// A sentence for the help screen.
  var help: String
  private let make: @Sendable (String) -> Command?

  private init(
    _ name: String, _ argument: String? = nil, _ help: String,
    _ make: @escaping @Sendable (String) -> Command?
  ) {
    self.name = name
    self.argument = argument
    self.help = help
    self.make = make
  }

  /// The command with what was typed behind its name; nil when that does not fit.
  func command(_ argument: String) -> Command? {
    argument.isEmpty || self.argument != nil ? make(argument) : nil
  }

  /// How it is typed: `:save FILE.c`.
  var usage: String { ":" + name + (argument.map { " " + $0 } ?? "") }

  /// Every command.
  static let all: [CommandRow] =
    [
      CommandRow("w", nil, "Save the prototypes to the profile.") { _ in .write },
      CommandRow("q", nil, "Leave; asks when prototypes are not saved.") { _ in .quit },
      CommandRow("wq", nil, "Save, then leave.") { _ in .writeAndQuit },
      CommandRow("q!", nil, "Leave; prototypes that are not saved are lost.") { _ in
        .quitWithoutSaving
      },
      CommandRow("help", nil, "Show the keys.") { _ in .help },
      CommandRow("undo", "[N]", "Take back the last statement, or the last N.") {
        $0.isEmpty ? .session(":undo") : Int($0).flatMap { $0 > 0 ? .session(":undo \($0)") : nil }
      },
      CommandRow("dead", "[EXPR]", "After a crash: registers, or memory of what died.") {
        .session(($0.isEmpty ? ":dead" : ":dead \($0)"))
      },
      CommandRow("states", nil, "What can be taken back, and the memory that this costs.") { _ in
        .session(":states")
      },
      CommandRow("leaks", nil, "What called code allocated and did not free.") { _ in
        .session(":leaks")
      },
      CommandRow("save", "FILE.c", "Write the session's statements as a script for sonde run.") {
        $0.isEmpty ? nil : .saveScript($0)
      },
    ]
    + Section.allCases.map { section in
      CommandRow(section.label.lowercased(), nil, "Go to the \(section.label.lowercased()).") {
        _ in .show(section)
      }
    }
}

/// The line in which commands are typed, in place of the status line.
struct CommandLine: Sendable {
  // MARK: State

  private(set) var field = TextField()
  private var problem: String?

  /// What pressing Enter came to.
  enum Step: Sendable {
    case stay
    case close
    case run(Command)
  }

  // MARK: Update

  mutating func update(_ input: ScreenInput) -> Step {
    switch input {
    case .text(let text):
      field.insert(text)
      problem = nil
    case .action(.edit(.deleteBefore)):
      // As in vi: deleting past the colon leaves the line.
      if field.isEmpty { return .close }
      field.apply(.deleteBefore)
      problem = nil
    case .action(.edit(let edit)):
      field.apply(edit)
      problem = nil
    case .action(.complete): complete()
    case .action(.back): return .close
    case .action(.accept): return accept()
    case .action, .click: break
    }
    return .stay
  }

  // MARK: View

  func view(width: Int) -> Line {
    var line = Line(" :", .prompt)
    let note = problem.map { "  " + $0 } ?? ""
    let room = min(width - 3, max(field.text.cellWidth + 1, width - 3 - note.cellWidth))
    line.append(field.line(width: room, on: .plain, hasCursor: true))
    line.append(note, .error)
    return line
  }

  // MARK: Private helpers

  private mutating func accept() -> Step {
    let text = field.text.trimmed
    if text.isEmpty { return .close }
    let name = String(text.prefix { $0 != " " })
    guard let row = CommandRow.all.first(where: { $0.name == name }) else {
      problem = "no such command; there are " + Self.names
      return .stay
    }
    if let command = row.command(String(text.dropFirst(name.count)).trimmed) {
      return .run(command)
    }
    problem = "it is " + row.usage
    return .stay
  }

  private mutating func complete() {
    let matching = CommandRow.all.filter { $0.name.hasPrefix(field.text) }
    if matching.count == 1, let only = matching.first {
      field.replace(with: only.name + (only.argument == nil ? "" : " "))
    } else {
      problem = Self.names
    }
  }

  private static let names = CommandRow.all.map { ":" + $0.name }.joined(separator: " ")
}

/// A command of the `:` line.
enum Command: String, CaseIterable, Sendable {
  case write = "w"
  case quit = "q"
  case writeAndQuit = "wq"
  case quitWithoutSaving = "q!"
  case help = "help"

  /// A sentence for the help screen.
  var help: String {
    switch self {
    case .write: "Save the prototypes to the profile."
    case .quit: "Leave; asks when prototypes are not saved."
    case .writeAndQuit: "Save, then leave."
    case .quitWithoutSaving: "Leave; prototypes that are not saved are lost."
    case .help: "Show the keys."
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
    let name = field.text.trimmed
    if name.isEmpty { return .close }
    if let command = Command(rawValue: name) { return .run(command) }
    problem = "no such command; there are " + Self.names
    return .stay
  }

  private mutating func complete() {
    let matching = Command.allCases.filter { $0.rawValue.hasPrefix(field.text) }
    if matching.count == 1, let only = matching.first {
      field.replace(with: only.rawValue)
    } else {
      problem = Self.names
    }
  }

  private static let names = Command.allCases.map { ":" + $0.rawValue }.joined(separator: " ")
}

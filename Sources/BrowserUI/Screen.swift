/// What reaches a screen: something asked for with a key, or text.
enum ScreenInput: Hashable, Sendable {
  case action(Action)
  case text(String)
  case click(ClickMeaning)
}

/// What a screen wants to happen around it.
enum Transition: Sendable {
  case effect(BrowserEffect)
  /// Put a screen on top of this one.
  case push(Screen)
  /// Put a screen in place of this one.
  case replace(Screen)
  /// Back to the screen below.
  case pop
  /// Go to another part of the work.
  case section(Section)
  /// Go to the console with a statement in its field.
  case editInConsole(String)
  /// Go to a place in memory.
  case showMemory(UInt64)
}

/// A screen on top of the list of symbols, or the first one of another section.
///
/// A further one is a file of its own, with the same four parts in the same order (state, update,
/// view, private helpers), and a case here.
enum Screen: Sendable {
  case details(DetailsScreen)
  case prototype(PrototypeScreen)
  case call(CallScreen)
  case outcome(OutcomeScreen)
  case help(HelpScreen)
  case console(ConsoleScreen)
  case history(HistoryScreen)
  case types(TypesScreen)
  case memory(MemoryScreen)
  case variables(VariablesScreen)

  /// The keys that count.
  var context: KeyContext {
    switch self {
    case .details: .details
    case .prototype: .prototype
    case .call: .call
    case .outcome: .outcome
    case .help: .help
    case .console: .console
    case .history: .history
    case .types: .types
    case .memory(let screen): screen.field == nil ? .memory : .asking
    case .variables(let screen): screen.field == nil ? .variables : .asking
    }
  }

  /// The input that has the keyboard; nil when keys are commands.
  var input: TextField? {
    switch self {
    case .details, .outcome, .history: nil
    case .console(let screen): screen.field
    case .types(let screen): screen.field
    case .memory(let screen): screen.field
    case .variables(let screen): screen.field
    case .prototype(let screen): screen.field
    case .call(let screen): screen.focusedField
    case .help(let screen): screen.search
    }
  }

  /// Where the user is, below the symbols: `crc32 › call`.
  func path(in workspace: Workspace) -> [String] {
    switch self {
    case .details(let screen): [workspace.shownName(screen.symbol)]
    case .prototype(let screen): [workspace.shownName(screen.symbol), "prototype"]
    case .call(let screen): [workspace.shownName(screen.symbol), "call"]
    case .outcome(let screen):
      [screen.symbol.map { workspace.shownName($0) } ?? screen.name, "outcome"]
    case .help: ["help"]
    case .console, .history, .types, .memory, .variables: []
    }
  }

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch self {
    case .details(var screen):
      defer { self = .details(screen) }
      return screen.update(input, in: &workspace)
    case .prototype(var screen):
      defer { self = .prototype(screen) }
      return screen.update(input, in: &workspace)
    case .call(var screen):
      defer { self = .call(screen) }
      return screen.update(input, in: &workspace)
    case .outcome(var screen):
      defer { self = .outcome(screen) }
      return screen.update(input, in: &workspace)
    case .help(var screen):
      defer { self = .help(screen) }
      return screen.update(input, in: &workspace)
    case .console(var screen):
      defer { self = .console(screen) }
      return screen.update(input, in: &workspace)
    case .history(var screen):
      defer { self = .history(screen) }
      return screen.update(input, in: &workspace)
    case .memory(var screen):
      defer { self = .memory(screen) }
      return screen.update(input, in: &workspace)
    case .variables(var screen):
      defer { self = .variables(screen) }
      return screen.update(input, in: &workspace)
    case .types(var screen):
      defer { self = .types(screen) }
      return screen.update(input, in: &workspace)
    }
  }

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    switch self {
    case .details(let screen): screen.view(in: workspace, size: size)
    case .prototype(let screen): screen.view(in: workspace, size: size)
    case .call(let screen): screen.view(in: workspace, size: size)
    case .outcome(let screen): screen.view(in: workspace, size: size)
    case .help(let screen): screen.view(in: workspace, size: size)
    case .console(let screen): screen.view(in: workspace, size: size)
    case .history(let screen): screen.view(in: workspace, size: size)
    case .types(let screen): screen.view(in: workspace, size: size)
    case .memory(let screen): screen.view(in: workspace, size: size)
    case .variables(let screen): screen.view(in: workspace, size: size)
    }
  }
}

package import CLanguage
package import ELFModel
package import Evaluation

/// The explorer as a value.
///
/// Messages change it, `view()` shows it, effects say what the program shall do. Nothing here
/// touches a terminal, a file or a library.
package struct BrowserModel: Sendable {
  private(set) var workspace: Workspace
  private(set) var symbols: SymbolScreen
  /// What lies on top of the symbols, the last on top.
  private(set) var screens: [Screen] = []
  private(set) var overlay: Overlay?
  /// Leave once the running save has succeeded.
  private var quitsWhenSaved = false

  /// What takes the place of the status line, and the keyboard.
  enum Overlay: Sendable {
    case command(CommandLine)
    /// Prototypes are not saved: really leave?
    case quitting
  }

  /// The explorer of one library.
  ///
  /// - Parameters:
  ///   - image: what the top line says of the library.
  ///   - table: the symbols that are listed.
  ///   - header: every prototype known, from all sources.
  ///   - sources: where prototypes come from, by `CDeclaration.file`.
  ///   - profilePath: where prototypes are saved, for messages.
  ///   - size: of the terminal.
  ///   - notice: something to say at the start, such as a damaged profile.
  package init(
    image: ELFImage, table: SymbolTable, header: CHeader, sources: [String: PrototypeSource],
    profilePath: String, size: FrameSize, notice: String? = nil
  ) {
    workspace = Workspace(
      image: image, table: table, header: header, sources: sources, profilePath: profilePath,
      size: size)
    symbols = SymbolScreen(table)
    if table.symbols.count <= Self.idleSlice {
      while workspace.wantsIdle { workspace.prepare(by: Self.idleSlice) }
    }
    if let notice { workspace.notice = Notice(text: notice, role: .warning) }
  }

  /// Symbols looked at in one step of idle work, some milliseconds.
  private static let idleSlice = 20_000

  /// Whether `idle` would do something.
  package var wantsIdle: Bool { symbols.wantsIdle || workspace.wantsIdle }

  /// Whether a call runs: the program then sends `tick` ten times a second.
  package var isRunning: Bool { workspace.running != nil }

  /// Takes in a message.
  ///
  /// - Returns: what the program shall do, in this order.
  package mutating func update(_ message: BrowserMessage) -> [BrowserEffect] {
    switch message {
    case .key(let key):
      workspace.notice = nil
      return press(key)
    case .paste(let text):
      workspace.notice = nil
      return enter(text)
    case .mouse(let event): return point(event)
    case .resized(let size):
      workspace.size = size
      return []
    case .reported(let report): return finish(report)
    case .saved(let path): return saved(path)
    case .saveFailed(let reason):
      quitsWhenSaved = false
      workspace.notice = Notice(text: "not saved: " + reason, role: .error)
      return [.bell]
    case .tick(let elapsed):
      workspace.running?.elapsed = elapsed
      return []
    case .notice(let text):
      workspace.notice = Notice(text: text, role: .warning)
      return []
    case .idle:
      if symbols.wantsIdle {
        symbols.prepare()
      } else {
        workspace.prepare(by: Self.idleSlice)
      }
      return []
    }
  }

  // MARK: Keys

  /// The key tables in force, the most special first.
  var contexts: [KeyContext] {
    switch overlay {
    case .command: return [.command, .editing]
    case .quitting: return [.quitting]
    case nil: break
    }
    let own = screens.last?.context ?? .symbols
    let running: [KeyContext] = workspace.running == nil ? [] : [.running]
    return running + [own, .everywhere] + (input == nil ? [] : [.editing])
  }

  /// The input that has the keyboard.
  var input: TextField? {
    switch overlay {
    case .command(let line): line.field
    case .quitting: nil
    case nil: screens.isEmpty ? symbols.field : screens.last?.input
    }
  }

  private mutating func press(_ key: Key) -> [BrowserEffect] {
    let action = Keymap.action(for: key, in: contexts, hasText: input?.isEmpty == false)
    if let action {
      if case .program(let action) = action { return perform(action) }
      return route(.action(action))
    }
    if case .character(let character) = key { return enter(String(character)) }
    if key == .escape, screens.isEmpty, overlay == nil {
      workspace.notice = Notice(text: "Ctrl-C or :q leaves", role: .dim)
    }
    return []
  }

  private mutating func enter(_ text: String) -> [BrowserEffect] {
    guard input != nil else { return [] }
    return route(.text(text))
  }

  private mutating func point(_ event: MouseEvent) -> [BrowserEffect] {
    switch event.kind {
    case .wheelUp, .wheelDown:
      let movement: Movement = event.kind == .wheelUp ? .up : .down
      var effects: [BrowserEffect] = []
      for _ in 0..<3 { effects += route(.action(.move(movement))) }
      return effects
    case .click, .doubleClick: break
    }
    switch view().meaning(row: event.row, column: event.column) {
    case .key(let key): return press(key)
    case .field(let index): return route(.click(.field(index)))
    case .row(let row):
      guard overlay == nil else { return [] }
      screens = []
      var effects = route(.click(.row(row)))
      if event.kind == .doubleClick { effects += route(.action(.open)) }
      return effects
    case nil: return []
    }
  }

  /// Hands input to what has the keyboard.
  private mutating func route(_ input: ScreenInput) -> [BrowserEffect] {
    switch overlay {
    case .command(var line):
      let step = line.update(input)
      switch step {
      case .stay: overlay = .command(line)
      case .close: overlay = nil
      case .run(let command):
        overlay = nil
        return run(command)
      }
      return []
    case .quitting:
      if input == .action(.back) { overlay = nil }
      return []
    case nil: break
    }
    guard let top = screens.indices.last else {
      return apply(symbols.update(input, in: &workspace))
    }
    return apply(screens[top].update(input, in: &workspace))
  }

  private mutating func apply(_ transitions: [Transition]) -> [BrowserEffect] {
    var effects: [BrowserEffect] = []
    for transition in transitions {
      switch transition {
      case .effect(let effect): effects.append(effect)
      case .push(let screen): screens.append(screen)
      case .replace(let screen):
        if !screens.isEmpty { screens.removeLast() }
        // A form is never twice on the way back.
        if case .call = screen {
          screens.removeAll { if case .call = $0 { true } else { false } }
        }
        screens.append(screen)
      case .pop: if !screens.isEmpty { screens.removeLast() }
      }
    }
    return effects
  }

  // MARK: The program

  private mutating func perform(_ action: ProgramAction) -> [BrowserEffect] {
    switch action {
    case .interrupt:
      workspace.running?.isStopping = true
      return [.interrupt]
    case .save: return save()
    case .command: overlay = .command(CommandLine())
    case .help:
      if case .help = screens.last { return [] }
      screens.append(.help(HelpScreen()))
    case .quit:
      guard workspace.unsaved.isEmpty else {
        overlay = .quitting
        return []
      }
      return [.quit]
    case .saveAndQuit:
      overlay = nil
      quitsWhenSaved = true
      return save()
    case .discardAndQuit: return [.quit]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func run(_ command: Command) -> [BrowserEffect] {
    switch command {
    case .write: return save()
    case .quit: return perform(.quit)
    case .quitWithoutSaving: return [.quit]
    case .help: return perform(.help)
    case .writeAndQuit:
      guard !workspace.unsaved.isEmpty else { return [.quit] }
      return perform(.saveAndQuit)
    }
  }

  private mutating func save() -> [BrowserEffect] {
    guard let texts = workspace.beginSaving() else {
      workspace.notice = Notice(text: "nothing to save", role: .dim)
      return []
    }
    return [.save(texts)]
  }

  private mutating func saved(_ path: String) -> [BrowserEffect] {
    workspace.finishSaving()
    workspace.notice = Notice(text: "saved to " + path, role: .success)
    guard quitsWhenSaved else { return [] }
    quitsWhenSaved = false
    return [.quit]
  }

  /// The form that made a call, as it was left.
  private func form(of symbol: UInt32) -> Screen? {
    for case .call(let screen) in screens where screen.symbol == symbol { return .call(screen) }
    guard let declaration = workspace.declaration(of: symbol) else { return nil }
    return .call(CallScreen(symbol: symbol, declaration, in: workspace))
  }

  /// Shows what came of the call, on top of the form that made it.
  private mutating func finish(_ report: StatementReport) -> [BrowserEffect] {
    guard let running = workspace.running else { return [] }
    workspace.running = nil
    let outcome = Screen.outcome(
      OutcomeScreen(symbol: running.symbol, report, in: workspace))
    let help = screens.last.flatMap { if case .help = $0 { $0 } else { nil } }
    screens = [form(of: running.symbol), outcome].compactMap { $0 }
    if let help { screens.append(help) }
    if case .returned = report.outcome { return [] }
    return [.bell]
  }
}

package import CLanguage
package import ELFModel
package import Evaluation

/// The explorer as a value.
///
/// Messages change it, `view()` shows it, effects say what the program shall do. Nothing here
/// touches a terminal, a file or a library.
package struct BrowserModel: Sendable {
  var workspace: Workspace
  var symbols: SymbolScreen
  /// The part of the work that is shown.
  private(set) var section = Section.symbols
  /// The screens of each section, the last on top.
  ///
  /// Those of the symbols lie on the list; the others begin with a screen that is always there.
  private var stacks: [[Screen]]
  var overlay: Overlay?
  /// The memory that is shown was asked for again, after a statement.
  private var isRefreshing = false
  /// Leave once the running save has succeeded.
  var quitsWhenSaved = false

  /// What takes the place of the status line, and the keyboard.
  enum Overlay: Sendable {
    case command(CommandLine)
    /// Prototypes are not saved: really leave?
    case quitting
  }

  /// The explorer of one library.
  ///
  /// - Parameters:
  ///   - image: the library and its symbols.
  ///   - header: every prototype known, from all sources.
  ///   - sources: where prototypes come from, by `CDeclaration.file`.
  ///   - profilePath: where prototypes are saved, for messages.
  ///   - size: of the terminal.
  ///   - notice: something to say at the start, such as a damaged profile.
  ///   - sandbox: what called code may do, in a word or two: `sandboxed`.
  ///   - pastStatements: what was typed at the console in earlier sessions, the last one last.
  ///   - demangle: gives the form of a mangled name that people read.
  package init(
    image: ELFImage, header: CHeader, sources: [String: PrototypeSource], profilePath: String,
    size: FrameSize, notice: String? = nil, sandbox: String = "",
    pastStatements: [String] = [], demangle: @escaping Demangle = { _ in nil }
  ) {
    workspace = Workspace(
      image: image, header: header, sources: sources, profilePath: profilePath, size: size,
      demangle: demangle)
    workspace.pastStatements = pastStatements
    workspace.sandbox = sandbox
    symbols = SymbolScreen(workspace.catalog)
    stacks = Section.allCases.map { section in
      switch section {
      case .symbols: []
      case .console: [.console(ConsoleScreen())]
      case .variables: [.variables(VariablesScreen())]
      case .memory: [.memory(MemoryScreen())]
      case .history: [.history(HistoryScreen())]
      case .types: [.types(TypesScreen())]
      }
    }
    if workspace.table.symbols.count <= Self.idleSlice {
      while workspace.wantsIdle { workspace.prepare(by: Self.idleSlice) }
      symbols.refresh(in: workspace)
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
    case .reported(let report): return show(report)
    case .finished: return goOn()
    case .saved(let path): return saved(path)
    case .saveFailed(let reason):
      quitsWhenSaved = false
      workspace.notice = Notice(text: "not saved: " + reason, role: .error)
      return [.bell]
    case .wrote(let path):
      workspace.notice = Notice(text: "written to " + path, role: .success)
    case .tick(let elapsed):
      workspace.running?.elapsed = elapsed
    case .code(let symbol, let code):
      workspace.code[symbol] = code
    case .symtab(let symtab):
      workspace.add(symtab)
      symbols.extend(in: workspace)
    case .debugInformation(let header, let news, let percent):
      workspace.take(header, news: news, percent: percent)
      symbols.refresh(in: workspace)
    case .learned(let symbol, let knowledge): return learn(symbol, knowledge)
    case .facts(let facts):
      workspace.facts = facts
    case .regions(let regions): workspace.memory.regions = regions
    case .bytes(let address, let bytes):
      workspace.memory.take(bytes, at: address, isRefresh: isRefreshing)
      isRefreshing = false
    case .variables(let rows): workspace.take(variables: rows)
    case .values(let rows): workspace.take(values: rows)
    case .found(let address, let text):
      guard let address else {
        workspace.notice = Notice(text: text, role: .warning)
        return [.bell]
      }
      return showMemory(address)
    case .notice(let text):
      workspace.notice = Notice(text: text, role: .warning)
    case .idle: prepare()
    }
    return []
  }

  /// Does some of the work that was put off.
  private mutating func prepare() {
    if symbols.wantsIdle {
      symbols.prepare(in: workspace)
    } else {
      workspace.prepare(by: Self.idleSlice)
      if !workspace.wantsIdle { symbols.refresh(in: workspace) }
    }
  }

  // MARK: Screens

  /// The screens of the section that is shown, the last on top.
  var screens: [Screen] {
    get { stacks[section.rawValue] }
    set { stacks[section.rawValue] = newValue }
  }

  /// Goes to a section.
  mutating func show(_ section: Section) -> [BrowserEffect] {
    self.section = section
    guard section == .memory, case .memory(let screen)? = screens.first else { return [] }
    return screen.refresh(in: workspace)
  }

  private mutating func showMemory(_ address: UInt64) -> [BrowserEffect] {
    let memory = Section.memory.rawValue
    guard case .memory(var screen)? = stacks[memory].first else { return [] }
    let transitions = screen.go(to: address, in: workspace)
    stacks[memory] = [.memory(screen)]
    section = .memory
    return [.look(.regions)] + apply(transitions)
  }

  /// What to look at after a statement: variables, and the memory that is shown.
  private mutating func looksAfterStatement() -> [BrowserEffect] {
    var effects = workspace.looksAfterStatement
    if case .memory(let screen)? = stacks[Section.memory.rawValue].first,
      workspace.memory.address != nil
    {
      isRefreshing = true
      effects += screen.refresh(in: workspace)
    }
    return effects
  }

  /// Closes what lies on the list of symbols, or on the section's first screen.
  mutating func closeScreens() { screens.removeLast(screens.count - fixedCount) }

  /// The screens of the section that are never left.
  private var fixedCount: Int { section == .symbols ? 0 : 1 }

  /// Carries out what screens want to happen around them.
  mutating func apply(_ transitions: [Transition]) -> [BrowserEffect] {
    var effects: [BrowserEffect] = []
    for transition in transitions {
      switch transition {
      case .effect(let effect): effects.append(effect)
      case .push(let screen):
        screens.append(screen)
        switch screen {
        case .details(let details):
          effects += workspace.readCode(details.symbol) + workspace.learn(details.symbol)
        case .prototype(let prototype): effects += workspace.learn(prototype.symbol)
        case .call(let call): effects += workspace.learn(call.symbol)
        case .outcome, .help, .console, .history, .types, .memory, .variables: break
        }
      case .replace(let screen):
        if screens.count > fixedCount { screens.removeLast() }
        // A form is never twice on the way back.
        if case .call = screen {
          screens.removeAll { if case .call = $0 { true } else { false } }
        }
        screens.append(screen)
      case .pop: if screens.count > fixedCount { screens.removeLast() }
      case .section(let section): effects += show(section)
      case .editInConsole(let statement): editInConsole(statement)
      case .showMemory(let address): effects += showMemory(address)
      }
    }
    symbols.refresh(in: workspace)
    return effects
  }

  private mutating func editInConsole(_ statement: String) {
    var console = ConsoleScreen()
    console.edit(statement)
    stacks[Section.console.rawValue] = [.console(console)]
    section = .console
  }

  // MARK: What other sources know

  /// Takes in what debug information and names say; where a prototype was asked for and nothing is
  /// typed yet, the call can be made.
  private mutating func learn(
    _ symbol: UInt32, _ knowledge: PrototypeKnowledge
  ) -> [BrowserEffect] {
    workspace.learn(symbol, knowledge)
    symbols.refresh(in: workspace)
    guard section == .symbols, case .prototype(var screen)? = screens.last,
      screen.symbol == symbol, screen.isUntouched
    else { return [] }
    screens.removeLast()
    guard let declaration = workspace.declaration(of: symbol) else {
      screen.take(knowledge, in: workspace)
      screens.append(.prototype(screen))
      return []
    }
    screens.append(.call(CallScreen(symbol: symbol, declaration, in: workspace)))
    return []
  }

  // MARK: Outcomes

  /// The form that made a call, as it was left.
  private func form(of symbol: UInt32) -> Screen? {
    for case .call(let screen) in stacks[Section.symbols.rawValue] where screen.symbol == symbol {
      return .call(screen)
    }
    guard let declaration = workspace.declaration(of: symbol) else { return nil }
    return .call(CallScreen(symbol: symbol, declaration, in: workspace))
  }

  /// Shows what came of a statement; of a call, on top of the form that made it.
  private mutating func show(_ report: StatementReport) -> [BrowserEffect] {
    guard let entry = workspace.record(report) else { return [] }
    if let symbol = entry.symbol {
      let outcome = Screen.outcome(OutcomeScreen(entry, in: workspace))
      let symbols = Section.symbols.rawValue
      let help = stacks[symbols].last.flatMap { if case .help = $0 { $0 } else { nil } }
      stacks[symbols] = [form(of: symbol), outcome].compactMap { $0 }
      if let help { stacks[symbols].append(help) }
      if section != .symbols {
        workspace.notice = Notice(
          text: "\(workspace.name(symbol)) has ended: Alt-1 shows the outcome", role: .text)
      }
    }
    symbols.refresh(in: workspace)
    return switch report.outcome {
    case .returned, .declared, .planned: []
    case .crashed, .timedOut, .interrupted, .exited, .threw, .failed: [.bell]
    }
  }

  /// All statements of a line have been carried out: what waits is next.
  private mutating func goOn() -> [BrowserEffect] {
    workspace.finish().map { [.evaluate($0)] } ?? looksAfterStatement()
  }
}

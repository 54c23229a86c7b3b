/// Keys and the mouse, on their way to what they are for.
extension BrowserModel {
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

  mutating func press(_ key: Key) -> [BrowserEffect] {
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

  mutating func enter(_ text: String) -> [BrowserEffect] {
    guard input != nil else { return [] }
    return route(.text(text))
  }

  mutating func point(_ event: MouseEvent) -> [BrowserEffect] {
    switch event.kind {
    case .wheelUp, .wheelDown: return turnWheel(event.kind)
    case .click, .doubleClick: break
    }
    guard let meaning = view().meaning(row: event.row, column: event.column) else { return [] }
    switch meaning {
    case .key(let key): return press(key)
    case .field: return route(.click(meaning))
    case .row:
      guard overlay == nil else { return [] }
      if section == .symbols { closeScreens() }
      var effects = route(.click(meaning))
      if event.kind == .doubleClick { effects += route(.action(.open)) }
      return effects
    case .kind:
      guard overlay == nil else { return [] }
      closeScreens()
      return route(.click(meaning))
    }
  }

  /// The wheel scrolls; in the console, where the arrows recall, by pages.
  private mutating func turnWheel(_ kind: MouseEvent.Kind) -> [BrowserEffect] {
    let isUp = kind == .wheelUp
    if case .console = screens.last {
      return route(.action(.move(isUp ? .pageUp : .pageDown)))
    }
    var effects: [BrowserEffect] = []
    for _ in 0..<3 { effects += route(.action(.move(isUp ? .up : .down))) }
    return effects
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
    var screen = screens[top]
    let transitions = screen.update(input, in: &workspace)
    screens[top] = screen
    return apply(transitions)
  }
}

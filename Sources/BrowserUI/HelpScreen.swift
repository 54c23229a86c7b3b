/// Every key, from the key table; typing searches it.
struct HelpScreen: Sendable {
  // MARK: State

  private(set) var search = TextField()
  private var scroll = 0

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch input {
    case .text(let text):
      search.insert(text)
      scroll = 0
    case .action(.edit(let edit)):
      search.apply(edit)
      scroll = 0
    case .action(.back):
      guard !search.isEmpty else { return [.pop] }
      search = TextField()
      scroll = 0
    case .action(.move(let movement)):
      let layout = Layout(workspace.size)
      let page = layout.bodyHeight - 2
      let count = rows(width: layout.size.columns - 2).count
      scroll = movement.applied(to: scroll, page: page, last: max(0, count - page))
    case .action, .click: break
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    var line = Line("❯ ", .prompt)
    line.append(
      search.line(
        width: max(8, size.columns - 3), on: .plain, hasCursor: true,
        ghost: search.isEmpty ? "type to search the keys" : ""))
    let rows = rows(width: size.columns)
    let page = max(1, size.rows - 2)
    let start = min(scroll, max(0, rows.count - page))
    return [line, Line()] + rows.dropFirst(start).prefix(page)
  }

  // MARK: Private helpers

  private func rows(width: Int) -> [Line] {
    let words = search.text.lowercased().split(separator: " ")
    var rows: [Line] = []
    for context in KeyContext.allCases {
      let bindings = Keymap.bindings.filter { binding in
        let text = (keyText(binding) + " " + binding.help + " " + context.rawValue).lowercased()
        return binding.context == context && words.allSatisfy { text.contains($0) }
      }
      guard !bindings.isEmpty else { continue }
      if !rows.isEmpty { rows.append(Line()) }
      rows.append(Line(context.rawValue, .heading))
      for binding in bindings { rows += row(binding, width: width) }
    }
    if words.isEmpty { rows += [Line()] + commands(width: width) }
    return rows.isEmpty ? [Line("no key does that", .dim)] : rows
  }

  private static let keyWidth = 18

  private func row(_ binding: KeyBinding, width: Int) -> [Line] {
    let texts = wrapped(binding.help, width: max(8, width - Self.keyWidth - 2))
    return texts.enumerated().map { index, text in
      var line = Line("  ")
      line.append(index == 0 ? keyText(binding) : "", .key)
      line.pad(to: Self.keyWidth + 2)
      line.append(text)
      return line
    }
  }

  private func keyText(_ binding: KeyBinding) -> String {
    binding.keys.map(\.label).joined(separator: " ")
  }

  private func commands(width: Int) -> [Line] {
    var rows = [Line("Commands", .heading)]
    for command in CommandRow.all {
      var line = Line("  ")
      line.append(command.usage.padded(to: Self.keyWidth), .key)
      line.append(command.help)
      rows.append(line)
    }
    return rows
  }
}

/// The variables of the console and the expressions that are watched, with their values now.
struct VariablesScreen: Sendable {
  // MARK: State

  private var selection = 0
  /// The expression to be watched, while it is typed.
  private(set) var field: TextField?

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    if field != nil { return answer(input, in: &workspace) }
    let rows = workspace.variableRows
    if case .click(.row(let row)) = input { selection = row }
    guard case .action(let action) = input else { return [] }
    let chosen = rows.indices.contains(selection) ? rows[selection] : nil
    switch action {
    case .move(let movement):
      let page = Layout(workspace.size).bodyHeight - 1
      selection = movement.applied(to: selection, page: page, last: max(0, rows.count - 1))
    case .open:
      guard let chosen, let address = chosen.address else { return [.effect(.bell)] }
      return [.showMemory(address)]
    case .variables(.watch): field = TextField()
    case .variables(.unwatch):
      guard let chosen, workspace.watched.contains(chosen.name) else { return [.effect(.bell)] }
      workspace.unwatch(chosen.name)
    case .variables(.assign):
      guard let chosen else { return [.effect(.bell)] }
      return [.editInConsole(chosen.name + " = ")]
    case .edit, .back, .details, .editPrototype, .keepPrototype, .complete, .accept, .symbols,
      .call, .outcome,
      .history, .memory, .program:
      break
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let rows = workspace.variableRows
    var lines: [Line] = []
    if let field {
      var line = Line("watch ", .prompt)
      line.append(
        field.line(
          width: max(8, size.columns - 7), role: .code, on: .fieldFocused, hasCursor: true,
          ghost: field.isEmpty ? "a C expression without calls: buf[3], p->next" : ""))
      lines.append(line)
    }
    guard !rows.isEmpty else {
      let text =
        "No variables yet. Declared at the console they live in the probe: int n = 3; char"
        + " buf[64]; and are here with their values; w watches an expression."
      return lines + wrapped(text, width: size.columns).map { Line($0, .dim) }
    }
    let nameWidth = min(24, rows.map(\.name.cellWidth).max() ?? 8)
    let typeWidth = min(22, max(4, rows.map(\.type.cellWidth).max() ?? 4))
    lines.append(
      Line(
        "  " + "NAME".padded(to: nameWidth) + "  " + "TYPE".padded(to: typeWidth) + "  VALUE",
        .heading))
    let room = max(1, size.rows - lines.count)
    let chosen = min(selection, rows.count - 1)
    let first = max(0, min(chosen - room / 2, rows.count - room))
    for position in first..<min(rows.count, first + room) {
      let row = rows[position]
      var line = Line(workspace.watched.contains(row.name) ? "◦ " : "  ", .dim)
      line.append(row.name.truncated(to: nameWidth).padded(to: nameWidth) + "  ", .title)
      line.append(row.type.truncated(to: typeWidth).padded(to: typeWidth) + "  ", .type)
      line.append(
        row.value.truncated(to: max(8, size.columns - line.width)),
        row.isWrong ? .error : workspace.changedValues.contains(row.name) ? .match : .value)
      line.pad(to: size.columns)
      if position == chosen, field == nil { line = line.laid(on: .selection) }
      line.mark(from: 0, as: .row(position))
      lines.append(line)
    }
    return lines
  }

  // MARK: Private helpers

  private mutating func answer(
    _ input: ScreenInput, in workspace: inout Workspace
  ) -> [Transition] {
    guard var typed = field else { return [] }
    switch input {
    case .text(let text): typed.insert(text)
    case .action(.edit(let edit)): typed.apply(edit)
    case .action(.back):
      field = nil
      return []
    case .action(.open):
      field = nil
      guard !typed.text.trimmed.isEmpty else { return [] }
      workspace.watch(typed.text.trimmed)
      return [.effect(.look(.values(workspace.watched)))]
    case .action, .click: break
    }
    field = typed
    return []
  }
}

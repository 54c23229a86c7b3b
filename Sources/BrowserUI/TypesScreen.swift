import CLanguage

/// The types that are known, and how the selected one lies in memory.
struct TypesScreen: Sendable {
  // MARK: State

  private(set) var field = TextField()
  private var selection = 0
  /// Rows that the layout is scrolled down.
  private var scroll = 0

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch input {
    case .text(let text):
      field.insert(text)
      (selection, scroll) = (0, 0)
    case .click(.row(let row)): (selection, scroll) = (row, 0)
    case .click: break
    case .action(let action): return perform(action, in: &workspace)
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let names = names(in: workspace)
    let listWidth = min(36, size.columns * 2 / 5)
    let right = detailLines(names, in: workspace, width: size.columns - listWidth - 3)
    let left = listLines(names, in: workspace, width: listWidth, height: size.rows)
    return (0..<size.rows).map { row in
      var line = (left.indices.contains(row) ? left[row] : Line()).clipped(to: listWidth)
      line.pad(to: listWidth)
      line.append(" │ ", .border)
      let index = row + min(scroll, max(0, right.count - size.rows))
      if right.indices.contains(index) { line.append(right[index]) }
      return line
    }
  }

  // MARK: Private helpers

  private mutating func perform(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    let names = names(in: workspace)
    let page = max(1, Layout(workspace.size).bodyHeight - Self.head)
    switch action {
    case .edit(let edit):
      if field.apply(edit) { (selection, scroll) = (0, 0) }
    case .back:
      field = TextField()
      (selection, scroll) = (0, 0)
    case .move(let movement):
      switch movement {
      case .up, .down, .first, .last:
        selection = movement.applied(to: selection, page: page, last: max(0, names.count - 1))
        scroll = 0
      case .pageUp, .pageDown:
        // The list is searched, not paged: the pages are those of the layout.
        let width = Layout(workspace.size).fullWidth
        let count = detailLines(names, in: workspace, width: width * 3 / 5).count
        scroll = movement.applied(to: scroll, page: page, last: max(0, count - page))
      }
    case .open, .details, .editPrototype, .keepPrototype, .complete, .accept, .symbols, .call,
      .outcome,
      .history, .memory, .variables, .program:
      break
    }
    return []
  }

  /// The filter and the empty row below it.
  private static let head = 2

  private func names(in workspace: Workspace) -> [String] {
    let words = field.text.lowercased()
    return words.isEmpty
      ? workspace.typeNames : workspace.typeNames.filter { $0.lowercased().contains(words) }
  }

  private func listLines(
    _ names: [String], in workspace: Workspace, width: Int, height: Int
  ) -> [Line] {
    var line = Line("❯ ", .prompt)
    line.append(
      field.line(
        width: max(8, width - 2), on: .plain, hasCursor: true,
        ghost: field.isEmpty ? "type to filter" : ""))
    var lines = [
      line,
      Line(
        "\(grouped(UInt64(names.count))) of \(counted(workspace.typeNames.count, "type"))", .dim),
    ]
    let room = max(1, height - Self.head)
    let chosen = min(selection, max(0, names.count - 1))
    let first = max(0, min(chosen - room / 2, names.count - room))
    for position in first..<min(names.count, first + room) {
      var row = Line(" " + names[position].truncated(to: width - 2), .code)
      row.pad(to: width)
      if position == chosen { row = row.laid(on: .selection) }
      row.mark(from: 0, as: .row(position))
      lines.append(row)
    }
    return lines
  }

  private func detailLines(_ names: [String], in workspace: Workspace, width: Int) -> [Line] {
    guard names.indices.contains(min(selection, names.count - 1)) else {
      let text =
        workspace.typeNames.isEmpty
        ? "No types are known for this library. Profiles, headers and debug information bring"
          + " them; so does a typedef or a struct declared at the console."
        : "No type is called like that."
      return wrapped(text, width: width).map { Line($0, .dim) }
    }
    let name = names[min(selection, names.count - 1)]
    return typeLines(name, in: workspace, width: width)
      + userLines(name, in: workspace, width: width)
  }

  private func typeLines(_ name: String, in workspace: Workspace, width: Int) -> [Line] {
    do {
      guard let outline = try workspace.header.outline(named: name) else {
        return [Line(name, .title)]
      }
      let layout = TypeLayout(outline: outline)
      return [layout.title()] + wrapped(layout.facts(), width: width).map { Line($0, .dim) }
        + [Line()] + layout.rows(width: width)
    } catch {
      return [Line(name, .title)] + wrapped(error.reason, width: width).map { Line($0, .dim) }
    }
  }

  /// The functions whose prototypes name the type.
  private func userLines(_ name: String, in workspace: Workspace, width: Int) -> [Line] {
    let users = workspace.users(ofType: name)
    guard !users.isEmpty else { return [] }
    let title = "used by \(counted(users.count, "function"))"
    return [Line(), Line(title, .heading)]
      + users.prefix(100).flatMap { declaration in
        wrappedPrototype(workspace.prototypeText(of: declaration), width: width)
          .map { Line($0, .code) }
      }
  }
}

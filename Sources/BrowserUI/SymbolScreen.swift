import ELFModel

/// The list of symbols, with its filter.
///
/// It is always there; other screens lie on top of it.
struct SymbolScreen: Sendable {
  // MARK: State

  private(set) var field = TextField()
  private var filter: SymbolFilter
  private var order: SymbolOrder
  /// Position in the rows shown.
  private var selection = 0
  /// The first row on the screen.
  private var top = 0
  private let columns: SymbolColumns

  init(_ table: SymbolTable) {
    filter = SymbolFilter(NameIndex(of: table))
    order = SymbolOrder(table)
    columns = SymbolColumns(table)
  }

  /// How many symbols pass the filter.
  var shownCount: Int { field.isEmpty ? order.rows.count : filter.matches.count }

  /// The symbol under the selection; nil when nothing is shown.
  var selected: UInt32? { row(selection) }

  /// Whether there is work left that the first frame did not need.
  var wantsIdle: Bool { !filter.isComplete }

  /// Does some of that work.
  mutating func prepare() { filter.prepare(by: 20_000) }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch input {
    case .text(let text):
      field.insert(text)
      refilter()
    case .click(.row(let row)):
      guard row < shownCount else { return [] }
      selection = row
    case .click: break
    case .action(let action): return perform(action, in: &workspace)
    }
    top = firstRow(height: Layout(workspace.size).listHeight)
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize, isFocused: Bool) -> [Line] {
    let height = max(1, size.rows - 2)
    var lines = [filterLine(width: size.columns, isFocused: isFocused)]
    lines.append(columns.titles(order.key, isFiltered: !field.isEmpty, width: size.columns))
    let first = firstRow(height: height)
    for position in first..<max(first, min(first + height, shownCount)) {
      guard let symbol = row(position) else { continue }
      var line = columns.row(
        symbol, in: workspace, matched: filter.matchedOffsets(of: symbol), width: size.columns)
      if position == selection {
        line.pad(to: size.columns)
        line = line.laid(on: isFocused ? .selection : .selectionUnfocused)
      }
      line.pad(to: size.columns)
      line.mark(from: 0, as: .row(position))
      lines.append(line)
    }
    if shownCount == 0 { lines += emptyLines(width: size.columns) }
    return lines
  }

  // MARK: Private helpers

  private func row(_ position: Int) -> UInt32? {
    let rows = field.isEmpty ? order.rows : filter.matches
    return rows.indices.contains(position) ? rows[position] : nil
  }

  private mutating func refilter() {
    let before = selected
    filter.search(field.text)
    // With a filter the best match is what is wanted; without, stay where the user was.
    selection = 0
    if field.isEmpty, let before { selection = order.position(of: before) ?? 0 }
    top = 0
  }

  private mutating func perform(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    switch action {
    case .edit(let edit):
      let text = field.text
      field.apply(edit)
      if field.text != text { refilter() }
    case .clearFilter:
      let before = selected
      field = TextField()
      filter.search("")
      if let before { selection = order.position(of: before) ?? 0 }
    case .sort:
      let before = selected
      order.useNextKey(of: workspace.table)
      if field.isEmpty, let before { selection = order.position(of: before) ?? 0 }
      workspace.notice = Notice(text: "sorted " + order.key.label, role: .text)
    case .move(let movement):
      let page = Layout(workspace.size).listHeight
      selection = movement.applied(to: selection, page: page, last: max(0, shownCount - 1))
    case .open: return open(in: &workspace)
    case .editPrototype: return editPrototype(in: &workspace)
    case .back, .complete, .accept, .nextField, .previousField, .advance, .call,
      .earlierArguments, .laterArguments, .callAgain, .editArguments, .program:
      break
    }
    top = firstRow(height: Layout(workspace.size).listHeight)
    return []
  }

  private func open(in workspace: inout Workspace) -> [Transition] {
    guard let selected else { return [.effect(.bell)] }
    let symbol = workspace.symbol(selected)
    guard symbol.type.isCallable, symbol.isDefined else {
      return [.push(.details(DetailsScreen(symbol: selected)))]
    }
    guard let declaration = workspace.declaration(of: selected) else {
      return editPrototype(in: &workspace)
    }
    return [.push(.call(CallScreen(symbol: selected, declaration, in: workspace)))]
  }

  private func editPrototype(in workspace: inout Workspace) -> [Transition] {
    guard let selected else { return [.effect(.bell)] }
    let symbol = workspace.symbol(selected)
    guard symbol.type.isCallable, symbol.isDefined else {
      return [.push(.details(DetailsScreen(symbol: selected)))]
    }
    guard workspace.name(selected).isCIdentifier else {
      workspace.notice = Notice(
        text: "its name is not a C identifier: it cannot be declared in C", role: .warning)
      return [.push(.details(DetailsScreen(symbol: selected)))]
    }
    return [.push(.prototype(PrototypeScreen(symbol: selected, in: workspace)))]
  }

  /// The first row to show so that the selection is among them, moved no more than needed.
  private func firstRow(height: Int) -> Int {
    let lowest = max(0, min(top, shownCount - height))
    return min(max(lowest, selection - height + 1), selection)
  }

  private func filterLine(width: Int, isFocused: Bool) -> Line {
    var line = Line(" ❯ ", .prompt)
    line.append(
      field.line(
        width: max(8, width - 4), on: .plain, hasCursor: isFocused,
        ghost: field.isEmpty ? "type to filter" : ""))
    return line
  }

  private func emptyLines(width: Int) -> [Line] {
    let text =
      field.isEmpty
      ? "This library exports nothing."
      : "Nothing matches “\(field.text)”. Esc clears the filter."
    return [Line()] + wrapped(text, width: max(8, width - 4)).map { Line("  " + $0, .dim) }
  }
}

import ELFModel

/// The list of symbols, with its filter and the kinds that it can be narrowed to.
///
/// It is always there; other screens lie on top of it.
struct SymbolScreen: Sendable {
  // MARK: State

  private(set) var field = TextField()
  private(set) var kind: SymbolKind
  /// The symbols listed now.
  private var rows: [UInt32] = []
  /// How many symbols of each kind the filter leaves.
  private var found = SymbolCounts()
  private var filter: SymbolFilter
  private var order: SymbolOrder
  /// The names as they are shown, being made ready for searching.
  private var demangling: NameIndex?
  private var isDemangled = false
  /// How many functions had no prototype when that was last looked at.
  private var knownUntyped = -1
  /// Position in the rows shown.
  private var selection = 0
  /// The first row on the screen.
  private var top = 0
  private var columns: SymbolColumns

  init(_ catalog: SymbolCatalog) {
    kind = catalog.firstKind
    filter = SymbolFilter(NameIndex(of: catalog.table))
    order = SymbolOrder(catalog.rows(of: kind), catalog.table)
    columns = SymbolColumns(catalog.table)
    rows = order.rows
    found = catalog.counts
  }

  /// How many symbols pass the filter.
  var shownCount: Int { rows.count }

  /// The symbol at a position in the list.
  func row(_ position: Int) -> UInt32 { rows[position] }

  /// Whether `shownCount` can still grow.
  var isSearching: Bool { filter.isSearching }

  /// The symbol under the selection; nil when nothing is shown.
  var selected: UInt32? { rows.indices.contains(selection) ? rows[selection] : nil }

  /// Whether there is work left that the last frame did not need.
  var wantsIdle: Bool {
    filter.isSearching || !order.isSorted || !filter.isComplete || demangling != nil
  }

  /// Does some of that work: a few milliseconds.
  mutating func prepare(in workspace: Workspace) {
    if filter.isSearching {
      filter.searchFurther()
      // In between only what is on the screen matters: the best of them are there already.
      if !filter.isSearching || rows.count < Layout(workspace.size).listHeight {
        regroup(in: workspace)
      }
    } else if !order.isSorted {
      order.sort(workspace.table)
      if field.isEmpty { regroup(in: workspace) }
    } else if !filter.isComplete {
      filter.prepare(by: 20_000)
    } else if demangling != nil {
      demangling?.extend(by: 2_000) { workspace.demangle($0).map { Array($0.utf8) } }
      adoptDemangled(in: workspace)
    }
  }

  /// Takes note of symbols that were added behind the others.
  mutating func extend(in workspace: Workspace) {
    let catalog = workspace.catalog
    if rows.isEmpty, field.isEmpty { kind = catalog.firstKind }
    filter = SymbolFilter(NameIndex(of: catalog.table))
    columns = SymbolColumns(catalog.table)
    demangling = nil
    isDemangled = false
    let before = selected
    if !field.isEmpty {
      startDemangling(in: workspace)
      filter.search(field.text)
    }
    relist(in: workspace)
    if let before { selection = rows.firstIndex(of: before) ?? 0 }
    top = firstRow(in: workspace)
  }

  /// Takes note of symbols that have become typed.
  mutating func refresh(in workspace: Workspace) {
    let untyped = workspace.catalog.counts[.untyped]
    guard untyped != knownUntyped else { return }
    knownUntyped = untyped
    guard kind == .untyped else {
      regroup(in: workspace)
      return
    }
    let position = selection
    relist(in: workspace)
    // What was selected has gone: the next one takes its place.
    selection = min(position, max(0, rows.count - 1))
    top = firstRow(in: workspace)
  }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch input {
    case .text(let text):
      field.insert(text)
      refilter(in: workspace)
    case .click(.row(let row)):
      guard row < shownCount else { return [] }
      selection = row
    case .click(.kind(let number)):
      if let kind = SymbolKind(rawValue: number) { show(kind, in: workspace) }
    case .click: break
    case .action(let action): return perform(action, in: &workspace)
    }
    top = firstRow(in: workspace)
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize, isFocused: Bool) -> [Line] {
    let height = max(1, size.rows - Layout.listHead)
    let isFiltered = !field.isEmpty
    var lines = [filterLine(width: size.columns, isFocused: isFocused)]
    lines.append(
      SymbolKindStrip(shown: kind, found: found, total: workspace.catalog.counts)
        .line(width: size.columns))
    lines.append(columns.titles(order.key, isFiltered: isFiltered, width: size.columns))
    let first = firstRow(height: height)
    for position in first..<max(first, min(first + height, shownCount)) {
      let symbol = rows[position]
      var line = columns.row(
        symbol, in: workspace, match: isFiltered ? filter.match(of: symbol) : nil, key: order.key,
        width: size.columns)
      if position == selection {
        line.pad(to: size.columns)
        line = line.laid(on: isFocused ? .selection : .selectionUnfocused)
      }
      line.pad(to: size.columns)
      line.mark(from: 0, as: .row(position))
      lines.append(line)
    }
    if shownCount == 0 { lines += emptyLines(in: workspace, width: size.columns) }
    return lines
  }

  // MARK: Private helpers

  private mutating func refilter(in workspace: Workspace) {
    let before = selected
    startDemangling(in: workspace)
    filter.search(field.text)
    regroup(in: workspace)
    // With a filter the best match is what is wanted; without, stay where the user was.
    selection = 0
    if field.isEmpty, let before { selection = order.position(of: before) ?? 0 }
    top = 0
  }

  /// The rows of the kind shown, the selection on the same symbol where that is still there.
  private mutating func regroup(in workspace: Workspace) {
    let before = selection == 0 ? nil : selected
    let catalog = workspace.catalog
    if field.isEmpty {
      rows = order.rows
      found = catalog.counts
    } else {
      let bit = SymbolKinds(kind)
      found = SymbolCounts(catalog.kinds, at: filter.matches)
      rows =
        found[kind] == filter.matches.count
        ? filter.matches : filter.matches.filter { catalog.kinds[Int($0)].contains(bit) }
    }
    if let before { selection = rows.firstIndex(of: before) ?? 0 }
  }

  private mutating func relist(in workspace: Workspace) {
    order.list(workspace.catalog.rows(of: kind), workspace.table)
    regroup(in: workspace)
  }

  private mutating func show(_ kind: SymbolKind, in workspace: Workspace) {
    let before = selected
    self.kind = kind
    selection = 0
    relist(in: workspace)
    if let before { selection = rows.firstIndex(of: before) ?? 0 }
  }

  /// The next kind of which there is something, or that of the filter's matches.
  private mutating func showNextKind(_ step: Int, in workspace: Workspace) {
    let kinds = SymbolKind.allCases.filter { workspace.catalog.counts[$0] > 0 || $0 == kind }
    guard let position = kinds.firstIndex(of: kind) else { return }
    show(kinds[(position + step + kinds.count) % kinds.count], in: workspace)
  }

  /// Demangled names are made when they are first searched for.
  private mutating func startDemangling(in workspace: Workspace) {
    guard !isDemangled else { return }
    isDemangled = true
    let mangled = workspace.catalog.mangledCount
    guard mangled > 0 else { return }
    demangling = NameIndex(of: workspace.table)
    guard mangled <= Self.demangledAtOnce else { return }
    demangling?.extend { workspace.demangle($0).map { Array($0.utf8) } }
    adoptDemangled(in: workspace)
  }

  private static let demangledAtOnce = 2_000

  private mutating func adoptDemangled(in workspace: Workspace) {
    guard let index = demangling, index.isComplete else { return }
    demangling = nil
    filter.adopt(index)
    regroup(in: workspace)
  }

  private mutating func perform(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    switch action {
    case .edit(let edit):
      let text = field.text
      field.apply(edit)
      if field.text != text { refilter(in: workspace) }
    case .move(let movement):
      let page = Layout(workspace.size).listHeight
      selection = movement.applied(to: selection, page: page, last: max(0, shownCount - 1))
    case .open: return open(in: &workspace)
    case .details:
      guard let selected else { return [.effect(.bell)] }
      return [.push(.details(DetailsScreen(symbol: selected)))]
    case .editPrototype: return editPrototype(in: &workspace)
    case .symbols(let action): perform(action, in: &workspace)
    case .back, .keepPrototype, .complete, .accept, .call, .outcome, .history, .memory, .variables,
      .program:
      break
    }
    top = firstRow(in: workspace)
    return []
  }

  private mutating func perform(_ action: SymbolAction, in workspace: inout Workspace) {
    let before = selected
    switch action {
    case .clearFilter:
      field = TextField()
      filter.search("")
      regroup(in: workspace)
      if let before { selection = order.position(of: before) ?? 0 }
    case .sort:
      order.useNextKey(of: workspace.table)
      regroup(in: workspace)
      if field.isEmpty, let before { selection = order.position(of: before) ?? 0 }
      workspace.notice = Notice(text: "sorted " + order.key.label, role: .text)
    case .nextKind: showNextKind(1, in: workspace)
    case .previousKind: showNextKind(-1, in: workspace)
    }
  }

  private func open(in workspace: inout Workspace) -> [Transition] {
    guard let selected else { return [.effect(.bell)] }
    guard workspace.canBeCalled(selected) else {
      return [.push(.details(DetailsScreen(symbol: selected)))]
    }
    guard let declaration = workspace.declaration(of: selected) else {
      return editPrototype(in: &workspace)
    }
    return [.push(.call(CallScreen(symbol: selected, declaration, in: workspace)))]
  }

  private func editPrototype(in workspace: inout Workspace) -> [Transition] {
    guard let selected else { return [.effect(.bell)] }
    guard workspace.canBeCalled(selected) else {
      return [.push(.details(DetailsScreen(symbol: selected)))]
    }
    guard workspace.name(selected).isCIdentifier else {
      workspace.notice = Notice(
        text: "its name is not a C identifier: it cannot be declared in C", role: .warning)
      return [.push(.details(DetailsScreen(symbol: selected)))]
    }
    return [.push(.prototype(PrototypeScreen(symbol: selected, in: workspace)))]
  }

  private func firstRow(in workspace: Workspace) -> Int {
    firstRow(height: Layout(workspace.size).listHeight)
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

  private func emptyLines(in workspace: Workspace, width: Int) -> [Line] {
    var text =
      field.isEmpty
      ? "This library has no \(kind.noun)."
      : "Nothing matches “\(field.text)” among the \(kind.noun). Esc clears the filter."
    if field.isEmpty, kind == .exports { text = "This library exports nothing." }
    if !field.isEmpty, found[.all] > 0 {
      text += " \(counted(found[.all], "match", "matches")) elsewhere: Tab goes there."
    }
    return [Line()] + wrapped(text, width: max(8, width - 4)).map { Line("  " + $0, .dim) }
  }
}

import CLanguage
import ELFModel

/// What the library says of one symbol.
struct DetailsScreen: Sendable {
  // MARK: State

  let symbol: UInt32
  private var scroll = 0

  init(symbol: UInt32) { self.symbol = symbol }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    guard case .action(let action) = input else { return [] }
    switch action {
    case .back: return [.pop]
    case .move(let movement):
      let layout = Layout(workspace.size)
      let count = lines(in: workspace, width: layout.workWidth).count
      scroll = movement.applied(
        to: scroll, page: layout.bodyHeight, last: max(0, count - layout.bodyHeight))
    case .edit, .open, .clearFilter, .sort, .editPrototype, .complete, .accept, .nextField,
      .previousField, .advance, .call, .earlierArguments, .laterArguments, .callAgain,
      .editArguments, .program:
      break
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let lines = lines(in: workspace, width: size.columns)
    let start = min(scroll, max(0, lines.count - size.rows))
    return Array(lines.dropFirst(start))
  }

  /// All rows, also used as the preview beside the list.
  func lines(in workspace: Workspace, width: Int) -> [Line] {
    let facts = SymbolFacts(symbol: symbol, workspace: workspace)
    var lines = wrapped(workspace.name(symbol), width: width).map { Line($0, .title) }
    lines.append(Line())
    let known = facts.prototype(width: width)
    lines += known.isEmpty ? missingPrototype(in: workspace, width: width) : known
    lines.append(Line())
    return lines + facts.table(width: width)
  }

  // MARK: Private helpers

  private func missingPrototype(in workspace: Workspace, width: Int) -> [Line] {
    let symbol = workspace.symbol(symbol)
    if symbol.type.isCallable, symbol.isDefined {
      return wrapped("○ No prototype is known. Enter asks for it.", width: width)
        .map { Line($0, .warning) }
    }
    let reason =
      symbol.isDefined
      ? "Only functions can be called; reading and changing data is not built yet."
      : "Another library defines it: open that one to call it."
    return wrapped(reason, width: width).map { Line($0, .dim) }
  }
}

import Evaluation

/// What came of a call.
struct OutcomeScreen: Sendable {
  // MARK: State

  let symbol: UInt32
  let name: String
  private let report: StatementReport
  private var scroll = 0

  init(symbol: UInt32, _ report: StatementReport, in workspace: Workspace) {
    self.symbol = symbol
    name = workspace.name(symbol)
    self.report = report
  }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    guard case .action(let action) = input else { return [] }
    switch action {
    case .callAgain: return callAgain(in: &workspace)
    case .back, .editArguments: return [.pop]
    case .editPrototype:
      return [.replace(.prototype(PrototypeScreen(symbol: symbol, in: workspace)))]
    case .move(let movement):
      let layout = Layout(workspace.size)
      let count = lines(in: workspace, width: layout.workWidth).count
      scroll = movement.applied(
        to: scroll, page: layout.bodyHeight, last: max(0, count - layout.bodyHeight))
    case .edit, .open, .clearFilter, .sort, .complete, .accept, .nextField, .previousField,
      .advance, .call, .earlierArguments, .laterArguments, .program:
      break
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let lines = lines(in: workspace, width: size.columns)
    let last = max(0, lines.count - size.rows)
    var shown = Array(lines.dropFirst(min(scroll, last)).prefix(size.rows))
    if scroll < last, let end = shown.indices.last {
      shown[end] = Line("↓ \(counted(last - scroll + 1, "line")) more", .dim)
    }
    return shown
  }

  // MARK: Private helpers

  private func lines(in workspace: Workspace, width: Int) -> [Line] {
    wrapped(String(displaying: report.statement), width: width, indent: 4).map { Line($0, .title) }
      + [Line()] + OutcomeText(report: report, header: workspace.header, width: width).lines()
  }

  private func callAgain(in workspace: inout Workspace) -> [Transition] {
    guard workspace.running == nil else { return [.effect(.bell)] }
    workspace.running = RunningCall(
      symbol: symbol, statement: report.statement, elapsed: 0, isStopping: false)
    return [.effect(.evaluate(report.statement))]
  }
}

import CLanguage
import ELFModel
import Evaluation

/// What came of a call.
struct OutcomeScreen: Sendable {
  // MARK: State

  /// The function's symbol, for a call that a form made.
  let symbol: UInt32?
  let name: String
  private let report: StatementReport
  private let number: Int
  private var scroll = 0
  /// How deep structs and arrays are opened.
  private var depth = 1

  init(_ entry: TranscriptEntry, in workspace: Workspace) {
    symbol = entry.symbol
    name = entry.symbol.map { workspace.name($0) } ?? "#\(entry.number)"
    report = entry.report
    number = entry.number
  }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    guard case .action(let action) = input else { return [] }
    switch action {
    case .outcome(.callAgain): return callAgain(in: &workspace)
    case .outcome(.keep): workspace.notice = keep(in: &workspace)
    case .back: return [.pop]
    case .outcome(.unfold): depth = min(depth + 1, Self.deepest)
    case .outcome(.fold): depth = max(depth - 1, 0)
    case .outcome(.editArguments):
      return symbol == nil ? [.editInConsole(report.statement)] : [.pop]
    case .editPrototype:
      guard let symbol else { return [.effect(.bell)] }
      return [.replace(.prototype(PrototypeScreen(symbol: symbol, in: workspace)))]
    case .move(let movement):
      let layout = Layout(workspace.size)
      let width = symbol == nil ? layout.fullWidth : layout.workWidth
      let count = lines(in: workspace, width: width).count
      scroll = movement.applied(
        to: scroll, page: layout.bodyHeight, last: max(0, count - layout.bodyHeight))
    case .edit, .open, .details, .keepPrototype, .complete, .accept, .symbols, .call, .history,
      .memory,
      .variables, .program:
      break
    }
    return []
  }

  private static let deepest = 16

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
      + [Line()]
      + OutcomeText(
        report: report, header: workspace.header, width: width,
        depth: depth
      ).lines()
  }

  /// Puts the call among the examples of its function's prototype, which the next save writes.
  private func keep(in workspace: inout Workspace) -> Notice {
    let header = workspace.header
    let earlier = workspace.transcript.entries.prefix { $0.number < number }
      .filter { $0.isUndoable }.map(\.report.statement)
    guard let call = ExampleCall(report, after: earlier, header: header),
      let text = call.prototype(in: header),
      case .right(let prototype) = PrototypeCheck(text, of: call.function, over: header)
    else {
      return Notice(text: "no function that is declared was called here", role: .dim)
    }
    workspace.accept(prototype)
    return Notice(text: "kept as an example of \(call.function); Ctrl-S saves it", role: .success)
  }

  private func callAgain(in workspace: inout Workspace) -> [Transition] {
    guard workspace.running == nil else { return [.effect(.bell)] }
    return workspace.start(report.statement, symbol: symbol)
      + (symbol == nil ? [.section(.console)] : [])
  }
}

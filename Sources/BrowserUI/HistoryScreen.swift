import Evaluation

/// All statements of the session, the last one selected at first.
struct HistoryScreen: Sendable {
  // MARK: State

  /// Rows up from the last entry, so that new ones keep the selection at the end.
  private var fromEnd = 0

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    let entries = workspace.transcript.entries
    if case .click(.row(let row)) = input, entries.indices.contains(row) {
      fromEnd = entries.count - 1 - row
    }
    guard case .action(let action) = input, !entries.isEmpty else { return [] }
    let selection = selection(of: entries.count)
    switch action {
    case .move(let movement):
      let page = Layout(workspace.size).bodyHeight - Self.head
      let position = movement.applied(to: selection, page: page, last: entries.count - 1)
      fromEnd = entries.count - 1 - position
    case .open: return [.push(.outcome(OutcomeScreen(entries[selection], in: workspace)))]
    case .history(.again):
      return [.section(.console)]
        + workspace.start(entries[selection].report.statement, symbol: nil)
    case .history(.undo):
      let count = workspace.transcript.undoCount(to: selection)
      guard count > 0, workspace.running == nil else { return [.effect(.bell)] }
      return workspace.start(":undo \(count)", symbol: nil)
    case .history(.edit): return [.editInConsole(entries[selection].report.statement)]
    case .edit, .back, .details, .editPrototype, .keepPrototype, .complete, .accept, .symbols,
      .call, .outcome,
      .memory, .variables, .program:
      break
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let entries = workspace.transcript.entries
    guard !entries.isEmpty else { return emptyLines(width: size.columns) }
    let selection = selection(of: entries.count)
    let height = max(1, size.rows - Self.head)
    let first = max(0, min(selection - height / 2, entries.count - height))
    var lines = [titles()]
    for position in first..<min(entries.count, first + height) {
      var line = row(entries[position], in: workspace, width: size.columns)
      line.pad(to: size.columns)
      if position == selection { line = line.laid(on: .selection) }
      line.mark(from: 0, as: .row(position))
      lines.append(line)
    }
    return lines
  }

  // MARK: Private helpers

  /// The titles of the columns.
  private static let head = 1

  private func selection(of count: Int) -> Int { max(0, count - 1 - fromEnd) }

  private func titles() -> Line {
    var line = Line("   #".padded(to: 6), .heading)
    line.append("TIME".leftPadded(to: 9) + "  ", .heading)
    line.append("KEPT".leftPadded(to: 8) + "  ", .heading)
    line.append("STATEMENT, OUTCOME", .heading)
    return line
  }

  private func row(_ entry: TranscriptEntry, in workspace: Workspace, width: Int) -> Line {
    var line = Line(String(entry.number).leftPadded(to: 4) + "  ", .dim)
    let time = entry.report.duration.map(durationText) ?? ""
    line.append(time.leftPadded(to: 9) + "  ", .dim)
    line.append(Self.kept(entry).leftPadded(to: 8) + "  ", .dim)
    let verdict =
      entry.isUndone
      ? Line("undone", .dim)
      : OutcomeText(report: entry.report, header: workspace.header, width: width).verdictLine()
    let room = max(8, width - line.width - 2)
    let outcomeWidth = min(verdict.width, max(room / 2, room - 40))
    let statement = entry.report.statement.split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    line.append(
      statement.truncated(to: max(8, room - outcomeWidth)), entry.isUndone ? .dim : .code)
    line.append("  ")
    line.append(verdict.clipped(to: max(0, width - line.width)))
    return line
  }

  /// The memory that being able to undo it costs.
  private static func kept(_ entry: TranscriptEntry) -> String {
    let bytes = entry.report.effects.stateBytes
    guard entry.isUndoable, bytes > 0 else { return "" }
    return bytes < 10 << 20 ? "\((bytes + 1023) >> 10) KiB" : "\(bytes >> 20) MiB"
  }

  private func emptyLines(width: Int) -> [Line] {
    wrapped(
      "Nothing was evaluated yet. Every call and every statement of the console will be here.",
      width: width
    ).map { Line($0, .dim) }
  }
}

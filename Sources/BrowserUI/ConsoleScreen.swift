import CLanguage
import ELFModel
import Evaluation

/// C statements, one after the other, with what came of them above.
struct ConsoleScreen: Sendable {
  // MARK: State

  private(set) var field = TextField()
  private var lines = StatementLines()
  private var completion: Completion?
  /// Which of the completion's candidates stands in the field; nil before the first.
  private var chosen: Int?
  /// How many statements back the field is; 0 is what was typed.
  private var recalled = 0
  /// What was typed before recalling.
  private var draft = ""
  /// Rows that the transcript is scrolled up.
  private var scroll = 0

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch input {
    case .text(let text): return take(text, in: &workspace)
    case .action(let action): return perform(action, in: &workspace)
    case .click: return []
    }
  }

  /// Puts a statement into the field, for changing it.
  mutating func edit(_ statement: String) {
    lines.removeAll()
    field.replace(with: statement)
    forget()
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let foot = promptLines(in: workspace, width: size.columns)
    let room = max(0, size.rows - foot.count)
    var above = transcriptLines(in: workspace, width: size.columns, needed: room + scroll)
    above.removeLast(min(scroll, max(0, above.count - room)))
    let shown = above.suffix(room)
    let missing = Array(repeating: Line(), count: room - shown.count)
    return missing + shown + foot
  }

  // MARK: Private helpers

  private mutating func take(_ text: String, in workspace: inout Workspace) -> [Transition] {
    forget()
    guard text.contains(where: \.isNewline) else {
      if !field.insert(text) { workspace.notice = .tooLong }
      return []
    }
    let (statements, rest) = lines.add(pasted: field.text + text)
    field.replace(with: rest)
    return statements.flatMap { submit($0, in: &workspace) }
  }

  private mutating func perform(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    switch action {
    case .edit(.deleteBefore) where field.isEmpty:
      if let line = lines.removeLast() { field.replace(with: line) }
    case .edit(let edit):
      if field.apply(edit) { completion = nil }
    case .accept: return accept(in: &workspace)
    case .complete: complete(in: workspace)
    case .back:
      edit("")
      scroll = 0
    case .move(let movement): move(movement, in: workspace)
    case .details:
      guard let last = workspace.transcript.entries.last else { return [.effect(.bell)] }
      return [.push(.outcome(OutcomeScreen(last, in: workspace)))]
    case .open, .editPrototype, .keepPrototype, .symbols, .call, .outcome, .history, .memory,
      .variables,
      .program:
      break
    }
    return []
  }

  private mutating func accept(in workspace: inout Workspace) -> [Transition] {
    scroll = 0
    guard let statement = lines.add(field.text) else {
      field = TextField()
      return []
    }
    field = TextField()
    forget()
    guard !statement.trimmed.isEmpty else { return [] }
    return submit(statement, in: &workspace)
  }

  private mutating func submit(
    _ statement: String, in workspace: inout Workspace
  ) -> [Transition] {
    workspace.pastStatements.removeAll { $0 == statement }
    workspace.pastStatements.append(statement)
    return [.effect(.remember(statement))] + workspace.start(statement, symbol: nil)
  }

  private mutating func forget() {
    completion = nil
    chosen = nil
    recalled = 0
  }

  /// The first time what all candidates share, then one after the other.
  private mutating func complete(in workspace: Workspace) {
    if let completion, let position = chosen.map({ $0 + 1 }) ?? 0 as Int?,
      !completion.candidates.isEmpty
    {
      let next = position % completion.candidates.count
      replaceCandidate(with: completion.candidates[next], of: completion)
      chosen = next
      return
    }
    let found = Completion(field, in: workspace)
    field.insert(found.common)
    completion = found.count > 1 ? found : nil
    chosen = nil
  }

  private mutating func replaceCandidate(with candidate: String, of completion: Completion) {
    let standing =
      chosen.map { completion.candidates[$0] }
      ?? completion.prefix + completion.common
    for _ in standing { field.apply(.deleteBefore) }
    field.insert(candidate)
  }

  private mutating func move(_ movement: Movement, in workspace: Workspace) {
    let page = max(1, Layout(workspace.size).bodyHeight - 2)
    switch movement {
    case .up: recall(recalled + 1, in: workspace)
    case .down: recall(recalled - 1, in: workspace)
    case .pageUp:
      let width = Layout(workspace.size).fullWidth
      let height = transcriptLines(in: workspace, width: width, needed: .max).count
      scroll = min(scroll + page, max(0, height - page))
    case .pageDown: scroll = max(0, scroll - page)
    case .first, .last: break
    }
  }

  /// The statement so many back that begins with what was typed.
  private mutating func recall(_ number: Int, in workspace: Workspace) {
    if recalled == 0 { draft = field.text }
    guard number >= 0 else { return }
    guard number > 0 else {
      recalled = 0
      field.replace(with: draft)
      return
    }
    let matching = workspace.pastStatements.filter { $0.hasPrefix(draft) && $0 != draft }
    guard number <= matching.count else { return }
    recalled = number
    field.replace(with: matching[matching.count - number])
  }

  // MARK: Prompt

  private func promptLines(in workspace: Workspace, width: Int) -> [Line] {
    var rows: [Line] = []
    if let completion {
      rows.append(completion.line(width: width))
    } else if let hint = NameHint(textBeforeCursor, in: workspace) {
      rows.append(hint.line(in: workspace, width: width))
    } else if let hint = SignatureHint(textBeforeCursor, in: workspace) {
      rows.append(hint.line(in: workspace, width: width))
    } else {
      rows.append(Line())
    }
    for (index, text) in lines.open.enumerated() {
      var row = Line(index == 0 ? "❯ " : "… ", .prompt)
      row.append(text, .code)
      rows.append(row.clipped(to: width))
    }
    var row = Line(lines.open.isEmpty ? "❯ " : "… ", .prompt)
    row.append(
      field.line(
        width: max(8, width - 3), role: .code, on: .plain,
        hasCursor: workspace.running == nil || workspace.running?.symbol == nil,
        ghost: field.isEmpty && lines.open.isEmpty ? "a C statement" : ""))
    rows.append(row)
    return rows
  }

  private var textBeforeCursor: String {
    (lines.open + [String(field.text.prefix(field.cursor))]).joined(separator: "\n")
  }

  // MARK: Transcript

  /// The last rows, at least as many as are needed if there are so many.
  private func transcriptLines(in workspace: Workspace, width: Int, needed: Int) -> [Line] {
    let entries = workspace.transcript.entries
    var blocks: [[Line]] = []
    var count = 0
    if let running = workspace.running, running.symbol == nil {
      var block = statementLines(running.statement, number: nil, width: width)
      block.append(Line("…", .dim))
      blocks.append(block)
      count += block.count
    }
    for entry in entries.reversed() {
      guard count < needed else { break }
      let block = lines(of: entry, in: workspace, width: width)
      blocks.append(block)
      count += block.count
    }
    guard !blocks.isEmpty else { return welcome(in: workspace, width: width) }
    return blocks.reversed().flatMap { $0 }
  }

  private func lines(
    of entry: TranscriptEntry, in workspace: Workspace, width: Int
  ) -> [Line] {
    let outcome = OutcomeText(
      report: entry.report, header: workspace.header, width: max(8, width - 2))
    return statementLines(entry.report.statement, number: entry.number, width: width)
      + outcome.brief().map { row in
        var line = Line("  ")
        line.append(row)
        return line
      } + [Line()]
  }

  private func statementLines(_ statement: String, number: Int?, width: Int) -> [Line] {
    let rows = statement.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var lines: [Line] = []
    for (index, row) in rows.enumerated() {
      for piece in wrapped(String(row), width: max(8, width - 8), indent: 2) {
        var line = Line(lines.isEmpty ? "❯ " : "… ", .prompt)
        line.append(piece, .title)
        if let number, index == 0, lines.isEmpty {
          line.pad(to: width - String(number).count)
          line.append(String(number), .dim)
        }
        lines.append(line)
      }
    }
    return lines
  }

  private func welcome(in workspace: Workspace, width: Int) -> [Line] {
    let texts = [
      "C statements, evaluated on the live library: calls, declarations, expressions.",
      "Nothing of \(workspace.image.profileName) runs before the first call; a crash is shown and"
        + " undone.",
      "Tab completes, ↑ recalls, F3 shows all of an outcome; many lines can be pasted.",
    ]
    return texts.flatMap { wrapped($0, width: width) }.map { Line($0, .dim) }
  }
}

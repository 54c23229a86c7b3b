import CLanguage
import Evaluation

/// The arguments of a call, a field each, checked while they are typed.
struct CallScreen: Sendable {
  // MARK: State

  let symbol: UInt32
  let name: String
  private let declaration: CDeclaration
  private let parameters: [CParameter]
  private let isVariadic: Bool
  private var assists: [ArgumentAssist]
  private var fields: [TextField]
  private var problems: [CDiagnostic?]
  private var focus = 0
  /// How many calls back in the history the fields are; 0 is what was typed.
  private var recalled = 0

  /// The field that has the keyboard; nil when the function takes nothing.
  var focusedField: TextField? { fields.indices.contains(focus) ? fields[focus] : nil }

  init(symbol: UInt32, _ declaration: CDeclaration, in workspace: Workspace) {
    self.symbol = symbol
    self.declaration = declaration
    name = declaration.name
    if case .function(let function) = declaration.kind {
      parameters = function.parameters
      isVariadic = function.isVariadic
    } else {
      parameters = []
      isVariadic = false
    }
    let annotations = workspace.header.annotations(of: declaration).annotations
    assists = zip(parameters, annotations.parameters).map {
      ArgumentAssist($0, $1, in: workspace)
    }
    if case .function(let function) = declaration.kind, declaration.isCxx,
      workspace.header.hiddenResult(of: function) != nil, !assists.isEmpty
    {
      assists[0].isOptional = true
    }
    let count = parameters.count + (isVariadic ? 1 : 0)
    let draft = workspace.drafts[declaration.name] ?? []
    fields = (0..<count).map { TextField(draft.indices.contains($0) ? draft[$0] : "") }
    problems = Array(repeating: nil, count: count)
    for index in fields.indices { recheck(index, in: workspace) }
  }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    defer { workspace.drafts[name] = fields.map(\.text) }
    switch input {
    case .text(let text):
      guard fields.indices.contains(focus) else { return [] }
      if !fields[focus].insert(text) { workspace.notice = .tooLong }
      recheck(focus, in: workspace)
    case .click(.field(let index)):
      if fields.indices.contains(index) { focus = index }
    case .click: break
    case .action(let action): return perform(action, in: &workspace)
    }
    return []
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let width = size.columns
    var rows: [Line] = []
    var focused = 0..<0
    for index in fields.indices {
      let start = rows.count
      rows += fieldLines(index, width: width, in: workspace)
      if index == focus { focused = start..<rows.count }
    }
    var foot = statementLines(width: width)
    var head =
      wrapped(workspace.shownName(symbol), width: width).map { Line($0, .title) }
      + SymbolFacts(symbol: symbol, workspace: workspace).prototype(width: width)
    if head.count + rows.count + foot.count + 2 > size.rows {
      // The fields matter most: of the rest, what fits beside them.
      head = [SignatureHint(declaration, focus).line(in: workspace, width: width)]
      foot = Array(foot.prefix(max(1, size.rows / 6)))
    } else {
      head.append(Line())
    }
    if fields.isEmpty {
      foot += [Line(), Line("It takes no arguments. Enter calls it.", .dim)]
    } else {
      foot.insert(Line(), at: 0)
    }
    let room = max(1, size.rows - head.count - foot.count)
    return head + centred(rows, height: room, focus: focused) + foot
  }

  // MARK: Private helpers

  private mutating func perform(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    switch action {
    case .edit(let edit):
      if fields.indices.contains(focus), fields[focus].apply(edit) {
        recheck(focus, in: workspace)
      }
    case .call(let action): return perform(action, in: &workspace)
    case .keepPrototype:
      workspace.notice =
        workspace.keepLearned(symbol)
        ? Notice(text: "kept; Ctrl-S saves it to the profile", role: .success)
        : Notice(text: "there is no prototype of debug information to keep", role: .dim)
    case .editPrototype: return [.push(.prototype(PrototypeScreen(symbol: symbol, in: workspace)))]
    case .back: return [.pop]
    case .move, .open, .details, .complete, .accept, .symbols, .outcome, .history, .memory,
      .variables, .program:
      break
    }
    return []
  }

  private mutating func perform(
    _ action: CallAction, in workspace: inout Workspace
  ) -> [Transition] {
    switch action {
    case .nextField: moveFocus(by: 1)
    case .previousField: moveFocus(by: -1)
    case .advance:
      guard focus < fields.count - 1 else { return call(in: &workspace) }
      focus += 1
    case .call: return call(in: &workspace)
    case .earlierArguments: recall(recalled + 1, in: workspace)
    case .laterArguments: recall(recalled - 1, in: workspace)
    case .pick: pick(1, in: workspace)
    }
    return []
  }

  /// Puts the next proposal into the field.
  private mutating func pick(_ step: Int, in workspace: Workspace) {
    guard assists.indices.contains(focus), fields.indices.contains(focus),
      let next = assists[focus].next(after: fields[focus].text.trimmed, step: step)
    else { return }
    fields[focus].replace(with: next)
    recheck(focus, in: workspace)
  }

  private mutating func moveFocus(by step: Int) {
    guard !fields.isEmpty else { return }
    focus = (focus + step + fields.count) % fields.count
  }

  private mutating func recall(_ number: Int, in workspace: Workspace) {
    let history = workspace.history[name] ?? []
    guard number > 0, number <= history.count else { return }
    recalled = number
    let arguments = history[history.count - number]
    for index in fields.indices {
      fields[index].replace(with: arguments.indices.contains(index) ? arguments[index] : "")
      recheck(index, in: workspace)
    }
  }

  /// Looks at one field; an empty one is not a mistake yet.
  private mutating func recheck(_ index: Int, in workspace: Workspace) {
    guard parameters.indices.contains(index), !fields[index].text.trimmed.isEmpty else {
      problems[index] = nil
      return
    }
    problems[index] = checkArgument(
      fields[index].text, for: parameters[index], in: workspace.header)
  }

  private mutating func call(in workspace: inout Workspace) -> [Transition] {
    guard workspace.running == nil else {
      workspace.notice = Notice(text: "a call is running: Esc stops it", role: .warning)
      return [.effect(.bell)]
    }
    let leftOut = leftOut
    for index in parameters.indices
    where fields[index].text.trimmed.isEmpty && !leftOut.contains(index) {
      let start = CSourceLocation(offset: 0, line: 1, column: 1)
      problems[index] = CDiagnostic(
        "an argument is needed", CSourceRange(start: start, end: start))
    }
    if let wrong = problems.firstIndex(where: { $0 != nil }) {
      focus = wrong
      return [.effect(.bell)]
    }
    workspace.remember(fields.map(\.text), of: name)
    recalled = 0
    return workspace.start(statement, symbol: symbol)
  }

  /// Buffers that the call makes: all of those that it can make, or none.
  private var leftOut: Set<Int> {
    let optional = assists.indices.filter { assists[$0].isOptional }
    let areEmpty = optional.allSatisfy { fields[$0].text.trimmed.isEmpty }
    return areEmpty && !isVariadic ? Set(optional) : []
  }

  private var statement: String {
    let arguments = fields.map { $0.text.trimmed }.filter { !$0.isEmpty }
    return name + "(" + arguments.joined(separator: ", ") + ")"
  }

  private func label(_ index: Int, in workspace: Workspace) -> String {
    guard parameters.indices.contains(index) else { return "..." }
    let text = workspace.text(of: parameters[index])
    return assists.indices.contains(index)
      ? text + (assists[index].arrow.map { " " + $0 } ?? "") : text
  }

  private func fieldLines(_ index: Int, width: Int, in workspace: Workspace) -> [Line] {
    let isFocused = index == focus && workspace.running == nil
    let label = label(index, in: workspace)
    let widest = fields.indices.map { self.label($0, in: workspace).cellWidth }.max() ?? 0
    let isStacked = widest > width / 2
    var lines: [Line] = []
    var line = Line(isFocused ? "❯ " : "  ", .prompt)
    if isStacked {
      line.append(label, .type)
      lines.append(line)
      line = Line("    ")
    } else {
      line.append(label.padded(to: widest + 2), .type)
    }
    let indent = line.width
    let room = max(8, width - indent - 1)
    let field = fields[index].line(
      width: room, on: isFocused ? .fieldFocused : .field, hasCursor: isFocused,
      ghost: fields[index].isEmpty ? placeholder(index, in: workspace.header) : "")
    line.append(field)
    line.mark(from: 0, as: .field(index))
    lines.append(line)
    if isFocused { lines += assistLines(index, indent: indent, width: room) }
    guard let problem = problems[index] else { return lines }
    for row in problemLines(problem, under: fields[index], width: room, role: .error) {
      var line = Line(String(repeating: " ", count: indent))
      line.append(row)
      lines.append(line)
    }
    return lines
  }

  /// What can be picked, and what the annotations say.
  private func assistLines(_ index: Int, indent: Int, width: Int) -> [Line] {
    guard assists.indices.contains(index) else { return [] }
    let assist = assists[index]
    var rows = wrapped(assist.note, width: width).map { Line($0, .dim) }
    if !assist.proposals.isEmpty {
      rows.append(assist.proposalLine(current: fields[index].text.trimmed, width: width))
    }
    return rows.map { row in
      var line = Line(String(repeating: " ", count: indent))
      line.append(row)
      return line
    }
  }

  /// What an argument of the type looks like; empty where it is not obvious.
  private func placeholder(_ index: Int, in header: CHeader) -> String {
    guard parameters.indices.contains(index) else { return "further arguments: 1, \"text\"" }
    if assists.indices.contains(index), assists[index].isOptional { return "made for the call" }
    let type = header.resolved(parameters[index].type.type)
    switch type {
    case .bool: return "true"
    case .integer: return "0"
    case .floating: return "0.5"
    case .pointer, .array: return header.stringPrefix(ofPointer: type) == nil ? "" : "\"text\""
    case .void, .complex, .vector, .bitInt, .function, .record, .enumeration, .typedef: return ""
    }
  }

  /// The call as C, what is still missing in its place.
  private func statementLines(width: Int) -> [Line] {
    var line = Line("  ")
    line.append(name + "(", .code)
    let leftOut = leftOut
    var isFirst = true
    for index in fields.indices where !leftOut.contains(index) {
      let text = fields[index].text.trimmed
      if text.isEmpty, !parameters.indices.contains(index) { continue }
      if !isFirst { line.append(", ", .code) }
      isFirst = false
      if text.isEmpty {
        line.append(parameters[index].name ?? "…", .ghost)
      } else {
        line.append(text, problems[index] == nil ? .code : .error)
      }
    }
    line.append(")", .code)
    guard line.width > width else { return [line] }
    return wrapped(line.text, width: width, indent: 4).map { Line($0, .code) }
  }
}

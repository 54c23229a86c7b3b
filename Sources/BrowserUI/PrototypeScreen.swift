import CLanguage
import Evaluation

/// Asks what a function looks like, in C, and checks the answer while it is typed.
struct PrototypeScreen: Sendable {
  // MARK: State

  let symbol: UInt32
  let name: String
  private(set) var field: TextField
  private var check: PrototypeCheck
  /// Enter was pressed on what cannot be taken: say why even if it is only unfinished.
  private var wasRefused = false
  private let isChange: Bool
  /// What a C++ name tells, put into the field for the result to be typed in front.
  private var offer: (text: String, doubt: String?)?

  /// Starts from the prototype that is known, else from nothing.
  init(symbol: UInt32, in workspace: Workspace) {
    self.symbol = symbol
    name = workspace.name(symbol)
    let known = workspace.declaration(of: symbol)
    isChange = known != nil
    field = TextField(known.map { workspace.annotatedText(of: $0) } ?? "")
    check = PrototypeCheck(field.text, of: name, over: workspace.header)
    if let knowledge = workspace.knowledge[symbol] { take(knowledge, in: workspace) }
  }

  // MARK: Update

  /// Puts what the function's C++ name tells into the field, if nothing is typed there yet.
  mutating func take(_ knowledge: PrototypeKnowledge, in workspace: Workspace) {
    guard field.isEmpty, case .named(let signature)? = knowledge.nameClaim else { return }
    let declaration = signature.declaration(named: name)
    let result = "RESULT"
    let text =
      declaration.hasPrefix(result) ? String(declaration.dropFirst(result.count)) : declaration
    offer = (text, signature.doubt)
    field.replace(with: text)
    field.moveCursor(to: 0)
    recheck(in: workspace)
  }

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    switch input {
    case .text(let text):
      if !field.insert(text) { workspace.notice = .tooLong }
      recheck(in: workspace)
    case .action(.edit(let edit)):
      if field.apply(edit) { recheck(in: workspace) }
    case .action(.complete):
      complete(in: workspace)
      recheck(in: workspace)
    case .action(.accept): return accept(in: &workspace)
    case .action(.back): return [.pop]
    case .action, .click: break
    }
    return []
  }

  /// Nothing was typed.
  var isUntouched: Bool { field.isEmpty || field.text == offer?.text }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let width = size.columns
    var lines = wrapped(workspace.shownName(symbol), width: width).map { Line($0, .title) }
    let facts = SymbolFacts(symbol: symbol, workspace: workspace)
    lines += facts.summary(width: width)
    lines.append(Line())
    let request = isChange ? "Its prototype, in C:" : "No prototype is known. What is it, in C?"
    lines.append(Line(request, .heading))
    if !isChange, workspace.isLearning(symbol) {
      lines.append(Line("Looking into the debug information…", .dim))
    }
    let start = lines.count
    lines += editor(in: workspace, width: width)
    lines.append(Line())
    let end = lines.count
    let preview = preview(in: workspace, width: width)
    if !preview.isEmpty {
      lines += preview
    } else if size.rows > lines.count + 3 {
      lines += hints(width: width)
    }
    return window(lines, height: size.rows, focus: start..<end)
  }

  // MARK: Private helpers

  private var proposal: String {
    field.cursorIsAtEnd ? prototypeProposal(for: field.text, name: name) : ""
  }

  private mutating func recheck(in workspace: Workspace) {
    wasRefused = false
    check = PrototypeCheck(field.text, of: name, over: workspace.header)
  }

  private mutating func accept(in workspace: inout Workspace) -> [Transition] {
    guard case .right(let prototype) = check else {
      wasRefused = true
      return [.effect(.bell)]
    }
    workspace.accept(prototype)
    return [
      .effect(.declare(prototype.text)),
      .replace(.call(CallScreen(symbol: symbol, prototype.declaration, in: workspace))),
    ]
  }

  /// The rest of a type's name where one is being typed, else the proposal.
  private mutating func complete(in workspace: Workspace) {
    let types = typeCompletion(in: workspace)
    if !types.candidates.isEmpty {
      field.insert(types.common)
      return
    }
    field.apply(.end)
    field.insert(proposal)
  }

  /// The types that the word before the cursor begins, unless it is one, or the function's name.
  private func typeCompletion(in workspace: Workspace) -> Completion {
    let completion = Completion(field, in: workspace, onlyTypes: true)
    let isName = name.hasPrefix(completion.prefix) && !field.text.contains("(")
    return isName && completion.prefix != field.text.trimmed ? .none : completion
  }

  /// How the structs that the prototype is about lie in memory.
  private func preview(in workspace: Workspace, width: Int) -> [Line] {
    guard case .right(let prototype) = check,
      case .function(let function) = prototype.declaration.kind
    else { return [] }
    return prototype.header.outlines(of: function).flatMap { outline in
      let layout = TypeLayout(outline: outline)
      return [layout.title()] + wrapped(layout.facts(), width: width).map { Line($0, .dim) }
        + layout.rows(width: width) + [Line()]
    }
  }

  private func editor(in workspace: Workspace, width: Int) -> [Line] {
    var line = Line("❯ ", .prompt)
    let room = max(8, width - 3)
    let placeholder = "such as: int \(name)(int first, const char *second);"
    let types = typeCompletion(in: workspace)
    let ghost =
      field.isEmpty ? placeholder : types.candidates.isEmpty ? proposal : types.common
    line.append(field.line(width: room, on: .fieldFocused, hasCursor: true, ghost: ghost))
    var rows = [line]
    if types.count > 1 || types.count == 1 && types.common.isEmpty {
      var row = Line("  ")
      row.append(types.line(width: room))
      rows.append(row)
    }
    return rows
      + verdict(in: workspace, width: room).map { row in
        var line = Line("  ")
        line.append(row)
        return line
      }
  }

  private func verdict(in workspace: Workspace, width: Int) -> [Line] {
    if let offer, isUntouched, !wasRefused {
      let lines = [
        "Type what it returns; its C++ name tells the rest.",
        offer.doubt.map { "Not all is sure: it \($0)." },
      ]
      return lines.compactMap { $0 }.flatMap { wrapped($0, width: width) }.map { Line($0, .dim) }
    }
    switch check {
    case .empty:
      return wasRefused ? [Line("type the prototype first", .error)] : []
    case .right(let prototype):
      return [Line("✓ Enter takes it", .success)]
        + objections(to: prototype, in: workspace, width: width)
    case .unfinished(let diagnostic):
      return problemLines(
        diagnostic, under: field, width: width, role: wasRefused ? .error : .dim)
    case .wrong(let diagnostic):
      return problemLines(diagnostic, under: field, width: width, role: .error)
    }
  }

  /// What other sources say otherwise.
  private func objections(
    to prototype: CheckedPrototype, in workspace: Workspace, width: Int
  ) -> [Line] {
    guard let knowledge = workspace.knowledge[symbol] else { return [] }
    let sources = knowledge.contradicting(prototype.declaration, in: prototype.header)
    return knowledge.entries.filter { sources.contains($0.source) }.flatMap { entry in
      wrapped("\(entry.source.label) says otherwise: \(entry.text ?? "")", width: width)
        .map { Line($0, .warning) }
    }
  }

  private func hints(width: Int) -> [Line] {
    let hints = [
      "The header or the manual of the library has it; paste it here. Types that it needs can"
        + " stand in front: `typedef unsigned char Bytef; …`.",
      "Without it sonde calls nothing: a wrong guess gives wrong values with a right face.",
    ]
    return hints.flatMap { wrapped($0, width: width) }.map { Line($0, .dim) }
  }
}

/// A caret under the mistake and the message below.
func problemLines(
  _ diagnostic: CDiagnostic, under field: TextField, width: Int, role: Role
) -> [Line] {
  let start = field.column(ofUTF8Offset: diagnostic.range.start.offset, width: width)
  let end = field.column(ofUTF8Offset: diagnostic.range.end.offset, width: width)
  let marks = "^" + String(repeating: "~", count: max(0, end - start - 1))
  let caret = Line(String(repeating: " ", count: start) + marks, role)
  return [caret] + wrapped(diagnostic.message, width: width).map { Line($0, role) }
}

extension Notice {
  static let tooLong = Notice(
    text: "more than \(TextField.maximumLength) characters: the rest was left out", role: .warning)
}

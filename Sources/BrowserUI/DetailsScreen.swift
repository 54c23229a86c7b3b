import CLanguage
import ELFModel

/// What the library says of one symbol: facts, its code, who refers to it and to whom it refers.
struct DetailsScreen: Sendable {
  // MARK: State

  let symbol: UInt32
  private var scroll = 0

  init(symbol: UInt32) { self.symbol = symbol }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    guard case .action(let action) = input else { return [] }
    let layout = Layout(workspace.size)
    let parts = parts(in: workspace, width: layout.workWidth)
    let count = parts.reduce(0) { $0 + $1.count }
    let last = max(0, count - layout.bodyHeight)
    switch action {
    case .back: return [.pop]
    case .move(let movement):
      scroll = movement.applied(to: scroll, page: layout.bodyHeight - 1, last: last)
    case .details:
      // The next part, from the last one to the first.
      var start = 0
      let starts = parts.map { part in
        defer { start += part.count }
        return start
      }
      scroll = scroll >= last ? 0 : min(last, starts.first { $0 > scroll } ?? 0)
    case .keepPrototype: keep(in: &workspace)
    case .editPrototype where workspace.canBeCalled(symbol):
      return [.push(.prototype(PrototypeScreen(symbol: symbol, in: workspace)))]
    case .open:
      guard workspace.canBeCalled(symbol) else { return [.effect(.bell)] }
      guard let declaration = workspace.declaration(of: symbol) else {
        return [.push(.prototype(PrototypeScreen(symbol: symbol, in: workspace)))]
      }
      return [.push(.call(CallScreen(symbol: symbol, declaration, in: workspace)))]
    case .edit, .editPrototype, .complete, .accept, .symbols, .call, .outcome, .history,
      .memory, .variables, .program:
      break
    }
    return []
  }

  private func keep(in workspace: inout Workspace) {
    workspace.notice =
      workspace.keepLearned(symbol)
      ? Notice(text: "kept; Ctrl-S saves it to the profile", role: .success)
      : Notice(text: "there is no prototype of debug information to keep", role: .dim)
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    let parts = parts(in: workspace, width: size.columns)
    let count = parts.reduce(0) { $0 + $1.count }
    var skipped = min(scroll, max(0, count - size.rows))
    var lines: [Line] = []
    for part in parts {
      guard skipped < part.count else {
        skipped -= part.count
        continue
      }
      let end = min(part.count, skipped + size.rows - lines.count)
      for row in skipped..<max(skipped, end) { lines.append(part.row(row)) }
      skipped = 0
      guard lines.count < size.rows else { break }
    }
    return lines
  }

  /// All rows that need no looking up, also used as the preview beside the list.
  func lines(in workspace: Workspace, width: Int) -> [Line] {
    let facts = SymbolFacts(symbol: symbol, workspace: workspace)
    var lines = wrapped(workspace.shownName(symbol), width: width).map { Line($0, .title) }
    lines.append(Line())
    let known = facts.prototype(width: width)
    lines += known.isEmpty ? missingPrototype(in: workspace, width: width) : known
    lines.append(Line())
    return lines + facts.table(width: width) + facts.sources(width: width)
  }

  // MARK: Private helpers

  /// Some rows, made when they are shown: a function can have a hundred thousand instructions.
  private struct Part {
    var count: Int
    var row: (Int) -> Line

    init(_ lines: [Line]) {
      count = lines.count
      row = { lines[$0] }
    }

    init(count: Int, row: @escaping (Int) -> Line) {
      self.count = count
      self.row = row
    }
  }

  private func parts(in workspace: Workspace, width: Int) -> [Part] {
    var parts = [Part(lines(in: workspace, width: width))]
    guard let code = workspace.code[symbol] else {
      if workspace.hasCode(symbol) {
        parts.append(Part([Line(), Line("reading its code…", .dim)]))
      }
      return parts
    }
    if let problem = code.problem {
      parts.append(Part([Line()] + wrapped(problem, width: width).map { Line($0, .dim) }))
    }
    if let listing = code.listing { parts.append(codePart(listing, width: width)) }
    parts.append(
      referencesPart(code.callers, "Referred to by", "nothing in this library", width: width))
    parts.append(referencesPart(code.calls, "Refers to", "nothing outside of itself", width: width))
    return parts
  }

  private func codePart(_ listing: CodeListing, width: Int) -> Part {
    let title = "Code · \(counted(listing.lines.count, "instruction"))"
    var head = [Line(), Line(title, .heading)]
    head += listing.notes.flatMap { wrapped($0, width: width) }.map { Line($0, .warning) }
    let digits = String(listing.address &+ listing.size, radix: 16).count
    let lines = head
    let rows = CodeRows(listing)
    return Part(count: lines.count + rows.count) { index in
      guard index >= lines.count else { return lines[index] }
      switch rows[index - lines.count] {
      case .source(let source): return Self.row(source, width: width)
      case .instruction(let line): return Self.row(line, digits: digits, width: width)
      }
    }
  }

  private static func row(_ source: SourceLine, width: Int) -> Line {
    var row = Line(String(displaying: source.place), .dim)
    if let text = source.text { row.append("  " + text, .text) }
    return row.clipped(to: width)
  }

  private static func row(_ line: CodeListing.Line, digits: Int, width: Int) -> Line {
    let instruction = line.instruction
    var row = Line(String(instruction.address, radix: 16).leftPadded(to: digits) + "  ", .dim)
    let role: Role =
      switch instruction.flow {
      case .call, .jump, .conditionalJump: .kindFunction
      case .return, .stop: .warning
      case .next: .text
      }
    row.append(instruction.mnemonic.padded(to: 7) + " ", role)
    row.append(instruction.operands, .code)
    if let comment = line.comment {
      row.append("  ")
      row.pad(to: min(digits + 36, max(0, width - comment.cellWidth)))
      row.append(comment, line.text == nil ? .type : .value)
    }
    return row.clipped(to: width)
  }

  private func referencesPart(
    _ references: [CrossReference]?, _ title: String, _ none: String, width: Int
  ) -> Part {
    guard let references else {
      return Part([Line(), Line(title, .heading), Line("being looked for…", .dim)])
    }
    guard !references.isEmpty else {
      return Part([Line(), Line(title, .heading), Line(none, .dim)])
    }
    let head = [Line(), Line("\(title) · \(grouped(UInt64(references.count)))", .heading)]
    return Part(count: head.count + references.count) { index in
      guard index >= head.count else { return head[index] }
      let reference = references[index - head.count]
      var line = Line(hexadecimal(reference.address) + "  ", .dim)
      line.append(reference.kind.rawValue.padded(to: 8) + " ", .kindFunction)
      line.append(reference.place.text, .code)
      return line.clipped(to: width)
    }
  }

  private func missingPrototype(in workspace: Workspace, width: Int) -> [Line] {
    let symbol = workspace.symbol(symbol)
    if workspace.canBeCalled(self.symbol) {
      return wrapped("○ No prototype is known. Enter asks for it.", width: width)
        .map { Line($0, .warning) }
    }
    let reason =
      if !symbol.isDefined {
        "Another library defines it: open that one to call it."
      } else if symbol.type.isCallable {
        "It is not exported: the dynamic linker finds no function of this name."
      } else {
        "Data is read and changed by its name at the console, once it is declared: extern int "
          + "\(workspace.name(self.symbol));"
      }
    return wrapped(reason, width: width).map { Line($0, .dim) }
  }
}

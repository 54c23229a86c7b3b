import CLanguage

/// The probe's memory: its regions, and the bytes of one of them.
struct MemoryScreen: Sendable {
  // MARK: State

  private var selection = 0
  /// Where the cursor stands among the bytes; nil while the regions are listed.
  private var cursor: UInt64?
  /// The first byte shown.
  private var top: UInt64 = 0
  /// Where the cursor stood before pointers were followed.
  private var trail: [UInt64] = []
  /// The type that the place is shown as.
  private var type: String?
  private var prompt: (kind: Prompt, field: TextField)?

  private enum Prompt {
    case place
    case search
    case byte
    case type
  }

  /// The input that has the keyboard; nil while keys are commands.
  var field: TextField? { prompt?.field }

  // MARK: Update

  mutating func update(_ input: ScreenInput, in workspace: inout Workspace) -> [Transition] {
    if prompt != nil { return answer(input, in: &workspace) }
    switch input {
    case .click(.row(let row)): selection = row
    case .action(let action): return perform(action, in: &workspace)
    case .text, .click: break
    }
    return []
  }

  /// Asks for what is shown, after something ran.
  func refresh(in workspace: Workspace) -> [BrowserEffect] {
    guard cursor != nil else { return [.look(.regions)] }
    return [.look(.regions), .look(bytes(in: workspace))] + typedLook
  }

  /// Goes to a place.
  mutating func go(to address: UInt64, in workspace: Workspace) -> [Transition] {
    cursor = address
    let row = UInt64(Self.perRow(Layout(workspace.size).fullWidth))
    top = address - address % row
    return load(in: workspace)
  }

  // MARK: View

  func view(in workspace: Workspace, size: FrameSize) -> [Line] {
    guard let cursor else { return regionLines(in: workspace, size: size) }
    var lines = [placeLine(cursor, in: workspace, width: size.columns)]
    let typed = typedLines(in: workspace, width: size.columns).prefix(size.rows / 2)
    let rows = max(1, size.rows - lines.count - typed.count - (prompt == nil ? 0 : 1))
    let perRow = Self.perRow(size.columns)
    for row in 0..<rows {
      lines.append(
        hexLine(top &+ UInt64(row * perRow), perRow, cursor, in: workspace.memory))
    }
    lines += typed
    if let prompt { lines.append(promptLine(prompt.kind, prompt.field, width: size.columns)) }
    return lines
  }

  // MARK: Actions

  private mutating func perform(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    guard let cursor else { return performInRegions(action, in: &workspace) }
    switch action {
    case .move(let movement): return move(movement, from: cursor, in: workspace)
    case .back:
      if let place = trail.popLast() { return go(to: place, in: workspace) }
      self.cursor = nil
      type = nil
      return [.effect(.look(.regions))]
    case .open: return follow(cursor, in: &workspace)
    case .memory(.left): return step(-1, from: cursor, in: workspace)
    case .memory(.right): return step(1, from: cursor, in: workspace)
    case .memory(.goTo): prompt = (.place, TextField())
    case .memory(.search): prompt = (.search, TextField())
    case .memory(.edit): prompt = (.byte, TextField())
    case .memory(.type): prompt = (.type, TextField(type ?? ""))
    case .memory(.watch):
      let expression = "*(\(type ?? "unsigned long") *)\(hexadecimal(cursor))"
      workspace.watch(expression)
      workspace.notice = Notice(text: "watched among the variables: \(expression)", role: .success)
      return [.effect(.look(.values(workspace.watched)))]
    case .edit, .details, .editPrototype, .keepPrototype, .complete, .accept, .symbols, .call,
      .outcome,
      .history, .variables, .program:
      break
    }
    return []
  }

  private mutating func performInRegions(
    _ action: Action, in workspace: inout Workspace
  ) -> [Transition] {
    let regions = workspace.memory.regions
    switch action {
    case .move(let movement):
      let page = Layout(workspace.size).bodyHeight - 1
      selection = movement.applied(to: selection, page: page, last: max(0, regions.count - 1))
    case .open:
      guard regions.indices.contains(selection) else { return [.effect(.look(.regions))] }
      return go(to: regions[selection].start, in: workspace)
    case .memory(.goTo): prompt = (.place, TextField())
    case .edit, .back, .details, .editPrototype, .keepPrototype, .complete, .accept, .symbols,
      .call, .outcome,
      .history, .memory, .variables, .program:
      break
    }
    return []
  }

  private mutating func move(
    _ movement: Movement, from cursor: UInt64, in workspace: Workspace
  ) -> [Transition] {
    let row = Self.perRow(Layout(workspace.size).fullWidth)
    let page = row * max(1, Layout(workspace.size).bodyHeight - 2)
    switch movement {
    case .up: return step(-row, from: cursor, in: workspace)
    case .down: return step(row, from: cursor, in: workspace)
    case .pageUp: return step(-page, from: cursor, in: workspace)
    case .pageDown: return step(page, from: cursor, in: workspace)
    case .first:
      return go(to: workspace.memory.region(of: cursor)?.start ?? cursor, in: workspace)
    case .last:
      let end = workspace.memory.region(of: cursor)?.end
      return go(to: end.map { $0 - 1 } ?? cursor, in: workspace)
    }
  }

  private mutating func step(
    _ bytes: Int, from cursor: UInt64, in workspace: Workspace
  ) -> [Transition] {
    let distance = UInt64(abs(bytes))
    let (place, isOutside) =
      bytes < 0
      ? cursor.subtractingReportingOverflow(distance) : cursor.addingReportingOverflow(distance)
    guard !isOutside else { return [.effect(.bell)] }
    self.cursor = place
    let layout = Layout(workspace.size)
    let row = UInt64(Self.perRow(layout.fullWidth))
    let height = UInt64(max(1, layout.bodyHeight - 1))
    let old = top
    if place < top { top = place - place % row }
    if place >= top &+ height &* row { top = place - place % row - (height - 1) &* row }
    return top == old ? typedLook.map { .effect($0) } : load(in: workspace)
  }

  /// Goes where the eight bytes under the cursor point to.
  private mutating func follow(_ cursor: UInt64, in workspace: inout Workspace) -> [Transition] {
    var target: UInt64 = 0
    for offset in (0..<8).reversed() {
      guard let byte = workspace.memory.byte(at: cursor &+ UInt64(offset)) else {
        return [.effect(.bell)]
      }
      target = target << 8 | UInt64(byte)
    }
    guard workspace.memory.region(of: target) != nil else {
      workspace.notice = Notice(
        text: "\(hexadecimal(target)) points to nothing that is mapped", role: .warning)
      return [.effect(.bell)]
    }
    trail.append(cursor)
    return go(to: target, in: workspace)
  }

  private func load(in workspace: Workspace) -> [Transition] {
    ([.look(bytes(in: workspace))] + typedLook).map { .effect($0) }
  }

  private func bytes(in workspace: Workspace) -> Look {
    let layout = Layout(workspace.size)
    return .bytes(
      address: top, count: Self.perRow(layout.fullWidth) * max(1, layout.bodyHeight))
  }

  private var typedLook: [BrowserEffect] {
    typedExpression.map { [.look(.values([$0]))] } ?? []
  }

  private var typedExpression: String? {
    guard let type, let cursor else { return nil }
    return "*(\(type) *)\(hexadecimal(cursor))"
  }

  // MARK: Prompts

  private mutating func answer(
    _ input: ScreenInput, in workspace: inout Workspace
  ) -> [Transition] {
    guard let kind = prompt?.kind, var field = prompt?.field else { return [] }
    switch input {
    case .text(let text): field.insert(text)
    case .action(.edit(let edit)): field.apply(edit)
    case .action(.back):
      prompt = nil
      return []
    case .action(.open):
      prompt = nil
      return carryOut(kind, field.text.trimmed, in: &workspace)
    case .action, .click: break
    }
    prompt = (kind, field)
    return []
  }

  private mutating func carryOut(
    _ kind: Prompt, _ text: String, in workspace: inout Workspace
  ) -> [Transition] {
    switch kind {
    case .place:
      if let address = Self.number(text) { return go(to: address, in: workspace) }
      return text.isEmpty ? [] : [.effect(.look(.place(text)))]
    case .search:
      guard let cursor, let region = workspace.memory.region(of: cursor), !text.isEmpty else {
        return []
      }
      return [
        .effect(.look(.search(Self.pattern(text), from: cursor &+ 1, to: region.end)))
      ]
    case .byte:
      guard let cursor, !text.isEmpty else { return [] }
      // Through the evaluator: it is kept in the history, and can be undone.
      return workspace.start(
        "*(\(type ?? "unsigned char") *)\(hexadecimal(cursor)) = \(text)", symbol: nil)
    case .type:
      type = text.isEmpty ? nil : text
      return typedLook.map { .effect($0) }
    }
  }

  /// An address in hexadecimal, with or without `0x`.
  private static func number(_ text: String) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : nil
  }

  /// Bytes in hexadecimal, two digits each with spaces between, else text.
  private static func pattern(_ text: String) -> [UInt8] {
    let words = text.split(separator: " ")
    let bytes = words.compactMap { $0.count == 2 ? UInt8($0, radix: 16) : nil }
    return bytes.count == words.count ? bytes : Array(text.utf8)
  }

  // MARK: Rows

  private static func perRow(_ width: Int) -> Int { width >= 78 ? 16 : 8 }

  private func placeLine(_ cursor: UInt64, in workspace: Workspace, width: Int) -> Line {
    var line = Line(hexadecimal(cursor), .title)
    if let region = workspace.memory.region(of: cursor) {
      line.append("  \(region.permissions) ", .dim)
      line.append(region.shortName, .code)
      line.append(" + \(hexadecimal(cursor - region.start))", .dim)
    } else {
      line.append("  nothing is mapped here", .warning)
    }
    if !workspace.memory.changed.isEmpty {
      line.append("  \(counted(workspace.memory.changed.count, "byte")) changed", .match)
    }
    return line.clipped(to: width)
  }

  private func hexLine(
    _ start: UInt64, _ count: Int, _ cursor: UInt64, in memory: MemoryState
  ) -> Line {
    var line = Line(String(start, radix: 16).leftPadded(to: 12) + "  ", .dim)
    var text = Line()
    for offset in 0..<count {
      let place = start &+ UInt64(offset)
      let surface: Surface = place == cursor ? .selection : .plain
      guard let byte = memory.byte(at: place) else {
        line.append("··", .dim, on: surface)
        line.append(offset == 7 ? "  " : " ")
        text.append(" ")
        continue
      }
      let role: Role = memory.changed.contains(place) ? .match : byte == 0 ? .dim : .code
      let digits = String(byte, radix: 16)
      line.append(digits.count < 2 ? "0" + digits : digits, role, on: surface)
      line.append(offset == 7 ? "  " : " ")
      let isPrinting = (0x20..<0x7f).contains(byte)
      text.append(
        isPrinting ? String(Character(Unicode.Scalar(byte))) : "·", isPrinting ? role : .dim,
        on: surface)
    }
    line.append(" ")
    line.append(text)
    return line
  }

  private func typedLines(in workspace: Workspace, width: Int) -> [Line] {
    guard let expression = typedExpression else { return [] }
    guard let value = workspace.values[expression] else { return [Line(), Line(expression, .dim)] }
    return [Line(), Line(expression, .heading)]
      + wrapped(value.value, width: width, indent: 2)
      .map { Line($0, value.isWrong ? .error : .value) }
  }

  private func promptLine(_ kind: Prompt, _ field: TextField, width: Int) -> Line {
    let (label, ghost) =
      switch kind {
      case .place: ("go to ", "0x7f… or an expression: &x, buf, environ")
      case .search: ("find ", "text, or bytes: 7f 45 4c 46")
      case .byte: ("write ", "a C expression: 0x41, 'A'")
      case .type: ("as ", "a C type: struct tm, double, char[16]")
      }
    var line = Line(label, .prompt)
    line.append(
      field.line(
        width: max(8, width - label.count - 1), role: .code, on: .fieldFocused, hasCursor: true,
        ghost: field.isEmpty ? ghost : ""))
    return line
  }

  private func regionLines(in workspace: Workspace, size: FrameSize) -> [Line] {
    let regions = workspace.memory.regions
    guard !regions.isEmpty else {
      return wrapped(
        "No process is running yet: the first call loads the library. Then its memory is here.",
        width: size.columns
      ).map { Line($0, .dim) }
    }
    var lines = [Line("START         END              SIZE       NAME", .heading)]
    let room = max(1, size.rows - 1 - (prompt == nil ? 0 : 1))
    let chosen = min(selection, regions.count - 1)
    let first = max(0, min(chosen - room / 2, regions.count - room))
    for position in first..<min(regions.count, first + room) {
      var row = regionLine(regions[position], width: size.columns)
      row.pad(to: size.columns)
      if position == chosen { row = row.laid(on: .selection) }
      row.mark(from: 0, as: .row(position))
      lines.append(row)
    }
    if let prompt { lines.append(promptLine(prompt.kind, prompt.field, width: size.columns)) }
    return lines
  }

  private func regionLine(_ region: MemoryRegion, width: Int) -> Line {
    var line = Line(String(region.start, radix: 16).leftPadded(to: 12) + "  ", .code)
    line.append(String(region.end, radix: 16).leftPadded(to: 12) + "  ", .dim)
    line.append(Self.size(region.end &- region.start).leftPadded(to: 8) + "  ", .text)
    let isWritable = region.permissions.contains("w")
    line.append(
      region.permissions + "  ",
      region.permissions.contains("x") ? .kindFunction : isWritable ? .kindData : .dim)
    line.append(region.name.truncatedAtStart(to: max(8, width - line.width - 1)), .text)
    return line
  }

  private static func size(_ bytes: UInt64) -> String {
    bytes < 10 << 20 ? grouped(bytes >> 10) + " KiB" : grouped(bytes >> 20) + " MiB"
  }
}

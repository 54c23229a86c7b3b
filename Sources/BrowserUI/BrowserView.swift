import ELFModel

extension BrowserModel {
  /// The whole screen.
  package func view() -> Frame {
    let layout = Layout(workspace.size)
    if layout.isTooSmall { return tooSmall(layout.size) }
    let lines = header(layout) + body(layout) + [status(layout), keys(layout)]
    return Frame(lines, size: layout.size)
  }

  // MARK: Top

  private func header(_ layout: Layout) -> [Line] {
    [identity(layout.size.columns)]
      + (layout.showsSections ? [sections(layout.size.columns)] : [])
      + [position(layout.size.columns)]
  }

  /// The parts of the work, the one shown standing out.
  private func sections(_ width: Int) -> Line {
    var line = Line()
    for section in Section.allCases {
      let start = line.width
      let isShown = section == self.section
      line.append(" \(section.rawValue + 1)", .key, on: isShown ? .selectionUnfocused : .plain)
      line.append(
        " \(section.label) ", isShown ? .title : .keyLabel,
        on: isShown ? .selectionUnfocused : .plain)
      line.mark(from: start, as: .key(section.key))
    }
    let hint = "Alt-1…\(Section.allCases.count) "
    line.pad(to: width - hint.cellWidth)
    line.append(hint, .dim)
    return line.clipped(to: width)
  }

  /// Library, path, machine, build.
  private func identity(_ width: Int) -> Line {
    let image = workspace.image
    var facts = image.header.machineName
    if let build = image.buildID { facts += " · build " + build.prefix(8) }
    if !workspace.sandbox.isEmpty {
      facts = workspace.sandbox.truncated(to: width / 3) + " · " + facts
    }
    facts += " "
    var line = Line()
    line.append(" ", .title, on: .bar)
    line.append(image.profileName.truncated(to: width / 2), .title, on: .bar)
    let room = width - line.width - facts.cellWidth - 4
    if room >= 8 {
      line.append("  " + image.path.truncatedAtStart(to: room), .dim, on: .bar)
    }
    line.pad(to: width - facts.cellWidth, on: .bar)
    line.append(facts, .text, on: .bar)
    return line
  }

  /// Where the user is, and how many symbols there are.
  private func position(_ width: Int) -> Line {
    let kind = workspace.catalog.firstKind
    let total = workspace.catalog.counts[kind]
    let noun = kind == .exports ? "export" : "symbol"
    let typed =
      grouped(UInt64(workspace.typedCount)) + (workspace.hasLookedUpAll ? "" : "+") + " typed"
      + (workspace.debugPercent.map { ", \($0) % read" } ?? "")
    let counts =
      "\(counted(total, noun)) · \(typed) · \(grouped(UInt64(symbols.shownCount)))\(symbols.isSearching ? "+" : "") shown "
    let steps = screens.last?.path(in: workspace) ?? []
    var line = Line(" " + section.label, steps.isEmpty ? .heading : .dim)
    for (index, step) in steps.enumerated() {
      line.append(" › ", .dim)
      let isLast = index == steps.count - 1
      line.append(step.truncated(to: max(8, width / 3)), isLast ? .heading : .dim)
    }
    var clipped = line.clipped(to: max(0, width - counts.cellWidth - 1))
    clipped.pad(to: width - counts.cellWidth)
    clipped.append(counts, .dim)
    return clipped
  }

  // MARK: Middle

  private func body(_ layout: Layout) -> [Line] {
    let height = layout.bodyHeight
    if isFullWidth {
      let size = FrameSize(columns: layout.fullWidth, rows: height)
      return filled(work(size).map { indented($0) }, height)
    }
    if !layout.isWide {
      guard screens.isEmpty else {
        let size = FrameSize(columns: layout.workWidth, rows: height)
        return filled(work(size).map { indented($0) }, height)
      }
      return filled(list(layout, height: height), height)
    }
    let left = filled(list(layout, height: height), height)
    let size = FrameSize(columns: layout.workWidth, rows: height)
    let right = filled(work(size), height)
    return zip(left, right).map { left, right in
      var line = left.clipped(to: layout.listWidth)
      line.pad(to: layout.listWidth)
      line.append(" │ ", .border)
      line.append(right)
      return line
    }
  }

  /// Whether the list of symbols has no place beside the work.
  private var isFullWidth: Bool {
    if case .help = screens.last { return true }
    return section != .symbols
  }

  private func list(_ layout: Layout, height: Int) -> [Line] {
    symbols.view(
      in: workspace, size: FrameSize(columns: layout.listWidth, rows: height),
      isFocused: screens.isEmpty && overlay == nil)
  }

  /// The screen on top, or the details of what is selected in the list.
  private func work(_ size: FrameSize) -> [Line] {
    var lines: [Line]
    if let screen = screens.last {
      lines = screen.view(in: workspace, size: size)
    } else if let selected = symbols.selected {
      lines = DetailsScreen(symbol: selected).lines(in: workspace, width: size.columns)
    } else {
      lines = []
    }
    guard overlay != nil || workspace.running != nil else { return lines }
    // The cursor belongs to the overlay, and to nobody while a call runs.
    for index in lines.indices { lines[index].cursor = nil }
    return lines
  }

  private func indented(_ line: Line) -> Line {
    var copy = Line(" ")
    copy.append(line)
    return copy
  }

  private func filled(_ lines: [Line], _ height: Int) -> [Line] {
    let missing = max(0, height - lines.count)
    return Array(lines.prefix(height)) + Array(repeating: Line(), count: missing)
  }

  // MARK: Bottom

  /// What is going on; while something is asked, the question.
  private func status(_ layout: Layout) -> Line {
    let width = layout.size.columns
    switch overlay {
    case .command(let line): return line.view(width: width)
    case .quitting:
      let count = counted(workspace.unsaved.count, "prototype")
      return Line(" \(count) not saved. Save, discard, or stay?", .warning)
    case nil: break
    }
    var line = Line(" ")
    if let running = workspace.running, workspace.notice == nil {
      let verb = running.isStopping ? "stopping" : "calling"
      let waiting = workspace.waitingCount
      let tail =
        " … " + secondsText(running.elapsed) + (waiting > 0 ? ", \(waiting) wait" : "")
        + (running.isStopping ? "" : " — Esc stops it")
      let room = max(8, width - verb.count - tail.cellWidth - 3)
      line.append("\(verb) ", .warning)
      line.append(running.statement.truncated(to: room), .code)
      line.append(tail, .warning)
    } else if let notice = workspace.notice {
      line.append(String(displaying: notice.text).truncated(to: width - 2), notice.role)
    }
    guard !workspace.unsaved.isEmpty else { return line }
    let unsaved = "\(counted(workspace.unsaved.count, "prototype")) not saved "
    guard line.width + unsaved.cellWidth < width else { return line }
    line.pad(to: width - unsaved.cellWidth)
    line.append(unsaved, .warning)
    return line
  }

  /// What can be pressed here and now; whole hints only.
  private func keys(_ layout: Layout) -> Line {
    var line = Line()
    let hints = Keymap.hints(in: contexts, hasText: input?.isEmpty == false)
    // Where not all have room, the key that shows the others has it.
    var reserved = hints.first { $0.action == .program(.help) }.map { Self.width(of: $0) } ?? 0
    for hint in hints {
      guard let key = hint.keys.first, let label = hint.label else { continue }
      if hint.action == .program(.help) { reserved = 0 }
      let start = line.width
      guard start + Self.width(of: hint) + reserved <= layout.size.columns else { continue }
      line.append(" ")
      line.append(key.label, .key)
      line.append(" " + label, .keyLabel)
      line.mark(from: start + 1, as: .key(key))
      line.append(" ")
    }
    return line
  }

  private static func width(of hint: KeyBinding) -> Int {
    (hint.keys.first?.label.cellWidth ?? 0) + (hint.label?.cellWidth ?? 0) + 3
  }

  // MARK: No room

  private func tooSmall(_ size: FrameSize) -> Frame {
    let smallest = Layout.smallest
    let text =
      "terminal too small: \(size.columns)×\(size.rows), needs "
      + "\(smallest.columns)×\(smallest.rows)"
    let rows = wrapped(text, width: size.columns)
    let above = max(0, (size.rows - rows.count) / 2)
    var lines = Array(repeating: Line(), count: above)
    for row in rows {
      var line = Line()
      line.pad(to: max(0, (size.columns - row.cellWidth) / 2))
      line.append(row, .warning)
      lines.append(line)
    }
    return Frame(lines, size: size)
  }
}

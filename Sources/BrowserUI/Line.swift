/// One row being composed: styled text, perhaps with the cursor and things to click on.
package struct Line: Hashable, Sendable {
  package private(set) var runs: [StyledRun] = []
  /// Cells so far.
  package private(set) var width = 0
  /// The column of the cursor, if it stands on this row.
  package var cursor: Int?
  /// What a click on a stretch of columns means.
  package private(set) var targets: [Target] = []

  /// A stretch of columns that can be clicked.
  package struct Target: Hashable, Sendable {
    package var columns: Range<Int>
    package var meaning: ClickMeaning
  }

  package init() {}

  /// A row of one style.
  package init(_ text: String, _ role: Role = .text) { append(text, role) }

  /// Adds text; control characters are spelled out, so nothing from a file can drive the terminal.
  package mutating func append(_ text: String, _ role: Role = .text, on surface: Surface = .plain) {
    guard !text.isEmpty else { return }
    let harmless = String(displaying: text)
    let style = Style(role, on: surface)
    let cells = harmless.cellWidth
    width += cells
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += harmless
      runs[last].width += cells
    } else {
      runs.append(StyledRun(text: harmless, style: style, width: cells))
    }
  }

  /// Adds another row's content behind this one's.
  package mutating func append(_ other: Line) {
    if let column = other.cursor { cursor = width + column }
    for target in other.targets {
      let columns = target.columns
      targets.append(
        Target(
          columns: columns.lowerBound + width..<columns.upperBound + width,
          meaning: target.meaning))
    }
    runs += other.runs
    width += other.width
  }

  /// Fills up with spaces to a width.
  package mutating func pad(to target: Int, on surface: Surface = .plain) {
    guard width < target else { return }
    append(String(repeating: " ", count: target - width), .text, on: surface)
  }

  /// Makes everything from a column on clickable.
  package mutating func mark(from start: Int, as meaning: ClickMeaning) {
    guard start < width else { return }
    targets.append(Target(columns: start..<width, meaning: meaning))
  }

  /// The row with everything that lies on the plain surface moved to another.
  package func laid(on surface: Surface) -> Line {
    var copy = self
    for index in copy.runs.indices where copy.runs[index].style.surface == .plain {
      copy.runs[index].style.surface = surface
    }
    return copy
  }

  /// The row cut to a width; a wide character that would be halved becomes a space.
  package func clipped(to limit: Int) -> Line {
    guard width > limit else { return self }
    var copy = Line()
    for run in runs {
      let room = limit - copy.width
      guard room > 0 else { break }
      guard run.width > room else {
        copy.append(run.text, run.style.role, on: run.style.surface)
        continue
      }
      let kept = run.text.prefix(cells: room).padded(to: room)
      copy.append(kept, run.style.role, on: run.style.surface)
    }
    copy.cursor = cursor.flatMap { $0 < limit ? $0 : nil }
    copy.targets = targets.compactMap { target in
      let columns = target.columns.clamped(to: 0..<limit)
      return columns.isEmpty ? nil : Target(columns: columns, meaning: target.meaning)
    }
    return copy
  }

  /// The text without its styles.
  package var text: String { runs.map(\.text).joined() }
}

/// What a click means to the screen that drew the spot.
package enum ClickMeaning: Hashable, Sendable {
  /// The same as pressing the key.
  case key(Key)
  /// A row of the list, counted among the rows shown at all (not those on the screen).
  case row(Int)
  /// A field of the form.
  case field(Int)
  /// A kind of symbols, by `SymbolKind.rawValue`.
  case kind(Int)
}

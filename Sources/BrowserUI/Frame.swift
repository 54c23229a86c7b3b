/// The size of a terminal in cells.
package struct FrameSize: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A whole screen, ready to paint: exactly as many rows as the terminal has, none too wide.
package struct Frame: Hashable, Sendable {
  package let size: FrameSize
  package let lines: [Line]

  /// The one place where drawing is cut to the terminal: missing rows are added, others dropped.
  package init(_ lines: [Line], size: FrameSize) {
    self.size = size
    let missing = max(0, size.rows - lines.count)
    self.lines =
      lines.prefix(size.rows).map { $0.clipped(to: size.columns) }
      + Array(repeating: Line(), count: missing)
  }

  /// Where the cursor stands; nil when it is hidden.
  package var cursor: (row: Int, column: Int)? {
    for (row, line) in lines.enumerated() {
      if let column = line.cursor { return (row, column) }
    }
    return nil
  }

  /// What a click on a cell means; nil when nothing is there.
  package func meaning(row: Int, column: Int) -> ClickMeaning? {
    guard lines.indices.contains(row) else { return nil }
    return lines[row].targets.last { $0.columns.contains(column) }?.meaning
  }
}

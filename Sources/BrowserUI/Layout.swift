/// How the explorer divides the terminal.
///
/// Two rows on top say what is looked at, two at the bottom what is going on and what can be
/// pressed. Between them, a wide terminal shows the list and the work side by side, a narrow one
/// either of them.
struct Layout: Hashable {
  static let smallest = FrameSize(columns: 60, rows: 16)
  private static let wide = 110

  let size: FrameSize

  init(_ size: FrameSize) { self.size = size }

  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  var isWide: Bool { size.columns >= Self.wide }

  /// Rows between the top and the bottom.
  var bodyHeight: Int { max(1, size.rows - 4) }

  /// Columns of the list.
  var listWidth: Int { isWide ? size.columns * 48 / 100 : size.columns }

  /// Columns of the screen on top of the list, margins left out.
  var workWidth: Int { isWide ? size.columns - listWidth - 4 : size.columns - 2 }

  /// Rows of the list proper: without the filter and the titles of the columns.
  var listHeight: Int { max(1, bodyHeight - 2) }
}

extension Movement {
  /// The new position within 0 and `last`.
  func applied(to position: Int, page: Int, last: Int) -> Int {
    let target =
      switch self {
      case .up: position - 1
      case .down: position + 1
      case .pageUp: position - page
      case .pageDown: position + page
      case .first: 0
      case .last: last
      }
    return max(0, min(last, target))
  }
}

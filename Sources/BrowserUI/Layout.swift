/// How the explorer divides the terminal.
///
/// Two or three rows on top say what is looked at, two at the bottom what is going on and what can be
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

  /// Whether there is room for the strip of sections.
  var showsSections: Bool { size.rows >= 20 }

  /// Rows above the work: the library, the sections, the place.
  var headHeight: Int { showsSections ? 3 : 2 }

  /// Rows between the top and the bottom.
  var bodyHeight: Int { max(1, size.rows - headHeight - 2) }

  /// Columns of a section that has no list beside it, margins left out.
  var fullWidth: Int { size.columns - 2 }

  /// Columns of the list.
  var listWidth: Int { isWide ? size.columns * 48 / 100 : size.columns }

  /// Columns of the screen on top of the list, margins left out.
  var workWidth: Int { isWide ? size.columns - listWidth - 4 : size.columns - 2 }

  /// Rows above the list: the filter, the kinds, the titles of the columns.
  static let listHead = 3

  /// Rows of the list proper.
  var listHeight: Int { max(1, bodyHeight - Self.listHead) }
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

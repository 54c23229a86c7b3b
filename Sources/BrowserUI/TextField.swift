/// A one-line editor.
package struct TextField: Hashable, Sendable {
  /// More than this many characters are not taken in.
  package static let maximumLength = 4096

  private var characters: [Character] = []
  /// How many characters stand before the cursor.
  package private(set) var cursor = 0

  package init(_ text: String = "") {
    insert(text)
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  package var cursorIsAtEnd: Bool { cursor == characters.count }

  /// Replaces everything; the cursor goes to the end.
  package mutating func replace(with text: String) {
    characters = []
    cursor = 0
    insert(text)
  }

  /// Takes in typed or pasted text at the cursor; line ends become spaces, other control
  /// characters are dropped.
  ///
  /// - Returns: whether all of it found room.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool {
    var fresh: [Character] = []
    for character in text {
      if character.isNewline || character == "\t" {
        fresh.append(" ")
      } else if !character.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control
      }) {
        fresh.append(character)
      }
    }
    while let last = fresh.last, last == " ", text.last?.isNewline == true { fresh.removeLast() }
    let room = Self.maximumLength - characters.count
    let taken = fresh.prefix(max(0, room))
    // A combining mark joins the character before it.
    let before = String(characters[..<cursor]) + String(taken)
    characters.replaceSubrange(..<cursor, with: Array(before))
    cursor = before.count
    return taken.count == fresh.count
  }

  /// Moves the cursor or removes text.
  ///
  /// - Returns: whether anything changed.
  @discardableResult
  package mutating func apply(_ edit: TextEdit) -> Bool {
    let old = (characters.count, cursor)
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .start: cursor = 0
    case .end: cursor = characters.count
    case .wordLeft: cursor = wordStart()
    case .wordRight: cursor = wordEnd()
    case .deleteBefore: remove(max(0, cursor - 1)..<cursor)
    case .deleteAfter: remove(cursor..<min(characters.count, cursor + 1))
    case .deleteWordBefore: remove(wordStart()..<cursor)
    case .deleteWordAfter: remove(cursor..<wordEnd())
    case .deleteToStart: remove(0..<cursor)
    case .deleteToEnd: remove(cursor..<characters.count)
    }
    return old != (characters.count, cursor)
  }

  /// Puts the cursor before a character.
  package mutating func moveCursor(to index: Int) {
    cursor = min(max(0, index), characters.count)
  }

  /// The editor as exactly `width` cells, scrolled so that the cursor shows.
  ///
  /// A ghost is a proposal, shown behind the text when the cursor is at its end.
  package func line(
    width: Int, role: Role = .text, on surface: Surface, hasCursor: Bool, ghost: String = ""
  ) -> Line {
    var line = Line()
    let start = firstVisible(width: width)
    for index in start..<characters.count {
      if index == cursor, hasCursor { line.cursor = line.width }
      let cells = characters[index].cellWidth
      guard line.width + cells <= width else { break }
      line.append(String(characters[index]), role, on: surface)
    }
    if hasCursor, cursor == characters.count { line.cursor = min(line.width, max(0, width - 1)) }
    if cursorIsAtEnd || !hasCursor {
      line.append(ghost.truncated(to: width - line.width), .ghost, on: surface)
    }
    line.pad(to: width, on: surface)
    return line.clipped(to: width)
  }

  /// The column, within `line(width:)`, where the place behind so many bytes of UTF-8 is shown.
  package func column(ofUTF8Offset utf8Offset: Int, width: Int) -> Int {
    let start = firstVisible(width: width)
    var bytes = 0
    var column = 0
    for (index, character) in characters.enumerated() {
      guard bytes < utf8Offset else { break }
      bytes += character.utf8.count
      if index >= start { column += character.cellWidth }
    }
    return min(column, max(0, width - 1))
  }

  /// The first character shown: 0 while all fits, else so that the cursor stands in the last
  /// quarter at most.
  private func firstVisible(width: Int) -> Int {
    let widths = characters.map(\.cellWidth)
    guard widths.reduce(0, +) >= width else { return 0 }
    var room = max(1, width - 1 - width / 4)
    let behind = widths[cursor...].reduce(0, +)
    if behind < width / 4 { room = max(1, width - 1 - behind) }
    var start = cursor
    while start > 0, widths[start - 1] <= room {
      start -= 1
      room -= widths[start]
    }
    return start
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
    // What is left over may join into one character.
    let before = String(characters[..<cursor])
    characters = Array(String(characters))
    cursor = min(before.count, characters.count)
  }

  private func wordStart() -> Int {
    var index = cursor
    while index > 0, !characters[index - 1].isOfWord { index -= 1 }
    while index > 0, characters[index - 1].isOfWord { index -= 1 }
    return index
  }

  private func wordEnd() -> Int {
    var index = cursor
    while index < characters.count, !characters[index].isOfWord { index += 1 }
    while index < characters.count, characters[index].isOfWord { index += 1 }
    return index
  }
}

/// What a line editor can do besides taking in characters.
package enum TextEdit: Hashable, Sendable, CaseIterable {
  case left
  case right
  case start
  case end
  case wordLeft
  case wordRight
  case deleteBefore
  case deleteAfter
  case deleteWordBefore
  case deleteWordAfter
  case deleteToStart
  case deleteToEnd
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}

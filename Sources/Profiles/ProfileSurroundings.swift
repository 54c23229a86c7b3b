/// Where a declaration's own comments begin and end, and what its removal takes with it.
///
/// A comment in the lines directly above belongs to a declaration when nothing else can be meant:
/// no declaration follows in the next line, which the comment could head as well, and it does not
/// begin the file. A comment behind the semicolon, in the same line, always belongs to it.
struct ProfileSurroundings {
  private let text: ProfileText
  /// The pieces between the end of the unit before and the unit.
  private let before: [ProfilePiece]
  /// The pieces between the unit and the start of the next one.
  private let after: [ProfilePiece]
  private let range: Range<Int>

  init(of index: Int, in text: ProfileText) {
    self.text = text
    range = text.units[index].range
    let start = index > 0 ? text.units[index - 1].range.upperBound : 0
    let end = index + 1 < text.units.count ? text.units[index + 1].range.lowerBound : nil
    before = ProfileScanner.pieces(of: text.bytes, in: start..<range.lowerBound)
    after = ProfileScanner.pieces(
      of: text.bytes, in: range.upperBound..<max(range.upperBound, end ?? text.bytes.count))
  }

  /// The text before the unit up to the one before it.
  var textBefore: [UInt8] { before.flatMap { text.bytes[$0.range] } }

  /// The comments behind the unit in its line, with the blanks before each; empty when code
  /// follows in that line.
  var trailing: Range<Int> {
    var end = range.upperBound
    for piece in after {
      switch piece.kind {
      case .space: continue
      case .comment: end = piece.range.upperBound
      case .newline: return range.upperBound..<end
      case .directive, .literal, .word, .symbol: return range.upperBound..<range.upperBound
      }
    }
    // Only white space and comments up to the next unit, which is in the same line, or the end.
    let isEnd = after.last.map { $0.range.upperBound == text.bytes.count } ?? true
    return range.upperBound..<(isEnd || after.isEmpty ? end : range.upperBound)
  }

  /// Whether nothing but blanks stands before the unit in its line.
  var beginsLine: Bool {
    for piece in before.reversed() {
      switch piece.kind {
      case .space: continue
      case .newline: return true
      case .comment, .directive, .literal, .word, .symbol: return false
      }
    }
    return text.bytes[..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 >= 0x80 }
  }

  /// Whether nothing but blanks and its own comments stands behind the unit in its line.
  var endsLine: Bool {
    for piece in after {
      switch piece.kind {
      case .space, .comment: continue
      case .newline: return true
      case .directive, .literal, .word, .symbol: return false
      }
    }
    return after.last.map { $0.range.upperBound == text.bytes.count }
      ?? (range.upperBound == text.bytes.count)
  }

  /// The first byte of the comment lines directly above; that of the unit's line without any.
  var commentStart: Int {
    let lineStart = text.lineStart(of: range.lowerBound)
    var start = lineStart
    var newlines = 0
    var candidate: Int?
    for piece in before.reversed() {
      switch piece.kind {
      case .space: continue
      case .newline:
        newlines += 1
        // The comment that was passed begins its line, so it is no other declaration's.
        if let found = candidate {
          start = text.lineStart(of: found)
          candidate = nil
        }
        if newlines > 1 { return start }
      case .comment:
        guard newlines == 1 else { return start }
        newlines = 0
        candidate = piece.range.lowerBound
      case .directive, .literal, .word, .symbol: return start
      }
    }
    return start
  }

  /// All that goes when the unit is removed.
  var removal: Range<Int> {
    guard beginsLine && endsLine else { return removalInLine }
    let end = text.lineEnd(of: max(trailing.upperBound, range.lowerBound))
    let start = isFollowedDirectly(from: end) ? text.lineStart(of: range.lowerBound) : commentStart
    return start..<end
  }

  /// Only the unit and the blanks between it and what stays in its line.
  private var removalInLine: Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    if endsLine && trailing.isEmpty {
      while start > 0 && isBlank(text.bytes[start - 1]) { start -= 1 }
    } else {
      while end < text.bytes.count && isBlank(text.bytes[end]) { end += 1 }
    }
    return start..<end
  }

  /// Whether the line at an offset begins with code.
  private func isFollowedDirectly(from offset: Int) -> Bool {
    for piece in ProfileScanner.pieces(of: text.bytes, in: offset..<text.lineEnd(of: offset)) {
      switch piece.kind {
      case .space: continue
      case .newline, .comment, .directive: return false
      case .literal, .word, .symbol: return true
      }
    }
    return false
  }
}

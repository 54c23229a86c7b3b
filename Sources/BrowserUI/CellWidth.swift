/// How many terminal cells text takes, after Unicode's East Asian Width (UAX #11).
///
/// Curses adds up the widths of scalars, so this does too: a cluster is as wide as its scalars.
extension Unicode.Scalar {
  /// 0 for a combining mark, 2 for a wide character, else 1.
  package var cellWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(value) ? 2 : 1
    }
  }
}

extension Character {
  /// The cells that the character takes once it is made harmless by `String.init(displaying:)`.
  package var cellWidth: Int { String(displaying: String(self)).cellWidth }
}

extension String {
  /// The cells of text that holds no control characters.
  package var cellWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.cellWidth }
  }

  /// The same text with everything that could drive the terminal, or turn its writing direction,
  /// spelled out: `\n`, `\t`, `\x1b`, `\u{202e}`.
  package init(displaying text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
      self = text
      return
    }
    self = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: self += controlSpelling(scalar.value)
      case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        self += "\\u{\(String(scalar.value, radix: 16))}"
      default: unicodeScalars.append(scalar)
      }
    }
  }

  /// The text cut to a number of cells, `…` in place of what is cut off.
  package func truncated(to width: Int) -> String {
    guard cellWidth > width else { return self }
    guard width > 0 else { return "" }
    return prefix(cells: width - 1) + "…"
  }

  /// The text cut at its start: what is last (a file's name) is what is kept.
  package func truncatedAtStart(to width: Int) -> String {
    guard cellWidth > width else { return self }
    guard width > 0 else { return "" }
    var kept: [Character] = []
    var room = width - 1
    for character in reversed() {
      room -= String(character).cellWidth
      guard room >= 0 else { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }

  /// As many whole characters from the start as fit into a number of cells.
  package func prefix(cells: Int) -> String {
    var kept = ""
    var room = cells
    for character in self {
      room -= String(character).cellWidth
      guard room >= 0 else { break }
      kept.append(character)
    }
    return kept
  }

  /// Spaces before the text, up to a width.
  package func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - cellWidth)) + self
  }

  /// Spaces after the text, up to a width.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - cellWidth))
  }
}

private func controlSpelling(_ value: UInt32) -> String {
  switch value {
  case 0x07: "\\a"
  case 0x08: "\\b"
  case 0x09: "\\t"
  case 0x0a: "\\n"
  case 0x0b: "\\v"
  case 0x0c: "\\f"
  case 0x0d: "\\r"
  default: "\\x" + (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}

private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    let range = wideRanges[middle]
    if value < range.lowerBound {
      high = middle
    } else if value > range.upperBound {
      low = middle + 1
    } else {
      return true
    }
  }
  return false
}

/// East Asian Width W and F, neighbours joined over unassigned code points, in order.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115f, 0x231a...0x231b, 0x2329...0x232a, 0x23e9...0x23ec, 0x23f0...0x23f0,
  0x23f3...0x23f3, 0x25fd...0x25fe, 0x2614...0x2615, 0x2648...0x2653, 0x267f...0x267f,
  0x2693...0x2693, 0x26a1...0x26a1, 0x26aa...0x26ab, 0x26bd...0x26be, 0x26c4...0x26c5,
  0x26ce...0x26ce, 0x26d4...0x26d4, 0x26ea...0x26ea, 0x26f2...0x26f3, 0x26f5...0x26f5,
  0x26fa...0x26fa, 0x26fd...0x26fd, 0x2705...0x2705, 0x270a...0x270b, 0x2728...0x2728,
  0x274c...0x274c, 0x274e...0x274e, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27b0...0x27b0, 0x27bf...0x27bf, 0x2b1b...0x2b1c, 0x2b50...0x2b50, 0x2b55...0x2b55,
  0x2e80...0x3029, 0x302e...0x303e, 0x3041...0x3098, 0x309b...0xa4cf, 0xa960...0xa97f,
  0xac00...0xd7af, 0xf900...0xfaff, 0xfe10...0xfe1f, 0xfe30...0xfe6f, 0xff01...0xff60,
  0xffe0...0xffe7, 0x16fe0...0x16fe3, 0x16ff0...0x1bbff, 0x1f004...0x1f004, 0x1f0cf...0x1f0d0,
  0x1f18e...0x1f18e, 0x1f191...0x1f19a, 0x1f200...0x1f320, 0x1f32d...0x1f335, 0x1f337...0x1f37c,
  0x1f37e...0x1f393, 0x1f3a0...0x1f3ca, 0x1f3cf...0x1f3d3, 0x1f3e0...0x1f3f0, 0x1f3f4...0x1f3f4,
  0x1f3f8...0x1f43e, 0x1f440...0x1f440, 0x1f442...0x1f4fc, 0x1f4ff...0x1f53d, 0x1f54b...0x1f54e,
  0x1f550...0x1f567, 0x1f57a...0x1f57a, 0x1f595...0x1f596, 0x1f5a4...0x1f5a4, 0x1f5fb...0x1f64f,
  0x1f680...0x1f6c5, 0x1f6cc...0x1f6cc, 0x1f6d0...0x1f6d2, 0x1f6d5...0x1f6df, 0x1f6eb...0x1f6ef,
  0x1f6f4...0x1f6ff, 0x1f7e0...0x1f7ff, 0x1f90c...0x1f93a, 0x1f93c...0x1f945, 0x1f947...0x1f9ff,
  0x1fa70...0x1faff, 0x20000...0x3ffff,
]

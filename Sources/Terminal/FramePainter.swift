package import BrowserUI
import CCurses
import Glibc

/// Paints frames; curses sends only what differs from the last one.
package struct FramePainter {
  private let screen: Screen
  private let palette: Palette
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
  private var pairs: [[Int?]: Int32] = [:]

  package init(_ screen: Screen) {
    self.screen = screen
    var depth = ColourDepth.monochrome
    if environment("NO_COLOR") == nil, has_colors(), start_color() == OK {
      use_default_colors()
      switch ccurses_colors() {
      case ..<8: depth = .monochrome
      case ..<256: depth = .basic
      case ...65536: depth = .indexed
      default: depth = .direct
      }
    }
    palette = Palette(depth: depth, isLight: screen.background == .light)
  }

  /// Shows a frame.
  package mutating func paint(_ frame: Frame) {
    let window = screen.window
    werase(window)
    for (row, line) in frame.lines.enumerated() {
      wmove(window, Int32(clamping: row), 0)
      for run in line.runs {
        let (attributes, pair) = look(run.style)
        ccurses_set_style(window, attributes, pair)
        waddstr(window, screen.showsUnicode ? run.text : asciiText(run.text))
      }
    }
    ccurses_set_style(window, 0, 0)
    if let cursor = frame.cursor {
      wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wrefresh(window)
  }

  private mutating func look(_ style: Style) -> (attr_t, Int32) {
    if let known = looks[style] { return known }
    let look = palette.look(style)
    var attributes: attr_t = 0
    if look.isBold { attributes |= ccurses_bold() }
    if look.isDim { attributes |= ccurses_dim() }
    if look.isUnderlined { attributes |= ccurses_underline() }
    if look.isReversed { attributes |= ccurses_reverse() }
    let made = (attributes, pair(look.foreground, look.background))
    looks[style] = made
    return made
  }

  /// The colour pair, made at its first use; 0, the terminal's own, when there are no more.
  private mutating func pair(_ foreground: Int?, _ background: Int?) -> Int32 {
    guard foreground != nil || background != nil else { return 0 }
    if let known = pairs[[foreground, background]] { return known }
    let number = Int32(pairs.count + 1)
    guard number < ccurses_color_pairs() else { return 0 }
    init_extended_pair(number, Int32(foreground ?? -1), Int32(background ?? -1))
    pairs[[foreground, background]] = number
    return number
  }
}

/// Text for a terminal that shows ASCII only, as many cells wide as the original.
func asciiText(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else if let replacement = asciiReplacements[scalar] {
      result.append(replacement)
    } else {
      result += String(repeating: "?", count: scalar.cellWidth)
    }
  }
  return result
}

private let asciiReplacements: [Unicode.Scalar: Character] = [
  "…": "~", "●": "*", "○": "o", "❯": ">", "›": ">", "│": "|", "·": "-", "✓": "+", "✗": "!",
  "▾": "v", "×": "x", "—": "-", "“": "\"", "”": "\"", "↑": "^", "↓": "v", "←": "<", "→": ">",
  "µ": "u",
]

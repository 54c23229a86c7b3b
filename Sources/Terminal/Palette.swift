import BrowserUI

/// How a style looks on a terminal.
struct Look: Hashable {
  /// A colour of the terminal; nil is its own default.
  var foreground: Int?
  var background: Int?
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReversed = false
}

/// What a terminal can show.
enum ColourDepth: Hashable {
  /// None, or the user wants none (`NO_COLOR`).
  case monochrome
  /// The eight or sixteen colours that the user's theme decides about.
  case basic
  /// The 256 colours of xterm.
  case indexed
  /// Red, green and blue of eight bits each.
  case direct
}

/// From what text is for to how it looks.
///
/// Ordinary text and the background are the terminal's own. With eight or sixteen colours only
/// those are used that can be read on light and on dark; the palettes of 256 are chosen for one
/// or the other.
struct Palette {
  let depth: ColourDepth
  let isLight: Bool

  func look(_ style: Style) -> Look {
    switch depth {
    case .monochrome: return monochrome(style)
    case .basic: return basic(style)
    case .indexed: return indexed(style)
    case .direct:
      var look = indexed(style)
      look.foreground = look.foreground.map(directColour)
      look.background = look.background.map(directColour)
      return look
    }
  }

  // MARK: Without colours

  private func monochrome(_ style: Style) -> Look {
    var look = emphasis(style.role)
    switch style.surface {
    case .plain: break
    case .bar, .selection: look.isReversed = true
    case .selectionUnfocused: look.isBold = true
    case .field, .fieldFocused: look.isUnderlined = true
    }
    if look.isReversed { look.isDim = false }
    if style.role == .match { look.isUnderlined = true }
    return look
  }

  private func emphasis(_ role: Role) -> Look {
    switch role {
    case .title, .heading, .match, .error, .warning, .value, .key, .prompt, .badgeTyped:
      Look(isBold: true)
    case .dim, .ghost, .border, .badgeUntyped: Look(isDim: true)
    case .text, .success, .type, .code, .keyLabel, .kindFunction, .kindData, .kindOther: Look()
    }
  }

  // MARK: Eight and sixteen

  private func basic(_ style: Style) -> Look {
    var look = monochrome(style)
    guard !look.isReversed else { return look }
    let (red, green, yellow, magenta, cyan, blue) = (1, 2, 3, 5, 6, 4)
    switch style.role {
    case .error: look.foreground = red
    case .success, .value, .badgeTyped, .prompt: look.foreground = green
    case .match: look.foreground = magenta
    case .warning: look.foreground = isLight ? red : yellow
    case .type, .kindFunction, .key, .heading: look.foreground = isLight ? blue : cyan
    case .kindData, .kindOther: look.foreground = magenta
    case .text, .dim, .title, .code, .keyLabel, .badgeUntyped, .border, .ghost: break
    }
    return look
  }

  // MARK: 256

  private func indexed(_ style: Style) -> Look {
    var look = Look(foreground: isLight ? light(style.role) : dark(style.role))
    look.isBold = [.title, .heading, .match, .value, .key, .prompt].contains(style.role)
    look.background = isLight ? lightSurface(style.surface) : darkSurface(style.surface)
    // What recedes on the terminal's own background would vanish on a coloured one.
    if style.surface == .selection || style.surface == .bar,
      [.dim, .ghost, .badgeUntyped, .border].contains(style.role)
    {
      look.foreground = isLight ? 239 : 250
    }
    return look
  }

  private func dark(_ role: Role) -> Int? {
    switch role {
    case .text, .title: nil
    case .dim: 245
    case .heading: 110
    case .match: 215
    case .error: 203
    case .warning: 221
    case .success, .badgeTyped, .prompt: 114
    case .value: 157
    case .type: 116
    case .code: 252
    case .key: 117
    case .keyLabel: 248
    case .badgeUntyped: 243
    case .kindFunction: 110
    case .kindData: 180
    case .kindOther: 139
    case .border: 239
    case .ghost: 242
    }
  }

  private func light(_ role: Role) -> Int? {
    switch role {
    case .text, .title: nil
    case .dim: 242
    case .heading: 25
    case .match: 166
    case .error: 160
    case .warning: 130
    case .success, .badgeTyped, .prompt: 28
    case .value: 22
    case .type: 30
    case .code: 236
    case .key: 25
    case .keyLabel: 240
    case .badgeUntyped: 245
    case .kindFunction: 25
    case .kindData: 94
    case .kindOther: 96
    case .border: 250
    case .ghost: 246
    }
  }

  private func darkSurface(_ surface: Surface) -> Int? {
    switch surface {
    case .plain: nil
    case .bar: 236
    case .selection: 24
    case .selectionUnfocused: 237
    case .field: 235
    case .fieldFocused: 238
    }
  }

  private func lightSurface(_ surface: Surface) -> Int? {
    switch surface {
    case .plain: nil
    case .bar: 253
    case .selection: 153
    case .selectionUnfocused: 254
    case .field: 255
    case .fieldFocused: 230
    }
  }

  /// The red, green and blue that xterm gives to a colour of its 256 from 16 on.
  private func directColour(_ index: Int) -> Int {
    guard index >= 16 else { return index }
    if index >= 232 {
      let grey = 8 + (index - 232) * 10
      return grey << 16 | grey << 8 | grey
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6]
  }
}

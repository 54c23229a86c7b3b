package import BrowserUI
import CCurses
import Glibc

/// Turns what the terminal sends into messages, one at a time, and never waits.
package struct KeyReader {
  private let screen: Screen
  private var size: FrameSize
  /// Text of a paste that has begun and not ended.
  private var paste: String?
  private var lastPress: (row: Int, column: Int, milliseconds: Int)?
  /// Codes for what has no KEY_ constant, given by name in the terminal's description.
  private let named: [Int32: Key]

  /// More of one paste is dropped.
  private static let pasteLimit = 1 << 20
  /// Beyond every code that curses gives out by itself.
  private static let pasteStart: Int32 = 0x7001
  private static let pasteEnd: Int32 = 0x7002

  package init(_ screen: Screen) {
    self.screen = screen
    size = screen.size
    define_key("\u{1b}[200~", Self.pasteStart)
    define_key("\u{1b}[201~", Self.pasteEnd)
    named = Self.defineModifiedKeys()
  }

  /// The next message; nil when there is nothing to read now.
  ///
  /// After poll has reported descriptor 0 or the wake descriptor, call until nil: curses may hold
  /// more than one key.
  package mutating func next() -> BrowserMessage? {
    if let resized = resized() { return resized }
    while true {
      var code: wint_t = 0
      let status = wget_wch(screen.window, &code)
      if status == ERR { return nil }
      let message =
        status == KEY_CODE_YES ? special(Int32(truncatingIfNeeded: code)) : typed(code)
      if let message { return message }
    }
  }

  // MARK: Size

  private mutating func resized() -> BrowserMessage? {
    ccurses_wake_clear()
    let now = screen.size
    guard now != size else { return nil }
    size = now
    screen.adopt(now)
    return .resized(now)
  }

  // MARK: Characters

  private mutating func typed(_ code: wint_t) -> BrowserMessage? {
    if paste != nil {
      append(code)
      return nil
    }
    switch code {
    case 0: return .key(.control(" "))
    case 8: return .key(.control("h"))
    case 9: return .key(.tab)
    case 10, 13: return .key(.enter)
    case 27: return escape()
    case 127: return .key(.backspace)
    case 1...26: return letter(code + 96).map { .key(.control($0)) }
    case 28...31: return .key(.unknown)
    default: return letter(code).map { .key(.character($0)) }
    }
  }

  /// Esc by itself, or Alt with what follows at once.
  private mutating func escape() -> BrowserMessage? {
    var code: wint_t = 0
    let status = wget_wch(screen.window, &code)
    if status == ERR { return .key(.escape) }
    if status == KEY_CODE_YES {
      switch special(Int32(truncatingIfNeeded: code)) {
      case .key(.left): return .key(.wordLeft)
      case .key(.right): return .key(.wordRight)
      case let other: return other
      }
    }
    switch code {
    case 27: return .key(.escape)
    case 0x5b, 0x4f: return swallowSequence()
    case 0x5d, 0x50, 0x58, 0x5e, 0x5f: return swallowString()
    case 127: return .key(.control("w"))
    case 0x21...0x7e: return letter(code).map { .key(.alt(Character($0.lowercased()))) }
    default: return typed(code)
    }
  }

  /// A control sequence that the terminal's description does not know (ECMA-48, section 5.4):
  /// all of it is read, so that its tail is not taken for typing.
  private func swallowSequence() -> BrowserMessage? {
    var code: wint_t = 0
    var length = 0
    while length < 64, wget_wch(screen.window, &code) == OK {
      length += 1
      if code >= 0x40, code <= 0x7e { break }
    }
    return length == 0 ? .key(.alt("[")) : .key(.unknown)
  }

  /// A string from the terminal, such as the answer to a question of somebody before us (ECMA-48,
  /// section 5.6): read up to BEL or ESC `\`.
  private func swallowString() -> BrowserMessage? {
    var code: wint_t = 0
    var previous: wint_t = 0
    var length = 0
    while length < 4096, wget_wch(screen.window, &code) == OK {
      length += 1
      if code == 7 || previous == 27 && code == 0x5c { break }
      previous = code
    }
    return .key(.unknown)
  }

  private func letter(_ code: wint_t) -> Character? {
    Unicode.Scalar(UInt32(code)).map { Character($0) }
  }

  private mutating func append(_ code: wint_t) {
    guard let scalar = Unicode.Scalar(UInt32(code)), (paste?.utf8.count ?? 0) < Self.pasteLimit
    else { return }
    paste?.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
  }

  // MARK: Keys with codes

  private mutating func special(_ code: Int32) -> BrowserMessage? {
    switch code {
    case Self.pasteStart:
      paste = ""
      return nil
    case Self.pasteEnd:
      defer { paste = nil }
      return paste.map { .paste($0) }
    case KEY_RESIZE: return resized()
    case KEY_MOUSE: return mouse()
    default: break
    }
    // Sequences inside a paste are not keys.
    guard paste == nil else { return nil }
    if let key = named[code] { return .key(key) }
    for number in 1...12 where code == ccurses_key_f(Int32(number)) {
      return .key(.function(number))
    }
    return .key(Self.plain[code] ?? .unknown)
  }

  private static let plain: [Int32: Key] = [
    KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BTAB: .backTab,
    KEY_SLEFT: .wordLeft, KEY_SRIGHT: .wordRight, KEY_FIND: .home, KEY_SELECT: .end,
  ]

  /// Ctrl and Alt with the arrows: xterm's codes, which most terminals send whatever they say of
  /// themselves.
  private static func defineModifiedKeys() -> [Int32: Key] {
    let sequences: [(String, Key)] = [
      ("\u{1b}[1;5D", .wordLeft), ("\u{1b}[1;5C", .wordRight), ("\u{1b}[1;3D", .wordLeft),
      ("\u{1b}[1;3C", .wordRight), ("\u{1b}[1;5A", .up), ("\u{1b}[1;5B", .down),
      ("\u{1b}[3;5~", .alt("d")), ("\u{1b}[H", .home), ("\u{1b}[F", .end), ("\u{1b}[1~", .home),
      ("\u{1b}[4~", .end), ("\u{1b}[Z", .backTab),
    ]
    var keys: [Int32: Key] = [:]
    for (index, (sequence, key)) in sequences.enumerated() {
      let code = 0x7010 + Int32(index)
      define_key(sequence, code)
      keys[code] = key
    }
    return keys
  }

  // MARK: Mouse

  private mutating func mouse() -> BrowserMessage? {
    var row: Int32 = 0
    var column: Int32 = 0
    let event = ccurses_mouse_event(&row, &column)
    let place = (row: Int(row), column: Int(column))
    switch Int(event) {
    case CCURSES_MOUSE_UP:
      return .mouse(MouseEvent(.wheelUp, row: place.row, column: place.column))
    case CCURSES_MOUSE_DOWN:
      return .mouse(MouseEvent(.wheelDown, row: place.row, column: place.column))
    case CCURSES_MOUSE_PRESS:
      return .mouse(MouseEvent(pressKind(place), row: place.row, column: place.column))
    default: return nil
    }
  }

  /// A second press on the same row within four tenths of a second makes a double click.
  private mutating func pressKind(_ place: (row: Int, column: Int)) -> MouseEvent.Kind {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int(time.tv_sec) &* 1000 &+ Int(time.tv_nsec) / 1_000_000
    if let last = lastPress, last.row == place.row, now &- last.milliseconds < 400 {
      lastPress = nil
      return .doubleClick
    }
    lastPress = (place.row, place.column, now)
    return .click
  }
}

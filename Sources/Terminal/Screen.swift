package import BrowserUI
import CCurses
import Glibc

/// Why there can be no explorer here.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or standard output is a file or a pipe.
  case notATerminal(String)
  case typeNotSet
  case typeUnknown(String)
  /// The terminal cannot move its cursor.
  case typeTooSimple(String)
  case startFailed

  /// One line without a full stop: what is missing and what to do.
  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "\(stream) is not a terminal; the explorer needs one"
    case .typeNotSet:
      "TERM is not set; set it to your terminal's type, such as xterm-256color"
    case .typeUnknown(let type):
      "the terminal type \(type) (TERM) is not known; set TERM to one that is, such as"
        + " xterm-256color"
    case .typeTooSimple(let type):
      "the terminal type \(type) (TERM) cannot move the cursor; set TERM to your terminal's type,"
        + " such as xterm-256color"
    case .startFailed: "the terminal could not be set up"
    }
  }
}

/// The terminal in curses' hands, from `start` to `end`.
///
/// Whatever ends the program in between, the terminal is put back (see guard.c).
package final class Screen {
  let window: UnsafeMutablePointer<WINDOW>
  private let screen: OpaquePointer
  private let options: TerminalOptions
  /// The locale can show more than ASCII, and the user wants it.
  let showsUnicode: Bool
  private let pasteOn: String
  private let pasteOff: String
  private var isActive = false

  /// Takes the terminal.
  ///
  /// - Throws: `TerminalError`, the terminal untouched.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal("standard input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal("standard output") }
    guard let type = environment("TERM") else { throw .typeNotSet }
    guard ccurses_setupterm() == 1 else { throw .typeUnknown(shown(type)) }
    guard capability("cup") != nil else { throw .typeTooSimple(shown(type)) }

    setlocale(LC_CTYPE, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    showsUnicode = !options.isASCII && codeset == "UTF-8"
    self.options = options
    // Bracketed paste is an extension of terminfo; terminals like xterm all speak it.
    let speaksXterm = capability("kmous") != nil || capability("XM") != nil
    pasteOn = capability("BE") ?? (speaksXterm ? "\u{1b}[?2004h" : "")
    pasteOff = capability("BD") ?? (speaksXterm ? "\u{1b}[?2004l" : "")

    let farewell = Screen.farewell(pasteOff: pasteOff, speaksXterm: speaksXterm)
    farewell.withCString { ccurses_guard_install($0, strlen($0)) }
    ccurses_guard_arm(true)
    guard let screen = ccurses_newterm(), let window = ccurses_stdscr() else {
      ccurses_guard_arm(false)
      throw .startFailed
    }
    self.screen = screen
    self.window = window
    enter()
  }

  deinit {
    end()
  }

  /// The terminal's size in cells.
  package var size: FrameSize {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return FrameSize(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }
    return FrameSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// A descriptor that becomes readable when the size has changed or the program was continued.
  ///
  /// Poll it beside descriptor 0, then ask the `KeyReader`. It is -1 when there is none.
  package var wakeDescriptor: Int32 { ccurses_wake_descriptor() }

  /// Gives the terminal back for good.
  package func end() {
    guard isActive else { return }
    leave()
  }

  /// Gives the terminal back and stops the program until the shell continues it.
  ///
  /// Then the terminal is taken again, and the next frame paints everything.
  package func suspend() {
    guard isActive else { return }
    leave()
    ccurses_stop()
    ccurses_guard_arm(true)
    enter()
    clearok(window, true)
  }

  /// Takes note of a new size.
  func adopt(_ size: FrameSize) {
    resizeterm(Int32(clamping: size.rows), Int32(clamping: size.columns))
    clearok(window, true)
  }

  /// Rings or flashes.
  package func bell() { beep() }

  var background: TerminalOptions.Background {
    guard options.background == .automatic else { return options.background }
    // `15;0`: foreground and background as colours of the sixteen.
    let colour = environment("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
    guard let colour else { return .dark }
    return colour == 7 || colour > 8 ? .light : .dark
  }

  // MARK: Private helpers

  private func enter() {
    // raw: Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q are keys.
    raw()
    noecho()
    nonl()
    keypad(window, true)
    nodelay(window, true)
    // How long an Esc waits for the rest of a sequence, in milliseconds.
    set_escdelay(25)
    if options.usesMouse { ccurses_mouse_on() }
    emit(pasteOn)
    refreshPending()
    isActive = true
  }

  private func leave() {
    isActive = false
    emit(pasteOff)
    endwin()
    ccurses_guard_arm(false)
  }

  private func refreshPending() { wnoutrefresh(window) }

  private func emit(_ text: String) {
    guard !text.isEmpty else { return }
    let bytes = Array(text.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// What puts the terminal back without curses: captured beforehand, for the signal handler.
  private static func farewell(pasteOff: String, speaksXterm: Bool) -> String {
    let mouseOff = speaksXterm ? "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l" : ""
    let ends = ["sgr0", "op", "rmkx", "cnorm", "rmcup"].compactMap { capability($0) }
    return pasteOff + mouseOff + ends.joined()
  }
}

/// A string of the terminal's description (terminfo(5)), its delays left out; nil when it has
/// none.
func capability(_ name: String) -> String? {
  guard let found = name.withCString({ tigetstr(UnsafeMutablePointer(mutating: $0)) }),
    Int(bitPattern: found) != -1
  else { return nil }
  return String(cString: found).replacing(/\$<[^>]*>/, with: "")
}

/// A variable of the environment; nil also when it is empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

private func shown(_ text: String) -> String { String(displaying: text).truncated(to: 40) }

/// What the user may choose about the terminal.
package struct TerminalOptions: Hashable, Sendable {
  /// Draw with ASCII only; without this the locale decides.
  package var isASCII: Bool
  /// Report clicks and the wheel; Shift (or the terminal's own key) still selects text.
  package var usesMouse: Bool
  package var background: Background

  /// What the colours are chosen for.
  package enum Background: String, Hashable, Sendable, CaseIterable {
    case dark
    case light
    /// What `COLORFGBG` says, else dark.
    case automatic
  }

  package init(
    isASCII: Bool = false, usesMouse: Bool = true, background: Background = .automatic
  ) {
    self.isASCII = isASCII
    self.usesMouse = usesMouse
    self.background = background
  }
}

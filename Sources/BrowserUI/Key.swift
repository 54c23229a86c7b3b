/// A key as the terminal reports it.
package enum Key: Hashable, Sendable {
  /// A printing character, Space included.
  case character(Character)
  /// Ctrl with a letter, in lower case.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// Ctrl-Left or Alt-Left.
  case wordLeft
  /// Ctrl-Right or Alt-Right.
  case wordRight
  case function(Int)
  /// A sequence that stands for no key known here.
  case unknown

  /// How the key is called on screen: `Ctrl-S`, `F1`, `Enter`, `↑`.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .alt(let character): "Alt-" + character.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    case .function(let number): "F\(number)"
    case .unknown: "?"
    }
  }
}

/// What the mouse did, in cells from the top left corner.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case click
    case doubleClick
    case wheelUp
    case wheelDown
  }

  package var kind: Kind
  package var row: Int
  package var column: Int

  package init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}

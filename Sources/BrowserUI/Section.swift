/// A part of the work, each with screens of its own; the keyboard goes from one to the other.
package enum Section: Int, CaseIterable, Hashable, Sendable {
  case symbols
  case console
  case variables
  case memory
  case history
  case types

  /// What the strip and the path call it.
  var label: String {
    switch self {
    case .symbols: "Symbols"
    case .console: "Console"
    case .variables: "Variables"
    case .memory: "Memory"
    case .history: "History"
    case .types: "Types"
    }
  }

  /// The key that goes there: Alt with its number.
  var key: Key { .alt(Character(String(rawValue + 1))) }
}

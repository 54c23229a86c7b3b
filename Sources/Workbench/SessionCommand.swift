/// A line of a session that is no C: it begins with a colon.
package enum SessionCommand: Sendable, Hashable {
  /// `:undo`, `:undo 3`: takes back the last statements.
  case undo(Int)
  /// `:leaks`: what called code allocated and did not free.
  case leaks

  /// Why a line is no command.
  package struct Problem: Error, CustomStringConvertible, Sendable {
    package var description: String
  }

  /// Whether a statement is meant as a command: no C begins with a colon.
  package static func isCommand(_ text: String) -> Bool { text.hasPrefix(":") }

  /// Reads a command.
  package init(_ text: String) throws(Problem) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case (":undo"?, 1): self = .undo(1)
    case (":undo"?, 2):
      guard let count = Int(words[1]), count > 0 else {
        throw Problem(description: ":undo takes a number of statements, not '\(words[1])'")
      }
      self = .undo(count)
    case (":leaks"?, 1): self = .leaks
    default: throw Problem(description: "'\(text)' is no command; there are :undo [N] and :leaks")
    }
  }
}

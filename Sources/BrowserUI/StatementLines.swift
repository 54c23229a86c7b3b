/// Lines typed or pasted one after the other, put together to statements.
///
/// A statement goes on while a parenthesis, bracket, brace or comment is open (C11, section 6.4);
/// what is inside of string and character literals does not count.
struct StatementLines: Hashable, Sendable {
  /// The lines of a statement that has not ended.
  private(set) var open: [String] = []

  /// Adds a line.
  ///
  /// - Returns: the statement that it ends; nil while it goes on.
  mutating func add(_ line: String) -> String? {
    let text = (open + [line]).joined(separator: "\n")
    guard !Self.isOpen(text) else {
      open.append(line)
      return nil
    }
    open = []
    return text
  }

  /// Takes back the last line.
  mutating func removeLast() -> String? { open.popLast() }

  mutating func removeAll() { open = [] }

  /// Pasted lines as statements, and what is left over behind the last line end.
  ///
  /// Of pasted text a statement ends where a line ends with `;`, `}` or a preprocessor directive.
  mutating func add(pasted text: String) -> (statements: [String], rest: String) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let rest = lines.removeLast()
    var statements: [String] = []
    for line in lines {
      guard let statement = add(line) else { continue }
      let trimmed = statement.trimmed
      guard !trimmed.isEmpty else { continue }
      let isEnded =
        trimmed.hasSuffix(";") || trimmed.hasSuffix("}") || trimmed.hasPrefix("#")
        || trimmed.hasSuffix("*/") || trimmed.hasPrefix("//")
      if isEnded {
        statements.append(statement)
      } else {
        open = statement.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
    }
    return (statements, rest)
  }

  /// Whether something is open at the end of the text.
  private static func isOpen(_ text: String) -> Bool {
    var depth = 0
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipLiteral(byte, &bytes)
      case UInt8(ascii: "/") where bytes.first == UInt8(ascii: "/"):
        bytes = bytes.drop { $0 != 0x0a }
      case UInt8(ascii: "/") where bytes.first == UInt8(ascii: "*"):
        guard let end = bytes.dropFirst().firstRange(of: Array("*/".utf8)) else { return true }
        bytes = bytes[end.upperBound...]
      case UInt8(ascii: "\\") where bytes.isEmpty: return true
      default: break
      }
    }
    return depth > 0
  }

  /// To the closing quote, or the end of the line, where a literal ends at the latest.
  private static func skipLiteral(_ quote: UInt8, _ bytes: inout ArraySlice<UInt8>) {
    while let byte = bytes.popFirst() {
      if byte == quote || byte == 0x0a { return }
      if byte == UInt8(ascii: "\\") { _ = bytes.popFirst() }
    }
  }
}

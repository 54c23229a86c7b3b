/// The punctuators of C11, section 6.4.6.
enum CPunctuator {
  /// The longest punctuator that begins with these bytes, and its length.
  static func match(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> (CTokenKind, Int)? {
    switch a {
    case UInt8(ascii: "("): return (.leftParenthesis, 1)
    case UInt8(ascii: ")"): return (.rightParenthesis, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: "?"): return (.question, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: "."):
      return b == a && c == a ? (.ellipsis, 3) : (.period, 1)
    case UInt8(ascii: ":"):
      if b == UInt8(ascii: ">") { return (.rightBracket, 2) }
      return b == a ? (.doubleColon, 2) : (.colon, 1)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return shiftOrComparison(a, b, c)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      return doubling(a, b)
    default: return assigning(a, b)
    }
  }

  private static func shiftOrComparison(
    _ a: UInt8, _ b: UInt8, _ c: UInt8
  ) -> (CTokenKind, Int)? {
    let isLess = a == UInt8(ascii: "<")
    if b == a {
      if c == UInt8(ascii: "=") { return (isLess ? .shiftLeftEqual : .shiftRightEqual, 3) }
      return (isLess ? .shiftLeft : .shiftRight, 2)
    }
    if b == UInt8(ascii: "=") { return (isLess ? .lessEqual : .greaterEqual, 2) }
    if isLess && b == UInt8(ascii: ":") { return (.leftBracket, 2) }
    if isLess && b == UInt8(ascii: "%") { return (.leftBrace, 2) }
    return (isLess ? .less : .greater, 1)
  }

  /// `+`, `++`, `+=` and the like, and `->`.
  private static func doubling(_ a: UInt8, _ b: UInt8) -> (CTokenKind, Int) {
    let isAssigning = b == UInt8(ascii: "=")
    let length = isAssigning || a == b ? 2 : 1
    switch a {
    case UInt8(ascii: "+"):
      return (isAssigning ? .plusEqual : a == b ? .plusPlus : .plus, length)
    case UInt8(ascii: "-"):
      if b == UInt8(ascii: ">") { return (.arrow, 2) }
      return (isAssigning ? .minusEqual : a == b ? .minusMinus : .minus, length)
    case UInt8(ascii: "&"):
      return (isAssigning ? .ampersandEqual : a == b ? .ampersandAmpersand : .ampersand, length)
    default:
      return (isAssigning ? .pipeEqual : a == b ? .pipePipe : .pipe, length)
    }
  }

  /// `*`, `*=` and the like; the digraph `%>` too.
  private static func assigning(_ a: UInt8, _ b: UInt8) -> (CTokenKind, Int)? {
    let isAssigning = b == UInt8(ascii: "=")
    let length = isAssigning ? 2 : 1
    switch a {
    case UInt8(ascii: "="): return (isAssigning ? .equalEqual : .equal, length)
    case UInt8(ascii: "!"): return (isAssigning ? .notEqual : .exclamation, length)
    case UInt8(ascii: "*"): return (isAssigning ? .starEqual : .star, length)
    case UInt8(ascii: "/"): return (isAssigning ? .slashEqual : .slash, length)
    case UInt8(ascii: "^"): return (isAssigning ? .caretEqual : .caret, length)
    case UInt8(ascii: "%"):
      if b == UInt8(ascii: ">") { return (.rightBrace, 2) }
      return (isAssigning ? .percentEqual : .percent, length)
    default: return nil
    }
  }
}

/// Cuts C text into tokens (C11, section 6.4), each a kind and a stretch of bytes.
///
/// Numbers are preprocessing numbers and literals keep their escapes: what they mean, and whether
/// they mean anything, is found out where they are used. A backslash at the end of a line is
/// skipped inside names, numbers and literals too.
struct CLexer {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  /// The names of the text so far.
  private(set) var names: CNameTable
  /// A comment without end was met: no later one ends either, and none is searched again.
  private var hasOpenComment = false

  /// The tokens, the last one of kind `end`.
  private(set) var tokens: [CToken] = []
  /// What is wrong with each token of kind `invalid`, by its offset.
  private(set) var problems: [Int: String] = [:]
  /// The tokens, which are gone from here, so that they can change in place.
  mutating func takeTokens() -> [CToken] {
    defer { tokens = [] }
    return tokens
  }

  /// The names, which are gone from here.
  mutating func takeNames() -> CNameTable {
    defer { names = .keywords }
    return names
  }

  /// The limit that stopped the lexer before the end of the text.
  private(set) var exceededLimit: Int?

  /// All tokens of the text, or of a stretch of it; `names` are those that have numbers already.
  init(
    _ source: CSource, from start: Int = 0, to end: Int? = nil, limits: CLimits,
    names: consuming CNameTable = .keywords
  ) {
    bytes = source.bytes
    self.names = names
    self.end = end ?? bytes.count
    offset = start
    tokens.reserveCapacity((self.end - start) / 4 + 1)
    if start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    var isLineStart = start == 0
    let span = source.bytes.span
    while tokens.count < limits.tokenCount {
      if skipSpace(span) { isLineStart = true }
      guard offset < self.end else {
        append(.end, from: self.end)
        return
      }
      if !lexPlainName(span) && !lexPlainPunctuator(span) { lexToken(isLineStart: isLineStart) }
      isLineStart = false
    }
    exceededLimit = limits.tokenCount
    append(.end, from: offset)
  }

  /// A name of ASCII letters with nothing special behind it, as most are; else nothing is read.
  private mutating func lexPlainName(_ span: Span<UInt8>) -> Bool {
    var position = offset
    guard Self.isIdentifierStart(span[position]) else { return false }
    var hash = CNameTable.seed
    repeat {
      hash = CNameTable.mixed(hash, span[position])
      position &+= 1
    } while position < end && Self.isIdentifierPart(span[position])
    // Another letter, an escape, a literal with a prefix, a symbol's version.
    if position < end {
      switch span[position] {
      case 0x80..., UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "@"):
        return false
      default: break
      }
    }
    let start = offset
    let number = names.number(of: span, offset..<position, hash: hash)
    offset = position
    append(names.kind(of: number), from: start, name: number)
    return true
  }

  /// The punctuators that every declaration has and that no other begins with.
  private mutating func lexPlainPunctuator(_ span: Span<UInt8>) -> Bool {
    let kind: CTokenKind
    switch span[offset] {
    case UInt8(ascii: "("): kind = .leftParenthesis
    case UInt8(ascii: ")"): kind = .rightParenthesis
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ";"): kind = .semicolon
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: "*") where offset + 1 < end && span[offset + 1] != UInt8(ascii: "="):
      kind = .star
    default: return false
    }
    offset &+= 1
    append(kind, from: offset &- 1)
    return true
  }

  // MARK: Reading

  private func byte(_ distance: Int = 0) -> UInt8 {
    offset &+ distance < end ? bytes[offset &+ distance] : 0
  }

  private mutating func append(_ kind: CTokenKind, from start: Int, name: UInt32 = 0) {
    tokens.append(
      CToken(
        kind: kind, offset: UInt32(clamping: start), length: UInt32(clamping: offset - start),
        name: name))
  }

  /// A name by its letters.
  private mutating func append(name spelling: [UInt8], from start: Int) {
    let hash = spelling.reduce(CNameTable.seed, CNameTable.mixed)
    let number = names.number(of: spelling.span, 0..<spelling.count, hash: hash)
    append(names.kind(of: number), from: start, name: number)
  }

  private mutating func append(invalid message: String, from start: Int) {
    problems[start] = message
    append(.invalid, from: start)
  }

  /// The length of a backslash and the end of line behind it, or 0.
  private func continuationLength() -> Int {
    guard byte() == UInt8(ascii: "\\") else { return 0 }
    if byte(1) == UInt8(ascii: "\n") { return 2 }
    return byte(1) == UInt8(ascii: "\r") && byte(2) == UInt8(ascii: "\n") ? 3 : 0
  }

  /// Skips white space and comments; true when a new line began.
  private mutating func skipSpace(_ span: Span<UInt8>) -> Bool {
    var sawNewline = false
    while offset < end {
      switch span[offset] {
      case UInt8(ascii: "\n"):
        sawNewline = true
        offset += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C:
        offset += 1
      case UInt8(ascii: "\\") where continuationLength() > 0:
        offset += continuationLength()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        skipLine()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        guard let close = commentEnd() else { return sawNewline }
        offset = close
      default: return sawNewline
      }
    }
    return sawNewline
  }

  /// To the end of a logical line, the newline not included.
  private mutating func skipLine() {
    while offset < end && bytes[offset] != UInt8(ascii: "\n") {
      offset += max(1, continuationLength())
    }
  }

  /// The offset behind a comment that starts here; nil when it does not end.
  private mutating func commentEnd() -> Int? {
    if hasOpenComment { return nil }
    var position = offset + 2
    while position + 1 < end {
      if bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/") {
        return position + 2
      }
      position += 1
    }
    hasOpenComment = true
    return nil
  }

  // MARK: Tokens

  private mutating func lexToken(isLineStart: Bool) {
    let start = offset
    let first = bytes[offset]
    if first == UInt8(ascii: "#") && isLineStart {
      lexDirective()
    } else if first == UInt8(ascii: "%") && byte(1) == UInt8(ascii: ":") && isLineStart {
      // The other spelling of `#` (C11, section 6.4.6); the directive begins at its last byte.
      offset += 1
      lexDirective()
    } else if Self.isIdentifierStart(first) {
      lexIdentifier()
    } else if Self.isDigit(first) || (first == UInt8(ascii: ".") && Self.isDigit(byte(1))) {
      lexNumber()
    } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      lexLiteral(from: start)
    } else if first == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "*") {
      offset = end
      append(invalid: "comment without end", from: start)
    } else if first >= 0x80 {
      lexInvalidUTF8()
    } else if universalName(at: offset) != nil {
      lexIdentifier()
    } else if let (kind, length) = CPunctuator.match(first, byte(1), byte(2)) {
      offset += length
      append(kind, from: start)
    } else {
      lexStray()
    }
  }

  private mutating func lexDirective() {
    let start = offset
    while offset < end && bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "*") {
        // A comment that does not end would swallow the whole text: the line ends instead.
        offset = commentEnd() ?? offset + 2
      } else if bytes[offset] == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "/") {
        skipLine()
      } else {
        offset += max(1, continuationLength())
      }
    }
    offset = min(offset, end)
    append(.directive, from: start)
  }

  private mutating func lexIdentifier() {
    let start = offset
    var isPlain = true
    while offset < end {
      let byte = bytes[offset]
      if Self.isIdentifierPart(byte) {
        offset += 1
      } else if byte >= 0x80, let length = letterLength(at: offset) {
        offset += length
        isPlain = false
      } else if continuationLength() > 0 {
        offset += continuationLength()
        isPlain = false
      } else if let escape = universalName(at: offset) {
        offset += escape.length
        isPlain = false
      } else {
        break
      }
    }
    if (byte() == UInt8(ascii: "\"") || byte() == UInt8(ascii: "'")) && isPrefix(from: start) {
      lexLiteral(from: start)
      return
    }
    if byte() == UInt8(ascii: "@") { return lexQualifiedName(from: start) }
    append(name: isPlain ? Array(bytes[start..<offset]) : spelling(from: start), from: start)
  }

  /// The letters of the name just read, without line continuations, escapes as what they mean.
  private func spelling(from start: Int) -> [UInt8] {
    var letters: [UInt8] = []
    var position = start
    while position < offset {
      if let escape = universalName(at: position) {
        letters += String(escape.scalar).utf8
        position += escape.length
      } else {
        if ![0x5C, 0x0A, 0x0D].contains(bytes[position]) { letters.append(bytes[position]) }
        position += 1
      }
    }
    return letters
  }

  /// `\u00e9` or `\U000000e9`, a letter outside ASCII (C11, section 6.4.3).
  private func universalName(at position: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard position + 5 < end, bytes[position] == UInt8(ascii: "\\") else { return nil }
    let count: Int
    switch bytes[position + 1] {
    case UInt8(ascii: "u"): count = 4
    case UInt8(ascii: "U"): count = 8
    default: return nil
    }
    guard position + 2 + count <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(position + 2)..<(position + 2 + count)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    guard value >= 0x80, let scalar = Unicode.Scalar(value), scalar.properties.isXIDContinue
    else { return nil }
    return (scalar, 2 + count)
  }

  /// `memcpy@GLIBC_2.2.5`, `crc32@libz.so.1`: a symbol of a certain version or library, which is
  /// no C but cannot be anything else.
  private mutating func lexQualifiedName(from start: Int) {
    while offset < end {
      let byte = bytes[offset]
      guard
        Self.isIdentifierPart(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "+") && Self.isIdentifierPart(self.byte(1))
      else { break }
      offset += 1
    }
    let letters = spelling(from: start)
    let hash = letters.reduce(CNameTable.seed, CNameTable.mixed)
    append(
      .identifier, from: start, name: names.number(of: letters.span, 0..<letters.count, hash: hash))
  }

  /// Whether the name just read is the prefix of a literal.
  private func isPrefix(from start: Int) -> Bool {
    switch offset - start {
    case 1: [UInt8(ascii: "L"), UInt8(ascii: "u"), UInt8(ascii: "U")].contains(bytes[start])
    case 2: bytes[start] == UInt8(ascii: "u") && bytes[start + 1] == UInt8(ascii: "8")
    default: false
    }
  }

  /// A preprocessing number (C11, section 6.4.8, with the digit separators of C23).
  private mutating func lexNumber() {
    let start = offset
    while offset < end {
      let current = bytes[offset]
      if [0x65, 0x45, 0x70, 0x50].contains(current)  // e E p P
        && (byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-"))
      {
        offset += 2
      } else if Self.isIdentifierPart(current) || current == UInt8(ascii: ".") {
        offset += 1
      } else if current == UInt8(ascii: "'") && Self.isIdentifierPart(byte(1)) {
        offset += 2
      } else if continuationLength() > 0 {
        offset += continuationLength()
      } else {
        break
      }
    }
    append(.number, from: start)
  }

  /// A string or character literal whose prefix, if any, starts at `start`.
  private mutating func lexLiteral(from start: Int) {
    let quote = bytes[offset]
    offset += 1
    while offset < end && bytes[offset] != quote {
      if bytes[offset] == UInt8(ascii: "\n") { break }
      // A backslash takes the next byte with it, be it a quote or the end of the line.
      offset += bytes[offset] == UInt8(ascii: "\\") ? max(2, continuationLength()) : 1
    }
    offset = min(offset, end)
    guard offset < end && bytes[offset] == quote else {
      let what = quote == UInt8(ascii: "'") ? "character" : "string"
      append(invalid: "\(what) literal without closing quote", from: start)
      return
    }
    offset += 1
    append(quote == UInt8(ascii: "'") ? .character : .string, from: start)
  }

  /// Bytes that are no UTF-8, as one token however many they are.
  private mutating func lexInvalidUTF8() {
    let start = offset
    let first = bytes[offset]
    while offset < end && bytes[offset] >= 0x80 && utf8Length(at: offset) == nil { offset += 1 }
    if letterLength(at: start) != nil {
      lexIdentifier()
    } else if let length = utf8Length(at: start) {
      offset += length
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      append(invalid: "stray '\(text)' in C text", from: start)
    } else {
      append(invalid: "byte \(Self.hexadecimal(first)) is not valid UTF-8", from: start)
    }
  }

  private mutating func lexStray() {
    let start = offset
    let first = bytes[offset]
    offset += 1
    if first < 0x20 || first == 0x7F {
      while offset < end && bytes[offset] < 0x20 && !Self.isSpace(bytes[offset]) { offset += 1 }
      append(invalid: "control character \(Self.hexadecimal(first)) in C text", from: start)
    } else {
      let character = Character(Unicode.Scalar(first))
      append(invalid: "stray '\(character)' in C text", from: start)
    }
  }

  /// The length of the UTF-8 sequence of more than one byte at `position`; nil when damaged.
  private func utf8Length(at position: Int) -> Int? {
    let first = bytes[position]
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 && position + length <= end else { return nil }
    for distance in 1..<length where bytes[position + distance] & 0xC0 != 0x80 { return nil }
    let second = bytes[position + 1]
    switch first {
    case 0xE0 where second < 0xA0: return nil
    case 0xED where second > 0x9F: return nil
    case 0xF0 where second < 0x90: return nil
    case 0xF4 where second > 0x8F: return nil
    default: return length
    }
  }

  /// The length of a letter or digit outside ASCII, which a name may have (C23, section 6.4.2.1).
  private func letterLength(at position: Int) -> Int? {
    guard let length = utf8Length(at: position) else { return nil }
    let text = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, scalar.properties.isXIDContinue else {
      return nil
    }
    return length
  }

  // MARK: Classes of bytes

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isSpace(_ byte: UInt8) -> Bool { byte >= 0x09 && byte <= 0x0D }

  private static func isIdentifierStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x24
  }

  /// Letters, digits, `_`, and `$` as gcc allows.
  static func isIdentifierPart(_ byte: UInt8) -> Bool {
    isIdentifierStart(byte) || isDigit(byte)
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}

/// Cuts C text into tokens (C11, section 6.4), each a kind and a stretch of bytes.
///
/// Numbers are preprocessing numbers and literals keep their escapes: what they mean, and whether
/// they mean anything, is found out where they are used. A backslash at the end of a line is
/// skipped inside names, numbers and literals too.
struct CLexer {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private let keywords = KeywordTable.shared
  /// A comment without end was met: no later one ends either, and none is searched again.
  private var hasOpenComment = false

  /// The tokens, the last one of kind `end`.
  private(set) var tokens: [CToken] = []
  /// What is wrong with each token of kind `invalid`, by its offset.
  private(set) var problems: [Int: String] = [:]
  /// The limit that stopped the lexer before the end of the text.
  private(set) var exceededLimit: Int?

  /// All tokens of the text, or of a stretch of it.
  init(_ source: CSource, from start: Int = 0, to end: Int? = nil, limits: CLimits) {
    bytes = source.bytes
    self.end = end ?? bytes.count
    offset = start
    tokens.reserveCapacity((self.end - start) / 4 + 1)
    if start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    var isLineStart = start == 0
    while tokens.count < limits.tokenCount {
      if skipSpace() { isLineStart = true }
      guard offset < self.end else {
        append(.end, from: self.end)
        return
      }
      lexToken(isLineStart: isLineStart)
      isLineStart = false
    }
    exceededLimit = limits.tokenCount
    append(.end, from: offset)
  }

  // MARK: Reading

  private func byte(_ distance: Int = 0) -> UInt8 {
    offset &+ distance < end ? bytes[offset &+ distance] : 0
  }

  private mutating func append(_ kind: CTokenKind, from start: Int) {
    tokens.append(
      CToken(
        kind: kind, offset: UInt32(clamping: start), length: UInt32(clamping: offset - start)))
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
  private mutating func skipSpace() -> Bool {
    var sawNewline = false
    while offset < end {
      switch bytes[offset] {
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
    var hash = KeywordTable.seed
    while offset < end {
      let byte = bytes[offset]
      if Self.isIdentifierPart(byte) {
        hash = KeywordTable.mixed(hash, byte)
        offset += 1
      } else if byte >= 0x80, let length = letterLength(at: offset) {
        offset += length
      } else if continuationLength() > 0 {
        offset += continuationLength()
      } else {
        break
      }
    }
    if (byte() == UInt8(ascii: "\"") || byte() == UInt8(ascii: "'")) && isPrefix(from: start) {
      lexLiteral(from: start)
      return
    }
    if byte() == UInt8(ascii: "@") { return lexQualifiedName(from: start) }
    append(keywords.kind(of: bytes[start..<offset], hash: hash) ?? .identifier, from: start)
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
    append(.identifier, from: start)
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

/// The keywords by a hash that the lexer computes while it reads a name.
private struct KeywordTable: Sendable {
  static let shared = KeywordTable()

  /// FNV-1a, 64 bits.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Open addressing; a power of two, more than twice the number of keywords.
  private static let slotCount = 1024
  private let slots: [(spelling: [UInt8], kind: CTokenKind)?]

  private init() {
    var slots = [(spelling: [UInt8], kind: CTokenKind)?](repeating: nil, count: Self.slotCount)
    for (spelling, kind) in CTokenKind.keywords {
      let bytes = Array(spelling.utf8)
      var slot = Self.slot(of: bytes.reduce(Self.seed, Self.mixed))
      while slots[slot] != nil { slot = (slot + 1) % Self.slotCount }
      slots[slot] = (bytes, kind)
    }
    self.slots = slots
  }

  private static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(slotCount - 1))
  }

  func kind(of spelling: ArraySlice<UInt8>, hash: UInt64) -> CTokenKind? {
    var slot = Self.slot(of: hash)
    while let entry = slots[slot] {
      if entry.spelling.elementsEqual(spelling) { return entry.kind }
      slot = (slot + 1) % Self.slotCount
    }
    return nil
  }
}

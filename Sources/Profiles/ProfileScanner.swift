/// A stretch of C text of one kind.
struct ProfilePiece: Hashable {
  enum Kind: Hashable {
    /// Blanks, and a backslash with the end of line behind it.
    case space
    /// One end of line, with its carriage return if it has one.
    case newline
    case comment
    /// A preprocessor line without its end.
    case directive
    /// A string or a character constant.
    case literal
    /// A name, a keyword or a number.
    case word
    /// Any other byte.
    case symbol(UInt8)
  }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts C text into pieces that together are all of it.
///
/// The parser gives declarations and their places; what lies between them, comments above all, has
/// to be seen to keep it. Any bytes are cut somehow: damaged text must be kept too.
struct ProfileScanner {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int
  private var isLineStart = true

  /// The pieces of a stretch of text.
  static func pieces(of bytes: [UInt8], in range: Range<Int>? = nil) -> [ProfilePiece] {
    let range = (range ?? bytes.indices).clamped(to: bytes.indices)
    var scanner = ProfileScanner(bytes: bytes[range], offset: range.lowerBound)
    var pieces: [ProfilePiece] = []
    while let piece = scanner.next() { pieces.append(piece) }
    return pieces
  }

  private init(bytes: ArraySlice<UInt8>, offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  private func byte(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.endIndex ? bytes[offset + distance] : 0
  }

  private mutating func next() -> ProfilePiece? {
    let start = offset
    guard start < bytes.endIndex else { return nil }
    let kind = pass()
    switch kind {
    case .newline: isLineStart = true
    case .space, .comment: break
    case .directive, .literal, .word, .symbol: isLineStart = false
    }
    return ProfilePiece(kind: kind, range: start..<offset)
  }

  private mutating func pass() -> ProfilePiece.Kind {
    if newlineLength(ahead: 0) > 0 {
      offset += newlineLength(ahead: 0)
      return .newline
    }
    if isSpace || continuationLength > 0 || isByteOrderMark {
      passSpace()
      return .space
    }
    if passComment() { return .comment }
    if byte() == UInt8(ascii: "#") && isLineStart {
      passDirective()
      return .directive
    }
    if byte() == UInt8(ascii: "\"") || byte() == UInt8(ascii: "'") {
      passLiteral()
      return .literal
    }
    if Self.isWord(byte()) {
      while offset < bytes.endIndex && Self.isWord(byte()) { offset += 1 }
      return .word
    }
    let symbol = byte()
    offset += 1
    return .symbol(symbol)
  }

  private func newlineLength(ahead distance: Int) -> Int {
    if byte(distance) == UInt8(ascii: "\n") { return 1 }
    return byte(distance) == UInt8(ascii: "\r") && byte(distance + 1) == UInt8(ascii: "\n") ? 2 : 0
  }

  private var isSpace: Bool { [0x20, 0x09, 0x0B, 0x0C, 0x0D].contains(byte()) }

  /// It stands for nothing, but only at the very start.
  private var isByteOrderMark: Bool {
    offset == 0 && byte() == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF
  }

  private var continuationLength: Int {
    guard byte() == UInt8(ascii: "\\") else { return 0 }
    let length = newlineLength(ahead: 1)
    return length > 0 ? 1 + length : 0
  }

  private mutating func passSpace() {
    if isByteOrderMark { offset += 3 }
    while offset < bytes.endIndex && newlineLength(ahead: 0) == 0 {
      if isSpace {
        offset += 1
      } else if continuationLength > 0 {
        offset += continuationLength
      } else {
        return
      }
    }
  }

  private mutating func passComment() -> Bool {
    guard byte() == UInt8(ascii: "/") else { return false }
    if byte(1) == UInt8(ascii: "/") {
      passLine()
      return true
    }
    guard byte(1) == UInt8(ascii: "*") else { return false }
    offset += 2
    while offset < bytes.endIndex {
      if byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/") {
        offset += 2
        return true
      }
      offset += 1
    }
    return true
  }

  private mutating func passLine() {
    while offset < bytes.endIndex && newlineLength(ahead: 0) == 0 {
      offset += max(1, continuationLength)
    }
  }

  private mutating func passDirective() {
    while offset < bytes.endIndex && newlineLength(ahead: 0) == 0 {
      if byte() == UInt8(ascii: "/") && passComment() { continue }
      offset += max(1, continuationLength)
    }
  }

  /// Ends with the line at the latest, as a damaged literal must not swallow what follows.
  private mutating func passLiteral() {
    let quote = byte()
    offset += 1
    while offset < bytes.endIndex && newlineLength(ahead: 0) == 0 {
      if continuationLength > 0 {
        offset += continuationLength
      } else if byte() == UInt8(ascii: "\\") {
        offset = min(offset + 2, bytes.endIndex)
      } else {
        offset += 1
        if bytes[offset - 1] == quote { return }
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }
}

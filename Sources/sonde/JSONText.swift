/// JSON being written, as bytes: objects keep the order their keys are written in, and text from
/// a library that is not UTF-8 gets U+FFFD where it is not (RFC 8259).
///
/// It only appends; a line of JSON Lines ends with `endLine()`.
struct JSONText: ~Copyable {
  private(set) var bytes: [UInt8] = []
  /// The last thing written was a value, so the next one needs a comma.
  private var needsComma = false

  init() {}

  // MARK: Structure

  mutating func beginObject() { open(0x7b) }
  mutating func endObject() { close(0x7d) }
  mutating func beginArray() { open(0x5b) }
  mutating func endArray() { close(0x5d) }

  /// A key that needs no escaping.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3a)
    needsComma = false
  }

  /// A key that is not known when the program is compiled.
  mutating func key(named name: String) {
    string(name)
    bytes.append(0x3a)
    needsComma = false
  }

  /// Ends the document; the next value starts a new line.
  mutating func endLine() {
    bytes.append(0x0a)
    needsComma = false
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: Values

  mutating func null() { literal("null") }
  mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  mutating func integer<T: FixedWidthInteger>(_ value: T) {
    separate()
    if value < 0 { bytes.append(0x2d) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    needsComma = true
  }

  /// A number; what JSON has no number for becomes the string `"NaN"`, `"Infinity"` or
  /// `"-Infinity"`.
  mutating func double(_ value: Double) {
    guard value.isFinite else {
      string(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
      return
    }
    separate()
    bytes.append(contentsOf: value.description.utf8)
    needsComma = true
  }

  /// A constant that needs no escaping, as a string.
  mutating func constant(_ text: StaticString) {
    separate()
    bytes.append(0x22)
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    needsComma = true
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { _ = string($0) }
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Bytes as a string.
  /// - Returns: whether they were UTF-8; if not, U+FFFD stands where they were not.
  @discardableResult
  mutating func string(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    separate()
    bytes.append(0x22)
    let isASCII = text.allSatisfy { $0 < 0x80 }
    let isValid = isASCII || UTF8Span.isValid(text)
    if isValid {
      appendEscaped(text)
    } else {
      var repaired = String(decoding: text, as: UTF8.self)
      repaired.withUTF8 { appendEscaped($0) }
    }
    bytes.append(0x22)
    needsComma = true
    return isValid
  }

  /// Bytes as lower-case hexadecimal digits in a string.
  mutating func hexadecimal(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(0x22)
    for byte in text {
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
    }
    bytes.append(0x22)
    needsComma = true
  }

  // MARK: Bytes

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5c {
      bytes.append(contentsOf: text[start..<index])
      appendEscape(byte)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(0x5c)
    switch byte {
    case 0x22, 0x5c: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0a: bytes.append(0x6e)
    case 0x0c: bytes.append(0x66)
    case 0x0d: bytes.append(0x72)
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  private mutating func separate() {
    if needsComma { bytes.append(0x2c) }
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}

extension UTF8Span {
  /// Whether bytes are UTF-8 as Unicode defines it (no overlong forms, no surrogates).
  fileprivate static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}

extension CDiagnostic {
  /// The message with its place, the line it is about, and a caret under the column.
  ///
  ///     libz.so.1.h:3:14: expected a parameter type, found ')'
  ///       int f(int a, );
  ///                    ^
  ///
  /// Control characters are escaped, tabs kept, and of a very long line only the part around the
  /// caret is shown.
  ///
  /// The places count in `text`; without the `name` of a file the line and column come first.
  /// In preprocessed text, file and line are those that its line markers say.
  package func rendered(in text: String, named name: String? = nil) -> String {
    let place = "\(origin?.line ?? range.start.line):\(range.start.column)"
    let head =
      ((origin?.file ?? name).map { Self.escaped($0) + ":" } ?? "") + place + ": "
      + Self.escaped(message)
    let (line, caret) = excerpt(of: Array(text.utf8))
    return "\(head)\n  \(line)\n  \(caret)^"
  }

  /// Characters of a line shown on each side of the caret.
  static let shownWidth = 60

  private func excerpt(of bytes: [UInt8]) -> (line: String, indent: String) {
    let offset = min(max(range.start.offset, 0), bytes.count)
    let newline = UInt8(ascii: "\n")
    // Never more than this many bytes are looked at, however long the line is.
    let span = Self.shownWidth * 4
    let floor = max(0, offset - span)
    let ceiling = min(bytes.count, offset + span)
    let start = bytes[floor..<offset].lastIndex(of: newline).map { $0 + 1 } ?? floor
    let end = bytes[offset..<ceiling].firstIndex(of: newline) ?? ceiling
    let isCutBefore = start == floor && floor > 0 && bytes[floor - 1] != newline
    let isCutAfter = end == ceiling && ceiling < bytes.count && bytes[ceiling] != newline
    var before = Self.scalars(bytes[start..<offset], skippingHead: isCutBefore)
    var after = Self.scalars(bytes[offset..<end], skippingHead: false)
    if after.last == "\r" { after.removeLast() }
    var cutBefore = isCutBefore
    if before.count > Self.shownWidth {
      before = Array(before.suffix(Self.shownWidth))
      cutBefore = true
    }
    let cutAfter = isCutAfter || after.count > Self.shownWidth
    let head = (cutBefore ? "…" : "") + Self.shown(before[...])
    let tail = Self.shown(after.prefix(Self.shownWidth)) + (cutAfter ? "…" : "")
    let indent = String(head.map { $0 == "\t" ? "\t" : " " })
    return (head + tail, indent)
  }

  /// Bytes as characters; a part of one at the head of a cut line is left out.
  private static func scalars(
    _ bytes: ArraySlice<UInt8>, skippingHead: Bool
  ) -> [Unicode.Scalar] {
    let bytes = skippingHead ? bytes.drop { $0 & 0xC0 == 0x80 } : bytes
    return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.map { $0 == "\t" ? "\t" : escaped($0) }.joined()
  }

  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { escaped($0) }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if isPrintable(scalar) { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return scalar.value < 0x100
      ? "\\x" + String(repeating: "0", count: 2 - digits.count) + digits : "\\u{\(digits)}"
  }

  /// Whether a terminal shows the character as itself, in place.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }

  static func printable(_ byte: UInt8) -> String { escaped(Unicode.Scalar(byte)) }
}

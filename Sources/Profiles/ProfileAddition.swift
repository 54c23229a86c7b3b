internal import CLanguage

/// Text to be put into a profile, taken apart into declarations with their comments.
struct ProfileAddition {
  /// One declaration of it.
  struct Item {
    var unit: ProfileUnit
    /// The declaration itself.
    var body: [UInt8]
    /// The comments before it, each on lines of its own; empty without.
    var leading: [UInt8]
    /// The comments behind it in its line; empty without.
    var trailing: [UInt8]
    /// The blanks before those.
    var trailingGap: [UInt8]
    /// What it means, spelled out.
    var meaning: Set<String>

    /// The declaration with its comments, without an end of line.
    func text(_ newline: [UInt8]) -> [UInt8] {
      var result = leading.isEmpty ? body : leading + newline + body
      if !trailing.isEmpty { result += trailingGap + trailing }
      return result
    }
  }

  private(set) var items: [Item] = []
  /// The system headers that it includes itself.
  let includes: [String]

  /// Parses a text against what a profile declares.
  ///
  /// - Parameters:
  ///   - text: C declarations; the semicolon of the last one can be left out.
  ///   - header: what the profile declares.
  ///   - newline: the end of line that the profile uses.
  /// - Throws: `invalidText`, `unsupportedText`, `nothingDeclared`.
  init(_ text: String, over header: CHeader, newline: [UInt8]) throws(ProfileError) {
    let bytes = Self.bytes(of: text, newline: newline)
    var parsed = ProfileText(bytes, file: nil, over: header)
    if !parsed.problems.isEmpty, let end = Self.endWithoutSemicolon(bytes) {
      var completed = bytes
      completed.insert(UInt8(ascii: ";"), at: end)
      let second = ProfileText(completed, file: nil, over: header)
      if second.problems.isEmpty { parsed = second }
    }
    guard parsed.problems.isEmpty else {
      throw .invalidText(text: parsed.text, parsed.problems)
    }
    var includes: [String] = []
    for include in parsed.header.includes where !includes.contains(include.name) {
      includes.append(include.name)
    }
    self.includes = includes
    guard !parsed.units.isEmpty || !includes.isEmpty else { throw .nothingDeclared }
    try Self.refuseOtherText(parsed)
    items = parsed.units.indices.map { Self.item($0, of: parsed, newline: newline) }
  }

  private static func bytes(of text: String, newline: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        if result.last == UInt8(ascii: "\r") { result.removeLast() }
        result += newline
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The end of the last token when that is no semicolon.
  private static func endWithoutSemicolon(_ bytes: [UInt8]) -> Int? {
    for piece in ProfileScanner.pieces(of: bytes).reversed() {
      switch piece.kind {
      case .space, .newline, .comment: continue
      case .symbol(UInt8(ascii: ";")), .directive: return nil
      case .literal, .word, .symbol: return piece.range.upperBound
      }
    }
    return nil
  }

  // MARK: Between declarations

  /// Text between the declarations that is neither kept nor understood must not get lost.
  private static func refuseOtherText(_ text: ProfileText) throws(ProfileError) {
    for index in 0...text.units.count {
      for piece in ProfileScanner.pieces(of: text.bytes, in: gap(before: index, in: text)) {
        switch piece.kind {
        case .space, .newline, .comment, .symbol(UInt8(ascii: ";")): continue
        case .directive where isAccepted(text.bytes[piece.range]): continue
        case .directive, .literal, .word, .symbol:
          let range = range(of: piece.range, in: text)
          throw .unsupportedText(
            text: text.text, CDiagnostic("this is neither a declaration nor an #include", range))
        }
      }
    }
  }

  /// `#include`, and the pragmas that every profile has anyway.
  private static func isAccepted(_ line: ArraySlice<UInt8>) -> Bool {
    let words = ProfilePreamble.words(of: Array(line.dropFirst()))
    if words.first == "include" { return true }
    return words.starts(with: ["pragma", "once"])
      || words.starts(with: ["pragma", "sonde", "library"])
  }

  private static func range(of range: Range<Int>, in text: ProfileText) -> CSourceRange {
    let before = text.bytes[..<range.lowerBound]
    let lineStart = text.lineStart(of: range.lowerBound)
    let column = text.bytes[lineStart..<range.lowerBound].count { $0 & 0xC0 != 0x80 } + 1
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = CSourceLocation(offset: range.lowerBound, line: line, column: column)
    let end = CSourceLocation(
      offset: range.upperBound, line: line, column: column + range.count)
    return CSourceRange(start: start, end: end)
  }

  /// The text before a unit, or behind the last one.
  private static func gap(before index: Int, in text: ProfileText) -> Range<Int> {
    let start = index > 0 ? text.units[index - 1].range.upperBound : 0
    let end = index < text.units.count ? text.units[index].range.lowerBound : text.bytes.count
    return start..<max(start, end)
  }

  private static func item(_ index: Int, of text: ProfileText, newline: [UInt8]) -> Item {
    let unit = text.units[index]
    let printer = CPrinter(header: text.header)
    return Item(
      unit: unit, body: text.body(of: unit), leading: leading(index, of: text, newline: newline),
      trailing: trailing(index, of: text), trailingGap: trailingGap(index, of: text),
      meaning: Set(unit.declarations.map { printer.text(of: $0) }))
  }

  /// The comments before a unit that are not behind the one before it.
  private static func leading(_ index: Int, of text: ProfileText, newline: [UInt8]) -> [UInt8] {
    var isTrailing = index > 0
    var comments: [[UInt8]] = []
    for piece in ProfileScanner.pieces(of: text.bytes, in: gap(before: index, in: text)) {
      switch piece.kind {
      case .newline: isTrailing = false
      case .comment where !isTrailing: comments.append(Array(text.bytes[piece.range]))
      case .space, .comment, .directive, .literal, .word, .symbol: continue
      }
    }
    return Array(comments.joined(separator: newline))
  }

  private static func trailing(_ index: Int, of text: ProfileText) -> [UInt8] {
    let isLast = index + 1 == text.units.count
    var comments: [[UInt8]] = []
    for piece in ProfileScanner.pieces(of: text.bytes, in: gap(before: index + 1, in: text)) {
      if piece.kind == .newline && !isLast { break }
      // Behind the last declaration there is none that the comment could belong to instead.
      if piece.kind == .comment { comments.append(Array(text.bytes[piece.range])) }
    }
    return Array(comments.joined(separator: [UInt8(ascii: " ")]))
  }

  private static func trailingGap(_ index: Int, of text: ProfileText) -> [UInt8] {
    let pieces = ProfileScanner.pieces(of: text.bytes, in: gap(before: index + 1, in: text))
    guard pieces.count > 1, pieces[0].kind == .space, pieces[1].kind == .comment else {
      return [UInt8(ascii: " ")]
    }
    return Array(text.bytes[pieces[0].range])
  }
}

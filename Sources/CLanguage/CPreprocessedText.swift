/// The output of a C compiler's preprocessor (`cc -E -dD`; gcc manual, section 3.13): C without
/// macros, line markers, and between the lines the definitions of all macros.
///
/// The definitions are taken out, blank for blank, so that offsets hold: they have been carried
/// out already, and a second time would expand what the first left alone on purpose.
package struct CPreprocessedText: Sendable {
  /// A macro as it is defined at the end of the text.
  package struct Macro: Hashable, Sendable {
    package var name: String
    /// As written behind the name, without blanks around it.
    package var replacement: String
    package var hasParameters: Bool
    package var file: String
    package var line: Int

    /// Whether its replacement has names in it, which may be macros.
    package var mayExpandFurther: Bool {
      // Suffixes and prefixes of literals pass for names here; that only costs time.
      replacement.utf8.contains { CLexer.isIdentifierPart($0) && !CLexer.isDigit($0) }
    }
  }

  /// The text without definitions.
  package private(set) var bytes: [UInt8]
  /// In order of the text, each name once.
  package private(set) var macros: [Macro] = []
  /// From an offset on, the file and the line that a marker gives, in order.
  private var marks: [Mark] = []
  /// The files in order of their first line, each with the one that includes it.
  package private(set) var files: [(name: String, includer: String?)] = []

  private struct Mark {
    var offset: Int
    var file: String
    /// Of the line that begins at the offset.
    var line: Int
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scan()
  }

  /// The file and line that a byte comes from; nil before the first marker.
  package func place(of offset: Int) -> (file: String, line: Int)? {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let mark = marks[low - 1]
    let end = min(max(offset, mark.offset), bytes.count)
    let lines = bytes[min(mark.offset, end)..<end].count { $0 == UInt8(ascii: "\n") }
    return (mark.file, mark.line &+ lines)
  }

  // MARK: Lines

  private mutating func scan() {
    var definitions: [String: Int] = [:]
    var found: [Macro?] = []
    var includers: [String] = []
    var known: Set<String> = []
    var start = 0
    var line = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start] == UInt8(ascii: "#") {
        let text = bytes[(start + 1)..<end]
        if let marker = Self.marker(text) {
          marks.append(Mark(offset: end + 1, file: marker.file, line: marker.line))
          line = marker.line - 1
          note(marker, &includers, &known)
        } else if let name = Self.undefinition(text) {
          if let index = definitions.removeValue(forKey: name) { found[index] = nil }
          blank(start..<end)
        } else if var macro = Self.definition(text) {
          (macro.file, macro.line) = (marks.last?.file ?? "", line)
          if let index = definitions[macro.name] { found[index] = nil }
          definitions[macro.name] = found.count
          found.append(macro)
          blank(start..<end)
        }
      }
      line &+= 1
      start = end + 1
    }
    macros = found.compactMap(\.self)
  }

  private mutating func blank(_ range: Range<Int>) {
    for offset in range { bytes[offset] = UInt8(ascii: " ") }
  }

  /// Follows who includes whom: flag 1 enters a file, flag 2 returns to one.
  private mutating func note(
    _ marker: (line: Int, file: String, flags: [Int]), _ includers: inout [String],
    _ known: inout Set<String>
  ) {
    if marker.flags.contains(2) {
      while let last = includers.last, last != marker.file { includers.removeLast() }
    } else if marker.flags.contains(1) {
      if known.insert(marker.file).inserted { files.append((marker.file, includers.last)) }
      includers.append(marker.file)
    } else if includers.isEmpty {
      includers.append(marker.file)
    }
  }

  /// `# 12 "file.h" 1 3` (gcc's preprocessor manual, chapter 9).
  private static func marker(
    _ text: ArraySlice<UInt8>
  ) -> (line: Int, file: String, flags: [Int])? {
    let text = text.drop { $0 == 0x20 }
    let digits = text.prefix { CLexer.isDigit($0) }
    guard !digits.isEmpty, let line = Int(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    let rest = text.dropFirst(digits.count).drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    var name: [UInt8] = []
    var index = rest.startIndex + 1
    while index < rest.endIndex, rest[index] != UInt8(ascii: "\"") {
      if rest[index] == UInt8(ascii: "\\"), index + 1 < rest.endIndex { index += 1 }
      name.append(rest[index])
      index += 1
    }
    let flags = rest[min(index + 1, rest.endIndex)...].split(separator: 0x20)
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return (line, String(decoding: name, as: UTF8.self), flags)
  }

  private static func undefinition(_ text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: "undef ".utf8) else { return nil }
    return String(decoding: text.dropFirst(6).prefix { $0 > 0x20 }, as: UTF8.self)
  }

  private static func definition(_ text: ArraySlice<UInt8>) -> Macro? {
    guard text.starts(with: "define ".utf8) else { return nil }
    let rest = text.dropFirst(7)
    let name = rest.prefix { CLexer.isIdentifierPart($0) || $0 >= 0x80 }
    guard !name.isEmpty else { return nil }
    var replacement = rest.dropFirst(name.count)
    let hasParameters = replacement.first == UInt8(ascii: "(")
    while let last = replacement.last, last <= 0x20 { replacement.removeLast() }
    replacement = replacement.drop { $0 <= 0x20 }
    return Macro(
      name: String(decoding: name, as: UTF8.self),
      replacement: String(decoding: replacement, as: UTF8.self), hasParameters: hasParameters,
      file: "", line: 0)
  }
}

extension CHeader {
  /// Takes in the declarations of preprocessed text, with their files and lines; functions with
  /// bodies count as their prototypes.
  ///
  /// - Parameters:
  ///   - text: what the preprocessor left.
  ///   - file: what the text itself is called in its line markers.
  /// - Returns: what is wrong with it; offsets count in its bytes, lines in the files.
  package mutating func declare(
    _ text: CPreprocessedText, file: String? = nil
  ) -> [CDiagnostic] {
    let first = declarations.count
    let before = (skipsFunctionBodies, limits)
    skipsFunctionBodies = true
    // A form that is not understood can stand in a header hundreds of times.
    limits.diagnosticCount = 1 << 16
    let problems = declare(bytes: text.bytes, file: file).map { problem in
      var problem = problem
      if let place = text.place(of: problem.range.start.offset) {
        problem.range.start.line = place.line
      }
      return problem
    }
    (skipsFunctionBodies, limits) = before
    for index in first..<declarations.count {
      let place = text.place(of: declarations[index].nameRange.start.offset)
      if let place { update(index) { $0.line = place.line } }
    }
    return problems
  }

  /// Takes in what macros without parameters expand to: integer constants become constants, other
  /// expressions are kept as they are, and what is no expression with a value is left out.
  ///
  /// - Parameter macros: each with its full expansion.
  package mutating func define(_ macros: [(macro: CPreprocessedText.Macro, expansion: String)]) {
    for (macro, expansion) in macros where declaration(named: macro.name) == nil {
      guard !expansion.isEmpty,
        let expression = try? CParser.parseExpression(expansion, in: self)
      else { continue }
      // `#define stdin stdin` lets `#ifdef` see it.
      if case .identifier(macro.name) = expression.kind { continue }
      guard let kind = try? meaning(ofMacro: expression) else { continue }
      if case .macro(_, let type) = kind, type.type == .void { continue }
      self.macros[macro.name] = CMacro(kind)
      let range = CSourceRange(start: .start, end: .start)
      add(
        CDeclaration(
          name: macro.name, kind: kind, range: range, nameRange: range, file: macro.file,
          line: macro.line))
    }
  }
}

extension CSourceLocation {
  /// The first byte of a text.
  static let start = CSourceLocation(offset: 0, line: 1, column: 1)
}

/// Qualified names of C++ as statements write them: `shapes::Rectangle::~Rectangle`,
/// `shapes::largest<int>`, `shapes::Rectangle::operator+`.
package enum CxxName {
  /// Where a qualified name that starts at an offset ends.
  ///
  /// Template arguments belong to it when `::` or `(` follows them: `a::b < c` is a comparison.
  ///
  /// - Returns: the offset behind it; nil when no `::` stands in the name.
  package static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var scanner = Scanner(bytes: bytes, position: start)
    return scanner.qualifiedName()
  }

  /// The name in a character literal that is none: `'shapes::describe(int)'`, as gdb has it.
  package static func quoted(_ content: some Collection<UInt8>) -> String? {
    let text = String(decoding: content, as: UTF8.self)
    guard text.utf8.count > 4, !text.contains("\\"), text.contains("::") || text.hasSuffix(")")
    else { return nil }
    return text
  }

  /// One spelling of all that mean the same: without spaces that mean nothing, `const` behind what
  /// it belongs to, `std::string` for what that stands for.
  package static func normalized(_ name: String) -> String {
    var text = withoutTags(withoutSpaces(name))
    for (long, short) in abbreviations { text = replacing(long, with: short, in: text) }
    guard text.last == ")" || text.hasSuffix(")const"),
      let open = opening(of: text), open > text.startIndex
    else { return text }
    let close = text.lastIndex(of: ")") ?? text.endIndex
    let parameters = split(text[text.index(after: open)..<close]).map(withConstBehind)
    let list = parameters == ["void"] ? "" : parameters.joined(separator: ",")
    return text[..<open] + "(" + list + text[close...]
  }

  /// The last identifier of a normalised name: of a function its own, of an operator its class's.
  package static func lastIdentifier(of name: String) -> String {
    var text = name[...]
    if text.hasSuffix(")const") { text = text.dropLast(5) }
    if text.last == ")", let open = opening(of: String(text)) { text = text[..<open] }
    if let start = text.firstRange(of: "operator")?.lowerBound {
      text = text[..<start].dropLast(2)
    }
    if text.last == ">" {
      var depth = 0
      let open = text.indices.reversed().first { index in
        if text[index] == ">" { depth += 1 }
        if text[index] == "<" { depth -= 1 }
        return depth == 0
      }
      text = text[..<(open ?? text.startIndex)]
    }
    return String(
      text.utf8.reversed().prefix { isPart($0) }.reversed().map { Character(Unicode.Scalar($0)) })
  }

  private static let abbreviations = ["char": "string", "wchar_t": "wstring"].map { unit, short in
    (
      "std::__cxx11::basic_string<\(unit),std::char_traits<\(unit)>,std::allocator<\(unit)>>",
      "std::\(short)"
    )
  }

  // MARK: Private helpers

  private static func withoutSpaces(_ name: String) -> String {
    var result: [UInt8] = []
    var hadSpace = false
    for byte in name.utf8 {
      if byte == UInt8(ascii: " ") {
        hadSpace = true
        continue
      }
      if hadSpace, let last = result.last, isPart(last), isPart(byte) {
        result.append(UInt8(ascii: " "))
      }
      hadSpace = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without `[abi:cxx11]`, which a name has whose result is of a newer kind than its parameters say.
  private static func withoutTags(_ name: String) -> String {
    var text = name
    while let start = text.firstRange(of: "[abi:"),
      let end = text[start.upperBound...].firstIndex(of: "]")
    {
      text.removeSubrange(start.lowerBound...end)
    }
    return text
  }

  private static func replacing(
    _ long: String, with short: String, in text: String
  ) -> String {
    var result: [UInt8] = []
    let pattern = Array(long.utf8)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if rest.starts(with: pattern) {
        result += Array(short.utf8)
        rest = rest.dropFirst(pattern.count)
        // `string const` is two words.
        if let next = rest.first, isPart(next) { result.append(UInt8(ascii: " ")) }
      } else {
        result.append(rest.removeFirst())
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The parenthesis that the last one closes.
  private static func opening(of text: String) -> String.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      guard text[index] == "(" else { continue }
      depth -= 1
      if depth == 0 { return index }
    }
    return nil
  }

  /// At commas that stand in no brackets.
  private static func split(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "(<[{".contains(character) { depth += 1 }
      if ")>]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func withConstBehind(_ parameter: String) -> String {
    guard parameter.hasPrefix("const ") else { return parameter }
    let rest = parameter.dropFirst(6)
    var depth = 0
    let end =
      rest.indices.first { index in
        if "(<[{".contains(rest[index]) { depth += 1 }
        if ")>]}".contains(rest[index]) { depth -= 1 }
        return depth == 0 && (rest[index] == "*" || rest[index] == "&")
      } ?? rest.endIndex
    let base = rest[..<end]
    return base + (base.last == ">" ? "const" : " const") + rest[end...]
  }

  fileprivate static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}

/// Reads one qualified name.
private struct Scanner {
  let bytes: [UInt8]
  var position: Int

  /// Bytes of template arguments beyond which there are none.
  private static let longestArguments = 10_000

  mutating func qualifiedName() -> Int? {
    guard identifier() else { return nil }
    var isQualified = false
    var end = position
    while true {
      let hasArguments = templateArguments()
      let behind = position
      if separator(), memberName() {
        isQualified = true
        end = position
        continue
      }
      position = behind
      skipSpaces()
      if hasArguments, peek() == UInt8(ascii: "(") { end = behind }
      return isQualified ? end : nil
    }
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  private mutating func skipSpaces() {
    while peek() == UInt8(ascii: " ") { position += 1 }
  }

  private mutating func identifier() -> Bool {
    guard let first = peek(), CxxName.isPart(first),
      !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    while let next = peek(), CxxName.isPart(next) { position += 1 }
    return true
  }

  /// `::`.
  private mutating func separator() -> Bool {
    skipSpaces()
    guard peek() == UInt8(ascii: ":"), peek(1) == UInt8(ascii: ":") else { return false }
    position += 2
    return true
  }

  private mutating func memberName() -> Bool {
    skipSpaces()
    if peek() == UInt8(ascii: "~") { position += 1 }
    let start = position
    guard identifier() else { return false }
    if bytes[start..<position].elementsEqual("operator".utf8) { operatorName() }
    return true
  }

  /// `<…>`; goes nowhere when it is something else.
  private mutating func templateArguments() -> Bool {
    let before = position
    skipSpaces()
    guard peek() == UInt8(ascii: "<") else {
      position = before
      return false
    }
    var depth = 0
    let limit = min(bytes.count, position + Self.longestArguments)
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "*"),
        UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        break
      case let byte where CxxName.isPart(byte): break
      default:
        position = before
        return false
      }
      position += 1
      if depth == 0 { return true }
    }
    position = before
    return false
  }

  /// What stands behind `operator`: marks, `()`, `[]`.
  private mutating func operatorName() {
    if let next = peek(), "([".utf8.contains(next), let close = peek(1), ")]".utf8.contains(close) {
      position += 2
      return
    }
    while let next = peek(), "+-*/%^&|~!=<>,".utf8.contains(next) { position += 1 }
  }
}

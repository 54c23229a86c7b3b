/// Prototypes as ltrace has them (ltrace.conf(5)), as C.
///
/// The language of these files is not C: a lens says how a value is shown, and the type is what is
/// left of it. Aliases are replaced by what they stand for, but for structs, which get their tag.
/// What C has no type for is a problem, and its line is left out.
package struct LtraceConfiguration: Sendable {
  /// C declarations, one a line.
  package private(set) var text = ""
  /// What is left out, and why; the places count in the file.
  package private(set) var problems: [CDiagnostic] = []
  private var aliases: [String: LtraceType] = [:]
  private var names: Set<String> = []
  private var structCount = 0

  /// Reads a file's text.
  package init(_ text: String) {
    let source = CSource(text)
    var offset = 0
    for line in source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      read(line, at: offset, source)
      offset += line.count + 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, at offset: Int, _ source: CSource) {
    let code = line.drop { $0 <= 0x20 }
    guard let first = code.first, first != UInt8(ascii: ";") else { return }
    var reader = LtraceLine(Array(code))
    do throws(LtraceLine.Failure) {
      try item(&reader)
    } catch {
      let start = offset + (line.count - code.count) + error.offset
      guard problems.count < CLimits.standard.diagnosticCount else { return }
      problems.append(CDiagnostic(error.message, source.range(from: start, to: start)))
    }
  }

  private mutating func item(_ reader: inout LtraceLine) throws(LtraceLine.Failure) {
    if reader.take(word: "typedef") {
      let name = try reader.name()
      try reader.expect("=")
      try alias(name, &reader)
      return
    }
    let result = try lens(&reader, tag: nil)
    let name = try reader.name()
    try reader.expect("(")
    var parameters: [String] = []
    var isVariadic = false
    while !reader.take(")") {
      if !parameters.isEmpty { try reader.expect(",") }
      let isOut = reader.take("+")
      let type = try lens(&reader, tag: nil)
      if type.text == "void" { continue }
      parameters.append(
        (isOut ? "[[sonde::out]] " : "")
          + type.parameter(isOut: isOut, number: parameters.count + 1))
      isVariadic = isVariadic || type.isFormat
    }
    guard names.insert(name).inserted else { return }
    if isVariadic { parameters.append("...") }
    let list = parameters.isEmpty ? "void" : parameters.joined(separator: ", ")
    text += result.result(named: "\(name)(\(list))") + ";\n"
  }

  private mutating func alias(
    _ name: String, _ reader: inout LtraceLine
  ) throws(LtraceLine.Failure) {
    if reader.take(word: "struct"), !reader.peek("(") {
      // Announced, to be used before it is defined.
      aliases[name] = LtraceType(text: "struct \(name)")
      return
    }
    reader.restart(behind: "=")
    aliases[name] = LtraceType(text: "struct \(name)")
    aliases[name] = try lens(&reader, tag: name)
  }

  // MARK: Types

  private static let words: [String: String] = [
    "void": "void", "char": "char", "short": "short", "ushort": "unsigned short", "int": "int",
    "uint": "unsigned int", "long": "long", "ulong": "unsigned long", "float": "float",
    "double": "double", "octal": "int", "llong": "long long", "ullong": "unsigned long long",
  ]

  private mutating func lens(
    _ reader: inout LtraceLine, tag: String?
  ) throws(LtraceLine.Failure) -> LtraceType {
    try reader.enter()
    defer { reader.leave() }
    var type = try plainLens(&reader, tag: tag)
    while reader.take("*") { type = type.pointer }
    return type
  }

  private mutating func plainLens(
    _ reader: inout LtraceLine, tag: String?
  ) throws(LtraceLine.Failure) -> LtraceType {
    let word = try reader.name()
    if word.hasPrefix("string") && aliases[word] == nil { return try string(word, &reader) }
    switch word {
    case "addr", "file": return LtraceType(text: "void *")
    case "format": return LtraceType(text: "char *", isString: true, isFormat: true)
    case "oct", "hex", "hide", "bool", "bitvec":
      guard reader.take("(") else { return LtraceType(text: "int") }
      let inner = try lens(&reader, tag: nil)
      try reader.expect(")")
      return inner
    case "enum": return try enumeration(&reader)
    case "array":
      try reader.expect("(")
      let element = try lens(&reader, tag: nil)
      try reader.expect(",")
      let count = reader.skipExpression()
      try reader.expect(")")
      return LtraceType(text: element.text, arrayCount: .some(Int(count)))
    case "struct": return try structure(&reader, tag: tag)
    default:
      if let known = aliases[word] { return known }
      guard let text = Self.words[word] else { throw reader.failure("unknown type '\(word)'") }
      return LtraceType(text: text)
    }
  }

  private mutating func string(
    _ word: String, _ reader: inout LtraceLine
  ) throws(LtraceLine.Failure) -> LtraceType {
    if reader.take("[") {
      _ = reader.skipExpression()
      try reader.expect("]")
    } else if reader.take("(") {
      let inner = try lens(&reader, tag: nil)
      try reader.expect(")")
      if let count = inner.arrayCount, !inner.isPointerToArray {
        return LtraceType(text: "char", arrayCount: .some(count))
      }
    }
    return LtraceType(text: "char *", isString: true)
  }

  private mutating func enumeration(
    _ reader: inout LtraceLine
  ) throws(LtraceLine.Failure) -> LtraceType {
    var type = LtraceType(text: "int")
    if reader.take("[") {
      type = try lens(&reader, tag: nil)
      try reader.expect("]")
    }
    try reader.expect("(")
    repeat {
      _ = try reader.name()
      if reader.take("=") { _ = reader.skipExpression() }
    } while reader.take(",")
    try reader.expect(")")
    return type
  }

  private mutating func structure(
    _ reader: inout LtraceLine, tag: String?
  ) throws(LtraceLine.Failure) -> LtraceType {
    try reader.expect("(")
    var members: [String] = []
    while !reader.take(")") {
      if !members.isEmpty { try reader.expect(",") }
      let type = try lens(&reader, tag: nil)
      guard let member = type.member(named: "field\(members.count + 1)") else {
        throw reader.failure("the length of a member is known only when the program runs")
      }
      members.append(member)
    }
    structCount += tag == nil ? 1 : 0
    let name = tag ?? "ltrace_struct_\(structCount)"
    text += "struct \(name) { \(members.joined(separator: " ")) };\n"
    return LtraceType(text: "struct \(name)")
  }
}

/// A type of such a file, spelled in C.
private struct LtraceType: Sendable {
  /// Up to the name: `unsigned int`, `char *`.
  var text: String
  var isString = false
  /// A printf format: more arguments follow.
  var isFormat = false
  /// Of an array: the number of elements, if it is one; nil for no array.
  var arrayCount: Int??
  var isPointerToArray = false

  /// A pointer to an array is passed as one to its first element.
  var pointer: LtraceType {
    if arrayCount != nil && !isPointerToArray {
      var copy = self
      copy.isPointerToArray = true
      return copy
    }
    return LtraceType(text: text + (text.hasSuffix("*") ? "*" : " *"))
  }

  private var passed: String {
    arrayCount == nil ? text : text + (text.hasSuffix("*") ? "*" : " *")
  }

  func parameter(isOut: Bool, number: Int) -> String {
    let text = (isString && !isOut ? "const " : "") + passed
    return text + (text.hasSuffix("*") ? "" : " ") + "arg\(number)"
  }

  func result(named declarator: String) -> String {
    passed + (passed.hasSuffix("*") ? "" : " ") + declarator
  }

  /// Nil for an array whose length is no number.
  func member(named name: String) -> String? {
    guard let arrayCount, !isPointerToArray else {
      return passed + (passed.hasSuffix("*") ? "" : " ") + name + ";"
    }
    guard let count = arrayCount else { return nil }
    return "\(text) \(name)[\(count)];"
  }
}

/// Words and signs of one line.
private struct LtraceLine {
  struct Failure: Error {
    var message: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func failure(_ message: String) -> Failure { Failure(message: message, offset: offset) }

  mutating func enter() throws(Failure) {
    depth += 1
    guard depth <= CLimits.standard.nesting else {
      throw failure("nested more than \(CLimits.standard.nesting) levels deep")
    }
  }

  mutating func leave() { depth -= 1 }

  private mutating func skipBlanks() {
    while offset < bytes.count && bytes[offset] <= 0x20 { offset += 1 }
  }

  mutating func peek(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    return offset < bytes.count && bytes[offset] == UInt8(ascii: sign)
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek(sign) else { return false }
    offset += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(Failure) {
    guard take(sign) else { throw failure("expected '\(sign)'") }
  }

  mutating func take(word: String) -> Bool {
    let before = offset
    if let found = try? name(), found == word { return true }
    offset = before
    return false
  }

  mutating func name() throws(Failure) -> String {
    skipBlanks()
    let start = offset
    while offset < bytes.count, CLexer.isIdentifierPart(bytes[offset]) { offset += 1 }
    guard offset > start, !CLexer.isDigit(bytes[start]) else {
      offset = start
      throw failure("expected a name")
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Goes back to what stands behind the first such sign.
  mutating func restart(behind sign: Unicode.Scalar) {
    offset = bytes.firstIndex(of: UInt8(ascii: sign)).map { $0 + 1 } ?? offset
  }

  /// Passes an expression up to the sign that ends it, and returns it.
  mutating func skipExpression() -> String {
    skipBlanks()
    let start = offset
    var open = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
        if open == 0 { break }
        if byte == UInt8(ascii: ")") { open -= 1 }
      }
      offset += 1
    }
    let text = bytes[start..<offset].filter { $0 > 0x20 }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Carries out the preprocessor lines of one text and takes their tokens away.
///
/// Macros are not expanded. What headers need without expansion is done: `#if` and kin over names
/// that are defined or constant, `#define` of nothing (the name is skipped) and of expressions,
/// `#include` of headers whose names `CHeader.standard` has, `#pragma pack` and
/// `#pragma sonde`, and the line markers of preprocessed text. Everything else has a diagnostic.
struct CPreprocessor {
  private let source: CSource
  private(set) var header: CHeader
  private let file: String?
  /// What is left of the tokens.
  private(set) var tokens: [CToken]
  /// How many of them are kept so far.
  private var keptCount = 0
  /// How many semicolons are among them.
  private(set) var semicolonCount = 0
  private(set) var names: CNameTable
  private(set) var problems: [Int: String]
  private(set) var diagnostics: [CDiagnostic] = []
  /// The macros that are expressions, as declarations.
  private(set) var constants: [CDeclaration] = []
  private(set) var packLimits: [(token: Int, limit: Int?)] = []
  /// From a token on, the file that a line marker names.
  private(set) var files: [(token: Int, file: String)] = []
  /// What the line markers say of the text's lines.
  private(set) var lineMap = CLineMap()
  private var packStack: [Int?] = []
  private var currentPack: Int?
  private var conditions: [Condition] = []
  /// Defined as something that was no constant yet: tried again when all is declared.
  private(set) var deferred: [Definition] = []
  /// By the number of a name: it was once a macro that stands for nothing.
  private var areEmpty: [Bool] = []
  /// Characters of all macros that are strings.
  private var textCount = 0

  /// `#define name replacement`, not yet evaluated.
  struct Definition {
    var name: String
    var replacement: [CToken]
    var range: CSourceRange
    var nameRange: CSourceRange
  }

  private struct Condition {
    var isActive: Bool
    /// A branch was taken: no later one is.
    var wasTaken: Bool
    var isParentActive: Bool
    var hasElse = false
    var token: CToken
  }

  init(_ source: CSource, _ lexer: inout CLexer, header: CHeader, file: String?) {
    self.source = source
    self.header = header
    self.file = file
    problems = lexer.problems
    tokens = []
    names = lexer.takeNames()
    for name in header.emptyMacroNames { note(emptyMacro: name) }
    // What stays moves to the front of the same array.
    var tokens = lexer.takeTokens()
    var isActive = true
    for index in 0..<tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .directive:
        directive(token)
        isActive = conditions.last?.isActive ?? true
        continue
      case .identifier where isEmptyMacro(token): continue
      case .semicolon: semicolonCount += 1
      case .end: break
      default: break
      }
      if isActive || token.kind == .end {
        tokens[keptCount] = token
        keptCount += 1
      }
    }
    tokens.removeSubrange(keptCount...)
    self.tokens = tokens
    if let open = conditions.last {
      diagnostics.append(
        CDiagnostic("this has no #endif", source.range(from: open.token.start, to: open.token.end)))
    }
  }

  private mutating func note(emptyMacro name: String) {
    let bytes = Array(name.utf8)
    let hash = bytes.reduce(CNameTable.seed, CNameTable.mixed)
    note(emptyMacro: names.number(of: bytes.span, 0..<bytes.count, hash: hash))
  }

  private mutating func note(emptyMacro number: UInt32) {
    let missing = Int(number) + 1 - areEmpty.count
    if missing > 0 { areEmpty += repeatElement(false, count: missing) }
    areEmpty[Int(number)] = true
  }

  private func isEmptyMacro(_ token: CToken) -> Bool {
    let number = Int(token.name)
    return number < areEmpty.count && areEmpty[number]
      && header.macro(named: names.names[number]) == .empty
  }

  /// The header with the macros in it; it is gone from here, so that it can change in place.
  mutating func takeHeader() -> CHeader { header.moved() }

  // MARK: Lines

  private mutating func directive(_ line: CToken) {
    if plainLineMarker(line) { return }
    var lexer = CLexer(
      source, from: line.start + 1, to: line.end, limits: header.limits, names: takeNames())
    names = lexer.takeNames()
    problems.merge(lexer.problems) { first, _ in first }
    let tokens = lexer.tokens
    let isActive = conditions.last?.isActive ?? true
    guard let first = tokens.first, first.kind != .end else { return }
    if first.kind == .number {
      if isActive { lineMarker(tokens, line) }
      return
    }
    let name = source.text(from: first.start, to: first.end)
    switch name {
    case "if": begin(isActive && truth(tokens, line), line)
    case "ifdef": begin(isActive && isDefined(tokens, line), line)
    case "ifndef": begin(isActive && !isDefined(tokens, line), line)
    case "elif", "elifdef", "elifndef": alternative(name, tokens, line)
    case "else": otherwise(line)
    case "endif":
      if conditions.popLast() == nil { report("#endif without #if", line) }
    case "define" where isActive: define(tokens, line)
    case "undef" where isActive:
      if tokens.count > 1 { header.macros[text(tokens[1])] = nil }
    case "include" where isActive, "include_next" where isActive: include(line, after: first)
    case "pragma" where isActive: pragma(tokens, line)
    case "error" where isActive: report(lineText(line), line)
    case "line" where isActive: lineMarker(Array(tokens.dropFirst()), line)
    case "warning", "ident": break
    default:
      if isActive { report("'#\(name)' is not supported", line) }
    }
  }

  private mutating func takeNames() -> CNameTable {
    defer { names = .keywords }
    return names
  }

  private func text(_ token: CToken) -> String { source.text(from: token.start, to: token.end) }

  private func lineText(_ line: CToken) -> String {
    String(source.text(from: line.start, to: line.end).prefix(200))
  }

  private mutating func report(_ message: String, _ token: CToken) {
    guard diagnostics.count < header.limits.diagnosticCount else { return }
    diagnostics.append(
      CDiagnostic(message, source.range(from: token.start, to: token.end)))
  }

  /// A line marker as the preprocessor writes them by the thousand, `# 12 "file.h" 1 3`, without
  /// cutting it into tokens; false for any other line.
  private mutating func plainLineMarker(_ line: CToken) -> Bool {
    let bytes = source.bytes
    var index = line.start + 2
    var number = 0
    guard index < line.end, bytes[index - 1] == UInt8(ascii: " ") else { return false }
    while index < line.end, CLexer.isDigit(bytes[index]), number < 1 << 40 {
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index > line.start + 2, index + 1 < line.end, bytes[index] == UInt8(ascii: " "),
      bytes[index + 1] == UInt8(ascii: "\"")
    else { return false }
    index += 2
    let first = index
    while index < line.end, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") { return false }
      index += 1
    }
    guard index < line.end else { return false }
    let isActive = conditions.last?.isActive ?? true
    guard isActive else { return true }
    let name = source.text(from: first, to: index)
    let textLine = source.location(at: line.end).line + 1
    lineMap.add(textLine: textLine, file: name, line: number)
    files.append((keptCount, name))
    return true
  }

  /// `# 12 "file.h" 1 3`: what follows comes from that file.
  private mutating func lineMarker(_ tokens: [CToken], _ directive: CToken) {
    guard let number = tokens.first, number.kind == .number, let line = Int(text(number)) else {
      return
    }
    let token = tokens.first { $0.kind == .string }
    let name = token.map { source.text(from: $0.start + 1, to: $0.end - 1) }
    let textLine = source.location(at: directive.end).line + 1
    lineMap.add(textLine: textLine, file: name ?? file, line: line)
    if let name { files.append((keptCount, name)) }
  }

  // MARK: Conditions

  private mutating func begin(_ holds: Bool, _ line: CToken) {
    let isParentActive = conditions.last?.isActive ?? true
    guard conditions.count < header.limits.nesting else {
      report("nested more than \(header.limits.nesting) levels deep", line)
      return
    }
    conditions.append(
      Condition(
        isActive: isParentActive && holds, wasTaken: holds, isParentActive: isParentActive,
        token: line))
  }

  private mutating func alternative(_ name: String, _ tokens: [CToken], _ line: CToken) {
    guard let last = conditions.last, !last.hasElse else {
      report("#\(name) without #if", line)
      return
    }
    var holds = false
    if last.isParentActive && !last.wasTaken {
      switch name {
      case "elifdef": holds = isDefined(tokens, line)
      case "elifndef": holds = !isDefined(tokens, line)
      default: holds = truth(tokens, line)
      }
    }
    conditions[conditions.count - 1].isActive = holds
    conditions[conditions.count - 1].wasTaken = last.wasTaken || holds
  }

  private mutating func otherwise(_ line: CToken) {
    guard let last = conditions.last, !last.hasElse else {
      report("#else without #if", line)
      return
    }
    conditions[conditions.count - 1].isActive = last.isParentActive && !last.wasTaken
    conditions[conditions.count - 1].hasElse = true
  }

  private mutating func isDefined(_ tokens: [CToken], _ line: CToken) -> Bool {
    guard tokens.count > 2 else {
      report("a name is missing", line)
      return false
    }
    return header.macro(named: text(tokens[1])) != nil
  }

  private mutating func truth(_ tokens: [CToken], _ line: CToken) -> Bool {
    do throws(CDiagnostic) {
      return try value(of: Array(tokens.dropFirst())).value != 0
    } catch {
      diagnostics.append(error)
      return false
    }
  }

  /// What stands behind `#if`.
  private func value(of tokens: [CToken]) throws(CDiagnostic) -> CConstant {
    var parser = CParser(
      source: source, tokens: tokens, names: names.names, problems: problems, header: header,
      file: file)
    parser.isDirective = true
    let expression = try parser.conditionalExpression()
    try parser.expect(.end, "the end of the line")
    return try parser.constant(expression)
  }

  // MARK: Macros

  private mutating func define(_ tokens: [CToken], _ line: CToken) {
    guard tokens.count > 2, tokens[1].kind != .number else {
      report("a name is missing", line)
      return
    }
    let name = text(tokens[1])
    if header.macros.count >= header.limits.macroCount {
      report("more than \(header.limits.macroCount) macros", line)
      return
    }
    if tokens.count == 3 {
      header.macros[name] = .empty
      note(emptyMacro: tokens[1].name)
      return
    }
    header.macros[name] = .opaque
    let isFunction = tokens[2].kind == .leftParenthesis && tokens[2].start == tokens[1].end
    guard !isFunction else {
      report("macros with parameters are not supported; '\(name)' is left out", line)
      return
    }
    let definition = Definition(
      name: name, replacement: Array(tokens.dropFirst(2)),
      range: source.range(from: line.start, to: line.end),
      nameRange: source.range(from: tokens[1].start, to: tokens[1].end))
    if let kind = try? meaning(of: definition) {
      add(kind, for: definition)
    } else {
      deferred.append(definition)
    }
  }

  private mutating func add(_ kind: CDeclaration.Kind, for definition: Definition) {
    header.macros[definition.name] = CMacro(kind)
    constants.append(
      CDeclaration(
        name: definition.name, kind: kind, range: definition.range,
        nameRange: definition.nameRange, file: files.last?.file ?? file,
        line: lineMap.origin(ofLine: definition.nameRange.start.line)?.line))
  }

  // MARK: Includes and pragmas

  private mutating func include(_ line: CToken, after keyword: CToken) {
    let spelling = source.text(from: keyword.end, to: line.end)
      .drop { $0 == " " || $0 == "\t" }
    guard let first = spelling.first, first == "<" || first == "\"",
      let end = spelling.dropFirst().firstIndex(of: first == "<" ? ">" : "\"")
    else {
      report("expected <header> or \"header\" after #include", line)
      return
    }
    let name = String(spelling[spelling.index(after: spelling.startIndex)..<end])
    guard CStandardNames.headers.contains(name) else {
      report("'\(name)' is not among the system headers whose names are known", line)
      return
    }
    header.includes.append(
      CInclude(name: name, range: source.range(from: line.start, to: line.end)))
  }

  private mutating func pragma(_ tokens: [CToken], _ line: CToken) {
    guard tokens.count > 2 else { return }
    switch text(tokens[1]) {
    case "sonde": sondePragma(tokens, line)
    case "pack": packPragma(Array(tokens.dropFirst(2)), line)
    case "scalar_storage_order", "ms_struct":
      report("'#pragma \(text(tokens[1]))' changes layouts; it is not supported", line)
    default: break
    }
  }

  private mutating func sondePragma(_ tokens: [CToken], _ line: CToken) {
    guard tokens.count > 3 else {
      report("a name is missing", line)
      return
    }
    var argument = ""
    if tokens.count > 4, let last = tokens.dropLast().last {
      var parser = CParser(
        source: source, tokens: Array(tokens.dropFirst(3)), names: names.names, problems: problems,
        header: header, file: file)
      if parser.kind == .string, let (units, _) = try? parser.stringLiteral(),
        parser.kind == .end
      {
        argument = String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
      } else {
        argument = source.text(from: tokens[3].start, to: last.end)
      }
    }
    header.pragmas.append(
      CPragma(
        name: text(tokens[2]), argument: argument,
        range: source.range(from: line.start, to: line.end)))
  }

  /// `#pragma pack(push, 4)`, `pack(pop)`, `pack(4)`, `pack()` (gcc manual, section 6.62.11).
  private mutating func packPragma(_ tokens: [CToken], _ line: CToken) {
    let words = tokens.filter { $0.kind == .identifier || $0.kind == .number }.map { text($0) }
    var limit = currentPack
    for word in words {
      if word == "push" {
        packStack.append(currentPack)
        guard packStack.count <= header.limits.nesting else {
          report("nested more than \(header.limits.nesting) levels deep", line)
          packStack.removeLast()
          return
        }
      } else if word == "pop" {
        guard let outer = packStack.popLast() else {
          report("pack(pop) without pack(push)", line)
          return
        }
        limit = outer
      } else if let value = Int(word), [0, 1, 2, 4, 8, 16].contains(value) {
        limit = value == 0 ? nil : value
      } else {
        report("'\(word)' is not supported in #pragma pack", line)
        return
      }
    }
    if words.isEmpty { limit = nil }
    currentPack = limit
    packLimits.append((keptCount, limit))
  }

  /// Finds out what the definitions mean that were no constants, now that all is declared.
  mutating func evaluateDeferred(in header: CHeader) {
    self.header = header
    // A macro may use one that is defined below it: that comes first.
    var waiting: [String: Definition] = [:]
    for definition in deferred where header.macros[definition.name] == .opaque {
      waiting[definition.name] = definition
    }
    var opened: Set<String> = []
    for definition in deferred {
      var stack = [definition.name]
      while let name = stack.last {
        if let next = waiting[name], opened.insert(name).inserted {
          stack += next.replacement.filter { $0.kind == .identifier }.map { text($0) }
            .filter { waiting[$0] != nil && !opened.contains($0) }
          continue
        }
        stack.removeLast()
        if let next = waiting.removeValue(forKey: name) { evaluate(next) }
      }
    }
  }

  private mutating func evaluate(_ definition: Definition) {
    let name = definition.name
    // `#define name name` lets `#ifdef` see an enumerator.
    if definition.replacement.count == 2, text(definition.replacement[0]) == name { return }
    do throws(CDiagnostic) {
      add(try meaning(of: definition), for: definition)
    } catch {
      guard diagnostics.count < header.limits.diagnosticCount else { return }
      diagnostics.append(
        CDiagnostic(
          "a macro has to be an expression here, and '\(name)' is none: \(error.message)",
          definition.range))
    }
  }

  private mutating func meaning(
    of definition: Definition
  ) throws(CDiagnostic) -> CDeclaration.Kind {
    var parser = CParser(
      source: source, tokens: definition.replacement, names: names.names, problems: problems,
      header: header, file: file)
    let expression = try parser.expression()
    try parser.expect(.end, "the end of the line")
    let kind = try header.meaning(ofMacro: expression)
    try countText(of: kind, definition)
    return kind
  }

  /// Macros of strings can join each other, twice as long with every line.
  private mutating func countText(
    of kind: CDeclaration.Kind, _ definition: Definition
  ) throws(CDiagnostic) {
    guard case .macro(let expression, _) = kind, case .string(let units, _) = expression.kind else {
      return
    }
    textCount += units.count
    guard textCount <= header.limits.macroTextCount else {
      throw CDiagnostic(
        "the strings of macros have more than \(header.limits.macroTextCount) characters",
        definition.range)
    }
  }
}

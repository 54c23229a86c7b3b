/// Reads C declarations, expressions and statements, by recursive descent.
///
/// This is not a validating compiler: it takes every declaration that C11 has, and what C23 and
/// GNU C add to headers, finds out what each one means, and refuses what it cannot give a meaning
/// that the ABI agrees with. The parser is spread over files by subject; this one has the cursor,
/// the limits and the errors.
///
///     text ── CLexer ──▸ tokens ── CPreprocessor ──▸ tokens ── CParser ──▸ CHeader
package struct CParser {
  let source: CSource
  let tokens: [CToken]
  /// The names of the text, by their numbers.
  let names: [String]
  /// What the lexer found wrong with each invalid token, by offset.
  let problems: [Int: String]
  /// Names that the text declares go in here as soon as they are read.
  var header: CHeader
  let textFile: String?
  /// The value of `#pragma pack` from a token on, in order of tokens.
  var packLimits: [(token: Int, limit: Int?)] = []
  /// From a token on, the file that a line marker names, in order of tokens.
  var files: [(token: Int, file: String)] = []
  /// What the line markers say of the text's lines.
  var lineMap = CLineMap()
  /// In an `#if`: names are macros, and those that are none count as 0.
  var isDirective = false
  /// A function's body is left for the caller, who says what comes of it.
  var stopsAtFunctionBody = false
  /// The last parameter list read was `(a, b)`, names without types.
  var hasIdentifierList = false
  /// The last declaration of the text needs no semicolon.
  var endsLikeSemicolon = false
  /// Declarations that follow each other at the top of a console line are one statement.
  var mergesDeclarations = false
  /// Inside another statement.
  var isNested = false
  /// The text is statements, which expressions can then contain too.
  var allowsStatements = false
  /// What `break`, `continue`, `return` and labels would belong to.
  var jumpTargets = CJumpTargets()
  /// A name was declared before as something else.
  var metConflict = false
  /// Where reading goes on after the error that is about to be thrown, if not behind a semicolon.
  var resumePosition: Int?
  /// The closing brace of each opening one, by token index, 0 for none; found out once, when first
  /// needed.
  var matchingBraces: [UInt32] = []
  /// The index of the next token.
  var position = 0
  /// Names of parameters, inner lists last; they hide typedefs.
  var parameterScopes: [CNameScope] = []
  /// Types of the commonest forms, each made once; nil where scopes come and go.
  var plainTypes: CTypePool?
  /// Names of attributes that were found to do nothing to values and calls.
  var harmlessAttributes: Set<UInt32> = []
  var operatorCount = 0
  private var depth = 0

  init(
    source: CSource, tokens: [CToken], names: [String], problems: [Int: String], header: CHeader,
    file: String?
  ) {
    self.source = source
    self.tokens = tokens
    self.names = names
    self.problems = problems
    self.header = header
    textFile = file
  }

  /// The header with what was declared; it is gone from here, so that it can change in place.
  mutating func takeHeader() -> CHeader { header.moved() }

  /// The file that the next token comes from.
  var file: String? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].token <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? files[low - 1].file : textFile
  }

  /// The line of its file that a range begins in, when a line marker says one.
  func fileLine(of range: CSourceRange) -> Int? {
    lineMap.origin(ofLine: range.start.line)?.line
  }

  // MARK: Cursor

  var current: CToken { tokens[position] }
  var kind: CTokenKind { tokens[position].kind }

  /// Whether the next token is the first of its line.
  var beginsLine: Bool {
    guard position > 0 else { return true }
    return source.bytes[tokens[position - 1].end..<current.start].contains(UInt8(ascii: "\n"))
  }

  func kind(ahead distance: Int) -> CTokenKind {
    let index = position &+ distance
    return index < tokens.count ? tokens[index].kind : .end
  }

  /// Moves on and returns the token passed; stays at the end.
  @discardableResult
  mutating func advance() -> CToken {
    let token = tokens[position]
    if position + 1 < tokens.count { position += 1 }
    return token
  }

  /// Passes the next token if it is of that kind.
  mutating func take(_ wanted: CTokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  /// Passes the next token, which has to be of that kind.
  ///
  /// `what` is how a message names it, as in "expected ';' after the declaration".
  mutating func expect(_ wanted: CTokenKind, _ what: String) throws(CDiagnostic) {
    guard take(wanted) else { throw unexpected(what) }
  }

  // MARK: Text and places

  /// A token as written, without line continuations.
  func text(of token: CToken) -> String {
    if token.name != 0 { return names[Int(token.name)] }
    let bytes = source.bytes[token.start..<token.end]
    guard bytes.contains(UInt8(ascii: "\\")) && token.kind != .string && token.kind != .character
    else { return String(decoding: bytes, as: UTF8.self) }
    return String(
      decoding: bytes.filter { $0 != 0x5C && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  func range(of token: CToken) -> CSourceRange { source.range(from: token.start, to: token.end) }

  /// From a token up to the last one passed.
  func range(from start: CToken) -> CSourceRange {
    source.range(from: start.start, to: previousEnd(atLeast: start.start))
  }

  func range(from start: CSourceLocation) -> CSourceRange {
    CSourceRange(start: start, end: source.location(at: previousEnd(atLeast: start.offset)))
  }

  private func previousEnd(atLeast start: Int) -> Int {
    max(start, position > 0 ? tokens[position - 1].end : start)
  }

  // MARK: Errors

  func failure(_ message: String, at token: CToken) -> CDiagnostic {
    CDiagnostic(message, range(of: token))
  }

  /// "expected …, found …" at the next token, or what the lexer has against it.
  func unexpected(_ what: String) -> CDiagnostic {
    if kind == .invalid, let problem = problems[current.start] {
      return failure(problem, at: current)
    }
    let message = "expected \(what), found \(description(of: current))"
    // What is missing at the end of a file is missing behind its last word, not in the empty line
    // below.
    guard kind == .end else { return failure(message, at: current) }
    let end = source.location(at: previousEnd(atLeast: 0))
    return CDiagnostic(message, CSourceRange(start: end, end: end))
  }

  /// A token as a message names it.
  func description(of token: CToken) -> String {
    switch token.kind {
    case .end: return "the end of the text"
    case .directive: return "a preprocessor line"
    default:
      let text = text(of: token)
      return "'" + (text.count > 40 ? text.prefix(40) + "…" : text[...]) + "'"
    }
  }

  // MARK: Limits

  /// Goes one level deeper; each `enter` is followed by a `leave`, unless an error ends it all.
  mutating func enter() throws(CDiagnostic) {
    depth += 1
    guard depth <= header.limits.nesting else {
      throw failure(
        "nested more than \(header.limits.nesting) levels deep", at: current)
    }
  }

  mutating func leave() { depth -= 1 }

  /// Counts one operator or declarator part of a chain.
  mutating func countOperator() throws(CDiagnostic) {
    operatorCount += 1
    guard operatorCount <= header.limits.operatorCount else {
      throw failure(
        "more than \(header.limits.operatorCount) operators in one expression or declarator",
        at: current)
    }
  }

  /// Begins a new count of operators; the caller puts the old one back.
  mutating func resetForRecovery() {
    depth = 0
    operatorCount = 0
    parameterScopes.removeAll()
  }

  // MARK: Names

  /// Whether an identifier is a typedef here, that is: not hidden by a parameter.
  func isTypedefName(_ token: CToken) -> Bool {
    for scope in parameterScopes where scope.contains(token.name) { return false }
    return header.typedefEntry(named: text(of: token)) != nil
  }

  /// Whether a type can begin at the token some way ahead.
  func isTypeStart(ahead distance: Int = 0) -> Bool {
    let kind = kind(ahead: distance)
    if kind == .identifier { return isTypedefName(tokens[position + distance]) }
    return kind.startsType
  }

  /// The diagnostic for a name where a type has to stand, with a suggestion.
  func unknownType(_ token: CToken) -> CDiagnostic {
    let name = text(of: token)
    if header.typedefEntry(named: name) != nil {
      return failure("'\(name)' is the name of a parameter here, not of a type", at: token)
    }
    if let tag = header.kind(ofTag: name) {
      return failure(
        "unknown type name '\(name)'; did you mean '\(tag.rawValue) \(name)'?", at: token)
    }
    if let similar = header.similarTypeName(to: name) {
      return failure("unknown type name '\(name)'; did you mean '\(similar)'?", at: token)
    }
    return failure("unknown type name '\(name)'; declare it with typedef", at: token)
  }
}

extension CTokenKind {
  /// Whether a declaration's specifiers can begin with it.
  var startsDeclaration: Bool {
    if startsType { return true }
    return [
      .typedefKeyword, .externKeyword, .staticKeyword, .registerKeyword, .autoKeyword,
      .autoTypeKeyword, .inlineKeyword, .noreturnKeyword, .threadLocalKeyword, .alignasKeyword,
      .staticAssertKeyword, .constexprKeyword,
    ].contains(self)
  }

  /// Whether a type name can begin with it.
  var startsType: Bool {
    switch self {
    case .voidKeyword, .boolKeyword, .charKeyword, .shortKeyword, .intKeyword, .longKeyword,
      .signedKeyword, .unsignedKeyword, .floatKeyword, .doubleKeyword, .complexKeyword,
      .imaginaryKeyword, .int128Keyword, .float16Keyword, .float32Keyword, .float32xKeyword,
      .float64Keyword, .float64xKeyword, .float128Keyword, .decimal32Keyword,
      .decimal64Keyword, .decimal128Keyword, .bitIntKeyword,
      .structKeyword, .unionKeyword, .enumKeyword, .constKeyword, .volatileKeyword,
      .restrictKeyword, .atomicKeyword, .typeofKeyword, .extensionKeyword, .attributeKeyword:
      true
    default: false
    }
  }
}

/// The names of one parameter list, by their numbers: mostly so few that looking at each beats a
/// table.
struct CNameScope {
  private var names: [UInt32] = []
  private var table: Set<UInt32> = []

  private static let tableCount = 32

  func contains(_ name: UInt32) -> Bool {
    names.count < Self.tableCount ? names.contains(name) : table.contains(name)
  }

  /// False when the name was there.
  mutating func insert(_ name: UInt32) -> Bool {
    guard !contains(name) else { return false }
    names.append(name)
    if names.count == Self.tableCount { table = Set(names) }
    if names.count > Self.tableCount { table.insert(name) }
    return true
  }
}

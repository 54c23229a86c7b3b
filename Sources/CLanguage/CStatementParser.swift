extension CParser {
  /// Reads one statement of the console; its semicolon can be left out.
  ///
  /// - Returns: what it is; declarations are not yet in the header, which `CHeader.declare` does
  ///   with the same text.
  /// - Throws: the first thing that is wrong, with its place in the text.
  package static func parseStatement(
    _ text: String, in header: CHeader
  ) throws(CDiagnostic) -> CStatement {
    var parser = try CParser(statement: text, in: header)
    return try parser.statement()
  }

  /// Reads one expression, for instance an argument.
  ///
  /// - Throws: the first thing that is wrong, with its place in the text.
  package static func parseExpression(
    _ text: String, in header: CHeader
  ) throws(CDiagnostic) -> CExpression {
    var parser = try CParser(statement: text, in: header)
    let expression = try parser.expression()
    try parser.expect(.end, "the end of the expression")
    try parser.refuseNewTypes(since: header.declarations.count, expression.range)
    return expression
  }

  /// Reads one type, for instance `const char *`.
  ///
  /// - Throws: the first thing that is wrong, with its place in the text.
  package static func parseTypeName(
    _ text: String, in header: CHeader
  ) throws(CDiagnostic) -> CQualifiedType {
    var parser = try CParser(statement: text, in: header)
    let type = try parser.typeName()
    try parser.expect(.end, "the end of the type")
    try parser.refuseNewTypes(since: header.declarations.count, parser.rest())
    return type
  }

  private init(statement text: String, in header: CHeader) throws(CDiagnostic) {
    let source = CSource(text)
    try source.checkSize(header.limits)
    let lexer = CLexer(source, limits: header.limits)
    try lexer.checkLimit(source)
    self.init(
      source: source, tokens: lexer.tokens, problems: lexer.problems, header: header, file: nil)
  }

  private mutating func statement() throws(CDiagnostic) -> CStatement {
    let start = current
    if let what = unsupportedStatement() { return CStatement(.unsupported(what), rest()) }
    if isDeclarationStart() { return try declarationStatement() }
    if kind == .semicolon || kind == .end {
      _ = take(.semicolon)
      try expect(.end, "the end of the statement")
      return CStatement(.empty, range(from: start))
    }
    let count = header.declarations.count
    let expression = try expression()
    let range: CSourceRange
    if take(.semicolon) {
      range = self.range(from: start)
    } else {
      range = expression.range
    }
    try expect(.end, "';' or the end of the statement")
    try refuseNewTypes(since: count, range)
    return CStatement(.expression(expression), range)
  }

  /// What a statement that is recognised but not evaluated is called.
  private func unsupportedStatement() -> String? {
    switch kind {
    case .leftBrace: "a block"
    case .identifier where kind(ahead: 1) == .colon: "a label"
    case .ifKeyword, .elseKeyword, .forKeyword, .whileKeyword, .doKeyword, .switchKeyword,
      .caseKeyword, .defaultKeyword, .breakKeyword, .continueKeyword, .gotoKeyword,
      .returnKeyword, .asmKeyword:
      "'\(text(of: current))'"
    case .autoKeyword where kind(ahead: 1) == .identifier && kind(ahead: 2) == .equal:
      "'auto' with the type of its initializer"
    default: nil
    }
  }

  /// A struct defined inside an expression would be known to no one once the parser is gone.
  private func refuseNewTypes(since count: Int, _ range: CSourceRange) throws(CDiagnostic) {
    guard header.declarations.count > count else { return }
    throw CDiagnostic("define the type in a declaration of its own first", range)
  }

  private func rest() -> CSourceRange {
    source.range(from: current.start, to: source.bytes.count)
  }

  private func isDeclarationStart() -> Bool {
    switch kind {
    case .identifier:
      if isTypedefName(text(of: current)) { return true }
      // Two names in a row are a declaration whose type is unknown.
      return kind(ahead: 1) == .identifier
    case .leftBracket: return kind(ahead: 1) == .leftBracket
    default: return kind.startsDeclaration
    }
  }

  private mutating func declarationStatement() throws(CDiagnostic) -> CStatement {
    let start = current
    let count = header.declarations.count
    stopsAtFunctionBody = true
    // A missing semicolon at the very end is as good as one.
    endsLikeSemicolon = true
    while kind != .end {
      if kind == .externKeyword && kind(ahead: 1) == .string {
        let keyword = advance()
        advance()
        try declaration(from: keyword, storage: .extern)
      } else {
        try declaration(from: current, storage: nil)
      }
      if kind == .leftBrace { return CStatement(.unsupported("a function definition"), rest()) }
      guard kind == .end || isDeclarationStart() else {
        throw unexpected("the end of the statement")
      }
    }
    let declarations = Array(header.declarations[count...])
    return CStatement(.declaration(declarations), range(from: start))
  }
}

extension CSource {
  func checkSize(_ limits: CLimits) throws(CDiagnostic) {
    guard bytes.count > limits.textSize else { return }
    throw CDiagnostic(
      "the text has \(bytes.count) bytes; at most \(limits.textSize) are read",
      range(from: 0, to: 0))
  }
}

extension CLexer {
  func checkLimit(_ source: CSource) throws(CDiagnostic) {
    guard let limit = exceededLimit, let last = tokens.last else { return }
    throw CDiagnostic(
      "more than \(limit) tokens in one text", source.range(from: last.start, to: last.end))
  }
}

extension CParser {
  /// Reads one statement of the console; its semicolon can be left out.
  ///
  /// - Returns: what it is; `CParsedStatement.header` has what it declares.
  /// - Throws: the first thing that is wrong, with its place in the text.
  package static func parseStatement(
    _ text: String, in header: CHeader
  ) throws(CDiagnostic) -> CStatement {
    try parsedStatement(text, in: header).statement
  }

  /// The same, with the names that the statement declares.
  ///
  /// A name that this session has declared before, as something else, is declared anew.
  package static func parsedStatement(
    _ text: String, in header: CHeader
  ) throws(CDiagnostic) -> CParsedStatement {
    var reader = try CStatementReader(text, mergesDeclarations: true)
    guard let item = try reader.next(in: header) else {
      let parser = reader.parser
      return CParsedStatement(
        statement: CStatement(.empty, parser.range(of: parser.current)), header: header)
    }
    guard case .statement(let parsed) = item else {
      throw reader.parser.failure(
        "expected an expression, found a preprocessor line", at: reader.parser.tokens[0])
    }
    if reader.parser.kind != .end {
      throw reader.parser.unexpected(
        parsed.statement.kind.isExpression
          ? "';' or the end of the statement" : "the end of the statement")
    }
    return parsed
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

  init(statement text: String, in header: CHeader) throws(CDiagnostic) {
    let source = CSource(text)
    try source.checkSize(header.limits)
    let lexer = CLexer(source, limits: header.limits)
    try lexer.checkLimit(source)
    self.init(
      source: source, tokens: lexer.tokens, names: lexer.names.names, problems: lexer.problems,
      header: header, file: nil)
    allowsStatements = true
  }

  // MARK: Statements

  /// One statement (C11, section 6.8).
  mutating func statement() throws(CDiagnostic) -> CStatement {
    try enter()
    let result = try unnestedStatement()
    leave()
    return result
  }

  private mutating func unnestedStatement() throws(CDiagnostic) -> CStatement {
    let start = current
    switch kind {
    case .semicolon:
      advance()
      return CStatement(.empty, range(from: start))
    case .leftBrace:
      pushScope()
      return CStatement(.block(try block()), range(from: start))
    case .ifKeyword: return try conditional()
    case .whileKeyword:
      advance()
      let condition = try parenthesizedCondition("while")
      let body = try inLoop { parser throws(CDiagnostic) in try parser.substatement() }
      return CStatement(.whileLoop(condition, body: body), range(from: start))
    case .doKeyword: return try doLoop()
    case .forKeyword: return try forLoop()
    case .switchKeyword: return try choice()
    case .caseKeyword, .defaultKeyword: return try switchLabel()
    case .breakKeyword: return try jump(.breakJump, isAllowed: jumpTargets.canBreak)
    case .continueKeyword: return try jump(.continueJump, isAllowed: jumpTargets.canContinue)
    case .returnKeyword: return try returnStatement()
    case .gotoKeyword: throw failure("'goto' is not supported; write a loop", at: start)
    case .asmKeyword: throw failure("assembler is not supported", at: start)
    case .elseKeyword: throw failure("'else' without 'if'", at: start)
    case .directive:
      throw failure("a preprocessor line inside a statement is not supported", at: start)
    case .identifier where kind(ahead: 1) == .colon:
      throw failure("labels are not supported, as 'goto' is not; write a loop", at: start)
    case .extensionKeyword:
      advance()
      return try unnestedStatement()
    default: break
    }
    if isDeclarationStart() { return try declarationStatement() }
    return try expressionStatement()
  }

  private mutating func expressionStatement() throws(CDiagnostic) -> CStatement {
    let start = current
    let count = header.declarations.count
    operatorCount = 0
    let expression = try expression()
    let isComplete = take(.semicolon)
    let range = isComplete ? self.range(from: start) : expression.range
    // At the top a line can end like a semicolon, as it does on the console.
    guard isComplete || (kind == .end && endsLikeSemicolon) || (!isNested && beginsLine) else {
      throw unexpected(
        isNested ? "';' after the expression" : "';' or the end of the statement")
    }
    try refuseNewTypes(since: count, range)
    return CStatement(.expression(expression), range)
  }

  private mutating func conditional() throws(CDiagnostic) -> CStatement {
    let start = advance()
    let condition = try parenthesizedCondition("if")
    let then = try substatement()
    var otherwise: CStatement?
    if take(.elseKeyword) { otherwise = try substatement() }
    return CStatement(
      .conditional(condition, then: then, otherwise: otherwise), range(from: start))
  }

  private mutating func parenthesizedCondition(_ keyword: String) throws(CDiagnostic) -> CExpression
  {
    try expect(.leftParenthesis, "'(' after '\(keyword)'")
    operatorCount = 0
    let condition = try expression()
    try expect(.rightParenthesis, "')'")
    return condition
  }

  /// What `if`, `else` and a loop govern: a scope of its own (C11, section 6.8.4, paragraph 3).
  private mutating func substatement() throws(CDiagnostic) -> CStatement {
    guard kind != .end else { throw unexpected("a statement") }
    if isDeclarationStart() && kind != .identifier {
      throw failure("a declaration cannot stand here; put it into braces", at: current)
    }
    let outer = isNested
    isNested = true
    let result = try statement()
    isNested = outer
    return result
  }

  private mutating func doLoop() throws(CDiagnostic) -> CStatement {
    let start = advance()
    let body = try inLoop { parser throws(CDiagnostic) in try parser.substatement() }
    try expect(.whileKeyword, "'while' after the body of 'do'")
    let condition = try parenthesizedCondition("while")
    try endOfStatement("';' after 'while (…)'")
    return CStatement(.doLoop(body: body, condition), range(from: start))
  }

  private mutating func forLoop() throws(CDiagnostic) -> CStatement {
    let start = advance()
    try expect(.leftParenthesis, "'(' after 'for'")
    pushScope()
    let outer = isNested
    isNested = true
    var initial: CStatement?
    if !take(.semicolon) {
      initial = isDeclarationStart() ? try declarationStatement() : try expressionStatement()
    }
    var condition: CExpression?
    operatorCount = 0
    if kind != .semicolon { condition = try expression() }
    try expect(.semicolon, "';' after the condition of 'for'")
    var step: CExpression?
    operatorCount = 0
    if kind != .rightParenthesis { step = try expression() }
    try expect(.rightParenthesis, "')' after 'for (…'")
    let body = try inLoop { parser throws(CDiagnostic) in try parser.substatement() }
    isNested = outer
    let loop = CForLoop(
      initial: initial, condition: condition, step: step, body: body, scope: popScope())
    return CStatement(.forLoop(loop), range(from: start))
  }

  private mutating func choice() throws(CDiagnostic) -> CStatement {
    let start = advance()
    let selector = try parenthesizedCondition("switch")
    let outer = jumpTargets
    jumpTargets.canBreak = true
    jumpTargets.isInSwitch = true
    let body = try substatement()
    jumpTargets = outer
    return CStatement(.choice(selector, body: body), range(from: start))
  }

  private mutating func switchLabel() throws(CDiagnostic) -> CStatement {
    let start = advance()
    guard jumpTargets.isInSwitch else {
      throw failure("'\(text(of: start))' outside of a switch", at: start)
    }
    var bounds: (low: Int128, high: Int128)?
    if start.kind == .caseKeyword {
      operatorCount = 0
      let low = try constant(try conditionalExpression()).value
      var high = low
      if take(.ellipsis) { high = try constant(try conditionalExpression()).value }
      bounds = (low, high)
    }
    try expect(.colon, "':' after the label")
    // A label at the end of a block labels nothing (C23, section 6.8.1).
    let labelled =
      kind == .rightBrace ? CStatement(.empty, range(of: current)) : try statement()
    let kind: CStatement.Kind =
      if let bounds { .caseLabel(low: bounds.low, high: bounds.high, labelled) } else {
        .defaultLabel(labelled)
      }
    return CStatement(kind, range(from: start))
  }

  private mutating func jump(
    _ kind: CStatement.Kind, isAllowed: Bool
  ) throws(CDiagnostic) -> CStatement {
    let start = advance()
    guard isAllowed else {
      throw failure("'\(text(of: start))' outside of a loop", at: start)
    }
    try endOfStatement("';' after '\(text(of: start))'")
    return CStatement(kind, range(from: start))
  }

  private mutating func returnStatement() throws(CDiagnostic) -> CStatement {
    let start = advance()
    guard jumpTargets.canReturn else {
      throw failure("'return' outside of a function", at: start)
    }
    var value: CExpression?
    operatorCount = 0
    if kind != .semicolon { value = try expression() }
    try endOfStatement("';' after 'return'")
    return CStatement(.returnJump(value), range(from: start))
  }

  private mutating func endOfStatement(_ what: String) throws(CDiagnostic) {
    if kind == .end && endsLikeSemicolon { return }
    try expect(.semicolon, what)
  }

  private mutating func inLoop<Result>(
    _ body: (inout CParser) throws(CDiagnostic) -> Result
  ) throws(CDiagnostic) -> Result {
    let outer = jumpTargets
    jumpTargets.canBreak = true
    jumpTargets.canContinue = true
    // A label of the switch around a loop cannot stand inside the loop.
    jumpTargets.isInSwitch = false
    let result = try body(&self)
    jumpTargets = outer
    return result
  }

  // MARK: Blocks

  /// Statements up to the closing brace, in the scope that the caller has opened.
  mutating func block() throws(CDiagnostic) -> CBlock {
    let opening = advance()
    let outer = (isNested: isNested, endsLikeSemicolon: endsLikeSemicolon)
    isNested = true
    endsLikeSemicolon = false
    var statements: [CStatement] = []
    while kind != .rightBrace {
      guard kind != .end else {
        throw unexpected("'}' for the '{' of line \(range(of: opening).start.line)")
      }
      statements.append(try statement())
    }
    advance()
    (isNested, endsLikeSemicolon) = outer
    return CBlock(statements: statements, scope: popScope())
  }

  mutating func pushScope() {
    header = CHeader(over: header.moved())
  }

  mutating func popScope() -> CScope {
    let scope = CScope(header)
    header = scope.header.outer ?? scope.header
    return scope
  }

  /// A struct defined inside an expression would be known to no one once the parser is gone.
  private func refuseNewTypes(since count: Int, _ range: CSourceRange) throws(CDiagnostic) {
    guard header.declarations.count > count else { return }
    throw CDiagnostic("define the type in a declaration of its own first", range)
  }

  func rest() -> CSourceRange {
    source.range(from: current.start, to: source.bytes.count)
  }

  func isDeclarationStart() -> Bool {
    switch kind {
    case .identifier:
      if isTypedefName(current) { return true }
      // Two names in a row are a declaration whose type is unknown.
      return kind(ahead: 1) == .identifier
    case .leftBracket: return kind(ahead: 1) == .leftBracket
    default: return kind.startsDeclaration
    }
  }

  /// One declaration, or the definition of a function; at the top of a console line all
  /// declarations that follow each other.
  private mutating func declarationStatement() throws(CDiagnostic) -> CStatement {
    let start = current
    let startPosition = position
    let count = header.declarations.count
    stopsAtFunctionBody = true
    // Constants of preprocessor lines count as declared before.
    repeat {
      let before = self
      if kind == .externKeyword && kind(ahead: 1) == .string {
        let keyword = advance()
        advance()
        try declaration(from: keyword, storage: .extern)
      } else {
        try declaration(from: current, storage: nil)
      }
      if kind == .leftBrace {
        guard !isNested else {
          throw failure("a function cannot be defined inside another statement", at: current)
        }
        // A function is a statement of its own, behind the declarations that stand before it.
        if before.position > startPosition {
          self = before
          break
        }
        return try functionDefinition(from: start)
      }
    } while mergesDeclarations && !isNested && kind != .end && isDeclarationStart()
    let declarations = Array(header.declarations[count...])
    if isNested { try refuseShadowing(declarations) }
    return CStatement(.declaration(declarations), range(from: start))
  }

  /// A type inside a block that hides another would change what names before it mean.
  private func refuseShadowing(_ declarations: [CDeclaration]) throws(CDiagnostic) {
    guard let outer = header.outer else { return }
    for declaration in declarations {
      let isKnown =
        switch declaration.kind {
        case .record, .enumeration:
          declaration.isDefinition && outer.kind(ofTag: declaration.name) != nil
        case .typedef, .constant, .macro: outer.declaration(named: declaration.name) != nil
        case .function, .object: false
        }
      guard isKnown else { continue }
      throw CDiagnostic(
        "'\(declaration.name)' is known outside of this block; give the type another name",
        declaration.nameRange)
    }
  }

  /// The body behind a function's declarator, which is the last declaration of the header.
  private mutating func functionDefinition(from start: CToken) throws(CDiagnostic) -> CStatement {
    let index = header.declarations.count - 1
    guard index >= 0, case .function(var type) = header.declarations[index].kind else {
      throw unexpected("';' after the declaration")
    }
    // `int f() { … }` has no parameters (C23, section 6.7.7.4).
    type.hasUnknownParameters = false
    header.update(index) { $0.kind = .function(type) }
    let declaration = header.declarations[index]
    pushScope()
    for parameter in type.parameters {
      guard let name = parameter.name else { continue }
      header.add(
        CDeclaration(
          name: name, kind: .object(header.adjustedParameter(parameter.type), initializer: nil),
          range: declaration.nameRange, nameRange: declaration.nameRange, file: file))
    }
    let outer = jumpTargets
    jumpTargets = CJumpTargets(canReturn: true)
    let body = try block()
    jumpTargets = outer
    return CStatement(
      .function(
        CFunctionDefinition(
          name: declaration.name, type: type, body: body, nameRange: declaration.nameRange)),
      range(from: start))
  }
}

/// Where the jump statements that can stand here would go.
struct CJumpTargets {
  var canBreak = false
  var canContinue = false
  var canReturn = false
  /// Directly in a switch, where its labels can stand.
  var isInSwitch = false
}

extension CStatement.Kind {
  fileprivate var isExpression: Bool {
    if case .expression = self { return true }
    return false
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

extension CParser {
  /// A full expression, commas included (C11, section 6.5.17).
  mutating func expression() throws(CDiagnostic) -> CExpression {
    var left = try assignmentExpression()
    while kind == .comma {
      try countOperator()
      advance()
      let right = try assignmentExpression()
      left = joined(.comma(left, right), left, right)
    }
    return left
  }

  /// C11, section 6.5.16; assignments associate to the right.
  mutating func assignmentExpression() throws(CDiagnostic) -> CExpression {
    try enter()
    let left = try conditionalExpression()
    var result = left
    if let operation = kind.assignment {
      try countOperator()
      advance()
      let right = try assignmentExpression()
      result = joined(.assignment(operation.operation, left, right), left, right)
    }
    leave()
    return result
  }

  /// C11, section 6.5.15.
  mutating func conditionalExpression() throws(CDiagnostic) -> CExpression {
    let condition = try binaryExpression(minimum: 1)
    guard kind == .question else { return condition }
    try enter()
    try countOperator()
    advance()
    let then = kind == .colon ? nil : try expression()
    try expect(.colon, "':' of the conditional operator")
    let otherwise = try conditionalExpression()
    leave()
    return joined(.conditional(condition, then, otherwise), condition, otherwise)
  }

  /// Operators of at least some precedence, by precedence climbing (C11, sections 6.5.5 to 6.5.14).
  private mutating func binaryExpression(minimum: Int) throws(CDiagnostic) -> CExpression {
    var left = try castExpression()
    while let (operation, precedence) = kind.binaryOperator, precedence >= minimum {
      try countOperator()
      advance()
      let right = try binaryExpression(minimum: precedence + 1)
      left = joined(.binary(operation, left, right), left, right)
    }
    return left
  }

  private func joined(
    _ kind: CExpression.Kind, _ first: CExpression, _ last: CExpression
  ) -> CExpression {
    CExpression(kind, CSourceRange(start: first.range.start, end: last.range.end))
  }

  // MARK: Casts and unary operators

  /// C11, section 6.5.4.
  mutating func castExpression() throws(CDiagnostic) -> CExpression {
    guard kind == .leftParenthesis && !isDirective else { return try unaryExpression() }
    if isTypeStart(ahead: 1) { return try castOrCompoundLiteral() }
    if let token = unknownCastType() { throw unknownType(token) }
    return try unaryExpression()
  }

  private mutating func castOrCompoundLiteral() throws(CDiagnostic) -> CExpression {
    try enter()
    let start = current
    let type = try parenthesizedType()
    if kind == .leftBrace {
      let literal = try compoundLiteral(type, from: start)
      leave()
      return try postfix(of: literal)
    }
    try countOperator()
    let operand = try castExpression()
    leave()
    return CExpression(.cast(type, operand), range(from: start))
  }

  private mutating func compoundLiteral(
    _ type: CQualifiedType, from start: CToken
  ) throws(CDiagnostic) -> CExpression {
    let initializer = try initializer()
    return CExpression(
      .compoundLiteral(completed(type, by: initializer), initializer), range(from: start))
  }

  /// `(name)x` and `(name *)` can only be casts: if the name is no type, it should be one.
  private func unknownCastType() -> CToken? {
    guard kind(ahead: 1) == .identifier else { return nil }
    let token = tokens[position + 1]
    if header.declaration(named: text(of: token)) != nil { return nil }
    var distance = 2
    while kind(ahead: distance) == .star && distance < header.limits.operatorCount { distance += 1 }
    guard kind(ahead: distance) == .rightParenthesis else { return nil }
    if distance > 2 { return token }
    switch kind(ahead: distance + 1) {
    case .identifier, .number, .string, .character, .tilde, .exclamation, .leftBrace,
      .sizeofKeyword:
      return token
    default: return nil
    }
  }

  /// C11, section 6.5.3.
  private mutating func unaryExpression() throws(CDiagnostic) -> CExpression {
    let start = current
    switch kind {
    case .sizeofKeyword, .alignofKeyword: return try sizeExpression()
    case .extensionKeyword:
      advance()
      return try castExpression()
    case .ampersandAmpersand:
      throw failure("the address of a label is not supported", at: start)
    default: break
    }
    guard let operation = kind.unaryOperator else {
      return try postfix(of: primaryExpression())
    }
    try enter()
    try countOperator()
    advance()
    let isStep = operation == .preIncrement || operation == .preDecrement
    let operand = isStep ? try unaryExpression() : try castExpression()
    leave()
    return CExpression(.unary(operation, operand), range(from: start))
  }

  /// `_Alignof(type)`, or, as a number where that differs, GNU C's `__alignof__`: what the compiler
  /// aligns such an object to when it stands alone, which on i386 is more than in a struct.
  private func alignment(
    of type: CQualifiedType, from start: CToken, ofObject: Bool = false
  ) -> CExpression {
    let range = range(from: start)
    guard ofObject || text(of: start).hasPrefix("__"), header.target.longLongAlignment < 8,
      header.isPlainEightBytes(type)
    else { return CExpression(.alignofType(type), range) }
    return CExpression(.integer(8, header.sizeKind), range)
  }

  /// `sizeof` and `_Alignof`.
  private mutating func sizeExpression() throws(CDiagnostic) -> CExpression {
    try enter()
    try countOperator()
    let start = advance()
    let isSize = start.kind == .sizeofKeyword
    var result: CExpression
    if kind == .leftParenthesis && isTypeStart(ahead: 1) {
      let open = current
      let type = try parenthesizedType()
      if kind == .leftBrace && isSize {
        let literal = try postfix(of: compoundLiteral(type, from: open))
        result = CExpression(.sizeofExpression(literal), range(from: start))
      } else {
        result =
          isSize
          ? CExpression(.sizeofType(type), range(from: start)) : alignment(of: type, from: start)
      }
    } else {
      if kind == .leftParenthesis, let token = unknownCastType() { throw unknownType(token) }
      let operand = try unaryExpression()
      guard isSize else {
        let type = try header.type(of: operand)
        var isMember = false
        if case .member = operand.kind { isMember = true }
        result =
          isMember
          ? CExpression(.alignofType(type), range(from: start))
          : alignment(of: type, from: start, ofObject: true)
        leave()
        return result
      }
      result = CExpression(.sizeofExpression(operand), range(from: start))
    }
    leave()
    return result
  }

  // MARK: Postfix operators

  /// C11, section 6.5.2.
  private mutating func postfix(of operand: CExpression) throws(CDiagnostic) -> CExpression {
    var result = operand
    while true {
      let kind: CExpression.Kind
      switch self.kind {
      case .leftBracket:
        try countOperator()
        advance()
        let index = try expression()
        try expect(.rightBracket, "']'")
        kind = .subscript(result, index)
      case .leftParenthesis:
        try countOperator()
        advance()
        kind = .call(result, try arguments())
      case .period, .arrow:
        try countOperator()
        let isArrow = advance().kind == .arrow
        guard self.kind == .identifier else { throw unexpected("the name of a member") }
        kind = .member(result, text(of: advance()), throughPointer: isArrow)
      case .plusPlus:
        try countOperator()
        advance()
        kind = .unary(.postIncrement, result)
      case .minusMinus:
        try countOperator()
        advance()
        kind = .unary(.postDecrement, result)
      default: return result
      }
      result = CExpression(kind, range(from: operand.range.start))
    }
  }

  private mutating func arguments() throws(CDiagnostic) -> [CExpression] {
    var arguments: [CExpression] = []
    if take(.rightParenthesis) { return arguments }
    while true {
      // Each argument is an expression of its own: their number adds no height to the tree.
      let outerCount = operatorCount
      arguments.append(try assignmentExpression())
      operatorCount = outerCount
      if take(.rightParenthesis) { return arguments }
      try expect(.comma, "',' or ')' after an argument")
    }
  }

  // MARK: Primary expressions

  /// C11, section 6.5.1.
  private mutating func primaryExpression() throws(CDiagnostic) -> CExpression {
    let start = current
    switch kind {
    case .number:
      let literal = try CNumber(text(of: start), target: header.target, at: range(of: start))
      advance()
      return CExpression(literal.kind, range(of: start))
    case .character:
      if let name = CxxName.quoted(text(of: start).utf8.dropFirst().dropLast()) {
        advance()
        return CExpression(.identifier(name), range(of: start))
      }
      let (value, prefix) = try characterLiteral()
      return CExpression(.character(value, prefix), range(of: start))
    case .string: return try joinedStrings()
    case .identifier where macroText() != nil: return try joinedStrings()
    case .identifier: return try identifierExpression()
    case .leftParenthesis: return try parenthesized()
    case .offsetofKeyword:
      advance()
      return try offsetof(from: start)
    case .genericKeyword: return try genericSelection()
    default:
      if isDirective && CTokenKind.keywords[text(of: start)] != nil {
        advance()
        return CExpression(.identifier(text(of: start)), range(of: start))
      }
      if isTypeStart() { throw failure("expected an expression, found a type", at: start) }
      throw unexpected("an expression")
    }
  }

  /// The text that the next token stands for, when it is a macro that is a string literal.
  private func macroText() -> ([UInt32], CStringPrefix)? {
    guard kind == .identifier, !isDirective,
      case .string(let units, let prefix)? = header.macroExpression(named: text(of: current))?.kind
    else { return nil }
    return (units, prefix)
  }

  /// String literals that stand side by side, macros among them: `"%" PRIu64 "\n"`.
  private mutating func joinedStrings() throws(CDiagnostic) -> CExpression {
    let start = current
    var units: [UInt32] = []
    var prefix = CStringPrefix.none
    while true {
      let part: ([UInt32], CStringPrefix)
      let token = current
      if kind == .string {
        part = try stringLiteral()
      } else if let text = macroText() {
        advance()
        part = text
      } else {
        return CExpression(.string(units, prefix), range(from: start))
      }
      guard units.isEmpty || prefix == part.1 || (part.1 == .none && part.0.isEmpty) else {
        throw failure("string literals with different prefixes cannot be joined", at: token)
      }
      if units.isEmpty { prefix = part.1 }
      units += part.0
      guard units.count <= header.limits.macroTextCount else {
        throw failure(
          "a string literal of more than \(header.limits.macroTextCount) characters", at: token)
      }
    }
  }

  private mutating func parenthesized() throws(CDiagnostic) -> CExpression {
    try enter()
    advance()
    if kind == .leftBrace { return try statementExpression() }
    var inner = try expression()
    try expect(.rightParenthesis, "')'")
    leave()
    // The parentheses belong to the expression's place, so that an operand is shown whole.
    let end = tokens[position - 1]
    inner.range.end = source.location(at: end.end)
    return inner
  }

  /// `({ … })` behind its parenthesis.
  private mutating func statementExpression() throws(CDiagnostic) -> CExpression {
    guard allowsStatements else {
      throw failure("a statement inside an expression is not supported", at: current)
    }
    let opening = tokens[position - 1]
    let outer = (count: operatorCount, jumpTargets: jumpTargets)
    jumpTargets.canBreak = false
    jumpTargets.canContinue = false
    jumpTargets.isInSwitch = false
    pushScope()
    let block = try block()
    (operatorCount, jumpTargets) = outer
    try expect(.rightParenthesis, "')' after '}'")
    leave()
    return CExpression(.statements(block), range(from: opening))
  }

  /// `_Generic (selector, type: value, default: value)`, as the value that is chosen (C11,
  /// section 6.5.1.1).
  private mutating func genericSelection() throws(CDiagnostic) -> CExpression {
    try enter()
    let start = advance()
    try expect(.leftParenthesis, "'(' after _Generic")
    let selector = try assignmentExpression()
    let type = CQualifiedType(
      header.canonical(header.adjustedParameter(try header.type(of: selector))).type)
    var chosen: CExpression?
    var fallback: CExpression?
    while take(.comma) {
      if take(.defaultKeyword) {
        try expect(.colon, "':' after 'default'")
        fallback = try assignmentExpression()
        continue
      }
      let candidate = header.canonical(try typeName())
      try expect(.colon, "':' after the type")
      let value = try assignmentExpression()
      if candidate == type { chosen = value }
    }
    try expect(.rightParenthesis, "')'")
    leave()
    guard var result = chosen ?? fallback else {
      throw CDiagnostic(
        "no type of the selection is '\(CPrinter(header: header).text(of: type))'",
        range(from: start))
    }
    result.range = range(from: start)
    return result
  }

  private mutating func identifierExpression() throws(CDiagnostic) -> CExpression {
    let token = advance()
    var name = text(of: token)
    // `library::function` and names of C++, which C has no other meaning for.
    if !isDirective, kind == .doubleColon || kind == .less,
      let end = CxxName.end(of: source.bytes, from: token.start)
    {
      name = String(decoding: source.bytes[token.start..<end], as: UTF8.self)
      while kind != .end, current.start < end { _ = advance() }
      return CExpression(.identifier(name), range(from: token))
    }
    if isDirective && name == "defined" { return try definedOperator(from: token) }
    if name == "offsetof" && kind == .leftParenthesis && header.declaration(named: name) == nil {
      return try offsetof(from: token)
    }
    if !isDirective && isTypedefName(token) {
      throw failure("expected an expression, found the type '\(name)'", at: token)
    }
    return CExpression(.identifier(name), range(of: token))
  }

  /// `defined NAME` or `defined(NAME)`, as 1 or 0.
  private mutating func definedOperator(from start: CToken) throws(CDiagnostic) -> CExpression {
    let hasParenthesis = take(.leftParenthesis)
    let name = text(of: current)
    guard kind == .identifier || CTokenKind.keywords[name] != nil else {
      throw unexpected("a name after 'defined'")
    }
    advance()
    if hasParenthesis { try expect(.rightParenthesis, "')'") }
    let value: UInt128 = header.macro(named: name) == nil ? 0 : 1
    return CExpression(.integer(value, .int), range(from: start))
  }

  /// `offsetof(type, member.member[index])`, as the number that it is (C11, section 7.19).
  private mutating func offsetof(from start: CToken) throws(CDiagnostic) -> CExpression {
    try expect(.leftParenthesis, "'(' after offsetof")
    var type = try typeName()
    try expect(.comma, "',' after the type")
    var offset = 0
    repeat {
      guard kind == .identifier else { throw unexpected("the name of a member") }
      let token = advance()
      guard let place = header.member(text(of: token), of: type.type) else {
        throw failure(
          "'\(CPrinter(header: header).text(of: type))' has no member '\(text(of: token))'",
          at: token)
      }
      guard place.bitWidth == nil else {
        throw failure("a bit-field has no offset in bytes", at: token)
      }
      offset &+= place.bitOffset / 8
      type = place.type
      while kind == .leftBracket {
        advance()
        let index = try expression()
        try expect(.rightBracket, "']'")
        guard case .array(let element, _) = header.resolved(type).type else {
          throw CDiagnostic("this is no array", index.range)
        }
        let size = try layout(of: element.type, at: index.range).size
        offset &+= Int(clamping: try constant(index).value) &* size
        type = element
      }
    } while take(.period)
    try expect(.rightParenthesis, "')'")
    return CExpression(
      .integer(UInt128(UInt64(bitPattern: Int64(offset))), .unsignedLong), range(from: start))
  }

  /// The value of a constant expression (C11, section 6.6).
  func constant(_ expression: CExpression) throws(CDiagnostic) -> CConstant {
    try CConstantEvaluator(header: header, isDirective: isDirective).value(of: expression)
  }
}

extension CTokenKind {
  /// An operator of two operands and how strongly it binds.
  fileprivate var binaryOperator: (CBinaryOperator, Int)? {
    switch self {
    case .pipePipe: (.logicalOr, 1)
    case .ampersandAmpersand: (.logicalAnd, 2)
    case .pipe: (.bitwiseOr, 3)
    case .caret: (.bitwiseXor, 4)
    case .ampersand: (.bitwiseAnd, 5)
    case .equalEqual: (.equal, 6)
    case .notEqual: (.notEqual, 6)
    case .less: (.less, 7)
    case .greater: (.greater, 7)
    case .lessEqual: (.lessOrEqual, 7)
    case .greaterEqual: (.greaterOrEqual, 7)
    case .shiftLeft: (.shiftLeft, 8)
    case .shiftRight: (.shiftRight, 8)
    case .plus: (.add, 9)
    case .minus: (.subtract, 9)
    case .star: (.multiply, 10)
    case .slash: (.divide, 10)
    case .percent: (.remainder, 10)
    default: nil
    }
  }

  /// `=`, or an operator with it.
  fileprivate var assignment: CAssignmentOperator? {
    switch self {
    case .equal: CAssignmentOperator(operation: nil)
    case .plusEqual: CAssignmentOperator(operation: .add)
    case .minusEqual: CAssignmentOperator(operation: .subtract)
    case .starEqual: CAssignmentOperator(operation: .multiply)
    case .slashEqual: CAssignmentOperator(operation: .divide)
    case .percentEqual: CAssignmentOperator(operation: .remainder)
    case .ampersandEqual: CAssignmentOperator(operation: .bitwiseAnd)
    case .pipeEqual: CAssignmentOperator(operation: .bitwiseOr)
    case .caretEqual: CAssignmentOperator(operation: .bitwiseXor)
    case .shiftLeftEqual: CAssignmentOperator(operation: .shiftLeft)
    case .shiftRightEqual: CAssignmentOperator(operation: .shiftRight)
    default: nil
    }
  }

  fileprivate var unaryOperator: CUnaryOperator? {
    switch self {
    case .plus: .plus
    case .minus: .minus
    case .tilde: .bitwiseNot
    case .exclamation: .logicalNot
    case .ampersand: .address
    case .star: .dereference
    case .plusPlus: .preIncrement
    case .minusMinus: .preDecrement
    default: nil
    }
  }
}

/// `=`, or `+=` and kin with the operator that stands before the equals sign.
private struct CAssignmentOperator {
  var operation: CBinaryOperator?
}

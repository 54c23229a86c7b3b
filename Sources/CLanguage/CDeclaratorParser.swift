/// One declarator: the name and what stands around it.
struct CDeclarator {
  var name: String?
  /// The name's token; of an abstract declarator the one where a name could stand.
  var nameToken: CToken
  /// From the name outward: `*(*p[3])(int)` is an array, pointer, function, pointer.
  var modifiers: [CTypeModifier] = []
  var attributes = CAttributeList()
  var assemblerName: String?
}

/// One step from a name to its type.
enum CTypeModifier {
  case pointer(CQualifiers)
  /// A bound that is known only when the function is called makes it variable. Qualifiers stand in
  /// the brackets of a parameter, and are those of the pointer it becomes.
  case array(count: Int?, CQualifiers, isVariable: Bool = false)
  case function([CParameter], isVariadic: Bool, hasUnknownParameters: Bool)
}

/// Which forms of a declarator are allowed.
enum CDeclaratorForm {
  case named
  case abstract
  /// A parameter: either form.
  case parameter
  /// A member: named, unless it is a bit-field.
  case member
}

extension CParser {
  /// A declarator and the `__asm__` and attributes behind it (C11, sections 6.7.6 and 6.7.7).
  mutating func declarator(_ form: CDeclaratorForm) throws(CDiagnostic) -> CDeclarator {
    let outerCount = operatorCount
    operatorCount = 0
    var result = CDeclarator(nameToken: current)
    try declarator(form, into: &result)
    operatorCount = outerCount
    while true {
      if kind == .asmKeyword {
        result.assemblerName = try assemblerLabel()
      } else if try !attributes(into: &result.attributes) {
        return result
      }
    }
  }

  private mutating func declarator(
    _ form: CDeclaratorForm, into result: inout CDeclarator
  ) throws(CDiagnostic) {
    try enter()
    var pointers: [CQualifiers] = []
    while kind == .star {
      advance()
      try countOperator()
      var qualifiers: CQualifiers = []
      while true {
        if let qualifier = qualifier() {
          qualifiers.insert(qualifier)
        } else if try !attributes(into: &result.attributes) {
          break
        }
      }
      pointers.append(qualifiers)
    }
    try directDeclarator(form, into: &result)
    for qualifiers in pointers.reversed() { result.modifiers.append(.pointer(qualifiers)) }
    leave()
  }

  private mutating func directDeclarator(
    _ form: CDeclaratorForm, into result: inout CDeclarator
  ) throws(CDiagnostic) {
    if kind == .identifier && form != .abstract {
      result.nameToken = advance()
      result.name = text(of: result.nameToken)
    } else if kind == .leftParenthesis && !opensParameters(form) {
      advance()
      try attributes(into: &result.attributes)
      try declarator(form, into: &result)
      try expect(.rightParenthesis, "')'")
    } else {
      result.nameToken = current
      if form == .named || (form == .member && kind != .colon) { throw unexpected("a name") }
    }
    try attributes(into: &result.attributes)
    while true {
      switch kind {
      case .leftBracket where kind(ahead: 1) != .leftBracket:
        try countOperator()
        result.modifiers.append(try arraySuffix(isParameter: form == .parameter))
      case .leftParenthesis:
        try countOperator()
        result.modifiers.append(try parameterList())
      default: return
      }
      try standardAttributes(into: &result.attributes)
    }
  }

  /// Whether a parenthesis opens parameters rather than a declarator in parentheses: it does when
  /// no name can come and a type, or nothing, does.
  private func opensParameters(_ form: CDeclaratorForm) -> Bool {
    guard form == .abstract || form == .parameter else { return false }
    switch kind(ahead: 1) {
    case .rightParenthesis, .ellipsis: return true
    case .leftBracket: return kind(ahead: 2) == .leftBracket
    case .attributeKeyword: return false
    case .registerKeyword: return true
    default: return isTypeStart(ahead: 1)
    }
  }

  private mutating func arraySuffix(isParameter: Bool) throws(CDiagnostic) -> CTypeModifier {
    advance()
    var qualifiers: CQualifiers = []
    while true {
      if let qualifier = qualifier() {
        qualifiers.insert(qualifier)
      } else if !take(.staticKeyword) {
        break
      }
    }
    if take(.rightBracket) { return .array(count: nil, qualifiers) }
    if isParameter && kind == .star && kind(ahead: 1) == .rightBracket {
      advance()
      advance()
      return .array(count: nil, qualifiers, isVariable: true)
    }
    let first = position
    let expression = try assignmentExpression()
    try expect(.rightBracket, "']'")
    do throws(CDiagnostic) {
      let value = try constant(expression).value
      guard value >= 0 else {
        throw CDiagnostic("an array cannot have \(value) elements", expression.range)
      }
      guard value <= Int128(CRecordLayout.largestSize) else {
        throw CDiagnostic("an array of \(value) elements is too large", expression.range)
      }
      return .array(count: Int(value), qualifiers)
    } catch {
      // The bound of a parameter may say another parameter; it is a pointer all the same.
      guard isParameter && (error.isNotConstant || mentionsParameter(first..<position)) else {
        throw error
      }
      return .array(count: nil, qualifiers, isVariable: true)
    }
  }

  private func mentionsParameter(_ range: Range<Int>) -> Bool {
    tokens[range].contains { token in
      token.kind == .identifier && parameterScopes.contains { $0.contains(token.name) }
    }
  }

  // MARK: Parameters

  private mutating func parameterList() throws(CDiagnostic) -> CTypeModifier {
    advance()
    try enter()
    parameterScopes.append(CNameScope())
    let result = try parameters()
    parameterScopes.removeLast()
    leave()
    return result
  }

  private mutating func parameters() throws(CDiagnostic) -> CTypeModifier {
    hasIdentifierList = false
    if take(.rightParenthesis) {
      return .function([], isVariadic: false, hasUnknownParameters: true)
    }
    if isIdentifierList() {
      while !take(.rightParenthesis) { advance() }
      hasIdentifierList = true
      return .function([], isVariadic: false, hasUnknownParameters: true)
    }
    if kind == .voidKeyword && kind(ahead: 1) == .rightParenthesis {
      advance()
      advance()
      return .function([], isVariadic: false, hasUnknownParameters: false)
    }
    var parameters: [CParameter] = []
    while true {
      if kind == .ellipsis {
        advance()
        try expect(.rightParenthesis, "')' after '...'")
        return .function(parameters, isVariadic: true, hasUnknownParameters: false)
      }
      if let plain = plainParameter() {
        parameters.append(plain)
      } else {
        parameters.append(try parameter())
      }
      if take(.rightParenthesis) {
        return .function(parameters, isVariadic: false, hasUnknownParameters: false)
      }
      try expect(.comma, "',' or ')' after a parameter")
    }
  }

  /// Whether names without types stand here, up to the parenthesis: `a, b)`, with a type or a
  /// body behind it, as only a function in the style of before C89 has them.
  private func isIdentifierList() -> Bool {
    var distance = 0
    while kind(ahead: distance) == .identifier && !isTypeStart(ahead: distance) {
      switch kind(ahead: distance + 1) {
      case .comma: distance += 2
      case .rightParenthesis:
        return isOldParameter(ahead: distance + 2) || kind(ahead: distance + 2) == .leftBrace
      default: return false
      }
    }
    return false
  }

  /// Whether a parameter's declaration in the style of before C89 begins there.
  func isOldParameter(ahead distance: Int = 0) -> Bool {
    isTypeStart(ahead: distance) || kind(ahead: distance) == .registerKeyword
  }

  private mutating func parameter() throws(CDiagnostic) -> CParameter {
    let start = current
    let specifiers = try declarationSpecifiers("a parameter type")
    guard specifiers.storage == nil || specifiers.storage == .register, !specifiers.isTypedef
    else { throw CDiagnostic("a parameter cannot have this storage class", range(from: start)) }
    let outerCount = operatorCount
    operatorCount = 0
    let declarator = try declarator(.parameter)
    operatorCount = outerCount
    var attributes = specifiers.attributes
    attributes.merge(declarator.attributes)
    let type = try self.type(type(of: declarator, base: specifiers.type), as: attributes)
    if header.resolved(type).type == .void {
      throw CDiagnostic(
        "a parameter cannot be 'void'; a list without parameters is '(void)'", range(from: start))
    }
    if let name = declarator.name {
      let isNew = parameterScopes[parameterScopes.count - 1].insert(declarator.nameToken.name)
      guard isNew else {
        throw failure("two parameters are named '\(name)'", at: declarator.nameToken)
      }
    }
    // For gcc it is part of the type of the function that the parameter points to.
    let noreturn = CAttribute(scope: "gnu", name: "noreturn", arguments: nil)
    if attributes.isNoreturn && !attributes.standard.contains(noreturn) {
      attributes.standard.append(noreturn)
    }
    return CParameter(name: declarator.name, type: type, attributes: attributes.standard)
  }

  // MARK: Types

  /// The type that a declarator gives to its name.
  func type(
    of declarator: CDeclarator, base: CQualifiedType
  ) throws(CDiagnostic) -> CQualifiedType {
    var type = base
    var isVariable = false
    for (index, modifier) in declarator.modifiers.enumerated().reversed() {
      switch modifier {
      case .pointer(let qualifiers):
        type = CQualifiedType(.pointer(type), qualifiers)
        isVariable = false
      case .array(let count, let qualifiers, let variable):
        // A parameter `int a[n][m]` is a pointer to rows of a length that is known to the caller.
        if isVariable {
          guard index == 0 else {
            throw failure(
              "only an array of two bounds can have a variable one inside", at: place(declarator))
          }
          type = CQualifiedType(.pointer(type), qualifiers)
          isVariable = false
          continue
        }
        try checkElement(type, of: declarator)
        isVariable = variable
        type =
          qualifiers.isEmpty
          ? CQualifiedType(.array(type, count: count))
          : CQualifiedType(.pointer(type), qualifiers)
      case .function(let parameters, let isVariadic, let hasUnknownParameters):
        try checkResult(type, of: declarator)
        isVariable = false
        type = CQualifiedType(
          .function(
            CFunctionType(
              result: type, parameters: parameters, isVariadic: isVariadic,
              hasUnknownParameters: hasUnknownParameters)))
      }
    }
    let limit = header.limits.typeNodeCount
    guard
      header.isSurelySmall(type.type, limit: limit)
        || header.nodeCount(of: type.type, limit: limit + 1) <= limit
    else {
      throw failure("a type made of more than \(limit) types", at: declarator.nameToken)
    }
    return type
  }

  private func checkElement(
    _ type: CQualifiedType, of declarator: CDeclarator
  ) throws(CDiagnostic) {
    switch header.resolved(type).type {
    case .void: throw failure("an array cannot have elements of type 'void'", at: place(declarator))
    case .function: throw failure("an array cannot have functions in it", at: place(declarator))
    case .array(_, nil):
      throw failure("only the first bound of an array can be left out", at: place(declarator))
    case .array, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .record,
      .enumeration,
      .typedef:
      return
    }
  }

  private func checkResult(
    _ type: CQualifiedType, of declarator: CDeclarator
  ) throws(CDiagnostic) {
    switch header.resolved(type).type {
    case .array: throw failure("a function cannot return an array", at: place(declarator))
    case .function: throw failure("a function cannot return a function", at: place(declarator))
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .record,
      .enumeration,
      .typedef:
      return
    }
  }

  /// The name, or the token before which it could stand.
  private func place(_ declarator: CDeclarator) -> CToken { declarator.nameToken }

  /// `__asm__("name")`.
  private mutating func assemblerLabel() throws(CDiagnostic) -> String {
    advance()
    try expect(.leftParenthesis, "'(' after asm")
    guard kind == .string else { throw unexpected("a string literal") }
    let (units, _) = try stringLiteral()
    try expect(.rightParenthesis, "')'")
    return String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
  }
}

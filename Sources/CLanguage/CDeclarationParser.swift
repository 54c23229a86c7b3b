extension CParser {
  /// Reads declarations to the end; a damaged one is left out and the next is tried.
  mutating func declarations() -> [CDiagnostic] {
    var diagnostics: [CDiagnostic] = []
    var linkageDepth = 0
    while kind != .end {
      if passIncludedPrototype() { continue }
      let start = position
      let count = header.declarations.count
      header.beginDeclaration()
      do throws(CDiagnostic) {
        try externalDeclaration(linkageDepth: &linkageDepth)
      } catch {
        diagnostics.append(error)
        header.undo(toCount: count)
        plainTypes = plainTypes.map { _ in CTypePool() }
        resetForRecovery()
        let resume = resumePosition
        resumePosition = nil
        if diagnostics.count >= header.limits.diagnosticCount {
          diagnostics.append(failure("too many errors; the rest is not read", at: current))
          return diagnostics
        }
        if let resume, resume > start {
          position = resume
          continue
        }
        recover(from: start)
      }
    }
    if linkageDepth > 0 {
      diagnostics.append(unexpected("'}' at the end of extern \"C\""))
    }
    return diagnostics
  }

  private mutating func externalDeclaration(linkageDepth: inout Int) throws(CDiagnostic) {
    if take(.semicolon) { return }
    if kind == .asmKeyword {
      try fileScopeAssembler()
      return
    }
    if kind == .rightBrace && linkageDepth > 0 {
      advance()
      linkageDepth -= 1
      return
    }
    if kind == .externKeyword && kind(ahead: 1) == .string {
      if kind(ahead: 2) == .leftBrace {
        try checkLinkage(tokens[position + 1])
        linkageDepth += 1
        for _ in 0..<3 { advance() }
        return
      }
      try checkLinkage(tokens[position + 1])
      let start = advance()
      advance()
      try declaration(from: start, storage: .extern)
      return
    }
    try declaration(from: current, storage: nil)
  }

  /// `__asm__("…");` between declarations (gcc manual, section 6.47.1): it declares nothing.
  private mutating func fileScopeAssembler() throws(CDiagnostic) {
    advance()
    while kind == .volatileKeyword || kind == .inlineKeyword { advance() }
    try expect(.leftParenthesis, "'(' after asm")
    guard kind == .string else { throw unexpected("a string literal") }
    while take(.string) {}
    try expect(.rightParenthesis, "')'")
    try expect(.semicolon, "';' after asm")
  }

  private func checkLinkage(_ token: CToken) throws(CDiagnostic) {
    guard text(of: token) == "\"C\"" else {
      throw failure("only extern \"C\" is supported, not \(text(of: token))", at: token)
    }
  }

  /// One declaration up to and with its semicolon; its names go into the header.
  mutating func declaration(
    from start: CToken, storage: CStorageClass?
  ) throws(CDiagnostic) {
    let first = header.declarations.count
    if kind == .staticAssertKeyword {
      try staticAssertion()
      return
    }
    var specifiers = try declarationSpecifiers("a declaration")
    specifiers.storage = specifiers.storage ?? storage
    if kind == .semicolon || (kind == .end && endsLikeSemicolon) {
      try emptyDeclaration(specifiers, from: start)
    } else {
      var isFunction = try initDeclarator(specifiers, from: start)
      if isFunction && hasIdentifierList && isOldParameter() { try oldParameterDeclarations() }
      while take(.comma) {
        _ = try initDeclarator(specifiers, from: start)
        isFunction = false
      }
      if isFunction && kind == .leftBrace {
        try functionBody(from: start)
      } else if !(kind == .end && endsLikeSemicolon) {
        // A semicolon forgotten at the end of a line costs that line only.
        if kind != .semicolon && beginsLine { resumePosition = position }
        try expect(.semicolon, "';' after the declaration")
      }
    }
    let whole = range(from: start)
    for index in first..<header.declarations.count {
      header.update(index) { declaration in
        // Enumerators keep their own place inside the declaration.
        if case .constant = declaration.kind { return }
        declaration.range = whole
      }
    }
  }

  /// What stands between `f(a, b)` and the body of a function in the style of before C89 (C11,
  /// section 6.9.1, paragraph 6): it makes no prototype.
  private mutating func oldParameterDeclarations() throws(CDiagnostic) {
    while isOldParameter() {
      let specifiers = try declarationSpecifiers("a parameter type")
      repeat {
        _ = try type(of: declarator(.named), base: specifiers.type)
      } while take(.comma)
      try expect(.semicolon, "';' after the parameter")
    }
    guard kind == .leftBrace else { throw unexpected("'{' after the parameters") }
  }

  /// `struct s;`, `struct s { … };`, `enum { … };`: only a tag or enumerators.
  private mutating func emptyDeclaration(
    _ specifiers: CDeclarationSpecifiers, from start: CToken
  ) throws(CDiagnostic) {
    guard specifiers.namesTag else {
      throw CDiagnostic("this declares nothing: a name is missing", range(from: start))
    }
    advance()
    switch specifiers.type.type {
    case .record(let name):
      if header.ownDefinition(of: name) == nil, case .tag(let tag) = name.name {
        addForward(.record(name), tag, from: start)
      }
    case .enumeration(let name):
      if header.ownDefinition(of: name) == nil, case .tag(let tag) = name.name {
        addForward(.enumeration(name), tag, from: start)
      }
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .function,
      .typedef:
      return
    }
  }

  private mutating func addForward(
    _ kind: CDeclaration.Kind, _ tag: String, from start: CToken
  ) {
    let range = range(from: start)
    header.add(
      CDeclaration(
        name: tag, kind: kind, range: range, nameRange: range, file: file, line: fileLine(of: range)
      ))
  }

  /// One declarator with its initializer; whether it is a function, which may have a body.
  private mutating func initDeclarator(
    _ specifiers: CDeclarationSpecifiers, from start: CToken
  ) throws(CDiagnostic) -> Bool {
    let declarator = try declarator(.named)
    var attributes = specifiers.attributes
    attributes.merge(declarator.attributes)
    if specifiers.infersType {
      try addInferredObject(specifiers, declarator, from: start)
      return false
    }
    var type = try type(of: declarator, base: specifiers.type)
    type = try self.type(type, as: attributes)
    if attributes.isPacked, let token = attributes.layoutToken {
      throw failure("attribute 'packed' belongs to a struct, union, enum or member", at: token)
    }
    var result = CDeclaration(
      name: declarator.name ?? "", kind: .typedef(type), attributes: attributes.standard,
      storage: specifiers.storage, specifiers: specifiers.specifiers,
      assemblerName: declarator.assemblerName, range: range(from: start),
      nameRange: range(of: declarator.nameToken), file: file,
      line: fileLine(of: range(of: declarator.nameToken)))
    if attributes.isNoreturn { result.specifiers.insert(.noreturn) }
    if specifiers.isTypedef {
      result.alignment = attributes.alignment
      try addTypedef(result, type, at: declarator.nameToken)
    } else if case .function(let function) = functionType(type) {
      result.kind = .function(function)
      try addFunction(result, function, at: declarator.nameToken)
      return true
    } else {
      result.alignment = attributes.alignment
      result.kind = .object(type, initializer: nil)
      try addObject(result, type, at: declarator.nameToken)
    }
    return false
  }

  /// A function declared through a typedef is a function too; its parameters come from there.
  private func functionType(_ type: CQualifiedType) -> CType {
    guard case .function = type.type else { return header.resolved(type).type }
    return type.type
  }

  /// The braces behind a function: left for the caller, skipped, or refused.
  private mutating func functionBody(from start: CToken) throws(CDiagnostic) {
    if stopsAtFunctionBody { return }
    guard header.skipsFunctionBodies else {
      let name = header.declarations.last?.name ?? ""
      throw failure(
        "'\(name)' has a body; only prototypes are supported, which end with ';'", at: current)
    }
    guard let close = closingBrace(of: position) else {
      throw failure("this brace is never closed", at: current)
    }
    position = close
    advance()
  }

  // MARK: Names

  private mutating func addTypedef(
    _ declaration: CDeclaration, _ type: CQualifiedType, at token: CToken
  ) throws(CDiagnostic) {
    if kind == .equal { throw failure("a typedef cannot have an initializer", at: current) }
    if let earlier = ownDeclaration(declaration.name) {
      guard case .typedef(let old) = earlier.kind, header.isCompatible(old, type) else {
        throw conflict(earlier, at: token)
      }
    }
    var alignment = declaration.alignment
    if alignment == nil, case .typedef(let base) = type.type {
      alignment = header.typedefEntry(named: base)?.alignment
    }
    var entry = CTypedefEntry(
      resolved: header.canonical(type), alignment: alignment,
      layout: (try? header.layout(of: type)) ?? nil,
      nodeCount: header.nodeCount(of: type.type, limit: header.limits.typeNodeCount))
    if let alignment { entry.layout?.alignment = alignment }
    header.add(declaration)
    header.set(entry, forTypedef: declaration.name)
    nameAnonymousType(type, declaration.name)
  }

  /// A struct without tag is called by its first typedef from then on.
  private mutating func nameAnonymousType(_ type: CQualifiedType, _ name: String) {
    switch type.type {
    case .record(let record):
      guard case .anonymous = record.name, var definition = header.ownDefinition(of: record),
        definition.typedefName == nil
      else { return }
      definition.typedefName = name
      header.set(definition)
    case .enumeration(let enumeration):
      guard case .anonymous = enumeration.name,
        var definition = header.ownDefinition(of: enumeration), definition.typedefName == nil
      else { return }
      definition.typedefName = name
      header.set(definition)
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .function,
      .typedef:
      return
    }
  }

  private mutating func addFunction(
    _ declaration: CDeclaration, _ function: CFunctionType, at token: CToken
  ) throws(CDiagnostic) {
    if kind == .equal { throw failure("a function cannot have an initializer", at: current) }
    if let earlier = ownDeclaration(declaration.name) {
      guard case .function(let old) = earlier.kind, header.isCompatible(old, function) else {
        throw conflict(earlier, at: token)
      }
    }
    header.add(declaration)
  }

  private mutating func addObject(
    _ declaration: CDeclaration, _ type: CQualifiedType, at token: CToken
  ) throws(CDiagnostic) {
    if header.resolved(type).type == .void {
      throw failure("'\(declaration.name)' cannot be 'void'", at: token)
    }
    if let earlier = ownDeclaration(declaration.name) {
      guard case .object(let old, _) = earlier.kind, header.isCompatible(old, type) else {
        throw conflict(earlier, at: token)
      }
    }
    // The name is known from here on, also in its own initializer (C11, 6.2.1, paragraph 7).
    header.add(declaration)
    let index = header.declarations.count - 1
    guard take(.equal) else {
      guard !declaration.specifiers.contains(.constexpr) else {
        throw unexpected("'=' and a value")
      }
      return
    }
    var initializer = try initializer()
    let completed = completed(type, by: initializer)
    if declaration.specifiers.contains(.constexpr) {
      initializer = try constantInitializer(initializer, of: completed)
    }
    header.update(index) { $0.kind = .object(completed, initializer: initializer) }
  }

  /// The initializer of a `constexpr` integer as the number that it is, so that nobody has to work
  /// it out again; any other as it stands.
  private func constantInitializer(
    _ initializer: CInitializer, of type: CQualifiedType
  ) throws(CDiagnostic) -> CInitializer {
    guard case .expression(let value) = initializer else { return initializer }
    switch header.resolved(type).type {
    case .integer, .bool, .enumeration: break
    case .void, .floating, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .typedef:
      return initializer
    }
    let found = try constant(CExpression(.cast(type, value), value.range))
    guard try constant(value).value == found.value else {
      throw CDiagnostic("the value does not fit the type of the constant", value.range)
    }
    let size = CExpression(.integer(UInt128(found.value.magnitude), found.kind), value.range)
    return .expression(
      found.value < 0 ? CExpression(.unary(.minus, size), value.range) : size)
  }

  /// `auto name = value`: an object of the value's type (C23, section 6.7.10).
  private mutating func addInferredObject(
    _ specifiers: CDeclarationSpecifiers, _ declarator: CDeclarator, from start: CToken
  ) throws(CDiagnostic) {
    guard take(.equal), kind != .leftBrace else {
      throw unexpected("'=' and a value, whose type the variable takes")
    }
    let value = try assignmentExpression()
    let type = CQualifiedType(
      header.adjustedParameter(try header.type(of: value)).type, specifiers.type.qualifiers)
    guard header.resolved(type).type != .void else {
      throw CDiagnostic("this has no value: it is 'void'", value.range)
    }
    let name = declarator.name ?? ""
    if let earlier = ownDeclaration(name) {
      guard case .object(let old, _) = earlier.kind, header.isCompatible(old, type) else {
        throw conflict(earlier, at: declarator.nameToken)
      }
    }
    let initializer: CInitializer =
      specifiers.specifiers.contains(.constexpr)
      ? try constantInitializer(.expression(value), of: type) : .expression(value)
    header.add(
      CDeclaration(
        name: name, kind: .object(type, initializer: initializer),
        specifiers: specifiers.specifiers, range: range(from: start),
        nameRange: range(of: declarator.nameToken), file: file))
  }

  private func ownDeclaration(_ name: String) -> CDeclaration? {
    guard let index = header.ownIndex(of: name) else { return nil }
    return header.declarations[index]
  }

  private mutating func conflict(_ earlier: CDeclaration, at token: CToken) -> CDiagnostic {
    metConflict = true
    let printer = CPrinter(header: header)
    return failure(
      "'\(earlier.name)' is already declared in line \(earlier.range.start.line) as "
        + "'\(printer.signature(of: earlier))'", at: token)
  }

  /// `_Static_assert(condition, "text")` (C11, section 6.7.10).
  mutating func staticAssertion() throws(CDiagnostic) {
    let start = advance()
    try expect(.leftParenthesis, "'(' after _Static_assert")
    let expression = try conditionalExpression()
    var message = ""
    if take(.comma) {
      guard kind == .string else { throw unexpected("a string literal") }
      let (units, _) = try stringLiteral()
      message =
        ": " + String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
    try expect(.rightParenthesis, "')'")
    try expect(.semicolon, "';' after the assertion")
    guard try constant(expression).value != 0 else {
      throw CDiagnostic("static assertion failed\(message)", range(from: start))
    }
  }

  // MARK: Recovery

  /// The token of the brace that closes another; nil when none does.
  mutating func closingBrace(of opening: Int) -> Int? {
    if matchingBraces.isEmpty {
      var open: [Int] = []
      matchingBraces = [UInt32](repeating: 0, count: tokens.count)
      for index in tokens.indices {
        if tokens[index].kind == .leftBrace { open.append(index) }
        if tokens[index].kind == .rightBrace, let opening = open.popLast() {
          matchingBraces[opening] = UInt32(truncatingIfNeeded: index)
        }
      }
    }
    let closing = Int(matchingBraces[opening])
    return closing > 0 ? closing : nil
  }

  /// Moves behind the damaged declaration that began at a token: behind its semicolon, or behind
  /// the body of a function.
  private mutating func recover(from start: Int) {
    position = start
    // Braces of a struct or an initializer belong to a declaration that goes on behind them;
    // those of a function, which follow parameters, end it.
    var isTagged = false
    var parentheses = 0
    while kind != .end {
      switch kind {
      case .semicolon:
        advance()
        return
      case .leftParenthesis:
        if parentheses == 0 && position > start && tokens[position - 1].kind == .identifier {
          isTagged = false
        }
        parentheses += 1
      case .rightParenthesis: parentheses -= 1
      case .structKeyword, .unionKeyword, .enumKeyword, .equal:
        if parentheses == 0 { isTagged = true }
      case .leftBrace:
        guard let close = closingBrace(of: position) else { break }
        position = close
        advance()
        if !isTagged {
          _ = take(.semicolon)
          return
        }
        continue
      case .rightBrace:
        // The end of `extern "C" {`, unless nothing else would move on.
        if position == start { advance() }
        return
      default: break
      }
      advance()
    }
  }
}

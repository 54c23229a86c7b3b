/// The attributes of one declaration, sorted by what they do.
struct CAttributeList {
  /// `[[…]]` as written.
  var standard: [CAttribute] = []
  var isPacked = false
  /// The largest of all `aligned` and `_Alignas`, in bytes.
  var alignment: Int?
  var isTransparent = false
  var isNoreturn = false
  /// `mode(DI)`: the machine mode, without underscores.
  var mode: String?
  /// `vector_size(16)`, in bytes.
  var vectorSize: Int?
  /// Where the last attribute that changes a layout stands.
  var layoutToken: CToken?

  mutating func raiseAlignment(to value: Int) {
    // `_Alignas(0)` has no effect (C11, section 6.7.5, paragraph 6).
    if value > 0 { alignment = max(alignment ?? 0, value) }
  }

  /// Takes in what another list of the same declaration says.
  mutating func merge(_ other: CAttributeList) {
    standard += other.standard
    isPacked = isPacked || other.isPacked
    if let value = other.alignment { raiseAlignment(to: value) }
    isTransparent = isTransparent || other.isTransparent
    isNoreturn = isNoreturn || other.isNoreturn
    mode = other.mode ?? mode
    vectorSize = other.vectorSize ?? vectorSize
    layoutToken = other.layoutToken ?? layoutToken
  }
}

extension CParser {
  /// All attributes that stand here, of either syntax; false when there is none.
  @discardableResult
  mutating func attributes(into list: inout CAttributeList) throws(CDiagnostic) -> Bool {
    var found = false
    while true {
      if kind == .attributeKeyword {
        try gnuAttributes(into: &list)
      } else if try !standardAttributes(into: &list) {
        return found
      }
      found = true
    }
  }

  /// `[[…]]` (C23, section 6.7.13); false when there is none.
  @discardableResult
  mutating func standardAttributes(into list: inout CAttributeList) throws(CDiagnostic) -> Bool {
    var found = false
    while kind == .leftBracket && kind(ahead: 1) == .leftBracket {
      found = true
      advance()
      advance()
      while kind != .rightBracket {
        if take(.comma) { continue }
        try standardAttribute(into: &list)
        if kind != .rightBracket { try expect(.comma, "',' or ']]' after an attribute") }
      }
      try expect(.rightBracket, "']]'")
      try expect(.rightBracket, "']]'")
    }
    return found
  }

  private mutating func standardAttribute(into list: inout CAttributeList) throws(CDiagnostic) {
    let token = current
    var name = try attributeName()
    var scope: String?
    if take(.doubleColon) {
      scope = name
      name = try attributeName()
    }
    let operands = try attributeOperands()
    let attribute = CAttribute(
      scope: scope, name: name, arguments: operands?.text, range: range(from: token),
      argumentsRange: operands?.range)
    if scope == "gnu" || scope == "__gnu__" {
      try apply(gnu: name, operands: operands, at: token, to: &list)
    }
    if scope == nil && (name == "noreturn" || name == "_Noreturn") { list.isNoreturn = true }
    list.standard.append(attribute)
  }

  /// `__attribute__((…))`.
  private mutating func gnuAttributes(into list: inout CAttributeList) throws(CDiagnostic) {
    advance()
    try expect(.leftParenthesis, "'((' after __attribute__")
    try expect(.leftParenthesis, "'((' after __attribute__")
    while kind != .rightParenthesis {
      if take(.comma) { continue }
      let token = current
      if harmlessAttributes.contains(token.name) {
        advance()
        _ = try operandTokens()
        continue
      }
      let name = try attributeName()
      let operands = try attributeOperands()
      try apply(gnu: name, operands: operands, at: token, to: &list)
    }
    try expect(.rightParenthesis, "'))'")
    try expect(.rightParenthesis, "'))'")
  }

  /// A name, which can be a keyword too.
  private mutating func attributeName() throws(CDiagnostic) -> String {
    let name = text(of: current)
    guard let first = name.utf8.first, kind == .identifier || CTokenKind.keywords[name] != nil,
      !CLexer.isDigit(first)
    else { throw unexpected("the name of an attribute") }
    advance()
    return name
  }

  /// What stands in the parentheses behind an attribute's name.
  private struct Operands {
    var text: String
    var range: CSourceRange
    /// The tokens between the parentheses.
    var tokens: Range<Int>
  }

  private mutating func attributeOperands() throws(CDiagnostic) -> Operands? {
    guard kind == .leftParenthesis else { return nil }
    let open = current
    let inside = try operandTokens()
    let close = tokens[inside.upperBound]
    return Operands(
      text: source.text(from: open.end, to: close.start),
      range: source.range(from: open.end, to: close.start), tokens: inside)
  }

  /// Passes parentheses and what stands in them, if any.
  private mutating func operandTokens() throws(CDiagnostic) -> Range<Int> {
    guard take(.leftParenthesis) else { return position..<position }
    let first = position
    var openings: [CTokenKind] = [.rightParenthesis]
    while let wanted = openings.last {
      switch kind {
      case .leftParenthesis: openings.append(.rightParenthesis)
      case .leftBracket: openings.append(.rightBracket)
      case .leftBrace: openings.append(.rightBrace)
      case wanted: openings.removeLast()
      case .rightParenthesis, .rightBracket, .rightBrace, .end, .invalid, .directive:
        throw unexpected("')' at the end of the attribute")
      default: break
      }
      guard openings.count <= header.limits.nesting else {
        throw failure("nested more than \(header.limits.nesting) levels deep", at: current)
      }
      advance()
    }
    return first..<(position - 1)
  }

  // MARK: What GNU attributes do

  private mutating func apply(
    gnu spelling: String, operands: Operands?, at token: CToken, to list: inout CAttributeList
  ) throws(CDiagnostic) {
    let name = Self.withoutUnderscores(spelling)
    switch name {
    case "packed":
      list.isPacked = true
      list.layoutToken = token
    case "aligned", "warn_if_not_aligned":
      guard name == "aligned" else { return }
      list.raiseAlignment(to: try alignment(operands))
      list.layoutToken = token
    case "mode":
      list.mode = operands.map { Self.withoutUnderscores($0.text.filter { $0 != " " }) }
      list.layoutToken = token
    case "vector_size":
      list.vectorSize = try integer(operands, "the size of a vector")
      list.layoutToken = token
    case "transparent_union": list.isTransparent = true
    case "noreturn": list.isNoreturn = true
    default:
      if CGNUAttributes.refused.contains(name) {
        throw failure(
          "attribute '\(spelling)' changes how values are laid out or passed; it is not supported",
          at: token)
      }
      guard CGNUAttributes.harmless.contains(name) else {
        throw failure(
          "unknown attribute '\(spelling)'; it could change the layout, so remove it if it does not",
          at: token)
      }
      if token.kind == .identifier { harmlessAttributes.insert(token.name) }
    }
  }

  private mutating func alignment(_ operands: Operands?) throws(CDiagnostic) -> Int {
    guard let operands, !operands.tokens.isEmpty else { return header.target.largestAlignment }
    return try alignment(expression(operands))
  }

  /// The one operand that an attribute has to have.
  private mutating func integer(_ operands: Operands?, _ what: String) throws(CDiagnostic) -> Int {
    guard let operands, !operands.tokens.isEmpty else {
      throw failure("expected \(what) in parentheses", at: tokens[position - 1])
    }
    let expression = try expression(operands)
    let value = try constant(expression).value
    guard value > 0 && value <= 1 << 20 else {
      throw CDiagnostic("\(what) cannot be \(value)", expression.range)
    }
    return Int(value)
  }

  private mutating func expression(_ operands: Operands) throws(CDiagnostic) -> CExpression {
    let behind = position
    position = operands.tokens.lowerBound
    let expression = try conditionalExpression()
    guard position == operands.tokens.upperBound else { throw unexpected("')'") }
    position = behind
    return expression
  }

  /// gcc takes `__packed__` for `packed`.
  private static func withoutUnderscores(_ name: String) -> String {
    guard name.hasPrefix("__") && name.hasSuffix("__") && name.utf8.count > 4 else { return name }
    return String(name.dropFirst(2).dropLast(2))
  }

  /// A type name or parameter is no place for attributes that change a layout.
  func refuseLayoutAttributes(_ lists: CAttributeList...) throws(CDiagnostic) {
    for list in lists {
      guard let token = list.layoutToken else { continue }
      throw failure("attribute '\(text(of: token))' has no effect here", at: token)
    }
  }

  /// The type that `mode` and `vector_size` make of another.
  func type(
    _ type: CQualifiedType, as list: CAttributeList
  ) throws(CDiagnostic) -> CQualifiedType {
    guard let token = list.layoutToken else { return type }
    var type = type
    if let mode = list.mode { type = try self.type(type, inMode: mode, at: token) }
    if let size = list.vectorSize { type = try self.type(type, inVectorOf: size, at: token) }
    return type
  }

  /// A type in the machine mode that `mode` names (gcc manual, section 6.33.1).
  private func type(
    _ type: CQualifiedType, inMode mode: String, at token: CToken
  ) throws(CDiagnostic) -> CQualifiedType {
    let replaced: CType? =
      switch header.resolved(type).type {
      case .integer(let kind):
        CGNUAttributes.integer(mode, isSigned: header.target.isSigned(kind), header.target)
          .map { .integer($0) }
      case .floating: CGNUAttributes.floating[mode].map { .floating($0) }
      case .complex: CGNUAttributes.complex[mode].map { .complex($0) }
      // The typedef of an enumeration that has a tag stands beside it, with another size.
      case .enumeration(let name):
        header.definition(of: name).flatMap {
          CGNUAttributes.integer(
            mode, isSigned: header.target.isSigned($0.underlying), header.target)
        }.map { .integer($0) }
      case .void, .bool, .vector, .bitInt, .pointer, .array, .function, .record, .typedef: nil
      }
    guard let replaced else {
      throw failure("mode '\(mode)' is not supported for this type", at: token)
    }
    return CQualifiedType(replaced, type.qualifiers)
  }

  /// A vector of the type, or, as gcc reads it, the same pointer, array or function with a vector
  /// in the place of the number.
  private func type(
    _ type: CQualifiedType, inVectorOf size: Int, at token: CToken
  ) throws(CDiagnostic) -> CQualifiedType {
    switch type.type {
    case .pointer(let inner):
      let inner = try self.type(inner, inVectorOf: size, at: token)
      return CQualifiedType(.pointer(inner), type.qualifiers)
    case .array(let inner, let count):
      let inner = try self.type(inner, inVectorOf: size, at: token)
      return CQualifiedType(.array(inner, count: count), type.qualifiers)
    case .function(var function):
      function.result = try self.type(function.result, inVectorOf: size, at: token)
      return CQualifiedType(.function(function), type.qualifiers)
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .record, .enumeration,
      .typedef:
      break
    }
    let element = header.resolved(type)
    switch element.type {
    case .integer, .floating: break
    case .void, .bool, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .enumeration,
      .typedef:
      throw failure("a vector has to be one of integers or floating numbers", at: token)
    }
    let width = try layout(of: element.type, at: range(of: token)).size
    let count = size / width
    guard size % width == 0 && count & (count - 1) == 0 else {
      throw failure(
        "the size of a vector has to be a power of two times the \(width) bytes of its element",
        at: token)
    }
    return CQualifiedType(
      .vector(element.type, count: count), element.qualifiers.union(type.qualifiers))
  }
}

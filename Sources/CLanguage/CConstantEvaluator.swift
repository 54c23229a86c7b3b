/// The value of an integer constant expression.
struct CConstant: Hashable, Sendable {
  var value: Int128
  var kind: CIntegerKind
}

/// Computes integer constant expressions as C does on the target (C11, section 6.6).
struct CConstantEvaluator {
  let header: CHeader
  /// In an `#if`, where every name that is left counts as 0 (C11, section 6.10.1, paragraph 4).
  let isDirective: Bool

  func value(of expression: CExpression) throws(CDiagnostic) -> CConstant {
    switch expression.kind {
    case .integer(let value, let kind):
      return CConstant(value: wrapped(Int128(truncatingIfNeeded: value), kind), kind: kind)
    case .character(let value, _): return CConstant(value: Int128(value), kind: .int)
    case .identifier(let name): return try named(name, expression)
    case .unary(let operation, let operand):
      return try unary(operation, operand, expression)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right)
    case .conditional(let condition, let then, let otherwise):
      let first = try value(of: condition)
      guard let then else { return first.value != 0 ? first : try value(of: otherwise) }
      return try value(of: first.value != 0 ? then : otherwise)
    case .cast(let type, let operand): return try cast(to: type, operand, expression)
    case .sizeofType(let type): return size(try layout(of: type, expression).size)
    case .alignofType(let type): return size(try layout(of: type, expression).alignment)
    case .sizeofExpression(let operand):
      return size(try layout(of: header.type(of: operand), expression).size)
    case .call where isDirective: return CConstant(value: 0, kind: .int)
    case .floating, .imaginary, .string, .call, .assignment, .compoundLiteral, .member,
      .subscript, .comma, .statements:
      throw notConstant(expression)
    }
  }

  private func notConstant(_ expression: CExpression) -> CDiagnostic {
    CDiagnostic(CDiagnostic.notConstantMessage, expression.range)
  }

  private func named(_ name: String, _ expression: CExpression) throws(CDiagnostic) -> CConstant {
    if let (value, type) = header.constant(named: name) {
      if case .integer(let kind) = header.resolved(type) {
        return CConstant(value: value, kind: kind)
      }
      if case .bool = type { return CConstant(value: value, kind: .int) }
    }
    if isDirective { return CConstant(value: 0, kind: .int) }
    if let object = header.object(named: name), object.specifiers.contains(.constexpr),
      case .object(let type, .expression(let number)?) = object.kind
    {
      return try value(of: CExpression(.cast(type, number), expression.range))
    }
    guard header.declaration(named: name) == nil else { throw notConstant(expression) }
    throw CDiagnostic(
      "\(CDiagnostic.notConstantMessage): '\(name)' is not declared", expression.range)
  }

  private func size(_ bytes: Int) -> CConstant {
    CConstant(value: Int128(bytes), kind: header.sizeKind)
  }

  private func layout(
    of type: CQualifiedType, _ expression: CExpression
  ) throws(CDiagnostic) -> CTypeLayout {
    do throws(CLayoutError) {
      return try header.layout(of: type)
    } catch {
      throw CDiagnostic(
        "type '\(CPrinter(header: header).text(of: type))' \(error.reason)", expression.range)
    }
  }

  // MARK: Operators

  private func unary(
    _ operation: CUnaryOperator, _ operand: CExpression, _ expression: CExpression
  ) throws(CDiagnostic) -> CConstant {
    switch operation {
    case .plus, .minus, .bitwiseNot:
      let found = try value(of: operand)
      let kind = header.promoted(found.kind)
      let value =
        operation == .plus ? found.value : operation == .minus ? 0 &- found.value : ~found.value
      return CConstant(value: wrapped(value, kind), kind: kind)
    case .logicalNot:
      return CConstant(value: try value(of: operand).value == 0 ? 1 : 0, kind: .int)
    case .address, .dereference, .preIncrement, .preDecrement, .postIncrement, .postDecrement:
      throw notConstant(expression)
    }
  }

  private func binary(
    _ operation: CBinaryOperator, _ left: CExpression, _ right: CExpression
  ) throws(CDiagnostic) -> CConstant {
    let a = try value(of: left)
    // What is not evaluated need not have a value (C11, section 6.6, paragraph 3).
    if operation == .logicalAnd && a.value == 0 { return CConstant(value: 0, kind: .int) }
    if operation == .logicalOr && a.value != 0 { return CConstant(value: 1, kind: .int) }
    let b = try value(of: right)
    switch operation {
    case .logicalAnd, .logicalOr: return CConstant(value: b.value == 0 ? 0 : 1, kind: .int)
    case .shiftLeft, .shiftRight: return try shift(a, b, isLeft: operation == .shiftLeft, right)
    case .multiply, .divide, .remainder, .add, .subtract, .less, .greater, .lessOrEqual,
      .greaterOrEqual, .equal, .notEqual, .bitwiseAnd, .bitwiseXor, .bitwiseOr:
      let kind = header.common(a.kind, b.kind)
      return try arithmetic(operation, wrapped(a.value, kind), wrapped(b.value, kind), kind, right)
    }
  }

  private func arithmetic(
    _ operation: CBinaryOperator, _ a: Int128, _ b: Int128, _ kind: CIntegerKind,
    _ right: CExpression
  ) throws(CDiagnostic) -> CConstant {
    func result(_ value: Int128) -> CConstant { CConstant(value: wrapped(value, kind), kind: kind) }
    func truth(_ value: Bool) -> CConstant { CConstant(value: value ? 1 : 0, kind: .int) }
    switch operation {
    case .multiply: return result(a &* b)
    case .add: return result(a &+ b)
    case .subtract: return result(a &- b)
    case .divide, .remainder:
      guard b != 0 else { throw CDiagnostic("division by zero", right.range) }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if overflow { return result(operation == .divide ? a : 0) }
      return result(operation == .divide ? quotient : a - quotient * b)
    case .bitwiseAnd: return result(a & b)
    case .bitwiseXor: return result(a ^ b)
    case .bitwiseOr: return result(a | b)
    case .less: return truth(a < b)
    case .greater: return truth(a > b)
    case .lessOrEqual: return truth(a <= b)
    case .greaterOrEqual: return truth(a >= b)
    case .equal: return truth(a == b)
    case .notEqual: return truth(a != b)
    case .shiftLeft, .shiftRight, .logicalAnd, .logicalOr: return result(a)
    }
  }

  private func shift(
    _ a: CConstant, _ b: CConstant, isLeft: Bool, _ right: CExpression
  ) throws(CDiagnostic) -> CConstant {
    let kind = header.promoted(a.kind)
    guard b.value >= 0 && b.value < Int128(header.target.width(of: kind)) else {
      throw CDiagnostic("shift by \(b.value) bits", right.range)
    }
    let value = wrapped(a.value, kind)
    return CConstant(value: wrapped(isLeft ? value << b.value : value >> b.value, kind), kind: kind)
  }

  private func cast(
    to type: CQualifiedType, _ operand: CExpression, _ expression: CExpression
  ) throws(CDiagnostic) -> CConstant {
    let kind: CIntegerKind
    switch header.resolved(type).type {
    case .integer(let found): kind = found
    case .bool: return CConstant(value: try value(of: operand).value == 0 ? 0 : 1, kind: .int)
    case .enumeration(let name):
      guard let underlying = header.definition(of: name)?.underlying else {
        throw notConstant(expression)
      }
      kind = underlying
    case .void, .floating, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .typedef:
      throw notConstant(expression)
    }
    if case .floating(let text, _) = unfolded(operand).kind, let number = Double(text),
      let whole = Int128(exactly: number.rounded(.towardZero))
    {
      return CConstant(value: wrapped(whole, kind), kind: kind)
    }
    return CConstant(value: wrapped(try value(of: operand).value, kind), kind: kind)
  }

  /// What a macro stands for, and one that it stands for.
  private func unfolded(_ expression: CExpression) -> CExpression {
    var result = expression
    for _ in 0..<header.limits.nesting {
      guard case .identifier(let name) = result.kind,
        let inner = header.macroExpression(named: name)
      else { return result }
      result = inner
    }
    return result
  }

  private func wrapped(_ value: Int128, _ kind: CIntegerKind) -> Int128 {
    header.target.wrapped(value, to: kind)
  }
}

extension CTarget {
  /// A value cut to the width of a type and read with its sign.
  package func wrapped(_ value: Int128, to kind: CIntegerKind) -> Int128 {
    let width = width(of: kind)
    guard width < 128 else { return value }
    let unused = 128 - width
    if isSigned(kind) { return (value << unused) >> unused }
    let bits = UInt128(truncatingIfNeeded: value)
    return Int128(truncatingIfNeeded: (bits << unused) >> unused)
  }
}

extension CHeader {
  /// The integer type of `sizeof`.
  var sizeKind: CIntegerKind {
    target.pointerSize == target.longSize ? .unsignedLong : .unsignedInt
  }

  /// The integer promotions (C11, section 6.3.1.1, paragraph 2).
  package func promoted(_ kind: CIntegerKind) -> CIntegerKind {
    switch kind {
    case .char, .signedChar, .unsignedChar, .short, .unsignedShort: .int
    case .int, .unsignedInt, .long, .unsignedLong, .longLong, .unsignedLongLong, .int128,
      .unsignedInt128:
      kind
    }
  }

  /// The usual arithmetic conversions of integers (C11, section 6.3.1.8).
  package func common(_ a: CIntegerKind, _ b: CIntegerKind) -> CIntegerKind {
    let a = promoted(a)
    let b = promoted(b)
    if a == b { return a }
    let (higher, lower) = Self.rank(a) >= Self.rank(b) ? (a, b) : (b, a)
    if target.isSigned(higher) == target.isSigned(lower) || !target.isSigned(higher) {
      return higher
    }
    if target.width(of: higher) > target.width(of: lower) { return higher }
    return Self.unsigned(higher)
  }

  private static func rank(_ kind: CIntegerKind) -> Int {
    switch kind {
    case .char, .signedChar, .unsignedChar: 0
    case .short, .unsignedShort: 1
    case .int, .unsignedInt: 2
    case .long, .unsignedLong: 3
    case .longLong, .unsignedLongLong: 4
    case .int128, .unsignedInt128: 5
    }
  }

  private static func unsigned(_ kind: CIntegerKind) -> CIntegerKind {
    switch kind {
    case .char, .signedChar, .unsignedChar: .unsignedChar
    case .short, .unsignedShort: .unsignedShort
    case .int, .unsignedInt: .unsignedInt
    case .long, .unsignedLong: .unsignedLong
    case .longLong, .unsignedLongLong: .unsignedLongLong
    case .int128, .unsignedInt128: .unsignedInt128
    }
  }
}

extension CDiagnostic {
  static let notConstantMessage = "this is not an integer constant expression"

  /// The text is no constant, though it may be a proper expression.
  var isNotConstant: Bool { message.hasPrefix(Self.notConstantMessage) }
}

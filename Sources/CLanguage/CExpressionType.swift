/// Where a member stands in a type, found through anonymous structs and unions too.
package struct CMemberPlace: Hashable, Sendable {
  package var type: CQualifiedType
  /// Bits from the start of the type.
  package var bitOffset: Int
  package var bitWidth: Int?
}

extension CHeader {
  /// The member of that name of a struct or union; nil when there is none.
  package func member(_ name: String, of type: CType) -> CMemberPlace? {
    guard case .record(let record) = resolved(type), let definition = definition(of: record) else {
      return nil
    }
    for (member, place) in zip(definition.members, definition.layout.members) {
      if member.name == name {
        return CMemberPlace(
          type: member.type, bitOffset: place.bitOffset, bitWidth: member.bitWidth)
      }
      guard member.name == nil && member.bitWidth == nil,
        var inner = self.member(name, of: member.type.type)
      else { continue }
      inner.bitOffset += place.bitOffset
      return inner
    }
    return nil
  }

  /// The type that C gives an expression, before arrays and functions decay (C11, section 6.5).
  ///
  /// - Throws: an undeclared name, an unknown member, an operand that the operator does not take.
  package func type(of expression: CExpression) throws(CDiagnostic) -> CQualifiedType {
    switch expression.kind {
    case .integer(_, let kind): return CQualifiedType(.integer(kind))
    case .floating(_, let kind): return CQualifiedType(.floating(kind))
    case .imaginary(_, let kind): return CQualifiedType(.complex(kind))
    case .character(_, let prefix):
      return CQualifiedType(prefix == .none ? .integer(.int) : unit(prefix))
    case .string(let units, let prefix):
      return CQualifiedType(.array(CQualifiedType(unit(prefix)), count: units.count + 1))
    case .identifier(let name): return try typeOfName(name, expression)
    case .call(let callee, let arguments):
      if case .identifier(let name) = callee.kind, let number = CBuiltinNumber(name, arguments) {
        return CQualifiedType(.floating(number.kind))
      }
      guard case .function(let function) = try pointee(try decayed(callee), callee).type else {
        throw CDiagnostic("this is not a function", callee.range)
      }
      if arguments.count + 1 == function.parameters.count, case .identifier(let name) = callee.kind,
        declaration(named: name)?.isCxx == true, let object = hiddenResult(of: function)
      {
        return object
      }
      return function.result
    case .unary(let operation, let operand): return try typeOfUnary(operation, operand)
    case .binary(let operation, let left, let right):
      return try typeOfBinary(operation, left, right)
    case .assignment(_, let left, _): return try type(of: left)
    case .conditional(let condition, let then, let otherwise):
      return try typeOfChoice(then ?? condition, otherwise)
    case .cast(let type, _), .compoundLiteral(let type, _): return type
    case .member(let base, let name, let throughPointer):
      let type = throughPointer ? try pointee(try decayed(base), base) : try type(of: base)
      guard let place = member(name, of: type.type) else {
        throw CDiagnostic(
          "'\(CPrinter(header: self).text(of: type))' has no member '\(name)'", expression.range)
      }
      return place.type.adding(resolved(type).qualifiers)
    case .subscript(let base, let index):
      let left = try decayed(base)
      if isPointer(left) { return try pointee(left, base) }
      return try pointee(try decayed(index), index)
    case .sizeofType(let type), .alignofType(let type):
      guard (try? layout(of: type)) ?? nil != nil else {
        throw CDiagnostic(
          "'\(CPrinter(header: self).text(of: type))' has no size", expression.range)
      }
      return CQualifiedType(.integer(sizeKind))
    case .sizeofExpression: return CQualifiedType(.integer(sizeKind))
    case .comma(_, let right): return try type(of: right)
    case .statements(let block):
      guard case .expression(let last)? = block.statements.last?.kind else {
        return CQualifiedType(.void)
      }
      return try block.scope.header.type(of: last)
    }
  }

  private func unit(_ prefix: CStringPrefix) -> CType {
    switch prefix {
    case .none, .utf8: .integer(.char)
    case .utf16: .typedef("char16_t")
    case .utf32: .typedef("char32_t")
    case .wide: .typedef("wchar_t")
    }
  }

  private func typeOfName(
    _ name: String, _ expression: CExpression
  ) throws(CDiagnostic) -> CQualifiedType {
    if let found = declaration(named: name) {
      switch found.kind {
      case .function(let type): return CQualifiedType(.function(type))
      case .object(let type, _): return type
      case .constant(_, let type): return CQualifiedType(type)
      case .macro(_, let type): return type
      case .typedef, .record, .enumeration: break
      }
    }
    if let (_, type) = constant(named: name) { return CQualifiedType(type) }
    if case .expression(_, let type)? = macro(named: name) { return type }
    throw .undeclared(name, expression.range)
  }

  /// The type as a value: arrays and functions become pointers (C11, section 6.3.2.1).
  private func decayed(_ expression: CExpression) throws(CDiagnostic) -> CQualifiedType {
    resolved(adjustedParameter(try type(of: expression)))
  }

  private func isPointer(_ type: CQualifiedType) -> Bool {
    if case .pointer = type.type { return true }
    return false
  }

  private func pointee(
    _ type: CQualifiedType, _ expression: CExpression
  ) throws(CDiagnostic) -> CQualifiedType {
    guard case .pointer(let pointee) = type.type else {
      throw CDiagnostic("this is not a pointer", expression.range)
    }
    // A pointer to a function points to the function's own type, typedef or not.
    let found = resolved(pointee)
    if case .function = found.type { return found }
    return pointee
  }

  private func typeOfUnary(
    _ operation: CUnaryOperator, _ operand: CExpression
  ) throws(CDiagnostic) -> CQualifiedType {
    switch operation {
    case .address: return CQualifiedType(.pointer(try type(of: operand)))
    case .dereference: return try pointee(try decayed(operand), operand)
    case .logicalNot: return CQualifiedType(.integer(.int))
    case .preIncrement, .preDecrement, .postIncrement, .postDecrement:
      return CQualifiedType(try type(of: operand).type)
    case .plus, .minus, .bitwiseNot:
      let type = try arithmetic(try decayed(operand), operand)
      guard case .integer(let kind) = type else { return CQualifiedType(type) }
      return CQualifiedType(.integer(promoted(kind)))
    }
  }

  /// The operand's type as arithmetic has it: enumerations and `_Bool` are integers.
  private func arithmetic(
    _ type: CQualifiedType, _ expression: CExpression
  ) throws(CDiagnostic) -> CType {
    switch type.type {
    case .integer, .floating, .complex, .vector: return type.type
    case .bool: return .integer(.int)
    case .enumeration(let name): return .integer(definition(of: name)?.underlying ?? .int)
    case .bitInt:
      throw CDiagnostic(
        "sonde cannot compute with \(CPrinter(header: self).text(of: type))", expression.range)
    case .void, .pointer, .array, .function, .record, .typedef:
      throw CDiagnostic(
        "a number is needed here, not '\(CPrinter(header: self).text(of: type))'",
        expression.range)
    }
  }

  private func typeOfBinary(
    _ operation: CBinaryOperator, _ left: CExpression, _ right: CExpression
  ) throws(CDiagnostic) -> CQualifiedType {
    switch operation {
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual, .logicalAnd,
      .logicalOr:
      return CQualifiedType(.integer(.int))
    case .shiftLeft, .shiftRight: return try typeOfUnary(.plus, left)
    case .add, .subtract:
      let first = try decayed(left)
      let second = try decayed(right)
      if isPointer(first) && isPointer(second) && operation == .subtract {
        return CQualifiedType(.typedef("ptrdiff_t"))
      }
      if isPointer(first) { return first }
      if isPointer(second) { return second }
      return CQualifiedType(
        common(try arithmetic(first, left), try arithmetic(second, right)))
    case .multiply, .divide, .remainder, .bitwiseAnd, .bitwiseXor, .bitwiseOr:
      return CQualifiedType(
        common(try arithmetic(decayed(left), left), try arithmetic(decayed(right), right)))
    }
  }

  private func typeOfChoice(
    _ then: CExpression, _ otherwise: CExpression
  ) throws(CDiagnostic) -> CQualifiedType {
    let first = try decayed(then)
    let second = try decayed(otherwise)
    if isPointer(first) { return first }
    if isPointer(second) { return second }
    guard let a = try? arithmetic(first, then), let b = try? arithmetic(second, otherwise) else {
      return first
    }
    return CQualifiedType(common(a, b))
  }

  /// The usual arithmetic conversions (C11, section 6.3.1.8).
  private func common(_ a: CType, _ b: CType) -> CType {
    if case .integer(let first) = a, case .integer(let second) = b {
      return .integer(common(first, second))
    }
    let kind = max(floatingKind(a), floatingKind(b)) { Self.rank($0) < Self.rank($1) } ?? .double
    if case .complex = a { return .complex(kind) }
    if case .complex = b { return .complex(kind) }
    return .floating(kind)
  }

  private func floatingKind(_ type: CType) -> CFloatingKind? {
    switch type {
    case .floating(let kind), .complex(let kind): kind
    case .void, .bool, .integer, .vector, .bitInt, .pointer, .array, .function, .record,
      .enumeration,
      .typedef:
      nil
    }
  }

  private func max(
    _ a: CFloatingKind?, _ b: CFloatingKind?, by isLess: (CFloatingKind, CFloatingKind) -> Bool
  ) -> CFloatingKind? {
    guard let a, let b else { return a ?? b }
    return isLess(a, b) ? b : a
  }

  private static func rank(_ kind: CFloatingKind) -> Int {
    switch kind {
    case .float16: 0
    case .float: 1
    case .float32: 2
    case .double: 3
    case .float32x: 4
    case .float64: 4
    case .longDouble: 5
    case .float64x: 5
    case .float128: 6
    case .decimal32: 7
    case .decimal64: 8
    case .decimal128: 9
    }
  }
}

extension CDiagnostic {
  private static let undeclaredEnd = "' is not declared"

  static func undeclared(_ name: String, _ range: CSourceRange) -> CDiagnostic {
    CDiagnostic("'" + name + undeclaredEnd, range)
  }

  /// The name, when all that is wrong is that nothing is known of it.
  package var undeclaredName: String? {
    guard message.hasPrefix("'") && message.hasSuffix(Self.undeclaredEnd) else { return nil }
    return String(message.dropFirst().dropLast(Self.undeclaredEnd.count))
  }
}

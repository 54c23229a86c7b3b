import CLanguage
import Marshalling

/// Works out expressions that need no live library: literals, enumerators, `NULL`, signs and casts.
struct ConstantExpression {
  let header: CHeader

  /// A number or pointer with its C type.
  struct Number {
    var type: CType
    var value: CValue
  }

  /// An argument: a number, or a string literal.
  func argument(_ expression: CExpression) throws(CDiagnostic) -> PlacedArgument {
    if case .string(let units, let prefix) = expression.kind {
      return PlacedArgument(.text(units, prefix), expression.range)
    }
    let number = try number(expression)
    return PlacedArgument(.number(number.type, number.value), expression.range)
  }

  func number(_ expression: CExpression) throws(CDiagnostic) -> Number {
    switch expression.kind {
    case .integer(let value, let kind):
      return Number(
        type: .integer(kind),
        value: self.value(Int128(truncatingIfNeeded: value), as: kind))
    case .floating(let digits, let kind):
      return try floating(digits, kind, expression.range)
    case .character(let code, let prefix):
      return character(code, prefix)
    case .identifier(let name):
      return try constant(name, expression.range)
    case .unary(let sign, let operand):
      return try unary(sign, try number(operand), expression.range)
    case .cast(let type, let operand):
      return try cast(try number(operand), to: type.type, expression.range)
    case .string:
      throw CDiagnostic("a string can only be an argument yet", expression.range)
    case .call:
      throw CDiagnostic(
        "a call within an argument cannot be evaluated yet; call it first and give its value",
        expression.range)
    case .binary, .assignment, .conditional, .compoundLiteral, .member, .subscript, .sizeofType,
      .sizeofExpression, .alignofType, .comma:
      throw CDiagnostic(
        "only constants can be evaluated yet: literals, enumerators, NULL, signs and casts",
        expression.range)
    }
  }

  /// The value as this type holds it: the lower bits, read as signed or not.
  private func value(_ number: Int128, as kind: CIntegerKind) -> CValue {
    let wrapped = header.target.wrapped(number, to: kind)
    return header.target.isSigned(kind)
      ? .signed(wrapped) : .unsigned(UInt128(truncatingIfNeeded: wrapped))
  }

  private func floating(
    _ digits: String, _ kind: CFloatingKind, _ range: CSourceRange
  ) throws(CDiagnostic) -> Number {
    let value: CValue? =
      switch kind {
      case .longDouble: CLongDouble(digits).map { .longDouble($0) }
      case .float, .float32: Float(digits).map { .floating(Double($0)) }
      case .double, .float64: Double(digits).map { .floating($0) }
      case .float16, .float128: nil
      }
    guard let value else {
      throw CDiagnostic("a \(kind.rawValue) constant cannot be evaluated yet", range)
    }
    guard value.longDouble.isFinite else {
      throw CDiagnostic("\(digits) is beyond the largest \(kind.rawValue)", range)
    }
    return Number(type: .floating(kind), value: value)
  }

  /// A character constant is an `int`, with a prefix the type of that prefix (C11, section
  /// 6.4.4.4).
  private func character(_ code: Int64, _ prefix: CStringPrefix) -> Number {
    switch prefix {
    case .none, .wide: Number(type: .integer(.int), value: .signed(Int128(code)))
    case .utf8:
      Number(type: .integer(.unsignedChar), value: .unsigned(UInt128(truncatingIfNeeded: code)))
    case .utf16:
      Number(type: .integer(.unsignedShort), value: .unsigned(UInt128(truncatingIfNeeded: code)))
    case .utf32:
      Number(type: .integer(.unsignedInt), value: .unsigned(UInt128(truncatingIfNeeded: code)))
    }
  }

  private func constant(_ name: String, _ range: CSourceRange) throws(CDiagnostic) -> Number {
    switch name {
    case "NULL", "nullptr":
      return Number(type: .pointer(CQualifiedType(.void)), value: .pointer(0))
    case "true": return Number(type: .bool, value: .bool(true))
    case "false": return Number(type: .bool, value: .bool(false))
    default: break
    }
    if let constant = header.constant(named: name) {
      guard case .integer(let kind) = header.resolved(constant.type) else {
        return Number(type: constant.type, value: .signed(constant.value))
      }
      return Number(type: constant.type, value: value(constant.value, as: kind))
    }
    throw CDiagnostic(
      "'\(name)' is no constant that is known; variables cannot be evaluated yet", range)
  }

  private func unary(
    _ sign: CUnaryOperator, _ operand: Number, _ range: CSourceRange
  ) throws(CDiagnostic) -> Number {
    switch sign {
    case .plus, .minus, .bitwiseNot: break
    case .logicalNot:
      return Number(type: .integer(.int), value: .signed(operand.value.isTrue ? 0 : 1))
    case .address, .dereference, .preIncrement, .preDecrement, .postIncrement, .postDecrement:
      throw CDiagnostic(
        "'\(sign.rawValue.filter { $0 != "p" })' cannot be evaluated yet", range)
    }
    switch operand.value {
    case .floating(let number) where sign != .bitwiseNot:
      return Number(type: operand.type, value: .floating(sign == .minus ? -number : number))
    case .longDouble(let number) where sign != .bitwiseNot:
      return Number(type: operand.type, value: .longDouble(sign == .minus ? -number : number))
    case .bool, .signed, .unsigned:
      let promoted = header.promoted(operand.type)
      guard case .integer(let kind) = header.resolved(promoted),
        let number = operand.value.exactInteger
      else { break }
      let result = sign == .minus ? 0 &- number : sign == .bitwiseNot ? ~number : number
      return Number(type: promoted, value: self.value(result, as: kind))
    case .void, .pointer, .string, .floating, .longDouble, .complex, .aggregate: break
    }
    throw CDiagnostic(
      "'\(sign.rawValue)' wants a number, not '\(CPrinter().text(of: operand.type))'", range)
  }

  /// A cast means what C means by it: bits that do not fit are dropped, fractions cut.
  private func cast(
    _ operand: Number, to type: CType, _ range: CSourceRange
  ) throws(CDiagnostic) -> Number {
    let value: CValue
    switch header.resolved(type) {
    case .void: value = .void
    case .bool: value = .bool(operand.value.isTrue)
    case .integer(let kind):
      value = self.value(try integer(operand, as: kind, range), as: kind)
    case .enumeration(let name):
      let kind = header.underlyingKind(of: name)
      value = self.value(try integer(operand, as: kind, range), as: kind)
    case .floating(.longDouble): value = .longDouble(operand.value.longDouble)
    case .floating(.float), .floating(.float32):
      value = .floating(Double(Float(operand.value.double)))
    case .floating(.double), .floating(.float64): value = .floating(operand.value.double)
    case .pointer:
      value = .pointer(UInt64(truncatingIfNeeded: try integer(operand, as: .unsignedLong, range)))
    case .floating, .complex, .array, .function, .record, .typedef:
      throw CDiagnostic(
        "a cast to '\(CPrinter().text(of: type))' cannot be evaluated yet", range)
    }
    return Number(type: type, value: value)
  }

  /// The operand as an integer: of a fraction the whole part, which must fit (C11, section
  /// 6.3.1.4); of an integer all of it, whatever its width.
  private func integer(
    _ operand: Number, as kind: CIntegerKind, _ range: CSourceRange
  ) throws(CDiagnostic) -> Int128 {
    let whole: Int128?
    switch operand.value {
    case .floating(let number): whole = Int128(exactly: number.rounded(.towardZero))
    case .longDouble(let number): whole = Int128(exactly: number.rounded(.towardZero))
    case .bool, .signed, .unsigned, .pointer, .string, .void, .complex, .aggregate:
      whole = operand.value.exactInteger
      if let whole { return whole }
    }
    guard let whole, header.target.wrapped(whole, to: kind) == whole else {
      throw CDiagnostic(
        "\(CPrinter().text(of: operand.value, as: operand.type)) is beyond the range of "
          + "\(kind.rawValue)", range)
    }
    return whole
  }
}

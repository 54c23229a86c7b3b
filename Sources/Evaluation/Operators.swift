import CLanguage
import Marshalling

/// Operators (C11, sections 6.5.3 to 6.5.17).
extension Compiler {
  // MARK: Unary

  func unary(
    _ operation: CUnaryOperator, _ expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    switch operation {
    case .address: return try address(of: expression, range)
    case .dereference: return try dereference(expression, range)
    case .preIncrement, .preDecrement, .postIncrement, .postDecrement:
      return try step(operation, expression, range)
    case .logicalNot:
      let value = try value(of: expression)
      guard value.valueClass.isScalar else {
        throw mismatch(operation.rawValue, "a number or a pointer", value)
      }
      let evaluate = value.evaluate
      return folded(
        Operand(
          CQualifiedType(.integer(.int)),
          .value { machine throws(Stop) in .signed(try evaluate(machine).isTrue ? 0 : 1) }, range),
        from: [value.constant])
    case .plus, .minus, .bitwiseNot: return try sign(operation, expression, range)
    }
  }

  private func sign(
    _ operation: CUnaryOperator, _ expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let value = try value(of: expression)
    let isFine =
      operation == .bitwiseNot ? value.valueClass.isInteger : value.valueClass.isArithmetic
    guard isFine else {
      throw mismatch(
        operation.rawValue, operation == .bitwiseNot ? "an integer" : "a number", value)
    }
    let promoted = arithmetic.promoted(value.valueClass, in: header)
    let (arithmetic, evaluate) = (arithmetic, value.evaluate)
    return folded(
      Operand(
        type(of: promoted),
        .value { machine throws(Stop) in
          let operand = try evaluate(machine)
          return try Self.placed(range) { () throws(ArithmeticError) in
            let converted = try arithmetic.converted(operand, to: promoted)
            switch operation {
            case .minus: return try arithmetic.negated(converted, in: promoted)
            case .bitwiseNot:
              return try arithmetic.converted(
                .signed(~Arithmetic.bits(converted)), to: promoted)
            case .plus, .logicalNot, .address, .dereference, .preIncrement, .preDecrement,
              .postIncrement, .postDecrement:
              return converted
            }
          }
        }, range),
      from: [value.constant])
  }

  private func address(
    of expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let operand = try operand(expression)
    let type = CQualifiedType(.pointer(operand.type))
    switch operand.form {
    case .memory(let locate):
      return Operand(
        type, .value { machine throws(Stop) in .pointer(try locate(machine)) }, range)
    case .function(let designator):
      return Operand(type, .value(functionAddress(designator, at: range)), range)
    case .register:
      if case .identifier(let name) = expression.kind, let local = local(name) {
        addressed.insert(local.declaration)
        needsAnotherPass = true
      }
      return Operand(type, constant: .pointer(0), range)
    case .bitField: throw CDiagnostic("a bit-field has no address", expression.range)
    case .errorNumber:
      throw CDiagnostic("'errno' is kept by sonde and has no address", expression.range)
    case .value: throw CDiagnostic("a value has no address, only a variable has", expression.range)
    }
  }

  private func dereference(
    _ expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let operand = try operand(expression)
    // `*f` is `f` again (C11, section 6.5.3.2, paragraph 4).
    if case .function = operand.form { return operand }
    let pointer = try value(operand)
    guard let pointee = pointee(pointer.type) else {
      throw mismatch("*", "a pointer", pointer)
    }
    return object(pointee, at: pointer.evaluate, range)
  }

  /// What a pointer points to.
  func object(
    _ pointee: CQualifiedType, at evaluate: @escaping Evaluate, _ range: CSourceRange
  ) -> Operand {
    if functionType(pointee) != nil, case .function = resolved(pointee).type {
      // A function behind a pointer is called, or becomes the pointer again.
      return Operand(CQualifiedType(.pointer(pointee)), .value(evaluate), range)
    }
    return Operand(
      pointee,
      .memory { machine throws(Stop) in
        UInt64(truncatingIfNeeded: Arithmetic.bits(try evaluate(machine)))
      }, range)
  }

  private func step(
    _ operation: CUnaryOperator, _ expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let operand = try modifiable(expression, range)
    let access = try access(operand)
    let type = CQualifiedType(operand.type.type)
    let isDown = operation == .preDecrement || operation == .postDecrement
    let isPost = operation == .postIncrement || operation == .postDecrement
    let one = ValueOperand(
      type: CQualifiedType(.integer(.int)), valueClass: .integer(.int),
      evaluate: { _ in .signed(1) }, range: range, constant: .signed(1))
    let combine = try combination(
      isDown ? .subtract : .add, type, one, operand.bitWidth, range)
    let (locate, load, store) = (access.locate, access.load, access.store)
    return Operand(
      type,
      .value { machine throws(Stop) in
        let address = try locate(machine)
        let old = try load(machine, address)
        let new = try combine(machine, old, .signed(1))
        try store(machine, address, new)
        return isPost ? old : new
      }, range)
  }

  // MARK: Binary

  func binary(
    _ operation: CBinaryOperator, _ left: CExpression, _ right: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    if operation == .logicalAnd || operation == .logicalOr {
      return try logical(isAnd: operation == .logicalAnd, left, right, range)
    }
    let a = try value(of: left)
    let b = try value(of: right)
    if a.valueClass == .pointer || b.valueClass == .pointer {
      return try pointerOperation(operation, a, b, range)
    }
    let (type, compute) = try arithmeticOperation(operation, a, b, range)
    let (first, second) = (a.evaluate, b.evaluate)
    return folded(
      Operand(
        type,
        .value { machine throws(Stop) in
          let x = try first(machine)
          return try compute(x, try second(machine))
        }, range),
      from: [a.constant, b.constant])
  }

  private func logical(
    isAnd: Bool, _ left: CExpression, _ right: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let a = try value(of: left)
    let b = try value(of: right)
    for side in [a, b] where !side.valueClass.isScalar {
      throw mismatch(isAnd ? "&&" : "||", "numbers or pointers", side)
    }
    let (first, second) = (a.evaluate, b.evaluate)
    return folded(
      Operand(
        CQualifiedType(.integer(.int)),
        .value { machine throws(Stop) in
          if try first(machine).isTrue != isAnd { return .signed(isAnd ? 0 : 1) }
          return .signed(try second(machine).isTrue ? 1 : 0)
        }, range),
      from: [a.constant, b.constant])
  }

  /// What an arithmetic operator computes, and the type of it.
  func arithmeticOperation(
    _ operation: CBinaryOperator, _ a: ValueOperand, _ b: ValueOperand, _ range: CSourceRange
  ) throws(CDiagnostic) -> (CQualifiedType, (CValue, CValue) throws(Stop) -> CValue) {
    for side in [a, b] {
      let isFine =
        operation.wantsIntegers ? side.valueClass.isInteger : side.valueClass.isArithmetic
      guard isFine else {
        throw mismatch(
          operation.rawValue, operation.wantsIntegers ? "integers" : "numbers", side)
      }
    }
    let isShift = operation == .shiftLeft || operation == .shiftRight
    let common =
      isShift
      ? arithmetic.promoted(a.valueClass, in: header)
      : arithmetic.common(a.valueClass, b.valueClass, in: header)
    if case .complex = common, operation.isOrder {
      throw CDiagnostic("complex numbers have no order", range)
    }
    let type = operation.isComparison ? CQualifiedType(.integer(.int)) : type(of: common)
    let arithmetic = arithmetic
    if isShift {
      return (
        type,
        { x, y throws(Stop) in
          try Self.placed(range) { () throws(ArithmeticError) in
            try arithmetic.result(
              operation, try arithmetic.converted(x, to: common), y, in: common)
          }
        }
      )
    }
    // A real operand stays real: `x * I` has no part that is 0 times infinity (annex G.5.1).
    return (
      type,
      { x, y throws(Stop) in
        try Self.placed(range) { () throws(ArithmeticError) in
          try arithmetic.result(
            operation, try arithmetic.converted(x, to: common),
            try arithmetic.converted(y, to: common), in: common)
        }
      }
    )
  }

  // MARK: Pointers

  private func pointerOperation(
    _ operation: CBinaryOperator, _ a: ValueOperand, _ b: ValueOperand, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    switch operation {
    case .add, .subtract:
      if a.valueClass == .pointer && b.valueClass == .pointer && operation == .subtract {
        return try difference(a, b, range)
      }
      let (pointer, index) = a.valueClass == .pointer ? (a, b) : (b, a)
      guard index.valueClass.isInteger, operation == .add || a.valueClass == .pointer else {
        throw mismatch(operation.rawValue, "an integer beside the pointer", index)
      }
      let move = try movement(of: pointer.type, operation, index.valueClass, range)
      let (first, second) = (a.evaluate, b.evaluate)
      let isSwapped = a.valueClass != .pointer
      return Operand(
        pointer.type,
        .value { machine throws(Stop) in
          let x = try first(machine)
          let y = try second(machine)
          return isSwapped ? move(y, x) : move(x, y)
        }, range)
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual:
      return try comparison(operation, a, b, range)
    case .multiply, .divide, .remainder, .shiftLeft, .shiftRight, .bitwiseAnd, .bitwiseXor,
      .bitwiseOr, .logicalAnd, .logicalOr:
      throw mismatch(operation.rawValue, "numbers", a.valueClass == .pointer ? a : b)
    }
  }

  /// Bytes from one element to the next; GNU C counts `void` as 1.
  func stride(of pointer: CQualifiedType, _ range: CSourceRange) throws(CDiagnostic) -> Int128 {
    guard let pointee = pointee(pointer) else { return 1 }
    switch resolved(pointee).type {
    case .void: return 1
    case .function: throw CDiagnostic("a pointer to a function cannot be moved", range)
    case .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .record,
      .enumeration,
      .typedef:
      return Int128(try layout(of: pointee, at: range).size)
    }
  }

  func movement(
    of pointer: CQualifiedType, _ operation: CBinaryOperator, _ index: ValueClass,
    _ range: CSourceRange
  ) throws(CDiagnostic) -> (CValue, CValue) -> CValue {
    let stride = try stride(of: pointer, range)
    let isBack = operation == .subtract
    return { pointer, index in
      let distance = Arithmetic.bits(index) &* stride
      let address = Arithmetic.bits(pointer)
      return .pointer(
        UInt64(truncatingIfNeeded: isBack ? address &- distance : address &+ distance))
    }
  }

  private func difference(
    _ a: ValueOperand, _ b: ValueOperand, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    guard isSamePointee(a.type, b.type) else { throw incomparable(a, b, range) }
    let stride = try stride(of: a.type, range)
    guard stride > 0 else { throw CDiagnostic("what is pointed to has no size", range) }
    let (first, second) = (a.evaluate, b.evaluate)
    return Operand(
      CQualifiedType(.typedef("ptrdiff_t")),
      .value { machine throws(Stop) in
        let x = Int64(truncatingIfNeeded: Arithmetic.bits(try first(machine)))
        let y = Int64(truncatingIfNeeded: Arithmetic.bits(try second(machine)))
        return .signed(Int128(x &- y) / stride)
      }, range)
  }

  private func comparison(
    _ operation: CBinaryOperator, _ a: ValueOperand, _ b: ValueOperand, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let isFine =
      a.valueClass == .pointer && b.valueClass == .pointer
      ? isSamePointee(a.type, b.type) || isVoidPointer(a.type) || isVoidPointer(b.type)
        || a.isNullConstant(in: header) || b.isNullConstant(in: header)
      : a.isNullConstant(in: header) || b.isNullConstant(in: header)
    guard isFine else { throw incomparable(a, b, range) }
    let arithmetic = arithmetic
    let (first, second) = (a.evaluate, b.evaluate)
    return Operand(
      CQualifiedType(.integer(.int)),
      .value { machine throws(Stop) in
        let x = try first(machine)
        let y = try second(machine)
        return try Self.placed(range) { () throws(ArithmeticError) in
          try arithmetic.result(operation, x, y, in: .pointer)
        }
      }, range)
  }

  private func incomparable(
    _ a: ValueOperand, _ b: ValueOperand, _ range: CSourceRange
  ) -> CDiagnostic {
    CDiagnostic(
      "'\(text(of: a.type))' and '\(text(of: b.type))' do not go together; cast one if it is "
        + "meant", range)
  }

  func isVoidPointer(_ type: CQualifiedType) -> Bool {
    guard let pointee = pointee(type) else { return false }
    return resolved(pointee).type == .void
  }

  /// Whether two pointers point to the same type, whatever its qualifiers.
  func isSamePointee(_ a: CQualifiedType, _ b: CQualifiedType) -> Bool {
    guard let first = pointee(a), let second = pointee(b) else { return false }
    return unqualified(header.canonical(first)) == unqualified(header.canonical(second))
  }

  private func unqualified(_ type: CQualifiedType) -> CType {
    // Qualifiers of an array are its elements'.
    guard case .array(let element, let count) = type.type else { return type.type }
    return .array(CQualifiedType(unqualified(element)), count: count)
  }

  // MARK: Help

  /// The operand with its value, when it is made of constants only.
  func folded(_ operand: Operand, from constants: [CValue?]) -> Operand {
    guard constants.allSatisfy({ $0 != nil }), case .value(let evaluate) = operand.form,
      let value = try? evaluate(Self.constantMachine(state, target))
    else { return operand }
    var result = operand
    result.constant = value
    return result
  }

  private static func constantMachine(
    _ state: EvaluatorState, _ target: any EvaluationTarget
  ) -> Machine {
    Machine(target: target, state: state)
  }

  func mismatch(_ operation: String, _ wanted: String, _ found: ValueOperand) -> CDiagnostic {
    CDiagnostic("'\(operation)' wants \(wanted), not '\(text(of: found.type))'", found.range)
  }
}

extension CBinaryOperator {
  var wantsIntegers: Bool {
    switch self {
    case .remainder, .shiftLeft, .shiftRight, .bitwiseAnd, .bitwiseXor, .bitwiseOr: true
    case .multiply, .divide, .add, .subtract, .less, .greater, .lessOrEqual, .greaterOrEqual,
      .equal, .notEqual, .logicalAnd, .logicalOr:
      false
    }
  }

  var isOrder: Bool {
    switch self {
    case .less, .greater, .lessOrEqual, .greaterOrEqual: true
    case .multiply, .divide, .remainder, .add, .subtract, .shiftLeft, .shiftRight, .equal,
      .notEqual, .bitwiseAnd, .bitwiseXor, .bitwiseOr, .logicalAnd, .logicalOr:
      false
    }
  }

  var isComparison: Bool { isOrder || self == .equal || self == .notEqual }
}

extension Operand {
  // Inlined where an operand is looked at more than once, these make the optimizer of Swift 6.3.1
  // end with "Found ownership error".

  /// Of a bit-field.
  @inline(never)
  var bitWidth: Int? {
    if case .bitField(_, let field) = form { return field.width }
    return nil
  }

  /// The register of a local without address.
  @inline(never)
  var register: Int? {
    if case .register(let index) = form { return index }
    return nil
  }
}

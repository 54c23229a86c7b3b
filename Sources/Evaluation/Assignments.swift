import CLanguage
import Marshalling

/// Assignment, casts, and the choice between values.
extension Compiler {
  /// An object that can be changed.
  func modifiable(
    _ expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let operand = try operand(expression)
    guard operand.isLvalue else {
      throw CDiagnostic("only an object can be changed; this is a value", expression.range)
    }
    guard !isConst(operand.type) else {
      throw CDiagnostic("this is const: '\(text(of: operand.type))'", expression.range)
    }
    if case .array = resolved(operand.type).type {
      throw CDiagnostic("an array cannot be assigned, only its elements", expression.range)
    }
    return operand
  }

  private func isConst(_ type: CQualifiedType) -> Bool {
    header.resolved(type).qualifiers.contains(.const)
  }

  func assignment(
    _ operation: CBinaryOperator?, _ left: CExpression, _ right: CExpression,
    _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let operand = try modifiable(left, range)
    let type = CQualifiedType(operand.type.type)
    let bitWidth = operand.bitWidth
    let right = try value(of: right)
    let access = try access(operand)
    let (locate, load, store) = (access.locate, access.load, access.store)
    guard let operation else {
      let convert = try assigned(right, to: type, "the variable", bitWidth)
      if let index = operand.register {
        return Operand(
          type,
          .value { machine throws(Stop) in
            let value = try convert(machine)
            machine.setRegister(index, value)
            return value
          }, range)
      }
      return Operand(
        type,
        .value { machine throws(Stop) in
          let address = try locate(machine)
          let value = try convert(machine)
          try store(machine, address, value)
          return value
        }, range)
    }
    let combine = try combination(operation, type, right, bitWidth, range)
    let evaluate = right.evaluate
    return Operand(
      type,
      .value { machine throws(Stop) in
        let address = try locate(machine)
        let operand = try evaluate(machine)
        let value = try combine(machine, try load(machine, address), operand)
        try store(machine, address, value)
        return value
      }, range)
  }

  /// What `left operation= right` stores, from the old value and the right operand.
  func combination(
    _ operation: CBinaryOperator, _ type: CQualifiedType, _ right: ValueOperand,
    _ bitWidth: Int?, _ range: CSourceRange
  ) throws(CDiagnostic) -> (Machine, CValue, CValue) throws(Stop) -> CValue {
    let left = ValueOperand(
      type: type, valueClass: valueClass(of: type), evaluate: { _ in .void }, range: range)
    if left.valueClass == .pointer {
      guard operation == .add || operation == .subtract, right.valueClass.isInteger else {
        throw mismatch(operation.rawValue + "=", "an integer beside the pointer", right)
      }
      let move = try movement(of: type, operation, right.valueClass, range)
      return { _, old, operand in move(old, operand) }
    }
    let (_, compute) = try arithmeticOperation(operation, left, right, range)
    let cut = bitCut(left.valueClass, bitWidth)
    let (arithmetic, target) = (arithmetic, left.valueClass)
    return { _, old, operand throws(Stop) in
      let value = try compute(old, operand)
      return try Self.placed(range) { () throws(ArithmeticError) in
        cut(try arithmetic.converted(value, to: target))
      }
    }
  }

  /// A bit-field's value after storing: the bits that it has.
  private func bitCut(_ valueClass: ValueClass, _ width: Int?) -> (CValue) -> CValue {
    guard let width, case .integer(let kind) = valueClass else { return { $0 } }
    let unused = Int128(128 - width)
    let isSigned = header.target.isSigned(kind)
    return { value in
      let bits = Arithmetic.bits(value) << unused
      return isSigned
        ? .signed(bits >> unused)
        : .unsigned(UInt128(truncatingIfNeeded: bits) >> UInt128(unused))
    }
  }

  /// A value as an object of another type takes it (C11, section 6.5.16.1).
  ///
  /// `what` is how a message names the object.
  func assigned(
    _ value: ValueOperand, to type: CQualifiedType, _ what: String, _ bitWidth: Int? = nil
  ) throws(CDiagnostic) -> Evaluate {
    if let problem = obstacle(to: value, as: type) {
      throw CDiagnostic("\(what) is '\(text(of: type))': \(problem)", value.range)
    }
    let evaluate = value.evaluate
    let target = valueClass(of: type)
    if target == .aggregate { return evaluate }
    let cut = bitCut(target, bitWidth)
    if target == value.valueClass && bitWidth == nil { return evaluate }
    let (arithmetic, range) = (arithmetic, value.range)
    return { machine throws(Stop) in
      let value = try evaluate(machine)
      return try Self.placed(range) { () throws(ArithmeticError) in
        cut(try arithmetic.converted(value, to: target))
      }
    }
  }

  /// Why a value cannot be assigned to an object of a type; nil when it can.
  func obstacle(to value: ValueOperand, as type: CQualifiedType) -> String? {
    let given = text(of: value.type)
    switch (value.valueClass, valueClass(of: type)) {
    case (.void, _): return "this has no value, it is 'void'"
    case (_, .void): return "nothing can be a 'void'"
    case (.aggregate, .aggregate):
      let isSame = header.canonical(value.type).type == header.canonical(type).type
      return isSame ? nil : "a '\(given)' is given"
    case (.aggregate, _), (_, .aggregate): return "a '\(given)' is given"
    case (.pointer, .pointer):
      let isFine =
        isSamePointee(value.type, type) || isVoidPointer(value.type) || isVoidPointer(type)
        || value.isNullConstant(in: header) || isLoosePointee(value.type, type)
      return isFine ? nil : "a '\(given)' is given; cast it if it is meant"
    case (.pointer, .bool): return nil
    case (.pointer, _): return "a pointer is given; cast it if it is meant"
    case (_, .pointer):
      return value.isNullConstant(in: header)
        ? nil : "a number is given; cast it to '\(text(of: type))' if it is an address"
    default: return nil
    }
  }

  /// Pointers that are taken for each other: to characters of either sign, to integers of one
  /// width, and to whatever differs in qualifiers deeper down.
  private func isLoosePointee(_ a: CQualifiedType, _ b: CQualifiedType) -> Bool {
    guard let first = pointee(a).map({ resolved($0) }),
      let second = pointee(b).map({ resolved($0) })
    else { return false }
    switch (first.type, second.type) {
    case (.pointer, .pointer):
      return isSamePointee(first, second) || isLoosePointee(first, second)
        || isVoidPointer(first) || isVoidPointer(second)
    case (.function(let first), .function(let second)): return isCallable(first, as: second)
    default: break
    }
    guard case .integer(let x) = valueClass(of: first),
      case .integer(let y) = valueClass(of: second)
    else { return false }
    return header.target.width(of: x) == header.target.width(of: y)
      && (header.target.width(of: x) == 8 || header.target.isSigned(x) == header.target.isSigned(y))
  }

  /// Whether code that calls one function type can be given the other: it passes and takes the
  /// same registers.
  func isCallable(_ given: CFunctionType, as wanted: CFunctionType) -> Bool {
    if given.hasUnknownParameters || wanted.hasUnknownParameters { return true }
    guard given.parameters.count == wanted.parameters.count,
      given.isVariadic == wanted.isVariadic
    else { return false }
    guard valueClass(of: wanted.result) == .void || isPassedAlike(given.result, wanted.result)
    else { return false }
    return zip(given.parameters, wanted.parameters).allSatisfy {
      isPassedAlike(header.adjustedParameter($0.type), header.adjustedParameter($1.type))
    }
  }

  private func isPassedAlike(_ a: CQualifiedType, _ b: CQualifiedType) -> Bool {
    let (first, second) = (valueClass(of: a), valueClass(of: b))
    if case .integer(let x) = first, case .integer(let y) = second {
      return header.target.width(of: x) == header.target.width(of: y)
    }
    if first == .aggregate {
      return header.canonical(a).type == header.canonical(b).type
    }
    return first == second
  }

  // MARK: Casts

  func cast(
    _ type: CQualifiedType, _ expression: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let value = try value(of: expression)
    let target = valueClass(of: type)
    let plain = CQualifiedType(type.type)
    switch (value.valueClass, target) {
    case (_, .void):
      let evaluate = value.evaluate
      return Operand(
        plain,
        .value { machine throws(Stop) in
          _ = try evaluate(machine)
          return .void
        }, range)
    case (.aggregate, .aggregate)
    where header.canonical(value.type).type == header.canonical(type).type:
      return Operand(plain, .value(value.evaluate), range)
    case (.pointer, .floating), (.pointer, .complex), (.floating, .pointer), (.complex, .pointer),
      (.void, _), (.aggregate, _), (_, .aggregate):
      throw CDiagnostic(
        "'\(text(of: value.type))' cannot be cast to '\(text(of: type))'", range)
    default: break
    }
    let (arithmetic, evaluate) = (arithmetic, value.evaluate)
    let operand = Operand(
      plain,
      .value { machine throws(Stop) in
        let value = try evaluate(machine)
        return try Self.placed(range) { () throws(ArithmeticError) in
          try arithmetic.converted(value, to: target)
        }
      }, range)
    if let constant = value.constant {
      do { _ = try arithmetic.converted(constant, to: target) } catch {
        throw CDiagnostic(error.reason, range)
      }
    }
    return folded(operand, from: [value.constant])
  }

  // MARK: Choice

  /// `a ? b : c` (C11, section 6.5.15); without `b` the condition is the value too.
  func choice(
    _ condition: CExpression, _ then: CExpression?, _ otherwise: CExpression,
    _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let test = try value(of: condition)
    guard test.valueClass.isScalar else {
      throw mismatch("?:", "a number or a pointer", test)
    }
    let first = try then.map { (then) throws(CDiagnostic) in try value(of: then) } ?? test
    let second = try value(of: otherwise)
    let type = try choiceType(first, second, range)
    let a = try chosen(first, type)
    let b = try chosen(second, type)
    let evaluate = test.evaluate
    if then == nil {
      let (arithmetic, target) = (arithmetic, valueClass(of: type))
      return Operand(
        type,
        .value { machine throws(Stop) in
          let value = try evaluate(machine)
          guard value.isTrue else { return try b(machine) }
          return try Self.placed(range) { () throws(ArithmeticError) in
            try arithmetic.converted(value, to: target)
          }
        }, range)
    }
    return folded(
      Operand(
        type,
        .value { machine throws(Stop) in
          try evaluate(machine).isTrue ? try a(machine) : try b(machine)
        }, range),
      from: [test.constant, first.constant, second.constant])
  }

  private func chosen(
    _ value: ValueOperand, _ type: CQualifiedType
  ) throws(CDiagnostic) -> Evaluate {
    let target = valueClass(of: type)
    guard target != .void, target != .aggregate, target != value.valueClass else {
      let evaluate = value.evaluate
      guard target == .void else { return evaluate }
      return { machine throws(Stop) in
        _ = try evaluate(machine)
        return .void
      }
    }
    let (arithmetic, evaluate, range) = (arithmetic, value.evaluate, value.range)
    return { machine throws(Stop) in
      let value = try evaluate(machine)
      return try Self.placed(range) { () throws(ArithmeticError) in
        try arithmetic.converted(value, to: target)
      }
    }
  }

  private func choiceType(
    _ a: ValueOperand, _ b: ValueOperand, _ range: CSourceRange
  ) throws(CDiagnostic) -> CQualifiedType {
    if a.valueClass.isArithmetic && b.valueClass.isArithmetic {
      // The same type, also a typedef, stays what it is when nothing is promoted.
      let common = arithmetic.common(a.valueClass, b.valueClass, in: header)
      if a.valueClass == b.valueClass && a.valueClass == common { return a.type }
      return type(of: common)
    }
    if a.valueClass == .void || b.valueClass == .void { return CQualifiedType(.void) }
    if a.valueClass == .pointer && b.isNullConstant(in: header) { return a.type }
    if b.valueClass == .pointer && a.isNullConstant(in: header) { return b.type }
    if a.valueClass == .pointer && b.valueClass == .pointer {
      if isVoidPointer(a.type) { return a.type }
      if isVoidPointer(b.type) { return b.type }
      if isSamePointee(a.type, b.type) { return a.type }
    }
    if a.valueClass == .aggregate,
      header.canonical(a.type).type == header.canonical(b.type).type
    {
      return a.type
    }
    throw CDiagnostic(
      "'\(text(of: a.type))' and '\(text(of: b.type))' are no two values of one type", range)
  }
}

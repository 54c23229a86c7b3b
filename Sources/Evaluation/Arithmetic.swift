import CLanguage
import Marshalling

/// What a type is to an operator: enumerations are integers, typedefs gone.
enum ValueClass: Hashable {
  case void
  case bool
  case integer(CIntegerKind)
  case floating(CFloatingKind)
  case complex(CFloatingKind)
  case pointer
  /// A struct, union or array, or a number that cannot be computed with.
  case aggregate

  var isArithmetic: Bool {
    switch self {
    case .bool, .integer, .floating, .complex: true
    case .void, .pointer, .aggregate: false
    }
  }

  var isInteger: Bool {
    switch self {
    case .bool, .integer: true
    case .void, .floating, .complex, .pointer, .aggregate: false
    }
  }

  /// What can be tested against zero.
  var isScalar: Bool { isArithmetic || self == .pointer }

  var floatingKind: CFloatingKind? {
    switch self {
    case .floating(let kind), .complex(let kind): kind
    case .void, .bool, .integer, .pointer, .aggregate: nil
    }
  }
}

/// Why an operation has no result; the caller knows the place.
struct ArithmeticError: Error {
  var reason: String
}

/// Computes as C does on the target (C11, sections 6.3 and 6.5).
///
/// Signed overflow, which C leaves undefined, wraps as the processor does it. What has no result
/// at all, a division by zero or a fraction beyond the integers, is an error.
struct Arithmetic {
  let target: CTarget

  // MARK: Types

  /// The integer promotions, for any arithmetic type (C11, section 6.3.1.1).
  func promoted(_ type: ValueClass, in header: CHeader) -> ValueClass {
    switch type {
    case .bool: .integer(.int)
    case .integer(let kind): .integer(header.promoted(kind))
    case .void, .floating, .complex, .pointer, .aggregate: type
    }
  }

  /// The usual arithmetic conversions (C11, section 6.3.1.8).
  func common(_ a: ValueClass, _ b: ValueClass, in header: CHeader) -> ValueClass {
    let (a, b) = (promoted(a, in: header), promoted(b, in: header))
    if case .integer(let first) = a, case .integer(let second) = b {
      return .integer(header.common(first, second))
    }
    let kinds = [a, b].compactMap(\.floatingKind)
    let kind = kinds.max { Self.rank($0) < Self.rank($1) } ?? .double
    if case .complex = a { return .complex(kind) }
    if case .complex = b { return .complex(kind) }
    return .floating(kind)
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

  // MARK: Values

  /// The lower bits of a number, as the type reads them.
  func value(_ number: Int128, as kind: CIntegerKind) -> CValue {
    let wrapped = target.wrapped(number, to: kind)
    return target.isSigned(kind)
      ? .signed(wrapped) : .unsigned(UInt128(truncatingIfNeeded: wrapped))
  }

  /// All bits of an integer or pointer.
  static func bits(_ value: CValue) -> Int128 {
    switch value {
    case .bool(let truth): truth ? 1 : 0
    case .signed(let number): number
    case .unsigned(let number): Int128(truncatingIfNeeded: number)
    case .pointer(let address), .string(let address, _): Int128(address)
    case .void, .floating, .longDouble, .complex, .aggregate: 0
    }
  }

  /// A value in another type, as a cast or an assignment converts it (C11, section 6.3).
  func converted(
    _ value: CValue, to type: ValueClass
  ) throws(ArithmeticError) -> CValue {
    switch type {
    case .void: return .void
    case .bool: return .bool(value.isTrue)
    case .integer(let kind): return self.value(try integer(value, for: kind), as: kind)
    case .floating(let kind): return Self.rounded(value, to: kind)
    case .complex(let kind):
      let (real, imaginary) = Self.parts(value)
      return .complex(Self.rounded(real, to: kind), Self.rounded(imaginary, to: kind))
    case .pointer:
      return .pointer(UInt64(truncatingIfNeeded: try integer(value, for: .unsignedLong)))
    case .aggregate: return value
    }
  }

  private func integer(
    _ value: CValue, for kind: CIntegerKind
  ) throws(ArithmeticError) -> Int128 {
    let whole: Int128?
    switch value {
    case .floating(let number): whole = Int128(exactly: number.rounded(.towardZero))
    case .longDouble(let number), .complex(let number, _):
      whole = Int128(exactly: number.rounded(.towardZero))
    case .bool, .signed, .unsigned, .pointer, .string, .void, .aggregate: return Self.bits(value)
    }
    // Beyond the range C leaves it undefined (C11, section 6.3.1.4): no number would be right.
    guard let whole, target.wrapped(whole, to: kind) == whole || kind == .unsignedInt128 else {
      let text = CPrinter().text(of: value, as: .floating(.double))
      throw ArithmeticError(reason: "\(text) is beyond the range of \(kind.rawValue)")
    }
    return whole
  }

  static func parts(_ value: CValue) -> (CLongDouble, CLongDouble) {
    if case .complex(let real, let imaginary) = value { return (real, imaginary) }
    return (value.longDouble, 0)
  }

  static func rounded(_ value: CValue, to kind: CFloatingKind) -> CValue {
    switch kind {
    case .longDouble, .float64x: return .longDouble(value.longDouble)
    case .float, .float32:
      switch value {
      case .signed(let number): return .floating(Double(Float(number)))
      case .unsigned(let number): return .floating(Double(Float(number)))
      case .longDouble(let number), .complex(let number, _):
        return .floating(Double(Float(number)))
      case .void, .bool, .floating, .aggregate, .pointer, .string:
        return .floating(Double(Float(value.double)))
      }
    case .double, .float64, .float32x, .float16, .float128, .decimal32, .decimal64, .decimal128:
      return .floating(value.double)
    }
  }

  static func rounded(_ number: CLongDouble, to kind: CFloatingKind) -> CLongDouble {
    switch kind {
    case .float, .float32: CLongDouble(Float(number))
    case .double, .float64, .float32x: CLongDouble(Double(number))
    case .longDouble, .float64x, .float16, .float128, .decimal32, .decimal64, .decimal128: number
    }
  }
}

// MARK: - Operators

extension Arithmetic {
  /// `a operation b`, both converted to `type` already.
  func result(
    _ operation: CBinaryOperator, _ a: CValue, _ b: CValue, in type: ValueClass
  ) throws(ArithmeticError) -> CValue {
    switch type {
    case .integer(let kind): return try integer(operation, Self.bits(a), Self.bits(b), kind)
    case .floating(.longDouble):
      return try floating(operation, a.longDouble, b.longDouble) { .longDouble($0) }
    case .floating(.float), .floating(.float32):
      return try floating(operation, Float(a.double), Float(b.double)) { .floating(Double($0)) }
    case .floating: return try floating(operation, a.double, b.double) { .floating($0) }
    case .complex(let kind): return try complex(operation, a, b, kind)
    case .pointer: return try integer(operation, Self.bits(a), Self.bits(b), .unsignedLong)
    case .void, .bool, .aggregate: throw Self.noSuchOperation(operation)
    }
  }

  private static func noSuchOperation(_ operation: CBinaryOperator) -> ArithmeticError {
    ArithmeticError(reason: "'\(operation.rawValue)' cannot be computed with these types")
  }

  private static func truth(_ truth: Bool) -> CValue { .signed(truth ? 1 : 0) }

  private func integer(
    _ operation: CBinaryOperator, _ a: Int128, _ b: Int128, _ kind: CIntegerKind
  ) throws(ArithmeticError) -> CValue {
    switch operation {
    case .add: return value(a &+ b, as: kind)
    case .subtract: return value(a &- b, as: kind)
    case .multiply: return value(a &* b, as: kind)
    case .divide, .remainder: return try quotient(operation, a, b, kind)
    case .bitwiseAnd: return value(a & b, as: kind)
    case .bitwiseOr: return value(a | b, as: kind)
    case .bitwiseXor: return value(a ^ b, as: kind)
    case .equal: return Self.truth(a == b)
    case .notEqual: return Self.truth(a != b)
    case .less: return Self.truth(isLess(a, b, kind))
    case .greater: return Self.truth(isLess(b, a, kind))
    case .lessOrEqual: return Self.truth(!isLess(b, a, kind))
    case .greaterOrEqual: return Self.truth(!isLess(a, b, kind))
    case .shiftLeft, .shiftRight: return try shift(operation, a, b, kind)
    case .logicalAnd, .logicalOr: throw Self.noSuchOperation(operation)
    }
  }

  /// An `unsigned __int128` fills all bits, its upper half is not negative.
  private func isLess(_ a: Int128, _ b: Int128, _ kind: CIntegerKind) -> Bool {
    kind == .unsignedInt128
      ? UInt128(truncatingIfNeeded: a) < UInt128(truncatingIfNeeded: b) : a < b
  }

  private func quotient(
    _ operation: CBinaryOperator, _ a: Int128, _ b: Int128, _ kind: CIntegerKind
  ) throws(ArithmeticError) -> CValue {
    guard b != 0 else { throw ArithmeticError(reason: "division by zero") }
    if kind == .unsignedInt128 {
      let (x, y) = (UInt128(truncatingIfNeeded: a), UInt128(truncatingIfNeeded: b))
      return .unsigned(operation == .divide ? x / y : x % y)
    }
    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
    // The least number divided by -1: the processor faults, C leaves it undefined.
    guard !overflow, target.wrapped(quotient, to: kind) == quotient else {
      throw ArithmeticError(reason: "the quotient of \(a) and \(b) does not fit \(kind.rawValue)")
    }
    return value(operation == .divide ? quotient : a - quotient * b, as: kind)
  }

  /// C11, section 6.5.7: `kind` is that of the left operand.
  private func shift(
    _ operation: CBinaryOperator, _ a: Int128, _ count: Int128, _ kind: CIntegerKind
  ) throws(ArithmeticError) -> CValue {
    let width = target.width(of: kind)
    guard count >= 0, count < Int128(width) else {
      throw ArithmeticError(
        reason: "a shift by \(count) bits; \(kind.rawValue) has \(width)")
    }
    if operation == .shiftLeft { return value(a << count, as: kind) }
    if kind == .unsignedInt128 {
      return .unsigned(UInt128(truncatingIfNeeded: a) >> UInt128(truncatingIfNeeded: count))
    }
    return value(a >> count, as: kind)
  }

  private func floating<Number: BinaryFloatingPoint>(
    _ operation: CBinaryOperator, _ a: Number, _ b: Number, _ wrap: (Number) -> CValue
  ) throws(ArithmeticError) -> CValue {
    switch operation {
    case .add: wrap(a + b)
    case .subtract: wrap(a - b)
    case .multiply: wrap(a * b)
    case .divide: wrap(a / b)
    case .less: Self.truth(a < b)
    case .greater: Self.truth(a > b)
    case .lessOrEqual: Self.truth(a <= b)
    case .greaterOrEqual: Self.truth(a >= b)
    case .equal: Self.truth(a == b)
    case .notEqual: Self.truth(a != b)
    case .remainder, .shiftLeft, .shiftRight, .bitwiseAnd, .bitwiseXor, .bitwiseOr, .logicalAnd,
      .logicalOr:
      throw Self.noSuchOperation(operation)
    }
  }

  /// C11, annex G.5; finite operands come out as the compiler has them.
  private func complex(
    _ operation: CBinaryOperator, _ a: CValue, _ b: CValue, _ kind: CFloatingKind
  ) throws(ArithmeticError) -> CValue {
    let (x, y) = (Self.parts(a), Self.parts(b))
    func made(_ real: CLongDouble, _ imaginary: CLongDouble) -> CValue {
      .complex(Self.rounded(real, to: kind), Self.rounded(imaginary, to: kind))
    }
    switch operation {
    case .add: return made(x.0 + y.0, x.1 + y.1)
    case .subtract: return made(x.0 - y.0, x.1 - y.1)
    case .multiply: return product(x, y, kind)
    case .divide:
      guard case .complex = b else { return made(x.0 / y.0, x.1 / y.0) }
      let norm = y.0 * y.0 + y.1 * y.1
      return made((x.0 * y.0 + x.1 * y.1) / norm, (x.1 * y.0 - x.0 * y.1) / norm)
    case .equal: return Self.truth(x.0 == y.0 && x.1 == y.1)
    case .notEqual: return Self.truth(x.0 != y.0 || x.1 != y.1)
    case .remainder, .shiftLeft, .shiftRight, .less, .greater, .lessOrEqual, .greaterOrEqual,
      .bitwiseAnd, .bitwiseXor, .bitwiseOr, .logicalAnd, .logicalOr:
      throw Self.noSuchOperation(operation)
    }
  }

  /// The four products are rounded before they are added, as in the type's own arithmetic.
  private func product(
    _ x: (CLongDouble, CLongDouble), _ y: (CLongDouble, CLongDouble), _ kind: CFloatingKind
  ) -> CValue {
    func times(_ a: CLongDouble, _ b: CLongDouble) -> CLongDouble { Self.rounded(a * b, to: kind) }
    let real = Self.rounded(times(x.0, y.0) - times(x.1, y.1), to: kind)
    let imaginary = Self.rounded(times(x.0, y.1) + times(x.1, y.0), to: kind)
    return .complex(real, imaginary)
  }

  /// `-`, `~` of a promoted operand.
  func negated(_ value: CValue, in type: ValueClass) throws(ArithmeticError) -> CValue {
    switch type {
    case .integer(let kind): return self.value(0 &- Self.bits(value), as: kind)
    case .floating(.longDouble): return .longDouble(-value.longDouble)
    case .floating: return .floating(-value.double)
    case .complex:
      let (real, imaginary) = Self.parts(value)
      return .complex(-real, -imaginary)
    case .void, .bool, .pointer, .aggregate: throw Self.noSuchOperation(.subtract)
    }
  }
}

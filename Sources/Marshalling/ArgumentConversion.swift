import CLanguage
import ProbeWire

/// What is passed for one argument.
enum PassedArgument {
  case value(ABIType, CValue)
  /// The address of a copy of these bytes.
  case buffer([UInt8])
}

/// Turns an argument into what its parameter takes, by C's rules for assignment (C11, section
/// 6.5.16.1), but for what C would change silently: a value that does not fit is refused.
struct ArgumentConversion {
  let header: CHeader
  /// The function, for messages.
  let function: String
  /// The argument's number, from 1.
  let number: Int

  /// For a parameter of the prototype.
  func convert(
    _ argument: PlacedArgument, to parameter: CParameter
  ) throws(CDiagnostic) -> PassedArgument {
    do {
      return try passed(argument.value, to: header.decayed(parameter.type.type))
    } catch {
      let target = CPrinter().text(of: parameter)
      throw CDiagnostic(
        "argument \(number) of '\(function)', '\(target)': \(error.reason)", argument.range)
    }
  }

  /// For an argument behind `...`: the default argument promotions (C11, section 6.5.2.2).
  func promote(_ argument: PlacedArgument) throws(CDiagnostic) -> PassedArgument {
    switch argument.value {
    case .text(let units, let prefix): return .buffer(Self.bytes(of: units, prefix))
    case .number(let type, let value):
      do {
        let promoted = header.promoted(type)
        return .value(
          Self.widened(try abiType(of: promoted)), try converted(value, to: promoted))
      } catch {
        throw CDiagnostic("argument \(number) of '\(function)': \(error.reason)", argument.range)
      }
    }
  }

  /// An `int` behind the dots fills its whole register or stack slot.
  ///
  /// The ABI leaves the upper half undefined; a function that reads a `long` there would see
  /// whatever an earlier call left.
  private static func widened(_ type: ABIType) -> ABIType {
    switch type {
    case .sint32: .sint64
    case .uint32: .uint64
    case .void, .uint8, .sint8, .uint16, .sint16, .uint64, .sint64, .float, .double, .longDouble,
      .pointer, .aggregate:
      type
    }
  }

  /// Why an argument cannot be passed.
  private struct Mismatch: Error {
    var reason: String
  }

  private func passed(
    _ value: ArgumentValue, to type: CType
  ) throws(Mismatch) -> PassedArgument {
    switch value {
    case .text(let units, let prefix):
      try checkText(prefix, goesTo: type)
      return .buffer(Self.bytes(of: units, prefix))
    case .number(let given, let number):
      try checkPointers(given, number, goTo: type)
      return .value(try abiType(of: type), try converted(number, to: type))
    }
  }

  private func abiType(of type: CType) throws(Mismatch) -> ABIType {
    do { return try header.abiType(of: type) } catch { throw Mismatch(reason: error.reason) }
  }

  // MARK: Strings and pointers

  private func checkText(_ prefix: CStringPrefix, goesTo type: CType) throws(Mismatch) {
    guard case .pointer(let pointee) = header.resolved(type) else {
      throw Mismatch(reason: "a string is given where \(header.kindOfThing(type)) is expected")
    }
    let unit = header.resolved(pointee.type)
    let isMatch =
      switch prefix {
      case .none, .utf8: header.isCharacter(unit)
      case .utf16: unit == .integer(.unsignedShort)
      case .utf32: unit == .integer(.unsignedInt)
      case .wide: unit == .integer(.int)
      }
    guard isMatch || unit == .void else {
      throw Mismatch(
        reason: "a string is given where a pointer to '\(CPrinter().text(of: pointee.type))' is "
          + "expected")
    }
  }

  private func checkPointers(
    _ given: CType, _ value: CValue, goTo type: CType
  ) throws(Mismatch) {
    let from = header.resolved(given)
    let to = header.resolved(type)
    switch (from, to) {
    case (.pointer(let a), .pointer(let b)):
      guard header.arePointeesCompatible(a.type, b.type) else {
        throw Mismatch(
          reason: "a '\(CPrinter().text(of: given))' is given; cast it if it is meant")
      }
    case (_, .pointer):
      let isNull = value == .signed(0) || value == .unsigned(0)
      guard isNull else {
        throw Mismatch(
          reason: "\(CPrinter().text(of: value, as: given)) is no pointer; write "
            + "(\(CPrinter().text(of: type)))\(CPrinter().text(of: value, as: given)) if that "
            + "address is meant")
      }
    case (.pointer, .bool): break
    case (.pointer, _):
      throw Mismatch(
        reason: "a pointer is given where \(header.kindOfThing(type)) is expected")
    default: break
    }
  }

  // MARK: Numbers

  private func converted(_ value: CValue, to type: CType) throws(Mismatch) -> CValue {
    switch header.resolved(type) {
    case .bool: return .bool(value.isTrue)
    case .integer(let kind): return try integer(value, kind, type)
    case .enumeration(let name):
      return try integer(value, header.underlyingKind(of: name), type)
    case .floating(let kind): return try floating(value, kind, type)
    case .pointer: return .pointer(value.address)
    case .void, .complex, .array, .function, .record, .typedef:
      throw Mismatch(reason: "'\(CPrinter().text(of: type))' cannot be given")
    }
  }

  private func integer(
    _ value: CValue, _ kind: CIntegerKind, _ type: CType
  ) throws(Mismatch) -> CValue {
    guard let number = value.exactInteger else {
      throw Mismatch(
        reason: "\(CPrinter().text(of: value, as: .floating(.double))) is no integer")
    }
    let bits = header.target.width(of: kind)
    let half = Int128(1) << Int128(bits - 1)
    let isUnsigned = !header.target.isSigned(kind)
    // -1 for an unsigned parameter is C's way to say "all bits"; 300 for a char is a mistake.
    guard number >= -half, number < (isUnsigned ? half * 2 : half) else {
      let range = isUnsigned ? "0 to \(half * 2 - 1)" : "\(-half) to \(half - 1)"
      throw Mismatch(
        reason: "\(number) does not fit \(CPrinter().text(of: type)) (\(range)); cast it if "
          + "the lower \(bits) bits are meant")
    }
    guard isUnsigned else { return .signed(number) }
    return .unsigned(UInt128(truncatingIfNeeded: number) & UInt128(half * 2 - 1))
  }

  /// A fraction is rounded, as every decimal one is; an integer that would be is a mistake.
  private func floating(
    _ value: CValue, _ kind: CFloatingKind, _ type: CType
  ) throws(Mismatch) -> CValue {
    if kind == .longDouble { return .longDouble(value.longDouble) }
    let isFloat = kind == .float || kind == .float32
    let number = isFloat ? Double(Float(value.double)) : value.double
    if let integer = value.exactInteger, Int128(exactly: number) != integer {
      throw Mismatch(
        reason: "\(integer) has no exact \(CPrinter().text(of: type)); cast it if the nearest is "
          + "meant")
    }
    let given = value.double
    guard number.isFinite == given.isFinite, (number == 0) == (given == 0) else {
      throw Mismatch(
        reason: "\(CPrinter().text(of: value, as: .floating(.double))) is beyond what a "
          + "\(CPrinter().text(of: type)) can hold; cast it if that is meant")
    }
    return .floating(number)
  }

  /// A string literal in memory: its units and a terminator.
  private static func bytes(of units: [UInt32], _ prefix: CStringPrefix) -> [UInt8] {
    let width =
      switch prefix {
      case .none, .utf8: 1
      case .utf16: 2
      case .utf32, .wide: 4
      }
    return (units + [0]).flatMap { unit in
      (0..<width).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
    }
  }
}

import CLanguage
import ProbeWire

/// What is passed for one argument.
struct PassedArgument {
  /// The parameter's type, or what the argument was promoted to.
  var type: CType
  var value: Value

  enum Value {
    /// As they stand in memory.
    case bytes([UInt8])
    /// The address of a copy of these bytes.
    case buffer([UInt8])
  }
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
      let target = CPrinter.brief.text(of: parameter)
      throw CDiagnostic(
        "argument \(number) of '\(function)', '\(target)': \(error.reason)", argument.range)
    }
  }

  /// For an argument behind `...`: the default argument promotions (C11, section 6.5.2.2).
  func promote(_ argument: PlacedArgument) throws(CDiagnostic) -> PassedArgument {
    switch argument.value {
    case .text(let units, let prefix):
      return PassedArgument(
        type: .pointer(CQualifiedType(.void)), value: .buffer(Self.bytes(of: units, prefix)))
    case .number(let type, let value):
      do {
        return try passed(value, as: header.promoted(type))
      } catch {
        throw CDiagnostic("argument \(number) of '\(function)': \(error.reason)", argument.range)
      }
    }
  }

  /// How the machine passes values of a type.
  func machineValue(
    of type: CType, _ range: CSourceRange
  ) throws(CDiagnostic) -> MachineValue {
    do {
      return try header.machineValue(of: type)
    } catch {
      throw CDiagnostic(
        "argument \(number) of '\(function)', '\(CPrinter.brief.text(of: type))': \(error.reason)",
        range)
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
      return PassedArgument(type: type, value: .buffer(Self.bytes(of: units, prefix)))
    case .number(let given, let number):
      try checkPointers(given, number, goTo: type)
      try checkRecords(given, goTo: type)
      return try passed(number, as: type)
    }
  }

  private func passed(_ value: CValue, as type: CType) throws(Mismatch) -> PassedArgument {
    let converted = try converted(value, to: type)
    guard let bytes = header.bytes(of: converted, as: type) else {
      throw Mismatch(reason: "'\(CPrinter.brief.text(of: type))' cannot be given")
    }
    return PassedArgument(type: type, value: .bytes(bytes))
  }

  /// A struct or union goes to its own type only, and nothing else goes to one.
  private func checkRecords(_ given: CType, goTo type: CType) throws(Mismatch) {
    let (from, to) = (header.resolved(given), header.resolved(type))
    var isMatch = true
    switch (from, to) {
    case (.record, _), (_, .record), (.vector, _), (_, .vector), (.bitInt, _), (_, .bitInt):
      isMatch = from == to
    default: break
    }
    guard isMatch else {
      throw Mismatch(
        reason:
          "a '\(CPrinter.brief.text(of: given))' is given where '\(CPrinter.brief.text(of: type))' "
          + "is expected")
    }
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
        reason:
          "a string is given where a pointer to '\(CPrinter.brief.text(of: pointee.type))' is "
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
          reason: "a '\(CPrinter.brief.text(of: given))' is given; cast it if it is meant")
      }
    case (_, .pointer):
      let isNull = value == .signed(0) || value == .unsigned(0)
      guard isNull else {
        throw Mismatch(
          reason: "\(CPrinter().text(of: value, as: given)) is no pointer; write "
            + "(\(CPrinter.brief.text(of: type)))\(CPrinter().text(of: value, as: given)) if that "
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
    case .complex: return try complex(value)
    case .record, .vector, .bitInt:
      if case .aggregate = value { return value }
      throw Mismatch(reason: "'\(CPrinter.brief.text(of: type))' cannot be given")
    case .void, .array, .function, .typedef:
      throw Mismatch(reason: "'\(CPrinter.brief.text(of: type))' cannot be given")
    }
  }

  private func integer(
    _ value: CValue, _ kind: CIntegerKind, _ type: CType
  ) throws(Mismatch) -> CValue {
    let bits = header.target.width(of: kind)
    if bits == 128 { return try wideInteger(value, kind, type) }
    guard let number = value.exactInteger else {
      throw Mismatch(
        reason: "\(CPrinter().text(of: value, as: .floating(.double))) is no integer")
    }
    let half = Int128(1) << Int128(bits - 1)
    let isUnsigned = !header.target.isSigned(kind)
    // -1 for an unsigned parameter is C's way to say "all bits"; 300 for a char is a mistake.
    guard number >= -half, number < (isUnsigned ? half * 2 : half) else {
      let range = isUnsigned ? "0 to \(half * 2 - 1)" : "\(-half) to \(half - 1)"
      throw Mismatch(
        reason: "\(number) does not fit \(CPrinter.brief.text(of: type)) (\(range)); cast it if "
          + "the lower \(bits) bits are meant")
    }
    guard isUnsigned else { return .signed(number) }
    return .unsigned(UInt128(truncatingIfNeeded: number) & UInt128(half * 2 - 1))
  }

  /// A 128-bit integer; the value may be beyond what the other type of that width holds.
  private func wideInteger(
    _ value: CValue, _ kind: CIntegerKind, _ type: CType
  ) throws(Mismatch) -> CValue {
    if case .unsigned(let number) = value, kind == .unsignedInt128 { return .unsigned(number) }
    guard let number = value.exactInteger else {
      throw Mismatch(
        reason: "\(CPrinter().text(of: value, as: .floating(.double))) is no integer, or does not "
          + "fit \(CPrinter.brief.text(of: type))")
    }
    return kind == .int128 ? .signed(number) : .unsigned(UInt128(truncatingIfNeeded: number))
  }

  private func complex(_ value: CValue) throws(Mismatch) -> CValue {
    switch value {
    case .complex: return value
    case .bool, .signed, .unsigned, .floating, .longDouble: return .complex(value.longDouble, 0)
    case .void, .aggregate, .pointer, .string: throw Mismatch(reason: "no number is given")
    }
  }

  /// A fraction is rounded, as every decimal one is; an integer that would be is a mistake.
  private func floating(
    _ value: CValue, _ kind: CFloatingKind, _ type: CType
  ) throws(Mismatch) -> CValue {
    if case .complex(_, let imaginary) = value, imaginary != 0 {
      throw Mismatch(
        reason: "a complex number is given where a real one is expected; take creal() or cast it")
    }
    if kind == .longDouble { return .longDouble(value.longDouble) }
    let isFloat = kind == .float || kind == .float32
    let number = isFloat ? Double(Float(value.double)) : value.double
    if let integer = value.exactInteger, Int128(exactly: number) != integer {
      throw Mismatch(
        reason:
          "\(integer) has no exact \(CPrinter.brief.text(of: type)); cast it if the nearest is "
          + "meant")
    }
    let given = value.double
    guard number.isFinite == given.isFinite, (number == 0) == (given == 0) else {
      throw Mismatch(
        reason: "\(CPrinter().text(of: value, as: .floating(.double))) is beyond what a "
          + "\(CPrinter.brief.text(of: type)) can hold; cast it if that is meant")
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

package import CLanguage

/// C's rules about types that calls need (C11, sections 6.3 and 6.7.6.3).
extension CHeader {
  /// A parameter's type after adjustment: arrays and functions become pointers.
  package func decayed(_ type: CType) -> CType {
    switch resolved(type) {
    case .array(let element, count: _): .pointer(element)
    case .function: .pointer(CQualifiedType(type))
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .record,
      .enumeration,
      .typedef:
      type
    }
  }

  /// The default argument promotions: what stands behind `...` is at least an `int` or a
  /// `double`.
  package func promoted(_ type: CType) -> CType {
    switch resolved(type) {
    case .bool: return .integer(.int)
    case .integer(let kind): return target.width(of: kind) < 32 ? .integer(.int) : type
    case .floating(let kind): return kind == .float ? .floating(.double) : type
    case .enumeration(let name): return promoted(.integer(underlyingKind(of: name)))
    case .void, .complex, .vector, .bitInt, .pointer, .array, .function, .record, .typedef:
      return decayed(type)
    }
  }

  /// Bytes of one character behind a pointer that is shown as text; nil for other pointers.
  ///
  /// Bytes declared `unsigned char` or `signed char` are numbers more often than text.
  package func textUnitSize(ofPointer type: CType) -> Int? {
    guard case .pointer(let pointee) = resolved(type) else { return nil }
    switch characterPrefix(of: pointee.type) {
    case CStringPrefix.none?: return resolved(pointee.type) == .integer(.char) ? 1 : nil
    case .utf8?: return 1
    case .utf16?: return 2
    case .utf32?, .wide?: return 4
    case nil: return nil
    }
  }

  /// The integers that an enumeration is kept in: as its definition says, else as gcc takes one
  /// that it has not seen.
  package func underlyingKind(of name: CEnumerationName) -> CIntegerKind {
    definition(of: name)?.underlying ?? .unsignedInt
  }

  func isCharacter(_ type: CType) -> Bool {
    switch type {
    case .integer(.char), .integer(.signedChar), .integer(.unsignedChar): true
    default: false
    }
  }

  /// Either is `void`, both are characters, or they are the same but for qualifiers.
  func arePointeesCompatible(_ a: CType, _ b: CType) -> Bool {
    let (a, b) = (resolved(a), resolved(b))
    if a == .void || b == .void || a == b { return true }
    if case .pointer(let x) = a, case .pointer(let y) = b {
      return arePointeesCompatible(x.type, y.type)
    }
    if case .function = a, case .function = b { return true }
    return isCharacter(a) && isCharacter(b)
  }

  /// "a number", "a pointer": what a parameter takes, in a sentence.
  func kindOfThing(_ type: CType) -> String {
    switch resolved(type) {
    case .pointer, .array, .function: "a pointer"
    case .record: "a struct"
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .enumeration, .typedef:
      "a number"
    }
  }
}

extension CValue {
  /// Not zero: what `if` tests.
  package var isTrue: Bool {
    switch self {
    case .void: false
    case .bool(let truth): truth
    case .signed(let number): number != 0
    case .unsigned(let number): number != 0
    case .floating(let number): number != 0
    case .longDouble(let number): number != 0
    case .complex(let real, let imaginary): real != 0 || imaginary != 0
    case .aggregate: false
    case .pointer(let address), .string(let address, _): address != 0
    }
  }

  /// The value as an integer; nil when it is a fraction, not finite, or beyond 128 bits.
  package var exactInteger: Int128? {
    switch self {
    case .void: nil
    case .bool(let truth): truth ? 1 : 0
    case .signed(let number): number
    case .unsigned(let number): Int128(exactly: number)
    case .floating(let number): Int128(exactly: number)
    case .longDouble(let number): Int128(exactly: number)
    case .complex(let real, let imaginary): imaginary == 0 ? Int128(exactly: real) : nil
    case .aggregate: nil
    case .pointer(let address), .string(let address, _): Int128(address)
    }
  }

  /// The value as an address.
  package var address: UInt64 {
    switch self {
    case .pointer(let address), .string(let address, _): address
    case .void, .bool, .signed, .unsigned, .floating, .longDouble, .complex, .aggregate:
      UInt64(truncatingIfNeeded: exactInteger ?? 0)
    }
  }

  /// The value as the nearest `double`.
  package var double: Double {
    switch self {
    case .floating(let number): number
    case .longDouble(let number): Double(number)
    case .signed(let number): Double(number)
    case .unsigned(let number): Double(number)
    case .complex(let real, _): Double(real)
    case .void, .bool, .pointer, .string, .aggregate: Double(exactInteger ?? 0)
    }
  }

  /// The value as the nearest `long double`.
  package var longDouble: CLongDouble {
    switch self {
    case .floating(let number): CLongDouble(number)
    case .longDouble(let number): number
    case .signed(let number): CLongDouble(number)
    case .unsigned(let number): CLongDouble(number)
    case .complex(let real, _): real
    case .void, .bool, .pointer, .string, .aggregate: CLongDouble(exactInteger ?? 0)
    }
  }
}

package import CLanguage
package import ProbeWire

extension CHeader {
  /// The machine's view of a C type (System V x86-64 psABI, section 3.1.2).
  ///
  /// - Throws: why values of this type cannot be passed, as the end of a sentence that starts
  ///   with the type.
  package func abiType(of type: CType) throws(UnpassableType) -> ABIType {
    switch resolved(type) {
    case .void: .void
    case .bool: .uint8
    case .integer(let kind): try Self.abiType(of: kind, type)
    case .floating(let kind): try Self.abiType(of: kind, type)
    case .pointer, .array, .function: .pointer
    case .enumeration(let name): try Self.abiType(of: underlyingKind(of: name), type)
    case .record: throw UnpassableType(type, "structs and unions by value are not built yet")
    case .complex: throw UnpassableType(type, "complex numbers are not built yet")
    case .typedef(let name): throw UnpassableType(type, "'\(name)' is not declared")
    }
  }

  private static func abiType(
    of kind: CIntegerKind, _ type: CType
  ) throws(UnpassableType) -> ABIType {
    switch kind {
    case .char, .signedChar: .sint8
    case .unsignedChar: .uint8
    case .short: .sint16
    case .unsignedShort: .uint16
    case .int: .sint32
    case .unsignedInt: .uint32
    case .long, .longLong: .sint64
    case .unsignedLong, .unsignedLongLong: .uint64
    case .int128, .unsignedInt128:
      throw UnpassableType(type, "128-bit integers are not built yet")
    }
  }

  private static func abiType(
    of kind: CFloatingKind, _ type: CType
  ) throws(UnpassableType) -> ABIType {
    switch kind {
    case .float, .float32: .float
    case .double, .float64: .double
    case .longDouble: .longDouble
    case .float16, .float128:
      throw UnpassableType(type, "\(kind.rawValue) is not built yet")
    }
  }
}

/// A type whose values sonde cannot pass, and why.
package struct UnpassableType: Error, Equatable, Sendable {
  package var type: CType
  package var reason: String

  init(_ type: CType, _ reason: String) {
    self.type = type
    self.reason = reason
  }
}

package import CLanguage
package import ProbeWire

extension ABIType {
  /// The value's bytes in memory, little-endian.
  ///
  /// - Precondition: the value is of this type and fits it; ``ArgumentConversion`` sees to that.
  package func encode(_ value: CValue) -> [UInt8] {
    switch value {
    case .void: []
    case .bool(let truth): littleEndian(truth ? 1 : 0)
    case .signed(let number): littleEndian(UInt128(truncatingIfNeeded: number))
    case .unsigned(let number): littleEndian(number)
    case .pointer(let address), .string(let address, _): littleEndian(UInt128(address))
    case .floating(let number): encode(floating: number)
    case .longDouble(let number): Self.longDouble.littleEndian(number.memory)
    case .complex(let real, let imaginary): part(real) + part(imaginary)
    case .aggregate(let bytes): bytes
    }
  }

  /// The value that the bytes of a result stand for.
  ///
  /// - Parameters:
  ///   - bytes: little-endian, as many as the type is wide.
  ///   - isBool: the C type is `_Bool`, which shares its ABI type with `unsigned char`.
  /// - Returns: the value, signed or not as the type is.
  package func decode(_ bytes: [UInt8], isBool: Bool = false) -> CValue {
    let number = bytes.prefix(size).reversed().reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    switch self {
    case .void: return .void
    case .uint8 where isBool: return .bool(number != 0)
    case .uint8, .uint16, .uint32, .uint64: return .unsigned(number)
    case .sint8: return .signed(Int128(Int8(truncatingIfNeeded: number)))
    case .sint16: return .signed(Int128(Int16(truncatingIfNeeded: number)))
    case .sint32: return .signed(Int128(Int32(truncatingIfNeeded: number)))
    case .sint64: return .signed(Int128(Int64(truncatingIfNeeded: number)))
    case .float:
      return .floating(Double(Float(bitPattern: UInt32(truncatingIfNeeded: number))))
    case .double: return .floating(Double(bitPattern: UInt64(truncatingIfNeeded: number)))
    case .longDouble: return .longDouble(CLongDouble(memory: number))
    case .pointer: return .pointer(UInt64(truncatingIfNeeded: number))
    case .complexLongDouble, .vector, .aggregate: return .aggregate(Array(bytes.prefix(size)))
    }
  }

  private func littleEndian(_ number: UInt128) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> UInt128(8 * $0)) }
  }

  /// One part of a complex number, which is half as wide as the whole.
  private func part(_ number: CLongDouble) -> [UInt8] {
    switch size {
    case 8: ABIType.float.encode(.floating(Double(number)))
    case 16: ABIType.double.encode(.floating(Double(number)))
    default: Self.longDouble.littleEndian(number.memory)
    }
  }

  private func encode(floating number: Double) -> [UInt8] {
    switch self {
    case .float: littleEndian(UInt128(Float(number).bitPattern))
    case .longDouble: littleEndian(CLongDouble(number).memory)
    case .void, .uint8, .sint8, .uint16, .sint16, .uint32, .sint32, .uint64, .sint64, .double,
      .pointer, .complexLongDouble, .vector, .aggregate:
      littleEndian(UInt128(number.bitPattern))
    }
  }
}

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
    case .longDouble(let number): Self.bytes(of: number)
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
    case .longDouble: return .longDouble(Self.longDouble(number))
    case .pointer: return .pointer(UInt64(truncatingIfNeeded: number))
    }
  }

  private func littleEndian(_ number: UInt128) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> UInt128(8 * $0)) }
  }

  private func encode(floating number: Double) -> [UInt8] {
    switch self {
    case .float: littleEndian(UInt128(Float(number).bitPattern))
    case .longDouble: Self.bytes(of: CLongDouble(number))
    case .void, .uint8, .sint8, .uint16, .sint16, .uint32, .sint32, .uint64, .sint64, .double,
      .pointer:
      littleEndian(UInt128(number.bitPattern))
    }
  }
}

// The x87 format: 64 bits of significand with an integer bit that Swift leaves out and makes from
// the exponent, 15 bits of exponent, a sign, 6 bytes of padding (System V x86-64 psABI, section
// 3.1.2).
extension ABIType {
  #if arch(x86_64) || arch(i386)
  private static func bytes(of number: Float80) -> [UInt8] {
    let head = UInt128(number.sign == .minus ? 0x8000 : 0) | UInt128(number.exponentBitPattern)
    let integerBit: UInt64 = number.exponentBitPattern == 0 ? 0 : 1 << 63
    let significand = UInt128(number.significandBitPattern | integerBit)
    return ABIType.longDouble.littleEndian(head << 64 | significand)
  }

  private static func longDouble(_ bits: UInt128) -> Float80 {
    let head = UInt(truncatingIfNeeded: bits >> 64) & 0xffff
    let sign: FloatingPointSign = head & 0x8000 != 0 ? .minus : .plus
    let exponent = head & 0x7fff
    let significand = UInt64(truncatingIfNeeded: bits) & ~(1 << 63)
    return Float80(
      sign: sign, exponentBitPattern: exponent, significandBitPattern: significand)
  }
  #else
  private static func bytes(of number: Double) -> [UInt8] {
    ABIType.longDouble.littleEndian(UInt128(number.bitPattern))
  }

  private static func longDouble(_ bits: UInt128) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: bits))
  }
  #endif
}

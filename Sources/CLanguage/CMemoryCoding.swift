/// Values of C types and the bytes that stand for them in memory, on little-endian machines.
extension CHeader {
  /// The value that bytes in memory stand for.
  ///
  /// - Parameters:
  ///   - type: a complete type; a struct, union or array comes back as its bytes.
  ///   - bytes: from the object's first byte on; what is missing is taken for zeros.
  /// - Returns: the value; `void` for a type without values.
  package func value(of type: CType, in bytes: some Collection<UInt8>) -> CValue {
    let size = (try? layout(of: type))?.size ?? 0
    var own = Array(bytes.prefix(size))
    own += [UInt8](repeating: 0, count: size - own.count)
    switch resolved(type) {
    case .void, .function: return .void
    case .bool: return .bool(own.contains { $0 != 0 })
    case .integer(let kind): return integer(own, kind)
    case .enumeration(let name): return integer(own, definition(of: name)?.underlying ?? .int)
    case .floating(let kind): return floating(own, kind)
    case .complex(let kind):
      let half = size / 2
      return .complex(
        Self.longDouble(floating(Array(own[..<half]), kind)),
        Self.longDouble(floating(Array(own[half...]), kind)))
    case .pointer: return .pointer(UInt64(truncatingIfNeeded: Self.number(own)))
    case .array, .vector, .bitInt, .record, .typedef: return .aggregate(own)
    }
  }

  /// The value of a bit-field.
  ///
  /// - Parameters:
  ///   - type: as declared, an integer, enumeration or `_Bool`.
  ///   - bitOffset: from the record's first bit, little-endian.
  ///   - width: in bits, at least 1.
  ///   - bytes: the record's.
  /// - Returns: the number, signed or not as the type is.
  package func bitField(
    of type: CType, bitOffset: Int, width: Int, in bytes: some Collection<UInt8>
  ) -> CValue {
    let first = bitOffset / 8
    let last = (bitOffset + width + 7) / 8
    let number = Self.number(Array(bytes.dropFirst(first).prefix(last - first)))
    let shifted = number >> UInt128(bitOffset % 8)
    let bits = width < 128 ? shifted & ((1 << UInt128(width)) - 1) : shifted
    let kind: CIntegerKind
    switch resolved(type) {
    case .bool: return .bool(bits != 0)
    case .bitInt(let own):
      return own.isSigned ? .signed(Self.signExtended(bits, width: width)) : .unsigned(bits)
    case .integer(let found): kind = found
    case .enumeration(let name): kind = definition(of: name)?.underlying ?? .int
    case .void, .floating, .complex, .vector, .pointer, .array, .function, .record, .typedef:
      return .void
    }
    guard target.isSigned(kind) else { return .unsigned(bits) }
    return .signed(Self.signExtended(bits, width: width))
  }

  /// The record's bytes with a bit-field set to the lower bits of a number.
  package func settingBitField(
    bitOffset: Int, width: Int, to number: Int128, in bytes: [UInt8]
  ) -> [UInt8] {
    var bytes = bytes
    for bit in 0..<width where (bitOffset + bit) / 8 < bytes.count {
      let mask = UInt8(1) << UInt8((bitOffset + bit) % 8)
      if number >> Int128(bit) & 1 != 0 {
        bytes[(bitOffset + bit) / 8] |= mask
      } else {
        bytes[(bitOffset + bit) / 8] &= ~mask
      }
    }
    return bytes
  }

  /// The bytes that a value of a type has in memory; nil when it is no value of that type.
  ///
  /// Integers keep their lower bits, floating values are rounded; an aggregate's bytes have to be
  /// as many as the type's.
  package func bytes(of value: CValue, as type: CType) -> [UInt8]? {
    guard let size = (try? layout(of: type))?.size else { return nil }
    switch (resolved(type), value) {
    case (.array, .aggregate(let bytes)), (.vector, .aggregate(let bytes)),
      (.bitInt, .aggregate(let bytes)), (.record, .aggregate(let bytes)):
      return bytes.count == size ? bytes : nil
    case (.floating(let kind), .floating(let number)): return Self.bytes(of: number, kind)
    case (.floating(let kind), .longDouble(let number)): return Self.bytes(of: number, kind)
    case (.complex(let kind), .complex(let real, let imaginary)):
      return Self.bytes(of: real, kind).flatMap { first in
        Self.bytes(of: imaginary, kind).map { first + $0 }
      }
    case (.bool, .bool(let truth)): return [truth ? 1 : 0]
    case (.integer, _), (.enumeration, _), (.pointer, _):
      return Self.bits(of: value).map { Self.littleEndian($0, size: size) }
    default: return nil
    }
  }

  private static func bits(of value: CValue) -> UInt128? {
    switch value {
    case .bool(let truth): truth ? 1 : 0
    case .signed(let number): UInt128(truncatingIfNeeded: number)
    case .unsigned(let number): number
    case .pointer(let address), .string(let address, _): UInt128(address)
    case .void, .floating, .longDouble, .complex, .aggregate: nil
    }
  }

  private func integer(_ bytes: [UInt8], _ kind: CIntegerKind) -> CValue {
    let bits = Self.number(bytes)
    guard target.isSigned(kind) else { return .unsigned(bits) }
    return .signed(Self.signExtended(bits, width: bytes.count * 8))
  }

  private func floating(_ bytes: [UInt8], _ kind: CFloatingKind) -> CValue {
    let bits = Self.number(bytes)
    switch kind {
    case .float16: return .aggregate(bytes)
    case .float, .float32:
      return .floating(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case .double, .float64, .float32x:
      return .floating(Double(bitPattern: UInt64(truncatingIfNeeded: bits)))
    case .longDouble, .float64x: return .longDouble(CLongDouble(memory: bits))
    case .float128, .decimal32, .decimal64, .decimal128: return .aggregate(bytes)
    }
  }

  private static func longDouble(_ value: CValue) -> CLongDouble {
    switch value {
    case .floating(let number): CLongDouble(number)
    case .longDouble(let number): number
    case .void, .bool, .signed, .unsigned, .complex, .aggregate, .pointer, .string: 0
    }
  }

  private static func bytes(
    of number: some BinaryFloatingPoint, _ kind: CFloatingKind
  ) -> [UInt8]? {
    switch kind {
    case .float, .float32: littleEndian(UInt128(Float(number).bitPattern), size: 4)
    case .double, .float64, .float32x: littleEndian(UInt128(Double(number).bitPattern), size: 8)
    case .longDouble, .float64x: littleEndian(CLongDouble(number).memory, size: 16)
    case .float16, .float128, .decimal32, .decimal64, .decimal128: nil
    }
  }

  private static func signExtended(_ bits: UInt128, width: Int) -> Int128 {
    let unused = Int128(128 - max(1, min(width, 128)))
    return (Int128(truncatingIfNeeded: bits) << unused) >> unused
  }

  private static func number(_ bytes: [UInt8]) -> UInt128 {
    bytes.prefix(17).reversed().reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static func littleEndian(_ number: UInt128, size: Int) -> [UInt8] {
    (0..<size).map { $0 < 16 ? UInt8(truncatingIfNeeded: number >> UInt128(8 * $0)) : 0 }
  }
}

// The x87 format: 64 bits of significand with an integer bit that Swift leaves out and makes from
// the exponent, 15 bits of exponent, a sign, 6 bytes of padding (System V x86-64 psABI, section
// 3.1.2).
extension CLongDouble {
  #if arch(x86_64) || arch(i386)
  /// The number in the 16 bytes of a `long double`, read as one little-endian number.
  package var memory: UInt128 {
    let head = UInt128(sign == .minus ? 0x8000 : 0) | UInt128(exponentBitPattern)
    let integerBit: UInt64 = exponentBitPattern == 0 ? 0 : 1 << 63
    return head << 64 | UInt128(significandBitPattern | integerBit)
  }

  /// The number that these 16 bytes hold.
  package init(memory bits: UInt128) {
    let head = UInt(truncatingIfNeeded: bits >> 64) & 0xffff
    self.init(
      sign: head & 0x8000 != 0 ? .minus : .plus, exponentBitPattern: head & 0x7fff,
      significandBitPattern: UInt64(truncatingIfNeeded: bits) & ~(1 << 63))
  }
  #else
  /// The number in the 16 bytes of a `long double`, read as one little-endian number.
  package var memory: UInt128 { UInt128(bitPattern) }

  /// The number that these 16 bytes hold.
  package init(memory bits: UInt128) {
    self.init(bitPattern: UInt64(truncatingIfNeeded: bits))
  }
  #endif
}

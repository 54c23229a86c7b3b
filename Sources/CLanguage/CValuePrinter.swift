extension CPrinter {
  /// A value as C writes it.
  ///
  /// Integers are decimal, plain `char` is a character literal, an enumerator goes by its name;
  /// floating values are the shortest
  /// that read back exactly, strings are literals with `…` behind them when they were cut.
  package func text(of value: CValue, as type: CType) -> String {
    switch value {
    case .void: "(void)"
    case .bool(let value): value ? "true" : "false"
    case .signed(let number): integer(number, as: type) ?? "\(number)"
    case .unsigned(let number):
      Int128(exactly: number).flatMap { integer($0, as: type) } ?? "\(number)"
    case .floating(let number): floating(number, as: type)
    case .longDouble(let number): Self.floating(number)
    case .complex(let real, let imaginary): complex(real, imaginary, as: type)
    case .aggregate(let bytes): text(ofAggregate: bytes, as: type)
    case .pointer(let address): Self.pointer(address)
    case .string(let address, let content): string(address, content, as: type)
    }
  }

  /// What C calls a number of this type, if not by its digits: a character, an enumerator.
  private func integer(_ number: Int128, as type: CType) -> String? {
    switch header.resolved(type) {
    case .integer(.char): Self.characterLiteral(Int64(clamping: number), .none)
    case .enumeration(let name):
      header.definition(of: name)?.enumerators.first { $0.value == number }?.name
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .function,
      .record,
      .typedef:
      nil
    }
  }

  private func floating(_ number: Double, as type: CType) -> String {
    switch header.resolved(type) {
    // Fewer digits tell the values of a narrower type apart.
    case .floating(.float), .floating(.float32): Self.floating(Float(number))
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .function,
      .record,
      .enumeration, .typedef:
      Self.floating(number)
    }
  }

  /// As C computes it: `1.0 + 2.0 * I` (C11, section 7.3.1).
  private func complex(_ real: CLongDouble, _ imaginary: CLongDouble, as type: CType) -> String {
    func part(_ number: CLongDouble) -> String {
      switch header.resolved(type) {
      case .complex(.float), .complex(.float32): Self.floating(Float(number))
      case .complex(.double), .complex(.float64): Self.floating(Double(number))
      default: Self.floating(number)
      }
    }
    let isNegative = imaginary.sign == .minus
    return part(real) + (isNegative ? " - " : " + ") + part(isNegative ? -imaginary : imaginary)
      + " * I"
  }

  private static func floating<Number: BinaryFloatingPoint & CustomStringConvertible>(
    _ number: Number
  ) -> String {
    if number.isNaN { return number.sign == .minus ? "-NAN" : "NAN" }
    if number.isInfinite { return number < 0 ? "-INFINITY" : "INFINITY" }
    // The standard library prints the shortest digits that read back exactly, and a point or an
    // exponent always.
    return number.description
  }

  private static func pointer(_ address: UInt64) -> String {
    address == 0 ? "NULL" : "0x" + String(address, radix: 16)
  }

  private func string(_ address: UInt64, _ content: CValue.CText, as type: CType) -> String {
    switch content {
    case .null: return "NULL"
    case .unreadable: return Self.pointer(address)
    case .units(let units, let isTerminated):
      let prefix = header.stringPrefix(ofPointer: type) ?? .none
      return Self.literal(units, prefix) + (isTerminated ? "" : "…")
    }
  }

  // MARK: Literals

  static func literal(_ bytes: [UInt8]) -> String { literal(bytes.map { UInt32($0) }, .none) }

  /// A string literal that reads back as these code units.
  package static func literal(_ units: [UInt32], _ prefix: CStringPrefix) -> String {
    var text = prefix.rawValue + "\""
    var position = 0
    var followsHexadecimal = false
    while position < units.count {
      let (scalar, length) = scalar(at: position, of: units, prefix)
      if let scalar, let shown = shown(scalar, quote: "\"") {
        // A hexadecimal escape has no end of its own: a digit behind it needs a new literal.
        if followsHexadecimal && Character(scalar).isHexDigit {
          text += "\" \(prefix.rawValue)\""
        }
        text += shown
        followsHexadecimal = false
        position += length
      } else {
        let escape = escape(units[position], prefix)
        text += escape
        followsHexadecimal = escape.hasPrefix("\\x")
        position += 1
      }
    }
    return text + "\""
  }

  /// `'a'`, `L'\n'`.
  package static func characterLiteral(_ value: Int64, _ prefix: CStringPrefix) -> String {
    let unit = UInt32(truncatingIfNeeded: value)
    if prefix == .none && (value < -128 || value > 255) {
      // Several characters in one literal, as gcc packs them.
      let bytes = [24, 16, 8, 0].map { unit >> $0 & 0xFF }.drop { $0 == 0 }
      let texts = bytes.map { byte in
        Unicode.Scalar(byte).flatMap { byte < 0x80 ? shown($0, quote: "'") : nil }
          ?? escape(byte, prefix)
      }
      return "'" + texts.joined() + "'"
    }
    let single = prefix == .none ? unit & 0xFF : unit
    let isText = prefix != .none && prefix != .utf8 || single < 0x80
    if isText, let scalar = Unicode.Scalar(single), let shown = shown(scalar, quote: "'") {
      return prefix.rawValue + "'" + shown + "'"
    }
    return prefix.rawValue + "'" + escape(single, prefix) + "'"
  }

  /// The character that begins at a code unit, and how many units it has.
  private static func scalar(
    at position: Int, of units: [UInt32], _ prefix: CStringPrefix
  ) -> (Unicode.Scalar?, Int) {
    let rest = units[position...]
    switch prefix {
    case .none, .utf8:
      let bytes = rest.prefix(4).map { UInt8(truncatingIfNeeded: $0) }
      var iterator = bytes.makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
      return (scalar, UTF8.width(scalar))
    case .utf16:
      var iterator = rest.prefix(2).map { UInt16(truncatingIfNeeded: $0) }.makeIterator()
      var decoder = UTF16()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
      return (scalar, UTF16.width(scalar))
    case .utf32, .wide: return (Unicode.Scalar(units[position]), 1)
    }
  }

  /// The character as it is written in a literal; nil when it has to be a number.
  private static func shown(_ scalar: Unicode.Scalar, quote: Unicode.Scalar) -> String? {
    switch scalar {
    case "\\": return "\\\\"
    case quote: return "\\" + String(quote)
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case "\u{07}": return "\\a"
    case "\u{08}": return "\\b"
    case "\u{0B}": return "\\v"
    case "\u{0C}": return "\\f"
    default: return CDiagnostic.isPrintable(scalar) ? String(scalar) : nil
    }
  }

  /// A code unit as a number: octal with all its digits, since those end by themselves.
  private static func escape(_ unit: UInt32, _ prefix: CStringPrefix) -> String {
    if unit <= 0o777 && (prefix != .none || unit <= 0xFF) {
      let digits = String(unit, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return "\\x" + String(unit, radix: 16)
  }
}

extension CHeader {
  /// How characters behind a pointer are read: nil when the type points to no characters.
  ///
  /// `wchar_t` and kin are typedefs in C, so it is the name that tells.
  package func stringPrefix(ofPointer type: CType) -> CStringPrefix? {
    var type = type
    for _ in 0..<limits.nesting {
      switch type {
      case .pointer(let pointee):
        if case .record = resolved(pointee.type) { return stringPrefix(ofPointer: pointee.type) }
        return characterPrefix(of: pointee.type)
      case .array(let element, _): return characterPrefix(of: element.type)
      case .typedef(let name):
        guard case .typedef(let below)? = declaration(named: name)?.kind else { return nil }
        type = below.type
      // An object of C++ that is a string.
      case .record(let name):
        guard case .tag(let tag) = name.name else { return nil }
        return CxxIdentifier.stringPrefix(ofTag: tag)
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .function, .enumeration:
        return nil
      }
    }
    return nil
  }

  /// The same for pointers that are shown as text: bytes declared `unsigned char` or `signed char`
  /// are numbers more often.
  package func textPrefix(ofPointer type: CType) -> CStringPrefix? {
    guard case .pointer(let pointee) = resolved(type),
      let prefix = characterPrefix(of: pointee.type)
    else { return nil }
    return prefix == CStringPrefix.none && resolved(pointee.type) != .integer(.char) ? nil : prefix
  }

  /// How characters of this type are read.
  package func characterPrefix(of type: CType) -> CStringPrefix? {
    var type = type
    for _ in 0..<limits.nesting {
      switch type {
      case .integer(.char), .integer(.signedChar), .integer(.unsignedChar):
        return CStringPrefix.none
      case .typedef("wchar_t"): return .wide
      case .typedef("char16_t"): return .utf16
      case .typedef("char32_t"): return .utf32
      case .typedef("char8_t"): return .utf8
      case .typedef("int8_t"), .typedef("uint8_t"): return nil
      case .typedef(let name):
        guard case .typedef(let below)? = declaration(named: name)?.kind else { return nil }
        type = below.type
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array,
        .function,
        .record,
        .enumeration:
        return nil
      }
    }
    return nil
  }
}

/// A number as the program means it: the value of a preprocessing number.
struct CNumber {
  let kind: CExpression.Kind

  /// - Throws: what is wrong with the spelling, at the place given.
  init(_ spelling: String, target: CTarget, at range: CSourceRange) throws(CDiagnostic) {
    let text = Array(spelling.utf8.filter { $0 != UInt8(ascii: "'") })
    let isHexadecimal = text.count > 1 && text[0] == UInt8(ascii: "0") && text[1] | 0x20 == 0x78
    let isFloating =
      isHexadecimal
      ? text.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "p") }
      : text.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
        && !(text.count > 1 && text[0] == UInt8(ascii: "0") && text[1] | 0x20 == 0x62)
    kind =
      isFloating
      ? try Self.floating(text, isHexadecimal: isHexadecimal, spelling, range)
      : try Self.integer(text, target, spelling, range)
  }

  // MARK: Integers (C11, section 6.4.4.1; binary ones C23, section 6.4.4.2)

  private static func integer(
    _ text: [UInt8], _ target: CTarget, _ spelling: String, _ range: CSourceRange
  ) throws(CDiagnostic) -> CExpression.Kind {
    var base: UInt128 = 10
    var index = 0
    if text[0] == UInt8(ascii: "0") && text.count > 1 {
      switch text[1] | 0x20 {
      case UInt8(ascii: "x"): (base, index) = (16, 2)
      case UInt8(ascii: "b"): (base, index) = (2, 2)
      default: (base, index) = (8, 1)
      }
    }
    let firstDigit = index
    var value: UInt128 = 0
    while index < text.count, let digit = digit(text[index]), digit < 16,
      digit < base || (base == 8 && digit < 10)
    {
      guard digit < base else {
        throw CDiagnostic(
          "'\(spelling)' begins with 0, so it is octal and has no digit \(digit)", range)
      }
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(digit)
      guard !overflow && !carry else { throw CDiagnostic("'\(spelling)' is too large", range) }
      value = sum
      index += 1
    }
    guard index > firstDigit || base == 8 else {
      throw CDiagnostic("'\(spelling)' has no digits", range)
    }
    let suffix = String(decoding: text[index...], as: UTF8.self)
    if ["wb", "uwb"].contains(suffix.lowercased()) {
      throw CDiagnostic("constants of type _BitInt are not supported; use a cast", range)
    }
    guard let (isUnsigned, longs) = integerSuffix(suffix) else {
      throw CDiagnostic("'\(suffix)' is no suffix of an integer", range)
    }
    let candidates = candidates(isUnsigned: isUnsigned, longs: longs, isDecimal: base == 10)
    let kind = candidates.first { kind in
      let width = target.width(of: kind)
      return value >> UInt128(target.isSigned(kind) ? width - 1 : width) == 0
    }
    guard let kind else {
      throw CDiagnostic("'\(spelling)' fits in no integer type", range)
    }
    return .integer(value, kind)
  }

  private static func digit(_ byte: UInt8) -> UInt128? {
    switch byte {
    case 0x30...0x39: UInt128(byte - 0x30)
    case 0x41...0x46: UInt128(byte - 0x41 + 10)
    case 0x61...0x66: UInt128(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Whether it is unsigned, and how many times `long`.
  private static func integerSuffix(_ suffix: String) -> (isUnsigned: Bool, longs: Int)? {
    var rest = Substring(suffix)
    var isUnsigned = false
    if let first = rest.first, first == "u" || first == "U" {
      isUnsigned = true
      rest.removeFirst()
    } else if let last = rest.last, last == "u" || last == "U" {
      isUnsigned = true
      rest.removeLast()
    }
    switch rest {
    case "": return (isUnsigned, 0)
    case "l", "L": return (isUnsigned, 1)
    case "ll", "LL": return (isUnsigned, 2)
    default: return nil
    }
  }

  /// The types tried in order; a decimal constant without `u` is never unsigned.
  private static func candidates(
    isUnsigned: Bool, longs: Int, isDecimal: Bool
  ) -> [CIntegerKind] {
    let signed: [CIntegerKind] = [.int, .long, .longLong]
    let unsigned: [CIntegerKind] = [.unsignedInt, .unsignedLong, .unsignedLongLong]
    var result: [CIntegerKind] = []
    for rank in longs..<3 {
      if !isUnsigned { result.append(signed[rank]) }
      if isUnsigned || !isDecimal { result.append(unsigned[rank]) }
    }
    // As gcc does it: an extended integer type holds what no standard one can (C11, section
    // 6.4.4.1, paragraph 6), so that -9223372036854775808 is a long's smallest value.
    if isDecimal && !isUnsigned && longs == 0 { result.append(.int128) }
    return result
  }

  // MARK: Floating constants (C11, section 6.4.4.2)

  private static func floating(
    _ text: [UInt8], isHexadecimal: Bool, _ spelling: String, _ range: CSourceRange
  ) throws(CDiagnostic) -> CExpression.Kind {
    var index = isHexadecimal ? 2 : 0
    let digits = countDigits(text, &index, isHexadecimal)
    var fraction = 0
    if index < text.count && text[index] == UInt8(ascii: ".") {
      index += 1
      fraction = countDigits(text, &index, isHexadecimal)
    }
    guard digits + fraction > 0 else { throw CDiagnostic("'\(spelling)' has no digits", range) }
    let mark = UInt8(ascii: isHexadecimal ? "p" : "e")
    if index < text.count && text[index] | 0x20 == mark {
      index += 1
      if index < text.count && (text[index] == 0x2B || text[index] == 0x2D) { index += 1 }
      guard countDigits(text, &index, false) > 0 else {
        throw CDiagnostic("the exponent of '\(spelling)' has no digits", range)
      }
    } else if isHexadecimal {
      throw CDiagnostic("'\(spelling)' needs an exponent: a 'p' and a power of two", range)
    }
    let number = String(decoding: text[..<index], as: UTF8.self)
    let suffix = String(decoding: text[index...], as: UTF8.self)
    // `2.0i` and `2.0fi` (gcc manual, section 6.11).
    let unit = suffix.lastIndex { "iIjJ".contains($0) }
    let plain = unit.map { suffix[..<$0] + suffix[suffix.index(after: $0)...] } ?? suffix[...]
    guard let kind = floatingSuffix(String(plain)) else {
      throw CDiagnostic("'\(suffix)' is no suffix of a floating constant", range)
    }
    return unit == nil ? .floating(number, kind) : .imaginary(number, kind)
  }

  private static func countDigits(
    _ text: [UInt8], _ index: inout Int, _ isHexadecimal: Bool
  ) -> Int {
    let start = index
    while index < text.count, let digit = digit(text[index]), digit < (isHexadecimal ? 16 : 10) {
      index += 1
    }
    return index - start
  }

  private static func floatingSuffix(_ suffix: String) -> CFloatingKind? {
    switch suffix {
    case "": .double
    case "f", "F": .float
    case "l", "L": .longDouble
    case "f16", "F16": .float16
    case "f32", "F32": .float32
    case "f32x", "F32x": .float32x
    case "f64", "F64": .float64
    case "f64x", "F64x": .float64x
    case "f128", "F128", "q", "Q": .float128
    default: nil
    }
  }
}

extension CParser {
  /// One or more adjacent string literals, joined (C11, section 6.4.5).
  mutating func stringLiteral() throws(CDiagnostic) -> ([UInt32], CStringPrefix) {
    var units: [UInt32] = []
    // An unprefixed literal takes the prefix of its neighbours, so the prefix comes first.
    var prefix = CStringPrefix.none
    var distance = 0
    while kind(ahead: distance) == .string {
      let token = tokens[position + distance]
      let own = self.prefix(of: token)
      if own != .none {
        guard prefix == .none || prefix == own else {
          throw failure("string literals with different prefixes cannot be joined", at: token)
        }
        prefix = own
      }
      distance += 1
    }
    for _ in 0..<distance {
      let token = advance()
      try appendUnits(of: token, prefix, to: &units)
    }
    return (units, prefix)
  }

  /// C11, section 6.4.4.4: the value as its type holds it.
  mutating func characterLiteral() throws(CDiagnostic) -> (Int64, CStringPrefix) {
    let token = advance()
    let prefix = prefix(of: token)
    var units: [UInt32] = []
    try appendUnits(of: token, prefix, to: &units)
    guard let last = units.last else { throw failure("empty character literal", at: token) }
    switch prefix {
    case .none:
      // More than one character is their bytes, the last one lowest, as gcc has it.
      guard units.count <= 4 else {
        throw failure("a character literal of more than 4 characters", at: token)
      }
      if units.count == 1 {
        let byte = UInt8(truncatingIfNeeded: last)
        return (header.target.isCharSigned ? Int64(Int8(bitPattern: byte)) : Int64(byte), prefix)
      }
      let value = units.reduce(UInt32(0)) { $0 << 8 | $1 & 0xFF }
      return (Int64(Int32(bitPattern: value)), prefix)
    case .utf8, .utf16, .utf32, .wide:
      guard units.count == 1 else {
        throw failure("a character literal with a prefix has one character", at: token)
      }
      return (prefix == .wide ? Int64(Int32(bitPattern: last)) : Int64(last), prefix)
    }
  }

  private func prefix(of token: CToken) -> CStringPrefix {
    switch source.bytes[token.start] {
    case UInt8(ascii: "L"): .wide
    case UInt8(ascii: "U"): .utf32
    case UInt8(ascii: "u"): source.bytes[token.start + 1] == UInt8(ascii: "8") ? .utf8 : .utf16
    default: .none
    }
  }

  private func appendUnits(
    of token: CToken, _ prefix: CStringPrefix, to units: inout [UInt32]
  ) throws(CDiagnostic) {
    let start = token.start + self.prefix(of: token).rawValue.utf8.count + 1
    var reader = CEscapeReader(bytes: source.bytes, position: start, end: token.end - 1)
    while let element = try reader.next(source) {
      switch element {
      case .unit(let value, let range):
        guard value <= prefix.largestUnit else {
          throw CDiagnostic("the escape is out of range for this literal", range)
        }
        units.append(value)
      case .scalar(let scalar): prefix.append(scalar, to: &units)
      case .byte(let byte): units.append(UInt32(byte))
      }
    }
  }
}

extension CStringPrefix {
  /// The largest value of one code unit.
  fileprivate var largestUnit: UInt32 {
    switch self {
    case .none, .utf8: 0xFF
    case .utf16: 0xFFFF
    case .utf32, .wide: 0xFFFF_FFFF
    }
  }

  /// A character in the encoding that the prefix stands for.
  fileprivate func append(_ scalar: Unicode.Scalar, to units: inout [UInt32]) {
    switch self {
    case .none, .utf8: units += UTF8.encode(scalar).map { $0.map { UInt32($0) } } ?? []
    case .utf16: units += UTF16.encode(scalar).map { $0.map { UInt32($0) } } ?? []
    case .utf32, .wide: units.append(scalar.value)
    }
  }
}

/// Reads what stands between the quotes of a literal.
private struct CEscapeReader {
  enum Element {
    /// `\n`, `\101` or `\x41`: a code unit as it is.
    case unit(UInt32, CSourceRange)
    /// A character as written, or `\u00e9`.
    case scalar(Unicode.Scalar)
    /// A byte that is no UTF-8.
    case byte(UInt8)
  }

  let bytes: [UInt8]
  var position: Int
  let end: Int

  mutating func next(_ source: CSource) throws(CDiagnostic) -> Element? {
    skipContinuations()
    guard position < end else { return nil }
    let start = position
    guard bytes[position] == UInt8(ascii: "\\") else { return character() }
    position += 1
    guard position < end else { return nil }
    let letter = bytes[position]
    position += 1
    switch letter {
    case 0x30...0x37:
      position -= 1
      return .unit(octal(), source.range(from: start, to: position))
    case UInt8(ascii: "x"):
      guard let value = hexadecimal(atMost: .max), value.digits > 0 else {
        throw CDiagnostic("'\\x' needs hexadecimal digits", source.range(from: start, to: position))
      }
      let range = source.range(from: start, to: position)
      guard let unit = value.value else {
        throw CDiagnostic("the escape is out of range for this literal", range)
      }
      return .unit(unit, range)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = letter == UInt8(ascii: "u") ? 4 : 8
      guard let value = hexadecimal(atMost: count), value.digits == count,
        let scalar = value.value.flatMap(Unicode.Scalar.init)
      else {
        throw CDiagnostic(
          "this is no Unicode character", source.range(from: start, to: position))
      }
      return .scalar(scalar)
    default:
      guard let value = Self.simple[letter] else {
        throw CDiagnostic(
          "unknown escape '\\\(CDiagnostic.printable(letter))'",
          source.range(from: start, to: position))
      }
      return .unit(value, source.range(from: start, to: position))
    }
  }

  /// A backslash at the end of a line, and the end of the line.
  private mutating func skipContinuations() {
    while position + 1 < end && bytes[position] == UInt8(ascii: "\\") {
      if bytes[position + 1] == UInt8(ascii: "\n") {
        position += 2
      } else if position + 2 < end && bytes[position + 1] == UInt8(ascii: "\r")
        && bytes[position + 2] == UInt8(ascii: "\n")
      {
        position += 3
      } else {
        return
      }
    }
  }

  /// C11, section 6.4.4.4, paragraph 3, and gcc's `\e`.
  private static let simple: [UInt8: UInt32] = [
    0x27: 0x27, 0x22: 0x22, 0x3F: 0x3F, 0x5C: 0x5C,  // ' " ? backslash
    0x61: 7, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9, 0x76: 11,  // a b f n r t v
    0x65: 27, 0x45: 27,  // e E
  ]

  private mutating func character() -> Element {
    let first = bytes[position]
    if first < 0x80 {
      position += 1
      return .scalar(Unicode.Scalar(first))
    }
    var decoder = UTF8()
    var iterator = bytes[position..<end].makeIterator()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      position += UTF8.width(scalar)
      return .scalar(scalar)
    case .emptyInput, .error:
      position += 1
      return .byte(first)
    }
  }

  private mutating func octal() -> UInt32 {
    var value: UInt32 = 0
    var digits = 0
    while digits < 3 && position < end && (0x30...0x37).contains(bytes[position]) {
      value = value << 3 | UInt32(bytes[position] - 0x30)
      position += 1
      digits += 1
    }
    return value
  }

  /// Digits as a number, nil when it does not fit in 32 bits.
  private mutating func hexadecimal(atMost limit: Int) -> (value: UInt32?, digits: Int)? {
    var value: UInt64 = 0
    var digits = 0
    while digits < limit && position < end,
      let digit = Character(
        Unicode.Scalar(bytes[position])
      ).hexDigitValue
    {
      value = min(value << 4 | UInt64(digit), 1 << 40)
      position += 1
      digits += 1
    }
    return (UInt32(exactly: value), digits)
  }
}

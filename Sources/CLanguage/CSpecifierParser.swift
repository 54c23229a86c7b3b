/// What stands before the declarators: `static const unsigned long`.
struct CDeclarationSpecifiers {
  var type: CQualifiedType
  var storage: CStorageClass?
  var isTypedef = false
  var specifiers: CSpecifiers = []
  var attributes = CAttributeList()
  /// A struct, union or enumeration was named or defined: no declarator is needed then.
  var namesTag = false
  /// `auto name = value`: the type is that of the value (C23, section 6.7.10).
  var infersType = false
  /// `struct { … }` without tag, which in a record can be an anonymous member.
  var isUntaggedRecord = false
}

/// The keywords of an arithmetic type, counted, since they stand in any order (C11, 6.7.2).
struct CTypeWords {
  var signed = 0
  var unsigned = 0
  var short = 0
  var long = 0
  var complex = 0
  /// `char`, `int`, `float` and the rest, of which there is at most one.
  var base: CTokenKind?

  /// Words of a floating type, which can be complex.
  var isFloating: Bool { base == .floatKeyword || base == .doubleKeyword }

  /// Nothing but at most one of `signed` and `unsigned`.
  var isOnlySign: Bool {
    signed + unsigned <= 1 && short + long + complex == 0 && base == nil
  }

  var isEmpty: Bool {
    signed + unsigned + short + long + complex == 0 && base == nil
  }

  /// The type that they spell; nil for a combination that is none.
  var type: CType? {
    guard signed + unsigned <= 1 && short + min(long, 1) <= 1 && long <= 2 && complex <= 1 else {
      return nil
    }
    if complex == 1 { return floatingKind.map { .complex($0) } }
    let hasSign = signed + unsigned > 0
    switch base {
    case .voidKeyword: return hasSign || short + long > 0 ? nil : .void
    case .boolKeyword: return hasSign || short + long > 0 ? nil : .bool
    case .charKeyword:
      if short + long > 0 { return nil }
      return .integer(unsigned == 1 ? .unsignedChar : signed == 1 ? .signedChar : .char)
    case .int128Keyword:
      if short + long > 0 { return nil }
      return .integer(unsigned == 1 ? .unsignedInt128 : .int128)
    case .intKeyword, nil: return .integer(integerKind)
    default: return hasSign ? nil : floatingKind.map { .floating($0) }
    }
  }

  private var integerKind: CIntegerKind {
    let isUnsigned = unsigned == 1
    if short == 1 { return isUnsigned ? .unsignedShort : .short }
    switch long {
    case 0: return isUnsigned ? .unsignedInt : .int
    case 1: return isUnsigned ? .unsignedLong : .long
    default: return isUnsigned ? .unsignedLongLong : .longLong
    }
  }

  private var floatingKind: CFloatingKind? {
    guard signed + unsigned + short == 0 && long <= 1 else { return nil }
    if long == 1 { return base == .doubleKeyword ? .longDouble : nil }
    switch base {
    case .floatKeyword: return .float
    case .doubleKeyword: return .double
    // gcc takes `_Complex` alone for `double _Complex`.
    case nil: return complex == 1 ? .double : nil
    case .float16Keyword: return .float16
    case .decimal32Keyword: return complex == 0 ? .decimal32 : nil
    case .decimal64Keyword: return complex == 0 ? .decimal64 : nil
    case .decimal128Keyword: return complex == 0 ? .decimal128 : nil
    case .float32Keyword: return .float32
    case .float32xKeyword: return .float32x
    case .float64Keyword: return .float64
    case .float64xKeyword: return .float64x
    case .float128Keyword: return .float128
    default: return nil
    }
  }
}

extension CParser {
  /// Storage class, qualifiers, attributes and type, in any order (C11, section 6.7).
  ///
  /// `what` is how a message names what is missing when there is no type.
  mutating func declarationSpecifiers(_ what: String) throws(CDiagnostic) -> CDeclarationSpecifiers
  {
    var result = CDeclarationSpecifiers(type: CQualifiedType(.void))
    var words = CTypeWords()
    var named: CType?
    var qualifiers: CQualifiers = []
    let first = current
    reading: while true {
      if try attributes(into: &result.attributes) { continue }
      if let qualifier = qualifier() {
        if qualifier == .atomic && kind == .leftParenthesis && named == nil && words.isEmpty {
          named = try parenthesizedType().type
        }
        qualifiers.insert(qualifier)
        continue
      }
      if try storageOrFunctionSpecifier(into: &result) { continue }
      switch kind {
      case .extensionKeyword: advance()
      case .structKeyword, .unionKeyword, .enumKeyword:
        guard named == nil && words.isEmpty else { throw unexpected("a name") }
        result.isUntaggedRecord = false
        named = try kind == .enumKeyword ? enumSpecifier() : recordSpecifier(into: &result)
        result.namesTag = true
      case .typeofKeyword:
        guard named == nil && words.isEmpty else { throw unexpected("a name") }
        let isPlain = text(of: advance()).contains("unqual")
        let type = try typeofOperand()
        named = isPlain ? header.resolved(type.type) : type.type
        if !isPlain { qualifiers.formUnion(type.qualifiers) }
      case .bitIntKeyword:
        guard named == nil else { throw unexpected("a name") }
        named = try bitInt(words: &words)
      case .identifier where named == nil && words.isEmpty:
        guard isTypedefName(current) else { break reading }
        named = .typedef(text(of: advance()))
      // A macro of <complex.h>, which stands for the keyword.
      case .identifier
      where words.isFloating && text(of: current) == "complex"
        && header.declaration(named: "complex") == nil:
        advance()
        words.complex += 1
      default:
        guard try typeWord(into: &words, afterNamed: named != nil) else { break reading }
      }
    }
    qualifiers.formUnion(result.type.qualifiers)
    if let named {
      result.type = CQualifiedType(named, qualifiers)
    } else if words.isEmpty && result.storage == .auto && kind == .identifier
      && kind(ahead: 1) == .equal
    {
      result.type = CQualifiedType(.void, qualifiers)
      result.infersType = true
    } else {
      result.type = CQualifiedType(try type(of: words, from: first, what), qualifiers)
    }
    return result
  }

  /// `_BitInt(n)` with `signed` or `unsigned` on either side (C23, section 6.7.3.1).
  private mutating func bitInt(words: inout CTypeWords) throws(CDiagnostic) -> CType {
    let start = advance()
    guard take(.leftParenthesis) else { throw unexpected("'(' and a width after _BitInt") }
    let expression = try conditionalExpression()
    let value = try constant(expression).value
    try expect(.rightParenthesis, "')'")
    while kind == .signedKeyword || kind == .unsignedKeyword {
      if advance().kind == .signedKeyword { words.signed += 1 } else { words.unsigned += 1 }
    }
    guard words.isOnlySign else {
      throw CDiagnostic("these keywords do not make a type together", range(from: start))
    }
    let isSigned = words.unsigned == 0
    words = CTypeWords()
    let largest = header.target.largestBitInt
    guard value >= (isSigned ? 2 : 1) && value <= Int128(largest) else {
      throw CDiagnostic(
        "a _BitInt has \(isSigned ? 2 : 1) to \(largest) bits on \(header.target.triple), not \(value)",
        expression.range)
    }
    return .bitInt(CBitInt(width: Int(value), isSigned: isSigned))
  }

  /// The type that keywords spell, or why there is none.
  private func type(
    of words: CTypeWords, from first: CToken, _ what: String
  ) throws(CDiagnostic) -> CType {
    guard words.isEmpty else {
      guard let type = words.type else {
        throw CDiagnostic("these keywords do not make a type together", range(from: first))
      }
      return type
    }
    // A name where a type has to stand is an unknown type, unless the type was just forgotten:
    // then something other than a declarator follows it.
    if kind == .identifier { throw unknownType(current) }
    throw unexpected(what)
  }

  private mutating func typeWord(
    into words: inout CTypeWords, afterNamed: Bool
  ) throws(CDiagnostic) -> Bool {
    guard kind.startsType else { return false }
    if let refusal = kind.refusedType { throw failure(refusal, at: current) }
    if (kind == .int128Keyword && !header.target.hasInt128)
      || (!header.target.hasFloat128 && (kind == .float128Keyword || kind == .float64xKeyword))
      || (!header.target.hasDecimal && kind.isDecimal)
    {
      throw failure(
        "'\(text(of: current))' does not exist on \(header.target.triple)", at: current)
    }
    guard !afterNamed else { throw unexpected("a name") }
    switch kind {
    case .signedKeyword: words.signed += 1
    case .unsignedKeyword: words.unsigned += 1
    case .shortKeyword: words.short += 1
    case .longKeyword: words.long += 1
    case .complexKeyword: words.complex += 1
    default:
      guard words.base == nil else {
        throw failure(
          "two types in one declaration: '\(text(of: current))' follows another", at: current)
      }
      words.base = kind
    }
    advance()
    return true
  }

  /// `const` and kin.
  mutating func qualifier() -> CQualifiers? {
    switch kind {
    case .constKeyword:
      advance()
      return .const
    case .volatileKeyword:
      advance()
      return .volatile
    case .restrictKeyword:
      advance()
      return .restrict
    case .atomicKeyword:
      advance()
      return .atomic
    default: return nil
    }
  }

  private mutating func storageOrFunctionSpecifier(
    into result: inout CDeclarationSpecifiers
  ) throws(CDiagnostic) -> Bool {
    switch kind {
    case .typedefKeyword:
      guard result.storage == nil else { throw unexpected("one storage class") }
      result.isTypedef = true
    case .externKeyword: try set(.extern, in: &result)
    case .staticKeyword: try set(.static, in: &result)
    case .registerKeyword: try set(.register, in: &result)
    case .autoKeyword, .autoTypeKeyword: try set(.auto, in: &result)
    case .threadLocalKeyword: result.specifiers.insert(.threadLocal)
    case .inlineKeyword: result.specifiers.insert(.inline)
    case .noreturnKeyword: result.specifiers.insert(.noreturn)
    case .constexprKeyword:
      result.specifiers.insert(.constexpr)
      result.type.qualifiers.insert(.const)
    case .alignasKeyword:
      advance()
      let alignment = try alignmentOperand()
      result.attributes.raiseAlignment(to: alignment)
      return true
    default: return false
    }
    advance()
    return true
  }

  private func set(
    _ storage: CStorageClass, in result: inout CDeclarationSpecifiers
  ) throws(CDiagnostic) {
    guard result.storage == nil && !result.isTypedef else {
      throw failure(
        "'\(text(of: current))' after another storage class", at: current)
    }
    result.storage = storage
  }

  // MARK: Type names

  /// A type without a name: `const char *`, `int (*)(void)` (C11, section 6.7.7).
  mutating func typeName(_ what: String = "a type") throws(CDiagnostic) -> CQualifiedType {
    let start = current
    // Types can stand in types: `typeof(typeof(…`, `sizeof(enum { A = sizeof(…`.
    try enter()
    defer { leave() }
    let specifiers = try declarationSpecifiers(what)
    guard specifiers.storage == nil && !specifiers.isTypedef else {
      throw CDiagnostic("a storage class has no place in a type name", range(from: start))
    }
    let declarator = try declarator(.abstract)
    var attributes = specifiers.attributes
    attributes.merge(declarator.attributes)
    let type = try type(of: declarator, base: specifiers.type)
    if attributes.vectorSize != nil { return try self.type(type, as: attributes) }
    try refuseLayoutAttributes(attributes)
    return type
  }

  mutating func parenthesizedType() throws(CDiagnostic) -> CQualifiedType {
    try expect(.leftParenthesis, "'('")
    let type = try typeName()
    try expect(.rightParenthesis, "')'")
    return type
  }

  /// `typeof (type)`; of an expression the type that C gives it.
  private mutating func typeofOperand() throws(CDiagnostic) -> CQualifiedType {
    guard kind == .leftParenthesis else { throw unexpected("'(' after typeof") }
    if isTypeStart(ahead: 1) { return try parenthesizedType() }
    advance()
    let expression = try expression()
    try expect(.rightParenthesis, "')'")
    return try header.type(of: expression)
  }

  /// `_Alignas(16)` or `_Alignas(double)`.
  private mutating func alignmentOperand() throws(CDiagnostic) -> Int {
    guard kind == .leftParenthesis else { throw unexpected("'(' after _Alignas") }
    let start = current
    if isTypeStart(ahead: 1) {
      let type = try parenthesizedType()
      return try layout(of: type.type, at: range(from: start)).alignment
    }
    advance()
    let expression = try conditionalExpression()
    try expect(.rightParenthesis, "')'")
    return try alignment(expression)
  }

  /// The value of an alignment: a power of two that gcc accepts.
  func alignment(_ expression: CExpression) throws(CDiagnostic) -> Int {
    let value = try constant(expression).value
    guard value >= 0 && value <= 1 << 28 && value & (value - 1) == 0 else {
      throw CDiagnostic("an alignment has to be a power of two up to 2^28", expression.range)
    }
    return Int(value)
  }

  /// Size and alignment, or a message at a place in the text.
  func layout(of type: CType, at range: CSourceRange) throws(CDiagnostic) -> CTypeLayout {
    do throws(CLayoutError) {
      return try header.layout(of: type)
    } catch {
      throw CDiagnostic(
        "type '\(CPrinter(header: header).text(of: CQualifiedType(type)))' \(error.reason)", range)
    }
  }
}

extension CTokenKind {
  /// A decimal floating type (ISO/IEC TS 18661-2).
  fileprivate var isDecimal: Bool {
    self == .decimal32Keyword || self == .decimal64Keyword || self == .decimal128Keyword
  }

  /// Why a type keyword is not taken: sonde could not lay out or pass such values.
  fileprivate var refusedType: String? {
    switch self {
    case .imaginaryKeyword: "'_Imaginary' is not supported"
    default: nil
    }
  }
}

/// What a C++ function's demangled name says of how it is called.
///
/// Itanium C++ ABI, section 5.1: names carry the types of parameters, not that of the result
/// (templates aside), and not whether a member function is static. Only what is sure counts as a
/// prototype; the rest is shown for someone to complete.
package struct CxxSignature: Hashable, Sendable {
  /// With the object that it is called on as the first parameter.
  package var parameters: [CParameter]
  package var isVariadic: Bool
  /// Nil when the name does not tell.
  package var result: CQualifiedType?
  /// Why the parameters cannot be relied on; nil when they can.
  package var doubt: String?

  /// Reads a demangled name; nil when it is not that of a function with parameters.
  ///
  /// - Parameters:
  ///   - demangled: as `c++filt` prints it: `Shape::area(double) const`.
  ///   - mangled: the symbol.
  ///   - isClass: whether a qualified name is known to be that of a class.
  package init?(demangled: String, mangled: String, isClass: (String) -> Bool) {
    guard mangled.hasPrefix("_Z"), !demangled.hasSuffix("]"),
      let text = CxxFunctionText(demangled)
    else { return nil }
    var types: [CParameter] = []
    isVariadic = false
    for parameter in text.parameters {
      if parameter == "..." {
        isVariadic = true
        continue
      }
      guard let type = CxxTypeText(parameter).type else {
        doubt =
          doubt ?? "has a parameter '\(parameter)', and its name alone does not say how it "
          + "is passed"
        let name = CxxIdentifier.from(parameter)
        types.append(CParameter(name: nil, type: CQualifiedType(.typedef(name))))
        continue
      }
      types.append(CParameter(name: nil, type: type))
    }
    parameters = types
    addObject(text, mangled, isClass)
    addResult(text)
  }

  /// `this` comes first, where there is one.
  private mutating func addObject(
    _ text: CxxFunctionText, _ mangled: String, _ isClass: (String) -> Bool
  ) {
    guard !text.scope.isEmpty else { return }
    let isSure = text.isConst || text.isVolatile || text.isStructor || text.isConversion
    guard isSure || isClass(text.scope) else {
      doubt = doubt ?? "may be a function of a namespace or of a class"
      return
    }
    var qualifiers: CQualifiers = []
    if text.isConst { qualifiers.insert(.const) }
    if text.isVolatile { qualifiers.insert(.volatile) }
    let object = CType.record(CRecordName(.struct, .tag(CxxTypeText.identifier(text.scope))))
    let this = CQualifiedType(.pointer(CQualifiedType(object, qualifiers)))
    parameters.insert(CParameter(name: "this", type: this), at: 0)
    if !isSure { doubt = doubt ?? "may be static, and then takes no object" }
    if text.isStructor, mangled.contains("C2E") || mangled.contains("D2E") {
      doubt = doubt ?? "builds or ends a part of a larger object"
    }
  }

  private mutating func addResult(_ text: CxxFunctionText) {
    if text.isStructor {
      result = CQualifiedType(.void)
    } else if text.isConversion, let type = CxxTypeText(text.conversion).type {
      result = type
    }
  }

  /// The prototype, when all of it is sure.
  package var function: CFunctionType? {
    guard doubt == nil, let result else { return nil }
    return CFunctionType(result: result, parameters: parameters, isVariadic: isVariadic)
  }

  /// The line that declares it, with `RESULT` where the result has to be put in.
  package func declaration(named name: String) -> String {
    let void = CQualifiedType(.void)
    let type = CFunctionType(
      result: result ?? void, parameters: parameters, isVariadic: isVariadic)
    var text = CPrinter().text(of: type, name: name)
    if result == nil, text.hasPrefix("void ") { text = "RESULT " + text.dropFirst(5) }
    return text + ";"
  }
}

extension CxxName {
  /// What a demangled symbol can be called in a statement: its name, without the result that
  /// templates have in front, and the name with its parameters; all normalised.
  package static func spellings(ofDemangled text: String) -> [String] {
    guard let function = CxxFunctionText(text) else { return [normalized(text)] }
    let name = normalized(function.name)
    let list = function.parameters.joined(separator: ",")
    let signature = normalized("\(name)(\(list))")
    return function.isConst ? [name, signature, signature + "const"] : [name, signature]
  }

  /// A demangled function as a statement can name it: without the result in front.
  package static func signature(ofDemangled text: String) -> String {
    guard let function = CxxFunctionText(text) else { return text }
    let list = function.parameters.joined(separator: ", ")
    return "\(function.name)(\(list))" + (function.isConst ? " const" : "")
  }
}

/// The parts of a demangled function.
private struct CxxFunctionText {
  var parameters: [String] = []
  /// Qualified.
  var name = ""
  /// The class or namespace, qualified; empty for a function of neither.
  var scope = ""
  var isConst = false
  var isVolatile = false
  /// A constructor or destructor.
  var isStructor = false
  /// The type that a conversion operator converts to.
  var conversion = ""
  var isConversion: Bool { !conversion.isEmpty }

  init?(_ demangled: String) {
    // Bytes: every mark is ASCII, and a library can have a hundred thousand names.
    var text = Array(demangled.utf8)[...]
    for prefix in ["non-virtual thunk to ", "virtual thunk to ", "covariant return thunk to "]
    where text.starts(with: prefix.utf8) {
      return nil
    }
    strip(&text)
    guard text.last == UInt8(ascii: ")"), let open = Self.opening(of: text) else { return nil }
    guard let list = Self.split(text[(open + 1)..<(text.endIndex - 1)]) else { return nil }
    parameters = list.filter { !$0.isEmpty && $0 != "void" }
    guard let name = Self.pieces(of: text[..<open]) else { return nil }
    self.name = name.joined(separator: "::")
    scope = name.dropLast().joined(separator: "::")
    let last = name.last ?? ""
    if last.hasPrefix("operator "),
      !["operator new", "operator delete"].contains(where: last.hasPrefix)
    {
      conversion = String(last.dropFirst(9))
    }
    if let owner = name.dropLast().last {
      let plain = String(owner.utf8.prefix { $0 != UInt8(ascii: "<") }) ?? owner
      isStructor = last == plain || last == "~" + plain
    }
  }

  /// What stands behind the parameters.
  private mutating func strip(_ text: inout ArraySlice<UInt8>) {
    while true {
      if text.drop(suffix: " const") {
        isConst = true
      } else if text.drop(suffix: " volatile") {
        isVolatile = true
      } else if !text.drop(suffix: " &&"), !text.drop(suffix: " &") {
        return
      }
    }
  }

  /// The parenthesis that the last one closes.
  private static func opening(of text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == UInt8(ascii: ")") { depth += 1 }
      if text[index] == UInt8(ascii: "(") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// How much deeper in brackets one is behind a character.
  private static func deepening(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "{"): 1
    case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "}"): -1
    default: 0
    }
  }

  /// Parameters, at commas that stand in no brackets; nil when these do not match.
  private static func split(_ text: ArraySlice<UInt8>) -> [String]? {
    var parts: [String] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      depth += deepening(text[index])
      if depth < 0 { return nil }
      if depth == 0, text[index] == UInt8(ascii: ",") {
        parts.append(trimmed(text[start..<index]))
        start = index + 1
      }
    }
    guard depth == 0 else { return nil }
    parts.append(trimmed(text[start...]))
    return parts
  }

  /// The parts of a qualified name, without the result that templates have in front.
  private static func pieces(of text: ArraySlice<UInt8>) -> [String]? {
    var pieces: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var depth = 0
    var isOperator = false
    var index = start
    while index < text.endIndex {
      let byte = text[index]
      isOperator = isOperator || text[start..<index].elementsEqual("operator".utf8)
      if !isOperator {
        depth += deepening(byte)
        if depth < 0 { return nil }
      }
      if depth == 0, !isOperator, byte == UInt8(ascii: " ") {
        // Behind the result: what comes is the name itself.
        pieces = []
        start = index + 1
      } else if depth == 0, !isOperator, byte == UInt8(ascii: ":"), index > start,
        text[index - 1] == UInt8(ascii: ":")
      {
        pieces.append(text[start..<(index - 1)])
        start = index + 1
      }
      index += 1
    }
    pieces.append(text[start...])
    guard depth == 0, !pieces.contains(where: \.isEmpty) else { return nil }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    var text = text.drop { $0 == UInt8(ascii: " ") }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Drops a suffix; false when it is not there.
  fileprivate mutating func drop(suffix: String) -> Bool {
    let count = suffix.utf8.count
    guard self.suffix(count).elementsEqual(suffix.utf8) else { return false }
    removeLast(count)
    return true
  }
}

/// A type as demanglers print it, qualifiers behind what they qualify: `char const*`.
private struct CxxTypeText {
  /// Nil for what is passed in a way that the name does not tell: classes and enumerations by
  /// value, pointers to members, vectors.
  let type: CQualifiedType?

  /// Pointers of pointers beyond which a name counts as hostile.
  private static let mostPointers = 64

  init(_ text: String) { type = Self.parse(text[...], depth: 0) }

  private static func parse(_ text: Substring, depth: Int) -> CQualifiedType? {
    guard depth < mostPointers else { return nil }
    // What such a pointer leads to does not change how it is passed.
    if text.contains("(*") || text.contains("(&") {
      return isPlainPointer(text) ? CQualifiedType(.pointer(CQualifiedType(.void))) : nil
    }
    for (suffix, qualifier) in [
      (" const", CQualifiers.const), (" volatile", .volatile), (" __restrict", .restrict),
      (" restrict", .restrict),
    ] where text.hasSuffix(suffix) {
      guard var inner = parse(text.dropLast(suffix.count), depth: depth + 1) else { return nil }
      inner.qualifiers.insert(qualifier)
      return inner
    }
    for suffix in ["&&", "&", "*"] where text.hasSuffix(suffix) {
      return CQualifiedType(
        .pointer(pointee(text.dropLast(suffix.count), depth: depth + 1)))
    }
    return builtin(text)
  }

  /// A pointer to a function or an array, and none to a member: `void (*)(int)`.
  private static func isPlainPointer(_ text: Substring) -> Bool {
    !text.contains("::*") && !text.hasSuffix(">")
  }

  private static func pointee(_ text: Substring, depth: Int) -> CQualifiedType {
    if let known = parse(text, depth: depth) { return known }
    var name = text
    var qualifiers: CQualifiers = []
    while true {
      if name.hasSuffix(" const") {
        qualifiers.insert(.const)
        name = name.dropLast(6)
      } else if name.hasSuffix(" volatile") {
        qualifiers.insert(.volatile)
        name = name.dropLast(9)
      } else {
        break
      }
    }
    let first = name.first ?? " "
    guard first.isLetter || first == "_" || first == "(" else { return CQualifiedType(.void) }
    let record = CRecordName(.struct, .tag(identifier(String(name))))
    return CQualifiedType(.record(record), qualifiers)
  }

  private static func builtin(_ text: Substring) -> CQualifiedType? {
    if let kind = CIntegerKind.allCases.first(where: { $0.rawValue == text }) {
      return CQualifiedType(.integer(kind))
    }
    switch text {
    case "void": return CQualifiedType(.void)
    case "bool": return CQualifiedType(.bool)
    case "float": return CQualifiedType(.floating(.float))
    case "double": return CQualifiedType(.floating(.double))
    case "long double": return CQualifiedType(.floating(.longDouble))
    case "__float128": return CQualifiedType(.floating(.float128))
    case "_Float16": return CQualifiedType(.floating(.float16))
    case "wchar_t": return CQualifiedType(.typedef("wchar_t"))
    case "char16_t": return CQualifiedType(.integer(.unsignedShort))
    case "char32_t": return CQualifiedType(.integer(.unsignedInt))
    case "char8_t": return CQualifiedType(.integer(.unsignedChar))
    case "decltype(nullptr)", "std::nullptr_t":
      return CQualifiedType(.pointer(CQualifiedType(.void)))
    default: return nil
    }
  }

  /// A qualified name as a C identifier: `ns::vector<int>` becomes `ns__vector_int`.
  static func identifier(_ name: String) -> String { CxxIdentifier.from(name) }
}

extension CHeader {
  /// A string object of libstdc++ inside a larger value, when the characters that it points to are
  /// known: its pointer and its length come first (`bits/basic_string.h`).
  package func stringObject(
    _ bytes: some Collection<UInt8>, as type: CType, texts: [UInt64: CValue.CText]
  ) -> CValue? {
    guard bytes.count == 32, case .record(let name) = resolved(type),
      case .tag(let tag) = name.name, CxxIdentifier.stringPrefix(ofTag: tag) != nil
    else { return nil }
    let numbers = [bytes.prefix(8), bytes.dropFirst(8).prefix(8)].map { part in
      part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    guard let text = texts[numbers[0]], case .units(let units, isTerminated: true) = text,
      UInt64(units.count) == numbers[1]
    else { return nil }
    return .string(numbers[0], text)
  }

  /// The object that a function of C++ writes its result to, when its first parameter is the place
  /// for it (Itanium C++ ABI, section 3.1.3.1): debug information calls it `result`, and the
  /// function gives its address back.
  package func hiddenResult(of type: CFunctionType) -> CQualifiedType? {
    guard let first = type.parameters.first, first.name == CxxIdentifier.hiddenResult,
      case .pointer(let object) = resolved(first.type.type),
      case .record = resolved(object.type),
      canonical(CQualifiedType(first.type.type)) == canonical(CQualifiedType(type.result.type))
    else { return nil }
    return CQualifiedType(object.type)
  }
}

extension CDeclaration {
  /// Its symbol is a mangled name of C++.
  package var isCxx: Bool { (assemblerName ?? name).hasPrefix("_Z") }
}

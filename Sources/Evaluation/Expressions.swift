import CLanguage
import Marshalling

/// Expressions, one kind after the other (C11, section 6.5).
extension Compiler {
  func operand(_ expression: CExpression) throws(CDiagnostic) -> Operand {
    try nested { () throws(CDiagnostic) in try unnestedOperand(expression) }
  }

  private func unnestedOperand(_ expression: CExpression) throws(CDiagnostic) -> Operand {
    let range = expression.range
    switch expression.kind {
    case .integer(let value, let kind):
      return Operand(
        CQualifiedType(.integer(kind)),
        constant: arithmetic.value(Int128(truncatingIfNeeded: value), as: kind), range)
    case .floating(let digits, let kind):
      return Operand(
        CQualifiedType(.floating(kind)), constant: try floating(digits, kind, range), range)
    case .imaginary(let digits, let kind):
      let value = try floating(digits, kind, range)
      return Operand(
        CQualifiedType(.complex(kind)), constant: .complex(0, value.longDouble), range)
    case .character(let code, let prefix): return character(code, prefix, range)
    case .string(let units, let prefix): return stringLiteral(units, prefix, range)
    case .identifier(let name): return try identifier(name, range)
    case .call(let callee, let arguments): return try call(callee, arguments, range)
    case .unary(let operation, let operand): return try unary(operation, operand, range)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right, range)
    case .assignment(let operation, let left, let right):
      return try assignment(operation, left, right, range)
    case .conditional(let condition, let then, let otherwise):
      return try choice(condition, then, otherwise, range)
    case .cast(let type, let operand): return try cast(type, operand, range)
    case .compoundLiteral(let type, let initializer):
      return try compoundLiteral(type, initializer, range)
    case .member(let base, let name, let throughPointer):
      return try member(base, name, throughPointer: throughPointer, range)
    case .subscript(let base, let index): return try element(base, index, range)
    case .sizeofType(let type): return try size(of: type, range)
    case .sizeofExpression(let operand): return try size(of: typeOnly(operand), range)
    case .alignofType(let type):
      return sizeConstant(try layout(of: type, at: range).alignment, range)
    case .comma(let left, let right):
      let first = try value(of: left).evaluate
      let second = try value(of: right)
      let evaluate = second.evaluate
      return Operand(
        second.type,
        .value { machine throws(Stop) in
          _ = try first(machine)
          return try evaluate(machine)
        }, range)
    case .statements(let block): return try statementExpression(block, range)
    }
  }

  /// The type of an expression that is not evaluated.
  func typeOnly(_ expression: CExpression) throws(CDiagnostic) -> CQualifiedType {
    let outer = (isUnevaluated: isUnevaluated, frame: frame)
    isUnevaluated = true
    defer {
      isUnevaluated = outer.isUnevaluated
      frame = outer.frame
    }
    return try operand(expression).type
  }

  private func size(
    of type: CQualifiedType, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    // GNU C: what has no size has size 1.
    switch header.resolved(type).type {
    case .void, .function: return sizeConstant(1, range)
    case .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .record,
      .enumeration,
      .typedef:
      return sizeConstant(try layout(of: type, at: range).size, range)
    }
  }

  private func sizeConstant(_ bytes: Int, _ range: CSourceRange) -> Operand {
    let kind: CIntegerKind = header.target.pointerSize == 8 ? .unsignedLong : .unsignedInt
    return Operand(
      CQualifiedType(.integer(kind)), constant: .unsigned(UInt128(bytes)), range)
  }

  // MARK: Literals

  private func floating(
    _ digits: String, _ kind: CFloatingKind, _ range: CSourceRange
  ) throws(CDiagnostic) -> CValue {
    let value: CValue? =
      switch kind {
      case .longDouble, .float64x: CLongDouble(digits).map { .longDouble($0) }
      case .float, .float32: Float(digits).map { .floating(Double($0)) }
      case .double, .float64, .float32x: Double(digits).map { .floating($0) }
      case .float16, .float128, .decimal32, .decimal64, .decimal128: nil
      }
    guard let value else {
      throw CDiagnostic("sonde cannot compute with \(kind.rawValue)", range)
    }
    guard value.longDouble.isFinite else {
      throw CDiagnostic("\(digits) is beyond the largest \(kind.rawValue)", range)
    }
    return value
  }

  /// A character constant is an `int`, with a prefix the type of that prefix (C11, section
  /// 6.4.4.4).
  private func character(
    _ code: Int64, _ prefix: CStringPrefix, _ range: CSourceRange
  ) -> Operand {
    let (type, kind): (CType, CIntegerKind) =
      switch prefix {
      case .none: (.integer(.int), .int)
      case .wide: (.typedef("wchar_t"), .int)
      case .utf8: (.integer(.unsignedChar), .unsignedChar)
      case .utf16: (.typedef("char16_t"), .unsignedShort)
      case .utf32: (.typedef("char32_t"), .unsignedInt)
      }
    return Operand(
      CQualifiedType(type), constant: arithmetic.value(Int128(code), as: kind), range)
  }

  /// A string literal is an array that lives as long as the session.
  private func stringLiteral(
    _ units: [UInt32], _ prefix: CStringPrefix, _ range: CSourceRange
  ) -> Operand {
    let unit: CType =
      switch prefix {
      case .none, .utf8: .integer(.char)
      case .utf16: .typedef("char16_t")
      case .utf32: .typedef("char32_t")
      case .wide: .typedef("wchar_t")
      }
    let type = CQualifiedType(.array(CQualifiedType(unit), count: units.count + 1))
    let place =
      isUnevaluated
      ? StaticPlace() : literalPlace(Self.bytes(of: units, prefix), alignment: prefix.unitSize)
    var operand = Operand(type, .memory { _ in place.address }, range)
    operand.literal = (units, prefix)
    return operand
  }

  private func literalPlace(_ bytes: [UInt8], alignment: Int) -> StaticPlace {
    let key = EvaluatorState.LiteralKey(bytes: bytes, alignment: alignment)
    if let known = state.literals[key] { return known }
    for pending in pending where pending.bytes == bytes && pending.alignment == alignment {
      return pending.place
    }
    return addPlace(
      CTypeLayout(size: bytes.count, alignment: alignment), named: Self.literalName,
      bytes: bytes)
  }

  /// A string literal in memory: its units and a terminator.
  static func bytes(of units: [UInt32], _ prefix: CStringPrefix) -> [UInt8] {
    (units + [0]).flatMap { unit in
      (0..<prefix.unitSize).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
    }
  }

  // MARK: Names

  private func identifier(_ name: String, _ range: CSourceRange) throws(CDiagnostic) -> Operand {
    if let local = local(name) { return operand(local, range) }
    if let variable = state.variables[name] {
      let place = variable.place
      return Operand(variable.type, .memory { _ in place.address }, range)
    }
    // Its macro calls a function, and every call starts with an errno of 0.
    // Keywords since C23 (section 6.4.5.6), whatever a header makes of them.
    if name == "true" || name == "false" {
      return Operand(CQualifiedType(.bool), constant: .bool(name == "true"), range)
    }
    // Debug information of the C library has a variable of that name behind it.
    if name == "errno" {
      return Operand(CQualifiedType(.integer(.int)), .errorNumber, range)
    }
    if let result = try earlierResult(name, range) { return result }
    if let function = newFunctions[name] ?? state.functions[name] {
      return Operand(
        CQualifiedType(.function(function.type)),
        .function(Designator(name: name, symbol: nil)), range)
    }
    if let declaration = header.declaration(named: name) {
      switch declaration.kind {
      case .function(let type):
        return Operand(
          CQualifiedType(.function(type)),
          .function(Designator(name: name, symbol: declaration.assemblerName ?? name)), range)
      case .object(let type, _):
        return Operand(
          type, .memory(dataLocation(declaration.assemblerName ?? name)), range)
      case .constant(let value, let type): return constant(value, type, range)
      case .macro, .typedef, .record, .enumeration: break
      }
    }
    if let macro = header.macroExpression(named: name) {
      return try expanded(macro, name, range)
    }
    if let builtin = builtin(name, range) { return builtin }
    if let (value, type) = header.constant(named: name) { return constant(value, type, range) }
    if let known = try qualified(name, range) { return known }
    if target.definesFunction(name) {
      let unknown = CFunctionType(
        result: CQualifiedType(.void), parameters: [], hasUnknownParameters: true)
      return Operand(
        CQualifiedType(.function(unknown)),
        .function(Designator(name: name, symbol: name, isUndeclared: true)), range)
    }
    if target.definesData(name) {
      throw CDiagnostic(
        "'\(name)' is data of \(target.libraryName), but its type is not known; declare it: "
          + "extern TYPE \(target.symbolName(of: name) ?? name);", range)
    }
    throw .unknownName(name, range)
  }

  /// A symbol of a certain version or library, or of C++, by the prototype of its plain or its
  /// mangled name.
  private func qualified(
    _ name: String, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand? {
    let rivals = target.rivals(of: name)
    guard rivals.isEmpty else {
      throw CDiagnostic(
        "'\(name)' can be one of several; say which: "
          + rivals.map(\.spelling).joined(separator: ", "), range)
    }
    guard name.contains("@") || name.contains("::") || name.contains("("),
      let symbol = target.symbolName(of: name), let declaration = declaration(ofSymbol: symbol)
    else { return nil }
    switch declaration.kind {
    case .function(let type):
      return Operand(
        CQualifiedType(.function(type)), .function(Designator(name: name, symbol: name)), range)
    case .object(let type, _): return Operand(type, .memory(dataLocation(name)), range)
    case .constant, .macro, .typedef, .record, .enumeration: return nil
    }
  }

  /// What is declared under a symbol's name, or under another that says which symbol it means.
  func declaration(ofSymbol symbol: String) -> CDeclaration? {
    header.declaration(named: symbol)
      ?? header.names(startingWith: "").lazy.compactMap({ [header] in
        header.declaration(named: $0)
      })
      .first(where: { $0.assemblerName == symbol })
  }

  /// A macro that stands for an expression, whose own places are in another text.
  private func expanded(
    _ expression: CExpression, _ name: String, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    guard macros.insert(name).inserted else {
      throw CDiagnostic("the macro '\(name)' stands for itself", range)
    }
    defer { macros.remove(name) }
    expansionCount += 1
    guard expansionCount <= header.limits.macroExpansionCount else {
      throw CDiagnostic(
        "more than \(header.limits.macroExpansionCount) macros in one statement", range)
    }
    // One expression has so many levels at most; macros could pile them up.
    guard height <= header.limits.operatorCount else {
      throw CDiagnostic("more than \(header.limits.operatorCount) levels of macros", range)
    }
    do throws(CDiagnostic) {
      var result = try operand(expression)
      result.range = range
      return result
    } catch {
      // Of macros in macros the innermost is named.
      let isPlaced = error.message.hasPrefix(Self.macroPlace)
      throw CDiagnostic(
        isPlaced ? error.message : "\(Self.macroPlace) '\(name)': \(error.message)", range)
    }
  }

  private static let macroPlace = "in the macro"

  private func operand(_ local: Local, _ range: CSourceRange) -> Operand {
    switch local.place {
    case .register(let index): return Operand(local.type, .register(index), range)
    case .frame(let offset):
      return Operand(local.type, .memory { $0.frame + UInt64(offset) }, range)
    case .fixed(let place): return Operand(local.type, .memory { _ in place.address }, range)
    }
  }

  private func constant(_ value: Int128, _ type: CType, _ range: CSourceRange) -> Operand {
    switch valueClass(of: CQualifiedType(type)) {
    case .bool: return Operand(CQualifiedType(type), constant: .bool(value != 0), range)
    case .integer(let kind):
      return Operand(CQualifiedType(type), constant: arithmetic.value(value, as: kind), range)
    case .void, .floating, .complex, .pointer, .aggregate:
      return Operand(CQualifiedType(type), constant: .signed(value), range)
    }
  }

  /// `_` is the last value, `_1` the first, `_2` the second.
  private func earlierResult(
    _ name: String, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand? {
    guard name.utf8.first == UInt8(ascii: "_") else { return nil }
    let digits = name.dropFirst()
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard header.declaration(named: name) == nil || digits.isEmpty || state.results.count > 0
    else { return nil }
    let index = digits.isEmpty ? state.results.count - 1 : (Int(digits) ?? 0) - 1
    guard state.results.indices.contains(index) else {
      let count = state.results.count
      throw CDiagnostic(
        count == 0
          ? "there is no value yet that '\(name)' could be"
          : "there is no value '\(name)'; so far there are \(count), the last is _\(count)", range)
    }
    let result = state.results[index]
    return Operand(CQualifiedType(result.type), constant: result.value, range)
  }

  /// Names of C's own headers that need no declaration.
  private func builtin(_ name: String, _ range: CSourceRange) -> Operand? {
    switch name {
    case "NULL", "nullptr":
      return Operand(CQualifiedType(.pointer(CQualifiedType(.void))), constant: .pointer(0), range)
    case "I", "_Complex_I":
      return Operand(CQualifiedType(.complex(.float)), constant: .complex(0, 1), range)
    case "INFINITY", "HUGE_VALF":
      return Operand(CQualifiedType(.floating(.float)), constant: .floating(.infinity), range)
    case "HUGE_VAL":
      return Operand(CQualifiedType(.floating(.double)), constant: .floating(.infinity), range)
    case "NAN":
      return Operand(CQualifiedType(.floating(.float)), constant: .floating(.nan), range)
    case "__func__":
      return nil
    default: return nil
    }
  }

  /// Where a variable of the library is.
  private func dataLocation(_ symbol: String) -> Locate {
    { machine throws(Stop) in
      if let known = machine.state.addresses[symbol] { return known }
      try machine.begin()
      do throws(TargetFailure) {
        let address = try machine.target.dataAddress(of: symbol)
        machine.state.addresses[symbol] = address
        return address
      } catch {
        if case .ended = error { machine.endedWhileLoading = true }
        throw .target(error)
      }
    }
  }
}

extension CStringPrefix {
  /// Bytes of one code unit.
  var unitSize: Int {
    switch self {
    case .none, .utf8: 1
    case .utf16: 2
    case .utf32, .wide: 4
    }
  }
}

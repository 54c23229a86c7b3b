import CLanguage
import Marshalling
import ProbeWire

/// Functions of C++: which overload is meant, and results that are written where a hidden argument
/// points (Itanium C++ ABI, section 3.1.3.1).
extension Compiler {
  /// The overload that a call means: the one that takes exactly these types, or the only one that
  /// takes so many arguments.
  ///
  /// Conversions are not weighed against each other: where C++ would, the statement has to say which
  /// function it means.
  ///
  /// - Returns: nil for a name that has no overloads.
  /// - Throws: which functions there are, when it is not clear.
  func overload(
    of name: String, for arguments: [CExpression], _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand? {
    guard local(name) == nil, state.variables[name] == nil, newFunctions[name] == nil,
      state.functions[name] == nil, header.declaration(named: name) == nil
    else { return nil }
    let rivals = target.rivals(of: name)
    guard rivals.count > 1, rivals.allSatisfy({ $0.symbol.hasPrefix("_Z") }) else { return nil }
    var types: [CQualifiedType] = []
    for argument in arguments { types.append(try typeOnly(argument)) }
    let known = rivals.compactMap { rival -> (rival: SymbolRival, type: CFunctionType)? in
      guard case .function(let type)? = declaration(ofSymbol: rival.symbol)?.kind else {
        return nil
      }
      return (rival, type)
    }
    let counted = known.filter { visibleParameters(of: $0.type, rivals: types.count) != nil }
    let exact = counted.filter { candidate in
      let parameters = visibleParameters(of: candidate.type, rivals: types.count) ?? []
      return zip(types, parameters).allSatisfy { isExact($0, header.adjustedParameter($1.type)) }
    }
    var chosen = exact.count == 1 ? exact.first : nil
    if exact.isEmpty, counted.count == 1, known.count == rivals.count { chosen = counted.first }
    guard let chosen else { return nil }
    return Operand(
      CQualifiedType(.function(chosen.type)),
      .function(Designator(name: name, symbol: chosen.rival.symbol)), range)
  }

  /// The parameters that stand in a call with so many arguments; nil when it cannot have as many.
  private func visibleParameters(
    of type: CFunctionType, rivals count: Int
  ) -> ArraySlice<CParameter>? {
    guard !type.isVariadic else { return nil }
    if type.parameters.count == count { return type.parameters[...] }
    guard header.hiddenResult(of: type) != nil, type.parameters.count == count + 1 else {
      return nil
    }
    return type.parameters.dropFirst()
  }

  private func isExact(_ given: CQualifiedType, _ wanted: CQualifiedType) -> Bool {
    var given = header.adjustedParameter(given)
    given.qualifiers = []
    let plain = CQualifiedType(wanted.type)
    if header.canonical(given) == header.canonical(plain) { return true }
    // A pointer may gain qualifiers of what it points to.
    guard let from = pointee(given), let to = pointee(plain) else { return false }
    return header.canonical(CQualifiedType(from.type)) == header.canonical(CQualifiedType(to.type))
      && header.resolved(to).qualifiers.isSuperset(of: header.resolved(from).qualifiers)
  }

  /// Where a call writes its result that does not spell out the place for it; nil for other calls.
  func placeOfResult(
    of designator: Designator, _ type: CFunctionType, given: Int, _ range: CSourceRange
  ) throws(CDiagnostic) -> (place: StaticPlace, type: CQualifiedType)? {
    guard given != type.parameters.count, let symbol = designator.symbol,
      (target.symbolName(of: symbol) ?? symbol).hasPrefix("_Z"),
      let object = header.hiddenResult(of: type)
    else { return nil }
    let wanted = type.parameters.count - 1
    guard given == wanted else {
      let list = type.parameters.dropFirst().map { CPrinter(header: header).text(of: $0) }
      throw CDiagnostic(
        "'\(designator.name)' takes \(wanted) argument\(wanted == 1 ? "" : "s") "
          + "(\(list.joined(separator: ", "))), \(given) given", range)
    }
    let layout = try layout(of: object, at: range)
    if isUnevaluated { return (StaticPlace(), object) }
    return (addPlace(layout, named: "result of \(designator.name)"), object)
  }
}

extension Compiler {
  /// The variable that a call's result is, when the call would write it to a place of its own: as in
  /// C++ it is not copied, for an object may point into itself.
  ///
  /// - Returns: the variable's place and what fills it; nil for any other initialiser.
  func objectMade(
    by initializer: CInitializer, of type: CQualifiedType, named name: String
  ) throws(CDiagnostic) -> (place: StaticPlace, fill: Execute)? {
    guard case .expression(let expression) = initializer, case .call = expression.kind,
      valueClass(of: type) == .aggregate
    else { return nil }
    let before = (plans: plans, pending: pending, frame: frame)
    let made = try operand(expression)
    guard let place = made.resultPlace, case .memory(let locate) = made.form,
      header.canonical(CQualifiedType(made.type.type))
        == header.canonical(CQualifiedType(type.type))
    else {
      (plans, pending, frame) = before
      return nil
    }
    if let index = pending.firstIndex(where: { $0.place === place }) { pending[index].name = name }
    return (
      place,
      { machine throws(Stop) in
        _ = try locate(machine)
        return .next
      }
    )
  }
}

extension Compiler {
  /// Why an argument cannot be given; where its address is wanted, that is said.
  func obstacle(
    to value: ValueOperand, as type: CQualifiedType, operand: Operand
  ) -> String? {
    guard let problem = obstacle(to: value, as: type) else { return nil }
    guard operand.isLvalue, let pointee = pointee(type),
      header.canonical(CQualifiedType(pointee.type))
        == header.canonical(CQualifiedType(operand.type.type))
    else { return problem }
    return problem + "; where its address is wanted, write & before it"
  }
}

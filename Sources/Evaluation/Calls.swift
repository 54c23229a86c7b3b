import CLanguage
import Marshalling
import ProbeWire

/// Calls of the library's functions, of the console's own, and through pointers (C11, section
/// 6.5.2.2).
extension Compiler {
  func call(
    _ callee: CExpression, _ arguments: [CExpression], _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    if case .identifier(let name) = callee.kind {
      if let made = try complexNumber(name, arguments, range) { return made }
      if let number = builtinNumber(name, arguments, range) { return number }
      if let missing = missingFunction(name, range) { return missing }
    }
    if case .identifier(let name) = callee.kind,
      let function = try overload(of: name, for: arguments, callee.range)
    {
      return try call(function, callee, arguments, range)
    }
    return try call(try operand(callee), callee, arguments, range)
  }

  private func call(
    _ function: Operand, _ callee: CExpression, _ arguments: [CExpression], _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    if case .function(let designator) = function.form {
      guard !designator.isUndeclared else {
        throw .undeclaredFunction(designator.name, of: target, callee.range)
      }
      guard let type = functionType(function.type) else {
        throw CDiagnostic("this is no function", callee.range)
      }
      guard let symbol = designator.symbol else {
        return try consoleCall(designator.name, type, arguments, range)
      }
      require(symbol, callee.range)
      let result = try placeOfResult(
        of: designator, type, given: arguments.count, range)
      let made = try libraryCall(
        designator.name, type, at: symbolAddress(symbol), callee.range, arguments, range,
        isDeclared: true, result: result?.place)
      guard let result, case .value(let evaluate) = made.form else { return made }
      var object = Operand(
        result.type,
        .memory { machine throws(Stop) in
          _ = try evaluate(machine)
          return result.place.address
        }, range)
      object.resultPlace = result.place
      return object
    }
    let pointer = try value(function)
    guard let type = functionType(pointer.type) else {
      throw CDiagnostic(
        "'\(text(of: pointer.type))' is no function and no pointer to one", callee.range)
    }
    let evaluate = pointer.evaluate
    return try libraryCall(
      name(of: callee), type,
      at: { machine throws(Stop) in
        UInt64(truncatingIfNeeded: Arithmetic.bits(try evaluate(machine)))
      }, callee.range, arguments, range)
  }

  /// How messages name what is called.
  private func name(of callee: CExpression) -> String {
    switch callee.kind {
    case .identifier(let name): name
    case .cast(_, let operand): name(of: operand)
    default: CPrinter(header: header).text(of: callee)
    }
  }

  /// `CMPLX(x, y)` and kin, macros of `<complex.h>` (C11, section 7.3.9.3).
  private func complexNumber(
    _ name: String, _ arguments: [CExpression], _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand? {
    let kinds: [String: CFloatingKind] = [
      "CMPLX": .double, "CMPLXF": .float, "CMPLXL": .longDouble, "__builtin_complex": .double,
    ]
    guard let kind = kinds[name], header.declaration(named: name) == nil, local(name) == nil,
      arguments.count == 2
    else { return nil }
    let real = try value(of: arguments[0])
    let imaginary = try value(of: arguments[1])
    for part in [real, imaginary] where !part.valueClass.isArithmetic {
      throw mismatch(name, "numbers", part)
    }
    let (first, second) = (real.evaluate, imaginary.evaluate)
    return folded(
      Operand(
        CQualifiedType(.complex(kind)),
        .value { machine throws(Stop) in
          let x = try first(machine).longDouble
          return .complex(
            Arithmetic.rounded(x, to: kind),
            Arithmetic.rounded(try second(machine).longDouble, to: kind))
        }, range),
      from: [real.constant, imaginary.constant])
  }

  /// `__builtin_huge_val()` and kin, which macros of `<math.h>` call.
  private func builtinNumber(
    _ name: String, _ arguments: [CExpression], _ range: CSourceRange
  ) -> Operand? {
    guard let number = CBuiltinNumber(name, arguments) else { return nil }
    let value = CValue.floating(number.isNaN ? .nan : .infinity)
    return Operand(
      CQualifiedType(.floating(number.kind)),
      constant: Arithmetic.rounded(value, to: number.kind), range)
  }

  /// A name that nothing is known of, and that is no symbol either.
  private func missingFunction(_ name: String, _ range: CSourceRange) -> Operand? {
    guard local(name) == nil, state.variables[name] == nil, newFunctions[name] == nil,
      state.functions[name] == nil, header.declaration(named: name) == nil,
      header.constant(named: name) == nil, !target.definesFunction(name),
      !target.definesData(name), !name.hasPrefix("_") || Int(name.dropFirst()) == nil
    else { return nil }
    missing = missing ?? (name, range)
    return Operand(CQualifiedType(.void), constant: .void, range)
  }

  /// Notes a symbol without which the statement cannot run; a function's body may still get what
  /// it calls.
  private func require(_ symbol: String, _ range: CSourceRange) {
    guard resultType == nil, !isUnevaluated, missing == nil, newFunctions[symbol] == nil,
      state.functions[symbol] == nil, !target.definesFunction(symbol)
    else { return }
    missing = (symbol, range)
  }

  // MARK: Addresses

  /// Where a symbol is: a function of the console that took its name, else the library's.
  func symbolAddress(_ symbol: String) -> Locate {
    { machine throws(Stop) in
      if let function = machine.state.functions[symbol] { return function.place.address }
      return try machine.address(of: symbol)
    }
  }

  func functionAddress(_ designator: Designator, at range: CSourceRange) -> Evaluate {
    if let symbol = designator.symbol {
      require(symbol, range)
      let locate = symbolAddress(symbol)
      return { machine throws(Stop) in .pointer(try locate(machine)) }
    }
    let function = newFunctions[designator.name] ?? state.functions[designator.name]
    return { _ in .pointer(function?.place.address ?? 0) }
  }

  // MARK: Functions of the console

  private func consoleCall(
    _ name: String, _ type: CFunctionType, _ arguments: [CExpression], _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    guard arguments.count == type.parameters.count else {
      throw CDiagnostic(
        "'\(name)' takes \(type.parameters.count) arguments, \(arguments.count) given", range)
    }
    var values: [Evaluate] = []
    for (index, (argument, parameter)) in zip(arguments, type.parameters).enumerated() {
      let what =
        "argument \(index + 1) of '\(name)', '\(CPrinter(header: header, elidesBodies: true).text(of: parameter))',"
      values.append(
        try assigned(
          try value(of: argument),
          to: CQualifiedType(header.adjustedParameter(parameter.type).type), what))
    }
    let known = newFunctions[name] ?? state.functions[name]
    return Operand(
      CQualifiedType(type.result.type),
      .value { machine throws(Stop) in
        guard let function = known else { return .void }
        var given: [CValue] = []
        for value in values { given.append(try value(machine)) }
        return try function.call(machine, given, at: range)
      }, range)
  }

  // MARK: Functions of the library

  private func libraryCall(
    _ name: String, _ type: CFunctionType, at locate: @escaping Locate, _ place: CSourceRange,
    _ arguments: [CExpression], _ range: CSourceRange, isDeclared: Bool = false,
    result: StaticPlace? = nil
  ) throws(CDiagnostic) -> Operand {
    let hidden = result == nil ? 0 : 1
    let annotations =
      isDeclared ? try callAnnotations(of: name, type, given: arguments.count + hidden) : nil
    let omitted = Set((annotations?.outputs ?? []).filter(\.isOmitted).map(\.index))
    var values: [ValueOperand] = []
    var checked: [PlacedArgument] = []
    // What is known of each before anything runs.
    var known: [PlacedArgument?] = []
    var strings: [CxxStringArgument] = []
    if let result, let first = type.parameters.first {
      let pointer = CQualifiedType(first.type.type)
      values.append(
        ValueOperand(
          type: pointer, valueClass: .pointer, evaluate: { _ in .pointer(result.address) },
          range: range))
      checked.append(PlacedArgument(.number(pointer.type, .pointer(0)), range))
      known.append(nil)
    }
    var rest = arguments[...]
    for index in hidden..<arguments.count + hidden + omitted.count {
      guard !omitted.contains(index), let argument = rest.popFirst() else {
        // The buffer takes its place when the call is made.
        let wanted = CQualifiedType(header.adjustedParameter(type.parameters[index].type).type)
        values.append(
          ValueOperand(
            type: wanted, valueClass: .pointer, evaluate: { _ in .pointer(0) }, range: range))
        checked.append(PlacedArgument(.number(wanted.type, .pointer(0)), range))
        known.append(nil)
        continue
      }
      let operand = try operand(argument)
      var value = try value(operand)
      if let string = stringArgument(operand, value, index, type) {
        strings.append(string)
        // The object takes its place when the call is made.
        value.type = CQualifiedType(header.adjustedParameter(type.parameters[index].type).type)
        values.append(value)
        checked.append(PlacedArgument(.number(value.type.type, .pointer(0)), operand.range))
        known.append(operand.literal.map { PlacedArgument(.text($0.0, $0.1), operand.range) })
        continue
      }
      values.append(value)
      checked.append(
        try checkedArgument(operand, value, index, type, name, number: index + 1 - hidden))
      let isKnown = operand.literal != nil || value.constant != nil
      known.append(isKnown ? checked.last : nil)
    }
    let header = header
    // What can be wrong is found now: what is not known yet is any value of its type.
    let plan = try CallPlan(
      name: name, type: type, arguments: checked, range: range, header: header, hidden: hidden)
    plans.append(PlannedCall(name: name, type: type, plan: plan, arguments: known, range: range))
    let repetitions = repeated?.range == range ? repeated?.count ?? 1 : 1
    return Operand(
      CQualifiedType(type.result.type),
      .value { machine throws(Stop) in
        let address = try locate(machine)
        var given: [CValue] = []
        for value in values { given.append(try value.evaluate(machine)) }
        if let function = machine.consoleFunction(at: address) {
          return try function.call(machine, given, at: range)
        }
        guard address != 0 else {
          throw .failed(CDiagnostic("this function pointer is null", place))
        }
        if let annotations { try machine.fill(&given, for: annotations, at: range) }
        if !strings.isEmpty { try machine.build(strings, &given, at: range) }
        var plan: CallPlan
        do throws(CDiagnostic) {
          let arguments = zip(values, given).map { value, given in
            PlacedArgument(.number(value.type.type, given), value.range)
          }
          plan = try CallPlan(
            name: name, type: type, arguments: arguments, range: range, header: header,
            hidden: hidden)
        } catch { throw .failed(error) }
        plan.call.address = address
        plan.call.repetitions = repetitions
        let result = plan.value(of: try machine.perform(plan.call).result, header: header)
        if let annotations { try machine.take(annotations, given, result) }
        if !strings.isEmpty { try machine.destroy(strings, at: range) }
        return result
      }, range)
  }

  /// Checks an argument of a function that takes one.
  func checkArgument(_ argument: CExpression, of type: CFunctionType) throws(CDiagnostic) {
    let operand = try operand(argument)
    let placed = try checkedArgument(operand, try value(operand), 0, type, "", number: 1)
    _ = try CallPlan(
      name: "", type: type, arguments: [placed], range: argument.range, header: header)
  }

  /// An argument as far as it is known before anything runs.
  private func checkedArgument(
    _ operand: Operand, _ value: ValueOperand, _ index: Int, _ type: CFunctionType, _ name: String,
    number: Int
  ) throws(CDiagnostic) -> PlacedArgument {
    if let (units, prefix) = operand.literal {
      return PlacedArgument(.text(units, prefix), operand.range)
    }
    if let constant = value.constant {
      return PlacedArgument(.number(value.type.type, constant), operand.range)
    }
    if index < type.parameters.count {
      let parameter = type.parameters[index]
      let wanted = CQualifiedType(header.adjustedParameter(parameter.type).type)
      if let problem = obstacle(to: value, as: wanted, operand: operand) {
        throw CDiagnostic(
          "argument \(index + 1) of '\(name)', '\(CPrinter(header: header, elidesBodies: true).text(of: parameter))': "
            + problem, operand.range)
      }
    } else if value.valueClass == .void {
      throw CDiagnostic(
        "argument \(number) of '\(name)': this has no value, it is 'void'", operand.range)
    }
    return PlacedArgument(.number(value.type.type, zero(of: value.type)), operand.range)
  }
}

extension Machine {
  /// Functions that leave a message for `dlerror`.
  private static let linkerCalls: Set<String> = [
    "dlopen", "dlmopen", "dlsym", "dlvsym", "dlclose", "dlinfo",
  ]

  /// The address of a symbol; the library is loaded for it if it was not.
  func address(of symbol: String) throws(Stop) -> UInt64 {
    if let known = state.addresses[symbol] { return known }
    try begin()
    do {
      // Looking for a symbol clears what dlerror would tell of the call before it.
      if Self.linkerCalls.contains(symbol), target.definesFunction("dlerror"),
        state.addresses["dlerror"] == nil
      {
        state.addresses["dlerror"] = try target.address(of: "dlerror")
      }
      let address = try target.address(of: symbol)
      state.addresses[symbol] = address
      return address
    } catch {
      if case .ended = error { endedWhileLoading = true }
      throw .target(error)
    }
  }

  func consoleFunction(at address: UInt64) -> ConsoleFunction? {
    state.functions.isEmpty || address == 0
      ? nil : state.functions.values.first { $0.place.address == address }
  }

  func perform(_ call: ProbeCall) throws(Stop) -> CallReply {
    try begin()
    try step()
    let reply: TargetReturn
    callDepth += 1
    defer { callDepth -= 1 }
    do throws(TargetFailure) { reply = try target.call(call) } catch {
      throw pendingStop ?? .target(error)
    }
    switch reply {
    case .returned(let reply):
      count(reply.duration)
      repetition = reply.repetition ?? repetition
      state.lastErrno = reply.errno
      return reply
    case .threw(let exception):
      count(exception.duration)
      state.lastErrno = exception.errno
      throw .threw(exception)
    }
  }

  /// The time of a call that a callback makes is part of that of the call around it.
  private func count(_ nanoseconds: UInt64) {
    if callDepth == 1 { duration = (duration ?? 0) + nanoseconds }
  }
}

extension CDiagnostic {
  static func undeclaredFunction(
    _ name: String, of target: any EvaluationTarget, _ range: CSourceRange
  ) -> CDiagnostic {
    // A name of C++ is declared by the symbol that it means.
    let symbol = target.symbolName(of: name) ?? name
    let known = target.incompletePrototype(of: symbol) ?? target.incompletePrototype(of: name)
    let line = known?.declaration ?? "RESULT \(symbol)(PARAMETERS);"
    let reason = known.map { " (it \($0.reason))" } ?? ""
    return CDiagnostic(
      "no prototype is known for '\(name)'\(reason), and a guess could be silently wrong; "
        + "declare it: sonde profile add \(target.libraryName) '\(line)', or for this time "
        + "--declare '\(line)'", range)
  }

  static func unknownName(_ name: String, _ range: CSourceRange) -> CDiagnostic {
    CDiagnostic("'\(name)' is not declared", range)
  }
}

import CLanguage

/// Statements (C11, section 6.8).
extension Compiler {
  func statement(_ statement: CStatement) throws(CDiagnostic) -> Execute {
    try nested { () throws(CDiagnostic) in try unnestedStatement(statement) }
  }

  private func unnestedStatement(_ statement: CStatement) throws(CDiagnostic) -> Execute {
    switch statement.kind {
    case .empty: return { _ in .next }
    case .expression(let expression):
      let evaluate = try value(of: expression).evaluate
      return { machine throws(Stop) in
        _ = try evaluate(machine)
        return .next
      }
    case .declaration(let declarations): return try locals(declarations)
    case .function(let function):
      throw CDiagnostic("a function cannot be defined inside a block", function.nameRange)
    case .block(let block): return try self.block(block)
    case .conditional(let condition, let then, let otherwise):
      let test = try self.condition(condition)
      let first = try self.statement(then)
      let second = try otherwise.map { (other) throws(CDiagnostic) in try self.statement(other) }
      return { machine throws(Stop) in
        if try test(machine) { return try first(machine) }
        return try second?(machine) ?? .next
      }
    case .whileLoop(let condition, let body):
      return try loop(condition: condition, step: nil, body: body, testsFirst: true)
    case .doLoop(let body, let condition):
      return try loop(condition: condition, step: nil, body: body, testsFirst: false)
    case .forLoop(let loop): return try forLoop(loop)
    case .choice(let selector, let body): return try choice(selector, body)
    case .caseLabel, .defaultLabel:
      throw CDiagnostic("this label is not directly in the block of its switch", statement.range)
    case .breakJump: return { _ in .breakLoop }
    case .continueJump: return { _ in .continueLoop }
    case .returnJump(let value): return try returnJump(value, statement.range)
    }
  }

  // MARK: Blocks

  /// In a scope of its own.
  func scoped<Value>(
    _ scope: CScope, _ body: () throws(CDiagnostic) -> Value
  ) throws(CDiagnostic) -> Value {
    let outer = header
    header = scope.header
    scopes.append([:])
    defer {
      header = outer
      scopes.removeLast()
    }
    return try body()
  }

  func block(_ block: CBlock) throws(CDiagnostic) -> Execute {
    let steps = try scoped(block.scope) { () throws(CDiagnostic) in
      try statements(block.statements)
    }
    if steps.count == 1 { return steps[0] }
    return { machine throws(Stop) in
      for step in steps {
        let flow = try step(machine)
        if flow != .next { return flow }
      }
      return .next
    }
  }

  private func statements(_ statements: [CStatement]) throws(CDiagnostic) -> [Execute] {
    var steps: [Execute] = []
    for statement in statements { steps.append(try self.statement(statement)) }
    return steps
  }

  func statementExpression(_ block: CBlock, _ range: CSourceRange) throws(CDiagnostic) -> Operand {
    try scoped(block.scope) { () throws(CDiagnostic) in
      guard case .expression(let last)? = block.statements.last?.kind else {
        let steps = try statements(block.statements)
        return Operand(
          CQualifiedType(.void),
          .value { machine throws(Stop) in
            try Self.run(steps, machine)
            return .void
          }, range)
      }
      let steps = try statements(block.statements.dropLast())
      let result = try value(of: last)
      let evaluate = result.evaluate
      return Operand(
        CQualifiedType(header.canonical(result.type).type),
        .value { machine throws(Stop) in
          try Self.run(steps, machine)
          return try evaluate(machine)
        }, range)
    }
  }

  private static func run(_ steps: [Execute], _ machine: Machine) throws(Stop) {
    for step in steps { _ = try step(machine) }
  }

  // MARK: Loops

  private func loop(
    condition: CExpression?, step: CExpression?, body: CStatement, testsFirst: Bool
  ) throws(CDiagnostic) -> Execute {
    let test = try condition.map { (condition) throws(CDiagnostic) in
      try self.condition(condition)
    }
    let advance = try step.map { (step) throws(CDiagnostic) in try value(of: step).evaluate }
    let run = try statement(body)
    return { machine throws(Stop) in
      var isFirst = !testsFirst
      while true {
        try machine.step()
        if let test, !isFirst, try !test(machine) { return .next }
        isFirst = false
        switch try run(machine) {
        case .breakLoop: return .next
        case .returned: return .returned
        case .next, .continueLoop: break
        }
        if let advance { _ = try advance(machine) }
      }
    }
  }

  private func forLoop(_ loop: CForLoop) throws(CDiagnostic) -> Execute {
    try scoped(loop.scope) { () throws(CDiagnostic) in
      let initial = try loop.initial.map { (initial) throws(CDiagnostic) in
        try statement(initial)
      }
      let run = try self.loop(
        condition: loop.condition, step: loop.step, body: loop.body, testsFirst: true)
      let whole: Execute = { machine throws(Stop) in
        _ = try initial?(machine)
        return try run(machine)
      }
      return whole
    }
  }

  // MARK: Switch

  private struct Label {
    var low: Int128
    var high: Int128
    /// The statement to go on with.
    var index: Int
  }

  /// C11, section 6.8.4.2; labels stand directly in the block of the switch.
  private func choice(
    _ selector: CExpression, _ body: CStatement
  ) throws(CDiagnostic) -> Execute {
    let value = try value(of: selector)
    let promoted = arithmetic.promoted(value.valueClass, in: header)
    guard case .integer(let kind) = promoted else {
      throw mismatch("switch", "an integer", value)
    }
    guard case .block(let block) = body.kind else {
      throw CDiagnostic("the body of a switch has to be a block", body.range)
    }
    var labels: [Label] = []
    var fallback: Int?
    let steps = try scoped(block.scope) { () throws(CDiagnostic) in
      var steps: [Execute] = []
      for item in block.statements {
        let inner = try unlabelled(item, steps.count, kind, &labels, &fallback)
        steps.append(try statement(inner))
      }
      return steps
    }
    let (evaluate, arithmetic) = (value.evaluate, arithmetic)
    let (found, otherwise) = (labels, fallback)
    return { machine throws(Stop) in
      let number = Arithmetic.bits(
        arithmetic.value(Arithmetic.bits(try evaluate(machine)), as: kind))
      let label = found.first { $0.low <= number && number <= $0.high }
      guard let start = label?.index ?? otherwise else { return .next }
      for step in steps[start...] {
        switch try step(machine) {
        case .next: continue
        case .breakLoop: return .next
        case .continueLoop: return .continueLoop
        case .returned: return .returned
        }
      }
      return .next
    }
  }

  private func unlabelled(
    _ statement: CStatement, _ index: Int, _ kind: CIntegerKind, _ labels: inout [Label],
    _ fallback: inout Int?
  ) throws(CDiagnostic) -> CStatement {
    var statement = statement
    while true {
      switch statement.kind {
      case .caseLabel(let low, let high, let inner):
        let label = Label(
          low: Arithmetic.bits(arithmetic.value(low, as: kind)),
          high: Arithmetic.bits(arithmetic.value(high, as: kind)), index: index)
        guard !labels.contains(where: { $0.low <= label.high && label.low <= $0.high }) else {
          throw CDiagnostic("this switch has the label \(low) already", statement.range)
        }
        labels.append(label)
        statement = inner
      case .defaultLabel(let inner):
        guard fallback == nil else {
          throw CDiagnostic("this switch has a 'default' already", statement.range)
        }
        fallback = index
        statement = inner
      default: return statement
      }
    }
  }

  // MARK: Functions

  private func returnJump(
    _ expression: CExpression?, _ range: CSourceRange
  ) throws(CDiagnostic) -> Execute {
    guard let resultType else { throw CDiagnostic("'return' outside of a function", range) }
    let isVoid = valueClass(of: resultType) == .void
    guard let expression else {
      guard isVoid else {
        throw CDiagnostic("this function returns '\(text(of: resultType))'", range)
      }
      return { _ in .returned }
    }
    let value = try value(of: expression)
    if isVoid {
      guard value.valueClass == .void else {
        throw CDiagnostic("this function returns nothing, it is 'void'", expression.range)
      }
      let evaluate = value.evaluate
      return { machine throws(Stop) in
        _ = try evaluate(machine)
        return .returned
      }
    }
    let convert = try assigned(value, to: resultType, "the result of the function")
    return { machine throws(Stop) in
      machine.returnValue = try convert(machine)
      return .returned
    }
  }

  /// A function's body; its parameters are its first locals.
  func define(_ definition: CFunctionDefinition, as function: ConsoleFunction) throws(CDiagnostic) {
    guard !definition.type.isVariadic else {
      throw CDiagnostic(
        "a function written here cannot take '...': there is no va_arg", definition.nameRange)
    }
    function.decoders = function.parameterTypes.map { decoder(of: resolved($0)) }
    addressed = []
    repeat {
      needsAnotherPass = false
      frame = FrameLayout()
      function.parameters = []
      resultType = CQualifiedType(definition.type.result.type)
      let body = try scoped(definition.body.scope) { () throws(CDiagnostic) in
        for (index, parameter) in definition.type.parameters.enumerated() {
          function.parameters.append(try self.parameter(parameter, index, definition))
        }
        return try block(definition.body)
      }
      resultType = nil
      let empty = zero(of: definition.type.result)
      function.body = { machine throws(Stop) in
        machine.returnValue = empty
        return try body(machine)
      }
      function.layout = frame
    } while needsAnotherPass
    frame = FrameLayout()
  }

  private func parameter(
    _ parameter: CParameter, _ index: Int, _ definition: CFunctionDefinition
  ) throws(CDiagnostic) -> (Machine, CValue) throws(Stop) -> Void {
    let type = header.adjustedParameter(parameter.type)
    // Parameters have no place of their own in the tree: their numbers stand for it.
    let local = try addLocal(type, declaration: -1 - index, definition.nameRange)
    if let name = parameter.name { scopes[scopes.count - 1][name] = local }
    switch local.place {
    case .register(let register): return { machine, value in machine.setRegister(register, value) }
    case .frame(let offset):
      let encode = try encoder(of: resolved(type), at: definition.nameRange)
      let range = definition.nameRange
      return { machine, value throws(Stop) in
        try machine.write(encode(value), machine.frame + UInt64(offset), range)
      }
    case .fixed: return { _, _ in }
    }
  }

  // MARK: Locals

  private func addLocal(
    _ type: CQualifiedType, declaration: Int, _ range: CSourceRange
  ) throws(CDiagnostic) -> Local {
    let isScalar = valueClass(of: type).isScalar
    if isScalar && !addressed.contains(declaration) {
      return Local(type: type, place: .register(addRegister(type)), declaration: declaration)
    }
    let offset = addMemory(try layout(of: type, at: range))
    return Local(type: type, place: .frame(offset), declaration: declaration)
  }

  private func locals(_ declarations: [CDeclaration]) throws(CDiagnostic) -> Execute {
    var steps: [Execute] = []
    for declaration in declarations {
      guard case .object(let type, let initializer) = declaration.kind,
        declaration.storage != .extern
      else { continue }
      if let step = try local(declaration, type, initializer) { steps.append(step) }
    }
    let run = steps
    return { machine throws(Stop) in
      for step in run { _ = try step(machine) }
      return .next
    }
  }

  private func local(
    _ declaration: CDeclaration, _ type: CQualifiedType, _ initializer: CInitializer?
  ) throws(CDiagnostic) -> Execute? {
    let range = declaration.nameRange
    if declaration.storage == .static {
      return try staticLocal(declaration, type, initializer)
    }
    let local = try addLocal(type, declaration: range.start.offset, range)
    scopes[scopes.count - 1][declaration.name] = local
    switch local.place {
    case .register(let index):
      guard let initializer else { return nil }
      let convert = try scalar(initializer, type, declaration.name, range)
      return { machine throws(Stop) in
        machine.setRegister(index, try convert(machine))
        return .next
      }
    case .frame(let offset):
      guard let initializer else { return nil }
      let fill = try initialization(of: type, initializer, range)
      return { machine throws(Stop) in
        try fill(machine, machine.frame + UInt64(offset))
        return .next
      }
    case .fixed: return nil
    }
  }

  private func scalar(
    _ initializer: CInitializer, _ type: CQualifiedType, _ name: String, _ range: CSourceRange
  ) throws(CDiagnostic) -> Evaluate {
    switch initializer {
    case .expression(let expression):
      return try assigned(
        try value(of: expression), to: CQualifiedType(type.type), "'\(name)'")
    case .list(let items, let listRange):
      guard items.count <= 1, items.first?.designators.isEmpty ?? true else {
        throw CDiagnostic("one value is wanted here", listRange)
      }
      guard let only = items.first else {
        let zero = zero(of: type)
        return { _ in zero }
      }
      return try scalar(only.value, type, name, range)
    }
  }

  /// A local that lasts: its first value is there before the statement or function runs.
  private func staticLocal(
    _ declaration: CDeclaration, _ type: CQualifiedType, _ initializer: CInitializer?
  ) throws(CDiagnostic) -> Execute? {
    let range = declaration.nameRange
    let layout = try layout(of: type, at: range)
    var bytes: [UInt8]?
    if let initializer { bytes = try constantBytes(type, initializer, layout.size, range) }
    // Another pass over the function means the same variable.
    let place =
      statics[range.start.offset] ?? addPlace(layout, named: declaration.name, bytes: bytes)
    statics[range.start.offset] = place
    scopes[scopes.count - 1][declaration.name] = Local(
      type: type, place: .fixed(place), declaration: range.start.offset)
    return nil
  }

  private func constantBytes(
    _ type: CQualifiedType, _ initializer: CInitializer, _ size: Int, _ range: CSourceRange
  ) throws(CDiagnostic) -> [UInt8] {
    let plan = try CInitializerPlan(type, initializer, in: header, at: range)
    var bytes = [UInt8](repeating: 0, count: size)
    for item in plan.items {
      guard case .value(let expression) = item.content else {
        if case .text(let units, let prefix) = item.content {
          for (index, byte) in Self.bytes(of: units, prefix).enumerated()
          where item.offset + index < size {
            bytes[item.offset + index] = byte
          }
        }
        continue
      }
      let value = try value(of: expression)
      guard let constant = value.constant else {
        throw CDiagnostic("the first value of a static variable has to be constant", item.range)
      }
      if let problem = obstacle(to: value, as: item.type) { throw CDiagnostic(problem, item.range) }
      let converted: CValue
      do { converted = try arithmetic.converted(constant, to: valueClass(of: item.type)) } catch {
        throw CDiagnostic(error.reason, item.range)
      }
      if let bits = item.bits {
        bytes = header.settingBitField(
          bitOffset: item.offset * 8 + bits.offset, width: bits.width,
          to: Arithmetic.bits(converted), in: bytes)
        continue
      }
      let encode = try encoder(of: resolved(item.type), at: item.range)
      for (index, byte) in encode(converted).enumerated() where item.offset + index < size {
        bytes[item.offset + index] = byte
      }
    }
    return bytes
  }
}

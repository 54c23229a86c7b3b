package import CLanguage
import Marshalling
import ProbeWire

/// Carries out C statements, one after the other, on a live library.
///
/// A statement that does not return leaves everything as it was: what it declared, its variables,
/// and the library, which goes back to the moment before.
package struct Evaluator {
  private var state: EvaluatorState
  /// How often the call that a statement consists of is made.
  package var repetitions: UInt64 = 1
  /// Work out how calls would be made, and run nothing.
  package var isDryRun = false
  /// Expressions and statements that may be active inside one another when functions of the console
  /// call themselves; each takes some of the stack.
  package var depthLimit = 4000

  /// The text that places in statements count in.
  package var source = ""

  /// What is declared: for the library, and by earlier statements.
  package var header: CHeader { state.header }

  package init(header: CHeader) {
    // Over what is known, so that a statement can declare a name anew.
    state = EvaluatorState(header: CHeader(over: header))
  }

  /// The variables, in no order.
  package var variables: [VariablePlace] {
    state.variables.map {
      VariablePlace(name: $0.key, type: $0.value.type.type, address: $0.value.place.address)
    }
  }

  /// Takes in declarations from elsewhere than a statement.
  ///
  /// - Returns: what is wrong with the text; what is right in it counts nevertheless.
  package mutating func declare(_ text: String, file: String?) -> [CDiagnostic] {
    state.header.declare(text, file: file)
  }

  /// Takes in headers, or what has been found out of the library since: a header over this one.
  package mutating func adopt(_ header: CHeader) { state.header = CHeader(over: header) }

  /// Takes in a macro.
  ///
  /// - Throws: what cannot be done with it.
  package mutating func define(_ directive: CDirective) throws(CDiagnostic) {
    try state.header.define(directive)
  }

  /// Carries out one statement; whatever goes wrong is in the report.
  package mutating func evaluate(
    _ text: String, on target: any EvaluationTarget
  ) -> StatementReport {
    source = text
    do {
      return evaluate(try CParser.parsedStatement(text, in: header), text, on: target)
    } catch {
      return StatementReport(
        statement: text, outcome: .failed(.invalid(advised(error, on: target))))
    }
  }

  /// Carries out all statements of a text, one report each.
  ///
  /// Declarations that follow each other are one statement.
  ///
  /// - Parameters:
  ///   - text: C statements.
  ///   - target: the live library.
  ///   - isEnd: whether to stop behind a report.
  /// - Returns: the reports, at least one.
  package mutating func evaluateAll(
    _ text: String, on target: any EvaluationTarget, until isEnd: (StatementReport) -> Bool
  ) -> [StatementReport] {
    var reports: [StatementReport] = []
    source = text
    do throws(CDiagnostic) {
      var reader = try CStatementReader(text, mergesDeclarations: true)
      while let item = try reader.next(in: header) {
        guard case .statement(let parsed) = item else {
          if case .directive(let directive) = item {
            throw CDiagnostic(
              "expected an expression, found a preprocessor line", directive.range)
          }
          continue
        }
        let isWhole = reports.isEmpty && reader.isAtEnd
        reports.append(
          evaluate(
            parsed, isWhole ? text : reader.text(of: parsed.statement.range), on: target,
            isPart: !isWhole))
        if let last = reports.last, isEnd(last) { return reports }
      }
    } catch {
      reports.append(
        StatementReport(
          statement: text, outcome: .failed(.invalid(advised(error, on: target)))))
    }
    if reports.isEmpty { reports.append(StatementReport(statement: text, outcome: .declared([]))) }
    return reports
  }

  /// Carries out a statement that has been read already.
  ///
  /// - Parameters:
  ///   - parsed: the statement and what it declares.
  ///   - text: the statement as the report shows it.
  ///   - target: the live library.
  ///   - isPart: the places in the statement count in a longer text.
  /// - Returns: what came of it.
  package mutating func evaluate(
    _ parsed: CParsedStatement, _ text: String, on target: any EvaluationTarget,
    isPart: Bool = false
  ) -> StatementReport {
    var report = StatementReport(statement: text, outcome: .declared([]))
    let before = self
    target.start(text, before)
    var next = state
    next.header = parsed.header
    let machine = Machine(target: target, state: next)
    machine.depthLimit = depthLimit
    target.callbackHandler = { machine.result(of: $0) }
    defer { target.callbackHandler = nil }
    do {
      try carryOut(parsed.statement, on: machine, into: &report)
      state = machine.state
    } catch {
      report.outcome = outcome(of: error, on: machine)
      if let function = machine.failedIn, function.source != source {
        report.failedIn = FunctionText(name: function.name, text: function.source)
      }
      // What the target has not taken back by itself is taken back now.
      if machine.hasBegun { target.rollBack() }
    }
    report.duration = machine.duration
    report.repetition = machine.repetition
    report.endedWhileLoading = machine.endedWhileLoading
    report.callbacks = machine.callbacks
    report.unlistedCallbacks = machine.unlistedCallbacks
    report.outputs = machine.outputs
    report.verdict = machine.verdict
    report.release = machine.release
    if machine.duration != nil, machine.state.lastErrno != 0 {
      report.errno = target.errorNumber(machine.state.lastErrno)
    }
    (report.standardOutput, report.standardError, report.droppedOutput) = target.takeOutput()
    report.isPart = isPart
    target.finish(&report, before, self)
    return report
  }

  private func outcome(of stop: Stop, on machine: Machine) -> StatementOutcome {
    switch stop {
    case .invalid(let diagnostic): .failed(.invalid(advised(diagnostic, on: machine.target)))
    case .failed(let diagnostic): .failed(.stopped(diagnostic))
    case .threw(let exception): .threw(type: exception.type, what: exception.what)
    case .target(.ended(let outcome)): outcome
    case .target(.unavailable(let reason)): .failed(.unavailable(reason))
    case .target(.unreadable(let address)):
      .failed(.unavailable("cannot read memory at 0x\(String(address, radix: 16))"))
    case .target(.unwritable(let address)):
      .failed(.unavailable("cannot write memory at 0x\(String(address, radix: 16))"))
    case .target(.abandoned): .failed(.unavailable("a callback gave no result"))
    }
  }

  /// What is wrong, with the way out where there is one.
  ///
  /// An undeclared function comes with the line that would declare it.
  package func advised(_ diagnostic: CDiagnostic, on target: any EvaluationTarget) -> CDiagnostic {
    guard let name = diagnostic.undeclaredName, target.definesFunction(name) else {
      return diagnostic
    }
    return .undeclaredFunction(name, of: target, diagnostic.range)
  }
}

/// Where a variable stands.
package struct VariablePlace: Sendable, Hashable {
  package var name: String
  package var type: CType
  package var address: UInt64
}

// MARK: - One statement

extension Evaluator {
  private func carryOut(
    _ statement: CStatement, on machine: Machine, into report: inout StatementReport
  ) throws(Stop) {
    let compiler = Compiler(
      state: machine.state, header: machine.state.header, target: machine.target)
    if isDryRun { return try plan(statement, compiler, machine, into: &report) }
    switch statement.kind {
    case .empty: return
    case .expression(let expression):
      if repetitions > 1 { compiler.repeated = (expression.range, repetitions) }
      let shown = try compile(compiler) { () throws(CDiagnostic) in
        try compiler.shown(try compiler.operand(expression))
      }
      try checkRepetition(of: expression, compiler)
      let value = try run(compiler, on: machine, at: statement.range, shown.evaluate)
      report.outcome = .returned(shown.type.type, try machine.withText(value, shown.type.type))
      report.texts = try machine.texts(in: value, shown.type.type)
      if shown.valueClass != .void {
        machine.state.results.append(.init(type: shown.type.type, value: value))
      }
    case .declaration(let declarations):
      let steps = try compile(compiler) { () throws(CDiagnostic) in
        try compiler.variables(declarations)
      }
      try run(compiler, on: machine, at: statement.range) { machine throws(Stop) in
        for step in steps { _ = try step(machine) }
      }
      machine.state.adopt(declarations, compiler.state.variables)
      report.outcome = .declared(declarations.filter { !$0.name.isEmpty }.map(\.name))
    case .function(let definition):
      let function = ConsoleFunction(definition, header: compiler.header)
      function.source = source
      compiler.newFunctions[definition.name] = function
      try compile(compiler) { () throws(CDiagnostic) in
        try compiler.define(definition, as: function)
      }
      try prepare(compiler, on: machine)
      machine.state.variables[definition.name] = nil
      try machine.adopt(function, at: definition.nameRange)
      report.outcome = .declared([definition.name])
    case .block, .conditional, .whileLoop, .doLoop, .forLoop, .choice, .caseLabel, .defaultLabel,
      .breakJump, .continueJump, .returnJump:
      let execute = try compile(compiler) { () throws(CDiagnostic) in
        compiler.scopes.append([:])
        return try compiler.statement(statement)
      }
      _ = try run(compiler, on: machine, at: statement.range, execute)
      report.outcome = .returned(.void, .void)
      report.isControlFlow = true
    }
  }

  private func checkRepetition(
    of expression: CExpression, _ compiler: Compiler
  ) throws(Stop) {
    guard repetitions == 1 || compiler.plans.contains(where: { $0.range == expression.range })
    else {
      throw .invalid(
        CDiagnostic("only a call of the library can be repeated", expression.range))
    }
  }

  /// Compiles a statement for the calls in it; what it declares is known afterwards, but has no
  /// memory.
  private func plan(
    _ statement: CStatement, _ compiler: Compiler, _ machine: Machine,
    into report: inout StatementReport
  ) throws(Stop) {
    switch statement.kind {
    case .expression(let expression):
      _ = try compile(compiler) { () throws(CDiagnostic) in
        try compiler.shown(try compiler.operand(expression))
      }
    case .declaration(let declarations):
      _ = try compile(compiler) { () throws(CDiagnostic) in
        try compiler.variables(declarations)
      }
      machine.state.adopt(declarations, compiler.state.variables)
    case .function(let definition):
      let function = ConsoleFunction(definition, header: compiler.header)
      compiler.newFunctions[definition.name] = function
      try compile(compiler) { () throws(CDiagnostic) in
        try compiler.define(definition, as: function)
      }
      machine.state.functions[definition.name] = function
    case .empty, .block, .conditional, .whileLoop, .doLoop, .forLoop, .choice, .caseLabel,
      .defaultLabel, .breakJump, .continueJump, .returnJump:
      _ = try compile(compiler) { () throws(CDiagnostic) in
        compiler.scopes.append([:])
        return try compiler.statement(statement)
      }
    }
    report.outcome = .planned(compiler.plans)
  }

  /// Compiles until every local whose address is taken is known.
  private func compile<Value>(
    _ compiler: Compiler, _ body: () throws(CDiagnostic) -> Value
  ) throws(Stop) -> Value {
    do {
      var result: Value
      repeat {
        compiler.needsAnotherPass = false
        compiler.frame = FrameLayout()
        compiler.scopes = []
        compiler.missing = nil
        compiler.plans = []
        compiler.pending = []
        result = try body()
      } while compiler.needsAnotherPass
      guard let missing = compiler.missing else { return result }
      throw Self.isMissing(missing, on: compiler.target)
    } catch let diagnostic as CDiagnostic {
      if let missing = compiler.missing { throw Self.isMissing(missing, on: compiler.target) }
      throw .invalid(diagnostic)
    } catch let stop as Stop {
      throw stop
    } catch {
      throw .target(.unavailable("\(error)"))
    }
  }

  private static func isMissing(
    _ function: (name: String, range: CSourceRange), on target: any EvaluationTarget
  ) -> Stop {
    let near = target.functionNames(like: function.name)
    let hint = near.isEmpty ? "" : "; did you mean '\(near.joined(separator: "', '"))'?"
    return .failed(
      CDiagnostic(
        "\(target.libraryName): no function '\(function.name)' is exported\(hint)",
        function.range))
  }

  /// Allocates what the statement needs before it runs, so that its own changes are only its own.
  private func prepare(_ compiler: Compiler, on machine: Machine) throws(Stop) {
    for pending in compiler.pending {
      pending.place.address = try Machine.onTarget { () throws(TargetFailure) in
        let address = try machine.target.allocate(
          size: pending.size, alignment: max(1, pending.alignment), name: pending.name)
        if let bytes = pending.bytes { try machine.target.write(bytes, at: address) }
        return address
      }
      if pending.name == Compiler.literalName, let bytes = pending.bytes {
        machine.state.literals[.init(bytes: bytes, alignment: pending.alignment)] = pending.place
      }
    }
  }

  private func run<Value>(
    _ compiler: Compiler, on machine: Machine, at range: CSourceRange,
    _ body: (Machine) throws(Stop) -> Value
  ) throws(Stop) -> Value {
    try prepare(compiler, on: machine)
    return try machine.enter(compiler.frame, at: range) { () throws(Stop) in try body(machine) }
  }
}

extension Compiler {
  /// An operand's value as a report shows it: an array with its elements.
  fileprivate func shown(_ operand: Operand) throws(CDiagnostic) -> ValueOperand {
    guard case .array = resolved(operand.type).type else { return try value(operand) }
    let type = CQualifiedType(operand.type.type)
    switch operand.form {
    case .value(let evaluate):
      return ValueOperand(
        type: type, valueClass: .aggregate, evaluate: evaluate, range: operand.range)
    case .memory(let locate):
      guard let size = try? layout(of: type, at: operand.range).size, size <= Self.shownSize else {
        return try value(operand)
      }
      let range = operand.range
      return ValueOperand(
        type: type, valueClass: .aggregate,
        evaluate: { machine throws(Stop) in
          .aggregate(try machine.read(try locate(machine), size, range))
        }, range: range)
    case .bitField, .register, .errorNumber, .function: return try value(operand)
    }
  }

  /// An array larger than this is shown as the pointer that it becomes.
  private static let shownSize = 1 << 20

  /// Variables of the session: each gets its memory, and then its first value.
  fileprivate func variables(
    _ declarations: [CDeclaration]
  ) throws(CDiagnostic) -> [Execute] {
    var steps: [Execute] = []
    for declaration in declarations {
      guard case .object(let type, let initializer) = declaration.kind else { continue }
      guard declaration.storage != .extern else {
        state.variables[declaration.name] = nil
        continue
      }
      let range = declaration.nameRange
      if let initializer,
        let made = try objectMade(by: initializer, of: type, named: declaration.name)
      {
        state.variables[declaration.name] = .init(type: type, place: made.place)
        steps.append(made.fill)
        continue
      }
      var layout = try layout(of: type, at: range)
      layout.alignment = max(layout.alignment, declaration.alignment ?? 1)
      let place = addPlace(layout, named: declaration.name)
      state.variables[declaration.name] = .init(type: type, place: place)
      guard let initializer else { continue }
      if case .expression(let expression) = initializer, valueClass(of: type).isScalar {
        let convert = try assigned(
          try value(of: expression), to: CQualifiedType(type.type), "'\(declaration.name)'")
        let encode = try encoder(of: resolved(type), at: range)
        let step: Execute = { machine throws(Stop) in
          try machine.write(encode(try convert(machine)), place.address, range)
          return .next
        }
        steps.append(step)
        continue
      }
      let fill = try initialization(of: type, initializer, range)
      let step: Execute = { machine throws(Stop) in
        try fill(machine, place.address)
        return .next
      }
      steps.append(step)
    }
    return steps
  }
}

extension EvaluatorState {
  /// Takes in what a statement declared: the newest meaning of a name counts.
  fileprivate mutating func adopt(
    _ declarations: [CDeclaration], _ variables: [String: Variable]
  ) {
    for declaration in declarations {
      switch declaration.kind {
      case .object: functions[declaration.name] = nil
      case .function, .typedef, .constant, .macro: self.variables[declaration.name] = nil
      case .record, .enumeration: continue
      }
      guard case .object = declaration.kind else { continue }
      self.variables[declaration.name] = variables[declaration.name]
    }
  }
}

extension Machine {
  /// A pointer to characters, or a string of C++, with the characters.
  func withText(_ value: CValue, _ type: CType) throws(Stop) -> CValue {
    if let string = try cxxString(value, type) { return string }
    guard case .pointer(let address) = value,
      let unitSize = state.header.textUnitSize(ofPointer: type)
    else { return value }
    if address == 0 { return .string(0, .null) }
    return .string(
      address,
      try Self.onTarget { () throws(TargetFailure) in
        try target.text(at: address, unitSize: unitSize)
      })
  }
}

package import CLanguage
import Marshalling
import ProbeWire

/// Carries out C statements, one after the other, on a live library.
///
/// Built so far: prototypes and type declarations, and calls whose arguments are constants. All
/// else is refused with its place.
package struct Evaluator: Sendable {
  /// What is declared: for the library, and by earlier statements.
  package private(set) var header: CHeader

  package init(header: CHeader) { self.header = header }

  /// Takes in declarations from elsewhere than a statement.
  ///
  /// - Returns: what is wrong with the text; what is right in it counts nevertheless.
  package mutating func declare(_ text: String, file: String?) -> [CDiagnostic] {
    header.declare(text, file: file)
  }

  /// Carries out one statement; whatever goes wrong is in the report.
  package mutating func evaluate(
    _ text: String, on target: some EvaluationTarget
  ) -> StatementReport {
    var report = StatementReport(statement: text, outcome: .declared([]))
    do {
      try carryOut(text, on: target, into: &report)
    } catch {
      report.outcome =
        switch error {
        case .invalid(let diagnostic): .failed(.invalid(diagnostic))
        case .target(.ended(let outcome)): outcome
        case .target(.unavailable(let reason)): .failed(.unavailable(reason))
        case .target(.unreadable(let address)):
          .failed(.unavailable("cannot read memory at 0x\(String(address, radix: 16))"))
        case .target(.unwritable(let address)):
          .failed(.unavailable("cannot write memory at 0x\(String(address, radix: 16))"))
        case .target(.abandoned): .failed(.unavailable("a callback gave no result"))
        }
    }
    (report.standardOutput, report.standardError, report.droppedOutput) = target.takeOutput()
    return report
  }

  /// What stops a statement.
  private enum Stop: Error {
    case invalid(CDiagnostic)
    case target(TargetFailure)
  }

  private mutating func carryOut(
    _ text: String, on target: some EvaluationTarget, into report: inout StatementReport
  ) throws(Stop) {
    let statement = try Self.placed { () throws(CDiagnostic) in
      try CParser.parseStatement(text, in: header)
    }
    switch statement.kind {
    case .empty: break
    case .declaration(let declarations):
      report.outcome = .declared(try declare(declarations, text))
    case .expression(let expression):
      try evaluate(expression, on: target, into: &report)
    case .unsupported(let what):
      throw .invalid(CDiagnostic("\(what) cannot be evaluated yet", statement.range))
    }
  }

  private mutating func declare(
    _ declarations: [CDeclaration], _ text: String
  ) throws(Stop) -> [String] {
    for declaration in declarations {
      if case .object = declaration.kind {
        throw .invalid(
          CDiagnostic("variables cannot be declared yet", declaration.nameRange))
      }
    }
    var extended = header
    if let problem = extended.declare(text).first { throw .invalid(problem) }
    header = extended
    return declarations.map(\.name)
  }

  private func evaluate(
    _ expression: CExpression, on target: some EvaluationTarget,
    into report: inout StatementReport
  ) throws(Stop) {
    guard case .call(let callee, let arguments) = expression.kind else {
      let constant = try Self.placed { () throws(CDiagnostic) in
        try ConstantExpression(header: header).number(expression)
      }
      report.outcome = .returned(constant.type, constant.value)
      return
    }
    let function = try function(called: callee, on: target)
    let plan = try Self.placed { () throws(CDiagnostic) in
      let constants = ConstantExpression(header: header)
      var placed: [PlacedArgument] = []
      for argument in arguments { placed.append(try constants.argument(argument)) }
      return try CallPlan(
        name: function.name, type: function.type, arguments: placed, range: expression.range,
        header: header)
    }
    do {
      try call(plan, symbol: function.symbol, on: target, into: &report)
    } catch {
      throw .target(error)
    }
  }

  private func call(
    _ plan: CallPlan, symbol: String, on target: some EvaluationTarget,
    into report: inout StatementReport
  ) throws(TargetFailure) {
    try target.begin()
    var call = plan.call
    do {
      call.address = try target.address(of: symbol)
    } catch {
      if case .ended = error { report.endedWhileLoading = true }
      throw error
    }
    switch try target.call(call) {
    case .returned(let reply):
      report.duration = reply.duration
      report.errno = reply.errno == 0 ? nil : target.errorNumber(reply.errno)
      let value = plan.value(of: reply.result, header: header)
      report.outcome = .returned(plan.result, try withText(value, type: plan.result, on: target))
    case .threw(let reply):
      report.duration = reply.duration
      report.errno = reply.errno == 0 ? nil : target.errorNumber(reply.errno)
      report.outcome = .threw(type: reply.type, what: reply.what)
    }
  }

  /// A pointer to characters, with the characters.
  private func withText(
    _ value: CValue, type: CType, on target: some EvaluationTarget
  ) throws(TargetFailure) -> CValue {
    guard case .pointer(let address) = value, let unitSize = header.textUnitSize(ofPointer: type)
    else { return value }
    if address == 0 { return .string(0, .null) }
    return .string(address, try target.text(at: address, unitSize: unitSize))
  }

  private static func placed<Value>(
    _ body: () throws(CDiagnostic) -> Value
  ) throws(Stop) -> Value {
    do { return try body() } catch { throw .invalid(error) }
  }
}

// MARK: - Which function is meant

extension Evaluator {
  private struct Callee {
    /// As the user wrote it.
    var name: String
    /// As the dynamic linker knows it.
    var symbol: String
    var type: CFunctionType
  }

  private func function(
    called callee: CExpression, on target: some EvaluationTarget
  ) throws(Stop) -> Callee {
    switch callee.kind {
    case .identifier(let name):
      return try declaredFunction(name, at: callee.range, on: target)
    case .cast(let type, let operand):
      guard case .identifier(let name) = operand.kind else { break }
      guard let function = functionType(behind: type.type) else {
        throw .invalid(
          CDiagnostic(
            "'\(CPrinter().text(of: type.type))' is no function pointer", callee.range))
      }
      try requireSymbol(name, on: target)
      return Callee(name: name, symbol: name, type: function)
    default: break
    }
    throw .invalid(
      CDiagnostic("only functions called by their names can be called yet", callee.range))
  }

  private func functionType(behind type: CType) -> CFunctionType? {
    switch header.resolved(type) {
    case .function(let function): function
    case .pointer(let pointee):
      if case .function(let function) = header.resolved(pointee.type) { function } else { nil }
    case .void, .bool, .integer, .floating, .complex, .array, .record, .enumeration, .typedef: nil
    }
  }

  private func declaredFunction(
    _ name: String, at range: CSourceRange, on target: some EvaluationTarget
  ) throws(Stop) -> Callee {
    if let declaration = header.function(named: name),
      case .function(let type) = declaration.kind
    {
      let symbol = declaration.assemblerName ?? name
      try requireSymbol(symbol, on: target)
      return Callee(name: name, symbol: symbol, type: type)
    }
    if header.typedef(named: name) != nil || header.object(named: name) != nil {
      throw .invalid(CDiagnostic("'\(name)' is no function", range))
    }
    try requireSymbol(name, on: target)
    throw .invalid(
      CDiagnostic(
        "no prototype is known for '\(name)', and a guess could be silently wrong; declare it: "
          + "sonde profile add \(target.libraryName) 'RESULT \(name)(PARAMETERS);', or for this "
          + "time --declare 'RESULT \(name)(PARAMETERS);'", range))
  }

  private func requireSymbol(
    _ symbol: String, on target: some EvaluationTarget
  ) throws(Stop) {
    guard !target.definesFunction(symbol) else { return }
    let near = target.functionNames(like: symbol)
    let hint = near.isEmpty ? "" : "; did you mean '\(near.joined(separator: "', '"))'?"
    throw .target(
      .unavailable("\(target.libraryName): no function '\(symbol)' is exported\(hint)"))
  }
}

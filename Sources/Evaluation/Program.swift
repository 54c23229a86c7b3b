package import CLanguage

/// A session as a C program: it compiles, links with the library, and prints the same values.
///
/// Variables and functions of the session become those of the file, since functions use variables
/// whatever order they come in; what gives variables their values is done in `main`.
package struct Program {
  private let header: CHeader
  private let printer: CPrinter
  private var functions: [String] = []
  private var variables: [String] = []
  private var steps: [String] = []
  private var own: Set<String> = []
  /// What statements declared that a program in C cannot have.
  private var lost: Set<String> = []
  private var names: [String] = []
  private var types: [CType] = []
  private var valueCount = 0

  /// - Parameters:
  ///   - reports: what came of the statements, in order.
  ///   - header: what was known in the end.
  package init(_ reports: [StatementReport], header: CHeader) {
    self.header = header
    printer = CPrinter(header: header)
    for report in reports { add(report) }
  }

  /// The text of the program.
  ///
  /// - Parameter libraries: files that it is linked with.
  /// - Returns: C for gcc and clang.
  package func text(linkedWith libraries: [String]) -> String {
    var declarations = ProgramDeclarations(in: header, defining: own)
    for type in types { declarations.need(type) }
    for name in names { declarations.need(name) }
    return """
      /* cc -w -o session session.c \(libraries.joined(separator: " ")) */
      \(declarations.lines.joined(separator: "\n"))
      \(ProgramValues.prelude)
      \(variables.joined(separator: "\n"))
      \(functions.joined(separator: "\n"))
      int main(void) {
      \(steps.map { "  " + $0 + "\n" }.joined())  return 0;
      }

      """
  }

  private mutating func add(_ report: StatementReport) {
    guard let parsed = try? CParser.parsedStatement(report.statement, in: header) else {
      return leaveOut(report, "it is no single statement")
    }
    switch report.outcome {
    case .returned, .declared: break
    case .planned, .crashed, .timedOut, .interrupted, .exited, .threw, .failed:
      return leaveOut(report, "it did not return")
    }
    let statement = parsed.statement
    if let reason = obstacle(in: statement) {
      lost.formUnion(statement.declaredNames)
      if case .expression = statement.kind, case .returned(let type, _) = report.outcome,
        header.resolved(type) != .void
      {
        valueCount += 1
        lost.formUnion(["_", "_\(valueCount)"])
      }
      return leaveOut(report, reason)
    }
    names += statement.names
    types += statement.types
    switch statement.kind {
    case .empty: return
    case .expression(let expression):
      guard case .returned(let type, _) = report.outcome else { return }
      add(expression, type)
    case .declaration(let declarations): add(declarations, in: parsed.header)
    case .function(let definition):
      own.insert(definition.name)
      functions.append(printer.text(of: statement))
    case .block, .conditional, .whileLoop, .doLoop, .forLoop, .choice, .caseLabel, .defaultLabel,
      .breakJump, .continueJump, .returnJump:
      steps.append(printer.text(of: statement))
    }
  }

  /// Why a statement is none of C.
  private func obstacle(in statement: CStatement) -> String? {
    if statement.names.contains(where: { $0.contains("::") || $0.contains("(") }) {
      return "it is C++"
    }
    if let name = statement.names.first(where: lost.contains) { return "it needs '\(name)'" }
    return nil
  }

  private mutating func leaveOut(_ report: StatementReport, _ why: String) {
    let text = report.statement.split(separator: "*/", omittingEmptySubsequences: false)
      .joined(separator: "* /")
    steps.append("/* left out, \(why): \(text) */")
  }

  private mutating func add(_ expression: CExpression, _ type: CType) {
    types.append(type)
    let text = printer.text(of: expression)
    let values = ProgramValues(header: header)
    switch header.resolved(type) {
    case .void:
      steps.append(text + "; sonde_text(\"(void)\\n\");")
    case .array:
      steps.append(
        "{ __auto_type v = &(\(text)); \(values.print("*v", type)) sonde_text(\"\\n\"); }")
    case .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .function, .record,
      .enumeration, .typedef:
      valueCount += 1
      lost.remove("_")
      let name = "_\(valueCount)"
      steps.append(
        "\(printer.text(of: CQualifiedType(type), name: name)) = (\(text)); "
          + "\(values.print(name, type)) sonde_text(\"\\n\");")
      steps.append("\n#undef _\n#define _ _\(valueCount)")
    }
  }

  private mutating func add(_ declarations: [CDeclaration], in header: CHeader) {
    // A struct without tag is known only to the header that has read it.
    let printer = CPrinter(header: header)
    for declaration in declarations {
      guard case .object(let type, let initializer) = declaration.kind,
        declaration.storage != .extern
      else {
        names.append(declaration.name)
        continue
      }
      let spelled = CQualifiedType(type.type)
      if own.insert(declaration.name).inserted {
        variables.append(printer.text(of: spelled, name: declaration.name) + ";")
      }
      guard let initializer else { continue }
      let first = printer.text(of: spelled, name: "first") + " = " + printer.text(of: initializer)
      steps.append(
        "{ \(first); __builtin_memcpy((void *)&\(declaration.name), &first, sizeof first); }")
    }
  }
}

package import CLanguage

/// A call that was made, as an example of its function's prototype keeps it.
package struct ExampleCall: Sendable, Hashable {
  package var function: String
  /// The call, behind the statements that it needs.
  package var statement: String
  /// What it gave: see ``ExampleOutcome``.
  package var outcome: [String]

  /// The call that a statement made; nil when it called no function that is declared.
  ///
  /// - Parameters:
  ///   - report: of the statement.
  ///   - earlier: the statements before it that returned.
  ///   - header: what was known then.
  package init?(_ report: StatementReport, after earlier: [String], header: CHeader) {
    guard let parsed = try? CParser.parsedStatement(report.statement, in: header),
      case .expression(let expression) = parsed.statement.kind,
      let name = Self.calledFunction(in: expression, header),
      let outcome = ExampleOutcome.texts(of: report, header: header)
    else { return nil }
    let ended = earlier.map { $0.hasSuffix(";") || $0.hasSuffix("}") ? $0 : $0 + ";" }
    let needsEarlier = expression.names.contains { name, _ in
      name.hasPrefix("_") && name.dropFirst().allSatisfy(\.isNumber)
        || header.object(named: name) != nil || Self.isConsoleFunction(name, ended)
    }
    function = name
    statement =
      needsEarlier ? (ended + [report.statement]).joined(separator: " ") : report.statement
    self.outcome = outcome
  }

  /// The function's prototype with this example, as it is to be saved; a call that is kept again
  /// replaces what it gave before.
  ///
  /// - Parameters:
  ///   - header: where the prototype is.
  ///   - kept: examples that there are besides those of the prototype.
  /// - Returns: nil when no prototype of the function is known.
  package func prototype(in header: CHeader, besides kept: [CAttribute] = []) -> String? {
    guard var declaration = header.function(named: function) else { return nil }
    for example in kept where !declaration.attributes.contains(example) {
      declaration.attributes.append(example)
    }
    let arguments = ([statement] + outcome).map {
      CPrinter.literal(Array($0.utf8.map { UInt32($0) }), .none)
    }
    .joined(separator: ", ")
    let head = CPrinter.literal(Array(statement.utf8.map { UInt32($0) }), .none)
    declaration.attributes.removeAll {
      $0.isExample && ($0.arguments ?? "").hasPrefix(head + ",")
    }
    declaration.attributes.append(
      CAttribute(scope: "sonde", name: "example", arguments: arguments))
    return CPrinter(header: header).text(of: declaration)
  }

  private static func isConsoleFunction(_ name: String, _ earlier: [String]) -> Bool {
    earlier.contains { $0.contains(name + "(") && $0.hasSuffix("}") }
  }

  /// The outermost call of a declared function.
  private static func calledFunction(in expression: CExpression, _ header: CHeader) -> String? {
    switch expression.kind {
    case .call(let callee, _):
      if case .identifier(let name) = callee.kind, header.function(named: name) != nil {
        return name
      }
      return nil
    case .assignment(_, _, let right), .cast(_, let right), .unary(_, let right):
      return calledFunction(in: right, header)
    case .binary(_, let left, let right), .comma(let left, let right):
      return calledFunction(in: left, header) ?? calledFunction(in: right, header)
    case .member(let base, _, _), .subscript(let base, _): return calledFunction(in: base, header)
    case .integer, .floating, .imaginary, .character, .string, .identifier, .conditional,
      .compoundLiteral, .sizeofType, .sizeofExpression, .alignofType, .statements:
      return nil
    }
  }
}

extension CAttribute {
  /// `[[sonde::example(…)]]`.
  package var isExample: Bool { scope == "sonde" && name == "example" }
}

import CLanguage
import Evaluation
import Workbench

/// Saves calls with what they gave into the library's profile, for `call --keep`.
struct ExampleKeeper {
  let library: OpenLibrary
  /// The statements so far that returned, each with its semicolon.
  private var earlier: [String] = []

  init(_ library: OpenLibrary) { self.library = library }

  /// Keeps a call; other statements are remembered, for a call that needs them.
  ///
  /// - Throws: what the profile has against it.
  mutating func keep(_ report: StatementReport, header: CHeader) throws {
    defer { remember(report) }
    guard let parsed = try? CParser.parsedStatement(report.statement, in: header),
      case .expression(let expression) = parsed.statement.kind,
      let name = Self.calledFunction(in: expression, header),
      let outcome = ExampleOutcome.texts(of: report, header: header)
    else { return }
    let needsEarlier = expression.names.contains { name, _ in
      name.hasPrefix("_") && name.dropFirst().allSatisfy(\.isNumber)
        || header.object(named: name) != nil || Self.isConsoleFunction(name, earlier)
    }
    let statement =
      needsEarlier ? (earlier + [report.statement]).joined(separator: " ") : report.statement
    guard
      let text = library.prototype(
        name, keeping: statement, outcome: outcome, in: header)
    else { return }
    let path = try library.save([text])
    Output.complain("kept as an example of '\(name)' in \(path)")
  }

  private mutating func remember(_ report: StatementReport) {
    guard report.outcome.exitStatus == 0 else { return }
    let text = report.statement
    earlier.append(text.hasSuffix(";") || text.hasSuffix("}") ? text : text + ";")
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

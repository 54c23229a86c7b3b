extension CPrinter {
  /// A statement as C that reads back as the same.
  package func text(of statement: CStatement) -> String {
    switch statement.kind {
    case .empty: return ";"
    case .expression(let expression): return text(of: expression) + ";"
    case .declaration(let declarations):
      return declarations.map { text(of: $0) }.joined(separator: "\n")
    case .function(let definition):
      return text(of: definition.type, name: definition.name) + " " + text(of: definition.body)
    case .block(let block): return text(of: block)
    case .conditional(let condition, let then, let otherwise):
      let rest = otherwise.map { " else " + braced($0) } ?? ""
      return "if (" + text(of: condition) + ") " + braced(then) + rest
    case .whileLoop(let condition, let body):
      return "while (" + text(of: condition) + ") " + braced(body)
    case .doLoop(let body, let condition):
      return "do " + braced(body) + " while (" + text(of: condition) + ");"
    case .forLoop(let loop):
      let initial = loop.initial.map { text(of: $0) } ?? ";"
      let condition = loop.condition.map { " " + text(of: $0) } ?? ""
      let step = loop.step.map { " " + text(of: $0) } ?? ""
      return "for (" + initial + condition + ";" + step + ") " + braced(loop.body)
    case .choice(let selector, let body):
      return "switch (" + text(of: selector) + ") " + text(of: body)
    case .caseLabel(let low, let high, let labelled):
      let bounds = low == high ? "\(low)" : "\(low) ... \(high)"
      return "case " + bounds + ": " + text(of: labelled)
    case .defaultLabel(let labelled): return "default: " + text(of: labelled)
    case .breakJump: return "break;"
    case .continueJump: return "continue;"
    case .returnJump(let value): return "return" + (value.map { " " + text(of: $0) } ?? "") + ";"
    }
  }

  func text(of block: CBlock) -> String {
    let inner = CPrinter(header: block.scope.header)
    return "{ " + block.statements.map { inner.text(of: $0) + " " }.joined() + "}"
  }

  /// With braces, so that an `else` belongs where it belonged.
  private func braced(_ statement: CStatement) -> String {
    if case .block = statement.kind { return text(of: statement) }
    return "{ " + text(of: statement) + " }"
  }
}

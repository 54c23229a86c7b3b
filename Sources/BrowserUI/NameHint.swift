import CLanguage

/// What a constant, a macro or a variable is whose name stands before the cursor: `M_PI`, its type
/// and what it stands for.
struct NameHint {
  private let declaration: CDeclaration

  /// Nil unless the text ends with the whole name of one.
  init?(_ text: String, in workspace: Workspace) {
    let word = String(
      text.reversed().prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }.reversed())
    guard !word.isEmpty, let found = workspace.header.declaration(named: word) else { return nil }
    switch found.kind {
    case .constant, .macro, .object: declaration = found
    case .function, .typedef, .record, .enumeration: return nil
    }
  }

  func line(in workspace: Workspace, width: Int) -> Line {
    let printer = CPrinter(header: workspace.header, elidesBodies: true)
    var line = Line()
    func add(_ type: CQualifiedType, _ value: String?) {
      line.append(printer.text(of: type, name: declaration.name), .type)
      if let value { line.append(" = " + value, .dim) }
    }
    switch declaration.kind {
    case .constant(let value, let type): add(CQualifiedType(type), String(value))
    case .macro(let expression, let type): add(type, printer.text(of: expression))
    case .object(let type, _): add(type, nil)
    case .function, .typedef, .record, .enumeration: break
    }
    return line.clipped(to: width)
  }
}

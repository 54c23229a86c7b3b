extension CHeader {
  /// Takes in a `#define` or `#undef` of a script; other lines are left alone.
  ///
  /// A macro stands for an expression; a name that means something already means this from now
  /// on.
  ///
  /// - Throws: what cannot be done with it, at the line.
  package mutating func define(_ directive: CDirective) throws(CDiagnostic) {
    let name = String(directive.argument.prefix { $0 == "_" || $0.isLetter || $0.isNumber })
    guard !name.isEmpty else {
      throw CDiagnostic("a name is missing behind '#\(directive.name)'", directive.range)
    }
    let rest = directive.argument.dropFirst(name.count)
    if isOwn(name) || macros[name] != nil { self = CHeader(over: self) }
    guard directive.name == "define" else {
      macros[name] = nil
      return
    }
    guard rest.first != "(" else {
      throw CDiagnostic(
        "macros with parameters are not supported; write a function", directive.range)
    }
    let text = String(rest.drop { $0 == " " || $0 == "\t" })
    guard !text.isEmpty else {
      macros[name] = .empty
      return
    }
    let meaning: CDeclaration.Kind
    do throws(CDiagnostic) {
      let expression = try CParser.parseExpression(text, in: self)
      _ = try type(of: expression)
      meaning = try self.meaning(ofMacro: expression)
    } catch {
      throw CDiagnostic(
        "a macro has to be an expression here, and '\(name)' is none: \(error.message)",
        directive.range)
    }
    macros[name] = CMacro(meaning)
  }
}

/// What the preprocessor knows of a name.
enum CMacro: Hashable, Sendable {
  /// Defined as nothing: the name is skipped where it stands.
  case empty
  case constant(Int128, CType)
  /// What it expands to, when that is an expression but no integer constant, and the type of that.
  indirect case expression(CExpression, CQualifiedType)
  /// Defined as something that is not expanded; only `#ifdef` sees it.
  case opaque

  /// The same as a declaration says it; nil for one of anything else.
  init?(_ kind: CDeclaration.Kind) {
    switch kind {
    case .constant(let value, let type): self = .constant(value, type)
    case .macro(let expression, let type): self = .expression(expression, type)
    case .function, .object, .typedef, .record, .enumeration: return nil
    }
  }
}

extension CHeader {
  /// What a macro means that expands to an expression: a constant, if it is an integer constant.
  ///
  /// - Throws: what in it has no meaning here.
  func meaning(ofMacro expression: CExpression) throws(CDiagnostic) -> CDeclaration.Kind {
    do throws(CDiagnostic) {
      let constant = try CConstantEvaluator(header: self, isDirective: false).value(of: expression)
      return .constant(constant.value, .integer(constant.kind))
    } catch {
      return .macro(expression, try type(of: expression))
    }
  }
}

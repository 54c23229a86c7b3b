/// The names that the expressions of annotations can use.
package struct AnnotationScope: Sendable {
  let header: CHeader
  /// In order, those that have names.
  let parameters: [String]
  /// Over the header: the parameters, and `errno`.
  private let withParameters: CHeader
  /// The same with `result`; nil when nothing is returned.
  private let withResult: CHeader?

  /// - Parameters:
  ///   - type: the function that is annotated.
  ///   - header: what it is declared in.
  package init(of type: CFunctionType, in header: CHeader) {
    self.init(
      values: type.parameters.compactMap { parameter in
        parameter.name.map { ($0, header.adjustedParameter(parameter.type)) }
      }, result: header.resolved(type.result).type == .void ? nil : type.result, in: header)
  }

  /// The other members of a struct are what a member's annotations can speak of.
  init(of members: [CMember], in header: CHeader) {
    self.init(
      values: members.compactMap { member in member.name.map { ($0, member.type) } }, result: nil,
      in: header)
  }

  /// Nothing but the header.
  init(in header: CHeader) { self.init(values: [], result: nil, in: header) }

  private init(
    values: [(name: String, type: CQualifiedType)], result: CQualifiedType?, in header: CHeader
  ) {
    self.header = header
    parameters = values.map(\.name)
    var inner = CHeader(over: header)
    inner.add(object: "errno", CQualifiedType(.integer(.int)))
    for (name, type) in values { inner.add(object: name, type) }
    withParameters = inner
    withResult = result.map { type in
      var outer = CHeader(over: inner)
      outer.add(object: "result", type)
      return outer
    }
  }

  /// Reads an expression and sees that all its names are known.
  package func expression(
    _ text: String, hasResult: Bool
  ) throws(CDiagnostic) -> CExpression {
    let header = hasResult ? withResult ?? withParameters : withParameters
    let expression = try CParser.parseExpression(text, in: header)
    for (name, range) in expression.names where !isKnown(name, in: header) {
      if name == "result" {
        throw CDiagnostic("there is no 'result': the function returns nothing", range)
      }
      throw CDiagnostic("'\(name)' is neither a parameter nor declared\(parameterHint)", range)
    }
    return expression
  }

  /// The type that C gives an expression here.
  package func type(of expression: CExpression, hasResult: Bool) throws(CDiagnostic)
    -> CQualifiedType
  {
    try (hasResult ? withResult ?? withParameters : withParameters).type(of: expression)
  }

  private func isKnown(_ name: String, in header: CHeader) -> Bool {
    header.declaration(named: name) != nil || header.constant(named: name) != nil
      || header.macroExpression(named: name) != nil
  }

  /// The parameters there are, for a message.
  var parameterHint: String {
    parameters.isEmpty ? "" : "; the parameters are \(parameters.joined(separator: ", "))"
  }
}

extension CHeader {
  /// A variable that no text declares.
  fileprivate mutating func add(object name: String, _ type: CQualifiedType) {
    let range = CSourceRange(start: .start, end: .start)
    add(
      CDeclaration(
        name: name, kind: .object(type, initializer: nil), range: range, nameRange: range,
        file: nil))
  }
}

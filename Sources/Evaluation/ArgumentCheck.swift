package import CLanguage
import Marshalling

/// Checks one argument against its parameter without calling anything.
///
/// - Returns: what is wrong, with its place in `text`; nil when the argument can be passed.
package func checkArgument(
  _ text: String, for parameter: CParameter, in header: CHeader
) -> CDiagnostic? {
  let type = CFunctionType(
    result: CQualifiedType(.void), parameters: [parameter])
  return diagnosis(text, type: type, in: header)
}

/// Checks one argument behind `...`.
///
/// - Returns: what is wrong, with its place in `text`; nil when the argument can be passed.
package func checkVariadicArgument(_ text: String, in header: CHeader) -> CDiagnostic? {
  let type = CFunctionType(result: CQualifiedType(.void), parameters: [], isVariadic: true)
  return diagnosis(text, type: type, in: header)
}

private func diagnosis(_ text: String, type: CFunctionType, in header: CHeader) -> CDiagnostic? {
  do {
    let expression = try CParser.parseExpression(text, in: header)
    let argument = try ConstantExpression(header: header).argument(expression)
    _ = try CallPlan(
      name: "", type: type, arguments: [argument], range: expression.range, header: header)
    return nil
  } catch {
    return error
  }
}

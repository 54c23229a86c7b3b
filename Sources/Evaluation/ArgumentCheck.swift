package import CLanguage
import Marshalling
import ProbeWire

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
    try Compiler(state: EvaluatorState(header: header), header: header, target: NoTarget())
      .checkArgument(expression, of: type)
    return nil
  } catch {
    return error
  }
}

/// A library of which nothing is known: names that are not declared are taken for its own.
private final class NoTarget: EvaluationTarget {
  let libraryName = "the library"
  func begin() throws(TargetFailure) { throw Self.failure }
  func definesFunction(_ name: String) -> Bool { false }
  func symbolName(of name: String) -> String? { nil }
  func definesData(_ name: String) -> Bool { false }
  func functionNames(like name: String) -> [String] { [] }
  func address(of symbol: String) throws(TargetFailure) -> UInt64 { throw Self.failure }
  func dataAddress(of symbol: String) throws(TargetFailure) -> UInt64 { throw Self.failure }
  func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn { throw Self.failure }
  func read(at address: UInt64, count: Int) throws(TargetFailure) -> [UInt8] { throw Self.failure }
  func write(_ bytes: [UInt8], at address: UInt64) throws(TargetFailure) { throw Self.failure }
  func allocate(size: Int, alignment: Int, name: String) throws(TargetFailure) -> UInt64 {
    throw Self.failure
  }
  var callbackHandler: ((ProbeCallback) -> [UInt8]?)?
  func makeCallback(
    _ signature: ProbeSignature, identifier: UInt32
  ) throws(TargetFailure) -> UInt64 {
    throw Self.failure
  }
  func serveCallbacks() throws(TargetFailure) {}
  func checkTime() throws(TargetFailure) {}
  func rollBack() {}
  func region(of address: UInt64) -> String { "" }
  func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText {
    .unreadable
  }
  func errorNumber(_ number: Int32) -> ErrorNumber {
    ErrorNumber(number: number, name: nil, message: "")
  }
  func takeOutput() -> (output: [UInt8], error: [UInt8], dropped: Int) { ([], [], 0) }

  private static let failure = TargetFailure.unavailable("nothing is called while one types")
}

import CLanguage
import Evaluation
import ProbeWire

/// A library that exists on paper: it records what it is asked, and answers what it was told to.
final class RecordingTarget: EvaluationTarget {
  var functions: Set<String> = ["crc32", "f", "g", "version"]
  var answer: Result<TargetReturn, TargetFailure> = .success(
    .returned(CallReply(result: [UInt8](repeating: 0, count: 16), errno: 0, duration: 7)))
  var texts: [UInt64: CValue.CText] = [:]
  private(set) var calls: [ProbeCall] = []
  private(set) var begun = 0

  let libraryName = "libpaper.so.1"

  func begin() throws(TargetFailure) { begun += 1 }

  func definesFunction(_ name: String) -> Bool { functions.contains(name) }

  func functionNames(like name: String) -> [String] {
    functions.filter { $0.first == name.first }.sorted()
  }

  func address(of symbol: String) throws(TargetFailure) -> UInt64 {
    UInt64(symbol.utf8.count) * 0x1000
  }

  func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn {
    calls.append(call)
    return try answer.get()
  }

  func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText {
    texts[address] ?? .unreadable
  }

  func errorNumber(_ number: Int32) -> ErrorNumber {
    ErrorNumber(number: number, name: "E\(number)", message: "error \(number)")
  }

  func takeOutput() -> (output: [UInt8], error: [UInt8], dropped: Int) { ([], [], 0) }
}

/// Evaluates one statement after declarations, on a target of its own or a given one.
func evaluate(
  _ statement: String, declaring declarations: String = "",
  on target: RecordingTarget = RecordingTarget()
) -> StatementReport {
  var evaluator = Evaluator(header: CHeader())
  let problems = evaluator.declare(declarations, file: nil)
  precondition(problems.isEmpty, "\(problems)")
  return evaluator.evaluate(statement, on: target)
}

extension StatementReport {
  /// The message of a refusal, and the column that it points at.
  var refusal: (message: String, column: Int)? {
    guard case .failed(.invalid(let diagnostic)) = outcome else { return nil }
    return (diagnostic.message, diagnostic.range.start.column)
  }
}

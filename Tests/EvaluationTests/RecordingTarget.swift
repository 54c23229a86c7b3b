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
  private(set) var rolledBack = 0
  /// Variables of the library, by name.
  var variables: [String: UInt64] = [:]
  /// What can be read and written, byte by byte.
  var memory: [UInt64: UInt8] = [:]
  /// Names of what was allocated, in order.
  private(set) var allocated: [String] = []
  /// Signatures of what was made to be called back.
  private(set) var callbacks: [ProbeSignature] = []
  var callbackHandler: ((ProbeCallback) -> [UInt8]?)?
  private var nextFree: UInt64 = 0x5000_0000

  let libraryName = "libpaper.so.1"

  func begin() throws(TargetFailure) { begun += 1 }

  func definesFunction(_ name: String) -> Bool { functions.contains(name) }

  func symbolName(of name: String) -> String? {
    functions.contains(name) || variables[name] != nil ? name : nil
  }

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

  func definesData(_ name: String) -> Bool { variables[name] != nil }

  func dataAddress(of symbol: String) throws(TargetFailure) -> UInt64 {
    guard let address = variables[symbol] else { throw .unavailable("no '\(symbol)'") }
    return address
  }

  func read(at address: UInt64, count: Int) throws(TargetFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in address..<address + UInt64(count) {
      guard let byte = memory[place] else { throw .unreadable(address: place) }
      bytes.append(byte)
    }
    return bytes
  }

  func write(_ bytes: [UInt8], at address: UInt64) throws(TargetFailure) {
    for (offset, byte) in bytes.enumerated() {
      let place = address + UInt64(offset)
      guard memory[place] != nil else { throw .unwritable(address: place) }
      memory[place] = byte
    }
  }

  func allocate(size: Int, alignment: Int, name: String) throws(TargetFailure) -> UInt64 {
    let address = (nextFree + UInt64(alignment) - 1) / UInt64(alignment) * UInt64(alignment)
    nextFree = address + UInt64(max(1, size))
    for place in address..<nextFree { memory[place] = 0 }
    allocated.append(name)
    return address
  }

  func makeCallback(
    _ signature: ProbeSignature, identifier: UInt32
  ) throws(TargetFailure) -> UInt64 {
    callbacks.append(signature)
    return 0x6000_0000 + UInt64(identifier)
  }

  func serveCallbacks() throws(TargetFailure) {}

  func checkTime() throws(TargetFailure) {}

  func rollBack() { rolledBack += 1 }

  func region(of address: UInt64) -> String { "nothing is mapped there" }

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

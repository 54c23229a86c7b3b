import CLanguage
import Evaluation
import ProbeWire

/// A session as those see it who only look: what would change something is refused.
final class LookingTarget: EvaluationTarget {
  private let session: Session
  var callbackHandler: ((ProbeCallback) -> [UInt8]?)?

  init(_ session: Session) { self.session = session }

  var libraryName: String { session.libraryName }
  func begin() throws(TargetFailure) {}
  func definesFunction(_ name: String) -> Bool { session.definesFunction(name) }
  func symbolName(of name: String) -> String? { session.symbolName(of: name) }
  func rivals(of name: String) -> [SymbolRival] { session.rivals(of: name) }
  func functionNames(like name: String) -> [String] { session.functionNames(like: name) }
  func definesData(_ name: String) -> Bool { session.definesData(name) }

  func address(of symbol: String) throws(TargetFailure) -> UInt64 {
    try requireLoaded()
    return try session.address(of: symbol)
  }

  func dataAddress(of symbol: String) throws(TargetFailure) -> UInt64 {
    try requireLoaded()
    return try session.dataAddress(of: symbol)
  }

  func read(at address: UInt64, count: Int) throws(TargetFailure) -> [UInt8] {
    try requireLoaded()
    return try session.read(at: address, count: count)
  }

  func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText {
    try requireLoaded()
    return try session.text(at: address, unitSize: unitSize)
  }

  func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn { throw Self.refusal }

  func write(_ bytes: [UInt8], at address: UInt64) throws(TargetFailure) { throw Self.refusal }

  func allocate(size: Int, alignment: Int, name: String) throws(TargetFailure) -> UInt64 {
    throw Self.refusal
  }

  func makeCallback(
    _ signature: ProbeSignature, identifier: UInt32
  ) throws(TargetFailure) -> UInt64 {
    throw Self.refusal
  }

  func serveCallbacks() throws(TargetFailure) {}
  func checkTime() throws(TargetFailure) { try session.checkTime() }
  func rollBack() {}
  func region(of address: UInt64) -> String { session.region(of: address) }
  func errorNumber(_ number: Int32) -> ErrorNumber { session.errorNumber(number) }
  func takeOutput() -> (output: [UInt8], error: [UInt8], dropped: Int) { ([], [], 0) }

  private static let refusal = TargetFailure.unavailable("looking calls and changes nothing")

  /// Looking never starts the library's code: not even its constructors.
  private func requireLoaded() throws(TargetFailure) {
    guard session.isLive else { throw .unavailable("nothing of the library runs yet") }
  }
}

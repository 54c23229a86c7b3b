import CLanguage
import Evaluation
import ProbeHost
import ProbeWire

/// A session as those see it who only look: what would change something is refused.
final class LookingTarget: EvaluationTarget {
  private let session: Session
  /// Read in the place of the session's: that of a process that died.
  private let memory: ProcessMemory?
  var callbackHandler: ((ProbeCallback) -> [UInt8]?)?

  init(_ session: Session, memory: ProcessMemory? = nil) {
    self.session = session
    self.memory = memory
  }

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
    if let memory {
      guard let bytes = memory.readWhole(address, count: count) else {
        throw .unreadable(address: address)
      }
      return bytes
    }
    try requireLoaded()
    return try session.read(at: address, count: count)
  }

  func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText {
    if let memory { return Self.text(at: address, unitSize: unitSize, in: memory) }
    try requireLoaded()
    return try session.text(at: address, unitSize: unitSize)
  }

  /// Characters beyond this many are not shown.
  private static let textLimit = 1 << 20

  private static func text(
    at address: UInt64, unitSize: Int, in memory: ProcessMemory
  ) -> CValue.CText {
    var bytes: [UInt8] = []
    while bytes.count < textLimit {
      let start = address &+ UInt64(bytes.count)
      let page = Int(ProcessMemory.pageSize - start % ProcessMemory.pageSize)
      let piece = memory.read(start, count: page)
      if piece.isEmpty && bytes.isEmpty { return .unreadable }
      bytes += piece
      let units = Session.units(of: bytes, size: unitSize)
      if let end = units.firstIndex(of: 0) {
        return .units(Array(units[..<end]), isTerminated: true)
      }
      if piece.count < page { break }
    }
    return .units(Session.units(of: bytes, size: unitSize), isTerminated: false)
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

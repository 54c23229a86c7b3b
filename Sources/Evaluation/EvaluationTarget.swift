package import CLanguage
package import ProbeWire

/// The live library that statements are carried out on.
///
/// The workbench's session is one; tests have another.
package protocol EvaluationTarget: AnyObject {
  /// The library as messages name it.
  var libraryName: String { get }

  /// Keeps the state before the statement, so that one which does not return costs nothing.
  func begin() throws(TargetFailure)

  /// Whether a symbol of this name can be called; looking runs no code.
  func definesFunction(_ name: String) -> Bool

  /// Names like this one, the most similar first, at most a few.
  func functionNames(like name: String) -> [String]

  /// The address of a symbol, the library loaded for it if it was not.
  func address(of symbol: String) throws(TargetFailure) -> UInt64

  /// Makes the call.
  func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn

  /// Characters at an address, up to a zero unit.
  func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText

  /// The name and message of an error number.
  func errorNumber(_ number: Int32) -> ErrorNumber

  /// What called code wrote since the statement began, and how many bytes beyond what is kept.
  func takeOutput() -> (output: [UInt8], error: [UInt8], dropped: Int)
}

/// How a call that did not end its process came back.
package enum TargetReturn: Sendable, Equatable {
  case returned(CallReply)
  case threw(ExceptionReply)
}

/// Why the target could not do what was asked.
package enum TargetFailure: Error, Sendable, Equatable {
  /// The called code ended its process, or was ended; the outcome says how.
  case ended(StatementOutcome)
  /// There is no such thing: no library, no symbol, no probe.
  case unavailable(String)
}

/// An error number with what the C library says of it (`errno(3)`).
package struct ErrorNumber: Sendable, Hashable {
  package var number: Int32
  /// `ENOENT`; nil for a number without a name.
  package var name: String?
  /// `No such file or directory`.
  package var message: String

  package init(number: Int32, name: String?, message: String) {
    self.number = number
    self.name = name
    self.message = message
  }
}

package import CLanguage
package import ProbeWire

/// The live library that statements are carried out on.
///
/// The workbench's session is one; tests have another.
package protocol EvaluationTarget: AnyObject {
  /// The library as messages name it.
  var libraryName: String { get }

  /// A statement starts; `before` is what the evaluator knows.
  func start(_ statement: String, _ before: Evaluator)

  /// A statement has ended, and all that had to be taken back has been: what the target knows of
  /// it goes into the report.
  func finish(_ report: inout StatementReport, _ before: Evaluator, _ after: Evaluator)

  /// Keeps the state before the statement, so that one which does not return costs nothing.
  func begin() throws(TargetFailure)

  /// Whether a symbol of this name can be called; looking runs no code.
  func definesFunction(_ name: String) -> Bool

  /// What is known of a function that is not declared; nil when there is nothing.
  func incompletePrototype(of name: String) -> IncompletePrototype?

  /// What the dynamic linker calls the symbol that a name means: without its version and library,
  /// a name of C++ mangled; nil when there is none.
  func symbolName(of name: String) -> String?

  /// The symbols that a name can mean when it is not clear which: overloads of C++, old versions.
  func rivals(of name: String) -> [SymbolRival]

  /// Names like this one, the most similar first, at most a few.
  func functionNames(like name: String) -> [String]

  /// The address of a symbol, the library loaded for it if it was not.
  func address(of symbol: String) throws(TargetFailure) -> UInt64

  /// Whether a data symbol of this name is exported; looking runs no code.
  func definesData(_ name: String) -> Bool

  /// The address of a data symbol, the library loaded for it if it was not; of a thread-local one
  /// that of the thread that makes the calls.
  func dataAddress(of symbol: String) throws(TargetFailure) -> UInt64

  /// Makes the call.
  func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn

  /// Exactly so many bytes of memory.
  ///
  /// - Throws: ``TargetFailure/unreadable(address:)`` with the first byte that cannot be read.
  func read(at address: UInt64, count: Int) throws(TargetFailure) -> [UInt8]

  /// Writes memory.
  ///
  /// - Throws: ``TargetFailure/unwritable(address:)`` with the first byte that cannot be written;
  ///   what stands before it may have been.
  func write(_ bytes: [UInt8], at address: UInt64) throws(TargetFailure)

  /// Zeroed memory that stays for the session.
  ///
  /// - Parameters:
  ///   - size: in bytes; none still gives an address of its own.
  ///   - alignment: a power of two.
  ///   - name: what reports call it.
  /// - Returns: its address.
  /// - Throws: when the kernel gives no memory.
  func allocate(size: Int, alignment: Int, name: String) throws(TargetFailure) -> UInt64

  /// A function that code of the library can call, from any thread and for as long as the session
  /// lasts: each call of it comes to ``callbackHandler`` with this number.
  ///
  /// - Returns: its address.
  /// - Throws: when libffi cannot make one of these types.
  func makeCallback(
    _ signature: ProbeSignature, identifier: UInt32
  ) throws(TargetFailure) -> UInt64

  /// What a function made by ``makeCallback(_:identifier:)`` does when it is called: the bytes of
  /// its result, or nil when it cannot give one. Then the call that led to it throws
  /// ``TargetFailure/abandoned``, and the state is that before the statement.
  ///
  /// It runs while ``call(_:)`` waits, and may itself use the target, calls included; calls of it
  /// nest.
  var callbackHandler: ((ProbeCallback) -> [UInt8]?)? { get set }

  /// Handles the callbacks that threads of the library wait for while nothing is called; returns at
  /// once when there are none.
  func serveCallbacks() throws(TargetFailure)

  /// Looks whether the statement may go on.
  ///
  /// - Throws: when its time is up, or somebody interrupted it.
  func checkTime() throws(TargetFailure)

  /// Goes back to the state that ``begin()`` kept; does nothing when that has happened already.
  func rollBack()

  /// What is at an address, in a few words: `the heap`, `nothing is mapped there`.
  func region(of address: UInt64) -> String

  /// Characters at an address, up to a zero unit.
  func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText

  /// The name and message of an error number.
  func errorNumber(_ number: Int32) -> ErrorNumber

  /// What called code wrote since the statement began, and how many bytes beyond what is kept.
  func takeOutput() -> (output: [UInt8], error: [UInt8], dropped: Int)
}

/// What is known of a function without being enough to call it.
package struct IncompletePrototype: Sendable, Hashable {
  /// What is missing; follows the function's name.
  package var reason: String
  /// The line that would declare it, with `RESULT` or `PARAMETERS` where something is to be put in;
  /// nil when nothing is known of it.
  package var declaration: String?

  package init(reason: String, declaration: String?) {
    self.reason = reason
    self.declaration = declaration
  }
}

/// One of the symbols that a name can mean.
package struct SymbolRival: Sendable, Hashable {
  /// As the dynamic linker knows it.
  package var symbol: String
  /// How a statement says that this one is meant.
  package var spelling: String

  package init(symbol: String, spelling: String) {
    self.symbol = symbol
    self.spelling = spelling
  }
}

extension EvaluationTarget {
  package func start(_ statement: String, _ before: Evaluator) {}
  package func finish(
    _ report: inout StatementReport, _ before: Evaluator, _ after: Evaluator
  ) {}

  package func rivals(of name: String) -> [SymbolRival] { [] }

  /// Nothing, where nobody looks.
  package func incompletePrototype(of name: String) -> IncompletePrototype? { nil }
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
  /// The byte at this address cannot be read.
  case unreadable(address: UInt64)
  /// The byte at this address cannot be written.
  case unwritable(address: UInt64)
  /// ``EvaluationTarget/callbackHandler`` gave no result; it knows why.
  case abandoned
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

package import CLanguage
package import ProbeWire

/// What came of one statement: everything that the screen and `--json` show.
package struct StatementReport: Sendable, Equatable {
  /// The text as given.
  package var statement: String
  package var outcome: StatementOutcome
  /// `errno` after the call; nil when the call left it alone.
  package var errno: ErrorNumber?
  /// Time inside the called function, in nanoseconds; nil when nothing was called.
  package var duration: UInt64?
  /// How the repetitions of the call differed, when there was more than one.
  package var repetition: RepeatedCall?
  /// Bytes that called code wrote beyond what is kept.
  package var droppedOutput = 0
  /// The statement ended while the library was loaded, in its constructors: the function was not
  /// reached.
  package var endedWhileLoading = false
  /// Functions of the console that the library called, in order.
  package var callbacks: [CallbackReport] = []
  /// Such calls beyond those that are listed.
  package var unlistedCallbacks = 0
  /// What came back through the parameters of functions whose annotations say so.
  package var outputs: [NamedValue] = []
  /// Whether the call succeeded, as the function's annotations judge it.
  package var verdict: CallVerdict?
  /// The function that the result has to be given to when it is no longer needed.
  package var release: String?
  /// The function of a library that the value points to.
  package var functionName: String?
  /// What pointers to characters inside a value point to, by address.
  package var texts: [UInt64: CValue.CText] = [:]
  /// A loop, a block or a choice: it has no value that could be shown.
  package var isControlFlow = false
  /// The statement stands in a longer text, which the places of errors count in.
  package var isPart = false
  /// The error is in a function of the console that an earlier statement defined: its name and the
  /// text that the error's place counts in.
  package var failedIn: FunctionText?
  /// Memory, heap, and what the sandbox denied.
  package var effects = StatementEffects()
  /// Of a crash, what the dead process showed.
  package var crash: CrashDetails?
  /// What called code wrote to descriptor 1.
  package var standardOutput: [UInt8]
  /// What called code wrote to descriptor 2.
  package var standardError: [UInt8]

  package init(
    statement: String, outcome: StatementOutcome, errno: ErrorNumber? = nil,
    duration: UInt64? = nil,
    standardOutput: [UInt8] = [], standardError: [UInt8] = [], isPart: Bool = false
  ) {
    self.isPart = isPart
    self.statement = statement
    self.outcome = outcome
    self.errno = errno
    self.duration = duration
    self.standardOutput = standardOutput
    self.standardError = standardError
  }
}

/// The text of a function of the console.
package struct FunctionText: Sendable, Equatable {
  package var name: String
  package var text: String
}

/// One time that the library called a function of the console.
package struct CallbackReport: Sendable, Equatable {
  package var name: String
  package var arguments: [TypedValue]
  /// Nil when the function gave no result, since it was ended.
  package var result: TypedValue?

  package init(name: String, arguments: [TypedValue], result: TypedValue?) {
    self.name = name
    self.arguments = arguments
    self.result = result
  }
}

/// What a call left behind a parameter.
package struct NamedValue: Sendable, Equatable {
  package var name: String
  package var type: CType
  package var value: CValue

  package init(name: String, type: CType, value: CValue) {
    self.name = name
    self.type = type
    self.value = value
  }
}

/// What a function's `success` and `error` annotations say of a call.
package struct CallVerdict: Sendable, Equatable {
  package var isSuccess: Bool
  package var message: String?

  package init(isSuccess: Bool, message: String?) {
    self.isSuccess = isSuccess
    self.message = message
  }
}

/// A value with its C type.
package struct TypedValue: Sendable, Equatable {
  package var type: CType
  package var value: CValue

  package init(type: CType, value: CValue) {
    self.type = type
    self.value = value
  }
}

/// How a statement ended.
///
/// A crash, a time-out, an exit and a throw are outcomes, not errors.
package enum StatementOutcome: Sendable, Equatable {
  /// A value came back, of this type.
  case returned(CType, CValue)
  /// A declaration was taken in: the names it declared.
  case declared([String])
  /// Nothing was called: this is how each call in the statement would be made.
  case planned([PlannedCall])
  /// A signal ended the call.
  case crashed(CrashReport)
  /// The time limit, in seconds, passed.
  case timedOut(seconds: Double)
  /// The user ended it.
  case interrupted
  /// The called code ended its process with this status.
  case exited(status: Int32)
  /// A C++ exception came out; `what` where it is a `std::exception`.
  case threw(type: String, what: String?)
  /// Nothing was called.
  case failed(StatementError)
}

/// Why a statement was not carried out.
package enum StatementError: Error, Sendable, Equatable {
  /// Wrong C, wrong types, or something not built yet: with its place in the statement.
  case invalid(CDiagnostic)
  /// Found while the statement ran: a division by zero, memory that cannot be read.
  case stopped(CDiagnostic)
  /// The library, the symbol or the probe could not be had.
  case unavailable(String)
}

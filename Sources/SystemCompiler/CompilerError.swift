import Glibc

/// Why the system's C compiler could not do what was asked.
package enum CompilerError: Error, Hashable, Sendable {
  /// None of the programs is there.
  case noCompiler(tried: [String])
  /// It refused the text; its own messages.
  case refused(messages: String)
  /// It was killed after that many seconds.
  case timedOut(command: String, seconds: Double)
  /// Its output was longer than a header's can be.
  case tooLong(limit: Int)
  /// It died of a signal.
  case died(command: String, signal: Int32)
  /// The system could not run it.
  case system(action: String, number: Int32)
}

extension CompilerError: CustomStringConvertible {
  /// What went wrong, and what to do.
  package var description: String {
    switch self {
    case .noCompiler(let tried):
      "no C compiler is there (tried \(tried.joined(separator: ", "))); install gcc or clang, or "
        + "name one in the environment variable CC"
    case .refused(let messages): "the C compiler refuses it:\n\(messages)"
    case .timedOut(let command, let seconds):
      "\(command) took longer than \(seconds.formatted) s and was ended"
    case .tooLong(let limit): "the preprocessed text is longer than \(limit >> 20) MiB"
    case .died(let command, let signal):
      "\(command) died of signal \(signal) (\(String(cString: strsignal(signal))))"
    case .system(let action, let number):
      "cannot \(action): \(String(cString: strerror(number)))"
    }
  }
}

extension Double {
  /// Without `.0` when it is whole.
  fileprivate var formatted: String {
    self == rounded() && abs(self) < 1e9 ? "\(Int(self))" : "\(self)"
  }
}

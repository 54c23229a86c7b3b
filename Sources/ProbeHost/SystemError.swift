import CProcess
import Glibc

/// Names and messages of `errno` and signals, as the C library gives them.
package enum SystemError {
  /// The message of an error number (`strerror(3)`).
  package static func message(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }

  /// The name of an error number, `ENOENT` (`strerrorname_np(3)`); nil when it has none.
  package static func name(_ number: Int32) -> String? {
    cprocess_error_name(number).map { String(cString: $0) }
  }

  /// The name of a signal, `SIGSEGV` (`sigabbrev_np(3)`).
  package static func signalName(_ signal: Int32) -> String {
    cprocess_signal_name(signal).map { "SIG" + String(cString: $0) } ?? "signal \(signal)"
  }
}

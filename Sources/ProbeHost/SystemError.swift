import CProcess
import Glibc

/// Names and messages of `errno`, as the C library gives them.
package enum SystemError {
  /// The message of an error number (`strerror(3)`).
  package static func message(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }

  /// The name of an error number, `ENOENT` (`strerrorname_np(3)`); nil when it has none.
  package static func name(_ number: Int32) -> String? {
    cprocess_error_name(number).map { String(cString: $0) }
  }
}

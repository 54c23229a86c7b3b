package import CLanguage
internal import Glibc

/// Why a profile could not be read or was not changed; the file is then as it was before.
package enum ProfileError: Error, Hashable, Sendable {
  /// Not a file name: empty, hidden, or with a slash or control character in it.
  case invalidName(String)
  /// Neither `XDG_DATA_HOME` nor `HOME` says where the user's profiles are.
  case noHome
  /// `errno` of a system call on a file.
  case cannotRead(path: String, errno: Int32)
  case cannotWrite(path: String, errno: Int32)
  /// A directory, a pipe or a device.
  case notAFile(path: String)
  case notText(path: String)
  case tooLarge(path: String, limit: Int)
  /// Another program has held the lock for this many seconds.
  case locked(path: String, seconds: Double)
  /// The file on disk does not parse, so nothing was put into it; with its text, for carets.
  case damaged(path: String, text: String, [CDiagnostic])
  /// The declarations to add do not parse.
  case invalidDeclarations(text: String, [CDiagnostic])
  /// The declarations to add say nothing.
  case nothingDeclared
  /// The file would no longer parse, or would mean something else, after the change.
  case conflict(path: String, reason: String)
  case notDeclared(name: String, path: String)
  case noSuchProfile(name: String)
}

extension ProfileError: CustomStringConvertible {
  /// What is wrong with what, in lower case; diagnostics with their lines and carets.
  package var description: String {
    switch self {
    case .invalidName(let name):
      return "'\(name)' cannot be the name of a profile"
    case .noHome:
      return "no directory for profiles: neither XDG_DATA_HOME nor HOME is an absolute path"
    case .cannotRead(let path, let number): return "cannot read \(path): \(Self.text(of: number))"
    case .cannotWrite(let path, let number):
      return "cannot write \(path): \(Self.text(of: number))"
    case .notAFile(let path): return "\(path): not a regular file"
    case .notText(let path): return "\(path): not a C header: it contains binary data"
    case .tooLarge(let path, let limit):
      return "\(path): larger than \(limit >> 20) MiB, which no profile is"
    case .locked(let path, let seconds):
      return "cannot write \(path): another program has kept it locked for \(seconds) seconds"
    case .damaged(let path, let text, let diagnostics):
      let details = diagnostics.map { $0.rendered(in: text, named: path) }
      return (["\(path) was not changed, because it has mistakes:"] + details)
        .joined(separator: "\n")
    case .invalidDeclarations(let text, let diagnostics):
      return diagnostics.map { $0.rendered(in: text) }.joined(separator: "\n")
    case .nothingDeclared: return "there is no declaration in this text"
    case .conflict(let path, let reason): return "\(path) was not changed: \(reason)"
    case .notDeclared(let name, let path): return "\(path) does not declare '\(name)'"
    case .noSuchProfile(let name): return "there is no profile of \(name)"
    }
  }

  private static func text(of number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

import Glibc

/// What was typed at the console, kept from one session to the next.
///
/// One statement a line in `$XDG_STATE_HOME/sonde/console` (`~/.local/state/sonde/console`); a line
/// end inside a statement is `\n`, a backslash `\\`. Several explorers append to it side by side.
package struct ConsoleHistory: Sendable {
  private let path: String?

  /// Statements beyond this many are forgotten, the oldest first.
  private static let limit = 1000
  /// No more of the file is read.
  private static let readLimit = 1 << 20

  /// The user's.
  package init() {
    let state =
      Self.variable("XDG_STATE_HOME") ?? Self.variable("HOME").map { $0 + "/.local/state" }
    path = state.flatMap { $0.hasPrefix("/") ? $0 + "/sonde/console" : nil }
  }

  /// The statements of earlier sessions, the last one last; none when the file cannot be read.
  package func load() -> [String] {
    guard let path, let bytes = Self.tail(of: path) else { return [] }
    let lines = bytes.split(separator: 0x0a).suffix(Self.limit)
    return lines.compactMap { line in
      String(validating: line, as: UTF8.self).map(Self.unescaped)
    }
  }

  /// Adds a statement; where it cannot be kept, it is only forgotten with the session.
  package func append(_ statement: String) {
    guard let path else { return }
    let folder = path.dropLast("/console".count)
    mkdir(String(folder.dropLast("/sonde".count)), 0o700)
    mkdir(String(folder), 0o700)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let line = Array((Self.escaped(statement) + "\n").utf8)
    _ = write(descriptor, line, line.count)
  }

  private static func escaped(_ statement: String) -> String {
    statement.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ line: String) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// The last bytes of a file.
  private static func tail(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    let start = max(0, Int(size) - readLimit)
    var bytes = [UInt8](repeating: 0, count: max(0, Int(size) - start))
    let count = pread(descriptor, &bytes, bytes.count, start)
    guard count >= 0 else { return nil }
    let read = bytes.prefix(count)
    // A line cut at its start is none.
    return start == 0 ? Array(read) : Array(read.drop { $0 != 0x0a })
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

/// Writes a file that is not there yet.
///
/// - Throws: ``NewFileError``, with the path and what the system says.
package func writeNewFile(_ text: String, to path: String) throws(NewFileError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw NewFileError(path: path, number: errno) }
  defer { close(descriptor) }
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else {
      let number = errno
      unlink(path)
      throw NewFileError(path: path, number: number)
    }
    bytes = bytes.dropFirst(count)
  }
}

/// Why a file was not written.
package struct NewFileError: Error, CustomStringConvertible, Sendable {
  let path: String
  let number: Int32

  package var description: String {
    number == EEXIST
      ? "\(path) exists already; choose another name"
      : "cannot write \(path): \(String(cString: strerror(number)))"
  }
}

import ELFModel
import Glibc

/// Standard output and standard error, written to at once.
enum Output {
  /// A line for the reader.
  static func line(_ text: String) { write(Array((text + "\n").utf8), to: 1) }

  /// What went wrong, as `sonde: what: why`, more lines of it below.
  ///
  /// Names of files and symbols in it cannot drive the terminal.
  static func complain(_ text: String) {
    // Line ends are ours, and tabs keep a caret in its place.
    let escaped = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0a || $0 == 0x09 }
      .map { String(escaping: Array($0)[...]) }
    let separators = text.utf8.filter { $0 == 0x0a || $0 == 0x09 }.map { $0 == 0x0a ? "\n" : "\t" }
    let joined = zip(escaped, separators + ["\n"]).map { $0 + $1 }.joined()
    write(Array(("sonde: " + joined).utf8), to: 2)
  }

  /// What called code wrote: to a terminal with all that could drive it escaped, else as it is.
  static func passOn(_ bytes: [UInt8], to descriptor: Int32) {
    guard isatty(descriptor) == 1 else { return write(bytes, to: descriptor) }
    var text = ""
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      text += cells.map { String(escaping: $0) }.joined(separator: "\t") + "\n"
    }
    // The last line has no end of its own.
    write(Array(text.utf8.dropLast()), to: descriptor)
  }

  /// Bytes as they are.
  ///
  /// A reader that has gone away ends the program quietly, as it ends `cat`.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = 1) {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        if count < 0 && errno == EPIPE { exit(128 + SIGPIPE) }
        guard count >= 0 else { giveUp(on: descriptor) }
        written += count
      }
    }
  }

  /// What was asked for cannot be delivered, a full disk for example.
  private static func giveUp(on descriptor: Int32) -> Never {
    let reason = String(cString: strerror(errno))
    if descriptor == 1 { complain("standard output: \(reason)") }
    exit(1)
  }
}

import Glibc

/// Standard output and standard error, written to at once.
enum Output {
  /// A line for the reader.
  static func line(_ text: String) { write(Array((text + "\n").utf8), to: 1) }

  /// A line about what went wrong.
  static func error(_ text: String) { write(Array((text + "\n").utf8), to: 2) }

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
    if descriptor == 1 { error("sonde: standard output: \(reason)") }
    exit(1)
  }
}

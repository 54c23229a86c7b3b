internal import Glibc

/// Standard output could not be written to.
struct OutputFailed: Error, CustomStringConvertible {
  let reason: String
  var description: String { "standard output: \(reason)" }
}

/// Bytes on their way to standard output, handed to the kernel in large pieces.
///
/// A reader that goes away early (`| head`) is no failure: what follows is dropped.
struct ByteOutput: ~Copyable {
  private static let capacity = 256 * 1024

  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private var used = 0
  private var failure: Int32 = 0

  init() {
    // A write to a reader that is gone then fails with EPIPE instead of ending the program.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit { buffer.deallocate() }

  /// Nobody will read what is written from now on.
  var isClosed: Bool { failure != 0 }

  mutating func append(_ byte: UInt8) {
    if used == Self.capacity { flush() }
    buffer[used] = byte
    used += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    while !rest.isEmpty {
      if used == Self.capacity { flush() }
      let count = min(rest.count, Self.capacity - used)
      let piece = UnsafeBufferPointer(rebasing: rest.prefix(count))
      if let start = piece.baseAddress { (buffer + used).update(from: start, count: count) }
      used += count
      rest = rest.dropFirst(count)
    }
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Text that fills its column from the left, and a space.
  mutating func append(_ text: StaticString, width: Int) {
    append(text)
    pad(width - text.utf8CodeUnitCount + 1)
  }

  mutating func pad(_ count: Int) {
    for _ in 0..<max(0, count) { append(0x20) }
  }

  /// A number in decimal, filling its column from the right.
  mutating func append(decimal value: UInt64, width: Int = 1) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = value
      repeat {
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      pad(width - (20 - start))
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// A number in hexadecimal, with leading zeros.
  mutating func append(hexadecimal value: UInt64, digits: Int) {
    for position in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(position * 4)) & 15
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  mutating func flush() {
    var done = 0
    while done < used, failure == 0 {
      let count = write(STDOUT_FILENO, buffer + done, used - done)
      if count >= 0 {
        done += count
      } else if errno == EAGAIN {
        // Standard output may share a description that someone else made non-blocking.
        var ready = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        failure = errno
      }
    }
    used = 0
  }

  /// Writes out what is left.
  /// - Throws: `OutputFailed` when something could not be written, a full disk for example.
  mutating func finish() throws(OutputFailed) {
    flush()
    if failure != 0, failure != EPIPE {
      throw OutputFailed(reason: String(cString: strerror(failure)))
    }
  }
}

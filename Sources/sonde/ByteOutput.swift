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
  private static let capacity = 64 * 1024

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

  mutating func pad(_ count: Int) {
    for _ in 0..<max(0, count) { append(0x20) }
  }

  /// Text that fills its column from the left, and a space.
  mutating func append(_ text: StaticString, width: Int) {
    append(text)
    pad(width - text.utf8CodeUnitCount + 1)
  }

  /// Lets `body` write at most `count` bytes, at the place it is given, and return where it ended.
  @inline(__always)
  mutating func appendDirectly(
    upTo count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    if Self.capacity &- used < count { flush() }
    guard count <= Self.capacity else { return }
    used = body(buffer + used) - buffer
  }

  /// Copies printable ASCII as long as there is nothing else.
  ///
  /// - Returns: how many bytes were copied; the next one, before `limit`, is no printable ASCII.
  @inline(__always)
  mutating func appendPlain(_ text: UnsafePointer<UInt8>, limit: Int) -> Int {
    var count = 0
    while count &+ 8 <= limit {
      if Self.capacity &- used < 8 { flush() }
      let word = UnsafeRawPointer(text + count).loadUnaligned(as: UInt64.self)
      UnsafeMutableRawPointer(buffer + used).storeBytes(of: word, as: UInt64.self)
      let special = Self.special(in: UInt64(littleEndian: word))
      guard special == 0 else {
        let plain = special.trailingZeroBitCount / 8
        used &+= plain
        return count &+ plain
      }
      used &+= 8
      count &+= 8
    }
    while count < limit, text[count] &- 0x20 < 0x5f {
      append(text[count])
      count &+= 1
    }
    return count
  }

  /// The top bit of the lowest byte that is no printable ASCII is the lowest bit set.
  ///
  /// It shows in the first term from 0x80 on, in the second for 0x7f, in the third below 0x20;
  /// carries reach only bytes above one that shows already.
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    (word | (word &+ 0x0101_0101_0101_0101) | (word &- 0x2020_2020_2020_2020))
      & 0x8080_8080_8080_8080
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

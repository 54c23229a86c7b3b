import Glibc
import ProbeHost
import Synchronization

/// Values from one thread to another, with a descriptor to wait on.
final class Mailbox<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let bell: Bell

  init() throws(ProbeError) { bell = try Bell() }

  /// Readable while there are values.
  var descriptor: Int32 { bell.descriptor }

  func put(_ value: Value) {
    values.withLock { $0.append(value) }
    bell.ring()
  }

  func takeAll() -> [Value] {
    bell.silence()
    return values.withLock { values in
      defer { values = [] }
      return values
    }
  }

  var isEmpty: Bool { values.withLock { $0.isEmpty } }

  /// Waits until there is something, or so long; -1 for ever.
  func wait(milliseconds: Int32) {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, milliseconds)
  }
}

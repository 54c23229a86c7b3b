import CProcess
import Glibc

/// Wakes a thread that waits in `poll(2)`: a pipe that is readable after ``ring()``.
package final class Bell: Sendable {
  /// Readable while the bell has been rung and not silenced.
  package let descriptor: Int32
  private let rope: Int32

  /// Throws ``ProbeError/system(_:_:)`` when the kernel gives no descriptors.
  package init() throws(ProbeError) {
    var ends: [Int32] = [-1, -1]
    guard cprocess_pipe(&ends) == 0 else { throw .system("make a pipe", errno) }
    (descriptor, rope) = (ends[0], ends[1])
    // A pipe full of rings is rung enough.
    cprocess_set_nonblocking(rope)
  }

  deinit {
    close(descriptor)
    close(rope)
  }

  /// Safe from any thread.
  package func ring() { _ = write(rope, "!", 1) }

  /// Whether it was rung and not silenced.
  package var hasRung: Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  /// Forgets all rings so far.
  package func silence() {
    var bytes: UInt64 = 0
    while read(descriptor, &bytes, MemoryLayout.size(ofValue: bytes)) > 0 {}
  }
}

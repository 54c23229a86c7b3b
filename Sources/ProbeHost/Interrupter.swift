import CProcess
import Glibc

/// Ends a call from another thread: the wait for the probe sees it and gives up.
package final class Interrupter: Sendable {
  /// Readable while an interrupt is pending.
  let descriptor: Int32
  private let signalEnd: Int32

  /// Throws ``ProbeError/system(_:_:)`` when the kernel gives no descriptors.
  package init() throws(ProbeError) {
    var ends: [Int32] = [-1, -1]
    guard cprocess_pipe(&ends) == 0 else { throw .system("make a pipe", errno) }
    (descriptor, signalEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(signalEnd)
  }

  /// Asks for the running call to be ended; safe from any thread.
  package func interrupt() { _ = write(signalEnd, "!", 1) }

  /// Forgets an interrupt that came when nothing ran.
  package func clear() {
    var bytes: UInt64 = 0
    while read(descriptor, &bytes, MemoryLayout.size(ofValue: bytes)) > 0 {}
  }
}

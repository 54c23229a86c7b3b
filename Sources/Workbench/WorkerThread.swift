import Glibc
import ProbeHost

/// A detached thread.
enum WorkerThread {
  /// Runs `body` on a thread of its own.
  ///
  /// - Throws: ``ProbeError`` when the system has none to give.
  static func start(_ body: @escaping @Sendable () -> Void) throws(ProbeError) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let attributes = DeepStack.attributes()
    defer { DeepStack.discard(attributes) }
    let failure = pthread_create(
      &thread, attributes,
      { raw in
        guard let raw else { return nil }
        Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    guard failure == 0 else {
      box.release()
      throw .system("start a thread", failure)
    }
    pthread_detach(thread)
  }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

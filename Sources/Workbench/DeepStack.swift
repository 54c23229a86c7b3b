import Glibc

/// A thread with a large stack, for work whose recursion is as deep as the user's own.
///
/// An expression of a thousand operators is a tree that high, and a function of the console may
/// call itself; the main thread's stack is what the shell's limits left of it.
package enum DeepStack {
  /// Bytes of address space; memory is used as far as the recursion goes.
  static let size = 256 << 20

  /// Runs the body on such a thread and waits for it.
  ///
  /// - Throws: what the body throws.
  package static func run(_ body: @escaping () throws -> Void) throws {
    let work = Work(body)
    let attributes = attributes()
    defer { discard(attributes) }
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, attributes,
      { raw in
        if let raw { Unmanaged<Work>.fromOpaque(raw).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    // Without such a thread the present one has to do.
    if failure == 0 { pthread_join(thread, nil) } else { work.run() }
    if let error = work.error { throw error }
  }

  /// Attributes of a thread with such a stack; ``discard(_:)`` takes them.
  static func attributes() -> UnsafeMutablePointer<pthread_attr_t> {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    pthread_attr_setstacksize(attributes, size)
    return attributes
  }

  static func discard(_ attributes: UnsafeMutablePointer<pthread_attr_t>) {
    pthread_attr_destroy(attributes)
    attributes.deallocate()
  }

  private final class Work {
    private let body: () throws -> Void
    private(set) var error: (any Error)?

    init(_ body: @escaping () throws -> Void) { self.body = body }

    func run() {
      do { try body() } catch { self.error = error }
    }
  }
}

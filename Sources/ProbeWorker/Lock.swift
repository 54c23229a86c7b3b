import Glibc

/// A mutex with a condition; made anew in a forked copy, where the threads that held it are gone.
final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    // Not destroyed: in a copy a thread that no longer exists may still hold them.
    mutex.deallocate()
    condition.deallocate()
  }

  func acquire() { pthread_mutex_lock(mutex) }
  func release() { pthread_mutex_unlock(mutex) }

  /// Lets others in until somebody wakes all that wait.
  func wait() { pthread_cond_wait(condition, mutex) }
  func wakeAll() { pthread_cond_broadcast(condition) }

  func hold<Result>(_ body: () -> Result) -> Result {
    acquire()
    defer { release() }
    return body()
  }
}

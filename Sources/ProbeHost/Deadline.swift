import Glibc

/// A moment on the monotonic clock after which waiting ends.
package struct Deadline: Sendable {
  private var nanoseconds: UInt64

  /// So many seconds from now; the far future when that is too far to count.
  package init(after seconds: Double) {
    let wait = seconds < 1e9 ? UInt64(max(0, seconds) * 1e9) : UInt64(1e18)
    nanoseconds = Self.now &+ wait
  }

  /// Milliseconds to wait, rounded up, as `poll(2)` takes them; 0 when the moment has passed.
  var milliseconds: Int32 {
    let now = Self.now
    guard nanoseconds > now else { return 0 }
    return Int32(clamping: (nanoseconds - now + 999_999) / 1_000_000)
  }

  /// Whether the moment has passed.
  package var hasPassed: Bool { Self.now >= nanoseconds }

  /// Does something that the wait is not for, however long it takes.
  package mutating func postpone<Result, Failure: Error>(
    during work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Self.now
    defer { nanoseconds = nanoseconds &+ (Self.now &- start) }
    return try work()
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

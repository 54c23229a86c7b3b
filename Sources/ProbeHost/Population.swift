/// How many processes called code has: a fork bomb must end before the machine does.
///
/// The kernel's own limit (`RLIMIT_NPROC`) counts all processes of the user, and does not bind
/// root at all. Counting walks through all of `/proc`, so it is done once in so many new ones as
/// there was room for the last time.
struct Population {
  /// Processes of one probe at a time.
  static let limit = 1024

  /// None may be started.
  var isClosed = false
  /// The probe copies itself, which with several threads looks as if called code forked.
  var isCopying = false
  /// So many more cannot be too many.
  private var room = 0

  /// Whether one more may be started.
  ///
  /// - Parameter count: finds how many there are.
  /// - Returns: false when it would be one too many.
  mutating func admitsOne(_ count: () -> Int) -> Bool {
    if isClosed { return false }
    if isCopying { return true }
    if room == 0 { room = max(0, Self.limit - count()) }
    guard room > 0 else { return false }
    room -= 1
    return true
  }
}

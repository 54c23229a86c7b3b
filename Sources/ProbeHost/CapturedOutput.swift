import Glibc

/// What called code wrote to one descriptor.
package struct CapturedOutput: Sendable {
  /// More than this of one statement is counted, not kept.
  package static let limit = 4 << 20

  package private(set) var bytes: [UInt8] = []
  /// How many bytes came beyond the limit.
  package private(set) var dropped = 0

  /// Reads what a non-blocking descriptor has now; a writer that never pauses is left after a
  /// while, so that the caller can look at its deadline.
  mutating func drain(_ descriptor: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { chunk in
      for _ in 0..<64 {
        let count = read(descriptor, chunk.baseAddress, chunk.count)
        guard count > 0 else { return }
        let kept = min(count, Self.limit - bytes.count)
        bytes += chunk[..<kept]
        dropped += count - kept
      }
    }
  }
}

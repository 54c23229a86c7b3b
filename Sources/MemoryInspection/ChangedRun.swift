/// Neighbouring bytes that are not what they were.
package struct ChangedRun: Hashable, Sendable {
  package var address: UInt64
  /// How many bytes changed.
  package var count: Int
  /// The bytes before, at most ``ChangedRun/keptLimit`` of them.
  package var before: [UInt8]
  /// The bytes after, as many.
  package var after: [UInt8]

  package init(address: UInt64, count: Int, before: [UInt8], after: [UInt8]) {
    self.address = address
    self.count = count
    self.before = before
    self.after = after
  }

  /// Bytes of one run that are kept; a longer one is described by its beginning.
  package static let keptLimit = 256

  package var range: Range<UInt64> { address..<address &+ UInt64(count) }

  /// The runs in which two pieces of memory of the same length differ.
  package static func runs(
    before: some RandomAccessCollection<UInt8>, after: some RandomAccessCollection<UInt8>,
    at address: UInt64
  ) -> [ChangedRun] {
    var runs: [ChangedRun] = []
    var place = address
    for (old, new) in zip(before, after) {
      if old != new { runs.append(place, old, new) }
      place &+= 1
    }
    return runs
  }
}

extension [ChangedRun] {
  /// Adds one byte; bytes come in order of their addresses.
  package mutating func append(_ address: UInt64, _ before: UInt8, _ after: UInt8) {
    if let last = indices.last, self[last].range.upperBound == address {
      self[last].count += 1
      guard self[last].before.count < ChangedRun.keptLimit else { return }
      self[last].before.append(before)
      self[last].after.append(after)
    } else {
      append(ChangedRun(address: address, count: 1, before: [before], after: [after]))
    }
  }
}

extension ChangedRun {
  /// The part of this run that lies in a range; nil when none does.
  package func clamped(to range: Range<UInt64>) -> ChangedRun? {
    let low = Swift.max(address, range.lowerBound)
    let high = Swift.min(self.range.upperBound, range.upperBound)
    guard low < high else { return nil }
    let skipped = Int(low - address)
    let length = Int(high - low)
    return ChangedRun(
      address: low, count: length, before: Array(before.dropFirst(skipped).prefix(length)),
      after: Array(after.dropFirst(skipped).prefix(length)))
  }
}

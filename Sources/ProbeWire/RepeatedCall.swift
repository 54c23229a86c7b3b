/// How long a call took that was made many times, in picoseconds a call.
///
/// Looking at the clock takes longer than many functions, so calls are timed in groups, and a
/// group counts with its mean.
package struct RepeatedCall: Hashable, Sendable {
  package var count: UInt64
  /// Calls that were timed together.
  package var groupSize: UInt32
  package var minimum: UInt64
  package var median: UInt64
  package var percentile99: UInt64

  package init(
    count: UInt64, groupSize: UInt32, minimum: UInt64, median: UInt64, percentile99: UInt64
  ) {
    self.count = count
    self.groupSize = groupSize
    self.minimum = minimum
    self.median = median
    self.percentile99 = percentile99
  }
}

extension RepeatedCall {
  func encode(to writer: inout WireWriter) {
    writer.write(count)
    writer.write(groupSize)
    writer.write(minimum)
    writer.write(median)
    writer.write(percentile99)
  }

  init(decoding reader: inout WireReader) throws(WireError) {
    count = try reader.read(UInt64.self)
    groupSize = try reader.read(UInt32.self)
    minimum = try reader.read(UInt64.self)
    median = try reader.read(UInt64.self)
    percentile99 = try reader.read(UInt64.self)
  }
}

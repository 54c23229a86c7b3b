/// One message on its way: whose conversation it belongs to, and its bytes.
package struct WireFrame: Hashable, Sendable {
  /// ``Wire/mainLane``, or the number of the thread that called back.
  package var lane: UInt32
  package var payload: [UInt8]

  package init(lane: UInt32, payload: [UInt8]) {
    self.lane = lane
    self.payload = payload
  }

  /// The frame's bytes: magic number, lane, length, payload.
  ///
  /// - Precondition: the payload is no longer than ``Wire/maximumPayload``.
  package var encoded: [UInt8] {
    precondition(payload.count <= Wire.maximumPayload)
    var writer = WireWriter()
    writer.write(Wire.magic)
    writer.write(lane)
    writer.write(payload)
    return writer.bytes
  }
}

/// Cuts a stream of bytes into frames.
package struct FrameBuffer: Sendable {
  private var pending: [UInt8] = []
  /// Bytes of `pending` that have been given out already.
  private var start = 0

  package init() {}

  /// Takes in what was read, however it was cut.
  package mutating func append(_ chunk: some Sequence<UInt8>) {
    if start == pending.count {
      pending.removeAll(keepingCapacity: true)
      start = 0
    }
    pending += chunk
  }

  /// The next whole frame; nil until all of it has come.
  ///
  /// - Throws: ``WireError/notAFrame`` as soon as the first bytes differ, and
  ///   ``WireError/tooLong(_:)`` before anything of that length is waited for.
  package mutating func next() throws(WireError) -> WireFrame? {
    var magic = Wire.magic
    for byte in pending[start...].prefix(4) {
      guard byte == UInt8(truncatingIfNeeded: magic) else { throw .notAFrame }
      magic >>= 8
    }
    guard pending.count - start >= Wire.headerSize else { return nil }
    let lane = number(at: start + 4)
    let length = Int(number(at: start + 8))
    guard length <= Wire.maximumPayload else { throw .tooLong(length) }
    let first = start + Wire.headerSize
    guard pending.count - first >= length else { return nil }
    let payload = Array(pending[first..<first + length])
    start = first + length
    if start > Self.compactingLimit {
      pending.removeFirst(start)
      start = 0
    }
    return WireFrame(lane: lane, payload: payload)
  }

  /// Given-out bytes that may lie in front before the rest is moved.
  private static let compactingLimit = 1 << 16

  private func number(at position: Int) -> UInt32 {
    pending[position..<position + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

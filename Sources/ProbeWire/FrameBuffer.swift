/// Cuts a stream of bytes into payloads: magic number, length, payload.
package struct FrameBuffer: Sendable {
  private var pending: [UInt8] = []

  package init() {}

  /// One payload as a frame.
  ///
  /// - Precondition: the payload is no longer than ``Wire/maximumPayload``.
  package static func frame(_ payload: [UInt8]) -> [UInt8] {
    precondition(payload.count <= Wire.maximumPayload)
    var writer = WireWriter()
    writer.write(Wire.magic)
    writer.write(payload)
    return writer.bytes
  }

  /// Takes in what was read, however it was cut.
  package mutating func append(_ chunk: some Sequence<UInt8>) { pending += chunk }

  /// The next whole payload; nil until all of it has come.
  ///
  /// - Throws: ``WireError/notAFrame`` as soon as the first bytes differ, and
  ///   ``WireError/tooLong(_:)`` before anything of that length is waited for.
  package mutating func next() throws(WireError) -> [UInt8]? {
    var magic = Wire.magic
    for byte in pending.prefix(4) {
      guard byte == UInt8(truncatingIfNeeded: magic) else { throw .notAFrame }
      magic >>= 8
    }
    guard pending.count >= Wire.headerSize else { return nil }
    let length = pending[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Wire.maximumPayload else { throw .tooLong(length) }
    guard pending.count >= Wire.headerSize + length else { return nil }
    let payload = Array(pending[Wire.headerSize..<Wire.headerSize + length])
    pending.removeFirst(Wire.headerSize + length)
    return payload
  }
}

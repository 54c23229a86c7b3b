import ProbeWire
import Testing

@Suite struct FrameBufferTests {
  private let payloads: [[UInt8]] = [[1, 2, 3], [], [UInt8](repeating: 7, count: 300)]

  @Test func `payloads survive every split of the stream`() throws {
    let frames = payloads.enumerated().map { WireFrame(lane: UInt32($0), payload: $1) }
    let stream = frames.flatMap(\.encoded)
    for split in 0...stream.count {
      var buffer = FrameBuffer()
      var received: [WireFrame] = []
      for chunk in [stream[..<split], stream[split...]] {
        buffer.append(chunk)
        while let frame = try buffer.next() { received.append(frame) }
      }
      #expect(received == frames)
    }
  }

  @Test func `a single wrong byte of the magic number is noticed at once`() {
    var buffer = FrameBuffer()
    buffer.append([0x53, 0x4e, 0x00])
    #expect(throws: WireError.notAFrame) { try buffer.next() }
  }

  @Test func `text written to the socket is no frame`() {
    var buffer = FrameBuffer()
    buffer.append(Array("hello, world\n".utf8))
    #expect(throws: WireError.notAFrame) { try buffer.next() }
  }

  @Test func `a length beyond the limit is refused before the payload comes`() {
    var buffer = FrameBuffer()
    var writer = WireWriter()
    writer.write(Wire.magic)
    writer.write(Wire.mainLane)
    writer.write(UInt32(Wire.maximumPayload + 1))
    buffer.append(writer.bytes)
    #expect(throws: WireError.tooLong(Wire.maximumPayload + 1)) { try buffer.next() }
  }
}

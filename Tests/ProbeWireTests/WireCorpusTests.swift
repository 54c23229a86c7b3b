import Foundation
import ProbeWire
import Testing

private let corpus = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Fuzz/corpus/DecodeFrame")

@Suite struct WireCorpusTests {
  @Test func `inputs found by fuzzing decode to nothing worse than an error`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: corpus, includingPropertiesForKeys: nil)
    #expect(files.count >= 20)
    for file in files { replay(Array(try Data(contentsOf: file))) }
  }

  @Test func `random bytes decode to nothing worse than an error`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<80, using: &generator)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if !bytes.isEmpty { bytes[0] %= 16 }
      replay(bytes)
    }
  }

  private func replay(_ bytes: [UInt8]) {
    _ = try? CrashReport.decodeRecord(bytes)
    checkRoundTrip(bytes)
    var buffer = FrameBuffer()
    buffer.append(bytes)
    while let frame = try? buffer.next() { checkRoundTrip(frame.payload) }
  }

  /// Nothing is read in two ways: what decodes encodes to the same bytes.
  private func checkRoundTrip(_ payload: [UInt8]) {
    if let request = try? ProbeRequest(decoding: payload) { #expect(request.encoded == payload) }
    if let reply = try? ProbeReply(decoding: payload) { #expect(reply.encoded == payload) }
  }
}

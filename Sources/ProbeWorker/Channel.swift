import CProbe
import Glibc
import ProbeWire

/// The probe's end of a socket: whole messages in, whole messages out.
struct Channel: ~Copyable {
  private let descriptor: Int32
  private var frames = FrameBuffer()
  /// A socket that came with the message being read: the next snapshot's.
  private var attachment: Int32 = -1
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)

  /// Takes over a connected stream socket.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the next request.
  ///
  /// - Returns: nil when the front has closed its end.
  mutating func receive() throws(WireError) -> ProbeRequest? {
    while true {
      if let payload = try frames.next() { return try ProbeRequest(decoding: payload) }
      var passed: Int32 = -1
      let count = chunk.withUnsafeMutableBytes {
        cprobe_receive(descriptor, $0.baseAddress, $0.count, &passed)
      }
      if passed >= 0 { attachment = passed }
      if count < 0 { throw .channelLost }
      guard count > 0 else { return nil }
      frames.append(chunk.prefix(count))
    }
  }

  /// The socket that came with the last request; the caller owns it from now on.
  mutating func takeAttachment() -> Int32? {
    guard attachment >= 0 else { return nil }
    defer { attachment = -1 }
    return attachment
  }

  /// Sends a reply; a front that has gone away is noticed by the next ``receive()``.
  func send(_ reply: ProbeReply) {
    let frame = FrameBuffer.frame(reply.encoded)
    frame.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Glibc.send(
          descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        sent += count
      }
    }
  }
}

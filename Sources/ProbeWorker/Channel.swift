import CProbe
import Glibc
import ProbeWire

/// The probe's end of a socket: whole messages in, whole messages out, from any thread.
///
/// Each thread that talks to the front has a lane. Whoever waits for a message and finds nobody
/// reading reads for all: what belongs to another lane is put into that lane's box, and its thread
/// woken. So a thread of the library can call back while the first one is deep inside a call, or
/// waits here for the next request.
final class Channel: @unchecked Sendable {
  private let descriptor: Int32
  private let lock = Lock()
  private let sending = Lock()
  private var frames = FrameBuffer()
  private var boxes: [UInt32: [[UInt8]]] = [:]
  private var isRead = false
  private var end: End?
  /// A socket that came with the message being read: the next snapshot's.
  private var attachment: Int32 = -1
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)

  /// Why nothing more can come.
  private enum End {
    case closed
    case broken(WireError)
  }

  /// Takes over a connected stream socket.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the next request on a lane.
  ///
  /// - Returns: nil when the front has closed its end.
  func receive(on lane: UInt32) throws(WireError) -> ProbeRequest? {
    guard let payload = try nextPayload(on: lane) else { return nil }
    return try ProbeRequest(decoding: payload)
  }

  private func nextPayload(on lane: UInt32) throws(WireError) -> [UInt8]? {
    lock.acquire()
    defer { lock.release() }
    while true {
      if var box = boxes.removeValue(forKey: lane), !box.isEmpty {
        let payload = box.removeFirst()
        if !box.isEmpty { boxes[lane] = box }
        return payload
      }
      switch end {
      case .closed?: return nil
      case .broken(let error)?: throw error
      case nil: break
      }
      if isRead {
        lock.wait()
      } else {
        readOnce()
      }
    }
  }

  /// Reads, the lock released meanwhile, and hands out what came.
  private func readOnce() {
    isRead = true
    lock.release()
    var passed: Int32 = -1
    let count = chunk.withUnsafeMutableBytes {
      cprobe_receive(descriptor, $0.baseAddress, $0.count, &passed)
    }
    lock.acquire()
    isRead = false
    if passed >= 0 { attachment = passed }
    if count > 0 {
      frames.append(chunk.prefix(count))
      handOut()
    } else {
      end = count == 0 ? .closed : .broken(.channelLost)
    }
    lock.wakeAll()
  }

  private func handOut() {
    do throws(WireError) {
      while let frame = try frames.next() { boxes[frame.lane, default: []].append(frame.payload) }
    } catch {
      end = .broken(error)
    }
  }

  /// The socket that came with the last request; the caller owns it from now on.
  func takeAttachment() -> Int32? {
    lock.hold {
      guard attachment >= 0 else { return nil }
      defer { attachment = -1 }
      return attachment
    }
  }

  /// Sends a reply, and a descriptor with it when it is not -1; a front that has gone away is noticed by the next ``receive(on:)``.
  func send(_ reply: ProbeReply, on lane: UInt32, attaching descriptorToSend: Int32 = -1) {
    let frame = WireFrame(lane: lane, payload: reply.encoded).encoded
    sending.hold {
      frame.withUnsafeBytes { bytes in
        var sent = 0
        while sent < bytes.count {
          let count = cprobe_send(
            descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent,
            sent == 0 ? descriptorToSend : -1)
          guard count > 0 else { return }
          sent += count
        }
      }
    }
  }
}

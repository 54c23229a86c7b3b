import CProcess
import Glibc
import ProbeWire

/// One process of the probe, running or frozen as a snapshot, with the front's end of its socket.
final class ProbeProcess {
  let identifier: pid_t
  /// Readable when the process has ended (`pidfd_open(2)`); works for adopted ones too.
  let ending: Int32
  let socket: Int32
  private var frames: FrameBuffer
  /// What has come and nobody has taken yet, by lane.
  private var boxes: [UInt32: [ProbeReply]] = [:]
  private var isReaped = false
  /// A descriptor that came with a message.
  private var attachment: Int32 = -1

  /// Takes over the socket; the process must be a child of this one, by birth or adoption.
  init(identifier: pid_t, socket: Int32, frames: FrameBuffer) throws(ProbeError) {
    self.identifier = identifier
    self.socket = socket
    self.frames = frames
    ending = cprocess_pidfd_open(identifier)
    guard ending >= 0 else {
      let number = errno
      Glibc.kill(identifier, SIGKILL)
      close(socket)
      throw .system("watch the probe", number)
    }
  }

  deinit {
    end()
    close(socket)
    if ending >= 0 { close(ending) }
    if attachment >= 0 { close(attachment) }
  }

  /// The process has been waited for.
  var hasEnded: Bool { isReaped }

  /// The process has ended, whether it has been waited for or not.
  var isOver: Bool {
    var watched = pollfd(fd: ending, events: Int16(POLLIN), revents: 0)
    return isReaped || poll(&watched, 1, 0) > 0
  }

  /// Nanoseconds that the process's first thread, and children of it, have run, and have waited for a
  /// processor to run on (`/proc/PID/schedstat`).
  func progress() -> (ran: UInt64, waited: UInt64) {
    let children = String(
      decoding: ProcessMemory.contents(of: "/proc/\(identifier)/task/\(identifier)/children"),
      as: UTF8.self)
    let processes = [identifier] + children.split(separator: " ").compactMap { pid_t($0) }
    return processes.reduce(into: (0, 0)) { sum, process in
      let text = String(
        decoding: ProcessMemory.contents(of: "/proc/\(process)/schedstat"), as: UTF8.self)
      let numbers = text.split(separator: " ").compactMap { UInt64($0) }
      guard numbers.count == 3 else { return }
      sum.ran += numbers[0]
      sum.waited += numbers[1]
    }
  }

  /// The descriptor that came with the last message; the caller owns it from now on.
  func takeAttachment() -> Int32? {
    guard attachment >= 0 else { return nil }
    defer { attachment = -1 }
    return attachment
  }

  /// Tells the process to end, whatever it is doing, and does not wait.
  func kill() {
    if !isReaped { Glibc.kill(identifier, SIGKILL) }
  }

  /// Ends the process, whatever it is doing, and waits for it.
  ///
  /// - Returns: the signal that ended it, or 0 and its exit status.
  @discardableResult
  func end() -> (signal: Int32, status: Int32) {
    guard !isReaped else { return (0, 0) }
    kill()
    isReaped = true
    return reap()
  }

  /// Waits for a process that has ended by itself.
  func reapEnded() -> (signal: Int32, status: Int32) {
    isReaped = true
    return reap()
  }

  /// Seconds that a killed process has to end; one that the kernel holds in a system call does not.
  static let endingLimit = 2.0

  private func reap() -> (signal: Int32, status: Int32) {
    let deadline = Deadline(after: Self.endingLimit)
    var wait: Int32 = 0
    while true {
      let reaped = waitpid(identifier, &wait, WNOHANG)
      if reaped > 0 { break }
      if (reaped < 0 && errno != EINTR) || deadline.hasPassed { return (SIGKILL, 0) }
      var watched = pollfd(fd: ending, events: Int16(POLLIN), revents: 0)
      poll(&watched, 1, deadline.milliseconds)
    }
    var status: Int32 = 0
    let signal = cprocess_ending(wait, &status)
    return (signal, status)
  }

  /// The next message on a lane that has been read.
  func nextReply(on lane: UInt32) throws(WireError) -> ProbeReply? {
    try sort()
    guard var box = boxes.removeValue(forKey: lane) else { return nil }
    let reply = box.removeFirst()
    if !box.isEmpty { boxes[lane] = box }
    return reply
  }

  /// A callback that waits on another lane than this.
  func nextCallback(
    besides lane: UInt32
  ) throws(WireError) -> (lane: UInt32, callback: ProbeCallback)? {
    try sort()
    for (other, box) in boxes where other != lane {
      guard case .callback(let callback)? = box.first else { continue }
      boxes[other] = box.count > 1 ? Array(box.dropFirst()) : nil
      return (other, callback)
    }
    return nil
  }

  private func sort() throws(WireError) {
    while let frame = try frames.next() {
      boxes[frame.lane, default: []].append(try ProbeReply(decoding: frame.payload))
    }
  }

  /// Reads once from the socket, which must be readable.
  ///
  /// - Returns: false at the end of the stream.
  func readOnce() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { chunk in
      var passed: Int32 = -1
      let count = cprocess_receive(socket, chunk.baseAddress, chunk.count, &passed)
      if passed >= 0 {
        if attachment >= 0 { close(attachment) }
        attachment = passed
      }
      if count > 0 { frames.append(chunk[..<count]) }
      return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }
  }
}

import Glibc
import ProbeWire

/// A forked probe that waits on its own socket, and that nobody has talked to yet.
///
/// It says hello when the scheduler lets it; the call that it was made for does not wait for that.
final class Snapshot {
  /// Seconds that a fresh probe has to say hello.
  static let greetingLimit = 10.0

  private enum State {
    case unmet(socket: Int32)
    case met(ProbeProcess)
    case lost
  }

  private var state: State

  private let known: pid_t

  /// Takes over the front's end of the socket.
  ///
  /// - Parameters:
  ///   - socket: of the connection to the copy.
  ///   - identifier: the process, 0 when only its greeting tells.
  init(socket: Int32, identifier: pid_t) {
    state = .unmet(socket: socket)
    known = identifier
  }

  /// The process's number; nil when it does not answer.
  var identifier: pid_t? { known > 0 ? known : try? process().identifier }

  deinit {
    // A copy whose socket closes ends by itself.
    if case .unmet(let socket) = state { close(socket) }
  }

  /// Tells the process to end, and does not wait: neither for its greeting nor for its end.
  ///
  /// - Returns: the process to be waited for later; nil when it is not known, and then it ends by
  ///   itself as its socket closes.
  func kill() -> pid_t? {
    guard known > 0, case .unmet(let socket) = state else {
      guard let process = try? process() else { return nil }
      process.end()
      return nil
    }
    Glibc.kill(known, SIGKILL)
    close(socket)
    state = .lost
    return known
  }

  /// The process, whose greeting is awaited the first time: it tells the identifier.
  func process() throws(ProbeError) -> ProbeProcess {
    switch state {
    case .met(let process): return process
    case .lost: throw .refused(Self.hasDied)
    case .unmet(let socket):
      state = .lost
      guard let (identifier, frames) = Self.greeting(on: socket) else {
        close(socket)
        throw .refused(Self.hasDied)
      }
      let process = try ProbeProcess(identifier: identifier, socket: socket, frames: frames)
      state = .met(process)
      return process
    }
  }

  static let hasDied = "the process that kept that state has died, or does not answer"

  /// The process, if it lives: one that has greeted may have died since.
  func livingProcess() throws(ProbeError) -> ProbeProcess {
    // It may stand still, and could not greet then.
    if known > 0 { Glibc.kill(known, SIGCONT) }
    let process = try process()
    if process.isOver { throw .refused(Self.hasDied) }
    return process
  }

  private static func greeting(on socket: Int32) -> (pid_t, FrameBuffer)? {
    var frames = FrameBuffer()
    let deadline = Deadline(after: greetingLimit)
    while true {
      if let frame = try? frames.next() {
        guard case .hello(_, let identifier, _)? = try? ProbeReply(decoding: frame.payload) else {
          return nil
        }
        return (identifier, frames)
      }
      var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, deadline.milliseconds)
      if ready < 0 && errno == EINTR { continue }
      var chunk = [UInt8](repeating: 0, count: 256)
      let count = ready > 0 ? recv(socket, &chunk, chunk.count, 0) : 0
      guard count > 0 else { return nil }
      frames.append(chunk[..<count])
    }
  }
}

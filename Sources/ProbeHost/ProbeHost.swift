import CProcess
import Glibc
package import ProbeWire

/// The front's side of the probe: starts it, talks to it, ends it, and goes back to an earlier
/// state when a call went wrong.
///
/// A snapshot is a forked copy of the probe that waits for requests on a socket of its own; going
/// back means to end the present process and to talk to the copy from then on.
///
/// One thread at a time; only the ``Bell`` may be used from another.
package final class ProbeHost {
  /// How many earlier states are kept; the oldest goes first.
  package static let snapshotLimit = 1

  private let interrupt: Bell
  private let program: String
  private let crashRecords: Int32
  private let output: Int32
  private let error: Int32
  /// Held, never written: its closing kills the probe and all its snapshots (`docs/wire.md`).
  private let lifeline: Int32
  private var strays = StrayProcesses()
  private var current: ProbeProcess?
  private var snapshots: [Snapshot] = []
  /// What a closure returns: its result's bytes, or nil when the code that called it cannot go on.
  ///
  /// It may ask for more on the way.
  package var callbackHandler: ((ProbeCallback) -> [UInt8]?)?
  /// Whose conversation it is: the lanes of the callbacks that are being handled, innermost last.
  private var lanes = [Wire.mainLane]
  private var captured = (output: CapturedOutput(), error: CapturedOutput())

  /// Starts the probe and waits for its greeting.
  ///
  /// - Parameters:
  ///   - standardInput: the file that called code reads as descriptor 0.
  ///   - interrupt: rung by another thread to end the request that runs.
  /// - Throws: ``ProbeError``, nothing left running.
  package init(
    standardInput: String = "/dev/null", interrupt: Bell
  ) throws(ProbeError) {
    self.interrupt = interrupt
    program = try ProbeLauncher.locate()
    guard cprocess_become_subreaper() == 0 else { throw .system("become a subreaper", errno) }
    let input = cprocess_open(standardInput)
    guard input >= 0 else { throw .system("open \(standardInput)", errno) }
    defer { close(input) }
    let channel = try Self.pair("make a socket", cprocess_socket_pair)
    let lifeline = try Self.pair("make a pipe", cprocess_pipe)
    let crash = try Self.pair("make a pipe", cprocess_pipe)
    let output = try Self.pair("make a pipe", cprocess_pipe)
    let error = try Self.pair("make a pipe", cprocess_pipe)
    (crashRecords, self.output, self.error) = (crash.0, output.0, error.0)
    self.lifeline = lifeline.1
    defer { for end in [channel.1, lifeline.0, crash.1, output.1, error.1] { close(end) } }
    let process = try ProbeLauncher.start(
      program,
      ProbeLauncher.Descriptors(
        input: input, output: output.1, error: error.1, channel: channel.1, lifeline: lifeline.0,
        crash: crash.1),
      mark: strays.mark)
    strays.session = process
    current = try ProbeProcess(identifier: process, socket: channel.0, frames: FrameBuffer())
    try awaitGreeting()
  }

  deinit {
    end()
    for descriptor in [crashRecords, output, error, lifeline] { close(descriptor) }
  }

  /// Ends the probe, its snapshots, and every process that called code left behind.
  package func end() {
    // All are told to end before the first is waited for.
    let processes = [current].compactMap { $0 } + snapshots.compactMap { try? $0.process() }
    for process in processes { process.kill() }
    for process in processes { process.end() }
    snapshots.removeAll()
    current = nil
    strays.end()
  }

  /// Sends a request and waits for what comes of it.
  ///
  /// - Parameters:
  ///   - request: what the probe shall do.
  ///   - deadline: when to give up; nil waits until the ``Bell`` says so.
  /// - Returns: the reply, or how the probe ended over it.
  /// - Throws: ``ProbeError/noSnapshot`` when no probe is left.
  package func perform(
    _ request: ProbeRequest, deadline: Deadline?
  ) throws(ProbeError) -> ProbeOutcome {
    guard let process = current else { throw .noSnapshot }
    let outcome =
      send(request, to: process, deadline: deadline)
      ?? wait(for: process, deadline, isRunning: request.runsCode)
    captured.output.drain(output)
    captured.error.drain(error)
    if case .replied = outcome { return outcome }
    process.end()
    captured.output.drain(output)
    captured.error.drain(error)
    current = nil
    return outcome
  }

  /// Keeps the present state, to be had back by ``restore()``.
  ///
  /// - Returns: nil when it is kept; else how the probe died over it.
  package func takeSnapshot(deadline: Deadline?) throws(ProbeError) -> ProbeOutcome? {
    guard let process = current else { throw .noSnapshot }
    let ends = try Self.pair("make a socket", cprocess_socket_pair)
    let outcome: ProbeOutcome
    do {
      defer { close(ends.1) }
      outcome =
        send(.snapshot, attaching: ends.1, to: process, deadline: deadline)
        ?? wait(for: process, deadline)
    }
    switch outcome {
    case .replied(.snapshotTaken):
      snapshots.append(Snapshot(socket: ends.0))
      if snapshots.count > Self.snapshotLimit { (try? snapshots.removeFirst().process())?.end() }
      return nil
    case .replied(.refused(let reason)):
      close(ends.0)
      throw .refused(reason)
    case .replied, .crashed, .exited, .timedOut, .interrupted, .corrupted, .abandoned:
      close(ends.0)
      process.end()
      current = nil
      return outcome
    }
  }

  /// Goes back to the latest snapshot; the present probe, if it still lives, is ended.
  package func restore() throws(ProbeError) {
    guard let snapshot = snapshots.popLast() else { throw .noSnapshot }
    let process = try snapshot.process()
    current = process
    let kept = snapshots.compactMap { try? $0.process().identifier }
    strays.end(sparing: [process.identifier] + kept)
  }

  /// What called code has written since the last time, and forgets it.
  package func takeOutput() -> (output: CapturedOutput, error: CapturedOutput) {
    defer { captured = (CapturedOutput(), CapturedOutput()) }
    return captured
  }

  /// The probe's own process, while it lives: what `/proc` knows it by.
  package var processIdentifier: Int32? { current?.identifier }
}

extension ProbeHost {
  /// Handles the callbacks that threads of the library wait for while no call runs; returns at once
  /// when there are none.
  ///
  /// - Returns: nil, or how the probe ended over one.
  package func serveCallbacks(deadline: Deadline?) -> ProbeOutcome? {
    guard let process = current, lanes.count == 1 else { return nil }
    while true {
      _ = process.readOnce()
      var end: ProbeOutcome?
      do {
        guard let (lane, callback) = try process.nextCallback(besides: Wire.mainLane) else {
          return nil
        }
        end = handle(callback, on: lane, of: process, deadline)
      } catch {
        end = .corrupted(error)
      }
      guard let end else { continue }
      process.end()
      current = nil
      return end
    }
  }

  /// Readable when a thread of the library may wait for a callback.
  package var callbackDescriptor: Int32? { current?.socket }

  private static func pair(
    _ action: String, _ make: (UnsafeMutablePointer<Int32>?) -> Int32
  ) throws(ProbeError) -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard make(&ends) == 0 else { throw .system(action, errno) }
    return (ends[0], ends[1])
  }

  private func awaitGreeting() throws(ProbeError) {
    guard let process = current else { throw .noSnapshot }
    switch wait(for: process, Deadline(after: Snapshot.greetingLimit)) {
    case .replied(.hello(Wire.version, _)): return
    case .replied, .crashed, .exited, .timedOut, .interrupted, .corrupted, .abandoned:
      current = nil
      throw .foreign(program: program)
    }
  }

  /// Sends a whole frame, watching the probe meanwhile: it may be stopped, or gone.
  ///
  /// - Returns: nil when it is sent; else what happened instead.
  private func send(
    _ request: ProbeRequest, attaching descriptor: Int32 = -1, to process: ProbeProcess,
    deadline: Deadline?
  ) -> ProbeOutcome? {
    let frame = WireFrame(lane: lanes[lanes.count - 1], payload: request.encoded).encoded
    var sent = 0
    var attachment = descriptor
    cprocess_set_nonblocking(process.socket)
    while sent < frame.count {
      let count = frame[sent...].withUnsafeBytes {
        cprocess_send(process.socket, $0.baseAddress, $0.count, attachment)
      }
      if count > 0 {
        sent += count
        attachment = -1
      } else if count < 0 && errno == EAGAIN {
        if let outcome = look(at: process, deadline, for: Int16(POLLOUT)) { return outcome }
      } else {
        return wait(for: process, deadline)
      }
    }
    return nil
  }

  /// Waits for the reply on the present lane and handles the callbacks that come before it; while
  /// code of the library runs those of other threads too, for which it may be waiting.
  private func wait(
    for process: ProbeProcess, _ deadline: Deadline?, isRunning: Bool = false
  ) -> ProbeOutcome {
    let lane = lanes[lanes.count - 1]
    while true {
      do {
        if let reply = try process.nextReply(on: lane) {
          guard case .callback(let callback) = reply else { return .replied(reply) }
          if let end = handle(callback, on: lane, of: process, deadline) { return end }
          continue
        }
        if isRunning, let (other, callback) = try process.nextCallback(besides: lane) {
          if let end = handle(callback, on: other, of: process, deadline) { return end }
          continue
        }
      } catch {
        return .corrupted(error)
      }
      if let outcome = look(at: process, deadline, for: Int16(POLLIN)) { return outcome }
    }
  }

  /// Has a callback answered.
  ///
  /// - Returns: the end of the request that it came from; nil when its code goes on.
  private func handle(
    _ callback: ProbeCallback, on lane: UInt32, of process: ProbeProcess, _ deadline: Deadline?
  ) -> ProbeOutcome? {
    lanes.append(lane)
    defer { lanes.removeLast() }
    guard let result = callbackHandler?(callback), current === process else { return .abandoned }
    return send(.finishCallback(result), to: process, deadline: deadline)
  }

  /// Waits once for anything to happen and takes it in.
  ///
  /// - Returns: the end of the request; nil to go on waiting.
  private func look(
    at process: ProbeProcess, _ deadline: Deadline?, for events: Int16
  ) -> ProbeOutcome? {
    let input = Int16(POLLIN)
    var watched = [
      pollfd(fd: process.socket, events: events, revents: 0),
      pollfd(fd: crashRecords, events: input, revents: 0),
      pollfd(fd: output, events: input, revents: 0),
      pollfd(fd: error, events: input, revents: 0),
      pollfd(fd: interrupt.descriptor, events: input, revents: 0),
      pollfd(fd: process.ending, events: input, revents: 0),
    ]
    let ready = poll(&watched, nfds_t(watched.count), deadline?.milliseconds ?? -1)
    if ready < 0 { return nil }  // EINTR: look again
    func isReady(_ index: Int) -> Bool { watched[index].revents != 0 }
    if isReady(2) { captured.output.drain(output) }
    if isReady(3) { captured.error.drain(error) }
    if isReady(0), events == input, process.readOnce() { return nil }
    if isReady(1), let report = crashRecord(of: process) { return .crashed(report) }
    if isReady(5) { return ending(of: process) }
    if isReady(4) {
      interrupt.silence()
      return .interrupted
    }
    return deadline?.hasPassed == true ? .timedOut : nil
  }

  private func crashRecord(of process: ProbeProcess) -> CrashReport? {
    var record = [UInt8](repeating: 0, count: CrashReport.recordSize)
    while read(crashRecords, &record, record.count) == record.count {
      // Records of earlier generations may still lie in the pipe.
      if let (identifier, report) = try? CrashReport.decodeRecord(record),
        identifier == process.identifier
      {
        return report
      }
    }
    return nil
  }

  /// The process has ended by itself: through `exit`, or a signal that the handler did not catch.
  private func ending(of process: ProbeProcess) -> ProbeOutcome {
    if let report = crashRecord(of: process) { return .crashed(report) }
    let (signal, status) = process.reapEnded()
    guard signal != 0 else { return .exited(status: status) }
    if signal == Wire.channelLostSignal { return .corrupted(.channelLost) }
    return .crashed(
      CrashReport(
        signal: signal, code: 0, faultAddress: nil, access: nil, programCounter: nil,
        stackPointer: nil))
  }
}

extension ProbeRequest {
  /// Code of the library may run, and wait for a thread that calls back.
  fileprivate var runsCode: Bool {
    switch self {
    case .load, .resolve, .call: true
    case .snapshot, .read, .readText, .write, .allocate, .makeClosure, .finishCallback: false
    }
  }
}

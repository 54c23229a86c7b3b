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
  private let interrupt: Bell
  /// An interrupt is for a statement: one that comes while the probe starts waits for that.
  private var isStarting = true
  private let program: String
  private let crashRecords: Int32
  private let output: Int32
  private let error: Int32
  /// Held, never written: its closing kills the probe and all its snapshots (`docs/wire.md`).
  private let lifeline: Int32
  private let scratch: ScratchFolder
  private var captured = (output: CapturedOutput(), error: CapturedOutput())
  let snapshotLimit: Int
  var strays: StrayProcesses
  var watch: SandboxWatch?
  var current: ProbeProcess?
  /// Earlier states, the latest last.
  var snapshots: [Snapshot] = []
  /// What a closure returns: its result's bytes, or nil when the code that called it cannot go on.
  ///
  /// It may ask for more on the way.
  package var callbackHandler: ((ProbeCallback) -> [UInt8]?)?
  /// Whose conversation it is: the lanes of the callbacks that are being handled, innermost last.
  private var lanes = [Wire.mainLane]
  /// Snapshots that were told to end and are not waited for yet.
  var ending: [pid_t] = []
  /// A process that died of a signal and stands still, to be looked at, until it is let go.
  var dead: ProbeProcess?
  /// Where every process of this probe has its ``ProbeControl``.
  package private(set) var controlAddress: UInt64 = 0
  /// What the kernel could not confine.
  package private(set) var gaps: SandboxGaps = []

  /// Starts the probe, waits for its greeting, and confines it.
  ///
  /// - Parameters:
  ///   - standardInput: the file that called code reads as descriptor 0.
  ///   - sandbox: what called code may do beyond what it may anyway.
  ///   - snapshotLimit: how many earlier states are kept; the oldest goes first.
  ///   - interrupt: rung by another thread to end the request that runs.
  /// - Throws: ``ProbeError``, nothing left running.
  package init(
    standardInput: String = "/dev/null", sandbox: SandboxOptions = SandboxOptions(),
    snapshotLimit: Int = 1, interrupt: Bell
  ) throws(ProbeError) {
    self.interrupt = interrupt
    self.snapshotLimit = max(1, snapshotLimit)
    program = try ProbeLauncher.locate()
    guard cprocess_become_subreaper() == 0 else { throw .system("become a subreaper", errno) }
    scratch = try ScratchFolder()
    strays = StrayProcesses()
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
      variables: [strays.variable, "TMPDIR=" + scratch.path])
    strays.session = process
    current = try ProbeProcess(identifier: process, socket: channel.0, frames: FrameBuffer())
    try awaitGreeting()
    try confine(sandbox)
    isStarting = false
  }

  deinit {
    end()
    for descriptor in [crashRecords, output, error, lifeline] { close(descriptor) }
  }

  /// Ends the probe, its snapshots, and every process that called code left behind.
  package func end() {
    watch?.permitProcesses(false)
    letGo()
    // All are told to end before the first is waited for.
    current?.kill()
    ending += snapshots.compactMap { $0.kill() }
    snapshots.removeAll()
    current?.end()
    current = nil
    reapEnding(waits: true)
    strays.end()
    watch?.end()
    watch = nil
  }

  /// Sends a request and waits for what comes of it.
  ///
  /// - Parameters:
  ///   - request: what the probe shall do.
  ///   - deadline: when to give up; nil waits until the ``Bell`` says so.
  /// - Returns: the reply, or how the probe ended over it. After a crash the dead process stands
  ///   still until ``letGo()``.
  /// - Throws: ``ProbeError/noSnapshot`` when no probe is left.
  package func perform(
    _ request: ProbeRequest, deadline: Deadline?
  ) throws(ProbeError) -> ProbeOutcome {
    guard let process = current else { throw .noSnapshot }
    let outcome =
      send(request, to: process, deadline: deadline)
      ?? wait(for: process, deadline, isRunning: request.runsCode)
    drain()
    if case .replied = outcome { return outcome }
    current = nil
    if case .crashed = outcome, !process.hasEnded {
      letGo()
      dead = process
    } else {
      process.end()
      drain()
    }
    return outcome
  }

  /// The process that died of a signal and still stands where it died.
  package var deadProcess: ProcessMemory? { dead.map { ProcessMemory(process: $0.identifier) } }

  /// Ends the dead process, if there is one.
  package func letGo() {
    guard let process = dead else { return }
    process.end()
    dead = nil
  }

  /// The present probe.
  package var presentProcess: ProcessMemory? {
    current.map { ProcessMemory(process: $0.identifier) }
  }

  /// What called code was not allowed to do since the last time.
  package func takeDenials() -> [SandboxDenial] { watch?.takeDenials() ?? [] }

  /// What called code has written since the last time, and forgets it.
  package func takeOutput() -> (output: CapturedOutput, error: CapturedOutput) {
    defer { captured = (CapturedOutput(), CapturedOutput()) }
    return captured
  }

  /// The probe's own process, while it lives: what `/proc` knows it by.
  package var processIdentifier: Int32? { current?.identifier }
}

extension ProbeHost {
  private func drain() {
    captured.output.drain(output)
    captured.error.drain(error)
  }

  /// Nothing of a library has run yet.
  private func confine(_ options: SandboxOptions) throws(ProbeError) {
    guard let process = current else { throw .noSnapshot }
    let writable = [scratch.path] + options.writable
    let policy = SandboxPolicy(
      writable: writable, allowsNetwork: options.allowsNetwork, allowsAll: options.allowsAll,
      front: getpid(), memoryLimit: SandboxOptions.memoryLimit,
      fileLimit: SandboxOptions.fileLimit, processLimit: SandboxOptions.processLimit,
      mark: strays.limit)
    let outcome = try perform(.confine(policy), deadline: Deadline(after: Snapshot.greetingLimit))
    guard case .replied(.confined(let gaps)) = outcome else {
      end()
      throw .refused("it would not confine itself")
    }
    self.gaps = gaps
    guard let listener = process.takeAttachment() else { return }
    watch = try SandboxWatch(listener: listener, writable: writable, strays: strays)
  }
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

  static func pair(
    _ action: String, _ make: (UnsafeMutablePointer<Int32>?) -> Int32
  ) throws(ProbeError) -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard make(&ends) == 0 else { throw .system(action, errno) }
    return (ends[0], ends[1])
  }

  private func awaitGreeting() throws(ProbeError) {
    guard let process = current else { throw .noSnapshot }
    switch wait(for: process, Deadline(after: Snapshot.greetingLimit)) {
    case .replied(.hello(Wire.version, _, let control)): controlAddress = control
    case .timedOut:
      end()
      throw .silent(program: program)
    case .replied, .crashed, .exited, .interrupted, .corrupted, .abandoned:
      current = nil
      throw .foreign(program: program)
    }
  }

  /// Sends a whole frame, watching the probe meanwhile: it may be stopped, or gone.
  ///
  /// - Returns: nil when it is sent; else what happened instead.
  func send(
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
  func wait(
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

  /// How often is looked before sleeping: some fifty microseconds.
  private static let spins: Int32 = 50

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
      pollfd(fd: isStarting ? -1 : interrupt.descriptor, events: input, revents: 0),
      pollfd(fd: process.ending, events: input, revents: 0),
    ]
    // The next callback comes within microseconds; to sleep and to be woken takes longer.
    var ready: Int32 = 0
    for _ in 0..<Self.spins where ready == 0 {
      ready = poll(&watched, nfds_t(watched.count), 0)
      if ready == 0 { sched_yield() }
    }
    if ready == 0 {
      ready = poll(&watched, nfds_t(watched.count), deadline?.milliseconds ?? -1)
    }
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
    case .snapshot, .read, .readText, .write, .allocate, .makeClosure, .finishCallback,
      .confine:
      false
    }
  }
}

import CProbe
import Glibc
import ProbeWire

/// Descriptors as the front arranges them for the program that it starts.
package enum ProbeDescriptor {
  /// The socket for frames.
  package static let channel: Int32 = 3
  /// A pipe whose other end the front holds and never writes: its closing ends the probe.
  package static let lifeline: Int32 = 4
  /// The pipe for crash records.
  package static let crash: Int32 = 5
}

/// The probe's life: one request, one reply, until the front closes the socket.
///
/// While code runs, closures answer requests as this loop does, on the thread that called them.
package final class ProbeLoop: @unchecked Sendable {
  private var channel: Channel
  private var libraries = LibraryTable()
  private var scratch = ScratchMemory()
  /// Held while the tables above are looked at; never while code of the library runs.
  private var tables = Lock()
  /// The process that the front talks to; a child that called code forks is none of its.
  private var process = getpid()
  /// Callbacks that the first thread is inside of.
  private var depth = 0

  /// Arranges descriptors, stacks and signal handlers, says hello and serves.
  ///
  /// - Returns: the exit status when the probe cannot work here.
  package static func run() -> Int32 {
    // The variable is for the Swift runtime alone, which has read it by now; called code finds
    // the environment that the user gave.
    unsetenv("SWIFT_BACKTRACE")
    let crash = cprobe_move_descriptor(ProbeDescriptor.crash)
    let lifeline = cprobe_move_descriptor(ProbeDescriptor.lifeline)
    let channel = cprobe_move_descriptor(ProbeDescriptor.channel)
    guard channel >= 0, crash >= 0, lifeline >= 0, cprobe_arm_lifeline(lifeline) == 0,
      cprobe_start_ledger() == 0, cprobe_prepare_call_stack() == 0,
      cprobe_install_crash_handler(crash) == 0
    else { return fail("cannot set itself up") }
    cprobe_unbuffer_output()
    return ProbeLoop(channel: Channel(descriptor: channel)).serve()
  }

  private init(channel: Channel) { self.channel = channel }

  private func serve() -> Int32 {
    sayHello()
    do {
      while let request = try channel.receive(on: Wire.mainLane) {
        answer(request, on: Wire.mainLane)
      }
      // The front has gone, and then nobody looks; or called code has shut the socket.
      return Self.loseChannel(over: .channelLost)
    } catch {
      return Self.loseChannel(over: error)
    }
  }

  private static func loseChannel(over error: WireError) -> Int32 {
    // The front tells this from an exit of called code, which may have blocked all signals.
    signal(Wire.channelLostSignal, SIG_DFL)
    var nothing = sigset_t()
    sigemptyset(&nothing)
    sigprocmask(SIG_SETMASK, &nothing, nil)
    raise(Wire.channelLostSignal)
    return fail("got \(error)")
  }

  private func sayHello() {
    let control = UInt64(UInt(bitPattern: cprobe_control()))
    channel.send(
      .hello(version: Wire.version, process: getpid(), control: control), on: Wire.mainLane)
  }

  private func answer(_ request: ProbeRequest, on lane: UInt32) {
    let reply: ProbeReply
    switch request {
    case .load(let path, let isGlobal): reply = load(path, isGlobal: isGlobal)
    case .resolve(let library, let symbol, let version):
      let handle = tables.hold { libraries.handle(of: library) }
      reply = LibraryTable.resolve(symbol, version: version, in: handle)
    case .snapshot:
      guard lane == Wire.mainLane, depth == 0 else {
        reply = .refused("no snapshot can be taken inside a callback")
        break
      }
      return takeSnapshot()
    case .call(let call): reply = perform(call)
    case .read(let address, let count): reply = ProbeMemory.read(address, count: count)
    case .readText(let address, let unitSize, let limit):
      reply = ProbeMemory.readText(address, unitSize: Int(unitSize), limit: limit)
    case .write(let address, let bytes): reply = ProbeMemory.write(bytes, to: address)
    case .allocate(let size, let alignment): reply = allocate(size, alignment: alignment)
    case .makeClosure(let identifier, let signature):
      reply = Closure.make(identifier: identifier, signature, for: self)
    case .finishCallback: reply = .refused("no callback waits for a result")
    case .confine(let policy): return confine(policy)
    }
    channel.send(reply, on: lane)
  }

  private func load(_ path: String, isGlobal: Bool) -> ProbeReply {
    switch LibraryTable.open(path, isGlobal: isGlobal) {
    case .opened(let handle):
      return .loaded(library: tables.hold { libraries.add(handle) })
    case .failed(let reason): return .refused(reason)
    }
  }

  private func perform(_ call: ProbeCall) -> ProbeReply {
    var addresses: [UInt64] = []
    for buffer in call.buffers {
      guard let place = tables.hold({ scratch.place(buffer) }) else {
        return .refused("no memory for a buffer of \(buffer.count) bytes")
      }
      addresses.append(UInt64(UInt(bitPattern: place)))
    }
    return FunctionCall.perform(call, bufferAddresses: addresses)
  }

  private func allocate(_ size: UInt64, alignment: UInt32) -> ProbeReply {
    guard size <= UInt64(1) << 40,
      let place = tables.hold({ scratch.allocate(size: Int(size), alignment: Int(alignment)) })
    else { return .refused("no memory for \(size) bytes") }
    return .allocated(address: UInt64(UInt(bitPattern: place)))
  }

  /// Asks the front what a closure returns, and answers its requests until it says so.
  func callBack(_ identifier: UInt32, _ arguments: [[UInt8]]) -> [UInt8] {
    guard getpid() == process else {
      // Two processes must not talk on one socket.
      exit(Self.fail("a process that called code forked has called back; it ends"))
    }
    let thread = cprobe_thread()
    let isFirst = thread == process
    let lane = isFirst ? Wire.mainLane : UInt32(thread)
    if isFirst { depth += 1 }
    defer { if isFirst { depth -= 1 } }
    channel.send(
      .callback(ProbeCallback(identifier: identifier, thread: thread, arguments: arguments)),
      on: lane)
    do {
      while let request = try channel.receive(on: lane) {
        if case .finishCallback(let result) = request { return result }
        answer(request, on: lane)
      }
      _exit(Self.loseChannel(over: .channelLost))
    } catch {
      _exit(Self.loseChannel(over: error))
    }
  }

  /// The descriptor on which denied calls are announced goes to the front alone: who has it
  /// decides.
  private func confine(_ policy: SandboxPolicy) {
    let (gaps, listener) = Confinement.apply(policy)
    channel.send(.confined(gaps), on: Wire.mainLane, attaching: listener)
    if listener >= 0 { close(listener) }
  }

  /// Forks.
  ///
  /// The copy answers on the socket that came with the request and is from then on a probe like any
  /// other: what makes it a snapshot is that nobody asks it anything.
  private func takeSnapshot() {
    guard let attachment = channel.takeAttachment() else {
      channel.send(
        .refused("the request for a snapshot came without a socket"), on: Wire.mainLane)
      return
    }
    let socket = cprobe_move_descriptor(attachment)
    var copy: Int32 = 0
    switch socket < 0 ? -1 : cprobe_fork_snapshot(&copy) {
    case 0:
      close(socket)
      channel.send(.snapshotTaken(process: copy), on: Wire.mainLane)
    case 1:
      // The other threads are not in the copy, and what they held stays locked for ever.
      tables = Lock()
      process = getpid()
      channel = Channel(descriptor: socket)
      sayHello()
    default:
      let reason =
        errno == ECANCELED
        ? "the copy died, as handlers that called code gave to pthread_atfork can have it"
        : String(cString: strerror(errno))
      close(socket)
      channel.send(.refused("cannot fork: \(reason)"), on: Wire.mainLane)
    }
  }

  private static func fail(_ reason: String) -> Int32 {
    let line = "sonde-probe: \(reason)\n"
    line.withCString { _ = write(2, $0, strlen($0)) }
    return 1
  }
}

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
package struct ProbeLoop: ~Copyable {
  private var channel: Channel
  private var libraries = LibraryTable()
  private var scratch = ScratchMemory()

  /// Arranges descriptors, stacks and signal handlers, says hello and serves.
  ///
  /// - Returns: the exit status: 0 when the front is done, 1 when the probe cannot work here.
  package static func run() -> Int32 {
    // The variable is for the Swift runtime alone, which has read it by now; called code finds
    // the environment that the user gave.
    unsetenv("SWIFT_BACKTRACE")
    let crash = cprobe_move_descriptor(ProbeDescriptor.crash)
    let lifeline = cprobe_move_descriptor(ProbeDescriptor.lifeline)
    let channel = cprobe_move_descriptor(ProbeDescriptor.channel)
    guard channel >= 0, crash >= 0, lifeline >= 0, cprobe_arm_lifeline(lifeline) == 0,
      cprobe_prepare_call_stack() == 0, cprobe_install_crash_handler(crash) == 0
    else { return fail("cannot set itself up") }
    // An older kernel cannot; calls work there all the same.
    _ = cprobe_confine()
    cprobe_unbuffer_output()
    var loop = ProbeLoop(channel: Channel(descriptor: channel))
    return loop.serve()
  }

  private init(channel: consuming Channel) { self.channel = channel }

  private mutating func serve() -> Int32 {
    sayHello()
    do {
      while let request = try channel.receive() { answer(request) }
      return 0
    } catch {
      // The front tells this from an exit of called code.
      signal(Wire.channelLostSignal, SIG_DFL)
      raise(Wire.channelLostSignal)
      return Self.fail("got \(error)")
    }
  }

  private func sayHello() { channel.send(.hello(version: Wire.version, process: getpid())) }

  private mutating func answer(_ request: ProbeRequest) {
    switch request {
    case .load(let path, let isGlobal):
      channel.send(libraries.load(path, isGlobal: isGlobal))
    case .resolve(let library, let symbol, let version):
      channel.send(libraries.resolve(symbol, version: version, in: library))
    case .snapshot:
      takeSnapshot()
    case .call(let call):
      channel.send(FunctionCall.perform(call, scratch: &scratch))
    case .read(let address, let count):
      channel.send(ProbeMemory.read(address, count: count))
    case .readText(let address, let unitSize, let limit):
      channel.send(ProbeMemory.readText(address, unitSize: Int(unitSize), limit: limit))
    case .write(let address, let bytes):
      channel.send(ProbeMemory.write(bytes, to: address))
    case .allocate(let size, let alignment):
      channel.send(allocate(size, alignment: alignment))
    }
  }

  private mutating func allocate(_ size: UInt64, alignment: UInt32) -> ProbeReply {
    guard size <= UInt64(1) << 40,
      let place = scratch.allocate(size: Int(size), alignment: Int(alignment))
    else { return .refused("no memory for \(size) bytes") }
    return .allocated(address: UInt64(UInt(bitPattern: place)))
  }

  /// Forks.
  ///
  /// The copy answers on the socket that came with the request and is from then on a probe like any
  /// other: what makes it a snapshot is that nobody asks it anything.
  private mutating func takeSnapshot() {
    guard let attachment = channel.takeAttachment() else {
      channel.send(.refused("the request for a snapshot came without a socket"))
      return
    }
    let socket = cprobe_move_descriptor(attachment)
    switch socket < 0 ? -1 : cprobe_fork_snapshot() {
    case 0:
      close(socket)
      channel.send(.snapshotTaken)
    case 1:
      channel = Channel(descriptor: socket)
      sayHello()
    default:
      let reason = String(cString: strerror(errno))
      close(socket)
      channel.send(.refused("cannot fork: \(reason)"))
    }
  }

  private static func fail(_ reason: String) -> Int32 {
    let line = "sonde-probe: \(reason)\n"
    line.withCString { _ = write(2, $0, strlen($0)) }
    return 1
  }
}

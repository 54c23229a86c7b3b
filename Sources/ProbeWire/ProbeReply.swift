/// What the probe answers.
package enum ProbeReply: Hashable, Sendable {
  /// First on every socket, unasked: who is there, which ``Wire/version`` it speaks, and where its
  /// ``ProbeControl`` is.
  case hello(version: UInt16, process: Int32, control: UInt64)
  /// Called code is confined but for the gaps; attached is the descriptor on which denied system
  /// calls are announced, where the kernel has that.
  case confined(SandboxGaps)
  case loaded(library: UInt32)
  /// The address of a symbol.
  case resolved(address: UInt64)
  /// The copy's process number; 0 where only its own hello tells.
  case snapshotTaken(process: Int32)
  case called(CallReply)
  /// A C++ exception came out of the call.
  case threw(ExceptionReply)
  /// Memory as asked for; fewer bytes when the rest cannot be read.
  case bytes([UInt8])
  /// Text without its terminator; `isTerminated` is false when the limit came first or the
  /// memory ended.
  case text([UInt8], isTerminated: Bool)
  /// Not even the first byte at this address can be read.
  case unreadable(address: UInt64)
  case written
  /// Not all could be written; the first byte that could not is here.
  case unwritable(address: UInt64)
  /// Where the memory asked for is.
  case allocated(address: UInt64)
  /// Code has called a closure and waits; the front may send requests on the same lane until it
  /// sends ``ProbeRequest/finishCallback(_:)``.
  case callback(ProbeCallback)
  /// Could not: in the words of the dynamic linker, libffi or the kernel.
  case refused(String)
}

/// One invocation of a closure.
package struct ProbeCallback: Hashable, Sendable {
  /// The closure's number.
  package var identifier: UInt32
  /// The kernel's number of the thread that calls; the probe's process number for its first one.
  package var thread: Int32
  /// Each argument's bytes, as many as its type is wide.
  package var arguments: [[UInt8]]

  package init(identifier: UInt32, thread: Int32, arguments: [[UInt8]]) {
    self.identifier = identifier
    self.thread = thread
    self.arguments = arguments
  }
}

/// A call that returned.
package struct CallReply: Hashable, Sendable {
  /// The result's bytes, as many as its type is wide.
  package var result: [UInt8]
  /// `errno` behind the call, which was 0 before it.
  package var errno: Int32
  /// Nanoseconds inside the function, of all repetitions together.
  package var duration: UInt64
  /// How the repetitions differed, when there was more than one.
  package var repetition: RepeatedCall?

  package init(result: [UInt8], errno: Int32, duration: UInt64) {
    self.result = result
    self.errno = errno
    self.duration = duration
  }
}

/// A call that threw.
package struct ExceptionReply: Hashable, Sendable {
  /// The demangled type, `std::runtime_error`; empty when it is not a C++ exception.
  package var type: String
  /// `what()` of a `std::exception`.
  package var what: String?
  package var errno: Int32
  /// Nanoseconds inside the function.
  package var duration: UInt64

  package init(type: String, what: String?, errno: Int32, duration: UInt64) {
    self.type = type
    self.what = what
    self.errno = errno
    self.duration = duration
  }
}

extension ProbeReply {
  /// The payload of a frame.
  package var encoded: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .hello(let version, let process, let control):
      writer.write(UInt8(1))
      writer.write(version)
      writer.write(process)
      writer.write(control)
    case .confined(let gaps):
      writer.write(UInt8(20))
      writer.write(gaps.rawValue)
    case .loaded(let library):
      writer.write(UInt8(2))
      writer.write(library)
    case .resolved(let address):
      writer.write(UInt8(3))
      writer.write(address)
    case .snapshotTaken(let process):
      writer.write(UInt8(4))
      writer.write(process)
    case .called(let reply):
      writer.write(UInt8(5))
      writer.write(reply.result)
      writer.write(reply.errno)
      writer.write(reply.duration)
      writer.write(reply.repetition != nil)
      reply.repetition?.encode(to: &writer)
    case .threw(let reply):
      writer.write(UInt8(6))
      writer.write(reply.type)
      writer.write(reply.what != nil)
      if let what = reply.what { writer.write(what) }
      writer.write(reply.errno)
      writer.write(reply.duration)
    case .bytes(let bytes):
      writer.write(UInt8(7))
      writer.write(bytes)
    case .text(let bytes, let isTerminated):
      writer.write(UInt8(8))
      writer.write(bytes)
      writer.write(isTerminated)
    case .unreadable(let address):
      writer.write(UInt8(9))
      writer.write(address)
    case .refused(let message):
      writer.write(UInt8(10))
      writer.write(message)
    case .written:
      writer.write(UInt8(11))
    case .unwritable(let address):
      writer.write(UInt8(12))
      writer.write(address)
    case .allocated(let address):
      writer.write(UInt8(13))
      writer.write(address)
    case .callback(let callback):
      writer.write(UInt8(14))
      callback.encode(to: &writer)
    }
    return writer.bytes
  }

  package init(decoding payload: [UInt8]) throws(WireError) {
    var reader = WireReader(payload)
    let kind = try reader.read(UInt8.self)
    switch kind {
    case 1:
      self = .hello(
        version: try reader.read(UInt16.self), process: try reader.read(Int32.self),
        control: try reader.read(UInt64.self))
    case 20:
      self = .confined(SandboxGaps(rawValue: try reader.read(UInt32.self)))
    case 2: self = .loaded(library: try reader.read(UInt32.self))
    case 3: self = .resolved(address: try reader.read(UInt64.self))
    case 4: self = .snapshotTaken(process: try reader.read(Int32.self))
    case 5: self = .called(try CallReply(decoding: &reader))
    case 6: self = .threw(try ExceptionReply(decoding: &reader))
    case 7: self = .bytes(try reader.readBytes())
    case 8:
      self = .text(try reader.readBytes(), isTerminated: try reader.readBool("isTerminated"))
    case 9: self = .unreadable(address: try reader.read(UInt64.self))
    case 10: self = .refused(try reader.readString("message"))
    case 11: self = .written
    case 12: self = .unwritable(address: try reader.read(UInt64.self))
    case 13: self = .allocated(address: try reader.read(UInt64.self))
    case 14: self = .callback(try ProbeCallback(decoding: &reader))
    default: throw .unknownValue(field: "reply", UInt64(kind))
    }
    try reader.finish()
  }
}

extension CallReply {
  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    result = try reader.readBytes()
    errno = try reader.read(Int32.self)
    duration = try reader.read(UInt64.self)
    repetition = try reader.readBool("hasRepetition") ? try RepeatedCall(decoding: &reader) : nil
  }
}

extension ExceptionReply {
  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    type = try reader.readString("exception type")
    what = try reader.readBool("hasWhat") ? try reader.readString("what") : nil
    errno = try reader.read(Int32.self)
    duration = try reader.read(UInt64.self)
  }
}

extension ProbeCallback {
  fileprivate func encode(to writer: inout WireWriter) {
    writer.write(identifier)
    writer.write(thread)
    writer.write(UInt32(clamping: arguments.count))
    for argument in arguments { writer.write(argument) }
  }

  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    identifier = try reader.read(UInt32.self)
    thread = try reader.read(Int32.self)
    arguments = []
    for _ in 0..<(try reader.readCount()) { arguments.append(try reader.readBytes()) }
  }
}

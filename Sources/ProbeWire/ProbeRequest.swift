/// What the front asks of the probe; each request has exactly one reply.
package enum ProbeRequest: Hashable, Sendable {
  /// `dlopen`: runs the library's constructors. `isGlobal` is `RTLD_GLOBAL`.
  case load(path: String, isGlobal: Bool)
  /// `dlsym` or `dlvsym` in a loaded library, by the number that ``ProbeReply/loaded(library:)``
  /// gave.
  case resolve(library: UInt32, symbol: String, version: String?)
  /// Forks; the copy waits as a probe of its own on the socket that travels with this request.
  case snapshot
  case call(ProbeCall)
  /// Confines called code, for good; before anything of a library runs.
  case confine(SandboxPolicy)
  /// Reads memory of the probe.
  case read(address: UInt64, count: UInt32)
  /// Reads units of 1, 2 or 4 bytes up to a zero unit, at most `limit` of them.
  case readText(address: UInt64, unitSize: UInt8, limit: UInt32)
  /// Writes memory of the probe.
  case write(address: UInt64, [UInt8])
  /// Memory of the probe, zeroed, that stays until the probe ends.
  case allocate(size: UInt64, alignment: UInt32)
  /// A function that calls back to the front: ``ProbeReply/callback(_:)`` bears the number.
  case makeClosure(identifier: UInt32, ProbeSignature)
  /// Ends a callback with its result's bytes. It has no reply of its own: the code that called
  /// back goes on.
  case finishCallback([UInt8])
}

/// What a function takes and gives, in machine types.
package struct ProbeSignature: Hashable, Sendable {
  package var result: ABIType
  package var parameters: [ABIType]

  package init(result: ABIType, parameters: [ABIType]) {
    self.result = result
    self.parameters = parameters
  }
}

/// One function call: types, bytes, and the buffers that pointers may refer to.
package struct ProbeCall: Hashable, Sendable {
  package var address: UInt64
  package var result: ABIType
  package var arguments: [ProbeArgument]
  /// How many arguments stand before `...`; nil for a function that is not variadic.
  package var fixedCount: UInt32?
  /// Each is copied into memory of the probe that stays until the probe ends.
  package var buffers: [[UInt8]]
  /// How often to call, one right after the other; the last result is the reply's.
  package var repetitions: UInt64 = 1

  package init(
    address: UInt64, result: ABIType, arguments: [ProbeArgument], fixedCount: UInt32?,
    buffers: [[UInt8]]
  ) {
    self.address = address
    self.result = result
    self.arguments = arguments
    self.fixedCount = fixedCount
    self.buffers = buffers
  }
}

/// One argument of a call.
package enum ProbeArgument: Hashable, Sendable {
  /// The value's bytes, as many as the type is wide.
  case value(ABIType, [UInt8])
  /// The address of one of the call's buffers.
  case buffer(UInt32)

  package var type: ABIType {
    switch self {
    case .value(let type, _): type
    case .buffer: .pointer
    }
  }
}

extension ProbeRequest {
  /// The payload of a frame.
  package var encoded: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .load(let path, let isGlobal):
      writer.write(UInt8(1))
      writer.write(path)
      writer.write(isGlobal)
    case .resolve(let library, let symbol, let version):
      writer.write(UInt8(2))
      writer.write(library)
      writer.write(symbol)
      writer.write(version != nil)
      if let version { writer.write(version) }
    case .snapshot:
      writer.write(UInt8(3))
    case .call(let call):
      writer.write(UInt8(4))
      call.encode(to: &writer)
    case .read(let address, let count):
      writer.write(UInt8(5))
      writer.write(address)
      writer.write(count)
    case .readText(let address, let unitSize, let limit):
      writer.write(UInt8(6))
      writer.write(address)
      writer.write(unitSize)
      writer.write(limit)
    case .write(let address, let bytes):
      writer.write(UInt8(7))
      writer.write(address)
      writer.write(bytes)
    case .allocate(let size, let alignment):
      writer.write(UInt8(8))
      writer.write(size)
      writer.write(alignment)
    case .makeClosure(let identifier, let signature):
      writer.write(UInt8(9))
      writer.write(identifier)
      signature.encode(to: &writer)
    case .finishCallback(let result):
      writer.write(UInt8(10))
      writer.write(result)
    case .confine(let policy):
      writer.write(UInt8(20))
      policy.encode(to: &writer)
    }
    return writer.bytes
  }

  package init(decoding payload: [UInt8]) throws(WireError) {
    var reader = WireReader(payload)
    let kind = try reader.read(UInt8.self)
    switch kind {
    case 1:
      self = .load(
        path: try reader.readString("path"), isGlobal: try reader.readBool("isGlobal"))
    case 2:
      let library = try reader.read(UInt32.self)
      let symbol = try reader.readString("symbol")
      let version =
        try reader.readBool("hasVersion") ? try reader.readString("version") : nil
      self = .resolve(library: library, symbol: symbol, version: version)
    case 3:
      self = .snapshot
    case 4:
      self = .call(try ProbeCall(decoding: &reader))
    case 5:
      self = .read(address: try reader.read(UInt64.self), count: try reader.read(UInt32.self))
    case 6:
      let address = try reader.read(UInt64.self)
      let unitSize = try reader.read(UInt8.self)
      guard [1, 2, 4].contains(unitSize) else {
        throw .unknownValue(field: "unitSize", UInt64(unitSize))
      }
      self = .readText(
        address: address, unitSize: unitSize, limit: try reader.read(UInt32.self))
    case 7:
      self = .write(address: try reader.read(UInt64.self), try reader.readBytes())
    case 8:
      let size = try reader.read(UInt64.self)
      let alignment = try reader.read(UInt32.self)
      guard alignment.nonzeroBitCount == 1 else {
        throw .unknownValue(field: "alignment", UInt64(alignment))
      }
      self = .allocate(size: size, alignment: alignment)
    case 9:
      self = .makeClosure(
        identifier: try reader.read(UInt32.self), try ProbeSignature(decoding: &reader))
    case 10:
      self = .finishCallback(try reader.readBytes())
    case 20:
      self = .confine(try SandboxPolicy(decoding: &reader))
    default:
      throw .unknownValue(field: "request", UInt64(kind))
    }
    try reader.finish()
  }
}

extension ProbeCall {
  fileprivate func encode(to writer: inout WireWriter) {
    writer.write(address)
    writer.write(repetitions)
    result.encode(to: &writer)
    writer.write(fixedCount != nil)
    if let fixedCount { writer.write(fixedCount) }
    writer.write(UInt32(clamping: buffers.count))
    for buffer in buffers { writer.write(buffer) }
    writer.write(UInt32(clamping: arguments.count))
    for argument in arguments {
      switch argument {
      case .value(let type, let bytes):
        type.encode(to: &writer)
        writer.write(bytes)
      case .buffer(let index):
        writer.write(UInt8.max)
        writer.write(index)
      }
    }
  }

  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    address = try reader.read(UInt64.self)
    repetitions = try reader.read(UInt64.self)
    result = try ABIType(decoding: &reader)
    fixedCount = try reader.readBool("isVariadic") ? try reader.read(UInt32.self) : nil
    buffers = []
    for _ in 0..<(try reader.readCount()) { buffers.append(try reader.readBytes()) }
    arguments = []
    for _ in 0..<(try reader.readCount()) {
      arguments.append(try ProbeArgument(decoding: &reader, bufferCount: buffers.count))
    }
    if let fixedCount, Int(fixedCount) > arguments.count {
      throw .unknownValue(field: "fixedCount", UInt64(fixedCount))
    }
  }
}

extension ProbeArgument {
  fileprivate init(decoding reader: inout WireReader, bufferCount: Int) throws(WireError) {
    let kind = try reader.read(UInt8.self)
    guard kind != .max else {
      let index = try reader.read(UInt32.self)
      guard index < bufferCount else { throw .unknownValue(field: "buffer", UInt64(index)) }
      self = .buffer(index)
      return
    }
    let type = try ABIType(code: kind, decoding: &reader)
    guard type != .void else { throw .unknownValue(field: "argument type", UInt64(kind)) }
    let bytes = try reader.readBytes()
    guard bytes.count == type.size else {
      throw .unknownValue(field: "argument size", UInt64(bytes.count))
    }
    self = .value(type, bytes)
  }
}

extension ProbeSignature {
  fileprivate func encode(to writer: inout WireWriter) {
    result.encode(to: &writer)
    writer.write(UInt32(clamping: parameters.count))
    for parameter in parameters { parameter.encode(to: &writer) }
  }

  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    result = try ABIType(decoding: &reader)
    parameters = []
    for _ in 0..<(try reader.readCount()) {
      let type = try ABIType(decoding: &reader)
      guard type != .void else { throw .unknownValue(field: "parameter type", 0) }
      parameters.append(type)
    }
  }
}

import ProbeWire
import Testing

private let requests: [ProbeRequest] = [
  .load(path: "/lib/libzü.so", isGlobal: true),
  .resolve(library: 3, symbol: "memcpy", version: "GLIBC_2.14"),
  .resolve(library: 0, symbol: "", version: nil),
  .snapshot,
  .call(
    ProbeCall(
      address: 0xffff_8000_0000_1234, result: .longDouble,
      arguments: [.value(.uint8, [255]), .buffer(0), .value(.double, [0, 1, 2, 3, 4, 5, 6, 7])],
      fixedCount: 2, buffers: [Array("hello\0".utf8)])),
  .call(ProbeCall(address: 1, result: .void, arguments: [], fixedCount: nil, buffers: [])),
  .read(address: .max, count: 17),
  .readText(address: 5, unitSize: 4, limit: 9),
  .confine(
    SandboxPolicy(
      writable: ["/tmp/a", "/ü"], allowsNetwork: true, allowsAll: false, front: 42,
      memoryLimit: 1 << 32, fileLimit: 1 << 30, processLimit: 4096, mark: 799_999)),
  .write(address: 0x1000, [1, 2, 3]),
  .allocate(size: 1 << 33, alignment: 64),
  .makeClosure(
    identifier: 7,
    ProbeSignature(
      result: .sint32,
      parameters: [.pointer, .aggregate(ABIAggregate(size: 8, alignment: 4, elements: [.uint64]))])),
  .finishCallback([1, 2]),
  .call(
    ProbeCall(
      address: 1,
      result: .aggregate(ABIAggregate(size: 40, alignment: 8, elements: [])),
      arguments: [
        .value(
          .aggregate(ABIAggregate(size: 12, alignment: 4, elements: [.uint64, .float])),
          [UInt8](repeating: 9, count: 12))
      ], fixedCount: nil, buffers: [])),
]

private let repeated: CallReply = {
  var reply = CallReply(result: [7], errno: 0, duration: 1000)
  reply.repetition = RepeatedCall(
    count: 1_000_000, groupSize: 100, minimum: 20_000, median: 21_000, percentile99: 30_000)
  return reply
}()

private let replies: [ProbeReply] = [
  .hello(version: Wire.version, process: 4711, control: 0x7f00_0000_0000),
  .confined([.files, .reports]),
  .loaded(library: 2),
  .resolved(address: 0x7fff_0000_0000),
  .snapshotTaken(process: 17),
  .called(CallReply(result: [1, 2, 3, 4], errno: -5, duration: 99)),
  .called(repeated),
  .threw(ExceptionReply(type: "std::runtime_error", what: "neg", errno: 0, duration: 1)),
  .threw(ExceptionReply(type: "int", what: nil, errno: 2, duration: 1)),
  .bytes([]),
  .text([0xff, 0xfe], isTerminated: false),
  .unreadable(address: 0x10),
  .refused("cannot open shared object file"),
  .written,
  .unwritable(address: 0x20),
  .allocated(address: 0x30),
  .callback(ProbeCallback(identifier: 7, thread: 4712, arguments: [[1], [], [2, 3]])),
]

@Suite struct MessageTests {
  @Test(arguments: requests)
  func `a request reads back as it was written`(request: ProbeRequest) throws {
    #expect(try ProbeRequest(decoding: request.encoded) == request)
  }

  @Test(arguments: replies)
  func `a reply reads back as it was written`(reply: ProbeReply) throws {
    #expect(try ProbeReply(decoding: reply.encoded) == reply)
  }

  @Test(arguments: requests)
  func `a request cut anywhere is refused`(request: ProbeRequest) {
    let bytes = request.encoded
    for count in bytes.indices {
      #expect(throws: WireError.self) { try ProbeRequest(decoding: Array(bytes[..<count])) }
    }
    #expect(throws: WireError.trailingBytes(1)) { try ProbeRequest(decoding: bytes + [0]) }
  }

  @Test(arguments: replies)
  func `a reply cut anywhere is refused`(reply: ProbeReply) {
    let bytes = reply.encoded
    for count in bytes.indices {
      #expect(throws: WireError.self) { try ProbeReply(decoding: Array(bytes[..<count])) }
    }
  }

  @Test func `a count that promises more than there is reserves nothing`() {
    var writer = WireWriter()
    writer.write(UInt8(4))
    writer.write(UInt64(1))
    writer.write(UInt64(1))
    writer.write(UInt8(0))
    writer.write(false)
    writer.write(UInt32.max)
    #expect(throws: WireError.cutShort) { try ProbeRequest(decoding: writer.bytes) }
  }

  @Test func `an argument may not name a buffer that is not there`() {
    let call = ProbeCall(
      address: 1, result: .void, arguments: [.buffer(1)], fixedCount: nil, buffers: [[0]])
    #expect(throws: WireError.unknownValue(field: "buffer", 1)) {
      try ProbeRequest(decoding: ProbeRequest.call(call).encoded)
    }
  }

  @Test func `an argument has exactly the bytes of its type`() {
    let call = ProbeCall(
      address: 1, result: .void, arguments: [.value(.double, [1, 2])], fixedCount: nil,
      buffers: [])
    #expect(throws: WireError.unknownValue(field: "argument size", 2)) {
      try ProbeRequest(decoding: ProbeRequest.call(call).encoded)
    }
  }

  @Test(arguments: [
    ABIAggregate(size: 0, alignment: 1, elements: []),
    ABIAggregate(size: 8, alignment: 3, elements: []),
    ABIAggregate(size: 8, alignment: 1 << 13, elements: []),
    ABIAggregate(size: (1 << 20) + 1, alignment: 8, elements: []),
    ABIAggregate(size: 15, alignment: 8, elements: [.uint8, .uint64]),
    ABIAggregate(size: 8, alignment: 8, elements: [.void]),
    ABIAggregate(
      size: 8, alignment: 8,
      elements: [.aggregate(ABIAggregate(size: 1, alignment: 1, elements: [.uint8]))]),
  ])
  func `an aggregate that no machine has is refused`(aggregate: ABIAggregate) {
    let call = ProbeCall(
      address: 1, result: .aggregate(aggregate), arguments: [], fixedCount: nil, buffers: [])
    #expect(throws: WireError.self) {
      try ProbeRequest(decoding: ProbeRequest.call(call).encoded)
    }
  }

  @Test func `a crash record reads back, and only a whole one`() throws {
    var writer = WireWriter()
    writer.write(CrashReport.recordMagic)
    writer.write(Int32(42))
    writer.write(Int32(11))
    writer.write(Int32(1))
    writer.write(UInt32(1))
    writer.write(UInt32(2))
    writer.write(UInt64(0x10))
    writer.write(UInt64(0x20))
    writer.write(UInt64(0x30))
    writer.write(UInt32(2))
    writer.write(UInt32(0))
    for register in 0..<33 { writer.write(UInt64(register)) }
    #expect(writer.bytes.count == CrashReport.recordSize)
    let record = try CrashReport.decodeRecord(writer.bytes)
    #expect(record.process == 42)
    #expect(
      record.report
        == CrashReport(
          signal: 11, code: 1, faultAddress: 0x10, access: .write, programCounter: 0x20,
          stackPointer: 0x30, registers: [0, 1]))
    #expect(throws: WireError.self) { try CrashReport.decodeRecord(Array(writer.bytes.dropLast())) }
    #expect(throws: WireError.notAFrame) {
      try CrashReport.decodeRecord([UInt8](repeating: 0, count: CrashReport.recordSize))
    }
  }
}

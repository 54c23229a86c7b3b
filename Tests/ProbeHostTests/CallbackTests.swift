import ProbeHost
import ProbeWire
import Testing

/// What `libcallbacks.so` of the sample libraries does with functions that the front answers for.
@Suite struct CallbackTests {
  private static let int = ProbeSignature(result: .sint32, parameters: [.sint32])

  @Test func `a callback gets its argument and gives its result`() throws {
    let library = try LiveLibrary("callbacks")
    let closure = try library.closure(Self.int) { [$0[0].int32 * 2 + 1] }
    #expect(try library.number("call_int", [.pointer(closure), .int(20)]) == 41)
    #expect(try library.number("call_int", [.pointer(closure), .int(-20)]) == -39)
  }

  @Test func `callbacks nest, and may call and read on the way`() throws {
    let library = try LiveLibrary("callbacks")
    let double = try library.closure(Self.int) { [$0[0].int32 * 2] }
    let callInt = try library.address(of: "call_int")
    // Each callback calls the library, which calls another callback.
    let outer = try library.closure(Self.int) { (arguments: [[UInt8]]) -> [Int32]? in
      let call = ProbeCall(
        address: callInt, result: .sint32,
        arguments: [.pointer(double), .int(arguments[0].int32)], fixedCount: nil, buffers: [])
      guard case .replied(.called(let reply)) = try library.host.perform(.call(call), deadline: nil)
      else { return [] }
      return [reply.result.int32 + 1]
    }
    // ((1 * 2 + 1) * 2 + 1) * 2 + 1
    #expect(try library.number("call_nested", [.pointer(outer), .int(1), .int(3)]) == 15)
  }

  @Test func `a thread of the library calls back while the first one waits for it`() throws {
    let library = try LiveLibrary("callbacks")
    let closure = try library.closure(Self.int) { [$0[0].int32 + 5] }
    #expect(try library.number("call_from_thread", [.pointer(closure), .int(1)]) == 6)
    let thread = try #require(library.invocations.last?.thread)
    #expect(thread != library.host.processIdentifier)
  }

  @Test func `a callback after the call has returned waits for the front`() throws {
    let library = try LiveLibrary("callbacks")
    let closure = try library.closure(Self.int) { [$0[0].int32] }
    _ = try library.call("register_handler", [.pointer(closure)])
    // No snapshot from here on: it would not have the thread.
    let later = try library.address(of: "fire_later")
    for value in [Int32(7), 8] {
      _ = try library.host.perform(
        .call(
          ProbeCall(
            address: later, result: .void, arguments: [.int(0), .int(value)], fixedCount: nil,
            buffers: [])), deadline: nil)
    }
    var waits = 0
    while library.invocations.count < 2, waits < 10_000 {
      #expect(library.host.serveCallbacks(deadline: nil) == nil)
      waits += 1
    }
    #expect(library.invocations.map { $0.arguments[0].int32 }.sorted() == [7, 8])
  }

  @Test func `small integers, floating numbers and the stack go both ways`() throws {
    let library = try LiveLibrary("callbacks")
    let negate = try library.closure(
      ProbeSignature(result: .sint8, parameters: [.sint8])
    ) { [Int8(bitPattern: $0[0][0]) &* -1] }
    #expect(try library.number("call_schar", [.pointer(negate), .byte(5)], result: .sint8) == 251)
    let not = try library.closure(
      ProbeSignature(result: .uint8, parameters: [.uint8])
    ) { [$0[0][0] ^ 1] }
    #expect(try library.number("call_bool", [.pointer(not), .byte(1)], result: .uint8) == 0)
    let types: [ABIType] = [
      .sint32, .double, .sint32, .double, .sint32, .double, .sint32, .double, .sint32, .double,
    ]
    let sum = try library.closure(ProbeSignature(result: .double, parameters: types)) { arguments in
      let numbers = zip(types, arguments).map { type, bytes in
        type == .double ? Double(bitPattern: bytes.uint64) : Double(bytes.int32)
      }
      return [numbers.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }.bitPattern]
    }
    let outcome = try library.call("call_many", [.pointer(sum)], result: .double)
    guard case .replied(.called(let reply)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(Double(bitPattern: reply.result.uint64) == 385)  // 1² + 2² + … + 10²
  }

  @Test func `structs by value go both ways`() throws {
    let library = try LiveLibrary("callbacks")
    let pair = ABIType.aggregate(
      ABIAggregate(size: 16, alignment: 8, elements: [.uint64, .double]))
    let swap = try library.closure(ProbeSignature(result: pair, parameters: [pair])) { arguments in
      let (a, b) = (Array(arguments[0][..<4]).int32, Array(arguments[0][8...]).uint64)
      return [UInt64(Double(bitPattern: b)), Double(a).bitPattern]
    }
    let bytes = [Int32(3), 0].bytes + [Double(4.0).bitPattern].bytes
    let outcome = try library.call(
      "call_pair", [.pointer(swap), .value(pair, bytes)], result: pair)
    guard case .replied(.called(let reply)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reply.result == [UInt64(4), Double(3).bitPattern].bytes)
    let triple = ABIType.aggregate(ABIAggregate(size: 24, alignment: 8, elements: []))
    let turn = try library.closure(
      ProbeSignature(result: triple, parameters: [triple])
    ) { Array($0[0][8...]) + $0[0][..<8] }
    let turned = try library.call(
      "call_triple", [.pointer(turn), .value(triple, [UInt64(1), 2, 3].bytes)], result: triple)
    guard case .replied(.called(let reply)) = turned else {
      Issue.record("\(turned)")
      return
    }
    #expect(reply.result == [UInt64(2), 3, 1].bytes)
  }

  @Test func `a callback without a result ends the call, and the state is that before it`() throws {
    let library = try LiveLibrary("callbacks")
    let closure = try library.closure(Self.int) { _ in nil as [Int32]? }
    #expect(try library.call("call_int", [.pointer(closure), .int(1)]) == .abandoned)
    try library.host.restore()
    #expect(try library.number("fired") == 0)
  }

  @Test func `a child that called code forks cannot call back`() throws {
    let library = try LiveLibrary("callbacks")
    let closure = try library.closure(Self.int) { [$0[0].int32] }
    let outcome = try library.call(
      "call_in_child", [.pointer(closure), .int(1)], result: .sint32)
    guard case .replied(.called(let reply)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reply.result.int32 == 1)  // the child's exit status
    #expect(library.invocations.isEmpty)
  }

  @Test func `20,000 callbacks of one call come and go`() throws {
    let library = try LiveLibrary("callbacks")
    let closure = try library.closure(Self.int) { [$0[0].int32] }
    let outcome = try library.call(
      "call_often", [.pointer(closure), .long(20_000)], result: .uint64, within: 120)
    guard case .replied(.called(let reply)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reply.result.uint64 == 20_000 * 19_999 / 2)
  }
}

@Suite struct ProbeMemoryTests {
  @Test func `memory is zeroed, aligned, written, read, and ends where it ends`() throws {
    let library = try LiveLibrary("crashes")
    guard
      case .replied(.allocated(let address)) = try library.host.perform(
        .allocate(size: 100, alignment: 64), deadline: nil)
    else {
      Issue.record("not allocated")
      return
    }
    #expect(address % 64 == 0)
    #expect(library.host.readMemory(at: address, count: 100) == [UInt8](repeating: 0, count: 100))
    #expect(library.host.writeMemory([1, 2, 3], at: address + 10) == 3)
    #expect(library.host.readMemory(at: address + 9, count: 5) == [0, 1, 2, 3, 0])
    #expect(
      try library.host.perform(.write(address: address, [9]), deadline: nil) == .replied(.written))
    #expect(library.host.readMemory(at: address, count: 1) == [9])
  }

  @Test(arguments: [UInt64(0), 8, 0xffff_8000_0000_0000, .max])
  func `memory that is not there is said to be`(address: UInt64) throws {
    let library = try LiveLibrary("crashes")
    #expect(library.host.readMemory(at: address, count: 16) == [])
    #expect(library.host.writeMemory([1], at: address) == 0)
    #expect(
      try library.host.perform(.write(address: address, [1]), deadline: nil)
        == .replied(.unwritable(address: address)))
  }

  @Test func `code cannot be written`() throws {
    let library = try LiveLibrary("crashes")
    let code = try library.address(of: "survivor")
    #expect(library.host.readMemory(at: code, count: 4)?.count == 4)
    #expect(library.host.writeMemory([0x90], at: code) == 0)
  }
}

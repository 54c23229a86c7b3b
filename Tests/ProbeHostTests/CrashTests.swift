import Glibc
import ProbeHost
import ProbeWire
import TestSupport
import Testing

/// A function that dies, and the signal that it must be seen to die of (`signal(7)`).
struct Death: CustomTestStringConvertible {
  var function: String
  var signal: Int32
  var address: UInt64?
  var access: MemoryAccess?
  var arguments: [ProbeArgument] = []
  var testDescription: String { function }
}

private let deaths = [
  Death(function: "read_null", signal: 11, address: 0, access: .read),
  Death(function: "write_null", signal: 11, address: 0, access: .write),
  Death(
    function: "read_address", signal: 11, address: 0x10, access: .read, arguments: [.long(0x10)]),
  Death(
    function: "write_address", signal: 11, address: 0x1234_5678, access: .write,
    arguments: [.long(0x1234_5678), .int(1)]),
  Death(function: "call_null", signal: 11, address: 0, access: .execute),
  Death(function: "divide_by", signal: 8, arguments: [.int(0)]),
  Death(function: "illegal_instruction", signal: 4),
  Death(function: "breakpoint_trap", signal: 5),
  Death(function: "bus_error", signal: 7),
  Death(function: "non_canonical", signal: 11),
  Death(function: "call_abort", signal: 6),
  Death(function: "failed_assertion", signal: 6),
  Death(function: "overflow_stack", signal: 11, arguments: [.int(0)]),
  Death(function: "smash_stack", signal: 6),
  Death(function: "double_free", signal: 6),
  Death(function: "free_wild", signal: 6),
  Death(function: "kill_self", signal: 9),
  Death(function: "raise_signal", signal: 15, arguments: [.int(15)]),
  Death(function: "unmap_self", signal: 11),
]

@Suite struct CrashTests {
  @Test(arguments: deaths)
  func `a crash is reported, and the next call works`(death: Death) throws {
    let library = try LiveLibrary("crashes")
    let outcome = try library.call(death.function, death.arguments)
    guard case .crashed(let report) = outcome else {
      Issue.record("\(death.function): \(outcome)")
      return
    }
    #expect(report.signal == death.signal)
    if let address = death.address { #expect(report.faultAddress == address) }
    if let access = death.access { #expect(report.access == access) }
    try library.host.restore()
    #expect(try library.number("survivor") == 1)
  }

  @Test func `a general protection fault has no address, for the processor tells none`() throws {
    let outcome = try LiveLibrary("crashes").call("non_canonical", result: .sint32)
    guard case .crashed(let report) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(report.faultAddress == nil)
  }

  @Test func `an exit is reported with its status`() throws {
    for function in ["call_exit", "call__exit", "exit_from_thread"] {
      let library = try LiveLibrary("crashes")
      #expect(try library.call(function, [.int(3)]) == .exited(status: 3))
      try library.host.restore()
      #expect(try library.number("survivor") == 1)
    }
  }

  @Test func `what was printed before an exit is kept`() throws {
    let library = try LiveLibrary("crashes")
    #expect(try library.call("exit_printing", [.int(0)]) == .exited(status: 0))
    #expect(library.host.takeOutput().output.bytes == Array("going".utf8))
  }

  @Test(arguments: ["loop_busy", "loop_sleeping", "loop_blocking_signals", "hang_holding_lock"])
  func `a call without end runs into its time limit`(function: String) throws {
    let library = try LiveLibrary("crashes")
    #expect(try library.call(function, within: 0.2) == .timedOut)
    try library.host.restore()
    #expect(try library.number("take_lock") == 1)
  }

  @Test func `a stopped process runs into the time limit too`() throws {
    let library = try LiveLibrary("crashes")
    #expect(try library.call("raise_stop", within: 0.2) == .timedOut)
    try library.host.restore()
    #expect(try library.number("survivor") == 1)
  }

  @Test func `a bell ends a call that has no limit`() throws {
    let library = try LiveLibrary("crashes")
    let address = try library.address(of: "loop_busy")
    #expect(try library.host.takeSnapshot(deadline: nil) == nil)
    library.bell.ring()
    let call = ProbeCall(
      address: address, result: .void, arguments: [], fixedCount: nil, buffers: [])
    #expect(try library.host.perform(.call(call), deadline: nil) == .interrupted)
    try library.host.restore()
    #expect(try library.number("survivor") == 1)
  }

  @Test func `a bell that is rung while the probe starts ends the call that comes then`() throws {
    let bell = try Bell()
    bell.ring()
    let host = try ProbeHost(interrupt: bell)
    let outcome = try host.perform(
      .load(path: SampleLibraries.path("hangconstructor"), isGlobal: false), deadline: nil)
    #expect(outcome == .interrupted)
  }

  @Test func `a mutex held by code that crashed is free again`() throws {
    let library = try LiveLibrary("crashes")
    #expect(try library.call("crash_holding_lock").signal == 11)
    try library.host.restore()
    #expect(try library.number("take_lock") == 1)
  }

  @Test func `a smashed heap is gone with the call that found it`() throws {
    let library = try LiveLibrary("crashes")
    _ = try library.call("smash_heap")
    let outcome = try library.call("allocate", [.long(16)], result: .pointer)
    if case .replied = outcome { return }  // this libc did not notice
    try library.host.restore()
    #expect(try library.number("survivor") == 1)
  }
}

@Suite struct IntrusionTests {
  @Test func `closing the standard descriptors harms nothing`() throws {
    let library = try LiveLibrary("crashes")
    let outcome = try library.call("close_standard")
    guard case .replied(.called) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try library.number("survivor") == 1)
  }

  @Test(
    .enabled(if: kernelScopesSignals, "needs Linux 6.12"),
    arguments: ["kill_parent", "trace_parent"])
  func `called code can neither signal nor trace the front`(function: String) throws {
    let library = try LiveLibrary("crashes")
    // SIGKILL to the process that waits for the answer; EPERM is 1 (errno(3)).
    let arguments: [ProbeArgument] = function == "kill_parent" ? [.int(9)] : []
    guard case .replied(.called(let reply)) = try library.call(function, arguments, result: .sint32)
    else {
      Issue.record("\(function) did not return")
      return
    }
    #expect(reply.result == [0xff, 0xff, 0xff, 0xff])
    #expect(reply.errno == 1)
    #expect(try library.number("survivor") == 1)
  }

  @Test func `a forked child that returns does not answer for the probe`() throws {
    let library = try LiveLibrary("crashes")
    let session = try #require(library.host.processIdentifier)
    for expected in 1...20 {
      #expect(try library.number("fork_and_return") > 0)
      #expect(try library.number("survivor") == expected)
    }
    library.host.end()
    // Ended children of the probe's session are this process's own by adoption, and reaped.
    #expect(waitpid(-session, nil, WNOHANG) == -1)
  }

  @Test func `a process that called code leaves behind ends with the probe`() throws {
    let library = try LiveLibrary("crashes")
    let child = Int32(try library.number("fork_and_live", [.int(1000)]))
    #expect(ProcessTable.entry(child) != nil)
    library.host.end()
    #expect(ProcessTable.entry(child) == nil)
  }

  @Test(arguments: [
    "close_descriptors", "garbage_descriptors", "dup_over_descriptors", "exec_true",
    "exec_sleep",
  ])
  func `losing the probe's descriptors is an outcome`(function: String) throws {
    let library = try LiveLibrary("crashes")
    let outcome = try library.call(function, within: 2)
    if case .replied = outcome { Issue.record("\(function): \(outcome)") }
    try library.host.restore()
    #expect(try library.number("survivor") == 1)
  }

  @Test func `state from before a crash is there again`() throws {
    let library = try LiveLibrary("globals")
    let before = try library.number("counter_add", [.int(5)])
    #expect(before == 5)
    let address = try library.address(of: "counter_add")
    #expect(try library.host.takeSnapshot(deadline: nil) == nil)
    let call = ProbeCall(
      address: address, result: .sint32, arguments: [.int(100)], fixedCount: nil, buffers: [])
    _ = try library.host.perform(.call(call), deadline: nil)
    try library.host.restore()
    #expect(try library.number("counter_get") == 5)
  }

  @Test func `called code that waits for children finds none`() throws {
    // waitpid(-1, NULL, WNOHANG) gives -1 without children, 0 with one that still runs.
    let library = try LiveLibrary("crashes")
    let libc = try library.host.perform(
      .load(path: "libc.so.6", isGlobal: false), deadline: nil)
    guard case .replied(.loaded(let number)) = libc else {
      Issue.record("\(libc)")
      return
    }
    let found = try library.host.perform(
      .resolve(library: number, symbol: "waitpid", version: nil), deadline: nil)
    guard case .replied(.resolved(let address)) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(try library.host.takeSnapshot(deadline: nil) == nil)
    let call = ProbeCall(
      address: address, result: .sint32, arguments: [.int(-1), .long(0), .int(1)],
      fixedCount: nil, buffers: [])
    guard case .replied(.called(let reply)) = try library.host.perform(.call(call), deadline: nil)
    else {
      Issue.record("waitpid did not return")
      return
    }
    #expect(reply.result == [0xff, 0xff, 0xff, 0xff])
    #expect(reply.errno == 10)  // ECHILD
  }
}

/// `LANDLOCK_SCOPE_SIGNAL` came with Linux 6.12.
private let kernelScopesSignals: Bool = {
  var name = utsname()
  uname(&name)
  let release = withUnsafeBytes(of: name.release) {
    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
  }
  let numbers = release.split(separator: ".").prefix(2).compactMap { Int($0) }
  return numbers.count == 2 && (numbers[0], numbers[1]) >= (6, 12)
}()

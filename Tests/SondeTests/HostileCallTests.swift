import Foundation
import TestSupport
import Testing

private let rows: [HostileRow] = [
  .crash("read_null()", "SIGSEGV", 11, "read of 0x0, a null pointer"),
  .crash("write_null()", "SIGSEGV", 11, "write to 0x0, a null pointer"),
  .crash("read_address(16)", "SIGSEGV", 11, "read of 0x10, a null pointer"),
  .crash("write_address(305419896, 1)", "SIGSEGV", 11, "write to 0x12345678"),
  .crash("write_address(305419896, 1)", "SIGSEGV", 11, "argument 1 ('address')"),
  .crash("write_read_only()", "SIGSEGV", 11, "read-only memory of"),
  .crash("call_null()", "SIGSEGV", 11, "jump to 0x0, a null pointer"),
  .crash("call_data()", "SIGSEGV", 11, "that is not executable (rw-)"),
  .crash("non_canonical()", "SIGSEGV", 11, "an address that no pointer can have"),
  .crash("bus_error()", "SIGBUS", 7, "beyond the end of a mapped file"),
  .crash("divide_by(0)", "SIGFPE", 8, "divided by zero"),
  .crash("illegal_instruction()", "SIGILL", 4),
  .crash("breakpoint_trap()", "SIGTRAP", 5),
  .crash("call_abort()", "SIGABRT", 6),
  .crash("failed_assertion()", "SIGABRT", 6),
  .crash("overflow_stack(0)", "SIGSEGV", 11, "past the end of the stack"),
  .crash("smash_stack()", "SIGABRT", 6),
  .crash("double_free()", "SIGABRT", 6, "'double_free()' freed it first"),
  .crash("free_wild()", "SIGABRT", 6, "which malloc never gave"),
  .crash("kill_self()", "SIGKILL", 9),
  .crash("raise_signal(15)", "SIGTERM", 15),
  .crash("raise_signal(34)", "signal 34", 34),
  .crash("unmap_self()", "SIGSEGV", 11),
  .crash("crash_holding_lock()", "SIGSEGV", 11, "a null pointer"),
  HostileRow(statement: "call_exit(3)", outcome: "exited", status: 70, value: 3),
  HostileRow(statement: "call__exit(4)", outcome: "exited", status: 70, value: 4),
  HostileRow(statement: "exit_printing(0)", outcome: "exited", status: 70, value: 0),
  HostileRow(statement: "exit_from_thread(5)", outcome: "exited", status: 70, value: 5),
  HostileRow(statement: "thread_exit()", outcome: "threw", status: 70),
  HostileRow(statement: "exec_true()", outcome: "exited", status: 70, value: 0),
  .endless("exec_sleep()"),
  .endless("loop_busy()"),
  .endless("loop_sleeping()"),
  .endless("loop_blocking_signals()"),
  .endless("loop_ignoring_signals()"),
  .endless("loop_holding_malloc()"),
  .endless("read_stdin_forever()"),
  .endless("hang_holding_lock()"),
  .endless("raise_stop()"),
  .returned("smash_heap()"),
  .returned("thread_lives_on(1000)"),
  .returned("daemonise(1000)"),
  .returned("close_standard()"),
  .returned("block_signals()"),
  .returned("install_segv_handler()"),
  .returned("install_segv_returning()"),
  .returned("reset_handlers()"),
  .returned("use_tiny_altstack()"),
  .returned("change_rounding()"),
  .returned("set_direction_flag()"),
  .returned("change_directory(\"/\")", 0),
  .returned("change_locale()"),
  .returned("limit_descriptors(0)", -1),
  .returned("kill_group(9)", -1),
  .returned("crash_in_child()", 11),
  .lost("close_descriptors()"),
  .lost("garbage_descriptors()"),
  .lost("dup_over_descriptors()"),
]

@Suite struct HostileCallTests {
  private func call(
    _ statements: String..., options: [String] = []
  ) throws -> (run: ProgramRun, objects: [[String: Any]]) {
    let run = try runSonde(
      ["call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes")]
        + options + ["--json"] + statements)
    return (run, try objects(run))
  }

  @Test(arguments: HostileRow.batches(rows))
  private func `the outcome is true, the state is that before, and nothing is left`(
    batch: HostileBatch
  ) throws {
    try batch.check()
  }

  @Test func `a mutex held by code that crashed or hung is free for the next call`() throws {
    let (run, found) = try call(
      "crash_holding_lock()", "take_lock()", "hang_holding_lock()", "take_lock()",
      options: ["--timeout", "2"])
    run.expectStatus(139)
    #expect(
      found.map { $0["outcome"] as? String } == ["crashed", "returned", "timed_out", "returned"])
    #expect(found[1]["value"] as? Int == 1)
    #expect(found[3]["value"] as? Int == 1)
  }

  @Test func `a smashed heap is found, told, and gone`() throws {
    // What is smashed stays: the call that does it returns, and all after it are on its heap.
    let (run, found) = try call("smash_heap()", "allocate(100000)", "allocate(200000)")
    #expect(run.survivors.isEmpty)
    #expect(found.allSatisfy { ["returned", "crashed"].contains($0["outcome"] as? String) })
  }

  @Test func `a thread that crashes later ends a later statement, and the one after that works`()
    throws
  {
    let (run, found) = try call(
      "survivor()", "thread_crashes_later(200)", "loop_sleeping()", "survivor()")
    #expect(run.survivors.isEmpty)
    try #require(found.count == 4)
    #expect(found[2]["outcome"] as? String == "crashed")
    #expect((found[2]["crash"] as? [String: Any])?["signal"] as? String == "SIGSEGV")
    #expect(found[3]["value"] as? Int == 2)
  }

  @Test(arguments: ["fork_and_live(1000)", "escape_session(1000)", "daemonise(1000)"])
  func `a process that called code leaves behind ends with the session`(
    statement: String
  ) throws {
    let (run, found) = try call(statement, "survivor()")
    run.expectStatus(0)
    #expect(found[1]["value"] as? Int == 1)
    if let child = found[0]["value"] as? Int, child > 0 {
      #expect(ProcessTable.entry(Int32(child)) == nil)
    }
  }

  @Test func `a longjmp to a frame that has gone costs nothing but the call`() throws {
    let (run, found) = try call(
      "survivor()", "jump_out()", "survivor()", options: ["--timeout", "2"])
    #expect(run.survivors.isEmpty)
    try #require(found.count == 3)
    let outcome = found[1]["outcome"] as? String
    #expect(["returned", "crashed", "timed_out"].contains(outcome))
    #expect(found[2]["value"] as? Int == 2)
  }

  @Test func `writing over all that can be written costs nothing but the call`() throws {
    let (run, found) = try call(
      "survivor()", "write_everywhere()", "survivor()", options: ["--timeout", "3"])
    #expect(run.survivors.isEmpty)
    try #require(found.count == 3)
    #expect(found[1]["outcome"] as? String != "returned")
    #expect(found[2]["value"] as? Int == 2)
  }

  @Test func `the rounding mode and the direction flag harm nobody`() throws {
    let (run, found) = try call("set_direction_flag()", "change_rounding()", "third()")
    run.expectStatus(0)
    // Called code keeps what it set of the processor: one third, rounded upward.
    #expect(found[2]["text"] as? String == "0.33333333333333337")
  }

  @Test func `a gigabyte of output is counted, not kept`() throws {
    let (run, found) = try call("print_much(1024)", "survivor()", options: ["--timeout", "60"])
    run.expectStatus(0)
    let kept = (found[0]["stdout"] as? String)?.utf8.count ?? 0
    #expect(kept == 4 << 20)
    #expect(found[0]["output_dropped"] as? Int == 1 << 30 - 4 << 20)
    #expect(found[1]["value"] as? Int == 1)
  }

  @Test func `memory has an end, and the machine does not notice`() throws {
    let (run, found) = try call("exhaust_memory()", "survivor()", options: ["--timeout", "60"])
    run.expectStatus(0)
    #expect(found[0]["outcome"] as? String == "returned")
    #expect(found[1]["value"] as? Int == 1)
  }

  // MARK: Exceptions

  private func callCxx(_ statement: String) throws -> [String: Any] {
    let run = try runSonde(
      "call", SampleLibraries.path("cxx"), "--declare",
      "void throw_runtime_error(void); void throw_int(int); void throw_text(void); "
        + "void throw_odd(void); void throw_from_noexcept(void); int catch_from(void (*)(void)); "
        + "int at_index(unsigned long);",
      statement, "at_index(1)", "--json")
    #expect(run.survivors.isEmpty)
    let found = try objects(run)
    try #require(found.count == 2)
    #expect(found[1]["value"] as? Int == 20)
    return found[0]
  }

  @Test(
    arguments: [
      ("throw_runtime_error()", "std::runtime_error", "it went wrong"),
      ("throw_int(5)", "int", nil),
      ("throw_text()", "char const*", nil), ("throw_odd()", "shapes::Odd", nil),
    ] as [(String, String, String?)])
  func `an exception of any type is an outcome with its type`(
    statement: String, type: String, what: String?
  ) throws {
    let found = try callCxx(statement)
    #expect(found["outcome"] as? String == "threw")
    let exception = found["exception"] as? [String: Any]
    #expect(exception?["type"] as? String == type)
    #expect(exception?["what"] as? String == what)
  }

  @Test func `an exception that cannot leave is an abort`() throws {
    let crash = try callCxx("throw_from_noexcept()")["crash"] as? [String: Any]
    #expect(crash?["signal"] as? String == "SIGABRT")
    #expect(try callCxx("catch_from(throw_odd)")["value"] as? Int == 1)
  }

  @Test func `an exception from a callback comes out of the call that called back`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("callbacks"), "--load", SampleLibraries.path("cxx"),
      "--header", SampleLibraries.header("callbacks"), "--declare", "void throw_odd(void);",
      "call_nothing(throw_odd)", "fired()", "--json")
    #expect(run.survivors.isEmpty)
    let found = try objects(run)
    #expect(found.first?["outcome"] as? String == "threw", "\(found)")
    #expect((found.first?["exception"] as? [String: Any])?["type"] as? String == "shapes::Odd")
    #expect(found.last?["value"] as? Int == 0)
  }

  @Test func `a throw takes back what the call did before it`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("cxx"), "--declare", "void throw_int(int);", "int n = 1;",
      "(n = 2, throw_int(5))", "n", "--json")
    #expect(try objects(run).last?["value"] as? Int == 1)
  }
}

import Foundation
import Glibc
import TestSupport
import Testing

/// What reaches beyond the function's own memory: limits, mappings, timers, stacks, the processor,
/// the kernel, and the probe's own means (`intrusions.c` of the sample library).
private let rows: [HostileRow] =
  mappings + kernel + timers + stacks + processor + waits + channels + limits

private let unobserved = "had replaced, blocked or destroyed what would have told more"

private let mappings: [HostileRow] = [
  .crash("unmap_libc()", "SIGSEGV", 11, unobserved),
  .crash("unmap_everything()", "SIGSEGV", 11, unobserved),
  .crash("protect_everything(0)", "SIGSEGV", 11, unobserved),
  .crash("protect_everything(1)", "SIGSEGV", 11, unobserved),
  .returned("lock_all_memory()", -1),
]

private let kernel: [HostileRow] = [
  .returned("control_process(1, 9)", 0),  // PR_SET_PDEATHSIG
  .returned("control_process(4, 0)", -1),  // PR_SET_DUMPABLE
  .returned("control_process(38, 1)", 0),  // PR_SET_NO_NEW_PRIVS
  .crash("forbid_calls_fatally()", "SIGSYS", 31, "a filter of the code's own"),
  .returned("enter_strict_mode()", -1),
  // Only the leader of a session cannot begin one; a process that was copied leads none.
  .returned("new_session()"),
  .returned("new_group()"),
  .returned("vfork_true()", 0),
  .endless("vfork_and_hang()"),
  .returned("clone_sharing_memory()"),
  .returned("make_io_uring()", -1),
  .returned("make_userfaultfd()", -1),
  .returned("change_personality(0x40000)", 0),
  .returned("unshare_everything()", -1),
  .returned("become_user(65534)", -1),
  HostileRow(statement: "exec_from_memory()", outcome: "exited", status: 70, value: 0),
  .returned("run_preloaded()", 7 << 8),
  .returned("kill_everything(9)"),
  .returned("make_shared_object()", -1),
  .returned("make_semaphores()", -1),
  .returned("make_queue()", -1),
  .returned("remove_shared_object(0)", -1),
  .crash("queue_signal(10)", "SIGUSR1", 10, "the signal ended the process"),
]

private let timers: [HostileRow] = [
  .returned("alarm_often()"),
  .returned("interrupt_often()"),
]

private let stacks: [HostileRow] = [
  .crash("crash_on_lost_altstack()", "SIGSEGV", 11, unobserved),
  .returned("switch_stack(0)", 0),
  .crash("switch_stack(1)", "SIGSEGV", 11, "read of 0x0, a null pointer"),
  .crash("lose_stack_pointer()", "SIGSEGV", 11, "the stack pointer was overwritten, it is 0x0"),
  .crash("lose_thread_pointer()", "SIGSEGV", 11, "read of 0x"),
  .crash("crash_in_handler()", "SIGSEGV", 11, unobserved),
  .endless("loop_in_handler()"),
  .crash("abort_handled()", "SIGABRT", 6, "called abort"),
  .crash("overflow_thread_stack()", "SIGSEGV", 11, "past the end of the stack"),
  .endless("exit_hanging()"),
  .returned("large_frame(1000000)", 1),
  .crash("large_frame(100000000)", "SIGSEGV", 11, "past the end of the stack"),
  .returned("pop_too_much()"),
]

private let processor: [HostileRow] = [
  .returned("set_alignment_check()"),
  .crash("set_trap_flag()", "SIGTRAP", 5),
  .returned("trap_floating_point()"),
  .returned("fill_x87_stack()"),
  .crash("misaligned_vector()", "SIGSEGV", 11, "1, which is no multiple of 16"),
]

private let waits: [HostileRow] = [
  .endless("open_fifo(getenv(\"TMPDIR\"))"),
  .endless("read_zeroes()"),
  .endless("wait_on_futex()"),
  .endless("stop_with_full_pipe()"),
]

private let channels: [HostileRow] = [
  .lost("shut_sockets()"),
  .lost("forge_answer()"),
  .returned("scribble_ledger()", 1),
  .returned("never_wait()"),
  .returned("wait_for_much()"),
  .returned("cancel_itself()"),
  // Messages that another thread reads never come: nothing tells that from code that hangs.
  .returned("thread_writes_on()"),
]

/// Every limit there is (`getrlimit(2)`), to nothing; those that sonde needs are refused.
private let limits: [HostileRow] = (0..<16).map { resource in
  .returned("limit_resource(\(resource), 0)", [0, 6, 7, 12].contains(resource) ? -1 : 0)
}

@Suite struct IntrusionCallTests {
  private func call(
    _ statements: String..., options: [String] = [], within seconds: Double = 120
  ) throws -> [[String: Any]] {
    let run = try runSonde(
      ["call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes")]
        + [
          "--declare",
          "char *getenv(const char *name); "
            + "int snprintf(char *to, unsigned long size, const char *format, ...);",
        ] + options + ["--json"] + statements,
      within: seconds)
    #expect(run.survivors.isEmpty, "processes left behind")
    let found = try objects(run)
    try #require(found.count == statements.count, "\(run.errorText)")
    return found
  }

  private func denials(_ object: [String: Any]) -> [String] {
    (object["denied"] as? [[String: Any]] ?? []).compactMap { $0["attempt"] as? String }
  }

  private func remarks(_ object: [String: Any]) -> [String] {
    object["remarks"] as? [String] ?? []
  }

  @Test(arguments: HostileRow.batches(rows))
  private func `the outcome is true, the state is that before, and nothing is left`(
    batch: HostileBatch
  ) throws {
    try batch.check()
  }

  @Test func `all limits at once leave a process that can be called and undone`() throws {
    let found = try call(
      "survivor()", "limit_everything()", "survivor()", "read_null()", "survivor()", ":undo 3",
      "survivor()")
    #expect(found[1]["value"] as? Int == 12)
    #expect(denials(found[1]).contains { $0.contains("a limit that sonde itself needs") })
    #expect(found[2]["value"] as? Int == 2)
    #expect(found[3]["outcome"] as? String == "crashed")
    #expect(found[4]["value"] as? Int == 3)
    #expect(found[6]["value"] as? Int == 2)
  }

  @Test func `a filter against every system call ends the call that set it`() throws {
    // Not even the answer can be sent, nor the process ended as it wants to be.
    let found = try call("survivor()", "forbid_calls()", "survivor()", options: ["--timeout", "2"])
    #expect(["crashed", "timed_out"].contains(found[1]["outcome"] as? String))
    #expect(found[2]["value"] as? Int == 2)
  }

  @Test func `a timer that runs out later ends a later statement, and the one after that works`()
    throws
  {
    let found = try call("survivor()", "alarm_in(200)", "loop_sleeping()", "survivor()")
    let crash = found[2]["crash"] as? [String: Any]
    #expect(crash?["signal"] as? String == "SIGALRM")
    #expect((crash?["explanation"] as? String)?.contains("timer") == true)
    #expect(found[3]["value"] as? Int == 2)
  }

  @Test func `a thread that exits later ends a later statement, and the one after that works`()
    throws
  {
    let found = try call("survivor()", "thread_exits_later(3)", "loop_sleeping()", "survivor()")
    #expect(found[2]["outcome"] as? String == "exited")
    #expect(found[2]["exit_status"] as? Int == 3)
    #expect(found[3]["value"] as? Int == 2)
  }

  @Test func `threads that take sonde's messages away cost one statement`() throws {
    let found = try call(
      "survivor()", "steal_requests()", "survivor()", "survivor()", "survivor()", "survivor()",
      options: ["--timeout", "2"])
    #expect(found[1]["outcome"] as? String == "returned")
    // Which one it is depends on who is faster; with it the threads are gone.
    let outcomes = found[2...].map { $0["outcome"] as? String }
    #expect(outcomes.allSatisfy { ["timed_out", "returned"].contains($0) }, "\(outcomes)")
    #expect(outcomes.count { $0 == "timed_out" } <= 1, "\(outcomes)")
    #expect((found.compactMap { $0["value"] as? Int }.last ?? 0) >= 2, "\(found)")
  }

  @Test func `sockets that never wait, or wait for more, carry long texts all the same`() throws {
    let found = try call(
      "survivor()", "never_wait()", "long_text(900000)", "wait_for_much()", "long_text(900000)",
      "survivor()")
    for index in [2, 4] {
      let text = (found[index]["value"] as? [String: Any])?["string"] as? String
      #expect(text?.utf8.count == 900_000, "\(found[index]["outcome"] ?? "")")
    }
    #expect(found[5]["value"] as? Int == 2)
  }

  @Test func `a caller that is cancelled while nothing runs ends in the next call that can`()
    throws
  {
    let found = try call(
      "survivor()", "cancelled_later()", "wait_a_moment()", "survivor()", "cancel_itself()",
      "survivor()", "wait_a_moment()", "survivor()")
    let kinds = found.map { ($0["exception"] as? [String: Any])?["type"] as? String }
    // The thread cancels during the wait or before it; both times it is the wait that ends.
    #expect(found[2]["outcome"] as? String == "threw", "\(found[2])")
    #expect(kinds[2] == "abi::__forced_unwind")
    #expect(found[3]["value"] as? Int == 2)
    #expect(found[4]["outcome"] as? String == "returned")
    #expect(found[5]["value"] as? Int == 3)
    #expect(kinds[6] == "abi::__forced_unwind")
    #expect(found[7]["value"] as? Int == 4)
  }

  @Test(arguments: [
    (1, "crashed", "a null pointer"), (2, "timed_out", ""), (3, "error", "the copy died"),
  ])
  func `trouble that called code makes whenever its process is copied is told`(
    kind: Int, outcome: String, text: String
  ) throws {
    let found = try call(
      "survivor()", "trouble_at_fork(\(kind))", "survivor()", "survivor()",
      options: ["--timeout", "3"])
    #expect(found[2]["outcome"] as? String == outcome, "\(found[2])")
    let crash = (found[2]["crash"] as? [String: Any])?["explanation"] as? String
    let error = (found[2]["error"] as? [String: Any])?["message"] as? String
    let told = (remarks(found[2]) + [crash, error].compactMap { $0 }).joined(separator: "; ")
    #expect(text.isEmpty || told.contains(text), "\(found[2])")
    #expect(told.contains("the state is that before 'trouble_at_fork"), "\(found[2])")
    #expect(found[3]["value"] as? Int == 2)
  }

  @Test func `a handler that never ends, between two calls, costs one statement`() throws {
    let found = try call(
      "survivor()", "spin_later(1)", "wait_a_moment()", "survivor()", options: ["--timeout", "3"])
    #expect(found[2]["outcome"] as? String == "timed_out", "\(found[2])")
    #expect((found[3]["value"] as? Int ?? 0) >= 2)
  }

  @Test func `a limit of processor time ends the call that reaches it`() throws {
    let found = try call(
      "survivor()", "limit_resource(0, 1)", "loop_busy()", "survivor()",
      options: ["--timeout", "40"])
    let crash = found[2]["crash"] as? [String: Any]
    #expect(crash?["signal"] as? String == "SIGKILL")
    #expect((crash?["explanation"] as? String)?.contains("its limit of processor time") == true)
    #expect(found[3]["value"] as? Int == 2)
  }

  // MARK: Processes

  @Test func `a fork bomb is held, told of, and gone`() throws {
    let found = try call(
      "survivor()", "make_children(3000)", "survivor()", options: ["--timeout", "30"])
    let made = found[1]["value"] as? Int ?? 0
    #expect(made > 100 && made < 1100, "\(made) processes")
    #expect(denials(found[1]).contains { $0.contains("more than 1024 processes at a time") })
    #expect(found[2]["value"] as? Int == 2)
  }

  @Test func `processes that fork without end are ended faster than they fork`() throws {
    let found = try call(
      "survivor()", "fork_bomb(60000)", "survivor()", options: ["--timeout", "2"], within: 90)
    #expect(found[1]["outcome"] as? String == "timed_out")
    #expect(found[2]["value"] as? Int == 2)
  }

  @Test func `nothing outlives a front that is killed, not even code that left its group`() throws {
    let home = try TemporaryDirectory()
    let started = try startSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      // Only a process that was copied leads no session and can begin one.
      "read_null()", "new_session()", "new_group()", "loop_blocking_signals()", "--timeout", "60",
      "--json", home: home)
    let isLooping = started.wait(within: 30) {
      started.outputSoFar.split(separator: "\n").count == 3
    }
    #expect(isLooping, "\(started.errorOutputSoFar)")
    let sessions = started.outputSoFar.split(separator: "\n").dropFirst().first
    #expect(sessions?.contains("\"value\":-1") == false, "the session was not left")
    started.signal(SIGKILL)
    #expect(ProcessTable.marked(started.mark, goneWithin: 5).isEmpty)
    _ = try started.finish(within: 10)
  }

  @Test func `the scratch folder of a front that was killed goes with the next start`() throws {
    let home = try TemporaryDirectory()
    let place = try home.makeFolder("scratch")
    let started = try startSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "survivor()", "loop_sleeping()", "--timeout", "60", "--json", home: home,
      environment: ["TMPDIR": place])
    #expect(started.wait(within: 30) { started.outputSoFar.contains("\n") })
    started.signal(SIGKILL)
    _ = try started.finish(within: 10)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 1)
    let run = try runSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "survivor()", environment: ["TMPDIR": place])
    run.expectStatus(0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).isEmpty)
  }

  // MARK: What no copy has

  @Test func `threads, shared memory and open files are told, once`() throws {
    let found = try call(
      "thread_lives_on(1000)", "survivor()", "map_shared()", "count_shared()", "count_shared()",
      ":undo 2", "count_shared()")
    #expect(remarks(found[0]).contains { $0.contains("1 more thread") })
    #expect(remarks(found[1]).isEmpty)
    #expect(remarks(found[2]).contains { $0.contains("is shared (4096 bytes)") })
    #expect(remarks(found[3]).isEmpty)
    // As the remark says.
    #expect(found[6]["value"] as? Int == 3)
  }

  @Test func `an open file is told with its name, and a closed one no more`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--declare",
      "int open(const char *path, int flags); int close(int); int pipe(int *ends); "
        + "char *malloc(unsigned long size);",
      "int file = open(\"/etc/passwd\", 0);", "1", "int ends[2];", "pipe(ends)", "close(file)",
      "open(\"/etc/passwd\", 0)", "--json")
    run.expectStatus(0)
    let found = try objects(run)
    func told(_ index: Int) -> Int {
      remarks(found[index]).filter { $0.contains("is open on") }.count
    }
    #expect((0..<6).map(told) == [1, 0, 0, 2, 0, 1])
    #expect(remarks(found[0]).first?.contains("/etc/passwd") == true)
  }

  // MARK: Files

  @Test func `a disk that is full is an errno, in the folder that is allowed`() throws {
    let full = try call("fill_file(\"/dev/full\", 1)", "survivor()")
    #expect(full[0]["value"] as? Int == 0)
    #expect((full[0]["errno"] as? [String: Any])?["name"] as? String == "ENOSPC")
    let folder = try TemporaryDirectory()
    // Where a file system of a megabyte can be had, a real one.
    let isMounted = (try? mount(on: folder.path)) ?? false
    defer { if isMounted { umount2(folder.path, 2) } }
    try #require(isMounted || getuid() != 0, "root can mount")
    guard isMounted else { return }
    let found = try call(
      "fill_file(\"\(folder.path)/file\", 4)", "survivor()",
      options: ["--allow", "write=\(folder.path)"])
    #expect(found[0]["value"] as? Int == 1 << 20)
    #expect((found[0]["errno"] as? [String: Any])?["name"] as? String == "ENOSPC")
    #expect(found[1]["value"] as? Int == 1)
  }

  private func mount(on path: String) throws -> Bool {
    let run = try ProgramRun.run(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "none", path], environment: [:])
    return run.ending == .exited(0)
  }

  @Test func `the scratch folder's disk is not filled by file after file`() throws {
    let folder = try TemporaryDirectory()
    let isMounted = (try? mount(on: folder.path)) ?? false
    defer { if isMounted { umount2(folder.path, 2) } }
    try #require(isMounted || getuid() != 0, "root can mount")
    guard isMounted else { return }
    let run = try runSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "--declare",
      "char *getenv(const char *name); "
        + "int snprintf(char *to, unsigned long size, const char *format, ...);",
      "char path[4096];", "snprintf(path, sizeof path, \"%s/a\", getenv(\"TMPDIR\"))",
      "fill_file(path, 4)", "snprintf(path, sizeof path, \"%s/b\", getenv(\"TMPDIR\"))",
      "fill_file(path, 1)", "--json", environment: ["TMPDIR": folder.path])
    run.expectStatus(0)
    let found = try objects(run)
    #expect((found[2]["value"] as? Int ?? 0) > 1 << 19)
    #expect(found[4]["value"] as? Int == -1)
    #expect((found[4]["errno"] as? [String: Any])?["name"] as? String == "ENOSPC")
    #expect(denials(found[4]).contains { $0.contains("nearly full") }, "\(found[4])")
  }

  @Test func `a file in the scratch folder has a limit, and the folder may be emptied`() throws {
    let found = try call(
      "char path[4096];", "snprintf(path, sizeof path, \"%s/file\", getenv(\"TMPDIR\"))",
      "limit_resource(1, 1 << 20)", "fill_file(path, 4)", "remove_folder(getenv(\"TMPDIR\"))",
      "survivor()")
    #expect(found[3]["value"] as? Int == 1 << 20)
    #expect((found[3]["errno"] as? [String: Any])?["name"] as? String == "EFBIG")
    #expect(found[5]["value"] as? Int == 1)
  }
}

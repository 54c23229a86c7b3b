import Foundation
import TestSupport
import Testing

/// What `sonde call --json` tells of memory, heap and sandbox.
@Suite struct EffectsTests {
  private func call(
    _ library: String, _ statements: [String], options: [String] = []
  ) throws -> [[String: Any]] {
    let run = try runSonde(
      ["call", SampleLibraries.path(library), "--header", SampleLibraries.header(library)]
        + options + ["--json"] + statements)
    #expect(run.survivors.isEmpty)
    return try objects(run)
  }

  private func changes(_ object: [String: Any]) -> [[String: Any]] {
    object["changes"] as? [[String: Any]] ?? []
  }

  private func blocks(_ object: [String: Any], _ key: String) -> [Int] {
    let allocations = object["allocations"] as? [String: Any]
    return (allocations?[key] as? [[String: Any]] ?? []).compactMap { $0["size"] as? Int }
  }

  // MARK: Memory

  @Test func `three places written in one call are three changes with their values`() throws {
    let found = try call("globals", ["change_three()"])
    let told = changes(found[0])
    #expect(
      Set(told.compactMap { $0["name"] as? String }) == ["counter", "numbers[2]", "state.ratio"])
    func change(_ name: String) -> [String: Any] {
      told.first { $0["name"] as? String == name } ?? [:]
    }
    #expect(change("counter")["before"] as? Int == 0)
    #expect(change("counter")["after"] as? Int == 7)
    #expect(change("counter")["length"] as? Int == 4)
    #expect(change("numbers[2]")["before"] as? Int == 4)
    #expect(change("numbers[2]")["after"] as? Int == 99)
    #expect(change("state.ratio")["before"] as? Double == 0.25)
    #expect(change("state.ratio")["after"] as? Double == 1.5)
  }

  @Test(arguments: ["change_nothing()", "counter_get()", "numbers_sum()"])
  func `a call that changes nothing has an empty list`(statement: String) throws {
    let found = try call("globals", ["counter_add(1)", statement, statement])
    for object in found.dropFirst() {
      #expect((object["changes"] as? [Any])?.count == 0, "\(object)")
    }
  }

  @Test func `text is told as text`() throws {
    let told = changes(try call("globals", [#"text_set("hey")"#])[0])
    #expect(told.count == 1)
    #expect(told.first?["name"] as? String == "text_buffer")
    #expect(told.first?["before"] as? String == "initial")
    #expect(told.first?["after"] as? String == "hey")
  }

  @Test func `four thousand bytes of one array are one change`() throws {
    let told = changes(try call("globals", ["change_many()"])[0])
    #expect(told.count == 1)
    #expect(told.first?["name"] as? String == "zeros")
    #expect(told.first?["length"] as? Int == 4000)
  }

  @Test func `a byte of a heap block is told with the block`() throws {
    let found = try call("globals", ["block_keep(100)", "block_poke(3, 9)"])
    let told = changes(found[1])
    #expect(told.count == 1)
    let name = told.first?["name"] as? String ?? ""
    #expect(name.hasPrefix("heap block 0x") && name.hasSuffix("+3"), "\(name)")
    #expect(told.first?["before"] as? String == "5a")
    #expect(told.first?["after"] as? String == "09")
    #expect(told.first?["length"] as? Int == 1)
  }

  @Test func `a thread-local variable is told by its name`() throws {
    let found = try call("globals", ["thread_number_set(5)", "thread_number_set(6)"])
    let told = changes(found[1]).first
    #expect(told?["name"] as? String == "thread_number")
    #expect(told?["after"] as? Int == 6)
  }

  // MARK: Heap

  @Test func `blocks allocated, freed and left are told with their sizes`() throws {
    let found = try call("globals", ["allocate_and_leak()", "block_keep(100)", "block_drop()"])
    #expect(blocks(found[0], "allocated") == [16, 32])
    #expect(blocks(found[0], "freed") == [16])
    #expect(blocks(found[0], "live") == [32])
    #expect(blocks(found[1], "live") == [100])
    #expect(blocks(found[2], "freed") == [100])
    #expect(blocks(found[2], "allocated").isEmpty)
  }

  @Test func `libc's own functions are in the ledger too`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--declare",
      "char *strdup(const char *s); void *malloc(unsigned long n);",
      #"strdup("hello")"#, "malloc(77)", "--json")
    run.expectStatus(0)
    let found = try objects(run)
    #expect(blocks(found[0], "live") == [6])
    #expect(blocks(found[1], "live") == [77])
  }

  @Test func `a block freed by an earlier statement is told with both statements`() throws {
    let found = try call("crashes", ["hold_block(48)", "free_held()", "free_held()"])
    let crash = found[2]["crash"] as? [String: Any]
    #expect(crash?["signal"] as? String == "SIGABRT")
    let explanation = crash?["explanation"] as? String ?? ""
    #expect(explanation.contains("a block of 48 bytes that 'hold_block(48)' allocated"))
    #expect(explanation.contains("'free_held()' freed it first"))
  }

  @Test func `what was undone is not taken for what came instead`() throws {
    let found = try call(
      "crashes",
      [
        "survivor()", ":undo", "hold_block(48)", "free_held()", ":undo", "free_held()",
        "free_held()",
      ])
    let explanation = (found[6]["crash"] as? [String: Any])?["explanation"] as? String ?? ""
    #expect(explanation.contains("a block of 48 bytes that 'hold_block(48)' allocated"))
    #expect(explanation.contains("'free_held()' freed it first"))
  }

  // MARK: Crashes

  @Test func `the backtrace names functions through all libraries, with file and line`() throws {
    let found = try call("crashes", ["call_abort()", "read_null()"])
    let abort = (found[0]["crash"] as? [String: Any])?["backtrace"] as? [[String: Any]] ?? []
    let names = abort.compactMap { $0["function"] as? String }
    #expect(names.contains("abort"))
    #expect(names.last == "call_abort")
    let null = (found[1]["crash"] as? [String: Any])?["backtrace"] as? [[String: Any]] ?? []
    #expect(null.count == 1)
    #expect(null.first?["function"] as? String == "read_null")
    #expect((null.first?["library"] as? String)?.hasSuffix("/libcrashes.so") == true)
    #expect((null.first?["offset"] as? Int ?? 0) > 0)
    #expect((null.first?["file"] as? String)?.hasSuffix("crashes.c") == true)
    #expect(null.first?["line"] is Int)
  }

  @Test func `what died can be looked at until the next statement`() throws {
    let found = try call(
      "crashes",
      [
        "char text[8] = \"before\";", "(fill(text, 5, 'x'), read_address(80))", ":dead text",
        ":dead", "text", ":dead", ":dead text",
      ])
    #expect(found[2]["text"] as? String == "\"xxxxxe\"", "\(found[2])")
    let registers = found[3]["registers"] as? [String: Any]
    #expect(registers?.count == 17 || registers?.count == 33)
    #expect(registers?.values.contains { $0 as? String == "0x50" } == true)
    let told = (found[1]["crash"] as? [String: Any])?["registers"] as? [String: Any]
    #expect(told?.count == registers?.count)
    // As before the statement that died; and then there is nothing left to look at.
    #expect(found[4]["text"] as? String == "\"before\"")
    #expect(found[5]["outcome"] as? String == "error")
    #expect(found[6]["outcome"] as? String == "error")
  }

  // MARK: Sandbox

  @Test func `a file outside cannot be written, and the option that allows it is told`() throws {
    let folder = try TemporaryDirectory()
    let file = folder.path + "/filled"
    let statement = "fill_file(\"\(file)\", 1)"
    let denied = try call("crashes", [statement])[0]
    #expect(denied["value"] as? Int == -1)
    #expect((denied["errno"] as? [String: Any])?["name"] as? String == "EACCES")
    let denial = (denied["denied"] as? [[String: Any]])?.first
    let real = URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path
    #expect(denial?["option"] as? String == "--allow write=\(real)")
    #expect(!FileManager.default.fileExists(atPath: file))
    let allowed = try call("crashes", [statement], options: ["--allow", "write=\(folder.path)"])[0]
    #expect(allowed["value"] as? Int == 1 << 20)
    #expect(allowed["denied"] == nil)
  }

  @Test func `permissions outside cannot be changed, which Landlock alone would let pass`() throws {
    let folder = try TemporaryDirectory()
    let file = folder.path + "/plain"
    try Data().write(to: URL(fileURLWithPath: file))
    let statement = "change_mode(\"\(file)\")"
    let denied = try call("crashes", [statement])[0]
    #expect(denied["value"] as? Int == -1)
    #expect((denied["errno"] as? [String: Any])?["name"] as? String == "EACCES")
    let allowed = try call("crashes", [statement], options: ["--allow", "write=\(folder.path)"])[0]
    #expect(allowed["value"] as? Int == 0)
  }

  @Test func `the network is closed unless it is allowed`() throws {
    // The discard port: refused or accepted, but reached.
    let denied = try call("crashes", ["connect_local(9)"])[0]
    #expect((denied["errno"] as? [String: Any])?["name"] as? String == "EPERM")
    let option = (denied["denied"] as? [[String: Any]])?.first?["option"] as? String
    #expect(option == "--allow network")
    let allowed = try call("crashes", ["connect_local(9)"], options: ["--allow", "network"])[0]
    #expect((allowed["errno"] as? [String: Any])?["name"] as? String != "EPERM")
  }

  @Test func `a signal to a process outside is denied and told, one to itself is not`() throws {
    let home = try TemporaryDirectory()
    let other = try startSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "survivor()", "loop_sleeping()", "--timeout", "60", "--json", home: home)
    #expect(other.wait(within: 30) { other.outputSoFar.contains("\n") })
    let run = try runSonde(
      "call", "libc.so.6", "--declare", "int kill(int, int); int getpid(void);",
      "kill(\(other.id), 9)", "kill(1, 0)", "kill(getpid(), 0)", "kill(999999999, 9)",
      "--json")
    run.expectStatus(0)
    let found = try objects(run)
    #expect(found.map { $0["value"] as? Int } == [-1, -1, 0, -1])
    func option(_ index: Int) -> String? {
      (found[index]["denied"] as? [[String: Any]])?.first?["option"] as? String
    }
    #expect((0..<4).map(option) == ["--allow all", "--allow all", nil, nil])
    #expect((found[3]["errno"] as? [String: Any])?["name"] as? String == "ESRCH")
    other.signal(SIGTERM)
    _ = try other.finish(within: 30)
  }

  @Test func `the scratch folder can be written, and goes with the session`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--declare",
      "char *getenv(const char *n); char *mkdtemp(char *t); int chdir(const char *p); "
        + "int mkdir(const char *p, unsigned m);",
      #"getenv("TMPDIR")"#, #"chdir(getenv("TMPDIR"))"#, #"mkdir("made", 448)"#, "--json")
    let found = try objects(run)
    let folder = (found[0]["value"] as? [String: Any])?["string"] as? String ?? ""
    #expect(folder.contains("/sonde-"))
    #expect(!FileManager.default.fileExists(atPath: folder))
    if found[1]["outcome"] as? String == "returned" {
      #expect(found[2]["value"] as? Int == 0)
    }
  }

  @Test func `files can be read`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--declare",
      "int open(const char *p, int f); long read(int, void *, unsigned long);",
      #"open("/etc/passwd", 0)"#, "--json")
    run.expectStatus(0)
    #expect((try objects(run).first?["value"] as? Int ?? -1) >= 0)
  }

  @Test(arguments: ["write=", "write=/no/such/folder", "everything", ""])
  func `an allowance that is none is refused`(word: String) throws {
    try runSonde("call", "m", "cos(0)", "--allow", word).expectError(64, containing: "--allow")
  }

  @Test func `without snapshots calls work, and a crash starts afresh`() throws {
    let found = try call(
      "crashes", ["survivor()", "survivor()", "read_null()", "survivor()"],
      options: ["--no-snapshot"])
    #expect(found[1]["value"] as? Int == 2)
    #expect(found[1]["changes"] == nil)
    #expect(found[2]["outcome"] as? String == "crashed")
    #expect(found[3]["value"] as? Int == 1)
  }

  // MARK: Undo

  @Test func `statements are taken back, with the library's state and the variables`() throws {
    let found = try call(
      "globals",
      [
        "counter_add(5)", "int n = 7;", "counter_add(10)", "n = 8", ":undo", "n", ":undo 2",
        "counter_get()", "n",
      ])
    #expect(found.map { $0["value"] as? Int } == [5, nil, 15, 8, nil, 7, nil, 5, 7])
    #expect(found[4]["undone"] as? [String] == ["n = 8"])
    #expect(found[6]["undone"] as? [String] == ["counter_add(10)", "n"])
  }

  @Test func `more cannot be taken back than there was`() throws {
    let run = try runSonde("call", "m", "1 + 1", ":undo 2")
    run.expectStatus(1)
    #expect(run.errorText.contains("only the last statement can be undone"))
  }

  @Test(arguments: [":undo x", ":undo 0", ":nothing"])
  func `a command that is none is refused`(command: String) throws {
    try runSonde("call", "m", command).expectError(64, containing: "sonde: " + command)
  }

  @Test func `leaks are listed with the statements that made them`() throws {
    let found = try call(
      "globals", ["block_keep(100)", "allocate_and_leak()", "block_drop()", ":leaks"])
    let live = found[3]["live"] as? [[String: Any]] ?? []
    #expect(live.map { $0["size"] as? Int } == [32])
    #expect(live.map { $0["statement"] as? String } == ["allocate_and_leak()"])
  }

  // MARK: Guarded buffers

  @Test func `one byte past the end of a variable is a fault with its name`() throws {
    let found = try call(
      "crashes", ["char dest[16];", "fill(dest, 16, 1)", "fill(dest, 17, 2)", "dest[0]"])
    #expect(found[1]["outcome"] as? String == "returned")
    let crash = found[2]["crash"] as? [String: Any]
    let explanation = crash?["explanation"] as? String ?? ""
    #expect(crash?["signal"] as? String == "SIGSEGV")
    #expect(explanation.contains("1 byte past the end of 'dest'"), "\(explanation)")
    #expect(explanation.contains("argument 1 ('to') of 'fill' holds it"), "\(explanation)")
    // As before the call that crashed.
    #expect(found[3]["value"] as? Int == 1)
  }

  @Test func `a byte before the start of a variable is told as a change`() throws {
    let found = try call("crashes", ["char dest[16];", "fill(dest - 2, 3, 7)"])
    let names = changes(found[1]).compactMap { $0["name"] as? String }
    #expect(names.contains { $0.hasPrefix("dest[-2]") }, "\(names)")
    #expect(names.contains { $0 == "dest" || $0 == "dest[0]" }, "\(names)")
  }

  @Test func `a variable's change is told with its type`() throws {
    let found = try call(
      "crashes",
      [
        "int n = 1;", "struct p { int x; double y; } p = {1, 2};",
        "fill((char *)&n, 1, 9)", "fill((char *)&p.y, 8, 0)",
      ])
    let number = changes(found[2]).first
    #expect(number?["name"] as? String == "n")
    #expect(number?["before"] as? Int == 1)
    #expect(number?["after"] as? Int == 9)
    let member = changes(found[3]).first
    #expect(member?["name"] as? String == "p.y")
    #expect(member?["before"] as? Double == 2)
    #expect(member?["after"] as? Double == 0)
  }

  @Test func `what a pointer points to on the heap is told through the pointer`() throws {
    let found = try call(
      "crashes",
      [
        "int *list = (int *)allocate(12);", "fill((char *)list, 12, 0)",
        "fill((char *)list, 1, 5)",
      ])
    let change = changes(found[2]).first
    #expect(change?["name"] as? String == "list[0]")
    #expect(change?["after"] as? Int == 5)
  }
}

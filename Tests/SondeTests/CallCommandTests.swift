import Foundation
import TestSupport
import Testing

/// `sonde call` on a sample library, with its own header.
private func call(
  _ library: String, _ arguments: String..., environment: [String: String?] = [:]
) throws -> ProgramRun {
  try runSonde(
    ["call", SampleLibraries.path(library), "--header", SampleLibraries.header(library)]
      + arguments, environment: environment)
}

/// The objects of JSON Lines.
func objects(_ run: ProgramRun) throws -> [[String: Any]] {
  try run.lines.map {
    try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
  }
}

@Suite struct CallCommandTests {
  private let crc32 =
    "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);"

  @Test func `a statement that begins with a minus is no option`() throws {
    let run = try runSonde(["call", "libc.so.6", "-7 / 2", "--json", "-7/2", "-abs(3)"])
    run.expectStatus(0)
    let lines = try objects(run)
    #expect(lines.map { $0["statement"] as? String } == ["-7 / 2", "-7/2", "-abs(3)"])
    #expect(lines.map { $0["value"] as? Int } == [-3, -3, -3])
    try runSonde(["call", "libc.so.6", "-x"]).expectStatus(64)
  }

  @Test func `what the library needs is known by its profiles too`() throws {
    let run = try runSonde([
      "call", "libsqlite3.so.0", "sqlite3 *db;", "sqlite3_open(\":memory:\", &db)",
      "int row(void *d, int n, char **v, char **names) { puts(v[0]); return SEEK_SET; }",
      "sqlite3_exec(db, \"select 40 + 2\", row, 0, 0)", "SOCK_STREAM",
    ])
    run.expectStatus(0)
    #expect(run.text.hasSuffix("\n42\n0\n1\n"))
  }

  @Test func `crc32 of hello is what zlib says`() throws {
    let run = try runSonde(
      "call", "libz.so.1", "--declare", crc32, #"crc32(0, "hello", 5)"#)
    run.expectOutput("907060870\n")
  }

  @Test func `a returned call as JSON has the keys of the contract and no others`() throws {
    let run = try runSonde(
      "call", "libz.so.1", "--declare", crc32, #"crc32(0, "hello", 5)"#, "--json")
    run.expectStatus(0)
    let object = try #require(try objects(run).first)
    #expect(
      Set(object.keys) == [
        "statement", "outcome", "type", "value", "text", "errno", "duration_ns", "stdout",
        "stderr", "changes", "allocations",
      ])
    #expect(object["statement"] as? String == #"crc32(0, "hello", 5)"#)
    #expect(object["outcome"] as? String == "returned")
    #expect(object["type"] as? String == "unsigned long")
    #expect(object["value"] as? Int == 907_060_870)
    #expect(object["text"] as? String == "907060870")
    #expect(object["errno"] is NSNull)
  }

  @Test func `cos of one half has every digit`() throws {
    let run = try runSonde(
      "call", "libm.so.6", "--declare", "double cos(double x);", "cos(0.5)")
    run.expectOutput("0.8775825618903728\n")
  }

  @Test func `a string result is shown as a string`() throws {
    let run = try runSonde(
      "call", "libsqlite3.so.0", "--declare", "const char *sqlite3_libversion(void);",
      "sqlite3_libversion()", "--json")
    run.expectStatus(0)
    let value = try #require(try objects(run).first?["value"] as? [String: Any])
    let version = try #require(value["string"] as? String)
    #expect(version.hasPrefix("3."))
    #expect((value["pointer"] as? String)?.hasPrefix("0x") == true)
  }

  @Test func `a cast calls without a prototype`() throws {
    let run = try runSonde("call", "m", "((double (*)(double))cos)(0.5)")
    run.expectOutput("0.8775825618903728\n")
  }

  @Test func `a prototype can be a statement`() throws {
    let run = try runSonde("call", "m", "double cos(double x);", "cos(0.5)")
    run.expectOutput("0.8775825618903728\n")
  }

  @Test func `a function without prototype is refused, and the line that helps is shown`() throws {
    let run = try runSonde(
      "call", "libz.so.1", #"crc32(0, "hello", 5)"#, environment: ["SONDE_PROFILES": ""])
    run.expectError(64, containing: "no prototype is known for 'crc32'")
    #expect(run.errorText.contains("sonde profile add libz.so.1 'RESULT crc32(PARAMETERS);'"))
    #expect(run.errorText.contains("\n  crc32(0, \"hello\", 5)\n  ^"))
  }

  @Test func `state lasts from one statement to the next`() throws {
    try call("globals", "counter_add(5)", "counter_add(1)", "counter_get()")
      .expectOutput("5\n6\n6\n")
  }

  @Test func `after a crash the next statement finds the state before it`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "survivor()", "survivor()", "read_null()", "survivor()")
    run.expectStatus(139)
    #expect(run.text == "1\n2\n3\n")
  }

  @Test func `--stop ends at the first statement that does not return`() throws {
    let run = try call("crashes", "--stop", "survivor()", "read_null()", "survivor()")
    run.expectStatus(139)
    #expect(run.text == "1\n")
  }

  @Test func `errno stays readable, also where debug information has a variable of that name`()
    throws
  {
    try runSonde(
      "call", "c", "errno", "close(-1)", "errno == EBADF", "errno = 2", "strerror(errno)"
    )
    .expectOutput(
      """
      0
      -1  /* errno 9 EBADF: Bad file descriptor */
        /* it failed: Bad file descriptor */
      1
      2
      "No such file or directory"

      """)
  }

  @Test func `types are shown without annotations, and bodies without their members`() throws {
    let reports = try objects(
      runSonde("call", "c", "struct { int a; } x = {1};", "x", "strlen", "strlen(1)", "--json"))
    #expect(reports[1]["type"] as? String == "struct {...}")
    #expect(reports[2]["type"] as? String == "size_t (*)(const char *s)")
    let error = try #require(reports[3]["error"] as? [String: Any])
    let message = try #require(error["message"] as? String)
    #expect(message.hasPrefix("argument 1 of 'strlen', 'const char *s': 1 is no pointer"))
  }

  @Test func `a profile of the command line goes before the library's own`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("own.h")
    try write(
      """
      #pragma sonde library "libz.so.1"
      typedef unsigned level; /* crc32 of 32 bits */
      [[sonde::success("result != 0")]] level crc32(level crc, const char *buf, level len);
      """, to: path)
    let crc = #"crc32(0, "hello", 5)"#
    let run = try runSonde("call", "z", "--profile", path, crc, "--json")
    #expect(try objects(run).first?["type"] as? String == "level")
    #expect(try objects(run).first?["success"] as? Bool == true)
    // What the command line declares goes before that.
    let declared = "--declare=int crc32(int, char *, int);"
    let over = try runSonde("call", "z", "--profile", path, declared, crc, "--json")
    #expect(try objects(over).first?["type"] as? String == "int")
    try write("int crc32(;", to: path)
    let broken = try runSonde("call", "z", "--profile", path, crc)
    broken.expectStatus(64)
    #expect(broken.errorText.contains("own.h:1:11: "))
    try runSonde("call", "z", "--profile", folder.file("none.h"), crc).expectStatus(1)
  }

  @Test func `what called code asked the dynamic linker in vain disturbs no later call`() throws {
    try runSonde(
      "call", "c", "dlsym(0, \"nosuch\")", "abs(-1)", "dlopen(\"nosuch.so\", 1)", "labs(-3)",
      "(dlsym(0, \"nosuch\"), dlerror() != 0)", "abs(-2)"
    ).expectOutput(
      """
      NULL
      1
      NULL
        /* it failed: nosuch.so: cannot open shared object file: No such file or directory */
      3
      1
      2

      """)
  }

  @Test func `errno is shown as a comment, and as JSON`() throws {
    let text = try call("errnos", "fail_with(2)")
    text.expectOutput("-1  /* errno 2 ENOENT: No such file or directory */\n")
    let json = try call("errnos", "fail_with(2)", "succeed()", "--json")
    json.expectStatus(0)
    let reports = try objects(json)
    let errno = try #require(reports.first?["errno"] as? [String: Any])
    #expect(errno["number"] as? Int == 2)
    #expect(errno["name"] as? String == "ENOENT")
    #expect(errno["message"] as? String == "No such file or directory")
    #expect(reports.last?["errno"] is NSNull)
  }

  @Test func `errno is 0 when the function is entered`() throws {
    try call("errnos", "fail_with(5)", "errno_on_entry()").expectOutput(
      "-1  /* errno 5 EIO: Input/output error */\n0\n")
  }

  @Test func `what called code prints goes where it was printed`() throws {
    let run = try call("noisy", "print_line()", "print_error()")
    run.expectStatus(0)
    #expect(!run.text.isEmpty && !run.errorText.isEmpty)
    let json = try call("noisy", "print_without_newline()", "--json")
    let printed = try #require(try objects(json).first?["stdout"] as? String)
    #expect(!printed.isEmpty && !printed.hasSuffix("\n"))
  }

  @Test func `megabytes of output do not stop a call`() throws {
    let run = try call("noisy", "print_megabytes(20)", "--json")
    run.expectStatus(0)
    let report = try #require(try objects(run).first)
    #expect(report["outcome"] as? String == "returned")
    // What is not kept is counted, never lost in silence.
    let kept = try #require(report["stdout"] as? String).utf8.count
    #expect(try kept + #require(report["output_dropped"] as? Int) == 20 << 20)
  }

  @Test func `--stdin is what called code reads`() throws {
    let folder = try TemporaryDirectory()
    try write("four", to: folder.file("input"))
    let run = try call("noisy", "--stdin", folder.file("input"), "read_all()")
    run.expectOutput("4\n")
  }

  @Test func `a missing --stdin file is named`() throws {
    try call("noisy", "--stdin", "/nonexistent", "read_all()")
      .expectError(1, containing: "/nonexistent")
  }
}

@Suite struct ScalarTests {
  /// Every echo function of the sample library gives back the extremes of its type.
  @Test(arguments: [
    ("echo_schar(-128)", "-128"), ("echo_uchar(255)", "255"), ("echo_char('x')", "'x'"),
    ("echo_short(-32768)", "-32768"), ("echo_ushort(65535)", "65535"),
    ("echo_int(-2147483647 )", "-2147483647"), ("echo_uint(4294967295)", "4294967295"),
    ("echo_long(-9223372036854775807)", "-9223372036854775807"),
    ("echo_ulong(18446744073709551615u)", "18446744073709551615"),
    ("echo_llong(9223372036854775807)", "9223372036854775807"),
    ("echo_float(0.1f)", "0.1"), ("echo_double(0.1)", "0.1"),
    ("echo_double(1e308)", "1e+308"), ("echo_ldouble(0.1L)", "0.1"),
    ("echo_ldouble(1e4000L)", "1e+4000"), ("echo_pointer((void *)0xdeadbeef)", "0xdeadbeef"),
    ("echo_pointer(0)", "NULL"), ("echo_bool(true)", "true"), ("echo_bool(0)", "false"),
  ])
  func `scalars come back to the bit`(statement: String, text: String) throws {
    try call("scalars", statement).expectOutput(text + "\n")
  }

  @Test func `integers beyond 2^53 are strings in JSON`() throws {
    let run = try call(
      "scalars", "echo_ulong(9007199254740993u)", "echo_long(9007199254740992)", "--json")
    let reports = try objects(run)
    #expect(reports.first?["value"] as? String == "9007199254740993")
    #expect(reports.last?["value"] as? Int == 9_007_199_254_740_992)
  }
}

@Suite struct TruthTests {
  @Test func `the rounding mode lasts from one statement to the next`() throws {
    // fegetround is FE_UPWARD, 0x800 (fenv.h of x86); rint(0.5) is then 1.
    let run = try runSonde(
      "call", "m", "--declare", "int fesetround(int); int fegetround(void); double rint(double);",
      "fesetround(0x800)", "fegetround()", "rint(0.5)")
    run.expectOutput("0\n2048\n1.0\n")
  }

  @Test func `the direction flag is clear again after code that sets it`() throws {
    try call("crashes", "set_direction_flag()", "survivor()").expectOutput("(void)\n1\n")
  }

  @Test func `an int behind the dots does not depend on earlier calls`() throws {
    // Read as longs: the upper halves must be those of the ints.
    try call(
      "variadics", "sum_ints(3, 1, 2, 3)", "sum_ints(2, 1u, -5)",
      "sum_longs(7, 1, 2, 3, 4, 5, 6, -7)"
    ).expectOutput("6\n-4\n14\n")
  }

  @Test func `JSON says when a string is cut or is not UTF-8`() throws {
    let run = try call("strings", "text_unterminated()", "text_not_utf8()", "text_utf8()", "--json")
    run.expectStatus(0)
    let values = try objects(run).compactMap { $0["value"] as? [String: Any] }
    #expect(values.map { $0["truncated"] as? Bool } == [true, nil, nil])
    #expect(values.map { $0["string_hex"] != nil } == [false, true, false])
  }

  @Test(arguments: ["close_descriptors", "dup_over_descriptors"])
  func `code that takes the probe's descriptors did not exit`(function: String) throws {
    let run = try call("crashes", "--json", "--timeout", "2", "\(function)()", "survivor()")
    run.expectStatus(1)
    let reports = try objects(run)
    #expect(reports.map { $0["outcome"] as? String } == ["error", "returned"])
    #expect(run.text.contains("closed or replaced the probe's own descriptors"))
  }

  @Test func `a constructor is blamed for its crash, not the function`() throws {
    let run = try call("badconstructor", "badconstructor_reached()")
    run.expectError(139, containing: "while the library was loaded, in its constructors: SIGSEGV")
    let json = try call("badconstructor", "badconstructor_reached()", "--json")
    #expect(json.text.contains("while the library was loaded, in its constructors: "))
  }
}

@Suite struct ManyArgumentsTests {
  /// weigh_ints_N and weigh_doubles_N are 1·a₁ + 2·a₂ + …: a wrong register or stack slot shows.
  ///
  /// With aᵢ = i that is the sum of the squares, N(N+1)(2N+1)/6.
  @Test func `up to twenty arguments arrive, each in its place`() throws {
    let counts = Array(0...20)
    let ints = counts.map { count in
      "weigh_ints_\(count)(\((0..<count).map { "\($0 + 1)" }.joined(separator: ", ")))"
    }
    let doubles = counts.map { count in
      "weigh_doubles_\(count)(\((0..<count).map { "\($0 + 1).0" }.joined(separator: ", ")))"
    }
    let run = try runSonde(
      [
        "call", SampleLibraries.path("scalars"), "--header", SampleLibraries.header("scalars"),
        "--json",
      ] + ints + doubles)
    run.expectStatus(0)
    let sums = counts.map { Double($0 * ($0 + 1) * (2 * $0 + 1) / 6) }
    #expect(try objects(run).map { $0["value"] as? Double } == sums + sums)
  }

  @Test func `integers and floats mixed arrive as a C program passes them`() throws {
    let folder = try TemporaryDirectory()
    let header = try readText(of: SampleLibraries.header("scalars"))
    // The prototypes say which parameters are which; the compiler is the judge of the values.
    let calls = header.matches(of: /(\w+) (weigh_mixed_\d+)\(([^)]*)\);/).map { match in
      let parameters = match.3.split(separator: ",").filter { $0 != "void" }
      let arguments = parameters.enumerated().map { index, parameter in
        parameter.contains("double") || parameter.contains("float")
          ? "-\(index).25" : "\(index * 37 % 100)"
      }
      return "\(match.2)(\(arguments.joined(separator: ", ")))"
    }
    #expect(calls.count == 21)
    let program =
      "#include <stdio.h>\n#include \"\(SampleLibraries.header("scalars"))\"\nint main(void) {\n"
      + calls.map { "printf(\"%.17g\\n\", (double)\($0));\n" }.joined() + "}\n"
    try write(program, to: folder.file("judge.c"))
    let environment = ["PATH": "/usr/bin:/bin"]
    try ProgramRun.run(
      "/usr/bin/env",
      [
        "cc", "-o", folder.file("judge"), folder.file("judge.c"), SampleLibraries.path("scalars"),
      ], environment: environment
    ).expectStatus(0)
    let folderOfLibrary = SampleLibraries.path("scalars").split(separator: "/").dropLast()
      .map { "/" + $0 }.joined()
    let judge = try ProgramRun.run(
      folder.file("judge"), [],
      environment: environment.merging(["LD_LIBRARY_PATH": folderOfLibrary]) { $1 })
    judge.expectStatus(0)
    let run = try runSonde(
      [
        "call", SampleLibraries.path("scalars"), "--header", SampleLibraries.header("scalars"),
        "--json",
      ] + calls)
    run.expectStatus(0)
    #expect(try objects(run).map { $0["value"] as? Double } == judge.lines.map { Double($0) })
  }
}

@Suite struct DeathTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var statement: String
    var status: Int32
    var outcome: String
    var testDescription: String { statement }
  }

  @Test(arguments: [
    Row(statement: "read_null()", status: 139, outcome: "crashed"),
    Row(statement: "call_abort()", status: 134, outcome: "crashed"),
    Row(statement: "divide_by(0)", status: 136, outcome: "crashed"),
    Row(statement: "overflow_stack(0)", status: 139, outcome: "crashed"),
    Row(statement: "kill_self()", status: 137, outcome: "crashed"),
    Row(statement: "call_exit(3)", status: 70, outcome: "exited"),
    Row(statement: "call__exit(0)", status: 70, outcome: "exited"),
    Row(statement: "exec_true()", status: 70, outcome: "exited"),
    Row(statement: "loop_busy()", status: 124, outcome: "timed_out"),
    Row(statement: "loop_blocking_signals()", status: 124, outcome: "timed_out"),
    Row(statement: "raise_stop()", status: 124, outcome: "timed_out"),
    Row(statement: "garbage_descriptors()", status: 1, outcome: "error"),
    Row(statement: "daemonise(1000)", status: 0, outcome: "returned"),
    Row(statement: "fork_and_live(1000)", status: 0, outcome: "returned"),
    Row(statement: "thread_lives_on(1000)", status: 0, outcome: "returned"),
  ])
  func `each end is told, the next call works, nothing is left running`(row: Row) throws {
    let limit = row.outcome == "timed_out" ? "2" : "30"
    let run = try call(
      "crashes", "--json", "--timeout", limit, "survivor()", row.statement, "survivor()")
    run.expectStatus(row.status)
    let reports = try objects(run)
    #expect(reports.map { $0["outcome"] as? String } == ["returned", row.outcome, "returned"])
    #expect(reports.last?["value"] as? Int == 2)
  }

  @Test func `strlen of a null pointer is told with its address`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--declare", "size_t strlen(const char *s);", "strlen(0)",
      #"strlen("still there")"#)
    run.expectStatus(139)
    #expect(run.text == "11\n")
    #expect(
      run.errorText.hasPrefix(
        "sonde: strlen(0): SIGSEGV (SEGV_MAPERR): read of 0x0, a null pointer; "
          + "argument 1 ('s') of 'strlen' holds it\n"))
    #expect(run.errorText.contains("in libc.so.6"))
  }

  @Test func `a C++ exception is an outcome with its type and message`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("cxx"), "--json", "void throw_runtime_error(void);",
      "void throw_int(int value);", "throw_runtime_error()", "throw_int(3)")
    run.expectStatus(70)
    let exceptions = try objects(run).compactMap { $0["exception"] as? [String: Any] }
    #expect(exceptions.map { $0["type"] as? String } == ["std::runtime_error", "int"])
    #expect((exceptions.first?["what"] as? String)?.isEmpty == false)
    #expect(exceptions.last?["what"] is NSNull)
  }

  @Test(arguments: [
    ("badconstructor", Int32(139), "crashed"), ("exitconstructor", 70, "exited"),
    ("hangconstructor", 124, "timed_out"),
  ])
  func `a constructor that dies is an outcome of the first call`(
    library: String, status: Int32, outcome: String
  ) throws {
    let limit = outcome == "timed_out" ? "1" : "30"
    let run = try call(library, "--json", "--timeout", limit, "\(library)_reached()")
    run.expectStatus(status)
    #expect(try objects(run).first?["outcome"] as? String == outcome)
  }

  @Test func `killing sonde during a call leaves no probe behind`() throws {
    let home = try TemporaryDirectory()
    let sonde = try startSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "--timeout", "1000", "survivor()", "loop_blocking_signals()", home: home)
    #expect(sonde.wait(within: 20) { sonde.outputSoFar == "1\n" })
    // The front, the probe and its snapshot.
    #expect(sonde.wait(within: 10) { ProcessTable.marked(sonde.mark).count >= 3 })
    sonde.signal(SIGKILL)
    #expect(ProcessTable.marked(sonde.mark, goneWithin: 5).isEmpty)
    _ = try sonde.finish()
  }
}

@Suite struct LookingTests {
  private func looks(_ library: String, mark: String) throws {
    let environment = ["SONDE_CONSTRUCTOR_MARK": Optional(mark)]
    let path = SampleLibraries.path(library)
    let run = try runSonde("symbols", path, "--json", environment: environment)
    run.expectStatus(0)
    #expect(!run.lines.isEmpty)
    try runSonde("prototypes", path, environment: environment).expectStatus(0)
    try runSonde("profile", "path", path, environment: environment).expectStatus(0)
    let refused = try runSonde("call", path, "nothing_like_it()", environment: environment)
    refused.expectStatus(1)
    #expect(!fileExists(mark))
  }

  @Test func `looking at a library never runs its constructors, calling does`() throws {
    let folder = try TemporaryDirectory()
    let mark = folder.file("mark")
    try looks("constructor", mark: mark)
    let run = try runSonde(
      "call", SampleLibraries.path("constructor"), "--header",
      SampleLibraries.header("constructor"), "--allow", "write=\(folder.path)", "constructions()",
      environment: ["SONDE_CONSTRUCTOR_MARK": mark])
    run.expectOutput("1\n")
    #expect(try readText(of: mark) == "constructed\n")
  }

  @Test func `a library for another machine is looked at and not called`() throws {
    let path = "/usr/aarch64-linux-gnu/lib/libc.so.6"
    try #require(fileExists(path), "install libc6-arm64-cross")
    let symbols = try runSonde("symbols", path, "--match", "strlen")
    symbols.expectStatus(0)
    #expect(symbols.text.contains("strlen"))
    try runSonde("call", path, "size_t strlen(const char *);", #"strlen("x")"#)
      .expectError(1, containing: "is for AArch64; this machine can look at it, but cannot call it")
  }
}

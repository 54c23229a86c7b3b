import Foundation
import TestSupport
import Testing

/// Calls that kill themselves in libraries that nobody here wrote, and what is said of it.
private struct Fault: CustomTestStringConvertible, Sendable {
  var library: String
  /// Declared beyond what the profiles know.
  var declarations = ""
  /// The last one dies.
  var statements: [String]
  var signal: String
  /// Parts of the explanation.
  var parts: [String]
  /// A function of the backtrace.
  var function: String?

  var testDescription: String { statements.last ?? "" }
}

private let faults: [Fault] = [
  Fault(
    library: "libc.so.6", statements: ["strlen((const char *)1)"], signal: "SIGSEGV",
    parts: ["read of 0x1, a null pointer plus 1", "argument 1", "of 'strlen' holds it"]),
  Fault(
    library: "libc.so.6", statements: ["strlen(0)"], signal: "SIGSEGV",
    parts: ["read of 0x0, a null pointer", "argument 1"]),
  Fault(
    library: "libz.so.1", declarations: "void *memset(void *, int, unsigned long);",
    statements: ["memset((void *)zlibVersion(), 0, 1)"], signal: "SIGSEGV",
    parts: ["write to 0x", "read-only memory of", "libz.so", "argument 1"]),
  Fault(
    library: "libc.so.6", statements: ["char buf[4];", #"strcpy(buf, "hello world")"#],
    signal: "SIGSEGV",
    parts: ["write to 0x", "1 byte past the end of 'buf', which has 4 bytes", "argument 1"]),
  Fault(
    library: "libc.so.6", statements: ["void *block = malloc(40);", "free(block)", "free(block)"],
    signal: "SIGABRT",
    parts: [
      "double free of 0x", "a block of 40 bytes", "'void *block = malloc(40);' allocated",
      "'free(block)' freed it first",
    ]),
  Fault(
    library: "libc.so.6", statements: ["char *text = malloc(40);", "free(text + 8)"],
    signal: "SIGABRT", parts: ["free of 0x", "8 bytes into a block of 40 bytes"]),
  Fault(
    library: "libc.so.6",
    statements: [
      "int a[4] = {3, 1, 2, 0};", "qsort(a, 4, 4, (int (*)(const void *, const void *))1)",
    ],
    signal: "SIGSEGV", parts: ["jump to 0x1"], function: "qsort_r"),
  Fault(
    library: "libc.so.6",
    statements: [
      "int a[4] = {3, 1, 2, 0};", "qsort(a, 4, 4, (int (*)(const void *, const void *))a)",
    ],
    signal: "SIGSEGV",
    parts: ["jump to 0x", "'a', a variable, which is not executable (rw-)", "argument 4"],
    function: "qsort_r"),
  Fault(
    library: "libc.so.6",
    statements: ["int a[4];", "memset(a, 0, 20)"], signal: "SIGSEGV",
    parts: ["past the end of 'a', which has 16 bytes", "argument 1"]),
  Fault(
    library: "libc.so.6", statements: ["char *big = malloc(1 << 20);", "free(big)", "strlen(big)"],
    signal: "SIGSEGV",
    parts: ["in a heap block of 1048576 bytes that has been freed by 'free(big)'", "argument 1"]),
  Fault(
    library: "libc.so.6", statements: ["memset((void *)0x8000000000000000ul, 0, 1)"],
    signal: "SIGSEGV",
    parts: ["access to 0x8000000000000000, an address that no pointer can have", "argument 1"]),
  Fault(
    library: "libc.so.6",
    declarations: "typedef struct { int quot, rem; } pair; pair div(int, int);",
    statements: ["div(1, 0)"], signal: "SIGFPE", parts: ["an integer was divided by zero"],
    function: "div"),
  Fault(
    library: "libsqlite3.so.0", declarations: "const char *sqlite3_errmsg(void *db);",
    statements: ["sqlite3_errmsg((void *)8)"], signal: "SIGSEGV",
    parts: ["a null pointer plus ", "argument 1"]),
  Fault(
    library: "libc.so.6", statements: ["abort()"], signal: "SIGABRT",
    parts: ["the code called abort"],
    function: "abort"),
]

@Suite struct CrashExplanationTests {
  @Test(arguments: faults)
  private func `a crash in a library of the system is explained`(fault: Fault) throws {
    let run = try runSonde(
      ["call", fault.library, "--json"]
        + (fault.declarations.isEmpty ? [] : ["--declare", fault.declarations]) + fault.statements)
    #expect(run.survivors.isEmpty)
    let last = try #require(try objects(run).last, "\(run.errorText)")
    let crash = try #require(last["crash"] as? [String: Any], "\(last)")
    #expect(crash["signal"] as? String == fault.signal)
    let explanation = crash["explanation"] as? String ?? ""
    for part in fault.parts { #expect(explanation.contains(part), "\(explanation)") }
    guard let function = fault.function else { return }
    let frames = (crash["backtrace"] as? [[String: Any]] ?? []).map {
      $0["function"] as? String ?? ""
    }
    #expect(frames.contains { $0.hasSuffix(function) }, "\(frames)")
  }

  @Test func `an address in a library that has been unloaded is told as that`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--json", "--declare",
      "void *dlopen(const char *, int); void *dlsym(void *, const char *); int dlclose(void *);",
      "void *library = dlopen(\"\(SampleLibraries.path("scalars"))\", 2);",
      "unsigned long (*add)(int, int) = (unsigned long (*)(int, int))dlsym(library, \"add_int\");",
      "dlclose(library), add(1, 2)")
    let crash = try objects(run).last?["crash"] as? [String: Any]
    let explanation = crash?["explanation"] as? String ?? run.errorText
    #expect(explanation.contains("libscalars.so that has been unmapped"), "\(explanation)")
  }
}

/// Writing past the end of what malloc gave.
@Suite struct HeapOverrunTests {
  private func call(_ statements: String...) throws -> [[String: Any]] {
    let run = try runSonde(
      ["call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes")]
        + [
          "--declare",
          "void *realloc(void *, unsigned long); void free(void *); "
            + "unsigned long malloc_usable_size(void *); void *calloc(unsigned long, unsigned long);",
        ]
        + ["--json"] + statements)
    #expect(run.survivors.isEmpty)
    return try objects(run)
  }

  private func overruns(_ object: [String: Any]) -> [String] {
    (object["remarks"] as? [String] ?? []).filter { $0.contains("has been written past its end") }
  }

  @Test(arguments: [1, 16, 24, 25, 1000, 100_000, 1 << 20])
  func `one byte past the end of a block is told with the block, once`(size: Int) throws {
    let found = try call(
      "char *block = (char *)allocate(\(size));", "fill(block, \(size), 0)", "survivor()",
      "fill(block + \(size), 1, 0)", "survivor()")
    #expect(overruns(found[1]).isEmpty)
    #expect(overruns(found[3]).count == 1, "\(found[3])")
    let text = overruns(found[3]).first ?? ""
    #expect(text.contains("heap block of \(size) byte"))
    #expect(text.contains("which 'char *block = (char *)allocate(\(size));' allocated"))
    #expect(overruns(found[4]).isEmpty)
  }

  @Test func `a block that is overrun and freed in one call is told too`() throws {
    let found = try call(
      "void *(*make)(unsigned long) = allocate;", "smash_heap()", "survivor()",
      "char *block = (char *)allocate(40);", "(fill(block, 41, 1), free(block), 0)")
    #expect(overruns(found[1]).count == 1)
    #expect(overruns(found[2]).isEmpty)
    #expect(overruns(found[4]).count == 1)
  }

  @Test func `blocks that grow, shrink and are asked for their size are none`() throws {
    let found = try call(
      "char *block = (char *)allocate(10);", "malloc_usable_size(block)", "fill(block, 10, 1)",
      "block = realloc(block, 5000)", "fill(block, malloc_usable_size(block), 2)",
      "block = realloc(block, 3)", "fill(block, 3, 3)",
      "char *zeroes = calloc(7, 3);", "fill(zeroes, 21, 0)", "free(block)", "free(zeroes)")
    #expect(found[1]["value"] as? Int == 10)
    #expect(found.allSatisfy { overruns($0).isEmpty && $0["outcome"] as? String != "crashed" })
  }

  @Test func `a library with an allocator of its own is told, once`() throws {
    let folder = try TemporaryDirectory()
    let source = folder.path + "/own.c"
    let library = folder.path + "/libown.so"
    try Data(
      """
      static char room[65536]; static unsigned long used;
      void *malloc(unsigned long n) { used += n + 15 & -16ul; return room + used - n; }
      void free(void *p) { (void)p; }
      int count(void) { static int c; return ++c; }
      """.utf8
    ).write(to: URL(fileURLWithPath: source))
    let build = try ProgramRun.run(
      "/usr/bin/cc", ["-shared", "-fPIC", "-w", "-o", library, source],
      environment: ["PATH": "/usr/bin:/bin"])
    build.expectStatus(0)
    let run = try runSonde(
      "call", library, "--json", "--declare", "void *malloc(unsigned long n); int count(void);",
      "count()", "malloc(16) != 0", "count()")
    run.expectStatus(0)
    let told = try objects(run).map { object in
      (object["remarks"] as? [String] ?? []).filter { $0.contains("allocator of its own") }.count
    }
    #expect(told == [1, 0, 0])
  }
}

import DebugInfo
import TestSupport
import Testing

/// A process that crashed, wrote its registers down and stands still is walked from outside.
@Suite struct BacktraceTests {
  /// The program's own handler does what a probe's does.
  private static let program = """
    #define _GNU_SOURCE
    #include <signal.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>
    #include <ucontext.h>
    static char stack[65536];
    static void handler(int s, siginfo_t *i, void *c) {
      ucontext_t *u = c;
      long long *g = u->uc_mcontext.gregs;
      static const int order[] = {REG_RAX, REG_RDX, REG_RCX, REG_RBX, REG_RSI, REG_RDI, REG_RBP,
        REG_RSP, REG_R8, REG_R9, REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15, REG_RIP};
      for (int n = 0; n < 17; n++) printf("%llx ", g[order[n]]);
      printf("\\n"); fflush(stdout);
      for (;;) pause();
    }
    static volatile int *volatile bad;
    static inline __attribute__((always_inline)) int peek(volatile int *p) {
      return *p * 3;
    }
    __attribute__((noinline)) int inner(int n) {
      return peek(bad) + n;
    }
    int compare(const void *a, const void *b) {
      return inner(*(const int *)a) + 1;
    }
    int (*volatile nowhere)(int);
    __attribute__((noinline)) int caller(int n) {
      return nowhere(n) + 1;
    }
    __attribute__((noinline)) int deep(int n) {
      volatile char room[100]; room[0] = n;
      return deep(n + 1) + room[0];
    }
    int main(int count, char **words) {
      int values[] = {3, 1, 2};
      stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
      sigaltstack(&alternate, 0);
      struct sigaction a; memset(&a, 0, sizeof a);
      a.sa_sigaction = handler; a.sa_flags = SA_SIGINFO | SA_ONSTACK;
      sigaction(SIGSEGV, &a, 0); sigaction(SIGABRT, &a, 0);
      if (words[1][0] == 'q') qsort(values, 3, sizeof *values, compare);
      if (words[1][0] == 'n') return caller(1);
      if (words[1][0] == 'a') abort();
      return deep(0);
    }
    """

  private func frames(_ how: String, _ flags: [String] = []) throws -> [StackFrame] {
    let folder = try TemporaryDirectory()
    try write(Array(Self.program.utf8), to: folder.file("crash.c"))
    let environment = TestEnvironment.isolated(home: folder)
    let built = try ProgramRun.run(
      "/usr/bin/cc", ["-g", "-O1", "-o", folder.file("crash"), folder.file("crash.c")] + flags,
      environment: environment)
    try #require(built.ending == .exited(0), "\(built.errorText)")
    let crashed = try StartedProgram(folder.file("crash"), [how], environment: environment)
    try #require(crashed.wait(within: 10) { crashed.outputSoFar.hasSuffix("\n") })
    let values = crashed.outputSoFar.split(separator: " ").compactMap { UInt64($0, radix: 16) }
    try #require(values.count == 17)
    let registers = StoppedRegisters(programCounter: values[16], general: Array(values.prefix(16)))
    return try Backtrace.frames(ofProcess: crashed.id, registers: registers)
  }

  @Test(arguments: [[], ["-gdwarf-4"], ["-fomit-frame-pointer", "-gz"]])
  func `a crash below the C library's qsort has every frame with its line`(
    _ flags: [String]
  ) throws {
    let found = try frames("q", flags)
    let named = found.compactMap(\.symbol)
    #expect(Array(named.prefix(3)) == ["peek", "inner", "compare"])
    #expect(found.prefix(3).map(\.isInlined) == [true, false, false])
    // Lines as the program above counts them.
    #expect(found.prefix(3).map { $0.source?.line } == [20, 23, 26])
    #expect(found[1].source?.file.hasSuffix("/crash.c") == true)
    #expect(found[1].library?.hasSuffix("/crash") == true)
    #expect(named.contains("qsort_r") || named.contains("qsort"))
    let main = try #require(found.first { $0.symbol == "main" })
    #expect(main.source?.line == 43)
    let system = try #require(found.first { $0.symbol?.hasPrefix("qsort") == true })
    #expect(system.library?.contains("libc") == true)
    #expect(system.libraryAddress != nil && system.symbolOffset != nil)
  }

  @Test func `a call through a null pointer is walked from its caller`() throws {
    let found = try frames("n")
    #expect(found.first?.programCounter == 0)
    #expect(found.first?.symbol == nil)
    #expect(found.dropFirst().prefix(2).map(\.symbol) == ["caller", "main"])
    #expect(found[1].source?.line == 30)
  }

  @Test func `endless recursion is cut`() throws {
    let found = try frames("d")
    #expect(found.count == Backtrace.mostFrames)
    #expect(found.allSatisfy { $0.symbol == "deep" })
  }

  @Test func `abort is named down to main`() throws {
    let names = try frames("a").compactMap(\.symbol)
    #expect(names.contains("abort") && names.contains("main"))
  }

  @Test func `a process that is not there is an error that says so`() throws {
    let registers = StoppedRegisters(programCounter: 0, general: Array(repeating: 0, count: 16))
    #expect(throws: DebugInfoError.self) {
      try Backtrace.frames(ofProcess: 0x3fff_fffe, registers: registers)
    }
  }
}

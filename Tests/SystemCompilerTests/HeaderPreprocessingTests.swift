import SystemCompiler
import TestSupport
import Testing

/// The system's C compiler, as it is on this machine.
@Suite struct HeaderPreprocessingTests {
  private func text(_ request: HeaderRequest) throws -> String {
    String(decoding: try HeaderPreprocessing.text(of: request), as: UTF8.self)
  }

  private func failure(_ request: HeaderRequest) -> CompilerError? {
    do throws(CompilerError) {
      _ = try HeaderPreprocessing.text(of: request)
      return nil
    } catch { return error }
  }

  @Test func `a header comes with markers and definitions`() throws {
    let text = try text(HeaderRequest([.name("zlib.h")]))
    #expect(text.contains("/usr/include/zlib.h\""))
    #expect(text.contains("#define Z_BEST_SPEED 1\n"))
    #expect(text.contains("crc32"))
  }

  @Test func `definitions and folders of the user reach the compiler`() throws {
    let folder = try TemporaryDirectory()
    try write("int ANSWER(int);\n", to: folder.file("mine.h"))
    let request = HeaderRequest(
      [.name("mine.h")], includeFolders: [folder.path], definitions: ["ANSWER=answer"])
    #expect(try text(request).contains("int answer(int);"))
    #expect(
      try text(HeaderRequest([.file(folder.file("mine.h"))])).contains("int ANSWER(int);"))
  }

  @Test func `a header that is not there is told in the compiler's words`() throws {
    guard case .refused(let messages) = failure(HeaderRequest([.name("not/there.h")])) else {
      Issue.record("not refused")
      return
    }
    #expect(messages.contains("not/there.h: No such file or directory"))
    #expect(!messages.contains("In file included"))
  }

  @Test func `without a compiler it says what was tried`() {
    let request = HeaderRequest([.name("zlib.h")], compiler: ["no-such-compiler"])
    #expect(failure(request) == .noCompiler(tried: ["no-such-compiler"]))
  }

  @Test func `a compiler that hangs is ended with its children`() {
    let mark = ProcessTable.makeMark()
    var request = HeaderRequest(
      [.name("zlib.h")],
      compiler: ["env", "\(ProcessTable.markName)=\(mark)", "sh", "-c", "sleep 99 & sleep 99"])
    request.timeLimit = 0.3
    #expect(failure(request) == .timedOut(command: "env", seconds: 0.3))
    #expect(ProcessTable.marked(mark, goneWithin: 5).isEmpty)
  }

  @Test func `a compiler that floods is ended`() {
    let request = HeaderRequest([.name("zlib.h")], compiler: ["sh", "-c", "yes"])
    #expect(failure(request) == .tooLong(limit: 64 << 20))
  }

  @Test func `a compiler that dies is told by its signal`() {
    let request = HeaderRequest([.name("zlib.h")], compiler: ["sh", "-c", "kill -SEGV $$"])
    #expect(failure(request) == .died(command: "sh", signal: 11))
  }

  @Test func `macros expand as the compiler expands them`() throws {
    let folder = try TemporaryDirectory()
    try write(
      """
      #define ONE 1
      #define SUM ONE+2
      #define TWICE(x) x x
      #define BOTH TWICE(ONE)
      #define NOTHING TWICE()
      #define PASTED ONE##L
      """, to: folder.file("m.h"))
    let request = HeaderRequest([.file(folder.file("m.h"))])
    #expect(
      try HeaderPreprocessing.expansions(of: ["SUM", "BOTH", "NOTHING", "ONE"], in: request)
        == ["1 +2", "1 1", "", "1"])
  }

  @Test func `macros that only the preprocessor can use do not stand in the way of others`() throws
  {
    let text = """
      #define has __has_attribute
      #define ONE 1
      #define LATER has(packed) + ONE
      #define OLD _Pragma("GCC warning \\"old\\"") ONE
      """
    let request = HeaderRequest([.text(text, named: "m.h")])
    let found = try HeaderPreprocessing.expansions(of: ["has", "ONE", "OLD"], in: request)
    #expect(found[1] == "1")
    #expect(found[2].hasSuffix("1"))
  }
}

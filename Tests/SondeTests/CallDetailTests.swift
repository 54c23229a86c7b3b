import TestSupport
import Testing

/// What is said of a statement beside its value.
@Suite struct CallDetailTests {
  @Test func `an error in a function of an earlier statement is shown in its own text`() throws {
    let run = try runSonde(
      "call", "c", "int bad(const void *a, const void *b) { return *(int *)0; }",
      "int a[] = {2, 1};", "qsort(a, 2, sizeof *a, bad)", "int half(int x) { return 1 / x; }",
      "half(0)")
    run.expectStatus(1)
    #expect(
      run.errorText == """
        sonde: qsort(a, 2, sizeof *a, bad): in 'bad': 1:48: cannot read 0x0: a null pointer
          int bad(const void *a, const void *b) { return *(int *)0; }
                                                         ^
        sonde: half(0): in 'half': 1:26: division by zero
          int half(int x) { return 1 / x; }
                                   ^

        """)
    let json = try runSonde("call", "c", "--json", "int half(int x) { return 1 / x; }", "half(0)")
    let error = try #require(try objects(json).last?["error"] as? [String: Any])
    #expect(error["message"] as? String == "in 'half': division by zero")
    #expect(error["column"] as? Int == 26)
  }

  @Test func `a function that nothing exports is shown with its place`() throws {
    let run = try runSonde("call", "c", "1 + strlenn(\"x\")")
    run.expectStatus(1)
    #expect(
      run.errorText.contains("1:5: libc.so.6: no function 'strlenn' is exported; did you mean"))
    #expect(run.errorText.hasSuffix("\n  1 + strlenn(\"x\")\n      ^\n"), "\(run.errorText)")
  }

  @Test func `an annotation that cannot be evaluated after a call does not fail the call`() throws {
    let declaration = """
      struct z { long skipped[6]; const char *msg; };
      [[sonde::success("result == 0"), sonde::error("strm->msg")]] int deflate(struct z *strm, int flush);
      [[sonde::success("strm->skipped[0] == 0")]] int inflate(struct z *strm, int flush);
      """
    let run = try runSonde(
      "call", "z", "--json", "--declare", declaration, "deflate(0, 0)", "inflate(0, 0)")
    run.expectStatus(0)
    let found = try objects(run)
    // Z_STREAM_ERROR.
    #expect(found.map { $0["value"] as? Int } == [-2, -2])
    #expect(found[0]["success"] as? Bool == false)
    #expect(found[1]["success"] == nil)
  }

  @Test func `a byte behind a variable is told with the variable's name`() throws {
    let run = try runSonde("call", "c", "int a[3];", "a[3]", "a[5] = 1")
    run.expectStatus(1)
    #expect(run.errorText.contains("it is just past the end of 'a' (12 bytes)"))
    #expect(run.errorText.contains("it is 8 bytes past the end of 'a' (12 bytes)"))
  }

  @Test func `a pointer to a function is told with its name`() throws {
    let run = try runSonde("call", "c", "(int (*)(int))abs", "int (*f)(int) = abs;", "f", "f(-2)")
    run.expectStatus(0)
    #expect(run.lines.prefix(2).allSatisfy { $0.hasPrefix("0x") && $0.hasSuffix("  /* abs */") })
    let json = try runSonde("call", "c", "--json", "abs")
    #expect(try objects(json).first?["function"] as? String == "abs")
  }

  @Test func `a function behind a declaration in the same text uses it`() throws {
    let run = try runSonde(
      "call", "c", "int n = 4, m = 1; int next(void) { return n += m; }", "next()", "n",
      "struct p { int x; } p = {2}; int twice(struct p p) { return 2 * p.x; } int k = 3;",
      "twice(p) + k")
    run.expectOutput("5\n5\n7\n")
  }

  @Test func `preprocessor lines are statements too`() throws {
    let run = try runSonde(
      "call", "c", "#include <sys/socket.h>", "#define TWICE (2 * AF_INET)", "TWICE")
    run.expectOutput("4\n")
    let missing = try runSonde("call", "c", "#include <no_such_header.h>")
    missing.expectStatus(64)
    #expect(missing.errorText.contains("no_such_header.h: No such file or directory"))
  }

  @Test func `a dlopen that fails leaves nothing behind that later look-ups fall over`() throws {
    let run = try runSonde(
      "call", "c", #"dlopen("no_such_library.so", 2)"#, "abs(-3)", "labs(-4)")
    run.expectStatus(0)
    #expect(run.lines.first == "NULL" && run.lines.suffix(2) == ["3", "4"], "\(run.text)")
    #expect(run.text.contains("no_such_library.so: cannot open shared object file"))
  }
}

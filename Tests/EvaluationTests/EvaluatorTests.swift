import CLanguage
import Evaluation
import ProbeWire
import Testing

@Suite struct EvaluatorTests {
  private func reply(_ bytes: [UInt8], errno: Int32 = 0) -> Result<TargetReturn, TargetFailure> {
    .success(.returned(CallReply(result: bytes, errno: errno, duration: 7)))
  }

  @Test func `a result has its C type and value`() {
    let target = RecordingTarget()
    target.answer = reply([0x86, 0xa6, 0x10, 0x36, 0, 0, 0, 0])
    let report = evaluate("crc32()", declaring: "unsigned long crc32(void);", on: target)
    #expect(report.outcome == .returned(.integer(.unsignedLong), .unsigned(907_060_870)))
    #expect(report.duration == 7)
    #expect(report.errno == nil)
    #expect(target.begun == 1)
  }

  @Test func `errno is reported when the call set it`() {
    let target = RecordingTarget()
    target.answer = reply([255, 255, 255, 255], errno: 2)
    let report = evaluate("f()", declaring: "int f(void);", on: target)
    #expect(report.outcome == .returned(.integer(.int), .signed(-1)))
    #expect(report.errno == ErrorNumber(number: 2, name: "E2", message: "error 2"))
  }

  @Test func `a pointer to characters comes with the characters`() {
    let target = RecordingTarget()
    target.answer = reply([0, 0x10, 0, 0, 0, 0, 0, 0])
    target.texts[0x1000] = .units([51, 46], isTerminated: true)
    let report = evaluate("version()", declaring: "const char *version(void);", on: target)
    guard case .returned(_, let value) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(value == .string(0x1000, .units([51, 46], isTerminated: true)))
  }

  @Test(arguments: [
    ("2 * PI", CType.floating(.double), CValue.floating(6.5)),
    ("HALF", .floating(.float), .floating(0.5)),
    ("HUGE", .floating(.double), .floating(.infinity)),
    ("sizeof NAME", .integer(.unsignedLong), .unsigned(5)),
    ("NOWHERE == (void *)-1", .integer(.int), .signed(1)),
    ("(int)DOUBLED", .integer(.int), .signed(6)),
  ])
  func `a macro of a header stands for its expression`(
    statement: String, type: CType, value: CValue
  ) {
    let report = evaluate(
      statement,
      declaring: """
        #define PI 3.25
        #define DOUBLED (2 * PI)
        #define HALF 0.5f
        #define HUGE (__builtin_huge_val())
        #define NAME "name"
        #define NOWHERE ((void *)-1)
        """)
    #expect(report.outcome == .returned(type, value))
  }

  @Test func `macros that each use two others have a limit`() {
    var text = "#define M0 0.5\n"
    for level in 1...20 { text += "#define M\(level) (M\(level - 1) + M\(level - 1))\n" }
    #expect(
      evaluate("M11", declaring: text).outcome == .returned(.floating(.double), .floating(1024)))
    #expect(
      evaluate("M20", declaring: text).refusal?.message.hasSuffix(
        "more than 4096 macros in one statement") == true)
  }

  @Test func `a null pointer to characters is not read`() {
    let report = evaluate("version()", declaring: "const char *version(void);")
    guard case .returned(_, let value) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(value == .string(0, .null))
  }

  @Test func `bytes that are declared unsigned are a pointer, not text`() {
    let target = RecordingTarget()
    target.answer = reply([0, 0x10, 0, 0, 0, 0, 0, 0])
    let report = evaluate("f()", declaring: "const unsigned char *f(void);", on: target)
    guard case .returned(_, let value) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(value == .pointer(0x1000))
  }

  @Test func `a function without prototype is refused, with the line that would declare it`() throws
  {
    let target = RecordingTarget()
    let report = evaluate("g(1)", on: target)
    let message = try #require(report.refusal?.message)
    #expect(message.contains("no prototype is known for 'g'"))
    #expect(message.contains("sonde profile add libpaper.so.1 'RESULT g(PARAMETERS);'"))
    #expect(target.calls.isEmpty)
  }

  @Test func `a cast calls a function that is not declared`() throws {
    let target = RecordingTarget()
    target.answer = reply([0, 0, 0, 0, 0, 0, 0xe0, 0x3f])
    let report = evaluate("((double (*)(double))g)(0.5)", on: target)
    #expect(report.outcome == .returned(.floating(.double), .floating(0.5)))
    #expect(try #require(target.calls.first).arguments.map(\.type) == [.double])
  }

  @Test func `a symbol that is not there is unavailable, with names like it`() {
    let report = evaluate("crc23(1)", declaring: "int crc23(int);")
    guard case .failed(.stopped(let diagnostic)) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(
      diagnostic.message
        == "libpaper.so.1: no function 'crc23' is exported; did you mean 'crc32'?")
    #expect(diagnostic.range.start.column == 1)
  }

  @Test func `a prototype declared by a statement counts for the next`() {
    var evaluator = Evaluator(header: CHeader())
    let target = RecordingTarget()
    #expect(evaluator.evaluate("int f(int);", on: target).outcome == .declared(["f"]))
    #expect(
      evaluator.evaluate("f(1)", on: target).outcome
        == .returned(.integer(.int), .signed(0)))
  }

  @Test func `an assembler name is what is looked up`() throws {
    let target = RecordingTarget()
    _ = evaluate("h(1)", declaring: "int h(int) __asm__(\"g\");", on: target)
    #expect(try #require(target.calls.first).address == 0x1000)  // one letter: g
  }

  @Test(arguments: [
    ("x = 1", "'x' is not declared"),
    ("f(1)(2)", "is no function and no pointer to one"),
    ("((int)f)(1)", "no function and no pointer"),
    ("size_t(1)", "expected"),
    ("f = g", "only an object can be changed"),
    ("1 = 2", "only an object can be changed"),
    ("&1", "a value has no address"),
    ("*1", "'*' wants a pointer, not 'int'"),
    ("1.5 % 2", "'%' wants integers, not 'double'"),
    ("f(1) - \"a\"", "an integer beside the pointer"),
    ("(char *)1 + (char *)1", "an integer beside the pointer"),
    ("1.5 << 1", "'<<' wants integers"),
    ("-(char *)1", "'-' wants a number"),
    ("(char *)1 == 1", "do not go together"),
    ("(int)\"a\" + (struct tm){0}", "'+' wants numbers, not 'struct tm'"),
    ("(struct tm){0}.nothing", "has no such member"),
    ("((struct tm *)0).tm_sec", "write '->tm_sec'"),
    ("const int c = 1; c = 2", "this is const"),
    ("int a[2]; a = a", "an array cannot be assigned"),
    ("int *p = (char *)8", "cast it if it is meant"),
    ("int *p = 5", "a number is given"),
    ("int a[2] = {1, 2, 3}", "more values than"),
    ("struct tm t = {.nothing = 1}", "has no member 'nothing'"),
    ("char s[2] = \"abc\"", "3 characters do not fit an array of 2"),
    ("switch (1) { case 1: case 1: ; }", "has the label 1 already"),
    ("int f2(int a) { return \"x\"; }", "the result of the function"),
    ("void f3(void) { return 1; }", "it is 'void'"),
    ("1 ? (struct tm){0} : 1", "no two values of one type"),
    ("if ((struct tm){0}) ;", "a condition has to be a number"),
    ("_1", "there is no value yet"),
  ])
  func `wrong types are refused before anything runs`(
    text: String, message: String
  ) throws {
    let target = RecordingTarget()
    var evaluator = Evaluator(header: CHeader())
    _ = evaluator.declare("int f(int);", file: nil)
    let reports = evaluator.evaluateAll(text, on: target) { _ in false }
    let refusal = try #require(reports.last?.refusal, "\(reports)")
    #expect(refusal.message.contains(message), "\(refusal.message)")
    #expect(target.calls.isEmpty)
  }

  @Test(arguments: [
    ("struct s; struct s f(void);", "f()", "not defined"),
    ("struct s { int a; }; void f(struct s);", "f(1)", "'int' is given where 'struct s'"),
    ("_Float128 f(void);", "f()", "_Float128"),
    ("void f(_Float128);", "f(1)", "_Float128"),
    ("int f();", "f(1)", "nothing is known of its parameters"),
    ("int f();", "f()", "nothing is known of its parameters"),
  ])
  func `what cannot be passed yet is refused with the reason`(
    declaration: String, statement: String, message: String
  ) throws {
    let target = RecordingTarget()
    let report = evaluate(statement, declaring: declaration, on: target)
    let refusal = try #require(report.refusal, "\(report.outcome)")
    #expect(refusal.message.contains(message), "\(refusal.message)")
    #expect(target.calls.isEmpty)
  }

  @Test func `a constant is its own value`() {
    #expect(evaluate("'a'").outcome == .returned(.integer(.int), .signed(97)))
    #expect(evaluate("0x10u").outcome == .returned(.integer(.unsignedInt), .unsigned(16)))
    #expect(evaluate("-0.0").outcome == .returned(.floating(.double), .floating(-0.0)))
    #expect(
      evaluate("b", declaring: "enum { a, b = 7 };").outcome
        == .returned(.integer(.int), .signed(7)))
  }

  @Test func `an end of the process is the outcome`() {
    let target = RecordingTarget()
    target.answer = .failure(.ended(.exited(status: 3)))
    #expect(evaluate("f()", declaring: "int f(void);", on: target).outcome == .exited(status: 3))
    target.answer = .success(
      .threw(ExceptionReply(type: "std::runtime_error", what: "neg", errno: 0, duration: 1)))
    #expect(
      evaluate("f()", declaring: "int f(void);", on: target).outcome
        == .threw(type: "std::runtime_error", what: "neg"))
  }
}

@Suite struct CrashExplanationTests {
  @Test(arguments: [
    (Int32(11), Int32(1), UInt64(0), MemoryAccess.read, "read of 0x0, a null pointer"),
    (11, 1, 0x10, .write, "write to 0x10, a null pointer plus 16, as of a member at that offset"),
    (11, 1, 0x7000_0000, .execute, "jump to 0x70000000, where nothing is mapped"),
    (11, 2, 0x7000_0000, .write, "write to 0x70000000, which the memory there does not permit"),
    (7, 2, 0x7000_0000, .read, "read of 0x70000000, beyond the end of a mapped file"),
  ])
  func `a fault is told in words`(
    signal: Int32, code: Int32, address: UInt64, access: MemoryAccess, text: String
  ) {
    let report = CrashReport(
      signal: signal, code: code, faultAddress: address, access: access, programCounter: nil,
      stackPointer: nil)
    #expect(report.explanation == text)
  }

  @Test func `a fault beside the stack pointer is an overflow of the stack`() {
    let report = CrashReport(
      signal: 11, code: 2, faultAddress: 0x7fff_0000_0ff8, access: .write, programCounter: nil,
      stackPointer: 0x7fff_0000_1000)
    #expect(report.explanation.contains("past the end of the stack"))
  }

  @Test func `signals and codes have their names`() {
    let report = CrashReport(
      signal: 8, code: 1, faultAddress: nil, access: nil, programCounter: nil, stackPointer: nil)
    #expect(report.signalName == "SIGFPE")
    #expect(report.codeName == "FPE_INTDIV")
    #expect(report.explanation == "an integer was divided by zero")
  }
}

@Suite struct EnumerationTests {
  @Test func `an enumeration is as wide as its definition says`() throws {
    let target = RecordingTarget()
    _ = evaluate(
      "f(2)", declaring: "enum __attribute__((packed)) tiny { a, b, c }; void f(enum tiny);",
      on: target)
    #expect(try #require(target.calls.first).arguments == [.value(.uint8, [2])])
  }

  @Test func `flags up to the sign bit are taken`() throws {
    let target = RecordingTarget()
    _ = evaluate(
      "f(0x80000000)", declaring: "enum flags { none, top = 0x80000000 }; void f(enum flags);",
      on: target)
    #expect(try #require(target.calls.first).arguments == [.value(.uint32, [0, 0, 0, 0x80])])
  }

  @Test func `a result goes by the name of its enumerator`() {
    let header = "enum color { red, green = 4 }; enum color f(void);"
    var evaluator = Evaluator(header: CHeader())
    _ = evaluator.declare(header, file: nil)
    let type = CType.enumeration(CEnumerationName(.tag("color")))
    let printer = CPrinter(header: evaluator.header)
    #expect(printer.text(of: .unsigned(4), as: type) == "green")
    #expect(printer.text(of: .unsigned(3), as: type) == "3")
  }
}

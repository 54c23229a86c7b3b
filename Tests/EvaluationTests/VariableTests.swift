import CLanguage
import Evaluation
import ProbeWire
import Testing

@Suite struct VariableTests {
  private func run(
    _ statements: [String], declaring declarations: String = "",
    on target: RecordingTarget = RecordingTarget()
  ) -> [StatementReport] {
    var evaluator = Evaluator(header: CHeader())
    let problems = evaluator.declare(declarations, file: nil)
    precondition(problems.isEmpty, "\(problems)")
    return statements.map { evaluator.evaluate($0, on: target) }
  }

  private func values(_ reports: [StatementReport]) -> [String] {
    reports.map { report in
      switch report.outcome {
      case .returned(let type, let value): CPrinter().text(of: value, as: type)
      case .declared(let names): "declared " + names.joined(separator: " ")
      case .failed(.invalid(let diagnostic)), .failed(.stopped(let diagnostic)):
        "error: " + diagnostic.message
      case .failed(.unavailable(let reason)): "unavailable: " + reason
      case .crashed, .timedOut, .interrupted, .exited, .threw, .planned: "\(report.outcome)"
      }
    }
  }

  @Test func `a variable stays, and has its place under its name`() {
    let target = RecordingTarget()
    let reports = run(["int n = 5", "n * 2", "n++", "&n != 0", "n"], on: target)
    #expect(values(reports) == ["declared n", "10", "5", "1", "6"])
    #expect(target.allocated == ["n"])
  }

  @Test func `a statement that failed leaves nothing behind`() {
    let target = RecordingTarget()
    let reports = run(
      ["int n = 1", "int m = n / 0", "m", "n = 7, *(int *)8", "_"], on: target)
    #expect(
      values(reports) == [
        "declared n", "error: division by zero", "error: 'm' is not declared",
        "error: cannot read 0x8: nothing is mapped there",
        "error: there is no value yet that '_' could be",
      ])
    // Only the last one had changed anything.
    #expect(target.rolledBack == 1)
  }

  @Test func `a throw and a crash leave nothing behind`() {
    let target = RecordingTarget()
    target.answer = .success(
      .threw(ExceptionReply(type: "int", what: nil, errno: 0, duration: 1)))
    let reports = run(["int n = f()", "n"], declaring: "int f(void);", on: target)
    #expect(reports[0].outcome == .threw(type: "int", what: nil))
    #expect(values(reports)[1] == "error: 'n' is not declared")
    #expect(target.rolledBack == 1)
  }

  @Test func `a name can be declared anew`() {
    let reports = run(["int x = 1", "x", "double x = 1.5", "x", "typedef char x;", "(x)65"])
    #expect(
      values(reports) == ["declared x", "1", "declared x", "1.5", "declared x", "65"])
  }

  @Test func `values are numbered from the first`() {
    let reports = run(["10", "20", "30", "_", "_1 + _2", "_4", "_9"])
    #expect(
      values(reports) == [
        "10", "20", "30", "30", "30", "30",
        "error: there is no value '_9'; so far there are 6, the last is _6",
      ])
  }

  @Test func `what C has as keywords or in every header needs no declaration`() {
    #expect(
      values(run(["true", "!true", "false", "HUGE_VAL", "-HUGE_VALF"])) == [
        "true", "0", "false", "INFINITY", "-INFINITY",
      ])
  }

  @Test func `errno is what the last call left`() {
    let target = RecordingTarget()
    target.answer = .success(.returned(CallReply(result: [0, 0, 0, 0], errno: 2, duration: 1)))
    let reports = run(["f()", "errno", "errno == 2"], declaring: "int f(void);", on: target)
    #expect(values(reports) == ["0", "2", "1"])
  }

  @Test func `data of the library is read and written by its name`() throws {
    let target = RecordingTarget()
    target.variables["counter"] = 0x9000
    for offset in 0..<UInt64(4) { target.memory[0x9000 + offset] = offset == 0 ? 41 : 0 }
    let reports = run(
      ["counter + 1", "counter = 7", "counter", "&counter"], declaring: "extern int counter;",
      on: target)
    #expect(values(reports) == ["42", "7", "7", "0x9000"])
    #expect(target.memory[0x9000] == 7)
  }

  @Test func `data whose type is not known is refused with the way to say it`() {
    let target = RecordingTarget()
    target.variables["counter"] = 0x9000
    #expect(
      values(run(["counter"], on: target)) == [
        "error: 'counter' is data of libpaper.so.1, but its type is not known; declare it: "
          + "extern TYPE counter;"
      ])
  }

  @Test func `a function of the console is made callable, and called back`() throws {
    let target = RecordingTarget()
    var evaluator = Evaluator(header: CHeader())
    _ = evaluator.declare("int f(int (*)(int));", file: nil)
    #expect(
      evaluator.evaluate("int twice(int n) { return n * 2; }", on: target).outcome
        == .declared(["twice"]))
    #expect(target.callbacks.count == 1)
    let report = evaluator.evaluate("f(twice)", on: target)
    #expect(report.outcome == .returned(.integer(.int), .signed(0)))
    let call = try #require(target.calls.first)
    #expect(call.arguments == [.value(.pointer, [1, 0, 0, 0x60, 0, 0, 0, 0])])
  }

  @Test func `a function that does not fit a parameter is refused`() {
    let reports = run(
      ["int one(int a) { return a; }", "f(one)"],
      declaring: "int f(int (*)(const void *, const void *));")
    #expect(values(reports).last?.contains("cast it if it is meant") == true)
  }

  @Test func `a recursion without end is an error`() {
    var evaluator = Evaluator(header: CHeader())
    // Tests run on small stacks.
    evaluator.depthLimit = 200
    let target = RecordingTarget()
    _ = evaluator.evaluate("int forever(int n) { return forever(n + 1); }", on: target)
    let report = evaluator.evaluate("forever(0)", on: target)
    #expect(values([report]) == ["error: the recursion is too deep"])
  }

  @Test func `statements of one line are reported one by one`() {
    var evaluator = Evaluator(header: CHeader())
    let target = RecordingTarget()
    let reports = evaluator.evaluateAll("int a = 1; int b = 2; a + b; if (a) b = 5; b", on: target)
    {
      _ in false
    }
    #expect(reports.map(\.statement).last == "b")
    #expect(values(reports) == ["declared a b", "3", "(void)", "5"])
  }

  @Test(arguments: [
    ("x = ", "expected an expression"), ("int", "this declares nothing"),
    ("{ int a; ", "expected '}'"),
  ])
  func `a text that is cut is an error at its end`(text: String, message: String) {
    #expect(values(run([text]))[0].contains(message))
  }
}

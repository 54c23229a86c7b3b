import CLanguage
import Evaluation
import ProbeWire
import Testing

@testable import BrowserUI

@Suite struct OutcomeScreenTests {
  static let charPointer = CType.pointer(CQualifiedType(.integer(.char), .const))

  @Test(arguments: [
    (StatementOutcome.returned(.integer(.int), .signed(-1)), ["= -1", "int  0xffffffff"]),
    (.returned(.integer(.char), .signed(65)), ["= 'A'", "char  0x41"]),
    (
      .returned(.floating(.double), .floating(0.8775825618903728)),
      ["= 0.8775825618903728", "double"]
    ),
    (.returned(.bool, .bool(true)), ["= true", "_Bool"]),
    (.returned(.void, .void), ["✓ returned; it has no value"]),
    (.returned(.pointer(CQualifiedType(.void)), .pointer(0)), ["= NULL", "void *"]),
    (
      .returned(charPointer, .string(0x7f00, .units([0x31, 0x1b, 0x22], isTerminated: true))),
      ["at 0x7f00, 3 units"]
    ),
    (.returned(charPointer, .string(0x10, .unreadable)), ["= 0x10", "nothing can be read there"]),
    (
      .timedOut(seconds: 2.5),
      ["✗ TIMED OUT  it was stopped after 2.5 s", "the next call can be made"]
    ),
    (.exited(status: 3), ["✗ EXITED  it ended its process with status 3"]),
    (
      .threw(type: "std::out_of_range", what: "no such key"),
      ["✗ THREW  std::out_of_range", "no such key"]
    ),
    (.failed(.unavailable("the probe did not start")), ["✗ NOT CALLED  the probe did not start"]),
  ])
  func `every outcome has its face`(outcome: StatementOutcome, texts: [String]) {
    let explorer = shown(StatementReport(statement: "crc32()", outcome: outcome))
    for text in texts { #expect(explorer.shows(text), "\(explorer.screen)") }
  }

  @Test(arguments: [
    (
      CrashReport(11, address: 0, .read),
      ["SIGSEGV", "read of 0x0, a null pointer", "0x0 (read)"]
    ),
    (
      CrashReport(11, code: 2, address: 0x7f00_0000, .write),
      ["write to 0x7f000000, which the memory there"]
    ),
    (
      CrashReport(11, address: 0x7fff_0000, .write, stack: 0x7fff_0010),
      ["past the end of the stack"]
    ),
    (CrashReport(6), ["SIGABRT", "the code called abort"]), (CrashReport(8, code: 1), ["by zero"]),
    (CrashReport(99), ["signal 99"]),
  ])
  func `a crash says where and why`(crash: CrashReport, texts: [String]) {
    let explorer = shown(StatementReport(statement: "crc32()", outcome: .crashed(crash)))
    for text in texts + ["✗ CRASHED", "the next call can be made"] { #expect(explorer.shows(text)) }
  }

  @Test func `an error has its caret under the mistake`() throws {
    let start = CSourceLocation(offset: 9, line: 1, column: 10)
    let end = CSourceLocation(offset: 12, line: 1, column: 13)
    let diagnostic = CDiagnostic("no such name", CSourceRange(start: start, end: end))
    let explorer = shown(
      StatementReport(statement: "crc32(0, foo)", outcome: .failed(.invalid(diagnostic))))
    let caret = try #require(explorer.place(of: "^~~"))
    let row = explorer.model.view().lines[caret.row - 1].text
    #expect(row.dropFirst(caret.column).hasPrefix("foo"))
    #expect(explorer.shows("no such name"))
  }

  @Test func `output is shown line by line with control characters spelled out`() {
    let explorer = shown(
      StatementReport(
        statement: "crc32()", outcome: .returned(.void, .void),
        standardOutput: Array("a\u{1b}[31m\tb\nlast".utf8), standardError: [0xff, 0x0a]))
    #expect(explorer.shows("stdout · 13 bytes"))
    #expect(explorer.shows(#"│ a\x1b[31m\x09b"#))
    #expect(explorer.shows("│ last"))
    #expect(explorer.shows("(no line end)"))
    #expect(explorer.shows("stderr · 2 bytes"))
    #expect(explorer.shows(#"│ \xff"#))
  }

  @Test func `long output scrolls to its end and no further`() {
    let lines = (1...500).map { "line \($0)\n" }.joined()
    var explorer = shown(
      StatementReport(
        statement: "crc32()", outcome: .returned(.void, .void), standardOutput: Array(lines.utf8)))
    #expect(explorer.shows("lines more"))
    explorer.press(.end)
    #expect(explorer.shows("│ line 500"))
    #expect(!explorer.shows("more"))
    explorer.press(.down, .pageDown, .up, .home)
    #expect(explorer.shows("crc32()"))
    explorer.send(.resized(FrameSize(columns: 60, rows: 16)))
    explorer.press(.pageDown, .end)
    #expect(explorer.shows("│ line 500"))
  }

  @Test func `Enter calls again, Tab and Esc go back to the arguments`() {
    var explorer = shown(Explorer.crc32Report)
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.evaluate("crc32(0, \"hello\", 5)")])
    explorer.send(.reported(Explorer.crc32Report))
    explorer.press(.tab)
    #expect(explorer.shows("❯ unsigned int len"))
    explorer.press(.enter)
    explorer.send(.reported(Explorer.crc32Report))
    explorer.press(.escape, .escape)
    #expect(explorer.shows("best match first"))
  }

  @Test func `a constructor that dies is not blamed on the function`() {
    var report = StatementReport(statement: "crc32()", outcome: .exited(status: 5))
    report.endedWhileLoading = true
    #expect(shown(report).shows("It was not reached: this is a constructor"))
  }

  @Test func `errno is shown when it was set`() {
    var report = Explorer.crc32Report
    #expect(shown(report).shows("errno       untouched"))
    report.errno = ErrorNumber(number: 2, name: "ENOENT", message: "No such file or directory")
    #expect(shown(report).shows("errno       2 ENOENT: No such file or directory"))
  }

  /// An explorer of crc32's form that was told of a report.
  @Test func `one key keeps a call as an example, which the next save writes`() {
    var explorer = shown(
      StatementReport(
        statement: "crc32(0, \"hello\", 5)",
        outcome: .returned(.integer(.unsignedLong), .unsigned(907_060_870))))
    explorer.press(.character("k"))
    #expect(explorer.shows("kept as an example of crc32"))
    explorer.press(.control("s"))
    let example = #"[[sonde::example("crc32(0, \"hello\", 5)", "907060870")]]"#
    #expect(
      explorer.takeEffects().contains { effect in
        if case .save(let texts) = effect { texts.joined().contains(example) } else { false }
      })
  }

  @Test func `what calls no declared function is no example`() {
    var explorer = shown(
      StatementReport(statement: "1 + 1", outcome: .returned(.integer(.int), .signed(2))))
    explorer.press(.character("k"))
    #expect(explorer.shows("no function that is declared was called here"))
  }

  private func shown(_ report: StatementReport) -> Explorer {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.callCRC32()
    explorer.send(.reported(report))
    _ = explorer.takeEffects()
    return explorer
  }
}

extension CrashReport {
  fileprivate init(
    _ signal: Int32, code: Int32 = 1, address: UInt64? = nil, _ access: MemoryAccess? = nil,
    stack: UInt64 = 0x7ffd_0000_0000
  ) {
    self.init(
      signal: signal, code: code, faultAddress: address, access: access,
      programCounter: 0x7f12_3456_7890, stackPointer: stack)
  }
}

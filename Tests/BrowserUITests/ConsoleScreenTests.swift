import CLanguage
import Evaluation
import Testing

@testable import BrowserUI

@Suite struct ConsoleScreenTests {
  private func console(profile: String = "") -> Explorer {
    var explorer = Explorer(profile: profile)
    explorer.press(.alt("2"))
    return explorer
  }

  private func returned(_ statement: String, _ value: Int128) -> BrowserMessage {
    .reported(
      StatementReport(
        statement: statement, outcome: .returned(.integer(.int), .signed(value)), duration: 900))
  }

  @Test func `a statement is evaluated and its value stands below it`() {
    var explorer = console()
    explorer.type("1 + 2")
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.remember("1 + 2"), .evaluate("1 + 2")])
    explorer.send(returned("1 + 2", 3))
    #expect(explorer.shows("❯ 1 + 2"))
    #expect(explorer.shows("= 3"))
  }

  @Test func `statements typed while one runs wait for it`() {
    var explorer = console()
    explorer.type("a()")
    explorer.press(.enter)
    explorer.type("b()")
    explorer.press(.enter)
    #expect(
      explorer.takeEffects() == [.remember("a()"), .evaluate("a()"), .remember("b()")])
    #expect(explorer.shows("1 wait"))
    explorer.send(returned("a()", 1))
    #expect(explorer.takeEffects() == [.evaluate("b()")])
    // Stopping one gives up those behind it.
    explorer.type("c()")
    explorer.press(.enter, .escape)
    explorer.send(.reported(StatementReport(statement: "b()", outcome: .interrupted)))
    #expect(explorer.takeEffects() == [.remember("c()"), .interrupt, .bell])
  }

  @Test func `a line of several statements runs until the last has ended`() {
    var explorer = console()
    explorer.type("int n = 3; n + 1")
    explorer.press(.enter)
    explorer.type("n")
    explorer.press(.enter)
    _ = explorer.takeEffects()
    explorer.send(
      part: .reported(StatementReport(statement: "int n = 3;", outcome: .declared(["n"]))))
    #expect(explorer.model.isRunning)
    #expect(explorer.takeEffects() == [])
    #expect(explorer.shows("declared n"))
    explorer.send(part: returned("n + 1", 4))
    #expect(explorer.takeEffects() == [])
    explorer.send(.finished)
    #expect(explorer.takeEffects() == [.evaluate("n")])
    #expect(explorer.shows("= 4"))
  }

  @Test func `a statement goes on while a brace is open`() {
    var explorer = console()
    explorer.type("int twice(int x) {")
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [])
    #expect(explorer.shows("❯ int twice(int x) {"))
    explorer.type("return 2 * x; // )")
    explorer.press(.enter, .backspace)
    // Backspace at the start of a line takes back the one before.
    #expect(explorer.model.input?.text == "return 2 * x; // )")
    explorer.press(.enter)
    explorer.type("}")
    explorer.press(.enter)
    #expect(
      explorer.takeEffects().last == .evaluate("int twice(int x) {\nreturn 2 * x; // )\n}"))
  }

  @Test func `pasted lines are statements where they end as such`() {
    var explorer = console()
    explorer.send(
      .paste("/* a; script */\nint x = 1;\nint f(int a,\n      int b);\n\nx +\n  1;\ny"))
    let evaluated = explorer.takeEffects().filter { if case .remember = $0 { true } else { false } }
    #expect(
      evaluated == [
        .remember("/* a; script */"), .remember("int x = 1;"),
        .remember("int f(int a,\n      int b);"), .remember("x +\n  1;"),
      ])
    #expect(explorer.model.input?.text == "y")
  }

  @Test func `garbage that is pasted cannot drive the terminal or crash`() {
    var explorer = console()
    explorer.send(.paste("\u{1b}[2J\u{0}\u{7}\n\"unclosed\n'\\\n((((\n\u{202e}"))
    let scalars = explorer.screen.unicodeScalars.filter { $0 != "\n" }
    #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
    explorer.press(.escape, .escape)
    #expect(explorer.shows("a C statement"))
  }

  @Test func `an error has its caret under the place`() {
    var explorer = console()
    explorer.type("crc32(0")
    explorer.press(.enter)
    explorer.type(", zzz)")
    explorer.press(.enter)
    let place = CSourceLocation(offset: 9, line: 1, column: 10)
    let end = CSourceLocation(offset: 12, line: 1, column: 13)
    explorer.send(
      .reported(
        StatementReport(
          statement: "crc32(0, zzz)",
          outcome: .failed(
            .invalid(CDiagnostic("'zzz' is not declared", CSourceRange(start: place, end: end)))))))
    let rows = explorer.screen.split(separator: "\n").map(String.init)
    let row = rows.firstIndex { $0.contains("❯ crc32(0, zzz)") } ?? 0
    #expect(rows[row + 1] == "            ^~~")
    #expect(rows[row + 2].contains("✗ 'zzz' is not declared"))
  }

  @Test func `Tab completes names, then offers one after the other`() {
    var explorer = console(profile: "typedef unsigned long uLong; uLong crc32(uLong a);")
    explorer.type("crc")
    explorer.press(.tab)
    #expect(explorer.model.input?.text == "crc32")
    #expect(explorer.shows("crc32  crc32_z"))
    explorer.press(.tab, .tab)
    #expect(explorer.model.input?.text == "crc32_z")
    explorer.press(.tab)
    #expect(explorer.model.input?.text == "crc32")
    explorer.press(.control("u"))
    explorer.type("(uLo")
    explorer.press(.tab)
    #expect(explorer.model.input?.text == "(uLong")
  }

  @Test func `macros are completed, and shown with their type and what they stand for`() {
    var explorer = console(
      profile: "#define M_PI 3.25\n#define M_PIE 4\n#define Z_VERSION \"1.2\"\n"
        + Explorer.crc32Prototype)
    explorer.type("crc32(Z_V")
    explorer.press(.tab)
    #expect(explorer.model.input?.text == "crc32(Z_VERSION")
    #expect(explorer.shows("char Z_VERSION[4] = \"1.2\""))
    explorer.press(.control("u"))
    explorer.type("M_PI")
    #expect(explorer.shows("double M_PI = 3.25"))
    explorer.type("E")
    #expect(explorer.shows("int M_PIE = 4"))
  }

  @Test func `the prototype shows while its arguments are typed`() throws {
    var explorer = console(profile: Explorer.crc32Prototype)
    explorer.type("crc32(f(1, 2), \"a,(b\"")
    let row = try #require(explorer.row(of: "unsigned long crc32("))
    #expect(row.contains("const unsigned char *buf"))
    let marked = explorer.model.view().lines.flatMap(\.runs).filter { $0.style.role == .type }
    #expect(marked.map(\.text) == ["const unsigned char *buf"])
  }

  @Test func `the arrows recall what begins like what is typed`() {
    var explorer = console()
    for statement in ["f(1)", "g(2)", "f(3)"] {
      explorer.type(statement)
      explorer.press(.enter)
      explorer.send(returned(statement, 0))
    }
    explorer.type("f")
    explorer.press(.up, .up)
    #expect(explorer.model.input?.text == "f(1)")
    explorer.press(.up)
    #expect(explorer.model.input?.text == "f(1)")
    explorer.press(.down, .down)
    #expect(explorer.model.input?.text == "f")
  }

  @Test func `a prototype declared at the console is known and kept`() {
    var explorer = console()
    explorer.type(Explorer.crc32Prototype)
    explorer.press(.enter)
    explorer.send(
      .reported(
        StatementReport(statement: Explorer.crc32Prototype, outcome: .declared(["crc32"]))))
    #expect(explorer.shows("1 prototype not saved"))
    explorer.press(.control("s"))
    #expect(explorer.takeEffects().last == .save([Explorer.crc32Prototype]))
    explorer.press(.alt("1"))
    #expect(explorer.row(of: "crc32")?.hasPrefix(" ● F ") == true)
  }

  @Test func `the history lists every statement and opens its outcome`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.callCRC32()
    explorer.send(.reported(Explorer.crc32Report))
    explorer.press(.alt("2"))
    explorer.type("2 + 2")
    explorer.press(.enter)
    explorer.send(returned("2 + 2", 4))
    explorer.press(.alt("5"))
    #expect(explorer.row(of: "= 907060870")?.contains("crc32(0, \"hello\", 5)") == true)
    #expect(explorer.shows("2 + 2"))
    explorer.press(.up, .enter)
    #expect(explorer.shows("History › crc32 › outcome"))
    explorer.press(.escape)
    explorer.type("e")
    #expect(explorer.model.input?.text == "crc32(0, \"hello\", 5)")
  }

  @Test func `a session is saved as a script`() {
    var explorer = console()
    explorer.type(":save session.c")
    explorer.press(.enter)
    #expect(explorer.shows("nothing was evaluated yet"))
    for (statement, message) in [
      ("2 + 2", returned("2 + 2", 4)),
      (
        "abort()",
        .reported(StatementReport(statement: "abort()", outcome: .exited(status: 3)))
      ),
    ] {
      explorer.type(statement)
      explorer.press(.enter)
      explorer.send(message)
    }
    _ = explorer.takeEffects()
    explorer.type(":save session.c")
    explorer.press(.enter)
    let text = """
      #pragma sonde library "libz.so.1"
      2 + 2;
      /* = 4 */
      /* abort(): ✗ EXITED  it ended its process with status 3 */

      """
    #expect(explorer.takeEffects() == [.write(text: text, path: "session.c")])
    explorer.send(.wrote(path: "session.c"))
    #expect(explorer.shows("written to session.c"))
  }
}

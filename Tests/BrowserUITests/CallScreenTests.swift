import Evaluation
import Testing

@testable import BrowserUI

@Suite struct CallScreenTests {
  @Test func `Enter goes through the arguments and calls behind the last`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.callCRC32()
    #expect(explorer.takeEffects() == [.evaluate("crc32(0, \"hello\", 5)")])
    #expect(explorer.shows("calling crc32(0, \"hello\", 5) … 0.0 s — Esc stops it"))
    explorer.send(.tick(elapsed: 1.27))
    #expect(explorer.shows("… 1.2 s — Esc stops it"))
    explorer.send(.reported(Explorer.crc32Report))
    #expect(explorer.shows("= 907060870"))
    #expect(explorer.shows("unsigned long  0x3610a686"))
    #expect(!explorer.shows("calling"))
  }

  @Test func `variables of the console that fit are offered for a pointer`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.press(.function(2))
    for statement in ["char text[8]", "unsigned char byte", "double d"] {
      explorer.type(statement)
      explorer.press(.enter)
      explorer.send(
        .reported(StatementReport(statement: statement, outcome: .declared([]))))
    }
    let rows = ["text", "byte", "d"].map {
      VariableRow(name: $0, type: "", value: "", address: 1, isWrong: false)
    }
    explorer.send(.variables(rows))
    explorer.press(.alt("1"))
    explorer.type("crc32")
    explorer.press(.enter, .tab)
    #expect(explorer.shows("text  &byte"), "\(explorer.screen)")
    #expect(!explorer.shows("&d"))
    explorer.press(.control("n"))
    #expect(explorer.shows("crc32(crc, text, len)"), "\(explorer.screen)")
  }

  @Test func `a buffer that the call fills need not be given`() {
    var explorer = Explorer(
      profile: "unsigned long crc32(unsigned long crc, [[sonde::out]] unsigned char *buf, int len);"
    )
    explorer.type("crc32")
    explorer.press(.enter)
    #expect(explorer.shows("made for the call"), "\(explorer.screen)")
    explorer.type("0")
    explorer.press(.tab, .tab)
    explorer.type("5")
    #expect(explorer.shows("crc32(0, 5)"), "\(explorer.screen)")
    explorer.press(.control("r"))
    #expect(explorer.takeEffects() == [.evaluate("crc32(0, 5)")])
  }

  @Test func `the call is shown as C while it grows`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter)
    #expect(explorer.shows("crc32(crc, buf, len)"))
    explorer.type("0")
    explorer.press(.tab)
    explorer.type("\"a,b\"")
    #expect(explorer.shows("crc32(0, \"a,b\", len)"))
  }

  @Test func `Tab, arrows and clicks move between the arguments`() throws {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter, .down)
    explorer.type("b")
    explorer.press(.tab)
    explorer.type("c")
    explorer.press(.tab)
    explorer.type("a")
    explorer.press(.backTab)
    explorer.type("C")
    explorer.press(.up, .up)
    explorer.type("A")
    #expect(explorer.shows("crc32(aA, b, cC)"))
    let place = try #require(explorer.place(of: "unsigned int len "))
    explorer.send(.mouse(MouseEvent(.click, row: place.row, column: 40)))
    explorer.type("!")
    #expect(explorer.shows("crc32(aA, b, cC!)"))
  }

  @Test func `a missing argument is said under its field and gets the cursor`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type("0")
    explorer.press(.control("r"))
    #expect(explorer.takeEffects() == [.bell])
    #expect(explorer.shows("an argument is needed"))
    explorer.type("0")
    #expect(explorer.shows("crc32(0, 0, len)"))
  }

  @Test func `a function without parameters is called by Enter alone`() {
    var explorer = Explorer(profile: "const char *zlibVersion(void);")
    explorer.type("zlibVersion")
    explorer.press(.enter)
    #expect(explorer.shows("It takes no arguments. Enter calls it."))
    explorer.type("x")
    explorer.press(.tab, .up, .left, .enter)
    #expect(explorer.takeEffects() == [.evaluate("zlibVersion()")])
  }

  @Test func `a variadic function has a field for further arguments, which may stay empty`() {
    var explorer = Explorer(profile: "int compress(const char *format, ...);")
    explorer.type("compress")
    explorer.press(.enter)
    explorer.type("\"%d %d\"")
    explorer.press(.function(5))
    explorer.send(.reported(Explorer.crc32Report))
    explorer.press(.escape, .tab)
    explorer.type("1, 2")
    explorer.press(.enter)
    #expect(
      explorer.takeEffects() == [
        .evaluate("compress(\"%d %d\")"), .evaluate("compress(\"%d %d\", 1, 2)"),
      ])
  }

  @Test func `arguments are kept per function`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype + "int inflate(int first);")
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type("42")
    explorer.press(.escape, .escape)
    explorer.type("inflate")
    explorer.press(.enter)
    #expect(explorer.shows("inflate(first)"))
    explorer.press(.escape, .escape)
    explorer.type("crc32")
    explorer.press(.enter)
    #expect(explorer.shows("crc32(42, buf, len)"))
  }

  @Test func `earlier arguments can be recalled`() {
    var explorer = Explorer(profile: "int inflate(int first);")
    explorer.type("inflate")
    explorer.press(.enter)
    for argument in ["1", "2", "3"] {
      explorer.press(.control("u"))
      explorer.type(argument)
      explorer.press(.enter)
      explorer.send(.reported(Explorer.crc32Report))
      explorer.press(.escape)
    }
    explorer.press(.pageUp, .pageUp)
    #expect(explorer.shows("inflate(2)"))
    explorer.press(.pageUp, .pageUp)
    #expect(explorer.shows("inflate(1)"))
    explorer.press(.pageDown)
    #expect(explorer.shows("inflate(2)"))
  }

  @Test func `a running call can be stopped and nothing else is called meanwhile`() {
    var explorer = Explorer(profile: "int inflate(int first);")
    explorer.type("inflate")
    explorer.press(.enter)
    explorer.type("1")
    explorer.press(.enter)
    _ = explorer.takeEffects()
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.bell])
    explorer.press(.function(1))
    #expect(explorer.shows("type to search the keys"))
    explorer.press(.escape)
    #expect(explorer.takeEffects() == [.interrupt])
    #expect(explorer.shows("stopping inflate(1)"))
    explorer.send(
      .reported(StatementReport(statement: "inflate(1)", outcome: .interrupted)))
    #expect(explorer.takeEffects() == [.bell])
    explorer.press(.escape)
    #expect(explorer.shows("STOPPED  you ended the call"))
  }

  @Test func `a report that nobody waits for changes nothing`() {
    var explorer = Explorer()
    let before = explorer.screen
    explorer.send(.reported(Explorer.crc32Report), .tick(elapsed: 3))
    #expect(explorer.screen == before)
  }

  @Test func `a form longer than the screen shows the field with the cursor`() {
    let parameters = (0..<30).map { "int p\($0)" }.joined(separator: ", ")
    var explorer = Explorer(profile: "int inflate(\(parameters));", columns: 60, rows: 16)
    explorer.type("inflate")
    explorer.press(.enter)
    for index in 0..<30 {
      #expect(explorer.shows("❯ int p\(index) "))
      explorer.press(.tab)
    }
    #expect(explorer.shows("❯ int p0 "))
  }
}

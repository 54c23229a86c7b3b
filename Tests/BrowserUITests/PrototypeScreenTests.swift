import CLanguage
import Testing

@testable import BrowserUI

@Suite struct PrototypeScreenTests {
  @Test func `Enter on a function without a prototype asks for it`() {
    var explorer = Explorer()
    explorer.type("crc32")
    explorer.press(.enter)
    #expect(explorer.shows("No prototype is known. What is it, in C?"))
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.bell])
    #expect(explorer.shows("type the prototype first"))
  }

  @Test func `an accepted prototype is declared and leads to the call form`() {
    var explorer = Explorer()
    explorer.declareCRC32()
    #expect(explorer.takeEffects() == [.declare(Explorer.crc32Prototype)])
    #expect(explorer.shows("Symbols › crc32 › call"))
    #expect(explorer.shows("this session, not saved"))
    #expect(explorer.shows("1 typed"))
    #expect(explorer.shows("1 prototype not saved"))
  }

  @Test func `the semicolon may be left out`() {
    var explorer = Explorer()
    explorer.type("zlibVersion")
    explorer.press(.enter)
    explorer.type("const char *zlibVersion(void)")
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.declare("const char *zlibVersion(void);")])
  }

  @Test func `a mistake is marked under its place while typing`() throws {
    var explorer = Explorer()
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type("unsigned long crc32(unsigned lon crc);")
    let mistake = try #require(explorer.place(of: " crc);"))
    let caret = try #require(explorer.place(of: "^~~"))
    #expect(caret.row == mistake.row + 1)
    #expect(caret.column == mistake.column + 1)
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.bell])
  }

  @Test(arguments: [
    ("int other(void);", "this declares `other`; asked for is `crc32`"),
    ("int crc32;", "declared as an object"), ("int crc32();", "or write `(void)` for none"),
    ("int crc32(void), other(void);", "this declares `other`"),
    ("typedef int number;", "declare `crc32`"), ("int crc32(nonsense x);", "nonsense"),
  ])
  func `exactly the function asked for must be declared`(text: String, message: String) {
    var explorer = Explorer()
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type(text)
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.bell])
    #expect(explorer.screen.contains(message))
  }

  @Test func `types that it needs can stand in front`() {
    var explorer = Explorer()
    let text = "typedef unsigned long uLong; struct s; uLong crc32(uLong crc, struct s *state);"
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.send(.paste(text + "\n"))
    #expect(explorer.shows("✓ Enter takes it"))
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.declare(text)])
    #expect(explorer.shows("uLong crc32(uLong crc, struct s *state);"))
  }

  @Test(arguments: [
    ("", ""), ("int", " crc32("), ("int ", "crc32("), ("char *", "crc32("),
    ("unsigned cr", "c32("), ("c", " crc32("), ("int crc32(", ");"), ("int crc32(int (*f)(", "));"),
    ("int crc32(void)", ";"), ("int crc32(void);", ""), ("int (*f)", ""),
  ])
  func `proposes what comes next`(text: String, proposal: String) {
    #expect(prototypeProposal(for: text, name: "crc32") == proposal)
  }

  @Test func `Tab takes the proposal`() {
    var explorer = Explorer()
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type("int")
    explorer.press(.tab)
    explorer.type("void")
    explorer.press(.tab, .enter)
    #expect(explorer.takeEffects() == [.declare("int crc32(void);")])
  }

  @Test func `a known prototype can be changed, the last one counts`() {
    var explorer = Explorer(profile: "int crc32(int wrong);")
    explorer.type("crc32")
    explorer.press(.function(4))
    #expect(explorer.shows("❯ int crc32(int wrong);"))
    explorer.press(.control("u"))
    explorer.type("int crc32(long right);")
    explorer.press(.enter, .control("s"))
    #expect(
      explorer.takeEffects() == [
        .declare("int crc32(long right);"), .save(["int crc32(long right);"]),
      ])
    explorer.press(.function(4), .control("u"))
    explorer.type("int crc32(short last);")
    explorer.press(.enter, .escape)
    #expect(explorer.shows("1 prototype not saved"))
    #expect(explorer.shows("best match first"))
  }

  @Test func `Esc leaves without a change`() {
    var explorer = Explorer()
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type(Explorer.crc32Prototype)
    explorer.press(.escape)
    #expect(explorer.takeEffects() == [])
    #expect(explorer.shows("0 typed"))
  }

  @Test func `any text is survived`() {
    var random = SplitMix(state: 11)
    let pieces = [
      "int ", "crc32", "(", ")", "*", ";", "{", "\"", "'", "日", "\\", "[", "#", "/*", ",",
    ]
    for _ in 0..<200 {
      let text = (0..<(random.next() % 20)).map { _ in pieces[Int(random.next() % 15)] }.joined()
      var explorer = Explorer(columns: 60, rows: 16)
      explorer.type("crc32")
      explorer.press(.enter)
      explorer.send(.paste(text))
      explorer.press(.enter)
      #expect(explorer.model.view().lines.allSatisfy { $0.width <= 60 })
    }
  }
}

extension PrototypeScreenTests {
  private static let types = """
    typedef unsigned int uInt; typedef unsigned long uLong;
    typedef struct z_stream_s { const char *next_in; uInt avail_in; uLong total_in; } z_stream;
    """

  @Test func `Tab completes the name of a type`() {
    var explorer = Explorer(profile: Self.types)
    explorer.type("inflate")
    explorer.press(.enter)
    explorer.type("int inflate(z_s")
    #expect(explorer.shows("int inflate(z_stream"))
    explorer.press(.tab)
    #expect(explorer.model.input?.text == "int inflate(z_stream")
    explorer.type(" *s, uL")
    explorer.press(.tab, .tab)
    #expect(explorer.model.input?.text == "int inflate(z_stream *s, uLong);")
  }

  /// Offsets as gcc gives them on x86-64: 0, 8, 16; 4 bytes of padding before the last.
  @Test func `the layout of the structs involved is shown`() {
    var explorer = Explorer(profile: Self.types)
    explorer.type("inflate")
    explorer.press(.enter)
    explorer.type("int inflate(z_stream *s);")
    #expect(explorer.shows("24 bytes · aligned to 8 · 3 members · 1 hole of 4 bytes"))
    #expect(explorer.shows("       0      8  const char *next_in"))
    #expect(explorer.shows("      12      4  · hole ·"))
    #expect(explorer.shows("      16      8  uLong total_in"))
  }
}

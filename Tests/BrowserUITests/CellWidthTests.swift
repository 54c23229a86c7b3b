import Testing

@testable import BrowserUI

@Suite struct CellWidthTests {
  /// Widths are those of glibc's wcwidth, added up.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("…●", 2), ("😀", 2),
    ("ｱ", 1), ("Ａ", 2), ("\u{20dd}a", 1),
  ])
  func `cells of text`(text: String, width: Int) {
    #expect(text.cellWidth == width)
  }

  /// Spelled as C would, or as Swift where C has no spelling.
  @Test(arguments: [
    ("plain", "plain"), ("\u{1b}[2J", "\\x1b[2J"), ("a\tb\nc\r", "a\\tb\\nc\\r"),
    ("\u{7}\u{0}", "\\a\\x00"), ("\u{7f}\u{9b}", "\\x7f\\x9b"), ("a\u{202e}b", "a\\u{202e}b"),
    ("\u{200b}", "\\u{200b}"), ("日é", "日é"),
  ])
  func `what could drive the terminal is spelled out`(text: String, expected: String) {
    #expect(String(displaying: text) == expected)
  }

  @Test(arguments: [
    ("abcdef", 4, "abc…"), ("abc", 3, "abc"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"),
    ("abc", 1, "…"), ("abc", 0, ""),
  ])
  func `text is cut at its end`(text: String, width: Int, expected: String) {
    #expect(text.truncated(to: width) == expected)
  }

  @Test(arguments: [("/usr/lib/libz.so", 8, "…libz.so"), ("abc", 3, "abc"), ("日本語", 4, "…語")])
  func `paths are cut at their start`(text: String, width: Int, expected: String) {
    #expect(text.truncatedAtStart(to: width) == expected)
  }

  @Test func `a row is cut to the frame, half of a wide character becomes a space`() {
    var line = Line("ab日本", .text)
    line.append("rest", .error)
    #expect(line.clipped(to: 5).text == "ab日 ")
    #expect(line.clipped(to: 5).width == 5)
    #expect(line.clipped(to: 7).text == "ab日本r")
  }

  @Test func `a frame has exactly the terminal's rows and cuts what is clicked too`() {
    var line = Line("0123456789")
    line.mark(from: 4, as: .row(7))
    let frame = Frame([line, line, line], size: FrameSize(columns: 6, rows: 2))
    #expect(frame.lines.map(\.text) == ["012345", "012345"])
    #expect(frame.meaning(row: 0, column: 5) == .row(7))
    #expect(frame.meaning(row: 0, column: 3) == nil)
    #expect(frame.meaning(row: 9, column: 5) == nil)
    #expect(Frame([], size: FrameSize(columns: 3, rows: 2)).lines.count == 2)
  }
}

import Testing

@testable import BrowserUI

@Suite struct TextFieldTests {
  /// The cursor is drawn as `|`.
  @Test(arguments: [
    ("ab|cd", TextEdit.left, "a|bcd"), ("|ab", .left, "|ab"), ("ab|", .right, "ab|"),
    ("ab|cd", .right, "abc|d"), ("ab|cd", .start, "|abcd"), ("ab|cd", .end, "abcd|"),
    ("int  foo_1|(x", .wordLeft, "int  |foo_1(x"), ("int  |foo", .wordLeft, "|int  foo"),
    ("in|t foo_1(", .wordRight, "int| foo_1("), ("int| foo_1(", .wordRight, "int foo_1|("),
    ("ab|cd", .deleteBefore, "a|cd"), ("|ab", .deleteBefore, "|ab"),
    ("ab|cd", .deleteAfter, "ab|d"), ("ab|", .deleteAfter, "ab|"),
    ("int foo |x", .deleteWordBefore, "int |x"), ("a |b c", .deleteWordAfter, "a | c"),
    ("ab|cd", .deleteToStart, "|cd"), ("ab|cd", .deleteToEnd, "ab|"),
    ("é日|x", .deleteBefore, "é|x"), ("e\u{301}|x", .deleteBefore, "|x"),
    ("|e\u{301}x", .right, "e\u{301}|x"), ("日本|", .left, "日|本"),
  ])
  func `edits`(before: String, edit: TextEdit, after: String) {
    var field = field(before)
    let changed = field.apply(edit)
    #expect(drawn(field) == after)
    #expect(changed == (before != after))
  }

  @Test(arguments: [
    ("a|b", "xy", "axy|b"), ("|", "a\nb\r\nc\n", "a b c|"), ("a|", "\u{1b}[31m\u{7}x", "a[31mx|"),
    ("e|x", "\u{301}", "e\u{301}|x"), ("|", "tab\there", "tab here|"), ("a|b", "", "a|b"),
    ("|", "日本語", "日本語|"),
  ])
  func `takes in typed and pasted text`(before: String, text: String, after: String) {
    var field = field(before)
    let fits = field.insert(text)
    #expect(fits)
    #expect(drawn(field) == after)
  }

  @Test func `takes no more than its limit and says so`() {
    var field = TextField()
    let fits = field.insert(String(repeating: "x", count: TextField.maximumLength + 1))
    #expect(!fits)
    #expect(field.text.count == TextField.maximumLength)
    let fitsMore = field.insert("y")
    #expect(!fitsMore)
  }

  /// Ten cells; the cursor is drawn as `|`, which takes no cell.
  @Test(arguments: [
    ("short|", "short|     "), ("|short", "|short     "), ("0123456789abc|", "456789abc| "),
    ("|0123456789abc", "|0123456789"), ("01234567|89abcdef", "1234567|89a"),
    ("日本語日本語|", "語日本語|  "), ("a日本語日本語|", "語日本語|  "), ("012345678|", "012345678| "),
  ])
  func `scrolls so that the cursor shows`(text: String, expected: String) {
    let line = field(text).line(width: 10, on: .field, hasCursor: true)
    #expect(line.width == 10)
    #expect(drawn(line) == expected)
  }

  @Test func `the cursor always shows and the row is always full`() {
    var random = SplitMix(state: 7)
    let pieces = ["a", "日", "e\u{301}", "\u{202e}", "_", " ", "é"]
    for _ in 0..<500 {
      var field = TextField()
      for _ in 0..<(random.next() % 40) { field.insert(pieces[Int(random.next() % 7)]) }
      field.moveCursor(to: Int(random.next() % 41))
      let width = 8 + Int(random.next() % 20)
      let line = field.line(width: width, on: .field, hasCursor: true)
      #expect(line.width == width)
      #expect(line.cursor.map { $0 >= 0 && $0 < width } == true)
    }
  }

  @Test func `a ghost shows behind the text only`() {
    let atEnd = field("int|").line(width: 12, on: .field, hasCursor: true, ghost: " crc32(")
    #expect(atEnd.text == "int crc32(  ")
    #expect(atEnd.runs[1].style.role == .ghost)
    let within = field("in|t").line(width: 12, on: .field, hasCursor: true, ghost: " crc32(")
    #expect(within.text == "int         ")
  }

  @Test(arguments: [("abc", 1, 1), ("日本語", 3, 2), ("é日x", 5, 3), ("abc", 99, 3), ("", 0, 0)])
  func `says in which column a byte stands`(text: String, offset: Int, column: Int) {
    #expect(TextField(text).column(ofUTF8Offset: offset, width: 20) == column)
  }

  private func field(_ drawn: String) -> TextField {
    let parts = drawn.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var field = TextField(parts.joined())
    field.moveCursor(to: parts.first?.count ?? 0)
    return field
  }

  private func drawn(_ field: TextField) -> String {
    String(field.text.prefix(field.cursor)) + "|" + String(field.text.dropFirst(field.cursor))
  }

  private func drawn(_ line: Line) -> String {
    let head = line.text.prefix(cells: line.cursor ?? 0)
    return head + "|" + line.text.dropFirst(head.count)
  }
}

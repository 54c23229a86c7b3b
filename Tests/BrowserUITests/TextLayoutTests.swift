import Testing

@testable import BrowserUI

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("one two three", 7, 0, ["one two", "three"]), ("one two three", 20, 0, ["one two three"]),
    ("one two three", 6, 2, ["one", "  two", "  thre", "  e"]), ("", 10, 0, []),
    ("abcdefgh", 3, 0, ["abc", "def", "gh"]), ("日本語", 4, 0, ["日本", "語"]), ("x", 0, 0, []),
  ])
  func `text is broken at spaces, long words where the row ends`(
    text: String, width: Int, indent: Int, expected: [String]
  ) {
    #expect(wrapped(text, width: width, indent: indent) == expected)
  }

  @Test func `no row is wider than asked, nothing is lost`() {
    var random = SplitMix(state: 3)
    for _ in 0..<300 {
      let words = (0..<(1 + random.next() % 9)).map { _ in
        String(repeating: "w", count: 1 + Int(random.next() % 15))
      }
      let width = 1 + Int(random.next() % 30)
      let rows = wrapped(words.joined(separator: " "), width: width, indent: 2)
      #expect(rows.allSatisfy { $0.cellWidth <= width })
      #expect(rows.joined().filter { $0 == "w" }.count == words.joined().count)
    }
  }

  @Test func `a prototype is broken behind commas`() {
    let rows = wrappedPrototype(Explorer.crc32Prototype, width: 50)
    #expect(
      rows == [
        "unsigned long crc32(unsigned long crc,",
        "                    const unsigned char *buf,",
        "                    unsigned int len);",
      ])
    #expect(wrappedPrototype("int f(void);", width: 50) == ["int f(void);"])
  }

  @Test(arguments: [
    (UInt64(0), "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"),
    (.max, "18,446,744,073,709,551,615"),
  ])
  func `thousands are grouped`(value: UInt64, expected: String) {
    #expect(grouped(value) == expected)
  }

  @Test(arguments: [
    (UInt64(0), "0 ns"), (999, "999 ns"), (1_234, "1.2 µs"), (45_000_123, "45.0 ms"),
    (999_999_999, "999.9 ms"), (61_500_000_000, "61.5 s"),
  ])
  func `durations have a fitting unit`(nanoseconds: UInt64, expected: String) {
    #expect(durationText(nanoseconds) == expected)
  }
}

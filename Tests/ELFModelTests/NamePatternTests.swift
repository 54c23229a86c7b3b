import ELFModel
import Testing

@Suite struct NamePatternTests {
  @Test(arguments: [
    ("crc", "crc32", true), ("crc", "get_crc_table", true), ("crc", "adler", false),
    ("", "anything", true), ("CRC", "crc32", false), ("crc", "CRC32", true),
    ("Crc", "Crc32", true), ("crc32", "crc3", false),
    ("crc*", "crc32", true), ("crc*", "get_crc", false), ("*crc", "get_crc", true),
    ("c?c32", "crc32", true), ("c?c32", "cc32", false), ("*", "", true),
    ("[a-c]rc*", "crc32", true), ("[!a-c]rc*", "crc32", false), ("[^x]rc32", "crc32", true),
    ("[]]x", "]x", true), ("a[", "a[", true), ("\\**", "*x", true), ("\\**", "x", false),
    ("*a*b*c*", "xxaxxbxxcxx", true), ("*a*b*c", "abcab", false),
  ])
  func `a pattern and a name`(pattern: String, name: String, fits: Bool) {
    let bytes = Array(name.utf8)
    let isMatch = NamePattern(pattern).matches(bytes.span)
    #expect(isMatch == fits)
  }

  @Test func `many stars take no long time`() {
    let name = [UInt8](repeating: 0x61, count: 5000)
    let pattern = NamePattern(String(repeating: "*a", count: 200) + "*b")
    let isMatch = pattern.matches(name.span)
    #expect(!isMatch)
  }
}

import CLanguage
import Testing

@Suite struct ValueTests {
  private func text(_ value: CValue, _ type: String) throws -> String {
    let type = try CParser.parseTypeName(type, in: .standard)
    return CPrinter().text(of: value, as: type.type)
  }

  @Test(arguments: [
    (CValue.void, "void", "(void)"),
    (.bool(true), "_Bool", "true"), (.bool(false), "bool", "false"),
    (.signed(-5), "int", "-5"), (.unsigned(907_060_870), "unsigned long", "907060870"),
    (.signed(97), "char", "'a'"), (.signed(10), "char", "'\\n'"), (.signed(0), "char", "'\\000'"),
    (.signed(39), "char", "'\\''"), (.signed(-1), "char", "'\\377'"),
    (.signed(34), "char", "'\"'"), (.signed(97), "signed char", "97"),
    (.unsigned(97), "unsigned char", "97"), (.unsigned(200), "uint8_t", "200"),
    (.signed(Int128.min), "__int128", "-170141183460469231731687303715884105728"),
    (.floating(1), "double", "1.0"),
    (.floating(0.8775825618903728), "double", "0.8775825618903728"),
    (.floating(-0.0), "double", "-0.0"), (.floating(1e300), "double", "1e+300"),
    (.floating(.leastNonzeroMagnitude), "double", "5e-324"),
    (.floating(Double(Float(0.1))), "float", "0.1"),
    (.floating(.nan), "double", "NAN"), (.floating(.infinity), "double", "INFINITY"),
    (.floating(-.infinity), "float", "-INFINITY"), (.longDouble(0.5), "long double", "0.5"),
    (.pointer(0), "void *", "NULL"), (.pointer(0x5555_0000_1234), "FILE *", "0x555500001234"),
  ])
  func `a value is written as C writes it`(value: CValue, type: String, expected: String) throws {
    #expect(try text(value, type) == expected)
  }

  private static let strings: [(CValue.CText, String, String)] = [
    (.null, "char *", "NULL"), (.unreadable, "char *", "0x1000"),
    (.units([], isTerminated: true), "char *", "\"\""),
    (.units([104, 105, 10, 34, 92], isTerminated: true), "const char *", "\"hi\\n\\\"\\\\\""),
    (.units([97, 98], isTerminated: false), "char *", "\"ab\"…"),
    (.units([0xC3, 0xA9, 0xFF, 0x31], isTerminated: true), "char *", "\"é\\3771\""),
    (.units([1, 0x7F], isTerminated: true), "unsigned char *", "\"\\001\\177\""),
    (.units([0xE9, 0x1F600], isTerminated: true), "wchar_t *", "L\"é😀\""),
    (.units([0xD83D, 0xDE00], isTerminated: true), "char16_t *", "u\"😀\""),
    (.units([0xD83D, 0x61], isTerminated: true), "char16_t *", "u\"\\xd83d\" u\"a\""),
    (.units([0x202E], isTerminated: true), "char32_t *", "U\"\\x202e\""),
  ]

  @Test(arguments: strings)
  func `a string is written as a literal`(
    content: CValue.CText, type: String, expected: String
  ) throws {
    #expect(try text(.string(0x1000, content), type) == expected)
  }

  @Test func `string literals read back as the same units`() throws {
    var generator = SeededGenerator(seed: 7)
    for prefix in [CStringPrefix.none, .utf8, .utf16, .utf32, .wide] {
      for _ in 0..<300 {
        let units: [UInt32] = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          let wide = UInt32.random(in: 0...0x2FFFF, using: &generator)
          let narrow = UInt32.random(in: 0...255, using: &generator)
          switch prefix {
          case .none, .utf8: return narrow
          case .utf16: return Bool.random(using: &generator) ? wide & 0xFFFF : narrow
          case .utf32, .wide: return Bool.random(using: &generator) ? wide : narrow
          }
        }
        let text = CPrinter.literal(units, prefix)
        let expression = try CParser.parseExpression(text, in: .standard)
        #expect(expression.kind == .string(units, prefix), "\(text)")
      }
    }
  }

  @Test func `floating values read back exactly`() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = CPrinter().text(of: .floating(value), as: .floating(.double))
      #expect(Double(text) == value)
      #expect(text.contains { ".e".contains($0) })
    }
  }

  @Test(arguments: [
    ("char *", CStringPrefix.none), ("const unsigned char *", CStringPrefix.none),
    ("wchar_t *", .wide),
    ("char16_t *", .utf16), ("const char32_t *", .utf32), ("int *", nil), ("char", nil),
    ("void *", nil), ("char **", nil), ("uint8_t *", nil), ("caddr_t", CStringPrefix.none),
    ("char[8]", CStringPrefix.none),
  ])
  func `a type name tells which pointers point to text`(
    type: String, prefix: CStringPrefix?
  ) throws {
    let type = try CParser.parseTypeName(type, in: .standard)
    #expect(CHeader.standard.stringPrefix(ofPointer: type.type) == prefix)
  }
}

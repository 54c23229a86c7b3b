import CLanguage
import Foundation
import Testing

/// `_BitInt(n)`, which gcc has from version 14 on; clang is the reference here.
@Suite struct BitIntTests {
  private static let widths = [2, 5, 8, 9, 16, 17, 31, 32, 33, 40, 63, 64, 65, 96, 97, 127, 128]

  /// Size and alignment by width, as clang 21 has them.
  static let layouts: [(target: CTarget, layouts: String)] = [
    (.amd64Linux, "1/1 1/1 1/1 2/2 2/2 4/4 4/4 4/4 8/8 8/8 8/8 8/8 16/8 16/8 16/8 16/8 16/8"),
    (.i386Linux, "1/1 1/1 1/1 2/2 2/2 4/4 4/4 4/4 8/4 8/4 8/4 8/4 12/4 12/4 16/4 16/4 16/4"),
    (
      .arm64Linux,
      "1/1 1/1 1/1 2/2 2/2 4/4 4/4 4/4 8/8 8/8 8/8 8/8 16/16 16/16 16/16 16/16 16/16"
    ),
    (.armLinux, "1/1 1/1 1/1 2/2 2/2 4/4 4/4 4/4 8/8 8/8 8/8 8/8 16/8 16/8 16/8 16/8 16/8"),
    (.riscv64Linux, "1/1 1/1 1/1 2/2 2/2 4/4 4/4 4/4 8/8 8/8 8/8 8/8 16/8 16/8 16/8 16/8 16/8"),
    (.s390xLinux, "1/1 1/1 1/1 2/2 2/2 4/4 4/4 4/4 8/8 8/8 8/8 8/8 16/8 16/8 16/8 16/8 16/8"),
  ]

  @Test(arguments: layouts)
  func `sizes and alignments are those of the ABI`(target: CTarget, layouts: String) throws {
    let header = CHeader.standard(for: target)
    let found = try Self.widths.map { width in
      let layout = try header.layout(of: .bitInt(CBitInt(width: width, isSigned: true)))
      return "\(layout.size)/\(layout.alignment)"
    }
    #expect(found.joined(separator: " ") == layouts)
  }

  /// The values are from an object file of clang.
  @Test func `members and bit-fields are laid out as clang does`() throws {
    let header = header(
      """
      struct s {
        char c; unsigned _BitInt(40) b; _BitInt(65) w; _BitInt(5) n;
        unsigned _BitInt(12) f : 7; _BitInt(12) g : 9; int i;
      };
      """)
    let name = CRecordName(.struct, .tag("s"))
    let definition = try #require(header.definition(of: name))
    #expect(definition.layout.members.map(\.bitOffset) == [0, 64, 128, 256, 264, 272, 288])
    #expect(definition.layout.size == 40)
  }

  @Test(arguments: [
    ("_BitInt(5) x;", "_BitInt(5) x;"), ("signed _BitInt(5) x;", "_BitInt(5) x;"),
    ("_BitInt(3 + 4) unsigned x;", "unsigned _BitInt(7) x;"),
    ("typedef const unsigned _BitInt(300) *wide;", "typedef const unsigned _BitInt(300) *wide;"),
  ])
  func `it is printed as it is written`(text: String, printed: String) throws {
    let header = header(text)
    #expect(CPrinter(header: header).text(of: try #require(header.declarations.first)) == printed)
  }

  @Test(arguments: [
    ("_BitInt x;", "expected '(' and a width after _BitInt, found 'x'"),
    ("_BitInt(1) x;", "a _BitInt has 2 to 65535 bits on x86_64-linux-gnu, not 1"),
    ("unsigned _BitInt(0) x;", "a _BitInt has 1 to 65535 bits on x86_64-linux-gnu, not 0"),
    ("_BitInt(65536) x;", "a _BitInt has 2 to 65535 bits on x86_64-linux-gnu, not 65536"),
    ("long _BitInt(8) x;", "these keywords do not make a type together"),
    ("_BitInt(8) int x;", "expected a name, found 'int'"),
    ("enum { A = 5wb };", "constants of type _BitInt are not supported; use a cast"),
    ("struct s { _BitInt(5) x : 6; };", "a bit-field of this type has 0 to 5 bits, not 6"),
  ])
  func `what is none is told`(text: String, message: String) {
    var header = CHeader()
    #expect(header.declare(text).map(\.message) == [message])
  }

  @Test(
    arguments: [
      (5, true, [0x1f], "-1"), (5, true, [0xef], "15"), (5, false, [0xff], "31"),
      (64, true, [0, 0, 0, 0, 0, 0, 0, 0x80], "-9223372036854775808"),
      (
        128, false, [UInt8](repeating: 0xff, count: 16), "340282366920938463463374607431768211455"
      ),
      (65, true, [UInt8](repeating: 0, count: 8) + [1], "-18446744073709551616"),
      (
        200, false, [UInt8](repeating: 0, count: 16) + [1],
        "340282366920938463463374607431768211456"
      ),
      (16, false, [0, 0], "0"),
    ] as [(Int, Bool, [UInt8], String)])
  func `a value is read from its bytes`(
    width: Int, isSigned: Bool, bytes: [UInt8], text: String
  ) {
    #expect(CBitInt(width: width, isSigned: isSigned).text(bytes) == text)
  }

  @Test func `values in structs are shown`() {
    let header = header("struct s { _BitInt(17) a; unsigned _BitInt(5) b : 3; _BitInt(9) c : 4; };")
    let bytes: [UInt8] = [0xff, 0xff, 0x01, 0, 0x7d, 0, 0, 0]
    let type = CType.record(CRecordName(.struct, .tag("s")))
    let text = CPrinter(header: header).text(of: header.value(of: type, in: bytes), as: type)
    #expect(text == "{.a = -1, .b = 5, .c = -1}")
  }
}

/// Forms of C23 and spellings that few use.
@Suite struct NewFormTests {
  @Test(arguments: [
    ("%:pragma pack(1)\nstruct s <% char c; int i<:2:>; %>;", 9),
    ("  %: pragma pack(push, 2)\nstruct s { char c; int i; };", 6),
    ("enum e : long; struct s { enum e e; }; enum e : long { X };", 8),
    ("struct s { typeof_unqual(const char) a; __typeof_unqual__(volatile short) b; };", 4),
    ("typedef enum e1 { A1 } e1m __attribute__((mode(HI))); struct s { e1m t; enum e1 e; };", 8),
    ("int f(...); struct s { int (*cb)(...); };", 8),
    ("typedef typeof(nullptr) nullptr_t; struct s { nullptr_t p; };", 8),
    ("constexpr int N = 1'000; struct s { char c[N]; };", 1000),
    ("struct s { char c[u8'a' == 0b1100001 ? 3 : 4]; };", 3),
    ("int f(int) { l: int x = 1; return x; } struct s { int x; static_assert(1); };", 4),
  ])
  func `it is taken`(text: String, size: Int) throws {
    var header = CHeader()
    header.skipsFunctionBodies = true
    #expect(header.declare(text) == [])
    let definition = try #require(header.definition(of: CRecordName(.struct, .tag("s"))))
    #expect(definition.layout.size == size)
  }

  @Test func `typeof_unqual takes the qualifiers away`() throws {
    let header = header("typedef const int ci; typeof_unqual(ci) a; typeof(ci) b;")
    let printer = CPrinter(header: header)
    #expect(header.object(named: "a").map { printer.text(of: $0) } == "int a;")
    #expect(
      header.object(named: "b").map { printer.text(of: $0) } == "const ci b;"
        || header.object(named: "b").map { printer.text(of: $0) } == "ci b;")
  }

  @Test(arguments: [
    ("#embed \"x\"", "'#embed' is not supported"),
    ("enum e : long; enum e : int { X };", "the type of this enumeration was another one before"),
  ])
  func `what is not taken is told`(text: String, message: String) {
    var header = CHeader()
    #expect(header.declare(text).map(\.message) == [message])
  }
}

import CLanguage
import Testing

/// `constexpr` objects (C23, section 6.7.2), names with universal characters, and `__alignof__`.
@Suite struct ConstantObjectTests {
  @Test(arguments: [
    ("constexpr int n = 4;", 4), ("constexpr unsigned char n = 'a';", 97),
    ("constexpr int m = 3; constexpr long n = m * m - 2;", 7), ("constexpr auto n = 5L;", 5),
    ("static constexpr const int n = sizeof(long);", 8),
    ("enum e { A, B }; constexpr enum e n = B;", 1),
    ("constexpr int m = -3; constexpr int n = -m;", 3), ("constexpr bool n = true;", 1),
  ])
  func `a constexpr object is a constant`(text: String, count: Int) throws {
    var header = CHeader()
    let problems = header.declare(text + "struct s { char a[n]; };")
    #expect(problems.isEmpty, "\(problems)")
    let name = CRecordName(.struct, .tag("s"))
    #expect(header.definition(of: name)?.layout.size == count)
    // It prints as one that reads back.
    var again = CHeader()
    let printer = CPrinter(header: header)
    let printed = header.declarations.map { printer.text(of: $0) }.joined(separator: "\n")
    #expect(again.declare(printed).isEmpty, "\(printed)")
    #expect(again.definition(of: name)?.layout.size == count)
  }

  @Test(arguments: [
    ("constexpr int n;", "expected '=' and a value, found ';'"),
    ("constexpr unsigned char n = 300;", "the value does not fit the type of the constant"),
    ("constexpr unsigned n = -1;", "the value does not fit the type of the constant"),
    ("constexpr int n = n;", "this is not an integer constant expression"),
    ("int f(void); constexpr int n = f();", "this is not an integer constant expression"),
  ])
  func `what is no constant is refused`(text: String, message: String) {
    var header = CHeader()
    #expect(header.declare(text).map(\.message) == [message])
  }

  @Test func `a long chain of constants is worked out once each`() {
    var text = "constexpr unsigned long a0 = 1;\n"
    for index in 1...50 {
      text += "constexpr unsigned long a\(index) = a\(index - 1) + a\(index - 1);\n"
    }
    var header = CHeader()
    #expect(header.declare(text + "_Static_assert(a50 == 1ul << 50);").isEmpty)
  }

  @Test(arguments: ["\\u00e9", "\\U000000e9", "é"])
  func `universal characters are letters of a name`(spelling: String) throws {
    var header = CHeader()
    #expect(
      header.declare("struct t\(spelling) { int \(spelling)2; }; struct té *f(void);").isEmpty)
    let definition = try #require(header.definition(of: CRecordName(.struct, .tag("té"))))
    #expect(definition.members.map(\.name) == ["é2"])
  }

  @Test(arguments: ["\\u0041", "\\u12", "\\ud800", "\\U00110000", "\\u00d7", "\\", "\\x"])
  func `an escape that is no letter is no name`(spelling: String) {
    var header = CHeader()
    #expect(header.declare("int a\(spelling);").count == 1)
  }

  /// gcc -m32: `long long` alone is aligned to 8, in a struct to 4.
  @Test(arguments: [
    ("__alignof__(long long)", 8), ("_Alignof(long long)", 4), ("__alignof__(double)", 8),
    ("__alignof__(struct s)", 4), ("__alignof__(eight)", 8), ("_Alignof(eight)", 4),
    ("__alignof__(wide)", 16), ("__alignof__(long long[2])", 8), ("_Alignof(long long[2])", 4),
    ("__alignof__(g)", 8), ("__alignof__(v.x)", 4), ("__alignof__(_Complex double)", 8),
    ("_Alignof(_Complex double)", 4), ("__alignof__(enum big)", 8), ("_Alignof(enum big)", 4),
    ("__alignof__(long double)", 4), ("__alignof__(_Float64)", 8), ("_Alignof(g)", 8),
    ("_Alignof(v.x)", 4), ("__alignof__(g + 1)", 8), ("__alignof__(int)", 4),
    ("__alignof__(_Float128)", 16), ("__alignof__(v.i)", 4), ("__alignof__((&v)->x)", 4),
  ])
  func `__alignof__ on i386 is gcc's`(text: String, alignment: Int) {
    var header = CHeader(over: .standard(for: .i386Linux))
    let problems = header.declare(
      """
      typedef long long eight; typedef eight wide __attribute__((aligned(16)));
      struct s { char c; long long x; double d; int i; }; enum big { B = 1ll << 40 };
      extern long long g; extern struct s v;
      _Static_assert(\(text) == \(alignment), "differs");
      """)
    #expect(problems.isEmpty, "\(problems)")
  }
}

import CLanguage
import Testing

/// Macros that are expressions, in declarations.
@Suite struct MacroTests {
  private func header(_ text: String) -> CHeader {
    var header = CHeader()
    let problems = header.declare(text)
    #expect(problems == [])
    return header
  }

  /// What gcc says of `__typeof__` of them.
  static let macros: [(definition: String, printed: String, type: String)] = [
    ("#define M 3.25", "#define M 3.25", "double"),
    ("#define M 1e3f", "#define M 1e3f", "float"),
    ("#define M (-1.5L)", "#define M (-1.5L)", "long double"),
    ("#define M \"1.2.13\"", "#define M \"1.2.13\"", "char[7]"),
    ("#define M L\"ab\"", "#define M L\"ab\"", "wchar_t[3]"),
    ("#define M ((void *) -1)", "#define M ((void *)-1)", "void *"),
    ("typedef void (*gone)(void *);\n#define M ((gone)0)", "#define M ((gone)0)", "gone"),
    ("int *where(void);\n#define M (*where ())", "#define M (*where())", "int"),
    ("int fresh(int);\n#define M fresh", "#define M fresh", "int (int)"),
    ("#define M (__builtin_huge_val ())", "#define M (__builtin_huge_val())", "double"),
    ("#define M (__builtin_nanf (\"\"))", "#define M (__builtin_nanf(\"\"))", "float"),
    ("#define M (2 * PI)\n#define PI 3.25", "#define M (2 * PI)", "double"),
    ("#define P \"ld\"\n#define M \"%\" P", "#define M \"%ld\"", "char[4]"),
    ("#define M 1\n#undef M\n#define M 2.5", "#define M 2.5", "double"),
    ("#define M 1.5\n#define M 2.5", "#define M 2.5", "double"),
  ]

  @Test(arguments: macros)
  func `a macro that is an expression is kept with its type`(
    definition: String, printed: String, type: String
  ) throws {
    let header = header(definition)
    let macro = try #require(header.ownDeclaration(named: "M"))
    guard case .macro(_, let found) = macro.kind else {
      Issue.record("\(macro.kind)")
      return
    }
    let printer = CPrinter(header: header)
    #expect(printer.text(of: macro) == printed)
    #expect(printer.text(of: found) == type)
    #expect(header.names(startingWith: "").contains("M"))
  }

  @Test func `a macro has its place in constant expressions`() {
    let header = header(
      """
      #define PI 3.25
      #define ALSO PI
      #define NAME "four"
      int a[(int)PI], b[(int)ALSO], c[sizeof NAME], d[sizeof PI];
      """)
    let types = ["a", "b", "c", "d"].compactMap { header.object(named: $0) }.map {
      CPrinter(header: header).text(of: $0)
    }
    #expect(types == ["int a[3];", "int b[3];", "int c[5];", "int d[8];"])
  }

  @Test func `the size of a type that has none is no macro`() {
    var header = CHeader()
    let problems = header.declare("struct s;\n#define SIZE (sizeof(struct s) | x)\nextern int x;")
    #expect(problems.map(\.message).last?.hasSuffix("'struct s' has no size") == true)
  }

  @Test func `of a constant that is defined again the last counts`() {
    let header = header("#define A 1\n#define A 2\n#define B 1\n#undef B\n")
    #expect(header.constant(named: "A")?.value == 2)
    #expect(header.ownDeclaration(named: "A").map { CPrinter().text(of: $0) } == "#define A 2")
    #expect(header.ownDeclaration(named: "B") == nil)
  }

  @Test func `a macro stays below a function that takes its name`() throws {
    let lower = header("#define value 2.5")
    var header = CHeader(over: lower)
    #expect(header.declare("int value(void);") == [])
    #expect(header.function(named: "value") != nil)
  }

  @Test func `a macro in the place of a type is told`() {
    var header = CHeader()
    #expect(
      header.declare("#define T int").map(\.message) == [
        "a macro has to be an expression here, and 'T' is none: expected an expression, found a type"
      ])
  }

  @Test func `macros that use themselves and each other end`() {
    var header = CHeader()
    let problems = header.declare("#define A (B + 1.5)\n#define B (A + 1.5)\n")
    #expect(problems.count == 2)
  }

  @Test func `strings that double with every macro have a limit`() {
    var text = "#define S0 \"0123456789abcdef\"\n"
    for level in 1...40 { text += "#define S\(level) S\(level - 1) S\(level - 1)\n" }
    var header = CHeader()
    let problems = header.declare(text)
    #expect(problems.contains { $0.message.contains("more than 16777216 characters") })
  }

  @Test func `a long chain of macros is followed, in either order`() {
    var down = ""
    for level in 0..<5000 { down += "#define S\(level) (S\(level + 1) + 1)\n" }
    #expect(header(down + "#define S5000 0.5\n").ownDeclaration(named: "S0") != nil)
    var up = "#define S0 0.5\n"
    for level in 0..<5000 { up += "#define S\(level + 1) (S\(level) + 1)\n" }
    #expect(header(up).ownDeclaration(named: "S5000") != nil)
  }

  @Test func `a selection takes what its macros name`() {
    let header = header(
      """
      typedef void (*gone)(void *); typedef int unused;
      int *where(void);
      #define BASE 2.5
      #define FULL (BASE * (gone)0 == where())
      """)
    let selection = CSelection(of: header) { $0.name == "FULL" }
    #expect(selection.declarations.map(\.name) == ["gone", "where", "BASE", "FULL"])
  }
}

import CLanguage
import Testing

@Suite struct DiagnosticTests {
  /// Text, message, line and column; by hand, after what gcc says where it says something better.
  private static let mistakes: [(String, String, Int, Int)] = [
    ("int f(int a, );", "expected a parameter type, found ')'", 1, 14),
    ("int f(int a", "expected ',' or ')' after a parameter, found the end of the text", 1, 12),
    ("int f(void)", "expected ';' after the declaration, found the end of the text", 1, 12),
    ("int f(void) int g(void);", "expected ';' after the declaration, found 'int'", 1, 13),
    ("\n\n  uLong f(int);", "unknown type name 'uLong'; did you mean 'ulong'?", 3, 3),
    ("qqqqqqqqqq f(int);", "unknown type name 'qqqqqqqqqq'; declare it with typedef", 1, 1),
    ("int f(strunct s);", "unknown type name 'strunct'; declare it with typedef", 1, 7),
    ("int f(tm *t);", "unknown type name 'tm'; did you mean 'struct tm'?", 1, 7),
    (
      "int f(void, int);", "a parameter cannot be 'void'; a list without parameters is '(void)'",
      1, 7
    ),
    ("int f(int a, int a);", "two parameters are named 'a'", 1, 18),
    ("int f(static int a);", "a parameter cannot have this storage class", 1, 7),
    ("int f(..., int);", "expected ')' after '...', found ','", 1, 10),
    ("int f(int)[3];", "a function cannot return an array", 1, 5),
    ("int f(int)(int);", "a function cannot return a function", 1, 5),
    ("int a[3](int);", "an array cannot have functions in it", 1, 5),
    ("void a[3];", "an array cannot have elements of type 'void'", 1, 6),
    ("int a[][];", "only the first bound of an array can be left out", 1, 5),
    ("int a[-1];", "an array cannot have -1 elements", 1, 7),
    ("int a[n];", "this is not an integer constant expression: 'n' is not declared", 1, 7),
    ("int a[1/0];", "division by zero", 1, 9),
    ("void x;", "'x' cannot be 'void'", 1, 6),
    ("int;", "this declares nothing: a name is missing", 1, 1),
    ("int 5;", "expected a name, found '5'", 1, 5),
    ("f(int);", "unknown type name 'f'; declare it with typedef", 1, 1),
    ("long short x;", "these keywords do not make a type together", 1, 1),
    ("long long long x;", "these keywords do not make a type together", 1, 1),
    ("unsigned float x;", "these keywords do not make a type together", 1, 1),
    ("int char x;", "two types in one declaration: 'char' follows another", 1, 5),
    ("static extern int x;", "'extern' after another storage class", 1, 8),
    (
      "int f(void) { return 1; }",
      "'f' has a body; only prototypes are supported, which end with ';'", 1, 13
    ),
    ("struct s { int x; int x; };", "two members are named 'x'", 1, 23),
    (
      "struct s { struct s inner; };",
      "this member has no size: 'struct s' is not defined", 1, 21
    ),
    ("struct s { int x", "expected ';' after the member, found the end of the text", 1, 17),
    (
      "struct s { int f(void); };",
      "a member cannot be a function; a pointer to one can", 1, 16
    ),
    ("struct s { int x; }; struct s { int y; };", "'struct s' is already defined in line 1", 1, 22),
    ("struct s; union s { int x; };", "'s' is the tag of a struct, not of a union", 1, 17),
    (
      "struct s { int a[]; int b; };",
      "an array without bound has to be the last of several members of a struct", 1, 16
    ),
    ("struct s { int x : 33; };", "a bit-field of this type has 0 to 32 bits, not 33", 1, 20),
    ("struct s { int x : 0; };", "a bit-field of 0 bits cannot have a name", 1, 20),
    ("struct s { float x : 3; };", "a bit-field has to have an integer type", 1, 18),
    ("enum e { A, A };", "'A' is already declared in line 1", 1, 13),
    ("enum e { A = 1.5 };", "this is not an integer constant expression", 1, 14),
    ("int f(int);\nlong f(int);", "'f' is already declared in line 1 as 'int f(int)'", 2, 6),
    (
      "typedef int t; typedef long t;", "'t' is already declared in line 1 as 'typedef int t'", 1,
      29
    ),
    (
      "int x __attribute__((ext_vector_type(4)));",
      "attribute 'ext_vector_type' changes how values are laid out or passed; it is not supported",
      1, 22
    ),
    (
      "int f(void) __attribute__((surprise));",
      "unknown attribute 'surprise'; it could change the layout, so remove it if it does not",
      1, 28
    ),
    (
      "int x __attribute__((aligned(3)));",
      "an alignment has to be a power of two up to 2^28", 1, 30
    ),
    (
      "int x __attribute__((packed));",
      "attribute 'packed' belongs to a struct, union, enum or member", 1, 22
    ),
    ("[[sonde::out int x;", "expected ',' or ']]' after an attribute, found 'int'", 1, 14),
    ("_Static_assert(sizeof(long) == 4, \"32 bits\");", "static assertion failed: 32 bits", 1, 1),
    ("_BitInt x;", "expected '(' and a width after _BitInt, found 'x'", 1, 9),
    ("int x = 08;", "'08' begins with 0, so it is octal and has no digit 8", 1, 9),
    ("int x = 1x;", "'x' is no suffix of an integer", 1, 9),
    ("int x = 0x;", "'0x' has no digits", 1, 9),
    ("double x = 1.5z;", "'z' is no suffix of a floating constant", 1, 12),
    ("double x = 0x1.8;", "'0x1.8' needs an exponent: a 'p' and a power of two", 1, 12),
    ("double x = 1e;", "the exponent of '1e' has no digits", 1, 12),
    (
      "unsigned long x = 170141183460469231731687303715884105728;",
      "'170141183460469231731687303715884105728' fits in no integer type", 1, 19
    ),
    ("char x = 'a;", "character literal without closing quote", 1, 10),
    ("char x = '';", "empty character literal", 1, 10),
    ("char *x = \"abc", "string literal without closing quote", 1, 11),
    ("char *x = \"\\q\";", "unknown escape '\\q'", 1, 12),
    ("char *x = \"\\x100\";", "the escape is out of range for this literal", 1, 12),
    ("char *x = \"\\ud800\";", "this is no Unicode character", 1, 12),
    ("int \u{1} x;", "control character 0x01 in C text", 1, 5),
    ("int x @;", "stray '@' in C text", 1, 7),
    ("int x; /* no end", "comment without end", 1, 8),
    ("int é = §;", "stray '§' in C text", 1, 9),
    (
      "#include <nothing.h>", "'nothing.h' is not among the system headers whose names are known",
      1, 1
    ),
    ("#define F(x) x", "macros with parameters are not supported; 'F' is left out", 1, 1),
    (
      "#define S while",
      "a macro has to be an expression here, and 'S' is none: expected an expression, found 'while'",
      1, 1
    ),
    (
      "#define S (1.5 + unknown)",
      "a macro has to be an expression here, and 'S' is none: 'unknown' is not declared", 1, 1
    ),
    ("#if 1\nint x;", "this has no #endif", 1, 1),
    ("#endif", "#endif without #if", 1, 1),
    ("#assert x", "'#assert' is not supported", 1, 1),
    ("#if 1 +\n#endif", "expected an expression, found the end of the text", 1, 8),
    ("extern \"C++\" { int f(void); }", "only extern \"C\" is supported, not \"C++\"", 1, 8),
    (
      "extern \"C\" { int f(void);",
      "expected '}' at the end of extern \"C\", found the end of the text", 1, 26
    ),
    ("}", "expected a declaration, found '}'", 1, 1),
  ]

  @Test(arguments: mistakes)
  func `a mistake is named with its place`(
    text: String, message: String, line: Int, column: Int
  ) throws {
    var header = CHeader()
    let problems = header.declare(text)
    let problem = try #require(problems.first)
    #expect(problem.message == message)
    #expect(problem.range.start.line == line)
    #expect(problem.range.start.column == column)
    #expect(problems.count == 1, "\(problems)")
  }

  @Test func `the rest of a damaged text still counts`() {
    var header = CHeader()
    let problems = header.declare(
      """
      int one(void);
      int broken(int a, );
      int two(void);
      struct s { int x; int x; };
      int three(void);
      int body(void) { if (1) { return 2; } }
      int four(void);
      int open(int (a;
      int five(void);
      enum { A = B };
      int six(void);
      int missing(void)
      int seven(void);
      static inline struct tm *body_too(struct tm *t) { struct tm u = {0}; return t; }
      int eight(void);
      struct __attribute__((packed)) t { int x; int x; } variable;
      int nine(void);
      """)
    #expect(problems.map(\.range.start.line) == [2, 4, 6, 8, 10, 13, 14, 16])
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    #expect(header.declarations.map(\.name) == names)
    #expect(names.allSatisfy { header.function(named: $0) != nil })
  }

  @Test func `a damaged declaration leaves nothing behind`() {
    var header = CHeader()
    _ = header.declare("enum e { A, B = }; struct s { int x; } f(int, ; typedef int t, u v;")
    #expect(header.declarations.isEmpty)
    #expect(header.constant(named: "A") == nil)
    #expect(header.definition(of: CRecordName(.struct, .tag("s"))) == nil)
    #expect(header.typedef(named: "t") == nil)
    #expect(header.kind(ofTag: "e") == nil)
  }

  @Test func `a diagnostic is shown with its line and a caret`() throws {
    let text = "#pragma sonde library \"libz.so.1\"\n\nint f(int a, );\n"
    var header = CHeader()
    let problem = try #require(header.declare(text).first)
    #expect(
      problem.rendered(in: text, named: "libz.so.1.h") == """
        libz.so.1.h:3:14: expected a parameter type, found ')'
          int f(int a, );
                       ^
        """)
  }

  @Test func `tabs stay and control characters are escaped above the caret`() throws {
    let text = "\tint\u{7}x;"
    var header = CHeader()
    let problem = try #require(header.declare(text).first)
    #expect(
      problem.rendered(in: text) == """
        1:5: control character 0x07 in C text
          \tint\\x07x;
          \t   ^
        """)
  }

  @Test func `of a very long line the part around the caret is shown`() throws {
    let text = String(repeating: "int a(int); ", count: 10_000) + "int b(; " + "int c(void); "
    var header = CHeader()
    let problem = try #require(header.declare(text).first { $0.message.contains("parameter") })
    let lines = problem.rendered(in: text).split(separator: "\n").map(String.init)
    #expect(lines[1].count < 140)
    #expect(lines[1].hasPrefix("  …"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(Array(lines[1])[column] == ";")
  }

  @Test func `columns count characters and offsets bytes`() throws {
    let text = "/* größer */ int f(é);"
    var header = CHeader()
    let problem = try #require(header.declare(text).first)
    #expect(problem.range.start == CSourceLocation(offset: 21, line: 1, column: 20))
  }

  @Test func `bytes that are no UTF-8 have a place`() throws {
    var header = CHeader()
    let problem = try #require(
      header.declare(bytes: Array("int a;\nint ".utf8) + [0xFF, 0x3B]).first)
    #expect(problem.message == "byte 0xFF is not valid UTF-8")
    #expect(problem.range.start == CSourceLocation(offset: 11, line: 2, column: 5))
    #expect(header.object(named: "a") != nil)
  }

  @Test func `after many errors the rest is not read`() {
    var header = CHeader()
    let problems = header.declare(String(repeating: "x y z;\n", count: 1000))
    #expect(problems.count == CLimits.standard.diagnosticCount + 1)
    #expect(problems.last?.message == "too many errors; the rest is not read")
  }
}

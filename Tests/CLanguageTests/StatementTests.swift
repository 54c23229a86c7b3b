import CLanguage
import Testing

@Suite struct StatementTests {
  @Test func `a call is an expression, with or without semicolon`() throws {
    for text in ["crc32(0, \"hello\", 5)", "crc32(0, \"hello\", 5);"] {
      let statement = try CParser.parseStatement(text, in: .standard)
      guard case .expression(let expression) = statement.kind,
        case .call(let callee, let arguments) = expression.kind
      else {
        Issue.record("\(statement)")
        return
      }
      #expect(callee.kind == .identifier("crc32"))
      #expect(
        arguments.map(\.kind) == [
          .integer(0, .int), .string(Array("hello".utf8.map { UInt32($0) }), .none),
          .integer(5, .int),
        ])
      #expect(expression.range.start.offset == 0 && expression.range.end.offset == 20)
      #expect(arguments[1].range.start.column == 10)
    }
  }

  @Test func `a cast to a function type calls an unknown function`() throws {
    let expression = try CParser.parseExpression("((double (*)(double))cos)(0.5)", in: .standard)
    guard case .call(let callee, let arguments) = expression.kind,
      case .cast(let type, let inner) = callee.kind
    else {
      Issue.record("\(expression)")
      return
    }
    #expect(CPrinter().text(of: type) == "double (*)(double)")
    #expect(inner.kind == .identifier("cos"))
    #expect(arguments.map(\.kind) == [.floating("0.5", .double)])
  }

  @Test func `a declaration keeps its initializer`() throws {
    let statement = try CParser.parseStatement(
      "unsigned long n = 128; char buf[] = \"abc\"; struct tm t = {0}", in: .standard)
    guard case .declaration(let declarations) = statement.kind else {
      Issue.record("\(statement)")
      return
    }
    #expect(declarations.map(\.name) == ["n", "buf", "t"])
    guard case .object(let type, .expression?) = declarations[1].kind else {
      Issue.record("\(declarations[1])")
      return
    }
    #expect(type.type == .array(CQualifiedType(.integer(.char)), count: 4))
    guard case .object(_, .list(let items, _)?) = declarations[2].kind else {
      Issue.record("\(declarations[2])")
      return
    }
    #expect(items.count == 1)
  }

  @Test(arguments: [
    ("", "empty"), (";", "empty"), ("x", "expression"), ("x = 1;", "expression"),
    ("uint8_t a", "declaration"), ("int f(int);", "declaration"),
    ("struct s { int x; };", "declaration"), ("typedef int t;", "declaration"),
    ("[[maybe_unused]] int x;", "declaration"), ("extern \"C\" int f(void);", "declaration"),
    ("size_t(*p)", "declaration"), ("_Static_assert(1);", "declaration"),
    ("if (x) y(); else z();", "conditional"), ("for (;;) {}", "for"),
    ("for (int i = 0; i < 3; i++) f(i);", "for"), ("while (1);", "while"),
    ("do x(); while (0);", "do"), ("do x(); while (0)", "do"),
    ("switch (x) { case 1: case 2 ... 4: f(); break; default: ; }", "switch"),
    ("{ int x; x = 2; }", "block"), ("int f(int a) { return a; }", "function"),
    ("static int *f(int a, ...) { return 0; }", "function"),
    ("auto f = fopen;", "declaration"), ("__extension__ 5;", "expression"),
  ])
  func `each kind of statement is told apart`(text: String, kind: String) throws {
    var header = CHeader()
    #expect(header.declare("void *fopen(const char *, const char *);").isEmpty)
    let statement = try CParser.parseStatement(text, in: header)
    let found =
      switch statement.kind {
      case .empty: "empty"
      case .expression: "expression"
      case .declaration: "declaration"
      case .function: "function"
      case .block: "block"
      case .conditional: "conditional"
      case .whileLoop: "while"
      case .doLoop: "do"
      case .forLoop: "for"
      case .choice: "switch"
      case .caseLabel, .defaultLabel: "label"
      case .breakJump, .continueJump, .returnJump: "jump"
      }
    #expect(found == kind)
  }

  @Test(arguments: [
    ("crc32(0, ", "expected an expression, found the end of the text", 9),
    ("crc32(0,, 5)", "expected an expression, found ','", 9),
    ("crc32(0 5)", "expected ',' or ')' after an argument, found '5'", 9),
    ("f() g()", "expected ';' or the end of the statement, found 'g'", 5),
    ("uLong n = 1;", "unknown type name 'uLong'; did you mean 'ulong'?", 1),
    ("(uLong)5", "unknown type name 'uLong'; did you mean 'ulong'?", 2),
    ("(foo *)p", "unknown type name 'foo'; declare it with typedef", 2),
    ("sizeof(foo *)", "unknown type name 'foo'; declare it with typedef", 8),
    ("int", "this declares nothing: a name is missing", 1),
    ("size_t", "this declares nothing: a name is missing", 1),
    ("1 + size_t", "expected an expression, found the type 'size_t'", 5),
    ("f(int)", "expected an expression, found a type", 3),
    ("a.5", "expected ';' or the end of the statement, found '.5'", 2),
    ("a->", "expected the name of a member, found the end of the text", 4),
    ("a[1", "expected ']', found the end of the text", 4),
    ("a ? b", "expected ':' of the conditional operator, found the end of the text", 6),
    ("_Generic(1, char: 2)", "no type of the selection is 'int'", 1),
    ("return 1;", "'return' outside of a function", 1),
    ("goto end;", "'goto' is not supported; write a loop", 1),
    ("break;", "'break' outside of a loop", 1), ("else x();", "'else' without 'if'", 1),
    ("end: x();", "labels are not supported, as 'goto' is not; write a loop", 1),
    ("case 1: x();", "'case' outside of a switch", 1),
    ("if (x", "expected ')', found the end of the text", 6),
    ("if (1) int x;", "a declaration cannot stand here; put it into braces", 8),
    ("while (1) { f() }", "expected ';' after the expression, found '}'", 17),
    ("for (;;", "expected an expression, found the end of the text", 8),
    ("{ f();", "expected '}' for the '{' of line 1, found the end of the text", 7),
    ("do f();", "expected 'while' after the body of 'do', found the end of the text", 8),
    ("{ int f(void) { } }", "a function cannot be defined inside another statement", 15),
    (
      "{ struct tm { int x; } t; }",
      "'tm' is known outside of this block; give the type another name", 3
    ),
    ("switch (1) { while (1) { case 1: ; } }", "'case' outside of a switch", 26),
    ("&&label", "the address of a label is not supported", 1),
    ("L\"a\" U\"b\"", "string literals with different prefixes cannot be joined", 6),
    ("(struct { int x; }){1}", "define the type in a declaration of its own first", 1),
    ("offsetof(struct tm, nothing)", "'struct tm' has no member 'nothing'", 21),
    ("#include <stdio.h>", "expected an expression, found a preprocessor line", 1),
  ])
  func `a mistake in a statement has its column`(text: String, message: String, column: Int) {
    let error = #expect(throws: CDiagnostic.self) {
      try CParser.parseStatement(text, in: .standard)
    }
    #expect(error?.message == message)
    #expect(error?.range.start.column == column)
  }

  /// Types by C11, section 6.4.4.1, for 32-bit int and 64-bit long.
  @Test(arguments: [
    ("0", UInt128(0), CIntegerKind.int), ("2147483647", 2_147_483_647, .int),
    ("2147483648", 2_147_483_648, .long), ("0x7fffffff", 0x7FFF_FFFF, .int),
    ("0x80000000", 0x8000_0000, .unsignedInt), ("0xFFFFFFFF", 0xFFFF_FFFF, .unsignedInt),
    ("0x100000000", 0x1_0000_0000, .long),
    ("0x8000000000000000", 0x8000_0000_0000_0000, .unsignedLong),
    ("9223372036854775807", 9_223_372_036_854_775_807, .long),
    ("18446744073709551615u", 18_446_744_073_709_551_615, .unsignedLong),
    ("017", 15, .int), ("0b1010", 10, .int), ("0B11u", 3, .unsignedInt), ("1l", 1, .long),
    ("1LL", 1, .longLong), ("1uL", 1, .unsignedLong), ("1LLU", 1, .unsignedLongLong),
    ("1'000'000", 1_000_000, .int), ("0xFF'FF", 0xFFFF, .int),
  ])
  func `an integer constant has the type that C gives it`(
    text: String, value: UInt128, kind: CIntegerKind
  ) throws {
    let expression = try CParser.parseExpression(text, in: .standard)
    #expect(expression.kind == .integer(value, kind))
  }

  @Test(arguments: [
    ("'a'", Int64(97), CStringPrefix.none), ("'\\n'", 10, .none), ("'\\0'", 0, .none),
    ("'\\377'", -1, .none), ("'\\xff'", -1, .none), ("'\\''", 39, .none), ("'\"'", 34, .none),
    ("'ab'", 0x6162, .none), ("L'é'", 0xE9, .wide), ("u'é'", 0xE9, .utf16),
    ("U'😀'", 0x1F600, .utf32), ("L'\\u20ac'", 0x20AC, .wide), ("u8'a'", 97, .utf8),
    ("'\\e'", 27, .none), ("'\\?'", 63, .none),
  ])
  func `a character literal has its value`(
    text: String, value: Int64, prefix: CStringPrefix
  ) throws {
    let expression = try CParser.parseExpression(text, in: .standard)
    #expect(expression.kind == .character(value, prefix))
  }

  @Test(arguments: [
    ("\"a\\tb\\\\\"", [97, 9, 98, 92], CStringPrefix.none),
    ("\"é\"", [0xC3, 0xA9], .none), ("u\"😀\"", [0xD83D, 0xDE00], .utf16),
    ("U\"😀\"", [0x1F600], .utf32), ("L\"é\" \"a\"", [0xE9, 97], .wide),
    ("\"a\" u8\"é\"", [97, 0xC3, 0xA9], .utf8), ("\"\\1011\"", [65, 49], .none),
    ("\"\\x41\" \"1\"", [65, 49], .none), ("\"a\\\nb\"", [97, 98], .none),
    ("\"\\u00e9\"", [0xC3, 0xA9], .none), ("\"\"", [], .none),
  ])
  func `a string literal has its code units`(
    text: String, units: [UInt32], prefix: CStringPrefix
  ) throws {
    let expression = try CParser.parseExpression(text, in: .standard)
    #expect(expression.kind == .string(units, prefix))
  }

  /// Values by hand, after C11, section 6.6, for x86-64.
  @Test(arguments: [
    ("1 + 2 * 3", Int128(7)), ("-7 / 2", -3), ("-7 % 3", -1), ("1 << 10", 1024),
    ("-1 >> 1", -1), ("~0", -1), ("~0u", 4_294_967_295), ("!5", 0), ("3 > 2 && 1 < 2", 1),
    ("0 && 1 / 0", 0), ("1 || 1 / 0", 1), ("1 ? 2 : 1 / 0", 2), ("-1 < 0u", 0),
    ("2147483647 + 1", -2_147_483_648), ("(unsigned char)300", 44), ("(char)200", -56),
    ("(_Bool)5", 1), ("(int)1.9", 1), ("sizeof(long)", 8), ("sizeof(int[10])", 40),
    ("sizeof \"abc\"", 4), ("sizeof(struct tm)", 56), ("_Alignof(double)", 8),
    ("offsetof(struct tm, tm_year)", 20), ("INT_MAX", 2_147_483_647), ("'a' + 1", 98),
    ("sizeof(1 ? 1 : 2.0)", 8), ("sizeof(1.0f + 1)", 4), ("sizeof(char)", 1),
    ("sizeof((char)1 + (char)1)", 4), ("(unsigned long)-1 == 18446744073709551615u", 1),
    ("0x7fffffffffffffff * 2ul", 18_446_744_073_709_551_614), ("true + EOF", 0),
  ])
  func `a constant expression has the value that C gives it`(text: String, value: Int128) throws {
    var header = CHeader()
    #expect(header.declare("enum { RESULT = \(text) };").isEmpty)
    #expect(header.constant(named: "RESULT")?.value == value)
  }

  @Test(arguments: [
    ("n", "unsigned long"), ("&n", "unsigned long *"), ("*p", "const char"),
    ("p + 1", "const char *"),
    ("p - p", "ptrdiff_t"), ("f(1)", "struct s"), ("f(1).x", "int"), ("fp->x", "int"),
    ("fp->a[2]", "short"), ("fp->a", "short[4]"), ("1 + 1.0f", "float"), ("1 + 'a'", "int"),
    ("n + 1", "unsigned long"), ("\"ab\"", "char[3]"), ("L\"a\"", "wchar_t[2]"),
    ("sizeof 1", "unsigned long"),
    ("1 ? p : 0", "const char *"), ("(short)1", "short"), ("-c", "int"), ("c++", "char"),
    ("c = 1", "char"), ("fp->inner", "long"), ("cs->x", "const int"), ("h(1)", "double"),
    ("(1, 2.0)", "double"), ("RED", "int"), ("e + 1", "unsigned int"), ("1[p]", "const char"),
  ])
  func `an expression has the type that C gives it`(text: String, type: String) throws {
    let header = header(
      """
      struct s { int x; short a[4]; union { long inner; }; };
      unsigned long n; const char *p; struct s f(int); struct s *fp; const struct s *cs; char c;
      double (*h)(int); enum color { RED } e;
      """)
    let expression = try CParser.parseExpression(text, in: header)
    #expect(CPrinter(header: header).text(of: try header.type(of: expression)) == type)
  }
}

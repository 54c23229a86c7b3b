import CLanguage
import Testing

@Suite struct RoundTripTests {
  private static let texts = [
    "int x;", "extern const char *const names[3];", "static int counter;",
    "_Thread_local int t;", "int x __attribute__((aligned(64)));",
    "[[sonde::owned(\"free\")]] char *render(int width);",
    "int compress([[sonde::out, sonde::bytes(\"*destLen\")]] unsigned char *dest, "
      + "[[sonde::inout]] unsigned long *destLen);",
    "int old(void) __asm__(\"new_name\");", "_Noreturn void die(const char *why, ...);",
    "void at(void (*f)(char *) __attribute__((noreturn)));", "inline int fast(int);",
    "typedef void (*handler)(void) __attribute__((noreturn));",
    "typedef unsigned long uLong; uLong f(uLong crc, const uLong *p);",
    "struct point { int x, y; }; struct point move(struct point p, struct point *q);",
    "struct forward; int use(struct forward *f);",
    "union u { int i; float f; struct { char a, b; }; };",
    "struct flags { unsigned a : 3; unsigned : 0; unsigned : 2; _Bool b : 1; };",
    "struct __attribute__((packed, aligned(4))) p { char c; int i; };",
    "struct m { char c; int i __attribute__((packed)); long l __attribute__((aligned(32))); };",
    "struct tail { int n; char data[]; };",
    "typedef struct { int x; } point_t; point_t origin(void);",
    "typedef struct { int x; } first_t, *second_t; second_t g(first_t);",
    "typedef struct node { struct node *next; } node; node *n(node *);",
    "struct outer { struct inner { int x; } a; struct { int y; } b[2]; enum { IN } c; };",
    "enum color { RED, GREEN = 5, BLUE = -1 }; enum color mix(enum color a);",
    "enum { A = 1 << 4, B }; typedef enum { C = 0xFFFFFFFFu, D = 1L << 40 } big;",
    "enum small : unsigned char { S0, S1 }; enum __attribute__((packed)) tiny { T0 };",
    "enum lowest { LOW = -9223372036854775807 - 1 }; enum top { TOP = 18446744073709551615u };",
    "int a[] = {1, 2, [5] = 3}; struct s { int x, y; } v = {.y = 2, .x = 1};",
    "char text[] = \"a\\n\\0b\\xff\" \"1\"; int sum = (1 + 2) * 3 - -4;",
    "int q = sizeof(int) > 4 ? 1 : 2; double d = 0x1.8p3; float f = 1.5f; long double l = 1e3L;",
    "void (*signal(int sig, void (*func)(int)))(int);",
    "__int128 wide(unsigned __int128 x, long double y, _Float16 z, double _Complex c);",
    "#pragma pack(push, 2)\nstruct tight { char c; int i; };\n#pragma pack(pop)\n",
    "#define LIMIT 10\nint table[LIMIT];",
    "#define PI 3.25\n#define NAME \"a\" \"b\"\n#define NOWHERE ((void *)-1)\n#define TWO (2 * PI)",
    "int f(int (*)(int), int [3], int (int));",
    "typedef int loose __attribute__((aligned(2))); loose l(loose);",
    "typedef int wide_mode __attribute__((mode(DI)));",
    "[[deprecated(\"use g\")]] [[nodiscard]] int f(void);",
    "typedef float v4 __attribute__((vector_size(16))); v4 add(v4 a, const v4 *b);",
    "int __attribute__((vector_size(8))) *f(void), a[3]; float *p __attribute__((vector_size(32)));",
    "struct v { char c; double d __attribute__((vector_size(4 * sizeof(double)))); };",
    "_Float32x x; _Float64x y; _Float32x _Complex z;",
    "_Decimal32 x; _Decimal64 f(_Decimal128 *); typedef float d __attribute__((mode(DD)));",
    "__asm__(\".globl x\"); int after;",
    "_Atomic int a; const volatile int v; int *restrict r;",
  ]

  /// The facts that a printed header has to keep: everything but the places in the text.
  private func facts(_ header: CHeader) -> [String] {
    let printer = CPrinter(header: header)
    return header.declarations.filter { !$0.name.isEmpty }.map { declaration in
      "\(printer.text(of: declaration)) \(declaration.attributes) \(layout(declaration, header))"
    }
  }

  private func layout(_ declaration: CDeclaration, _ header: CHeader) -> String {
    switch declaration.kind {
    case .record(let name): "\(header.definition(of: name).map { "\($0.layout)" } ?? "")"
    case .enumeration(let name): "\(header.definition(of: name)?.underlying.rawValue ?? "")"
    case .typedef(let type), .object(let type, _):
      "\((try? header.layout(of: type.type)).map { "\($0)" } ?? "")"
    case .constant(let value, let type): "\(value) \(type)"
    case .macro(_, let type): "\(type)"
    case .function: ""
    }
  }

  @Test(arguments: texts)
  func `printed declarations read back as the same`(text: String) {
    let first = header(text)
    let printed = CPrinter(header: first).textOfAllDeclarations()
    let second = header(printed)
    #expect(Set(facts(second)) == Set(facts(first)), "\(printed)")
    // Printing is settled after one round.
    #expect(CPrinter(header: second).textOfAllDeclarations() == printed)
  }

  @Test(arguments: texts)
  func `printed declarations are what the compiler takes`(text: String) throws {
    let header = header(text)
    let printed = CPrinter(header: header).textOfAllDeclarations()
    let complaints = try Compiler.complaints(about: printed)
    // gcc 12 knows no types of enumerations; it takes them from gcc 13 on.
    if text.contains("enum small :") { return }
    #expect(complaints.isEmpty, "\(printed)\n\(complaints)")
  }

  @Test(arguments: 1...4)
  func `random types read back with the same layout`(seed: Int) throws {
    let types = RandomTypes(seed: UInt64(seed) &+ 1000, count: 200)
    let first = header(types.text)
    let second = header(CPrinter(header: first).textOfAllDeclarations())
    for name in types.names {
      let parts = name.split(separator: " ")
      let record = CRecordName(parts[0] == "struct" ? .struct : .union, .tag(String(parts[1])))
      let a = try #require(first.definition(of: record))
      let b = try #require(second.definition(of: record))
      #expect(a.layout == b.layout)
    }
  }

  private static let expressions = [
    "1", "1u", "1ul", "0x10", "1.5", "1.5f", "'a'", "L'a'", "'\\n'", "'ab'", "\"text\"",
    "L\"w\\x1234\"",
    "u8\"\\xc3\\xa9\"", "x", "f()", "f(1, \"a\", x)", "f(g(x), (a, b))", "a[1]", "a[i][j]",
    "p->x.y",
    "-x", "- -x", "-(-x)", "+ +x", "& *p", "!~x", "x++", "--x", "++*p", "*p++", "(*p)++",
    "a + b * c", "(a + b) * c", "a - (b - c)", "a - b - c", "a / (b * c)", "a << 1 >> 2",
    "a & b | c ^ d", "a && b || c", "(a || b) && c", "a < b == c", "a = b = c", "a += b",
    "a ? b : c", "a ? b : c ? d : e", "(a ? b : c) ? d : e", "(a, b)", "a, b", "(int)x",
    "(int)(x + 1)", "(const char *)p + 1", "((double (*)(double))cos)(0.5)", "(int[]){1, 2}",
    "(struct tm){.tm_sec = 1}", "sizeof(int)", "sizeof x", "sizeof(x + 1)", "sizeof (int)",
    "sizeof ((int)x)", "_Alignof(double)", "*(int *)p", "&a[3]", "(f)(x)", "-1", "~0u", "0b101",
    "1'000'000", "\"a\" \"b\"", "offsetof(struct tm, tm_min)", "a = (b, c)", "f((a = b))",
    "a ?: b", "a ?: b ? c : d", "2.5i", "1.0fi + x", "({ f(); x; })",
    "({ int i = 0; while (i < 3) { if (i) g(i); else h(); i++; } i; }) + 1",
    "({ for (int i = 0; i < 3; i++) { continue; } switch (x) { case 1: break; default: ; } x; })",
    "({ do { x--; } while (x); x; })",
  ]

  @Test(arguments: expressions)
  func `printed expressions read back as the same`(text: String) throws {
    let printer = CPrinter()
    let first = try CParser.parseExpression(text, in: .standard)
    let printed = printer.text(of: first)
    let second = try CParser.parseExpression(printed, in: .standard)
    #expect(shape(second) == shape(first), "\(printed)")
    #expect(printer.text(of: second) == printed)
  }

  /// An expression's tree without places.
  private func shape(_ expression: CExpression) -> String {
    switch expression.kind {
    case .call(let callee, let arguments): "call(\(shape(callee)), \(arguments.map(shape)))"
    case .unary(let operation, let operand): "\(operation)(\(shape(operand)))"
    case .binary(let operation, let a, let b): "\(operation)(\(shape(a)), \(shape(b)))"
    case .assignment(let operation, let a, let b):
      "assign\(String(describing: operation))(\(shape(a)), \(shape(b)))"
    case .conditional(let a, let b, let c):
      "choose(\(shape(a)), \(b.map(shape) ?? "-"), \(shape(c)))"
    case .cast(let type, let operand): "cast(\(type), \(shape(operand)))"
    case .compoundLiteral(let type, let value): "literal(\(type), \(shape(value)))"
    case .member(let base, let name, let arrow): "member(\(shape(base)), \(name), \(arrow))"
    case .subscript(let base, let index): "subscript(\(shape(base)), \(shape(index)))"
    case .sizeofExpression(let operand): "sizeof(\(shape(operand)))"
    case .comma(let a, let b): "comma(\(shape(a)), \(shape(b)))"
    case .integer, .floating, .imaginary, .character, .string, .identifier, .sizeofType,
      .alignofType:
      "\(expression.kind)"
    case .statements(let block): CPrinter().text(of: CStatement(.block(block), expression.range))
    }
  }

  private func shape(_ initializer: CInitializer) -> String {
    switch initializer {
    case .expression(let expression): shape(expression)
    case .list(let items, _): "\(items.map { "\($0.designators.count)\(shape($0.value))" })"
    }
  }
}

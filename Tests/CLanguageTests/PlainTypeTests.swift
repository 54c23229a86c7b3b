import CLanguage
import Testing

/// Parameters and members of the commonest forms take a short way through the parser; `__extension__`
/// in front, which means nothing, makes it take the long one.
@Suite struct PlainTypeTests {
  private static let types = """
    typedef int number; typedef const char *text; typedef void nothing; typedef int row[3];
    typedef int function(int); typedef number list[]; struct s; union u; enum e { A };
    typedef struct s record; typedef double real;

    """

  private static let forms = [
    "int", "int a", "unsigned a", "unsigned long long int a", "long unsigned a", "signed char c",
    "const int a", "int const a", "const volatile char *restrict p", "char *const *p",
    "char **const volatile p", "void *", "const void *p", "void *const restrict p", "number a",
    "const number *a", "text t", "text *const t", "nothing *p", "row r", "row *r", "function f",
    "function *f", "list l", "struct s *p", "const struct s *p", "struct s const *const p",
    "union u *", "enum e", "enum e a", "record *r", "struct s **", "_Bool b", "bool b", "real r",
    "float _Complex z", "double complex z", "long double d", "size_t n", "FILE *f", "wchar_t *w",
    "int a[]", "int a[3]", "char *argv[]", "int (*f)(void)", "int (*)(int a, char a[])",
    "_Atomic int a", "_Atomic(int) *p", "__int128 i", "_Float16 h",
    "int a __attribute__((unused))", "int *__attribute__((aligned(8))) p", "int [[maybe_unused]] a",
    "[[sonde::out]] int *p", "register int r", "typeof(int) *p", "va_list ap",
    "struct fresh *p", "struct s *number", "const *p", "long float f", "int char c",
    "nothing", "nothing v", "struct e *p", "unknown x", "unsigned number n", "int int",
    "int ****************p", "number number",
  ]

  @Test(arguments: forms)
  func `a parameter means the same whichever way it is read`(form: String) throws {
    let (short, problems) = declared(Self.types + "void f(\(form));")
    let (long, same) = declared(Self.types + "void f(__extension__ \(form));")
    #expect(problems.map(\.message) == same.map(\.message))
    #expect(short.function(named: "f")?.kind == long.function(named: "f")?.kind)
    #expect(short.declarations.map(\.name) == long.declarations.map(\.name))
    #expect((short.function(named: "f") == nil) == !problems.isEmpty)
  }

  @Test(arguments: forms)
  func `a member means the same whichever way it is read`(form: String) throws {
    let (short, problems) = declared(Self.types + "struct t { \(form); };")
    let (long, same) = declared(Self.types + "struct t { __extension__ \(form); };")
    #expect(problems.map(\.message) == same.map(\.message))
    let name = CRecordName(.struct, .tag("t"))
    let members = short.definition(of: name)?.members
    let others = long.definition(of: name)?.members
    #expect(members?.map(\.type) == others?.map(\.type))
    #expect(members?.map(\.name) == others?.map(\.name))
    #expect(short.definition(of: name)?.layout == long.definition(of: name)?.layout)
  }

  @Test func `a name of a parameter hides a type in those behind it`() {
    #expect(declared("typedef int t; void f(t t, int a[sizeof(t)]);").problems.isEmpty)
    let (_, problems) = declared("typedef int t; void f(int t, t *p);")
    #expect(problems.map(\.message) == ["'t' is the name of a parameter here, not of a type"])
  }

  @Test(arguments: [
    ("int n, int a[n]", "int n, int a[]"), ("int n, int a[n][n * 2]", "int n, int (*a)[]"),
    ("int n, int a[2][n][3]", "int n, int (*a)[][3]"), ("int, int a[*][*]", "int, int (*a)[]"),
    ("int n, int (*a)[n]", "int n, int (*a)[]"),
    ("int n, char a[const static 3][sizeof(n)]", "int n, char (*const a)[]"),
    ("struct s *p, int a[sizeof(p->x)]", "struct s *p, int a[]"),
  ])
  func `bounds of parameters may say other parameters`(text: String, printed: String) throws {
    let (header, problems) = declared("struct s { int x; }; void f(\(text));")
    #expect(problems.isEmpty, "\(problems)")
    let f = try #require(header.function(named: "f"))
    #expect(CPrinter(header: header).signature(of: f) == "void f(\(printed))")
  }

  @Test(arguments: [
    "int n, int a[n][n][n]", "int n, int a[2][2][n]", "int n, int (*a[3])[n][n]", "int a[][]",
  ])
  func `bounds that no pointer could stand for are refused`(text: String) {
    #expect(declared("void f(\(text));").problems.count == 1)
  }

  @Test func `a type that gets another meaning has it from there on`() throws {
    let (header, problems) = declared(
      "void f(ssize_t *a, wctype_t w); typedef char ssize_t; void g(ssize_t *a);"
        + "int wctype_t; void h(int wctype_t);")
    #expect(problems.isEmpty)
    let g = try #require(header.function(named: "g"))
    guard case .function(let type) = g.kind else { return }
    #expect(
      header.canonical(type.parameters[0].type).type == .pointer(CQualifiedType(.integer(.char))))
    #expect(!declared("int wctype_t; void h(wctype_t w);").problems.isEmpty)
  }

  @Test func `what a damaged declaration made known is forgotten`() {
    let (header, problems) = declared(
      "struct a { struct b *p; enum { X } e; int } ; void f(struct b *p); union b { int i; };"
        + "void g(union b *p, struct b *q);")
    #expect(problems.count == 3)
    #expect(header.constant(named: "X") == nil)
  }

  private func declared(_ text: String) -> (header: CHeader, problems: [CDiagnostic]) {
    var header = CHeader()
    let problems = header.declare(text)
    return (header, problems)
  }
}

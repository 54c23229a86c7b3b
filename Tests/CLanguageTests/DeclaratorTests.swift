import CLanguage
import Testing

/// A header over the standard names with this text, which has to be without fault.
func header(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> CHeader {
  var header = CHeader()
  let problems = header.declare(text)
  #expect(problems.isEmpty, "\(problems)", sourceLocation: sourceLocation)
  return header
}

@Suite struct DeclaratorTests {
  /// Every declarator form, as `cdecl` explains it, and how it is spelled again.
  private static let forms: [(text: String, printed: String)] = [
    ("int x;", "int x"),
    ("int const x;", "const int x"),
    ("char * const p;", "char *const p"),
    ("const char * const * volatile p;", "const char *const *volatile p"),
    ("int a[3];", "int a[3]"),
    ("int a[];", "int a[]"),
    ("int a[2][3];", "int a[2][3]"),
    ("int *a[3];", "int *a[3]"),
    ("int (*a)[3];", "int (*a)[3]"),
    ("int *(*a)[3];", "int *(*a)[3]"),
    ("int (*(*a[2])(void))[3];", "int (*(*a[2])(void))[3]"),
    ("int f(void);", "int f(void)"),
    ("int f();", "int f()"),
    ("int f(int);", "int f(int)"),
    ("int f(int a, char *b, ...);", "int f(int a, char *b, ...)"),
    ("int *f(void);", "int *f(void)"),
    ("int (*f)(void);", "int (*f)(void)"),
    ("int (f)(int);", "int f(int)"),
    ("int ((((x))));", "int x"),
    (
      "void (*signal(int sig, void (*func)(int)))(int);",
      "void (*signal(int sig, void (*func)(int)))(int)"
    ),
    ("int (*(*f(int x))[4])(double);", "int (*(*f(int x))[4])(double)"),
    ("int f(int (size_t));", "int f(int (size_t))"),
    ("int f(int (*)(size_t));", "int f(int (*)(size_t))"),
    ("int f(int (void));", "int f(int (void))"),
    ("int f(int ());", "int f(int ())"),
    ("int f(int size_t);", "int f(int size_t)"),
    ("int f(const size_t, FILE *);", "int f(const size_t, FILE *)"),
    (
      "int f(int a[static 3], int b[const], int c[*]);",
      "int f(int a[3], int *const b, int c[])"
    ),
    ("int f(int n, int a[n]);", "int f(int n, int a[])"),
    (
      "char *strcpy(char *restrict dest, const char *__restrict src);",
      "char *strcpy(char *restrict dest, const char *restrict src)"
    ),
    ("_Atomic int x;", "_Atomic int x"),
    ("_Atomic(int *) x;", "int *_Atomic x"),
    (
      "int qsort(void *base, size_t n, size_t size, int (*compar)(const void *, const void *));",
      "int qsort(void *base, size_t n, size_t size, "
        + "int (*compar)(const void *, const void *))"
    ),
  ]

  @Test(arguments: [
    "int f(a, b) int a; char *b; { return a; }", "int f(a) { return 0; }",
    "long f(a, b, c) register int a, b; struct s { int x; } *c; { }",
  ])
  func `a definition in the style of before C89 makes no prototype`(text: String) throws {
    var header = CHeader()
    header.skipsFunctionBodies = true
    #expect(header.declare(text + "\nint after;").isEmpty)
    guard case .function(let type)? = header.function(named: "f")?.kind else {
      Issue.record("no function")
      return
    }
    #expect(type.hasUnknownParameters && type.parameters.isEmpty)
    #expect(header.object(named: "after") != nil)
  }

  @Test(arguments: forms)
  func `a declarator keeps its meaning`(text: String, printed: String) throws {
    let header = header(text)
    let declaration = try #require(header.declarations.first)
    #expect(CPrinter(header: header).signature(of: declaration) == printed)
  }
}

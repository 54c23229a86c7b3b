import CLanguage
import Testing

/// What C++ names tell; demangled forms as `c++filt` (binutils) prints them.
@Suite struct CxxSignatureTests {
  private func signature(_ demangled: String, _ mangled: String = "_Z1fv") -> CxxSignature? {
    CxxSignature(demangled: demangled, mangled: mangled) { $0 == "Shape" || $0 == "ns::Box<int>" }
  }

  @Test(arguments: [
    ("add(int, int)", "RESULT f(int, int);"),
    ("nothing()", "RESULT f(void);"),
    ("g(char const*, ...)", "RESULT f(const char *, ...);"),
    (
      "Shape::area(double) const", "RESULT f(const struct Shape *this, double);"
    ),
    ("Shape::Shape(double)", "void f(struct Shape *this, double);"),
    ("Shape::~Shape()", "void f(struct Shape *this);"),
    ("ns::Box<int>::Box(int const&)", "void f(struct ns__Box_int *this, const int *);"),
    ("ns::Box<int>::put(int&&)", "RESULT f(struct ns__Box_int *this, int *);"),
    ("Shape::operator bool() const", "_Bool f(const struct Shape *this);"),
    ("ns::run(int (*)(int), int (*) [3])", "RESULT f(void *, void *);"),
    ("int max<int>(int, int)", "RESULT f(int, int);"),
    (
      "use(ns::Box<int>*, std::vector<int, std::allocator<int> > const&)",
      "RESULT f(struct ns__Box_int *, const struct std__vector_int_std__allocator_int *);"
    ),
    (
      "mix(unsigned char, long long, long double, wchar_t, char16_t, decltype(nullptr))",
      "RESULT f(unsigned char, long long, long double, wchar_t, unsigned short, void *);"
    ),
    (
      "deep(char const* const*, void volatile*)",
      "RESULT f(const char *const *, volatile void *);"
    ),
    ("Shape::operator()(int)", "RESULT f(struct Shape *this, int);"),
    (
      "Shape::operator<(Shape const&) const",
      "RESULT f(const struct Shape *this, const struct Shape *);"
    ),
  ])
  func `parameters are those of the name`(_ demangled: String, _ line: String) {
    #expect(signature(demangled)?.declaration(named: "f") == line)
  }

  @Test(arguments: [
    "Shape::area(double)", "ns::free(int)", "by_value(Shape)", "member(int (Shape::*)(int))",
  ])
  func `what is not sure is no prototype`(_ demangled: String) {
    let found = signature(demangled)
    #expect(found != nil && found?.function == nil && found?.doubt != nil)
  }

  @Test(arguments: [
    ("int f(int)", "add(int)", false), ("int f(unsigned)", "add(int)", true),
    ("int f(long)", "add(int)", true), ("int f(int, int)", "add(int)", true),
    ("int f(int, ...)", "add(int)", true), ("void f(void)", "add()", false),
    ("int f(const void *s, double)", "Shape::area(double) const", false),
    ("int f(double)", "Shape::area(double) const", true),
    // What is returned in memory comes first.
    ("void f(void *result, const void *this, double d)", "Shape::area(double) const", false),
    ("void f(int result, const void *this, double d)", "Shape::area(double) const", true),
    ("void f(void *result, const void *this)", "Shape::Shape()", true),
    // Not sure, so no contradiction.
    ("int f(int)", "Shape::area(double)", false), ("int f()", "add(int)", false),
  ])
  func `a declaration with other parameters is contradicted`(
    _ declaration: String, _ demangled: String, _ expected: Bool
  ) throws {
    var header = CHeader()
    #expect(header.declare(declaration + ";").isEmpty)
    let function = try #require(header.function(named: "f"))
    let claim = try PrototypeClaim.named(#require(signature(demangled)))
    #expect(claim.contradicts(function, in: header) == expected)
  }

  @Test(arguments: [
    "vtable for Shape", "typeinfo name for Shape", "non-virtual thunk to Shape::area()",
    "Shape::count", "guard variable for f()::x", "f(int) [clone .constprop.0]", "(", ")", "f)(",
    "a<b(c>)", "", "operator",
  ])
  func `what is no function has no signature`(_ demangled: String) {
    #expect(signature(demangled)?.function == nil)
  }

  @Test func `a constructor of a part of an object is not sure`() {
    #expect(signature("Shape::Shape()", "_ZN5ShapeC2Ev")?.function == nil)
    #expect(signature("Shape::Shape()", "_ZN5ShapeC1Ev")?.function != nil)
  }

  @Test func `nothing in a name crashes`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["(", ")", "<", ">", "::", "*", "&", " const", "int", "Shape", ",", "~", " ", "."]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0..<12, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      _ = signature(text)?.declaration(named: "f")
    }
  }
}

import CLanguage
import Testing

/// Prototypes of files that a preprocessed text only includes can be passed over.
@Suite struct PrototypeSkippingTests {
  @Test(arguments: [
    "int f(int a);", "extern struct s *f(void) __attribute__((nothrow, nonnull(1)));",
    "static inline number f(number n) { if (n) { return f(n - 1); } return 0; }",
    "__extension__ extern const char *const *f(char *restrict a, ...);",
    "void f(int (*compare)(const void *, const void *), unsigned long);",
    "__attribute__((visibility(\"default\"))) int f(void);",
    "enum e f(enum e);", "number *f(int a[sizeof(int) * 2]);", "int f(nothing that is known);",
  ])
  func `a prototype of an included file is passed`(text: String) {
    let header = read(text)
    #expect(header.function(named: "f") == nil)
    #expect(header.typedef(named: "own") != nil, "what follows is read")
  }

  @Test(arguments: [
    ("typedef int f(int);", "f"), ("int (*f)(int);", "f"), ("int f(int), g(int);", "g"),
    ("int f(int) __asm__(\"real\");", "f"), ("struct s { int x; } *f(void);", "f"),
    ("extern int f;", "f"), ("int f[3];", "f"), ("enum e { A = 3 };", "A"),
    ("int f(struct t { int x; } *p);", "f"), ("number (*f)(int);", "f"), ("int (f)(int);", "f"),
    ("extern \"C\" int f(int);", "f"), ("int (*f(int))(char);", "f"), ("typeof(int) f(int);", "f"),
    ("int f(a, b) int a; char b; { return a; }", "f"), ("number ssize_t(int);", "ssize_t"),
    ("[[nodiscard]] int f(int);", "f"), ("int f(int) [[gnu::pure]];", "f"),
  ])
  func `anything else of an included file is read`(text: String, name: String) {
    #expect(read(text).declaration(named: name) != nil)
  }

  @Test(arguments: [
    "int f(", "int f(int;", "int f(int {", "int f(int)", "int f(int) {", "int f(int) }", "int",
    "int *",
    "struct", "struct s", "extern", "int f(int) __attribute__", "int f(int) __attribute__((",
    "__attribute__((x)", "int @", "static \u{1}", "int f(\n#pragma x\n);",
  ])
  func `a cut off declaration ends nothing`(text: String) {
    // Whatever comes of it, the rest counts where it can.
    _ = read(text)
    var header = CHeader()
    header.passesIncludedPrototypes = true
    header.skipsFunctionBodies = true
    _ = header.declare("# 1 \"own.c\"\n# 1 \"other.h\" 1\n" + text)
  }

  @Test func `what stands in the text itself is read`() {
    let header = read("int f(int);", after: "int g(int);")
    #expect(header.function(named: "f") == nil)
    #expect(header.function(named: "g") != nil)
    var whole = CHeader()
    whole.passesIncludedPrototypes = true
    #expect(whole.declare("int f(int);").isEmpty)
    #expect(whole.function(named: "f") != nil, "a text without markers is all its own")
  }

  private func read(_ text: String, after: String = "") -> CHeader {
    var header = CHeader()
    header.skipsFunctionBodies = true
    header.passesIncludedPrototypes = true
    _ = header.declare(
      "# 1 \"own.c\"\ntypedef int number;\n# 1 \"other.h\" 1\n\(text)\n# 3 \"own.c\" 2\n"
        + "typedef int own;\n\(after)\n")
    return header
  }
}

import CLanguage
import Testing

@Suite struct LayoutPrinterTests {
  private func shown(_ header: CHeader) -> String {
    let printer = CLayoutPrinter(header: header)
    return header.outlines().map { printer.text(of: $0) }.joined(separator: "\n")
  }

  /// Comments and all, it is C: nothing that decides a layout is left out.
  @Test(arguments: CTarget.all)
  func `what is shown of random types reads back as the same types`(target: CTarget) throws {
    let types = RandomTypes(seed: 7, count: 200, target: target)
    var first = CHeader(over: .standard(for: target))
    #expect(first.declare(types.text).isEmpty)
    let text = shown(first)
    var second = CHeader(over: .standard(for: target))
    let problems = second.declare(text)
    #expect(problems.isEmpty, "\(problems.map { $0.rendered(in: text) })")
    for (ours, theirs) in zip(first.outlines(), second.outlines()) { #expect(ours == theirs) }
    #expect(first.outlines().count == second.outlines().count)
    #expect(shown(second) == text)
  }

  @Test(arguments: [
    "typedef struct { char c; } __attribute__((packed, aligned(8))) t;",
    "typedef struct { int x; } t __attribute__((aligned(16)));",
    "typedef const struct s { int x; } t[3], *p;", "typedef int (*handler)(struct s { int x; } *);",
    "typedef union { int i; float f; } u; struct s { u a[2]; const u *b; };",
    "struct s { const struct { int x; } a; struct { int y; } *p, q[2][3]; };",
    "struct s { enum { A, B } e : 3; enum { C } f[2]; };",
    "typedef enum { D = -1, E = 1 << 20 } e; enum f : unsigned char { F };",
    "enum __attribute__((packed)) g { G }; enum { H = 7 };",
    "struct s { long double l; char c : 3; int : 0; struct { int : 5; int z : 2; }; int t[]; };",
    "#pragma pack(push, 1)\nstruct s { char c; struct { long l; } in; };\n#pragma pack(pop)\n",
    "typedef struct s s; struct s { s *next; }; typedef s *s_p;",
  ])
  func `what is shown reads back as the same`(text: String) {
    let first = header(text)
    let shownText = shown(first)
    let second = header(shownText)
    #expect(first.outlines() == second.outlines(), "\(shownText)")
    #expect(shown(second) == shownText)
  }

  @Test func `a name can be a typedef, a tag, or a tag with its keyword`() throws {
    let header = header(
      """
      typedef struct point { int x, y; } point; struct other { char c; }; typedef long other;
      union u { int i; }; enum e { A }; typedef struct point *reference; struct later;
      """)
    func found(_ name: String) throws -> String? {
      try header.outline(named: name).map { "\($0.kind) \($0.name) \($0.size)" }
    }
    #expect(try found("point") == "struct point 8")
    #expect(try found("struct point") == "struct point 8")
    #expect(try found("other") == "typedef other 8")
    #expect(try found("struct  other") == "struct other 1")
    #expect(try found("u") == "union u 4")
    #expect(try found("enum e") == "enum e 4")
    #expect(try found("reference") == "typedef reference 8")
    for name in ["", "struct", "union point", "struct reference", "int", "point *", "a b c"] {
      #expect(try found(name) == nil)
    }
    #expect(throws: CLayoutError.incompleteRecord("struct later")) { try found("later") }
  }
}

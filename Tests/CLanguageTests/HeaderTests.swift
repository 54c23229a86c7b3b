import CLanguage
import Testing

@Suite struct HeaderTests {
  @Test func `a range covers exactly the text of its declaration`() {
    let text = """
      /* first */ int one(int a); // behind
      [[sonde::note("é;")]] extern
        char *two(void)  ;
      typedef struct s { int x; } s_t, *s_p;
      #define THREE 3
      enum e { A, B = 5 };

      """
    let header = header(text)
    let bytes = Array(text.utf8)
    let texts = header.declarations.map { declaration in
      let range = declaration.range.start.offset..<declaration.range.end.offset
      return declaration.name + "|" + String(decoding: bytes[range], as: UTF8.self)
    }
    let typedef = "typedef struct s { int x; } s_t, *s_p;"
    #expect(
      texts == [
        "one|int one(int a);",
        "two|[[sonde::note(\"é;\")]] extern\n  char *two(void)  ;",
        "s|\(typedef)", "s_t|\(typedef)", "s_p|\(typedef)", "THREE|#define THREE 3",
        "e|enum e { A, B = 5 };", "A|A", "B|B = 5",
      ])
    #expect(header.declarations[0].nameRange.start.column == 17)
  }

  @Test func `a higher header shadows a lower one`() throws {
    let low = header("typedef int number; int f(number); struct s { int x; }; enum { A = 1 };")
    var high = CHeader(over: low)
    #expect(high.declare("typedef char number; long g(number); enum { A = 2 };").isEmpty)
    #expect(high.constant(named: "A")?.value == 2)
    #expect(low.constant(named: "A")?.value == 1)
    #expect(high.resolved(.typedef("number")) == .integer(.char))
    // What the lower header declared keeps the meaning that it had there.
    let f = try #require(high.function(named: "f"))
    #expect(CPrinter(header: high).signature(of: f) == "int f(int)")
    let g = try #require(high.function(named: "g"))
    #expect(CPrinter(header: high).signature(of: g) == "long g(number)")
    #expect(high.definition(of: CRecordName(.struct, .tag("s")))?.members.count == 1)
    #expect(high.declarations.map(\.name) == ["number", "g", "", "A"])
  }

  @Test func `a function can have the name of a lower header's type`() throws {
    let low = header("typedef long count; count f(count *);")
    var middle = CHeader(over: low)
    #expect(middle.declare("int count(int);").isEmpty)
    let high = CHeader(over: middle)
    // A call, not a cast.
    let expression = try CParser.parseExpression("count(5)", in: high)
    #expect(try high.type(of: expression).type == .integer(.int))
    let f = try #require(high.function(named: "f"))
    #expect(CPrinter(header: high).signature(of: f) == "long f(long *)")
    #expect(high.typeNames(startingWith: "count").isEmpty)
  }

  @Test func `a typedef can shadow itself without a cycle`() throws {
    let low = header("typedef int a; typedef a b;")
    var high = CHeader(over: low)
    #expect(high.declare("typedef b *a; typedef a b[2]; a x; b y;").isEmpty)
    #expect(high.resolved(.typedef("a")) == .pointer(CQualifiedType(.integer(.int))))
    #expect(try high.layout(of: .typedef("b")).size == 16)
  }

  @Test func `a compatible redeclaration is no mistake`() {
    let header = header(
      """
      int f(); int f(int a); int f(int); typedef int t; typedef t t2; typedef int t;
      extern int a[]; extern int a[3]; int g(int a[3]); int g(int *); int h(const int); int h(int);
      enum e { A }; enum e k(void); unsigned k(void);
      """)
    #expect(header.function(named: "f") != nil)
  }

  @Test func `typedefs are resolved with their qualifiers`() throws {
    let header = header("typedef const int c; typedef c a[2]; typedef a *p; volatile c v; p q;")
    #expect(
      header.resolved(CQualifiedType(.typedef("c"), .volatile))
        == CQualifiedType(.integer(.int), [.const, .volatile]))
    let element = CQualifiedType(.integer(.int), .const)
    #expect(header.resolved(.typedef("a")) == .array(element, count: 2))
    #expect(header.resolved(.typedef("p")) == .pointer(CQualifiedType(.array(element, count: 2))))
    #expect(header.resolved(.typedef("unknown")) == .typedef("unknown"))
  }

  @Test func `pragmas and includes are exposed`() {
    let header = header(
      """
      #pragma sonde library "libz.so.1"
      #pragma sonde build_id "a3f1"
      #pragma sonde bare
      #pragma GCC visibility push(default)
      #include <stddef.h>
      #include <stdint.h>

      """)
    #expect(header.pragmas.map(\.name) == ["library", "build_id", "bare"])
    #expect(header.pragmas.map(\.argument) == ["libz.so.1", "a3f1", ""])
    #expect(header.pragmas[0].range.end.offset == 33)
    #expect(header.includes.map(\.name) == ["stddef.h", "stdint.h"])
  }

  @Test func `the usual guards and conditions are carried out`() {
    let header = header(
      """
      #ifndef Z_H
      #define Z_H
      #ifdef __cplusplus
      extern "C" {
      #endif
      #define ZEXPORT
      #define VERSION 0x1230
      #if VERSION >= 0x1200 && !defined(OLD)
      int ZEXPORT new_one(void);
      #elif 1
      int wrong(void);
      #else
      int old_one(void);
      #endif
      #if 0
      int off(void);
      # if 1
      int off_too(void);
      # endif
      #endif
      struct s {
        int a;
      #ifdef VERSION
        int b;
      #endif
      };
      #ifdef __cplusplus
      }
      #endif
      #endif

      """)
    #expect(header.declarations.map(\.name) == ["VERSION", "new_one", "s"])
    #expect(header.definition(of: CRecordName(.struct, .tag("s")))?.members.count == 2)
  }

  @Test func `constant macros are constants, also of later names`() {
    let header = header(
      """
      #define ONE 1
      #define TWO (ONE + 1)
      #define LATE (SIZE * 2)
      #define BIG 0xFFFFFFFFFFul
      enum { SIZE = 21 };
      #define SIZE SIZE
      int table[TWO];

      """)
    #expect(header.constant(named: "LATE")?.value == 42)
    #expect(header.constant(named: "BIG")?.type == .integer(.unsignedLong))
    #expect(header.constant(named: "SIZE")?.value == 21)
    #expect(header.declarations.map(\.name).prefix(3) == ["ONE", "TWO", "LATE"])
  }

  @Test func `line markers name the file of what follows`() {
    let header = header(
      """
      # 1 "a.h"
      int a(void);
      # 7 "dir/b.h" 1 3
      int b(void);
      int c(void);

      """)
    #expect(header.declarations.map(\.file) == ["a.h", "dir/b.h", "dir/b.h"])
  }

  @Test func `attributes are kept where they stand`() throws {
    let header = header(
      """
      [[sonde::owned("free"), nodiscard]] char *f([[sonde::out]] int *a, int b [[sonde::in]])
        [[sonde::note("x(y) ]] z")]];
      typedef struct db *db_t [[sonde::handle]];
      enum [[sonde::flags]] e { A [[deprecated]] };
      struct [[gnu::packed]] s { [[sonde::note("m")]] int x; char c; };
      """)
    let f = try #require(header.function(named: "f"))
    #expect(
      f.attributes == [
        CAttribute(scope: "sonde", name: "owned", arguments: "\"free\""),
        CAttribute(scope: nil, name: "nodiscard", arguments: nil),
        CAttribute(scope: "sonde", name: "note", arguments: "\"x(y) ]] z\""),
      ])
    guard case .function(let type) = f.kind else { return }
    #expect(type.parameters[0].attributes.map(\.name) == ["out"])
    #expect(type.parameters[1].attributes.map(\.name) == ["in"])
    #expect(header.typedef(named: "db_t")?.attributes.map(\.name) == ["handle"])
    let e = try #require(header.definition(of: CEnumerationName(.tag("e"))))
    #expect(e.attributes.map(\.name) == ["flags"])
    #expect(e.enumerators[0].attributes.map(\.name) == ["deprecated"])
    let s = try #require(header.definition(of: CRecordName(.struct, .tag("s"))))
    #expect(s.layout.size == 5 && s.members[0].attributes.map(\.name) == ["note"])
  }

  @Test(arguments: [
    ("size_t", "stddef.h"), ("uint32_t", "stdint.h"), ("FILE", "stdio.h"), ("bool", "stdbool.h"),
    ("va_list", "stdarg.h"), ("time_t", "time.h"), ("char16_t", "uchar.h"),
    ("off_t", "sys/types.h"), ("NULL", "stddef.h"), ("tm", "time.h"), ("__int128_t", nil),
    ("nothing", nil),
  ])
  func `a standard name knows its header`(name: String, include: String?) {
    #expect(CHeader.standardInclude(for: name) == include)
  }

  @Test func `declarations know the system headers that they need`() {
    let header = header(
      """
      struct mine { uint32_t x; struct tm *t; };
      FILE *f(size_t n, bool b, struct mine *m);
      int bool_free(int time_t);
      """)
    #expect(
      header.standardIncludes(neededBy: header.declarations)
        == ["stdint.h", "time.h", "stdio.h", "stddef.h", "stdbool.h"])
    #expect(header.standardIncludes(neededBy: [header.declarations[2]]).isEmpty)
  }

  @Test func `bodies of an imported header are skipped`() {
    var header = CHeader()
    header.skipsFunctionBodies = true
    let problems = header.declare(
      """
      static inline struct tm *f(struct tm *t) { if (t) { return t; } return 0; }
      int g(void) { }; int h(void);
      int open(void) {
      """)
    #expect(problems.map(\.message) == ["this brace is never closed"])
    #expect(header.declarations.map(\.name) == ["f", "g", "h"])
    #expect(header.declarations[0].range.end.column == 76)
  }

  @Test func `names are completed`() {
    let header = header("int zebra(void); typedef int zeta; enum { ZED }; extern int zero;")
    #expect(header.names(startingWith: "ze") == ["zebra", "zero", "zeta"])
    #expect(header.typeNames(startingWith: "ze") == ["zeta"])
    #expect(header.typeNames(startingWith: "uint3") == ["uint32_t"])
  }

  @Test func `ten thousand declarations are found by name`() throws {
    let text = (0..<10_000).map { "typedef int t\($0); t\($0) f\($0)(t\($0) x);\n" }.joined()
    let header = header(text)
    #expect(header.declarations.count == 20_000)
    let declaration = try #require(header.function(named: "f9999"))
    #expect(CPrinter(header: header).signature(of: declaration) == "t9999 f9999(t9999 x)")
  }
}

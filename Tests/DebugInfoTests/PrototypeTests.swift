import CLanguage
import DebugInfo
import TestSupport
import Testing

@Suite struct PrototypeTests {
  /// Every line is a function as it has to come out again.
  static let prototypes = """
    void nothing(void)
    int plain(int a, long b)
    unsigned char small(signed char a, unsigned short b, char c)
    long long wide(unsigned long long a, __int128 b, unsigned __int128 c)
    float single(float a)
    long double extended(long double a, _Float128 b)
    double _Complex turned(float _Complex a)
    _Bool truth(_Bool a)
    const char *constant(const char *const a, volatile int *b)
    void *restrict_both(void *restrict a, const void *restrict b)
    int listed(const char *format, ...)
    struct pair by_value(struct pair a)
    union either united(union either *a)
    enum colour coloured(enum colour a)
    number_t through_typedef(number_t a)
    void taking(int (*a)(const void *, const void *), void (*b)(void))
    int (*giving(int a))(char *)
    void rows(int (*a)[3], int (*b)[2][4])
    handler_t handled(handler_t a)
    struct opaque *hidden(struct opaque *a)
    point_t untagged(point_t a)
    vector_t vectored(vector_t a, wide_t *b)
    """
  static let source: String = {
    var text = """
      struct pair { int a; double b; }; union either { int i; float f; };
      enum colour { RED, GREEN = 5 }; typedef unsigned int number_t;
      typedef void (*handler_t)(int); typedef struct { int x, y; } point_t;
      struct opaque; typedef float vector_t __attribute__((vector_size(16)));
      typedef long wide_t __attribute__((vector_size(64)));
      static int helper(int *p) { return *p; }
      """
    for line in prototypes.split(separator: "\n") {
      let isVoid = line.hasPrefix("void ") && !line.hasPrefix("void *")
      text += "\n\(line) { "
      text += isVoid ? "}" : "for (;;) { static volatile int v; v++; } }"
    }
    return text
  }()

  @Test(arguments: [
    ["-gdwarf-2", "-gstrict-dwarf"], ["-gdwarf-3"], ["-gdwarf-4"], ["-gdwarf-5"], ["-gz=zlib"],
    ["-gdwarf-4", "-fdebug-types-section"], ["-gdwarf-5", "-fdebug-types-section"],
    ["-gsplit-dwarf", "-dumpdir", "./"], ["-gdwarf-4", "-gsplit-dwarf", "-dumpdir", "./"],
    ["-O2", "-flto"], ["-O0"], ["-gdwarf-4", "-gz=zlib-gnu"],
  ])
  func `functions come back as they were written`(_ flags: [String]) throws {
    let library = try CompiledLibrary(Self.source, flags)
    let found = try library.prototypes()
    // Strict DWARF 2 has no words for _Atomic and restrict.
    let hasRestrict = !flags.contains("-gdwarf-2")
    for line in Self.prototypes.split(separator: "\n").map(String.init) {
      let name = String(line.prefix { $0 != "(" }.split { !"_".contains($0) && !$0.isLetter }.last!)
      let key = line.contains("(*giving") ? "giving" : name
      let expected = hasRestrict ? line : line.replacing("*restrict ", with: "*")
      #expect(found[key]?.text == expected, "\(found[key]?.refusal ?? "")")
      #expect(found[key]?.source?.file.hasSuffix("source.c") == true)
    }
    #expect(found["helper"] == nil, "a static function is nobody's to call")
  }

  @Test func `vectors are vectors of as many elements`() throws {
    let library = try CompiledLibrary(
      """
      typedef float four __attribute__((vector_size(16)));
      typedef unsigned char bytes __attribute__((vector_size(8)));
      struct pair { four a; bytes b; };
      four add(four a, bytes b, struct pair *c) { return a + c->a; }
      """)
    let declared = DebugDeclarations(path: library.path).declaring(
      functions: [FunctionSymbol(name: "add", address: nil)], over: .standard
    ).header
    #expect(try declared.layout(of: .typedef("four")).size == 16)
    #expect(
      declared.resolved(.typedef("bytes")) == .vector(.integer(.unsignedChar), count: 8))
    let pair = try #require(try declared.outline(named: "struct pair"))
    #expect(pair.size == 32 && pair.members.map(\.offset) == [0, 16])
  }

  @Test func `lines are those of the definitions`() throws {
    let found = try CompiledLibrary("\n\nint third(void)\n{ return 3; }\n").prototypes()
    #expect(found["third"]?.source?.line == 3)
  }

  @Test func `functions defined the old way take promoted arguments`() throws {
    let found = try CompiledLibrary(
      """
      int old(c, f, s) char c; float f; short *s; { return c + f + *s; }
      int none() { return 1; }
      """, ["-std=gnu89"]
    ).prototypes()
    #expect(found["old"]?.text == "int old(int c, double f, short *s)")
    #expect(found["none"]?.text == "int none(void)")
  }

  @Test func `what C cannot pass is refused with its reason`() throws {
    let found = try CompiledLibrary(
      """
      _Decimal64 decimal(_Decimal64 a) { return a; }
      int fine(int a) { return a; }
      """
    ).prototypes()
    #expect(found["decimal"]?.text == nil)
    #expect(found["decimal"]?.refusal?.contains("decimal floating type") == true)
    #expect(found["fine"]?.text == "int fine(int a)")
  }

  @Test func `clones and inlined functions do not stand for the function`() throws {
    let found = try CompiledLibrary(
      """
      static __attribute__((noinline)) int work(int a, int b, int unused)
      { volatile int v = a; return v * b; }
      int one(int a) { return work(a, 7, 1); }
      int two(int a) { return work(a + 1, 7, 2); }
      inline __attribute__((always_inline)) int inlined(int a) { return a + 1; }
      int three(int a) { return inlined(a); }
      """, ["-O2", "-fipa-cp-clone"]
    ).prototypes()
    #expect(found.keys.sorted() == ["one", "three", "two"])
  }

  @Test func `an alias has the prototype of the function at its address`() throws {
    let library = try CompiledLibrary(
      """
      long __real_name(long a, char *b) { return a + *b; }
      long other_name(long, char *) __attribute__((alias("__real_name")));
      """)
    let listed = try library.run("/usr/bin/nm", [library.path])
    let line = try #require(listed.lines.first { $0.hasSuffix(" other_name") })
    let address = try #require(UInt64(line.prefix(16), radix: 16))
    let found = try DebugDeclarations(path: library.path).prototypes(
      of: [FunctionSymbol(name: "other_name", address: address)], others: false)
    #expect(found.map(\.text) == ["long other_name(long a, char *b)"])
  }

  @Test func `an indirect function has the type that its resolver gives back`() throws {
    let library = try CompiledLibrary(
      """
      static double plain(double a, int b) { return a + b; }
      static double (*choose(void))(double, int) { return plain; }
      double chosen(double, int) __attribute__((ifunc("choose")));
      static void *choose_blindly(void) { return plain; }
      double blind(double, int) __attribute__((ifunc("choose_blindly")));
      """)
    let listed = try library.run("/usr/bin/nm", [library.path])
    func symbol(_ name: String) throws -> FunctionSymbol {
      let line = try #require(listed.lines.first { $0.hasSuffix(" i \(name)") })
      return FunctionSymbol(
        name: name, address: UInt64(line.prefix(16), radix: 16), isIndirect: true)
    }
    let found = try DebugDeclarations(path: library.path).prototypes(
      of: [symbol("chosen"), symbol("blind")], others: false)
    #expect(found.map(\.name) == ["blind", "chosen"])
    #expect(found[0].text == nil && found[0].refusal?.contains("does not say its type") == true)
    #expect(found[1].text == "double chosen(double, int)")
  }

  @Test func `two units that mean different things by one name are kept apart`() throws {
    let library = try CompiledLibrary(
      "struct state { int a; }; int first(struct state *s) { return s->a; }", ["second.c"],
      extra: [
        "second.c": "struct state { double b; long c; }; double second(struct state *s) "
          + "{ return s->b; }"
      ])
    let declared = DebugDeclarations(path: library.path).declaring(
      functions: ["first", "second"].map { FunctionSymbol(name: $0, address: nil) },
      over: .standard)
    let printer = CPrinter(header: declared.header)
    let texts = ["first", "second"].compactMap { declared.header.function(named: $0) }
      .map { printer.signature(of: $0) }
    #expect(texts == ["int first(struct state *s)", "double second(struct state__2 *s)"])
    let sizes = try ["state", "state__2"].map {
      try declared.header.layout(of: .record(CRecordName(.struct, .tag($0)))).size
    }
    #expect(sizes == [4, 16])
  }

  @Test func `what a header knows already is used, not declared anew`() throws {
    let library = try CompiledLibrary(
      "typedef struct { int x, y; } point_t; int sum(point_t *p) { return p->x + p->y; }")
    var header = CHeader()
    #expect(header.declare("typedef struct { int x, y; } point_t;").isEmpty)
    let declared = DebugDeclarations(path: library.path).declaring(
      functions: [FunctionSymbol(name: "sum", address: nil)], over: header)
    let sum = try #require(declared.header.function(named: "sum"))
    #expect(CPrinter(header: declared.header).signature(of: sum) == "int sum(point_t *p)")
    #expect(declared.header.typedef(named: "point_t__2") == nil)
  }
}

import TestSupport
import Testing

/// A call and what it prints.
struct Spoken: CustomTestStringConvertible, Sendable {
  var library: String
  var declarations: String
  var statements: [String]
  var output: String
  var testDescription: String { statements.joined(separator: "; ") }

  init(_ library: String, _ declarations: String, _ statements: String..., gives output: String) {
    self.library = library
    self.declarations = declarations
    self.statements = statements
    self.output = output
  }

  func run() throws -> ProgramRun {
    let isSample = library.hasPrefix("sample:")
    let file = isSample ? SampleLibraries.path(String(library.dropFirst(7))) : library
    return try runSonde(["call", file, "--declare", declarations] + statements)
  }
}

private let crc32 = "unsigned long crc32(unsigned long, const unsigned char *, unsigned int);"
private let rectangle = """
  void *shape_create(int, int);
  int area(const void *) __asm__("_ZNK6shapes9Rectangle4areaEv");
  void scale(void *, int) __asm__("_ZN6shapes9Rectangle5scaleEi");
  int describe_double(double) __asm__("_ZN6shapes8describeEd");
  """

/// What names can mean: expected values are those of the sample libraries' headers.
@Suite struct SymbolChoiceTests {
  @Test(arguments: [
    Spoken("sample:versions", "int versioned(void);", "versioned()", gives: "2\n"),
    Spoken("sample:versions", "int versioned(void);", "versioned@VERSIONS_1.0()", gives: "1\n"),
    Spoken("sample:versions", "int versioned(void);", "versioned@@VERSIONS_2.0()", gives: "2\n"),
    Spoken("sample:versions", "int retired(void);", "retired()", gives: "10\n"),
    Spoken("sample:versions", "int steady(void);", "steady()", gives: "11\n"),
    Spoken(
      "sample:versions", "extern int versioned_number;", "versioned_number@VERSIONS_1.0",
      "versioned_number", gives: "100\n200\n"),
    Spoken(
      "sample:versions", "int one(void) __asm__(\"versioned@VERSIONS_1.0\");", "one()",
      gives: "1\n"),
    Spoken("libz.so.1", crc32, #"crc32@libz.so.1(0, "hello", 5)"#, gives: "907060870\n"),
    Spoken("libz.so.1", crc32, #"z::crc32(0, "hello", 5)"#, gives: "907060870\n"),
    Spoken("libz.so.1", "int abs(int);", "abs(-3)", gives: "3\n"),
    Spoken("libsqlite3.so.0", "double cos(double);", "m::cos(0)", gives: "1.0\n"),
    Spoken(
      "libc.so.6", "void *dlopen(const char *, int); double cos(double);",
      #"dlopen("libm.so.6", 2) != 0"#, "cos(0)", gives: "1\n1.0\n"),
    Spoken("sample:ifunc", "int ifunc_add(int, int);", "ifunc_add(2, 3)", gives: "5\n"),
    Spoken("sample:ifunc", "int ifunc_alias(int, int);", "ifunc_alias(2, 3)", gives: "5\n"),
    Spoken(
      "sample:cxx", rectangle, "void *r = shape_create(3, 4)", "shapes::Rectangle::area(r)",
      "shapes::Rectangle::scale(r, 2)", "shapes::Rectangle::area(r)", gives: "12\n(void)\n48\n"),
    Spoken("sample:cxx", rectangle, "describe_double(1.5)", gives: "2\n"),
  ])
  func `a name finds its symbol`(spoken: Spoken) throws {
    try spoken.run().expectOutput(spoken.output)
  }

  @Test func `a name of several functions asks which`() throws {
    let run = try Spoken(
      "sample:cxx", "", "shapes::describe(1u)", gives: ""
    ).run()
    run.expectStatus(64)
    #expect(run.errorText.contains("say which: 'shapes::describe("), "\(run.errorText)")
  }

  @Test func `a version that is not there is said to be`() throws {
    let run = try Spoken(
      "sample:versions", "int versioned(void);", "versioned@VERSIONS_9()", gives: ""
    ).run()
    run.expectStatus(1)
    #expect(run.errorText.contains("versioned@VERSIONS_9"))
  }
}

/// `--repeat` and `--dry-run`.
@Suite struct CallOptionTests {
  @Test func `a repeated call is made so often, and timed`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("globals"), "--declare",
      "int counter_add(int); int counter_get(void);", "--json", "--repeat", "25000",
      "counter_add(2)")
    run.expectStatus(0)
    let report = try #require(try objects(run).first)
    #expect(report["value"] as? Int == 50000)
    let times = try #require(report["repeat"] as? [String: Any])
    #expect(times["count"] as? Int == 25000)
    #expect(times["group"] as? Int == 3)
    let order = try ["min_ns", "median_ns", "p99_ns"].map {
      try #require(times[$0] as? Double)
    }
    #expect(order == order.sorted())
    #expect(order[0] > 0)
  }

  @Test func `only a call of the library can be repeated`() throws {
    let run = try runSonde("call", "c", "--repeat", "2", "1 + 1")
    run.expectStatus(64)
    #expect(run.errorText.contains("only a call of the library can be repeated"))
  }

  /// Registers by hand from the System V ABI, section 3.2.3.
  @Test func `a dry run shows registers and stack, and calls nothing`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--dry-run", "--declare",
      "struct s { int a; double d; }; struct big { long a[3]; }; "
        + "struct big exit(int code, struct s s, struct big big, long double l, float f);",
      "struct s s = {1, 2}; struct big b;", "exit(7, s, b, 2.5L, 1)")
    run.expectStatus(0)
    #expect(
      run.lines == [
        "exit",
        "  code    int          rsi                        7",
        "  s       struct s     rdx and xmm0               …",
        "  big     struct big   stack + 0                  …",
        "  l       long double  stack + 32                 2.5",
        "  f       float        xmm1                       1",
        "  result  struct big   memory that rdi points to",
        "  48 bytes on the stack",
      ])
  }

  @Test func `a dry run as JSON names the registers`() throws {
    let run = try runSonde(
      "call", "libc.so.6", "--dry-run", "--json", "--declare", "int printf(const char *f, ...);",
      #"printf("%f %Lf", 1.5, 2.5L)"#)
    run.expectStatus(0)
    let report = try #require(try objects(run).first)
    #expect(report["outcome"] as? String == "planned")
    let call = try #require((report["calls"] as? [[String: Any]])?.first)
    #expect(call["function"] as? String == "printf")
    #expect(call["vector_registers"] as? Int == 1)
    let arguments = try #require(call["arguments"] as? [[String: Any]])
    #expect(arguments.map { $0["registers"] as? [String] } == [["rdi"], ["xmm0"], nil])
    #expect(arguments[2]["stack_offset"] as? Int == 0)
  }
}

@Suite struct ThreadEndTests {
  @Test func `ending the calling thread is an outcome, and the state is that before it`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("crashes"), "--json", "--declare",
      "void thread_exit(void); int survivor(void);", "thread_exit()", "survivor()")
    run.expectStatus(70)
    let reports = try objects(run)
    #expect(reports[0]["outcome"] as? String == "threw")
    let exception = try #require(reports[0]["exception"] as? [String: Any])
    #expect((exception["what"] as? String)?.contains("pthread_exit") == true)
    #expect(reports[1]["value"] as? Int == 1)
  }
}

/// Vectors travel in registers that libffi does not know.
@Suite struct VectorTests {
  /// Expected values are those of `vectors.h`.
  @Test(arguments: [
    ("float4_fold(float4_make(1, 2, 3, 4))", "30.0\n"),
    ("float4_echo(float4_make(1, 2, 3, 4))", "{1.0, 2.0, 3.0, 4.0}\n"),
    ("float4_between(3, float4_make(1, 2, 3, 4), 2)", "36.0\n"),
  ])
  func `a vector goes in and comes out`(statement: String, output: String) throws {
    let run = try runSonde(
      "call", SampleLibraries.path("vectors"), "--header", SampleLibraries.header("vectors"),
      statement)
    run.expectOutput(output)
  }

  @Test func `a vector as JSON is an array`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("vectors"), "--header", SampleLibraries.header("vectors"),
      "--json", "float4_make(1, 2, 3, 4)")
    run.expectStatus(0)
    #expect(try objects(run).first?["value"] as? [Double] == [1, 2, 3, 4])
  }

  @Test func `a vector whose registers depend on the compiler's options is refused`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("vectors"), "--declare",
      "typedef float f8 __attribute__((vector_size(32))); f8 float4_echo(f8);",
      "f8 v;", "float4_echo(v)")
    run.expectStatus(64)
    #expect(run.errorText.contains("as the library was compiled"), "\(run.errorText)")
  }
}

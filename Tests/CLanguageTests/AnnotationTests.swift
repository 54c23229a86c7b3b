import CLanguage
import Testing

/// What sonde's own attributes mean, and what is said of those that mean nothing.
@Suite struct AnnotationTests {
  private func header(_ text: String) throws -> CHeader {
    var header = CHeader()
    let problems = header.declare(text)
    #expect(problems.map { $0.rendered(in: text) } == [])
    return header
  }

  private func annotations(_ text: String, of name: String) throws -> FunctionAnnotations {
    let header = try header(text)
    let (annotations, problems) = header.annotations(of: try #require(header.function(named: name)))
    #expect(problems.map { $0.rendered(in: text) } == [])
    return annotations
  }

  @Test func `directions and sizes are read, in terms of the parameters`() throws {
    let found = try annotations(
      """
      typedef unsigned char Bytef; typedef unsigned long uLongf;
      int compress([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
                   [[sonde::inout]] uLongf *destLen,
                   [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
                   unsigned long sourceLen);
      """, of: "compress")
    #expect(found.parameters.map(\.direction) == [.output, .both, .input, nil])
    let sizes = found.parameters.map { $0.bytes.map { CPrinter().text(of: $0) } }
    #expect(sizes == ["*destLen", nil, "sourceLen", nil])
  }

  @Test func `a result has owners, a success and an error`() throws {
    let found = try annotations(
      """
      struct db; const char *message(struct db *);
      [[sonde::owned("free"), sonde::nullable, sonde::string, sonde::success("result != 0"),
        sonde::error("message(db)"), sonde::blocking, sonde::note("slow"),
        sonde::example("render(0, 5)", "\\"x\\"", "errno 0")]]
      char *render(struct db *db, int width);
      """, of: "render")
    #expect(found.result.release == "free")
    #expect(found.result.isNullable && found.result.isString && found.isBlocking)
    #expect(found.result.notes == ["slow"])
    #expect(found.success.map { CPrinter().text(of: $0) } == "result != 0")
    #expect(found.error.map { CPrinter().text(of: $0) } == "message(db)")
    #expect(
      found.examples == [
        Annotation.Example(statement: "render(0, 5)", outcome: ["\"x\"", "errno 0"])
      ])
  }

  @Test func `types have handles and flags`() throws {
    let header = try header(
      """
      struct db;
      [[sonde::handle, sonde::create("open_db"), sonde::destroy("close_db")]] typedef struct db *DB;
      enum [[sonde::flags]] mode { R = 1, W = 2 };
      struct [[sonde::note("a pair")]] pair {
        [[sonde::count("n")]] int *p; int n;
      };
      """)
    let handle = header.annotations(ofType: try #require(header.typedef(named: "DB"))).annotations
    #expect(handle.isHandle)
    #expect(handle.creators == ["open_db"])
    #expect(handle.destroyers == ["close_db"])
    #expect(header.annotationProblems == [])
    let mode = try #require(header.declarations.first { $0.name == "mode" })
    #expect(header.annotations(ofType: mode).annotations.isFlags)
    let pair = try #require(header.definition(of: CRecordName(.struct, .tag("pair"))))
    let member = header.annotations(ofMember: pair.members[0], among: pair.members).annotations
    #expect(member.count.map { CPrinter().text(of: $0) } == "n")
  }

  @Test(arguments: [
    (#"void f([[sonde::bites("n")]] char *p, int n);"#, "did you mean 'bytes'", 10),
    (#"void f([[sonde::bytes("m")]] char *p, int n);"#, "'m' is neither a parameter", 24),
    (#"void f([[sonde::bytes("n +")]] char *p, int n);"#, "expected", 27),
    (#"void f([[sonde::bytes]] char *p, int n);"#, "wants an argument", 10),
    (#"void f([[sonde::bytes(n)]] char *p, int n);"#, "expected a string in quotes", 23),
    (#"void f([[sonde::bytes("n", "n")]] char *p, int n);"#, "one argument, not 2", 10),
    (#"void f([[sonde::bytes("p")]] char *p, int n);"#, "wants an integer", 24),
    (#"void f([[sonde::out(1)]] char *p, int n);"#, "takes no argument", 10),
    (#"void f([[sonde::in, sonde::out]] char *p);"#, "'out' and 'in' exclude each other", 21),
    (#"void f([[sonde::out]] int n);"#, "'out' wants a pointer, and this is 'int'", 10),
    (#"void f([[sonde::flags]] char *p);"#, "does not belong on a parameter", 10),
    (#"[[sonde::takes]] void f(char *p);"#, "does not belong on a function", 3),
    (#"[[sonde::success("result")]] void f(char *p);"#, "there is no 'result'", 19),
    (#"void f([[sonde::userdata("g")]] void *p);"#, "there is no parameter 'g'", 10),
    (#"void f([[sonde::encoding("EBCDIC")]] char *p);"#, "unknown encoding 'EBCDIC'", 10),
    (#"[[sonde::owned("1free")]] char *f(void);"#, "is no name of a function", 3),
    (#"[[sonde::note()]] char *f(void);"#, "expected a string", 15),
    (#"void f([[sonde::bytes("\"a\" + m")]] char *p);"#, "", 10),
  ])
  func `a malformed one says nothing, and is told with its place`(
    text: String, message: String, column: Int
  ) throws {
    let problems = try header(text).annotationProblems
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.message.contains(message))
    #expect(problem.range.start.column == column)
  }

  @Test func `others' attributes are nobody's business here`() throws {
    let header = try header("[[nodiscard, vendor::bytes(7)]] int f([[maybe_unused]] int n);")
    #expect(header.annotationProblems == [])
  }

  @Test func `where an attribute stands does not change the type`() throws {
    let first = try header(#"int f([[sonde::note("a")]] int n);"#)
    let second = try header(#"   int f(   [[sonde::note("a")]] int n);"#)
    #expect(first.function(named: "f")?.kind == second.function(named: "f")?.kind)
  }
}

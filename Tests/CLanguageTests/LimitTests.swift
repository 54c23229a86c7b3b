import CLanguage
import Testing

@Suite struct LimitTests {
  private func problems(_ text: String, _ limits: CLimits = .standard) -> [CDiagnostic] {
    var header = CHeader()
    header.limits = limits
    return header.declare(text)
  }

  /// A text with a part of it repeated far beyond any limit.
  struct Chain: Sendable, CustomTestStringConvertible {
    let head: String
    let part: String
    let tail: String
    let word: String

    init(_ head: String, _ part: String, _ tail: String, _ word: String) {
      (self.head, self.part, self.tail, self.word) = (head, part, tail, word)
    }

    var text: String { head + String(repeating: part, count: 20_000) + tail }
    var testDescription: String { "\(head)\(part)…\(tail)" }
  }

  @Test(arguments: [
    Chain("int ", "(", "", "nested"),
    Chain("int x = ", "(", "", "nested"),
    Chain("int x = ", "-", "1;", "nested"),
    Chain("int x = ", "!", "1;", "nested"),
    Chain("int x = ", "(int)", "1;", "nested"),
    Chain("int x = ", "sizeof ", "1;", "nested"),
    Chain("int x = ", "{", "", "nested"),
    Chain("int x = ", "a[", "", "nested"),
    Chain("int x = ", "f(", "", "nested"),
    Chain("int x = ", "a ? ", "", "nested"),
    Chain("int x = ", "a ? b : ", "", "nested"),
    Chain("int x = ", "a = ", "1;", "nested"),
    Chain("int x = 1", " + 1", ";", "operators"),
    Chain("int x = a", "[1]", ";", "operators"),
    Chain("int x = a", ".b", ";", "operators"),
    Chain("int x = f", "()", ";", "operators"),
    Chain("int x = a", "++", ";", "operators"),
    Chain("int f(int x[(1", ", 1", ")]);", "operators"),
    Chain("int ", "*", "x;", "operators"),
    Chain("int x", "[1]", ";", "operators"),
    Chain("int x", "()", ";", "operators"),
    Chain("int ", "(*", "x;", "nested"),
    Chain("int f", "(int g", "", "nested"),
    Chain("", "struct { ", "", "nested"),
    Chain("[[a", "(", "", "nested"),
    Chain("", "typeof(", "", "nested"),
    Chain("", "_Atomic(", "", "nested"),
    Chain("", "_BitInt(sizeof(", "", "nested"),
    Chain("", "enum { A = sizeof(", "", "nested"),
    Chain("", "struct { int a[sizeof(", "", "nested"),
    Chain(
      "int x __attribute__((aligned(sizeof(", "int __attribute__((aligned(sizeof(", "", "nested"),
    Chain("int x __attribute__((aligned", "(", "", "nested"),
    Chain("", "#if 1\n", "", "nested"),
    Chain("", "#pragma pack(push, 1)\n", "", "nested"),
    Chain("#if ", "(", "", "nested"),
    Chain("#if 1", " + 1", "", "operators"),
  ])
  func `endless nesting and chains are refused`(chain: Chain) {
    let messages = problems(chain.text).map(\.message)
    #expect(
      messages.contains { $0.contains("more than") && $0.contains(chain.word) }, "\(messages)")
  }

  /// What C11, section 5.2.4.1, asks of every compiler, is taken.
  @Test func `the nesting that every compiler has to take is taken`() {
    let parentheses = String(repeating: "(", count: 63) + "1" + String(repeating: ")", count: 63)
    let declarator = String(repeating: "(*", count: 63) + "d" + String(repeating: ")", count: 63)
    let structs =
      String(repeating: "struct { ", count: 63) + "int x;" + String(repeating: "} m;", count: 63)
    let conditions =
      String(repeating: "#if 1\n", count: 63) + "int c;\n"
      + String(repeating: "#endif\n", count: 63)
    let parameters = (0..<127).map { "int a\($0)" }.joined(separator: ", ")
    _ = header("int x = \(parentheses); int \(declarator); \(structs)")
    _ = header(conditions)
    _ = header("int f(\(parameters));")
    _ = header("enum { " + (0..<1023).map { "E\($0)" }.joined(separator: ", ") + " };")
    _ = header("int y = 1" + String(repeating: " + 1", count: 900) + ";")
  }

  @Test func `a type that grows with each typedef is refused`() throws {
    var text = "typedef int t0;\n"
    for index in 1...40 {
      text += "typedef t\(index - 1) (*t\(index))(t\(index - 1), t\(index - 1));\n"
    }
    let problem = try #require(problems(text).first)
    #expect(problem.message == "a type made of more than 2000 types")
  }

  @Test func `a long chain of typedefs is refused before it is too deep`() throws {
    var text = "typedef int t0;\n"
    for index in 1...5000 { text += "typedef t\(index - 1) *t\(index);\n" }
    let problem = try #require(problems(text).first)
    #expect(problem.message == "a type made of more than 2000 types")
  }

  @Test func `a type just below the limit can be compared and printed`() throws {
    // Each typedef adds a pointer, a function and its result.
    var text = "typedef int t0;\n"
    for index in 1...660 { text += "typedef void (*t\(index))(t\(index - 1));\n" }
    let header = header(text + "extern t660 x; extern t660 x;")
    let type = header.canonical(CQualifiedType(.typedef("t660")))
    #expect(type == header.canonical(CQualifiedType(.typedef("t660"))))
    #expect(type.hashValue == type.hashValue)
    #expect(CPrinter(header: header).text(of: type).hasPrefix("void (*)(void (*)("))
    #expect(try header.layout(of: type.type).size == 8)
  }

  @Test func `nested structs are laid out once each`() throws {
    var text = "struct s0 { char c; };\n"
    for index in 1...48 { text += "struct s\(index) { struct s\(index - 1) a, b; };\n" }
    let header = header(text)
    let size = try header.layout(of: .record(CRecordName(.struct, .tag("s48")))).size
    #expect(size == 1 << 48)
  }

  /// Each level has the one below twice, and what is asked of a type is known from its definition.
  @Test(arguments: ["struct s0 {};", "union s0 { char c; };"])
  func `doubling types of no size cost nothing`(first: String) {
    let keyword = first.prefix { $0 != " " }
    var header = CHeader(over: .standard(for: .i386Linux))
    var text = first + "\n"
    for index in 1...100 {
      text += "\(keyword) s\(index) { \(keyword) s\(index - 1) a, b; };\n"
    }
    #expect(header.declare(text).isEmpty)
    #expect(header.outlines().count == 101)
  }

  @Test func `a struct larger than memory is refused`() throws {
    var text = "struct s0 { char c; };\n"
    for index in 1...80 { text += "struct s\(index) { struct s\(index - 1) a, b; };\n" }
    let problem = try #require(problems(text).first)
    #expect(problem.message == "this member is larger than an object can be")
  }

  @Test func `the size of a text is limited`() {
    var limits = CLimits()
    limits.textSize = 10
    #expect(
      problems("int abc; int d;", limits).map(\.message)
        == ["the text has 15 bytes; at most 10 are read"])
  }

  @Test func `the number of tokens is limited`() {
    var limits = CLimits()
    limits.tokenCount = 5
    #expect(
      problems("int abc; int d;", limits).map(\.message) == ["more than 5 tokens in one text"])
  }

  @Test func `the number of macros is limited`() {
    var limits = CLimits()
    limits.macroCount = 2
    #expect(
      problems("#define A 1\n#define B 2\n#define C 3\n", limits).map(\.message)
        == ["more than 2 macros"])
  }
}

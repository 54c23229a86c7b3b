import CLanguage
import Testing

@testable import Profiles

@Suite struct RefusalTests {
  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func `a text that does not parse is refused with its place`() {
    #expect(
      refusal { _ = try added("int f(int a, );", to: nil) } == """
        the declaration is not valid
        1:14: expected a parameter type, found ')'
          int f(int a, );
                       ^
        """)
  }

  @Test func `a damaged profile is refused with file, line and caret`() {
    let text = "int a(void);\nint b(;\nint c(void);\n"
    #expect(
      refusal { _ = try added("int d(void);", to: text) } == """
        libx.so.1.h is damaged and was left as it is; mend it or force the change
        libx.so.1.h:2:7: expected a parameter type, found ';'
          int b(;
                ^
        """)
    #expect(
      refusal { _ = try removed("a", from: text) }
        == refusal { _ = try added("int d(void);", to: text) })
  }

  @Test func `by force a damaged profile keeps its damage`() throws {
    let forced = ProfileEdit(path: "x.h", isForced: true)
    let text = Array("int a(void);\nint b(;\nint c(void);\n".utf8)
    let after = try forced.add("int d(void);\nlong a(void);", to: text, profileName: "x")
    #expect(
      String(decoding: after, as: UTF8.self)
        == "long a(void);\nint b(;\nint c(void);\nint d(void);\n")
    let without = try forced.remove("c", from: after)
    #expect(
      String(decoding: without, as: UTF8.self) == "long a(void);\nint b(;\nint d(void);\n")
  }

  @Test func `even by force nothing is put where it would not count`() {
    let forced = ProfileEdit(path: "x.h", isForced: true)
    let text = Array("int a(void);\n/* never closed\n".utf8)
    #expect(
      refusal { _ = try forced.add("int d(void);", to: text, profileName: "x") }
        == "x.h was left as it is: in its place 'd' would be lost or mean something else; "
        + "change it with an editor")
  }

  @Test(arguments: [
    ("#pragma pack(1)\nint f(void);", "1:1"),
    ("int f(void);\nextern \"C\" { int g(void); }", "2:1"),
    ("#ifdef X\n#endif\nint f(void);", "1:1"),
    ("#pragma sonde build_id \"00\"\nint f(void);", "1:1"),
    ("int f(void); _Static_assert(1, \"\");", "1:14"),
  ])
  func `what would get lost between declarations is refused`(text: String, place: String) {
    let message = refusal { _ = try added(text, to: nil) }
    #expect(message.hasPrefix("only declarations and #include lines can be added"))
    #expect(message.contains("\n\(place): "))
  }

  @Test(arguments: ["", "  \n", "// a comment", ";"])
  func `a text without declarations is refused`(text: String) {
    #expect(refusal { _ = try added(text, to: nil) }.hasPrefix("the text declares nothing"))
  }

  @Test func `a struct does not become a packed one by its place`() throws {
    let text = "#pragma pack(push, 1)\nstruct p { char c; int i; };\n#pragma pack(pop)\n"
    // gcc: 5 bytes with the pragma, 12 as written in the addition.
    #expect(
      try added("struct p { char c; int i; char d; };", to: text)
        == "#pragma pack(push, 1)\n#pragma pack(pop)\nstruct p { char c; int i; char d; };\n")
  }

  @Test func `a change that breaks what follows is refused`() {
    let text = "typedef int number;\nnumber f(void);\n"
    #expect(
      refusal { _ = try removed("number", from: text) } == """
        libx.so.1.h would not parse with this change and was left as it is
        libx.so.1.h:1:1: unknown type name 'number'; declare it with typedef
          number f(void);
          ^
        """)
    #expect(
      refusal { _ = try added("int number(void);", to: text) }.hasPrefix(
        "libx.so.1.h would not parse with this change"))
  }

  @Test func `a declaration that cannot be taken apart is refused`() {
    let text = "int z;\ntypedef struct p { int x; } *q;\n"
    #expect(
      refusal { _ = try removed("q", from: text) }
        == "libx.so.1.h:2 declares 'q' together with 'p'; name them all or separate them with "
        + "an editor")
    #expect(
      refusal { _ = try added("typedef int q;", to: text) }
        == "libx.so.1.h:2 declares 'q' together with 'p'; name them all or separate them with "
        + "an editor")
    #expect(
      refusal { _ = try added("#define red 3", to: "enum c { red, green };\n") }
        == "libx.so.1.h:1 declares 'red' together with 'c', 'green'; name them all or separate "
        + "them with an editor")
    #expect(
      refusal { _ = try removed("red", from: "enum c { red, green };\n") }
        == "libx.so.1.h:1 declares 'red' together with 'c', 'green'; name them all or separate "
        + "them with an editor")
  }

  @Test func `an unknown name is refused`() {
    #expect(
      refusal { _ = try removed("nothing", from: "int a;\n") }
        == "libx.so.1.h does not declare 'nothing'")
  }
}

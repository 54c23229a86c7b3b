import CLanguage
import Testing

@testable import Profiles

/// One change of a profile's text; what is expected is written by hand.
struct EditCase: CustomTestStringConvertible, Sendable {
  var title: String
  var before: String
  var change: String
  var after: String

  init(_ title: String, _ before: String, _ change: String, _ after: String) {
    self.title = title
    self.before = before
    self.change = change
    self.after = after
  }

  var testDescription: String { title }
}

let edit = ProfileEdit(path: "libx.so.1.h", isForced: false)

func added(_ declarations: String, to text: String?) throws -> String {
  let bytes = try edit.add(
    declarations, to: text.map { Array($0.utf8) }, profileName: "libx.so.1")
  return String(decoding: bytes, as: UTF8.self)
}

func removed(_ name: String, from text: String) throws -> String {
  String(decoding: try edit.remove(name, from: Array(text.utf8)), as: UTF8.self)
}

@Suite struct AddTests {
  @Test(arguments: [
    EditCase(
      "in place, all else kept",
      "/* top */\n\nint  a( void ) ;   /* odd */\n\n\n  int b(int x);\n// end\n",
      "long b(long x, long y);",
      "/* top */\n\nint  a( void ) ;   /* odd */\n\n\n  long b(long x, long y);\n// end\n"),
    EditCase("at the end", "int a(void);\n", "int b(void);", "int a(void);\nint b(void);\n"),
    EditCase(
      "a last line without its end", "int a(void);", "int b(void);",
      "int a(void);\nint b(void);\n"),
    EditCase(
      "in place keeps a last line without its end", "int a(void);", "long a(void);",
      "long a(void);"),
    EditCase(
      "line ends of Windows", "int a(void);\r\n\r\nint b(void);\r\n",
      "int b(int x,\n      int y);\nint c(void);",
      "int a(void);\r\n\r\nint b(int x,\r\n      int y);\r\nint c(void);\r\n"),
    EditCase(
      "a missing semicolon", "int a(void);\n", "int b(void)", "int a(void);\nint b(void);\n"),
    EditCase(
      "word for word the same", "int a(void);  // kept\n", "int a(void);",
      "int a(void);  // kept\n"),
    EditCase(
      "the same over several lines", "int a(int x,\n      int y);\n", "int a(int x,\n      int y);",
      "int a(int x,\n      int y);\n"),
    EditCase(
      "comments come along", "int a(void);\n", "/* what b does */\nint b(void);  // really\n",
      "int a(void);\n/* what b does */\nint b(void);  // really\n"),
    EditCase(
      "comments that are there do not come twice",
      "/* what b does */\nint b(void);  // really\n",
      "/* what b does */\nlong b(void);  // really\n",
      "/* what b does */\nlong b(void);  // really\n"),
    EditCase(
      "a new comment joins the old one", "/* old */\nint b(void);\n", "/* new */\nlong b(void);",
      "/* old */\n/* new */\nlong b(void);\n"),
    EditCase(
      "a comment to the end of the line swallows nothing", "int a(void); int b(void);\n",
      "long a(void); // new", "// new\nlong a(void); int b(void);\n"),
    EditCase(
      "one declarator of several", "int a(void), *b, c;\n", "long b;",
      "long b;\nint a(void), c;\n"),
    EditCase(
      "the first declarator of several", "const char *const a, b[3];\n", "int a;",
      "int a;\nconst char b[3];\n"),
    EditCase("all declarators", "int a, b;\n", "long a, b;", "long a, b;\n"),
    EditCase(
      "a struct with its typedef", "typedef struct p { int x; } p;\nint f(p *);\n",
      "typedef struct p { int x, y; } p;",
      "typedef struct p { int x, y; } p;\nint f(p *);\n"),
    EditCase(
      "struct and typedef apart take the place of both in one",
      "typedef struct p { int x; } p;\nint f(p *);\n",
      "struct p { long x; };\ntypedef struct p p;",
      "struct p { long x; };\ntypedef struct p p;\nint f(p *);\n"),
    EditCase(
      "both in one take the place of struct and typedef apart",
      "typedef struct p p;\nint f(p *);\nstruct p { int x; };\n",
      "typedef struct p { long x; } p;",
      "typedef struct p { long x; } p;\nint f(p *);\n"),
    EditCase(
      "a typedef that says less changes nothing", "typedef struct p { int x; } p;\n",
      "typedef struct p p;", "typedef struct p { int x; } p;\n"),
    EditCase(
      "an announcement of what is known changes nothing", "struct p { int x; };\n", "struct p;",
      "struct p { int x; };\n"),
    EditCase(
      "an enumeration gains a name", "enum color { red, green };\nint f(enum color);\n",
      "enum color { red, green, blue };",
      "enum color { red, green, blue };\nint f(enum color);\n"),
    EditCase(
      "an enumeration loses a name", "enum color { red, green, blue };\n",
      "enum color { red, green };", "enum color { red, green };\n"),
    EditCase(
      "a constant", "#define LIMIT 4\nint f(void);\n", "#define LIMIT 5",
      "#define LIMIT 5\nint f(void);\n"),
    EditCase(
      "the comment behind a constant stays", "#define LIMIT 4  // at most\nint f(void);\n",
      "#define LIMIT 5", "#define LIMIT 5  // at most\nint f(void);\n"),
    EditCase(
      "a wrapper for C++ stays",
      "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(int);\n#ifdef __cplusplus\n}\n#endif\n",
      "long f(long);",
      "#ifdef __cplusplus\nextern \"C\" {\n#endif\nlong f(long);\n#ifdef __cplusplus\n}\n#endif\n"),
    EditCase(
      "a new type goes before the declaration that needs it", "int f(int);\nint g(void);\n",
      "typedef int number;\nlong f(number);",
      "typedef int number;\nlong f(number);\nint g(void);\n"),
    EditCase(
      "a declaration moves behind the type that it needs", "int f(int);\ntypedef int number;\n",
      "long f(number);", "typedef int number;\nlong f(number);\n"),
    EditCase(
      "annotations stay with their declaration", "[[sonde::owned(\"free\")]] char *f(int);\n",
      "char *f(long);", "char *f(long);\n"),
    EditCase(
      "a declaration in a condition that does not hold is not seen",
      "#if 0\nint f(int);\n#endif\n", "int f(long);", "#if 0\nint f(int);\n#endif\n\nint f(long);\n"
    ),
    EditCase(
      "text in comments and strings is no declaration",
      "/* int f(int); */\n[[sonde::note(\"int f(int);\")]] int g(void);\n", "int f(int);",
      "/* int f(int); */\n[[sonde::note(\"int f(int);\")]] int g(void);\nint f(int);\n"),
    EditCase(
      "one declaration for two of the same name", "int f(int);\n\nint f(int);\nint g(void);\n",
      "long f(int);", "long f(int);\n\nint g(void);\n"),
  ])
  func `an addition changes exactly these bytes`(edit: EditCase) throws {
    let after = try added(edit.change, to: edit.before)
    #expect(after == edit.after)
    #expect(try added(edit.change, to: after) == after, "a second time changes nothing")
  }

  @Test(arguments: [
    EditCase(
      "after the last include",
      "// top\n#pragma sonde library \"x\"\n#include <stdint.h>\n\nuint8_t a(void);\n",
      "size_t b(void);",
      "// top\n#pragma sonde library \"x\"\n#include <stdint.h>\n#include <stddef.h>\n\n"
        + "uint8_t a(void);\nsize_t b(void);\n"),
    EditCase(
      "after the pragma", "#pragma sonde library \"x\"\nint a(void);\n", "FILE *b(time_t);",
      "#pragma sonde library \"x\"\n#include <stdio.h>\n#include <time.h>\nint a(void);\n"
        + "FILE *b(time_t);\n"),
    EditCase(
      "at the start without either", "int a(void);\n", "uint32_t b(void);",
      "#include <stdint.h>\nint a(void);\nuint32_t b(void);\n"),
    EditCase(
      "not into a condition", "#ifdef __cplusplus\n#include <cstddef>\n#endif\nint a(void);\n",
      "size_t b(void);",
      "#include <stddef.h>\n#ifdef __cplusplus\n#include <cstddef>\n#endif\nint a(void);\n"
        + "size_t b(void);\n"),
    EditCase(
      "not when the profile declares the name itself", "typedef unsigned long size_t;\n",
      "size_t b(void);", "typedef unsigned long size_t;\nsize_t b(void);\n"),
    EditCase(
      "not for the name of a parameter", "int a(void);\n", "int b(int tm, int DIRX);",
      "int a(void);\nint b(int tm, int DIRX);\n"),
    EditCase(
      "for a tag", "int a(void);\n", "int b(struct tm *);",
      "#include <time.h>\nint a(void);\nint b(struct tm *);\n"),
    EditCase(
      "an include of the addition itself", "int a(void);\n", "#include <math.h>\ndouble b(double);",
      "#include <math.h>\nint a(void);\ndouble b(double);\n"),
    EditCase(
      "with the line ends of the file", "int a(void);\r\n", "size_t b(void);",
      "#include <stddef.h>\r\nint a(void);\r\nsize_t b(void);\r\n"),
    EditCase(
      "behind a byte order mark", "\u{FEFF}int a(void);\n", "size_t b(void);",
      "\u{FEFF}#include <stddef.h>\nint a(void);\nsize_t b(void);\n"),
    EditCase(
      "C++ gets its own spelling", "#include <stddef.h>\n\nint a(void);\n",
      "int b(char *restrict s);",
      "#include <stddef.h>\n#ifdef __cplusplus\n#define restrict __restrict\n#endif\n\n"
        + "int a(void);\nint b(char *restrict s);\n"),
  ])
  func `the lines that declarations need are put in`(edit: EditCase) throws {
    let after = try added(edit.change, to: edit.before)
    #expect(after == edit.after)
    #expect(try added(edit.change, to: after) == after, "a second time changes nothing")
  }

  @Test func `a new profile begins with its pragma and what it includes`() throws {
    #expect(
      try added("size_t f(const char *s);", to: nil) == """
        // C declarations for sonde; C and C++ compilers take this file too.
        #pragma sonde library "libx.so.1"
        #include <stddef.h>

        size_t f(const char *s);

        """)
  }

  @Test func `what is no UTF-8 stays byte for byte`() throws {
    let latin = Array("/* f".utf8) + [0xFC] + Array("r */ int a(void);\n".utf8)
    let bytes = try edit.add("int b(void);", to: latin, profileName: "x")
    #expect(bytes == latin + Array("int b(void);\n".utf8))
    let changed = try edit.add("long a(void);", to: latin, profileName: "x")
    #expect(
      changed == Array("/* f".utf8) + [0xFC] + Array("r */ long a(void);\n".utf8))
  }

  @Test func `a thousand declarations go in at once`() throws {
    let many = (0..<1000).map { "int function_\($0)(int argument);" }.joined(separator: "\n")
    let once = try added(many, to: nil)
    #expect(once.hasSuffix("\(many)\n"))
    let changed = many.replacing("int argument", with: "long argument")
    #expect(try added(changed, to: once) == once.replacing("int argument", with: "long argument"))
  }
}

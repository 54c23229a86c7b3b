import CLanguage
import Testing

@testable import Profiles

@Suite struct RemoveTests {
  @Test(arguments: [
    EditCase(
      "its line", "int a(void);\nint b(void);\nint c(void);\n", "b",
      "int a(void);\nint c(void);\n"),
    EditCase(
      "the comment in its line", "int a(void);\nint b(void); /* b */\n", "b",
      "int a(void);\n"),
    EditCase(
      "the comment directly above",
      "int a(void);\n\n/* what b\n   does */\n// more\nint b(void);\n",
      "b", "int a(void);\n\n"),
    EditCase(
      "not a heading over several", "int z;\n/* checksums */\nint a(void);\nint b(void);\n", "a",
      "int z;\n/* checksums */\nint b(void);\n"),
    EditCase(
      "not a comment with a line between", "int z;\n/* section */\n\nint a(void);\n", "a",
      "int z;\n/* section */\n\n"),
    EditCase(
      "not the comment that begins the file", "/* the file */\nint a(void);\n", "a",
      "/* the file */\n"),
    EditCase(
      "not the comment behind the declaration before", "int a(void); // a\nint b(void);\n", "b",
      "int a(void); // a\n"),
    EditCase("the last line without its end", "int a(void);\nint b(void);", "b", "int a(void);\n"),
    EditCase(
      "one of a line", "int a(void); int b(void); int c(void);\n", "b",
      "int a(void); int c(void);\n"),
    EditCase("the last of a line", "int a(void); int b(void);\n", "b", "int a(void);\n"),
    EditCase("one declarator", "int a, *b, c;\n", "b", "int a, c;\n"),
    EditCase("the first declarator", "unsigned long *a, b;\n", "a", "unsigned long b;\n"),
    EditCase("the last declarator", "int a, *b;\n", "b", "int a;\n"),
    EditCase("line ends of Windows", "int a(void);\r\nint b(void);\r\n", "a", "int b(void);\r\n"),
    EditCase(
      "a struct by its tag", "struct p { int x; };\nint f(void);\n", "struct p",
      "int f(void);\n"),
    EditCase(
      "a struct with its typedef", "typedef struct p { int x; } p;\nint f(void);\n", "p",
      "int f(void);\n"),
    EditCase(
      "an enumeration with its names", "enum c { red };\nint f(void);\n", "c",
      "int f(void);\n"),
    EditCase("a constant", "#define LIMIT 3\nint f(void);\n", "LIMIT", "int f(void);\n"),
    EditCase(
      "a constant with the comment in its line", "#define LIMIT 3 /* at\n  most */\nint f(void);\n",
      "LIMIT", "int f(void);\n"),
    EditCase(
      "several lines", "int z;\nint a(int x,\n      int y);\nint b;\n", "a",
      "int z;\nint b;\n"),
    EditCase(
      "every declaration of the name", "int a(void);\nint b;\nint a(void);\n", "a",
      "int b;\n"),
  ])
  func `a removal takes exactly these bytes`(edit: EditCase) throws {
    #expect(try removed(edit.change, from: edit.before) == edit.after)
  }

  @Test(arguments: [
    "int a(void);\n", "/* x */\n\nint a(void); // y\n", "int a(void);\r\n",
    "#pragma sonde library \"x\"\n#include <stddef.h>\nsize_t a;\n",
  ])
  func `removing what was added gives the bytes of before`(text: String) throws {
    let declaration = "/* doc */\nlong added(int x,\n           int y); // note"
    #expect(try removed("added", from: added(declaration, to: text)) == text)
  }
}

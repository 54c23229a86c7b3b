import CLanguage
import Foundation
import Profiles
import Testing

@Suite struct EditTests {
  @Test func `a new profile says its library and includes what it needs`() throws {
    let temporary = try TemporaryStore()
    let path = try temporary.store.add(
      "uint32_t f(size_t n, FILE *out); // counts", to: "libx.so.1")
    #expect(path == temporary.path("libx.so.1"))
    #expect(
      try temporary.text("libx.so.1") == """
        // What libx.so.1 declares, as plain C for sonde and for any compiler; yours to edit.
        #pragma sonde library "libx.so.1"
        #include <stdint.h>
        #include <stddef.h>
        #include <stdio.h>

        uint32_t f(size_t n, FILE *out);

        """)
    #expect(try temporary.files() == ["libx.so.1.h"])
  }

  private static let file = """
    /* My notes on libz.
       Keep them. */
    #pragma sonde library "libz.so.1"   // the one
    #include <stddef.h>

    typedef unsigned long uLong;   /* as zlib has it */

    // checksum
      uLong crc32(uLong crc,
                  const unsigned char *buf, unsigned len); /* trailing */ int other(void);
    enum level { FAST = 1, BEST = 9 };
    typedef struct stream { int avail; } stream, *stream_p;
    #define LIMIT 10
    int last(void)  ;

    // the end, without newline
    """

  /// Edit, what of the file it replaces, by what: everything else stays byte for byte.
  @Test(arguments: [
    (
      "unsigned long crc32(void);",
      "uLong crc32(uLong crc,\n              const unsigned char *buf, unsigned len);",
      "unsigned long crc32(void);"
    ),
    ("int other(int a);", "int other(void);", "int other(int a);"),
    ("typedef unsigned int uLong;", "typedef unsigned long uLong;", "typedef unsigned int uLong;"),
    (
      "enum level { NONE, FAST, BEST };", "enum level { FAST = 1, BEST = 9 };",
      "enum level { NONE, FAST, BEST };"
    ),
    ("#define LIMIT 20\n", "#define LIMIT 10", "#define LIMIT 20"),
    (
      "typedef struct stream { long avail; } stream, *stream_p;",
      "typedef struct stream { int avail; } stream, *stream_p;",
      "typedef struct stream { long avail; } stream, *stream_p;"
    ),
    (
      "struct stream { long avail; };", "typedef struct stream { int avail; } stream, *stream_p;",
      "typedef struct stream stream;\ntypedef struct stream *stream_p;\n"
        + "struct stream { long avail; };"
    ),
    ("int last(void)  ;", "int last(void)  ;", "int last(void)  ;"),
    (
      "int fresh(void);", "// the end, without newline",
      "// the end, without newline\nint fresh(void);\n"
    ),
    (
      "/* why */ int fresh(void);", "// the end, without newline",
      "// the end, without newline\n/* why */ int fresh(void);\n"
    ),
    (
      "uint8_t fresh(void);", "#include <stddef.h>\n",
      "#include <stddef.h>\n#include <stdint.h>\n"
    ),
    (
      "#pragma pack(push, 1)\nstruct tight { char c; int i; };\n#pragma pack(pop)\n",
      "// the end, without newline",
      "// the end, without newline\n#pragma pack(push, 1)\nstruct tight { char c; int i; };\n"
        + "#pragma pack(pop)\n"
    ),
  ])
  func `an edit touches only its own declaration`(
    edit: String, old: String, new: String
  ) throws {
    let temporary = try TemporaryStore()
    try temporary.write(Self.file, to: "libz.so.1")
    try temporary.store.add(edit, to: "libz.so.1")
    var expected = Self.file.replacingOccurrences(of: old, with: new)
    if edit == "uint8_t fresh(void);" { expected += "\n" + edit + "\n" }
    #expect(try temporary.text("libz.so.1") == expected)
    let loaded = try #require(temporary.store.load("libz.so.1").profiles.first)
    #expect(loaded.problems.isEmpty)
  }

  @Test func `several declarations are put each in its place`() throws {
    let temporary = try TemporaryStore()
    try temporary.write("int a(void);\n// between\nint b(void);\n", to: "x")
    try temporary.store.add(
      "typedef int t; t b(t); t c(t); struct s { t x; }; int a(struct s *p);", to: "x")
    let loaded = try #require(temporary.store.load("x").profiles.first)
    #expect(loaded.problems.map(\.message) == [])
    #expect(Set(loaded.header.declarations.map(\.name)) == ["a", "b", "c", "s", "t"])
    #expect(loaded.text.contains("// between"))
  }

  @Test func `line ends are kept as the file has them`() throws {
    let temporary = try TemporaryStore()
    try temporary.write("int a(void);\r\nint b(void);\r\n", to: "x")
    try temporary.store.add("int c(void);", to: "x")
    #expect(try temporary.text("x") == "int a(void);\r\nint b(void);\r\nint c(void);\r\n")
    try temporary.store.remove("a", from: "x")
    #expect(try temporary.text("x") == "int b(void);\r\nint c(void);\r\n")
  }

  @Test(arguments: [
    (
      "crc32", "  uLong crc32(uLong crc,\n              const unsigned char *buf, unsigned len);",
      ""
    ),
    ("other", " int other(void);", " "),
    ("last", "int last(void)  ;\n", ""),
    ("LIMIT", "#define LIMIT 10\n", ""),
    ("level", "enum level { FAST = 1, BEST = 9 };\n", ""),
    (
      "stream_p", "typedef struct stream { int avail; } stream, *stream_p;",
      "struct stream {\n  int avail;\n};\ntypedef struct stream stream;"
    ),
  ])
  func `a declaration is taken out and the rest stays`(
    name: String, old: String, new: String
  ) throws {
    let temporary = try TemporaryStore()
    try temporary.write(Self.file, to: "libz.so.1")
    try temporary.store.remove(name, from: "libz.so.1")
    let text = try temporary.text("libz.so.1")
    var expected = Self.file.replacingOccurrences(of: old, with: new)
    // Blanks before a declaration stay where something follows it on the line.
    if name == "crc32" { expected = Self.file.replacingOccurrences(of: old.dropFirst(2), with: "") }
    #expect(text == expected)
    let loaded = try #require(temporary.store.load("libz.so.1").profiles.first)
    #expect(loaded.problems.isEmpty)
  }

  @Test func `what others need is not taken out`() throws {
    let temporary = try TemporaryStore()
    try temporary.write(Self.file, to: "libz.so.1")
    let error = #expect(throws: ProfileError.self) {
      try temporary.store.remove("uLong", from: "libz.so.1")
    }
    #expect(error?.description.contains("'uLong' is still needed") == true)
    #expect(throws: ProfileError.notDeclared(name: "none", path: temporary.path("libz.so.1"))) {
      try temporary.store.remove("none", from: "libz.so.1")
    }
    #expect(throws: ProfileError.noSuchProfile(name: "liby")) {
      try temporary.store.remove("none", from: "liby")
    }
    #expect(try temporary.text("libz.so.1") == Self.file)
    #expect(try temporary.files() == ["libz.so.1.h"])
  }

  @Test func `an enumerator of an enumeration is not replaced alone`() throws {
    let temporary = try TemporaryStore()
    try temporary.write(Self.file, to: "libz.so.1")
    let error = #expect(throws: ProfileError.self) {
      try temporary.store.add("#define FAST 3", to: "libz.so.1")
    }
    #expect(error?.description.contains("same enumeration") == true)
    #expect(try temporary.text("libz.so.1") == Self.file)
  }

  @Test func `declarations with mistakes change nothing`() throws {
    let temporary = try TemporaryStore()
    try temporary.write(Self.file, to: "libz.so.1")
    let error = #expect(throws: ProfileError.self) {
      try temporary.store.add("int f(int a, );", to: "libz.so.1")
    }
    #expect(
      error?.description == """
        1:14: expected a parameter type, found ')'
          int f(int a, );
                       ^
        """)
    #expect(throws: ProfileError.nothingDeclared) {
      try temporary.store.add("  // nothing", to: "libz.so.1")
    }
    #expect(throws: ProfileError.self) { try temporary.store.add("int f(", to: "new") }
    #expect(try temporary.text("libz.so.1") == Self.file)
    #expect(try temporary.files() == ["libz.so.1.h"])
  }

  @Test func `a damaged file is only changed when forced`() throws {
    let temporary = try TemporaryStore()
    let damaged = "int a(int;\nint b(void);\n"
    try temporary.write(damaged, to: "x")
    let error = #expect(throws: ProfileError.self) {
      try temporary.store.add("int c(void);", to: "x")
    }
    let path = temporary.path("x")
    #expect(
      error?.description == """
        \(path) was not changed, because it has mistakes:
        \(path):1:10: expected ',' or ')' after a parameter, found ';'
          int a(int;
                   ^
        """)
    #expect(try temporary.text("x") == damaged)
    try temporary.store.add("int b(int);", to: "x", force: true)
    #expect(try temporary.text("x") == "int a(int;\nint b(int);\n")
  }

  @Test func `the profile is a header that compilers accept`() throws {
    let temporary = try TemporaryStore()
    let edits = [
      "typedef unsigned long uLong; uLong crc32(uLong crc, const unsigned char *b, unsigned n);",
      "[[sonde::owned(\"free\")]] char *render([[sonde::in]] int width, bool b);",
      "struct item { uint8_t tag; time_t when; wchar_t *label; }; struct item *next(struct item *);",
      "int print(FILE *f, const char *format, va_list arguments);",
      "#define LIMIT 10",
      "typedef int (*compare)(const void *, const void *); void sort(void *, size_t, compare);",
      "enum mode { READ = 1, WRITE }; enum mode mode_of(char16_t c, off_t at);",
      "uLong crc32(uLong crc, const unsigned char *b, size_t n);",
    ]
    for edit in edits { try temporary.store.add(edit, to: "libx.so.1") }
    for (compiler, language) in [("/usr/bin/gcc", "c"), ("/usr/bin/g++", "c++")] {
      let process = Process()
      process.executableURL = URL(filePath: compiler)
      // Attributes of other programs' namespaces are ignored, with a warning.
      process.arguments = [
        "-fsyntax-only", "-Wno-attributes", "-Werror", "-x", language,
        temporary.path("libx.so.1"),
      ]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(compiler)")
    }
  }
}

import CLanguage
import SystemCompiler
import TestSupport
import Testing
import Workbench

/// Headers of this machine and some of the tests' own, through the system's compiler.
@Suite struct HeaderImportTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func imported(_ text: String) throws -> ImportedHeader {
    try write(text, to: folder.file("t.h"))
    return try ImportedHeader(HeaderRequest([.file(folder.file("t.h"))]))
  }

  @Test func `declarations tell the file and line that they stand in`() throws {
    let header = try imported("#include <stddef.h>\n\n\nint\nmine(size_t);\n").header
    let mine = try #require(header.function(named: "mine"))
    #expect(mine.file == folder.file("t.h"))
    #expect(mine.line == 5)
  }

  @Test func `macros are what the compiler makes of them`() throws {
    let header = try imported(
      """
      #define SUM 1+2
      #define PRODUCT SUM*3
      #define SHIFT(n) (1u << (n))
      #define BIT SHIFT(4)
      #define GONE 1
      #undef GONE
      #define TWICE 1
      #undef TWICE
      #define TWICE 2
      #define RATIO 0.5
      #define NAME "na" "me"
      enum e { E = 3 };
      #define ALIAS E
      #define STATEMENT do { } while (0)
      int f(int);
      #define CALL f(1)
      """
    ).header
    #expect(header.constant(named: "PRODUCT")?.value == 7)
    #expect(header.constant(named: "BIT")?.value == 16)
    #expect(header.constant(named: "BIT")?.type == .integer(.unsignedInt))
    #expect(header.constant(named: "GONE") == nil)
    #expect(header.constant(named: "TWICE")?.value == 2)
    #expect(header.constant(named: "ALIAS")?.value == 3)
    #expect(header.constant(named: "STATEMENT") == nil)
    let ratio = try #require(header.macroExpression(named: "RATIO"))
    #expect(CPrinter().text(of: ratio) == "0.5")
    let name = try #require(header.macroExpression(named: "NAME"))
    #expect(CPrinter().text(of: name) == "\"name\"")
    #expect(header.macroExpression(named: "CALL") != nil)
    #expect(header.declarations.contains { $0.name == "RATIO" })
    #expect(!header.declarations.contains { $0.name == "STATEMENT" })
  }

  @Test func `zlib is taken with its types and constants, and nothing else`() throws {
    let imported = try ImportedHeader(HeaderRequest([.name("zlib.h")]))
    #expect(imported.problems == [])
    let library = try LibraryFile.read("libz.so.1")
    let selection = imported.selection(exportedBy: library)
    let names = Set(selection.declarations.map(\.name))
    #expect(
      names.isSuperset(of: [
        "crc32", "uLong", "z_stream_s", "z_streamp", "Z_OK", "MAX_WBITS", "gzFile_s",
      ]))
    // Of <stdio.h> and its kin, and a function that only the static library has.
    #expect(names.isDisjoint(with: ["printf", "size_t", "FILE", "EOF", "gzopen_w"]))
    let text = CSelectionText.pieces(of: selection).map(\.text).joined(separator: "\n")
    #expect(text.contains("uLong crc32(uLong crc, const Bytef *buf, uInt len);"))
    #expect(text.contains("#define Z_BEST_COMPRESSION 9"))
    #expect(text.contains("#define ZLIB_VERSION \"1."))
    #expect(text.contains("#define zlib_version (zlibVersion())"))
  }

  @Test func `a struct without tag comes with the typedef that it goes by`() throws {
    let imported = try imported(
      """
      enum level { LOW, HIGH = 4 };
      #define HIGH HIGH
      typedef struct { int width; char text[8]; } *box_pointer, box;
      typedef struct { box_pointer inner; } image, *image_pointer;
      int crc32(image_pointer p);
      """)
    let selection = imported.selection(exportedBy: try LibraryFile.read("libz.so.1"))
    let text = CSelectionText.pieces(of: selection).map(\.text).joined(separator: "\n")
    var again = CHeader()
    #expect(again.declare(text).map { $0.rendered(in: text) } == [])
    #expect(again.typedef(named: "image") != nil)
    #expect(again.constant(named: "HIGH")?.value == 4)
  }

  @Test(arguments: [
    ("libz.so.1", ["zlib.h"]), ("libpng16.so.16", ["png.h"]), ("libsqlite3.so.0", ["sqlite3.h"]),
    ("libm.so.6", ["math.h", "complex.h", "fenv.h"]),
    ("libc.so.6", ["stdio.h", "stdlib.h", "string.h", "time.h", "unistd.h", "sys/stat.h"]),
    ("libcrypto.so.3", ["openssl/evp.h", "openssl/sha.h"]),
  ])
  func `what is selected is C that compilers take, and reads back the same`(
    library: String, headers: [String]
  ) throws {
    var request = HeaderRequest(headers.map { .name($0) })
    request.definitions = ["_GNU_SOURCE"]
    let imported = try ImportedHeader(request)
    // C's binary types beyond double (C23, annex H) are not supported.
    let problems = imported.problems.filter {
      !$0.description.contains("_Float32x") && !$0.description.contains("_Float64x")
    }
    #expect(problems == [])
    let selection = imported.selection(exportedBy: try LibraryFile.read(library))
    let pieces = CSelectionText.pieces(of: selection).map(\.text)
    let text =
      selection.neededIncludes.map { "#include <\($0)>\n" }.joined()
      + pieces.joined(separator: "\n") + "\n"
    var again = CHeader()
    #expect(again.declare(text).map { $0.rendered(in: text) } == [])
    for declaration in selection.declarations {
      if case .function = declaration.kind {
        #expect(again.function(named: declaration.name) != nil)
      }
    }
    try write(text, to: folder.file("out.h"))
    let run = try ProgramRun.run(
      "/usr/bin/env", ["gcc", "-w", "-x", "c", "-fsyntax-only", folder.file("out.h")],
      environment: ["PATH": "/usr/bin:/bin"])
    run.expectStatus(0)
  }
}

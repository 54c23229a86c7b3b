import CLanguage
import Glibc
import TestSupport
import Testing

@testable import Profiles

/// A profile is a header that compilers take: the same text for C and for C++.
@Suite struct CompilerTests {
  static let compilers = [
    ["gcc", "-std=gnu11", "-x", "c"], ["gcc", "-std=gnu17", "-x", "c"],
    ["gcc", "-std=gnu2x", "-x", "c"],
    ["g++", "-std=gnu++11", "-x", "c++"], ["g++", "-std=gnu++17", "-x", "c++"],
    ["clang", "-x", "c"],
    ["clang++", "-x", "c++"],
  ]

  private func expectAccepted(_ text: String) throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("profile.h")
    try write(text, to: file)
    for compiler in Self.compilers {
      guard let program = path(of: compiler[0]) else { continue }
      let run = try ProgramRun.run(
        program,
        ["-fsyntax-only"] + compiler.dropFirst() + [file],
        environment: ["PATH": searchPath])
      #expect(
        run.ending == .exited(0), "\(compiler.joined(separator: " ")):\n\(run.errorText)\n\(text)")
    }
  }

  private var searchPath: String { getenv("PATH").map { String(cString: $0) } ?? "/usr/bin" }

  private func path(of program: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  @Test func `gcc is there, so that something is compared`() {
    #expect(path(of: "gcc") != nil && path(of: "g++") != nil)
  }

  @Test(arguments: [
    "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);",
    "size_t a(uint8_t, int64_t, time_t, FILE *, va_list, ssize_t, wchar_t, bool, _Bool);",
    "_Bool a(_Bool x);",
    "char *copy(char *restrict to, const char *restrict from); _Noreturn void stop(int);",
    "struct _a { _Alignas(16) char c; }; extern _Thread_local int mine;",
    """
    int compress([[sonde::out, sonde::bytes("*destLen")]] unsigned char *dest,
                 [[sonde::inout]] unsigned long *destLen,
                 [[sonde::bytes("sourceLen")]] const unsigned char *source, size_t sourceLen);
    [[sonde::owned("free")]] char *render(int width);
    """,
    "typedef struct point { double x, y; } point; enum color { red, green }; point f(enum color);",
    "#define LIMIT 16\nint fill(char (*rows)[LIMIT], int (*compare)(const void *, const void *));",
    "int limits[CHAR_BIT]; extern int big[INT32_MAX / 1000000]; int p(struct tm *, struct stat *);",
    "double _Complex root(double _Complex z); long double l(long double); __int128 i(__int128);",
  ])
  func `every compiler takes what is saved`(text: String) throws {
    let saved = try added(text, to: nil)
    try expectAccepted(saved)
    try expectAccepted(try added("size_t another(int32_t *restrict p, FILE *f);", to: saved))
  }

  @Test func `every compiler takes a function of each standard type`() throws {
    var text = ""
    for declaration in CHeader.standard.declarations {
      guard case .typedef = declaration.kind, declaration.file != nil,
        !declaration.name.hasPrefix("_")
      else { continue }
      text += "int take_\(declaration.name)(\(declaration.name) *x);\n"
    }
    #expect(text.contains("take_size_t"))
    try expectAccepted(try added(text, to: nil))
  }
}

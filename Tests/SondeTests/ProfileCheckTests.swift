import Foundation
import TestSupport
import Testing

/// Profiles from ltrace.conf(5) and debug information, checked against their libraries, exported.
@Suite struct ProfileCheckTests {
  private let home: TemporaryDirectory

  init() throws { home = try TemporaryDirectory() }

  private func sonde(_ arguments: String..., shipped: Bool = false) throws -> ProgramRun {
    var environment: [String: String?] = ["XDG_DATA_HOME": home.path]
    if !shipped { environment["SONDE_PROFILES"] = "" }
    return try runSonde(arguments, environment: environment)
  }

  private func profile(_ name: String) -> String { home.file("sonde/profiles/\(name).h") }

  @Test func `prototypes of ltrace become C, and what C has no type for is told`() throws {
    let conf = home.file("z.conf")
    try write(
      """
      ; checksums
      typedef size = ulong;
      ulong crc32(ulong, string[arg3], uint);
      size compressBound(size);
      int uncompress(+array(char, arg2*), +ulong*, array(char, arg4)*, ulong);
      octal(int) nowhere(int);
      wrong adler32(int);

      """, to: conf)
    let run = try sonde("profile", "import", "z", "--ltrace", conf)
    run.expectStatus(0)
    #expect(run.errorText.contains("z.conf:7"))
    try sonde("call", "z", #"crc32(0, "hello", 5)"#, "compressBound(100)")
      .expectOutput("907060870\n113\n")
    // What the library does not export is left out.
    #expect(!(try readText(of: profile("libz.so.1"))).contains("nowhere"))
  }

  @Test func `the file that comes with ltrace for the C library is understood`() throws {
    let conf = ["/usr/share/ltrace/libc.so.conf", "/etc/ltrace.conf"].first {
      FileManager.default.fileExists(atPath: $0)
    }
    let run = try sonde("profile", "import", "libc.so.6", "--ltrace", try #require(conf))
    run.expectStatus(0)
    let check = try sonde("profile", "check", "libc.so.6", "--json")
    let kinds = Set(try objects(check).compactMap { $0["kind"] as? String })
    // It is a lens, not a header: some types are only as good as showing them needs.
    #expect(kinds.isSubset(of: ["prototype", "layout"]), "\(check.text)")
    try sonde("call", "c", #"strlen("four")"#, #"atoi("17")"#).expectOutput("4\n17\n")
  }

  @Test func `what a profile has wrong is told with its place`() throws {
    _ = try home.makeFolder("sonde")
    try write(
      """
      unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);
      int crc33(int);
      int adler32(int;
      [[sonde::nonsense]] int deflateEnd(void *);

      """, to: home.makeFolder("sonde/profiles") + "/libz.so.1.h")
    let run = try sonde("profile", "check", "z", "--json")
    run.expectStatus(1)
    let problems = try objects(run)
    #expect(
      problems.contains {
        $0["kind"] as? String == "not_exported" && $0["name"] as? String == "crc33"
          && $0["line"] as? Int == 2
      })
    #expect(problems.contains { $0["kind"] as? String == "syntax" && $0["line"] as? Int == 3 })
    #expect(problems.allSatisfy { $0["file"] as? String == profile("libz.so.1") })
    let text = try sonde("profile", "check", "z")
    text.expectStatus(1)
    #expect(text.text.contains("no function 'crc33' is exported; did you mean 'crc32'?"))
  }

  @Test func `a profile is held against the profile below it, and against debug information`()
    throws
  {
    try sonde("profile", "add", "z", "int crc32(int a);").expectStatus(0)
    let other = try sonde("profile", "check", "z", "--json", shipped: true)
    other.expectStatus(1)
    #expect(try objects(other).map { $0["kind"] as? String } == ["profile"])

    try sonde("profile", "add", "libm.so.6", "float cos(float x);").expectStatus(0)
    let debug = try sonde("profile", "check", "libm.so.6", "--json")
    debug.expectStatus(1)
    #expect(try objects(debug).map { $0["kind"] as? String } == ["prototype"])
  }

  @Test func `a profile is held against C++ names`() throws {
    let library = SampleLibraries.path("geometry")
    try sonde(
      "profile", "add", library, "double _ZNK6Circle4areaEd(const void *circle, int scale);"
    ).expectStatus(0)
    let check = try sonde("profile", "check", library, "--json")
    check.expectStatus(1)
    #expect(try objects(check).map { $0["kind"] as? String } == ["prototype", "mangled"])
    let shown = try sonde("prototypes", library, "_ZNK6Circle4areaEd")
    shown.expectStatus(0)
    #expect(shown.text.contains("  C++ name says otherwise: /* result unknown */"), "\(shown.text)")
    #expect(shown.text.contains("  DWARF says otherwise: double"))
  }

  @Test func `debug information of a whole library becomes its profile`() throws {
    let run = try sonde("profile", "import", "libm.so.6", "--dwarf")
    run.expectStatus(0)
    #expect(try readText(of: profile("libm.so.6")).contains("double frexp("))
    try sonde("profile", "check", "libm.so.6").expectStatus(0)
    try sonde("call", "libm.so.6", "int e;", "frexp(10.0, &e)", "e").expectStatus(0)
  }

  @Test(arguments: ["libz.so.1", "libm.so.6", "libsqlite3.so.0", "libc.so.6"])
  func `an exported header is plain C and C++`(library: String) throws {
    let run = try sonde("profile", "export", library, shipped: true)
    run.expectStatus(0)
    #expect(!run.text.contains("sonde::"))
    try write(run.text, to: home.file("out.h"))
    for language in ["c", "c++"] {
      try ProgramRun.run(
        "/usr/bin/env", ["gcc", "-w", "-x", language, "-fsyntax-only", home.file("out.h")],
        environment: ["PATH": "/usr/bin:/bin"]
      ).expectStatus(0)
    }
  }
}

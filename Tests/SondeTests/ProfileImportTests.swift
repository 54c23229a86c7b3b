import Foundation
import TestSupport
import Testing

/// Taking declarations from headers into profiles, and the profiles that come with sonde.
@Suite struct ProfileImportTests {
  private let home: TemporaryDirectory

  init() throws { home = try TemporaryDirectory() }

  /// Without the profiles that come with sonde, unless asked for.
  private func sonde(
    _ arguments: String..., shipped: Bool = false, directory: String? = nil
  ) throws -> ProgramRun {
    var environment: [String: String?] = ["XDG_DATA_HOME": home.path]
    if !shipped { environment["SONDE_PROFILES"] = "" }
    return try runSonde(arguments, environment: environment, directory: directory)
  }

  private var profile: String { home.file("sonde/profiles/libz.so.1.h") }

  @Test func `a header makes functions callable, with its constants and types`() throws {
    try sonde("call", "z", #"crc32(0, "hello", 5)"#)
      .expectError(64, containing: "no prototype is known for 'crc32'")
    let run = try sonde("profile", "import", "z", "--header", "zlib.h")
    run.expectStatus(0)
    #expect(run.text.hasPrefix("\(profile): "))
    #expect(run.errorText == "")
    try sonde("call", "z", #"crc32(0, "hello", 5)"#, "Z_BEST_COMPRESSION", "zlib_version[0]")
      .expectOutput("907060870\n9\n'1'\n")
    let again = try sonde("profile", "import", "z", "--header", "zlib.h")
    #expect(again.text.hasPrefix("\(profile): nothing added; "))
  }

  @Test func `what the user wrote stays, and the difference is shown`() throws {
    let mine = "long crc32(int, const char *, char); // mine\n"
    _ = try home.makeFolder("sonde")
    try write(mine, to: home.makeFolder("sonde/profiles") + "/libz.so.1.h")
    let run = try sonde("profile", "import", "z", "--header", "zlib.h", "--json")
    run.expectStatus(0)
    #expect(run.errorText.contains("'crc32' is declared otherwise, and was kept"))
    #expect(run.errorText.contains("profile: long crc32(int, const char *, char);"))
    #expect(run.errorText.contains("offered: uLong crc32(uLong crc, const Bytef *buf, uInt len);"))
    let differences = try #require(try objects(run).first?["differences"] as? [[String: String]])
    #expect(differences.map { $0["name"] } == ["crc32"])
    let text = try readText(of: profile)
    #expect(text.contains(mine))
    #expect(text.contains("uLong adler32("))
    try sonde("profile", "import", "z", "--header", "zlib.h", "--replace").expectStatus(0)
    let replaced = try readText(of: profile)
    #expect(!replaced.contains("long crc32(int"))
    #expect(replaced.contains("uLong crc32(uLong crc, const Bytef *buf, uInt len); // mine"))
  }

  @Test func `a header of the user's own is found in a folder, with definitions`() throws {
    let folder = try home.makeFolder("include")
    try write(
      "#include <stddef.h>\nNUMBER crc32(NUMBER, const void *, unsigned);\n",
      to: folder + "/mine.h")
    try sonde(
      "profile", "import", "z", "--header", "mine.h", "-I\(folder)", "-D", "NUMBER=unsigned long"
    ).expectStatus(0)
    try sonde("call", "z", #"crc32(0, "hello", 5)"#).expectOutput("907060870\n")
    try sonde("profile", "import", "z", "--header", "mine.h")
      .expectError(1, containing: "mine.h: No such file or directory")
    try write("int nothing_of_it(void);\n", to: folder + "/other.h")
    try sonde("profile", "import", "z", "--header", folder + "/other.h")
      .expectError(1, containing: "libz.so.1 exports nothing that")
  }

  @Test func `well-known libraries need no declaration`() throws {
    try sonde("call", "libz.so.1", #"crc32(0, "hello", 5)"#, shipped: true)
      .expectOutput("907060870\n")
    try sonde("call", "m", "pow(2, 10)", "cos(M_PI)", "HUGE_VAL", shipped: true)
      .expectOutput("1024.0\n-1.0\nINFINITY\n")
    try sonde("call", "c", "SIG_IGN == (void *)1", #""%" PRId64"#, "DBL_DIG", shipped: true)
      .expectOutput("1\n\"%ld\"\n15\n")
    try sonde("call", "c", #"strlen("hello")"#, "abs(-3)", shipped: true).expectOutput("5\n3\n")
    try sonde(
      "call", "libsqlite3.so.0", "sqlite3_libversion_number() > 3000000",
      "SQLITE_VERSION[0]", "SQLITE_TRANSIENT", shipped: true
    )
    .expectOutput("1\n'3'\n0xffffffffffffffff\n")
  }

  @Test func `where sources disagree it is shown, and said before a call`() throws {
    let folder = try home.makeFolder("project")
    _ = try home.makeFolder("project/.sonde")
    try sonde("profile", "add", "z", "unsigned long crc32(unsigned long, const void *, unsigned);")
      .expectStatus(0)
    try sonde(
      "profile", "add", "z", "--project", "int crc32(unsigned long, const void *, unsigned);",
      directory: folder
    ).expectStatus(0)
    let listing = try sonde("prototypes", "z", "crc32", directory: folder)
    #expect(
      listing.text.contains("int crc32(unsigned long, const void *, unsigned int);  /* project: "))
    #expect(
      listing.text.contains(
        "  yours says otherwise: unsigned long crc32(unsigned long, const void *, unsigned int);"))
    let object = try #require(
      try objects(try sonde("prototypes", "z", "crc32", "--json", directory: folder)).first)
    let others = try #require(object["disagreements"] as? [[String: Any]])
    #expect(others.count == 1)
    #expect(others.first?["location"] as? String == "user")
    let call = try sonde("call", "z", #"crc32(0, "hello", 5)"#, directory: folder)
    call.expectStatus(0)
    #expect(call.errorText.contains("sources disagree on 'crc32'"))
    // The same types by other names are no disagreement.
    try sonde(
      "profile", "add", "z", "--project",
      "typedef unsigned long ul; ul crc32(ul, const void *buf, unsigned int len);",
      directory: folder
    ).expectStatus(0)
    let agreed = try sonde("call", "z", #"crc32(0, "hello", 5)"#, directory: folder)
    #expect(agreed.errorText == "")
  }

  @Test func `what is added to a project brings the user's types along`() throws {
    let folder = try home.makeFolder("project")
    _ = try home.makeFolder("project/.sonde")
    try sonde(
      "profile", "add", "z", "typedef unsigned char Bytef; typedef struct pair { Bytef *p; } pair;"
    ).expectStatus(0)
    try sonde(
      "profile", "add", "z", "--project", "unsigned long crc32(unsigned long, const Bytef *, int);",
      "int inflateEnd(pair *);", directory: folder
    ).expectStatus(0)
    let text = try readText(of: folder + "/.sonde/libz.so.1.h")
    #expect(text.contains("typedef unsigned char Bytef;"))
    #expect(text.contains("struct pair {"))
    let run = try ProgramRun.run(
      "/usr/bin/env", ["gcc", "-fsyntax-only", "-x", "c", folder + "/.sonde/libz.so.1.h"],
      environment: ["PATH": "/usr/bin:/bin"])
    run.expectStatus(0)
  }
}

import Foundation
import TestSupport
import Testing

/// The signature store, through the program, in a store of the test's own.
@Suite struct ProfileCommandTests {
  private let crc32 =
    "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);"
  private let home: TemporaryDirectory

  init() throws { home = try TemporaryDirectory() }

  private func sonde(_ arguments: String..., directory: String? = nil) throws -> ProgramRun {
    // The profiles that come with sonde would know everything that is added here.
    try runSonde(
      arguments, environment: ["XDG_DATA_HOME": home.path, "SONDE_PROFILES": ""],
      directory: directory)
  }

  private var profile: String { home.file("sonde/profiles/libz.so.1.h") }

  @Test func `what is added once is known from then on`() throws {
    try sonde("profile", "add", "libz.so.1", crc32).expectOutput(profile + "\n")
    try sonde("call", "libz.so.1", #"crc32(0, "hello", 5)"#).expectOutput("907060870\n")
    try sonde("call", "z", #"crc32(0, "hello", 5)"#).expectOutput("907060870\n")
    try sonde("profile", "path", "z").expectOutput(profile + "\n")
    let list = try objects(try sonde("profile", "list", "--json"))
    #expect(list.map { $0["name"] as? String } == ["libz.so.1"])
    #expect(list.map { $0["declarations"] as? Int } == [1])
    #expect(try sonde("profile", "show", "z").text == readText(of: profile))
  }

  @Test func `prototypes tell their source, file and line`() throws {
    try sonde("profile", "add", "z", crc32).expectStatus(0)
    let run = try sonde("prototypes", "z", "--json")
    run.expectStatus(0)
    let object = try #require(try objects(run).first)
    #expect(Set(object.keys) == ["name", "prototype", "source", "file", "line"])
    #expect(object["name"] as? String == "crc32")
    #expect(object["prototype"] as? String == crc32)
    #expect(object["source"] as? String == "profile")
    #expect(object["file"] as? String == profile)
    let line = try #require(object["line"] as? Int)
    #expect(
      try readText(of: profile).split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
        == crc32)
  }

  @Test func `adding again replaces in place, removing removes`() throws {
    try sonde("profile", "add", "z", crc32, "const char *zlibVersion(void);").expectStatus(0)
    let before = try readText(of: profile)
    try write(before.replacing(crc32, with: "/* checksum */\n" + crc32), to: profile)
    try sonde("profile", "add", "z", "size_t crc32(size_t, const void *, unsigned);")
      .expectStatus(0)
    let after = try readText(of: profile)
    #expect(after.contains("/* checksum */\nsize_t crc32(size_t, const void *, unsigned);\n"))
    #expect(!after.contains(crc32))
    try sonde("call", "z", #"crc32(0, "hello", 5)"#).expectOutput("907060870\n")
    try sonde("profile", "remove", "z", "crc32").expectStatus(0)
    #expect(try !readText(of: profile).contains("crc32"))
    #expect(try readText(of: profile).contains("zlibVersion"))
  }

  @Test func `a profile is accepted by C and C++ compilers`() throws {
    try sonde(
      "profile", "add", "z", crc32,
      "size_t crc32_z(size_t crc, const unsigned char *buf, size_t len);"
    )
    .expectStatus(0)
    for compiler in [["gcc", "-x", "c"], ["g++", "-x", "c++"]] {
      let run = try ProgramRun.run(
        "/usr/bin/env", compiler + ["-fsyntax-only", profile],
        environment: ["PATH": "/usr/bin:/bin"])
      run.expectStatus(0)
    }
  }

  @Test func `a slip of the pen is not saved`() throws {
    try sonde("profile", "add", "z", "unsigned long crc23(int);")
      .expectError(1, containing: "no function 'crc23' is exported; did you mean 'crc32'")
    try sonde("profile", "add", "z", "unsigned long crc32(unsigned long crc, ;")
      .expectError(64, containing: "^")
    #expect(!fileExists(profile))
    try sonde("profile", "add", "z", "--force", "unsigned long crc23(int);").expectStatus(0)
  }

  @Test func `of a damaged profile the rest counts, and it is never overwritten`() throws {
    try sonde("profile", "add", "z", crc32).expectStatus(0)
    let damaged = try readText(of: profile) + "int broken(int,;\nconst char *zlibVersion(void);\n"
    try write(damaged, to: profile)
    let run = try sonde("call", "z", #"crc32(0, "hello", 5)"#, "zlibVersion()")
    run.expectStatus(0)
    #expect(run.text.hasPrefix("907060870\n\"1."))
    #expect(run.errorText.contains("sonde: \(profile):5:16: "))
    #expect(run.errorText.contains("\n  int broken(int,;\n                 ^"))
    let refused = try sonde(
      "profile", "add", "z",
      "unsigned long adler32(unsigned long, const unsigned char *, unsigned);")
    refused.expectError(1, containing: "is damaged and was left as it is")
    #expect(try readText(of: profile) == damaged)
  }

  @Test func `a project's profile comes before the user's`() throws {
    _ = try home.makeFolder("project")
    let project = try home.makeFolder("project/.sonde")
    let inner = try home.makeFolder("project/inner")
    try sonde("profile", "add", "z", "long crc32(int);").expectStatus(0)
    try sonde("profile", "add", "--project", "z", crc32, directory: inner)
      .expectOutput("\(project)/libz.so.1.h\n")
    try sonde("call", "z", #"crc32(0, "hello", 5)"#, directory: inner).expectOutput("907060870\n")
    let shown = try sonde("prototypes", "z", "crc32", directory: inner)
    #expect(shown.text.contains("/* project: "))
    try sonde("call", "z", #"crc32(0, "hello", 5)"#).expectError(64, containing: "takes 1 argument")
  }

  @Test func `a profile bound to another build does not count, and that is said`() throws {
    try sonde("profile", "add", "z", crc32).expectStatus(0)
    try write("#pragma sonde build_id \"00ff\"\n" + readText(of: profile), to: profile)
    let run = try sonde("call", "z", #"crc32(0, "hello", 5)"#)
    run.expectError(64, containing: "not used, for it is bound to build 00ff")
  }

  @Test func `a home that cannot be written is an error that names it`() throws {
    try write("", to: home.file("sonde"))
    try sonde("profile", "add", "z", crc32).expectError(1, containing: home.file("sonde"))
  }
}

import TestSupport
import Testing

/// Calls kept as examples, and replayed on another build of the library.
@Suite struct ExampleTests {
  private let home: TemporaryDirectory

  init() throws { home = try TemporaryDirectory() }

  private func sonde(_ arguments: String...) throws -> ProgramRun {
    try runSonde(arguments, environment: ["XDG_DATA_HOME": home.path, "SONDE_PROFILES": ""])
  }

  /// The library with these constants in it.
  private func build(_ name: String, _ constants: String...) throws -> String {
    let folder = try home.makeFolder(name)
    try write(
      """
      #include <errno.h>
      #include <string.h>
      int scaled(int x) { return x * FACTOR; }
      int fill(char *text, int n) { strncpy(text, TEXT, n); return (int)strlen(TEXT); }
      int fail(void) { errno = ERROR; return -1; }
      int fragile(int x) { if (x == FATAL) *(volatile int *)0 = 1; return x; }

      """, to: folder + "/library.c")
    try ProgramRun.run(
      "/usr/bin/env",
      ["cc", "-shared", "-fPIC", "-Wl,-soname,libexample.so.1", "-o", folder + "/libexample.so"]
        + constants.map { "-D" + $0 } + [folder + "/library.c"],
      environment: ["PATH": "/usr/bin:/bin"]
    ).expectStatus(0)
    return folder + "/libexample.so"
  }

  private static let prototypes = """
    int scaled(int x);
    int fill([[sonde::out, sonde::string, sonde::bytes("n")]] char *text, int n);
    int fail(void);
    int fragile(int x);
    """

  @Test func `kept calls tell what another build does differently`() throws {
    let first = try build("first", "FACTOR=2", "TEXT=\"one\"", "ERROR=ENOENT", "FATAL=5")
    let second = try build("second", "FACTOR=2", "TEXT=\"two\"", "ERROR=EACCES", "FATAL=7")
    try sonde("profile", "add", first, Self.prototypes).expectStatus(0)
    try sonde(
      "call", first, "--keep", "scaled(4)", "scaled(scaled(1))", "fill(8)", "fail()", "fragile(5)"
    ).expectStatus(139)
    // Examples of an earlier run stay, also when the prototype came from the command line.
    try sonde("call", first, "--keep", "--declare", "int scaled(int x);", "scaled(5)")
      .expectStatus(0)
    let same = try sonde("profile", "verify", first, "--json")
    same.expectStatus(0)
    let statements = try objects(same).map { $0["statement"] as? String ?? "" }
    #expect(
      statements.sorted() == [
        "fail()", "fill(8)", "fragile(5)", "scaled(4)", "scaled(5)", "scaled(scaled(1))",
      ])
    let changed = try sonde("profile", "verify", second, "--json")
    changed.expectStatus(1)
    let differences = try objects(changed).flatMap { example in
      (example["differences"] as? [[String: Any]] ?? []).map { difference in
        let texts = ["part", "expected", "actual"].map { difference[$0] as? String ?? "" }
        return "\(example["statement"] as? String ?? ""): \(texts.joined(separator: ", "))"
      }
    }
    #expect(
      differences.sorted() == [
        "fail(): errno, ENOENT, EACCES", "fill(8): text, \"one\", \"two\"",
        "fragile(5): value, crashed SIGSEGV, 5",
      ])
  }

  @Test func `an example brings along what it needs`() throws {
    let library = try build("only", "FACTOR=3", "TEXT=\"one\"", "ERROR=1", "FATAL=5")
    try sonde("profile", "add", library, Self.prototypes).expectStatus(0)
    try sonde("call", library, "--keep", "int n = 5;", "scaled(n)", "n = 6;", "scaled(n)")
      .expectStatus(0)
    let run = try sonde("profile", "verify", library)
    run.expectOutput(
      """
      same      int n = 5; scaled(n)
      same      int n = 5; scaled(n); n = 6; scaled(n)
      2 of 2 examples are as they were

      """)
  }

  @Test func `a profile of another build is not believed, and that is said`() throws {
    let library = try build("bound", "FACTOR=3", "TEXT=\"one\"", "ERROR=1", "FATAL=5")
    let file = try sonde("profile", "add", library, Self.prototypes).lines.first ?? ""
    let text = try readText(of: file)
    try write("#pragma sonde build_id \"00112233\"\n" + text, to: file)
    let run = try sonde("call", library, "scaled(1)")
    run.expectStatus(64)
    #expect(run.errorText.contains("not used, for it is bound to build 00112233"))
    #expect(run.errorText.contains("no prototype is known for 'scaled'"))
  }
}

import Foundation
import TestSupport
import Testing

@Suite struct BadInputTests {
  /// What is not a library, and what the one line about it must say.
  private static let inputs: [(name: String, bytes: [UInt8], message: String)] = [
    ("empty.so", [], "empty"),
    ("text.so", Array("not a library\n".utf8), "expected"),
    ("short.so", [0x7f, 0x45, 0x4c], "expected"),
  ]

  @Test(arguments: inputs.indices)
  func `a file that is no library is named with what was expected`(index: Int) throws {
    let input = Self.inputs[index]
    let folder = try TemporaryDirectory()
    try Data(input.bytes).write(to: URL(filePath: folder.file(input.name)))
    for command in [["symbols"], ["call"], ["prototypes"], ["profile", "add"], []] {
      let rest = command == ["call"] || command.count == 2 ? ["int f(void);"] : []
      let run = try runSonde(command + [folder.file(input.name)] + rest)
      run.expectError(1, containing: folder.file(input.name))
      #expect(run.errorText.contains(input.message), "\(run.errorText)")
      #expect(run.errorText.hasPrefix("sonde: "))
      #expect(run.errorText.split(separator: "\n").count == 1, "\(run.errorText)")
    }
  }

  @Test(arguments: ["/nonexistent/libx.so", "/usr/lib", "/dev/null", "libnothing.so.7"])
  func `what is missing, a folder or a device is said so`(path: String) throws {
    for command in ["symbols", "prototypes"] {
      let run = try runSonde(command, path)
      run.expectError(1, containing: "sonde: \(path): ")
      #expect(run.errorText.split(separator: "\n").count == 1)
    }
  }

  @Test func `a named pipe is not waited for`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    try runSonde("symbols", path, within: 10).expectError(1, containing: "a named pipe")
  }

  @Test func `a truncated library is an error or a list with a note, never a crash`() throws {
    let folder = try TemporaryDirectory()
    let whole = try readBytes(of: SampleLibraries.path("globals"))
    for count in stride(from: 0, to: whole.count, by: max(64, whole.count / 40)) {
      let path = folder.file("cut.so")
      try Data(whole[..<count]).write(to: URL(filePath: path))
      let run = try runSonde("symbols", "--all", "--table", "all", path)
      #expect(run.ending == .exited(1), "\(count) bytes: \(run.ending)")
      #expect(run.errorText.contains(path), "\(count) bytes")
    }
  }

  @Test func `an executable is shown`() throws {
    let run = try runSonde("symbols", "--all", "/bin/sh")
    run.expectStatus(0)
    #expect(run.text.contains("exit"))
  }

  @Test(arguments: [
    (["call"], "Missing expected argument"),
    (["call", "c"], "statement"),
    (["call", "c", "--timeout", "0", "1"], "--timeout wants"),
    (["call", "c", "--timeout", "soon", "1"], "timeout"),
    (["call", "c", "--nonsense", "1"], "Unknown option"),
    (["symbols"], "Missing expected argument"),
    (["symbols", "c", "--sort", "colour"], "sort"),
  ])
  func `wrong usage is told with status 64`(arguments: [String], message: String) throws {
    let run = try runSonde(arguments)
    run.expectError(64, containing: message)
    #expect(run.errorText.hasPrefix("sonde: "))
  }

  @Test func `an argument that is not UTF-8 is refused, not changed`() throws {
    let run = try ProgramRun.run(
      "/bin/bash", ["-c", "\(Programs.sonde) call c $'((int (*)(const char *))puts)(\"\\xff\")'"],
      environment: ["PATH": "/usr/bin:/bin"])
    run.expectError(64, containing: "argument 3 is not UTF-8")
  }

  @Test func `a declaration with a mistake is shown with file, line and caret`() throws {
    let folder = try TemporaryDirectory()
    try write("int good(void);\nint bad(int, ;\n", to: folder.file("my.h"))
    let run = try runSonde("call", "c", "--header", folder.file("my.h"), "1")
    run.expectError(64, containing: "\(folder.file("my.h")):2:")
    #expect(run.errorText.contains("\n  int bad(int, ;\n"))
    #expect(run.errorText.contains("^"))
  }

  @Test func `a reader that goes away ends the listing quietly`() throws {
    let run = try ProgramRun.run(
      "/bin/sh", ["-c", "\(Programs.sonde) symbols c --all | head -n 1"],
      environment: ["PATH": "/usr/bin:/bin"])
    run.expectStatus(0)
    #expect(run.lines.count == 1)
    #expect(run.errorText.isEmpty)
  }

  @Test func `a full disk is an error`() throws {
    let run = try ProgramRun.run(
      "/bin/sh", ["-c", "\(Programs.sonde) call c 1 > /dev/full"],
      environment: ["PATH": "/usr/bin:/bin"])
    run.expectStatus(1)
    #expect(run.errorText.contains("No space left on device"))
  }

  @Test func `a probe that is missing or foreign is named`() throws {
    let statement = "((int (*)(int))abs)(1)"
    try runSonde("call", "c", statement, environment: ["SONDE_PROBE": "/nonexistent/probe"])
      .expectError(1, containing: "/nonexistent/probe")
    try runSonde("call", "c", statement, environment: ["SONDE_PROBE": "/bin/true"])
      .expectError(1, containing: "/bin/true is not the probe of this sonde")
  }

  @Test func `hostile symbol names cannot drive the terminal`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("hostile.so")
    var bytes = try readBytes(of: SampleLibraries.path("globals"))
    // Every "counter_get" becomes an escape sequence of the same length.
    let name = Array("counter_get".utf8)
    let hostile: [UInt8] = [0x1b, 0x5b, 0x32, 0x4a, 0xff] + Array("abcdef".utf8)
    for start in 0..<(bytes.count - name.count)
    where Array(bytes[start..<start + name.count]) == name {
      bytes.replaceSubrange(start..<start + name.count, with: hostile)
    }
    try Data(bytes).write(to: URL(filePath: path))
    let text = try runSonde("symbols", path)
    text.expectStatus(0)
    #expect(text.text.contains(#"\x1b[2J\xffabcdef"#))
    #expect(!text.output.contains(0x1b))
    let json = try runSonde("symbols", path, "--json")
    let names = try objects(json).compactMap { $0["name"] as? String }
    #expect(names.contains("\u{1b}[2J\u{fffd}abcdef"))
    #expect(
      try objects(json).contains { $0["name_hex"] as? String == "1b5b324aff616263646566" })
  }
}

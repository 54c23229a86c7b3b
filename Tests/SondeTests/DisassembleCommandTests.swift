import Foundation
import TestSupport
import Testing

@Suite struct DisassembleCommandTests {
  private let scratch: ScratchFolder
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.compile(
      """
      #include <stdio.h>
      int table[4];
      __attribute__((noinline)) int third(int x) { return table[x & 3]; }
      int say(int x) { puts("said"); return third(x) + 1; }
      """, as: "libcode.so", ["-shared", "-fPIC", "-O1"])
  }

  private func objects(_ arguments: String...) throws -> [[String: Any]] {
    let run = try runSonde(["disassemble"] + arguments + ["--json"])
    run.expectStatus(0)
    return try run.lines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `one object an instruction, without gaps`() throws {
    let code = try objects(path, "say")
    var address = try #require(code.first?["address"] as? Int)
    for instruction in code {
      #expect(instruction["address"] as? Int == address)
      let bytes = try #require(instruction["bytes"] as? String)
      address += bytes.count / 2
      #expect(instruction["mnemonic"] is String && instruction["operands"] is String)
    }
    #expect(code.last?["flow"] as? String == "return")
    let calls = code.filter { $0["flow"] as? String == "call" }
    let targets = calls.compactMap { $0["target"] as? [String: Any] }
    #expect(targets.map { $0["name"] as? String } == ["puts", "third"])
    #expect(targets.map { $0["kind"] as? String } == ["imported", "function"])
    #expect(targets.allSatisfy { $0["offset"] as? Int == 0 })
    #expect(code.contains { $0["comment"] as? String == "\"said\"" })
  }

  @Test func `for people`() throws {
    let run = try runSonde("disassemble", path, "say")
    run.expectStatus(0)
    #expect(run.errorText == "")
    #expect(run.lines.first?.hasPrefix("say: 0x") == true)
    #expect(run.lines.count { $0.hasSuffix("# puts") } == 1)
    #expect(run.lines.count { $0.hasSuffix("# third") } == 1)
    #expect(run.lines.last?.contains(" ret") == true)
  }

  @Test func `instructions that capstone does not know are said to be shown as bytes`() throws {
    #if arch(x86_64)
    // vmulsh of AVX-512 FP16, which is newer than capstone 4.
    let new = try scratch.compile(
      "__asm__(\".globl f\\n.type f,@function\\nf: .byte 0x62,0xf5,0x7e,8,0x59,0xc1\\n"
        + "ret\\n.size f,.-f\");", as: "new.so", ["-shared", "-fPIC"])
    let run = try runSonde("disassemble", new, "f")
    run.expectStatus(0)
    #expect(run.text.contains(" .byte   0x62, 0xf5, 0x7e, 0x08, 0x59, 0xc1\n"))
    #expect(
      run.errorText.hasPrefix(
        "sonde: \(new): 1 of 2 lines of f are data, or instructions that capstone "))
    #endif
  }

  @Test func `source lines stand above the instructions that they became`() throws {
    let source = """
      int table[4];
      \tint third(int x) {\tchar *mark = "\u{1b}[2J\u{202e}"; return table[x & 3] + *mark; }
      """
    let library = try scratch.compile(
      source, as: "liblines.so", ["-shared", "-fPIC", "-O0", "-g", "-w"])
    let run = try runSonde("disassemble", library, "third")
    run.expectStatus(0)
    #expect(run.errorText == "")
    let rows = run.lines.filter { $0.hasPrefix("  ; ") }
    #expect(rows.first?.hasPrefix("  ; liblines.so.c:2  int third(int x) { char *mark") == true)
    // What could drive a terminal is spelled out.
    #expect(!run.text.contains("\u{1b}") && !run.text.contains("\u{202e}"))
    let plain = try runSonde("disassemble", library, "third", "--no-source")
    #expect(plain.lines == run.lines.filter { !$0.hasPrefix("  ; ") })

    // Every instruction's line is objdump's.
    let truth = try ProgramRun.run(
      "/usr/bin/addr2line",
      ["-e", library]
        + objects(library, "third").map { "\($0["address"] as? Int ?? 0)" }.map {
          "0x" + String(Int($0) ?? 0, radix: 16)
        }, environment: [:])
    let found = try objects(library, "third").map { object in
      let place = object["source"] as? [String: Any]
      return "\(place?["file"] ?? ""):\(place?["line"] ?? "")"
    }
    #expect(found == truth.lines.map { String($0.prefix { $0 != " " }) })
    #expect(found.count > 5)

    // A source that was edited since is shown with a warning, one that is gone by its name.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: library + ".c")
    let edited = try runSonde("disassemble", library, "third")
    #expect(edited.errorText.contains("its lines may have moved"))
    try FileManager.default.removeItem(atPath: library + ".c")
    let gone = try runSonde("disassemble", library, "third")
    gone.expectStatus(0)
    #expect(gone.lines.contains("  ; liblines.so.c:2"))
  }

  @Test func `a source file that is a pipe or the library's own nonsense keeps nobody waiting`()
    throws
  {
    let library = try scratch.compile(
      "#line 5 \"/dev/zero\"\nint f(void) { return 1; }\n#line 7 \"pipe.c\"\nint g(void) { return 2; }",
      as: "libodd.so", ["-shared", "-fPIC", "-g"])
    #expect(mkfifo(scratch.path + "/pipe.c", 0o600) == 0)
    for name in ["f", "g"] {
      let run = try runSonde("disassemble", library, name)
      run.expectStatus(0)
      #expect(run.lines.contains { $0.hasSuffix(name == "f" ? "; zero:5" : "; pipe.c:7") })
    }
  }

  @Test func `who calls whom`() throws {
    let calls = try runSonde("disassemble", path, "say", "--calls")
    calls.expectStatus(0)
    #expect(
      calls.lines.map { $0.split(separator: " ").dropFirst() } == [
        ["call", "puts"], ["call", "third"],
      ])
    let callers = try objects(path, "third", "--callers")
    #expect(callers.map { $0["name"] as? String } == ["say"])
    #expect(callers.map { $0["reference"] as? String } == ["call"])
    let nobody = try runSonde("disassemble", path, "say", "--callers")
    nobody.expectStatus(0)
    #expect(nobody.text == "")
    #expect(nobody.errorText.contains("nothing in this library refers to say"))
  }

  @Test func `what cannot be shown ends with status 1, wrong usage with 64`() throws {
    try runSonde("disassemble", path, "table").expectError(1, containing: "table is data")
    try runSonde("disassemble", path, "puts").expectError(1, containing: "puts is imported")
    try runSonde("disassemble", path, "sey").expectError(1, containing: "did you mean say?")
    try runSonde("disassemble", "/nosuch.so", "f").expectError(1, containing: "no such file")
    try runSonde("disassemble", path).expectError(64, containing: "name")
    try runSonde("disassemble", path, "say", "--calls", "--callers")
      .expectError(64, containing: "ask one")
  }

  @Test func `a machine that capstone does not know is named`() throws {
    let library = "/usr/riscv64-linux-gnu/lib/libm.so.6"
    guard FileManager.default.fileExists(atPath: library) else { return }
    try runSonde("disassemble", library, "cos").expectError(1, containing: "RISC-V")
  }
}

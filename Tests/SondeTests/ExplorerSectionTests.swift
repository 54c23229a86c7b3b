import Glibc
import TestSupport
import Testing

/// The console, variables, memory, history and details of the real explorer.
@Suite(.serialized) struct ExplorerSectionTests {
  private func explorer(
    _ library: String, home: TemporaryDirectory, width: Int = 110, height: Int = 36
  ) throws -> Tmux {
    try Tmux(
      library, width: width, height: height,
      environment: [
        "XDG_DATA_HOME": home.path, "XDG_STATE_HOME": home.path, "LC_ALL": "C.UTF-8",
      ])
  }

  @Test func `statements of the console change variables, and the history undoes them`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer("libz.so.1", home: home)
    try terminal.wait(until: "adler32")
    try terminal.press("M-2")
    try terminal.wait(until: "a C statement")
    try terminal.type("int n = 3;")
    try terminal.press("Enter")
    try terminal.wait(until: "declared n")
    try terminal.paste(
      "n += 4;\nunsigned long crc32(unsigned long crc,\n  const void *buf, unsigned len);\n")
    try terminal.wait(until: "declared crc32")
    try terminal.wait(until: "3 → 7")
    try terminal.type("crc32(0, \"hello\", 5)")
    try terminal.press("Enter")
    try terminal.wait(until: "907060870")
    try terminal.type("int a = 20; a += n; a + 15")
    try terminal.press("Enter")
    try terminal.wait(until: "20 → 27")
    try terminal.wait(until: "= 42")
    try terminal.press("M-3")
    try terminal.wait { $0.contains("n ") && $0.contains(" 7") }
    try terminal.press("Enter")
    try terminal.wait(until: "1b 00 00 00")
    try terminal.press("M-5")
    try terminal.wait(until: "n += 4")
    for _ in 0..<5 { try terminal.press("Up") }
    try terminal.type("u")
    try terminal.wait(until: "undone")
    try terminal.press("M-3")
    try terminal.wait { $0.contains("n ") && $0.contains(" 3") }
    try terminal.press("M-2")
    try terminal.type(":save \(home.file("session.c"))")
    try terminal.press("Enter")
    try terminal.wait(until: "written to")
    let script = try readText(of: home.file("session.c"))
    #expect(script.contains("#pragma sonde library \"libz.so.1\""))
    #expect(script.contains("int n = 3;"))
    #expect(!script.contains("n += 4"))
    try terminal.press("C-c")
    try terminal.wait(until: "not saved")
    try terminal.type("d")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.survivors().isEmpty)

    // The next session recalls what was typed.
    let second = try explorer("libz.so.1", home: home)
    try second.wait(until: "adler32")
    try second.press("M-2")
    try second.type("int n")
    try second.press("Up")
    try second.wait(until: "int n = 3;")
    second.end()
  }

  @Test func `details show code and who refers to it`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer("libz.so.1", home: home)
    try terminal.wait(until: "adler32")
    try terminal.type("crc32")
    try terminal.press("F3")
    try terminal.wait(until: "instructions")
    try terminal.wait(until: "Referred to by ·")
    try terminal.press("Escape")
    try terminal.wait(until: "best match first")
    terminal.end()
  }

  @Test func `a function of debug information is called without a word, and a crash is shown`()
    throws
  {
    let home = try TemporaryDirectory()
    let terminal = try explorer(SampleLibraries.path("crashes"), home: home)
    try terminal.wait(until: "exports")
    // Every function is known before one is asked for.
    try terminal.wait { $0.contains(" typed · ") && !$0.contains(" 0 typed") }
    try terminal.type("call_null")
    try terminal.press("Enter")
    try terminal.wait(until: "DWARF")
    try terminal.press("Enter")
    try terminal.wait(until: "CRASHED")
    try terminal.wait(until: "call_null +")
    try terminal.wait(until: "registers")
    terminal.end()
  }

  @Test func `sizes, wrong keys and a killed probe leave the explorer usable`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer("libz.so.1", home: home)
    try terminal.wait(until: "adler32")
    try terminal.press("M-2")
    try terminal.type("int x = 5;")
    try terminal.press("Enter")
    try terminal.wait(until: "declared x")
    for (width, height) in [(60, 16), (20, 5), (200, 60), (110, 36)] {
      try terminal.resize(width: width, height: height)
      for key in ["M-1", "M-3", "M-4", "M-5", "M-6", "F1", "Escape", "F12", "M-9", "M-2"] {
        try terminal.press(key)
      }
    }
    try terminal.send(bytes: [0x1b, 0x5b, 0x39, 0x39, 0x39, 0x7a, 0xff, 0xc0, 0x00, 0x1c])
    try terminal.press("C-u")
    try terminal.wait(until: "declared x")
    for process in ProcessTable.marked(terminal.mark)
    where process.commandLine.contains("sonde-probe") {
      kill(process.id, SIGKILL)
    }
    try terminal.type("1 + 1")
    try terminal.press("Enter")
    try terminal.wait(until: "= 2")
    try terminal.type("int y = 6;")
    try terminal.press("Enter")
    try terminal.wait(until: "❯ int y = 6;")
    try terminal.type("int z = 7;")
    try terminal.press("Enter")
    try terminal.wait(until: "declared z")
    try terminal.press("C-c")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.survivors().isEmpty)
  }
}

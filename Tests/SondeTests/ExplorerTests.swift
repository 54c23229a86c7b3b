import Glibc
import TestSupport
import Testing

/// The real explorer in a real terminal.
@Suite(.serialized) struct ExplorerTests {
  private let crc32 =
    "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);"

  private func explorer(
    _ library: String, home: TemporaryDirectory, width: Int = 100, height: Int = 30
  ) throws -> Tmux {
    try Tmux(
      library, width: width, height: height,
      environment: ["XDG_DATA_HOME": home.path, "LC_ALL": "C.UTF-8", "SONDE_PROFILES": ""])
  }

  /// Answers the question for a prototype, unless debug information has answered it.
  private func declare(_ prototype: String, in terminal: Tmux) throws {
    let screen = try terminal.wait {
      $0.contains("› call")
        || $0.contains("No prototype is known") && !$0.contains("Looking into")
    }
    guard screen.contains("No prototype is known") else { return }
    try terminal.type(prototype)
    try terminal.press("Enter")
  }

  @Test func `from the list over the prototype to the result, and the next start knows it`() throws
  {
    let home = try TemporaryDirectory()
    let first = try explorer("libz.so.1", home: home)
    try first.wait(until: "adler32")
    try first.type("crc32")
    try first.wait(until: "crc32_combine")
    try first.press("Enter")
    try first.wait(until: "No prototype is known")
    try first.type(
      "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len;")
    try first.wait(until: "expected")
    try first.press("BSpace")
    try first.type(");")
    try first.press("Enter")
    try first.wait(until: "unsigned int len")
    try first.type("0")
    try first.press("Enter")
    try first.type("\"hello\"")
    try first.press("Enter")
    try first.type("5")
    try first.press("Enter")
    try first.wait(until: "907060870")
    try first.press("C-s")
    try first.wait(until: "libz.so.1.h")
    try first.press("C-c")
    #expect(try first.waitForExit() == 0)
    #expect(first.survivors().isEmpty)
    #expect(
      try readText(of: home.file("sonde/profiles/libz.so.1.h")).contains(
        "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);"))

    let second = try explorer("libz.so.1", home: home)
    try second.wait(until: "1 typed")
    try second.type("crc32")
    try second.press("Enter")
    try second.wait(until: "unsigned int len")
    second.end()
  }

  @Test func `an endless call is stopped by Esc, and the next one works`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer(SampleLibraries.path("crashes"), home: home)
    try terminal.wait(until: "exports")
    try terminal.type("loop_blocking")
    try terminal.wait(until: "loop_blocking_signals")
    try terminal.press("Enter")
    try declare("void loop_blocking_signals(void);", in: terminal)
    try terminal.wait(until: "loop_blocking_signals()")
    try terminal.press("Enter")
    try terminal.wait(until: "Esc")
    try terminal.wait(until: "stop")
    try terminal.press("Escape")
    try terminal.wait(until: "STOPPED")
    try terminal.press("Escape")
    try terminal.wait(until: "It takes no arguments")
    try terminal.press("Escape")
    try terminal.wait(until: "best match first")
    try terminal.press("C-u")
    try terminal.type("survivor")
    try terminal.press("Enter")
    try declare("int survivor(void);", in: terminal)
    try terminal.wait(until: "survivor()")
    try terminal.press("Enter")
    try terminal.wait(until: "= 1")
    terminal.end()
    #expect(terminal.survivors().isEmpty)
  }

  @Test func `a crash is shown with its address`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer("libc.so.6", home: home)
    try terminal.wait(until: "exports")
    try terminal.type("strlen")
    try terminal.wait(until: "strlen")
    try terminal.press("Enter")
    try declare("unsigned long strlen(const char *s);", in: terminal)
    try terminal.wait(until: "strlen(…)")
    try terminal.type("0")
    try terminal.press("Enter")
    try terminal.wait(until: "SIGSEGV")
    try terminal.wait(until: "0x0")
    terminal.end()
  }

  @Test func `killing the explorer during a call leaves nothing behind`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer(SampleLibraries.path("crashes"), home: home)
    try terminal.wait(until: "exports")
    try terminal.type("loop_busy")
    try terminal.wait(until: "1 shown")
    try terminal.press("Enter")
    try declare("void loop_busy(void);", in: terminal)
    try terminal.wait(until: "loop_busy()")
    try terminal.press("Enter")
    try terminal.wait(until: "stop")
    let identifier = try #require(try terminal.processIdentifier())
    // The probe and its snapshot, which need not be there at the same moment as the screen.
    try terminal.wait(within: 10) { _ in ProcessTable.descendants(of: identifier).count >= 2 }
    kill(identifier, SIGKILL)
    #expect(ProcessTable.marked(terminal.mark, goneWithin: 5).isEmpty)
    terminal.end()
  }

  @Test func `a terminal that is too small says so, and works again when it grows`() throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer("libz.so.1", home: home, width: 40, height: 10)
    try terminal.wait(until: "too small")
    try terminal.resize(width: 100, height: 30)
    try terminal.wait(until: "adler32")
    terminal.end()
  }

  @Test(arguments: [SIGTERM, SIGSEGV, SIGUSR1, SIGALRM])
  func `a signal leaves the terminal as it was`(signal: Int32) throws {
    let home = try TemporaryDirectory()
    let terminal = try explorer("libz.so.1", home: home)
    try terminal.wait(until: "adler32")
    #expect(try terminal.modes().alternate)
    kill(try #require(try terminal.processIdentifier()), signal)
    _ = try terminal.waitForExit()
    #expect(try !terminal.modes().alternate)
    terminal.end()
  }

  @Test func `without a terminal the explorer says what it needs`() throws {
    try runSonde("libz.so.1").expectError(1, containing: "is not a terminal")
  }
}

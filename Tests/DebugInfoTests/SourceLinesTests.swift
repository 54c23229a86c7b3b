import DebugInfo
import TestSupport
import Testing

@Suite struct SourceLinesTests {
  /// Expected: `addr2line` (binutils) for every symbol's address and a few bytes on.
  @Test(arguments: ["structs", "cxx", "variadics"])
  func `every function's first line is what addr2line says`(_ name: String) throws {
    let path = SampleLibraries.path(name)
    let folder = try TemporaryDirectory()
    let environment = TestEnvironment.isolated(home: folder)
    let listed = try ProgramRun.run(
      "/usr/bin/nm", ["--defined-only", path], environment: environment)
    let addresses = listed.lines.compactMap { line -> UInt64? in
      let words = line.split(separator: " ")
      guard words.count == 3, words[1].lowercased() == "t" || words[1] == "W" else { return nil }
      return UInt64(words[0], radix: 16)
    }.flatMap { [$0, $0 + 4] }
    try #require(addresses.count > 10)
    let truth = try ProgramRun.run(
      "/usr/bin/addr2line", ["-e", path] + addresses.map { "0x" + String($0, radix: 16) },
      environment: environment)
    let lines = try SourceLines(path: path)
    for (address, expected) in zip(addresses, truth.lines) {
      let text = lines.place(at: address).map { "\($0.file):\($0.line)" } ?? "??:0"
      let plain = String(expected.prefix { $0 != " " })
      #expect(text == plain || plain.hasSuffix(":?"), "0x\(String(address, radix: 16))")
    }
  }

  @Test func `a file that is no library is an error`() {
    #expect(throws: DebugInfoError.self) { try SourceLines(path: "/etc/passwd") }
    #expect(throws: DebugInfoError.self) { try SourceLines(path: "/nonexistent") }
  }
}

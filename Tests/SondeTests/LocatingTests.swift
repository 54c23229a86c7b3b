import Foundation
import TestSupport
import Testing

/// How a FILE argument finds its library, with libraries of our own in `LD_LIBRARY_PATH`.
@Suite struct LocatingTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    _ = try scratch.compile(
      "int from_zork(void) { return 1; }", as: "libzork.so.2", ["-shared", "-fPIC", "-nostdlib"])
  }

  private func symbols(of name: String) throws -> ProgramRun {
    try runSonde("symbols", name, environment: ["LD_LIBRARY_PATH": "/nosuch:\(scratch.path)"])
  }

  @Test func `a library name in LD_LIBRARY_PATH`() throws {
    #expect(try symbols(of: "libzork.so.2").text.hasSuffix(" from_zork\n"))
  }

  @Test func `a short name that the linker would find`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/libzork.so", withDestinationPath: "libzork.so.2")
    #expect(try symbols(of: "zork").text.hasSuffix(" from_zork\n"))
  }

  @Test(arguments: [
    "INPUT(libzork.so.2)", "/* text */ GROUP ( libnone.a AS_NEEDED ( libzork.so.2 ) )",
    "INPUT(libother.so)",
  ])
  func `a linker script is followed`(script: String) throws {
    _ = try scratch.write(Array("INPUT ( libzork.so.2 )".utf8), as: "libother.so")
    let path = try scratch.write(Array(script.utf8), as: "libzork.so")
    #expect(try symbols(of: "zork").text.hasSuffix(" from_zork\n"))
    #expect(try symbols(of: path).text.hasSuffix(" from_zork\n"))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["INPUT(-lloop)", "INPUT(libloop.so -lloop -lloop)"])
  func `a linker script that names itself ends in an error`(script: String) throws {
    let path = try scratch.write(Array(script.utf8), as: "libloop.so")
    let byName = try symbols(of: "loop")
    #expect(byName.ending == .exited(1))
    #expect(byName.errorText.hasPrefix("sonde: loop: no such file, and no library of that name"))
    let byPath = try symbols(of: path)
    #expect(byPath.ending == .exited(1))
    #expect(
      byPath.errorText.hasPrefix(
        "sonde: \(path): is a linker script; nothing that it names is a library here: "))
  }

  @Test func `a library of another machine is passed over`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/other", withIntermediateDirectories: true)
    var bytes = try Array(Data(contentsOf: URL(filePath: "\(scratch.path)/libzork.so.2")))
    // `e_machine`: something that no machine is.
    bytes[18] = 0xfe
    bytes[19] = 0xfe
    _ = try scratch.write(bytes, as: "other/libzork.so.2")
    let result = try runSonde(
      "symbols", "libzork.so.2",
      environment: ["LD_LIBRARY_PATH": "\(scratch.path)/other:\(scratch.path)"])
    #expect(result.ending == .exited(0))
    #expect(result.text.hasSuffix(" from_zork\n"))
  }

  @Test func `a file here comes before a library of that name`() throws {
    _ = try scratch.compile(
      "int from_here(void) { return 1; }", as: "libc.so.6", ["-shared", "-fPIC", "-nostdlib"])
    let result = try runSonde("symbols", "libc.so.6", directory: scratch.path)
    #expect(result.text.hasSuffix(" from_here\n"))
  }

  @Test func `a folder here does not hide a short name`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/m", withIntermediateDirectories: true)
    #expect(
      try runSonde("symbols", "m", "--match", "cos", directory: scratch.path).ending == .exited(0))
  }

  @Test func `a file name cannot drive the terminal`() throws {
    let result = try runSonde("symbols", "./a\u{1b}[2Jb")
    #expect(
      result.errorText == "sonde: ./a\\x1b[2Jb: no such file; expected an ELF shared library\n")
  }
}

import ELFModel
import ELFReader
import Foundation
import TestSupport
import Testing

@Suite struct DebugSymbolTests {
  private let scratch: ScratchFolder
  private let path: String
  private let whole: SymbolTable

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.compile(
      "static int hidden(int x) { return x + 1; } int f(int x) { return hidden(x); }",
      as: "lib.so", ["-shared", "-fPIC", "-O0", "-g", "-Wl,--build-id"])
    whole = try ELFReader.read(path: path, tables: [.symtab]).symtab
  }

  private func run(_ program: String, _ arguments: String...) throws {
    let process = try Process.run(URL(filePath: "/usr/bin/\(program)"), arguments: arguments)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
  }

  private func names(_ table: SymbolTable?) -> [String] {
    (table?.symbols ?? []).filter { $0.type == .function }.map { table?.name(of: $0) ?? "" }
  }

  @Test func `through the debug link`() throws {
    let debug = "\(scratch.path)/lib.so.debug"
    let stripped = "\(scratch.path)/stripped.so"
    try run("objcopy", "--only-keep-debug", path, debug)
    try run("objcopy", "--strip-all", "--add-gnu-debuglink=\(debug)", path, stripped)
    #expect(try ELFReader.read(path: stripped).symtab.symbols.isEmpty)
    let found = try #require(try ELFReader.debugSymbols(path: stripped))
    #expect(found.source == debug)
    #expect(found.table.symbols == whole.symbols)
    #expect(names(found.table) == names(whole))
    #expect(names(found.table).contains("hidden"))
  }

  @Test func `without build ids the checksum tells whether they belong together`() throws {
    let old = try scratch.compile(
      "static int g(void) { return 1; } int f(void) { return g(); }", as: "old.so",
      ["-shared", "-fPIC", "-O0", "-g", "-Wl,--build-id=none"])
    let debug = "\(scratch.path)/old.so.debug"
    let stripped = "\(scratch.path)/old-stripped.so"
    try run("objcopy", "--only-keep-debug", old, debug)
    try run("objcopy", "--strip-all", "--add-gnu-debuglink=\(debug)", old, stripped)
    #expect(try ELFReader.debugSymbols(path: stripped)?.source == debug)
    let handle = try FileHandle(forWritingTo: URL(filePath: debug))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([0]))
    try handle.close()
    #expect(try ELFReader.debugSymbols(path: stripped)?.source == nil)
    #expect(try ELFReader.facts(path: stripped).debugInformation.separateFileIsForeign)
  }

  @Test func `a debug file of another build is not taken`() throws {
    let debug = "\(scratch.path)/lib.so.debug"
    let stripped = "\(scratch.path)/stripped.so"
    try run("objcopy", "--only-keep-debug", path, debug)
    try run("objcopy", "--strip-all", "--add-gnu-debuglink=\(debug)", path, stripped)
    let other = try scratch.compile(
      "static int other(int x) { return x; } int f(int x) { return other(x); }", as: "other.so",
      ["-shared", "-fPIC", "-O0", "-g", "-Wl,--build-id"])
    try run("objcopy", "--only-keep-debug", other, debug)
    #expect(try ELFReader.debugSymbols(path: stripped)?.source == nil)
  }

  @Test func `packed into the file`() throws {
    // As Fedora's find-debuginfo makes it: the debug file without DWARF, packed.
    let small = "\(scratch.path)/mini"
    try run("objcopy", "--strip-debug", path, small)
    try run("xz", "--force", small)
    let stripped = "\(scratch.path)/stripped.so"
    try run(
      "objcopy", "--strip-all", "--add-section", ".gnu_debugdata=\(small).xz", path, stripped)
    let found = try #require(try ELFReader.debugSymbols(path: stripped))
    #expect(found.source == "\(stripped) (.gnu_debugdata)")
    #expect(names(found.table) == names(whole))
    #expect(try ELFReader.debugSymbolSource(path: stripped) == found.source)
  }

  @Test func `packed data that is damaged or would fill the memory is left alone`() throws {
    let bomb = "\(scratch.path)/bomb"
    try Data(count: 300 << 20).write(to: URL(filePath: bomb))
    try run("xz", "--force", "-0", bomb)
    let packed = "\(bomb).xz"
    for cut in [nil, 1000, 10, 0] {
      if let cut {
        try Data(contentsOf: URL(filePath: packed)).prefix(cut)
          .write(to: URL(filePath: packed))
      }
      let stripped = "\(scratch.path)/stripped.so"
      try run("objcopy", "--strip-all", "--add-section", ".gnu_debugdata=\(packed)", path, stripped)
      #expect(try ELFReader.debugSymbols(path: stripped)?.source == nil)
    }
  }

  @Test func `a file that has its own table needs no other`() throws {
    #expect(try ELFReader.debugSymbols(path: path)?.source == nil)
  }

  /// With Debian's libc6-dbg, through the build id.
  @Test func `the C library's own debug file agrees with it`() throws {
    let library = "/usr/lib/x86_64-linux-gnu/libc.so.6"
    guard FileManager.default.fileExists(atPath: library),
      let found = try ELFReader.debugSymbols(path: library)
    else { return }
    #expect(found.source.hasPrefix("/usr/lib/debug/.build-id/"))
    let exported = try ELFReader.read(path: library, tables: [.dynsym]).dynsym
    let malloc = exported.symbols.first { exported.name(of: $0) == "malloc" }
    let full = found.table.symbols.first { found.table.name(of: $0) == "malloc" }
    #expect(malloc?.value == full?.value)
    #expect(found.table.symbols.count > exported.symbols.count)
  }
}

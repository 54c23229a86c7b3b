import Foundation
import TestSupport
import Testing

@Suite struct SymbolsCommandTests {
  private let scratch: ScratchFolder
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.compile(
      """
      char data[24]; static int hidden_one(void) { return 1; }
      int second(void) { return hidden_one(); }
      __attribute__((weak)) int first(void) { return 2; }
      int _ZN3foo3barEi(int x) { return x; }
      __asm__(".globl \\"odd\\\\377name\\"\\n.set \\"odd\\\\377name\\", 5\\n");
      extern int puts(const char *); int third(void) { return puts(""); }
      """, as: "liblist.so", ["-shared", "-fPIC", "-nostartfiles"])
  }

  @Test func `what is exported, in columns`() throws {
    let result = try runSonde("symbols", path, "--sort", "name")
    #expect(result.ending == .exited(0))
    #expect(result.errorText == "")
    let rows = result.text.split(separator: "\n")
    #expect(rows[0].hasPrefix("ADDRESS          SIZE TYPE    BIND   NAME"))
    #expect(
      rows.dropFirst().map { $0.dropFirst(22) } == [
        "FUNC    GLOBAL _ZN3foo3barEi", "OBJECT  GLOBAL data", "FUNC    WEAK   first",
        "NOTYPE  GLOBAL odd\\xffname", "FUNC    GLOBAL second", "FUNC    GLOBAL third",
      ])
    #expect(rows[2].dropFirst(16).prefix(6) == "   24 ")
  }

  @Test func `one JSON object a symbol, keys in their order`() throws {
    let result = try runSonde("symbols", path, "--json", "--match", "*bar*")
    #expect(result.ending == .exited(0))
    let fields = try #require(result.text.firstMatch(of: /"value":(\d+),"size":(\d+)/))
    let section = try #require(result.text.firstMatch(of: /"section":(\d+)/))
    #expect(
      result.text
        == #"{"name":"_ZN3foo3barEi","version":null,"default":false,"value":\#(fields.1),"#
        + #""size":\#(fields.2),"type":"FUNC","bind":"GLOBAL","visibility":"DEFAULT","#
        + #""section":\#(section.1),"table":"dynsym","demangled":"foo::bar(int)"}"# + "\n")
  }

  @Test func `a name that is no UTF-8 has its bytes beside it`() throws {
    let result = try runSonde("symbols", path, "--json", "--match", "odd*")
    #expect(
      result.text.hasPrefix("{\"name\":\"odd\u{fffd}name\",\"name_hex\":\"6f6464ff6e616d65\","))
    #expect(result.text.contains(#""section":"ABS""#))
  }

  @Test func `a stripped library says where its symbols are, and shows them when asked`() throws {
    let debug = "\(scratch.path)/liblist.so.debug"
    let stripped = "\(scratch.path)/stripped.so"
    for arguments in [
      ["--only-keep-debug", path, debug],
      ["--strip-all", "--add-gnu-debuglink=\(debug)", path, stripped],
    ] {
      try Process.run(URL(filePath: "/usr/bin/objcopy"), arguments: arguments).waitUntilExit()
    }
    // By default it is what readelf prints of the file itself: nothing.
    let own = try runSonde("symbols", stripped, "--all", "--table", "symtab", "--json")
    #expect(own.ending == .exited(0))
    #expect(own.text == "")
    #expect(own.errorText.contains("--debug-symbols shows that of \(debug)"))
    let all = try runSonde("symbols", stripped, "--all", "--table", "all", "--json")
    #expect(!all.text.contains("\"symtab\""))
    #expect(all.errorText == "")
    let full = try runSonde("symbols", stripped, "--all", "--debug-symbols", "--json")
    #expect(full.ending == .exited(0))
    #expect(full.errorText.contains(".symtab is that of \(debug)"))
    #expect(
      full.text == (try runSonde("symbols", path, "--all", "--table", "symtab", "--json")).text)
  }

  @Test func `every entry of the table, imports and locals too`() throws {
    let dynamic = try runSonde("symbols", path, "--all").text
    #expect(dynamic.contains("UND     puts\n") || dynamic.contains(/UND .*puts\n/))
    #expect(!dynamic.contains("hidden_one"))
    let all = try runSonde("symbols", path, "--all", "--table", "all").text
    #expect(all.contains("hidden_one"))
    #expect(all.split(separator: "\n").count > dynamic.split(separator: "\n").count)
  }

  @Test func `demangled names are shown and searched`() throws {
    let result = try runSonde("symbols", path, "--demangle", "--match", "foo::")
    #expect(result.text.hasSuffix(" foo::bar(int)\n"))
    #expect(result.text.split(separator: "\n").count == 2)
  }

  @Test func `an object file shows its symtab`() throws {
    let object = try scratch.compile("int exported(void) { return 1; }", as: "one.o", ["-c"])
    #expect(try runSonde("symbols", object).text.hasSuffix(" exported\n"))
  }

  /// Like `nm`, which calls them `g.o:`.
  @Test func `a static archive lists the symbols of each member`() throws {
    let archive = "\(scratch.path)/libtwo.a"
    let objects = [
      try scratch.compile("int f(void) { return 1; }", as: "f.o", ["-c"]),
      try scratch.compile("extern int f(void); int g(void) { return f(); }", as: "g.o", ["-c"]),
      try scratch.write(Array("no object\n".utf8), as: "notes.txt"),
    ]
    for count in [2, 3] {
      try? FileManager.default.removeItem(atPath: archive)
      try Process.run(
        URL(filePath: "/usr/bin/ar"), arguments: ["rcs", archive] + objects.prefix(count)
      )
      .waitUntilExit()
      let result = try runSonde("symbols", archive)
      #expect(result.ending == .exited(count == 2 ? 0 : 1))
      #expect(
        result.errorText
          == (count == 2
            ? ""
            : "sonde: \(archive)(notes.txt): is a text file; expected an ELF shared library\n"))
      #expect(
        result.lines.map { $0.split(separator: " ").last ?? "" } == [
          "\(archive)(f.o):", "NAME", "f", "", "\(archive)(g.o):", "NAME", "g",
        ])
    }
    let json = try runSonde("symbols", archive, "--json", "--all", "--match", "[f]")
    #expect(json.lines.map { $0.suffix(6) } == [#"f.o"}"#, #"g.o"}"#].map { "\"" + $0 })
    #expect(json.lines.allSatisfy { $0.contains(#""table":"symtab""#) })
  }

  @Test func `a name that is not found`() throws {
    let result = try runSonde("symbols", "nosuch.so")
    #expect(result.ending == .exited(1))
    #expect(result.text == "")
    #expect(
      result.errorText
        == "sonde: nosuch.so: no such file, and no library of that name in LD_LIBRARY_PATH, "
        + "ld.so.cache or the default folders\n")
  }

  @Test func `a damaged file gives a partial list, a note and status 1`() throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let cut = try scratch.write(Array(bytes.dropLast(64)), as: "cut.so")
    let result = try runSonde("symbols", cut)
    #expect(result.ending == .exited(1))
    #expect(result.text.contains("second\n"))
    #expect(
      result.errorText
        == "sonde: \(cut): truncated or damaged: the section headers lie outside the file; "
        + "read through the dynamic segment\n")
  }

  @Test func `a reader that goes away is no failure`() throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug/sonde").path
    shell.arguments = ["-c", "'\(program)' symbols c --all --table all | head -1 >/dev/null"]
    let errors = Pipe()
    shell.standardError = errors
    try shell.run()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    #expect(complaint.isEmpty)
  }
}

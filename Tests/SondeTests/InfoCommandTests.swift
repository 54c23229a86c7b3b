import Foundation
import TestSupport
import Testing

@Suite struct InfoCommandTests {
  private let scratch: ScratchFolder
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.compile(
      "int data; int f(void) { return data; }", as: "libinfo.so",
      ["-shared", "-fPIC", "-Wl,-soname,libinfo.so.3", "-Wl,-z,now", "-Wl,--build-id=0xabcd"])
  }

  @Test func `for people`() throws {
    let result = try runSonde("info", path)
    #expect(result.ending == .exited(0))
    #expect(result.errorText == "")
    #expect(result.text.hasPrefix("\(path)\n  kind         shared library\n"))
    for line in ["  soname       libinfo.so.3\n", "  build id     abcd\n", "  RELRO        full\n"]
    {
      #expect(result.text.contains(line))
    }
  }

  @Test func `as JSON`() throws {
    let result = try runSonde("info", path, "--json")
    #expect(result.ending == .exited(0))
    let facts = try #require(
      JSONSerialization.jsonObject(with: Data(result.text.utf8)) as? [String: Any])
    #expect(facts["soname"] as? String == "libinfo.so.3")
    #expect(facts["build_id"] as? String == "abcd")
    #expect((facts["hardening"] as? [String: Any])?["relro"] as? String == "full")
    let sections = try #require(facts["sections"] as? [[String: Any]])
    #expect(sections.contains { $0["name"] as? String == ".dynsym" })
  }

  @Test func `a static archive lists its members`() throws {
    let object = try scratch.compile("int g;", as: "g.o", ["-c"])
    let archive = "\(scratch.path)/libg.a"
    let ar = try Process.run(
      URL(filePath: "/usr/bin/ar"), arguments: ["rcs", archive, object])
    ar.waitUntilExit()
    let result = try runSonde("info", archive)
    #expect(result.ending == .exited(0))
    #expect(result.text.contains("Members (1)\n"))
    #expect(result.text.contains(" g.o (object file, "))
    #expect(try runSonde("symbols", "\(archive)(g.o)").text.hasSuffix(" g\n"))
  }

  @Test func `another kind of file`() throws {
    let text = try scratch.write(Array("hello\n".utf8), as: "hello.txt")
    let result = try runSonde("info", text)
    #expect(result.ending == .exited(1))
    #expect(
      result.errorText == "sonde: \(text): is a text file; expected an ELF shared library\n")
  }
}

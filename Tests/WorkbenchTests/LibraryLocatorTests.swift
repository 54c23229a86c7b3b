import Foundation
import TestSupport
import Testing

@testable import Workbench

@Suite struct LibraryLocatorTests {
  @Test func `a path is taken as it is, even when nothing is there`() throws {
    #expect(try LibraryLocator.locate("./nosuch.so") == "./nosuch.so")
  }

  @Test(arguments: ["libc.so.6", "c", "libm.so.6", "m"])
  func `names of the C library are found`(name: String) throws {
    let path = try LibraryLocator.locate(name)
    let stem = name.contains("m") ? "libm.so.6" : "libc.so.6"
    #expect(path.hasPrefix("/"))
    #expect(path.hasSuffix(stem))
  }

  @Test func `a name that nothing has`() {
    let error = #expect(throws: LibraryNotFound.self) { try LibraryLocator.locate("nosuch.so") }
    #expect(
      error?.description
        == "nosuch.so: no such file, and no library of that name in LD_LIBRARY_PATH, ld.so.cache "
        + "or the default folders")
  }

  @Test func `a near name is suggested`() {
    let error = #expect(throws: LibraryNotFound.self) { try LibraryLocator.locate("libcc.so.6") }
    #expect(error?.suggestion == "libc.so.6")
  }
}

@Suite struct LinkerScriptTests {
  // glibc's own scripts.
  @Test func `group and as-needed`() {
    let text = """
      /* GNU ld script
         Use the shared library. */
      OUTPUT_FORMAT(elf64-x86-64)
      GROUP ( /lib/libc.so.6 /usr/lib/libc_nonshared.a  AS_NEEDED ( /lib64/ld-linux-x86-64.so.2 ) )
      """
    #expect(
      LinkerScript(Array(text.utf8))?.inputs
        == ["/lib/libc.so.6", "/usr/lib/libc_nonshared.a", "/lib64/ld-linux-x86-64.so.2"])
  }

  @Test func `input with commas, quotes and -l`() {
    #expect(
      LinkerScript(Array("INPUT(=/lib/a.so $SYSROOT/b.so =c.so)".utf8))?.inputs
        == ["/lib/a.so", "/b.so", "=c.so"])
    #expect(
      LinkerScript(Array("INPUT(\"a b.so\", -ltinfo,libncurses.so.6)".utf8))?.inputs
        == ["a b.so", "-ltinfo", "libncurses.so.6"])
  }

  @Test(arguments: ["INPUT(nosuch.so self.so)", "GROUP(AS_NEEDED(self.so) nosuch.so)"])
  func `a script that leads nowhere says what it wanted`(text: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(Array(text.utf8), as: "self.so")
    let error = #expect(throws: LibraryNotFound.self) { try LibraryLocator.locate(path) }
    #expect(Set(error?.scriptInputs ?? []) == ["nosuch.so", "self.so"])
    #expect(
      error?.description.hasPrefix(
        "\(path): is a linker script; nothing that it names is a library here: ") == true)
  }

  /// As glibc's `libm.a`; a shared library behind it would win.
  @Test func `a script of static archives leads to the first`() throws {
    let scratch = try ScratchFolder()
    _ = try scratch.write(Array("!<arch>\n".utf8), as: "one.a")
    _ = try scratch.write(Array("!<arch>\n".utf8), as: "two.a")
    let path = try scratch.write(Array("GROUP(one.a two.a)".utf8), as: "libm.a")
    #expect(try LibraryLocator.locate(path) == "\(scratch.path)/one.a")
  }

  @Test(arguments: ["", "hello", "/* GROUP(a) */", "GROUP", "GROUP(", ")", "SEARCH_DIR(/x)", "/*"])
  func `other text is no script`(text: String) {
    #expect(LinkerScript(Array(text.utf8)) == nil)
  }
}

@Suite struct LoaderCacheTests {
  @Test func `the machine's cache is read`() throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: "/etc/ld.so.cache")))
    let cache = LoaderCache(bytes)
    let path = try #require(cache.path(of: "libc.so.6"))
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(cache.path(of: "libc.so") != path)
    #expect(cache.entries.contains { $0.name == "libc.so.6" && $0.path == path })
  }

  @Test func `a damaged cache names nothing wrong`() throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: "/etc/ld.so.cache")))
    for size in stride(from: 0, to: bytes.count, by: 997) {
      _ = LoaderCache(Array(bytes[..<size])).entries
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      var damaged = bytes
      for _ in 0..<20 {
        damaged[Int.random(in: 0..<min(4000, bytes.count), using: &random)] = .random(in: 0...255)
      }
      let cache = LoaderCache(damaged)
      #expect(cache.entries.count <= bytes.count / 24)
      _ = cache.path(of: "libc.so.6")
    }
  }
}

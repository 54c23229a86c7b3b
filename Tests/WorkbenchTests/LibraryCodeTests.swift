import ELFModel
import Foundation
import TestSupport
import Testing

@testable import Workbench

private let zlib = "libz.so.1"

@Suite struct LibraryCodeTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private let source = """
    #include <stdio.h>
    int counter = 1;
    static const char *names[] = {"a", "b"};
    __attribute__((noinline)) static int hidden(int x) { return x * 3 + counter; }
    int twice(int x) { return hidden(x) + hidden(x + 1); }
    int greet(void) { puts("hello\\tworld"); return twice(2); }
    int (*chosen)(int) = twice;
    int (*choose(void))(int) { return twice; }
    const char *name(int i) { return names[i]; }
    __attribute__((noreturn)) void stop(void) { for (;;) puts("again and again"); }
    """

  private func build(_ options: [String] = [], as name: String = "code.so") throws -> LibraryCode {
    try LibraryCode(
      scratch.compile(source, as: name, ["-shared", "-fPIC", "-O1", "-g0"] + options))
  }

  // MARK: Names of what is referred to

  @Test(arguments: [["-fcf-protection=full"], ["-fno-plt"], ["-Wl,-z,now"], ["-Wl,-z,ibtplt"]])
  func `calls are shown by name whichever way they are linked`(options: [String]) throws {
    let code = try build(options)
    let calls = try code.references(from: "greet")
    #expect(calls.map(\.place.text) == ["puts", "twice"])
    #expect(calls.map(\.place.kind) == [.imported, .function])
    #expect(try code.references(from: "twice").map(\.place.text) == ["hidden", "hidden"])
    let text = try code.listing(of: "greet").lines.compactMap(\.text)
    #expect(text == [#""hello\tworld""#])
    let data = try code.listing(of: "hidden").lines.compactMap(\.place)
    #expect(data.contains(CodePlace(kind: .data, name: "counter")))
  }

  @Test func `who refers to a function, in code and in data`() throws {
    let code = try build()
    let callers = try code.references(to: "twice")
    let found = Set(callers.map { "\($0.kind) \($0.place.name)" })
    #expect(
      found == ["jump greet", "address choose", "pointer chosen"]
        || found == ["call greet", "address choose", "pointer chosen"])
    #expect(try code.references(to: "hidden").map(\.place.name) == ["twice", "twice"])
    #expect(try code.references(to: "greet").isEmpty)
  }

  @Test func `a stripped library names what has no symbol by its address`() throws {
    let path = try scratch.compile(source, as: "stripped.so", ["-shared", "-fPIC", "-O1", "-s"])
    let code = try LibraryCode(path)
    let calls = try code.references(from: "twice").map(\.place.name)
    #expect(calls.count == 2)
    let name = try #require(calls.first)
    #expect(name.hasPrefix("sub_"))
    #expect(try code.listing(of: name).lines.last?.instruction.flow == .return)
    #expect(try code.references(to: name).map(\.place.name) == ["twice", "twice"])
  }

  @Test func `an object file is read through its relocations`() throws {
    let path = try scratch.compile(source, as: "code.o", ["-c", "-O1", "-fPIC"])
    let code = try LibraryCode(path)
    #expect(try code.references(from: "greet").map(\.place.text) == ["puts", "twice"])
    #expect(try code.references(to: "twice").map(\.place.name).contains("greet"))
    let archive = "\(scratch.path)/libcode.a"
    let ar = try Process.run(URL(filePath: "/usr/bin/ar"), arguments: ["rcs", archive, path])
    ar.waitUntilExit()
    let member = try LibraryCode("\(archive)(code.o)")
    #expect(try member.references(from: "greet").map(\.place.text) == ["puts", "twice"])
  }

  @Test func `an executable linked to a fixed place has addresses as constants`() throws {
    let path = try scratch.compile(
      "#include <stdio.h>\nint main(void) { puts(\"fixed place\"); return 0; }", as: "fixed",
      ["-no-pie", "-fno-pie", "-O1"])
    let listing = try LibraryCode(path).listing(of: "main")
    #expect(listing.lines.compactMap(\.text) == [#""fixed place""#])
  }

  // MARK: Finding functions

  @Test func `every call in libz is found from both ends`() throws {
    let code = try LibraryCode(zlib)
    var calls: [String: Set<UInt64>] = [:]
    for entry in code.names.functions {
      let name = "0x\(String(entry.address, radix: 16))"
      guard let references = try? code.references(from: name) else { continue }
      for reference in references where reference.place.offset == 0 {
        calls[reference.place.name, default: []].insert(reference.address)
      }
    }
    for name in ["crc32", "adler32", "deflate", "inflateReset2", "deflateReset"] {
      let callers = try code.references(to: name).filter { $0.kind != .pointer }
      #expect(Set(callers.map(\.address)) == calls[name] ?? [], "\(name)")
    }
    #expect(calls.count > 50)
  }

  @Test func `functions are found by version, demangled name and address`() throws {
    let c = try LibraryCode("libc.so.6")
    let new = try c.listing(of: "memcpy@@GLIBC_2.14")
    let old = try c.listing(of: "memcpy@GLIBC_2.2.5")
    #expect(new.address != old.address)
    #expect(try c.listing(of: "memcpy").address == new.address)
    #expect(new.notes.contains { $0.contains("indirect function") })
    let inside = try c.listing(of: "0x\(String(new.address + 4, radix: 16))")
    #expect(inside.address == new.address)
    let cxx = try LibraryCode("libstdc++.so.6")
    let mangled = try cxx.listing(of: "_ZSt13set_terminatePFvvE")
    #expect(try cxx.listing(of: "std::set_terminate").address == mangled.address)
    #expect(try cxx.listing(of: "std::set_terminate(void (*)())").address == mangled.address)
  }

  @Test(arguments: [
    ("no_such_function", "no function is called no_such_function"),
    ("counter", "counter is data, not a function"),
    ("puts", "puts is imported: its code is in another library"),
    ("twise", "did you mean twice?"), ("0x1", "no code lies at 0x1"), ("", "no function"),
  ])
  func `what cannot be shown is said`(name: String, message: String) throws {
    let code = try build()
    do throws(CodeError) {
      _ = try code.listing(of: name)
      Issue.record("\(name) was found")
    } catch {
      #expect(error.description.contains(message))
    }
  }

  @Test func `several functions of one name are told apart by their addresses`() throws {
    let one = scratch.path + "/one.c"
    try "static int f(void) { return 1; } int g(void) { return f() + 1; }"
      .write(toFile: one, atomically: true, encoding: .utf8)
    let path = try scratch.compile(
      "static int f(void) { return 2; } int h(void) { return f() + 1; }", as: "two.so",
      ["-shared", "-fPIC", "-O0", one])
    let code = try LibraryCode(path)
    do throws(CodeError) {
      _ = try code.listing(of: "f")
      Issue.record("one of two was chosen")
    } catch {
      guard case .several(_, let addresses) = error else { throw error }
      #expect(addresses.count == 2)
      for address in addresses {
        #expect(try code.listing(of: "0x\(String(address, radix: 16))").name == "f")
      }
    }
  }

  @Test func `a debug file holds no code`() throws {
    let path = try scratch.compile(source, as: "whole.so", ["-shared", "-fPIC", "-g"])
    let debug = "\(scratch.path)/whole.debug"
    let objcopy = try Process.run(
      URL(filePath: "/usr/bin/objcopy"), arguments: ["--only-keep-debug", path, debug])
    objcopy.waitUntilExit()
    let code = try LibraryCode(debug)
    do throws(CodeError) {
      _ = try code.listing(of: "twice")
      Issue.record("code was found in a debug file")
    } catch {
      #expect(error == .noBytes(name: "twice"))
    }
  }
}

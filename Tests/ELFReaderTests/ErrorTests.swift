import ELFModel
import ELFReader
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct ErrorTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `a missing file`() {
    expect(path: "/no/such.so", "no such file; expected an ELF shared library")
  }

  @Test func `a path through a file`() throws {
    let file = try scratch.write([], as: "file")
    expect(path: "\(file)/x.so", "no such file; expected an ELF shared library")
  }

  @Test func `a directory`() {
    expect(path: scratch.path, "is a directory; expected an ELF shared library")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a named pipe that nobody writes to`() {
    let path = "\(scratch.path)/pipe"
    mkfifo(path, 0o600)
    expect(path: path, "is a named pipe; expected an ELF shared library")
  }

  @Test func `a device`() {
    expect(path: "/dev/zero", "is a device; expected an ELF shared library")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `an unreadable file`() throws {
    let path = try scratch.write([1], as: "secret.so")
    chmod(path, 0)
    expect(path: path, "cannot be read (Permission denied); expected an ELF shared library")
  }

  @Test(
    arguments: [
      ([], "is an empty file"), (Array("int main;\n".utf8), "is a text file"),
      ([0, 1, 2, 3], "is not an ELF file"), (Array("MZ\0\0".utf8), "is a Windows program"),
      ([0x42, 0x43, 0xc0, 0xde], "is LLVM bitcode"),
    ] as [([UInt8], String)])
  func `another kind of file`(bytes: [UInt8], kind: String) throws {
    let path = try scratch.write(bytes, as: "other")
    expect(path: path, "\(kind); expected an ELF shared library")
  }

  @Test func `an ELF file that ends in its header`() throws {
    let header: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]
    let path = try scratch.write(header, as: "short.so")
    expect(
      path: path,
      "is a truncated ELF file: 8 bytes, less than its header of 64; "
        + "expected a whole ELF shared library")
  }

  @Test(
    arguments: [
      ([3, 1, 1], "class 3 is neither 32 nor 64 bits"),
      ([2, 7, 1], "byte order 7 is neither little- nor big-endian"),
      ([2, 1, 9], "version 9 is not 1"),
    ] as [([UInt8], String)])
  func `an ELF header with values that do not exist`(identification: [UInt8], what: String) throws {
    let bytes = [0x7f, 0x45, 0x4c, 0x46] + identification + [UInt8](repeating: 0, count: 100)
    let path = try scratch.write(bytes, as: "odd.so")
    expect(path: path, "has a damaged ELF header: \(what); expected an ELF shared library")
  }

  @Test func `a static archive names a member to take out`() throws {
    let object = try scratch.compile("int f(void) { return 1; }", as: "member.o", ["-c"])
    let long = try scratch.compile(
      "int g(void) { return 1; }", as: "a_member_with_a_long_name.o", ["-c"])
    let archive = "\(scratch.path)/libf.a"
    let ar = try Process.run(
      URL(filePath: "/usr/bin/ar"), arguments: ["rcs", archive, object, long])
    ar.waitUntilExit()
    expect(
      path: archive,
      "is a static archive; expected an ELF shared library "
        + "(its members are object files: name one as '\(archive)(member.o)')")
    let member = try ELFReader.read(path: "\(archive)(a_member_with_a_long_name.o)")
    #expect(member.symtab.symbols.contains { member.symtab.name(of: $0) == "g" })
    #expect(member.header.isRelocatable)
    #expect(
      try ELFReader.archive(path: archive)?.members.map(\.name)
        == ["member.o", "a_member_with_a_long_name.o"])
    let error = #expect(throws: ELFReadError.self) {
      try ELFReader.read(path: "\(archive)(x.o)")
    }
    #expect(
      error?.description
        == "\(archive): has no member x.o; expected a member of the static archive")
  }

  @Test func `a thin archive lists files beside it`() throws {
    let scratch = try ScratchFolder()
    for name in ["one", "a_member_with_a_long_name"] {
      _ = try scratch.compile("int \(name)(void) { return 1; }", as: "\(name).o", ["-c"])
    }
    let archive = "\(scratch.path)/libthin.a"
    // Names are kept as they were given, relative to the archive's folder.
    let ar = Process()
    ar.executableURL = URL(filePath: "/usr/bin/ar")
    ar.arguments = ["rcsT", archive, "one.o", "a_member_with_a_long_name.o"]
    ar.currentDirectoryURL = URL(filePath: scratch.path)
    try ar.run()
    ar.waitUntilExit()
    let listing = try #require(try ELFReader.archive(path: archive))
    #expect(listing.isThin)
    #expect(listing.damage == [])
    #expect(listing.members.map(\.name) == ["one.o", "a_member_with_a_long_name.o"])
    #expect(listing.members.allSatisfy { $0.kind?.hasPrefix("object file") == true })
    let member = try ELFReader.read(path: "\(archive)(one.o)")
    #expect(member.symtab.symbols.contains { member.symtab.name(of: $0) == "one" })
    try FileManager.default.removeItem(atPath: "\(scratch.path)/one.o")
    #expect(
      try ELFReader.archive(path: archive)?.damage
        == ["one.o: \(scratch.path)/one.o is missing"])
  }

  /// A few kilobytes could stand for as many copies of a large file.
  @Test func `a thin archive that names a file again and again names it once`() throws {
    let scratch = try ScratchFolder()
    _ = try scratch.compile("int one(void) { return 1; }", as: "one.o", ["-c"])
    let member = "one.o/".padding(toLength: 48, withPad: " ", startingAt: 0) + "999       `\n"
    let text = "!<thin>\n" + String(repeating: member, count: 5000)
    let archive = try scratch.write(Array(text.utf8), as: "thin.a")
    let listing = try #require(try ELFReader.archive(path: archive))
    #expect(listing.members.map(\.name) == ["one.o"])
    #expect(listing.damage == ["4999 members are files that are members already; left out"])
  }

  @Test func `an archive that is cut off says where`() throws {
    let scratch = try ScratchFolder()
    let object = try scratch.compile("int f(void) { return 1; }", as: "member.o", ["-c"])
    let archive = "\(scratch.path)/libf.a"
    try Process.run(URL(filePath: "/usr/bin/ar"), arguments: ["rcs", archive, object])
      .waitUntilExit()
    let bytes = try Array(Data(contentsOf: URL(filePath: archive)))
    let short = try scratch.write(Array(bytes.dropLast(100)), as: "short.a")
    #expect(
      try ELFReader.archive(path: short)?.damage
        == ["member.o is cut off by the end of the archive"])
    let wrong = try scratch.write(bytes + Array("nothing".utf8), as: "wrong.a")
    #expect(
      try ELFReader.archive(path: wrong)?.damage
        == ["truncated or damaged: no member starts at byte \(bytes.count)"])
  }

  private func expect(path: String, _ why: String) {
    let error = #expect(throws: ELFReadError.self) { try ELFReader.read(path: path) }
    #expect(error?.description == "\(path): \(why)")
  }
}

import ELFModel
import ELFReader
import Foundation
import TestSupport
import Testing

/// Libraries of a usual Debian machine, and what its cross packages bring.
private let libraries = [
  "libc.so.6", "libm.so.6", "libz.so.1", "libsqlite3.so.0", "libcrypto.so.3", "libstdc++.so.6",
  "libgcc_s.so.1", "libncursesw.so.6", "libelf.so.1", "libLLVM-14.so.1", "libLLVM-15.so.1",
]
.flatMap { name in
  ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"].map { "\($0)/\(name)" }
}
/// What Debian's cross packages bring: shared libraries below `/usr/MACHINE/lib`.
private let foreign: [String] = {
  let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr")) ?? []
  return folders.filter { $0.contains("-linux-gnu") }.sorted().flatMap { machine in
    ["lib", "lib64", "lib32"].flatMap { folder in
      let path = "/usr/\(machine)/\(folder)"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.sorted().filter { $0.contains(".so") }.map { "\(path)/\($0)" }
    }
  }
  .filter { (try? startsAsELF($0)) == true }
}()

private func startsAsELF(_ path: String) throws -> Bool {
  let file = try FileHandle(forReadingFrom: URL(filePath: path))
  return try file.read(upToCount: 4) == Data([0x7f, 0x45, 0x4c, 0x46])
}

private func present(_ paths: [String]) -> [String] {
  paths.filter { FileManager.default.fileExists(atPath: $0) }
}

@Suite struct AgreementTests {
  @Test(arguments: present(libraries) + foreign)
  func `every symbol is what readelf prints`(path: String) throws {
    try expectAgreement(path)
  }

  /// 32 and 64 bits, both byte orders, and all that the design names.
  @Test func `the machines that are compared`() throws {
    guard !foreign.isEmpty else { return }
    let headers = Set(try foreign.map { try ELFReader.read(path: $0, tables: []).header })
    let machines = Set(headers.map(\.machineName))
    for machine in ["i386", "ARM", "AArch64", "RISC-V", "S/390", "PowerPC64", "MIPS"] {
      #expect(machines.contains(machine))
    }
    #expect(headers.contains { $0.bits == 32 && $0.isBigEndian })
    #expect(headers.contains { $0.bits == 64 && $0.isBigEndian })
  }

  @Test func `there are libraries to compare`() {
    #expect(present(libraries).count >= 3)
  }

  @Test func `an object file with more sections than 16 bits can count`() throws {
    let scratch = try ScratchFolder()
    var source = ""
    for index in 0..<65_400 {
      source += ".section .text.s\(index),\"ax\"\n.globl f\(index)\nf\(index): ret\n"
    }
    let path = try scratch.compile(source, as: "many", suffix: "s", ["-c"])
    try expectAgreement(path)
    let image = try ELFReader.read(path: path)
    let last = try #require(
      image.symtab.symbols.first { image.symtab.name(of: $0) == "f65399" })
    // 65,400 code sections after the null section, .text, .data and .bss.
    #expect(last.section == .index(65_403))
  }

  @Test func `symbols of every kind`() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.compile(
      """
      int data = 1; __thread int tls; int common[4]; static int local = 2;
      __attribute__((weak)) int weak(void) { return local; }
      __attribute__((visibility("protected"))) int protect(void) { return 1; }
      static void *resolve(void) { return (void *)protect; }
      int indirect(void) __attribute__((ifunc("resolve")));
      __asm__(".globl absolute\\n.set absolute, 77\\n");
      int f_old(void) { return 1; }
      int f_new(void) { return 2; }
      __asm__(".symver f_old, f@V1\\n.symver f_new, f@@V2\\n");
      extern int puts(const char *);
      int hello(void) { return puts("hello"); }
      """, as: "kinds.so",
      [
        "-shared", "-fPIC", "-fcommon", "-Wl,-soname,libkinds.so.2",
        "-Wl,--version-script=" + scratch.write(Array("V1 {}; V2 {} V1;".utf8), as: "v.map"),
      ])
    try expectAgreement(path)
    let image = try ELFReader.read(path: path)
    #expect(image.soname == "libkinds.so.2")
    #expect(image.needed == ["libc.so.6"])
    #expect(image.buildID?.count == 40)
    #expect(image.header.bits == 64)
    #expect(image.notes == [])
    let names = ListedSymbol.all(of: image).filter { $0.table == "dynsym" }.map(\.name)
    #expect(names.contains("f@V1"))
    #expect(names.contains("f@@V2"))
    let absolute = try #require(
      image.dynsym.symbols.first { image.dynsym.name(of: $0) == "absolute" })
    #expect(absolute.section == .absolute)
    #expect(absolute.value == 77)
  }

  @Test(arguments: ["sysv", "gnu", "both"])
  func `without section headers the dynamic segment tells the same`(hashStyle: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.compile(
      "#include <stdio.h>\nint one = 1; void two(void) { puts(\"2\"); } int three(void) { return 3; }",
      as: "lib.so", ["-shared", "-fPIC", "-Wl,--hash-style=\(hashStyle)"])
    let whole = try ELFReader.read(path: path, tables: [.dynsym])
    let stripped = try scratch.write(withoutSections(path), as: "stripped.so")
    let image = try ELFReader.read(path: stripped)
    #expect(image.notes == [])
    #expect(ListedSymbol.all(of: image) == ListedSymbol.all(of: whole))
    #expect(image.needed == whole.needed)
    #expect(image.buildID == whole.buildID)
  }

  @Test(
    arguments: present(libraries).filter { $0.hasSuffix("libz.so.1") || $0.hasSuffix("libm.so.6") })
  func `versions are found without section headers too`(path: String) throws {
    let scratch = try ScratchFolder()
    let whole = try ELFReader.read(path: path, tables: [.dynsym])
    let stripped = try scratch.write(withoutSections(path), as: "stripped.so")
    let image = try ELFReader.read(path: stripped)
    #expect(ListedSymbol.all(of: image) == ListedSymbol.all(of: whole))
    #expect(image.soname == whole.soname)
  }

  private func withoutSections(_ path: String) throws -> [UInt8] {
    var bytes = try Array(Data(contentsOf: URL(filePath: path)))
    // `e_shoff` at 40, `e_shnum` at 60, `e_shstrndx` at 62 of `Elf64_Ehdr`.
    for index in Array(40..<48) + Array(60..<64) { bytes[index] = 0 }
    return bytes
  }

  private func expectAgreement(_ path: String) throws {
    let image = try ELFReader.read(path: path)
    let found = ListedSymbol.all(of: image)
    let expected = try ReadelfListing.symbols(of: path)
    #expect(found.count == expected.count, "\(path)")
    #expect(image.notes == [], "\(path)")
    for (found, expected) in zip(found, expected) where found != expected {
      Issue.record("\(path): \(found) instead of \(expected)")
      return
    }
  }
}

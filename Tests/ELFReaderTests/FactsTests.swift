import ELFModel
import ELFReader
import Foundation
import TestSupport
import Testing

@Suite struct FactsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func facts(_ source: String, _ options: [String]) throws
    -> ELFFacts
  {
    let path = try scratch.compile(source, as: "subject", options)
    return try ELFReader.facts(path: path)
  }

  private func facts(_ options: [String]) throws -> ELFFacts {
    try facts("int f(void) { return 1; }", options)
  }

  @Test func `identity and search paths`() throws {
    let facts = try facts(
      "#include <math.h>\ndouble g(double x) { return cos(x); }",
      [
        "-shared", "-fPIC", "-Wl,-soname,libsubject.so.1", "-Wl,--enable-new-dtags",
        "-Wl,-rpath,$ORIGIN/x:/opt/y:relative::/tmp/z", "-Wl,--no-as-needed", "-lm",
        "-Wl,--build-id=0x0123456789abcdef",
      ])
    #expect(facts.soname == "libsubject.so.1")
    #expect(facts.needed == ["libm.so.6", "libc.so.6"])
    #expect(facts.runpath == ["$ORIGIN/x", "/opt/y", "relative", "", "/tmp/z"])
    #expect(facts.rpath == nil)
    #expect(facts.buildID == "0123456789abcdef")
    #expect(facts.interpreter == nil)
    #expect(facts.kind == "shared library")
    #expect(
      facts.hardening.pathRisks == [
        "relative is relative to the working directory",
        "an empty element means the working directory",
        "/tmp/z is in a folder that everybody may write to",
      ])
    #expect(facts.damage == [])
    #expect(facts.toolchain.contains { $0.contains("GCC") || $0.contains("clang") })
    #expect(facts.imports.contains { $0.library == "libm.so.6" && $0.names == ["cos"] })
  }

  @Test(arguments: [
    (["-Wl,-z,norelro", "-Wl,-z,lazy"], Hardening.RELRO.none, false),
    (["-Wl,-z,relro", "-Wl,-z,lazy"], .partial, false),
    (["-Wl,-z,relro", "-Wl,-z,now"], .full, true),
  ])
  func `relocations made read-only`(options: [String], relro: Hardening.RELRO, bindsNow: Bool)
    throws
  {
    let facts = try facts(["-shared", "-fPIC"] + options)
    #expect(facts.hardening.relro == relro)
    #expect(facts.hardening.bindsNow == bindsNow)
  }

  @Test func `an executable stack and writable code`() throws {
    let safe = try facts(["-shared", "-fPIC", "-Wl,-z,noexecstack"])
    #expect(safe.hardening.hasNonExecutableStack == true)
    #expect(safe.hardening.writableCodeSegments == 0)
    let unsafe = try facts(
      "__asm__(\".section .both,\\\"awx\\\",@progbits\\n.byte 0\\n.previous\\n\");",
      ["-shared", "-fPIC", "-Wl,-z,execstack"])
    #expect(unsafe.hardening.hasNonExecutableStack == false)
    #expect(unsafe.hardening.writableCodeSegments == 1)
  }

  @Test func `canaries and checked functions`() throws {
    let source = """
      #include <string.h>
      void sink(char *);
      void copy(const char *from) { char to[16]; strcpy(to, from); sink(to); }
      """
    let safe = try facts(
      source,
      [
        "-shared", "-fPIC", "-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2",
        "-fstack-protector-all",
      ])
    #expect(safe.hardening.hasStackCanary)
    #expect(safe.hardening.fortified == ["__strcpy_chk"])
    #expect(safe.hardening.unfortified == [])
    let unsafe = try facts(
      source, ["-shared", "-fPIC", "-O2", "-U_FORTIFY_SOURCE", "-fno-stack-protector"])
    #expect(!unsafe.hardening.hasStackCanary)
    #expect(unsafe.hardening.fortified == [])
    #expect(unsafe.hardening.unfortified == ["strcpy"])
  }

  @Test func `executables and object files`() throws {
    let main = "int main(void) { return 0; }"
    let pie = try facts(main, ["-pie", "-fPIE"])
    #expect(pie.hardening.isPositionIndependent)
    #expect(
      pie.interpreter?.hasPrefix("/lib") == true)
    #expect(
      pie.kind == "position-independent executable")
    let alone = try facts(main, ["-static-pie"])
    #expect(alone.interpreter == nil)
    #expect(alone.kind == "position-independent executable")
    // As libc does, which can be run.
    let both = try facts(
      "const char loader[] __attribute__((section(\".interp\"))) = \"/lib/ld.so\";",
      ["-shared", "-fPIC", "-Wl,-soname,libboth.so.1"])
    #expect(both.interpreter == "/lib/ld.so")
    #expect(both.kind == "shared library")
    let fixed = try facts(main, ["-no-pie"])
    #expect(!fixed.hardening.isPositionIndependent)
    #expect(fixed.header.typeName == "EXEC")
    let object = try facts(main, ["-c"])
    #expect(object.kind == "object file")
    #expect(object.segments == [])
    #expect(object.dynsymCounts == nil)
    #expect(object.symtabCounts?.exportedFunctions == 1)
  }

  @Test func `start-up code by name, in the order it runs`() throws {
    let facts = try facts(
      """
      __attribute__((constructor(200))) void second(void) {}
      __attribute__((constructor(101))) void first(void) {}
      __attribute__((destructor(101))) void last(void) {}
      __attribute__((destructor(200))) void before_last(void) {}
      """, ["-shared", "-fPIC", "-nostartfiles"])
    #expect(facts.constructors.map(\.name) == ["first", "second"])
    #expect(facts.constructors.allSatisfy { $0.origin == .initArray })
    #expect(facts.destructors.map(\.name) == ["before_last", "last"])
  }

  @Test func `sections, segments and relocations as they are`() throws {
    let facts = try facts(
      "int value = 1; int *pointers[3] = {&value, &value, &value};",
      ["-shared", "-fPIC", "-nostartfiles", "-nostdlib", "-g"])
    let names = facts.sections.map(\.name)
    #expect(names.contains(".dynsym") && names.contains(".debug_info"))
    let dynsym = try #require(facts.sections.first { $0.name == ".dynsym" })
    #expect(dynsym.typeName(machine: facts.header.machine) == "DYNSYM")
    #expect(dynsym.flagLetters == "A")
    #expect(facts.segments.contains { $0.typeName(machine: 62) == "GNU_STACK" })
    // Three words that hold the address of an exported variable.
    #expect(facts.relocations.reduce(0) { $0 + $1.count } == 3)
    #expect(facts.debugInformation.hasDWARF)
    #expect(facts.dynsymCounts?.exportedObjects == 2)
  }

  @Test func `a separate debug file beside the library is found`() throws {
    let path = try scratch.compile(
      "int f(void) { return 1; }", as: "lib.so",
      [
        "-shared", "-fPIC", "-g", "-Wl,--build-id",
      ])
    func objcopy(_ arguments: String...) throws {
      let process = try Process.run(URL(filePath: "/usr/bin/objcopy"), arguments: arguments)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let debug = "\(scratch.path)/lib.so.debug"
    let stripped = "\(scratch.path)/stripped.so"
    try objcopy("--only-keep-debug", path, debug)
    try objcopy("--strip-all", "--add-gnu-debuglink=\(debug)", path, stripped)
    let facts = try ELFReader.facts(path: stripped)
    #expect(!facts.debugInformation.hasDWARF)
    #expect(facts.debugInformation.linkName == "lib.so.debug")
    #expect(facts.debugInformation.separateFile == debug)
    #expect(!facts.debugInformation.separateFileIsForeign)
    // The debug file keeps the headers of tables whose contents it lacks.
    #expect(try ELFReader.facts(path: debug).damage == [])
  }

  @Test func `notes in words`() throws {
    let facts = try ELFReader.facts(path: "/proc/self/exe")
    let note = facts.notes.first { $0.typeName == "NT_GNU_ABI_TAG" }
    if let note { #expect(note.text?.hasPrefix("Linux ") == true) }
    let library = try self.facts(
      """
      __asm__(".section .note.package,\\"a\\",%note\\n.long 4, 8, 0xcafe1a7e\\n"
              ".asciz \\"FDO\\"\\n.asciz \\"{\\\\\\"a\\\\\\":1}\\"\\n.previous\\n");
      """, ["-shared", "-fPIC"])
    let package = try #require(library.notes.first { $0.owner == "FDO" })
    #expect(package.typeName == "NT_FDO_PACKAGING_METADATA")
    #expect(package.text == #"{"a":1}"#)
  }
}

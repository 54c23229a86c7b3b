import CLanguage
import DebugInfo
import TestSupport
import Testing

/// Debug information that lies in several files.
@Suite struct SplitFileTests {
  private static let common = """
    #include <stdio.h>
    #include <time.h>
    struct shared { int a; double b; struct tm when; FILE *file; };
    """

  @Test func `entries that two libraries share are found in the file that has them`() throws {
    let library = try CompiledLibrary(
      Self.common + "long first(struct shared *s, int (*f)(FILE *)) { return s->a; }")
    try write(
      Self.common + "double second(struct shared *s) { return s->b; }",
      to: library.folder.file("second.c"))
    try library.run(
      "/usr/bin/gcc", ["-g", "-O1", "-fPIC", "-shared", "-o", "libsecond.so", "second.c"])
    let before = try library.prototypes()
    try library.run("/usr/bin/dwz", ["-m", "common.dwz", library.path, "libsecond.so"])
    #expect(fileExists(library.folder.file("common.dwz")))
    let after = try library.prototypes()
    #expect(
      after == before && after["first"]?.text?.hasPrefix("long first(struct shared *s") == true)
    let header = DebugDeclarations(path: library.path).declaring(types: nil, over: .standard)
    // tm: four bytes nine times, padding, two of eight.
    #expect(try header.outline(named: "struct shared")?.members.map(\.offset) == [0, 8, 16, 72])
  }

  @Test func `parts that are not there are told`() throws {
    let library = try CompiledLibrary(
      "int here(int a) { return a; }", ["-gsplit-dwarf", "-dumpdir", "./"])
    let information = DebugDeclarations(path: library.path)
    let symbols = try DynamicSymbols.functions(of: library.path, library.environment)
    #expect(try information.prototypes(of: symbols, others: true).first?.text == "int here(int a)")
    #expect(information.notes() == [])

    let parts = namesInFolder(library.folder.path).filter { $0.hasSuffix(".dwo") }
    try library.run("/usr/bin/rm", parts)
    let without = DebugDeclarations(path: library.path)
    #expect(try without.prototypes(of: symbols, others: true).isEmpty)
    #expect(without.notes().first?.contains(".dwo files that are not there") == true)

    try write("", to: library.path + ".dwp")
    let packed = DebugDeclarations(path: library.path)
    #expect(packed.notes().first?.contains(".dwp, a package, which libdw does not read") == true)
  }

  @Test func `damaged units are told, with how many there are`() throws {
    let unit = try AssembledUnit(".uleb128 99\n")
    let information = DebugDeclarations(path: unit.library.path)
    _ = try information.prototypes(of: [], others: true)
    #expect(information.notes().first?.hasPrefix("1 unit is damaged") == true)
  }

  @Test func `functions written in assembler are said to be`() throws {
    let library = try CompiledLibrary(
      "int fine(int a) { return a; }", ["code.s"],
      extra: [
        "code.s": """
        .text
        .globl quick
        .type quick, @function
        quick: ret
        .size quick, 1
        .section .note.GNU-stack,"",@progbits

        """
      ])
    let information = DebugDeclarations(path: library.path)
    let symbols = try DynamicSymbols.functions(of: library.path, library.environment)
    let found = try information.prototypes(of: symbols, others: true)
    #expect(found.map(\.name) == ["fine", "quick"])
    #expect(found[1].text == nil && found[1].refusal?.contains("assembler") == true)
    #expect(
      information.declaring(functions: symbols, over: .standard).refusals["quick"]?
        .contains("assembler") == true)
  }
}

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
  }

  /// A tool, the flags that make the parts, and the compilers.
  struct Packing: Sendable, CustomTestStringConvertible {
    var tool: String
    var version: String
    var compilers: (c: String, cxx: String)
    var testDescription: String { "\(tool) \(version)" }
  }

  private static let clang = ["/usr/bin/clang", "/opt/swift/usr/bin/clang"].first(where: fileExists)
  private static let packings = [
    Packing(
      tool: "/usr/bin/dwp", version: "-gdwarf-4", compilers: ("/usr/bin/gcc", "/usr/bin/g++")),
    // gold's `dwp` ends with a fault, and llvm-dwp 14 never, on what gcc makes of DWARF 5.
    Packing(
      tool: "/usr/bin/llvm-dwp", version: "-gdwarf-5",
      compilers: (clang ?? "", (clang ?? "") + "++")),
  ].filter { fileExists($0.tool) && fileExists($0.compilers.c) }

  @Test(arguments: packings, [[], ["-fdebug-types-section"]])
  func `a package says what the files in it said`(_ packing: Packing, _ flags: [String]) throws {
    let home = try TemporaryDirectory()
    let environment = TestEnvironment.isolated(home: home)
    func run(_ program: String, _ arguments: [String]) throws {
      try ProgramRun.run(
        program, arguments, environment: environment, directory: home.path, within: 60
      ).expectStatus(0)
    }
    try write(
      Self.common + """
        static inline int twice(int a) { return 2 * a; }
        long first(struct shared *s, int (*f)(FILE *)) { return twice(s->a) + f(s->file); }
        """, to: home.file("a.c"))
    try write(
      """
      #include <string>
      struct shared;
      namespace ns {
      enum class Colour : unsigned char { red, green = 7 };
      struct Box { int a : 3; Colour colour; std::string text; };
      }
      double second(const ns::Box &box, ns::Colour colour) { return box.a + double(colour); }
      ns::Box third(struct shared *) { return {}; }
      """, to: home.file("b.cc"))
    let options = [packing.version, "-gsplit-dwarf", "-O1", "-fPIC", "-c"] + flags
    try run(packing.compilers.c, options + ["a.c", "-o", "a.o"])
    try run(packing.compilers.cxx, options + ["b.cc", "-o", "b.o"])
    let path = home.file("libparts.so")
    try run("/usr/bin/g++", ["-shared", "-o", path, "a.o", "b.o"])
    let before = try Self.findings(path, environment)
    try run(packing.tool, ["-e", path, "-o", path + ".dwp"])
    try run("/usr/bin/rm", ["a.dwo", "b.dwo"])
    let after = try Self.findings(path, environment)
    #expect(
      after.prototypes.map(\.text) == [
        "struct ns__Box *_Z5thirdP6shared(struct ns__Box *result, struct shared *)",
        "double _Z6secondRKN2ns3BoxENS_6ColourE(const struct ns__Box *box, enum ns__Colour colour)",
        "long first(struct shared *s, int (*f)(FILE *))",
      ])
    #expect(after.prototypes.map(\.source?.line) == [8, 7, 4])
    if flags.isEmpty {
      // Of the many sections that gcc has for types, libdw reads one.
      #expect(after.prototypes == before.prototypes)
      #expect(after.types == before.types)
    }
    #expect(after.notes == [])

    // Whatever is cut off, it is an answer.
    let bytes = try readBytes(of: path + ".dwp")
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 20)) {
      try write(Array(bytes.prefix(count)), to: path + ".dwp")
      _ = try Self.findings(path, environment)
    }
    var random = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<20 {
      var damaged = bytes
      for _ in 0..<20 {
        damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      try write(damaged, to: path + ".dwp")
      _ = try Self.findings(path, environment)
    }
    try write([], to: path + ".dwp")
    let empty = try Self.findings(path, environment)
    #expect(empty.notes.first?.contains("2 units have the debug information") == true)
  }

  private static func findings(
    _ path: String, _ environment: [String: String]
  ) throws -> (prototypes: [DebugPrototype], types: [String], notes: [String]) {
    let information = DebugDeclarations(path: path)
    let symbols = try DynamicSymbols.functions(of: path, environment)
    let prototypes = try information.prototypes(of: symbols, others: true)
    let header = information.declaring(types: nil, over: .standard)
    return (
      prototypes, header.outlines().map { "\($0.kind) \($0.name) \($0.size)" }.sorted(),
      information.notes()
    )
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

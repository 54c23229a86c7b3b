import CLanguage
import DebugInfo
import TestSupport
import Testing

/// Debug information that no compiler would write: what is sound beside it is still found, and what
/// is damaged is refused, never believed.
@Suite struct MalformedUnitTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var entries: String
    var unit = ".uleb128 1\n.byte 29"
    var sections = ""
    var abbreviations: String?
    /// What the function `broken` has to come out as; nil when it may be refused or missing.
    var text: String?
    /// Part of its refusal.
    var refusal: String?
  }

  /// The function `broken`, which gives back the type at a label.
  private static func function(_ type: String, _ parameters: String = "") -> String {
    ".byte 2\n.asciz \"broken\"\n.quad .Lcode\nR(\(type))\n\(parameters)\n.byte 0\n"
  }

  private static let int = ".Lint: .byte 13, 4, 5\n.asciz \"int\"\n"

  private static let cases: [Case] = [
    Case(
      testDescription: "a typedef of itself",
      entries: function("a") + ".La: .byte 4\n.asciz \"a\"\nR(a)\n",
      refusal: "made of itself"),
    Case(
      testDescription: "typedefs of each other",
      entries: function("a")
        + ".La: .byte 4\n.asciz \"a\"\nR(b)\n.Lb: .byte 4\n.asciz \"b\"\nR(a)\n",
      refusal: "made of itself"),
    Case(
      testDescription: "a pointer to itself",
      entries: function("a") + ".La: .byte 7\nR(a)\n", text: "void *broken(void)"),
    Case(
      testDescription: "a reference to itself through const",
      entries: function("a") + ".La: .byte 30\nR(b)\n.Lb: .byte 10\nR(a)\n"),
    Case(
      testDescription: "const of itself", entries: function("a") + ".La: .byte 10\nR(a)\n",
      refusal: "made of itself"),
    Case(
      testDescription: "an array of itself",
      entries: function("p") + ".Lp: .byte 7\nR(a)\n.La: .byte 11\nR(a)\n.byte 12, 3, 0\n"),
    Case(
      testDescription: "a struct that contains itself",
      entries: function("s")
        + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 8\n.byte 6\n.asciz \"m\"\nR(s)\n.byte 0, 0\n"),
    Case(
      testDescription: "a struct that is its own base",
      entries: function("s")
        + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 8\n.byte 28\nR(s)\n.byte 0, 0\n",
      unit: ".uleb128 1\n.byte 33"),
    Case(
      testDescription: "an enumeration of itself",
      entries: function("e") + ".Le: .byte 24\n.asciz \"e\"\nR(e)\n.byte 4, 0\n"),
    Case(
      testDescription: "a definition that specifies itself",
      entries: ".La: .byte 8\nR(a)\n.quad .Lcode\n.byte 0\n"),
    Case(
      testDescription: "definitions that specify each other",
      entries:
        ".La: .byte 8\nR(b)\n.quad .Lcode\n.byte 0\n.Lb: .byte 8\nR(a)\n.quad .Lcode\n.byte 0\n"),
    Case(
      testDescription: "an instance of itself",
      entries: ".La: .byte 9\nR(a)\n.quad .Lcode\n.byte 0\n"),
    Case(
      testDescription: "instances of each other",
      entries:
        ".La: .byte 9\nR(b)\n.quad .Lcode\n.byte 0\n.Lb: .byte 9\nR(a)\n.quad .Lcode\n.byte 0\n"),
    Case(
      testDescription: "an array of 2^62 elements",
      entries: function("p") + int
        + ".Lp: .byte 7\nR(a)\n.La: .byte 11\nR(int)\n.byte 12\n.uleb128 0x4000000000000000\n.byte 0\n"
    ),
    Case(
      testDescription: "an array of arrays of 2^40 elements, in a struct",
      entries: function("s") + int
        + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 8\n.byte 6\n.asciz \"m\"\nR(a)\n.byte 0, 0\n"
        + ".La: .byte 11\nR(b)\n.byte 12\n.uleb128 0x10000000000\n.byte 0\n"
        + ".Lb: .byte 11\nR(int)\n.byte 12\n.uleb128 0x10000000000\n.byte 0\n"),
    Case(
      testDescription: "a struct of 2^63 bytes",
      entries: function("s") + int
        + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 0x8000000000000000\n.byte 6\n.asciz \"m\"\nR(int)\n"
        + ".uleb128 0x7fffffffffffffff\n.byte 0\n"),
    Case(
      testDescription: "members beyond the end of their struct",
      entries: function("s") + int
        + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 4\n.byte 6\n.asciz \"m\"\nR(int)\n.uleb128 0x7fffffffff\n"
        + ".byte 0\n"),
    Case(
      testDescription: "a bit-field far away",
      entries: function("s") + int
        + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 4\n.byte 25\n.asciz \"m\"\nR(int)\n"
        + ".uleb128 40\n.uleb128 0x7fffffffffff\n.byte 0\n"),
    Case(
      testDescription: "a number of 255 bytes",
      entries: function("n") + ".Ln: .byte 13, 255, 5\n.asciz \"int\"\n", refusal: "integer"),
    Case(
      testDescription: "a type in the middle of another entry",
      entries: function("n") + ".byte 13, 4\n.Ln: .byte 5\n.asciz \"int\"\n"),
    Case(
      testDescription: "a type outside of the unit",
      entries: ".byte 2\n.asciz \"broken\"\n.quad .Lcode\n.long 0x7ffffff0\n.byte 0\n"),
    Case(
      testDescription: "an abbreviation that is not there", entries: int + ".uleb128 99\n"),
    Case(
      testDescription: "an abbreviation of a huge number",
      entries: int + ".uleb128 0xffffffffffffff\n"),
    Case(testDescription: "a form that nobody knows", entries: int + ".byte 19\n.asciz \"x\"\n"),
    Case(
      testDescription: "a form that names itself",
      entries: int + ".byte 20\n.byte 0x16, 0x16, 0x16\nR(int)\n"),
    Case(
      testDescription: "a form that names the form",
      entries: int + ".byte 20\n.byte 0x08\n.asciz \"x\"\nR(int)\n" + function("int"),
      text: "int broken(void)"),
    Case(
      testDescription: "a sibling that lies before",
      entries: int
        + ".Ls: .byte 18\nR(int)\n.asciz \"s\"\n.uleb128 4\n.byte 0\n" + function("int"),
      text: "int broken(void)"),
    Case(
      testDescription: "a sibling that is the entry itself",
      entries: int + ".Ls: .byte 18\nR(s)\n.asciz \"s\"\n.uleb128 4\n.byte 0\n" + function("int"),
      text: "int broken(void)"),
    Case(
      testDescription: "a sibling behind the unit",
      entries: int + ".byte 18\n.long 0x7fffffff\n.asciz \"s\"\n.uleb128 4\n.byte 0\n"),
    Case(
      testDescription: "a type of an unknown signature",
      entries: int + function("int", ".byte 21\n.quad 0x123456789\n")),
    Case(
      testDescription: "a type in a file that is not there",
      entries: int + function("int", ".byte 22\n.long 4\n")),
    Case(
      testDescription: "a type far behind the section",
      entries: int + function("int", ".byte 23\n.long 0xfffffff0\n")),
    Case(
      testDescription: "a name behind the section",
      entries: int + ".byte 27\n.long 0xfffffff0\nR(int)\n" + function("int"),
      text: "int broken(void)"),
    Case(
      testDescription: "indices without their tables",
      entries: ".byte 14, 5, 9, 0\n"),
    Case(
      testDescription: "indices into tables that lie elsewhere",
      entries: ".byte 14, 255, 255, 0\n",
      unit: ".uleb128 15\n.byte 29\n.long 0xffffff00, 0xffffff00",
      sections: ".section .debug_str_offsets,\"\",@progbits\n.long 8, 5, 0xffffffff\n"
        + ".section .debug_addr,\"\",@progbits\n.long 12\n.short 5\n.byte 8, 0\n.quad .Lcode"),
    Case(
      testDescription: "a file of a line table that is not there",
      entries: ".byte 17\n.asciz \"broken\"\n.quad .Lcode\n.uleb128 1000000\n.uleb128 3\n.byte 0\n",
      unit: ".uleb128 16\n.byte 29\n.long 0xfffffff0", text: "void broken(void)"),
    Case(
      testDescription: "a line table that promises 2^32 files",
      entries: ".byte 17\n.asciz \"broken\"\n.quad .Lcode\n.uleb128 1\n.uleb128 3\n.byte 0\n",
      unit: ".uleb128 16\n.byte 29\n.long .Ltable",
      sections: ".section .debug_line,\"\",@progbits\n.Ltable: .long .Lte - .Lts\n.Lts: .short 5\n"
        + ".byte 8, 0\n.long 40\n.byte 1, 1, 1, 0xfb, 14, 1, 1, 1, 0x1f\n.uleb128 0xffffffff\n"
        + ".long 0, 0, 0, 0\n.Lte:", text: "void broken(void)"),
    Case(
      testDescription: "a text without an end", entries: int,
      unit: ".uleb128 1\n.byte 29",
      sections: ".section .debug_info,\"\",@progbits\n.long 13\n.short 5\n.byte 1, 8\n"
        + ".long .Labbreviations\n.uleb128 1\n.byte 29, 27, 0x41, 0x41"),
    Case(
      testDescription: "abbreviations without an end", entries: function("int") + int,
      abbreviations: ".uleb128 1, 0x11\n.byte 1\n.uleb128 0x13, 0x0b"),
    Case(
      testDescription: "abbreviations that are all ones", entries: function("int") + int,
      abbreviations: ".fill 4096, 1, 0xff"),
    Case(
      testDescription: "10,000 pointers to pointers",
      entries: function("p0")
        + (0..<10_000).map { ".Lp\($0): .byte 7\nR(p\($0 + 1))\n" }.joined()
        + ".Lp10000: .byte 13, 4, 5\n.asciz \"int\"\n"),
    Case(
      testDescription: "10,000 typedefs of typedefs",
      entries: function("p0")
        + (0..<10_000).map { ".Lp\($0): .byte 4\n.asciz \"t\($0)\"\nR(p\($0 + 1))\n" }.joined()
        + ".Lp10000: .byte 13, 4, 5\n.asciz \"int\"\n"),
    Case(
      testDescription: "10,000 namespaces within each other",
      entries: String(repeating: ".byte 26\n.asciz \"n\"\n", count: 10_000) + int
        + String(repeating: ".byte 0\n", count: 10_000),
      unit: ".uleb128 1\n.byte 33"),
    Case(
      testDescription: "10,000 structs within each other",
      entries: String(repeating: ".byte 5\n.asciz \"n\"\n.uleb128 4\n", count: 10_000)
        + String(repeating: ".byte 0\n", count: 10_000) + int + function("int"),
      unit: ".uleb128 1\n.byte 33", text: "int broken(void)"),
    Case(
      testDescription: "entries that are never ended",
      entries: String(repeating: ".byte 5\n.asciz \"n\"\n.uleb128 4\n", count: 100)),
    Case(
      testDescription: "5,000 parameters",
      entries: int + function("int", String(repeating: ".byte 3\nR(int)\n", count: 5000)),
      refusal: "too many parameters"),
    Case(
      testDescription: "200,000 members",
      entries: function("s") + int + ".Ls: .byte 5\n.asciz \"s\"\n.uleb128 4\n.rept 200000\n"
        + ".byte 6\n.asciz \"m\"\n.long .Lint - .Lunit\n.uleb128 0\n.endr\n.byte 0\n"),
  ]

  @Test(arguments: cases)
  func `what is sound beside damage is found, what is damaged is not believed`(
    _ given: Case
  ) throws {
    let unit = try AssembledUnit(
      given.entries, unit: given.unit, sections: given.sections, abbreviations: given.abbreviations)
    let information = DebugDeclarations(path: unit.library.path)
    let symbols = try DynamicSymbols.functions(
      of: unit.library.path, unit.library.environment)
    let found = Dictionary(
      uniqueKeysWithValues: try information.prototypes(of: symbols, others: true)
        .map { ($0.name, $0) })
    #expect(found["fine"]?.text == "int fine(int a)")
    if let text = given.text { #expect(found["broken"]?.text == text) }
    // All of it, as types and as what a call would use.
    let types = information.declaring(types: nil, over: .standard)
    for outline in types.outlines() { #expect(outline.size >= 0) }
    let declared = information.declaring(functions: symbols, over: .standard)
    #expect(declared.header.function(named: "fine") != nil)
    if let refusal = given.refusal {
      // A prototype of names alone may name a type that is none; a call needs the type.
      #expect(declared.refusals["broken"]?.contains(refusal) == true)
      #expect(declared.header.function(named: "broken") == nil)
    }
    _ = information.declaring(variables: ["broken"], over: .standard)
  }
}

import CLanguage
import DebugInfo
import TestSupport
import Testing

/// Layouts against `pahole` (package dwarves), which reads DWARF by code of its own.
@Suite struct LayoutAgreementTests {
  private static let source = """
    #include <stdalign.h>
    struct holes { char a; long b; short c; };
    struct __attribute__((packed)) tight { char a; long b; short c; };
    struct __attribute__((packed, aligned(4))) tight4 { char a; long b; short c; };
    #pragma pack(push, 2)
    struct two { char a; long b; int c; };
    #pragma pack(pop)
    struct wide { char a; alignas(32) int b; char c; };
    struct one_packed { char a; int b __attribute__((packed)); long c; };
    struct bits { unsigned a : 3; unsigned b : 7; long c : 40; unsigned char d : 2; int : 0; int e : 1; };
    struct __attribute__((packed)) tight_bits { unsigned a : 3; unsigned long b : 50; char c; };
    struct flexible { int count; double values[]; };
    struct nested { struct { int x; union { float f; char c[7]; }; }; struct holes h[2]; };
    union either { char a; struct { short b; long c; } d; };
    struct __attribute__((aligned(64))) line { int a; };
    struct numbers { long double a; __int128 b; _Float128 c; float _Complex d; _Bool e; };
    typedef int aligned_int __attribute__((aligned(16)));
    struct typedefs { char a; aligned_int b; };
    struct pointers { void (*a)(int); const char *b[4]; int (*c)[3][5]; enum { X, Y = 300 } d; };
    struct holes v1; struct tight v2; struct tight4 v3; struct two v4; struct wide v5;
    struct one_packed v6; struct bits v7; struct tight_bits v8; struct flexible v9; struct nested v10;
    union either v11; struct line v12; struct numbers v14; struct typedefs v15;
    struct pointers v16;
    """

  @Test(arguments: [["-gdwarf-3"], ["-gdwarf-4"], ["-gdwarf-5"]])
  func `sizes and offsets are pahole's`(_ flags: [String]) throws {
    try compare(try CompiledLibrary(Self.source, flags), atLeast: 14)
  }

  @Test func `layouts that C can spell read back the same`() throws {
    let library = try CompiledLibrary(Self.source)
    let header = DebugDeclarations(path: library.path).declaring(types: nil, over: .standard)
    var text = CPrinter(header: header).textOfAllDeclarations()
    text.replace("\u{0}", with: "")
    var again = CHeader()
    #expect(again.declare(text).map(\.message) == [])
    for outline in header.outlines() where outline.kind == .struct || outline.kind == .union {
      let other = try again.outline(named: "\(outline.kind.rawValue) \(outline.name)")
      #expect(other?.size == outline.size && other?.alignment == outline.alignment)
      #expect(other?.members.map(\.offset) == outline.members.map(\.offset), "\(outline.name)")
    }
  }

  @Test func `a layout that C cannot spell stays as it is`() throws {
    let library = try CompiledLibrary(
      """
      struct Base { long a; char b; };
      struct Derived : Base { Derived(); char c; int d; };
      struct Tail { Tail(); long a; char b; };
      struct Reusing : Tail { char c; };
      Derived v; Reusing w;
      Derived::Derived() {} Tail::Tail() {}
      """, language: "cc")
    let header = DebugDeclarations(path: library.path).declaring(types: nil, over: .standard)
    let reusing = try #require(try header.outline(named: "struct Reusing"))
    // The member lies in the padding of the base: no C struct does that.
    #expect(reusing.size == 16 && reusing.members.map(\.offset) == [0, 9])
    #expect(
      header.definition(of: CRecordName(.struct, .tag("Reusing")))?.isLayoutForeign == true)
    #expect(
      header.definition(of: CRecordName(.struct, .tag("Base")))?.isLayoutForeign == false)
  }

  /// pahole knows no atomic types; expected as gcc's `offsetof` has it.
  @Test func `atomic members are aligned to their size`() throws {
    let library = try CompiledLibrary(
      """
      struct atomic { _Atomic char a; _Atomic long b; char d; _Atomic struct { int x, y; } c; };
      struct atomic v;
      """)
    let header = DebugDeclarations(path: library.path).declaring(types: nil, over: .standard)
    let outline = try #require(try header.outline(named: "struct atomic"))
    #expect(outline.size == 32 && outline.members.map(\.offset) == [0, 8, 16, 24])
  }

  // MARK: Whole libraries

  /// Types that are not listed, and why.
  private static let unlisted: Set<String> = [
    // The compiler's own, which is known without being declared.
    "__va_list_tag", "typedef __va_list_tag __va_list_tag",
  ]

  private static let libraries = [
    "/lib/x86_64-linux-gnu/libm.so.6", "/lib/x86_64-linux-gnu/libc.so.6",
    "/usr/lib/x86_64-linux-gnu/libpython3.11d.so.1.0", "geometry", "containers",
  ]

  @Test(arguments: libraries)
  func `every struct and union of a library is as pahole has it`(_ library: String) throws {
    let home = try TemporaryDirectory()
    let environment = TestEnvironment.isolated(home: home)
    let isSample = !library.hasPrefix("/")
    let path = isSample ? SampleLibraries.path(library) : library
    if !isSample, !fileExists(path) { return }
    let file = try Self.debugFile(of: path, environment)
    let run = try ProgramRun.run(
      "/usr/bin/pahole", ["-M", file], environment: environment, within: 120)
    let truth = PaholeText(run.lines)
    let header = DebugDeclarations(path: path).declaring(types: nil, over: .standard)
    var known: [String: [CTypeOutline]] = [:]
    for outline in header.outlines() where outline.kind == .struct || outline.kind == .union {
      // Of several types of one name the later ones have numbers.
      let name = outline.name.replacing(/__[0-9]+$/, with: "")
      known[name, default: []].append(outline)
    }
    var compared = 0
    for record in truth.records where !Self.unlisted.contains(record.name) {
      let name = CxxIdentifier.from(record.name)
      // Some of the C standard's are known before anything is read.
      let standard = try header.outline(named: "\(record.keyword) \(name)")
      let outlines = (known[name] ?? []) + (standard.map { [$0] } ?? [])
      #expect(!outlines.isEmpty, "\(record.name) of \(library) is missing")
      #expect(
        outlines.contains(where: record.agrees),
        "\(record.name) of \(library) is laid out otherwise")
      compared += 1
    }
    #expect(compared >= (isSample ? 10 : 40), "\(run.errorText)")
  }

  /// The file that has the debug information: pahole does not look for it.
  private static func debugFile(
    of path: String, _ environment: [String: String]
  ) throws -> String {
    let notes = try ProgramRun.run("/usr/bin/readelf", ["-n", path], environment: environment)
    guard let line = notes.lines.first(where: { $0.contains("Build ID: ") }),
      let id = line.split(separator: " ").last
    else { return path }
    let file = "/usr/lib/debug/.build-id/\(id.prefix(2))/\(id.dropFirst(2)).debug"
    return fileExists(file) ? file : path
  }

  private func compare(_ library: CompiledLibrary, atLeast: Int) throws {
    let header = DebugDeclarations(path: library.path).declaring(types: nil, over: .standard)
    let truth = PaholeText(try library.run("/usr/bin/pahole", ["-M", library.path]).lines)
    #expect(truth.records.count >= atLeast)
    for record in truth.records {
      let outline = try header.outline(named: "\(record.keyword) \(record.name)")
      #expect(outline.map(record.agrees) == true, "\(record.name)")
    }
  }
}

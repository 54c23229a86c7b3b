import ELFModel
import Testing

@testable import BrowserUI

/// The kinds that the list can be narrowed to, and names that are shown demangled.
@Suite struct SymbolKindTests {
  @Test func `Tab goes through the kinds that the library has`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    let expected: [(SymbolKind, Set<String>)] = [
      (
        .functions,
        [
          "compress", "crc32", "crc32_z", "deflateInit_", "fast_copy", "get_crc_table", "inflate",
          "zlibVersion",
        ]
      ),
      (.data, ["z_errmsg"]), (.threadLocal, ["z_last"]), (.imports, ["memcpy"]),
      (
        .untyped,
        [
          "compress", "crc32_z", "deflateInit_", "fast_copy", "get_crc_table", "inflate",
          "zlibVersion",
        ]
      ),
    ]
    for (kind, names) in expected {
      explorer.press(.tab)
      #expect(explorer.model.symbols.kind == kind)
      #expect(explorer.listedNames == names)
    }
    explorer.press(.tab, .tab)
    #expect(explorer.model.symbols.kind == .exports)
    explorer.press(.backTab)
    #expect(explorer.model.symbols.kind == .all)
    #expect(explorer.listedNames.count == 12)
  }

  @Test func `the counts of all kinds follow the filter`() {
    var explorer = Explorer(columns: 108)
    #expect(explorer.shows("Exports 11   Functions 8   Data 1   TLS 1   Imports 1   Untyped 8"))
    explorer.type("z_")
    #expect(explorer.shows("Data 1"))
    #expect(explorer.shows("TLS 1"))
    #expect(explorer.shows("Imports 0"))
  }

  @Test func `where the filter finds nothing it says where there is something`() {
    var explorer = Explorer()
    explorer.type("memcpy")
    #expect(explorer.shows("Nothing matches “memcpy” among the exports"))
    #expect(explorer.shows("1 match elsewhere"))
  }

  @Test func `a function that gets its prototype leaves the untyped ones`() {
    var explorer = Explorer()
    explorer.type("crc32")
    explorer.press(.tab, .tab, .tab, .tab, .tab)
    #expect(explorer.model.symbols.kind == .untyped)
    #expect(explorer.listedNames == ["crc32", "crc32_z"])
    explorer.press(.enter)
    explorer.type(Explorer.crc32Prototype)
    explorer.press(.enter, .escape)
    #expect(explorer.listedNames == ["crc32_z"])
  }

  @Test func `a click on a kind shows it`() throws {
    var explorer = Explorer()
    let place = try #require(explorer.place(of: "Imports 1"))
    explorer.send(.mouse(MouseEvent(.click, row: place.row, column: place.column + 2)))
    #expect(explorer.selectedName == "memcpy")
  }

  @Test func `local symbols of the full table are listed apart`() {
    var explorer = Explorer(
      [SymbolEntry("open_file")],
      symtab: [
        SymbolEntry("open_file"), SymbolEntry("helper", binding: .local),
        SymbolEntry("", type: .section, binding: .local),
        SymbolEntry("file.c", type: .file, binding: .local),
      ])
    #expect(explorer.listedNames == ["open_file"])
    #expect(explorer.shows("Local 1"))
    explorer.press(.backTab, .backTab)
    #expect(explorer.listedNames == ["helper"])
    // It has no name that the dynamic linker would find.
    explorer.press(.enter)
    #expect(explorer.shows("Symbols › helper"))
  }

  // MARK: Demangled names

  private static let area = "_ZNK5Shape4areaEd"
  private static let demangled = [area: "Shape::area(double) const"]

  @Test func `mangled names are shown and found as people write them`() {
    var explorer = Explorer(
      [SymbolEntry(Self.area), SymbolEntry("plain")], demangled: Self.demangled)
    #expect(explorer.shows("C++ Shape::area(double) const"))
    explorer.type("e::ar")
    #expect(explorer.listedNames == [Self.area])
    #expect(explorer.matchedText == "e::ar")
  }

  @Test func `a raw name pasted from an error message is found too, and shown as it is`() {
    var explorer = Explorer(
      [SymbolEntry(Self.area), SymbolEntry("plain")], demangled: Self.demangled)
    explorer.send(.paste("NK5Shape"))
    #expect(explorer.listedNames == [Self.area])
    #expect(explorer.matchedText == "NK5Shape")
    // What matches in both names is shown as people write it.
    explorer.press(.control("u"))
    explorer.type("Shape")
    #expect(explorer.shows("C++ Shape::area"))
  }

  @Test func `every screen of a C++ function has its readable name on top`() {
    var explorer = Explorer(
      [SymbolEntry(Self.area), SymbolEntry("plain")], demangled: Self.demangled)
    explorer.type("area")
    explorer.press(.enter)
    #expect(explorer.shows("Symbols › Shape::area(double) const › prototype"))
    explorer.type("double \(Self.area)(const void *, double);")
    explorer.press(.enter)
    #expect(explorer.shows("Symbols › Shape::area(double) const › call"))
    explorer.press(.function(3))
    #expect(explorer.shows("Symbols › Shape::area(double) const"))
  }

  @Test func `many mangled names are demangled while nothing else is going on`() {
    let names = (0..<5_000).map { "_Z\($0)" }
    let demangled = Dictionary(
      uniqueKeysWithValues: names.map { ($0, "name::of\($0.dropFirst(2))") })
    var explorer = Explorer(names.map { SymbolEntry($0) }, demangled: demangled)
    explorer.type("of499")
    #expect(explorer.listedNames.isEmpty)
    var steps = 0
    while explorer.model.wantsIdle, steps < 100 {
      explorer.send(.idle)
      steps += 1
    }
    #expect(explorer.selectedName == "_Z499")
    #expect(explorer.listedNames.isSuperset(of: (4990...4999).map { "_Z\($0)" }))
  }
}

extension Explorer {
  /// The raw names of all symbols listed.
  var listedNames: Set<String> {
    Set((0..<model.symbols.shownCount).map { model.workspace.name(model.symbols.row($0)) })
  }

  /// All letters of the selected row that are marked as matching.
  var matchedText: String {
    model.view().lines.flatMap(\.runs).filter { $0.style.role == .match }.map(\.text).joined()
  }
}

import Testing

@testable import BrowserUI

@Suite struct SymbolScreenTests {
  @Test func `typing filters and letters are never commands`() {
    var explorer = Explorer()
    explorer.type("q")
    #expect(explorer.takeEffects() == [])
    #expect(explorer.shows("Nothing matches “q”"))
    explorer.press(.escape)
    explorer.type("crc")
    #expect(explorer.shows("3 shown"))
    #expect(!explorer.shows("inflate"))
  }

  @Test func `Esc clears the filter and keeps the selected symbol`() {
    var explorer = Explorer()
    explorer.type("crc")
    explorer.press(.down, .escape)
    #expect(explorer.shows("11 shown"))
    #expect(explorer.selectedName == "crc32_z")
    explorer.press(.escape)
    #expect(explorer.shows("Ctrl-C or :q leaves"))
  }

  /// By name without regard to case; symbols of no section last.
  @Test func `the list is sorted by name, then by what F6 says`() {
    var explorer = Explorer()
    #expect(explorer.selectedName == "compress")
    explorer.press(.end)
    #expect(explorer.selectedName == "ZLIB_1.2.9")
    explorer.press(.home, .function(6), .home)
    #expect(explorer.selectedName == "ZLIB_1.2.9")
    explorer.press(.function(6), .home)
    #expect(explorer.selectedName == "inflate")
    // All in section 13, so by address; then by version, those without one last.
    explorer.press(.function(6), .home)
    #expect(explorer.selectedName == "z_last")
    explorer.press(.function(6), .home)
    #expect(explorer.selectedName == "crc32_z")
    explorer.press(.function(6), .home)
    #expect(explorer.selectedName == "crc32")
  }

  @Test func `the selection stays within the list and on the screen`() {
    let entries = (0..<500).map { SymbolEntry("f\(1000 + $0)", value: UInt64($0 * 16)) }
    var explorer = Explorer(entries, columns: 60, rows: 16)
    explorer.press(.up, .pageUp)
    #expect(explorer.selectedName == "f1000")
    // 16 rows: two on top, two at the bottom, the filter, the kinds and the titles.
    explorer.press(.pageDown)
    #expect(explorer.selectedName == "f1009")
    explorer.press(.end, .down)
    #expect(explorer.selectedName == "f1499")
    #expect(explorer.shows("f1499"))
    #expect(explorer.shows("f1491"))
    #expect(!explorer.shows("f1490"))
    explorer.press(.up)
    #expect(explorer.shows("f1499"))
    explorer.send(.resized(FrameSize(columns: 60, rows: 40)))
    #expect(explorer.selectedName == "f1498")
    #expect(explorer.shows("f1498"))
  }

  @Test func `badges say what is typed, what kind it is and whether it is weak`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    #expect(explorer.row(of: "crc32")?.hasPrefix(" ● F ") == true)
    #expect(explorer.row(of: "compress")?.hasPrefix(" ○ F ") == true)
    #expect(explorer.row(of: "inflate")?.hasPrefix(" ○ FW") == true)
    #expect(explorer.row(of: "z_errmsg")?.hasPrefix("   D ") == true)
    #expect(explorer.row(of: "z_last")?.hasPrefix("   T ") == true)
    #expect(explorer.row(of: "fast_copy")?.hasPrefix(" ○ I ") == true)
    #expect(explorer.shows("11 exports · 1 typed · 11 shown"))
    explorer.press(.backTab)
    #expect(explorer.row(of: "memcpy")?.hasPrefix(" ↓ U ") == true)
  }

  @Test(arguments: ["z_errmsg", "memcpy", "z_last"])
  func `what cannot be called shows its details and says why`(name: String) {
    var explorer = Explorer()
    // All symbols.
    explorer.press(.backTab)
    explorer.type(name)
    explorer.press(.enter)
    #expect(explorer.shows("Symbols › \(name)"))
    #expect(explorer.shows("at the console") || explorer.shows("Another library defines it"))
    explorer.press(.escape)
    #expect(explorer.shows("❯ \(name)"))
  }

  @Test func `Enter where nothing is shown only rings`() {
    var explorer = Explorer()
    explorer.type("no such thing")
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.bell])
    var empty = Explorer([])
    empty.press(.enter, .down, .end, .function(4), .function(6))
    #expect(empty.shows("This library exports nothing."))
  }

  @Test func `names from the file can never drive the terminal`() {
    let explorer = Explorer([SymbolEntry("evil\u{1b}[2J\u{202e}name")])
    #expect(explorer.shows(#"evil\x1b[2J"#))
    let scalars = explorer.screen.unicodeScalars.filter { $0 != "\n" }
    #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(scalars.allSatisfy { $0.properties.generalCategory != .format })
  }

  @Test func `a function whose name is no C identifier cannot be declared`() {
    var explorer = Explorer([SymbolEntry("frob.cold")])
    explorer.press(.enter)
    #expect(explorer.shows("not a C identifier"))
  }

  @Test func `the part of a long name where the match is shows`() {
    let name = String(repeating: "long_", count: 40) + "needle_at_the_end"
    var explorer = Explorer([SymbolEntry(name)], columns: 80, rows: 16)
    explorer.type("needle")
    #expect(explorer.row(of: "needle") != nil)
  }

  @Test func `aliases are symbols at the same place`() {
    var explorer = Explorer([
      SymbolEntry("memcpy", value: 0x40), SymbolEntry("memmove", value: 0x40),
      SymbolEntry("other", value: 0x80),
    ])
    explorer.send(.resized(FrameSize(columns: 160, rows: 30)))
    #expect(explorer.selectedName == "memcpy")
    #expect(explorer.shows("same place  memmove"))
  }

  @Test func `a large library is indexed while nothing else is going on`() {
    let entries = (0..<50_000).map { SymbolEntry("function_\($0)") }
    var explorer = Explorer(entries, profile: "int function_49999(void);")
    #expect(explorer.model.wantsIdle)
    #expect(explorer.shows("50,000 exports · 0+ typed"))
    var steps = 0
    while explorer.model.wantsIdle, steps < 100 {
      explorer.send(.idle)
      steps += 1
    }
    #expect(!explorer.model.wantsIdle)
    #expect(explorer.shows("50,000 exports · 1 typed"))
  }

  @Test func `a click selects, a double click opens, the wheel scrolls, hints are buttons`() throws
  {
    var explorer = Explorer()
    let row = try #require(explorer.place(of: "deflateInit_")?.row)
    explorer.send(.mouse(MouseEvent(.click, row: row, column: 30)))
    #expect(explorer.selectedName == "deflateInit_")
    explorer.send(.mouse(MouseEvent(.wheelDown, row: 5, column: 5)))
    #expect(explorer.selectedName == "inflate")
    explorer.send(.mouse(MouseEvent(.doubleClick, row: row, column: 30)))
    #expect(explorer.shows("Symbols › deflateInit_ › prototype"))
    let hint = try #require(explorer.place(of: "Esc back"))
    explorer.send(.mouse(MouseEvent(.click, row: hint.row, column: hint.column + 2)))
    #expect(explorer.shows("type to filter"))
    explorer.send(.mouse(MouseEvent(.click, row: 500, column: 500)))
    #expect(explorer.selectedName == "deflateInit_")
  }
}

extension Explorer {
  /// The symbol that the list has selected.
  var selectedName: String? {
    model.symbols.selected.map { model.workspace.name($0) }
  }

  /// The first row of the screen whose last word is, or that holds, the text.
  func row(of text: String) -> String? {
    let rows = screen.split(separator: "\n").map(String.init)
    return rows.first { $0.hasSuffix(" " + text) } ?? rows.first { $0.contains(text) }
  }

  /// Where a text stands on the screen.
  func place(of text: String) -> (row: Int, column: Int)? {
    for (row, line) in model.view().lines.enumerated() {
      if let range = line.text.firstRange(of: text) {
        return (row, line.text[..<range.lowerBound].count)
      }
    }
    return nil
  }
}

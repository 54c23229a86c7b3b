import CLanguage
import ELFModel
import Evaluation
import ProbeWire
import Testing

@testable import BrowserUI

/// What a call did besides returning, how it died, and going back.
@Suite struct EffectTests {
  private func outcome(_ report: StatementReport, profile: String = "") -> Explorer {
    var explorer = Explorer(profile: profile, columns: 100, rows: 50)
    explorer.press(.alt("2"))
    explorer.type(report.statement)
    explorer.press(.enter)
    explorer.send(.reported(report))
    return explorer
  }

  private var report: StatementReport {
    var report = StatementReport(
      statement: "fill(&n)", outcome: .returned(.void, .void), duration: 10)
    report.effects.changes = [
      MemoryChange(
        name: "n", address: 0x7000, length: 4, before: .value(.integer(.int), .signed(3)),
        after: .value(.integer(.int), .signed(7))),
      MemoryChange(
        name: "block", address: 0x8000, length: 32, before: .bytes([0, 255]), after: .bytes([1, 2])),
    ]
    let block = HeapBlock(address: 0x9000, size: 1_000)
    report.effects.allocations = AllocationReport(allocated: [block], freed: [], live: [block])
    report.effects.denials = [
      DeniedAccess(attempt: "to open /etc/x for writing", option: "--allow write=/etc")
    ]
    report.callbacks = [
      CallbackReport(
        name: "cmp", arguments: [TypedValue(type: .integer(.int), value: .signed(1))],
        result: TypedValue(type: .integer(.int), value: .signed(-1)))
    ]
    return report
  }

  @Test func `the console says in short what a call did`() {
    let explorer = outcome(report)
    #expect(explorer.shows("n  3 → 7"))
    #expect(explorer.shows("not freed: 1 block, 1,000 bytes"))
    #expect(explorer.shows("called back 1 time"))
    #expect(explorer.shows("denied: to open /etc/x for writing; --allow write=/etc allows it"))
  }

  @Test func `the outcome says all of it`() {
    var explorer = outcome(report)
    explorer.press(.function(3))
    for text in [
      "changed · 2", "n  3 → 7", "block  00 ff … → 01 02 …", "allocated · 1 block, 1,000 bytes",
      "0x9000  1,000 bytes", "callbacks · 1", "cmp(1) → -1",
    ] {
      #expect(explorer.shows(text), "\(text)")
    }
  }

  /// The registers are in the order of DWARF's numbers (System V ABI for x86-64, figure 3.36).
  @Test func `a crash shows the way there, the instruction and the registers`() {
    let registers = (0..<17).map { UInt64($0) + 0x100 }
    var report = StatementReport(
      statement: "boom()",
      outcome: .crashed(
        CrashReport(
          signal: 11, code: 1, faultAddress: 0x101, access: .write, programCounter: 0x110,
          stackPointer: 0x107)))
    report.crash = CrashDetails(
      explanation: "write to 0x101, which n held",
      backtrace: [
        CrashFrame(address: 0x110, function: "inner", library: "/usr/lib/libx.so", offset: 4),
        CrashFrame(address: 0x220, function: "boom", file: "/src/boom.c", line: 12),
      ], instruction: "mov dword ptr [rdx], 1", registers: registers)
    var explorer = outcome(report)
    #expect(explorer.shows("✗ CRASHED  SIGSEGV: write to 0x101, which n held"))
    explorer.press(.function(3))
    for text in [
      "0x110  mov dword ptr [rdx], 1", "0  inner + 0x4  libx.so", "1  boom  boom.c:12",
      "rax   0x100", "rdx   0x101", "rip   0x110",
    ] {
      #expect(explorer.shows(text), "\(text)")
    }
  }

  /// struct point { int x, y; }: 1, 2; struct line { struct point a, b; }.
  @Test func `structs are opened level by level`() {
    let type = CType.record(CRecordName(.struct, .tag("line")))
    let bytes: [UInt8] = [1, 2, 3, 4].flatMap { [$0, 0, 0, 0] }
    var explorer = outcome(
      StatementReport(statement: "l", outcome: .returned(type, .aggregate(bytes))),
      profile: "struct point { int x, y; }; struct line { struct point a, b; };")
    explorer.press(.function(3))
    #expect(!explorer.shows("    y = 4"))
    explorer.press(.right)
    #expect(explorer.shows("  b  struct point"))
    #expect(explorer.shows("    y = 4  int"))
    explorer.press(.left, .left)
    #expect(!explorer.shows("struct point\n"))
  }

  @Test func `undo goes back to before the statement selected`() {
    var explorer = Explorer()
    explorer.press(.alt("2"))
    let value = StatementOutcome.returned(.integer(.int), .signed(1))
    for (statement, outcome) in [
      ("a()", value), ("b()", .exited(status: 1)), ("c()", value), ("d()", value),
    ] {
      explorer.type(statement)
      explorer.press(.enter)
      explorer.send(.reported(StatementReport(statement: statement, outcome: outcome)))
    }
    _ = explorer.takeEffects()
    explorer.press(.alt("5"), .up)
    explorer.type("u")
    #expect(explorer.takeEffects() == [.evaluate(":undo 2")])
    explorer.send(
      .reported(StatementReport(statement: ":undo 2", outcome: .returned(.void, .void))))
    #expect(explorer.row(of: "c()")?.contains("undone") == true)
    #expect(explorer.row(of: "a()")?.contains("= 1") == true)
    // What was undone is no part of the session any more.
    explorer.type(":save s.c")
    explorer.press(.enter)
    guard case .write(let text, _)? = explorer.takeEffects().last else {
      Issue.record("nothing was written")
      return
    }
    #expect(text.contains("a();"))
    #expect(!text.contains("c()"))
    explorer.type(":undo")
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.evaluate(":undo")])
  }

  // MARK: Debug information

  private func knowledge(_ text: String) -> PrototypeKnowledge {
    var header = CHeader()
    _ = header.declare(text, file: "zlib.c")
    return PrototypeKnowledge(
      declarations: text, source: .dwarf,
      entries: [
        .init(
          source: .dwarf, text: text, place: "zlib.c:12", refusal: nil,
          claim: .declared(in: header)),
        .init(source: .mangled, text: nil, place: nil, refusal: "has a result that is not told"),
      ])
  }

  @Test func `what debug information knows can be called at once, and kept with one key`() {
    var explorer = Explorer()
    explorer.type("compress")
    explorer.press(.enter)
    let symbol = explorer.model.symbols.selected ?? 0
    #expect(explorer.takeAllEffects().contains(.learn(symbol: symbol, name: "compress")))
    explorer.send(.learned(symbol: symbol, knowledge("int compress(int level);")))
    #expect(explorer.shows("Symbols › compress › call"))
    #expect(explorer.shows("● DWARF"))
    #expect(!explorer.shows("not saved"))
    explorer.press(.function(8))
    #expect(explorer.shows("kept"))
    explorer.press(.control("s"))
    #expect(explorer.takeEffects().last == .save(["int compress(int level);"]))
  }

  @Test func `debug information is read below what is known, and shows how far it is`() {
    var explorer = Explorer(profile: "long crc32(long a);", columns: 120)
    explorer.press(.alt("2"))
    explorer.type("long inflate(char c);")
    explorer.press(.enter)
    explorer.send(
      .reported(StatementReport(statement: "long inflate(char c);", outcome: .declared([]))))
    explorer.press(.alt("1"))
    #expect(explorer.shows(" 2 typed · "))
    // What the profile declares is below, and is not asked for.
    var lower = CHeader()
    _ = lower.declare("long crc32(long a);", file: "libz.so.1.h")
    var header = CHeader(over: lower)
    _ = header.declare(
      "struct level { int n; }; int compress(struct level l); int inflate(void);", file: "zlib.c")
    explorer.send(.debugInformation(header, news: header.declarations, percent: 40))
    #expect(explorer.shows(" 3 typed, 40 % read · "))
    explorer.send(.debugInformation(header, news: [], percent: 100))
    #expect(explorer.shows(" 3 typed · "))
    explorer.type("compress")
    #expect(explorer.shows("int compress(struct level l);"))
    #expect(explorer.shows("● DWARF"))
    explorer.press(.enter)
    let symbol = explorer.model.symbols.selected ?? 0
    #expect(explorer.takeAllEffects().contains(.learn(symbol: symbol, name: "compress")))
    let text = "struct level { int n; }; int compress(struct level l);"
    explorer.send(.learned(symbol: symbol, knowledge(text)))
    explorer.press(.function(8), .control("s"))
    #expect(explorer.takeEffects().last == .save(["long inflate(char c);", text]))
    // What the user said stays above it.
    explorer.press(.escape, .escape)
    explorer.type("inflate")
    #expect(explorer.shows("long inflate(char c);"))
  }

  @Test func `of a C++ function only the result is asked for`() throws {
    let name = "_ZNK5Shape4areaEd"
    var explorer = Explorer([SymbolEntry(name)], columns: 120)
    explorer.press(.enter)
    let signature = try #require(
      CxxSignature(demangled: "Shape::area(double) const", mangled: name) { _ in false })
    let entry = PrototypeKnowledge.Entry(
      source: .mangled, text: nil, place: nil, refusal: "has a result that is not told",
      claim: .named(signature))
    explorer.send(
      .learned(
        symbol: 0, PrototypeKnowledge(declarations: nil, source: .dwarf, entries: [entry])))
    #expect(explorer.shows("Type what it returns"))
    explorer.press(.enter)
    #expect(!explorer.shows("› call"))
    explorer.type("double")
    #expect(
      explorer.model.input?.text == "double \(name)(const struct Shape *this, double);")
    #expect(explorer.shows("Enter takes it"))
    explorer.press(.enter)
    #expect(explorer.shows("› call"))
  }

  @Test func `an answer that comes late takes nothing away that was typed`() {
    var explorer = Explorer()
    explorer.type("compress")
    explorer.press(.enter)
    explorer.type("long comp")
    let symbol = explorer.model.symbols.selected ?? 0
    explorer.send(.learned(symbol: symbol, knowledge("int compress(int level);")))
    #expect(explorer.model.input?.text == "long comp")
  }

  @Test func `sources stand side by side and contradictions are said`() {
    var explorer = Explorer(profile: "long compress(int level);", columns: 108, rows: 40)
    explorer.type("compress")
    explorer.press(.function(3))
    let symbol = explorer.model.symbols.selected ?? 0
    var known = knowledge("int compress(int level);")
    known.entries.append(
      .init(source: .user, text: "long compress(int level);", place: nil, refusal: nil))
    explorer.send(.learned(symbol: symbol, known))
    #expect(explorer.shows("They do not agree."))
    #expect(explorer.shows("zlib.c:12 · calls by it pass other bytes"))
    #expect(explorer.shows("long compress(int level);"))
    #expect(explorer.shows("it has a result that is not told"))
  }

  @Test func `other words for the same bytes are no contradiction`() {
    var explorer = Explorer(profile: "int compress(void *to);", columns: 108, rows: 40)
    explorer.type("compress")
    explorer.press(.function(3))
    let symbol = explorer.model.symbols.selected ?? 0
    explorer.send(.learned(symbol: symbol, knowledge("signed compress(const char *dest);")))
    #expect(explorer.shows("compress(const char *dest);"))
    #expect(!explorer.shows("do not agree"))
  }

  @Test func `a prototype that debug information contradicts can be taken, and it is said`() {
    var explorer = Explorer()
    explorer.type("compress")
    explorer.press(.enter)
    let symbol = explorer.model.symbols.selected ?? 0
    explorer.type("int compress(float level);")
    #expect(explorer.shows("Enter takes it"))
    #expect(!explorer.shows("otherwise"))
    explorer.send(.learned(symbol: symbol, knowledge("int compress(int level);")))
    #expect(explorer.shows("Enter takes it"))
    #expect(explorer.shows("DWARF says otherwise: int compress(int level);"))
  }

  @Test func `source lines stand above their instructions, however far it is scrolled`() {
    var explorer = Explorer(columns: 108, rows: 20)
    explorer.type("compress")
    explorer.press(.function(3))
    let symbol = explorer.model.symbols.selected ?? 0
    var listing = CodeListing(
      name: "compress", address: 0x100, size: 60,
      lines: (0..<60).map { index in
        CodeListing.Line(
          instruction: Instruction(
            address: 0x100 + UInt64(index), bytes: [0x90], mnemonic: "nop\(index)", operands: ""))
      })
    // Two instructions a line, and some that no line is known of.
    listing.add(
      (0..<60).map {
        $0 % 7 == 6 ? nil : SourceLine(file: "/src/z.c", line: $0 / 2, text: "\($0 / 2);")
      },
      notes: [])
    explorer.send(.code(symbol: symbol, CodeDetails(listing: listing, callers: [], calls: [])))
    var rows: [String] = []
    for _ in 0..<100 {
      for row in explorer.screen.split(separator: "\n") {
        let text = row.drop { $0 == " " }
        if text.contains("nop") || text.hasPrefix("z.c:"), rows.last != String(text) {
          let isNew = !rows.contains(String(text))
          if isNew { rows.append(String(text)) }
        }
      }
      explorer.press(.down)
    }
    var expected: [String] = []
    var last = -1
    for index in 0..<60 {
      if index % 7 != 6, index / 2 != last {
        last = index / 2
        expected.append("z.c:\(last)  \(last);")
      }
      expected.append(String(0x100 + index, radix: 16) + "  nop\(index)")
    }
    #expect(rows == expected)
  }

  @Test func `the header says how far called code is locked in`() {
    #expect(!Explorer().shows("sandboxed"))
    #expect(Explorer(sandbox: "sandboxed").screen.contains("sandboxed · x86-64"))
  }

  @Test func `the full table is added behind what the first frame showed`() {
    var explorer = Explorer()
    explorer.type("crc")
    explorer.press(.down)
    let selected = explorer.selectedName
    explorer.send(
      .symtab(SymbolTable([SymbolEntry("crc32"), SymbolEntry("crc_local", binding: .local)])))
    #expect(explorer.selectedName == selected)
    #expect(explorer.shows("Local 1") || explorer.shows("Loc 1"))
    explorer.press(.backTab)
    #expect(explorer.listedNames.contains("crc_local"))
  }

  @Test func `twenty parameters leave room for fields in the smallest terminal`() {
    let parameters = (1...20).map { "unsigned long parameter_\($0)" }.joined(separator: ", ")
    var explorer = Explorer(
      profile: "int compress(\(parameters));", columns: 60, rows: 16)
    explorer.type("compress")
    explorer.press(.enter)
    #expect(explorer.shows("parameter_1 "))
    #expect(explorer.shows("parameter_5"))
    for _ in 0..<10 { explorer.press(.down) }
    for number in [9, 10, 11, 12, 13] { #expect(explorer.shows("parameter_\(number)")) }
  }

  @Test func `enumerators and callbacks can be picked, annotations are shown`() {
    var explorer = Explorer(
      profile: """
        enum level { LOW, HIGH = 7 };
        int crc32(const void *a, const void *b);
        int compress(enum level l, int (*compare)(const void *, const void *),
          [[sonde::out, sonde::bytes("8")]] char *dest);
        """, columns: 108)
    explorer.type("compress")
    explorer.press(.enter)
    #expect(explorer.shows("Ctrl-N LOW  HIGH"))
    explorer.press(.control("n"), .control("n"))
    #expect(explorer.model.input?.text == "HIGH")
    explorer.press(.tab, .control("n"))
    #expect(explorer.model.input?.text == "crc32")
    explorer.press(.tab)
    #expect(explorer.shows("filled by the call · 8 bytes"))
    // They are there to be changed, and do not hide the C elsewhere.
    #expect(!explorer.shows("sonde::"))
    explorer.press(.function(4))
    #expect(explorer.shows("[[sonde::out"))
  }
}

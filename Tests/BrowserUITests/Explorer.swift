import CLanguage
import ELFModel
import Evaluation
import Testing

@testable import BrowserUI

/// An explorer of a made-up library, driven as a user would.
struct Explorer {
  var model: BrowserModel
  /// Everything that the program was asked to do.
  private(set) var effects: [BrowserEffect] = []

  /// An explorer of these symbols; the profile is the C text of the user's.
  ///
  /// `symtab` is the full table of symbols, `demangled` gives the readable forms of mangled names.
  init(
    _ entries: [SymbolEntry] = Explorer.zlib, symtab: [SymbolEntry] = [], profile: String = "",
    columns: Int = 100, rows: Int = 24, demangled: [String: String] = [:], sandbox: String = ""
  ) {
    let names = Dictionary(uniqueKeysWithValues: demangled.map { (Array($0.utf8), $1) })
    var header = CHeader()
    let diagnostics = header.declare(profile, file: "libz.so.1.h")
    precondition(diagnostics.isEmpty, "the profile of a test is sound")
    let table = SymbolTable(entries)
    let image = ELFImage(
      path: "/usr/lib/x86_64-linux-gnu/libz.so.1.2.13",
      header: ELFHeader(bits: 64, isBigEndian: false, type: 3, machine: 62), soname: "libz.so.1",
      needed: ["libc.so.6"], buildID: "1d9a53d2b4e00a43", dynsym: table,
      symtab: SymbolTable(symtab), notes: [])
    model = BrowserModel(
      image: image, header: header, sources: ["libz.so.1.h": .user],
      profilePath: "/profiles/libz.so.1.h", size: FrameSize(columns: columns, rows: rows),
      sandbox: sandbox, demangle: { names[Array($0)] })
  }

  /// Takes in messages; a report is that of a line with one statement.
  mutating func send(_ messages: BrowserMessage...) {
    for message in messages {
      effects += model.update(message)
      if case .reported = message { effects += model.update(.finished) }
    }
  }

  /// Takes in a report that others of the same line may follow.
  mutating func send(part report: BrowserMessage) { effects += model.update(report) }

  mutating func press(_ keys: Key...) {
    for key in keys { effects += model.update(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { effects += model.update(.key(.character(character))) }
  }

  /// The effects since the last time, those left out that only look something up.
  mutating func takeEffects() -> [BrowserEffect] {
    takeAllEffects().filter { effect in
      switch effect {
      case .look, .learn, .readCode: false
      default: true
      }
    }
  }

  /// The effects since the last time.
  mutating func takeAllEffects() -> [BrowserEffect] {
    defer { effects = [] }
    return effects
  }

  /// The screen as text, a row a line, spaces at the ends left out.
  var screen: String { text(of: model.view()) }

  /// Whether some row of the screen holds the text.
  func shows(_ text: String) -> Bool { screen.contains(text) }

  /// From the start to the call form of crc32.
  mutating func declareCRC32() {
    type("crc32")
    press(.enter)
    type(Explorer.crc32Prototype)
    press(.enter)
  }

  /// From the call form of crc32 to the running call.
  mutating func callCRC32() {
    type("0")
    press(.enter)
    type("\"hello\"")
    press(.enter)
    type("5")
    press(.enter)
  }

  static let crc32Prototype =
    "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);"

  /// What zlib.h says, and what Python's zlib.crc32(b"hello") gives.
  static let crc32Report = StatementReport(
    statement: "crc32(0, \"hello\", 5)",
    outcome: .returned(.integer(.unsignedLong), .unsigned(907_060_870)), duration: 1_234)

  static let zlib: [SymbolEntry] = [
    SymbolEntry("crc32", value: 0x47c0, size: 7),
    SymbolEntry("crc32_z", value: 0x3cd0, size: 2795, version: "ZLIB_1.2.9"),
    SymbolEntry("get_crc_table", value: 0x3cc0, size: 8),
    SymbolEntry("compress", value: 0x126c0, size: 11),
    SymbolEntry("deflateInit_", value: 0x6d60, size: 27),
    SymbolEntry("inflate", value: 0x9ee0, size: 7342, binding: .weak),
    SymbolEntry("z_errmsg", value: 0x1ac20, size: 80, type: .object),
    SymbolEntry("zlibVersion", value: 0x126f0, size: 8),
    SymbolEntry("z_last", value: 0x10, size: 8, type: .threadLocal),
    SymbolEntry("fast_copy", value: 0x4000, size: 64, type: .indirectFunction),
    SymbolEntry("memcpy", value: 0, size: 0, section: .undefined),
    SymbolEntry("ZLIB_1.2.9", value: 0, size: 0, type: .object, section: .absolute),
  ]
}

extension Explorer: CustomTestStringConvertible {
  var testDescription: String { screen }
}

/// A symbol in words.
struct SymbolEntry {
  var name: [UInt8]
  var symbol: Symbol
  var version: String?

  init(
    _ name: String, value: UInt64 = 0x1000, size: UInt64 = 16, type: SymbolType = .function,
    binding: SymbolBinding = .global, section: SymbolSection = .index(13), version: String? = nil
  ) {
    self.name = Array(name.utf8)
    self.version = version
    symbol = Symbol(
      nameOffset: 0, value: value, size: size, type: type, binding: binding,
      visibility: .default, section: section, versionIndex: 0, isDefaultVersion: true)
  }
}

extension SymbolTable {
  init(_ entries: [SymbolEntry]) {
    self.init(kind: .dynsym, names: [0], versions: [[]])
    for entry in entries {
      var symbol = entry.symbol
      symbol.nameOffset = UInt32(names.count)
      names += entry.name + [0]
      if let version = entry.version {
        symbol.versionIndex = UInt16(versions.count)
        versions.append(Array(version.utf8))
      }
      symbols.append(symbol)
    }
  }
}

/// A frame as text: the rows, spaces at the ends left out.
func text(of frame: Frame) -> String {
  frame.lines.map { $0.text.trimmedAtEnd + "\n" }.joined()
}

/// A frame as text, then the roles and surfaces of its runs, so that a change of either shows.
func styledText(of frame: Frame) -> String {
  var result = text(of: frame)
  if let cursor = frame.cursor {
    result += "-- cursor at row \(cursor.row), column \(cursor.column)\n"
  }
  for (row, line) in frame.lines.enumerated() where !line.runs.isEmpty {
    let runs = line.runs.filter { !$0.text.allSatisfy { $0 == " " } || $0.style.surface != .plain }
    let parts = runs.map { run in
      let surface = run.style.surface == .plain ? "" : "/\(run.style.surface.rawValue)"
      return "\(run.style.role.rawValue)\(surface) “\(run.text.trimmedAtEnd)”"
    }
    result += "\(row): " + parts.joined(separator: " ") + "\n"
  }
  return result
}

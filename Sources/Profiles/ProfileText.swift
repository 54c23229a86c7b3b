internal import CLanguage

/// The text of a profile with what it declares, and where.
struct ProfileText {
  let bytes: [UInt8]
  /// What it declares, over C's own names: a profile is a header that stands alone.
  let header: CHeader
  /// What is wrong with it; the rest counts all the same.
  let problems: [CDiagnostic]
  /// What it declares, in order.
  let units: [ProfileUnit]

  /// Reads all of a text.
  ///
  /// - Parameters:
  ///   - bytes: C text, UTF-8 or not.
  ///   - file: what its declarations name as their file.
  ///   - lower: whose names it may use.
  init(_ bytes: [UInt8], file: String?, over lower: CHeader = .standard) {
    var header = CHeader(over: lower)
    problems = header.declare(bytes: bytes, file: file)
    self.bytes = bytes
    self.header = header
    units = Self.units(of: header, in: bytes)
  }

  /// The text as diagnostics count in it: a byte that is no UTF-8 shows as '?', one for one.
  var text: String { Self.text(of: bytes) }

  /// The same for any bytes.
  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if String(validating: rest.prefix(length), as: UTF8.self) != nil {
        result += rest.prefix(length)
        rest = rest.dropFirst(length)
      } else {
        result.append(UInt8(ascii: "?"))
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The end of line that the text uses, taken from its first one.
  var newline: [UInt8] { Self.newline(of: bytes) }

  static func newline(of bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "\n")), first > 0,
      bytes[first - 1] == UInt8(ascii: "\r")
    else { return [UInt8(ascii: "\n")] }
    return [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// The text of one unit.
  func body(of unit: ProfileUnit) -> [UInt8] { Array(bytes[unit.range]) }

  /// The offset of the first byte of the line that a byte stands in.
  func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// The offset behind the end of the line that a byte stands in.
  func lineEnd(of offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  /// Declarations that stand in one another (enumerators, nested structs) or share specifiers
  /// (`int a, b;`) are one unit.
  static func units(of header: CHeader, in bytes: [UInt8]) -> [ProfileUnit] {
    let declarations = header.declarations.enumerated().sorted {
      let (a, b) = ($0.element.range, $1.element.range)
      if a.start.offset != b.start.offset { return a.start.offset < b.start.offset }
      return (-a.end.offset, $0.offset) < (-b.end.offset, $1.offset)
    }
    var units: [ProfileUnit] = []
    for (_, declaration) in declarations {
      let range = trimmed(declaration.range, in: bytes)
      if let last = units.last, range.lowerBound < last.range.upperBound {
        units[units.count - 1].declarations.append(declaration)
      } else {
        units.append(ProfileUnit(range: range, declarations: [declaration]))
      }
    }
    for index in units.indices { units[index].findNames(in: bytes) }
    return units
  }

  /// The parser counts the comment behind a preprocessor line, and the carriage return at its
  /// end, to the line.
  private static func trimmed(_ range: CSourceRange, in bytes: [UInt8]) -> Range<Int> {
    let start = min(max(range.start.offset, 0), bytes.count)
    let end = min(max(range.end.offset, start), bytes.count)
    guard start < end, bytes[start] == UInt8(ascii: "#") else { return start..<end }
    let last = ProfileScanner.pieces(of: bytes, in: start + 1..<end).last {
      switch $0.kind {
      case .space, .newline, .comment: false
      case .directive, .literal, .word, .symbol: true
      }
    }
    return start..<(last?.range.upperBound ?? end)
  }
}

/// A name in one of C's name spaces (C11, section 6.2.3).
enum ProfileName: Hashable {
  case ordinary(String)
  case tag(String)

  var text: String {
    switch self {
    case .ordinary(let text), .tag(let text): text
    }
  }
}

/// A declaration of a profile up to its semicolon, with all the names that it declares.
struct ProfileUnit {
  var range: Range<Int>
  var declarations: [CDeclaration]
  private(set) var names: Set<ProfileName> = []
  /// Those of the names that are enumerators, and come and go with their enumeration.
  private(set) var enumerators: Set<ProfileName> = []
  /// Tags that are only announced, as in `struct s;`.
  private(set) var announcedTags: Set<String> = []

  init(range: Range<Int>, declarations: [CDeclaration]) {
    self.range = range
    self.declarations = declarations
  }

  var line: Int { declarations.first?.range.start.line ?? 1 }

  /// A name to speak of it by.
  var title: String {
    declarations.first { !$0.name.isEmpty }?.name ?? "line \(line)"
  }

  fileprivate mutating func findNames(in bytes: [UInt8]) {
    let isDirective = bytes[range].first == UInt8(ascii: "#")
    let hasBody = bytes[range].contains(UInt8(ascii: "{"))
    for declaration in declarations where !declaration.name.isEmpty {
      switch declaration.kind {
      case .function, .object, .typedef, .macro: names.insert(.ordinary(declaration.name))
      case .constant:
        names.insert(.ordinary(declaration.name))
        if !isDirective { enumerators.insert(.ordinary(declaration.name)) }
      case .record, .enumeration:
        if hasBody {
          names.insert(.tag(declaration.name))
        } else {
          announcedTags.insert(declaration.name)
        }
      }
    }
  }
}

internal import CLanguage

/// The text of a profile and what it declares; changes touch only the declarations they are about.
///
/// Everything between declarations (comments, blank lines, order, conditions) is kept byte for
/// byte. A change is only made when the text that comes out parses, declares what it should, and
/// still declares the same as before everywhere else.
struct ProfileDocument {
  let bytes: [UInt8]
  let header: CHeader
  let problems: [CDiagnostic]
  private let lower: CHeader

  init(_ bytes: [UInt8], over lower: CHeader) {
    self.bytes = bytes
    self.lower = lower
    var header = CHeader(over: lower)
    problems = header.declare(bytes: bytes)
    self.header = header
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The first line of a new profile, its pragma, and nothing else.
  static func new(_ name: String) -> [UInt8] {
    // A name with a quote or backslash in it stays one string literal.
    let library = CPrinter.literal(Array(name.utf8).map { UInt32($0) }, .none)
    return Array(
      """
      // What \(name) declares, as plain C for sonde and for any compiler; yours to edit.
      #pragma sonde library \(library)

      """.utf8)
  }

  // MARK: Units

  /// One declaration as the text has it, with all the names that it declares.
  struct Unit {
    var start: Int
    var end: Int
    var declarations: [CDeclaration]
    /// `int f`, `struct s` and `enum e` live in different places, so tags carry their keyword.
    var keys: Set<String>
    var isDirective: Bool

    /// A type or constant, which other declarations may need before them.
    var declaresType: Bool {
      declarations.contains { declaration in
        switch declaration.kind {
        case .typedef, .record, .enumeration, .constant: true
        case .function, .object: false
        }
      }
    }
  }

  func units() -> [Unit] {
    var units: [Unit] = []
    for declaration in header.declarations {
      let start = declaration.range.start.offset
      let end = declaration.range.end.offset
      if let last = units.indices.last, start < units[last].end {
        units[last].declarations.append(declaration)
        units[last].keys.formUnion(Self.key(of: declaration))
      } else {
        units.append(
          Unit(
            start: start, end: end, declarations: [declaration], keys: Self.key(of: declaration),
            isDirective: bytes[start] == UInt8(ascii: "#")))
      }
    }
    return units
  }

  private static func key(of declaration: CDeclaration) -> Set<String> {
    guard !declaration.name.isEmpty else { return [] }
    switch declaration.kind {
    case .function, .object, .typedef, .constant: return [declaration.name]
    case .record(let name): return ["\(name.keyword.rawValue) \(declaration.name)"]
    case .enumeration: return ["enum \(declaration.name)"]
    }
  }

  // MARK: Adding

  /// The text with these declarations in the places of those of the same names, or at its end.
  ///
  /// - Throws: why the text cannot take them; `path` is for the message.
  func adding(_ text: String, path: String) throws(ProfileError) -> [UInt8] {
    let addition = ProfileDocument(Array(text.utf8), over: header)
    guard addition.problems.isEmpty else {
      throw .invalidDeclarations(text: text, addition.problems)
    }
    let units = addition.units()
    guard !units.isEmpty || !addition.header.includes.isEmpty else { throw .nothingDeclared }
    var document = self
    for (index, unit) in units.enumerated() {
      let laterKeys = units[(index + 1)...].reduce(into: Set<String>()) { $0.formUnion($1.keys) }
      document = try document.adding(unit, of: addition, before: laterKeys, path: path)
    }
    document = document.including(
      addition.header.includes.map(\.name)
        + addition.header.standardIncludes(neededBy: addition.header.declarations))
    try check(document, hasWhat: addition, path: path)
    return document.bytes
  }

  private func adding(
    _ unit: Unit, of addition: ProfileDocument, before laterKeys: Set<String>, path: String
  ) throws(ProfileError) -> ProfileDocument {
    let units = units()
    let old = units.filter { !$0.keys.isDisjoint(with: unit.keys) }
    guard !old.isEmpty else {
      // A type goes before the first declaration whose new form may use it.
      if unit.declaresType, let user = units.first(where: { !$0.keys.isDisjoint(with: laterKeys) })
      {
        return inserting(addition.commented(unit), before: user)
      }
      return appending(addition.commented(unit))
    }
    var candidates: [ProfileDocument] = []
    for place in Place.allCases {
      let document = try replacing(
        old, by: unit, text: addition.text(of: unit), at: place, path: path)
      if document.problems.count <= problems.count { return document }
      candidates.append(document)
    }
    let reason = candidates.first.flatMap { candidate in
      candidate.problems.first.map { $0.rendered(in: candidate.text) }
    }
    throw .conflict(path: path, reason: reason ?? "the new text does not parse")
  }

  /// Where a new declaration goes when an old one of its name declares other names too, or stands
  /// before a type that the new one uses.
  private enum Place: CaseIterable {
    case behindRemainder
    case beforeRemainder
    case atEnd
  }

  private func replacing(
    _ old: [Unit], by unit: Unit, text: [UInt8], at place: Place, path: String
  ) throws(ProfileError) -> ProfileDocument {
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for (index, other) in old.enumerated() {
      var parts = try remainder(of: other, without: unit, path: path)
      if index == 0 && place != .atEnd {
        parts.insert(text, at: place == .behindRemainder ? parts.count : 0)
      }
      let replacement = Array(parts.joined(separator: lineEnd))
      if replacement.isEmpty {
        edits.append((lineRange(of: other), []))
      } else {
        let range = other.start..<other.end
        let isDirective = unit.isDirective || other.isDirective
        edits.append((range, isDirective ? onOwnLines(replacement, range) : replacement))
      }
    }
    let document = applying(edits)
    return place == .atEnd ? document.appending(text) : document
  }

  /// What a unit declares besides the names that another one takes over, printed anew.
  private func remainder(
    of old: Unit, without new: Unit, path: String
  ) throws(ProfileError) -> [[UInt8]] {
    let hasNewEnumeration = new.declarations.contains {
      if case .enumeration = $0.kind { return true }
      return false
    }
    let printer = CPrinter(header: header)
    var texts: [[UInt8]] = []
    for declaration in old.declarations {
      let key = Self.key(of: declaration)
      if key.isEmpty || !key.isDisjoint(with: new.keys) { continue }
      if case .constant = declaration.kind, !old.isDirective {
        if hasNewEnumeration { continue }
        throw .conflict(
          path: path,
          reason: "line \(declaration.range.start.line) declares '\(declaration.name)' in the "
            + "same enumeration; declare the enumeration anew")
      }
      texts.append(Array(printer.text(of: declaration).utf8))
    }
    return texts
  }

  /// A unit's own text; a `#pragma pack` that stood around it goes with it.
  private func text(of unit: Unit) -> [UInt8] {
    let text = Array(bytes[unit.start..<unit.end])
    for declaration in unit.declarations {
      guard case .record(let name) = declaration.kind,
        let limit = header.definition(of: name)?.packLimit
      else { continue }
      return Array("#pragma pack(push, \(limit))\n".utf8) + text
        + Array("\n#pragma pack(pop)".utf8)
    }
    return text
  }

  /// A unit's text with the comments before it.
  private func commented(_ unit: Unit) -> [UInt8] {
    let before = units().last { $0.end <= unit.start }?.end ?? 0
    let lines = header.pragmas.map(\.range) + header.includes.map(\.range)
    let start = lines.map(\.end.offset).filter { $0 <= unit.start }.max() ?? 0
    let between = bytes[max(before, start)..<unit.start]
    // Conditions and other preprocessor lines are not comments.
    if between.contains(UInt8(ascii: "#")) { return text(of: unit) }
    let head = between.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return Array(head) + text(of: unit)
  }

  private func inserting(_ text: [UInt8], before unit: Unit) -> ProfileDocument {
    let isDirective = text.first == UInt8(ascii: "#")
    let isMidLine = unit.start > 0 && bytes[unit.start - 1] != UInt8(ascii: "\n")
    return applying([
      (unit.start..<unit.start, (isDirective && isMidLine ? lineEnd : []) + text + lineEnd)
    ])
  }

  private func appending(_ text: [UInt8]) -> ProfileDocument {
    var result = bytes
    if let last = result.last, last != UInt8(ascii: "\n") { result += lineEnd }
    // The head of a new file and its first declaration are told apart by a blank line.
    if header.declarations.isEmpty && !result.isEmpty { result += lineEnd }
    return ProfileDocument(result + text + lineEnd, over: lower)
  }

  // MARK: Includes

  private func including(_ names: [String]) -> ProfileDocument {
    let present = Set(header.includes.map(\.name))
    var missing: [String] = []
    for name in names where !present.contains(name) && !missing.contains(name) {
      missing.append(name)
    }
    guard !missing.isEmpty else { return self }
    let position = includePosition()
    var text: [UInt8] = []
    if position > 0 && bytes[position - 1] != UInt8(ascii: "\n") { text += lineEnd }
    for name in missing { text += Array("#include <\(name)>".utf8) + lineEnd }
    return applying([(position..<position, text)])
  }

  /// Behind the last include or pragma that stands before all declarations, else the start.
  private func includePosition() -> Int {
    let first = header.declarations.first?.range.start.offset ?? bytes.count
    let lines = header.pragmas.map(\.range) + header.includes.map(\.range)
    guard let last = lines.map(\.end.offset).filter({ $0 <= first }).max() else { return 0 }
    return bytes[last...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  // MARK: Removing

  /// The text without the declaration of a name, which is `f` or `struct s`; nil when there is
  /// none.
  func removing(_ name: String, path: String) throws(ProfileError) -> [UInt8]? {
    let units = units()
    let keys = [name, "struct \(name)", "union \(name)", "enum \(name)"]
    guard let key = keys.first(where: { key in units.contains { $0.keys.contains(key) } }) else {
      return nil
    }
    let removed = Unit(start: 0, end: 0, declarations: [], keys: [key], isDirective: false)
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for unit in units where unit.keys.contains(key) {
      var without = removed
      // An enumeration goes with its enumerators.
      if key.hasPrefix("enum ") { without.declarations = unit.declarations }
      let remainder = try remainder(of: unit, without: without, path: path)
      edits.append(
        remainder.isEmpty
          ? (lineRange(of: unit), [])
          : (unit.start..<unit.end, Array(remainder.joined(separator: lineEnd))))
    }
    let document = applying(edits)
    guard document.problems.count <= problems.count else {
      let reason = document.problems.first.map { $0.rendered(in: document.text) } ?? ""
      throw .conflict(path: path, reason: "'\(name)' is still needed\n\(reason)")
    }
    return document.bytes
  }

  // MARK: Text

  private var lineEnd: [UInt8] {
    guard let newline = bytes.firstIndex(of: 0x0A), newline > 0, bytes[newline - 1] == 0x0D else {
      return [0x0A]
    }
    return [0x0D, 0x0A]
  }

  private func applying(_ edits: [(range: Range<Int>, text: [UInt8])]) -> ProfileDocument {
    var result = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: edit.text)
    }
    return ProfileDocument(result, over: lower)
  }

  /// A unit with the whole line it stands on, if nothing else stands there.
  private func lineRange(of unit: Unit) -> Range<Int> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    var start = unit.start
    while start > 0 && isBlank(bytes[start - 1]) { start -= 1 }
    var end = unit.end
    while end < bytes.count && isBlank(bytes[end]) { end += 1 }
    let startsLine = start == 0 || bytes[start - 1] == 0x0A
    let endsLine = end == bytes.count || bytes[end] == 0x0A
    guard startsLine && endsLine else { return unit.start..<unit.end }
    return start..<min(end + 1, bytes.count)
  }

  /// A preprocessor line needs its line for itself.
  private func onOwnLines(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result = text
    let before = bytes[..<range.lowerBound].last
    if let before, before != 0x0A { result = lineEnd + result }
    if range.upperBound < bytes.count && ![0x0A, 0x0D].contains(bytes[range.upperBound]) {
      result += lineEnd
    }
    return result
  }

  // MARK: Checking

  /// The last word on a change: what was to be added means the same in the new text as alone, and
  /// every other name is still there.
  private func check(
    _ document: ProfileDocument, hasWhat addition: ProfileDocument, path: String
  ) throws(ProfileError) {
    guard document.problems.count <= problems.count else {
      let reason = document.problems.first.map { $0.rendered(in: document.text) } ?? ""
      throw .conflict(path: path, reason: "the new text would not parse\n\(reason)")
    }
    for declaration in addition.header.declarations where !declaration.name.isEmpty {
      guard
        meaning(of: declaration, in: document.header)
          == meaning(of: declaration, in: addition.header)
      else {
        throw .conflict(
          path: path,
          reason: "'\(declaration.name)' would mean something else there; edit the file instead")
      }
    }
    let keys = document.units().reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    let replaced = addition.units().filter { unit in
      unit.declarations.contains { if case .enumeration = $0.kind { true } else { false } }
    }
    let lost = units().filter { unit in
      !unit.keys.isSubset(of: keys)
        && !replaced.contains { !$0.keys.isDisjoint(with: unit.keys) }
    }
    guard let first = lost.first else { return }
    throw .conflict(
      path: path,
      reason: "the declaration of line "
        + "\(first.declarations[0].range.start.line) would be lost; edit the file instead")
  }

  /// What a name stands for, without typedefs, so that it can be compared between two texts.
  private func meaning(of declaration: CDeclaration, in header: CHeader) -> String {
    let printer = CPrinter(header: header)
    switch declaration.kind {
    case .record(let name):
      return header.definition(of: name).map { "\($0.layout)" } ?? "declared"
    case .enumeration(let name):
      return header.definition(of: name).map { "\($0.enumerators.map(\.value))" } ?? "declared"
    case .function, .object, .typedef, .constant:
      guard let found = header.declaration(named: declaration.name) else { return "" }
      switch found.kind {
      case .function(let type):
        return printer.text(of: header.canonical(CQualifiedType(.function(type))))
      case .object(let type, _), .typedef(let type):
        return printer.text(of: header.canonical(type))
      case .constant(let value, _): return "\(value)"
      case .record, .enumeration: return ""
      }
    }
  }
}

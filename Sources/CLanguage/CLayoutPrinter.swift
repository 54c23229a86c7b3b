/// Shows types as C with the place of every member beside it, and the room that is lost.
///
///     struct sample {
///       char c;             /*     0     1 */
///       /* hole: 3 bytes */
///       int i;              /*     4     4 */
///       unsigned int a : 3; /*   8:0     4 */
///       /* padding: 3 bytes and 5 bits */
///     };                    /* size: 12, alignment: 4, … */
///
/// A comment says offset and size in bytes; a bit-field's offset is its first byte and the bit in
/// it. Everything else is C: what is printed reads back as the same types.
package struct CLayoutPrinter {
  private let header: CHeader
  private let printer: CPrinter
  private var lines: [Line] = []
  /// Bits that no member of the outermost struct takes, between members and behind the last.
  private var holes = 0
  private var holeBits = 0
  private var paddingBits = 0
  private var memberCount = 0

  private struct Line {
    var indent: Int
    var code: String
    var comment: String?
  }

  package init(header: CHeader) {
    self.header = header
    printer = CPrinter(header: header, elidesBodies: true)
  }

  /// The type of an outline, with a line end behind it.
  package func text(of outline: CTypeOutline) -> String {
    var copy = self
    copy.show(outline)
    return copy.joined()
  }

  private func joined() -> String {
    let width = lines.filter { $0.comment != nil }.map { $0.indent * 2 + $0.code.count }.max() ?? 0
    return lines.map { line in
      let code = String(repeating: "  ", count: line.indent) + line.code
      guard let comment = line.comment else { return code + "\n" }
      let gap = String(repeating: " ", count: max(0, width - code.count))
      return "\(code)\(gap) /* \(comment) */\n"
    }.joined()
  }

  private mutating func add(_ code: String, indent: Int, _ comment: String? = nil) {
    lines.append(Line(indent: indent, code: code, comment: comment))
  }

  // MARK: Types

  private mutating func show(_ outline: CTypeOutline) {
    switch outline.kind {
    case .struct: show(CRecordName(.struct, .tag(outline.name)), around: "", outline)
    case .union: show(CRecordName(.union, .tag(outline.name)), around: "", outline)
    case .enum: showEnumeration(outline)
    case .typedef: showTypedef(outline)
    }
  }

  private func summary(_ outline: CTypeOutline) -> String {
    "size: \(outline.size), alignment: \(outline.alignment)"
  }

  private mutating func show(
    _ name: CRecordName, around declarator: String, _ outline: CTypeOutline
  ) {
    guard let definition = header.definition(of: name) else { return }
    if let limit = definition.packLimit { add("#pragma pack(push, \(limit))", indent: 0) }
    add(
      (declarator.isEmpty ? "" : "typedef ") + printer.head(of: definition) + " {", indent: 0)
    show(membersOf: definition, at: 0, indent: 1, isOutermost: true)
    var facts = summary(outline) + ", members: \(memberCount)"
    if holes > 0 { facts += ", holes: \(holes) (\(Self.room(holeBits)))" }
    if paddingBits > 0 { facts += ", padding: \(Self.room(paddingBits))" }
    add("}" + declarator + ";", indent: 0, facts)
    if definition.packLimit != nil { add("#pragma pack(pop)", indent: 0) }
  }

  private mutating func showTypedef(_ outline: CTypeOutline) {
    guard let declaration = header.typedef(named: outline.name),
      case .typedef(let type) = declaration.kind
    else { return }
    if case .record(let name) = type.type, case .anonymous = name.name, type.qualifiers.isEmpty,
      header.definition(of: name)?.typedefName == outline.name
    {
      let suffix = declaration.alignment.map { " __attribute__((aligned(\($0))))" } ?? ""
      return show(name, around: " " + outline.name + suffix, outline)
    }
    let text = CPrinter(header: header).text(of: declaration)
    for line in text.split(separator: "\n").dropLast() { add(String(line), indent: 0) }
    add(text.split(separator: "\n").last.map(String.init) ?? "", indent: 0, summary(outline))
  }

  private mutating func showEnumeration(_ outline: CTypeOutline) {
    let definition = header.definition(of: CEnumerationName(.tag(outline.name)))
    add((definition.map { printer.head(of: $0) } ?? "enum") + " {", indent: 0)
    for enumerator in outline.enumerators {
      add("\(enumerator.name) = \(CPrinter.constant(enumerator.value)),", indent: 1)
    }
    add("};", indent: 0, summary(outline))
  }

  // MARK: Members

  private mutating func show(
    membersOf definition: CRecordDefinition, at base: Int, indent: Int, isOutermost: Bool
  ) {
    let isUnion = definition.name.keyword == .union
    var end = 0
    for (member, place) in zip(definition.members, definition.layout.members) {
      let start = place.bitOffset
      let isFiller = member.name == nil && member.bitWidth != nil
      if !isUnion {
        if start > end && !isFiller {
          note("hole", start - end, indent: indent)
          if isOutermost {
            holes += 1
            holeBits += start - end
          }
        }
        if !isFiller { end = max(end, start + (member.bitWidth ?? place.size * 8)) }
      } else {
        end = max(end, member.bitWidth ?? place.size * 8)
      }
      if isOutermost && !isFiller { memberCount += 1 }
      show(member, place, at: base, indent: indent)
    }
    let rest = definition.layout.size * 8 - end
    if rest > 0 {
      note("padding", rest, indent: indent)
      if isOutermost { paddingBits = rest }
    }
  }

  private mutating func note(_ what: String, _ bits: Int, indent: Int) {
    add("/* \(what): \(Self.room(bits)) */", indent: indent)
  }

  /// `3 bytes and 5 bits`.
  private static func room(_ bits: Int) -> String {
    func count(_ number: Int, _ unit: String) -> String {
      "\(number) \(unit)" + (number == 1 ? "" : "s")
    }
    if bits % 8 == 0 { return count(bits / 8, "byte") }
    return bits < 8
      ? count(bits, "bit") : count(bits / 8, "byte") + " and " + count(bits % 8, "bit")
  }

  private mutating func show(
    _ member: CMember, _ place: CMemberLayout, at base: Int, indent: Int
  ) {
    let bit = base + place.bitOffset
    let offset = member.bitWidth == nil ? "\(bit / 8)" : "\(bit / 8):\(bit % 8)"
    let comment = Self.padded(offset) + " " + Self.padded("\(place.size)")
    let text = printer.text(of: member)
    guard let record = header.unnamedRecord(in: member.type.type),
      let definition = header.definition(of: record),
      let body = text.firstRange(of: "\(record.keyword.rawValue) {...}")
    else {
      // A body inside a pointer's or function's type has no places of its own to show.
      let whole = CPrinter(header: header).text(of: member).split(separator: "\n").map(String.init)
      for line in whole.dropLast() { add(line, indent: indent) }
      add(whole.last ?? "", indent: indent, comment)
      return
    }
    add(text[..<body.lowerBound] + printer.head(of: definition) + " {", indent: indent)
    show(membersOf: definition, at: bit, indent: indent + 1, isOutermost: false)
    add("}" + text[body.upperBound...], indent: indent, comment)
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, 5 - text.count)) + text
  }
}

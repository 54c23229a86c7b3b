import CLanguage

/// The members of a type under each other, with their places, holes and cache lines.
struct TypeLayout {
  let outline: CTypeOutline

  /// Bytes that the processor fetches at once, on nearly all machines.
  private static let cacheLine = 64

  /// `struct z_stream_s · 112 bytes, aligned to 8 · 14 members, 1 hole`.
  func title() -> Line {
    var line = Line()
    line.append(outline.kind == .typedef ? "typedef " : outline.kind.rawValue + " ", .dim)
    line.append(outline.name.isEmpty ? "(no tag)" : outline.name, .title)
    if outline.kind == .typedef, let type = outline.type {
      line.append(" = ", .dim)
      line.append(type, .type)
    }
    return line
  }

  /// Size, alignment and how much room is lost, in words.
  func facts() -> String {
    var parts = [counted(outline.size, "byte"), "aligned to \(outline.alignment)"]
    if !outline.members.isEmpty { parts.append(counted(outline.members.count, "member")) }
    let holes = holes
    if !holes.isEmpty {
      let bytes = holes.reduce(0) { $0 + $1.count }
      parts.append("\(counted(holes.count, "hole")) of \(counted(bytes, "byte"))")
    }
    if isRecord, outline.size > Self.cacheLine {
      parts.append(counted((outline.size + Self.cacheLine - 1) / Self.cacheLine, "cache line"))
    }
    return parts.joined(separator: " · ")
  }

  /// The table of the members, or the values of an enumeration.
  func rows(width: Int) -> [Line] {
    if !outline.enumerators.isEmpty { return enumeratorRows() }
    guard isRecord else { return [] }
    var lines = [Line("  OFFSET   SIZE  MEMBER", .heading)]
    var boundary = Self.cacheLine
    var next = 0
    for member in outline.members {
      if !isUnion, member.bitOffset == nil, member.offset > next {
        lines.append(hole(next..<member.offset, "hole"))
      }
      while !isUnion, member.offset >= boundary {
        lines.append(Self.ruler(boundary, width: width))
        boundary += Self.cacheLine
      }
      lines += rows(of: member, indent: 0, width: width)
      next = max(next, member.offset + Self.size(member))
    }
    if !isUnion, outline.size > next { lines.append(hole(next..<outline.size, "padding")) }
    return lines
  }

  // MARK: Private helpers

  private var isUnion: Bool {
    outline.kind == .union || outline.kind == .typedef && outline.type?.hasPrefix("union") == true
  }

  private var isRecord: Bool { !outline.members.isEmpty }

  private var holes: [Range<Int>] {
    guard !isUnion else { return [] }
    var next = 0
    var holes: [Range<Int>] = []
    for member in outline.members {
      if member.bitOffset == nil, member.offset > next { holes.append(next..<member.offset) }
      next = max(next, member.offset + Self.size(member))
    }
    return holes
  }

  /// Of a bit-field the bytes up to its last bit.
  private static func size(_ member: CTypeOutline.Member) -> Int {
    guard let bit = member.bitOffset, let width = member.bitWidth else { return member.size }
    return (bit + width + 7) / 8 - member.offset
  }

  private func rows(of member: CTypeOutline.Member, indent: Int, width: Int) -> [Line] {
    var line = Line()
    var offset = String(member.offset)
    if let bit = member.bitOffset { offset += ":\(bit - member.offset * 8)" }
    line.append(offset.leftPadded(to: 8), .code)
    line.append(String(member.size).leftPadded(to: 7) + "  ", .dim)
    line.append(String(repeating: "  ", count: indent))
    line.append(Self.declaration(member), .type)
    return [line.clipped(to: width)]
      + member.members.flatMap { rows(of: $0, indent: indent + 1, width: width) }
  }

  /// `char name[16]`, `int (*open)(void)`, `unsigned int flags : 3`.
  private static func declaration(_ member: CTypeOutline.Member) -> String {
    var text = member.type
    if let pointer = text.firstRange(of: "(*") {
      text.insert(contentsOf: member.name, at: pointer.upperBound)
    } else if let bracket = text.firstIndex(of: "["), !member.name.isEmpty {
      text.insert(
        contentsOf: (text[..<bracket].hasSuffix("*") ? "" : " ") + member.name, at: bracket)
    } else if !member.name.isEmpty {
      text += (text.hasSuffix("*") ? "" : " ") + member.name
    }
    if let width = member.bitWidth { text += " : \(width)" }
    return text
  }

  private func hole(_ bytes: Range<Int>, _ word: String) -> Line {
    var line = Line(String(bytes.lowerBound).leftPadded(to: 8), .dim)
    line.append(String(bytes.count).leftPadded(to: 7) + "  ", .dim)
    line.append("· \(word) ·", .warning)
    return line
  }

  private static func ruler(_ boundary: Int, width: Int) -> Line {
    let text = " cache line \(boundary / cacheLine) "
    return Line(String(repeating: "─", count: 3) + text, .border)
  }

  private func enumeratorRows() -> [Line] {
    let widest = outline.enumerators.map(\.name.count).max() ?? 0
    return outline.enumerators.map { enumerator in
      var line = Line("  ")
      line.append(enumerator.name.padded(to: min(widest, 40)), .code)
      line.append("  \(enumerator.value)", .dim)
      return line
    }
  }
}

extension CHeader {
  /// The structs, unions and enumerations that a function's parameters and result are made of,
  /// pointers followed, each once.
  func outlines(of function: CFunctionType) -> [CTypeOutline] {
    var names: [String] = []
    for type in [function.result] + function.parameters.map(\.type) {
      guard let name = typeName(behind: type.type), !names.contains(name) else { continue }
      names.append(name)
    }
    return names.compactMap { (try? outline(named: $0)) ?? nil }
  }

  /// The name of the struct, union or enumeration that a type is, or points to.
  private func typeName(behind type: CType) -> String? {
    switch type {
    case .pointer(let inner), .array(let inner, _): return typeName(behind: inner.type)
    case .typedef(let name):
      switch resolved(type) {
      case .record, .enumeration: return name
      case .pointer(let inner), .array(let inner, _): return typeName(behind: inner.type)
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .function, .typedef:
        return nil
      }
    case .record(let name):
      guard case .tag(let tag) = name.name else { return definition(of: name)?.typedefName }
      return name.keyword.rawValue + " " + tag
    case .enumeration(let name):
      guard case .tag(let tag) = name.name else { return definition(of: name)?.typedefName }
      return "enum " + tag
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .function: return nil
    }
  }
}

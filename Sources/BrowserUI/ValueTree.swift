import CLanguage

/// A struct, union or array as rows, one a member, as deep as is wanted.
struct ValueTree {
  let header: CHeader
  let depth: Int
  let width: Int

  /// Elements of an array beyond this many are counted.
  private static let elementLimit = 64

  /// The members of a value; none for one that has no parts.
  func rows(_ value: CValue, _ type: CType) -> [Line] {
    guard case .aggregate(let bytes) = value else { return [] }
    return rows(bytes[...], type, level: 1)
  }

  private func rows(_ bytes: ArraySlice<UInt8>, _ type: CType, level: Int) -> [Line] {
    guard level <= depth else { return [] }
    switch header.resolved(type) {
    case .record(let name): return members(of: name, bytes, level: level)
    case .array(let element, let count): return elements(element.type, count ?? 0, bytes, level)
    case .vector(let element, let count): return elements(element, count, bytes, level)
    case .void, .bool, .integer, .floating, .complex, .bitInt, .pointer, .function, .enumeration,
      .typedef:
      return []
    }
  }

  private func members(
    of name: CRecordName, _ bytes: ArraySlice<UInt8>, level: Int
  ) -> [Line] {
    guard let definition = header.definition(of: name) else { return [] }
    var lines: [Line] = []
    for (member, place) in zip(definition.members, definition.layout.members) {
      guard let label = member.name ?? (member.bitWidth == nil ? "" : nil) else { continue }
      if let width = member.bitWidth {
        let value = header.bitField(
          of: member.type.type, bitOffset: place.bitOffset, width: width, in: bytes)
        lines.append(row(label, text(value, member.type.type), member.type, level))
        continue
      }
      let part = bytes.dropFirst(place.offset).prefix(place.size)
      lines += node(label, part, member.type, level)
    }
    return lines
  }

  private func elements(
    _ element: CType, _ count: Int, _ bytes: ArraySlice<UInt8>, _ level: Int
  ) -> [Line] {
    guard let size = try? header.layout(of: element).size, size > 0 else { return [] }
    var lines: [Line] = []
    for index in 0..<min(count, Self.elementLimit) {
      let part = bytes.dropFirst(index * size).prefix(size)
      lines += node("[\(index)]", part, CQualifiedType(element), level)
    }
    if count > Self.elementLimit {
      lines.append(row("…", "\(count - Self.elementLimit) more", nil, level))
    }
    return lines
  }

  private func node(
    _ label: String, _ bytes: ArraySlice<UInt8>, _ type: CQualifiedType, _ level: Int
  ) -> [Line] {
    let value = header.value(of: type.type, in: bytes)
    let below = rows(bytes, type.type, level: level + 1)
    let own = row(label, below.isEmpty ? text(value, type.type) : "", type, level)
    return [own] + below
  }

  private func text(_ value: CValue, _ type: CType) -> String {
    CPrinter(header: header).text(of: value, as: type)
  }

  private func row(
    _ label: String, _ value: String, _ type: CQualifiedType?, _ level: Int
  ) -> Line {
    var line = Line(String(repeating: "  ", count: level))
    line.append(label, .code)
    if !value.isEmpty {
      line.append(" = ", .dim)
      line.append(value, .value)
    }
    if let type {
      line.append("  " + CPrinter(header: header, elidesBodies: true).text(of: type), .dim)
    }
    return line.clipped(to: width)
  }
}

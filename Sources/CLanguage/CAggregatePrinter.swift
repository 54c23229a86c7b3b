extension CPrinter {
  /// A struct, union or array as an initialiser: `{.x = 1, .y = 2}`, `{1, 2}`, `"text"`.
  ///
  /// Of a union every member is shown, since nothing says which one is meant; of an array's
  /// elements those beyond a limit are left out, said by `…`.
  func text(ofAggregate bytes: [UInt8], as type: CType, depth: Int = 0) -> String {
    guard depth < header.limits.nesting else { return "{…}" }
    switch header.resolved(type) {
    case .array(let element, let count):
      return array(bytes, of: element.type, count: count ?? 0, depth: depth)
    case .vector(let element, let count):
      return array(bytes, of: element, count: count, depth: depth)
    case .bitInt(let own): return own.text(bytes)
    case .record(let name):
      guard let definition = header.definition(of: name) else { return Self.raw(bytes) }
      return "{" + members(of: definition, bytes, depth: depth).joined(separator: ", ") + "}"
    case .void, .bool, .integer, .floating, .complex, .pointer, .function, .enumeration,
      .typedef:
      return Self.raw(bytes)
    }
  }

  /// Elements of an array that are shown.
  private static let elementLimit = 64

  private func array(_ bytes: [UInt8], of element: CType, count: Int, depth: Int) -> String {
    if header.resolved(element) == .integer(.char) {
      let text = bytes.prefix { $0 != 0 }
      // What stands behind the first zero is not text; only zeros there may go unmentioned.
      if text.count < bytes.count, bytes[text.count...].allSatisfy({ $0 == 0 }) {
        return Self.literal(Array(text))
      }
    }
    guard let size = (try? header.layout(of: element))?.size, size > 0 else { return "{}" }
    let shown = (0..<min(count, Self.elementLimit)).map { index in
      inner(Array(bytes.dropFirst(index * size).prefix(size)), as: element, depth: depth)
    }
    return "{" + shown.joined(separator: ", ") + (count > Self.elementLimit ? ", …}" : "}")
  }

  private func members(of definition: CRecordDefinition, _ bytes: [UInt8], depth: Int) -> [String] {
    zip(definition.members, definition.layout.members).compactMap { member, place in
      if let width = member.bitWidth {
        guard let name = member.name, width > 0 else { return nil }
        let value = header.bitField(
          of: member.type.type, bitOffset: place.bitOffset, width: width, in: bytes)
        return ".\(name) = " + text(of: value, as: member.type.type)
      }
      if case .array(_, nil) = header.resolved(member.type.type) { return nil }
      let own = Array(bytes.dropFirst(place.offset).prefix(place.size))
      let shown = inner(own, as: member.type.type, depth: depth)
      return member.name.map { ".\($0) = " + shown } ?? shown
    }
  }

  private func inner(_ bytes: [UInt8], as type: CType, depth: Int) -> String {
    if let string = header.stringObject(bytes, as: type, texts: texts) {
      return text(of: string, as: type)
    }
    let value = header.value(of: type, in: bytes)
    if case .pointer(let address) = value, let found = texts[address],
      header.textPrefix(ofPointer: type) != nil
    {
      return text(of: .string(address, found), as: type)
    }
    guard case .aggregate(let own) = value else { return text(of: value, as: type) }
    return text(ofAggregate: own, as: type, depth: depth + 1)
  }

  /// Bytes of a type that nothing is known of.
  private static func raw(_ bytes: [UInt8]) -> String {
    let shown = bytes.prefix(elementLimit).map { "0x" + String($0, radix: 16) }
    return "{" + shown.joined(separator: ", ") + (bytes.count > elementLimit ? ", …}" : "}")
  }
}

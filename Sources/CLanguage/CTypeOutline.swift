/// A type as someone asks for it: its size and alignment, and where its members stand.
///
/// Types are spelled as C type names: `char *`, `unsigned int`, `int[4]`, `struct point`; a struct
/// or union without a name is `struct {...}`.
package struct CTypeOutline: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case `struct`
    case union
    case `enum`
    case typedef
  }

  package var kind: Kind
  /// The tag or the typedef name, without keyword; empty for an enumeration without a tag.
  package var name: String
  /// What a typedef stands for, and what an enumeration's values are kept in.
  package var type: String?
  package var size: Int
  package var alignment: Int
  /// Of a struct or union, and of a typedef for one.
  package var members: [Member]
  /// Of an enumeration, and of a typedef for one.
  package var enumerators: [Enumerator]

  /// One name of an enumeration.
  package struct Enumerator: Hashable, Sendable {
    package var name: String
    package var value: Int128
  }

  /// One member; bit-fields that only fill are none.
  package struct Member: Hashable, Sendable {
    /// Empty for an anonymous struct or union.
    package var name: String
    package var type: String
    /// Bytes from the start of the outermost struct; of a bit-field the byte of its first bit.
    package var offset: Int
    /// Bytes of the member's type; 0 for a flexible array.
    package var size: Int
    /// Of a bit-field: its first bit, counted from the start of the outermost struct.
    ///
    /// The bits of a byte count from its least significant one, on big-endian targets from its
    /// most significant one.
    package var bitOffset: Int?
    package var bitWidth: Int?
    /// The members of a struct or union without a name, of an array of such the first element's.
    package var members: [Member]
  }
}

extension CHeader {
  /// The outlines of all complete types that this header itself declares, in order of its text.
  ///
  /// A struct or union without a tag is told with the typedef that names it.
  ///
  /// - Parameter file: only those that stand in that file; all of them when nil.
  /// - Returns: one outline a type.
  package func outlines(file: String? = nil) -> [CTypeOutline] {
    var outlines: [CTypeOutline] = []
    var seen: Set<String> = []
    let inline = inlineEnumerations
    for declaration in declarations where file == nil || declaration.file == file {
      // Those are told where they are used.
      if case .enumeration(let name) = declaration.kind, inline.contains(name) { continue }
      guard let outline = outline(of: declaration) else { continue }
      // A typedef can stand twice, a tag's kind cannot change.
      guard outline.name.isEmpty || seen.insert("\(outline.kind) \(outline.name)").inserted else {
        continue
      }
      outlines.append(outline)
    }
    return outlines
  }

  /// Nil for what declares no type, and for a type without size.
  private func outline(of declaration: CDeclaration) -> CTypeOutline? {
    switch declaration.kind {
    case .function, .object, .constant, .macro: return nil
    case .record(let name):
      guard declaration.isDefinition, case .tag = name.name else { return nil }
      return try? outline(of: name)
    case .enumeration(let name):
      guard declaration.isDefinition else { return nil }
      return try? outline(of: name)
    case .typedef: return try? outline(ofTypedef: declaration.name)
    }
  }

  /// The outline of the type of that name: a typedef or a tag, or a tag behind its keyword.
  ///
  /// A typedef for the struct of its own name is told as the struct.
  ///
  /// - Returns: nil when there is no such type.
  /// - Throws: why the type has no size.
  package func outline(named name: String) throws(CLayoutError) -> CTypeOutline? {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let last = words.last, words.count <= 2 else { return nil }
    let kind = kind(ofTag: last)
    if words.count == 2 {
      guard let kind, kind.rawValue == words[0] else { return nil }
      return try outline(ofTag: last, kind)
    }
    guard let typedef = typedef(named: last), case .typedef(let type) = typedef.kind else {
      return try kind.map { kind throws(CLayoutError) in try outline(ofTag: last, kind) }
    }
    if let kind, type.qualifiers.isEmpty, type.type == tagType(last, kind) {
      return try outline(ofTag: last, kind)
    }
    return try outline(ofTypedef: last)
  }

  private func tagType(_ tag: String, _ kind: CTagKind) -> CType {
    switch kind {
    case .struct: .record(CRecordName(.struct, .tag(tag)))
    case .union: .record(CRecordName(.union, .tag(tag)))
    case .enum: .enumeration(CEnumerationName(.tag(tag)))
    }
  }

  private func outline(ofTag tag: String, _ kind: CTagKind) throws(CLayoutError) -> CTypeOutline {
    switch kind {
    case .struct: try outline(of: CRecordName(.struct, .tag(tag)))
    case .union: try outline(of: CRecordName(.union, .tag(tag)))
    case .enum: try outline(of: CEnumerationName(.tag(tag)))
    }
  }

  private func outline(of name: CRecordName) throws(CLayoutError) -> CTypeOutline {
    let layout = try layout(of: .record(name))
    return CTypeOutline(
      kind: name.keyword == .struct ? .struct : .union, name: spelled(name.name), type: nil,
      size: layout.size, alignment: layout.alignment, members: members(of: name, at: 0),
      enumerators: [])
  }

  private func outline(of name: CEnumerationName) throws(CLayoutError) -> CTypeOutline {
    let layout = try layout(of: .enumeration(name))
    let definition = definition(of: name)
    return CTypeOutline(
      kind: .enum, name: spelled(name.name), type: definition?.underlying.rawValue,
      size: layout.size, alignment: layout.alignment, members: [],
      enumerators: enumerators(of: name))
  }

  private func outline(ofTypedef name: String) throws(CLayoutError) -> CTypeOutline {
    let layout = try layout(of: .typedef(name))
    var outline = CTypeOutline(
      kind: .typedef, name: name, type: nil, size: layout.size, alignment: layout.alignment,
      members: [], enumerators: [])
    guard case .typedef(let type)? = typedef(named: name)?.kind else { return outline }
    outline.type = CPrinter(header: self, elidesBodies: true).text(of: type, definedBy: name)
    switch resolved(type.type) {
    case .record(let record): outline.members = members(of: record, at: 0)
    case .enumeration(let enumeration):
      outline.enumerators = enumerators(of: enumeration)
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .function,
      .typedef:
      break
    }
    return outline
  }

  private func enumerators(of name: CEnumerationName) -> [CTypeOutline.Enumerator] {
    (definition(of: name)?.enumerators ?? []).map {
      CTypeOutline.Enumerator(name: $0.name, value: $0.value)
    }
  }

  private func spelled(_ name: CTagName) -> String {
    switch name {
    case .tag(let tag): tag
    case .anonymous: ""
    }
  }

  // MARK: Members

  private func members(of name: CRecordName, at base: Int) -> [CTypeOutline.Member] {
    guard let definition = definition(of: name) else { return [] }
    let printer = CPrinter(header: self, elidesBodies: true)
    return zip(definition.members, definition.layout.members).compactMap { member, place in
      if member.name == nil && member.bitWidth != nil { return nil }
      let bit = base + place.bitOffset
      let isField = member.bitWidth != nil
      return CTypeOutline.Member(
        name: member.name ?? "", type: printer.text(of: member.type), offset: bit / 8,
        size: place.size, bitOffset: isField ? bit : nil, bitWidth: member.bitWidth,
        members: unnamedRecord(in: member.type.type).map { members(of: $0, at: bit) } ?? [])
    }
  }

  /// The struct or union without a name that a member is, or is an array of.
  func unnamedRecord(in type: CType) -> CRecordName? {
    switch type {
    case .record(let name):
      guard case .anonymous = name.name, definition(of: name)?.typedefName == nil else {
        return nil
      }
      return name
    case .array(let element, _): return unnamedRecord(in: element.type)
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .function,
      .enumeration,
      .typedef:
      return nil
    }
  }
}

extension CHeader {
  /// The enumerations without tag that other declarations of this header are made of.
  var inlineEnumerations: Set<CEnumerationName> {
    var names: Set<CEnumerationName> = []
    for declaration in declarations {
      switch declaration.kind {
      case .record(let name):
        for member in definition(of: name)?.members ?? [] {
          noteInline(in: member.type.type, into: &names)
        }
      case .function(let type): noteInline(in: .function(type), into: &names)
      case .object(let type, _), .typedef(let type): noteInline(in: type.type, into: &names)
      case .enumeration, .constant, .macro: break
      }
    }
    return names
  }

  private func noteInline(in type: CType, into names: inout Set<CEnumerationName>) {
    switch type {
    case .enumeration(let name):
      if case .anonymous = name.name { names.insert(name) }
    case .pointer(let inner): noteInline(in: inner.type, into: &names)
    case .array(let inner, _): noteInline(in: inner.type, into: &names)
    case .function(let function):
      noteInline(in: function.result.type, into: &names)
      for parameter in function.parameters { noteInline(in: parameter.type.type, into: &names) }
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .record, .typedef: break
    }
  }
}

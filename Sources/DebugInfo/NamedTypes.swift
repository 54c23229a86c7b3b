internal import CDwarf
internal import CLanguage

/// Typedefs, tags and enumerations: whatever has a name that another unit may use differently.
extension TypeConverter {
  /// Types of one name that are told apart before the next is refused.
  private static let mostVariants = 100

  // MARK: Typedefs

  mutating func typedef(_ entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    guard let name = cName(of: entry) else { return try type(of: entry) }
    if onlyNames { return CQualifiedType(.typedef(name)) }
    guard inProgress.insert(entry.key).inserted else {
      throw Untranslatable(reason: "has a type that is made of itself")
    }
    defer { inProgress.remove(entry.key) }
    let target = try type(of: entry)
    if case .array(let element, _) = target.type { try complete(element.type) }
    for candidate in candidates(name) {
      if header.declaration(named: candidate) == nil {
        guard
          header.declareTypedef(
            candidate, target, alignment: entry.count(DW_AT_alignment), at: place(of: entry))
        else { throw Untranslatable(reason: "is made of too many types") }
        noteTypedefName(candidate, target)
        return CQualifiedType(.typedef(candidate))
      }
      if let known = header.typedef(named: candidate), case .typedef(let type) = known.kind,
        header.canonical(type) == header.canonical(target) || isSameRecord(type, target)
      {
        return CQualifiedType(.typedef(candidate))
      }
    }
    throw Untranslatable(reason: "has one of too many types named '\(name)'")
  }

  /// The first typedef of a record without a tag is its name.
  private mutating func noteTypedefName(_ name: String, _ target: CQualifiedType) {
    guard target.qualifiers.isEmpty else { return }
    switch target.type {
    case .record(let record):
      if case .anonymous = record.name, typedefNames[record.name] == nil {
        typedefNames[record.name] = name
        header.nameRecord(record, name)
      }
    case .enumeration(let enumeration):
      if case .anonymous = enumeration.name { header.nameEnumeration(enumeration, name) }
    default: break
    }
  }

  /// A record without a tag that a header below has under the same typedef, placed alike.
  private mutating func isSameRecord(_ known: CQualifiedType, _ found: CQualifiedType) -> Bool {
    guard known.qualifiers == found.qualifiers,
      case .record(let first) = header.resolved(known.type),
      case .record(let second) = header.resolved(found.type),
      first.keyword == second.keyword
    else { return false }
    try? complete(found.type)
    guard let first = header.definition(of: first), let second = header.definition(of: second)
    else { return false }
    return first.layout.size == second.layout.size
      && first.members.map(\.name) == second.members.map(\.name)
      && first.layout.members.map(\.bitOffset) == second.layout.members.map(\.bitOffset)
  }

  // MARK: Tags

  /// The name of a struct, union or class; its members come later.
  mutating func record(_ entry: DwarfEntry) throws(Untranslatable) -> CRecordName {
    let keyword: CRecordKeyword = entry.tag == DW_TAG_union_type ? .union : .struct
    guard let name = cName(of: entry) else {
      // One without a tag can only be printed with its members.
      let tag = anonymousTag(entry)
      let record = CRecordName(keyword, tag)
      if !onlyNames {
        enqueue(record, entry)
      } else if !defined.contains(record) {
        try define(record, entry)
      }
      return record
    }
    if onlyNames { return CRecordName(keyword, .tag(name)) }
    let kind: CTagKind = keyword == .union ? .union : .struct
    for candidate in candidates(name) {
      let record = CRecordName(keyword, .tag(candidate))
      if let owner = owners["tag \(candidate)"] {
        guard isSame(owner, entry) else { continue }
        if isDeclaration(owner), !isDeclaration(entry) { own(record, candidate, entry) }
        return record
      }
      if let known = header.kind(ofTag: candidate) {
        guard known == kind, agrees(entry, record) else { continue }
        if header.definition(of: record) == nil { own(record, candidate, entry) }
        return record
      }
      own(record, candidate, entry)
      header.declareRecord(record, at: place(of: entry))
      return record
    }
    throw Untranslatable(reason: "has one of too many types named '\(name)'")
  }

  private mutating func own(_ record: CRecordName, _ tag: String, _ entry: DwarfEntry) {
    owners["tag \(tag)"] = entry
    if !isDeclaration(entry) { enqueue(record, entry) }
  }

  func isDeclaration(_ entry: DwarfEntry) -> Bool { entry.flag(DW_AT_declaration) }

  /// A record of the header below that stands for this entry too.
  private func agrees(_ entry: DwarfEntry, _ record: CRecordName) -> Bool {
    guard let definition = header.definition(of: record), !isDeclaration(entry) else { return true }
    let children = entry.children
    // Bases became members too, but for empty ones.
    let bases = Set(
      children.filter { $0.tag == DW_TAG_inheritance }
        .compactMap { $0.reference(DW_AT_type)?.name.map(CxxIdentifier.from) })
    let members = children.filter {
      $0.tag == DW_TAG_member && !$0.flag(DW_AT_declaration) && !$0.flag(DW_AT_external)
    }
    return definition.layout.size == entry.count(DW_AT_byte_size)
      && definition.members.compactMap(\.name).filter { !bases.contains($0) && $0 != "_unnamed" }
        == members.compactMap { $0.name.map(CxxIdentifier.from) }.filter { !bases.contains($0) }
  }

  private func isSame(_ a: DwarfEntry, _ b: DwarfEntry) -> Bool {
    if a.key == b.key { return true }
    guard (a.tag == DW_TAG_union_type) == (b.tag == DW_TAG_union_type) else { return false }
    if isDeclaration(a) || isDeclaration(b) { return true }
    return TypeOutline(a) == TypeOutline(b)
  }

  private mutating func anonymousTag(_ entry: DwarfEntry) -> CTagName {
    let outline = TypeOutline(entry).text
    if let known = anonymous[outline] { return known }
    let tag = header.makeAnonymousTag()
    anonymous[outline] = tag
    return tag
  }

  // MARK: Enumerations

  mutating func enumeration(_ entry: DwarfEntry) throws(Untranslatable) -> CEnumerationName {
    let name = cName(of: entry)
    if onlyNames, let name { return CEnumerationName(.tag(name)) }
    guard let name else {
      let tag = CEnumerationName(anonymousTag(entry))
      if header.definition(of: tag) == nil { try defineEnumeration(tag, entry) }
      return tag
    }
    for candidate in candidates(name) {
      let tag = CEnumerationName(.tag(candidate))
      if let owner = owners["tag \(candidate)"] {
        guard isSameEnumeration(owner, entry) else { continue }
        if header.definition(of: tag) == nil, !isDeclaration(entry) {
          try defineEnumeration(tag, entry)
        }
        return tag
      }
      if let known = header.kind(ofTag: candidate) {
        guard known == .enum,
          header.definition(of: tag).map({ known in
            known.enumerators.map(\.name) == entry.children.compactMap(\.name)
          }) ?? true
        else { continue }
        return tag
      }
      owners["tag \(candidate)"] = entry
      if !isDeclaration(entry) { try defineEnumeration(tag, entry) }
      return tag
    }
    throw Untranslatable(reason: "has one of too many types named '\(name)'")
  }

  private func isSameEnumeration(_ a: DwarfEntry, _ b: DwarfEntry) -> Bool {
    a.key == b.key || isDeclaration(a) || isDeclaration(b) || TypeOutline(a) == TypeOutline(b)
  }

  private mutating func defineEnumeration(
    _ name: CEnumerationName, _ entry: DwarfEntry
  ) throws(Untranslatable) {
    let underlying = try underlyingKind(of: entry)
    let isSigned = header.target.isSigned(underlying)
    var enumerators: [(name: String, value: Int128)] = []
    for child in entry.children where child.tag == DW_TAG_enumerator {
      guard let name = child.name, let value = constant(child, isSigned: isSigned) else { continue }
      enumerators.append((CxxIdentifier.from(name), value))
    }
    // The names of C++'s scoped enumerations, and of those in namespaces, are not C's.
    let isScoped = entry.flag(DW_AT_enum_class) || language(of: entry)?.hasScopes == true
    header.defineEnumeration(
      name, enumerators, underlying: underlying, typedefName: nil, hasConstants: !isScoped,
      at: place(of: entry))
  }

  private mutating func underlyingKind(
    of entry: DwarfEntry
  ) throws(Untranslatable) -> CIntegerKind {
    if let type = entry.reference(DW_AT_type) {
      let converted = header.resolved(try self.type(type).type)
      if case .integer(let kind) = converted { return kind }
      if case .bool = converted { return .unsignedChar }
    }
    let values = entry.children.compactMap { constant($0, isSigned: true) }
    let isSigned = values.contains { $0 < 0 }
    switch entry.count(DW_AT_byte_size) ?? 4 {
    case 1: return isSigned ? .signedChar : .unsignedChar
    case 2: return isSigned ? .short : .unsignedShort
    case 4: return isSigned ? .int : .unsignedInt
    case 8: return isSigned ? .long : .unsignedLong
    case let size: throw Untranslatable(reason: "has an enumeration of \(size) bytes")
    }
  }

  /// Forms of fixed size do not say whether they have a sign.
  private func constant(_ entry: DwarfEntry, isSigned: Bool) -> Int128? {
    guard let attribute = entry.attribute(DW_AT_const_value) else { return nil }
    if attribute.form == UInt32(DW_FORM_sdata) || attribute.form == UInt32(DW_FORM_implicit_const)
      || isSigned
    {
      return entry.signed(DW_AT_const_value).map { Int128($0) }
    }
    return entry.unsigned(DW_AT_const_value).map { Int128($0) }
  }

  // MARK: Names

  private func candidates(_ name: String) -> some Sequence<String> {
    (1...Self.mostVariants).lazy.map { $0 == 1 ? name : "\(name)__\($0)" }
  }

  /// An entry's name as C can spell it, with its namespaces and classes; nil when it has none.
  mutating func cName(of entry: DwarfEntry) -> String? {
    guard let name = entry.name else { return nil }
    guard language(of: entry)?.hasScopes == true else { return CxxIdentifier.from(name) }
    return CxxIdentifier.from(scopes.prefix(of: entry) + name)
  }

  func place(of entry: DwarfEntry) -> CSourceOrigin { SourceOrigin.of(entry) }
}

internal import CDwarf
internal import CLanguage

/// Members of structs, unions and classes, placed where debug information says.
extension TypeConverter {
  /// Members beyond which a record counts as hostile.
  private static let mostMembers = 100_000

  /// What has been read of one record.
  private struct Body {
    var members: [CMember] = []
    var layouts: [CMemberLayout] = []
    private var names: Set<String> = []
    private var repeats: [String: Int] = [:]
    /// Why the record cannot be passed by value as C would.
    var problem: String?

    mutating func add(_ member: CMember, _ layout: CMemberLayout) {
      members.append(member)
      layouts.append(layout)
    }

    /// A name that no member has yet.
    mutating func unique(_ name: String) -> String {
      var unique = name
      while !names.insert(unique).inserted {
        let count = repeats[name, default: 1] + 1
        repeats[name] = count
        unique = "\(name)_\(count)"
      }
      return unique
    }
  }

  mutating func define(_ name: CRecordName, _ entry: DwarfEntry) throws(Untranslatable) {
    guard !isDeclaration(entry), !defined.contains(name) else { return }
    guard inProgress.insert(entry.key).inserted else {
      throw Untranslatable(reason: "has a type that contains itself")
    }
    defer { inProgress.remove(entry.key) }
    guard let size = entry.count(DW_AT_byte_size) else {
      throw Untranslatable(reason: "has a type whose size is not constant")
    }
    var body = Body()
    for child in entry.children {
      switch child.tag {
      case DW_TAG_member: try addMember(child, in: name, &body)
      case DW_TAG_inheritance: try addBase(child, &body)
      case DW_TAG_variant_part:
        body.problem = "has a type whose members depend on a tag in it"
      default: break
      }
      if body.members.count > Self.mostMembers {
        throw Untranslatable(reason: "has a type with too many members")
      }
    }
    let alignment = self.alignment(entry, body, size)
    header.defineRecord(
      name, body.members,
      given: CRecordLayout(size: size, alignment: alignment, members: body.layouts),
      typedefName: typedefNames[name.name], at: place(of: entry))
    defined.insert(name)
    if body.members.isEmpty, size > 0, body.problem == nil {
      body.problem = "passes a type by value whose members are not known"
    }
    if let problem = body.problem { memoryOnly[name] = problem }
  }

  /// What DWARF says, else the largest of the members' that goes into the size.
  private func alignment(_ entry: DwarfEntry, _ body: Body, _ size: Int) -> Int {
    if let given = entry.count(DW_AT_alignment), given > 0, given < 1 << 20 { return given }
    return 1
  }

  // MARK: Members

  private mutating func addMember(
    _ entry: DwarfEntry, in record: CRecordName, _ body: inout Body
  ) throws(Untranslatable) {
    // Static members are no part of objects.
    guard !entry.flag(DW_AT_declaration), !entry.flag(DW_AT_external) else { return }
    let name = entry.name.map { body.unique(CxxIdentifier.from($0)) }
    let typeEntry = entry.reference(DW_AT_type)
    if let width = entry.count(DW_AT_bit_size) {
      try addBitField(entry, name, width, &body)
      return
    }
    guard let offset = entry.memberOffset else {
      throw Untranslatable(reason: "has a type whose members have no fixed places")
    }
    do throws(Untranslatable) {
      let type = try type(typeEntry)
      try complete(type.type)
      let layout = try memberLayout(type, offset, &body)
      noteProblem(of: type.type, &body)
      let alignment = entry.count(DW_AT_alignment).flatMap { $0 > layout.1 ? $0 : nil }
      body.add(
        CMember(
          name: isAnonymousRecord(type.type) ? name : name ?? body.unique("_unnamed"), type: type,
          bitWidth: nil, alignment: alignment, range: .nowhere), layout.0)
    } catch {
      addBytes(entry, typeEntry, name, offset, error, &body)
    }
  }

  private func isAnonymousRecord(_ type: CType) -> Bool {
    guard case .record(let name) = type, case .anonymous = name.name else { return false }
    return true
  }

  private func memberLayout(
    _ type: CQualifiedType, _ offset: Int, _ body: inout Body
  ) throws(Untranslatable) -> (CMemberLayout, Int) {
    do throws(CLayoutError) {
      let layout = try header.layout(of: type.type)
      return (CMemberLayout(bitOffset: offset * 8, size: layout.size), layout.alignment)
    } catch {
      guard error == .unknownCount else {
        throw Untranslatable(reason: "has a member that \(error.reason)")
      }
      return (CMemberLayout(bitOffset: offset * 8, size: 0), 1)
    }
  }

  /// A member that C cannot express keeps its room.
  private func addBytes(
    _ entry: DwarfEntry, _ type: DwarfEntry?, _ name: String?, _ offset: Int,
    _ problem: Untranslatable, _ body: inout Body
  ) {
    body.problem = problem.reason
    guard let size = type?.sizeInBytes, size > 0 else { return }
    let bytes = CQualifiedType(.array(CQualifiedType(.integer(.unsignedChar)), count: size))
    body.add(
      CMember(name: name ?? body.unique("_unnamed"), type: bytes, range: .nowhere),
      CMemberLayout(bitOffset: offset * 8, size: size))
  }

  private mutating func noteProblem(of type: CType, _ body: inout Body) {
    switch header.resolved(type) {
    case .array(let element, _): noteProblem(of: element.type, &body)
    case .record(let name):
      if let problem = memoryOnly[name] { body.problem = problem }
    default: break
    }
  }

  private mutating func addBitField(
    _ entry: DwarfEntry, _ name: String?, _ width: Int, _ body: inout Body
  ) throws(Untranslatable) {
    let type = try type(of: entry)
    let size = (try? header.layout(of: type.type))?.size ?? 0
    guard size > 0, width <= size * 8, let bit = entry.bitOffset(width: width, typeSize: size)
    else { throw Untranslatable(reason: "has a bit-field without a place") }
    body.add(
      CMember(name: name, type: type, bitWidth: width, range: .nowhere),
      CMemberLayout(bitOffset: bit, size: size))
  }

  // MARK: Base classes

  private mutating func addBase(
    _ entry: DwarfEntry, _ body: inout Body
  ) throws(Untranslatable) {
    if (entry.count(DW_AT_virtuality) ?? 0) != 0 || entry.memberOffset == nil {
      // Where a virtual base lies is known when the program runs only.
      body.problem = "has a class with virtual bases"
      return
    }
    let type = try type(of: entry)
    try complete(type.type)
    guard let offset = entry.memberOffset else { return }
    // An empty base takes no room; as a member it would.
    if case .record(let name) = header.resolved(type.type),
      header.definition(of: name)?.members.isEmpty ?? false
    {
      return
    }
    let layout = try memberLayout(type, offset, &body)
    noteProblem(of: type.type, &body)
    let name = entry.reference(DW_AT_type)?.name.map { CxxIdentifier.from($0) } ?? "_base"
    body.add(CMember(name: body.unique(name), type: type, range: .nowhere), layout.0)
  }
}

extension CSourceRange {
  /// Of what has no text.
  static let nowhere = CSourceRange(
    start: CSourceLocation(offset: 0, line: 0, column: 0),
    end: CSourceLocation(offset: 0, line: 0, column: 0))
}

extension DwarfEntry {
  /// Bytes of a type, as libdw adds them up.
  var sizeInBytes: Int? {
    var die = raw
    var size: UInt64 = 0
    guard dwarf_aggregate_size(&die, &size) == 0, size < 1 << 48 else { return nil }
    return Int(size)
  }

  /// `DW_AT_data_member_location` in bytes: a constant, in DWARF 2 an expression that adds one.
  ///
  /// Members of a union need not have it.
  var memberOffset: Int? {
    guard var attribute = attribute(DW_AT_data_member_location) else { return 0 }
    var value: UInt64 = 0
    if dwarf_formudata(&attribute, &value) == 0 { return value < 1 << 48 ? Int(value) : nil }
    var operations: UnsafeMutablePointer<Dwarf_Op>?
    var count = 0
    guard dwarf_getlocation(&attribute, &operations, &count) == 0, count == 1, let operations,
      Int(operations[0].atom) == DW_OP_plus_uconst, operations[0].number < 1 << 48
    else { return nil }
    return Int(operations[0].number)
  }

  /// The first bit of a bit-field, counted from the start of the record.
  ///
  /// DWARF 4 and 5, section 5.7.6: `DW_AT_data_bit_offset`. DWARF 2 and 3: bits from the most
  /// significant end of a unit of storage to the field's.
  func bitOffset(width: Int, typeSize: Int) -> Int? {
    if let offset = count(DW_AT_data_bit_offset) { return offset }
    guard let base = memberOffset else { return nil }
    guard let fromTop = signed(DW_AT_bit_offset) else { return base * 8 }
    let unit = (count(DW_AT_byte_size) ?? typeSize) * 8
    let offset = base * 8 + unit - Int(fromTop) - width
    return fromTop > -(1 << 32) && fromTop < 1 << 32 && offset >= 0 ? offset : nil
  }
}

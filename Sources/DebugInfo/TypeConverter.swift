internal import CDwarf
internal import CLanguage

/// Why something that debug information describes has no C form that could be relied on.
struct Untranslatable: Error, Hashable {
  /// Follows the name of a function or type.
  var reason: String

  /// Names alone do not tell; with the types read it may well be translated.
  static let needsTypes = Untranslatable(reason: "needs its types read")
}

/// Turns types of debug information into C types, declared in a header of their own.
///
/// Every unit has its own copy of a type, and two units may mean different things by one name. The
/// first keeps the name, another one gets a number behind it (`struct state__2`), so that no
/// function is ever shown or called with a type of another unit.
struct TypeConverter {
  /// What has been declared so far, over the header that was there before.
  var header: CHeader
  /// Typedefs and tags are named but not declared: enough to print a prototype.
  let onlyNames: Bool

  var types: [UInt: Result<CQualifiedType, Untranslatable>] = [:]
  var languages: [UInt: UnitLanguage] = [:]
  var scopes = ScopeNames()
  /// Which entry has a tag or typedef name in this header.
  var owners: [String: DwarfEntry] = [:]
  var anonymous: [String: CTagName] = [:]
  var typedefNames: [CTagName: String] = [:]
  /// Records that were named and wait for their members, and in which order they were named.
  private var waiting: [CRecordName: DwarfEntry] = [:]
  private var order: [CRecordName] = []
  var defined: Set<CRecordName> = []
  var inProgress: Set<UInt> = []
  /// Entries whose types are being found out.
  private var converting: Set<UInt> = []
  /// How classes are passed by value.
  var passings: [UInt: ClassPassing] = [:]
  /// What types are once typedefs and qualifiers are off.
  private var plainEntries: [UInt: DwarfEntry] = [:]
  /// Records that cannot be passed by value as C would, and why.
  var memoryOnly: [CRecordName: String] = [:]
  private var depth = 0

  /// Types within types beyond which a file counts as hostile.
  private static let deepestNesting = 200
  /// Records defined for one request; what lies farther away stays declared only.
  private static let mostRecords = 20_000

  init(over header: CHeader, onlyNames: Bool) {
    self.header = CHeader(over: header)
    self.onlyNames = onlyNames
  }

  /// The C type of an entry; `void` for none.
  mutating func type(_ entry: DwarfEntry?) throws(Untranslatable) -> CQualifiedType {
    guard let entry else { return CQualifiedType(.void) }
    if let known = types[entry.key] { return try known.get() }
    guard depth < Self.deepestNesting else {
      throw Untranslatable(reason: "is made of types nested too deeply")
    }
    // Only structs contain themselves, and those by their names.
    guard converting.insert(entry.key).inserted else {
      throw Untranslatable(reason: "has a type that is made of itself")
    }
    defer { converting.remove(entry.key) }
    depth += 1
    defer { depth -= 1 }
    do throws(Untranslatable) {
      let type = try convert(entry)
      types[entry.key] = .success(type)
      return type
    } catch {
      types[entry.key] = .failure(error)
      throw error
    }
  }

  /// The type that an entry's `DW_AT_type` names.
  mutating func type(of entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    try type(entry.integratedReference(DW_AT_type))
  }

  mutating func language(of entry: DwarfEntry) -> UnitLanguage? {
    if let known = languages[entry.unitKey] { return known }
    guard let unit = entry.unit else { return nil }
    let language = UnitLanguage(unit)
    languages[entry.unitKey] = language
    return language
  }

  /// The entry behind typedefs and qualifiers.
  mutating func plain(_ entry: DwarfEntry) -> DwarfEntry {
    if let known = plainEntries[entry.key] { return known }
    var plain = entry
    var steps = 0
    while [DW_TAG_typedef, DW_TAG_const_type, DW_TAG_volatile_type, DW_TAG_atomic_type]
      .contains(plain.tag), let inner = plain.reference(DW_AT_type), steps < 64
    {
      plain = inner
      steps += 1
    }
    plainEntries[entry.key] = plain
    return plain
  }

  private mutating func convert(_ entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    switch entry.tag {
    case DW_TAG_base_type: return CQualifiedType(try BaseType(entry).type(in: header))
    case DW_TAG_pointer_type, DW_TAG_reference_type, DW_TAG_rvalue_reference_type:
      return CQualifiedType(.pointer(try pointee(of: entry)))
    case DW_TAG_const_type, DW_TAG_immutable_type:
      return try type(of: entry).qualified(.const)
    case DW_TAG_volatile_type: return try type(of: entry).qualified(.volatile)
    case DW_TAG_restrict_type: return try type(of: entry).qualified(.restrict)
    case DW_TAG_atomic_type: return try type(of: entry).qualified(.atomic)
    case DW_TAG_packed_type, DW_TAG_shared_type: return try type(of: entry)
    case DW_TAG_typedef, DW_TAG_template_alias: return try typedef(entry)
    case DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_interface_type, DW_TAG_union_type:
      return CQualifiedType(.record(try record(entry)))
    case DW_TAG_enumeration_type: return CQualifiedType(.enumeration(try enumeration(entry)))
    case DW_TAG_array_type: return try array(entry)
    case DW_TAG_subrange_type: return try type(of: entry)
    case DW_TAG_subroutine_type: return CQualifiedType(.function(try function(entry)))
    case DW_TAG_ptr_to_member_type: return try pointerToMember(entry)
    case DW_TAG_unspecified_type: return try unspecified(entry)
    case DW_TAG_string_type: return try string(entry)
    case let tag:
      throw Untranslatable(reason: "has a type that C cannot express (DWARF tag \(tag))")
    }
  }

  /// What a pointer leads to need not have a C form for the pointer to be passed.
  private mutating func pointee(of entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    if let size = entry.count(DW_AT_byte_size), size != header.target.pointerSize {
      throw Untranslatable(reason: "has a pointer of \(size) bytes")
    }
    do throws(Untranslatable) { return try type(of: entry) } catch {
      return CQualifiedType(.void)
    }
  }

  // MARK: Types without a C keyword

  /// The C++ ABI (section 2.3): a member is an offset, a member function two words.
  private mutating func pointerToMember(
    _ entry: DwarfEntry
  ) throws(Untranslatable) -> CQualifiedType {
    var target = entry.reference(DW_AT_type)
    while let inner = target, [DW_TAG_typedef, DW_TAG_const_type].contains(inner.tag) {
      target = inner.reference(DW_AT_type)
    }
    guard target?.tag == DW_TAG_subroutine_type else { return CQualifiedType(.integer(.long)) }
    throw Untranslatable(reason: "has a pointer to a member function, which C has not")
  }

  private func unspecified(_ entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    let name = entry.name ?? ""
    if name == "decltype(nullptr)" || name == "nullptr_t" {
      return CQualifiedType(.pointer(CQualifiedType(.void)))
    }
    if name == "void" || name == "()" || name == "!" { return CQualifiedType(.void) }
    throw Untranslatable(reason: "has a type that debug information leaves open: '\(name)'")
  }

  /// Characters of Fortran.
  private func string(_ entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    let element = CQualifiedType(.integer(.char))
    return CQualifiedType(.array(element, count: entry.count(DW_AT_byte_size)))
  }

  // MARK: Arrays

  private mutating func array(_ entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    let element = try type(of: entry)
    var counts: [Int?] = []
    for dimension in entry.children {
      guard dimension.tag == DW_TAG_subrange_type else {
        if dimension.tag == DW_TAG_enumeration_type || dimension.tag == DW_TAG_generic_subrange {
          throw Untranslatable(reason: "has an array whose bounds C cannot express")
        }
        continue
      }
      counts.append(count(of: dimension, language(of: entry)))
      if counts.count > 64 { throw Untranslatable(reason: "has an array of too many dimensions") }
    }
    if entry.flag(DW_AT_GNU_vector) { return try vector(element, counts) }
    for dimension in entry.children where dimension.has(DW_AT_byte_stride) {
      throw Untranslatable(reason: "has an array with gaps")
    }
    // Column after column: the first dimension is the innermost.
    if language(of: entry)?.isFortran == true { counts.reverse() }
    if counts.isEmpty { counts = [nil] }
    if !onlyNames { try complete(element.type) }
    return counts.reversed().reduce(element) { CQualifiedType(.array($0, count: $1)) }
  }

  /// gcc and clang write vectors as arrays with a mark.
  private func vector(
    _ element: CQualifiedType, _ counts: [Int?]
  ) throws(Untranslatable) -> CQualifiedType {
    let scalar = header.resolved(element.type)
    if onlyNames, case .typedef = scalar { throw .needsTypes }
    switch scalar {
    case .integer, .floating: break
    case .void, .bool, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .enumeration,
      .typedef:
      throw Untranslatable(reason: "has a vector of what C has no vectors of")
    }
    guard counts.count == 1, let count = counts[0], count > 0, count & (count - 1) == 0,
      count <= Self.mostElements
    else { throw Untranslatable(reason: "has a vector of a size that C has not") }
    return CQualifiedType(.vector(scalar, count: count))
  }

  /// Of a vector; 512 bytes are the widest that a machine has.
  private static let mostElements = 512

  private func count(of dimension: DwarfEntry, _ language: UnitLanguage?) -> Int? {
    if dimension.has(DW_AT_count) { return dimension.count(DW_AT_count) }
    guard dimension.has(DW_AT_upper_bound) else { return nil }
    let lower =
      dimension.has(DW_AT_lower_bound)
      ? dimension.signed(DW_AT_lower_bound) : language?.isFortran == true ? 1 : 0
    guard let lower, let bound = dimension.unsigned(DW_AT_upper_bound) else { return nil }
    // An upper bound of -1, of whatever width, is the array without elements.
    if bound == UInt64.max || bound == UInt64(UInt32.max) && lower == 0 { return 0 }
    let upper = dimension.signed(DW_AT_upper_bound).map { $0 < 0 ? Int64(clamping: bound) : $0 }
    guard let upper, upper < 1 << 48, lower > -(1 << 48), upper >= lower - 1 else { return nil }
    return Int(upper - lower + 1)
  }

  // MARK: Completion

  /// Defines what a type is made of by value.
  mutating func complete(_ type: CType) throws(Untranslatable) {
    switch header.resolved(type) {
    case .array(let element, _): try complete(element.type)
    case .record(let name): try define(name)
    default: return
    }
  }

  /// Notes that a record's members are to be read.
  mutating func enqueue(_ name: CRecordName, _ entry: DwarfEntry) {
    guard !defined.contains(name), waiting.updateValue(entry, forKey: name) == nil else { return }
    order.append(name)
  }

  private mutating func define(_ name: CRecordName) throws(Untranslatable) {
    guard let entry = waiting.removeValue(forKey: name) else { return }
    try define(name, entry)
  }

  /// Defines all records that were named, and those that they name.
  ///
  /// - Parameter onlyAnonymous: leaves those with a tag for later.
  mutating func definePending(onlyAnonymous: Bool = false) {
    var count = 0
    var later: [CRecordName] = []
    while let name = order.popLast(), count < Self.mostRecords {
      if onlyAnonymous, case .tag = name.name {
        later.append(name)
        continue
      }
      count += 1
      // What cannot be defined stays declared, and says so where it is used.
      try? define(name)
    }
    order += later
  }
}

extension CQualifiedType {
  /// With more qualifiers; those of an array are its elements'.
  func qualified(_ more: CQualifiers) -> CQualifiedType {
    if case .array(let element, let count) = type {
      return CQualifiedType(.array(element.qualified(more), count: count), qualifiers)
    }
    // The qualifiers of a function have no meaning.
    if case .function = type { return self }
    return CQualifiedType(type, qualifiers.union(more))
  }
}

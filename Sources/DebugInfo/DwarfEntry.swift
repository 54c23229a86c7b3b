internal import CDwarf

/// One entry (DIE) of debug information.
struct DwarfEntry {
  private(set) var raw: Dwarf_Die

  init(_ raw: Dwarf_Die) { self.raw = raw }

  /// Which entry this is: where it lies in memory, the same for whatever way led to it.
  var key: UInt { UInt(bitPattern: raw.addr) }

  /// Its unit, as a key.
  var unitKey: UInt { UInt(bitPattern: raw.cu) }

  /// `DW_TAG_…`.
  var tag: Int {
    var die = raw
    return Int(dwarf_tag(&die))
  }

  // MARK: Attributes

  /// An attribute of this entry alone.
  func attribute(_ name: Int) -> Dwarf_Attribute? {
    var die = raw
    var attribute = Dwarf_Attribute()
    return dwarf_attr(&die, UInt32(name), &attribute) == nil ? nil : attribute
  }

  /// An attribute of this entry, or of those that it is an instance or a definition of.
  func integrated(_ name: Int) -> Dwarf_Attribute? {
    var die = raw
    var attribute = Dwarf_Attribute()
    return dwarf_attr_integrate(&die, UInt32(name), &attribute) == nil ? nil : attribute
  }

  func has(_ name: Int) -> Bool {
    var die = raw
    return dwarf_hasattr(&die, UInt32(name)) != 0
  }

  func flag(_ name: Int) -> Bool { Self.flag(attribute(name)) }
  func integratedFlag(_ name: Int) -> Bool { Self.flag(integrated(name)) }

  private static func flag(_ attribute: Dwarf_Attribute?) -> Bool {
    guard var attribute else { return false }
    var value = false
    return dwarf_formflag(&attribute, &value) == 0 && value
  }

  func unsigned(_ name: Int) -> UInt64? {
    guard var attribute = attribute(name) else { return nil }
    var value: UInt64 = 0
    return dwarf_formudata(&attribute, &value) == 0 ? value : nil
  }

  func signed(_ name: Int) -> Int64? {
    guard var attribute = attribute(name) else { return nil }
    var value: Int64 = 0
    return dwarf_formsdata(&attribute, &value) == 0 ? value : nil
  }

  /// A size, count or offset that fits and is no nonsense.
  func count(_ name: Int) -> Int? {
    unsigned(name).flatMap { $0 < 1 << 48 ? Int($0) : nil }
  }

  func address(_ name: Int) -> UInt64? {
    guard var attribute = attribute(name) else { return nil }
    var value: UInt64 = 0
    return dwarf_formaddr(&attribute, &value) == 0 ? value : nil
  }

  func text(_ name: Int) -> String? {
    guard var attribute = integrated(name), let text = dwarf_formstring(&attribute) else {
      return nil
    }
    return String(cString: text)
  }

  /// `DW_AT_name`, its own or its declaration's.
  var name: String? {
    var die = raw
    guard let text = dwarf_diename(&die), text[0] != 0 else { return nil }
    return String(cString: text)
  }

  /// The entry that an attribute of this entry alone refers to.
  func reference(_ name: Int) -> DwarfEntry? { Self.reference(attribute(name)) }
  func integratedReference(_ name: Int) -> DwarfEntry? { Self.reference(integrated(name)) }

  private static func reference(_ attribute: Dwarf_Attribute?) -> DwarfEntry? {
    guard var attribute else { return nil }
    var die = Dwarf_Die()
    guard dwarf_formref_die(&attribute, &die) != nil else { return nil }
    return DwarfEntry(die).definedElsewhere ?? DwarfEntry(die)
  }

  /// The type in a unit of its own that a declaration here stands for (DWARF 5, section 3.1.4).
  private var definedElsewhere: DwarfEntry? {
    switch tag {
    case DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type, DW_TAG_enumeration_type:
      guard var signature = attribute(DW_AT_signature) else { return nil }
      var die = Dwarf_Die()
      return dwarf_formref_die(&signature, &die) == nil ? nil : DwarfEntry(die)
    default: return nil
    }
  }

  // MARK: Neighbours

  /// Its unit's own entry.
  var unit: DwarfEntry? {
    var die = raw
    var unit = Dwarf_Die()
    return dwarf_diecu(&die, &unit, nil, nil) == nil ? nil : DwarfEntry(unit)
  }

  /// The first entry within this one.
  var firstChild: DwarfEntry? {
    var die = raw
    var child = Dwarf_Die()
    return dwarf_child(&die, &child) == 0 ? DwarfEntry(child) : nil
  }

  /// The entry behind this one and all within it.
  ///
  /// Damage can say that it lies before: walking there would never end.
  var sibling: DwarfEntry? {
    var die = raw
    var next = Dwarf_Die()
    guard dwarf_siblingof(&die, &next) == 0, UInt(bitPattern: next.addr) > key else { return nil }
    return DwarfEntry(next)
  }

  /// The entries directly within this one.
  var children: Children { Children(upcoming: firstChild) }

  struct Children: Sequence, IteratorProtocol {
    var upcoming: DwarfEntry?

    mutating func next() -> DwarfEntry? {
      guard let current = upcoming else { return nil }
      upcoming = current.sibling
      return current
    }
  }
}

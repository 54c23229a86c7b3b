internal import CDwarf

/// The names that a library's debug information defines, and where.
///
/// One quick walk over the children of all units, and of namespaces in them. The accelerated tables
/// (`.debug_names`, `.gdb_index`, `.debug_pubnames`) are not used: each leaves something out, and
/// some linkers merge them wrongly.
struct DebugIndex {
  /// A function with code.
  struct Function {
    var entry: DwarfEntry
    /// Where it starts.
    var address: UInt64
    var isExternal: Bool
    /// Its name for the linker, where DWARF has one; else its name.
    var symbol: UnsafePointer<CChar>
  }

  /// A named type that is defined, or a variable.
  struct Named {
    var entry: DwarfEntry
    var tag: Int
    var name: UnsafePointer<CChar>
  }

  /// What a walk notes: who asks for functions has no use for the types, which are many more.
  enum Subject {
    case functions
    case typesAndVariables
  }

  private(set) var functions: [Function] = []
  private(set) var types: [Named] = []
  private(set) var variables: [Named] = []
  /// Units that end before they should: what lies behind the damage is not in the index.
  private(set) var damagedUnitCount = 0
  private let subject: Subject

  init(_ file: DwarfFile, _ subject: Subject) {
    self.subject = subject
    file.forEachUnit(includingShared: subject == .typesAndVariables) { unit in
      // Assemblers describe functions without their parameters.
      guard !UnitLanguage(unit).isAssembler else { return }
      walk(unit)
    }
  }

  /// The functions of one unit alone.
  init(unit: DwarfEntry) {
    subject = .functions
    guard !UnitLanguage(unit).isAssembler else { return }
    walk(unit)
  }

  private mutating func walk(_ unit: DwarfEntry) {
    guard var walk = UnitWalk(unit) else { return }
    let isWhole = walk.visit { entry, shape in
      switch subject {
      case .functions:
        if shape.tag == DW_TAG_subprogram, shape.hasCode { noteFunction(entry) }
      case .typesAndVariables:
        if shape.hasName, !shape.isDeclaration { note(entry, shape.tag) }
      }
    }
    if !isWhole { damagedUnitCount += 1 }
  }

  private mutating func note(_ entry: DwarfEntry, _ tag: Int) {
    switch tag {
    case DW_TAG_variable: noteVariable(entry)
    case DW_TAG_structure_type, DW_TAG_union_type, DW_TAG_class_type, DW_TAG_enumeration_type,
      DW_TAG_typedef:
      noteType(entry, tag)
    default: break
    }
  }

  private mutating func noteFunction(_ entry: DwarfEntry) {
    var found = cdwarf_function()
    var die = entry.raw
    guard cdwarf_read_function(&die, &found), let symbol = found.symbol else { return }
    functions.append(
      Function(
        entry: entry, address: found.address, isExternal: found.is_external, symbol: symbol))
  }

  private mutating func noteVariable(_ entry: DwarfEntry) {
    guard entry.integratedFlag(DW_AT_external) else { return }
    var die = entry.raw
    var attribute = Dwarf_Attribute()
    let linkage =
      dwarf_attr_integrate(&die, UInt32(DW_AT_linkage_name), &attribute) == nil
      ? nil : dwarf_formstring(&attribute)
    guard let name = linkage ?? dwarf_diename(&die) else { return }
    variables.append(Named(entry: entry, tag: DW_TAG_variable, name: name))
  }

  private mutating func noteType(_ entry: DwarfEntry, _ tag: Int) {
    var die = entry.raw
    guard let name = dwarf_diename(&die), name[0] != 0 else { return }
    types.append(Named(entry: entry, tag: tag, name: name))
  }
}

/// What a unit is written in, as far as it matters.
struct UnitLanguage: Hashable {
  /// `DW_LANG_…`; nil where the unit does not say.
  var code: Int?

  init(_ unit: DwarfEntry) {
    let number = unit.unsigned(DW_AT_language)
    code = number.map { Int(truncatingIfNeeded: $0) }
  }

  var isAssembler: Bool { code == DW_LANG_Mips_Assembler }

  /// A language in which a function without `DW_AT_prototyped` was defined the old way.
  var isC: Bool {
    [
      DW_LANG_C89, DW_LANG_C, DW_LANG_C99, DW_LANG_C11, Self.c17, DW_LANG_ObjC, DW_LANG_UPC,
    ].contains(code)
  }

  /// `DW_LANG_C17`, which this version of the header does not have yet.
  private static let c17 = 0x2c

  /// Names are nested in namespaces and types.
  var hasScopes: Bool { code != nil && !isC && !isFortran }

  var isFortran: Bool {
    [
      DW_LANG_Fortran77, DW_LANG_Fortran90, DW_LANG_Fortran95, DW_LANG_Fortran03,
      DW_LANG_Fortran08,
    ].contains(code)
  }
}

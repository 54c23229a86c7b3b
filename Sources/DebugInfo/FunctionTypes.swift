internal import CDwarf
internal import CLanguage

/// What functions take and give, as a caller written in C has to see them.
extension TypeConverter {
  /// Parameters beyond which a function counts as hostile.
  private static let mostParameters = 4096

  /// The type of a `DW_TAG_subprogram` or `DW_TAG_subroutine_type`.
  ///
  /// An instance of an inlined or cloned function is described by what it is an instance of: a
  /// clone (`.constprop`, `.isra`) may take fewer parameters, but nobody calls it by this name.
  mutating func function(_ entry: DwarfEntry) throws(Untranslatable) -> CFunctionType {
    let described = entry.reference(DW_AT_abstract_origin) ?? entry
    let isSubprogram = entry.tag == DW_TAG_subprogram
    try refuseForeignConvention(described)
    var list = ParameterList()
    try read(described, &list)
    var parameters = list.parameters
    let isVariadic = list.isVariadic
    var result = try result(of: entry)
    try takeResultInMemory(entry, isMember: list.isMember, &result, &parameters)
    let isC = language(of: entry)?.isC != false
    let isPrototyped = !isC || described.integratedFlag(DW_AT_prototyped)
    if !isPrototyped { try promote(&parameters) }
    // `int f();` says nothing of the parameters, `int f() { … }` that there are none.
    let isUnknown = !isPrototyped && parameters.isEmpty && (isVariadic || !isSubprogram)
    return CFunctionType(
      result: result, parameters: isUnknown ? [] : parameters,
      isVariadic: isVariadic && !isUnknown && !(parameters.isEmpty && isC),
      hasUnknownParameters: isUnknown)
  }

  private struct ParameterList {
    var parameters: [CParameter] = []
    var isVariadic = false
    var isMember = false
  }

  private mutating func read(
    _ function: DwarfEntry, _ list: inout ParameterList, inPack: Bool = false
  ) throws(Untranslatable) {
    for child in function.children {
      switch child.tag {
      case DW_TAG_formal_parameter:
        // gcc's own: the first is no parameter of any function that is called, the second of
        // some of them only.
        let isArtificial = child.integratedFlag(DW_AT_artificial)
        if isArtificial, child.name == "__in_chrg" { continue }
        if isArtificial, child.name == "__vtt_parm" {
          throw Untranslatable(reason: "builds or ends an object with virtual bases")
        }
        if list.parameters.isEmpty, isArtificial, child.name == "this" { list.isMember = true }
        list.parameters.append(try parameter(child))
        if list.parameters.count > Self.mostParameters {
          throw Untranslatable(reason: "has too many parameters")
        }
      // The arguments that a template takes any number of, one after the other.
      case DW_TAG_GNU_formal_parameter_pack where !inPack:
        try read(child, &list, inPack: true)
      case DW_TAG_unspecified_parameters: list.isVariadic = true
      default: break
      }
    }
  }

  private mutating func result(of entry: DwarfEntry) throws(Untranslatable) -> CQualifiedType {
    var result = try type(of: entry)
    // Qualifiers of a value that is given back mean nothing.
    if case .pointer = result.type {} else { result.qualifiers = [] }
    return result
  }

  private mutating func parameter(_ entry: DwarfEntry) throws(Untranslatable) -> CParameter {
    let name = entry.name.map { CxxIdentifier.from($0) }
    guard let typeEntry = entry.integratedReference(DW_AT_type) else {
      throw Untranslatable(reason: "has a parameter without a type")
    }
    var type = try type(typeEntry)
    if language(of: entry)?.isFortran == true {
      return CParameter(name: name, type: try fortranType(type, typeEntry, of: entry))
    }
    if case .void = header.resolved(type.type) {
      throw Untranslatable(reason: "has a parameter of type void")
    }
    if try isPassedInMemory(typeEntry) {
      type = CQualifiedType(.pointer(type))
    } else {
      try refuseUnlikeC(type.type, typeEntry)
    }
    return CParameter(name: name, type: type)
  }

  // MARK: Objects of C++

  /// A result that is no plain value of C++ is written where a hidden first argument points, which
  /// the function gives back (Itanium C++ ABI, section 3.1.3.1).
  private mutating func takeResultInMemory(
    _ entry: DwarfEntry, isMember: Bool, _ result: inout CQualifiedType,
    _ parameters: inout [CParameter]
  ) throws(Untranslatable) {
    guard let typeEntry = entry.integratedReference(DW_AT_type) else { return }
    if language(of: entry)?.isFortran == true,
      [DW_TAG_string_type, DW_TAG_array_type].contains(plain(typeEntry).tag)
    {
      throw Untranslatable(reason: "gives back a text or an array as Fortran does")
    }
    guard try isPassedInMemory(typeEntry) else {
      try refuseUnlikeC(result.type, typeEntry)
      return
    }
    guard header.target.triple.hasPrefix("x86_64") else {
      throw Untranslatable(reason: "gives back an object in a way that C cannot express")
    }
    result = CQualifiedType(.pointer(result))
    parameters.insert(CParameter(name: CxxIdentifier.hiddenResult, type: result), at: 0)
  }

  /// A class with a copy constructor or a destructor of its own is passed by address.
  private mutating func isPassedInMemory(_ type: DwarfEntry) throws(Untranslatable) -> Bool {
    let entry = plain(type)
    guard [DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type].contains(entry.tag),
      language(of: entry)?.hasScopes == true
    else { return false }
    if onlyNames { throw .needsTypes }
    switch passing(of: entry) {
    case .byAddress: return true
    case .asC: return false
    case .unknown(let reason): throw Untranslatable(reason: reason)
    }
  }

  private mutating func passing(of entry: DwarfEntry) -> ClassPassing {
    if let known = passings[entry.key] { return known }
    let passing = ClassPassing(entry)
    passings[entry.key] = passing
    return passing
  }

  /// Values whose parts C could not name are not classified as their own language does.
  mutating func refuseUnlikeC(
    _ type: CType, _ entry: DwarfEntry
  ) throws(Untranslatable) {
    if onlyNames {
      let tag = plain(entry).tag
      guard [DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type].contains(tag) else {
        return
      }
      throw .needsTypes
    }
    guard case .record(let name) = header.resolved(type) else { return }
    try complete(type)
    if let problem = memoryOnly[name] { throw Untranslatable(reason: problem) }
  }

  /// DWARF 5, section 3.3.1.1.
  ///
  /// Some compilers do not say that they call differently.
  private mutating func refuseForeignConvention(
    _ entry: DwarfEntry
  ) throws(Untranslatable) {
    if let convention = entry.count(DW_AT_calling_convention), convention != DW_CC_normal {
      throw Untranslatable(reason: "is called by another convention than C's (\(convention))")
    }
    guard entry.tag == DW_TAG_subprogram, let language = language(of: entry) else { return }
    if let other = language.ownConvention(symbol: entry.text(DW_AT_linkage_name)) {
      throw Untranslatable(reason: "is called by \(other)'s own convention")
    }
  }

  /// Arguments of functions defined the old way are promoted (C11, section 6.5.2.2, paragraph 6).
  private func promote(_ parameters: inout [CParameter]) throws(Untranslatable) {
    for index in parameters.indices {
      switch header.resolved(parameters[index].type.type) {
      case .floating(.float): parameters[index].type = CQualifiedType(.floating(.double))
      case .bool: parameters[index].type = CQualifiedType(.integer(.int))
      case .integer(let kind) where header.target.width(of: kind) < header.target.width(of: .int):
        parameters[index].type = CQualifiedType(.integer(.int))
      case .typedef where onlyNames:
        // What the name stands for is not read here.
        throw .needsTypes
      default: break
      }
    }
  }
}

extension UnitLanguage {
  /// The language whose functions are not called as C's are, unless they are exported for C.
  func ownConvention(symbol: String?) -> String? {
    switch code {
    case DW_LANG_Go: return "Go"
    case DW_LANG_Rust:
      guard let symbol else { return nil }
      return symbol.hasPrefix("_R") || symbol.hasPrefix("_ZN") ? "Rust" : nil
    case DW_LANG_Swift:
      guard let symbol else { return nil }
      return symbol.hasPrefix("$") || symbol.hasPrefix("_$") ? "Swift" : nil
    case DW_LANG_Haskell: return "Haskell"
    case DW_LANG_OCaml: return "OCaml"
    default: return nil
    }
  }
}

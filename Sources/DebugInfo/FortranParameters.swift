internal import CDwarf
internal import CLanguage

/// How Fortran passes its arguments, which their types do not say.
///
/// An argument is passed by its address unless it has the attribute VALUE. Debug information gives it
/// the type of what the address leads to; that there is an address on the way shows in its location
/// alone (`DW_OP_deref` behind the place of the argument), and only where code was not optimised.
extension TypeConverter {
  /// The type by which C passes a parameter of Fortran.
  mutating func fortranType(
    _ type: CQualifiedType, _ typeEntry: DwarfEntry, of entry: DwarfEntry
  ) throws(Untranslatable) -> CQualifiedType {
    let plainType = plain(typeEntry)
    for mark in [DW_AT_data_location, DW_AT_allocated, DW_AT_associated] where plainType.has(mark) {
      throw Untranslatable(reason: "takes an array with its descriptor, which C has not")
    }
    switch entry.isBehindAddress {
    case false?:
      try refuseUnlikeC(type.type, typeEntry)
      return type
    case true?:
      var target = type
      while case .array(let element, _) = target.type { target = element }
      return CQualifiedType(.pointer(target))
    case nil:
      throw Untranslatable(
        reason: "passes arguments as Fortran does, of which its debug information does not tell how"
      )
    }
  }
}

extension DwarfEntry {
  /// Whether what a parameter is lies where the argument points to; nil when its location does not
  /// tell.
  fileprivate var isBehindAddress: Bool? {
    guard var attribute = attribute(DW_AT_location), dwarf_whatform(&attribute) == DW_FORM_exprloc
    else { return nil }
    var operations: UnsafeMutablePointer<Dwarf_Op>?
    var count = 0
    guard dwarf_getlocation(&attribute, &operations, &count) == 0, let operations,
      count == 1 || count == 2, Int(operations[0].atom) == DW_OP_fbreg
    else { return nil }
    if count == 1 { return false }
    return Int(operations[1].atom) == DW_OP_deref ? true : nil
  }
}

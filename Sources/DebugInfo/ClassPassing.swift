internal import CDwarf

/// How objects of a C++ class are passed by value (Itanium C++ ABI, section 3.1.2.3): in registers
/// and on the stack as C does, or by the address of a copy that the caller made.
///
/// Compilers may say it (`DW_AT_calling_convention`, DWARF 5, section 5.7.1); gcc does not. Then it
/// follows from what the class declares: a destructor or a copying or moving constructor that
/// somebody wrote, virtual functions, or a member or base that has such.
enum ClassPassing {
  case asC
  case byAddress
  /// Follows the function's name.
  case unknown(String)

  /// Bases and members within each other that are looked at.
  private static let deepestNesting = 32

  init(_ entry: DwarfEntry, depth: Int = 0) {
    switch entry.count(DW_AT_calling_convention) {
    case DW_CC_pass_by_reference:
      self = .byAddress
      return
    case DW_CC_pass_by_value:
      self = .asC
      return
    default: break
    }
    guard depth < Self.deepestNesting, !entry.flag(DW_AT_declaration) else {
      self = .unknown("passes a class by value that is not defined here")
      return
    }
    self = .asC
    if entry.has(DW_AT_containing_type) { self = .byAddress }
    var copies = (deleted: 0, kept: 0)
    for child in entry.children {
      switch child.tag {
      case DW_TAG_subprogram: note(child, of: entry, &copies)
      case DW_TAG_inheritance:
        if (child.count(DW_AT_virtuality) ?? 0) != 0 { self = .byAddress }
        note(part: child, depth)
      case DW_TAG_member where !child.flag(DW_AT_declaration) && !child.flag(DW_AT_external):
        note(part: child, depth)
      default: break
      }
    }
    // What cannot be copied or moved at all is passed by address too.
    if copies.deleted > 0, copies.kept == 0 { self = .byAddress }
  }

  private mutating func note(
    _ function: DwarfEntry, of entry: DwarfEntry, _ copies: inout (deleted: Int, kept: Int)
  ) {
    if (function.count(DW_AT_virtuality) ?? 0) != 0 { self = .byAddress }
    guard let name = function.name, let owner = entry.name?.prefix(while: { $0 != "<" }) else {
      return
    }
    // Defaulted where it is declared: as if nobody had written it.
    let isOurs =
      !function.flag(DW_AT_artificial) && function.count(DW_AT_defaulted) != DW_DEFAULTED_in_class
    if name == "~\(owner)" {
      if isOurs { self = .byAddress }
      return
    }
    guard name == owner else { return }
    let parameters = function.children.filter {
      $0.tag == DW_TAG_formal_parameter && !$0.flag(DW_AT_artificial)
    }
    guard let first = parameters.first, isReference(first, to: entry) else { return }
    if function.flag(DW_AT_deleted) {
      copies.deleted += 1
      return
    }
    copies.kept += 1
    guard isOurs else { return }
    if parameters.count == 1 {
      self = .byAddress
    } else if case .asC = self {
      self = .unknown("passes a class by value whose constructors leave open how")
    }
  }

  /// `const C &` or `C &&` in a constructor of `C`.
  private func isReference(_ parameter: DwarfEntry, to entry: DwarfEntry) -> Bool {
    guard let type = parameter.reference(DW_AT_type),
      [DW_TAG_reference_type, DW_TAG_rvalue_reference_type].contains(type.tag),
      var target = type.reference(DW_AT_type)
    else { return false }
    for _ in 0..<8 where [DW_TAG_const_type, DW_TAG_volatile_type].contains(target.tag) {
      guard let inner = target.reference(DW_AT_type) else { return false }
      target = inner
    }
    return target.key == entry.key
  }

  /// What a member or base is, the whole is.
  private mutating func note(part: DwarfEntry, _ depth: Int) {
    if case .byAddress = self { return }
    var entry = part.reference(DW_AT_type)
    for _ in 0..<64 {
      guard let inner = entry,
        [
          DW_TAG_typedef, DW_TAG_const_type, DW_TAG_volatile_type, DW_TAG_array_type,
        ].contains(inner.tag)
      else { break }
      entry = inner.reference(DW_AT_type)
    }
    guard let entry,
      [DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type].contains(entry.tag)
    else { return }
    switch ClassPassing(entry, depth: depth + 1) {
    case .asC: break
    case .byAddress: self = .byAddress
    case .unknown(let reason): self = .unknown(reason)
    }
  }
}

internal import CDwarf
internal import CLanguage

/// The namespaces and classes that entries lie in: entries know their children, not their parents.
struct ScopeNames {
  /// By unit, then by entry.
  private var units: [UInt: [UInt: String]] = [:]
  private static let deepestNesting = 64
  /// Entries of one unit that are noted.
  private static let mostEntries = 1 << 20

  /// `outer::inner::` for an entry within those; empty for one of the unit itself.
  mutating func prefix(of entry: DwarfEntry) -> String {
    // A type in a unit of its own is defined outside of the namespace that it is declared in.
    let entry = entry.reference(DW_AT_specification) ?? entry
    if let known = units[entry.unitKey] { return known[entry.key] ?? "" }
    var found: [UInt: String] = [:]
    if let unit = entry.unit { Self.note(unit, "", 0, &found) }
    units[entry.unitKey] = found
    return found[entry.key] ?? ""
  }

  private static func note(
    _ parent: DwarfEntry, _ prefix: String, _ depth: Int, _ found: inout [UInt: String]
  ) {
    guard depth < deepestNesting else { return }
    for entry in parent.children {
      switch entry.tag {
      case DW_TAG_namespace, DW_TAG_module, DW_TAG_structure_type, DW_TAG_class_type,
        DW_TAG_union_type:
        guard found.count < mostEntries else { return }
        if !prefix.isEmpty { found[entry.key] = prefix }
        let name = entry.name ?? (entry.tag == DW_TAG_namespace ? "_anonymous_" : "")
        // An inline namespace is part of its name for the linker, not for people.
        let inner =
          name.isEmpty || entry.flag(DW_AT_export_symbols) ? prefix : prefix + name + "::"
        note(entry, inner, depth + 1, &found)
      case DW_TAG_typedef, DW_TAG_enumeration_type, DW_TAG_template_alias:
        if !prefix.isEmpty, found.count < mostEntries { found[entry.key] = prefix }
      default: break
      }
    }
  }
}

/// What two entries of one name have in common when they describe the same type.
struct TypeOutline: Hashable {
  private(set) var text: String

  init(_ entry: DwarfEntry) {
    text = "\(entry.tag == DW_TAG_class_type ? DW_TAG_structure_type : entry.tag) "
    text += "\(entry.unsigned(DW_AT_byte_size) ?? 0) \(SourceOrigin.of(entry).line)"
    for child in entry.children {
      switch child.tag {
      case DW_TAG_member, DW_TAG_inheritance:
        var type = child.reference(DW_AT_type)
        var steps = 0
        while let inner = type, inner.name == nil, steps < 8 {
          text += " \(inner.tag)"
          type = inner.reference(DW_AT_type)
          steps += 1
        }
        text += "; \(child.name ?? "") \(child.unsigned(DW_AT_data_member_location) ?? 0)"
        text += " \(child.unsigned(DW_AT_data_bit_offset) ?? 0) \(type?.name ?? "")"
      case DW_TAG_enumerator:
        text += "; \(child.name ?? "") \(child.signed(DW_AT_const_value) ?? 0)"
      default: break
      }
    }
  }
}

internal import CDwarf

/// What the entries of one abbreviation have in common (DWARF 5, section 7.5.3), as far as a walk
/// needs it: what they are, and how long.
struct EntryShape {
  struct Attribute {
    var name: Int
    var form: Int
    /// Bytes of its value; -1 when they depend on the entry.
    var size = -1
  }

  /// 0 for none.
  var tag = 0
  var hasChildren = false
  /// Which attributes of ``EntryShapes`` it has.
  var attributes = 0..<0
  /// Bytes of all values, when they do not depend on the entry; -1 when they do.
  var fixedSize = 0
  /// It may have code: `DW_AT_low_pc` or `DW_AT_ranges`.
  var hasCode = false
  var hasName = false
  var isDeclaration = false

  fileprivate mutating func note(_ attribute: Attribute) {
    switch attribute.name {
    case DW_AT_sibling:
      // Whoever skips the entry wants to know it.
      fixedSize = -1
      return
    case DW_AT_low_pc, DW_AT_ranges: hasCode = true
    case DW_AT_name, DW_AT_specification, DW_AT_abstract_origin, DW_AT_linkage_name: hasName = true
    case DW_AT_declaration: isDeclaration = true
    default: break
    }
    guard fixedSize >= 0 else { return }
    fixedSize = attribute.size < 0 ? -1 : fixedSize + attribute.size
  }
}

/// The shapes that entries of one unit have, by their codes.
struct EntryShapes {
  /// Codes beyond which shapes are not kept in a row.
  private static let denseCodes = 4096

  private(set) var attributes: [EntryShape.Attribute] = []
  private var shapes: [EntryShape] = []
  private var rareShapes: [Int: EntryShape] = [:]

  /// The shape of a code, when it was noted.
  subscript(code: Int) -> EntryShape? {
    if code < shapes.count { return shapes[code].tag == 0 ? nil : shapes[code] }
    return code < Self.denseCodes ? nil : rareShapes[code]
  }

  /// Reads a shape off an entry that has it; nil when it has none.
  mutating func note(_ code: Int, of entry: DwarfEntry, _ sizes: FormSizes) -> EntryShape? {
    var die = entry.raw
    var shape = EntryShape()
    shape.tag = Int(dwarf_tag(&die))
    guard shape.tag != 0 else { return nil }
    shape.hasChildren = dwarf_haschildren(&die) > 0
    let start = attributes.count
    withUnsafeMutablePointer(to: &attributes) { attributes in
      _ = dwarf_getattrs(
        &die,
        { attribute, argument in
          guard let attribute, let argument else { return Int32(DWARF_CB_ABORT) }
          argument.assumingMemoryBound(to: [EntryShape.Attribute].self).pointee.append(
            EntryShape.Attribute(
              name: Int(dwarf_whatattr(attribute)), form: Int(dwarf_whatform(attribute))))
          return Int32(DWARF_CB_OK)
        }, attributes, 0)
    }
    shape.attributes = start..<attributes.count
    for index in shape.attributes {
      attributes[index].size = sizes.fixed(attributes[index].form) ?? -1
      shape.note(attributes[index])
    }
    guard code < Self.denseCodes else {
      rareShapes[code] = shape
      return shape
    }
    while shapes.count <= code { shapes.append(EntryShape()) }
    shapes[code] = shape
    return shape
  }
}

/// How long values are in one unit (DWARF 5, section 7.5.6).
struct FormSizes {
  let version: Int
  let addressSize: Int
  let offsetSize: Int

  /// Of a form that always is as long.
  func fixed(_ form: Int) -> Int? {
    switch form {
    case DW_FORM_flag_present, DW_FORM_implicit_const: 0
    case DW_FORM_data1, DW_FORM_ref1, DW_FORM_flag, DW_FORM_strx1, DW_FORM_addrx1: 1
    case DW_FORM_data2, DW_FORM_ref2, DW_FORM_strx2, DW_FORM_addrx2: 2
    case DW_FORM_strx3, DW_FORM_addrx3: 3
    case DW_FORM_data4, DW_FORM_ref4, DW_FORM_strx4, DW_FORM_addrx4, DW_FORM_ref_sup4: 4
    case DW_FORM_data8, DW_FORM_ref8, DW_FORM_ref_sig8, DW_FORM_ref_sup8: 8
    case DW_FORM_data16: 16
    case DW_FORM_addr: addressSize
    case DW_FORM_ref_addr: version == 2 ? addressSize : offsetSize
    case DW_FORM_strp, DW_FORM_sec_offset, DW_FORM_line_strp, DW_FORM_strp_sup,
      DW_FORM_GNU_strp_alt, DW_FORM_GNU_ref_alt:
      offsetSize
    default: nil
    }
  }
}

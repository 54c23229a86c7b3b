import TestSupport

/// A unit of debug information written by hand, beside a sound one: what no compiler would write.
struct AssembledUnit {
  /// Abbreviations that every unit has, by their codes (DWARF 5, section 7.5.3).
  private static let abbreviations: [(code: Int, tag: Int, hasChildren: Bool, attributes: [Int])] =
    [
      // Pairs of attribute and form: language data1, statement list sec_offset.
      (1, 0x11, true, [0x13, 0x0b]),
      // A function: external flag_present, name string, low_pc addr, type ref4.
      (2, 0x2e, true, [0x3f, 0x19, 0x03, 0x08, 0x11, 0x01, 0x49, 0x13]),
      (3, 0x05, false, [0x49, 0x13]),
      // typedef: name, type.
      (4, 0x16, false, [0x03, 0x08, 0x49, 0x13]),
      // struct: name, byte_size udata.
      (5, 0x13, true, [0x03, 0x08, 0x0b, 0x0f]),
      // member: name, type, data_member_location udata.
      (6, 0x0d, false, [0x03, 0x08, 0x49, 0x13, 0x38, 0x0f]),
      (7, 0x0f, false, [0x49, 0x13]),
      // A definition: specification ref4, low_pc; and an instance: abstract_origin ref4, low_pc.
      (8, 0x2e, true, [0x47, 0x13, 0x11, 0x01]),
      (9, 0x2e, true, [0x31, 0x13, 0x11, 0x01]),
      (10, 0x26, false, [0x49, 0x13]),
      // array: type; subrange: count udata.
      (11, 0x01, true, [0x49, 0x13]),
      (12, 0x21, false, [0x37, 0x0f]),
      // A number: byte_size data1, encoding data1, name.
      (13, 0x24, false, [0x0b, 0x0b, 0x3e, 0x0b, 0x03, 0x08]),
      // A function whose name and address are indices: strx1, addrx1.
      (14, 0x2e, true, [0x3f, 0x19, 0x03, 0x25, 0x11, 0x29]),
      // A unit with bases for those: language, str_offsets_base, addr_base.
      (15, 0x11, true, [0x13, 0x0b, 0x72, 0x17, 0x73, 0x17]),
      // A unit with a line table: language, stmt_list sec_offset.
      (16, 0x11, true, [0x13, 0x0b, 0x10, 0x17]),
      // A function with a file: external, name, low_pc, decl_file udata, decl_line udata.
      (17, 0x2e, true, [0x3f, 0x19, 0x03, 0x08, 0x11, 0x01, 0x3a, 0x0f, 0x3b, 0x0f]),
      // A struct that tells where its sibling is: sibling ref4, name, byte_size.
      (18, 0x13, true, [0x01, 0x13, 0x03, 0x08, 0x0b, 0x0f]),
      // Forms that nobody knows, and one that names another one.
      (19, 0x16, false, [0x03, 0x7f]),
      (20, 0x16, false, [0x03, 0x16, 0x49, 0x13]),
      // References beyond the file: signature ref_sig8, GNU_ref_alt, ref_addr.
      (21, 0x05, false, [0x49, 0x20]),
      (22, 0x05, false, [0x49, 0x1f20]),
      (23, 0x05, false, [0x49, 0x10]),
      // An enumeration whose underlying type is given: name, type, byte_size.
      (24, 0x04, true, [0x03, 0x08, 0x49, 0x13, 0x0b, 0x0f]),
      // A bit-field: name, type, bit_size udata, data_bit_offset udata.
      (25, 0x0d, false, [0x03, 0x08, 0x49, 0x13, 0x0d, 0x0f, 0x6b, 0x0f]),
      (26, 0x39, true, [0x03, 0x08]),
      // A name in the text section, beyond its end.
      (27, 0x16, false, [0x03, 0x0e, 0x49, 0x13]),
      // A base class: type, location.
      (28, 0x1c, false, [0x49, 0x13, 0x38, 0x0f]),
      // A name of 1 GiB.
      (29, 0x13, true, [0x03, 0x09]),
      (30, 0x10, false, [0x49, 0x13]),
      (31, 0x42, false, [0x49, 0x13]),
    ]

  /// The library's file; removed with this.
  let library: CompiledLibrary

  /// - Parameters:
  ///   - entries: of the unit, in assembler; `R(label)` refers to an entry, `.Lcode` is code.
  ///   - unit: the abbreviation of the unit's own entry, and its values.
  ///   - sections: more sections.
  ///   - abbreviations: instead of those here, in assembler.
  /// - Throws: when it does not assemble.
  init(
    _ entries: String, unit: String = ".uleb128 1\n.byte 29", sections: String = "",
    abbreviations: String? = nil
  ) throws {
    let text = """
      .text
      .globl broken
      broken:
      .Lcode: ret
      .section .debug_abbrev,"",@progbits
      .Labbreviations:
      \(abbreviations ?? Self.abbreviationText)
      .section .debug_info,"",@progbits
      .Lunit: .long .Lend - .Lversion
      .Lversion: .short 5
      .byte 1, 8
      .long .Labbreviations
      \(unit)
      \(entries.replacing(/R\(([A-Za-z0-9_]+)\)/) { ".long .L\($0.output.1) - .Lunit" })
      .byte 0
      .Lend:
      \(sections)
      .section .note.GNU-stack,"",@progbits
      """
    library = try CompiledLibrary(
      "int fine(int a) { return a; }", ["broken.s"], extra: ["broken.s": text])
  }

  private static let abbreviationText: String =
    abbreviations.map { abbreviation in
      let values =
        [abbreviation.code, abbreviation.tag].map { ".uleb128 \($0)" }
        + [".byte \(abbreviation.hasChildren ? 1 : 0)"]
        + abbreviation.attributes.map { ".uleb128 \($0)" }
      return (values + [".byte 0, 0"]).joined(separator: "\n")
    }.joined(separator: "\n") + "\n.byte 0"
}

internal import CDwarf

/// Goes through the entries of a unit that have names of the whole program: its children, and those
/// of namespaces and modules in it.
///
/// libdw walks too, but it looks the abbreviation of every entry up in a shared table and searches
/// the entry for where the next one is. Of hundreds of thousands of entries most are of no interest;
/// here each kind of them is asked once (`EntryShape`), and the rest is adding up lengths.
struct UnitWalk {
  /// Namespaces within each other that are gone into.
  private static let deepestNesting = 64

  private let unit: DwarfEntry
  private let sizes: FormSizes
  private var bytes: DwarfBytes
  /// Where the unit starts, from which references count.
  private let unitStart: Int
  private var shapes = EntryShapes()

  /// - Parameter unit: a unit's own entry; nil when it is none or has nothing in it.
  init?(_ unit: DwarfEntry) {
    guard let first = unit.firstChild, let start = unit.raw.addr, let address = first.raw.addr
    else { return nil }
    var die = unit.raw
    var version: Dwarf_Half = 0
    var addressSize: UInt8 = 0
    var offsetSize: UInt8 = 0
    var section = cdwarf_bytes()
    guard let cu = unit.raw.cu,
      dwarf_cu_die(cu, &die, &version, nil, &addressSize, &offsetSize, nil, nil) != nil,
      let dwarf = dwarf_cu_getdwarf(cu), cdwarf_section_around(dwarf, start, &section),
      let base = section.start
    else { return nil }
    die = unit.raw
    self.unit = unit
    sizes = FormSizes(
      version: Int(version), addressSize: Int(addressSize), offsetSize: Int(offsetSize))
    // Counted from the unit's first byte, the length.
    unitStart = UnsafeRawPointer(start) - UnsafeRawPointer(base) - Int(dwarf_cuoffset(&die))
    var all = DwarfBytes(section)
    guard all.move(to: unitStart), offsetSize == 4 || all.skip(4),
      let length = all.count(Int(offsetSize))
    else { return nil }
    let end = min(length, all.bytes.count - all.offset) + all.offset
    bytes = DwarfBytes(UnsafeRawBufferPointer(rebasing: all.bytes[..<end]))
    guard bytes.move(to: UnsafeRawPointer(address) - UnsafeRawPointer(base)) else { return nil }
  }

  /// Visits the entries.
  ///
  /// - Returns: false when the unit is damaged; what lies behind the damage was not visited.
  mutating func visit(_ body: (DwarfEntry, EntryShape) -> Void) -> Bool {
    // Entries that are open, and how many of them, the outermost, are namespaces gone into.
    var depth = 0
    var scopes = 0
    while !bytes.isAtEnd {
      let start = bytes.offset
      guard let code = bytes.uleb() else { return false }
      if code == 0 {
        if depth == 0 { return true }
        depth -= 1
        scopes = min(scopes, depth)
        continue
      }
      guard let shape = shapes[code] ?? shapes.note(code, of: entry(at: start), sizes) else {
        return false
      }
      let isScope = shape.tag == DW_TAG_namespace || shape.tag == DW_TAG_module
      if depth == scopes, !isScope { body(entry(at: start), shape) }
      guard let sibling = skipValues(shape) else { return false }
      guard shape.hasChildren else { continue }
      if depth == scopes, isScope, scopes < Self.deepestNesting {
        depth += 1
        scopes += 1
      } else if sibling >= bytes.offset, bytes.move(to: sibling) {
        // Nothing in it is of interest.
      } else {
        depth += 1
      }
    }
    // Some compilers leave out the end marks.
    return true
  }

  /// Skips an entry's values; gives back where its sibling is, 0 when it does not tell.
  private mutating func skipValues(_ shape: EntryShape) -> Int? {
    if shape.fixedSize >= 0 { return bytes.skip(shape.fixedSize) ? 0 : nil }
    var sibling = 0
    for index in shape.attributes {
      let attribute = shapes.attributes[index]
      if attribute.name == DW_AT_sibling {
        let start = bytes.offset
        switch attribute.form {
        case DW_FORM_ref1, DW_FORM_ref2, DW_FORM_ref4, DW_FORM_ref8:
          guard let offset = bytes.count(attribute.size) else { return nil }
          sibling = unitStart &+ offset
          continue
        case DW_FORM_ref_udata:
          guard let offset = bytes.uleb() else { return nil }
          sibling = unitStart &+ offset
          continue
        default: _ = bytes.move(to: start)
        }
      }
      let isThere =
        attribute.size >= 0
        ? bytes.skip(attribute.size) : bytes.skip(form: attribute.form, sizes)
      guard isThere else { return nil }
    }
    return sibling
  }

  private func entry(at offset: Int) -> DwarfEntry {
    var die = Dwarf_Die()
    die.addr = UnsafeMutableRawPointer(mutating: bytes.bytes.baseAddress.map { $0 + offset })
    die.cu = unit.raw.cu
    return DwarfEntry(die)
  }
}

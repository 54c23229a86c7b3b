internal import CDwarf
internal import Glibc

/// A package of split DWARF (`.dwp`): what were `.dwo` files, in one file beside the library.
///
/// elfutils 0.188 does not read packages, but it reads a unit whose sections are its own; those of
/// each one are put together in memory from its parts. Types in units of their own are found where
/// they came from the same `.dwo` file as what names them.
final class DwarfPackage {
  /// Where it lies.
  let path: String
  private let descriptor: Int32
  private let elf: OpaquePointer
  private let stamp: FileStamps
  private let units: PackageIndex
  private let typeParts: [PackageIndex.Parts]
  /// What was put together, by identification; nil for what could not be.
  private var packed: [UInt64: PackedUnit?] = [:]

  /// Opens a package.
  ///
  /// - Returns: nil when there is no such file, or it is none of a little-endian machine.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    elf_version(UInt32(EV_CURRENT))
    guard let elf = elf_begin(descriptor, ELF_C_READ_MMAP, nil) else {
      close(descriptor)
      return nil
    }
    var index = cdwarf_bytes()
    guard Self.isLittleEndian(elf), cdwarf_section_of(elf, ".debug_cu_index", &index),
      let units = PackageIndex(index)
    else {
      elf_end(elf)
      close(descriptor)
      return nil
    }
    var types = cdwarf_bytes()
    let hasTypes = cdwarf_section_of(elf, ".debug_tu_index", &types)
    typeParts = hasTypes ? PackageIndex(types)?.allParts ?? [] : []
    self.path = path
    self.descriptor = descriptor
    self.elf = elf
    self.units = units
    stamp = FileStamps(path: path)
  }

  deinit {
    packed = [:]
    elf_end(elf)
    close(descriptor)
  }

  /// Whether the file is another one than when it was opened.
  var isStale: Bool { stamp.haveChanged }

  private static func isLittleEndian(_ elf: OpaquePointer) -> Bool {
    let identification = elf_getident(elf, nil)
    return identification?[Int(EI_DATA)] == CChar(ELFDATA2LSB)
  }

  /// A unit's own entry.
  ///
  /// - Parameters:
  ///   - identification: that of its skeleton.
  ///   - own: the sections that it needs of the library's file, by name.
  /// - Returns: nil when the package has no such unit, or it is damaged.
  func unit(
    _ identification: UInt64, with own: () -> [(name: String, bytes: [UInt8])]
  ) -> DwarfEntry? {
    if let known = packed[identification] { return known?.entry }
    let unit = units.parts(of: identification).flatMap(sections).flatMap { PackedUnit($0 + own()) }
    packed[identification] = .some(unit)
    return unit?.entry
  }

  private func sections(of parts: PackageIndex.Parts) -> [(name: String, bytes: [UInt8])]? {
    var sections: [(name: String, bytes: [UInt8])] = []
    // All that came from one `.dwo` file has these in common.
    let siblings = typeParts.filter {
      $0[.abbreviations] == parts[.abbreviations] && $0[.stringOffsets] == parts[.stringOffsets]
    }
    for section in PackageIndex.Section.allCases {
      var bytes: [UInt8] = []
      switch section {
      case .info, .types:
        for unit in [parts] + siblings {
          guard let range = unit[section] else { continue }
          guard let part = self.bytes(section.name, range) else { return nil }
          bytes += part
        }
      default:
        guard let range = parts[section] else { continue }
        guard let part = self.bytes(section.name, range) else { return nil }
        bytes = Array(part)
      }
      if section == .stringOffsets {
        guard let own = ownStrings(bytes) else { return nil }
        sections.append((".debug_str", own.strings))
        bytes = own.offsets
      }
      if !bytes.isEmpty { sections.append((section.plainName, bytes)) }
    }
    return sections
  }

  private func bytes(_ name: String, _ range: Range<Int>) -> UnsafeRawBufferPointer? {
    var section = cdwarf_bytes()
    guard cdwarf_section_of(elf, name, &section), range.upperBound <= section.size else {
      return nil
    }
    return UnsafeRawBufferPointer(
      rebasing: DwarfBytes(section).bytes[range.lowerBound..<range.upperBound])
  }

  /// The texts that a unit refers to, and its table of them changed to that: all units of a package
  /// share one section of texts, which need not be copied for each.
  private func ownStrings(_ table: [UInt8]) -> (offsets: [UInt8], strings: [UInt8])? {
    var section = cdwarf_bytes()
    guard cdwarf_section_of(elf, ".debug_str.dwo", &section) else { return nil }
    let all = DwarfBytes(section)
    var offsets = table
    var strings: [UInt8] = [0]
    var places: [Int: UInt32] = [:]
    // DWARF 5, section 7.26: the table starts with its length, of which 64-bit ones have eight bytes
    // behind a mark; no unit's part of a package needs them. Before version 5 it has no header.
    var index = units.version == 5 ? 8 : 0
    while index + 4 <= offsets.count {
      let old = offsets[index..<(index + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
      if places[old] == nil {
        guard let text = all.text(at: old) else { return nil }
        places[old] = UInt32(strings.count)
        let length = strlen(text) + 1
        // Texts may end alike, and be one; a damaged table can name every byte of a long one.
        guard strings.count + length <= 4 * section.size + 1 else { return nil }
        strings += UnsafeRawBufferPointer(start: text, count: length)
      }
      offsets.replaceSubrange(index..<(index + 4), with: little(places[old] ?? 0))
      index += 4
    }
    return (offsets, strings)
  }
}

internal import CElf
internal import ELFModel

/// One section header (`Elf64_Shdr`), of either class.
struct SectionHeader: Sendable {
  /// `sh_name`, an offset into the section name strings.
  let name: UInt32
  let type: UInt32
  let flags: UInt64
  let address: UInt64
  let offset: UInt64
  let size: UInt64
  let link: UInt32
  let info: UInt32
  let entrySize: UInt64
  let alignment: UInt64

  /// Has bytes in the file (`SHT_NOBITS` has none, nor do tables of separate debug files).
  var isInFile: Bool { type != UInt32(SHT_NOBITS) && type != UInt32(SHT_NULL) }
}

/// One program header (`Elf64_Phdr`), of either class.
struct SegmentHeader: Sendable {
  let type: UInt32
  let flags: UInt32
  let offset: UInt64
  let address: UInt64
  let fileSize: UInt64
  let memorySize: UInt64
  let alignment: UInt64
}

/// An ELF file whose headers have been read through libelf; contents are read on demand.
///
/// libelf is given the descriptor without mapping (`ELF_C_READ`), so that it too reads only what
/// is asked of it and a file that shrinks cannot raise SIGBUS. Tables are decoded here, since
/// libelf would copy each of them once more.
struct ELFFile: Sendable {
  let input: InputFile
  let header: ELFHeader
  let flags: UInt32
  let entry: UInt64
  let abiVersion: UInt8
  let sections: [SectionHeader]
  let segments: [SegmentHeader]
  /// `e_shstrndx`, with the extended index looked up.
  let sectionNameIndex: Int
  /// The header promises section headers that the file does not hold.
  let lostSectionHeaders: Bool

  init(path: String) throws(ELFReadError) {
    try self.init(InputFile(path: path))
  }

  init(_ input: InputFile) throws(ELFReadError) {
    let path = input.path
    try ELFIdentification(input).requireELF(path: path)
    // Must be called once before any other libelf function; repeating it is harmless.
    elf_version(UInt32(EV_CURRENT))
    // A member is opened through the archive that holds it, standing at the member's header.
    let archive = input.start > 0 ? elf_begin(input.descriptor, ELF_C_READ, nil) : nil
    defer { elf_end(archive) }
    if archive != nil { elf_rand(archive, input.start - Archive.headerSize) }
    guard let handle = elf_begin(input.descriptor, ELF_C_READ, archive) else {
      throw .invalidHeader(path: path, what: String(cString: elf_errmsg(-1)))
    }
    defer { elf_end(handle) }
    var raw = GElf_Ehdr()
    guard elf_kind(handle) == ELF_K_ELF, gelf_getehdr(handle, &raw) != nil else {
      throw .invalidHeader(path: path, what: String(cString: elf_errmsg(-1)))
    }
    let identification = withUnsafeBytes(of: raw.e_ident) { Array($0) }
    header = ELFHeader(
      bits: identification[Int(EI_CLASS)] == UInt8(ELFCLASS64) ? 64 : 32,
      isBigEndian: identification[Int(EI_DATA)] == UInt8(ELFDATA2MSB),
      type: raw.e_type, machine: raw.e_machine, osABI: identification[Int(EI_OSABI)])
    flags = raw.e_flags
    entry = raw.e_entry
    abiVersion = identification[Int(EI_ABIVERSION)]
    sections = Self.sections(of: handle)
    segments = Self.segments(of: handle)
    var nameIndex = 0
    sectionNameIndex = elf_getshdrstrndx(handle, &nameIndex) == 0 ? nameIndex : 0
    lostSectionHeaders = raw.e_shoff != 0 && sections.isEmpty
    self.input = input
  }

  /// The names of the sections, escaped for a terminal; empty where there is none.
  func sectionNames() -> [String] {
    guard sections.indices.contains(sectionNameIndex) else { return sections.map { _ in "" } }
    let strings = fields(in: range(of: sections[sectionNameIndex]).prefix(Self.mostNameBytes))
    return sections.map { section in
      strings.name(at: UInt64(section.name)).map {
        String(escaping: $0.prefix(Self.longestSectionName))
      } ?? ""
    }
  }

  private static let mostNameBytes = 1 << 26
  /// Longer ones are damage, such as a string table without a zero byte.
  private static let longestSectionName = 256

  /// The file bytes that an offset and a size from a header name, cut off at the file's end.
  func range(offset: UInt64, size: UInt64) -> Range<Int> {
    let end = UInt64(input.size)
    let start = min(offset, end)
    return Int(start)..<Int(start + min(size, end - start))
  }

  func range(of section: SectionHeader) -> Range<Int> {
    section.isInFile ? range(offset: section.offset, size: section.size) : 0..<0
  }

  /// How many sections end behind the end of the file.
  var sectionsOutside: Int {
    sections.count { section in
      let (end, overflow) = section.offset.addingReportingOverflow(section.size)
      return section.isInFile && section.size > 0 && (overflow || end > UInt64(input.size))
    }
  }

  /// There are section headers, and what they name lies in the file.
  var hasSoundSections: Bool { !sections.isEmpty && sectionsOutside == 0 }

  /// A range's bytes, to be read in the file's byte order.
  func fields(in range: Range<Int>) -> FieldReader {
    FieldReader(bytes: input.bytes(in: range), isBigEndian: header.isBigEndian)
  }

  /// Where a loaded address lies in the file, through the `PT_LOAD` segments; nil when nowhere.
  func fileOffset(ofAddress address: UInt64) -> UInt64? {
    for segment in segments where segment.type == UInt32(PT_LOAD) {
      let distance = address &- segment.address
      guard address >= segment.address, distance < segment.fileSize else { continue }
      let (offset, overflow) = segment.offset.addingReportingOverflow(distance)
      return overflow ? nil : offset
    }
    return nil
  }

  private static func sections(of handle: OpaquePointer) -> [SectionHeader] {
    var count = 0
    guard elf_getshdrnum(handle, &count) == 0 else { return [] }
    return (0..<count).map { index in
      var raw = GElf_Shdr()
      // A header that cannot be read keeps its place, since others refer to it by index.
      _ = gelf_getshdr(elf_getscn(handle, index), &raw)
      return SectionHeader(
        name: raw.sh_name, type: raw.sh_type, flags: raw.sh_flags, address: raw.sh_addr,
        offset: raw.sh_offset, size: raw.sh_size, link: raw.sh_link, info: raw.sh_info,
        entrySize: raw.sh_entsize, alignment: raw.sh_addralign)
    }
  }

  private static func segments(of handle: OpaquePointer) -> [SegmentHeader] {
    var count = 0
    guard elf_getphdrnum(handle, &count) == 0 else { return [] }
    var segments: [SegmentHeader] = []
    for index in 0..<count {
      var raw = GElf_Phdr()
      guard gelf_getphdr(handle, Int32(clamping: index), &raw) != nil else { break }
      segments.append(
        SegmentHeader(
          type: raw.p_type, flags: raw.p_flags, offset: raw.p_offset, address: raw.p_vaddr,
          fileSize: raw.p_filesz, memorySize: raw.p_memsz, alignment: raw.p_align))
    }
    return segments
  }
}

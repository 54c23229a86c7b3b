internal import CElf
package import ELFModel

/// The bytes of a file, by the addresses at which they are loaded.
package struct ELFContents: Sendable {
  package let header: ELFHeader
  /// `e_flags`.
  package let flags: UInt32
  package let sections: [ELFSection]
  package let segments: [ELFSegment]
  private let file: ELFFile

  /// Opens a file; it stays open for as long as this lives, and nothing of it is mapped.
  ///
  /// - Throws: `ELFReadError` when there is no such file or it is no ELF file.
  package init(path: String) throws(ELFReadError) {
    file = try ELFFile(path: path)
    header = file.header
    flags = file.flags
    sections = ELFReader.sections(of: file, file.sectionNames())
    segments = ELFReader.segments(of: file)
  }

  package var machine: CodeMachine { CodeMachine(header, flags: flags) }

  /// The bytes at an address, as many as the file holds of those asked for.
  ///
  /// Addresses that are filled with zeros when the library is loaded (`.bss`) have none.
  /// - Parameters:
  ///   - address: as in the symbol table.
  ///   - count: how many at most.
  ///   - section: in an object file, whose offset the address is; ignored in others.
  /// - Returns: the bytes; none for an address outside of what the file holds.
  package func bytes(at address: UInt64, count: Int, section: UInt32 = 0) -> [UInt8] {
    guard count > 0, let range = range(at: address, section: section) else { return [] }
    return file.input.bytes(in: range.prefix(count))
  }

  /// The file bytes from an address to the end of what holds it.
  private func range(at address: UInt64, section: UInt32) -> Range<Int>? {
    func rest(_ range: Range<Int>, _ distance: UInt64) -> Range<Int>? {
      distance < UInt64(range.count) ? range.dropFirst(Int(distance)) : nil
    }
    if header.isRelocatable {
      guard Int(section) < file.sections.count else { return nil }
      return rest(file.range(of: file.sections[Int(section)]), address)
    }
    for segment in file.segments where segment.type == UInt32(PT_LOAD) {
      let distance = address &- segment.address
      guard distance < segment.fileSize else { continue }
      // A debug file keeps the program headers of a file whose contents it lacks.
      if isWithoutContents(address) { return nil }
      return rest(file.range(offset: segment.offset, size: segment.fileSize), distance)
    }
    guard file.segments.isEmpty else { return nil }
    for section in file.sections where section.flags & UInt64(SHF_ALLOC) != 0 {
      let distance = address &- section.address
      if distance < section.size { return rest(file.range(of: section), distance) }
    }
    return nil
  }

  /// The address lies in a section that has no bytes in this file.
  private func isWithoutContents(_ address: UInt64) -> Bool {
    file.sections.contains { section in
      section.type == UInt32(SHT_NOBITS)
        && section.flags & UInt64(SHF_ALLOC | SHF_TLS) == UInt64(SHF_ALLOC)
        && address &- section.address < section.size
    }
  }

  /// Where the bytes end that go on from an address without a gap; nil outside of everything.
  package func end(ofBytesAt address: UInt64, section: UInt32 = 0) -> UInt64? {
    range(at: address, section: section).map { address &+ UInt64($0.count) }
  }

  /// Where the section of code ends that holds an address; nil when none does.
  package func endOfCode(at address: UInt64) -> UInt64? {
    let section = sections.first { $0.holdsCode && address &- $0.address < $0.size }
    return section.map { $0.address &+ $0.size }
  }

  /// A word of the file at an address: 4 or 8 bytes in its byte order.
  package func word(at address: UInt64) -> UInt64? {
    let bytes = bytes(at: address, count: header.bits / 8)
    return FieldReader(bytes: bytes, isBigEndian: header.isBigEndian).word(at: 0, bits: header.bits)
  }

  /// Calls `visit` with every relocation of the file, those packed as `SHT_RELR` as well.
  package func visitRelocations(_ visit: (Relocation) -> Void) {
    RelocationList.visit(file, DynamicSection(in: file), visit)
  }

  /// The value of an entry of the dynamic section, such as `DT_PLTGOT` (3).
  package func dynamicValue(_ tag: Int32) -> UInt64? {
    DynamicSection(in: file)?.value(tag)
  }
}

internal import CDwarf

/// A unit of a package, put together as a file of its own in memory, with libdw's view of it.
final class PackedUnit {
  private let image: UnsafeMutableRawBufferPointer
  private let elf: OpaquePointer
  private let dwarf: OpaquePointer

  /// Nil when libdw does not take the sections.
  ///
  /// - Parameter sections: names and contents.
  init?(_ sections: [(name: String, bytes: [UInt8])]) {
    let bytes = Self.file(of: sections)
    let image = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    image.copyBytes(from: bytes)
    let memory = image.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let memory, let elf = elf_memory(memory, image.count) else {
      image.deallocate()
      return nil
    }
    guard let dwarf = dwarf_begin_elf(elf, DWARF_C_READ, nil) else {
      elf_end(elf)
      image.deallocate()
      return nil
    }
    self.image = image
    self.elf = elf
    self.dwarf = dwarf
  }

  deinit {
    dwarf_end(dwarf)
    elf_end(elf)
    image.deallocate()
  }

  /// Its compilation unit's own entry.
  var entry: DwarfEntry? {
    var unit: OpaquePointer?
    var next: OpaquePointer?
    var type: UInt8 = 0
    // Type units may lie before it.
    for _ in 0..<Self.mostUnits {
      var die = Dwarf_Die()
      guard dwarf_get_units(dwarf, unit, &next, nil, &type, &die, nil) == 0 else { return nil }
      unit = next
      if Int(type) != DW_UT_type, Int(type) != DW_UT_split_type { return DwarfEntry(die) }
    }
    return nil
  }

  private static let mostUnits = 1 << 16

  /// An ELF file with these sections and nothing else (System V ABI, chapter 4), little-endian.
  private static func file(of sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var names: [UInt8] = [0]
    var headers = [SectionHeader()]
    var contents: [UInt8] = []
    func place(_ bytes: [UInt8], _ name: String, type: UInt32) {
      var header = SectionHeader()
      header.name = UInt32(names.count)
      header.type = type
      names += Array(name.utf8) + [0]
      header.offset = UInt64(fileHeaderSize + contents.count)
      header.size = UInt64(bytes.count)
      headers.append(header)
      contents += bytes
    }
    for section in sections { place(section.bytes, section.name, type: 1) }
    let tableName = ".shstrtab"
    place(names + Array(tableName.utf8) + [0], tableName, type: 3)
    contents += [UInt8](repeating: 0, count: (8 - contents.count % 8) % 8)
    return fileHeader(sectionsAt: fileHeaderSize + contents.count, count: headers.count) + contents
      + headers.flatMap(\.bytes)
  }

  private static let fileHeaderSize = 64

  private static func fileHeader(sectionsAt offset: Int, count: Int) -> [UInt8] {
    // ELFCLASS64, ELFDATA2LSB; an object file of x86-64, which libdw does not look at.
    var bytes: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    bytes += little(UInt16(1)) + little(UInt16(62)) + little(UInt32(1))
    bytes += little(UInt64(0)) + little(UInt64(0)) + little(UInt64(offset)) + little(UInt32(0))
    bytes += little(UInt16(fileHeaderSize)) + little(UInt16(0)) + little(UInt16(0))
    bytes += little(UInt16(64)) + little(UInt16(count)) + little(UInt16(count - 1))
    return bytes
  }

  private struct SectionHeader {
    var name: UInt32 = 0
    var type: UInt32 = 0
    var offset: UInt64 = 0
    var size: UInt64 = 0

    var bytes: [UInt8] {
      little(name) + little(type) + little(UInt64(0)) + little(UInt64(0)) + little(offset)
        + little(size) + little(UInt32(0)) + little(UInt32(0)) + little(UInt64(1))
        + little(UInt64(0))
    }
  }
}

/// A number as a little-endian file has it.
func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

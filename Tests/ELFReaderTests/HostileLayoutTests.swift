import ELFModel
import ELFReader
import TestSupport
import Testing

/// Files whose headers are sound but whose tables lie over one another.
@Suite struct HostileLayoutTests {
  private struct Section {
    var type: UInt32
    var offset: UInt64
    var size: UInt64
    var link: UInt32 = 0
    var entrySize: UInt64 = 0
  }

  /// A 64-bit little-endian shared object: header, `body`, then the section headers.
  private func image(_ body: [UInt8], _ sections: [Section]) -> [UInt8] {
    var bytes: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    func append<T: FixedWidthInteger>(_ value: T) {
      for index in 0..<(T.bitWidth / 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> T(8 * index)))
      }
    }
    append(UInt16(3))
    append(UInt16(62))
    append(UInt32(1))
    append(UInt64(0))
    append(UInt64(0))
    append(UInt64(64 + body.count))
    append(UInt32(0))
    for value in [64, 0, 0, 64, sections.count + 1, 0] { append(UInt16(value)) }
    bytes += body + [UInt8](repeating: 0, count: 64)
    for section in sections {
      append(UInt32(0))
      append(section.type)
      for value in [0, 0, section.offset, section.size] { append(value) }
      append(section.link)
      append(UInt32(0))
      append(UInt64(8))
      append(section.entrySize)
    }
    return bytes
  }

  /// `count` global functions whose names all start in a block without a zero byte.
  private func symbols(_ count: Int, names: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<count {
      let name = UInt32(1 + index % 100)
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: name >> UInt32(shift))) }
      bytes += [0x12, 0, 1, 0] + [UInt8](repeating: 0, count: 16)
    }
    return bytes + [UInt8](repeating: 0x61, count: names)
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of names over one long block are cut, and it is said`() throws {
    let scratch = try ScratchFolder()
    let count = 20_000
    let body = symbols(count, names: 100_000)
    let path = try scratch.write(
      image(
        body,
        [
          Section(type: 11, offset: 64, size: UInt64(24 * count), link: 2, entrySize: 24),
          Section(type: 3, offset: UInt64(64 + 24 * count), size: 100_000),
        ]), as: "names.so")
    let image = try ELFReader.read(path: path)
    #expect(image.dynsym.symbols.count == count - 1)
    #expect(
      image.notes == [
        "the strings of dynsym do not end with a zero byte",
        "the names of dynsym run into each other; they are cut at 1024 bytes",
      ])
    #expect(
      image.dynsym.symbols.prefix(500).allSatisfy { image.dynsym.nameBytes(of: $0).count <= 1024 })
    _ = try ELFReader.facts(path: path)
  }

  @Test func `one name of ten thousand bytes is whole`() throws {
    let scratch = try ScratchFolder()
    let body = symbols(3, names: 10_000) + [0]
    let path = try scratch.write(
      image(
        body,
        [
          Section(type: 11, offset: 64, size: 72, link: 2, entrySize: 24),
          Section(type: 3, offset: 64 + 72, size: 10_001),
        ]), as: "long.so")
    let image = try ELFReader.read(path: path)
    #expect(image.notes == [])
    #expect(image.dynsym.symbols.map { image.dynsym.nameBytes(of: $0).count } == [9998, 9997])
  }

  @Test(.timeLimit(.minutes(1)), arguments: [4, 9, 7, 19] as [UInt32])
  func `thousands of sections over the whole file take no long time`(type: UInt32) throws {
    let scratch = try ScratchFolder()
    let body = [UInt8](repeating: 3, count: 1 << 20)
    let section = Section(type: type, offset: 64, size: 1 << 20, entrySize: 24)
    let path = try scratch.write(
      image(body, [Section](repeating: section, count: 60_000)), as: "overlap.so")
    let facts = try ELFReader.facts(path: path)
    #expect(facts.sections.count == 60_001)
    #expect(facts.notes.count <= 1 << 16)
    if type != 7 {
      #expect(facts.damage == ["relocation sections overlap; not all of them are counted"])
    }
  }

  @Test func `two tables over the same bytes are read once`() throws {
    let scratch = try ScratchFolder()
    let table = Section(type: 11, offset: 64, size: 72, link: 3, entrySize: 24)
    var other = table
    other.type = 2
    let path = try scratch.write(
      image(
        symbols(3, names: 200) + [0],
        [table, other, Section(type: 3, offset: 64 + 72, size: 201)]), as: "twice.so")
    let image = try ELFReader.read(path: path)
    #expect(image.symtab.symbols.isEmpty)
    #expect(image.notes == ["the sections symtab and dynsym overlap; only dynsym is shown"])
  }
}

import ELFModel
import ELFReader
import Foundation
import TestSupport
import Testing

/// Headers and tables that contradict each other: what is shown is wrong or less then, and it is said.
@Suite struct DamageNoteTests {
  private let scratch: ScratchFolder
  private let bytes: [UInt8]

  init() throws {
    scratch = try ScratchFolder()
    let path = try scratch.compile(
      """
      #include <stdio.h>
      int old(void) { return 1; } int new(void) { return 2; }
      __asm__(".symver old, f@V1\\n.symver new, f@@V2\\n");
      int hello(void) { return puts("hello"); }
      """, as: "small.so",
      [
        "-shared", "-fPIC",
        "-Wl,--version-script=" + scratch.write(Array("V1 {}; V2 {} V1;".utf8), as: "v.map"),
      ])
    bytes = try Array(Data(contentsOf: URL(filePath: path)))
  }

  /// Types and fields of section headers: `Elf64_Shdr`.
  private enum Table: UInt32 {
    case strings = 3
    case dynsym = 11
    case definitions = 0x6fff_fffd
    case needs = 0x6fff_fffe
    case indices = 0x6fff_ffff
  }

  private enum Field: Int {
    case offset = 24
    case size = 32
    case link = 40
    case info = 44
    case entrySize = 56
  }

  private func word(_ place: Int, _ width: Int, in bytes: [UInt8]) -> Int {
    bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the header of the first section of a type lies.
  private func header(_ table: Table) throws -> Int {
    let (start, count) = (word(40, 8, in: bytes), word(60, 2, in: bytes))
    return try #require(
      (0..<count).map { start + $0 * 64 }.first { word($0 + 4, 4, in: bytes) == table.rawValue })
  }

  private func notes(_ damage: (inout [UInt8]) throws -> Void) throws -> [String] {
    var copy = bytes
    try damage(&copy)
    return try ELFReader.read(path: scratch.write(copy, as: "damaged.so"), tables: [.dynsym]).notes
  }

  private func notes(
    _ table: Table, _ field: Field, _ change: (Int) -> Int
  ) throws -> [String] {
    try notes { copy in
      let place = try header(table) + field.rawValue
      let width = field == .link || field == .info ? 4 : 8
      let value = change(word(place, width, in: copy))
      for index in 0..<width {
        copy[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
    }
  }

  @Test func `a sound file has none`() throws {
    #expect(try notes { _ in } == [])
  }

  @Test func `entries of another size`() throws {
    #expect(
      try notes(.dynsym, .entrySize) { _ in 16 } == [
        "the dynsym section says that its entries have 16 bytes; read as entries of 24"
      ])
    #expect(
      try notes(.dynsym, .size) { $0 - 8 }
        .contains("the dynsym section ends within an entry; it is left out"))
  }

  @Test func `more local symbols than there are`() throws {
    let found = try notes(.dynsym, .info) { _ in 1000 }
    #expect(found == ["the dynsym section counts 1000 local symbols, more than it holds"])
  }

  @Test func `strings that are none`() throws {
    #expect(
      try notes(.dynsym, .link) { _ in 1 }.first
        == "the dynsym section names no string table; its symbols are nameless")
    let found = try notes { copy in
      let strings = try header(.strings)
      let (offset, size) = (word(strings + 24, 8, in: copy), word(strings + 32, 8, in: copy))
      copy[offset + size - 1] = 0x41
    }
    #expect(found == ["the strings of dynsym do not end with a zero byte"])
  }

  @Test func `versions that nothing defines`() throws {
    let found = try notes { copy in
      let indices = word(try header(.indices) + 24, 8, in: copy)
      let count = word(try header(.indices) + 32, 8, in: copy) / 2
      for index in 1..<count { copy[indices + 2 * index] = 77 }
    }
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix("have a version that is not in its tables; they show none") == true)
    #expect(
      try notes(.indices, .size) { _ in 4 } == ["only 2 symbols of dynsym have a version index"])
  }

  @Test(arguments: [1, -1])
  func `more or fewer versions than counted`(difference: Int) throws {
    let expected = ["the tables of symbol versions are damaged"]
    #expect(try notes(.definitions, .info) { $0 + difference } == expected)
    #expect(try notes(.needs, .info) { $0 + difference } == expected)
  }

  @Test func `sections outside the file`() throws {
    let found = try notes(.strings, .offset) { _ in 1 << 40 }
    #expect(found.first?.hasPrefix("damaged: 1 of its ") == true)
    // Section headers that are garbage: the dynamic segment still tells.
    let image = try ELFReader.read(
      path: scratch.write(
        bytes[..<word(40, 8, in: bytes)]
          + [UInt8](repeating: 0x1b, count: bytes.count - word(40, 8, in: bytes)), as: "garbage.so")
    )
    #expect(image.notes.first?.contains(" sections lie outside the file") == true)
    #expect(image.dynsym.symbols.contains { image.dynsym.name(of: $0) == "hello" })
  }

  /// Tools that take sections away leave such indices, and readelf shows them.
  @Test func `a section that is not there is no damage`() throws {
    let found = try notes { copy in
      let symbols = word(try header(.dynsym) + 24, 8, in: copy)
      let count = word(try header(.dynsym) + 32, 8, in: copy) / 24
      // `st_shndx` of the last symbol.
      (copy[symbols + 24 * (count - 1) + 6], copy[symbols + 24 * (count - 1) + 7]) = (0, 0x20)
    }
    #expect(found == [])
  }
}

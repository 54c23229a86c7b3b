import ELFModel
import ELFReader
import Foundation
import TestSupport
import Testing

@Suite struct DamageTests {
  private let scratch: ScratchFolder
  private let path: String
  private let bytes: [UInt8]

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.compile(
      """
      #include <stdio.h>
      int data = 1; int old(void) { return 1; } int new(void) { return 2; }
      __asm__(".symver old, f@V1\\n.symver new, f@@V2\\n");
      int hello(void) { return puts("hello"); }
      """, as: "small.so",
      [
        "-shared", "-fPIC", "-Wl,--hash-style=both",
        "-Wl,--version-script=" + scratch.write(Array("V1 {}; V2 {} V1;".utf8), as: "v.map"),
      ])
    bytes = try Array(Data(contentsOf: URL(filePath: path)))
  }

  @Test func `cut off anywhere, what is missing is said`() throws {
    let whole = try ELFReader.read(path: path)
    for size in stride(from: 0, to: bytes.count, by: 64) {
      let cut = try scratch.write(Array(bytes[..<size]), as: "cut.so")
      do throws(ELFReadError) {
        let image = try ELFReader.read(path: cut)
        #expect(!image.notes.isEmpty, "cut at \(size)")
        #expect(image.dynsym.symbols.count <= whole.dynsym.symbols.count, "cut at \(size)")
      } catch {
        #expect(error.description.hasPrefix("\(cut): is "), "cut at \(size)")
        #expect(error.description.contains("expected a"), "cut at \(size)")
      }
    }
  }

  @Test func `flipped bytes end in an error or a list that fits the file`() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      try expectBounded(damaged)
    }
  }

  @Test func `extreme values in the headers end in an error or a list that fits the file`() throws {
    var random = SeededGenerator(seed: 2)
    let words: [UInt64] = [0, 1, 0x7fff_ffff, 0xffff_ffff, .max, .max - 7, 1 << 63, 0xffff]
    // The file header, the program headers, the section headers, the dynamic section.
    let sections = Int(bytes[40...47].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    let regions = [0..<64, 64..<700, sections..<bytes.count, 0x2d00..<0x3100]
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let region = (regions.randomElement(using: &random) ?? 0..<64).clamped(to: 0..<bytes.count)
        let start = Int.random(in: region, using: &random) & ~7
        let word = words.randomElement(using: &random) ?? 0
        let width = [1, 2, 4, 8].randomElement(using: &random) ?? 8
        for index in 0..<width where start + index < damaged.count {
          damaged[start + index] = UInt8(truncatingIfNeeded: word >> UInt64(8 * index))
        }
      }
      // Half of them without section headers, so that the dynamic segment is used.
      if Bool.random(using: &random) {
        for index in Array(40..<48) + Array(60..<64) { damaged[index] = 0 }
      }
      try expectBounded(damaged)
    }
  }

  @Test func `a file that shrinks while it is read is no crash`() async throws {
    let shrinking = try scratch.write(bytes, as: "shrinking.so")
    let whole = Data(bytes)
    let truncating = Task.detached {
      for round in 0..<300 {
        guard let file = FileHandle(forWritingAtPath: shrinking) else { return }
        if round.isMultiple(of: 2) {
          try? file.truncate(atOffset: UInt64(round * 37 % whole.count))
        } else {
          try? file.write(contentsOf: whole)
        }
        try? file.close()
      }
    }
    for _ in 0..<300 {
      if let image = try? ELFReader.read(path: shrinking) {
        #expect(image.dynsym.symbols.count < 64)
      }
    }
    await truncating.value
  }

  private func expectBounded(_ damaged: [UInt8]) throws {
    let file = try scratch.write(damaged, as: "damaged.so")
    if let facts = try? ELFReader.facts(path: file) {
      #expect(facts.sections.count <= damaged.count / 40)
      #expect(facts.notes.count <= damaged.count / 12)
    }
    guard let image = try? ELFReader.read(path: file) else { return }
    for table in [image.dynsym, image.symtab] {
      #expect(table.symbols.count <= damaged.count / 16)
      #expect(table.names.count <= 2 * damaged.count + 1)
      for symbol in table.symbols {
        _ = table.name(of: symbol)
        _ = table.version(of: symbol)
      }
    }
  }
}

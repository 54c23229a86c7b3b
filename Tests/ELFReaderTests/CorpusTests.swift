import ELFModel
import ELFReader
import Foundation
import Testing

/// The inputs that fuzzing found telling (`scripts/fuzz-elf.sh`), replayed.
@Suite struct CorpusTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/corpus/ReadELF")

  @Test func `every input of the corpus ends in an error or an image`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(!names.isEmpty)
    for name in names {
      let path = Self.folder.appending(path: name).path
      let size = try Data(contentsOf: URL(filePath: path)).count
      if let image = try? ELFReader.read(path: path) {
        #expect(image.dynsym.symbols.count <= size / 16, "\(name)")
        #expect(image.symtab.symbols.count <= size / 16, "\(name)")
      }
      _ = try? ELFReader.facts(path: path)
      _ = try? ELFReader.archive(path: path)
    }
  }
}

internal import CLzma
package import ELFModel
internal import Glibc

extension ELFReader {
  /// The symbol table that was taken out of a file when it was stripped, where it can be had.
  ///
  /// It comes from the separate debug file of the same build (found by build id or
  /// `.gnu_debuglink`), else from the small one that is packed into the file (`.gnu_debugdata`).
  /// - Parameter path: the stripped file.
  /// - Returns: the table and where it comes from; nil when there is none.
  /// - Throws: `ELFReadError` when the file itself cannot be read.
  package static func debugSymbols(path: String) throws(ELFReadError) -> DebugSymbols? {
    let file = try ELFFile(path: path)
    if let debug = DebugFileFinder.separateFile(of: file),
      let image = try? read(debug, tables: [.symtab]), !image.symtab.symbols.isEmpty
    {
      return DebugSymbols(table: image.symtab, source: debug.input.path, notes: image.notes)
    }
    guard let packed = packedFile(in: file),
      let image = try? read(packed, tables: [.symtab]), !image.symtab.symbols.isEmpty
    else { return nil }
    return DebugSymbols(
      table: image.symtab, source: "\(path) (.gnu_debugdata)", notes: image.notes)
  }

  /// Where ``debugSymbols(path:)`` would take them from, without reading them.
  package static func debugSymbolSource(path: String) throws(ELFReadError) -> String? {
    let file = try ELFFile(path: path)
    if let debug = DebugFileFinder.separateFile(of: file) { return debug.input.path }
    return file.sectionNames().contains(".gnu_debugdata") ? "\(path) (.gnu_debugdata)" : nil
  }

  /// `.gnu_debugdata` unpacked (Fedora, "MiniDebugInfo"): an ELF file of its own.
  private static func packedFile(in file: ELFFile) -> ELFFile? {
    guard let index = file.sectionNames().firstIndex(of: ".gnu_debugdata") else { return nil }
    let range = file.range(of: file.sections[index])
    guard !range.isEmpty else { return nil }
    let limit = UInt64(min(mostUnpacked, max(leastLimit, range.count * mostTimes)))
    let descriptor = clzma_unpack(
      file.input.descriptor, Int64(file.input.start + range.lowerBound), UInt64(range.count), limit)
    guard descriptor >= 0 else { return nil }
    return try? ELFFile(InputFile(memory: descriptor, path: "\(file.input.path)(.gnu_debugdata)"))
  }

  /// Symbols pack to a quarter or so; a thousandth is an attack on the memory.
  private static let mostTimes = 32
  private static let leastLimit = 1 << 20
  private static let mostUnpacked = 1 << 28
}

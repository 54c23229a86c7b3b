internal import ELFModel
internal import Workbench

extension SymbolsRequest {
  /// Prints the symbols of every member of a static archive, one member after the other.
  ///
  /// - Parameters:
  ///   - archive: its members.
  ///   - path: where it is.
  /// - Returns: the exit status: 1 when something of it is damaged or no object file.
  /// - Throws: `OutputFailed`.
  func write(_ archive: ArchiveListing, of path: String) throws -> Int32 {
    var output = ByteOutput()
    var complaints = archive.damage.map { "\(path): \($0)" }
    for (number, member) in archive.members.enumerated() where !output.isClosed {
      do {
        let image = try readWhatCounts { try LibraryFile.read(member, of: path, tables: $0) }
        if !json { output.append((number > 0 ? "\n" : "") + "\(path)(\(member.name)):\n") }
        write(image, member: member.name, to: &output)
        complaints += image.notes.map { "\(image.path): \($0)" }
      } catch {
        complaints.append("\(error)")
      }
    }
    try output.finish()
    for complaint in complaints { Output.complain(complaint) }
    return complaints.isEmpty ? 0 : 1
  }
}

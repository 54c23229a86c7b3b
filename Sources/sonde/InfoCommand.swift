internal import ArgumentParser
internal import ELFModel
internal import Workbench

/// `sonde info`: what a file says of itself.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show what a library says of itself.",
    discussion: """
      Identity, symbol counts, hardening, start-up code, imports, toolchain, notes, debug \
      information, relocations, sections and segments. Nothing of the library is run.
      """)

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    do {
      // An archive is many files; its members are what it can tell.
      if let (path, listing) = try? LibraryFile.archive(file) {
        return try write(listing, of: path)
      }
      let facts = try LibraryFile.facts(file)
      var output = ByteOutput()
      if json {
        var text = JSONText()
        text.write(facts)
        text.bytes.withUnsafeBufferPointer { output.append($0) }
      } else {
        output.append(InfoText(facts).text)
      }
      try output.finish()
      for line in facts.damage { Output.complain("\(facts.path): \(line)") }
      if !facts.damage.isEmpty { throw ExitCode(1) }
    } catch let status as ExitCode {
      throw status
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private func write(_ listing: ArchiveListing, of path: String) throws {
    var output = ByteOutput()
    if json {
      var text = JSONText()
      text.write(listing, of: path)
      text.bytes.withUnsafeBufferPointer { output.append($0) }
    } else {
      output.append(InfoText.archive(path, listing))
    }
    try output.finish()
    for line in listing.damage { Output.complain("\(path): \(line)") }
    if !listing.damage.isEmpty { throw ExitCode(1) }
  }
}

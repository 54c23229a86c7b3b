import ArgumentParser
import CLanguage
import ELFModel
import Workbench

/// `sonde types`: size, alignment and member offsets of the types known for a library.
struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Show size, alignment and member offsets of the types known for a library.",
    discussion: """
      Types come from the library's profiles and its debug information, the layout of the latter \
      as the library's own compiler made it. What is printed is C; its comments say offset and \
      size of each member, in bytes. Types of C++ are named as C can: ns::shape is ns__shape.
      """)

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Argument(help: "Types to show: typedef names and tags, with or without struct, union or enum.")
  var names: [String] = []

  @Flag(help: "Print one JSON object a type.")
  var json = false

  func run() throws {
    let library = try OpenLibrary.open(file)
    let known = library.types(named: names.isEmpty ? nil : names)
    for note in library.debugNotes { Output.complain(note) }
    let outlines =
      names.isEmpty ? known.outlines : try names.map { try outline($0, known.header, library) }
    var output = ByteOutput()
    if json {
      for outline in outlines {
        var text = JSONText()
        text.write(outline)
        text.bytes.withUnsafeBufferPointer { output.append($0) }
      }
    } else {
      let printer = CLayoutPrinter(header: known.header)
      var isFirst = true
      for outline in outlines {
        output.append((isFirst ? "" : "\n") + printer.text(of: outline))
        isFirst = false
      }
    }
    try output.finish()
  }

  private func outline(
    _ name: String, _ header: CHeader, _ library: OpenLibrary
  ) throws -> CTypeOutline {
    let found: CTypeOutline?
    do throws(CLayoutError) { found = try header.outline(named: name) } catch {
      throw Failure.couldNot("\(library.image.profileName): '\(name)' \(error.reason)")
    }
    guard let found else {
      throw Failure.couldNot(
        "\(library.image.profileName): no struct, union, enum or typedef '\(name)' is known")
    }
    return found
  }
}

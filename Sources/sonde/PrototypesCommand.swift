import ArgumentParser
import CLanguage
import ELFModel
import Evaluation
import Workbench

/// `sonde prototypes`: what is known of a library's functions, and where from.
struct PrototypesCommand: ParsableCommand {
  enum Source: String, ExpressibleByArgument, CaseIterable {
    case dwarf
    case profile
    case mangled
  }

  static let configuration = CommandConfiguration(
    commandName: "prototypes", abstract: "Show the prototypes known for a library.")

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Argument(help: "Functions to show; all when none is named.")
  var names: [String] = []

  @Option(help: "Show only prototypes from this source.")
  var source: Source?

  @Flag(help: "Print one JSON object a prototype.")
  var json = false

  func run() throws {
    if let source, source != .profile {
      throw Failure.couldNot("prototypes from '\(source.rawValue)' cannot be read yet")
    }
    let library = try OpenLibrary.open(file)
    let known = library.knowledge.prototypes
    for name in names where !known.contains(where: { $0.declaration.name == name }) {
      throw Failure.couldNot(
        "\(library.image.profileName): no prototype is known for '\(name)'; add one: sonde "
          + "profile add \(library.image.profileName) 'RESULT \(name)(PARAMETERS);'")
    }
    for prototype in known where names.isEmpty || names.contains(prototype.declaration.name) {
      if json { Output.write(line(prototype)) } else { Output.line(text(prototype)) }
    }
  }

  private func text(_ prototype: Knowledge.Prototype) -> String {
    let declaration = prototype.declaration
    let place = declaration.file.map { "\($0):\(declaration.nameRange.start.line)" } ?? ""
    return "\(CPrinter().text(of: declaration))  /* \(prototype.source.label): \(place) */"
  }

  private func line(_ prototype: Knowledge.Prototype) -> [UInt8] {
    let declaration = prototype.declaration
    var json = JSONText()
    json.beginObject()
    json.key("name")
    json.string(declaration.name)
    json.key("prototype")
    json.string(CPrinter().text(of: declaration))
    json.key("source")
    json.string(Source.profile.rawValue)
    json.key("file")
    json.string(declaration.file)
    json.key("line")
    json.integer(declaration.nameRange.start.line)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension OpenLibrary {
  /// Opens a library for a command: what is wrong in its profiles is said, and the rest counts.
  static func open(_ argument: String) throws -> OpenLibrary {
    let library: OpenLibrary
    do { library = try OpenLibrary(argument) } catch { throw Failure.couldNot("\(error)") }
    for problem in library.knowledge.problems { Output.complain(problem) }
    return library
  }
}

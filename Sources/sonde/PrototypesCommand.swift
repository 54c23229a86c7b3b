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

    /// The sources that it stands for.
    var sources: Set<PrototypeSource> {
      switch self {
      case .dwarf: [.dwarf]
      case .profile: [.session, .project, .user, .shipped]
      case .mangled: [.mangled]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "prototypes", abstract: "Show the prototypes known for a library.",
    discussion: """
      Each function is shown with its most trusted source: a profile, the library's debug \
      information (in itself, below /usr/lib/debug, or from the server that DEBUGINFOD_URLS \
      names), the parameters of its C++ name. --source asks one of them alone.
      """)

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Argument(help: "Functions to show; all when none is named.")
  var names: [String] = []

  @Option(help: "Show only prototypes from this source.")
  var source: Source?

  @Flag(help: "Print one JSON object a prototype.")
  var json = false

  func run() throws {
    let library = try OpenLibrary.open(file)
    let known = library.prototypes(
      named: names.isEmpty ? nil : Set(names),
      from: source?.sources ?? Set(PrototypeSource.allCases))
    for name in names { try check(name, in: known, of: library) }
    var output = ByteOutput()
    for prototype in known {
      if json {
        line(prototype).withUnsafeBufferPointer { output.append($0) }
      } else {
        output.append(text(prototype) + "\n")
      }
    }
    try output.finish()
  }

  private func check(
    _ name: String, in known: [ListedPrototype], of library: OpenLibrary
  ) throws {
    let found = known.first { $0.name == name }
    if found?.text != nil { return }
    let profile = library.image.profileName
    let reason = found?.refusal.map { "'\(name)' \($0)" } ?? "no prototype is known for '\(name)'"
    throw Failure.couldNot(
      "\(profile): \(reason); add one: sonde profile add \(profile) 'RESULT "
        + "\(name)(PARAMETERS);'")
  }

  private func text(_ prototype: ListedPrototype) -> String {
    guard let text = prototype.text else {
      return "/* \(prototype.name) \(prototype.refusal ?? "has no prototype") */"
    }
    let place = prototype.file.map { file in
      ": " + file + (prototype.line.map { ":\($0)" } ?? "")
    }
    let doubt = prototype.refusal.map { "; \($0)" }
    return "\(text)  /* \(prototype.source.label)\(place ?? "")\(doubt ?? "") */"
  }

  private func line(_ prototype: ListedPrototype) -> [UInt8] {
    guard let text = prototype.text else { return [] }
    var json = JSONText()
    json.beginObject()
    json.key("name")
    json.string(prototype.name)
    json.key("prototype")
    json.string(text)
    json.key("source")
    json.string(sourceName(prototype.source))
    json.key("file")
    json.string(prototype.file)
    json.key("line")
    if let line = prototype.line { json.integer(line) } else { json.null() }
    if let refusal = prototype.refusal {
      json.key("refusal")
      json.string(refusal)
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func sourceName(_ source: PrototypeSource) -> String {
    switch source {
    case .session, .project, .user, .shipped: Source.profile.rawValue
    case .dwarf: Source.dwarf.rawValue
    case .mangled: Source.mangled.rawValue
    }
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

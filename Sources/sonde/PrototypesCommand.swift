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
    if source?.sources.contains(.dwarf) ?? true {
      for note in library.debugNotes { Output.complain(note) }
    }
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
    let others = prototype.disagreements.map { other in
      "\n  \(other.source.label) says otherwise: \(other.text)  /* \(other.place) */"
    }
    return "\(text)  /* \(prototype.source.label)\(place ?? "")\(doubt ?? "") */"
      + others.joined()
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
    if !prototype.disagreements.isEmpty { write(prototype.disagreements, to: &json) }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(_ others: [PrototypeDisagreement], to json: inout JSONText) {
    json.key("disagreements")
    json.beginArray()
    for other in others {
      json.beginObject()
      json.key("prototype")
      json.string(other.text)
      json.key("source")
      json.string(sourceName(other.source))
      json.key("location")
      json.string(other.source.name)
      json.key("file")
      json.string(other.file)
      json.key("line")
      if let line = other.line { json.integer(line) } else { json.null() }
      json.endObject()
    }
    json.endArray()
  }

  private func sourceName(_ source: PrototypeSource) -> String {
    switch source {
    case .session, .project, .user, .shipped: Source.profile.rawValue
    case .dwarf: Source.dwarf.rawValue
    case .mangled: Source.mangled.rawValue
    }
  }
}

extension PrototypeSource {
  /// One word for programs.
  var name: String {
    switch self {
    case .session: "session"
    case .project: "project"
    case .user: "user"
    case .shipped: "shipped"
    case .dwarf: "dwarf"
    case .mangled: "mangled"
    }
  }
}

extension PrototypeDisagreement {
  /// File and line, for a message; empty when it is in none.
  var place: String { file.map { "\($0)" + (line.map { ":\($0)" } ?? "") } ?? "" }
}

extension Knowledge {
  /// Says of functions that a text calls when what counts of them is contradicted.
  func complainOfContradictions(in text: String) {
    for prototype in contradicted(in: text) {
      let own = prototype.declaration
      let place = own.file.map { "\($0):\(own.line)" } ?? ""
      let counts = CPrinter(header: header).text(of: own.withoutAnnotations)
      for other in prototype.disagreements where other.isPassedDifferently {
        Output.complain(
          """
          sources disagree on '\(own.name)'
            counts: \(counts)  (\(prototype.source.label), \(place))
            not: \(other.text)  (\(other.source.label), \(other.place))
          """)
      }
    }
  }
}

extension OpenLibrary {
  /// Opens a library for a command: what is wrong in its profiles is said, and the rest counts.
  static func open(_ argument: String) throws -> OpenLibrary {
    let library: OpenLibrary
    do { library = try OpenLibrary(argument) } catch { throw Failure.couldNot("\(error)") }
    for problem in library.knowledge.problems { Output.complain(problem) }
    for note in library.image.notes { Output.complain("\(library.image.path): \(note)") }
    return library
  }
}

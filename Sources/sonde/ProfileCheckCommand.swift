import ArgumentParser
import ELFModel
import Profiles
import Workbench

extension ProfileCommand {
  /// `sonde profile check`: a profile against its library.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Compare a library's profile with the library, its debug information and C++ names.",
      discussion: """
        Told are declarations that do not parse, annotations that mean nothing, functions and \
        variables that the library does not export, another build id, prototypes and layouts that \
        debug information has otherwise, and parameters that a C++ name contradicts.

        Exit status: 0 nothing is wrong, 1 something is.
        """)

    @Argument(help: "The library.")
    var library: String

    @Flag(help: "Also the profiles that come after the user's own.")
    var all = false

    @Flag(help: "Print one JSON object a problem.")
    var json = false

    @OptionGroup var place: Place

    func run() throws {
      try Failure.wrapping {
        let library = try OpenLibrary(library)
        let outcome = ProfileCheck.run(library, try profiles(of: library.image.profileName))
        guard !outcome.paths.isEmpty || !outcome.problems.isEmpty else {
          throw Failure.couldNot(
            "\(library.image.profileName): there is no profile; sonde profile add or import makes "
              + "one")
        }
        for problem in outcome.problems {
          if json { Output.write(line(problem)) } else { Output.line(text(problem)) }
        }
        if !json { Output.line(summary(outcome)) }
        if !outcome.problems.isEmpty { throw Failure(message: "", status: 1) }
      }
    }

    /// The one that is asked for, or the user's own, or what comes with sonde.
    private func profiles(
      of name: String
    ) throws -> (profiles: [LoadedProfile], failures: [ProfileError]) {
      let store = ProfileStore.standard()
      if place.project || place.user {
        let found = try store.load(name, in: place.project ? .project : .user)
        return (found.map { [$0] } ?? [], [])
      }
      var found = store.lookUp(name)
      let own = found.profiles.filter { $0.location != .shipped }
      if !all && !own.isEmpty { found.profiles = own }
      return found
    }

    private func text(_ problem: ProfileCheck.Problem) -> String {
      var place = problem.path
      if let line = problem.line { place += ":\(line)" }
      if let column = problem.column { place += ":\(column)" }
      return "\(place): \(problem.message)"
    }

    private func summary(_ outcome: ProfileCheck.Outcome) -> String {
      let count = outcome.declarationCount
      let declarations =
        count == 1 ? "1 function or variable" : "\(count) functions and variables"
      let found = outcome.problems.count
      let problems = found == 0 ? "no problem" : "\(found) problem\(found == 1 ? "" : "s")"
      let debug =
        outcome.hasDebugInformation ? "" : "; there is no debug information to compare with"
      return "\(outcome.paths.joined(separator: ", ")): \(declarations), \(problems)\(debug)"
    }

    private func line(_ problem: ProfileCheck.Problem) -> [UInt8] {
      var json = JSONText()
      json.beginObject()
      json.key("kind")
      json.string(problem.kind.rawValue)
      json.key("name")
      json.string(problem.name)
      json.key("message")
      json.string(problem.message)
      json.key("file")
      json.string(problem.path)
      json.key("line")
      if let line = problem.line { json.integer(line) } else { json.null() }
      if let column = problem.column {
        json.key("column")
        json.integer(column)
      }
      json.endObject()
      json.endLine()
      return json.bytes
    }
  }

  /// `sonde profile export`: what is known, as a plain header.
  struct Export: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case c
    }

    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Print what a library's profiles declare as a plain C header.",
      discussion: """
        The header has an include guard and no annotations; C and C++ compilers take it without \
        sonde. Of a name that several profiles declare the most trusted one's counts.
        """)

    @Argument(help: "The library.")
    var library: String

    @Option(help: "The language.")
    var format = Format.c

    func run() throws {
      try Failure.wrapping {
        let name = try OpenLibrary.profileName(of: library)
        let profiles = try ProfileStore.standard().load(name)
        guard !profiles.isEmpty else {
          throw Failure.couldNot(
            "\(name): there is no profile; sonde profile add or import makes one")
        }
        for profile in profiles {
          for problem in profile.renderedProblems { Output.complain(problem) }
        }
        switch format {
        case .c: Output.write(Array(ProfileExport.header(of: profiles, for: name).utf8))
        }
      }
    }
  }
}

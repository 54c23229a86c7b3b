import ArgumentParser
import CLanguage
import ELFModel
import Profiles
import SystemCompiler
import Workbench

extension ProfileCommand {
  /// `sonde profile import`: what headers declare of a library, into its profile.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take prototypes of what a library exports from headers or debug information.",
      discussion: """
        sonde profile import libz.so.1 --header zlib.h

        The headers are read through the system's C compiler. Of what they declare, the profile \
        takes the functions and variables that the library exports, every type that these need, \
        and the constants of the headers themselves. What the profile says already stays; where a \
        header says otherwise, the difference is shown. --dwarf takes the same from the library's \
        debug information, --ltrace from a file of ltrace.conf(5).
        """)

    @Argument(help: "The library.")
    var library: String

    @Option(
      help: ArgumentHelp(
        "A header: a file, or a name for the C compiler to find.", valueName: "file.h"))
    var header: [String] = []

    @Option(
      help: ArgumentHelp("A file of ltrace's prototypes, ltrace.conf(5).", valueName: "file.conf"))
    var ltrace: [String] = []

    @Flag(help: "Import from the library's debug information.")
    var dwarf = false

    @OptionGroup var search: HeaderSearch

    @Flag(help: "Replace what the profile says otherwise.")
    var replace = false

    @Flag(help: "Leave out the constants that the headers define.")
    var noConstants = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var place: Place

    func validate() throws {
      guard !header.isEmpty || !ltrace.isEmpty || dwarf else {
        throw ValidationError("nothing to import from; name a header: --header zlib.h")
      }
    }

    func run() throws {
      try Failure.wrapping {
        // What is damaged in the profile is told when it cannot be saved.
        let library = try OpenLibrary(library)
        let selections = try selections(of: library)
        guard selections.contains(where: { !$0.declarations.isEmpty }) else {
          throw Failure.couldNot("\(library.image.profileName) exports nothing that \(sources)")
        }
        for selection in selections where !selection.declarations.isEmpty {
          try save(selection, of: library.image.profileName)
        }
      }
    }

    private var sources: String {
      var parts: [String] = []
      if !header.isEmpty { parts.append(header.joined(separator: ", ") + " declares") }
      if !ltrace.isEmpty { parts.append(ltrace.joined(separator: ", ") + " knows") }
      if dwarf { parts.append("debug information knows") }
      return parts.joined(separator: " or ")
    }

    private func selections(of library: OpenLibrary) throws -> [CSelection] {
      var selections: [CSelection] = []
      if !header.isEmpty {
        let imported = try read()
        for problem in imported.problems { Output.complain("\(problem)") }
        selections.append(
          imported.selection(exportedBy: library.image, hasConstants: !noConstants))
      }
      var foreign = try ltrace.map { try ForeignPrototypes(ltrace: $0, exportedBy: library.image) }
      if dwarf { foreign.append(try ForeignPrototypes(debugInformationOf: library)) }
      for prototypes in foreign {
        for problem in prototypes.problems { Output.complain(problem) }
        selections.append(prototypes.selection)
      }
      return selections
    }

    private func save(_ selection: CSelection, of name: String) throws {
      let outcome = try ProfileImport(selection, replaces: replace).save(
        to: name, in: try place.location(name), of: ProfileStore.standard())
      if json { Output.write(ImportReport.line(outcome)) } else { ImportReport.print(outcome) }
      ImportReport.complain(of: outcome, isReplaced: replace)
    }

    private func read() throws -> ImportedHeader {
      do throws(CompilerError) {
        return try ImportedHeader(search.request(for: header))
      } catch {
        throw Failure.couldNot("--header \(header.joined(separator: " ")): \(error)")
      }
    }
  }
}

/// What came of an import, for people and for programs.
enum ImportReport {
  static func print(_ outcome: ProfileImport.Outcome) {
    let parts = [
      counted(outcome.functions.count, "function"), counted(outcome.objects.count, "variable"),
      counted(outcome.types.count, "type"), counted(outcome.constants.count, "constant"),
    ].compactMap(\.self)
    let added = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    let known = outcome.unchangedCount > 0 ? "; \(outcome.unchangedCount) were there" : ""
    Output.line("\(outcome.path): \(added) added\(known)")
  }

  private static func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Differences go to standard error: they are what the user has to look at.
  static func complain(of outcome: ProfileImport.Outcome, isReplaced: Bool) {
    for difference in outcome.differences {
      Output.complain(
        """
        \(outcome.path): '\(difference.name)' is declared otherwise, and was \
        \(isReplaced ? "replaced" : "kept; --replace takes the other")
          profile: \(difference.kept)
          offered: \(difference.offered)
        """)
    }
  }

  static func line(_ outcome: ProfileImport.Outcome) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("path")
    json.string(outcome.path)
    for (key, names) in [
      ("functions", outcome.functions), ("variables", outcome.objects), ("types", outcome.types),
      ("constants", outcome.constants),
    ] {
      json.key(named: key)
      json.beginArray()
      for name in names { json.string(name) }
      json.endArray()
    }
    json.key("unchanged")
    json.integer(outcome.unchangedCount)
    json.key("differences")
    json.beginArray()
    for difference in outcome.differences {
      json.beginObject()
      json.key("name")
      json.string(difference.name)
      json.key("profile")
      json.string(difference.kept)
      json.key("offered")
      json.string(difference.offered)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

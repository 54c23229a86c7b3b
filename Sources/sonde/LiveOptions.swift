import ArgumentParser
import CLanguage
import ELFModel
import Evaluation
import SystemCompiler
import Workbench

/// What `call` and `run` have in common: what is known beforehand, how called code is treated, and
/// how what came of it is told.
struct LiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Declarations to know beforehand.", valueName: "C"))
  var declare: [String] = []

  @Option(
    help: ArgumentHelp(
      "A profile that goes before the library's own: declarations, read as they are.",
      valueName: "file.h"))
  var profile: [String] = []

  @Option(
    help: ArgumentHelp(
      "A header to know beforehand: a file, or a name for the C compiler to find.",
      valueName: "file.h"))
  var header: [String] = []

  @OptionGroup var headerSearch: HeaderSearch

  @Option(help: "Another library to load first, its symbols visible to all.")
  var load: [String] = []

  @Option(help: ArgumentHelp("Seconds that a statement may take.", valueName: "s"))
  var timeout = 10.0

  @Option(help: ArgumentHelp("What called code reads as its standard input.", valueName: "file"))
  var stdin = "/dev/null"

  @OptionGroup var safety: SafetyArguments

  @Flag(help: "Also print which memory changed, and what was allocated and freed.")
  var effects = false

  @Flag(help: "Print a C program that does the same, instead of the values.")
  var emitC = false

  @Flag(help: "End at the first statement that does not return.")
  var stop = false

  @Flag(help: "Print one JSON object a statement.")
  var json = false

  func validate() throws {
    guard timeout > 0, timeout.isFinite else {
      throw ValidationError("--timeout wants a number of seconds above 0, not \(timeout)")
    }
  }

  /// How reports are told.
  var printer: ReportPrinter {
    ReportPrinter(isJSON: json, tellsEffects: effects, isProgram: emitC)
  }

  /// How called code is treated.
  ///
  /// - Throws: ``Failure`` for a library that cannot be read, and options that contradict.
  func sessionOptions(undoing statements: [String] = []) throws -> SessionOptions {
    var options = SessionOptions(
      timeLimit: timeout, standardInput: stdin,
      preloaded: try load.map { try LibraryFile.read($0, tables: [.dynsym]) })
    options.allowances = try safety.allowances()
    options.snapshotLimit = try safety.snapshotLimit(undoing: statements)
    options.tellsChanges = json || effects
    return options
  }

  /// A session on a library; where its profiles contradict each other over a name in the text,
  /// that is said.
  func session(
    _ library: OpenLibrary, _ options: SessionOptions, for text: String
  ) throws -> Session {
    let knowledge = try knowledge(of: library)
    knowledge.complainOfContradictions(in: text)
    return try Session(image: library.image, header: knowledge.header, options: options)
  }

  /// The library's profiles, and over them those of the command line, headers and declarations.
  private func knowledge(of library: OpenLibrary) throws -> Knowledge {
    var knowledge = library.knowledge
    try knowledge.readPlainly(profile)
    let request = headerSearch.request(for: header)
    for problem in try knowledge.read(request, files: header) { Output.complain(problem) }
    for text in declare {
      let problems = knowledge.declare(text, named: "--declare")
      guard problems.isEmpty else {
        throw Failure.usage(problems.joined(separator: "\nsonde: "))
      }
    }
    return knowledge
  }
}

import ArgumentParser
import CLanguage
import ELFModel
import Evaluation
import Glibc
import ProbeWire
import Workbench

/// `sonde call`: C statements, one after the other, on the live library.
struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Evaluate C statements on the live library.",
    discussion: """
      sonde call libz.so.1 'crc32(0, "hello", 5)'

      A statement is a call, a constant, or a declaration. A function needs a prototype: from a \
      profile, from --declare, from an earlier statement, or from a cast: \
      '((double (*)(double))cos)(0.5)'. After a statement that did not return, the next one runs \
      on the state before it. ':undo' and ':undo N' take statements back; ':leaks' lists what called \
      code allocated and did not free.

      Called code runs in a sandbox: it reads files, and writes only to a scratch folder (TMPDIR); \
      there is no network, and no other process can be touched. --allow opens it.

      Exit status: 0 all statements returned; 1 file, library, symbol or probe could not be had; \
      64 wrong usage or wrong C; 70 the called code threw or exited; 124 it timed out; 128+N it \
      died of signal N. The first statement that failed decides.
      """)

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Argument(help: "C statements, each in quotes.")
  var statements: [String]

  @Option(help: ArgumentHelp("Declarations to know beforehand.", valueName: "C"))
  var declare: [String] = []

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

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp("Make the call so often, and say how long it took.", valueName: "n"))
  var repetitions: UInt64 = 1

  @Flag(help: "Show how each argument would be passed, and call nothing.")
  var dryRun = false

  @OptionGroup var safety: SafetyArguments

  @Flag(help: "Also print which memory changed, and what was allocated and freed.")
  var effects = false

  @Flag(help: "End at the first statement that does not return.")
  var stop = false

  @Flag(help: "Print one JSON object a statement.")
  var json = false

  func validate() throws {
    guard timeout > 0, timeout.isFinite else {
      throw ValidationError("--timeout wants a number of seconds above 0, not \(timeout)")
    }
    guard repetitions > 0 else { throw ValidationError("--repeat wants a number above 0") }
    guard !statements.isEmpty else {
      throw ValidationError("no statement; give one, such as 'crc32(0, \"hello\", 5)'")
    }
  }

  func run() throws {
    try Failure.wrapping {
      let library = try OpenLibrary.open(file)
      let knowledge = try knowledge(of: library)
      knowledge.complainOfContradictions(in: statements.joined(separator: "\n"))
      var options = SessionOptions(
        timeLimit: timeout, standardInput: stdin,
        preloaded: try load.map { try LibraryFile.read($0, tables: [.dynsym]) })
      options.repetitions = repetitions
      options.isDryRun = dryRun
      options.allowances = try safety.allowances()
      options.snapshotLimit = try safety.snapshotLimit(undoing: statements)
      options.tellsChanges = json || effects
      let session = try Session(
        image: library.image, header: knowledge.header, options: options)
      defer { session.end() }
      try carryOut(on: session)
    }
  }

  /// The library's profiles, and over them what the command line declares.
  private func knowledge(of library: OpenLibrary) throws -> Knowledge {
    var knowledge = library.knowledge
    let request = headerSearch.request(for: header)
    for problem in try knowledge.read(request, files: header) { Output.complain(problem) }
    let texts = declare.map { (name: "--declare", text: $0) }
    for (name, text) in texts {
      let problems = knowledge.declare(text, named: name)
      guard problems.isEmpty else {
        throw Failure.usage(problems.joined(separator: "\nsonde: "))
      }
    }
    return knowledge
  }

  private func carryOut(on session: Session) throws {
    var printer = ReportPrinter(isJSON: json, tellsEffects: effects)
    for statement in statements {
      if SessionCommand.isCommand(statement) {
        printer.carryOut(statement, on: session)
        continue
      }
      let reports = session.evaluateAll(statement) { stop && $0.outcome.exitStatus != 0 }
      for report in reports { printer.print(report, in: statement, header: session.header) }
      if stop && printer.status != 0 { break }
    }
    if printer.status != 0 { throw Failure(message: "", status: printer.status) }
  }
}

/// Prints reports and remembers the exit status.
struct ReportPrinter {
  let isJSON: Bool
  /// That of the first statement that did not return.
  private(set) var status: Int32 = 0

  /// Also for people: memory and heap.
  private let tellsEffects: Bool

  init(isJSON: Bool, tellsEffects: Bool = false) {
    self.isJSON = isJSON
    self.tellsEffects = tellsEffects
  }

  /// Something else than a statement failed.
  mutating func noteFailure(_ failure: Int32) {
    if status == 0 { status = failure }
  }

  /// - Parameters:
  ///   - report: what to print.
  ///   - source: the text that the places of errors count in.
  ///   - file: what messages call that text.
  ///   - header: where types are declared.
  mutating func print(
    _ report: StatementReport, in source: String, file: String? = nil, header: CHeader
  ) {
    if isJSON {
      Output.write(ReportJSON.line(report, header: header))
    } else {
      ReportText.print(report, in: source, file: file, header: header)
      if tellsEffects {
        for line in EffectsText.lines(report.effects, header: header) { Output.line(line) }
      }
    }
    if status == 0 { status = report.outcome.exitStatus }
  }
}

extension StatementOutcome {
  /// What the program's exit status says of it.
  var exitStatus: Int32 {
    switch self {
    case .returned, .declared, .planned: 0
    case .crashed(let report): 128 + report.signal
    case .timedOut: 124
    case .interrupted: 128 + SIGINT
    case .exited, .threw: 70
    case .failed(.invalid): 64
    case .failed(.unavailable), .failed(.stopped): 1
    }
  }
}

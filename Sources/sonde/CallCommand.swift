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
      on the state before it. ':undo' and ':undo N' take statements back; ':states' lists those that \
      can be, and the memory that keeping their states costs; ':leaks' lists what called code \
      allocated and did not free; after a crash ':dead' shows the registers and ':dead EXPRESSION' \
      what was in the memory of the process that died.

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

  /// As given on the command line; ``shieldingStatements(_:)`` put a space before some.
  private var givenStatements: [String] {
    statements.map { $0.hasPrefix(" -") ? String($0.dropFirst()) : $0 }
  }

  /// The program's arguments, a statement such as `-7 / 2` with a space before it so that it is not
  /// taken for an option.
  static func shieldingStatements(_ arguments: [String]) -> [String] {
    guard arguments.dropFirst().first == configuration.commandName else {
      return Array(arguments.dropFirst())
    }
    var previous = ""
    return arguments.dropFirst().map { argument in
      defer { previous = argument }
      let isValue = ["--timeout", "--repeat"].contains(previous)
      return !isValue && isNegation(argument) ? " " + argument : argument
    }
  }

  /// Whether it is C rather than an option: `-7`, `-(a + b)`, `-strlen("x")`.
  private static func isNegation(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    if second.isNumber || "(*&~! ".contains(second) { return true }
    // -D and -I are the compiler's.
    return second.isLetter && !"DI".contains(second) && argument.contains("(")
  }

  @OptionGroup var live: LiveOptions

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp("Make the call so often, and say how long it took.", valueName: "n"))
  var repetitions: UInt64 = 1

  @Flag(help: "Show how each argument would be passed, and call nothing.")
  var dryRun = false

  @Flag(help: "Keep the calls, with what they gave, as examples in the library's profile.")
  var keep = false

  func validate() throws {
    guard repetitions > 0 else { throw ValidationError("--repeat wants a number above 0") }
    guard !statements.isEmpty else {
      throw ValidationError("no statement; give one, such as 'crc32(0, \"hello\", 5)'")
    }
  }

  func run() throws {
    try Failure.wrapping {
      let library = try OpenLibrary.open(file)
      var options = try live.sessionOptions(undoing: givenStatements)
      options.repetitions = repetitions
      options.isDryRun = dryRun
      let session = try live.session(library, options, for: givenStatements.joined(separator: "\n"))
      defer { session.end() }
      try DeepStack.run { try carryOut(on: session, library) }
    }
  }

  private func carryOut(on session: Session, _ library: OpenLibrary) throws {
    var printer = live.printer
    var keeper = keep ? ExampleKeeper(library) : nil
    for statement in givenStatements {
      if SessionCommand.isCommand(statement) {
        printer.carryOut(statement, on: session)
        continue
      }
      if statement.drop(while: \.isWhitespace).first == "#" {
        // Preprocessor lines, as a script has them.
        session.run(
          script: statement, directory: ".", search: live.headerSearch.request(for: [])
        ) { report in
          printer.print(report, in: statement, header: session.header)
          return !(live.stop && printer.status != 0)
        }
        if live.stop && printer.status != 0 { break }
        continue
      }
      let reports = session.evaluateAll(statement) { live.stop && $0.outcome.exitStatus != 0 }
      for report in reports {
        printer.print(report, in: statement, header: session.header)
        try keeper?.keep(report, header: session.header)
      }
      if live.stop && printer.status != 0 { break }
    }
    printer.printProgram(header: session.header, linkedWith: [library.image.path] + live.load)
    if printer.status != 0 { throw Failure(message: "", status: printer.status) }
  }
}

/// Prints reports and remembers the exit status.
struct ReportPrinter {
  let isJSON: Bool
  /// All is kept for a C program.
  let isProgram: Bool
  private var reports: [StatementReport] = []
  /// That of the first statement that did not return.
  private(set) var status: Int32 = 0

  /// Also for people: memory and heap.
  private let tellsEffects: Bool

  init(isJSON: Bool, tellsEffects: Bool = false, isProgram: Bool = false) {
    self.isJSON = isJSON
    self.tellsEffects = tellsEffects
    self.isProgram = isProgram
  }

  /// Something else than a statement failed.
  mutating func noteFailure(_ failure: Int32) {
    if status == 0 { status = failure }
  }

  /// The C program that does the same, if one is wanted.
  func printProgram(header: CHeader, linkedWith libraries: [String]) {
    guard isProgram else { return }
    Output.write(Array(Program(reports, header: header).text(linkedWith: libraries).utf8))
  }

  /// - Parameters:
  ///   - report: what to print.
  ///   - source: the text that the places of errors count in.
  ///   - file: what messages call that text.
  ///   - header: where types are declared.
  mutating func print(
    _ report: StatementReport, in source: String, file: String? = nil, header: CHeader
  ) {
    if isProgram {
      reports.append(report)
      var quiet = report
      quiet.standardOutput = []
      if report.outcome.exitStatus != 0 {
        ReportText.print(quiet, in: source, file: file, header: header)
      }
    } else if isJSON {
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

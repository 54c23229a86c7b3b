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
      on the state before it.

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

  @Flag(help: "End at the first statement that does not return.")
  var stop = false

  @Flag(help: "Print one JSON object a statement.")
  var json = false

  func validate() throws {
    guard timeout > 0, timeout.isFinite else {
      throw ValidationError("--timeout wants a number of seconds above 0, not \(timeout)")
    }
    guard !statements.isEmpty else {
      throw ValidationError("no statement; give one, such as 'crc32(0, \"hello\", 5)'")
    }
  }

  func run() throws {
    try Failure.wrapping {
      let library = try OpenLibrary.open(file)
      let session = try Session(
        image: library.image, header: try knowledge(of: library).header,
        options: SessionOptions(
          timeLimit: timeout, standardInput: stdin,
          preloaded: try load.map { try LibraryFile.read($0, tables: [.dynsym]) }))
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
    var status: Int32 = 0
    for statement in statements {
      let report = session.evaluate(statement)
      if json {
        Output.write(ReportJSON.line(report, header: session.header))
      } else {
        ReportText.print(report, header: session.header)
      }
      if status == 0 { status = report.outcome.exitStatus }
      if stop && status != 0 { break }
    }
    if status != 0 { throw Failure(message: "", status: status) }
  }
}

extension StatementOutcome {
  /// What the program's exit status says of it.
  var exitStatus: Int32 {
    switch self {
    case .returned, .declared: 0
    case .crashed(let report): 128 + report.signal
    case .timedOut: 124
    case .interrupted: 128 + SIGINT
    case .exited, .threw: 70
    case .failed(.invalid): 64
    case .failed(.unavailable): 1
    }
  }
}

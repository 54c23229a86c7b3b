import CLanguage
import Evaluation

/// A statement's report for a person at a shell: what called code wrote goes where it wrote it,
/// the value to standard output, what went wrong to standard error.
enum ReportText {
  static func print(
    _ report: StatementReport, in source: String, file: String?, header: CHeader
  ) {
    Output.passOn(report.standardOutput, to: 1)
    if let last = report.standardOutput.last, last != 0x0a { Output.line("") }
    Output.passOn(report.standardError, to: 2)
    if report.droppedOutput > 0 {
      Output.complain(
        "\(report.statement): \(report.droppedOutput) more bytes of output are not kept")
    }
    printRemarks(report.effects)
    switch report.outcome {
    case .returned where report.isControlFlow: break
    case .returned(let type, let value):
      Output.line(
        CPrinter(header: header, texts: report.texts).text(of: value, as: type) + remark(on: report)
      )
      printOutputs(of: report, header: header)
      if let repetition = report.repetition {
        Output.line(repetition.text(total: report.duration ?? 0))
      }
    case .declared: break
    case .planned(let calls):
      for call in calls { PlannedCallText.lines(of: call, header: header).forEach(Output.line) }
    case .crashed(let crash):
      complain(
        report,
        "\(crash.signalName) (\(crash.codeName)): \(report.crash?.explanation ?? crash.explanation)"
      )
      if let details = report.crash { printWhere(details) }
    case .timedOut(let seconds):
      complain(report, "did not return within \(seconds) s; --timeout sets the limit")
    case .interrupted: complain(report, "interrupted")
    case .exited(let status):
      complain(report, "the called code ended its process with exit(\(status))")
    case .threw(let type, let what):
      let kind = type.isEmpty ? "an exception that is not of C++" : type
      complain(report, "threw \(kind)" + (what.map { ": \($0)" } ?? ""))
    case .failed(.stopped(let diagnostic)) where report.failedIn != nil:
      let place = report.failedIn.map { diagnostic.rendered(in: $0.text, named: nil) } ?? ""
      Output.complain("\(heading(report))in '\(report.failedIn?.name ?? "")': \(place)")
    case .failed(.invalid(let diagnostic)), .failed(.stopped(let diagnostic)):
      Output.complain(
        (file == nil ? heading(report) : "") + diagnostic.rendered(in: source, named: file))
    case .failed(.unavailable(let reason)): Output.complain(reason)
    }
  }

  /// The instruction that faulted, and the functions that led to it.
  private static func printWhere(_ details: CrashDetails) {
    var lines = details.instruction.map { ["  at: \($0)"] } ?? []
    for (number, frame) in details.backtrace.prefix(32).enumerated() {
      let function = frame.function ?? "0x" + String(frame.address, radix: 16)
      let offset = frame.offset.map { $0 == 0 ? "" : "+\($0)" } ?? ""
      let library =
        frame.library.flatMap { $0.split(separator: "/").last }.map { " in \($0)" } ?? ""
      let place = frame.file.map { file in " (\(file)" + (frame.line.map { ":\($0))" } ?? ")") }
      lines.append("  #\(number) \(function)\(offset)\(library)\(place ?? "")")
    }
    if details.backtrace.count > 32 {
      lines.append("  … \(details.backtrace.count - 32) more")
    }
    for line in lines { Output.write(Array((line + "\n").utf8), to: 2) }
  }

  private static func printRemarks(_ effects: StatementEffects) {
    for denial in effects.denials {
      Output.complain("the sandbox denied \(denial.attempt); \(denial.option) allows it")
    }
    for remark in effects.remarks { Output.complain(remark) }
  }

  /// What came back through parameters, and what the function's annotations say of the call.
  private static func printOutputs(of report: StatementReport, header: CHeader) {
    let printer = CPrinter(header: header, texts: report.texts)
    for output in report.outputs {
      Output.line("  \(output.name) = \(printer.text(of: output.value, as: output.type))")
    }
    if let verdict = report.verdict, !verdict.isSuccess {
      Output.line("  /* it failed" + (verdict.message.map { ": \($0)" } ?? "") + " */")
    }
    if let release = report.release {
      Output.line("  /* to be freed with \(release) */")
    }
  }

  /// `errno` as a C comment, so that the line stays C.
  private static func remark(on report: StatementReport) -> String {
    let pointee = report.functionName.map { "  /* \($0.replacing("*/", with: "* /")) */" } ?? ""
    guard let errno = report.errno else { return pointee }
    let name = errno.name ?? "errno"
    return "\(pointee)  /* errno \(errno.number) \(name): \(errno.message) */"
  }

  /// Which statement, if the caret line below does not show all of it.
  private static func heading(_ report: StatementReport) -> String {
    let line = report.statement.prefix { $0 != "\n" }
    return (line.count > 60 ? line.prefix(60) + "…" : line) + ": "
  }

  private static func complain(_ report: StatementReport, _ why: String) {
    let place =
      report.endedWhileLoading ? "while the library was loaded, in its constructors: " : ""
    Output.complain("\(report.statement): \(place)\(why)")
  }
}

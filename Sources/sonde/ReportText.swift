import CLanguage
import Evaluation

/// A statement's report for a person at a shell: what called code wrote goes where it wrote it,
/// the value to standard output, what went wrong to standard error.
enum ReportText {
  static func print(_ report: StatementReport, header: CHeader) {
    Output.write(report.standardOutput)
    if let last = report.standardOutput.last, last != 0x0a { Output.line("") }
    Output.write(report.standardError, to: 2)
    switch report.outcome {
    case .returned(let type, let value):
      Output.line(CPrinter(header: header).text(of: value, as: type) + remark(on: report))
    case .declared: break
    case .crashed(let crash):
      complain(report, "\(crash.signalName) (\(crash.codeName)): \(crash.explanation)")
    case .timedOut(let seconds):
      complain(report, "did not return within \(seconds) s; --timeout sets the limit")
    case .interrupted: complain(report, "interrupted")
    case .exited(let status):
      complain(report, "the called code ended its process with exit(\(status))")
    case .threw(let type, let what):
      let kind = type.isEmpty ? "an exception that is not of C++" : type
      complain(report, "threw \(kind)" + (what.map { ": \($0)" } ?? ""))
    case .failed(.invalid(let diagnostic)):
      Output.complain(diagnostic.rendered(in: report.statement, named: nil))
    case .failed(.unavailable(let reason)): Output.complain(reason)
    }
  }

  /// `errno` as a C comment, so that the line stays C.
  private static func remark(on report: StatementReport) -> String {
    guard let errno = report.errno else { return "" }
    let name = errno.name ?? "errno"
    return "  /* errno \(errno.number) \(name): \(errno.message) */"
  }

  private static func complain(_ report: StatementReport, _ why: String) {
    Output.complain("\(report.statement): \(why)")
  }
}

import CLanguage
import Evaluation
import ProbeWire

/// A statement's report as one line of JSON.
enum ReportJSON {
  static func line(_ report: StatementReport, header: CHeader) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("statement")
    json.string(report.statement)
    json.key("outcome")
    json.string(report.outcome.name)
    write(report.outcome, of: report, header: header, to: &json)
    if report.outcome.hasRun || report.duration != nil {
      writeTraces(of: report, header: header, to: &json)
    }
    if let repetition = report.repetition {
      json.key("repeat")
      write(repetition, total: report.duration ?? 0, to: &json)
    }
    if !report.callbacks.isEmpty {
      json.key("callbacks")
      write(report.callbacks, header: header, to: &json)
    }
    writeAnnotated(report, header: header, to: &json)
    if report.unlistedCallbacks > 0 {
      json.key("callbacks_not_listed")
      json.integer(report.unlistedCallbacks)
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(
    _ callbacks: [CallbackReport], header: CHeader, to json: inout JSONText
  ) {
    json.beginArray()
    for callback in callbacks {
      json.beginObject()
      json.key("name")
      json.string(callback.name)
      json.key("arguments")
      json.beginArray()
      for argument in callback.arguments {
        write(argument.value, of: argument.type, header: header, to: &json)
      }
      json.endArray()
      json.key("result")
      if let result = callback.result {
        write(result.value, of: result.type, header: header, to: &json)
      } else {
        json.null()
      }
      json.endObject()
    }
    json.endArray()
  }

  /// What every call leaves, however it ended.
  private static func writeTraces(
    of report: StatementReport, header: CHeader, to json: inout JSONText
  ) {
    json.key("errno")
    if let errno = report.errno { write(errno, to: &json) } else { json.null() }
    if let duration = report.duration {
      json.key("duration_ns")
      json.integer(duration)
    }
    json.key("stdout")
    report.standardOutput.withUnsafeBufferPointer { _ = json.string($0) }
    json.key("stderr")
    report.standardError.withUnsafeBufferPointer { _ = json.string($0) }
    if report.droppedOutput > 0 {
      json.key("output_dropped")
      json.integer(report.droppedOutput)
    }
    write(report.effects, header: header, to: &json)
  }

  private static func write(_ errno: ErrorNumber, to json: inout JSONText) {
    json.beginObject()
    json.key("number")
    json.integer(errno.number)
    json.key("name")
    json.string(errno.name)
    json.key("message")
    json.string(errno.message)
    json.endObject()
  }

  private static func write(
    _ outcome: StatementOutcome, of statement: StatementReport, header: CHeader,
    to json: inout JSONText
  ) {
    switch outcome {
    case .returned(let type, let value):
      json.key("type")
      json.string(CPrinter(header: header, elidesBodies: true).text(of: type))
      json.key("value")
      write(value, of: type, header: header, texts: statement.texts, to: &json)
      if let name = statement.functionName {
        json.key("function")
        json.string(name)
      }
      json.key("text")
      json.string(CPrinter(header: header, texts: statement.texts).text(of: value, as: type))
    case .declared, .timedOut, .interrupted: break
    case .planned(let calls): write(calls, header: header, to: &json)
    case .crashed(let report):
      json.key("crash")
      write(report, of: statement, to: &json)
    case .exited(let status):
      json.key("exit_status")
      json.integer(status)
    case .threw(let type, let what):
      json.key("exception")
      json.beginObject()
      json.key("type")
      json.string(type)
      json.key("what")
      json.string(what)
      json.endObject()
    case .failed(let error):
      json.key("error")
      write(error, in: statement.failedIn, to: &json)
    }
  }

  private static func write(
    _ report: CrashReport, of statement: StatementReport, to json: inout JSONText
  ) {
    json.beginObject()
    json.key("signal")
    json.string(report.signalName)
    json.key("code")
    json.string(report.codeName)
    if let address = report.faultAddress {
      json.key("address")
      json.string(hexadecimal(address))
    }
    json.key("explanation")
    json.string(
      (statement.endedWhileLoading ? "while the library was loaded, in its constructors: " : "")
        + (statement.crash?.explanation ?? report.explanation))
    if let crash = statement.crash { write(crash, to: &json) }
    json.endObject()
  }

  private static func write(
    _ error: StatementError, in function: FunctionText?, to json: inout JSONText
  ) {
    json.beginObject()
    json.key("message")
    switch error {
    case .invalid(let diagnostic), .stopped(let diagnostic):
      json.string((function.map { "in '\($0.name)': " } ?? "") + diagnostic.message)
      json.key("line")
      json.integer(diagnostic.range.start.line)
      json.key("column")
      json.integer(diagnostic.range.start.column)
    case .unavailable(let reason):
      json.string(reason)
    }
    if let function {
      // Line and column count in its text.
      json.key("function")
      json.string(function.name)
    }
    json.endObject()
  }
}

extension StatementOutcome {
  /// As `--json` calls it.
  fileprivate var name: String {
    switch self {
    case .returned: "returned"
    case .declared: "declared"
    case .planned: "planned"
    case .crashed: "crashed"
    case .timedOut, .interrupted: "timed_out"
    case .exited: "exited"
    case .threw: "threw"
    case .failed: "error"
    }
  }

  /// Code may have run.
  fileprivate var hasRun: Bool {
    switch self {
    case .returned, .crashed, .timedOut, .interrupted, .exited, .threw: true
    case .declared, .planned, .failed: false
    }
  }
}

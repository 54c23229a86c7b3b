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
    write(
      report.outcome, header: header, whileLoading: report.endedWhileLoading, to: &json)
    if report.outcome.hasRun { writeTraces(of: report, to: &json) }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// What every call leaves, however it ended.
  private static func writeTraces(of report: StatementReport, to json: inout JSONText) {
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
    _ outcome: StatementOutcome, header: CHeader, whileLoading: Bool, to json: inout JSONText
  ) {
    switch outcome {
    case .returned(let type, let value):
      json.key("type")
      json.string(CPrinter().text(of: type))
      json.key("value")
      write(value, of: type, header: header, to: &json)
      json.key("text")
      json.string(CPrinter(header: header).text(of: value, as: type))
    case .declared, .timedOut, .interrupted: break
    case .crashed(let report):
      json.key("crash")
      write(report, whileLoading: whileLoading, to: &json)
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
      write(error, to: &json)
    }
  }

  private static func write(
    _ report: CrashReport, whileLoading: Bool, to json: inout JSONText
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
      (whileLoading ? "while the library was loaded, in its constructors: " : "")
        + report.explanation)
    json.endObject()
  }

  private static func write(_ error: StatementError, to json: inout JSONText) {
    json.beginObject()
    json.key("message")
    switch error {
    case .invalid(let diagnostic):
      json.string(diagnostic.message)
      json.key("line")
      json.integer(diagnostic.range.start.line)
      json.key("column")
      json.integer(diagnostic.range.start.column)
    case .unavailable(let reason):
      json.string(reason)
    }
    json.endObject()
  }

  /// Integers beyond 2^53 become strings: many readers of JSON keep numbers as doubles.
  private static let exactLimit: UInt128 = 1 << 53

  private static func write(
    _ value: CValue, of type: CType, header: CHeader, to json: inout JSONText
  ) {
    switch value {
    case .void: json.null()
    case .bool(let truth): json.bool(truth)
    case .signed(let number) where number.magnitude <= exactLimit: json.integer(number)
    case .signed(let number): json.string("\(number)")
    case .unsigned(let number) where number <= exactLimit: json.integer(number)
    case .unsigned(let number): json.string("\(number)")
    case .floating(let number): json.double(number)
    case .longDouble: json.string(CPrinter().text(of: value, as: .floating(.longDouble)))
    case .pointer(let address): json.string(hexadecimal(address))
    case .string(let address, let text):
      write(text, of: type, at: address, header: header, to: &json)
    }
  }

  private static func write(
    _ text: CValue.CText, of type: CType, at address: UInt64, header: CHeader,
    to json: inout JSONText
  ) {
    json.beginObject()
    json.key("pointer")
    json.string(hexadecimal(address))
    json.key("string")
    switch text {
    case .null, .unreadable: json.null()
    case .units(let units, let isTerminated):
      let prefix = header.stringPrefix(ofPointer: type)
      write(units, prefix, to: &json)
      writeRemarks(on: units, prefix, isTerminated: isTerminated, to: &json)
    }
    json.endObject()
  }

  /// Code units as JSON text; what they do not encode becomes U+FFFD.
  private static func write(
    _ units: [UInt32], _ prefix: CStringPrefix?, to json: inout JSONText
  ) {
    switch prefix {
    case nil, CStringPrefix.none?, .utf8?:
      json.string(String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self))
    case .utf16?:
      json.string(String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self))
    case .utf32?, .wide?: json.string(String(decoding: units, as: UTF32.self))
    }
  }

  /// What a JSON string cannot say: that bytes are not UTF-8, and that the end was not reached.
  private static func writeRemarks(
    on units: [UInt32], _ prefix: CStringPrefix?, isTerminated: Bool, to json: inout JSONText
  ) {
    let bytes = units.map { UInt8(truncatingIfNeeded: $0) }
    let isBytes = prefix == nil || prefix == CStringPrefix.none || prefix == .utf8
    if isBytes, String(validating: bytes, as: UTF8.self) == nil {
      json.key("string_hex")
      bytes.withUnsafeBufferPointer { json.hexadecimal($0) }
    }
    if !isTerminated {
      json.key("truncated")
      json.bool(true)
    }
  }

  private static func hexadecimal(_ address: UInt64) -> String {
    "0x" + String(address, radix: 16)
  }
}

extension StatementOutcome {
  /// As `--json` calls it.
  fileprivate var name: String {
    switch self {
    case .returned: "returned"
    case .declared: "declared"
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
    case .declared, .failed: false
    }
  }
}

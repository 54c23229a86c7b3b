import CLanguage
import Evaluation

/// What a function's annotations add to the report of its call.
extension ReportJSON {
  static func writeAnnotated(
    _ report: StatementReport, header: CHeader, to json: inout JSONText
  ) {
    if !report.outputs.isEmpty {
      json.key("outputs")
      json.beginArray()
      for output in report.outputs {
        json.beginObject()
        json.key("name")
        json.string(output.name)
        json.key("type")
        json.string(CPrinter(header: header, elidesBodies: true).text(of: output.type))
        json.key("value")
        write(output.value, of: output.type, header: header, texts: report.texts, to: &json)
        json.key("text")
        json.string(
          CPrinter(header: header, texts: report.texts).text(of: output.value, as: output.type))
        json.endObject()
      }
      json.endArray()
    }
    if let verdict = report.verdict {
      json.key("success")
      json.bool(verdict.isSuccess)
      if let message = verdict.message {
        json.key("message")
        json.string(message)
      }
    }
    if let release = report.release {
      json.key("owned")
      json.string(release)
    }
  }
}

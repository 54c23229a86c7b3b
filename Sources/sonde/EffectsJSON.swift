import CLanguage
import Evaluation
import MemoryInspection

/// What a statement did to memory and the heap, and where it died, as JSON.
extension ReportJSON {
  static func write(_ effects: StatementEffects, header: CHeader, to json: inout JSONText) {
    if let changes = effects.changes {
      json.key("changes")
      json.beginArray()
      for change in changes { write(change, header: header, to: &json) }
      json.endArray()
    }
    if let allocations = effects.allocations { write(allocations, to: &json) }
    if !effects.denials.isEmpty {
      json.key("denied")
      json.beginArray()
      for denial in effects.denials {
        json.beginObject()
        json.key("attempt")
        json.string(denial.attempt)
        json.key("option")
        json.string(denial.option)
        json.endObject()
      }
      json.endArray()
    }
    if !effects.remarks.isEmpty {
      json.key("remarks")
      json.beginArray()
      for remark in effects.remarks { json.string(remark) }
      json.endArray()
    }
  }

  private static func write(
    _ change: MemoryChange, header: CHeader, to json: inout JSONText
  ) {
    json.beginObject()
    json.key("name")
    json.string(change.name)
    json.key("address")
    json.string(hexadecimal(change.address))
    json.key("length")
    json.integer(change.length)
    for (key, side) in [("before", change.before), ("after", change.after)] {
      guard let side else { continue }
      json.key(named: key)
      switch side {
      case .value(let type, let value): write(value, of: type, header: header, to: &json)
      case .text(let bytes): bytes.withUnsafeBufferPointer { _ = json.string($0) }
      case .bytes(let bytes):
        json.string(HexText.shortened(bytes, count: Int(clamping: change.length)))
      }
    }
    json.endObject()
  }

  private static func write(_ report: AllocationReport, to json: inout JSONText) {
    json.key("allocations")
    json.beginObject()
    for (key, blocks) in [
      ("allocated", report.allocated), ("freed", report.freed), ("live", report.live),
    ] {
      json.key(named: key)
      json.beginArray()
      for block in blocks {
        json.beginObject()
        json.key("address")
        json.string(hexadecimal(block.address))
        json.key("size")
        json.integer(block.size)
        json.endObject()
      }
      json.endArray()
    }
    if report.omitted > 0 {
      json.key("omitted")
      json.integer(report.omitted)
    }
    json.endObject()
  }

  static func write(_ crash: CrashDetails, to json: inout JSONText) {
    if let instruction = crash.instruction {
      json.key("instruction")
      json.string(instruction)
    }
    if !crash.registers.isEmpty {
      json.key("registers")
      json.beginObject()
      for (name, value) in zip(RegisterNames.names(count: crash.registers.count), crash.registers) {
        json.key(named: name)
        json.string(hexadecimal(value))
      }
      json.endObject()
    }
    json.key("backtrace")
    json.beginArray()
    for frame in crash.backtrace {
      json.beginObject()
      json.key("function")
      json.string(frame.function)
      json.key("library")
      json.string(frame.library)
      json.key("offset")
      if let offset = frame.offset { json.integer(offset) } else { json.null() }
      json.key("address")
      json.string(hexadecimal(frame.address))
      if let file = frame.file {
        json.key("file")
        json.string(file)
      }
      if let line = frame.line {
        json.key("line")
        json.integer(line)
      }
      json.endObject()
    }
    json.endArray()
  }
}

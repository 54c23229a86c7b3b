import CLanguage
import Evaluation
import Marshalling
import ProbeWire

/// How calls would be made, and how repetitions went, as JSON.
extension ReportJSON {
  static func write(_ calls: [PlannedCall], header: CHeader, to json: inout JSONText) {
    json.key("calls")
    json.beginArray()
    for call in calls {
      json.beginObject()
      json.key("function")
      json.string(call.name)
      json.key("arguments")
      json.beginArray()
      for index in call.plan.argumentTypes.indices {
        write(call, argument: index, header, to: &json)
      }
      json.endArray()
      json.key("result")
      json.beginObject()
      write(call.plan.result, call.plan.layout.result.place, to: &json)
      json.endObject()
      if call.type.isVariadic {
        json.key("vector_registers")
        json.integer(call.plan.layout.vectorCount)
      }
      json.key("stack_bytes")
      json.integer(call.plan.layout.stackSize)
      json.endObject()
    }
    json.endArray()
  }

  private static func write(
    _ call: PlannedCall, argument index: Int, _ header: CHeader, to json: inout JSONText
  ) {
    json.beginObject()
    if index < call.type.parameters.count, let name = call.type.parameters[index].name {
      json.key("name")
      json.string(name)
    }
    write(call.plan.argumentTypes[index], call.plan.layout.arguments[index].place, to: &json)
    // What only running the statement tells is absent.
    switch call.arguments[index]?.value {
    case nil: break
    case .text(let units, let prefix)?:
      json.key("text")
      json.string(CPrinter.literal(units, prefix))
    case .number(let type, let value)?:
      json.key("text")
      json.string(CPrinter(header: header).text(of: value, as: type))
    }
    json.endObject()
  }

  private static func write(_ type: CType, _ place: ValuePlace, to json: inout JSONText) {
    json.key("type")
    json.string(CPrinter.brief.text(of: type))
    switch place {
    case .nothing: break
    case .registers(let names):
      json.key("registers")
      json.beginArray()
      for name in names { json.string(name) }
      json.endArray()
    case .stack(let offset):
      json.key("stack_offset")
      json.integer(offset)
    case .memory(let pointer):
      json.key("memory_pointer")
      json.string(pointer)
    }
  }

  static func write(_ repetition: RepeatedCall, total: UInt64, to json: inout JSONText) {
    json.beginObject()
    json.key("count")
    json.integer(repetition.count)
    json.key("total_ns")
    json.integer(total)
    json.key("mean_ns")
    json.double(Double(total) / Double(repetition.count))
    json.key("min_ns")
    json.double(Double(repetition.minimum) / 1000)
    json.key("median_ns")
    json.double(Double(repetition.median) / 1000)
    json.key("p99_ns")
    json.double(Double(repetition.percentile99) / 1000)
    json.key("group")
    json.integer(repetition.groupSize)
    json.endObject()
  }
}

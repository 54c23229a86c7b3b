import CLanguage
import Evaluation
import Marshalling
import ProbeWire

/// How a call would be made: a line for each value, with the registers or the stack.
enum PlannedCallText {
  static func lines(of call: PlannedCall, header: CHeader) -> [String] {
    let layout = call.plan.layout
    let printer = CPrinter(header: header)
    var rows: [[String]] = []
    for (index, type) in call.plan.argumentTypes.enumerated() {
      let name =
        index < call.type.parameters.count
        ? call.type.parameters[index].name ?? "\(index + 1)" : "..."
      rows.append([
        name, printer.text(of: type), layout.arguments[index].place.text,
        value(of: call.arguments[index], printer),
      ])
    }
    rows.append(["result", printer.text(of: call.plan.result), layout.result.place.text, ""])
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = [call.name]
    for row in rows {
      let cells = (0..<3).map { padded(row[$0], widths[$0]) } + [row[3]]
      let line = "  " + cells.joined(separator: "  ")
      lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
    }
    if call.type.isVariadic { lines.append("  al = \(layout.vectorCount)") }
    if layout.stackSize > 0 { lines.append("  \(layout.stackSize) bytes on the stack") }
    return lines
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// What is known of a value before anything runs.
  private static func value(of argument: PlacedArgument?, _ printer: CPrinter) -> String {
    switch argument?.value {
    case nil: "…"
    case .text(let units, let prefix)?: CPrinter.literal(units, prefix)
    case .number(let type, let value)?: printer.text(of: value, as: type)
    }
  }
}

extension ValuePlace {
  /// `rdi`, `rax and xmm0`, `stack + 8`.
  var text: String {
    switch self {
    case .nothing: "nowhere"
    case .registers(let names): names.joined(separator: " and ")
    case .stack(let offset): "stack + \(offset)"
    case .memory(let pointer): "memory that \(pointer) points to"
    }
  }
}

extension RepeatedCall {
  /// A line for a person.
  func text(total nanoseconds: UInt64) -> String {
    let mean = Double(nanoseconds) * 1000 / Double(count)
    let times =
      "\(count) calls in \(Self.text(Double(nanoseconds) * 1000)): mean \(Self.text(mean)), "
      + "minimum \(Self.text(Double(minimum))), median \(Self.text(Double(median))), "
      + "99% within \(Self.text(Double(percentile99)))"
    return groupSize == 1 ? times : times + " (timed in groups of \(groupSize))"
  }

  /// Picoseconds with three digits and a unit.
  private static func text(_ picoseconds: Double) -> String {
    var (value, unit) = (picoseconds / 1000, "ns")
    for larger in ["µs", "ms", "s"] where value >= 1000 { (value, unit) = (value / 1000, larger) }
    let factor = value >= 100 ? 1.0 : value >= 10 ? 10 : 100
    let rounded = (value * factor).rounded() / factor
    return (factor == 1 ? "\(Int(rounded))" : "\(rounded)") + " " + unit
  }
}

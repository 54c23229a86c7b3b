import CLanguage
import Evaluation

/// What a statement did besides giving a value, as rows: memory, heap, callbacks, the sandbox.
struct EffectLines {
  let report: StatementReport
  let header: CHeader
  let width: Int

  /// Everything, under headings.
  func lines() -> [Line] {
    changes() + allocations() + callbacks() + denials() + remarks()
  }

  /// The most of it in a few rows.
  func brief() -> [Line] {
    var lines = (report.effects.changes ?? []).prefix(Self.briefLimit).map(row)
    let more = (report.effects.changes?.count ?? 0) - Self.briefLimit
    if more > 0 { lines.append(Line("\(counted(more, "further change")): F3", .dim)) }
    if let heap = report.effects.allocations, !heap.live.isEmpty {
      lines.append(Line("not freed: \(Self.sum(heap.live))", .dim))
    }
    if !report.callbacks.isEmpty {
      let count = report.callbacks.count + report.unlistedCallbacks
      lines.append(Line("called back \(counted(count, "time")): F3", .dim))
    }
    return lines + denials() + remarks()
  }

  private static let briefLimit = 4
  /// Rows of one kind beyond this many are counted.
  private static let limit = 500

  // MARK: Private helpers

  private func changes() -> [Line] {
    guard let changes = report.effects.changes, !changes.isEmpty else { return [] }
    return section("changed", changes.count, changes.prefix(Self.limit).map(row))
  }

  /// `n: 3 → 4`.
  private func row(_ change: MemoryChange) -> Line {
    var line = Line("  ")
    line.append(change.name, .code)
    if let before = change.before, let after = change.after {
      line.append("  \(text(before, change)) → ", .dim)
      line.append(text(after, change), .match)
    } else {
      line.append("  \(counted(Int(clamping: change.length), "byte")) changed", .dim)
    }
    return line.clipped(to: width)
  }

  private func text(_ side: ChangedValue, _ change: MemoryChange) -> String {
    switch side {
    case .value(let type, let value): CPrinter(header: header).text(of: value, as: type)
    case .text(let bytes): "\"" + String(decoding: bytes, as: UTF8.self) + "\""
    case .bytes(let bytes):
      bytes.prefix(16).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined(separator: " ") + (change.length > 16 ? " …" : "")
    }
  }

  private func allocations() -> [Line] {
    guard let heap = report.effects.allocations else { return [] }
    var lines: [Line] = []
    for (title, blocks) in [
      ("allocated", heap.allocated), ("freed", heap.freed), ("not freed", heap.live),
    ] where !blocks.isEmpty {
      let rows = blocks.prefix(Self.limit).map { block in
        var line = Line("  " + hexadecimal(block.address), .code)
        line.append("  \(counted(Int(clamping: block.size), "byte"))", .dim)
        return line
      }
      lines += section(title, blocks.count, Array(rows), Self.sum(blocks))
    }
    if heap.omitted > 0 {
      lines.append(Line("\(grouped(heap.omitted)) further events are not listed", .dim))
    }
    return lines
  }

  private static func sum(_ blocks: [HeapBlock]) -> String {
    let bytes = blocks.reduce(UInt64(0)) { $0 &+ $1.size }
    return "\(counted(blocks.count, "block")), \(grouped(bytes)) bytes"
  }

  private func callbacks() -> [Line] {
    guard !report.callbacks.isEmpty else { return [] }
    let printer = CPrinter(header: header)
    let rows = report.callbacks.prefix(Self.limit).map { callback in
      let arguments = callback.arguments.map { printer.text(of: $0.value, as: $0.type) }
      var line = Line("  \(callback.name)(\(arguments.joined(separator: ", ")))", .code)
      if let result = callback.result {
        line.append(" → ", .dim)
        line.append(printer.text(of: result.value, as: result.type), .value)
      } else {
        line.append("  gave no result", .warning)
      }
      return line.clipped(to: width)
    }
    let count = report.callbacks.count + report.unlistedCallbacks
    return section("callbacks", count, Array(rows))
  }

  private func section(
    _ title: String, _ count: Int, _ rows: [Line], _ detail: String? = nil
  ) -> [Line] {
    let heading = "\(title) · \(detail ?? grouped(UInt64(count)))"
    let more = count - rows.count
    return [Line(), Line(heading, .heading)] + rows
      + (more > 0 ? [Line("  … \(grouped(UInt64(more))) more", .dim)] : [])
  }

  private func denials() -> [Line] {
    report.effects.denials.flatMap { denial in
      wrapped("denied: \(denial.attempt); \(denial.option) allows it", width: width)
        .map { Line($0, .warning) }
    }
  }

  private func remarks() -> [Line] {
    report.effects.remarks.flatMap { wrapped($0, width: width).map { Line($0, .warning) } }
  }
}

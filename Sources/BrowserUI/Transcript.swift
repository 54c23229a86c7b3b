import Evaluation

/// A statement that was carried out, with what came of it.
struct TranscriptEntry: Sendable {
  /// Counts from 1.
  let number: Int
  let report: StatementReport
  /// The function's symbol, for a call that a form made.
  let symbol: UInt32?
  /// The state went back to before it.
  var isUndone = false

  /// It left a state that can be gone back from.
  var isUndoable: Bool {
    guard !isUndone, !report.statement.hasPrefix(":") else { return false }
    switch report.outcome {
    case .returned, .declared: return true
    case .planned, .crashed, .timedOut, .interrupted, .exited, .threw, .failed: return false
    }
  }
}

/// A statement that has not ended.
struct RunningStatement: Hashable, Sendable {
  /// The function's symbol, for a call that a form makes; nil for a statement of the console.
  var symbol: UInt32?
  var statement: String
  /// Seconds.
  var elapsed = 0.0
  /// The user wants it to end.
  var isStopping = false
}

/// All statements of a session in their order.
struct Transcript: Sendable {
  private(set) var entries: [TranscriptEntry] = []

  /// Adds what came of a statement.
  mutating func record(_ report: StatementReport, symbol: UInt32?) {
    entries.append(TranscriptEntry(number: entries.count + 1, report: report, symbol: symbol))
    noteUndone(by: report)
  }

  /// How many statements have to be undone to get before an entry; 0 when it left nothing.
  func undoCount(to index: Int) -> Int { entries[index...].count { $0.isUndoable } }

  private mutating func noteUndone(by report: StatementReport) {
    guard report.statement.hasPrefix(":undo"), case .returned = report.outcome else { return }
    var count = Int(String(report.statement.dropFirst(":undo".count)).trimmed) ?? 1
    for index in entries.indices.reversed() where entries[index].isUndoable && count > 0 {
      entries[index].isUndone = true
      count -= 1
    }
  }

  /// The session as a script that `sonde run` takes: what had an effect, as C, and as comments
  /// what came of it.
  func script(library: String, prototypes: [String], valueText: (StatementReport) -> String)
    -> String
  {
    var lines = ["#pragma sonde library \"\(library)\""]
    lines += prototypes
    for entry in entries where !entry.isUndone && !entry.report.statement.hasPrefix(":") {
      let statement = entry.report.statement.trimmed
      switch entry.report.outcome {
      case .returned, .declared:
        lines.append(
          statement.hasSuffix(";") || statement.hasSuffix("}") ? statement : statement + ";")
        let value = valueText(entry.report)
        if !value.isEmpty { lines.append("/* \(value.replacing("*/", with: "* /")) */") }
      case .planned, .crashed, .timedOut, .interrupted, .exited, .threw, .failed:
        // It had no effect: the state is that before it.
        let text = statement.replacing("*/", with: "* /")
        lines.append("/* \(text): \(valueText(entry.report).replacing("*/", with: "* /")) */")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

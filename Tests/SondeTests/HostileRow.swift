import Foundation
import TestSupport
import Testing

/// A function that hurts its process, and what must come of it.
struct HostileRow: Sendable {
  var statement: String
  var outcome: String
  var signal: String?
  var status: Int32
  /// Part of the crash's explanation, or of the error's message.
  var explanation: String = ""
  var value: Int?

  static func crash(
    _ statement: String, _ signal: String, _ number: Int32, _ explanation: String = ""
  ) -> HostileRow {
    HostileRow(
      statement: statement, outcome: "crashed", signal: signal, status: 128 + number,
      explanation: explanation)
  }

  static func endless(_ statement: String) -> HostileRow {
    HostileRow(statement: statement, outcome: "timed_out", status: 124)
  }

  static func returned(_ statement: String, _ value: Int? = nil) -> HostileRow {
    HostileRow(statement: statement, outcome: "returned", status: 0, value: value)
  }

  static func lost(_ statement: String) -> HostileRow {
    HostileRow(statement: statement, outcome: "error", status: 1, explanation: "the called code")
  }

  /// Seconds that sonde has beyond the time limits of the statements, on a machine that is busy.
  fileprivate static let grace = 90.0

  /// So many rows share a session, since starting it takes longer than most of them.
  private static let batchSize = 8

  /// Rows that share a session: those that never end have little time, all others more than they
  /// could need on a machine that is busy.
  static func batches(_ rows: [HostileRow]) -> [HostileBatch] {
    let endless = rows.filter { $0.outcome == "timed_out" }
    let others = rows.filter { $0.outcome != "timed_out" }
    return batches(endless, limit: 2) + batches(others, limit: 60)
  }

  private static func batches(_ rows: [HostileRow], limit: Int) -> [HostileBatch] {
    stride(from: 0, to: rows.count, by: batchSize).map {
      HostileBatch(rows: Array(rows[$0..<min($0 + batchSize, rows.count)]), limit: limit)
    }
  }

  /// Expects that this came of the statement.
  fileprivate func expect(_ object: [String: Any]) {
    let place = "\(statement): \(object)"
    #expect(object["outcome"] as? String == outcome, "\(place)")
    if let value {
      #expect((object["value"] ?? object["exit_status"]) as? Int == value, "\(place)")
    }
    let crash = object["crash"] as? [String: Any]
    #expect(crash?["signal"] as? String == signal, "\(place)")
    let error = object["error"] as? [String: Any]
    guard let text = (crash?["explanation"] ?? error?["message"]) as? String else {
      #expect(!["crashed", "error"].contains(outcome), "\(place)")
      return
    }
    #expect(!text.isEmpty && (explanation.isEmpty || text.contains(explanation)), "\(place)")
  }
}

/// Rows of one session.
///
/// Each is followed by a call of `survivor()` and is then undone, if it returned, so that all begin
/// with the same state.
struct HostileBatch: CustomTestStringConvertible, Sendable {
  var rows: [HostileRow]
  /// Seconds that a statement may take.
  var limit: Int
  var testDescription: String { rows.map(\.statement).joined(separator: ", ") }

  /// Calls them: what each says of itself comes true, the state is that before it where it did not
  /// return, that before it is there again after it is undone, and no process is left.
  func check() throws {
    var statements = ["survivor()"]
    for row in rows {
      // The call of survivor() is undone too.
      let count = row.outcome == "returned" ? 2 : 1
      statements += [row.statement, "survivor()", ":undo \(count)"]
    }
    let run = try runSonde(
      ["call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes")]
        + ["--declare", "char *getenv(const char *name);", "--timeout", "\(limit)", "--json"]
        + statements, within: Double(2 * rows.count) + HostileRow.grace)
    run.expectStatus(rows.first { $0.status != 0 }?.status ?? 0)
    let found = try objects(run)
    try #require(found.count == statements.count, "\(run.errorText)")
    #expect(found[0]["value"] as? Int == 1)
    for (index, row) in rows.enumerated() {
      row.expect(found[1 + 3 * index])
      let survival = found[2 + 3 * index]
      #expect(survival["value"] as? Int == 2, "after \(row.statement): \(survival)")
      #expect(found[3 + 3 * index]["undone"] != nil, "after \(row.statement)")
    }
  }
}

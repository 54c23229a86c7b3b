import CLanguage
package import Evaluation

/// A line of a session that is no C: it begins with a colon.
package enum SessionCommand: Sendable, Hashable {
  /// `:undo`, `:undo 3`: takes back the last statements.
  case undo(Int)
  /// `:leaks`: what called code allocated and did not free.
  case leaks
  /// `:states`: the statements that can be undone, and the memory that this costs.
  case states
  /// `:dead`, `:dead EXPRESSION`: the registers of the process that died of a signal, or what an
  /// expression comes to in its memory.
  case dead(String?)

  /// Why a line is no command.
  package struct Problem: Error, CustomStringConvertible, Sendable {
    package var description: String
  }

  /// Whether a statement is meant as a command: no C begins with a colon.
  package static func isCommand(_ text: String) -> Bool { text.hasPrefix(":") }

  /// Reads a command.
  package init(_ text: String) throws(Problem) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case (":undo"?, 1): self = .undo(1)
    case (":undo"?, 2):
      guard let count = Int(words[1]), count > 0 else {
        throw Problem(description: ":undo takes a number of statements, not '\(words[1])'")
      }
      self = .undo(count)
    case (":leaks"?, 1): self = .leaks
    case (":states"?, 1): self = .states
    case (":dead"?, 1): self = .dead(nil)
    case (":dead"?, _): self = .dead(words[1...].joined(separator: " "))
    default:
      throw Problem(
        description: "'\(text)' is no command; there are :undo [N], :states, :leaks and "
          + ":dead [EXPRESSION]")
    }
  }
}

extension Session {
  /// Carries out a command that stands where a statement could: what it has to say is in the
  /// report's output.
  func carryOut(command text: String) -> StatementReport {
    var report = StatementReport(statement: text, outcome: .returned(.void, .void))
    report.isControlFlow = true
    do {
      switch try SessionCommand(text) {
      case .undo(let count):
        report.effects.remarks = try undo(count).reversed().map { "undone: \($0)" }
      case .leaks:
        let lines = liveBlocks().map { block in
          "0x\(String(block.address, radix: 16))  \(block.size) bytes  \(block.origin ?? "")\n"
        }
        report.standardOutput = Array(lines.joined().utf8)
      case .dead(let expression?):
        guard var found = lookAtDead(expression) else { throw Self.noDead }
        found.statement = text
        return found
      case .dead(nil): report.standardOutput = Array(try deadLines().joined().utf8)
      case .states: report.standardOutput = Array(stateLines().joined().utf8)
      }
    } catch let failure as TargetFailure {
      if case .unavailable(let reason) = failure { report.outcome = .failed(.unavailable(reason)) }
    } catch {
      report.outcome = .failed(.unavailable("\(error)"))
    }
    return report
  }

  /// Why there is nothing to look at.
  package static let noDead = TargetFailure.unavailable(
    "no process stands where it died: the next statement after a crash lets it go")

  /// One line for each register.
  package func deadLines() throws(TargetFailure) -> [String] {
    guard let registers = deadRegisters else { throw Self.noDead }
    return registers.map { "\($0.name)  0x\(String($0.value, radix: 16))\n" }
  }
}

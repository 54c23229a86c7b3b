package import Evaluation
import ProbeHost
import ProbeWire

/// A state to go back to, and the statement that left it.
struct KeptState {
  var statement: String
  var evaluator: Evaluator
  var library: UInt32?
  var allocations: [NamedAllocation]
  /// The probe was copied for it; a statement that does not touch the probe needs no copy.
  var hasSnapshot: Bool
  /// Memory that is kept for it alone.
  var bytes: UInt64
}

/// A statement that can be undone.
package struct UndoableStatement: Sendable, Hashable {
  package var statement: String
  /// Memory that is kept for the state before it; 0 where it needs none of its own, or where that
  /// was not looked at.
  package var bytes: UInt64

  package init(statement: String, bytes: UInt64 = 0) {
    self.statement = statement
    self.bytes = bytes
  }
}

/// Going back.
extension Session {
  /// The statements that can be undone, the oldest first.
  package var history: [UndoableStatement] {
    states.map { UndoableStatement(statement: $0.statement, bytes: $0.bytes) }
  }

  /// How each of them is undone, and what the state before it costs: one line each, the latest
  /// first, and the sum.
  package func stateLines() -> [String] {
    func cost(_ bytes: UInt64) -> String { "\((bytes + 1023) / 1024) KiB" }
    let lines = history.reversed().enumerated().map { index, entry in
      ":undo \(index + 1)  \(entry.bytes > 0 ? cost(entry.bytes) : "-")  \(entry.statement)\n"
    }
    let count = states.count { $0.hasSnapshot }
    let sum = states.reduce(0) { $0 + $1.bytes }
    return lines + ["\(count) of at most \(options.snapshotLimit) states kept, \(cost(sum))\n"]
  }

  /// Undoes the latest statements, so that all is as before them.
  ///
  /// - Parameter count: how many.
  /// - Returns: the statements undone, the oldest first.
  /// - Throws: ``TargetFailure/unavailable(_:)`` when there are not so many.
  package func undo(_ count: Int = 1) throws(TargetFailure) -> [String] {
    guard count > 0 else { return [] }
    guard count <= states.count else {
      throw .unavailable(
        states.isEmpty
          ? "there is nothing to undo"
          : states.count == 1
            ? "only the last statement can be undone"
            : "only the last \(states.count) statements can be undone")
    }
    let undone = states.suffix(count)
    let snapshots = undone.filter(\.hasSnapshot).count
    if snapshots > 0, let host {
      do {
        try host.restore(to: host.snapshotCount - snapshots)
        forgetLaterCalls()
      } catch {
        throw .unavailable(error.description)
      }
    }
    if let target = undone.first { goBack(to: target) }
    states.removeLast(count)
    return undone.map(\.statement)
  }

  /// What of the sandbox this kernel lacks, one line each; empty before the first call.
  package var sandboxGaps: [String] { host?.gaps.descriptions ?? [] }

  /// The numbers of calls that are undone will be those of others.
  func forgetLaterCalls() {
    guard let last = host?.ledger()?.control.callNumber else { return }
    statements = statements.filter { $0.key <= last }
  }

  /// Blocks that called code allocated and has not freed, and the statements that did, the oldest
  /// first; what was allocated while the library was loaded is not among them.
  package func liveBlocks() -> [HeapBlock] {
    guard let ledger = host?.ledger() else { return [] }
    return ledger.blocks().filter {
      $0.freedBy == nil && $0.allocatedBy > 0 && $0.allocatedBy != LedgerBlock.linker
    }
    .sorted { ($0.allocatedBy, $0.address) < ($1.allocatedBy, $1.address) }
    .map { HeapBlock(address: $0.address, size: $0.size, origin: statements[$0.allocatedBy]) }
  }
}

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
}

/// A statement that can be undone.
package struct UndoableStatement: Sendable, Hashable {
  package var statement: String

  package init(statement: String) { self.statement = statement }
}

/// Going back.
extension Session {
  /// The statements that can be undone, the oldest first.
  package var history: [UndoableStatement] {
    states.map { UndoableStatement(statement: $0.statement) }
  }

  /// Bytes of memory that the kept states hold beyond what the probe itself has.
  package var historyBytes: UInt64 { host?.snapshotBytes() ?? 0 }

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
          : "only the last \(states.count) statements can be undone")
    }
    let undone = states.suffix(count)
    let snapshots = undone.filter(\.hasSnapshot).count
    if snapshots > 0, let host {
      do {
        try host.restore(to: host.snapshotCount - snapshots)
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

  /// What is not as it was after going back, since no copy of a process can have it.
  static func remarks(threads: Int) -> [String] {
    threads > 1
      ? [
        "the library has \(threads - 1) more thread\(threads == 2 ? "" : "s") running; going back "
          + "to an earlier state ends \(threads == 2 ? "it" : "them")"
      ] : []
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

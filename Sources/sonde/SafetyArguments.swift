import ArgumentParser
import Workbench

/// Options about what called code may do, and what is kept in case it goes wrong.
struct SafetyArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let called code do more than read: write=DIR, network, or all.", valueName: "what"))
  var allow: [String] = []

  @Flag(help: "Keep no state to go back to: faster, but a crash costs all that was before it.")
  var noSnapshot = false

  /// What the words of `--allow` mean.
  func allowances() throws(Failure) -> Allowances {
    do { return try Allowances(words: allow) } catch { throw .usage(error.description) }
  }

  /// How many states to keep: the one before the present statement, and more only when they can be
  /// gone back to.
  func snapshotLimit(undoing statements: [String]) throws(Failure) -> Int {
    let undoes = statements.contains { $0.hasPrefix(":undo") || $0.hasPrefix(":states") }
    if noSnapshot && undoes {
      throw .usage(":undo and :states need the states that --no-snapshot does not keep")
    }
    return noSnapshot ? 0 : undoes ? SessionOptions.usualSnapshotLimit : 1
  }
}

import Glibc
import Testing

extension Trait where Self == ConditionTrait {
  /// Runs only where `SONDE_TESTS_ALONE` is set, as the gate does in a run of its own.
  ///
  /// These tests run their bodies in child processes, and the testing library waits for *any*
  /// child to end. The tests of the probe make the test process adopt orphans, so in one process
  /// with them it would wait for children that are not its own, for ever.
  static var aloneInItsProcess: Self {
    .enabled(if: getenv("SONDE_TESTS_ALONE") != nil, "set SONDE_TESTS_ALONE and filter by suite")
  }
}

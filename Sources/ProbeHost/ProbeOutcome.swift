package import ProbeWire

/// How a request to the probe ended.
///
/// All but `replied` leave the probe dead; ``ProbeHost/restore()`` brings the state before the
/// request back.
package enum ProbeOutcome: Equatable, Sendable {
  case replied(ProbeReply)
  case crashed(CrashReport)
  case exited(status: Int32)
  case timedOut
  case interrupted
  /// Called code wrote to the probe's own socket.
  case corrupted(WireError)
  /// A callback gave no result, so the code that called back cannot go on.
  case abandoned
}

/// Why there is no probe.
package enum ProbeError: Error, Equatable, Sendable {
  /// No program at any of these places.
  case notFound(looked: [String])
  /// A system call failed: what was tried, and `errno`.
  case system(String, Int32)
  /// The program speaks another version of the wire, or is no probe.
  case foreign(program: String)
  /// The program runs and says nothing.
  case silent(program: String)
  /// There is no earlier state to go back to.
  case noSnapshot
  /// The probe would not do what it must.
  case refused(String)
}

extension ProbeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let looked):
      "no sonde-probe beside the program; looked at \(looked.joined(separator: ", ")); "
        + "install it there or set SONDE_PROBE to its path"
    case .system(let action, let number): "cannot \(action): \(SystemError.message(number))"
    case .foreign(let program):
      "\(program) is not the probe of this sonde (wire version \(Wire.version)); "
        + "install both from one build"
    case .silent(let program):
      "\(program) has not answered for \(Int(Snapshot.greetingLimit)) s; is the machine very busy?"
    case .noSnapshot: "the probe is gone and there is no earlier state to go back to"
    case .refused(let reason): "the probe refused: \(reason)"
    }
  }
}

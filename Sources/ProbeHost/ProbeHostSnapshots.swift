import CProcess
import Glibc
package import MemoryInspection
import ProbeWire

/// Keeping states and going back to them.
extension ProbeHost {
  /// How many earlier states there are to go back to.
  package var snapshotCount: Int { snapshots.count }

  /// Keeps the present state, to be had back by ``restore(to:)``.
  ///
  /// - Parameter deadline: when a probe that stands still is given up; one that is at it, on a machine
  ///   that has little time for it, has longer.
  /// - Returns: nil when it is kept; else how the probe died over it.
  /// - Throws: ``ProbeError`` when the probe cannot copy itself; it lives then.
  package func takeSnapshot(deadline: Deadline?) throws(ProbeError) -> ProbeOutcome? {
    guard let process = current else { throw .noSnapshot }
    letGo()
    let ends = try Self.pair("make a socket", cprocess_socket_pair)
    watch?.permitCopy(true)
    defer { watch?.permitCopy(false) }
    let outcome: ProbeOutcome
    do {
      defer { close(ends.1) }
      let first =
        send(.snapshot, attaching: ends.1, to: process, deadline: deadline)
        ?? wait(for: process, deadline)
      outcome = first == .timedOut ? waitWhileAtWork(for: process) : first
    }
    switch outcome {
    case .replied(.snapshotTaken(let identifier)):
      snapshots.append(Snapshot(socket: ends.0, identifier: identifier))
      if identifier > 0 { watch?.protect(identifier) }
      if snapshots.count > snapshotLimit { discard(snapshots.removeFirst()) }
      return nil
    case .replied(.refused(let reason)):
      close(ends.0)
      throw .refused(reason)
    case .replied, .crashed, .exited, .timedOut, .interrupted, .corrupted, .abandoned:
      close(ends.0)
      process.end()
      current = nil
      return outcome
    }
  }

  /// Waits for a probe that copies itself, beyond the time limit, as long as it is at work but gets
  /// little of a processor: one that sleeps or spins does something else.
  private func waitWhileAtWork(for process: ProbeProcess) -> ProbeOutcome {
    let (slice, most) = (0.25, UInt64(400_000_000))
    let deadline = Deadline(after: Snapshot.greetingLimit)
    let start = process.progress()
    var before = start
    while !deadline.hasPassed {
      let outcome = wait(for: process, Deadline(after: slice))
      guard outcome == .timedOut else { return outcome }
      let now = process.progress()
      if now == before || now.ran &- start.ran > most { break }
      before = now
    }
    return .timedOut
  }

  /// Goes back to the latest snapshot; the present probe, if it still lives, is ended.
  ///
  /// A process that died of a signal stands still all the same, until ``letGo()``.
  package func restore() throws(ProbeError) { try restore(to: snapshots.count - 1) }

  /// Goes back to the snapshot of that index, 0 being the oldest; those after it are ended.
  ///
  /// When its process has died, all is left as it is.
  package func restore(to index: Int) throws(ProbeError) {
    guard snapshots.indices.contains(index) else { throw .noSnapshot }
    let process = try snapshots[index].livingProcess()
    guard answers(process) else { throw .refused(Snapshot.hasDied) }
    watch?.permitProcesses(false)
    defer { watch?.permitProcesses(true) }
    current?.end()
    current = nil
    for later in snapshots[(index + 1)...] { discard(later) }
    snapshots.removeSubrange((index + 1)...)
    snapshots.removeLast()
    watch?.release(process.identifier)
    current = process
    reapEnding(waits: true)
    let kept = snapshots.compactMap(\.identifier)
    strays.end(sparing: [process.identifier] + kept + (dead.map { [$0.identifier] } ?? []))
  }

  /// Whether the process does as it is told: one that was just killed looks alive for a moment.
  private func answers(_ process: ProbeProcess) -> Bool {
    let deadline = Deadline(after: Snapshot.greetingLimit)
    var outcome =
      send(.read(address: controlAddress, count: 8), to: process, deadline: deadline)
      ?? wait(for: process, deadline)
    // Meant for the statement, which has ended.
    while case .interrupted = outcome { outcome = wait(for: process, deadline) }
    if case .replied = outcome { return true }
    return false
  }

  /// Forgets the latest snapshot: nothing happened since.
  package func forgetLatest() {
    if let latest = snapshots.popLast() { discard(latest) }
  }

  private func discard(_ snapshot: Snapshot) {
    if let process = snapshot.kill() { ending.append(process) }
    // By now those of before have ended, as a rule, and nobody waits.
    reapEnding(waits: false)
  }

  /// Takes note of snapshots that have ended.
  ///
  /// Their numbers stay theirs until then, so that no other process is taken for one of them.
  func reapEnding(waits: Bool) {
    ending.removeAll { process in
      var status: Int32 = 0
      var reaped: pid_t
      repeat {
        reaped = waitpid(process, &status, waits ? 0 : WNOHANG)
      } while reaped < 0 && errno == EINTR
      guard reaped != 0 else { return false }
      watch?.release(process)
      return true
    }
  }

  /// The memory of the latest snapshot.
  package var pastProcess: ProcessMemory? {
    guard let identifier = snapshots.last?.identifier else { return nil }
    return ProcessMemory(process: identifier)
  }

  /// The latest snapshot's process lives.
  package var keepsPast: Bool { (try? snapshots.last?.livingProcess()) != nil }

  /// The ledger of the present probe, or of the dead one.
  package func ledger(ofDead isDead: Bool = false) -> Ledger? {
    (isDead ? deadProcess : presentProcess).flatMap { Ledger($0, control: controlAddress) }
  }

  /// What has changed since the latest snapshot, and how the memory is mapped; nil where the kernel
  /// does not let this process look, or the snapshot has died.
  package func changes() -> (memory: WrittenMemory, regions: [MappedRegion])? {
    guard let present = presentProcess, let past = pastProcess, let ledger = ledger() else {
      return nil
    }
    let regions = present.regions()
    let written = WrittenMemory(
      present: present, past: past, regions: regions, isShared: ledger.control.forks > 0,
      excluding: ledger.ownMemory)
    // What cannot be read of it would look as if it had not been there.
    guard past.readWhole(controlAddress, count: 8) != nil else { return nil }
    return (written, regions)
  }

  /// Bytes of memory that the kernel needs for the latest snapshot, beside pages that differ: the
  /// tables of its pages.
  package func snapshotOverhead() -> UInt64 { pastProcess?.pageTableBytes() ?? 0 }
}

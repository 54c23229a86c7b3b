package import CLanguage
package import ELFModel
package import Evaluation
import Glibc
import ProbeHost
import Synchronization

/// A session on a thread of its own, so that the explorer answers keys while a call runs.
///
/// ```
/// explorer ── post(job) ──▶ queue ──▶ thread: Session ──▶ queue ── takeEvents() ──▶ explorer
///          ── interrupt() ─────────────────▶│
/// ```
package final class SessionWorker: Sendable {
  /// What the session is asked to do.
  package enum Job: Sendable {
    /// Statements, one report each.
    case evaluate(String)
    /// A prototype that the user has accepted.
    case declare(String)
    /// A look at the live library.
    case look(SessionLook)
    /// Declarations to be kept in the profile.
    case save([String])
    case stop
  }

  /// What came of a job.
  package enum Event: Sendable {
    case reported(StatementReport)
    /// All statements of a text have been carried out.
    case finished
    case saw(SessionSight)
    case saved(path: String)
    case saveFailed(String)
    case stopped
  }

  /// Saves declarations and returns the profile's path; runs on the session's thread.
  package typealias Save = @Sendable ([String]) throws -> String

  private let jobs: Mailbox<Job>
  private let events: Mailbox<Event>
  private let bell: Bell

  /// Starts the thread; nothing of the library runs until a statement calls.
  ///
  /// - Throws: what the kernel refused.
  package init(
    image: ELFImage, header: CHeader, options: SessionOptions, save: @escaping Save
  ) throws {
    jobs = try Mailbox()
    events = try Mailbox()
    bell = try Bell()
    let (jobs, events, bell) = (jobs, events, bell)
    try WorkerThread.start {
      let session = Session(
        image: image, header: header, options: options, interrupt: bell)
      Self.serve(session, jobs, events, save)
    }
  }

  /// Readable while ``takeEvents()`` has something to give.
  package var eventDescriptor: Int32 { events.descriptor }

  /// Hands over a job; jobs are done in order.
  package func post(_ job: Job) { jobs.put(job) }

  /// What has happened since the last time; returns at once.
  package func takeEvents() -> [Event] { events.takeAll() }

  /// Ends the call that runs now, if one does.
  package func interrupt() { bell.ring() }

  /// Ends the running call, the probe and the thread, and waits for them.
  package func stop() {
    jobs.put(.stop)
    while true {
      bell.ring()
      events.wait(milliseconds: 50)
      if takeEvents().contains(where: { if case .stopped = $0 { true } else { false } }) { return }
    }
  }

  private static func serve(
    _ session: Session, _ jobs: Mailbox<Job>, _ events: Mailbox<Event>, _ save: Save
  ) {
    while true {
      jobs.wait(milliseconds: -1)
      for job in jobs.takeAll() {
        switch job {
        case .evaluate(let text):
          evaluate(text, session, events)
          events.put(.finished)
        case .declare(let text): _ = session.declare(text)
        case .look(let look): events.put(.saw(session.look(look)))
        case .save(let declarations): events.put(outcome(of: declarations, save))
        case .stop:
          session.end()
          events.put(.stopped)
          return
        }
      }
    }
  }

  /// Reports each statement as it ends; an interrupt ends them all.
  private static func evaluate(_ text: String, _ session: Session, _ events: Mailbox<Event>) {
    guard !SessionCommand.isCommand(text) else {
      return events.put(.reported(session.evaluate(text)))
    }
    var count = 0
    let reports = session.evaluateAll(text) { report in
      events.put(.reported(report))
      count += 1
      return report.outcome == .interrupted
    }
    // What could not be read was not carried out either.
    for report in reports.dropFirst(count) { events.put(.reported(report)) }
  }

  private static func outcome(of declarations: [String], _ save: Save) -> Event {
    do { return .saved(path: try save(declarations)) } catch { return .saveFailed("\(error)") }
  }
}

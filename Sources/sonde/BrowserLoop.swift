import BrowserUI
import ELFModel
import Evaluation
import Glibc
import Terminal
import Workbench

/// The explorer's only loop: wait, turn what came into messages, carry out effects, paint.
struct BrowserLoop {
  private let screen: Screen
  private var painter: FramePainter
  private var keys: KeyReader
  private let worker: SessionWorker
  private var model: BrowserModel
  private var isDone = false
  /// When the call that runs was begun, in seconds of the monotonic clock.
  private var callStart = 0.0

  /// Opens the explorer and returns when the user leaves it.
  ///
  /// - Throws: why there can be no explorer, the terminal as it was.
  static func run(_ library: OpenLibrary, options: SessionOptions) throws {
    var loop = try BrowserLoop(library, options)
    loop.serve()
    loop.worker.stop()
    loop.screen.end()
  }

  private init(_ library: OpenLibrary, _ options: SessionOptions) throws {
    screen = try Screen()
    painter = FramePainter(screen)
    keys = KeyReader(screen)
    worker = try SessionWorker(
      image: library.image, header: library.knowledge.header, options: options,
      save: { try library.save($0) })
    model = BrowserModel(
      image: library.image, table: library.image.exports,
      header: library.knowledge.header, sources: library.knowledge.sources,
      profilePath: library.profilePath, size: screen.size,
      notice: library.knowledge.problems.first)
  }

  private mutating func serve() {
    while !isDone {
      painter.paint(model.view())
      let terminalIsGone = wait()
      for event in worker.takeEvents() { update(message(for: event)) }
      while !isDone, let message = keys.next() { update(message) }
      if terminalIsGone { return }
      if model.isRunning { update(.tick(elapsed: Self.seconds - callStart)) }
      if !isDone && model.wantsIdle { update(.idle) }
    }
  }

  /// How often the time of a running call is painted, in milliseconds.
  private static let tickLength: Int32 = 100

  /// Waits for the keyboard, the session or the clock.
  ///
  /// - Returns: whether the terminal has gone away.
  private func wait() -> Bool {
    let input = Int16(POLLIN)
    var watched = [
      pollfd(fd: STDIN_FILENO, events: input, revents: 0),
      pollfd(fd: screen.wakeDescriptor, events: input, revents: 0),
      pollfd(fd: worker.eventDescriptor, events: input, revents: 0),
    ]
    let patience = model.wantsIdle ? 0 : model.isRunning ? Self.tickLength : -1
    poll(&watched, nfds_t(watched.count), patience)
    return watched[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }

  private mutating func update(_ message: BrowserMessage) {
    for effect in model.update(message) { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: BrowserEffect) {
    switch effect {
    case .declare(let text): worker.post(.declare(text))
    case .evaluate(let statement):
      callStart = Self.seconds
      worker.post(.evaluate(statement))
    case .interrupt: worker.interrupt()
    case .save(let declarations): worker.post(.save(declarations))
    case .quit: isDone = true
    case .bell: screen.bell()
    case .suspend: screen.suspend()
    }
  }

  private func message(for event: SessionWorker.Event) -> BrowserMessage {
    switch event {
    case .reported(let report): .reported(report)
    case .saved(let path): .saved(path: path)
    case .saveFailed(let reason): .saveFailed(reason)
    case .stopped: .notice("the session has ended")
    }
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

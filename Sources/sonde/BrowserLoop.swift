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
  private let lookup: LookupWorker
  private let history = ConsoleHistory()
  private var model: BrowserModel
  private var isDone = false
  /// The functions whose prototypes were asked for, by name.
  private var learning: [String: UInt32] = [:]
  /// The functions whose code was asked for, by place.
  private var code: [String: (symbol: UInt32, details: CodeDetails)] = [:]
  /// When the call that runs was begun, in seconds of the monotonic clock.
  private var callStart = 0.0

  /// Opens the explorer and returns when the user leaves it.
  ///
  /// - Throws: why there can be no explorer, the terminal as it was.
  static func run(_ library: OpenLibrary, options: SessionOptions) throws {
    var loop = try BrowserLoop(library, options)
    loop.serve()
    loop.lookup.stop()
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
    lookup = try LookupWorker(library)
    let demangler = SharedDemangler()
    model = BrowserModel(
      image: library.image, header: library.knowledge.header, sources: library.knowledge.sources,
      profilePath: library.profilePath, size: screen.size,
      notice: library.knowledge.problems.first ?? library.image.notes.first,
      sandbox: options.allowances.summary,
      pastStatements: history.load(),
      demangle: { demangler.demangle($0) })
  }

  private mutating func serve() {
    var isFirst = true
    // What the first frame did not wait for.
    let firstQuestions: [LookupWorker.Question] = [.symtab, .facts, .debugInformation]
    while !isDone {
      painter.paint(model.view())
      if isFirst { for question in firstQuestions { lookup.ask(question) } }
      isFirst = false
      let terminalIsGone = wait()
      for answer in lookup.takeAnswers() { update(message(for: answer)) }
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
      pollfd(fd: lookup.answerDescriptor, events: input, revents: 0),
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
    case .look(let look): worker.post(.look(look.ofSession))
    case .interrupt: worker.interrupt()
    case .save(let declarations): worker.post(.save(declarations))
    case .readCode(let symbol, let place):
      code[place] = (symbol, CodeDetails())
      lookup.ask(.code(place: place))
    case .learn(let symbol, let name):
      learning[name] = symbol
      lookup.ask(.prototype(name: name))
    case .remember(let statement): history.append(statement)
    case .write(let text, let path): write(text, to: path)
    case .quit: isDone = true
    case .bell: screen.bell()
    case .suspend: screen.suspend()
    }
  }

  private mutating func write(_ text: String, to path: String) {
    do {
      try writeNewFile(text, to: path)
      update(.wrote(path: path))
    } catch {
      update(.notice("\(error)"))
    }
  }

  private func message(for event: SessionWorker.Event) -> BrowserMessage {
    switch event {
    case .reported(let report): .reported(report)
    case .finished: .finished
    case .saw(let sight): sight.message
    case .saved(let path): .saved(path: path)
    case .saveFailed(let reason): .saveFailed(reason)
    case .stopped: .notice("the session has ended")
    }
  }

  private mutating func message(for answer: LookupWorker.Answer) -> BrowserMessage {
    switch answer {
    case .facts(let facts): return .facts(facts)
    case .symtab(let table): return .symtab(table)
    case .prototype(let name, let learned):
      guard let symbol = learning.removeValue(forKey: name) else { return .notice("") }
      return .learned(symbol: symbol, learned.knowledge)
    case .debugInformation(let slice):
      return .debugInformation(slice.header, news: slice.news, percent: slice.percent)
    case .listing(let place, let listing), .sources(let place, let listing):
      return details(place) { $0.listing = listing }
    case .references(let place, let callers, let calls):
      return details(place) { ($0.callers, $0.calls) = (callers, calls) }
    case .failed(.code(let place), let reason), .failed(.references(let place), let reason):
      return details(place) { ($0.problem, $0.callers, $0.calls) = (reason, [], []) }
    case .failed(_, let reason): return .notice(reason)
    }
  }

  /// What is known of the code at a place, with more of it.
  private mutating func details(
    _ place: String, _ add: (inout CodeDetails) -> Void
  ) -> BrowserMessage {
    guard var known = code[place] else { return .notice("") }
    add(&known.details)
    code[place] = known
    return .code(symbol: known.symbol, known.details)
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

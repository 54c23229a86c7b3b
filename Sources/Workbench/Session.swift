package import CLanguage
package import ELFModel
package import Evaluation
import Glibc
import ProbeHost
package import ProbeWire
package import SystemCompiler

/// How a session treats called code.
package struct SessionOptions: Sendable {
  /// Seconds that a statement may take; nil for as long as nobody interrupts it.
  package var timeLimit: Double?
  /// What called code reads as descriptor 0.
  package var standardInput: String
  /// Libraries opened first, `RTLD_GLOBAL`, for those that cannot be loaded alone.
  package var preloaded: [ELFImage]
  /// How often the call that a statement consists of is made.
  package var repetitions: UInt64 = 1
  /// Work out how calls would be made, and run nothing.
  package var isDryRun = false
  /// What called code may do beyond what it may anyway.
  package var allowances: Allowances
  /// How many states are kept to go back to; 0 for none, and then nothing is undone and no change
  /// of memory is told.
  package var snapshotLimit: Int
  /// Reports say which memory changed; finding out takes about as long as a snapshot.
  package var tellsChanges: Bool

  /// States kept where every statement can be undone.
  package static let usualSnapshotLimit = 32

  package init(
    timeLimit: Double? = nil, standardInput: String = "/dev/null", preloaded: [ELFImage] = [],
    allowances: Allowances = Allowances(), snapshotLimit: Int = usualSnapshotLimit,
    tellsChanges: Bool = true
  ) {
    self.timeLimit = timeLimit
    self.standardInput = standardInput
    self.preloaded = preloaded
    self.allowances = allowances
    self.snapshotLimit = snapshotLimit
    self.tellsChanges = tellsChanges
  }
}

/// One library, live: statements in, reports out.
///
/// The probe is started by the first statement that calls, and the library is loaded by it.
package final class Session {
  package let image: ELFImage
  let options: SessionOptions
  private let interrupt: Bell
  let search: SymbolSearch
  var evaluator: Evaluator
  private let knowledge: DebugKnowledge
  private var neighbours: NeighbourProfiles
  /// What is known of functions and not enough for a call, by name.
  private var incomplete: [String: IncompletePrototype] = [:]
  var host: ProbeHost?
  /// The library's number in the probe, once it is loaded there, and what it was when the
  /// snapshot was taken.
  var library: (now: UInt32?, atSnapshot: UInt32?)
  /// States to go back to, the latest last.
  var states: [KeptState] = []
  /// The present statement has a snapshot of the state before it.
  var hasSnapshot = false
  /// What the present statement has done so far.
  var traces = CallTraces()
  var presentStatement = ""
  /// What is declared for the present statement.
  var presentHeader = CHeader()
  var allocationsAtStart = 0
  /// The variables after the present statement.
  var variables: [VariablePlace] = []
  /// What the session goes on with, when more than the statement was lost.
  private var evaluatorOfBefore: Evaluator?
  /// What the dead process showed, when the present statement ended it.
  var crash: CrashDetails?
  var endedWhileLoading = false
  /// Statements whose effects went with a process that died after them.
  var lostStatements: [String] = []
  /// The present statement's own snapshot was dead when it was needed.
  var hasLostSnapshot = false
  /// A statement has left something that the next one goes on with.
  var carriesState = false
  /// No earlier state could be brought back, and there was one to lose.
  var startsAfresh = false
  /// Memory that the present statement's snapshot keeps: the old bytes of what it wrote.
  var writtenBytes: UInt64 = 0
  /// What no copy of the process has.
  var unkept = UnkeptState()
  /// What the sandbox lacks has been said.
  var saysGaps = false
  /// Which statement made which call of the probe's count.
  var statements: [UInt32: String] = [:]
  /// Functions and variables of the library that were looked up, by address.
  var symbols: [UInt64: String] = [:]
  /// Names of the probe's memory.
  var libraries = LoadedLibraries()
  /// The numbers of the libraries of `--load` in the probe.
  var preloadedNumbers: [UInt32] = []
  /// Variables and buffers in the probe.
  var allocations: [NamedAllocation] = []
  var deadline: Deadline?
  package var callbackHandler: ((ProbeCallback) -> [UInt8]?)?
  /// Callbacks that are being handled, one inside the other.
  var callbackDepth = 0

  /// Everything declared so far.
  package var header: CHeader { evaluator.header }

  /// Runs nothing yet.
  ///
  /// - Parameters:
  ///   - image: the library.
  ///   - header: what is known of its functions.
  ///   - options: how called code is treated.
  /// - Throws: ``ProbeError`` when the kernel gives no descriptors.
  package convenience init(image: ELFImage, header: CHeader, options: SessionOptions) throws {
    self.init(image: image, header: header, options: options, interrupt: try Bell())
  }

  /// A session whose calls another thread ends by ringing the bell.
  init(image: ELFImage, header: CHeader, options: SessionOptions, interrupt: Bell) {
    self.image = image
    self.options = options
    self.interrupt = interrupt
    search = SymbolSearch(images: [image] + options.preloaded)
    evaluator = Evaluator(header: header)
    evaluator.repetitions = options.repetitions
    evaluator.isDryRun = options.isDryRun
    // Sessions run on threads with stacks that have room for it.
    evaluator.depthLimit = 60_000
    knowledge = DebugKnowledge([image] + options.preloaded)
    neighbours = NeighbourProfiles(of: image, preloaded: options.preloaded)
  }

  /// Carries out one statement.
  ///
  /// After one that did not return, the state is that before it.
  package func evaluate(_ statement: String) -> StatementReport {
    if SessionCommand.isCommand(statement) { return carryOut(command: statement) }
    _ = learn(from: statement)
    return evaluate { $0.evaluate(statement, on: self) }
  }

  /// Carries out all statements of a text, one report each, up to the first one that `isEnd`
  /// picks.
  package func evaluateAll(
    _ text: String, until isEnd: (StatementReport) -> Bool
  ) -> [StatementReport] {
    _ = learn(from: text)
    return evaluate { $0.evaluateAll(text, on: self, until: isEnd) }
  }

  /// Carries out a statement that has been read already, for instance one of a script.
  package func evaluate(_ parsed: CParsedStatement, text: String) -> StatementReport {
    evaluate { $0.evaluate(parsed, text, on: self, isPart: true) }
  }

  /// Looks up in profiles of the libraries beside this one, and in debug information, what a text
  /// names and nothing else declares.
  ///
  /// Called for every statement; a script whose types come from there needs it before it is parsed.
  ///
  /// - Returns: whether something was found.
  package func learn(from text: String) -> Bool {
    // What is known of a C++ function is known by its symbol.
    let scoped = StatementNames.scoped(in: text)
    let symbols = scoped.flatMap { name in
      let rivals = rivals(of: name).map(\.symbol)
      return rivals.isEmpty ? symbolName(of: name).map { [$0] } ?? [] : rivals
    }
    let names = ([text] + symbols).joined(separator: " ")
    let neighbour = neighbours.declaring(namesIn: text, over: evaluator.header)
    if let neighbour { evaluator.adopt(neighbour) }
    let found = knowledge.declaring(namesIn: names, over: evaluator.header)
    incomplete.merge(found.incomplete) { _, new in new }
    if let header = found.header { evaluator.adopt(header) }
    let areNew = declareCxxNames(scoped)
    return neighbour != nil || found.header != nil || areNew
  }

  package func incompletePrototype(of name: String) -> IncompletePrototype? { incomplete[name] }

  private func evaluate<Result>(_ body: (inout Evaluator) -> Result) -> Result {
    interrupt.silence()
    evaluatorOfBefore = nil
    // A copy, so that what the evaluator asks of the session finds the evaluator of before.
    var changed = evaluator
    let result = body(&changed)
    evaluator = evaluatorOfBefore ?? changed
    return result
  }

  /// What the session itself knew in a state.
  func goBack(to state: KeptState) {
    evaluator = state.evaluator
    library.now = state.library
    allocations = state.allocations
  }

  /// Takes in declarations.
  ///
  /// - Returns: what is wrong with them.
  package func declare(_ text: String, file: String? = nil) -> [CDiagnostic] {
    evaluator.declare(text, file: file)
  }

  /// Takes in headers, read through the system's C compiler, over what is declared.
  ///
  /// - Returns: what could not be read of them; the rest counts.
  /// - Throws: what the compiler has against them.
  package func include(
    _ request: HeaderRequest
  ) throws(CompilerError) -> [ImportedHeader.Problem] {
    let imported = try ImportedHeader(request, over: evaluator.header)
    evaluator.adopt(imported.header)
    return imported.problems
  }

  /// Takes in a macro of a script.
  func define(_ directive: CDirective) throws(CDiagnostic) { try evaluator.define(directive) }

  func advised(_ diagnostic: CDiagnostic) -> CDiagnostic {
    evaluator.advised(diagnostic, on: self)
  }

  /// Ends the probe and everything that called code left behind.
  package func end() {
    host?.end()
    forgetProbe()
  }
}

extension Session: EvaluationTarget {
  package var libraryName: String { image.profileName }

  package func begin() throws(TargetFailure) {
    let host = try uncharged { () throws(TargetFailure) in try startedHost() }
    try serveCallbacks()
    if library.now == nil { try loadBeforehand() }
    guard options.snapshotLimit > 0 else { return }
    try takeSnapshot(of: host)
  }

  /// Does what the time limit is not for: it is for called code.
  private func uncharged<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard var extended = deadline else { return try work() }
    defer { deadline = extended }
    return try extended.postpone(during: work)
  }

  private func takeSnapshot(of host: ProbeHost) throws(TargetFailure) {
    let death: ProbeOutcome?
    do {
      death = try uncharged { () throws(ProbeError) in
        try host.takeSnapshot(deadline: deadline)
      }
    } catch {
      // What the last statement did to the process (limits, memory) keeps it from being copied.
      goBack()
      let lost = lostStatements.first.map { "; the state is that before '\($0)'" }
      throw .unavailable(error.description + (lost ?? ""))
    }
    if let death { throw aftermath(of: death) }
    hasSnapshot = true
    library.atSnapshot = library.now
  }

  package func checkTime() throws(TargetFailure) {
    if deadline?.hasPassed == true {
      throw .ended(.timedOut(seconds: options.timeLimit ?? 0))
    }
    if interrupt.hasRung { throw .ended(.interrupted) }
  }

  package func rollBack() {
    if hasSnapshot { goBack() }
  }

  package func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn {
    traces.calls += 1
    traces.latest = call
    let reply = try perform(.call(call))
    if callbackDepth == 0 { noteEvents() }
    if case .called(let result) = reply { return .returned(result) }
    if case .threw(let exception) = reply { return .threw(exception) }
    throw refusal(in: reply)
  }

  /// Characters beyond this many are not shown.
  private static let textLimit: UInt32 = 1 << 20

  package func text(at address: UInt64, unitSize: Int) throws(TargetFailure) -> CValue.CText {
    let reply = try perform(
      .readText(address: address, unitSize: UInt8(unitSize), limit: Self.textLimit))
    if case .text(let bytes, let isTerminated) = reply {
      return .units(Self.units(of: bytes, size: unitSize), isTerminated: isTerminated)
    }
    if case .unreadable = reply { return .unreadable }
    throw Self.unexpected(reply)
  }

  package func errorNumber(_ number: Int32) -> ErrorNumber {
    ErrorNumber(
      number: number, name: SystemError.name(number), message: SystemError.message(number))
  }

  package func takeOutput() -> (output: [UInt8], error: [UInt8], dropped: Int) {
    guard let captured = host?.takeOutput() else { return ([], [], 0) }
    let dropped = captured.output.dropped + captured.error.dropped
    return (captured.output.bytes, captured.error.bytes, dropped)
  }
}

extension Session {
  func startedHost() throws(TargetFailure) -> ProbeHost {
    if let host { return host }
    try requireCallableImage()
    do {
      let started = try ProbeHost(
        standardInput: options.standardInput, sandbox: options.allowances.sandbox,
        snapshotLimit: options.snapshotLimit, interrupt: interrupt)
      started.callbackHandler = { [unowned self] in handle($0) }
      host = started
      return started
    } catch {
      throw Self.failure(error)
    }
  }

  private func handle(_ callback: ProbeCallback) -> [UInt8]? {
    callbackDepth += 1
    defer { callbackDepth -= 1 }
    return callbackHandler?(callback)
  }

  private func requireCallableImage() throws(TargetFailure) {
    guard image.header.machine != Self.ownMachine else { return }
    throw .unavailable(
      "\(image.path) is for \(image.header.machineName); this machine can look at it, but cannot "
        + "call it")
  }

  #if arch(x86_64)
  /// `EM_X86_64`.
  private static let ownMachine: UInt16 = 62
  #elseif arch(arm64)
  /// `EM_AARCH64`.
  private static let ownMachine: UInt16 = 183
  #endif

  func loadedLibrary() throws(TargetFailure) -> UInt32 {
    if let loaded = library.now { return loaded }
    preloadedNumbers = []
    for image in options.preloaded {
      preloadedNumbers.append(try load(image, isGlobal: true))
    }
    let loaded = try load(image, isGlobal: false)
    library.now = loaded
    return loaded
  }

  func load(_ image: ELFImage, isGlobal: Bool) throws(TargetFailure) -> UInt32 {
    // Without a slash dlopen would search for a library of that name elsewhere.
    let path = image.path.contains("/") ? image.path : "./" + image.path
    let reply = try perform(.load(path: path, isGlobal: isGlobal))
    if case .loaded(let number) = reply { return number }
    if case .refused(let message) = reply {
      throw .unavailable("cannot load \(image.path): \(message)")
    }
    throw Self.unexpected(reply)
  }

  /// What an answer means that is not the one hoped for.
  func refusal(in reply: ProbeReply) -> TargetFailure {
    if case .refused(let message) = reply { return .unavailable("\(libraryName): \(message)") }
    return Self.unexpected(reply)
  }

  func perform(_ request: ProbeRequest) throws(TargetFailure) -> ProbeReply {
    let host = try startedHost()
    let outcome: ProbeOutcome
    do { outcome = try host.perform(request, deadline: deadline) } catch {
      throw Self.failure(error)
    }
    if case .replied(let reply) = outcome { return reply }
    throw aftermath(of: outcome)
  }

  package func makeCallback(
    _ signature: ProbeSignature, identifier: UInt32
  ) throws(TargetFailure) -> UInt64 {
    let reply = try perform(.makeClosure(identifier: identifier, signature))
    guard case .allocated(let address) = reply else { throw refusal(in: reply) }
    return address
  }

  package func serveCallbacks() throws(TargetFailure) {
    guard let outcome = host?.serveCallbacks(deadline: deadline) else { return }
    throw aftermath(of: outcome)
  }

  /// Loads the library before the statement's snapshot.
  ///
  /// What its constructors do is then no change that the statement made. With nothing to lose no
  /// snapshot is needed for that.
  private func loadBeforehand() throws(TargetFailure) {
    guard let host else { return }
    let isNeeded = options.snapshotLimit > 0 && !(allocations.isEmpty && states.isEmpty)
    if isNeeded { try takeSnapshot(of: host) }
    do {
      _ = try loadedLibrary()
    } catch {
      if case .ended = error { endedWhileLoading = true }
      throw error
    }
    guard isNeeded else { return }
    host.forgetLatest()
    hasSnapshot = false
  }

  /// Goes back to the state before the statement and says how the statement ended.
  private func aftermath(of outcome: ProbeOutcome) -> TargetFailure {
    if case .crashed(let report) = outcome, report.signal != 0 { crash = details(of: report) }
    // Inside a callback the calls around it are still to be unwound; the outermost goes back.
    if callbackDepth == 0 { goBack() }
    switch outcome {
    case .replied(let reply): return Self.unexpected(reply)
    case .crashed(let report) where report.signal == 0:
      return .ended(
        .threw(
          type: "abi::__forced_unwind",
          what: "the called code ended the thread that called it, as pthread_exit does"))
    case .crashed(let report): return .ended(.crashed(report))
    case .exited(let status): return .ended(.exited(status: status))
    case .timedOut: return .ended(.timedOut(seconds: options.timeLimit ?? 0))
    case .interrupted: return .ended(.interrupted)
    case .abandoned: return .abandoned
    case .corrupted(let error):
      return .unavailable(
        error == .channelLost
          ? "the called code closed or replaced the probe's own descriptors"
          : "the called code wrote \(error) to the probe's own socket")
    }
  }

  /// Goes back to the state before the statement; when that has no snapshot, since the library died
  /// between two statements, or its snapshot died as well, to the latest state before it that lives.
  func goBack() {
    guard let host else { return }
    var comesBack = hasSnapshot && restores(host)
    hasLostSnapshot = hasSnapshot && !comesBack
    hasSnapshot = false
    while !comesBack, let index = states.lastIndex(where: \.hasSnapshot) {
      let lost = states[index]
      evaluatorOfBefore = lost.evaluator
      library.atSnapshot = lost.library
      allocations = lost.allocations
      allocationsAtStart = lost.allocations.count
      lostStatements = states[index...].map(\.statement) + lostStatements
      states.removeSubrange(index...)
      comesBack = restores(host)
    }
    guard !comesBack else { return }
    // Nothing to go back to: the next statement starts afresh.
    startsAfresh = carriesState
    host.end()
    forgetProbe()
  }

  /// Goes back to the latest snapshot; false when that is dead too, and then it is forgotten.
  private func restores(_ host: ProbeHost) -> Bool {
    guard (try? host.restore()) != nil else {
      host.forgetLatest()
      return false
    }
    forgetLaterCalls()
    library.now = library.atSnapshot
    allocations.removeLast(max(0, allocations.count - allocationsAtStart))
    return true
  }

  private func forgetProbe() {
    host = nil
    unkept.forget()
    library = (nil, nil)
    allocations = []
    // Its variables and the addresses that it knows are gone.
    evaluatorOfBefore = Evaluator(header: presentHeader)
    states = []
    carriesState = false
    statements = [:]
    symbols = [:]
    hasSnapshot = false
  }

  private static func failure(_ error: ProbeError) -> TargetFailure {
    .unavailable(error.description)
  }

  static func unexpected(_ reply: ProbeReply) -> TargetFailure {
    .unavailable("the probe gave an answer that does not fit the question: \(reply)")
  }

  static func units(of bytes: [UInt8], size: Int) -> [UInt32] {
    stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { start in
      bytes[start..<start + size].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}

// MARK: - Looking

extension Session {
  /// Seconds that a look may take.
  private static let lookLimit = 2.0

  /// Whether the library runs: looking must not start it.
  var isLive: Bool { host != nil && library.now != nil }

  /// The probe's process; nil while there is none.
  var liveProcess: Int32? { host?.processIdentifier }

  /// What an expression comes to; nothing is called, and nothing is kept of it.
  func peek(_ expression: String) -> StatementReport {
    var copy = evaluator
    deadline = Deadline(after: Self.lookLimit)
    return copy.evaluate(expression, on: LookingTarget(self))
  }

  /// What an expression comes to in the process that died of a signal and stands there until the
  /// next statement; nil when none does.
  package func lookAtDead(_ expression: String) -> StatementReport? {
    guard let memory = host?.deadProcess else { return nil }
    var copy = evaluator
    deadline = Deadline(after: Self.lookLimit)
    return copy.evaluate(expression, on: LookingTarget(self, memory: memory))
  }

  /// The registers of that process, by name.
  package var deadRegisters: [(name: String, value: UInt64)]? {
    guard host?.deadProcess != nil, let registers = crash?.registers else { return nil }
    return Array(zip(RegisterNames.names(count: registers.count), registers))
  }
}

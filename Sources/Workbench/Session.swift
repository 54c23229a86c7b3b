package import CLanguage
package import ELFModel
package import Evaluation
import Glibc
import ProbeHost
package import ProbeWire

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

  package init(
    timeLimit: Double? = nil, standardInput: String = "/dev/null", preloaded: [ELFImage] = []
  ) {
    self.timeLimit = timeLimit
    self.standardInput = standardInput
    self.preloaded = preloaded
  }
}

/// One library, live: statements in, reports out.
///
/// The probe is started by the first statement that calls, and the library is loaded by it.
package final class Session {
  package let image: ELFImage
  private let options: SessionOptions
  private let interrupt: Bell
  private var evaluator: Evaluator
  private var host: ProbeHost?
  /// The library's number in the probe, once it is loaded there, and what it was when the
  /// snapshot was taken.
  private var library: (now: UInt32?, atSnapshot: UInt32?)
  /// Variables and buffers in the probe, and how many there were at the snapshot.
  var allocations: (now: [NamedAllocation], atSnapshot: Int) = ([], 0)
  private var deadline: Deadline?
  package var callbackHandler: ((ProbeCallback) -> [UInt8]?)?
  /// Callbacks that are being handled, one inside the other.
  private var callbackDepth = 0
  /// The statement has a snapshot that it did not go back to yet.
  private var canGoBack = false

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
    evaluator = Evaluator(header: header)
    evaluator.repetitions = options.repetitions
    evaluator.isDryRun = options.isDryRun
  }

  /// Carries out one statement.
  ///
  /// After one that did not return, the state is that before it.
  package func evaluate(_ statement: String) -> StatementReport {
    start()
    return evaluator.evaluate(statement, on: self)
  }

  /// Carries out all statements of a text, one report each, up to the first one that `isEnd`
  /// picks.
  package func evaluateAll(
    _ text: String, until isEnd: (StatementReport) -> Bool
  ) -> [StatementReport] {
    start()
    return evaluator.evaluateAll(text, on: self, until: isEnd)
  }

  /// Carries out a statement that has been read already, for instance one of a script.
  package func evaluate(_ parsed: CParsedStatement, text: String) -> StatementReport {
    start()
    return evaluator.evaluate(parsed, text, on: self, isPart: true)
  }

  private func start() {
    interrupt.silence()
    restartClock()
  }

  private func restartClock() {
    deadline = options.timeLimit.map { Deadline(after: $0) }
    canGoBack = false
  }

  /// Takes in declarations.
  ///
  /// - Returns: what is wrong with them.
  package func declare(_ text: String, file: String? = nil) -> [CDiagnostic] {
    evaluator.declare(text, file: file)
  }

  /// Ends the probe and everything that called code left behind.
  package func end() {
    host?.end()
    host = nil
    library = (nil, nil)
  }
}

extension Session: EvaluationTarget {
  package var libraryName: String { image.profileName }

  package func begin() throws(TargetFailure) {
    let host = try startedHost()
    try serveCallbacks()
    let death: ProbeOutcome?
    do { death = try host.takeSnapshot(deadline: deadline) } catch { throw Self.failure(error) }
    if let death { throw aftermath(of: death) }
    canGoBack = true
    library.atSnapshot = library.now
    allocations.atSnapshot = allocations.now.count
  }

  package func checkTime() throws(TargetFailure) {
    if deadline?.hasPassed == true {
      throw .ended(.timedOut(seconds: options.timeLimit ?? 0))
    }
    if interrupt.hasRung { throw .ended(.interrupted) }
  }

  package func rollBack() {
    if canGoBack { goBack() }
  }

  package func region(of address: UInt64) -> String {
    guard let process = host?.processIdentifier else { return "there is no process" }
    return MemoryMap.of(process)?.region(of: address) ?? "nothing is known of its memory"
  }

  package func definesFunction(_ name: String) -> Bool {
    ([image] + options.preloaded).contains { $0.dynsym.exportsFunction(name) }
  }

  package func functionNames(like name: String) -> [String] {
    image.dynsym.functionNames(like: name)
  }

  package func definesData(_ name: String) -> Bool {
    ([image] + options.preloaded).contains { $0.dynsym.exportsData(name) }
  }

  package func dataAddress(of symbol: String) throws(TargetFailure) -> UInt64 {
    try address(of: symbol)
  }

  package func address(of symbol: String) throws(TargetFailure) -> UInt64 {
    let library = try loadedLibrary()
    let reply = try perform(.resolve(library: library, symbol: symbol, version: nil))
    if case .resolved(let address) = reply {
      guard address != 0 else {
        throw .unavailable("\(libraryName): '\(symbol)' has the address 0")
      }
      return address
    }
    throw refusal(in: reply)
  }

  package func call(_ call: ProbeCall) throws(TargetFailure) -> TargetReturn {
    let reply = try perform(.call(call))
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
        standardInput: options.standardInput, interrupt: interrupt)
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

  private func loadedLibrary() throws(TargetFailure) -> UInt32 {
    if let loaded = library.now { return loaded }
    for image in options.preloaded { _ = try load(image, isGlobal: true) }
    let loaded = try load(image, isGlobal: false)
    library.now = loaded
    return loaded
  }

  private func load(_ image: ELFImage, isGlobal: Bool) throws(TargetFailure) -> UInt32 {
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

  /// Goes back to the state before the statement and says how the statement ended.
  private func aftermath(of outcome: ProbeOutcome) -> TargetFailure {
    // Inside a callback the calls around it are still to be unwound; the outermost goes back.
    if callbackDepth == 0 { goBack() }
    switch outcome {
    case .replied(let reply): return Self.unexpected(reply)
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

  private func goBack() {
    canGoBack = false
    do {
      try host?.restore()
      library.now = library.atSnapshot
      allocations.now.removeLast(allocations.now.count - allocations.atSnapshot)
    } catch {
      // Nothing to go back to: the next statement starts afresh.
      host?.end()
      host = nil
      library = (nil, nil)
      allocations = ([], 0)
    }
  }

  private static func failure(_ error: ProbeError) -> TargetFailure {
    .unavailable(error.description)
  }

  static func unexpected(_ reply: ProbeReply) -> TargetFailure {
    .unavailable("the probe gave an answer that does not fit the question: \(reply)")
  }

  private static func units(of bytes: [UInt8], size: Int) -> [UInt32] {
    stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { start in
      bytes[start..<start + size].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}

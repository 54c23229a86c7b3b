import CLanguage
import ProbeWire

/// What stops a statement that is being carried out.
enum Stop: Error {
  /// Wrong C or wrong types: found before anything ran.
  case invalid(CDiagnostic)
  /// Found while it ran: a division by zero, memory that cannot be read.
  case failed(CDiagnostic)
  case target(TargetFailure)
  case threw(ExceptionReply)
}

/// Where a statement goes on.
enum Flow {
  case next
  case breakLoop
  case continueLoop
  case returned
}

/// Expressions, places and statements once their names and types are worked out.
typealias Evaluate = (Machine) throws(Stop) -> CValue
typealias Locate = (Machine) throws(Stop) -> UInt64
typealias Execute = (Machine) throws(Stop) -> Flow

/// Carries out compiled statements: it has the registers, the stack and the live library.
final class Machine {
  let target: any EvaluationTarget
  var state: EvaluatorState
  /// Locals whose address nobody asked for, of all active functions.
  private var registers: [CValue] = []
  /// Where the registers of the active function begin.
  private var base = 0
  /// Memory in the probe for locals that have an address, once some function needs it.
  private var stack: (start: UInt64, top: UInt64, end: UInt64)?
  /// Where the memory of the active function begins.
  private(set) var frame: UInt64 = 0
  var returnValue = CValue.void
  private var stepCount: UInt32 = 0
  private var depth = 0
  /// A snapshot was taken for this statement.
  private(set) var hasBegun = false
  /// Time inside called functions, in nanoseconds; nil when nothing was called.
  var duration: UInt64?
  /// How the repetitions of a call differed.
  var repetition: RepeatedCall?
  var callbacks: [CallbackReport] = []
  var unlistedCallbacks = 0
  /// Why a callback gave no result.
  var pendingStop: Stop?
  /// The function of the console in whose text the place of an error is.
  var failedIn: ConsoleFunction?
  /// Callbacks that are active.
  var nesting = 0
  /// The library's constructors were still running.
  var endedWhileLoading = false
  /// What came back through the parameters of annotated functions.
  var outputs: [NamedValue] = []
  /// Whether the last annotated function succeeded.
  var verdict: CallVerdict?
  /// The function that frees the last result.
  var release: String?
  /// Bytes of the buffers that were allocated for calls, by address.
  var bufferSizes: [UInt64: Int] = [:]
  /// Calls that are waiting for a callback to come back.
  var callDepth = 0

  init(target: any EvaluationTarget, state: EvaluatorState) {
    self.target = target
    self.state = state
  }

  /// Keeps the state of the library before it is changed for the first time.
  func begin() throws(Stop) {
    guard !hasBegun else { return }
    hasBegun = true
    try Self.onTarget { () throws(TargetFailure) in try target.begin() }
  }

  static func onTarget<Value>(
    _ body: () throws(TargetFailure) -> Value
  ) throws(Stop) -> Value {
    do { return try body() } catch { throw .target(error) }
  }

  /// Counts work that has no end by itself; now and then looks whether time is up.
  func step() throws(Stop) {
    stepCount &+= 1
    guard stepCount & 0x3FF == 0 else { return }
    try Self.onTarget { () throws(TargetFailure) in try target.checkTime() }
  }

  // MARK: Memory

  func read(_ address: UInt64, _ count: Int, _ range: CSourceRange) throws(Stop) -> [UInt8] {
    do { return try target.read(at: address, count: count) } catch {
      throw placed(error, range)
    }
  }

  func write(_ bytes: [UInt8], _ address: UInt64, _ range: CSourceRange) throws(Stop) {
    try begin()
    do { try target.write(bytes, at: address) } catch { throw placed(error, range) }
  }

  private func placed(_ failure: TargetFailure, _ range: CSourceRange) -> Stop {
    switch failure {
    case .unreadable(let address):
      .failed(CDiagnostic("cannot read \(described(address))", range))
    case .unwritable(let address):
      .failed(CDiagnostic("cannot write to \(described(address))", range))
    case .ended, .unavailable, .abandoned: .target(failure)
    }
  }

  private func described(_ address: UInt64) -> String {
    "0x\(String(address, radix: 16)): \(target.region(of: address))"
  }

  // MARK: Registers and stack

  func register(_ index: Int) -> CValue { registers[base + index] }

  func setRegister(_ index: Int, _ value: CValue) { registers[base + index] = value }

  /// Levels of closures that may be active, so that a recursion without end is an error here and
  /// not a crash of the front.
  var depthLimit = 4000

  /// Carries out a function's body, or a whole statement, with registers and memory of its own.
  func enter<Value>(
    _ layout: FrameLayout, at range: CSourceRange, _ body: () throws(Stop) -> Value
  ) throws(Stop) -> Value {
    depth += layout.height
    defer { depth -= layout.height }
    guard depth <= depthLimit else {
      throw .failed(CDiagnostic("the recursion is too deep", range))
    }
    let outer = (base: base, frame: frame, top: stack?.top)
    base = registers.count
    registers += layout.registers
    defer {
      registers.removeLast(layout.registers.count)
      base = outer.base
      frame = outer.frame
      if let top = outer.top { stack?.top = top }
    }
    if layout.memorySize > 0 { frame = try push(layout.memorySize, at: range) }
    return try body()
  }

  private static let stackSize = 1 << 20

  private func push(_ size: Int, at range: CSourceRange) throws(Stop) -> UInt64 {
    if stack == nil {
      if state.stackStart == nil {
        state.stackStart = try Self.onTarget { () throws(TargetFailure) in
          try target.allocate(size: Self.stackSize, alignment: 4096, name: "local variables")
        }
      }
      let start = state.stackStart ?? 0
      stack = (start, start, start + UInt64(Self.stackSize))
    }
    guard let found = stack, UInt64(size) <= found.end - found.top else {
      throw .failed(
        CDiagnostic("local variables take more than \(Self.stackSize) bytes together", range))
    }
    let alignment = FrameLayout.alignment
    stack?.top += UInt64((size + alignment - 1) / alignment * alignment)
    try write([UInt8](repeating: 0, count: size), found.top, range)
    return found.top
  }
}

/// What an active function needs.
struct FrameLayout {
  /// What the addresses of frames are multiples of, in bytes.
  static let alignment = 64
  /// The zero of each register's type.
  var registers: [CValue] = []
  /// Bytes of locals that have an address.
  var memorySize = 0
  /// Closures inside one another.
  var height = 1
}

/// Memory whose place is fixed once it is allocated, before its statement runs.
final class StaticPlace {
  var address: UInt64 = 0
}

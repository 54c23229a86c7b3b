internal import CDwarf

/// Where a stopped thread stands: its registers, numbered as DWARF numbers them on this machine.
///
/// x86-64 (System V ABI, figure 3.36): rax rdx rcx rbx rsi rdi rbp rsp r8–r15, and 16 is rip.
/// AArch64 (DWARF for the Arm 64-bit architecture, section 4.1): x0–x30, and 31 is sp.
package struct StoppedRegisters: Hashable, Sendable {
  package var programCounter: UInt64
  /// By number, from 0.
  package var general: [UInt64]

  package init(programCounter: UInt64, general: [UInt64]) {
    self.programCounter = programCounter
    self.general = general
  }

  #if arch(x86_64)
  static let stackPointer = 7
  #else
  static let stackPointer = 31
  #endif
}

/// Walks the stack of a process that stands still but is not traced.
///
/// A crash handler of its own holds it. Registers come from the handler's record, memory through `process_vm_readv(2)`,
/// files from `/proc/PID/maps`.
package enum Backtrace {
  /// Frames kept of a stack; endless recursion has many more.
  package static let mostFrames = 128

  /// The frames of a stopped thread, the innermost first, inlined calls among them.
  ///
  /// A call to an address without code (a null function pointer) is walked from its caller.
  /// - Parameters:
  ///   - process: the process, a child or one that `ptrace(2)` would be allowed to see.
  ///   - registers: where it stands.
  ///   - limit: frames after which the rest is left out.
  /// - Returns: at least the frame of the program counter.
  /// - Throws: `DebugInfoError` when the process is gone or cannot be looked at.
  package static func frames(
    ofProcess process: Int32, registers: StoppedRegisters, limit: Int = mostFrames
  ) throws(DebugInfoError) -> [StackFrame] {
    let watch = ShrinkWatch()
    let walk = StackWalk(process: process, registers: registers, limit: limit)
    let frames = try walk.run()
    // What was read of a file that became shorter may name anything.
    guard !watch.isCut else { throw .process(process, reason: "a file of it became shorter") }
    return frames
  }
}

/// One walk; the callbacks of libdwfl get it as their argument.
private final class StackWalk {
  let process: Int32
  var registers: StoppedRegisters
  let limit: Int
  private var counters: [(address: UInt64, isActivation: Bool)] = []

  init(process: Int32, registers: StoppedRegisters, limit: Int) {
    self.process = process
    self.registers = registers
    self.limit = limit
  }

  func run() throws(DebugInfoError) -> [StackFrame] {
    let session = try DwflSession(process: process)
    let dwfl = session.dwfl
    stepOutOfNowhere(dwfl)
    // libdwfl keeps both addresses until the session ends.
    let callbacks = UnsafeMutablePointer<Dwfl_Thread_Callbacks>.allocate(capacity: 1)
    callbacks.initialize(to: Self.callbacks)
    let argument = Unmanaged.passUnretained(self).toOpaque()
    defer { withExtendedLifetime((self, session)) { callbacks.deallocate() } }
    guard dwfl_attach_state(dwfl, nil, process, callbacks, argument) else {
      throw .process(process, reason: libdwflMessage())
    }
    // Ends with an error where there is no way further up; what was found until then counts.
    dwfl_getthread_frames(dwfl, process, Self.noteFrame, argument)
    return describe(dwfl)
  }

  /// At an address that belongs to no file there is no unwinding information; after a call through
  /// a wild pointer the return address is still where the call put it.
  private func stepOutOfNowhere(_ dwfl: OpaquePointer) {
    guard dwfl_addrmodule(dwfl, registers.programCounter) == nil else { return }
    counters.append((registers.programCounter, true))
    #if arch(x86_64)
    let top = registers.general[StoppedRegisters.stackPointer]
    guard let caller = Self.word(at: top, of: process) else { return }
    registers.general[StoppedRegisters.stackPointer] = top &+ 8
    #else
    let caller = registers.general[30]
    #endif
    guard dwfl_addrmodule(dwfl, caller) != nil else { return }
    // One less, so that it counts as being inside the call instruction.
    registers.programCounter = caller
  }

  private func describe(_ dwfl: OpaquePointer) -> [StackFrame] {
    var frames: [StackFrame] = []
    for counter in counters {
      let place = counter.isActivation ? counter.address : counter.address &- 1
      frames += Self.frames(at: place, counter: counter.address, dwfl)
    }
    return frames
  }

  /// The frame of an address and, before it, the calls inlined there.
  private static func frames(
    at place: UInt64, counter: UInt64, _ dwfl: OpaquePointer
  ) -> [StackFrame] {
    guard let lookup = ModuleLookup(dwfl, address: place) else {
      return [
        StackFrame(
          programCounter: counter, symbol: nil, symbolOffset: nil, library: nil,
          libraryAddress: nil, source: nil, isInlined: false)
      ]
    }
    let symbol = lookup.symbol(at: place)
    let library = lookup.path
    let address = lookup.fileAddress(counter)
    var source = lookup.source(at: place)
    var frames: [StackFrame] = []
    for call in lookup.inlinedCalls(at: place) {
      frames.append(
        StackFrame(
          programCounter: counter, symbol: call.name, symbolOffset: nil, library: library,
          libraryAddress: address, source: source, isInlined: true))
      source = call.caller
    }
    frames.append(
      StackFrame(
        programCounter: counter, symbol: symbol?.name,
        symbolOffset: symbol.map { $0.offset &+ (counter &- place) }, library: library,
        libraryAddress: address, source: source, isInlined: false))
    return frames
  }

  // MARK: Callbacks

  private static func walk(_ argument: UnsafeMutableRawPointer?) -> StackWalk? {
    argument.map { Unmanaged<StackWalk>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let noteFrame: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Int32 =
    { state, argument in
      guard let state, let walk = StackWalk.walk(argument) else { return Int32(DWARF_CB_ABORT) }
      var address: UInt64 = 0
      var isActivation = false
      guard dwfl_frame_pc(state, &address, &isActivation) else {
        return Int32(DWARF_CB_ABORT)
      }
      walk.counters.append((address, isActivation))
      let isFull = walk.counters.count >= walk.limit
      return Int32(isFull ? DWARF_CB_ABORT : DWARF_CB_OK)
    }

  private static let callbacks = Dwfl_Thread_Callbacks(
    next_thread: { _, argument, thread in
      guard let walk = StackWalk.walk(argument), let thread, thread.pointee == nil else { return 0 }
      thread.pointee = argument
      return walk.process
    },
    get_thread: nil,
    memory_read: { _, address, result, argument in
      guard let walk = StackWalk.walk(argument), let result,
        let word = StackWalk.word(at: address, of: walk.process)
      else { return false }
      result.pointee = word
      return true
    },
    set_initial_registers: { thread, argument in
      guard let thread, let walk = StackWalk.walk(argument) else { return false }
      dwfl_thread_state_register_pc(thread, walk.registers.programCounter)
      return walk.registers.general.withUnsafeBufferPointer { registers in
        guard let first = registers.baseAddress else { return false }
        return dwfl_thread_state_registers(thread, 0, UInt32(registers.count), first)
      }
    },
    detach: nil, thread_detach: nil)

  private static func word(at address: UInt64, of process: Int32) -> UInt64? {
    var word: UInt64 = 0
    return cdwarf_read_word(process, address, &word) ? word : nil
  }
}

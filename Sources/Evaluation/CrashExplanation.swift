package import ProbeWire

/// Names of signals and of their codes, and crashes in words (`signal(7)`, `sigaction(2)`).
extension CrashReport {
  /// `SIGSEGV`.
  package var signalName: String { Self.signalNames[signal] ?? "signal \(signal)" }

  /// `SEGV_MAPERR`; the number where it has no name.
  package var codeName: String {
    if let general = Self.generalCodes[code] { return general }
    return Self.codeNames[signal]?[code] ?? "\(code)"
  }

  /// What happened, as a sentence without a full stop, with what was found around it.
  package func explanation(in setting: CrashSetting) -> String {
    if signalName == "SIGABRT", let misuse = setting.misuse { return misuse.text }
    if signalName == "SIGSEGV", code == Self.kernelCode, let operand = setting.operand {
      return text(of: operand) + (setting.argument.map { "; " + $0.text } ?? "")
    }
    guard let faultAddress, ["SIGSEGV", "SIGBUS"].contains(signalName) else { return explanation }
    let argument = setting.argument.map { "; " + $0.text } ?? ""
    guard let place = setting.place, codeName != "BUS_ADRERR" else { return explanation + argument }
    let address = "0x" + String(faultAddress, radix: 16)
    return "\(attempt) \(address), \(place.text(access))" + argument
  }

  /// What happened, as a sentence without a full stop.
  package var explanation: String {
    if isUnobserved, Self.observedSignals.contains(signalName) {
      return "the process died of it at once: the code had replaced, blocked or destroyed what "
        + "would have told more"
    }
    return switch signalName {
    case "SIGSEGV", "SIGBUS": memoryExplanation
    case "SIGABRT": "the code called abort, or the C library did over an error that it found"
    case "SIGFPE":
      codeName == "FPE_INTDIV" ? "an integer was divided by zero" : "an arithmetic error"
    case "SIGILL": "the processor met an instruction that it does not know"
    case "SIGTRAP": "the code ran into a breakpoint instruction"
    case "SIGKILL":
      "something killed the process: itself, the kernel for want of memory, or its limit of "
        + "processor time"
    case "SIGSYS": "a filter of the code's own does not permit the system call"
    case "SIGALRM", "SIGVTALRM", "SIGPROF": "a timer that the code had set ran out"
    case "SIGXCPU": "a limit of processor time that the code had set was reached"
    case "SIGPIPE": "the code wrote to a pipe that nobody reads"
    default: "the signal ended the process"
    }
  }

  /// No handler of the probe's ran: only the end of the process told of the signal.
  private var isUnobserved: Bool {
    programCounter == nil && registers.isEmpty && code == 0 && faultAddress == nil
  }

  /// What the probe has handlers for, and the kernel ends a process with that it could not tell.
  private static let observedSignals = [
    "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP",
  ]

  /// A general protection fault: the processor tells no address, the instruction does.
  private func text(of operand: CrashOperand) -> String {
    let address = "0x" + String(operand.address, radix: 16)
    if !operand.isCanonical { return "access to \(address), an address that no pointer can have" }
    guard operand.width > 1, operand.address % operand.width != 0 else { return memoryExplanation }
    return
      "access to \(address), which is no multiple of \(operand.width), as the instruction demands"
  }

  private var memoryExplanation: String {
    guard let faultAddress else {
      return code == Self.kernelCode
        ? "an address that no pointer can have was used" : "the signal was sent by the code itself"
    }
    let address = "0x" + String(faultAddress, radix: 16)
    if let stackPointer, stackPointer < Self.lowestStack, access != .execute,
      faultAddress &- (stackPointer &- 128) < 256
    {
      return "\(attempt) \(address): the stack pointer was overwritten, it is 0x"
        + String(stackPointer, radix: 16)
    }
    if isNearStack(faultAddress) {
      return "\(attempt) \(address), past the end of the stack: a recursion too deep, or a local "
        + "variable too large"
    }
    let reason =
      switch codeName {
      case "SEGV_ACCERR": "which the memory there does not permit"
      case "BUS_ADRERR": "beyond the end of a mapped file"
      case "BUS_ADRALN": "which is not aligned"
      default:
        switch faultAddress {
        case 0: "a null pointer"
        case ..<4096:
          "a null pointer plus \(faultAddress)"
            + (access == .execute ? "" : ", as of a member at that offset")
        default: "where nothing is mapped"
        }
      }
    return "\(attempt) \(address), \(reason)"
  }

  private var attempt: String {
    switch access {
    case .read?: "read of"
    case .write?: "write to"
    case .execute?: "jump to"
    case nil: "access to"
    }
  }

  /// Within a frame or two of where the stack ended; the heap is never so near.
  private func isNearStack(_ address: UInt64) -> Bool {
    guard let stackPointer, stackPointer >= Self.lowestStack else { return false }
    return address &- (stackPointer &- 65536) < 131_072
  }

  private static let kernelCode: Int32 = 0x80

  /// The kernel maps nothing below (`vm.mmap_min_addr`).
  private static let lowestStack: UInt64 = 65536

  private static let generalCodes: [Int32: String] = [
    0: "SI_USER", 0x80: "SI_KERNEL", -1: "SI_QUEUE", -2: "SI_TIMER", -6: "SI_TKILL",
  ]

  private static let codeNames: [Int32: [Int32: String]] = [
    4: [
      1: "ILL_ILLOPC", 2: "ILL_ILLOPN", 3: "ILL_ILLADR", 4: "ILL_ILLTRP", 5: "ILL_PRVOPC",
      6: "ILL_PRVREG", 7: "ILL_COPROC", 8: "ILL_BADSTK",
    ],
    5: [1: "TRAP_BRKPT", 2: "TRAP_TRACE"],
    7: [1: "BUS_ADRALN", 2: "BUS_ADRERR", 3: "BUS_OBJERR"],
    8: [
      1: "FPE_INTDIV", 2: "FPE_INTOVF", 3: "FPE_FLTDIV", 4: "FPE_FLTOVF", 5: "FPE_FLTUND",
      6: "FPE_FLTRES", 7: "FPE_FLTINV", 8: "FPE_FLTSUB",
    ],
    11: [1: "SEGV_MAPERR", 2: "SEGV_ACCERR", 3: "SEGV_BNDERR", 4: "SEGV_PKUERR"],
    31: [1: "SYS_SECCOMP"],
  ]

  // The numbers of x86, ARM and most other machines.
  private static let signalNames: [Int32: String] = [
    1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS",
    8: "SIGFPE", 9: "SIGKILL", 10: "SIGUSR1", 11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE",
    14: "SIGALRM", 15: "SIGTERM", 16: "SIGSTKFLT", 17: "SIGCHLD", 18: "SIGCONT", 19: "SIGSTOP",
    20: "SIGTSTP", 21: "SIGTTIN", 22: "SIGTTOU", 23: "SIGURG", 24: "SIGXCPU", 25: "SIGXFSZ",
    26: "SIGVTALRM", 27: "SIGPROF", 28: "SIGWINCH", 29: "SIGIO", 30: "SIGPWR", 31: "SIGSYS",
  ]
}

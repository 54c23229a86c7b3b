import ProbeWire

/// The name of a signal (Linux, signal(7), the numbers of x86 and ARM).
func signalName(_ number: Int32) -> String {
  switch number {
  case 1: "SIGHUP"
  case 2: "SIGINT"
  case 3: "SIGQUIT"
  case 4: "SIGILL"
  case 5: "SIGTRAP"
  case 6: "SIGABRT"
  case 7: "SIGBUS"
  case 8: "SIGFPE"
  case 9: "SIGKILL"
  case 10: "SIGUSR1"
  case 11: "SIGSEGV"
  case 12: "SIGUSR2"
  case 13: "SIGPIPE"
  case 14: "SIGALRM"
  case 15: "SIGTERM"
  case 16: "SIGSTKFLT"
  case 24: "SIGXCPU"
  case 25: "SIGXFSZ"
  case 31: "SIGSYS"
  default: "signal \(number)"
  }
}

/// One sentence: what the called code did to die.
func crashExplanation(_ crash: CrashReport) -> String {
  switch crash.signal {
  case 4: return "it ran an instruction that the processor does not have"
  case 5: return "it ran into a trap: a failed check, or a break point"
  case 6: return "it called abort(): an assertion failed, or the heap was found damaged"
  case 7: return "it used memory that its file or device does not back"
  case 8: return crash.code == 1 ? "it divided an integer by zero" : "an arithmetic fault"
  case 9: return "it was killed from outside, or used more memory than it may"
  case 11: return segmentationFault(crash)
  case 31: return "it made a system call that the sandbox denies"
  default: return "the signal ended it"
  }
}

/// `SEGV_MAPERR` is 1 and `SEGV_ACCERR` 2 (sigaction(2)).
private func segmentationFault(_ crash: CrashReport) -> String {
  let verb =
    switch crash.access {
    case .read: "read"
    case .write: "wrote"
    case .execute: "jumped to"
    case nil: "used"
    }
  guard let address = crash.faultAddress else {
    return "it \(verb) memory that is not there"
  }
  if address < 4096 { return "it \(verb) through a null pointer" }
  if let stack = crash.stackPointer, address &- (stack &- 65536) < 131_072 {
    return "it \(verb) beyond its stack: too deep a recursion, or too large a local variable"
  }
  return crash.code == 2
    ? "it \(verb) memory that does not allow that" : "it \(verb) memory that is not mapped"
}

import Glibc

@testable import Profiles

/// A save in a child process that is stopped at each of its system calls (ptrace(2)).
///
/// To be used in a process that has no other threads at work: the child is a fork.
struct TracedSave {
  enum Interference {
    /// SIGKILL at the stop of that number; each system call has one before it and one behind.
    case kill(atStop: Int)
    /// The system call of that number on files does nothing and fails.
    case fail(call: Int, errno: Int32)
  }

  enum Ending: Equatable {
    case saved
    case refused
    case killed
    case other(Int32)
  }

  var ending: Ending
  /// False when the save was over before it came to the interference.
  var wasInterfered = false
  /// The number of the system call that failed.
  var failedCall: Int?

  static func run(_ interference: Interference, save: () throws -> Void) -> TracedSave {
    let child = fork()
    if child == 0 {
      // A child that hangs is a failure, not a test that hangs.
      alarm(30)
      _ = trace(traceMe, 0, 0, 0)
      raise(SIGSTOP)
      do {
        try save()
        _exit(0)
      } catch {
        _exit(error is ProfileError ? 1 : 2)
      }
    }
    return follow(child, interference)
  }

  private static func follow(_ child: Int32, _ interference: Interference) -> TracedSave {
    var result = TracedSave(ending: .killed)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    _ = trace(setOptions, child, 0, markSystemCalls)
    var (stops, calls) = (0, 0)
    var isEntry = true
    var failing: Int32?
    var signal: Int32 = 0
    while true {
      _ = trace(toNextStop, child, 0, UInt(signal))
      guard waitpid(child, &status, 0) == child else { return result }
      signal = 0
      if status & 0x7f != 0x7f {
        result.ending = ending(status)
        return result
      }
      guard (status >> 8) & 0xff == SIGTRAP | 0x80 else {
        signal = (status >> 8) & 0xff
        continue
      }
      stops += 1
      defer { isEntry.toggle() }
      switch interference {
      case .kill(let stop):
        guard stops == stop else { continue }
        result.wasInterfered = true
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return result
      case .fail(let call, let number):
        let called = trace(readRegister, child, numberRegister, 0)
        if isEntry && fileCalls.contains(called) {
          calls += 1
          guard calls == call else { continue }
          result.wasInterfered = true
          result.failedCall = called
          failing = number
          _ = trace(writeRegister, child, numberRegister, UInt.max)
        } else if !isEntry, let number = failing {
          failing = nil
          _ = trace(writeRegister, child, resultRegister, UInt(bitPattern: Int(-number)))
        }
      }
    }
  }

  private static func ending(_ status: Int32) -> Ending {
    if status & 0x7f == SIGKILL { return .killed }
    switch status {
    case 0: return .saved
    case 1 << 8: return .refused
    default: return .other(status)
    }
  }

  // MARK: ptrace(2), which Swift does not import because it is variadic

  private typealias Trace = @convention(c) (Int32, Int32, UInt, UInt) -> Int

  private static func trace(
    _ request: Int32, _ child: Int32, _ address: UInt, _ data: UInt
  ) -> Int {
    guard let symbol = dlsym(nil, "ptrace") else { return -1 }
    return unsafeBitCast(symbol, to: Trace.self)(request, child, address, data)
  }

  // sys/ptrace.h.
  private static let traceMe: Int32 = 0
  private static let readRegister: Int32 = 3
  private static let writeRegister: Int32 = 6
  private static let toNextStop: Int32 = 24
  private static let setOptions: Int32 = 0x4200
  private static let markSystemCalls: UInt = 1

  // sys/user.h: orig_rax and rax.
  private static let numberRegister: UInt = 15 * 8
  private static let resultRegister: UInt = 10 * 8

  /// Those without which nothing is saved: write, fsync, rename.
  static let vitalCalls: Set<Int> = [1, 74, 82]

  /// asm/unistd_64.h: those of a save that can fail on a real file system.
  private static let fileCalls: Set<Int> = [
    0,  // read
    1,  // write
    3,  // close
    4, 5, 6, 262,  // stat, fstat, lstat, newfstatat
    18,  // pwrite64
    73,  // flock
    74,  // fsync
    77,  // ftruncate
    82, 264,  // rename, renameat
    83,  // mkdir
    87,  // unlink
    89,  // readlink
    91, 93,  // fchmod, fchown
    217,  // getdents64
    257,  // openat
    269, 439,  // faccessat, faccessat2
  ]
}

import Glibc
import Synchronization

/// Processes that called code started and left: as a subreaper, this process adopts them.
///
/// They are known by the probe's session; those that have left it by a resource limit that every
/// process inherits and none can raise or, in the sandbox, change; and where that could not be set,
/// by a variable in the environment that they were started with.
struct StrayProcesses {
  /// `SONDE_PROBE_ID=…`, in the environment of the probe and of all that it starts.
  let variable: String
  /// The hard limit of bytes in POSIX message queues (`RLIMIT_MSGQUEUE`), another for each probe of
  /// this process; 0 when the limit is too low to count down from.
  let limit: UInt64
  /// The session that the probe leads.
  var session: pid_t = -1

  /// Each round finds what was started while the round before ended others; a fork bomb is not
  /// chased for ever.
  private static let roundLimit = 64

  /// A mark that no other probe has.
  init() {
    let number = Self.count.withLock { count in
      count += 1
      return count
    }
    variable = "SONDE_PROBE_ID=\(getpid()).\(number)"
    var present = rlimit()
    getrlimit(__rlimit_resource_t(12), &present)  // RLIMIT_MSGQUEUE
    let highest = min(UInt64(present.rlim_max), 800_000)
    limit = highest > 2 * UInt64(number) ? highest - UInt64(number) : 0
  }

  private static let count = Mutex(0)

  /// Ends every process that comes from the probe and is a child of this process, or below one,
  /// but for those named.
  func end(sparing spared: [pid_t] = []) {
    for _ in 0..<Self.roundLimit {
      let strays = Self.children(of: getpid()).filter { !spared.contains($0) && isStray($0) }
      if strays.isEmpty { return }
      // All at once: while one generation is waited for the next one forks.
      for stray in strays { kill(stray, SIGKILL) }
      var generation = strays
      while !generation.isEmpty {
        generation = generation.flatMap { Self.children(of: $0) }
        for stray in generation { kill(stray, SIGKILL) }
      }
      for stray in strays { Self.reap(stray) }
    }
  }

  /// How many processes there are that bear the mark and come from this process.
  ///
  /// Probes of other programs may bear the same mark.
  func countAll() -> Int {
    guard let folder = opendir("/proc") else { return 0 }
    defer { closedir(folder) }
    var parents: [pid_t: pid_t] = [:]
    while let entry = readdir(folder) {
      guard let process = pid_t(Self.name(of: entry)), bearsLimit(process) else { continue }
      parents[process] = Self.parent(of: process)
    }
    let own = getpid()
    return parents.keys.count { process in
      var ancestor = process
      // All between bear the mark: what lost its parent is a child of this process.
      for _ in 0...parents.count {
        guard let parent = parents[ancestor] else { break }
        ancestor = parent
      }
      return ancestor == own
    }
  }

  /// The field behind the name, which may hold anything, and the state (`proc_pid_stat(5)`).
  private static func parent(of process: pid_t) -> pid_t? {
    text(of: "/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ")
      .dropFirst().first.flatMap { pid_t($0) }
  }

  /// Waits for a process that was killed; one that the kernel holds in a system call is left behind
  /// after a while.
  private static func reap(_ process: pid_t) {
    let deadline = Deadline(after: ProbeProcess.endingLimit)
    var status: Int32 = 0
    while true {
      let reaped = waitpid(process, &status, WNOHANG)
      if reaped > 0 || (reaped < 0 && errno != EINTR) || deadline.hasPassed { return }
      usleep(500)
    }
  }

  private func isStray(_ process: pid_t) -> Bool {
    // A process that has ended shows no environment any more, but still its session.
    getsid(process) == session || bearsLimit(process)
      || Self.text(of: "/proc/\(process)/environ").split(separator: "\0")
        .contains { $0 == variable }
  }

  /// Whether there is a process or thread of that number that does not come from a probe.
  func isForeign(_ process: pid_t) -> Bool {
    limit > 0 && !bearsLimit(process) && (kill(process, 0) == 0 || errno == EPERM)
  }

  /// `Max msgqueue size` and the soft and the hard limit (`proc_pid_limits(5)`).
  private func bearsLimit(_ process: pid_t) -> Bool {
    guard limit > 0 else { return false }
    let line = Self.text(of: "/proc/\(process)/limits").split(separator: "\n")
      .first { $0.hasPrefix("Max msgqueue size") }
    return line?.split(separator: " ").dropFirst(4).first.flatMap { UInt64($0) } == limit
  }

  /// The children of all threads (`proc_pid_children(5)`).
  private static func children(of process: pid_t) -> [pid_t] {
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    var found: [pid_t] = []
    while let entry = readdir(folder) {
      let thread = name(of: entry)
      if thread.hasPrefix(".") { continue }
      found += text(of: "/proc/\(process)/task/\(thread)/children").split(separator: " ")
        .compactMap { pid_t($0) }
    }
    return found
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import CProcess
import Glibc
import MemoryInspection
import Synchronization

/// Answers the system calls that the sandbox announces, on a thread of its own: called code may have
/// threads and children that go on while nobody waits for a call.
///
/// A path is looked at as it is at that moment. Code that changes it meanwhile gains nothing where
/// Landlock stands behind it; what Landlock does not cover (permissions, owners, times, extended
/// attributes) is a guard against mistakes, not against an attacker.
final class SandboxWatch: Sendable {
  private struct State {
    var denials: [SandboxDenial] = []
    /// Processes that called code may not signal: the front and the snapshots.
    var guarded: Set<pid_t> = []
    var population = Population()
  }

  private let listener: Int32
  private let writable: [String]
  private let strays: StrayProcesses
  private let state = Mutex(State())
  private let stop: Bell

  /// Denials kept of one statement.
  private static let denialLimit = 16

  /// Takes over the listener and starts the thread.
  ///
  /// - Parameters:
  ///   - listener: where calls are announced.
  ///   - writable: folders and files that may be changed.
  ///   - strays: knows the processes of called code.
  /// - Throws: ``ProbeError`` when the kernel gives no descriptors or no thread.
  init(
    listener: Int32, writable: [String], strays: StrayProcesses
  ) throws(ProbeError) {
    self.listener = listener
    self.strays = strays
    self.writable = writable.map { Self.resolved($0) ?? $0 }
    stop = try Bell()
    state.withLock { $0.guarded = [getpid()] }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<SandboxWatch>.fromOpaque(raw).takeRetainedValue().serve() }
        return nil
      }, box.toOpaque())
    guard failure == 0 else {
      box.release()
      close(listener)
      throw .system("start a thread", failure)
    }
    pthread_detach(thread)
  }

  /// Ends the thread; from then on announced calls fail with ENOSYS.
  func end() { stop.ring() }

  /// Called code may not signal that process.
  func protect(_ process: pid_t) { state.withLock { _ = $0.guarded.insert(process) } }

  /// Called code may signal that process: it has become the one that runs it, or has ended.
  func release(_ process: pid_t) { state.withLock { _ = $0.guarded.remove(process) } }

  /// Whether called code may start processes; not while those that it left are ended, or a fork
  /// bomb would outrun that.
  func permitProcesses(_ isPermitted: Bool) {
    state.withLock { $0.population.isClosed = !isPermitted }
  }

  /// The probe copies itself: however many processes there are, it may.
  func permitCopy(_ isPermitted: Bool) {
    state.withLock { $0.population.isCopying = isPermitted }
  }

  /// What was denied since the last time.
  func takeDenials() -> [SandboxDenial] {
    state.withLock { state in
      defer { state.denials = [] }
      return state.denials
    }
  }

  private func serve() {
    defer { close(listener) }
    while true {
      var watched = [
        pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&watched, 2, -1)
      if ready < 0 && errno == EINTR { continue }
      if ready < 0 || watched[1].revents != 0 { return }
      if watched[0].revents & Int16(POLLIN) != 0 {
        answerOne()
      } else if watched[0].revents != 0 {
        return  // nobody is left that could announce anything
      }
    }
  }

  private func answerOne() {
    var notice = cprocess_notice()
    guard cprocess_receive_notice(listener, &notice) == 0 else { return }
    let verdict = judge(notice)
    // What was read of the caller counts only if the caller was there all the while.
    guard cprocess_is_waiting(listener, notice.identifier) != 0 else { return }
    if let denial = verdict.denial {
      state.withLock { state in
        if state.denials.count < Self.denialLimit, !state.denials.contains(denial) {
          state.denials.append(denial)
        }
      }
    }
    _ = cprocess_answer_notice(listener, notice.identifier, verdict.error)
  }

  /// An errno, 0 to let the call pass.
  private typealias Verdict = (error: Int32, denial: SandboxDenial?)

  private func judge(_ notice: cprocess_notice) -> Verdict {
    let shape = cprocess_shape(notice.call)
    let name = String(cString: shape.name)
    switch Int(shape.kind) {
    case cprocess_call_network:
      return (
        EPERM,
        SandboxDenial(
          attempt: "\(name)(), a connection to the network",
          option: "--allow network")
      )
    case cprocess_call_signal: return judgeSignal(notice, shape, name)
    case cprocess_call_object:
      // A key of 0 is IPC_PRIVATE: a new one always.
      let makes = notice.arguments.0 == 0 || notice.argument(shape.target) & 0o1000 != 0
      return makes ? Self.lasting(name) : (0, nil)
    case cprocess_call_object_end:
      // IPC_RMID and IPC_SET; all others only look.
      return notice.argument(shape.target) & 0xff <= 1 ? Self.lasting(name) : (0, nil)
    case cprocess_call_owner: return judgeOwner(notice, shape, name)
    case cprocess_call_limit: return judgeLimit(notice, shape, name)
    case cprocess_call_process: return judgeProcess(notice, name)
    case cprocess_call_hiding:
      // Nothing can be said of a process that cannot be looked into. 1 is what it is anyway.
      return notice.arguments.1 == 1
        ? (0, nil)
        : (EPERM, SandboxDenial(attempt: "\(name), hiding from sonde", option: "--allow all"))
    case cprocess_call_path:
      return judgePath(notice, name, folder: shape.folder, path: shape.path)
        ?? (shape.other_path < 0
          ? nil : judgePath(notice, name, folder: shape.other_folder, path: shape.other_path))
        ?? (0, nil)
    case cprocess_call_descriptor:
      let descriptor = Int32(truncatingIfNeeded: notice.argument(shape.path))
      return judgeFile(
        ProcessMemory.link("/proc/\(notice.thread)/fd/\(descriptor)"), name,
        root: "/proc/\(notice.thread)") ?? (0, nil)
    default:
      return (EPERM, SandboxDenial(attempt: "\(name)()", option: "--allow all"))
    }
  }

  private func judgeSignal(
    _ notice: cprocess_notice, _ shape: cprocess_call_shape, _ name: String
  ) -> Verdict {
    let target = pid_t(truncatingIfNeeded: notice.argument(shape.target))
    // Every process, or a whole group: the snapshots are among them.
    let isForeign = target != notice.thread && strays.isForeign(target)
    guard target <= 0 || isGuarded(target) || isForeign else { return (0, nil) }
    return Self.outside(name, target)
  }

  /// Objects of System V's IPC outlive every process, and are the whole user's.
  private static func lasting(_ name: String) -> Verdict {
    (
      EPERM,
      SandboxDenial(
        attempt: "\(name)(), an object that outlives the process", option: "--allow all")
    )
  }

  private func isGuarded(_ process: pid_t) -> Bool {
    state.withLock { $0.guarded.contains(process) }
  }

  private static func outside(_ name: String, _ target: pid_t) -> Verdict {
    (
      EPERM,
      SandboxDenial(
        attempt: "\(name)(\(target)), reaching into processes outside", option: "--allow all")
    )
  }

  /// Whoever owns a descriptor can be sent any signal through it.
  private func judgeOwner(
    _ notice: cprocess_notice, _ shape: cprocess_call_shape, _ name: String
  ) -> Verdict {
    // The other commands take an owner from memory, where another thread can change it.
    let isPlain = name.hasPrefix("fcntl") && notice.arguments.1 == 8
    let target = pid_t(truncatingIfNeeded: notice.argument(shape.target))
    if isPlain, target == 0 || target == notice.thread { return (0, nil) }
    if isPlain, target > 0, !isGuarded(target) { return (0, nil) }
    return Self.outside(name, isPlain ? target : 0)
  }

  /// Namespaces that `clone(2)` can make (`CLONE_NEW…`).
  private static let namespaceFlags: UInt64 = 0x7e02_0080

  private func judgeProcess(_ notice: cprocess_notice, _ name: String) -> Verdict {
    if name == "clone", notice.arguments.0 & Self.namespaceFlags & ~0xff != 0 {
      return (
        EPERM,
        SandboxDenial(attempt: "clone() with namespaces of its own", option: "--allow all")
      )
    }
    let isAdmitted = state.withLock { state in
      state.population.admitsOne { strays.countAll() }
    }
    guard !isAdmitted else { return (0, nil) }
    return (
      EAGAIN,
      SandboxDenial(
        attempt: "\(name)(), more than \(Population.limit) processes at a time",
        option: "--allow all")
    )
  }

  private func judgeLimit(
    _ notice: cprocess_notice, _ shape: cprocess_call_shape, _ name: String
  ) -> Verdict {
    let place = notice.argument(shape.target + 1)
    // prlimit that only asks.
    if place == 0 { return (0, nil) }
    if name == "prlimit", case let target = pid_t(truncatingIfNeeded: notice.arguments.0),
      isGuarded(target)
    {
      return Self.outside(name, target)
    }
    let resource = UInt32(truncatingIfNeeded: notice.argument(shape.target))
    guard resource == Self.markingLimit || Self.leastLimits[resource] != nil else {
      return (0, nil)
    }
    if let least = Self.leastLimits[resource] {
      let bytes = ProcessMemory(process: notice.thread).read(place, count: 16)
      let values = [0, 8].map { start in
        bytes.dropFirst(start).prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      }
      if bytes.count < 16 || values.allSatisfy({ $0 >= least }) { return (0, nil) }
    }
    return (
      EPERM,
      SandboxDenial(
        attempt: "\(name)() of a limit that sonde itself needs", option: "--allow all")
    )
  }

  /// `RLIMIT_MSGQUEUE`, which tells the processes of called code from others.
  private static let markingLimit: UInt32 = 12

  /// Below these limits of descriptors, and of processes of the user, no snapshot could be taken; and
  /// one of no processor time at all ends it at the first tick of the clock that it meets.
  private static let leastLimits: [UInt32: UInt64] = [
    0: 1,  // RLIMIT_CPU
    UInt32(RLIMIT_NOFILE.rawValue): 256,
    6: 1024,  // RLIMIT_NPROC
  ]

  private func judgePath(
    _ notice: cprocess_notice, _ name: String, folder: Int32, path: Int32
  ) -> Verdict? {
    let memory = ProcessMemory(process: notice.thread)
    let bytes = memory.read(notice.argument(path), count: Int(PATH_MAX))
    guard let end = bytes.firstIndex(of: 0) else { return nil }  // EFAULT is the kernel's to say
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    let root = "/proc/\(notice.thread)"
    if text.hasPrefix("/") { return judgeFile(Self.own(text, root: root), name, root: root) }
    let start: String
    if folder >= 0, case let descriptor = Int32(truncatingIfNeeded: notice.argument(folder)),
      descriptor != AT_FDCWD
    {
      start = ProcessMemory.link("\(root)/fd/\(descriptor)")
    } else {
      start = ProcessMemory.link("\(root)/cwd")
    }
    return judgeFile(text.isEmpty ? start : start + "/" + text, name, root: root)
  }

  /// Names that every process has for its own, and what they are short for; led through links of
  /// theirs (`root`, `cwd`) one comes out anywhere.
  private static let ownNames = [
    "/proc/self/": "/", "/proc/thread-self/": "/", "/dev/fd/": "/fd/", "/dev/stdin": "/fd/0",
    "/dev/stdout": "/fd/1", "/dev/stderr": "/fd/2",
  ]

  private static func own(_ path: String, root: String) -> String {
    guard let (name, meaning) = ownNames.first(where: { path.hasPrefix($0.key) }) else {
      return path
    }
    return root + meaning + path.dropFirst(name.count)
  }

  private static let devices = ["/dev/null", "/dev/zero", "/dev/full"]

  private func judgeFile(_ path: String, _ name: String, root: String) -> Verdict? {
    // A pipe, a socket, a file without a name.
    guard path.hasPrefix("/") else { return nil }
    let file = Self.resolved(path) ?? path
    // The process's own; Landlock decides on what of it can be written.
    if file.hasPrefix(root + "/") { return nil }
    if Self.devices.contains(file) { return nil }
    if writable.contains(where: { $0 == "/" || file == $0 || file.hasPrefix($0 + "/") }) {
      return name.hasPrefix("open") || name == "creat" ? judgeRoom(file, name) : nil
    }
    let parent = file.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    return (
      EACCES,
      SandboxDenial(
        attempt: "\(name)(\"\(file)\"), a change of the file system",
        option: "--allow write=\(parent.isEmpty ? "/" : parent)")
    )
  }

  /// Each file has a limit (`RLIMIT_FSIZE`), but there may be many: the scratch folder, which the user
  /// did not choose, is not written to when its disk is nearly full.
  private func judgeRoom(_ file: String, _ name: String) -> Verdict? {
    var disk = statvfs()
    guard let scratch = writable.first, file.hasPrefix(scratch + "/"), statvfs(scratch, &disk) == 0,
      UInt64(disk.f_bavail) * UInt64(disk.f_frsize)
        < min(SandboxOptions.fileLimit, UInt64(disk.f_blocks) * UInt64(disk.f_frsize) / 20)
    else { return nil }
    return (
      ENOSPC,
      SandboxDenial(
        attempt: "\(name)(\"\(file)\"), more on a disk that is nearly full",
        option: "--allow all")
    )
  }

  /// Without links, `.` and `..`; the last component need not exist.
  private static func resolved(_ path: String) -> String? {
    if let whole = real(path) { return whole }
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let last = parts.popLast(), last != "..", last != "." else { return nil }
    let parent = parts.map { "/" + $0 }.joined()
    return real(parent.isEmpty ? "/" : parent).map { $0 == "/" ? "/\(last)" : "\($0)/\(last)" }
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}

extension cprocess_notice {
  fileprivate func argument(_ index: Int32) -> UInt64 {
    switch index {
    case 0: arguments.0
    case 1: arguments.1
    case 2: arguments.2
    case 3: arguments.3
    case 4: arguments.4
    default: arguments.5
    }
  }
}

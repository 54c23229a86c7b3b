import CProcess
import Glibc

/// What a program that was run to its end wrote, and how it ended.
struct ChildRun {
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    /// It wrote more than was asked for, and was ended.
    case wroteTooMuch
  }

  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private(set) var ending = Ending.exited(0)

  /// Bytes of standard error that are kept; the rest is read and dropped.
  private static let errorLimit = 64 << 10

  /// Runs a program, found as the shell finds it, in a process group of its own.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - input: what it reads.
  ///   - outputLimit: bytes that it may write.
  ///   - timeLimit: in seconds; after it the whole group is killed.
  /// - Throws: the error number when it cannot be started (`ENOENT` when there is no such
  ///   program).
  init(
    _ command: [String], input: [UInt8], outputLimit: Int, timeLimit: Double
  ) throws(SystemCallError) {
    var ends: Ends
    do { ends = try Ends() } catch { throw error }
    defer { ends.closeAll() }
    let process = try ends.start(command)
    ends.closeFarEnds()
    exchange(&ends, input: input, outputLimit: outputLimit, until: Self.now + timeLimit)
    if ending != .exited(0) { kill(-process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard ending == .exited(0) else { return }
    var exitStatus: Int32 = 0
    let signal = cprocess_ending(status, &exitStatus)
    ending = signal != 0 ? .signalled(signal) : .exited(exitStatus)
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Feeds and drains the three streams at once, so that none of them can block another.
  private mutating func exchange(
    _ ends: inout Ends, input: [UInt8], outputLimit: Int, until deadline: Double
  ) {
    var rest = input[...]
    var isOutputOpen = true
    var isErrorOpen = true
    while isOutputOpen || isErrorOpen {
      if rest.isEmpty { ends.closeInput() }
      var waits = [
        pollfd(fd: isOutputOpen ? ends.output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isErrorOpen ? ends.error : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends.input, events: Int16(POLLOUT), revents: 0),
      ]
      let left = deadline - Self.now
      guard left > 0 else {
        ending = .timedOut
        return
      }
      let count = poll(&waits, 3, Int32(clamping: Int64((min(left, 1e6) * 1000).rounded(.up))))
      if count < 0 && errno != EINTR {
        ending = .timedOut
        return
      }
      guard count > 0 else { continue }
      if waits[0].revents != 0 { isOutputOpen = Self.read(ends.output, into: &output) }
      if waits[1].revents != 0 {
        isErrorOpen = Self.read(ends.error, into: &errors)
        if errors.count > Self.errorLimit { errors.removeSubrange(Self.errorLimit...) }
      }
      if waits[2].revents != 0 && !ends.send(&rest) { rest = [] }
      guard output.count <= outputLimit else {
        ending = .wroteTooMuch
        return
      }
    }
  }

  /// Reads what is there; false at the end.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    bytes += chunk[..<count]
    return count > 0
  }
}

/// A system call that failed: which, and its error number.
struct SystemCallError: Error, Hashable {
  var action: String
  var number: Int32
}

/// Both ends of a child's three streams; -1 when closed.
private struct Ends {
  /// A socket, since only sending can be told not to raise SIGPIPE.
  var input: Int32 = -1
  var output: Int32 = -1
  var error: Int32 = -1
  private var far: [Int32] = []

  init() throws(SystemCallError) {
    var pair: [Int32] = [-1, -1]
    guard cprocess_socket_pair(&pair) == 0 else {
      throw SystemCallError(action: "make a socket", number: errno)
    }
    (input, far) = (pair[0], [pair[1]])
    _ = cprocess_set_nonblocking(input)
    for _ in 0..<2 {
      guard cprocess_pipe(&pair) == 0 else {
        let number = errno
        closeAll()
        throw SystemCallError(action: "make a pipe", number: number)
      }
      if output < 0 { output = pair[0] } else { error = pair[0] }
      far.append(pair[1])
    }
  }

  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  mutating func closeFarEnds() {
    for descriptor in far { close(descriptor) }
    far = []
  }

  mutating func closeAll() {
    closeInput()
    closeFarEnds()
    for descriptor in [output, error] where descriptor >= 0 { close(descriptor) }
    (output, error) = (-1, -1)
  }

  /// Sends as much as there is room for; false when nobody reads any more.
  func send(_ bytes: inout ArraySlice<UInt8>) -> Bool {
    let count = bytes.withUnsafeBytes { cprocess_send(input, $0.baseAddress, $0.count, -1) }
    if count < 0 { return errno == EAGAIN }
    bytes = bytes.dropFirst(count)
    return true
  }

  /// `posix_spawnp` with default signals and no descriptor but the three.
  func start(_ command: [String]) throws(SystemCallError) -> pid_t {
    // Out of the range that the copies go to, so that no copy overwrites one still needed.
    let copies = far.map { cprocess_duplicate($0, 16) }
    defer { for copy in copies where copy >= 0 { close(copy) } }
    guard copies.allSatisfy({ $0 >= 0 }) else {
      throw SystemCallError(action: "duplicate a descriptor", number: errno)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, copy) in copies.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, copy, Int32(number))
    }
    cprocess_close_from(&actions, Int32(copies.count))
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let failure = Self.withCStrings(command) { arguments in
      Self.withCStrings(Self.environment) { environment in
        posix_spawnp(
          &process, command.first ?? "", &actions, &attributes, arguments, environment)
      }
    }
    guard failure == 0 else {
      throw SystemCallError(action: "start \(command.first ?? "")", number: failure)
    }
    return process
  }

  /// This program's environment, with messages in English: they are shown beside ours.
  private static var environment: [String] {
    var variables = ["LC_ALL=C"]
    var entry = environ
    while let variable = entry.pointee {
      let text = String(cString: variable)
      if !text.hasPrefix("LC_ALL=") { variables.append(text) }
      entry += 1
    }
    return variables
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
      return body(base)
    }
  }
}

import CProcess
import Glibc

/// Finds the probe program and starts it.
enum ProbeLauncher {
  /// Where the program is looked for: `SONDE_PROBE` alone if it is set, else beside this program
  /// and where `make install` puts it.
  static func locate() throws(ProbeError) -> String {
    let places: [String]
    if let named = getenv("SONDE_PROBE") {
      places = [String(cString: named)]
    } else {
      let folder = ownPath().split(separator: "/").dropLast().map { "/" + $0 }.joined()
      places = ["\(folder)/sonde-probe", "\(folder)/../libexec/sonde/sonde-probe"]
    }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else {
      throw .notFound(looked: places)
    }
    return found
  }

  private static func ownPath() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = readlink("/proc/self/exe", base, buffer.count)
      return String(
        decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Descriptors of the new process, from 0 on.
  struct Descriptors {
    var input: Int32
    var output: Int32
    var error: Int32
    var channel: Int32
    var lifeline: Int32
    var crash: Int32

    var inOrder: [Int32] { [input, output, error, channel, lifeline, crash] }
  }

  /// `posix_spawn` in a session of its own (neither Ctrl-C in the terminal nor the terminal itself
  /// must be in reach), with default signals and no descriptor but those given.
  static func start(
    _ program: String, _ descriptors: Descriptors, variables: [String]
  ) throws(ProbeError) -> pid_t {
    // Out of the range that the copies go to, so that no copy overwrites one still needed.
    let copies = descriptors.inOrder.map { cprocess_duplicate($0, 64) }
    defer { for copy in copies where copy >= 0 { close(copy) } }
    guard copies.allSatisfy({ $0 >= 0 }) else { throw .system("duplicate a descriptor", errno) }

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
      Int16(Int32(cprocess_spawn_session) | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var process: pid_t = 0
    let arguments = ["sonde-probe"]
    let failure = withCStrings(arguments) { arguments in
      withCStrings(environment(variables)) { environment in
        posix_spawn(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard failure == 0 else { throw .system("start \(program)", failure) }
    return process
  }

  /// This program's environment with some variables in the place of its own, and an end to Swift's
  /// backtracer, which can hang for minutes when the probe crashes.
  private static func environment(_ own: [String]) -> [String] {
    var variables = ["SWIFT_BACKTRACE=enable=no"] + own
    let replaced = variables.compactMap { $0.split(separator: "=").first.map { $0 + "=" } }
    var entry = environ
    while let variable = entry.pointee {
      let text = String(cString: variable)
      if !replaced.contains(where: { text.hasPrefix($0) }) { variables.append(text) }
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

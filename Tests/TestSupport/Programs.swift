internal import Glibc

/// Where the programs under test are.
package enum Programs {
  /// The folder of the running test build, which holds the programs of the same build; or the one
  /// that the environment variable `SONDE_TEST_PROGRAMS` names, to test an installed build.
  package static let folder: String = {
    if let named = getenv("SONDE_TEST_PROGRAMS") { return String(cString: named) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
  }()

  /// The front.
  package static let sonde = "\(folder)/sonde"
  /// The process that calls.
  package static let probe = "\(folder)/sonde-probe"
}

/// Environments for programs under test.
package enum TestEnvironment {
  /// Nothing of the machine's user: a home of its own, a plain terminal, UTF-8.
  ///
  /// The data folder does not exist until something is saved.
  package static func isolated(home: TemporaryDirectory) -> [String: String] {
    [
      "HOME": home.path,
      "XDG_DATA_HOME": home.file("data"),
      "PATH": "/usr/local/bin:/usr/bin:/bin",
      "TERM": "xterm-256color",
      "LANG": "C.UTF-8",
      // Else a crashing Swift program starts a backtracer that can hang for minutes.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }
}

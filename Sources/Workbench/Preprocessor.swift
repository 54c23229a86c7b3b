package import CLanguage
import Glibc

/// Why a text could not be preprocessed.
package enum PreprocessorError: Error, CustomStringConvertible, Sendable {
  /// No compiler for the target is installed; these were looked for.
  case noCompiler(target: String, tried: [String])
  /// It ended with a failure; what it said.
  case failed(compiler: String, messages: String)
  case timedOut(compiler: String, seconds: Int)
  case system(String, errno: Int32)

  package var description: String {
    switch self {
    case .noCompiler(let target, let tried):
      "no C compiler for \(target) is installed; \(tried.joined(separator: ", ")) were looked for"
    case .failed(let compiler, let messages):
      messages.isEmpty ? "\(compiler) failed and said nothing" : messages
    case .timedOut(let compiler, let seconds):
      "\(compiler) did not come to an end in \(seconds) seconds"
    case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
    }
  }
}

/// The system's C preprocessor, which knows what every machine's headers and macros mean.
package struct Preprocessor: Sendable {
  private let target: CTarget

  package init(target: CTarget = .amd64Linux) { self.target = target }

  /// Seconds that preprocessing one text may take.
  package static let timeLimit = 60

  /// Whether a text says something that only a preprocessor can carry out: includes, conditions,
  /// macros.
  package static func isNeeded(for text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
      let words = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard words.first == UInt8(ascii: "#") else { return false }
      let name = words.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
        .prefix { (0x61...0x7A).contains($0) }
      return ["include", "define", "if", "ifdef", "ifndef", "import"]
        .contains { name.elementsEqual($0.utf8) }
    }
  }

  /// The text with its includes and macros carried out, and line markers that say where each line
  /// comes from.
  ///
  /// - Parameters:
  ///   - text: C.
  ///   - name: what line markers and messages call the text.
  ///   - directory: where `#include "…"` looks first.
  /// - Returns: C without directives but line markers and pragmas.
  /// - Throws: what the compiler says against the text, or why there is none.
  package func output(
    for text: String, named name: String, directory: String
  ) throws(PreprocessorError) -> String {
    // Without this the compiler would call the text "<stdin>".
    let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let input = try TemporaryFile(Array("# 1 \"\(quoted)\"\n".utf8) + Array(text.utf8))
    for command in commands {
      let arguments = command + ["-E", "-x", "c", "-iquote", directory, "-"]
      if let output = try run(arguments, input: input) {
        return String(decoding: output, as: UTF8.self)
      }
    }
    throw .noCompiler(target: target.triple, tried: commands.map { $0.joined(separator: " ") })
  }

  private var commands: [[String]] {
    switch target {
    case .amd64Linux: [["cc"], ["gcc"], ["clang"]]
    case .i386Linux: [["i686-linux-gnu-gcc"], ["cc", "-m32"]]
    default: [["\(target.triple)-gcc"], ["clang", "--target=\(target.triple)"]]
    }
  }

  /// What the program wrote; nil when there is no such program.
  private func run(
    _ arguments: [String], input: borrowing TemporaryFile
  ) throws(PreprocessorError) -> [UInt8]? {
    let messages = try TemporaryFile([])
    input.rewind()
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system("pipe", errno: errno) }
    for end in ends { keepFromPrograms(end) }
    defer { close(ends[0]) }
    let started = spawn(arguments, [input.descriptor, ends[1], messages.descriptor])
    close(ends[1])
    switch started {
    case .failure(.system(_, ENOENT)): return nil
    case .failure(let error): throw error
    case .success(let process):
      let output = read(ends[0])
      if output == nil { kill(process, SIGKILL) }
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      guard let output else { throw .timedOut(compiler: arguments[0], seconds: Self.timeLimit) }
      guard status == 0 else {
        throw .failed(
          compiler: arguments[0],
          messages: String(decoding: messages.contents(), as: UTF8.self)
            .replacing("\r", with: "").trimmingSuffix { $0 == "\n" })
      }
      return output
    }
  }

  private func spawn(
    _ arguments: [String], _ descriptors: [Int32]
  ) -> Result<pid_t, PreprocessorError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    return error == 0 ? .success(process) : .failure(.system("posix_spawn", errno: error))
  }

  /// All that comes out of a pipe; nil when that takes too long.
  private func read(_ descriptor: Int32) -> [UInt8]? {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(Self.timeLimit)
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while clock.now < deadline {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 1000) > 0 else { continue }
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return output }
      output += chunk[..<count]
      if output.count > TextFile.sizeLimit { return output }
    }
    return nil
  }
}

/// Sets close-on-exec.
private func keepFromPrograms(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

/// A file without a name, gone when it is closed.
private struct TemporaryFile: ~Copyable {
  let descriptor: Int32

  init(_ bytes: [UInt8]) throws(PreprocessorError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/sonde-XXXXXX").utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .system("mkstemp", errno: errno) }
    keepFromPrograms(descriptor)
    unlink(path)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system("write", errno: errno) }
      written += count
    }
  }

  deinit { close(descriptor) }

  func rewind() { lseek(descriptor, 0, SEEK_SET) }

  func contents() -> [UInt8] {
    rewind()
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
      if bytes.count > 1 << 20 { break }
    }
    return bytes
  }
}

extension String {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    var copy = self
    while let last = copy.last, condition(last) { copy.removeLast() }
    return copy
  }
}

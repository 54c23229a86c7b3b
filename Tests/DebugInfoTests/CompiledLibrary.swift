import DebugInfo
import TestSupport
import Testing

/// A library made of one source file, for a test.
struct CompiledLibrary {
  let folder: TemporaryDirectory
  let path: String
  let environment: [String: String]

  /// - Parameters:
  ///   - source: the file's text.
  ///   - flags: for the compiler, after `-g -O1 -fPIC -shared`.
  ///   - language: `c` or `cc`.
  ///   - extra: other files, by name.
  /// - Throws: when it does not compile.
  init(
    _ source: String, _ flags: [String] = [], language: String = "c", extra: [String: String] = [:]
  ) throws {
    folder = try TemporaryDirectory()
    environment = TestEnvironment.isolated(home: folder)
    let file = folder.file("source.\(language)")
    try write(Array(source.utf8), to: file)
    for (name, text) in extra { try write(Array(text.utf8), to: folder.file(name)) }
    path = folder.file("libsource.so")
    let compiler = language == "c" ? "/usr/bin/gcc" : "/usr/bin/g++"
    try run(compiler, ["-g", "-O1", "-fPIC", "-shared", "-o", path, file] + flags)
  }

  /// Runs a program in the library's folder; its failure is the test's.
  @discardableResult
  func run(_ program: String, _ arguments: [String]) throws -> ProgramRun {
    let done = try ProgramRun.run(
      program, arguments, environment: environment, directory: folder.path, within: 120)
    try #require(done.ending == .exited(0), "\(program): \(done.errorText)")
    return done
  }

  /// The prototypes of all functions that debug information defines, by name.
  ///
  /// - Parameter ofSymbols: also those of exported symbols, which can be other names of functions.
  /// - Returns: one of each name.
  /// - Throws: when there is no debug information.
  func prototypes(ofSymbols: Bool = false) throws -> [String: DebugPrototype] {
    let symbols = ofSymbols ? try DynamicSymbols.functions(of: path, environment) : []
    let all = try DebugDeclarations(path: path).prototypes(of: symbols, others: true)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }
}

/// The functions that a library exports, as `nm` (binutils) lists them; of several versions the
/// default one.
enum DynamicSymbols {
  static func functions(
    of path: String, _ environment: [String: String]
  ) throws -> [FunctionSymbol] {
    let listed = try ProgramRun.run(
      "/usr/bin/nm", ["-D", "--defined-only", path], environment: environment)
    return listed.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, "TtWi".contains(words[1]) else { return nil }
      let parts = words[2].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 1 || parts[1].hasPrefix("@"), let name = parts.first else { return nil }
      return FunctionSymbol(
        name: String(name), address: UInt64(words[0], radix: 16), isIndirect: words[1] == "i")
    }
  }
}

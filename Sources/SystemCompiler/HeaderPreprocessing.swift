import Glibc

/// Which headers to read, and how: what stands on a compiler's command line.
package struct HeaderRequest: Hashable, Sendable {
  /// Written as `#include` lines, in this order.
  package enum Include: Hashable, Sendable {
    /// `<zlib.h>`, looked for in the include folders.
    case name(String)
    /// A file of this path.
    case file(String)
    /// A text itself, and what messages call it.
    case text(String, named: String)
  }

  package var includes: [Include]
  /// `-I`, in order.
  package var includeFolders: [String]
  /// `-iquote`, in order: where only `#include "…"` looks.
  package var quoteFolders: [String] = []
  /// `-D`: `NAME` or `NAME=VALUE`.
  package var definitions: [String]
  /// The compiler and its first arguments; nil for that of the environment (`CC`, else `cc`,
  /// `gcc`, `clang`).
  package var compiler: [String]?
  /// Seconds that one run of the compiler may take.
  package var timeLimit = 30.0

  package init(
    _ includes: [Include], includeFolders: [String] = [], definitions: [String] = [],
    compiler: [String]? = nil
  ) {
    self.includes = includes
    self.includeFolders = includeFolders
    self.definitions = definitions
    self.compiler = compiler
  }

  /// A string as a line marker has it (gcc's preprocessor manual, chapter 9).
  private static func quoted(_ name: String) -> String {
    var result = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      if scalar != "\n" { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }

  /// The lines that the compiler reads.
  var source: String {
    includes.map { include in
      switch include {
      case .name(let name): "#include <\(name)>\n"
      // A file name in quotes has no escapes (C11, section 6.4.7).
      case .file(let path): "#include \"\(path)\"\n"
      case .text(let text, let name): "# 1 \(Self.quoted(name))\n\(text)\n"
      }
    }.joined()
  }
}

/// The system's C compiler as a preprocessor.
package enum HeaderPreprocessing {
  /// Bytes of preprocessed text that are taken.
  static let outputLimit = 64 << 20

  /// The headers' text with all that they include, line markers, and the definitions of macros
  /// between the lines (`cc -E -dD`, gcc manual, section 3.13).
  ///
  /// - Throws: ``CompilerError``.
  package static func text(of request: HeaderRequest) throws(CompilerError) -> [UInt8] {
    try run(request, ["-E", "-dD"], source: request.source)
  }

  /// What macros without parameters expand to, as the compiler expands them after the headers.
  ///
  /// - Parameters:
  ///   - names: the macros.
  ///   - request: the headers that define them.
  /// - Returns: the expansion of each, in order; empty for one that expands to nothing.
  /// - Throws: ``CompilerError``.
  package static func expansions(
    of names: [String], in request: HeaderRequest
  ) throws(CompilerError) -> [String] {
    var source = request.source
    // Some macros are of use to the preprocessor alone (`#define has __has_attribute`) and refused
    // elsewhere, with the token behind them: the others expand all the same.
    for (index, name) in names.enumerated() { source += "\(mark)\(index) \(name)\n;\n" }
    let output = try run(request, ["-E", "-P"], source: source, isWhole: false)
    var result = [String](repeating: "", count: names.count)
    var current: Int?
    for line in output.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") && !line.elementsEqual(";".utf8) {
      var text = Substring(String(decoding: line, as: UTF8.self))
      if text.hasPrefix(mark) {
        text = text.dropFirst(mark.count)
        let digits = text.prefix { $0.isNumber }
        current = Int(digits)
        text = text.dropFirst(digits.count)
      }
      guard let current, current < result.count else { continue }
      while text.first == " " { text = text.dropFirst() }
      result[current] += (result[current].isEmpty || text.isEmpty ? "" : " ") + text
    }
    return result
  }

  /// Begins a line that asks for an expansion; no header's macro bears such a name.
  private static let mark = "__sonde_expansion_"

  // MARK: Running

  private static func run(
    _ request: HeaderRequest, _ options: [String], source: String, isWhole: Bool = true
  ) throws(CompilerError) -> [UInt8] {
    var arguments = options
    arguments += request.quoteFolders.flatMap { ["-iquote", $0] }
    arguments += request.includeFolders.flatMap { ["-I", $0] }
    arguments += request.definitions.flatMap { ["-D", $0] }
    arguments += ["-x", "c", "-"]
    let candidates = request.compiler.map { [$0] } ?? standardCompilers
    for compiler in candidates {
      let run: ChildRun
      do throws(SystemCallError) {
        run = try ChildRun(
          compiler + arguments, input: Array(source.utf8), outputLimit: outputLimit,
          timeLimit: request.timeLimit)
      } catch {
        guard error.number == ENOENT || error.number == EACCES else {
          throw .system(action: error.action, number: error.number)
        }
        continue
      }
      if case .exited = run.ending, !isWhole { return run.output }
      return try output(of: run, compiler.first ?? "cc", request)
    }
    throw .noCompiler(tried: candidates.compactMap(\.first))
  }

  private static func output(
    of run: ChildRun, _ command: String, _ request: HeaderRequest
  ) throws(CompilerError) -> [UInt8] {
    switch run.ending {
    case .exited(0): return run.output
    case .exited: throw .refused(messages: messages(run.errors))
    case .signalled(let signal): throw .died(command: command, signal: signal)
    case .timedOut: throw .timedOut(command: command, seconds: request.timeLimit)
    case .wroteTooMuch: throw .tooLong(limit: outputLimit)
    }
  }

  /// The compiler's own messages, without where our lines include what.
  private static func messages(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("In file included from <stdin>") && $0 != "compilation terminated." }
      .joined(separator: "\n")
  }

  /// What `CC` names, as make splits it into words; else the usual names.
  private static var standardCompilers: [[String]] {
    if let named = getenv("CC") {
      let words = String(cString: named).split(separator: " ").map(String.init)
      if !words.isEmpty { return [words] }
    }
    return [["cc"], ["gcc"], ["clang"]]
  }
}

package import CLanguage
import SystemCompiler

/// A file of C, read for what it declares.
package struct HeaderSource: Sendable {
  /// What it declares, over the standard names of the target.
  package var header: CHeader
  /// What the file is called in declarations and messages.
  package var name: String
  /// What is wrong with it, rendered with a caret; the rest of it counts.
  package var problems: [String]
  /// What the reader has to know beside, for instance that no compiler was there.
  package var notes: [String]

  /// Reads a file of C, through the system's preprocessor if its text needs that.
  ///
  /// - Parameters:
  ///   - path: of the file; `-` for standard input.
  ///   - target: whose layouts, headers and macros count.
  /// - Returns: what it declares, and what is wrong with it.
  /// - Throws: `TextFileError`, `CompilerError`.
  package static func read(_ path: String, target: CTarget) throws -> HeaderSource {
    let bytes =
      path == "-" ? try TextFile.readStandardInputBytes() : try TextFile.readBytes(path)
    let name = path == "-" ? "<stdin>" : path
    if isPreprocessorNeeded(for: bytes) {
      return try preprocessed(TextFile.text(of: bytes, name), path, named: name, target: target)
    }
    let plain = HeaderSource(bytes, named: name, target: target, notes: [])
    // `__SIZE_TYPE__`, `_Pragma`: what the compiler knows by itself.
    guard !plain.problems.isEmpty, hasReservedNames(bytes),
      let text = try? TextFile.text(of: bytes, name),
      let other = try? preprocessed(text, path, named: name, target: target),
      other.problems.isEmpty
    else { return plain }
    return other
  }

  private static func preprocessed(
    _ text: String, _ path: String, named name: String, target: CTarget
  ) throws -> HeaderSource {
    var request = HeaderRequest([.text(text, named: name)])
    request.quoteFolders = [folder(of: path)]
    var tried: [String] = []
    for (index, compiler) in compilers(for: target).enumerated() {
      request.compiler = compiler
      switch preprocessed(request) {
      case .success(let output):
        return HeaderSource(preprocessed: output, named: name, target: target, notes: [])
      case .failure(.noCompiler(let names)):
        tried += compiler.map { [$0.joined(separator: " ")] } ?? names
      // A compiler of another machine may only lack this one's headers.
      case .failure(.refused) where index > 0: tried += [(compiler ?? []).joined(separator: " ")]
      case .failure(let error): throw error
      }
    }
    return without(compilersTried: tried, text, request, named: name, target: target)
  }

  /// Reads the text with what is known of the target here: its own macros are carried out by the
  /// machine's own compiler, if there is one, and system headers count as the names that sonde
  /// knows of them.
  private static func without(
    compilersTried tried: [String], _ text: String, _ request: HeaderRequest, named name: String,
    target: CTarget
  ) -> HeaderSource {
    let note =
      "\(name): no C compiler for \(target.triple) is there (tried "
      + "\(tried.joined(separator: ", "))); system headers and their macros count only as far as "
      + "sonde knows them"
    var request = request
    request.includes = [.text(withoutKnownIncludes(text), named: name)]
    request.compiler = ["cc", "-undef", "-nostdinc"] + target.predefinedMacros.map { "-D" + $0 }
    if case .success(let output) = preprocessed(request) {
      return HeaderSource(preprocessed: output, named: name, target: target, notes: [note])
    }
    return HeaderSource(Array(text.utf8), named: name, target: target, notes: [note])
  }

  /// The text with an empty line for each `#include <…>` whose names are known.
  private static func withoutKnownIncludes(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.filter { $0 != " " && $0 != "\t" && $0 != "\r" }
      guard words.hasPrefix("#include<"), let end = words.firstIndex(of: ">") else { return line }
      return CHeader.knowsHeader(String(words[..<end].dropFirst(9))) ? "" : line
    }.joined(separator: "\n")
  }

  private static func preprocessed(_ request: HeaderRequest) -> Result<[UInt8], CompilerError> {
    do throws(CompilerError) {
      return .success(try HeaderPreprocessing.text(of: request))
    } catch {
      return .failure(error)
    }
  }

  /// Whether a text says something that only a preprocessor can carry out: includes, conditions,
  /// macros.
  private static func isPreprocessorNeeded(for bytes: [UInt8]) -> Bool {
    let names = ["include", "define", "if", "ifdef", "ifndef", "import"].map { Array($0.utf8) }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "#") {
      let before = bytes[..<index].last { $0 != 0x20 && $0 != 0x09 }
      guard before == nil || before == UInt8(ascii: "\n") else { continue }
      let name = bytes[(index + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        .prefix { (0x61...0x7A).contains($0) }
      if names.contains(where: { name.elementsEqual($0) }) { return true }
    }
    return false
  }

  /// Whether names stand in a text that begin with an underscore and another or a capital letter.
  private static func hasReservedNames(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast().contains { index in
      bytes[index] == UInt8(ascii: "_")
        && (bytes[index + 1] == UInt8(ascii: "_") || (0x41...0x5A).contains(bytes[index + 1]))
    }
  }

  private static func folder(of path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  }

  /// The programs that know the target's headers and macros; nil is the environment's compiler.
  private static func compilers(for target: CTarget) -> [[String]?] {
    switch target {
    case .amd64Linux: [nil]
    case .i386Linux: [["i686-linux-gnu-gcc"], ["cc", "-m32"]]
    default: [["\(target.triple)-gcc"], ["clang", "--target=\(target.triple)"]]
    }
  }

  private init(_ bytes: [UInt8], named name: String, target: CTarget, notes: [String]) {
    let (header, problems) = Self.read(for: target) { header in
      header.skipsFunctionBodies = true
      return header.declare(bytes: bytes, file: name)
    }
    let text = problems.isEmpty ? "" : String(decoding: bytes, as: UTF8.self)
    self.header = header
    self.name = name
    self.problems = problems.map { $0.rendered(in: text, named: name) }
    self.notes = notes
  }

  private init(
    preprocessed output: [UInt8], named name: String, target: CTarget, notes: [String]
  ) {
    let text = CPreprocessedText(output)
    let (header, problems) = Self.read(for: target) { $0.declare(text, file: name) }
    let source = problems.isEmpty ? "" : String(decoding: text.bytes, as: UTF8.self)
    self.header = header
    self.name = name
    self.problems = problems.map { $0.rendered(in: source, named: name) }
    self.notes = notes
  }

  /// Reads without the prototypes of included files, which no layout depends on; when something
  /// else is wrong then, it is looked at again with all that is there.
  private static func read(
    for target: CTarget, _ declare: (inout CHeader) -> [CDiagnostic]
  ) -> (CHeader, [CDiagnostic]) {
    var header = CHeader(over: .standard(for: target))
    header.passesIncludedPrototypes = true
    let problems = declare(&header)
    if problems.isEmpty { return (header, []) }
    header = CHeader(over: .standard(for: target))
    let all = declare(&header)
    return (header, all)
  }
}

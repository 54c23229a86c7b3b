package import CLanguage

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
  /// - Throws: `TextFileError`, `PreprocessorError`.
  package static func read(_ path: String, target: CTarget) throws -> HeaderSource {
    let text = path == "-" ? try TextFile.readStandardInput() : try TextFile.read(path)
    let name = path == "-" ? "<stdin>" : path
    var directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    if directory.isEmpty { directory = path.hasPrefix("/") ? "/" : "." }
    guard Preprocessor.isNeeded(for: text) else {
      return HeaderSource(text, named: name, target: target, notes: [])
    }
    do throws(PreprocessorError) {
      let output = try Preprocessor(target: target)
        .output(for: text, named: name, directory: directory)
      return HeaderSource(output, named: name, target: target, notes: [])
    } catch PreprocessorError.noCompiler(let triple, let tried) {
      let error = PreprocessorError.noCompiler(target: triple, tried: tried)
      let note = "\(name): \(error); includes and macros count only as far as sonde knows them"
      return HeaderSource(text, named: name, target: target, notes: [note])
    }
  }

  private init(_ text: String, named name: String, target: CTarget, notes: [String]) {
    var header = CHeader(over: .standard(for: target))
    header.skipsFunctionBodies = true
    let problems = header.declare(text, file: name)
    self.header = header
    self.name = name
    self.problems = problems.map { $0.rendered(in: text, named: name) }
    self.notes = notes
  }
}

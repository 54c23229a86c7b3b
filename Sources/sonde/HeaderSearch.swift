import ArgumentParser
import SystemCompiler
import Workbench

/// What the C compiler is told about where headers are and what is defined: `-I` and `-D`.
struct HeaderSearch: ParsableArguments {
  @Option(
    name: [.customShort("I", allowingJoined: true), .customLong("include-dir")],
    help: ArgumentHelp("A folder in which headers are looked for.", valueName: "dir"))
  var includeFolders: [String] = []

  @Option(
    name: [.customShort("D", allowingJoined: true), .customLong("define")],
    help: ArgumentHelp(
      "A macro that is defined before headers are read.", valueName: "name[=value]"))
  var definitions: [String] = []

  /// The headers that arguments mean: files, or names for the compiler to find.
  func request(for headers: [String]) -> HeaderRequest {
    HeaderRequest(
      headers.map { HeaderRequest.Include(argument: $0) }, includeFolders: includeFolders,
      definitions: definitions)
  }
}

extension Knowledge {
  /// Adds headers that the user names.
  ///
  /// Without a compiler a file of plain declarations can still be read as it is.
  ///
  /// - Returns: what could not be read of them.
  /// - Throws: ``Failure`` when the compiler refuses them.
  mutating func read(_ request: HeaderRequest, files: [String]) throws -> [String] {
    guard !request.includes.isEmpty else { return [] }
    let problems: [ImportedHeader.Problem]
    do throws(CompilerError) {
      problems = try include(request)
    } catch {
      switch error {
      case .refused: throw Failure.usage("--header \(files.joined(separator: " ")): \(error)")
      case .noCompiler where files.allSatisfy({ TextFile.absolutePath(ofFile: $0) != nil }):
        try readPlainly(files)
        return []
      case .noCompiler, .timedOut, .tooLong, .died, .system:
        throw Failure.couldNot("--header \(files.joined(separator: " ")): \(error)")
      }
    }
    // The user's own file has to be right; in a system header only the rest can count.
    let own = problems.filter { request.includes.contains(.file($0.file)) }
    guard own.isEmpty else {
      throw Failure.usage(own.map(\.description).joined(separator: "\nsonde: "))
    }
    return problems.map(\.description)
  }

  /// Adds files of declarations as they are, without a preprocessor.
  ///
  /// - Throws: ``Failure`` when one cannot be read or is no C.
  mutating func readPlainly(_ files: [String]) throws {
    for file in files {
      let problems = declare(try TextFile.read(file), named: file)
      guard problems.isEmpty else { throw Failure.usage(problems.joined(separator: "\nsonde: ")) }
    }
  }
}

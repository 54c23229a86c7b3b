internal import Glibc
package import Testing

/// Text kept beside the tests, in a folder `Golden/`.
package enum Golden {
  /// Expects that the text is that of `Golden/<name>` beside the calling file.
  ///
  /// With `RECORD_GOLDENS=1` in the environment the file is rewritten and the test fails all the
  /// same: a recording is to be read before it counts.
  package static func expect(
    _ text: String, matches name: String, filePath: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder =
      "\(filePath)".split(separator: "/").dropLast()
      .reduce("") { "\($0)/\($1)" } + "/Golden"
    let path = "\(folder)/\(name)"
    let expected = try? readText(of: path)
    if expected == text { return }
    if getenv("RECORD_GOLDENS").map({ String(cString: $0) }) == "1" {
      mkdir(folder, 0o755)
      do {
        try write(text, to: path)
        Issue.record("recorded Golden/\(name); read it", sourceLocation: sourceLocation)
      } catch {
        Issue.record(error, sourceLocation: sourceLocation)
      }
      return
    }
    guard let expected else {
      Issue.record(
        "Golden/\(name) is missing; RECORD_GOLDENS=1 writes it:\n\(text)",
        sourceLocation: sourceLocation)
      return
    }
    Issue.record(
      "differs from Golden/\(name):\n\(difference(expected, text))",
      sourceLocation: sourceLocation)
  }

  /// Lines of one text that differ from the other's at the same place, `-` expected, `+` found.
  static func difference(_ expected: String, _ found: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    var report: [String] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, let line, _): report.append("-\(offset + 1): \(line)")
      case .insert(let offset, let line, _): report.append("+\(offset + 1): \(line)")
      }
    }
    return report.joined(separator: "\n")
  }
}

package import CLanguage
package import Evaluation

/// An example of a profile, carried out again.
package struct ReplayedExample: Sendable {
  package var function: String
  package var statement: String
  package var expected: [String]
  /// Nil when it could not be carried out.
  package var actual: [String]?
  package var differences: [ExampleDifference]
  /// Why it could not be carried out.
  package var problem: String?

  /// All is as it was.
  package var isSame: Bool { differences.isEmpty && problem == nil }
}

extension OpenLibrary {
  /// The examples that the library's profiles keep, by function, in the order of their names.
  package var examples: [(function: String, example: Annotation.Example)] {
    knowledge.header.names(startingWith: "").flatMap { name in
      guard let declaration = knowledge.header.function(named: name) else {
        return [(function: String, example: Annotation.Example)]()
      }
      return knowledge.header.annotations(of: declaration).annotations.examples.map { (name, $0) }
    }
  }

  /// Carries out an example from a fresh state.
  ///
  /// - Returns: what came of it, compared with what was kept.
  /// - Throws: when there is no probe.
  package func replay(
    _ example: Annotation.Example, of function: String, options: SessionOptions
  ) throws -> ReplayedExample {
    let session = try Session(image: image, header: knowledge.header, options: options)
    defer { session.end() }
    let reports = session.evaluateAll(example.statement) { _ in false }
    var result = ReplayedExample(
      function: function, statement: example.statement, expected: example.outcome, actual: nil,
      differences: [])
    guard let report = reports.last else { return result }
    result.actual = ExampleOutcome.texts(of: report, header: session.header)
    if let actual = result.actual {
      result.differences = ExampleOutcome.differences(expected: example.outcome, actual: actual)
    } else if case .failed(let error) = report.outcome {
      result.problem =
        switch error {
        case .invalid(let diagnostic), .stopped(let diagnostic): diagnostic.message
        case .unavailable(let reason): reason
        }
    } else {
      result.problem = "the statement calls nothing"
    }
    return result
  }
}

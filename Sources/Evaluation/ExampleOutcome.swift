package import CLanguage

/// What an example keeps of a call, and what is compared when it is replayed.
///
/// The first text is the value, or how the call ended; each other one names what it is about:
/// `errno ENOENT`, `stdout "text"`, `dest {1, 2}`. Addresses differ from run to run and are kept as
/// `a pointer`.
package enum ExampleOutcome {
  /// The texts for a report.
  ///
  /// - Parameters:
  ///   - report: of the call.
  ///   - header: where the types are declared.
  /// - Returns: at least one text; nil when there is nothing to keep, since nothing was called.
  package static func texts(of report: StatementReport, header: CHeader) -> [String]? {
    guard let first = first(of: report, header: header) else { return nil }
    var texts = [first]
    if let errno = report.errno { texts.append("errno " + (errno.name ?? "\(errno.number)")) }
    for output in report.outputs {
      texts.append(output.name + " " + text(of: output.value, output.type, header, report.texts))
    }
    if !report.standardOutput.isEmpty {
      texts.append(
        "stdout " + CPrinter.literal(report.standardOutput.map { UInt32($0) }, .none))
    }
    return texts
  }

  private static func first(of report: StatementReport, header: CHeader) -> String? {
    switch report.outcome {
    case .returned(let type, let value): text(of: value, type, header, report.texts)
    case .crashed(let crash): "crashed " + crash.signalName
    case .timedOut: "timed out"
    case .exited(let status): "exited \(status)"
    case .threw(let type, let what): "threw " + type + (what.map { ": " + $0 } ?? "")
    case .declared, .planned, .interrupted, .failed: nil
    }
  }

  private static func text(
    of value: CValue, _ type: CType, _ header: CHeader, _ texts: [UInt64: CValue.CText]
  ) -> String {
    if case .pointer(let address) = value, address != 0 { return "a pointer" }
    if case .string(_, .unreadable) = value { return "a pointer" }
    return CPrinter(header: header, texts: texts).text(of: value, as: type)
  }
}

/// One part of an outcome that is not as it was.
package struct ExampleDifference: Hashable, Sendable {
  /// `value`, `errno`, `stdout`, or the name of a buffer.
  package var part: String
  /// Nil when there was none.
  package var expected: String?
  package var actual: String?
}

extension ExampleOutcome {
  /// What differs between an outcome that was kept and one that came now.
  ///
  /// - Returns: nothing when they are the same.
  package static func differences(
    expected: [String], actual: [String]
  ) -> [ExampleDifference] {
    var differences: [ExampleDifference] = []
    if expected.first != actual.first {
      differences.append(
        ExampleDifference(part: "value", expected: expected.first, actual: actual.first))
    }
    let (before, after) = (parts(expected), parts(actual))
    for name in before.map(\.name)
      + after.map(\.name).filter({ name in
        !before.contains { $0.name == name }
      })
    {
      let old = before.first { $0.name == name }?.text
      let new = after.first { $0.name == name }?.text
      if old != new {
        differences.append(ExampleDifference(part: name, expected: old, actual: new))
      }
    }
    return differences
  }

  private static func parts(_ texts: [String]) -> [(name: String, text: String)] {
    texts.dropFirst().map { text in
      let name = text.prefix { $0 != " " }
      return (String(name), String(text.dropFirst(name.count + 1)))
    }
  }
}

import CLanguage
import Evaluation
import Workbench

/// Saves calls with what they gave into the library's profile, for `call --keep`.
struct ExampleKeeper {
  let library: OpenLibrary
  /// The examples that are in the profile by now, by function.
  private var kept: [String: [CAttribute]] = [:]
  /// The statements so far that returned.
  private var earlier: [String] = []

  init(_ library: OpenLibrary) { self.library = library }

  /// Keeps a call; other statements are remembered, for a call that needs them.
  ///
  /// - Throws: what the profile has against it.
  mutating func keep(_ report: StatementReport, header: CHeader) throws {
    defer { if report.outcome.exitStatus == 0 { earlier.append(report.statement) } }
    guard let call = ExampleCall(report, after: earlier, header: header) else { return }
    // What the statements see may come from the command line, without the profile's examples.
    let known =
      kept[call.function] ?? library.knowledge.header.function(named: call.function)?.attributes
      .filter(\.isExample) ?? []
    guard let text = call.prototype(in: header, besides: known) else { return }
    let path = try library.save([text])
    var saved = CHeader(over: header)
    _ = saved.declare(text, file: path)
    kept[call.function] =
      saved.function(named: call.function)?.attributes.filter(\.isExample)
    Output.complain("kept as an example of '\(call.function)' in \(path)")
  }
}

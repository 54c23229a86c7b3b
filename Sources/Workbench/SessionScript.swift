import CLanguage
package import Evaluation
package import SystemCompiler

/// A script, carried out statement by statement.
extension Session {
  /// What a script says about itself before it runs: the libraries of its `#pragma sonde library`
  /// lines, in order.
  package static func libraries(ofScript text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
      guard words.count >= 4 || (words.count >= 3 && words[0] == "#pragma"),
        words.prefix(3).joined(separator: " ") == "#pragma sonde library"
          || words.prefix(4).joined(separator: " ") == "# pragma sonde library",
        let last = words.last
      else { return nil }
      return last.filter { $0 != "\"" }
    }
  }

  /// Carries out a script.
  ///
  /// - Parameters:
  ///   - text: C statements and preprocessor lines.
  ///   - directory: where `#include "…"` looks first.
  ///   - search: how headers are looked for.
  ///   - report: called with what came of each statement; false ends the script.
  package func run(
    script text: String, directory: String, search: HeaderRequest,
    report: (StatementReport) -> Bool
  ) {
    var reader: CStatementReader
    do { reader = try CStatementReader(text) } catch {
      _ = report(StatementReport(statement: "", outcome: .failed(.invalid(error))))
      return
    }
    evaluator.source = text
    var includes: (request: HeaderRequest, first: CDirective)?
    var learned = -1
    var search = search
    // What the C library keeps for itself otherwise (feature_test_macros(7)).
    search.definitions.append("_GNU_SOURCE")
    while true {
      let before = reader
      let item: Result<CStatementReader.Item?, CDiagnostic>
      do throws(CDiagnostic) { item = .success(try reader.next(in: header)) } catch {
        item = .failure(error)
      }
      if case .success(.directive(let directive)) = item, directive.name == "include",
        let include = Self.include(directive, directory)
      {
        // Headers that follow each other are read together: types that they share are one then.
        var request = includes?.request ?? search
        request.includes.append(include)
        includes = (request, includes?.first ?? directive)
        continue
      }
      if let pending = includes {
        includes = nil
        if !take(pending, report) { return }
        // What was read in the light of less is read again.
        reader = before
        continue
      }
      switch item {
      case .success(nil): return
      case .success(.statement(let parsed)):
        let range = parsed.statement.range
        let statement = reader.text(of: range)
        if learned < range.start.offset, learn(from: statement) {
          // What it names is known now: it is read again in that light.
          learned = range.start.offset
          reader = before
          continue
        }
        if !report(evaluate(parsed, text: statement)) { return }
      case .success(.directive(let directive)):
        if directive.name == "define" { search.definitions.append(directive.definition) }
        if let failed = carryOut(directive), !report(failed) { return }
      case .failure(let error) where learned < error.range.start.offset:
        // Types that only debug information knows have to be known before the text is read.
        learned = error.range.start.offset
        _ = learn(from: reader.text(ofLines: error.range))
        reader = before
      case .failure(let error):
        let failed = StatementReport(
          statement: reader.text(ofLines: error.range),
          outcome: .failed(.invalid(advised(error))), isPart: true)
        if !report(failed) { return }
      }
    }
  }

  /// Reads headers; a report when that fails.
  private func take(
    _ pending: (request: HeaderRequest, first: CDirective), _ report: (StatementReport) -> Bool
  ) -> Bool {
    do throws(CompilerError) {
      _ = try include(pending.request)
      return true
    } catch {
      let isRefused = if case .refused = error { true } else { false }
      let lines = "\(error)".split(separator: "\n").joined(separator: "; ")
      let diagnostic = CDiagnostic(lines, pending.first.range)
      return report(
        StatementReport(
          statement: pending.first.text,
          outcome: .failed(isRefused ? .invalid(diagnostic) : .stopped(diagnostic)), isPart: true))
    }
  }

  private static func include(
    _ directive: CDirective, _ directory: String
  ) -> HeaderRequest.Include? {
    guard let first = directive.argument.first, first == "<" || first == "\"",
      let end = directive.argument.dropFirst().firstIndex(of: first == "<" ? ">" : "\"")
    else { return nil }
    let name = String(
      directive.argument[directive.argument.index(after: directive.argument.startIndex)..<end])
    if first == "<" { return .name(name) }
    return .file(name.hasPrefix("/") ? name : directory + "/" + name)
  }

  private func carryOut(_ directive: CDirective) -> StatementReport? {
    do throws(CDiagnostic) {
      switch directive.name {
      case "define", "undef": try define(directive)
      case "pragma", "", "line", "ident", "warning": break
      case "include":
        throw CDiagnostic("expected <header> or \"header\" after #include", directive.range)
      case "error": throw CDiagnostic(directive.text, directive.range)
      default: throw CDiagnostic("'#\(directive.name)' is not supported here", directive.range)
      }
      return nil
    } catch {
      return StatementReport(
        statement: directive.text, outcome: .failed(.invalid(error)), isPart: true)
    }
  }
}

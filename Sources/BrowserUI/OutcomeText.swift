import CLanguage
import ELFModel
import Evaluation
import ProbeWire

/// A report as rows.
struct OutcomeText {
  let report: StatementReport
  let header: CHeader
  let width: Int
  /// How deep structs and arrays are opened.
  var depth = 1

  private var effects: EffectLines { EffectLines(report: report, header: header, width: width) }

  /// Everything, the verdict first.
  func lines() -> [Line] {
    var lines = verdict()
    if report.endedWhileLoading {
      lines += text(
        "It was not reached: this is a constructor of the library, which is loaded by "
          + "the first call.", .warning)
    }
    lines.append(Line())
    lines += circumstances()
    lines += effects.lines()
    lines += output("stdout", report.standardOutput)
    lines += output("stderr", report.standardError)
    if report.droppedOutput > 0 {
      lines += text(
        "\(counted(report.droppedOutput, "further byte")) of output were not kept.", .warning)
    }
    return lines
  }

  /// What a list shows of it: the verdict, what the call did besides, the first lines of output.
  func brief() -> [Line] {
    var lines = verdict(isBrief: true)
    if let errno = report.errno, hasErrno {
      lines += text("errno " + Self.text(of: errno), .warning)
    }
    lines += effects.brief()
    lines += briefOutput("stdout", report.standardOutput)
    lines += briefOutput("stderr", report.standardError)
    if report.droppedOutput > 0 {
      lines += text("\(counted(report.droppedOutput, "further byte")) not kept", .warning)
    }
    return lines
  }

  /// The verdict in one row.
  func verdictLine() -> Line {
    switch report.outcome {
    case .failed(.invalid(let diagnostic)), .failed(.stopped(let diagnostic)):
      return Line("✗ " + diagnostic.message, .error)
    case .returned, .declared, .planned, .crashed, .timedOut, .interrupted, .exited, .threw,
      .failed(.unavailable):
      return verdict(isBrief: true).first ?? Line()
    }
  }

  private func verdict(isBrief: Bool = false) -> [Line] {
    switch report.outcome {
    case .returned(let type, let value):
      if report.isControlFlow { return text("✓ done", .success) }
      return returned(value, type)
        + (isBrief ? [] : ValueTree(header: header, depth: depth, width: width).rows(value, type))
    case .declared(let names):
      return text("declared " + names.joined(separator: ", "), .success)
    case .planned(let calls):
      return text("\(counted(calls.count, "call")) planned; nothing was called", .success)
    case .crashed(let crash):
      return isBrief
        ? banner(
          "CRASHED", "\(crash.signalName): \(report.crash?.explanation ?? crash.explanation)",
          .error)
        : crashed(crash)
    case .timedOut(let seconds):
      return banner("TIMED OUT", "it was stopped after \(secondsText(seconds))", .error)
        + (isBrief ? [] : reassurance())
    case .interrupted:
      return banner("STOPPED", "you ended the call", .warning) + (isBrief ? [] : reassurance())
    case .exited(let status):
      return banner(
        "EXITED", "it ended its process with status \(status)", status == 0 ? .warning : .error)
        + (isBrief ? [] : reassurance())
    case .threw(let type, let what):
      return banner("THREW", type, .error) + text(what.map { "what: " + $0 } ?? "", .text)
    case .failed(let error): return failed(error, isBrief: isBrief)
    }
  }

  private func returned(_ returned: CValue, _ type: CType) -> [Line] {
    if case .void = returned { return text("✓ returned; it has no value", .success) }
    let value = "= " + String(displaying: text(of: returned, type))
    var lines = wrapped(value, width: width, indent: 2).map { Line($0, .value) }
    var line = Line("  ")
    line.append(CPrinter(header: header, elidesBodies: true).text(of: type), .type)
    if let other = alternativeText(returned, of: type, in: header) {
      line.append("  " + other, .dim)
    }
    lines.append(line)
    return lines
  }

  private func text(of value: CValue, _ type: CType) -> String {
    CPrinter(header: header).text(of: value, as: type)
  }

  private func crashed(_ crash: CrashReport) -> [Line] {
    let lines = CrashLines(
      crash: crash, details: report.crash, width: width)
    return banner("CRASHED", crash.signalName, .error) + lines.lines() + [Line()] + reassurance()
  }

  private func failed(_ error: StatementError, isBrief: Bool) -> [Line] {
    switch error {
    case .unavailable(let reason): return banner("NOT CALLED", reason, .error)
    case .invalid(let diagnostic), .stopped(let diagnostic):
      if isBrief { return briefProblem(diagnostic) }
      let statement = TextField(report.statement)
      var shown = statement
      shown.moveCursor(to: 0)
      return banner("NOT CALLED", "the statement is not right", .error)
        + [shown.line(width: width, role: .code, on: .plain, hasCursor: false)]
        + problemLines(diagnostic, under: shown, width: width, role: .error)
    }
  }

  /// The caret under the statement as it stands above, where that has one row.
  private func briefProblem(_ diagnostic: CDiagnostic) -> [Line] {
    let message = wrapped("✗ " + diagnostic.message, width: width, indent: 2)
      .map { Line($0, .error) }
    let field = TextField(report.statement)
    let isOneRow = !report.statement.contains(where: \.isNewline)
    guard isOneRow, report.statement.cellWidth <= width - 6 else {
      let place = diagnostic.range.start
      return message + [Line("  line \(place.line), column \(place.column)", .dim)]
    }
    return problemLines(diagnostic, under: field, width: width, role: .error).prefix(1) + message
  }

  private func reassurance() -> [Line] {
    text("It ran in a process of its own: the next call can be made.", .dim)
  }

  private func circumstances() -> [Line] {
    var lines: [Line] = []
    if let duration = report.duration {
      lines += labelled("time", durationText(duration), width: width)
    }
    switch report.outcome {
    case .returned, .threw:
      if let errno = report.errno {
        lines += labelled("errno", Self.text(of: errno), .warning, width: width)
      } else {
        lines += labelled("errno", "untouched", .dim, width: width)
      }
    case .declared, .planned, .crashed, .timedOut, .interrupted, .exited, .failed: break
    }
    return lines
  }

  /// `2 ENOENT: No such file or directory`.
  private static func text(of errno: ErrorNumber) -> String {
    "\(errno.number) " + (errno.name.map { $0 + ": " } ?? "") + errno.message
  }

  /// The error number counts only where the call came back.
  private var hasErrno: Bool {
    switch report.outcome {
    case .returned, .threw: true
    case .declared, .planned, .crashed, .timedOut, .interrupted, .exited, .failed: false
    }
  }

  /// The first lines of what was written.
  private func briefOutput(_ title: String, _ bytes: [UInt8]) -> [Line] {
    let all = output(title, bytes).dropFirst(2)
    guard all.count > Self.briefLimit + 1 else { return Array(all) }
    let more = counted(all.count - Self.briefLimit, "line") + " more of \(title): F3"
    return all.prefix(Self.briefLimit) + [Line(more, .dim)]
  }

  private static let briefLimit = 8

  /// What was written, line by line; nothing when nothing was.
  private func output(_ title: String, _ bytes: [UInt8]) -> [Line] {
    guard !bytes.isEmpty else { return [] }
    var lines = [Line(), Line("\(title) · \(counted(bytes.count, "byte"))", .heading)]
    var rows = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    let endsLine = rows.last?.isEmpty == true
    if endsLine { rows.removeLast() }
    for row in rows.prefix(Self.outputLimit) {
      lines += pieces(String(escaping: row)).map { piece in
        var line = Line("│ ", .border)
        line.append(piece)
        return line
      }
    }
    if rows.count > Self.outputLimit {
      lines.append(Line("… \(counted(rows.count - Self.outputLimit, "line")) more", .dim))
    } else if !endsLine {
      lines.append(Line("  (no line end)", .dim))
    }
    return lines
  }

  /// Rows of output beyond this many are counted, not shown.
  private static let outputLimit = 2000

  /// Output is broken where the row ends, not at words: its spaces may mean something.
  private func pieces(_ text: String) -> [String] {
    let room = max(8, width - 2)
    guard text.cellWidth > room else { return [text] }
    var pieces: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let piece = String(rest).prefix(cells: room)
      guard !piece.isEmpty else { break }
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }

  private func banner(_ word: String, _ detail: String, _ role: Role) -> [Line] {
    wrapped("✗ \(word)  " + String(displaying: detail), width: width, indent: 2)
      .map { Line($0, role) }
  }

  private func text(_ text: String, _ role: Role) -> [Line] {
    wrapped(String(displaying: text), width: width).map { Line($0, role) }
  }
}

/// Nanoseconds in the unit that leaves one to three digits before the point.
func durationText(_ nanoseconds: UInt64) -> String {
  switch nanoseconds {
  case ..<1000: return "\(nanoseconds) ns"
  case ..<1_000_000: return tenths(nanoseconds, 1000) + " µs"
  case ..<1_000_000_000: return tenths(nanoseconds, 1_000_000) + " ms"
  default: return tenths(nanoseconds, 1_000_000_000) + " s"
  }
}

/// Seconds with one digit behind the point.
func secondsText(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "some time" }
  return tenths(UInt64(seconds * 10), 10) + " s"
}

private func tenths(_ value: UInt64, _ unit: UInt64) -> String {
  let whole = value / unit
  let tenth = value % unit * 10 / unit
  return grouped(whole) + "." + String(tenth)
}

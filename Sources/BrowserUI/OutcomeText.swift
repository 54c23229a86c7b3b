import CLanguage
import ELFModel
import Evaluation
import ProbeWire

/// A report as rows.
struct OutcomeText {
  let report: StatementReport
  let header: CHeader
  let width: Int

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
    lines += output("stdout", report.standardOutput)
    lines += output("stderr", report.standardError)
    return lines
  }

  private func verdict() -> [Line] {
    switch report.outcome {
    case .returned(let type, let value): return returned(value, type)
    case .declared(let names):
      return text("declared " + names.joined(separator: ", "), .success)
    case .planned(let calls):
      return text("\(counted(calls.count, "call")) planned; nothing was called", .success)
    case .crashed(let crash): return crashed(crash)
    case .timedOut(let seconds):
      return banner("TIMED OUT", "it was stopped after \(secondsText(seconds))", .error)
        + reassurance()
    case .interrupted:
      return banner("STOPPED", "you ended the call", .warning) + reassurance()
    case .exited(let status):
      return banner(
        "EXITED", "it ended its process with status \(status)", status == 0 ? .warning : .error)
        + reassurance()
    case .threw(let type, let what):
      return banner("THREW", type, .error) + text(what.map { "what: " + $0 } ?? "", .text)
    case .failed(let error): return failed(error)
    }
  }

  private func returned(_ returned: CValue, _ type: CType) -> [Line] {
    if case .void = returned { return text("✓ returned; it has no value", .success) }
    let value = "= " + String(displaying: text(of: returned, type))
    var lines = wrapped(value, width: width, indent: 2).map { Line($0, .value) }
    var line = Line("  ")
    line.append(CPrinter(header: header).text(of: type), .type)
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
    var lines = banner("CRASHED", crash.signalName, .error)
    lines += text(crash.explanation, .text)
    if let address = crash.faultAddress {
      let access =
        switch crash.access {
        case .read: " (read)"
        case .write: " (written)"
        case .execute: " (executed)"
        case nil: ""
        }
      lines += labelled("address", hexadecimal(address) + access, .code, width: width)
    }
    if let counter = crash.programCounter {
      lines += labelled("instruction", hexadecimal(counter), .code, width: width)
    }
    return lines + reassurance()
  }

  private func failed(_ error: StatementError) -> [Line] {
    switch error {
    case .unavailable(let reason): return banner("NOT CALLED", reason, .error)
    case .invalid(let diagnostic), .stopped(let diagnostic):
      let statement = TextField(report.statement)
      var shown = statement
      shown.moveCursor(to: 0)
      return banner("NOT CALLED", "the statement is not right", .error)
        + [shown.line(width: width, role: .code, on: .plain, hasCursor: false)]
        + problemLines(diagnostic, under: shown, width: width, role: .error)
    }
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
        let name = errno.name.map { $0 + ": " } ?? ""
        lines += labelled(
          "errno", "\(errno.number) \(name)\(errno.message)", .warning, width: width)
      } else {
        lines += labelled("errno", "untouched", .dim, width: width)
      }
    case .declared, .planned, .crashed, .timedOut, .interrupted, .exited, .failed: break
    }
    return lines
  }

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

import Evaluation
import ProbeWire

/// Where and why called code died: the address, the instruction, the way there, the registers.
struct CrashLines {
  let crash: CrashReport
  /// What the dead process showed; nil when it could not be looked at.
  let details: CrashDetails?
  let width: Int

  func lines() -> [Line] {
    var lines = wrapped(details?.explanation ?? crash.explanation, width: width).map { Line($0) }
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
      let text = hexadecimal(counter) + (details?.instruction.map { "  " + $0 } ?? "")
      lines += labelled("instruction", text, .code, width: width)
    }
    return lines + backtrace() + registers()
  }

  private func backtrace() -> [Line] {
    guard let frames = details?.backtrace, !frames.isEmpty else { return [] }
    return [Line(), Line("backtrace", .heading)]
      + frames.enumerated().map { index, frame in
        var line = Line(String(index).leftPadded(to: 3) + "  ", .dim)
        line.append(frame.function ?? hexadecimal(frame.address), .code)
        if let offset = frame.offset { line.append(" + \(hexadecimal(offset))", .dim) }
        if let library = frame.library {
          line.append(
            "  " + (library.split(separator: "/").last.map(String.init) ?? library), .type)
        }
        if let file = frame.file {
          let short = file.split(separator: "/").last.map(String.init) ?? file
          line.append("  \(short)" + (frame.line.map { ":\($0)" } ?? ""), .dim)
        }
        return line.clipped(to: width)
      }
  }

  /// As many beside each other as fit.
  private func registers() -> [Line] {
    let values = details?.registers ?? crash.registers
    guard !values.isEmpty else { return [] }
    let names = RegisterNames.names(count: values.count)
    let perRow = max(1, width / Self.cellWidth)
    var lines = [Line(), Line("registers", .heading)]
    for start in stride(from: 0, to: values.count, by: perRow) {
      var line = Line()
      for index in start..<min(values.count, start + perRow) {
        line.append(names[index].padded(to: 6), .dim)
        line.append(
          hexadecimal(values[index]).padded(to: Self.cellWidth - 6),
          values[index] == crash.faultAddress ? .match : .code)
      }
      lines.append(line.clipped(to: width))
    }
    return lines
  }

  private static let cellWidth = 26
}

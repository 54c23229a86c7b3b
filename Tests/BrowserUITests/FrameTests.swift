import CLanguage
import Evaluation
import ProbeWire
import TestSupport
import Testing

@testable import BrowserUI

/// Screens as text: `Golden/*.txt`.
@Suite struct FrameTests {
  static let sizes = [
    FrameSize(columns: 60, rows: 16), FrameSize(columns: 80, rows: 24),
    FrameSize(columns: 200, rows: 50),
  ]

  @Test(arguments: sizes)
  func `the symbols`(size: FrameSize) {
    var explorer = start(size)
    expect(explorer, "symbols", size)
    explorer.type("crc")
    expect(explorer, "symbols-filtered", size)
  }

  @Test(arguments: sizes)
  func `the prototype prompt`(size: FrameSize) {
    var explorer = start(size)
    explorer.type("crc32")
    explorer.press(.enter)
    expect(explorer, "prototype-empty", size)
    explorer.type("unsigned long crc32(unsigned lon crc);")
    expect(explorer, "prototype-wrong", size)
    explorer.press(.control("u"))
    explorer.type("unsigned long crc32(unsigned long crc")
    expect(explorer, "prototype-unfinished", size)
  }

  @Test(arguments: sizes)
  func `the call form`(size: FrameSize) {
    var explorer = start(size)
    explorer.declareCRC32()
    expect(explorer, "call-empty", size)
    explorer.type("0")
    explorer.press(.function(5))
    expect(explorer, "call-missing", size)
    explorer.press(.up)
    explorer.press(.control("u"))
    explorer.callCRC32()
    explorer.send(.tick(elapsed: 1.25))
    expect(explorer, "call-running", size)
  }

  @Test(arguments: sizes)
  func `the outcome`(size: FrameSize) {
    var explorer = start(size)
    explorer.declareCRC32()
    explorer.callCRC32()
    var report = Explorer.crc32Report
    report.errno = nil
    report.standardOutput = Array("computing\u{1b}[1m…\n".utf8)
    explorer.send(.reported(report))
    expect(explorer, "outcome-value", size)
    explorer.press(.enter)
    report.outcome = .crashed(
      CrashReport(
        signal: 11, code: 1, faultAddress: 0, access: .read, programCounter: 0x7f3a_5c10_47d2,
        stackPointer: 0x7ffd_2000_1000))
    explorer.send(.reported(report))
    expect(explorer, "outcome-crash", size)
  }

  @Test(arguments: sizes)
  func `details, help, the command line and the question`(size: FrameSize) {
    var explorer = start(size)
    explorer.type("z_err")
    explorer.press(.enter)
    expect(explorer, "details", size)
    explorer.press(.escape, .escape)
    explorer.type("?")
    expect(explorer, "help", size)
    explorer.press(.escape)
    explorer.type(":x")
    explorer.press(.enter)
    expect(explorer, "command", size)
    explorer.press(.escape)
    explorer.declareCRC32()
    explorer.press(.control("c"))
    expect(explorer, "quitting", size)
  }

  @Test func `a terminal that is too small is told so, of any size`() {
    Golden.expect(
      text(of: start(FrameSize(columns: 40, rows: 10)).model.view()), matches: "small.txt")
    for columns in [0, 1, 7, 59] {
      for rows in [0, 1, 3] {
        let frame = start(FrameSize(columns: columns, rows: rows)).model.view()
        #expect(frame.lines.count == rows)
        #expect(frame.lines.allSatisfy { $0.width <= columns })
      }
    }
  }

  private func start(_ size: FrameSize) -> Explorer {
    Explorer(
      profile: "const char *zlibVersion(void);", columns: size.columns, rows: size.rows)
  }

  /// The roles are compared at one size only: they do not depend on it.
  private func expect(_ explorer: Explorer, _ name: String, _ size: FrameSize) {
    let frame = explorer.model.view()
    let content = size.columns == 80 ? styledText(of: frame) : text(of: frame)
    Golden.expect(content, matches: "\(name)-\(size.columns)x\(size.rows).txt")
  }
}

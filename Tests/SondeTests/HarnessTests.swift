import Glibc
import TestSupport
import Testing

/// The tools that the other tests trust, over programs whose behaviour is known.
@Suite struct HarnessTests {
  private let environment = ["PATH": "/usr/bin:/bin"]

  private func shell(_ script: String, within seconds: Double = 30) throws -> ProgramRun {
    try ProgramRun.run(
      "/bin/sh", ["-c", script], environment: environment, within: seconds)
  }

  @Test func `output, error output and status come apart`() throws {
    let run = try shell("echo out; echo err >&2; exit 3")
    #expect(run.ending == .exited(3))
    #expect(run.text == "out\n")
    #expect(run.errorText == "err\n")
    #expect(run.survivors.isEmpty)
  }

  @Test func `a signal is an ending`() throws {
    #expect(try shell("kill -SEGV $$").ending == .signalled(SIGSEGV))
  }

  @Test func `input, folder and environment arrive`() throws {
    let folder = try TemporaryDirectory()
    let run = try ProgramRun.run(
      "/bin/sh", ["-c", "cat; pwd; echo $ONE"], environment: ["ONE": "1", "PATH": "/usr/bin:/bin"],
      input: Array("in\n".utf8), directory: folder.path)
    #expect(run.lines == ["in", folder.path, "1"])
  }

  @Test func `what runs too long is killed with its children`() throws {
    let run = try shell("sleep 1000 & sleep 1000", within: 0.2)
    #expect(run.ending == .timedOut)
    #expect(run.survivors.allSatisfy { ProcessTable.entry($0.id) == nil })
  }

  @Test func `a process left behind in a session of its own is found and killed`() throws {
    let run = try shell("setsid sleep 1000 & exit 0")
    #expect(run.ending == .exited(0))
    #expect(run.survivors.map(\.commandLine) == ["sleep 1000"])
    #expect(run.survivors.allSatisfy { ProcessTable.entry($0.id) == nil })
  }

  @Test func `a program that is missing is named`() {
    #expect(throws: ProgramFailure.self) {
      try ProgramRun.run("/nonexistent/program", [], environment: [:])
    }
  }

  @Test func `a temporary folder goes with everything in it`() throws {
    var folder: TemporaryDirectory? = try TemporaryDirectory()
    let path = try #require(folder?.path)
    _ = try folder?.makeFolder("inner")
    try write("text", to: "\(path)/inner/file")
    #expect(try readText(of: "\(path)/inner/file") == "text")
    folder = nil
    #expect(!fileExists(path))
  }

  @Test func `a terminal shows what a program prints and knows how it ended`() throws {
    let terminal = try Tmux("--version", width: 70, height: 20)
    let status = try terminal.waitForExit()
    #expect(status == 0)
    #expect(!(try terminal.screen()).isEmpty)
    terminal.end()
    #expect(terminal.survivors().isEmpty)
  }

  @Test func `every sample library is built`() {
    for name in namesInFolder("\(SampleLibraries.projectRoot)/sample-libs")
    where fileExists(SampleLibraries.header(name)) {
      #expect(fileExists(SampleLibraries.path(name)), "\(name)")
    }
  }
}

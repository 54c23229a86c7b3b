import Foundation
import Glibc
import TestSupport
import Testing

/// Snapshots are processes too: what comes of those that die, and who may not end them.
@Suite struct LostSnapshotTests {
  private func call(
    _ statements: String..., options: [String] = []
  ) throws -> [[String: Any]] {
    let run = try runSonde(
      ["call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes")]
        + options + ["--timeout", "20", "--json"] + statements)
    #expect(run.survivors.isEmpty, "processes left behind")
    let found = try objects(run)
    try #require(found.count == statements.count, "\(run.errorText)")
    return found
  }

  private func remarks(_ object: [String: Any]) -> [String] {
    object["remarks"] as? [String] ?? []
  }

  // MARK: Dead snapshots

  @Test(arguments: [(1, 2), (2, 1)])
  func `a crash whose snapshot has died goes back to the latest that lives, and says so`(
    killed: Int, next: Int
  ) throws {
    let found = try call(
      "survivor()", "survivor()", "(kill_siblings(\(killed), 9), read_null())", "survivor()",
      "survivor()", ":undo 2", "survivor()", options: ["--allow", "all"])
    #expect(found[2]["outcome"] as? String == "crashed")
    #expect((found[2]["crash"] as? [String: Any])?["signal"] as? String == "SIGSEGV")
    #expect(
      remarks(found[2]) == [
        "the process that kept the state before had died as well; the state is that before "
          + "'survivor()'"
      ])
    #expect(found[3]["value"] as? Int == next)
    #expect(remarks(found[3]).isEmpty)
    #expect(found[4]["value"] as? Int == next + 1)
    #expect(found[6]["value"] as? Int == next)
  }

  @Test func `when every state has died the session starts afresh, and says so`() throws {
    let found = try call(
      "survivor()", "int n = 5;", "kill_group(9)", "survivor()", "n", ":undo 2", "read_null()",
      "survivor()", options: ["--allow", "all"])
    #expect(found[2]["outcome"] as? String == "crashed")
    #expect((found[2]["crash"] as? [String: Any])?["signal"] as? String == "SIGKILL")
    #expect(remarks(found[2]).contains { $0.hasPrefix("no earlier state could be brought back") })
    #expect(found[3]["value"] as? Int == 1)
    #expect(remarks(found[3]).isEmpty)
    #expect(found[4]["outcome"] as? String == "error")
    #expect(found[5]["outcome"] as? String == "error")
    #expect(found[6]["outcome"] as? String == "crashed")
    #expect(found[7]["value"] as? Int == 2)
  }

  @Test func `undoing to a state that has died is refused, and nothing is lost over it`() throws {
    let found = try call(
      "survivor()", "survivor()", "kill_siblings(1, 9)", ":undo", "survivor()", ":undo 3",
      "survivor()", options: ["--allow", "all"])
    #expect(found[2]["value"] as? Int == 1)
    // Nothing to compare with: not known is not the same as nothing.
    #expect(found[2]["changes"] == nil)
    #expect(remarks(found[2]).contains { $0.hasPrefix("which memory changed is not known") })
    let error = found[3]["error"] as? [String: Any]
    #expect((error?["message"] as? String)?.contains("has died") == true, "\(found[3])")
    #expect(found[4]["value"] as? Int == 3)
    #expect(found[5]["undone"] as? [String] == ["survivor()", "kill_siblings(1, 9)", "survivor()"])
    #expect(found[6]["value"] as? Int == 2)
  }

  @Test func `a snapshot that stands still goes on when it is needed`() throws {
    let found = try call(
      "survivor()", "(kill_siblings(1, 19), read_null())", "survivor()",
      options: ["--allow", "all"])
    #expect(found[1]["outcome"] as? String == "crashed")
    #expect(remarks(found[1]).isEmpty)
    #expect(found[2]["value"] as? Int == 2)
  }

  @Test func `without snapshots a loss is told, and only where there was something to lose`()
    throws
  {
    let found = try call(
      "read_null()", "survivor()", "read_null()", "survivor()", options: ["--no-snapshot"])
    #expect(remarks(found[0]).isEmpty)
    #expect(remarks(found[2]).contains { $0.hasPrefix("without snapshots no state is kept") })
    #expect(found[3]["value"] as? Int == 1)
  }

  // MARK: In the sandbox

  @Test(
    arguments: [
      ("kill_siblings(8, 9)", 0, "reaching into processes outside"),
      ("signal_siblings(own_group())", -1, "fcntl(F_SETOWN)"),
      ("signal_siblings(front())", -1, "fcntl(F_SETOWN)"),
      ("limit_process(front(), 0)", -1, "prlimit("),
      ("limit_process(front(), 9)", -1, "prlimit("),
    ])
  func `called code reaches neither the front nor the snapshots, with threads or without`(
    statement: String, value: Int, attempt: String
  ) throws {
    let found = try call(
      "survivor()", statement, "thread_lives_on(1000)", "survivor()", statement, ":undo 4",
      "survivor()")
    for index in [1, 4] {
      #expect(found[index]["value"] as? Int == value, "\(found[index])")
      let denied = (found[index]["denied"] as? [[String: Any]])?.first
      #expect((denied?["attempt"] as? String)?.contains(attempt) == true, "\(found[index])")
      #expect(denied?["option"] as? String == "--allow all")
    }
    #expect(found[3]["value"] as? Int == 2)
    #expect(found[6]["value"] as? Int == 2)
  }

  @Test func `processes of another session's code are not counted as this one's`() throws {
    let home = try TemporaryDirectory()
    let other = try startSonde(
      "call", SampleLibraries.path("crashes"), "--header", SampleLibraries.header("crashes"),
      "make_children(3000)", "loop_sleeping()", "--timeout", "60", "--json", home: home)
    #expect(
      other.wait(within: 30) { other.outputSoFar.contains("\n") }, "\(other.errorOutputSoFar)")
    let found = try call("vfork_true()", "thread_writes_on()", "survivor()")
    #expect(found[0]["value"] as? Int == 0, "\(found[0])")
    #expect(found[2]["value"] as? Int == 1, "\(found[2])")
    other.signal(SIGTERM)
    _ = try other.finish(within: 30)
    #expect(ProcessTable.marked(other.mark, goneWithin: 20).isEmpty)
  }
}

internal import Glibc

/// The live processes of the machine, as `/proc` tells them (proc(5)).
package enum ProcessTable {
  /// One process that is not a zombie.
  package struct Entry: Hashable, Sendable, CustomStringConvertible {
    package var id: Int32
    package var parent: Int32
    /// `R`, `S`, `D`, `T`, `t`, … as in `/proc/PID/stat`.
    package var state: Character
    /// Arguments joined with spaces.
    package var commandLine: String

    package var description: String { "\(id) (child of \(parent), \(state)): \(commandLine)" }
  }

  /// The environment variable that marks the processes of one run; children inherit it.
  package static let markName = "SONDE_TEST_MARK"

  /// A value that no other run has.
  package static func makeMark() -> String {
    "\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
  }

  /// Every live process whose environment at its start held that mark.
  ///
  /// A process keeps the environment that it was started with in `/proc/PID/environ`, and a fork
  /// has its parent's, so this finds what left its process group and its session too.
  package static func marked(_ mark: String) -> [Entry] {
    let wanted = Array("\(markName)=\(mark)".utf8)
    return allIdentifiers().compactMap { id in
      guard let environment = try? readBytes(of: "/proc/\(id)/environ"),
        environment.split(separator: 0).contains(where: { Array($0) == wanted })
      else { return nil }
      return entry(id)
    }
  }

  /// The live processes below that one.
  package static func descendants(of ancestor: Int32) -> [Entry] {
    let all = allIdentifiers().compactMap(entry)
    var found: [Entry] = []
    var parents: Set<Int32> = [ancestor]
    while true {
      let next = all.filter { parents.contains($0.parent) && !found.contains($0) }
      if next.isEmpty { return found }
      found += next
      parents = Set(next.map(\.id))
    }
  }

  /// Waits until no marked process is left, and returns those that are still there at the end.
  ///
  /// Something that is told to end needs a moment: its absence is polled, never assumed.
  package static func marked(_ mark: String, goneWithin seconds: Double) -> [Entry] {
    var left = marked(mark)
    let deadline = Deadline(after: seconds)
    while !left.isEmpty && !deadline.hasPassed {
      usleep(5_000)
      left = marked(mark)
    }
    return left
  }

  /// The process, if it lives and is no zombie.
  package static func entry(_ id: Int32) -> Entry? {
    guard let text = try? readText(of: "/proc/\(id)/stat"),
      // The name in parentheses may hold anything, parentheses and spaces too.
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 2, let state = fields[0].first, let parent = Int32(fields[1]),
      state != "Z", state != "X"
    else { return nil }
    let arguments = (try? readBytes(of: "/proc/\(id)/cmdline")) ?? []
    let commandLine = arguments.split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return Entry(id: id, parent: parent, state: state, commandLine: commandLine)
  }

  private static func allIdentifiers() -> [Int32] { namesInFolder("/proc").compactMap(Int32.init) }
}

/// A moment on the monotonic clock.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(after seconds: Double) { end = .now + .seconds(seconds) }

  var hasPassed: Bool { ContinuousClock.now >= end }
}

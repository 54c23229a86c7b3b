import Glibc

/// What is where in a process, as `/proc/PID/maps` tells it (proc(5)).
package struct MemoryMap {
  /// A stretch of addresses that is the same kind of memory.
  package struct Region: Hashable, Sendable {
    package var start: UInt64
    package var end: UInt64
    /// `rw-p`.
    package var permissions: String
    /// A path, `[heap]`, or empty.
    package var name: String
  }

  let regions: [Region]

  /// The map of a process at this moment; nil when it is gone.
  static func of(_ process: Int32) -> MemoryMap? {
    guard let text = try? TextFile.readSpecial("/proc/\(process)/maps") else { return nil }
    return MemoryMap(text)
  }

  init(_ text: String) {
    regions = text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      guard fields.count >= 5 else { return nil }
      let bounds = fields[0].split(separator: "-")
      guard bounds.count == 2, let start = UInt64(bounds[0], radix: 16),
        let end = UInt64(bounds[1], radix: 16)
      else { return nil }
      return Region(
        start: start, end: end, permissions: String(fields[1]),
        name: fields.count > 5 ? String(fields[5].drop { $0 == " " }) : "")
    }
  }

  /// Files that are mapped as code, each once.
  var codeFiles: [String] {
    var seen: Set<String> = []
    return regions.filter { $0.permissions.contains("x") && $0.name.hasPrefix("/") }
      .map(\.name).filter { seen.insert($0).inserted }
  }

  /// What is at an address, in a few words.
  func region(of address: UInt64) -> String {
    if address < 4096 { return "a null pointer" }
    if let region = regions.first(where: { $0.start <= address && address < $0.end }) {
      return "it is in \(Self.words(for: region))"
    }
    guard let below = regions.last(where: { $0.end <= address }), address - below.end < 1 << 20
    else { return "nothing is mapped there" }
    return "nothing is mapped there, \(address - below.end) bytes behind \(Self.words(for: below))"
  }

  private static func words(for region: Region) -> String {
    let access = region.permissions.prefix(3)
    switch region.name {
    case "": return "memory without a name (\(access))"
    case "[heap]": return "the heap (\(access))"
    case "[stack]": return "the stack (\(access))"
    default:
      let file = region.name.split(separator: "/").last.map { String($0) } ?? region.name
      return "\(file) (\(access))"
    }
  }
}

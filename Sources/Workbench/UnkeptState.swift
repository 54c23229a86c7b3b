import MemoryInspection
import ProbeHost

/// What of a process's state no copy has: going back does not bring it back.
struct UnkeptState {
  /// What has been said already.
  private var told: Set<String> = []

  /// Forgets what was said: another process.
  mutating func forget() { told = [] }

  /// What there is of it that was not there after the statement before, one line each.
  mutating func news(of process: ProcessMemory) -> [String] {
    let lines =
      Self.threads(process.threadCount()) + Self.shared(process.sharedRegions())
      + Self.files(process.openFiles())
    defer { told = Set(lines) }
    return lines.filter { !told.contains($0) }
  }

  private static func threads(_ count: Int) -> [String] {
    guard count > 1 else { return [] }
    let (verb, object) = count == 2 ? ("", "it") : ("s", "them")
    return [
      "the library has \(count - 1) more thread\(verb) running; going back to an earlier state ends "
        + object
    ]
  }

  private static func shared(_ regions: [MappedRegion]) -> [String] {
    regions.map { region in
      let start = "0x" + String(region.range.lowerBound, radix: 16)
      let owner = region.path.map { " of \($0)" } ?? ""
      return "memory\(owner) at \(start) is shared (\(region.range.count) bytes); going back to an "
        + "earlier state leaves it as it is"
    }
  }

  private static func files(_ files: [(descriptor: Int32, path: String)]) -> [String] {
    files.map { file in
      "descriptor \(file.descriptor) is open on \(file.path); going back to an earlier state leaves "
        + "what was read, written and sought in it"
    }
  }
}

extension ProcessMemory {
  /// Writable memory that a fork does not copy, but for what holds the place of a device.
  fileprivate func sharedRegions() -> [MappedRegion] {
    regions().filter { $0.isShared && $0.isWritable }
  }
}

/// A stretch of the probe's memory, as `/proc/PID/maps` tells it.
package struct MemoryRegion: Hashable, Sendable {
  package var start: UInt64
  package var end: UInt64
  /// `rw-p`.
  package var permissions: String
  /// A path, `[heap]`, or empty.
  package var name: String

  package init(start: UInt64, end: UInt64, permissions: String, name: String) {
    self.start = start
    self.end = end
    self.permissions = permissions
    self.name = name
  }

  /// The name without its folder.
  var shortName: String { name.split(separator: "/").last.map(String.init) ?? "(no name)" }
}

/// A variable of the console, or an expression that is watched, with its value now.
package struct VariableRow: Hashable, Sendable {
  /// The variable's name, or the expression.
  package var name: String
  /// As C writes it; empty when it has none.
  package var type: String
  /// As C writes it, or why there is none.
  package var value: String
  package var address: UInt64?
  package var isWrong: Bool

  package init(name: String, type: String, value: String, address: UInt64?, isWrong: Bool) {
    self.name = name
    self.type = type
    self.value = value
    self.address = address
    self.isWrong = isWrong
  }
}

/// What is known of the probe's memory: as it was when it was last looked at.
struct MemoryState: Sendable {
  var regions: [MemoryRegion] = []
  /// Where the bytes begin; nil while none were asked for.
  private(set) var address: UInt64?
  private(set) var bytes: [UInt8] = []
  /// The places whose bytes the last statement changed.
  private(set) var changed: Set<UInt64> = []

  /// Takes in bytes: of the same place, what differs was changed by what ran in between.
  mutating func take(_ fresh: [UInt8], at start: UInt64, isRefresh: Bool) {
    if isRefresh, let address {
      changed = []
      for (offset, byte) in fresh.enumerated() {
        let place = start &+ UInt64(offset)
        guard place >= address, place - address < UInt64(bytes.count) else { continue }
        if bytes[Int(place - address)] != byte { changed.insert(place) }
      }
    }
    address = start
    bytes = fresh
  }

  /// The byte at a place; nil where nothing can be read, or was not yet.
  func byte(at place: UInt64) -> UInt8? {
    guard let address, place >= address, place - address < UInt64(bytes.count) else { return nil }
    return bytes[Int(place - address)]
  }

  /// The region that holds a place.
  func region(of place: UInt64) -> MemoryRegion? {
    regions.first { $0.start <= place && place < $0.end }
  }
}

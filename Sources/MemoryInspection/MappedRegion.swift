/// One line of `/proc/PID/maps` (`proc_pid_maps(5)`).
package struct MappedRegion: Hashable, Sendable {
  package var range: Range<UInt64>
  package var isReadable: Bool
  package var isWritable: Bool
  package var isExecutable: Bool
  /// `MAP_SHARED`: fork does not copy it.
  package var isShared: Bool
  /// Where in the file the region starts.
  package var fileOffset: UInt64
  /// The file, or a name of the kernel's in brackets; nil for anonymous memory.
  package var path: String?

  package init(
    range: Range<UInt64>, isReadable: Bool, isWritable: Bool, isExecutable: Bool, isShared: Bool,
    fileOffset: UInt64, path: String?
  ) {
    self.range = range
    self.isReadable = isReadable
    self.isWritable = isWritable
    self.isExecutable = isExecutable
    self.isShared = isShared
    self.fileOffset = fileOffset
    self.path = path
  }

  /// `r-x` and the like.
  package var access: String {
    (isReadable ? "r" : "-") + (isWritable ? "w" : "-") + (isExecutable ? "x" : "-")
  }

  /// The regions of a whole map, in order of their addresses; lines that are none are left.
  package static func parse(_ text: [UInt8]) -> [MappedRegion] {
    text.split(separator: UInt8(ascii: "\n")).compactMap(region)
  }

  /// `start-end access offset device inode path`, the path up to the end of the line.
  private static func region(_ line: ArraySlice<UInt8>) -> MappedRegion? {
    let fields = line.split(
      separator: UInt8(ascii: " "), maxSplits: 5, omittingEmptySubsequences: true)
    guard fields.count >= 5, let dash = fields[0].firstIndex(of: UInt8(ascii: "-")),
      let start = hexadecimal(fields[0][..<dash]),
      let end = hexadecimal(fields[0][(dash + 1)...]), start <= end,
      fields[1].count == 4, let offset = hexadecimal(fields[2])
    else { return nil }
    let access = Array(fields[1])
    // The number of the inode and the path are padded with spaces.
    let path = fields.count > 5 ? fields[5].drop { $0 == UInt8(ascii: " ") } : []
    return MappedRegion(
      range: start..<end, isReadable: access[0] == UInt8(ascii: "r"),
      isWritable: access[1] == UInt8(ascii: "w"), isExecutable: access[2] == UInt8(ascii: "x"),
      isShared: access[3] == UInt8(ascii: "s"), fileOffset: offset,
      path: path.isEmpty ? nil : String(decoding: path, as: UTF8.self))
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard (1...16).contains(digits.count) else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      let number: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): number = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      value = value << 4 | UInt64(number)
    }
    return value
  }
}

extension [MappedRegion] {
  /// The region that an address is in; the regions are in order.
  package func region(at address: UInt64) -> MappedRegion? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= address { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].range.contains(address) ? self[low] : nil
  }
}

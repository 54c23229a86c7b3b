/// C text as bytes, and what turns an offset of it into a line and a column.
struct CSource: Sendable {
  let bytes: [UInt8]
  /// The offset of each line's first byte, in order; the first is 0.
  private let lineStarts: [Int]
  /// The line, counted from 0, that each block of bytes begins in.
  private let lineOfBlock: [Int]
  /// Unicode scalars before each block of bytes; empty when all of it is ASCII.
  ///
  /// Without it a text of one very long line would cost its length for every place in it.
  private let scalarsBeforeBlock: [Int]

  private static let blockSize = 256

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var lineStarts = [0]
    var lineOfBlock: [Int] = []
    lineOfBlock.reserveCapacity(bytes.count / Self.blockSize + 1)
    var highest: UInt8 = 0
    let span = bytes.span
    var start = 0
    while start < span.count {
      lineOfBlock.append(lineStarts.count - 1)
      let end = min(start &+ Self.blockSize, span.count)
      for offset in start..<end {
        let byte = span[offset]
        if byte == UInt8(ascii: "\n") { lineStarts.append(offset &+ 1) }
        highest |= byte
      }
      start = end
    }
    if lineOfBlock.isEmpty || bytes.count % Self.blockSize == 0 {
      lineOfBlock.append(lineStarts.count - 1)
    }
    let isASCII = highest < 0x80
    self.lineStarts = lineStarts
    self.lineOfBlock = lineOfBlock
    self.scalarsBeforeBlock = isASCII ? [] : Self.scalarCounts(of: bytes)
  }

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// Line and column of a byte, counted from 1; an offset beyond the text means its end.
  func location(at offset: Int) -> CSourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var line = lineOfBlock[offset / Self.blockSize]
    while line + 1 < lineStarts.count && lineStarts[line + 1] <= offset { line += 1 }
    let column = scalarCount(before: offset) - scalarCount(before: lineStarts[line]) + 1
    return CSourceLocation(offset: offset, line: line + 1, column: column)
  }

  func range(from start: Int, to end: Int) -> CSourceRange {
    CSourceRange(start: location(at: start), end: location(at: end))
  }

  /// The bytes as text; damaged UTF-8 becomes U+FFFD.
  func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func scalarCount(before offset: Int) -> Int {
    if scalarsBeforeBlock.isEmpty { return offset }
    let block = offset / Self.blockSize
    var count = scalarsBeforeBlock[block]
    for byte in bytes[(block * Self.blockSize)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func scalarCounts(of bytes: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % blockSize == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % blockSize == 0 { counts.append(count) }
    return counts
  }
}

/// Where the lines of a preprocessed text come from, as its line markers say.
struct CLineMap: Sendable {
  /// From a line of the text on: the file, and the line of it that this is.
  private var entries: [(textLine: Int, file: String?, line: Int)] = []

  var isEmpty: Bool { entries.isEmpty }

  /// A marker stands in the line before `textLine`; without a file it is still the one of before.
  mutating func add(textLine: Int, file: String?, line: Int) {
    entries.append((textLine, file ?? entries.last?.file, line))
  }

  /// The place of a line of the text; nil before the first marker.
  func origin(ofLine textLine: Int) -> CSourceOrigin? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].textLine <= textLine { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let entry = entries[low - 1]
    return CSourceOrigin(file: entry.file, line: max(0, entry.line + textLine - entry.textLine))
  }
}

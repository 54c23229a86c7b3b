/// Stretches of a text to be replaced, all given by offsets of the text as it is.
struct ProfileChange {
  private var parts: [(range: Range<Int>, replacement: [UInt8])] = []

  var isEmpty: Bool { parts.isEmpty }

  /// What is put in at one place comes out in the order of the calls.
  mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    parts.append((range, replacement))
  }

  /// The text with all replacements made; a stretch inside one that is already replaced is not
  /// looked at again.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let ordered = parts.enumerated().sorted {
      let (a, b) = ($0.element.range, $1.element.range)
      // An insertion comes before what replaces the bytes behind it.
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      if a.isEmpty != b.isEmpty { return a.isEmpty }
      return $0.offset < $1.offset
    }
    var result: [UInt8] = []
    var position = 0
    for (_, part) in ordered {
      let range = part.range.clamped(to: bytes.indices)
      if part.range.lowerBound > position { result += bytes[position..<range.lowerBound] }
      result += part.replacement
      position = max(position, range.upperBound)
    }
    return result + bytes[position...]
  }
}

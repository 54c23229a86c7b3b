/// What `--match` looks for in symbol names: a substring, or a glob when it holds `*`, `?` or `[`.
///
/// A glob describes the whole name. Case counts only when the pattern has an upper-case letter.
package struct NamePattern: Sendable {
  private enum Piece: Hashable {
    case byte(UInt8)
    case anyByte
    case anyRun
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  private let pieces: [Piece]
  private let isGlob: Bool
  private let ignoresCase: Bool

  package init(_ text: String) {
    ignoresCase = !text.utf8.contains { (0x41...0x5a).contains($0) }
    isGlob = text.utf8.contains { $0 == 0x2a || $0 == 0x3f || $0 == 0x5b }
    pieces = isGlob ? Self.globPieces(Array(text.utf8)) : text.utf8.map { .byte($0) }
  }

  /// Whether a name, given as its bytes, fits.
  package func matches(_ name: Span<UInt8>) -> Bool {
    if isGlob { return matchesWhole(name) }
    guard pieces.count <= name.count else { return false }
    for start in 0...(name.count - pieces.count) where matchesSubstring(name, at: start) {
      return true
    }
    return false
  }

  private func matchesSubstring(_ name: Span<UInt8>, at start: Int) -> Bool {
    for index in pieces.indices where !fits(pieces[index], name[start + index]) { return false }
    return true
  }

  /// Goes back to the last `*` only, so the time is bounded by name times pattern.
  private func matchesWhole(_ name: Span<UInt8>) -> Bool {
    var piece = 0
    var byte = 0
    var lastRun: (piece: Int, byte: Int)?
    while byte < name.count {
      if piece < pieces.count, pieces[piece] == .anyRun {
        lastRun = (piece, byte)
        piece += 1
      } else if piece < pieces.count, fits(pieces[piece], name[byte]) {
        piece += 1
        byte += 1
      } else if let run = lastRun {
        lastRun = (run.piece, run.byte + 1)
        piece = run.piece + 1
        byte = run.byte + 1
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyRun }
  }

  private func fits(_ piece: Piece, _ byte: UInt8) -> Bool {
    let byte = ignoresCase && (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
    switch piece {
    case .byte(let wanted): return byte == wanted
    case .anyByte, .anyRun: return true
    case .set(let ranges, let isNegated):
      return ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  private static func globPieces(_ text: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case 0x2a:
        if pieces.last != .anyRun { pieces.append(.anyRun) }
      case 0x3f: pieces.append(.anyByte)
      case 0x5c where index + 1 < text.count:
        index += 1
        pieces.append(.byte(text[index]))
      case 0x5b:
        if let (set, end) = bracketSet(text, at: index) {
          pieces.append(set)
          index = end
        } else {
          pieces.append(.byte(0x5b))
        }
      case let byte: pieces.append(.byte(byte))
      }
      index += 1
    }
    return pieces
  }

  /// `[abc]`, `[a-z]`, `[!…]` or `[^…]`, where a `]` that comes first is an element; nil when it
  /// is not closed, so that the `[` stands for itself.
  private static func bracketSet(_ text: [UInt8], at start: Int) -> (Piece, end: Int)? {
    var index = start + 1
    let isNegated = index < text.count && (text[index] == 0x21 || text[index] == 0x5e)
    if isNegated { index += 1 }
    let first = index
    var ranges: [ClosedRange<UInt8>] = []
    while index < text.count, text[index] != 0x5d || index == first {
      let low = text[index]
      if index + 2 < text.count, text[index + 1] == 0x2d, text[index + 2] != 0x5d {
        let high = text[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return index < text.count ? (.set(ranges, isNegated: isNegated), index) : nil
  }
}

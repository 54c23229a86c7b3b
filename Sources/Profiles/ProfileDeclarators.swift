internal import CLanguage

/// Takes single declarators out of a declaration of several: `int a, *b;` without `b`.
///
/// This is lexical: a declarator that is not the first reaches from its comma to the next one;
/// the first begins at the `*` or `(` that leads without a break to its name.
struct ProfileDeclarators {
  private let text: ProfileText
  private let unit: ProfileUnit
  private let pieces: [ProfilePiece]

  init(_ unit: ProfileUnit, in text: ProfileText) {
    self.text = text
    self.unit = unit
    pieces = ProfileScanner.pieces(of: text.bytes, in: unit.range)
  }

  /// The declaration without some of its names.
  ///
  /// - Returns: nil when the names are not declarators of a list in which others stay.
  func removing(_ names: Set<ProfileName>) -> [UInt8]? {
    let commas = commas
    guard !commas.isEmpty, let end = semicolon else { return nil }
    var starts: [Int] = []
    for (index, comma) in ([nil] + commas.map(Optional.init)).enumerated() {
      let stop = index < commas.count ? commas[index] : end
      guard let start = declaratorStart(after: comma, before: stop) else { return nil }
      starts.append(start)
    }
    let ends = commas + [end]
    let stays = starts.indices.map { index in
      !names.contains { isDeclared($0, from: starts[index], to: ends[index]) }
    }
    let count = stays.count { !$0 }
    guard count == names.count && count < stays.count else { return nil }
    var result = Array(text.bytes[unit.range.lowerBound..<starts[0]])
    var isFirst = true
    for index in starts.indices where stays[index] {
      // The blanks behind a comma stay with the declarator behind it, unless it becomes the first.
      let start = isFirst || index == 0 ? starts[index] : ends[index - 1]
      result += text.bytes[start..<ends[index]]
      isFirst = false
    }
    return result + text.bytes[end..<unit.range.upperBound]
  }

  private func isDeclared(_ name: ProfileName, from start: Int, to end: Int) -> Bool {
    guard case .ordinary(let text) = name else { return false }
    return unit.declarations.contains {
      $0.name == text && !unit.enumerators.contains(name)
        && (start..<end).contains($0.nameRange.start.offset)
    }
  }

  /// The commas between declarators: those inside no brackets.
  private var commas: [Int] {
    var depth = 0
    var result: [Int] = []
    for piece in pieces {
      guard case .symbol(let symbol) = piece.kind else { continue }
      switch symbol {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0: result.append(piece.range.lowerBound)
      default: break
      }
    }
    return result
  }

  private var semicolon: Int? {
    guard let last = pieces.last, last.kind == .symbol(UInt8(ascii: ";")) else { return nil }
    return last.range.lowerBound
  }

  /// Where a declarator begins: behind its comma, or behind the specifiers.
  private func declaratorStart(after comma: Int?, before end: Int) -> Int? {
    if let comma {
      return pieces.first {
        $0.range.lowerBound > comma && $0.kind != .space && $0.kind != .newline
      }?.range.lowerBound
    }
    guard
      let name = unit.declarations.map(\.nameRange.start.offset)
        .filter({ $0 < end && isAtTop($0) }).max(),
      let index = pieces.firstIndex(where: { $0.range.lowerBound == name })
    else { return nil }
    return walkBack(from: index)
  }

  /// Whether an offset is outside of braces: not an enumerator.
  private func isAtTop(_ offset: Int) -> Bool {
    var depth = 0
    for piece in pieces where piece.range.lowerBound < offset {
      if piece.kind == .symbol(UInt8(ascii: "{")) { depth += 1 }
      if piece.kind == .symbol(UInt8(ascii: "}")) { depth -= 1 }
    }
    return depth == 0
  }

  private func walkBack(from name: Int) -> Int {
    let qualifiers: Set<String> = [
      "const", "volatile", "restrict", "__restrict", "__restrict__", "_Atomic", "__const",
    ]
    var start = pieces[name].range.lowerBound
    for piece in pieces[..<name].reversed() {
      switch piece.kind {
      case .space, .newline, .comment: continue
      case .symbol(UInt8(ascii: "*")), .symbol(UInt8(ascii: "(")): start = piece.range.lowerBound
      case .word:
        let word = String(decoding: text.bytes[piece.range], as: UTF8.self)
        // Those of the specifiers look the same; only a '*' further left makes them the pointer's.
        guard qualifiers.contains(word) else { return start }
      case .directive, .literal, .symbol: return start
      }
    }
    return start
  }
}

/// The kinds above the list, each with how many there are; the one shown stands out.
struct SymbolKindStrip {
  let shown: SymbolKind
  let found: SymbolCounts
  let total: SymbolCounts

  /// As much of it as fits: full labels, then short ones, then those without counts.
  func line(width: Int) -> Line {
    let full = line { "\($0.label) \(grouped(UInt64(max(0, found[$0]))))" }
    if full.width <= width { return full }
    let short = line { "\($0.shortLabel) \(grouped(UInt64(max(0, found[$0]))))" }
    if short.width <= width { return short }
    let bare = line {
      $0 == shown ? "\($0.label) \(grouped(UInt64(max(0, found[$0]))))" : $0.shortLabel
    }
    return bare.clipped(to: width)
  }

  /// Kinds of which the library has nothing are left out.
  private func line(_ label: (SymbolKind) -> String) -> Line {
    var line = Line()
    for kind in SymbolKind.allCases where total[kind] > 0 || kind == shown {
      line.append(" ")
      let start = line.width
      let isShown = kind == shown
      line.append(
        " \(label(kind)) ", isShown ? .title : found[kind] > 0 ? .text : .dim,
        on: isShown ? .selectionUnfocused : .plain)
      line.mark(from: start, as: .kind(kind.rawValue))
    }
    return line
  }
}

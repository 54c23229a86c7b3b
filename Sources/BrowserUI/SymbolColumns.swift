import ELFModel

/// The columns of the list of symbols, as wide as the table's content asks for.
struct SymbolColumns: Sendable {
  private let addressWidth: Int
  private let sizeWidth: Int
  private let versionWidth: Int
  private static let sectionWidth = 14

  init(_ table: SymbolTable) {
    var highest: UInt64 = 0
    var largest: UInt64 = 0
    for symbol in table.symbols where symbol.isDefined {
      highest = max(highest, symbol.value)
      largest = max(largest, symbol.size)
    }
    addressWidth = max(7, String(highest, radix: 16).count)
    sizeWidth = max(4, String(largest).count)
    let longest = table.versions.lazy.map(\.count).max() ?? 0
    versionWidth = longest == 0 ? 0 : min(max(longest, 7), 14)
  }

  /// The columns' titles.
  func titles(_ key: SymbolSortKey, isFiltered: Bool, width: Int) -> Line {
    let mark = { (own: SymbolSortKey) in own == key && !isFiltered ? "▾" : "" }
    var line = Line("     ")
    line.append((mark(.address) + "ADDRESS").leftPadded(to: addressWidth + 1), .heading)
    line.append((mark(.size) + "SIZE").leftPadded(to: sizeWidth + 2), .heading)
    if showsVersion(width, key) {
      line.append("  " + ("VERSION" + mark(.version)).padded(to: versionWidth), .heading)
    }
    if showsSection(width, key) {
      line.append("  " + ("SECTION" + mark(.section)).padded(to: Self.sectionWidth), .heading)
    }
    line.append("  NAME" + mark(.name), .heading)
    line.append(isFiltered ? "  best match first" : "", .dim)
    return line
  }

  /// A symbol's row, matched letters of the name marked.
  func row(
    _ index: UInt32, in workspace: Workspace, match: SymbolFilter.Match?, key: SymbolSortKey,
    width: Int
  ) -> Line {
    let symbol = workspace.symbol(index)
    var line = badges(index, symbol, in: workspace)
    let address = symbol.isDefined ? String(symbol.value, radix: 16) : ""
    line.append(zeroPadded(address, isShown: symbol.isDefined), .dim)
    let size = symbol.size > 0 ? String(symbol.size) : "-"
    line.append(size.leftPadded(to: sizeWidth + 2), .text)
    if showsVersion(width, key) {
      let version = workspace.table.version(of: symbol) ?? ""
      line.append("  " + version.truncated(to: versionWidth).padded(to: versionWidth), .dim)
    }
    if showsSection(width, key) {
      let section = workspace.sectionName(symbol.section)
      line.append(
        "  " + section.truncated(to: Self.sectionWidth).padded(to: Self.sectionWidth), .dim)
    }
    line.append("  ")
    if let language = workspace.language(index) {
      line.append(language.badge + " ", .kindOther)
    }
    line.append(name(index, in: workspace, match: match, room: width - line.width - 1))
    return line
  }

  /// A narrow list leaves the version to the details: the name matters more.
  private func showsVersion(_ width: Int, _ key: SymbolSortKey) -> Bool {
    versionWidth > 0 && (width >= 64 || key == .version)
  }

  private func showsSection(_ width: Int, _ key: SymbolSortKey) -> Bool {
    width >= 100 || key == .section
  }

  private func zeroPadded(_ digits: String, isShown: Bool) -> String {
    guard isShown else { return String(repeating: " ", count: addressWidth) }
    return String(repeating: "0", count: max(0, addressWidth - digits.count)) + digits
  }

  private func badges(_ index: UInt32, _ symbol: Symbol, in workspace: Workspace) -> Line {
    var line = Line(" ")
    if !symbol.isDefined {
      line.append("↓", .dim)
    } else if symbol.type.isCallable, symbol.isExported {
      let isTyped = workspace.declaration(of: index) != nil
      line.append(isTyped ? "●" : "○", isTyped ? .badgeTyped : .badgeUntyped)
    } else {
      line.append(" ")
    }
    let kind: Role =
      !symbol.isDefined
      ? .dim
      : symbol.type.isCallable
        ? .kindFunction
        : symbol.type == .object || symbol.type == .common ? .kindData : .kindOther
    line.append(" ")
    line.append(kindLetter(symbol), kind)
    line.append(bindingLetter(symbol), .kindOther)
    line.append(" ")
    return line
  }

  private func bindingLetter(_ symbol: Symbol) -> String {
    switch symbol.binding {
    case .weak: "W"
    case .local: "l"
    default: " "
    }
  }

  private func name(
    _ index: UInt32, in workspace: Workspace, match: SymbolFilter.Match?, room: Int
  ) -> Line {
    let name = match?.isRaw == true ? workspace.name(index) : workspace.shownName(index)
    let matched = match?.offsets ?? []
    // Offsets count bytes of the unescaped name.
    guard !matched.isEmpty, name.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x5c }) else {
      return Line(name.truncated(to: room))
    }
    let characters = Array(name.utf8)
    var line = Line()
    // Of a name too long, the part where the match stands.
    var start = 0
    if characters.count > room, let last = matched.last, last >= room - 1 {
      start = min(last - room + 3, characters.count - room + 1)
      line.append("…", .dim)
    }
    let end = min(characters.count, start + room - line.width)
    let marked = Set(matched)
    for position in start..<max(start, end) {
      if position == end - 1, end < characters.count {
        line.append("…", .dim)
      } else {
        let character = String(decoding: characters[position...position], as: UTF8.self)
        line.append(character, marked.contains(position) ? .match : .text)
      }
    }
    return line
  }
}

internal import CLanguage

/// Where added declarations go; tried in this order until the outcome parses.
enum ProfilePlacement: CaseIterable {
  /// Known names in their places, new ones at the end.
  case inPlace
  /// New ones before the next known one: it may be what needs them.
  case beforeTheNext
  /// All at the end: a place may lie before types that the new declaration needs.
  case atTheEnd
}

/// Which bytes of a profile change when declarations are added.
struct ProfileAdditionPlan {
  private let addition: ProfileAddition
  private let text: ProfileText
  private let path: String

  private(set) var change = ProfileChange()
  /// The declarations that are new or different, in order.
  private(set) var changed: [ProfileAddition.Item] = []
  /// The units of the text that are replaced, cut or removed.
  private(set) var touched: Set<Int> = []
  /// What stays of declarations that were cut, spelled out.
  private(set) var keptMeanings: Set<String> = []
  private var appended: [UInt8] = []
  private var unitsByName: [ProfileName: [Int]] = [:]
  private var newItems: [ProfileAddition.Item] = []

  init(_ addition: ProfileAddition, to text: ProfileText, path: String) {
    self.addition = addition
    for (index, unit) in text.units.enumerated() {
      for name in unit.names { unitsByName[name, default: []].append(index) }
    }
    self.text = text
    self.path = path
    newItems = Self.newItems(of: addition, self)
  }

  /// Plans all of the addition.
  ///
  /// - Throws: `entangled`.
  mutating func make(_ placement: ProfilePlacement) throws(ProfileError) {
    var news: [Int: [ProfileAddition.Item]] = [:]
    var replaced: Set<Int> = []
    var waiting: [ProfileAddition.Item] = []
    for item in newItems {
      let matches = matches(of: item)
      replaced.formUnion(matches)
      if let home = matches.min(), placement != .atTheEnd {
        news[home, default: []] += waiting + [item]
        waiting = []
      } else if placement == .beforeTheNext {
        waiting.append(item)
      } else {
        append(withComments(item, of: matches.min()))
      }
    }
    for item in waiting { append(item) }
    let covered = Set(newItems.flatMap(\.unit.names))
    for index in replaced.sorted() {
      try replace(index, covered: covered, with: news[index] ?? [])
    }
  }

  /// Ends the plan with the lines that belong into the preamble and what comes at the end.
  mutating func finish(includes: [String], declared: Set<ProfileName>) {
    let end = text.bytes.count
    let insertions = ProfilePreamble.insertions(
      includes: includes, bodies: changed.map(\.body), declared: declared, in: text)
    let isExtended = !appended.isEmpty || insertions.contains { $0.place == end }
    if isExtended && !text.bytes.isEmpty && !endsWithNewline {
      change.replace(end..<end, with: text.newline)
    }
    for (place, lines) in insertions { change.replace(place..<place, with: lines) }
    guard !appended.isEmpty else { return }
    // The first declaration stands apart from the lines before it.
    let isFirst = text.units.isEmpty && (end > 0 || !insertions.isEmpty)
    let lead = isFirst ? text.newline : []
    change.replace(end..<end, with: lead + appended)
  }

  private var endsWithNewline: Bool { text.bytes.last == UInt8(ascii: "\n") }

  // MARK: What is there already

  private func matches(of item: ProfileAddition.Item) -> Set<Int> {
    Set(item.unit.names.flatMap { unitsByName[$0] ?? [] })
  }

  /// The declarations for which something has to be done.
  ///
  /// One that repeats a part of what a larger declaration of the profile says in full, as
  /// `typedef struct p p;` may, counts only when that one is replaced.
  private static func newItems(
    of addition: ProfileAddition, _ plan: ProfileAdditionPlan
  ) -> [ProfileAddition.Item] {
    let items = addition.items.filter { !plan.isKnown($0) }
    let replaced = Set(
      items.filter { !plan.isRepetition($0) }.flatMap { plan.matches(of: $0) })
    return items.filter {
      !plan.isRepetition($0) || !plan.matches(of: $0).isDisjoint(with: replaced)
    }
  }

  /// Whether a declaration is there word for word, or announces what the profile has.
  private func isKnown(_ item: ProfileAddition.Item) -> Bool {
    let matches = matches(of: item)
    if matches.count == 1, let index = matches.first,
      text.body(of: text.units[index]) == item.body
    {
      return brings(nothingNew: item, beside: index)
    }
    guard item.unit.names.isEmpty else { return false }
    return item.unit.announcedTags.allSatisfy { tag in
      text.units.contains { $0.names.contains(.tag(tag)) || $0.announcedTags.contains(tag) }
    }
  }

  private func isRepetition(_ item: ProfileAddition.Item) -> Bool {
    let matches = matches(of: item)
    guard matches.count == 1, let index = matches.first,
      item.unit.names.isStrictSubset(of: text.units[index].names)
    else { return false }
    let printer = CPrinter(header: text.header)
    let meanings = Set(text.units[index].declarations.map { printer.text(of: $0) })
    return item.leading.isEmpty && item.trailing.isEmpty && item.meaning.isSubset(of: meanings)
  }

  private func brings(nothingNew item: ProfileAddition.Item, beside index: Int) -> Bool {
    comments(of: item, newAt: index) == ([], [])
  }

  /// The comments of a declaration without those that the text has beside the one it replaces.
  private func comments(
    of item: ProfileAddition.Item, newAt index: Int
  ) -> (leading: [UInt8], trailing: [UInt8]) {
    let surroundings = ProfileSurroundings(of: index, in: text)
    let before = surroundings.textBefore
    let around = before + text.bytes[surroundings.trailing]
    return (
      Self.holds(before, item.leading) ? [] : item.leading,
      Self.holds(around, item.trailing) ? [] : item.trailing
    )
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    part.isEmpty || text.contains(part)
  }

  // MARK: Parts

  /// A declaration that moves takes the comments along that belong to the one it replaces.
  private func withComments(
    _ item: ProfileAddition.Item, of index: Int?
  ) -> ProfileAddition.Item {
    guard let index else { return item }
    var item = item
    let range = text.units[index].range
    let surroundings = ProfileSurroundings(of: index, in: text)
    let removal = surroundings.removal
    let leading = text.bytes[min(removal.lowerBound, range.lowerBound)..<range.lowerBound]
    let trailing = text.bytes[surroundings.trailing]
    if item.leading.isEmpty { item.leading = Self.trimmed(leading) }
    if item.trailing.isEmpty && removal.upperBound >= surroundings.trailing.upperBound {
      item.trailing = Self.trimmed(trailing)
    }
    return item
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return Array(bytes)
  }

  private mutating func append(_ item: ProfileAddition.Item) {
    changed.append(item)
    appended += item.text(text.newline) + text.newline
  }

  /// Puts declarations in the place of a unit; without any the unit goes.
  private mutating func replace(
    _ index: Int, covered: Set<ProfileName>, with items: [ProfileAddition.Item]
  ) throws(ProfileError) {
    let unit = text.units[index]
    touched.insert(index)
    changed += items
    let lost = lostNames(of: unit, covered: covered)
    guard lost.isEmpty else {
      let gone = unit.names.intersection(covered)
      guard let rest = ProfileDeclarators(unit, in: text).removing(gone) else {
        throw .entangled(
          path: path, line: unit.line, name: gone.map(\.text).min() ?? unit.title,
          others: lost.map(\.text).sorted())
      }
      let printer = CPrinter(header: text.header)
      for declaration in unit.declarations where !gone.contains(.ordinary(declaration.name)) {
        keptMeanings.insert(printer.text(of: declaration))
      }
      change.replace(unit.range, with: joined(items.map { $0.text(text.newline) } + [rest]))
      return
    }
    if items.isEmpty {
      change.replace(ProfileSurroundings(of: index, in: text).removal, with: [])
    } else {
      change.replace(unit.range, with: replacement(items, at: index))
    }
  }

  /// The names of a unit that nothing new declares; an enumeration or struct that is declared
  /// anew says itself what belongs to it.
  private func lostNames(of unit: ProfileUnit, covered: Set<ProfileName>) -> Set<ProfileName> {
    let gone = unit.names.intersection(covered)
    var lost = unit.names.subtracting(covered)
    let isRestated = addition.items.contains {
      !$0.unit.enumerators.isEmpty && !$0.unit.names.isDisjoint(with: unit.names)
    }
    if isRestated { lost.subtract(unit.enumerators) }
    if gone.contains(where: { if case .tag = $0 { true } else { false } }) {
      lost = lost.filter { if case .tag = $0 { false } else { true } }
    }
    return lost
  }

  private func replacement(_ items: [ProfileAddition.Item], at index: Int) -> [UInt8] {
    var texts: [[UInt8]] = []
    let endsLine = ProfileSurroundings(of: index, in: text).endsLine
    for (position, item) in items.enumerated() {
      var item = item
      let isLast = position + 1 == items.count
      if !item.unit.names.isDisjoint(with: text.units[index].names) {
        (item.leading, item.trailing) = comments(of: item, newAt: index)
      }
      if isLast && !endsLine && !item.trailing.isEmpty {
        // A comment to the end of the line would swallow what follows in it.
        item.leading = joined([item.leading, item.trailing].filter { !$0.isEmpty })
        item.trailing = []
      }
      texts.append(item.text(text.newline))
    }
    return joined(texts)
  }

  private func joined(_ texts: [[UInt8]]) -> [UInt8] {
    Array(texts.joined(separator: text.newline))
  }
}

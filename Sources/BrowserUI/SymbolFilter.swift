/// Fuzzy filter over symbol names, fast enough to run at every keystroke.
///
/// A name matches when it holds the query's characters in their order. Upper and lower case are
/// the same unless the query holds an upper-case letter. Better matches come first:
///
///     exact          crc32        is the name
///     prefix         crc32_z      begins with the query
///     word           get_crc32    the query stands at the start of a word
///     inside         xcrc32       the query stands anywhere
///     scattered      c_r_c_32     the characters are there, in order
///
/// Within a rank shorter names come first (of scattered ones the closest together), then the order
/// of the table. A symbol has a name as it is shown and, where that was demangled, the raw one; the
/// raw name counts where the shown one does not match.
///
/// Four things make it fast. A name is only looked at when the set of its characters holds all of
/// the query's (`NameIndex.letters`), and for a match in one piece the set of its neighbours
/// too. Typing narrows: each further character looks at the names that still match, and, as long
/// as the place of the match goes on, at one byte of them only; deleting returns to the result
/// kept from before. What has to be searched is searched eight bytes at a time. And a key never
/// waits for all of it: names that begin with the query are found at once, of the others a slice
/// with the key and the rest while nothing else is going on, scattered matches last. Ranks are
/// small integers, so sorting is counting.
package struct SymbolFilter: Sendable {
  package private(set) var query: [UInt8] = []
  /// The symbols that match, best first, as positions in the table.
  package private(set) var matches: [UInt32] = []

  /// The names as the library has them.
  private var raw: NameIndex
  /// The names as they are shown, once they are known.
  private var demangled: NameIndex?
  private var pattern = Pattern([])
  /// What was searched on the way to the query, each a beginning of the next.
  private var levels: [FilterLevel] = []

  /// Names that one step of searching looks at, a few milliseconds.
  private let sliceLimit: Int
  /// What looking at a name costs, where passing over one that cannot match costs 1.
  private static let lookCost = 8
  /// A key shows so many names that begin with the query at most: they fill every screen.
  private static let beginningsLimit = 5000

  /// A filter of these names; a step of searching walks through so many of them.
  package init(_ raw: NameIndex, sliceLimit: Int = 8000) {
    self.raw = raw
    self.sliceLimit = sliceLimit
  }

  /// The names that are searched first.
  private var shown: NameIndex { demangled ?? raw }

  /// Whether all names are ready for searching.
  package var isComplete: Bool { raw.isComplete }

  /// Whether matches are still being looked for.
  package var isSearching: Bool { levels.last.map { !$0.isComplete } ?? false }

  /// Takes in more names ahead of the first search.
  package mutating func prepare(by limit: Int) {
    raw.extend(by: limit)
  }

  /// Searches the names as they are shown from now on, and looks for the query among them.
  package mutating func adopt(_ demangled: NameIndex) {
    self.demangled = demangled
    levels = []
    let query = self.query
    self.query = []
    search(query)
  }

  /// Searches for what was typed; spaces do not count.
  ///
  /// An empty query matches nothing here: the caller shows all symbols, in its own order.
  /// `searchFurther` completes the matches while `isSearching`.
  package mutating func search(_ text: String) {
    search(Array(text.utf8.filter { $0 != 0x20 }))
  }

  private mutating func search(_ fresh: [UInt8]) {
    guard fresh != query else { return }
    query = fresh
    pattern = Pattern(fresh)
    while let last = levels.last, !fresh.starts(with: last.query) { levels.removeLast() }
    guard !fresh.isEmpty else {
      matches = []
      return
    }
    if levels.last?.query != fresh {
      if !raw.isComplete { raw.extend() }
      // What is not all known cannot be narrowed.
      if levels.last?.isNearComplete == false { levels.removeLast() }
      var level = FilterLevel(query: fresh, foldsCase: pattern.foldsCase)
      if fresh.count == 1, pattern.isExactInSets {
        level.near = firstLevelFromSets()
        level.isNearComplete = true
        level.isComplete = true
        level.sortedNear = ranked(level.near)
      }
      levels.append(level)
      if !level.isComplete { searchFurther() }
    }
    matches = levels.last?.sorted ?? []
  }

  /// Looks for matches among some more names.
  package mutating func searchFurther() {
    guard isSearching, var level = levels.popLast() else { return }
    let isFirst = level.near.isEmpty && !level.isNearComplete
    var left = sliceLimit * Self.lookCost
    if !level.isNearComplete {
      lookInside(&level, after: levels.last, left: &left)
      if level.isNearComplete {
        level.sortedNear = ranked(level.near)
        level.isComplete = query.count == 1
      } else if isFirst {
        level.sortedNear = ranked(level.near + beginnings(behind: level, after: levels.last))
      }
    }
    if level.isNearComplete, !level.isComplete, left > 0 {
      lookForScattered(in: &level, after: levels.last, left: left)
      // While it goes on, only what is on the screen needs to be in order.
      if level.isComplete || level.near.count < Self.screenful {
        level.sortedFar = rankedFar(level.far)
      }
    }
    levels.append(level)
    matches = level.sorted
  }

  /// With so many better matches nobody sees scattered ones at once.
  private static let screenful = 200

  /// What of a symbol's name the query matched.
  package struct Match: Hashable, Sendable {
    /// The name as the library has it matched, not the one shown.
    package var isRaw: Bool
    /// The bytes, in order.
    package var offsets: [Int]
  }

  /// Which bytes of a symbol's name the query matched; nil when it does not match.
  package func match(of symbol: UInt32) -> Match? {
    guard !query.isEmpty, Int(symbol) < raw.count else { return nil }
    let search = NameSearch(pattern, length: query.count)
    let places = [(shown, false), (raw, true)].compactMap { index, isRaw in
      let number = Int(symbol)
      return search.best(
        in: index.words.span, start: Int(index.starts[number]), count: Int(index.lengths[number])
      ).map { (place: $0, index: index, isRaw: isRaw) }
    }
    guard
      let found = places.first(where: { $0.place.rank < .scattered }) ?? places.first
    else { return nil }
    let place = Int(found.place.offset)
    guard found.place.rank == .scattered else {
      return Match(isRaw: found.isRaw, offsets: Array(place..<place + query.count))
    }
    return Match(
      isRaw: found.isRaw, offsets: scatteredOffsets(of: symbol, end: place, in: found.index))
  }

  // MARK: Matches in one piece

  /// Goes on through what matched one character less in one piece, or through all names.
  private func lookInside(
    _ level: inout FilterLevel, after previous: FilterLevel?, left: inout Int
  ) {
    // A capital letter ends the folding of case: what matched is looked at anew.
    let goesOn = previous.map { isContinuation(of: $0) } ?? false
    let (shown, raw) = (Prepared(self.shown, pattern, query.count), rawNames)
    let end = previous?.near.count ?? self.raw.count
    var position = level.nearPosition
    while position < end, left > 0 {
      let known = previous?.near[position]
      let symbol = known?.symbol ?? position
      position &+= 1
      left &-= 1
      let place = goesOn ? known?.found : nil
      if known?.isRaw != true, shown.mayHold(symbol) {
        left &-= Self.lookCost
        if let found = shown.inside(symbol, after: place) {
          level.near.append(Candidate(symbol, found, length: shown.length(symbol)))
          continue
        }
      }
      if let raw, raw.mayHold(symbol) {
        left &-= Self.lookCost
        if let found = raw.inside(symbol, after: known?.isRaw == true ? place : nil) {
          level.near.append(Candidate(symbol, found, length: raw.length(symbol), isRaw: true))
        }
      }
    }
    level.nearPosition = position
    level.isNearComplete = position >= end
  }

  private func isContinuation(of previous: FilterLevel) -> Bool {
    previous.query.count == query.count - 1 && previous.foldsCase == pattern.foldsCase
  }

  /// The names that begin with the query, of those that were not looked at yet: the best matches,
  /// and quickly found.
  private func beginnings(behind level: FilterLevel, after previous: FilterLevel?) -> [Candidate] {
    let shown = Prepared(self.shown, pattern, query.count)
    let goesOn = previous.map { isContinuation(of: $0) } ?? false
    var found: [Candidate] = []
    for position in level.nearPosition..<(previous?.near.count ?? raw.count) {
      let known = previous?.near[position]
      // What did not begin with less does not begin with more.
      if goesOn, let known, known.isRaw || known.found.rank > .prefix { continue }
      let symbol = known?.symbol ?? position
      if let place = shown.beginning(symbol) {
        found.append(Candidate(symbol, place, length: shown.length(symbol)))
        if found.count == Self.beginningsLimit { break }
      }
    }
    return found
  }

  /// The raw names, where they differ from those shown.
  private var rawNames: Prepared? {
    demangled == nil ? nil : Prepared(raw, pattern, query.count)
  }

  /// One character that has a bit of its own: the sets say all there is to know.
  private func firstLevelFromSets() -> [Candidate] {
    let (shown, raw) = (Prepared(self.shown, pattern, 1), rawNames)
    var level: [Candidate] = []
    level.reserveCapacity(self.raw.count)
    for symbol in 0..<self.raw.count {
      if let found = shown.fromSets(symbol) {
        level.append(Candidate(symbol, found, length: shown.length(symbol)))
      } else if let raw, let found = raw.fromSets(symbol) {
        level.append(Candidate(symbol, found, length: raw.length(symbol), isRaw: true))
      }
    }
    return level
  }

  // MARK: Scattered matches

  /// Goes on through what matched one character less, or, where that is not all known, through all.
  private func lookForScattered(
    in level: inout FilterLevel, after previous: FilterLevel?, left limit: Int
  ) {
    let previous = previous?.isComplete == true ? previous : nil
    let goesOn = previous.map { isContinuation(of: $0) } ?? false
    let (shown, raw) = (Prepared(self.shown, pattern, query.count), rawNames)
    var left = limit
    while left > 0, let next = level.next(after: previous, count: self.raw.count) {
      let symbol = next.symbol
      left &-= 1
      let known = goesOn ? next.far : nil
      if known?.isRaw != true {
        if shown.mayHold(symbol) {
          left &-= Self.lookCost
          if let found = shown.scattered(symbol, after: known?.found) {
            level.far.append(Candidate(symbol, found, length: shown.length(symbol)))
            continue
          }
        }
      }
      if let raw, raw.mayHold(symbol) {
        left &-= Self.lookCost
        let place = known?.isRaw == true ? known?.found : nil
        if let found = raw.scattered(symbol, after: place) {
          level.far.append(Candidate(symbol, found, length: raw.length(symbol), isRaw: true))
        }
      }
    }
    level.isComplete = left > 0
  }

  /// The places of a scattered match, taken backwards from its end, which brings them together.
  private func scatteredOffsets(of symbol: UInt32, end: Int, in index: NameIndex) -> [Int] {
    let start = Int(index.starts[Int(symbol)])
    var offsets: [Int] = []
    var left = query.count - 1
    var position = end - 1
    while position >= 0, left >= 0 {
      let byte = byte(position, ofNameAt: start, in: index.words.span)
      if pattern.matches(byte, at: left) {
        offsets.append(position)
        left -= 1
      }
      position -= 1
    }
    return offsets.reversed()
  }

  // MARK: Ranking

  /// Best first, by counting how many there are of each key.
  private func ranked(_ candidates: [Candidate]) -> [UInt32] {
    var ends = [UInt32](repeating: 0, count: Self.keyCount + 1)
    for candidate in candidates { ends[Int(candidate.key) &+ 1] &+= 1 }
    for key in 1...Self.keyCount { ends[key] &+= ends[key - 1] }
    var sorted = [UInt32](repeating: 0, count: candidates.count)
    for candidate in candidates {
      let key = Int(candidate.key)
      sorted[Int(ends[key])] = UInt32(truncatingIfNeeded: candidate.symbol)
      ends[key] &+= 1
    }
    return sorted
  }

  private func rankedFar(_ candidates: [Candidate]) -> [UInt32] {
    guard candidates.count <= Self.closenessLimit else { return ranked(candidates) }
    return ranked(candidates.map { closeness($0) })
  }

  /// A scattered match with its slack in its key, before its length.
  private func closeness(_ candidate: Candidate) -> Candidate {
    let index = candidate.isRaw ? raw : shown
    var copy = candidate
    copy.key += UInt16(slack(of: candidate, in: index) * Self.lengthLimit)
    return copy
  }

  /// With more scattered matches than this they are ordered by length alone: nobody reads them.
  static let closenessLimit = 20_000
  /// Longer names rank like names of this length; a power of two, as `Candidate.rank` relies on.
  static let lengthLimit = 512
  /// Bytes between the characters of a scattered match beyond which more make no difference.
  static let slackLimit = 15
  private static let keyCount = lengthLimit * (Rank.allCases.count + slackLimit)

  /// Bytes between the first and the last matched one that were not matched, up to the limit.
  ///
  /// The match is followed backwards from its end, as in `scatteredOffsets`.
  private func slack(of candidate: Candidate, in index: NameIndex) -> Int {
    let start = Int(index.starts[candidate.symbol])
    let words = index.words.span
    var left = query.count - 1
    var slack = 0
    var position = Int(candidate.place) - 1
    while position >= 0, slack < Self.slackLimit {
      if pattern.matches(byte(position, ofNameAt: start, in: words), at: left) {
        if left == 0 { break }
        left &-= 1
      } else {
        slack &+= 1
      }
      position &-= 1
    }
    return slack
  }
}

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
/// of the table.
///
/// Three things make it fast. A name is only looked at when the set of its characters holds all of
/// the query's (`NameIndex.letters`). Typing narrows: each further character looks at the names
/// that still match, and, as long as the place of the match goes on, at one byte of them only;
/// deleting returns to the result kept from before. And what has to be searched is searched eight
/// bytes at a time. Ranks are small integers, so sorting is counting.
package struct SymbolFilter: Sendable {
  package private(set) var query: [UInt8] = []
  /// The symbols that match, best first, as positions in the table.
  package private(set) var matches: [UInt32] = []

  private var index: NameIndex
  private var pattern = Pattern([])
  /// For every length of the query that was searched, what matched it.
  private var levels: [[Candidate]] = []

  package init(_ index: NameIndex) {
    self.index = index
  }

  /// Whether some names have not been taken in yet.
  package var isComplete: Bool { index.isComplete }

  /// Takes in more names ahead of the first search.
  package mutating func prepare(by limit: Int) {
    index.extend(by: limit)
  }

  /// Searches for what was typed; spaces do not count.
  ///
  /// An empty query matches nothing here: the caller shows all symbols, in its own order.
  package mutating func search(_ text: String) {
    let fresh = Array(text.utf8.filter { $0 != 0x20 })
    guard fresh != query else { return }
    let next = Pattern(fresh)
    var kept = zip(query, fresh).prefix { $0 == $1 }.count
    if next.foldsCase != pattern.foldsCase { kept = 0 }
    levels.removeLast(levels.count - min(kept, levels.count))
    query = fresh
    pattern = next
    guard !fresh.isEmpty else {
      matches = []
      return
    }
    if !index.isComplete { index.extend() }
    while levels.count < fresh.count { levels.append(nextLevel()) }
    matches = ranked(levels[fresh.count - 1])
  }

  /// Which bytes of a symbol's name the query matched, in order; empty when it does not match.
  package func matchedOffsets(of symbol: UInt32) -> [Int] {
    guard !query.isEmpty, Int(symbol) < index.count else { return [] }
    let found = NameSearch(pattern, length: query.count).best(
      in: index.words.span, start: Int(index.starts[Int(symbol)]),
      count: Int(index.lengths[Int(symbol)]))
    guard let found else { return [] }
    let place = Int(found.offset)
    guard found.rank == .scattered else { return Array(place..<place + query.count) }
    return scatteredOffsets(of: symbol, end: place)
  }

  // MARK: Narrowing

  private func nextLevel() -> [Candidate] {
    let length = levels.count + 1
    guard let previous = levels.last else {
      return pattern.isExactInSets ? firstLevelFromSets() : firstLevel()
    }
    var level: [Candidate] = []
    level.reserveCapacity(previous.count)
    let needed = pattern.set(length)
    let letters = index.letters.span
    let lengths = index.lengths.span
    let starts = index.starts.span
    let words = index.words.span
    let search = NameSearch(pattern, length: length)
    let pairs = index.pairs.span
    let initialPairs = index.initialPairs.span
    let neededPairs = pattern.pairs(length)
    for candidate in previous {
      let symbol = Int(candidate.symbol)
      guard letters[symbol] & needed == needed else { continue }
      let start = Int(starts[symbol])
      let count = Int(lengths[symbol])
      var found: Place?
      if candidate.rank == .scattered {
        found = search.furtherScattered(candidate.found, in: words, start: start, count: count)
      } else {
        if candidate.place != Place.unknownOffset {
          found = search.extended(candidate.found, in: words, start: start, count: count)
        }
        if found == nil {
          found =
            pairs[symbol].holds(neededPairs)
            ? search.best(
              in: words, start: start, count: count,
              mayStartWord: initialPairs[symbol] & pattern.initialPair != 0)
            : search.scattered(in: words, start: start, count: count)
        }
      }
      if let found { level.append(Candidate(candidate.symbol, found)) }
    }
    return level
  }

  /// One character that has a bit of its own: the sets say all there is to know.
  private func firstLevelFromSets() -> [Candidate] {
    let bit = pattern.set(1)
    var level: [Candidate] = []
    level.reserveCapacity(index.count)
    let letters = index.letters.span
    let initials = index.initials.span
    let search = NameSearch(pattern, length: 1)
    for symbol in 0..<letters.count where letters[symbol] & bit != 0 {
      var found = Place(offset: Place.unknownOffset, rank: .inside)
      if search.matches(index.firsts[symbol]) {
        found = Place(offset: 0, rank: index.lengths[symbol] == 1 ? .exact : .prefix)
      } else if initials[symbol] & bit != 0 {
        found.rank = .word
      }
      level.append(Candidate(UInt32(truncatingIfNeeded: symbol), found))
    }
    return level
  }

  private func firstLevel() -> [Candidate] {
    let needed = pattern.set(1)
    var level: [Candidate] = []
    let search = NameSearch(pattern, length: 1)
    for symbol in 0..<index.count where index.letters[symbol] & needed == needed {
      let found = search.best(
        in: index.words.span, start: Int(index.starts[symbol]), count: Int(index.lengths[symbol]))
      if let found { level.append(Candidate(UInt32(truncatingIfNeeded: symbol), found)) }
    }
    return level
  }

  /// The places of a scattered match, taken backwards from its end, which brings them together.
  private func scatteredOffsets(of symbol: UInt32, end: Int) -> [Int] {
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
    let lengths = index.lengths.span
    let scattered = candidates.count { $0.rank == .scattered }
    let looksCloser = scattered <= Self.closenessLimit
    var keys: [UInt16] = []
    keys.reserveCapacity(candidates.count)
    var ends = [UInt32](repeating: 0, count: Self.keyCount + 1)
    for candidate in candidates {
      let length = min(Int(lengths[Int(candidate.symbol)]), Self.lengthLimit - 1)
      var group = Int(candidate.rank.rawValue)
      if looksCloser, candidate.rank == .scattered { group += slack(of: candidate) }
      let key = group &* Self.lengthLimit &+ length
      keys.append(UInt16(truncatingIfNeeded: key))
      ends[key &+ 1] &+= 1
    }
    for key in 1...Self.keyCount { ends[key] &+= ends[key - 1] }
    var sorted = [UInt32](repeating: 0, count: candidates.count)
    for position in candidates.indices {
      let key = Int(keys[position])
      sorted[Int(ends[key])] = candidates[position].symbol
      ends[key] &+= 1
    }
    return sorted
  }

  /// With more scattered matches than this they are ordered by length alone: nobody reads them.
  static let closenessLimit = 20_000
  /// Longer names rank like names of this length.
  static let lengthLimit = 512
  /// Bytes between the characters of a scattered match beyond which more make no difference.
  static let slackLimit = 15
  private static let keyCount = lengthLimit * (Rank.allCases.count + slackLimit)

  /// Bytes between the first and the last matched one that were not matched.
  private func slack(of candidate: Candidate) -> Int {
    let offsets = scatteredOffsets(of: candidate.symbol, end: Int(candidate.place))
    guard let first = offsets.first, let last = offsets.last else { return 0 }
    return min(last - first + 1 - offsets.count, Self.slackLimit)
  }
}

/// A name that matches the query so far: eight bytes.
private struct Candidate {
  var symbol: UInt32
  var place: UInt16
  var rank: Rank

  init(_ symbol: UInt32, _ found: Place) {
    self.symbol = symbol
    place = found.offset
    rank = found.rank
  }

  var found: Place { Place(offset: place, rank: rank) }
}

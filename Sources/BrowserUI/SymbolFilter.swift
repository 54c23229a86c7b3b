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
  /// What was searched on the way to the query, each a beginning of the next.
  private var levels: [Level] = []

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
    query = fresh
    pattern = Pattern(fresh)
    while let last = levels.last, !fresh.starts(with: last.query) { levels.removeLast() }
    guard !fresh.isEmpty else {
      matches = []
      return
    }
    if levels.last?.query != fresh {
      if !index.isComplete { index.extend() }
      let found = narrowed()
      levels.append(
        Level(query: fresh, foldsCase: pattern.foldsCase, found: found, sorted: ranked(found)))
    }
    matches = levels.last?.sorted ?? []
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

  /// What of the last level matches the query.
  private func narrowed() -> [Candidate] {
    guard let last = levels.last else {
      return pattern.isExactInSets && query.count == 1 ? firstLevelFromSets() : firstLevel()
    }
    // A capital letter ends the folding of case: what matched is looked at anew.
    let goesOn = last.query.count == query.count - 1 && last.foldsCase == pattern.foldsCase
    return narrowed(last.found, placesHold: goesOn)
  }

  private func narrowed(_ previous: [Candidate], placesHold: Bool) -> [Candidate] {
    let length = query.count
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
      if placesHold, candidate.isScattered {
        found = search.furtherScattered(candidate.found, in: words, start: start, count: count)
      } else {
        if placesHold, candidate.place != Place.unknownOffset {
          found = search.extended(candidate.found, in: words, start: start, count: count)
        }
        if found == nil {
          found =
            pairs[symbol].holds(neededPairs)
            ? search.best(
              in: words, start: start, count: count,
              mayStartWord: length == 1 || initialPairs[symbol] & pattern.initialPair != 0)
            : search.scattered(in: words, start: start, count: count)
        }
      }
      if let found { level.append(Candidate(symbol, found, length: count)) }
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
      level.append(Candidate(symbol, found, length: Int(index.lengths[symbol])))
    }
    return level
  }

  /// A search among all names.
  private func firstLevel() -> [Candidate] {
    let all = (0..<index.count).map {
      Candidate($0, Place(offset: Place.unknownOffset, rank: .inside), length: 0)
    }
    return narrowed(all, placesHold: false)
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
    var ends = [UInt32](repeating: 0, count: Self.keyCount + 1)
    for candidate in candidates { ends[Int(candidate.key) &+ 1] &+= 1 }
    let scattered = ends[(Int(Self.scatteredKeys) + 1)...].reduce(0, +)
    if scattered > 0, scattered <= Self.closenessLimit {
      let closer = candidates.map { closeness($0) }
      return sorted(closer)
    }
    return sorted(candidates, counts: ends)
  }

  private func sorted(_ candidates: [Candidate], counts: [UInt32]? = nil) -> [UInt32] {
    var ends = counts ?? [UInt32](repeating: 0, count: Self.keyCount + 1)
    if counts == nil {
      for candidate in candidates { ends[Int(candidate.key) &+ 1] &+= 1 }
    }
    for key in 1...Self.keyCount { ends[key] &+= ends[key - 1] }
    var sorted = [UInt32](repeating: 0, count: candidates.count)
    for candidate in candidates {
      let key = Int(candidate.key)
      sorted[Int(ends[key])] = candidate.symbol
      ends[key] &+= 1
    }
    return sorted
  }

  /// A scattered match with its slack in its key, before its length.
  private func closeness(_ candidate: Candidate) -> Candidate {
    guard candidate.isScattered else { return candidate }
    let start = Int(index.starts[Int(candidate.symbol)])
    var copy = candidate
    copy.key += UInt16(slack(of: candidate, in: index.words.span, start: start) * Self.lengthLimit)
    return copy
  }

  /// With more scattered matches than this they are ordered by length alone: nobody reads them.
  static let closenessLimit = 20_000
  /// Longer names rank like names of this length; a power of two, as `Candidate.rank` relies on.
  static let lengthLimit = 512
  /// The lowest key of a scattered match.
  fileprivate static let scatteredKeys = UInt16(Int(Rank.scattered.rawValue) * lengthLimit)
  /// Bytes between the characters of a scattered match beyond which more make no difference.
  static let slackLimit = 15
  private static let keyCount = lengthLimit * (Rank.allCases.count + slackLimit)

  /// Bytes between the first and the last matched one that were not matched, up to the limit.
  ///
  /// The match is followed backwards from its end, as in `scatteredOffsets`.
  @inline(__always)
  private func slack(of candidate: Candidate, in words: Span<UInt64>, start: Int) -> Int {
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

/// What matched a query.
private struct Level {
  var query: [UInt8]
  var foldsCase: Bool
  /// In the order of the table.
  var found: [Candidate]
  /// Best first.
  var sorted: [UInt32]
}

/// A name that matches the query so far: eight bytes.
private struct Candidate {
  var symbol: UInt32
  var place: UInt16
  /// The rank, then the length: what most matches are sorted by.
  var key: UInt16

  @inline(__always)
  init(_ symbol: Int, _ found: Place, length: Int) {
    self.symbol = UInt32(truncatingIfNeeded: symbol)
    place = found.offset
    key = UInt16(
      truncatingIfNeeded: Int(found.rank.rawValue) &* SymbolFilter.lengthLimit
        &+ min(length, SymbolFilter.lengthLimit - 1))
  }

  @inline(__always)
  var rank: Rank { Rank(rawValue: UInt8(truncatingIfNeeded: key &>> 9)) ?? .scattered }

  @inline(__always)
  var isScattered: Bool { key >= SymbolFilter.scatteredKeys }

  @inline(__always)
  var found: Place { Place(offset: place, rank: rank) }
}

/// What matched one beginning of the query.
struct FilterLevel: Sendable {
  let query: [UInt8]
  let foldsCase: Bool
  /// Matches in one piece, in the order of the table, as far as they were looked for.
  var near: [Candidate] = []
  /// How far that is: in the previous level's near ones, or in the table.
  var nearPosition = 0
  var isNearComplete = false
  /// Scattered matches, in the order of the table, as far as they were looked for.
  var far: [Candidate] = []
  /// All matches are known.
  var isComplete = false
  /// Best first.
  var sortedNear: [UInt32] = []
  var sortedFar: [UInt32] = []

  /// Where the search for scattered matches stands: in the previous level's near and far ones (or
  /// in the table), and in this level's near ones, which are no scattered ones.
  private var position = (near: 0, far: 0, skipped: 0)

  init(query: [UInt8], foldsCase: Bool) {
    self.query = query
    self.foldsCase = foldsCase
  }

  var sorted: [UInt32] { sortedFar.isEmpty ? sortedNear : sortedNear + sortedFar }

  /// The next symbol that might match scattered, and how it did one character ago.
  mutating func next(
    after previous: FilterLevel?, count: Int
  ) -> (symbol: Int, far: Candidate?)? {
    while true {
      let candidate: (symbol: Int, far: Candidate?)
      if let previous {
        guard let merged = merged(previous) else { return nil }
        candidate = merged
      } else {
        guard position.near < count else { return nil }
        candidate = (position.near, nil)
        position.near += 1
      }
      while position.skipped < near.count, near[position.skipped].symbol < candidate.symbol {
        position.skipped += 1
      }
      if position.skipped < near.count, near[position.skipped].symbol == candidate.symbol {
        continue
      }
      return candidate
    }
  }

  /// The next of the previous level's matches, in the order of the table.
  private mutating func merged(_ previous: FilterLevel) -> (symbol: Int, far: Candidate?)? {
    let near = position.near < previous.near.count ? previous.near[position.near] : nil
    let far = position.far < previous.far.count ? previous.far[position.far] : nil
    if let near, near.symbol < far?.symbol ?? .max {
      position.near += 1
      return (near.symbol, nil)
    }
    guard let far else { return nil }
    position.far += 1
    return (far.symbol, far)
  }
}

/// A name that matches the query so far: eight bytes.
struct Candidate: Sendable {
  /// The symbol's number; the top bit says that its raw name matches, not the shown one.
  private var number: UInt32
  var place: UInt16
  /// The rank, then the length: what most matches are sorted by.
  var key: UInt16

  private static let rawBit: UInt32 = 1 << 31

  @inline(__always)
  init(_ symbol: Int, _ found: Place, length: Int, isRaw: Bool = false) {
    number = UInt32(truncatingIfNeeded: symbol) | (isRaw ? Self.rawBit : 0)
    place = found.offset
    key = UInt16(
      truncatingIfNeeded: Int(found.rank.rawValue) &* SymbolFilter.lengthLimit
        &+ min(length, SymbolFilter.lengthLimit - 1))
  }

  @inline(__always)
  var symbol: Int { Int(number & ~Self.rawBit) }

  @inline(__always)
  var isRaw: Bool { number & Self.rawBit != 0 }

  @inline(__always)
  var found: Place {
    Place(offset: place, rank: Rank(rawValue: UInt8(truncatingIfNeeded: key &>> 9)) ?? .scattered)
  }
}

/// An index and a query, ready for one symbol after another.
struct Prepared {
  private let index: NameIndex
  private let search: NameSearch
  private let length: Int
  private var isSingle: Bool { length == 1 }
  private let letters: UInt64
  private let pairs: PairSet
  private let initialPair: UInt64

  init(_ index: NameIndex, _ pattern: Pattern, _ length: Int) {
    self.index = index
    search = NameSearch(pattern, length: length)
    self.length = length
    letters = pattern.set(length)
    pairs = pattern.pairs(length)
    initialPair = pattern.initialPair
  }

  @inline(__always)
  func length(_ symbol: Int) -> Int { Int(index.lengths[symbol]) }

  /// Whether the name holds all characters of the query, in whatever order.
  @inline(__always)
  func mayHold(_ symbol: Int) -> Bool { index.letters[symbol] & letters == letters }

  /// The match in one piece; `found` is where the query without its last character stands.
  @inline(__always)
  func inside(_ symbol: Int, after found: Place? = nil) -> Place? {
    guard mayHold(symbol) else { return nil }
    let start = Int(index.starts[symbol])
    let count = Int(index.lengths[symbol])
    if let found, found.offset != Place.unknownOffset,
      let extended = search.extended(found, in: index.words.span, start: start, count: count)
    {
      return extended
    }
    guard index.pairs[symbol].holds(pairs) else { return nil }
    return search.inside(
      in: index.words.span, start: start, count: count,
      mayStartWord: isSingle || index.initialPairs[symbol] & initialPair != 0)
  }

  /// The match at the start of the name; nil when the query stands elsewhere, if at all.
  @inline(__always)
  func beginning(_ symbol: Int) -> Place? {
    guard search.beginsAlike(index.heads[symbol]) else { return nil }
    let count = Int(index.lengths[symbol])
    if search.isShort { return Place(offset: 0, rank: count == length ? .exact : .prefix) }
    return search.beginning(
      in: index.words.span, start: Int(index.starts[symbol]), count: count)
  }

  /// The scattered match; `found` is the one of the query without its last character.
  @inline(__always)
  func scattered(_ symbol: Int, after found: Place? = nil) -> Place? {
    let start = Int(index.starts[symbol])
    let count = Int(index.lengths[symbol])
    if let found {
      return search.furtherScattered(found, in: index.words.span, start: start, count: count)
    }
    return search.scattered(in: index.words.span, start: start, count: count)
  }

  /// The match of a single character that has a bit of its own.
  @inline(__always)
  func fromSets(_ symbol: Int) -> Place? {
    guard mayHold(symbol) else { return nil }
    if search.beginsAlike(index.heads[symbol]) {
      return Place(offset: 0, rank: index.lengths[symbol] == 1 ? .exact : .prefix)
    }
    let startsWord = index.initials[symbol] & letters != 0
    return Place(offset: Place.unknownOffset, rank: startsWord ? .word : .inside)
  }
}

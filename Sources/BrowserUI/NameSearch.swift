/// How well a name matches, best first.
enum Rank: UInt8, Comparable, CaseIterable {
  case exact
  case prefix
  case word
  case inside
  case scattered

  static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}

/// Where a name matches.
struct Place: Hashable {
  /// Matched, but nobody has looked where yet.
  static let unknownOffset = UInt16.max

  /// Where the query begins; of a scattered match, where its earliest end is.
  var offset: UInt16
  var rank: Rank
}

/// A query, prepared for comparing.
struct Pattern {
  /// No upper-case letter in it: both cases of a letter match.
  let foldsCase: Bool
  let bytes: [UInt8]
  /// What to set in a name's byte before comparing: 0x20 makes a letter lower-case.
  let masks: [UInt8]
  /// The set of the first characters, by how many.
  private let sets: [UInt64]
  /// The set of the first characters' neighbours, by how many characters.
  private let pairSets: [PairSet]
  /// The bit of the first two in `NameIndex.initialPairs`; none for a shorter query.
  let initialPair: UInt64

  init(_ query: [UInt8]) {
    let foldsCase = !query.contains { $0 &- 0x41 < 26 }
    self.foldsCase = foldsCase
    bytes = query
    masks = query.map { foldsCase && $0 &- 0x61 < 26 ? 0x20 : 0 }
    var sets: [UInt64] = [0]
    var pairSets = [PairSet()]
    var pairs = PairSet()
    let numbers = query.map(characterNumber)
    for (position, number) in numbers.enumerated() {
      sets.append((sets.last ?? 0) | 1 << UInt64(number))
      if position > 0 { pairs.insert(numbers[position - 1], number) }
      pairSets.append(pairs)
    }
    self.sets = sets
    self.pairSets = pairSets
    initialPair = numbers.count > 1 ? 1 << initialPairShift(numbers[0], numbers[1]) : ~0
  }

  func set(_ length: Int) -> UInt64 { sets[length] }

  func pairs(_ length: Int) -> PairSet { pairSets[length] }

  /// Whether `NameIndex.letters` alone says if a name holds the first character.
  var isExactInSets: Bool {
    guard let first = bytes.first else { return false }
    return hasOwnNumber(first) && (foldsCase || first | 0x20 &- 0x61 >= 26)
  }

  @inline(__always)
  func matches(_ byte: UInt8, at position: Int) -> Bool {
    byte | masks[position] == bytes[position]
  }
}

/// A search for the first `length` characters of a query in one name after another.
///
/// The first three are looked for in eight bytes at once; a place where they seem to match is
/// then compared byte by byte. A name ends with at least one zero byte, which matches nothing, so no
/// comparison runs out of it.
struct NameSearch {
  private let pattern: Pattern
  private let length: Int
  private let first: Lanes
  private let second: Lanes
  private let third: Lanes
  private let last: Lanes
  private let lastByte: UInt8
  private let lastMask: UInt8
  /// The first eight characters as a word: what to set, what to look at, what has to be there.
  private let headMask: UInt64
  private let headCover: UInt64
  private let head: UInt64

  init(_ pattern: Pattern, length: Int) {
    self.pattern = pattern
    self.length = length
    first = Lanes(pattern, at: 0)
    second = length > 1 ? Lanes(pattern, at: 1) : Lanes()
    third = length > 2 ? Lanes(pattern, at: 2) : Lanes()
    last = Lanes(pattern, at: length - 1)
    lastByte = pattern.bytes[length - 1]
    lastMask = pattern.masks[length - 1]
    let count = min(8, length)
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    headMask = word(pattern.masks[..<count])
    headCover = .max >> UInt64(64 - 8 * count)
    head = word(pattern.bytes[..<count])
  }

  /// Whether a byte is the last character searched for.
  @inline(__always)
  func matches(_ byte: UInt8) -> Bool { byte | lastMask == lastByte }

  /// Whether a name begins with the query, as far as its first eight bytes tell.
  @inline(__always)
  func beginsAlike(_ word: UInt64) -> Bool { (word | headMask) & headCover == head }

  /// Whether its first eight bytes tell all of it.
  @inline(__always)
  var isShort: Bool { length <= 8 }

  /// The match at the start of a name; nil when there is none.
  func beginning(in words: Span<UInt64>, start: Int, count: Int) -> Place? {
    guard length <= count, continues(at: 0, in: words, start: start) else { return nil }
    return Place(offset: 0, rank: count == length ? .exact : .prefix)
  }

  /// The best match in a name, also a scattered one; nil when there is none.
  func best(in words: Span<UInt64>, start: Int, count: Int) -> Place? {
    inside(in: words, start: start, count: count)
      ?? scattered(in: words, start: start, count: count)
  }

  /// The best match of the whole query in one piece; nil when there is none.
  ///
  /// With `mayStartWord` false it is known that no match begins a word.
  @inline(__always)
  func inside(
    in words: Span<UInt64>, start: Int, count: Int, mayStartWord: Bool = true
  ) -> Place? {
    guard length <= count else { return nil }
    var inside: Int?
    var current = words[start]
    for base in stride(from: 0, to: count, by: 8) {
      let following = start &+ base &>> 3 &+ 1
      let next = following < words.count ? words[following] : 0
      var hits = first.candidates(in: current)
      if length > 1 { hits &= second.candidates(in: current &>> 8 | next &<< 56) }
      if length > 2 { hits &= third.candidates(in: current &>> 16 | next &<< 48) }
      hits &= Lanes.tops
      while hits != 0 {
        let offset = base &+ hits.trailingZeroBitCount &>> 3
        hits &= hits &- 1
        guard continues(at: offset, in: words, start: start) else { continue }
        if !mayStartWord {
          return Place(offset: UInt16(truncatingIfNeeded: offset), rank: .inside)
        }
        if offset == 0 { return Place(offset: 0, rank: count == length ? .exact : .prefix) }
        if startsWord(
          byte(offset, ofNameAt: start, in: words),
          after: byte(offset &- 1, ofNameAt: start, in: words))
        {
          return Place(offset: UInt16(truncatingIfNeeded: offset), rank: .word)
        }
        if inside == nil { inside = offset }
      }
      current = next
    }
    return inside.map { Place(offset: UInt16(truncatingIfNeeded: $0), rank: .inside) }
  }

  /// What becomes of the best match of one character less while it stays where it is; nil when it
  /// does not.
  @inline(__always)
  func extended(_ found: Place, in words: Span<UInt64>, start: Int, count: Int) -> Place? {
    // The place was the best of those of the shorter query; those of the longer are among them.
    let end = Int(found.offset) &+ length &- 1
    guard end < count, matches(byte(end, ofNameAt: start, in: words)) else { return nil }
    let isPrefix = found.rank <= .prefix
    let rank: Rank = isPrefix ? (count == length ? .exact : .prefix) : found.rank
    return Place(offset: found.offset, rank: rank)
  }

  /// What becomes of a scattered match of one character less.
  @inline(__always)
  func furtherScattered(
    _ found: Place, in words: Span<UInt64>, start: Int, count: Int
  ) -> Place? {
    earliest(last, from: Int(found.offset), in: words, start: start, count: count).map {
      Place(offset: UInt16(truncatingIfNeeded: $0 &+ 1), rank: .scattered)
    }
  }

  /// Whether the query stands there: its first three characters only seem to so far.
  @inline(__always)
  private func continues(at offset: Int, in words: Span<UInt64>, start: Int) -> Bool {
    for position in 0..<length {
      let byte = byte(offset &+ position, ofNameAt: start, in: words)
      guard pattern.matches(byte, at: position) else { return false }
    }
    return true
  }

  /// The characters in their order, wherever they are.
  @inline(__always)
  func scattered(in words: Span<UInt64>, start: Int, count: Int) -> Place? {
    var offset = 0
    for position in 0..<length {
      let lanes = position == 0 ? first : position == 1 ? second : Lanes(pattern, at: position)
      guard
        let found = earliest(lanes, from: offset, in: words, start: start, count: count)
      else { return nil }
      offset = found &+ 1
    }
    return Place(offset: UInt16(truncatingIfNeeded: offset), rank: .scattered)
  }

  /// The first place of a character at or behind `offset`.
  @inline(__always)
  private func earliest(
    _ lanes: Lanes, from offset: Int, in words: Span<UInt64>, start: Int, count: Int
  ) -> Int? {
    var base = offset & ~7
    guard base < count else { return nil }
    var hits = lanes.hits(in: words[start &+ base &>> 3])
    hits &= ~0 &<< UInt64(truncatingIfNeeded: (offset & 7) &<< 3)
    while hits == 0 {
      base &+= 8
      guard base < count else { return nil }
      hits = lanes.hits(in: words[start &+ base &>> 3])
    }
    return base &+ hits.trailingZeroBitCount &>> 3
  }
}

/// A character in all eight bytes of a word.
private struct Lanes {
  private let value: UInt64
  private let mask: UInt64

  init(_ pattern: Pattern, at position: Int) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    value = UInt64(pattern.bytes[position]) &* ones
    mask = UInt64(pattern.masks[position]) &* ones
  }

  /// Not used: the query is shorter.
  init() {
    value = 0
    mask = 0
  }

  static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each byte of the word that matches, and perhaps of some behind one that does.
  ///
  /// The other bits mean nothing. Cheaper than `hits`, for what is compared again afterwards.
  @inline(__always)
  func candidates(in word: UInt64) -> UInt64 {
    let difference = (word | mask) ^ value
    return (difference &- 0x0101_0101_0101_0101) & ~difference
  }

  /// The top bit of each byte of the word that matches.
  ///
  /// A byte is zero exactly when adding 0x7f to its lower seven bits leaves its top bit clear and
  /// the top bit was clear before (H. S. Warren, Hacker's Delight, section 6-1).
  @inline(__always)
  func hits(in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let difference = (word | mask) ^ value
    return ~(((difference & low) &+ low) | difference | low)
  }
}

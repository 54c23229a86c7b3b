package import ELFModel

/// Symbol names laid out for searching.
///
/// Eight bytes a word, every name at the start of a word, and for each name the sets of its
/// characters and their neighbours. Nothing is allocated per symbol.
///
/// Built in slices, so that the first frame need not wait for it: `extend` takes in some more
/// names, `isComplete` says when there are none left.
package struct NameIndex: Sendable {
  /// The names eight bytes a word, the first byte lowest, filled up with zeros.
  private(set) var words: [UInt64] = []
  /// Where a name starts in `words`; one more than there are names.
  private(set) var starts: [UInt32] = [0]
  /// Bytes of each name; longer names are taken as this long.
  private(set) var lengths: [UInt16] = []
  /// Which characters each name holds: bits by `characterNumber`.
  private(set) var letters: [UInt64] = []
  /// Which characters stand at the start of a word of the name.
  private(set) var initials: [UInt64] = []
  /// The first eight bytes of each name, which lie together here, unlike those in `words`.
  private(set) var heads: [UInt64] = []
  /// Which neighbours each name holds, as far as 256 bits tell them apart.
  private(set) var pairs: [PairSet] = []
  /// Which neighbours stand at the start of a word of the name, in 64 bits.
  private(set) var initialPairs: [UInt64] = []

  /// Bytes of a name beyond which it is cut.
  static let longestName = Int(UInt16.max) - 1

  private let table: SymbolTable

  /// An index of nothing yet.
  package init(of table: SymbolTable) {
    self.table = table
    let count = table.symbols.count
    starts.reserveCapacity(count + 1)
    lengths.reserveCapacity(count)
    letters.reserveCapacity(count)
    initials.reserveCapacity(count)
    heads.reserveCapacity(count)
    pairs.reserveCapacity(count)
    initialPairs.reserveCapacity(count)
    words.reserveCapacity(min(table.names.count / 8 + count, 1 << 28))
  }

  package var count: Int { lengths.count }
  package var isComplete: Bool { count >= table.symbols.count }

  /// Takes in more names.
  package mutating func extend(by limit: Int = .max) {
    let table = self.table
    let names = table.names.span
    for index in count..<end(limit) {
      append(names, from: Int(table.symbols[index].nameOffset))
    }
  }

  /// Takes in more names, each as `renaming` gives it; as it is where that gives nil.
  package mutating func extend(
    by limit: Int = .max, renaming: (ArraySlice<UInt8>) -> [UInt8]?
  ) {
    let table = self.table
    let names = table.names.span
    for index in count..<end(limit) {
      let symbol = table.symbols[index]
      if let renamed = renaming(table.nameBytes(of: symbol)) {
        append(renamed.span, from: 0)
      } else {
        append(names, from: Int(symbol.nameOffset))
      }
    }
  }

  private func end(_ limit: Int) -> Int {
    min(table.symbols.count, limit < table.symbols.count ? count + limit : .max)
  }

  private mutating func append(_ names: Span<UInt8>, from offset: Int) {
    var held: UInt64 = 0
    var leading: UInt64 = 0
    var neighbours = PairSet()
    var leadingPairs: UInt64 = 0
    var word: UInt64 = 0
    var length = 0
    var previous = ByteTraits.start
    var previousLeads: UInt64 = 0
    let traitsOf = ByteTraits.of.span
    let end = min(names.count, offset + Self.longestName)
    var position = offset
    while position < end {
      let byte = names[position]
      guard byte != 0 else { break }
      let traits = traitsOf[Int(byte)]
      held |= 1 &<< UInt64(traits.number)
      if length > 0 {
        neighbours.insert(previous.number, traits.number)
        leadingPairs |= previousLeads &<< initialPairShift(previous.number, traits.number)
      }
      previousLeads = traits.follows & previous.kind == 0 ? 1 : 0
      leading |= previousLeads &<< UInt64(traits.number)
      word |= UInt64(byte) &<< UInt64(truncatingIfNeeded: (length & 7) &<< 3)
      length &+= 1
      if length & 7 == 0 {
        words.append(word)
        word = 0
      }
      previous = traits
      position &+= 1
    }
    // Also behind a name that fills its words, so that one byte may always be read past its end.
    words.append(word)
    heads.append(words[Int(starts[starts.count - 1])])
    lengths.append(UInt16(truncatingIfNeeded: length))
    letters.append(held)
    initials.append(leading)
    pairs.append(neighbours)
    initialPairs.append(leadingPairs)
    starts.append(UInt32(truncatingIfNeeded: words.count))
  }
}

/// A set of pairs of characters, in 256 bits.
///
/// A pair that is in it is found; one that is not may seem to be.
struct PairSet: Hashable {
  private var bits = SIMD4<UInt64>()

  @inline(__always)
  mutating func insert(_ first: UInt8, _ second: UInt8) {
    let hash = first &* 41 &+ second
    let bit: UInt64 = 1 &<< UInt64(hash & 63)
    bits |= SIMD4(repeating: bit) & laneMasks[Int(hash &>> 6)]
  }

  @inline(__always)
  func holds(_ other: PairSet) -> Bool {
    let missing = other.bits & ~bits
    return missing[0] | missing[1] | missing[2] | missing[3] == 0
  }
}

private let laneMasks: [SIMD4<UInt64>] = [
  SIMD4(~0, 0, 0, 0), SIMD4(0, ~0, 0, 0), SIMD4(0, 0, ~0, 0), SIMD4(0, 0, 0, ~0),
]

/// The bit of a pair in `NameIndex.initialPairs`.
@inline(__always)
func initialPairShift(_ first: UInt8, _ second: UInt8) -> UInt64 {
  UInt64(first &* 23 &+ second) & 63
}

/// What the index wants to know of a byte, looked up instead of compared.
private struct ByteTraits {
  /// Nothing stands before.
  static let start = ByteTraits(number: 0, kind: 16, follows: 0)

  /// By byte.
  static let of: [ByteTraits] = (0..<256).map { ByteTraits(UInt8($0)) }

  /// `characterNumber`.
  var number: UInt8
  /// Lower-case letter 1, upper-case letter 2, digit 4, anything else 8, nothing 16.
  var kind: UInt8
  /// The kinds behind which the byte does not begin a word.
  var follows: UInt8

  init(number: UInt8, kind: UInt8, follows: UInt8) {
    self.number = number
    self.kind = kind
    self.follows = follows
  }

  init(_ byte: UInt8) {
    let isLower = byte &- 0x61 < 26
    let isUpper = byte &- 0x41 < 26
    number = characterNumber(byte)
    kind = isLower ? 1 : isUpper ? 2 : byte &- 0x30 < 10 ? 4 : 8
    follows = 0
    for (bit, example) in [1: 0x61, 2: 0x41, 4: 0x30, 8: 0x5f] as [UInt8: UInt8]
    where !startsWord(byte, after: example) {
      follows |= bit
    }
    if !startsWord(byte, after: 0) { follows |= Self.start.kind }
  }
}

/// One byte of a name; 0 behind its end, within its last word.
@inline(__always)
func byte(_ offset: Int, ofNameAt start: Int, in words: Span<UInt64>) -> UInt8 {
  UInt8(
    truncatingIfNeeded: words[start &+ offset &>> 3]
      &>> UInt64(truncatingIfNeeded: (offset & 7) &<< 3))
}

/// A number below 64 for a byte, the same for both cases of a letter: letters, digits and `_` have
/// one each, all else shares the rest.
@inline(__always)
func characterNumber(_ byte: UInt8) -> UInt8 {
  let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
  if folded &- 0x61 < 26 { return folded &- 0x61 }
  if folded &- 0x30 < 10 { return 26 + (folded &- 0x30) }
  if folded == 0x5f { return 36 }
  return 37 + folded % 27
}

/// Whether a byte has a number of its own.
func hasOwnNumber(_ byte: UInt8) -> Bool {
  byte == 0x5f || byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26
}

/// Whether a byte begins a word of a name: `re`, `_re`, `2re`, `xRe`, but not `ore`.
@inline(__always)
func startsWord(_ byte: UInt8, after previous: UInt8) -> Bool {
  let isUpper = byte &- 0x41 < 26
  let isLetter = isUpper || byte &- 0x61 < 26
  let isDigit = byte &- 0x30 < 10
  guard isLetter || isDigit else { return previous == 0 }
  let previousIsLower = previous &- 0x61 < 26
  let previousIsLetter = previousIsLower || previous &- 0x41 < 26
  if previousIsLetter { return isUpper && previousIsLower }
  // A digit behind a digit goes on with the number.
  return !(isDigit && previous &- 0x30 < 10)
}

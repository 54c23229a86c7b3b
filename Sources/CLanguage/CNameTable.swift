/// The names of a text, each with a number.
///
/// The same name has the same number wherever it stands, so that numbers can be compared instead
/// of letters. Keywords have the first numbers.
struct CNameTable: Sendable {
  /// The table that every text begins with: the keywords.
  static let keywords = CNameTable()

  /// FNV-1a, 64 bits, which the lexer computes while it reads a name.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// By number; number 0 is none.
  private(set) var names = [""]
  private var keywordKinds: [CTokenKind] = [.identifier]
  /// The bytes of all names behind each other, and where each ends.
  private var letters: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// Open addressing; the upper half of a slot is a hash, the lower half a number, 0 if free.
  private var slots: [UInt64]
  /// Names whose slots were taken by so many others that somebody chose them to be.
  private var crowded: [String: UInt32] = [:]

  private static let longestProbe = 24

  private init() {
    slots = [UInt64](repeating: 0, count: 1 << 10)
    for (spelling, kind) in CTokenKind.keywords {
      let bytes = Array(spelling.utf8)
      let hash = bytes.reduce(Self.seed, Self.mixed)
      _ = number(of: bytes.span, 0..<bytes.count, hash: hash)
      keywordKinds.append(kind)
    }
  }

  /// What a name is, by its number: a keyword or an identifier.
  func kind(of number: UInt32) -> CTokenKind {
    let index = Int(number)
    return index < keywordKinds.count ? keywordKinds[index] : .identifier
  }

  /// The number of a name, a new one if it has none.
  ///
  /// - Parameters:
  ///   - text: where it stands.
  ///   - range: what of the text it is.
  ///   - hash: of its bytes.
  /// - Returns: 1 or more.
  mutating func number(of text: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> UInt32 {
    let mask = slots.count - 1
    let mark = (hash ^ hash >> 32) << 32
    var slot = Int(truncatingIfNeeded: mark >> 32) & mask
    for _ in 0..<Self.longestProbe {
      let found = slots[slot]
      if found == 0 {
        let number = add(text, range)
        slots[slot] = mark | UInt64(number)
        if names.count * 2 > slots.count { grow() }
        return number
      }
      let number = UInt32(truncatingIfNeeded: found)
      if found & ~0xFFFF_FFFF == mark && isSpelt(number, text, range) { return number }
      slot = (slot + 1) & mask
    }
    let name = String(decoding: range.map { text[$0] }, as: UTF8.self)
    if let number = crowded[name] { return number }
    let number = add(text, range)
    crowded[name] = number
    return number
  }

  private mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let start = letters.count
    for index in range { letters.append(text[index]) }
    names.append(String(decoding: letters[start...], as: UTF8.self))
    ends.append(UInt32(truncatingIfNeeded: letters.count))
    return UInt32(truncatingIfNeeded: names.count - 1)
  }

  private func isSpelt(_ number: UInt32, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(ends[Int(number) - 1])
    guard Int(ends[Int(number)]) - start == range.count else { return false }
    let own = letters.span
    for distance in 0..<range.count where own[start + distance] != text[range.lowerBound + distance]
    { return false }
    return true
  }

  /// Twice the slots; a name that would be crowded there waits in the table of those.
  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for found in old where found != 0 {
      var slot = Int(truncatingIfNeeded: found >> 32) & mask
      var probes = 1
      while slots[slot] != 0 && probes < Self.longestProbe {
        slot = (slot + 1) & mask
        probes += 1
      }
      if slots[slot] == 0 {
        slots[slot] = found
      } else {
        let number = UInt32(truncatingIfNeeded: found)
        crowded[names[Int(number)]] = number
      }
    }
  }
}

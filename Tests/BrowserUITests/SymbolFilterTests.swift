import ELFModel
import Testing

@testable import BrowserUI

@Suite struct SymbolFilterTests {
  /// The ranks are those that the filter's description draws.
  @Test func `better kinds of matches come first`() {
    let names = ["c_r_c_32", "xcrc32", "get_crc32", "crc32_z", "crc32"]
    #expect(matches("crc32", in: names) == names.reversed())
  }

  @Test func `within a rank shorter names come first, then the table's order`() {
    #expect(
      matches("in", in: ["inflate", "index", "ind", "into"]) == ["ind", "into", "index", "inflate"])
    #expect(matches("a", in: ["ab", "aa", "ac"]) == ["ab", "aa", "ac"])
  }

  @Test func `of scattered matches the closest together comes first`() {
    #expect(
      matches("abc", in: ["a__b__c", "a_b_c__", "xa_bc__"]) == ["xa_bc__", "a_b_c__", "a__b__c"])
  }

  @Test(arguments: [
    ("sb", ["SBFrame", "sb_x", "lesbos"], ["sb_x", "SBFrame", "lesbos"]),
    ("SB", ["SBFrame", "sb_x", "lesbos"], ["SBFrame"]),
    ("sB", ["SBFrame", "sb_x", "xsBy"], ["xsBy"]),
    ("@", ["a@b", "a`b"], ["a@b"]),
    ("[", ["a[b", "a{b"], ["a[b"]),
  ])
  func `upper and lower case are the same until one is typed in upper case`(
    query: String, names: [String], expected: [String]
  ) {
    #expect(matches(query, in: names) == expected)
  }

  @Test func `spaces do not count and an empty query matches nothing`() {
    #expect(matches("get crc", in: ["get_crc_table", "crc"]) == ["get_crc_table"])
    #expect(matches(" ", in: ["a b"]).isEmpty)
  }

  @Test(arguments: [
    ("crc", "get_crc_table", [4, 5, 6]), ("gct", "get_crc_table", [0, 6, 8]),
    ("GetX", "GetX", [0, 1, 2, 3]), ("zz", "zlib", []), ("nit", "deflateInit_", [8, 9, 10]),
  ])
  func `says which letters matched`(query: String, name: String, expected: [Int]) {
    var filter = SymbolFilter(NameIndex(of: SymbolTable([SymbolEntry(name)])))
    filter.search(query)
    // A scattered match is taken from its end, so that it is as close together as it can be.
    #expect(filter.match(of: 0)?.offsets ?? [] == expected)
  }

  @Test func `bytes of any value are searched, and names at the table's end`() {
    var table = SymbolTable([SymbolEntry("a")])
    table.names = [0xff, 0x80, 0x41, 0x00, 0x62]
    table.symbols = [UInt32(0), 4, 9].map { offset in
      var symbol = table.symbols[0]
      symbol.nameOffset = offset
      return symbol
    }
    var filter = SymbolFilter(NameIndex(of: table))
    filter.search("a")
    #expect(filter.matches == [0])
    filter.search("b")
    #expect(filter.matches == [1])
    filter.search("\u{80}")
    #expect(filter.matches == [])
  }

  @Test func `a name longer than the index keeps is cut, not lost`() {
    let long = String(repeating: "x", count: 70_000) + "y"
    #expect(matches("xxx", in: [long]) == [long])
    #expect(matches("y", in: [long]).isEmpty)
  }

  @Test func `an index built in slices finds the same`() {
    let names = (0..<300).map { "name\($0)_\($0 % 7)" }
    var sliced = SymbolFilter(NameIndex(of: table(names)))
    sliced.prepare(by: 7)
    #expect(!sliced.isComplete)
    sliced.search("e1")
    #expect(sliced.isComplete)
    #expect(sliced.matches.map { names[Int($0)] } == matches("e1", in: names))
  }

  /// A step of seven names, a key before the search has ended.
  @Test(arguments: 0..<20)
  func `searched in steps, with keys in between, it finds the same`(seed: Int) {
    var random = SplitMix(state: UInt64(1000 + seed))
    let names = (0..<300).map { _ in randomName(&random) }
    var filter = SymbolFilter(NameIndex(of: table(names)), sliceLimit: 7)
    var query = ""
    for _ in 0..<20 {
      let name = Array(names[Int(random.next() % 300)])
      if random.next() % 4 == 0, !query.isEmpty {
        query.removeLast()
      } else {
        query.append(name[Int(random.next() % UInt64(name.count))])
      }
      filter.search(query)
      let expected = plainMatches(query, in: names)
      // What begins with the query is there at once.
      let first = expected.prefix { names[$0].lowercased().hasPrefix(query.lowercased()) }
      let isFolded = query == query.lowercased()
      if isFolded { #expect(filter.matches.prefix(first.count).map { Int($0) } == Array(first)) }
      var steps = Int(random.next() % 60)
      while filter.isSearching, steps > 0 {
        filter.searchFurther()
        steps -= 1
      }
      guard !filter.isSearching else { continue }
      #expect(filter.matches.map { Int($0) } == expected, "query \(query), seed \(seed)")
    }
  }

  /// The fast path against `plainMatches`, which follows the description word by word.
  @Test(arguments: 0..<40)
  func `typing and deleting gives what a plain search gives`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let names = (0..<400).map { _ in randomName(&random) }
    var filter = SymbolFilter(NameIndex(of: table(names)))
    var query = ""
    for _ in 0..<30 {
      switch random.next() % 8 {
      case 0: if !query.isEmpty { query.removeLast() }
      case 1: query = String(query.dropFirst())
      case 2: query = String(randomName(&random).prefix(3))
      default:
        // Mostly what can still match something.
        let name = Array(names[Int(random.next() % UInt64(names.count))])
        query.append(name[Int(random.next() % UInt64(name.count))])
      }
      filter.search(query)
      let found = filter.matches.map { Int($0) }
      #expect(found == plainMatches(query, in: names), "query \(query), seed \(seed)")
      for symbol in filter.matches {
        let offsets = filter.match(of: symbol)?.offsets ?? []
        let bytes = Array(names[Int(symbol)].utf8)
        let spelled = String(decoding: offsets.map { bytes[$0] }, as: UTF8.self)
        #expect(spelled.lowercased() == query.lowercased())
      }
    }
  }

  // MARK: The plain search

  private func table(_ names: [String]) -> SymbolTable {
    SymbolTable(names.map { SymbolEntry($0) })
  }

  private func matches(_ query: String, in names: [String]) -> [String] {
    var filter = SymbolFilter(NameIndex(of: table(names)))
    for end in query.indices { filter.search(String(query[...end])) }
    return filter.matches.map { names[Int($0)] }
  }

  /// Sorted by rank, then slack for scattered ones, then length, then place in the table.
  private func plainMatches(_ query: String, in names: [String]) -> [Int] {
    guard !query.isEmpty else { return [] }
    let ranked = names.enumerated().compactMap { position, name in
      plainKey(query, name).map { (key: $0 + [name.utf8.count, position], position: position) }
    }
    return ranked.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.position)
  }

  private func plainKey(_ query: String, _ name: String) -> [Int]? {
    let foldsCase = query == query.lowercased()
    let wanted = Array(query.utf8)
    let original = Array(name.utf8)
    let bytes = Array((foldsCase ? name.lowercased() : name).utf8)
    if bytes == wanted { return [0, 0] }
    if bytes.starts(with: wanted) { return [1, 0] }
    let places = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
    if places.contains(where: { startsWord(original[$0], after: original[$0 - 1]) }) {
      return [2, 0]
    }
    if !places.isEmpty { return [3, 0] }
    var end = 0
    for byte in wanted {
      guard let next = bytes[end...].firstIndex(of: byte) else { return nil }
      end = next + 1
    }
    var start = end
    for byte in wanted.reversed() {
      guard let previous = bytes[..<start].lastIndex(of: byte) else { return nil }
      start = previous
    }
    return [4, min(end - start - wanted.count, SymbolFilter.slackLimit)]
  }

  private func randomName(_ random: inout SplitMix) -> String {
    let alphabet = Array("abcABC12_.")
    let length = 1 + Int(random.next() % 24)
    return String((0..<length).map { _ in alphabet[Int(random.next() % 10)] })
  }
}

/// Numbers that are the same in every run (Steele, Lea and Flood, OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

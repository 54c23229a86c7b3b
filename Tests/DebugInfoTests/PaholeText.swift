import CLanguage

/// What `pahole -M` (package dwarves) prints: members with `/* offset size */`, and the size of the
/// whole.
struct PaholeText {
  struct Record {
    /// `struct` or `union`; a `class` is a `struct` in C.
    var keyword: String
    var name: String
    /// Not told of unions.
    var size: Int?
    var bits: [Int] = []
    /// The size of the largest member, which a union cannot be smaller than.
    var largest = 0

    /// Whether a type has this size and its members these places.
    func agrees(_ outline: CTypeOutline) -> Bool {
      let places = outline.members.map { $0.bitOffset ?? $0.offset * 8 }
      guard places == bits else { return false }
      if let size { return outline.size == size }
      return outline.size >= largest && outline.size < largest + max(1, outline.alignment)
    }
  }

  private(set) var records: [Record] = []

  init(_ lines: [String]) {
    var record: Record?
    var depth = 0
    for line in lines {
      let trimmed = String(line.drop { $0 == "\t" || $0 == " " })
      if depth == 0 {
        record = Self.start(line)
        if record != nil { depth = 1 }
        continue
      }
      if trimmed.hasPrefix("/* size:") {
        if depth == 1 { record?.size = Self.numbers(trimmed.dropFirst(8)).first }
      } else if trimmed.hasSuffix("{") {
        depth += 1
      } else {
        if trimmed.hasPrefix("}") { depth -= 1 }
        if depth == 0 {
          if let record { records.append(record) }
        } else if depth == 1 {
          Self.note(trimmed, in: &record)
        }
      }
    }
  }

  /// `class Circle : public Shape, Tag {`.
  private static func start(_ line: String) -> Record? {
    guard line.hasSuffix("{"), let space = line.firstIndex(of: " ") else { return nil }
    let keyword = String(line[..<space])
    guard ["struct", "union", "class"].contains(keyword) else { return nil }
    var name = line[line.index(after: space)...].dropLast()
    if let bases = name.firstRange(of: " : ") { name = name[..<bases.lowerBound] }
    return Record(
      keyword: keyword == "union" ? keyword : "struct",
      name: String(name.reversed().drop { $0 == " " }.reversed()))
  }

  /// `int value; /* 8 4 */`, `unsigned int bits:3; /* 8: 5 4 */`.
  private static func note(_ line: String, in record: inout Record?) {
    guard line.hasSuffix("*/"), line.contains(";"), let start = line.ranges(of: "/*").last else {
      return
    }
    let comment = line[start.upperBound...]
    let numbers = numbers(comment)
    let isBitField = comment.contains(":")
    guard numbers.count >= (isBitField ? 3 : 2) else { return }
    // Bases come first, with -1 for where a virtual one is and nothing in an empty one: neither is
    // a member in C.
    if line.contains("<ancestor>"), numbers[0] == 0xffff_ffff || numbers[1] == 0 { return }
    guard var changed = record else { return }
    changed.bits.append(numbers[0] * 8 + (isBitField ? numbers[1] : 0))
    changed.largest = max(changed.largest, numbers[0] + (numbers.last ?? 0))
    record = changed
  }

  private static func numbers(_ text: Substring) -> [Int] {
    text.split { !$0.isNumber }.compactMap { Int($0) }
  }
}

/// SplitMix64: the same damage on every run.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

/// The ways in which a library can be damaged: each is a name and how to make the bytes of it.
///
/// Offsets come from the sound library's own headers, of either class and byte order (System V ABI,
/// "ELF Header", "Sections", "Program Header").
package struct LibraryDamage {
  package struct Case {
    package var name: String
    /// Nothing is left but the beginning of the file.
    package var isCut = false
    fileprivate var sound: [UInt8]
    fileprivate var damage: (inout [UInt8]) -> Void

    /// Made when they are asked for: thousands of damaged forms of a library are gigabytes.
    package var bytes: [UInt8] {
      var copy = sound
      damage(&copy)
      return copy
    }
  }

  private let bytes: [UInt8]
  private let is64: Bool
  private let isBigEndian: Bool
  private var random: SeededGenerator
  /// The same library stripped of its section headers.
  private var withoutSections: [UInt8]

  package init(_ bytes: [UInt8], seed: UInt64) {
    self.bytes = bytes
    is64 = bytes.count > 5 && bytes[4] == 2
    isBigEndian = bytes.count > 5 && bytes[5] == 2
    random = SeededGenerator(seed: seed)
    withoutSections = bytes
    // `e_shoff`, `e_shnum` and `e_shstrndx`.
    for field in is64 ? [(40, 8), (60, 4)] : [(32, 4), (48, 4)] {
      put(0, at: field, into: &withoutSections)
    }
  }

  private typealias Field = (offset: Int, width: Int)

  /// Numbers at which counting and adding go wrong.
  private static let telling: [UInt64] = [
    0, 1, 0xffff, 0x1_0000, 0xff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
    0x7fff_ffff_ffff_ffff, 0xffff_ffff_ffff_fff8, .max,
  ]

  /// All of them, in one order for one seed.
  package mutating func all(flips: Int) -> [Case] {
    cuts() + self.flips(flips) + headers() + sectionHeaders() + segments() + contents()
      + overlaps()
  }

  // MARK: Kinds of damage

  private func cuts() -> [Case] {
    stride(from: 0, to: bytes.count, by: 64).map { size in
      Case(name: "cut at \(size)", isCut: true, sound: bytes) {
        $0.removeSubrange(size...)
      }
    }
  }

  private mutating func flips(_ count: Int) -> [Case] {
    (0..<count).map { number in
      let seed = random.next()
      return Case(name: "flip \(number)", sound: bytes) { copy in
        var random = SeededGenerator(seed: seed)
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let place = Int.random(in: 0..<copy.count, using: &random)
          copy[place] =
            Bool.random(using: &random)
            ? copy[place] ^ 1 << UInt8.random(in: 0..<8, using: &random)
            : UInt8.random(in: 0...255, using: &random)
        }
      }
    }
  }

  /// `e_type` to `e_shstrndx`: all of the header behind its identification.
  private func headers() -> [Case] {
    let wide = is64 ? 8 : 4
    var fields: [Field] = [(16, 2), (18, 2), (20, 4)]
    fields += (0..<3).map { (24 + $0 * wide, wide) }
    fields += [(24 + 3 * wide, 4)]
    fields += (0..<6).map { (28 + 3 * wide + 2 * $0, 2) }
    return cases("header", fields)
  }

  private func sectionHeaders() -> [Case] {
    let sections = sections
    return sections.indices.flatMap { index in
      cases(
        "section \(index)", sectionFields.map { (sections[index].header + $0.offset, $0.width) })
    }
  }

  /// The program headers, with section headers and without, where they alone count.
  private func segments() -> [Case] {
    let (start, count) = (Int(word(is64 ? 32 : 28)), Int(number(is64 ? 56 : 44, 2)))
    let fields: [Field] =
      is64
      ? [(0, 4), (4, 4)] + (1..<7).map { ($0 * 8, 8) } : (0..<8).map { ($0 * 4, 4) }
    return (0..<count).flatMap { index in
      let fields = fields.map { (start + index * (is64 ? 56 : 32) + $0.offset, $0.width) }
      return cases("segment \(index)", fields)
        + cases("segment \(index), no sections", fields, of: withoutSections)
    }
  }

  /// Words of hash tables, versions, notes, symbols and relocations: counts, links and chains.
  private mutating func contents() -> [Case] {
    let types: [UInt64: String] = [
      5: "hash", 0x6fff_fff6: "GNU hash", 0x6fff_fffd: "verdef", 0x6fff_fffe: "verneed",
      0x6fff_ffff: "versym", 7: "note", 6: "dynamic", 11: "dynsym", 2: "symtab", 18: "shndx",
      19: "relr", 4: "rela", 9: "rel",
    ]
    var all: [Case] = []
    for section in sections where types[section.type] != nil && section.size >= 4 {
      let name = types[section.type] ?? ""
      var places = Array(stride(from: 0, through: section.size - 4, by: 4))
      if places.count > 32 {
        places = Array(places[..<16]) + places[16...].shuffled(using: &random)[..<16]
      }
      let fields = places.map { (section.offset + $0, 4) }
      all += cases(name, fields) + cases("\(name), no sections", fields, of: withoutSections)
      if [2, 11].contains(section.type) { all += names(of: section, name) }
      if section.type == 5 || section.type == 0x6fff_fff6 {
        // Every link of a chain to the same place: round and round.
        for value: UInt64 in [0, 1, 2, 0xffff_fffe] {
          all.append(filled(section, with: value, width: 4, "\(name) all \(value)"))
        }
      }
    }
    for section in sections where section.type == 3 {
      all.append(filled(section, with: 0x41, width: 1, "strings without an end"))
    }
    return all
  }

  /// All names far outside, and all the same.
  private func names(of section: Section, _ name: String) -> [Case] {
    [0xffff_fff0, 1].map { (value: UInt64) in
      Case(name: "\(name), all names at \(value)", sound: bytes) { copy in
        for start in stride(from: 0, to: section.size, by: is64 ? 24 : 16) {
          put(value, at: (section.offset + start, 4), into: &copy)
        }
      }
    }
  }

  /// All sections over the whole file, as tables of one type.
  private func overlaps() -> [Case] {
    let types: [UInt64] = [
      2, 3, 4, 5, 6, 7, 9, 11, 14, 15, 18, 19, 0x6fff_fff6, 0x6fff_fffd, 0x6fff_fffe, 0x6fff_ffff,
    ]
    let sections = sections.dropFirst()
    return types.map { type in
      Case(name: "all sections of type \(type) over the file", sound: bytes) { copy in
        for section in sections {
          put(type, at: (section.header + 4, 4), into: &copy)
          put(0, at: (section.header + sectionFields[4].offset, is64 ? 8 : 4), into: &copy)
          put(
            UInt64(bytes.count), at: (section.header + sectionFields[5].offset, is64 ? 8 : 4),
            into: &copy)
        }
      }
    }
  }

  // MARK: The sound library

  private struct Section {
    var header: Int
    var type: UInt64
    var offset: Int
    var size: Int
  }

  /// Name, type, flags, address, offset, size, link, info, alignment, entry size.
  private var sectionFields: [Field] {
    is64
      ? [
        (0, 4), (4, 4), (8, 8), (16, 8), (24, 8), (32, 8), (40, 4), (44, 4), (48, 8), (56, 8),
      ]
      : (0..<10).map { ($0 * 4, 4) }
  }

  private var sections: [Section] {
    let (start, count) = (Int(word(is64 ? 40 : 32)), Int(number(is64 ? 60 : 48, 2)))
    return (0..<count).map { index in
      let header = start + index * (is64 ? 64 : 40)
      func field(_ field: Field) -> UInt64 { number(header + field.offset, field.width) }
      let type = field(sectionFields[1])
      return Section(
        header: header, type: type, offset: Int(field(sectionFields[4])),
        size: type == 8 ? 0 : Int(field(sectionFields[5])))
    }
  }

  // MARK: Numbers in it

  private func cases(_ name: String, _ fields: [Field], of sound: [UInt8]? = nil) -> [Case] {
    fields.flatMap { field in
      Self.telling.filter { field.width == 8 || $0 >> UInt64(8 * field.width) == 0 }.map { value in
        Case(name: "\(name), byte \(field.offset): \(value)", sound: sound ?? bytes) {
          put(value, at: field, into: &$0)
        }
      }
    }
  }

  private func filled(
    _ section: Section, with value: UInt64, width: Int, _ name: String
  ) -> Case {
    Case(name: name, sound: bytes) { copy in
      for start in stride(from: 0, through: section.size - width, by: width) {
        put(value, at: (section.offset + start, width), into: &copy)
      }
    }
  }

  private func word(_ offset: Int) -> UInt64 { number(offset, is64 ? 8 : 4) }

  private func number(_ offset: Int, _ width: Int) -> UInt64 {
    let field = bytes[offset..<(offset + width)]
    return (isBigEndian ? Array(field) : field.reversed()).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func put(_ value: UInt64, at field: Field, into copy: inout [UInt8]) {
    for index in 0..<field.width {
      let shift = UInt64(8 * (isBigEndian ? field.width - 1 - index : index))
      let place = field.offset + index
      if place < copy.count { copy[place] = UInt8(truncatingIfNeeded: value >> shift) }
    }
  }
}

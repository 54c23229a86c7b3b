internal import CElf

/// The symbol versions of a file: what the version index of a symbol stands for.
///
/// Follows what GNU `readelf` prints: a defined symbol's version comes from the definitions
/// (`SHT_GNU_verdef`), else from the needs (`SHT_GNU_verneed`); index 0 (local) and the base
/// definition have none, nor have the symbols that name a version themselves.
/// Layout: Linux Standard Base, "Symbol Versioning".
struct VersionNames {
  /// No real file comes near: libc.so.6 has 2 kB of definitions.
  static let mostBytes = 1 << 22

  /// Names by slot; slot 0 is the empty one for "no version".
  private(set) var names: [[UInt8]] = [[]]
  /// By slot: where the name of the library lies that a needed version belongs to.
  private(set) var libraries: [UInt32?] = [nil]
  /// There were more versions than any real file has; symbols of the others show none.
  private(set) var isCutOff = false
  /// A chain of definitions or needs ends before or behind its counted end.
  private(set) var isBroken = false
  /// By version index; arrays, since every symbol is looked up.
  private var definitions: [Definition] = []
  /// Slots by version index; 0 where there is none.
  private var needs: [UInt16] = []

  private struct Definition {
    /// There is one: indices between those in use have none.
    var isPresent = false
    var isBase = false
    var slot: UInt16 = 0
    var nameOffset: UInt32 = 0
  }

  /// What a symbol's version index stands for.
  struct Resolution {
    let slot: UInt16
    let isDefault: Bool
    /// Neither a definition nor a need has the index.
    var isUnknown = false
    static var none: Resolution { Resolution(slot: 0, isDefault: false) }
  }

  init() {}

  init(_ location: SymbolTableLocation, strings: [UInt8], in file: ELFFile) {
    let defined = readDefinitions(Self.fields(location.versionDefinitions, of: file), strings)
    let needed = readNeeds(Self.fields(location.versionNeeds, of: file), strings)
    isBroken =
      isBroken || location.definitionCount.map { $0 != defined } ?? false
      || location.needCount.map { $0 != needed } ?? false
  }

  /// The version of a symbol whose entry in `SHT_GNU_versym`, hidden bit included, is `index`.
  ///
  /// `nameOffset` is `st_name`: the symbol that defines a version shares its name with it.
  @inline(__always)
  func resolve(_ index: UInt16, isDefined: Bool, nameOffset: UInt32) -> Resolution {
    let isHidden = index & Self.hidden != 0
    let number = Int(index & ~Self.hidden)
    if isDefined, index != Self.hidden | 1, number < definitions.count,
      definitions[number].isPresent
    {
      let definition = definitions[number]
      if definition.isBase || definition.nameOffset == nameOffset { return .none }
      return Resolution(slot: definition.slot, isDefault: !isHidden)
    }
    let exact = need(Int(index))
    let slot = exact != 0 ? exact : need(number)
    // 1 is "global" in files that define no version.
    return Resolution(slot: slot, isDefault: false, isUnknown: slot == 0 && number > 1)
  }

  @inline(__always)
  private func need(_ index: Int) -> UInt16 { index < needs.count ? needs[index] : 0 }

  /// `VERSYM_HIDDEN`.
  private static var hidden: UInt16 { 0x8000 }

  private static func fields(_ range: Range<Int>, of file: ELFFile) -> FieldReader {
    file.fields(in: range.lowerBound..<min(range.upperBound, range.lowerBound + mostBytes))
  }

  /// Reads the chain of definitions.
  ///
  /// `Elf_Verdef`: version 0, flags 2, ndx 4, count 6, hash 8, aux 12, next 16; `Elf_Verdaux`:
  /// name 0, next 4. Both classes share these layouts.
  ///
  /// Returns how many there are.
  private mutating func readDefinitions(_ fields: FieldReader, _ strings: [UInt8]) -> Int {
    var start = 0
    var count = 0
    // Every link leads forward, so a table of n bytes ends after n steps at most.
    while let flags = fields.u16(at: start + 2), let index = fields.u16(at: start + 4),
      let aux = fields.u32(at: start + 12), let next = fields.u32(at: start + 16)
    {
      if let name = fields.u32(at: start + Int(aux)) {
        let number = Int(index & ~Self.hidden)
        while definitions.count <= number { definitions.append(Definition()) }
        if !definitions[number].isPresent {
          definitions[number] = Definition(
            isPresent: true, isBase: number == 1 && flags == UInt16(VER_FLG_BASE),
            slot: slot(for: name, of: nil, strings), nameOffset: name)
        }
      } else {
        isBroken = true
      }
      count += 1
      guard next > 0 else { break }
      start += Int(next)
    }
    return count
  }

  /// Reads the chain of needed files, and of each its chain of versions.
  ///
  /// `Elf_Verneed`: version 0, count 2, file 4, aux 8, next 12; `Elf_Vernaux`: hash 0, flags 4,
  /// other 6, name 8, next 12. Returns how many needed files there are.
  private mutating func readNeeds(_ fields: FieldReader, _ strings: [UInt8]) -> Int {
    var start = 0
    var left = fields.bytes.count
    var count = 0
    while let expected = fields.u16(at: start + 2), let library = fields.u32(at: start + 4),
      let aux = fields.u32(at: start + 8), let next = fields.u32(at: start + 12)
    {
      count += 1
      var found = 0
      var entry = start + Int(aux)
      while let other = fields.u16(at: entry + 6), let name = fields.u32(at: entry + 8),
        let nextEntry = fields.u32(at: entry + 12)
      {
        while needs.count <= Int(other) { needs.append(0) }
        if needs[Int(other)] == 0 { needs[Int(other)] = slot(for: name, of: library, strings) }
        found += 1
        // Chains of different files may overlap; together they still get only so many steps.
        left -= 1
        guard nextEntry > 0, left > 0 else { break }
        entry += Int(nextEntry)
      }
      if found != Int(expected) { isBroken = true }
      guard next > 0, left > 0 else { break }
      start += Int(next)
    }
    return count
  }

  /// A slot for a name; 0 when the name lies outside the strings or there are too many.
  private mutating func slot(
    for nameOffset: UInt32, of library: UInt32?, _ strings: [UInt8]
  ) -> UInt16 {
    let start = Int(nameOffset)
    guard start < strings.count else { return 0 }
    guard names.count < Self.mostVersions else {
      isCutOff = true
      return 0
    }
    let end = strings[start...].prefix(Self.longestName).firstIndex(of: 0) ?? start
    names.append(Array(strings[start..<end]))
    libraries.append(library)
    return UInt16(names.count - 1)
  }

  /// Longer names and more of them are damage: thousands of names over one unterminated block
  /// would otherwise multiply it.
  private static let longestName = 1024
  static let mostVersions = 4096
}

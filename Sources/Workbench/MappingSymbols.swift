internal import ELFModel

/// The marks that assemblers for ARM leave between code and data: `$a`, `$t`, `$x` start code, `$d`
/// starts data (ELF for the Arm Architecture, section 5.5.5 "Mapping symbols").
enum MappingSymbols {
  /// The data within a range of addresses; none when the marks have been stripped.
  static func data(
    in range: Range<UInt64>, section: UInt32, of image: ELFImage
  ) -> [Range<UInt64>] {
    guard image.header.machine == 40 || image.header.machine == 183 else { return [] }
    var marks: [(address: UInt64, isData: Bool)] = []
    for symbol in image.symtab.symbols
    where symbol.type == .noType && symbol.binding == .local
      && range.contains(symbol.value) && symbol.section == .index(section)
    {
      let name = image.symtab.nameBytes(of: symbol).prefix(3)
      guard name.count >= 2, name.first == 0x24, name.count == 2 || name.last == 0x2e else {
        continue
      }
      switch name[name.startIndex + 1] {
      case UInt8(ascii: "d"): marks.append((symbol.value, true))
      case UInt8(ascii: "a"), UInt8(ascii: "t"), UInt8(ascii: "x"):
        marks.append((symbol.value, false))
      default: continue
      }
    }
    marks.sort { ($0.address, $0.isData ? 1 : 0) < ($1.address, $1.isData ? 1 : 0) }
    var data: [Range<UInt64>] = []
    for (index, mark) in marks.enumerated() where mark.isData {
      let end = index + 1 < marks.count ? marks[index + 1].address : range.upperBound
      if mark.address < end { data.append(mark.address..<end) }
    }
    return data
  }
}

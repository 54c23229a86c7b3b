internal import CElf
internal import ELFModel

/// Counts the relocations of a file and remembers those that set the words of its start-up arrays.
struct RelocationReader {
  /// What a relocation puts into a word of an array.
  struct Target {
    /// The address before the file is loaded, or what is added to the symbol.
    let addend: UInt64
    /// Index in the dynamic symbol table; 0 for none.
    let symbol: UInt32
  }

  private enum Form {
    /// `Elf64_Rel`: the addend is the word itself.
    case rel
    /// `Elf64_Rela`.
    case rela
    /// `Elf64_Relr`: addresses and bitmaps.
    case relr
  }

  private struct Table {
    let range: Range<Int>
    let form: Form
  }

  /// The tables overlap; not all of them have been counted.
  private(set) var isCutOff = false
  private(set) var counts: [RelocationCount] = []
  /// By address, for the words that lie in the arrays.
  private(set) var targets: [UInt64: Target] = [:]

  /// More are damage: no machine defines as many.
  private static let mostTypes = 256

  private let file: ELFFile
  private let arrays: [Range<UInt64>]
  private var countByType: [UInt32: Int] = [:]
  private var packedCount = 0

  init(_ file: ELFFile, _ dynamic: DynamicSection?) {
    self.file = file
    arrays = dynamic.map { StartupReader.arrays(of: $0).map(\.addresses) } ?? []
    // Tables that lie apart fit into the file together; those that overlap are damage.
    var left = file.input.size
    for table in Self.tables(of: file, dynamic) {
      left -= table.range.count
      guard left >= 0 else {
        isCutOff = true
        break
      }
      switch table.form {
      case .rel, .rela: readEntries(table)
      case .relr: readPacked(table)
      }
    }
    let machine = file.header.machine
    counts = countByType.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.mostTypes)
      .map {
        RelocationCount(name: RelocationName.name(machine: machine, type: $0.key), count: $0.value)
      }
    if packedCount > 0 {
      counts.append(RelocationCount(name: "RELATIVE, packed (RELR)", count: packedCount))
    }
  }

  private static func tables(of file: ELFFile, _ dynamic: DynamicSection?) -> [Table] {
    if !file.sections.isEmpty {
      return file.sections.compactMap { section in
        switch Int32(bitPattern: section.type) {
        case SHT_REL: Table(range: file.range(of: section), form: .rel)
        case SHT_RELA: Table(range: file.range(of: section), form: .rela)
        case 19: Table(range: file.range(of: section), form: .relr)
        default: nil
        }
      }
    }
    guard let dynamic else { return [] }
    let pltForm: Form = dynamic.value(DT_PLTREL) == UInt64(DT_RELA) ? .rela : .rel
    let places: [(Int32, Int32, Form)] = [
      (DT_REL, DT_RELSZ, .rel), (DT_RELA, DT_RELASZ, .rela), (36, 35, .relr),
      (DT_JMPREL, DT_PLTRELSZ, pltForm),
    ]
    return places.compactMap { address, size, form in
      guard let size = dynamic.value(size),
        let offset = dynamic.value(address).flatMap({ file.fileOffset(ofAddress: $0) })
      else { return nil }
      return Table(range: file.range(offset: offset, size: size), form: form)
    }
  }

  /// Offset, info and, in the long form, addend; a word each.
  private mutating func readEntries(_ table: Table) {
    let bits = file.header.bits
    let word = bits / 8
    let entrySize = table.form == .rela ? 3 * word : 2 * word
    let chunk = 4096 * entrySize
    var start = table.range.lowerBound
    while start < table.range.upperBound {
      let fields = file.fields(in: start..<min(start + chunk, table.range.upperBound))
      guard fields.bytes.count >= entrySize else { return }
      for entry in stride(from: 0, through: fields.bytes.count - entrySize, by: entrySize) {
        guard let address = fields.word(at: entry, bits: bits),
          let info = fields.word(at: entry + word, bits: bits)
        else { return }
        let type = bits == 64 ? UInt32(truncatingIfNeeded: info) : UInt32(info & 0xff)
        countByType[type, default: 0] += 1
        if table.form == .rela, arrays.contains(where: { $0.contains(address) }) {
          targets[address] = Target(
            addend: fields.word(at: entry + 2 * word, bits: bits) ?? 0,
            symbol: UInt32(truncatingIfNeeded: bits == 64 ? info >> 32 : info >> 8))
        }
      }
      start += chunk
    }
  }

  /// An even word is the address of a relocation; an odd one says with its other bits which of the
  /// following words have one too.
  private mutating func readPacked(_ table: Table) {
    let bits = file.header.bits
    let fields = file.fields(in: table.range.prefix(1 << 26))
    for start in stride(from: 0, to: fields.bytes.count, by: bits / 8) {
      guard let word = fields.word(at: start, bits: bits) else { return }
      packedCount += word & 1 == 0 ? 1 : (word >> 1).nonzeroBitCount
    }
  }
}

internal import CElf
internal import ELFModel

/// Reads the relocation entries of a file one by one.
enum RelocationList {
  /// All of them, in the order of their tables.
  static func visit(_ file: ELFFile, _ dynamic: DynamicSection?, _ visit: (Relocation) -> Void) {
    // Tables that lie apart fit into the file together; those that overlap are damage.
    var left = file.input.size
    var packedLeft = mostPacked
    let packed = packedType(file)
    for table in RelocationTable.all(of: file, dynamic) {
      left -= table.range.count
      guard left >= 0 else { return }
      switch table.form {
      case .rel, .rela: table.visitEntries(of: file, visit)
      case .relr:
        table.visitPacked(of: file) { address in
          packedLeft -= 1
          guard packedLeft >= 0 else { return }
          visit(Relocation(address: address, addend: nil, type: packed, symbol: 0, section: 0))
        }
      }
    }
  }

  /// One bit of the file can stand for a packed relocation; more than these are damage.
  private static let mostPacked = 1 << 24

  /// Packed relocations are the machine's `R_…_RELATIVE`.
  private static func packedType(_ file: ELFFile) -> UInt32 {
    (0..<2048).first { RelocationName.isRelative(machine: file.header.machine, type: $0) } ?? 0
  }
}

/// Where relocations lie, and in which form.
struct RelocationTable {
  enum Form {
    /// `Elf64_Rel`: the addend is the word itself.
    case rel
    /// `Elf64_Rela`.
    case rela
    /// `Elf64_Relr`: addresses and bitmaps.
    case relr
  }

  let range: Range<Int>
  let form: Form
  /// `sh_info`: in an object file the section that is relocated.
  var section: UInt32 = 0

  /// The sections; what the dynamic section names when there are none.
  static func all(of file: ELFFile, _ dynamic: DynamicSection?) -> [RelocationTable] {
    if !file.sections.isEmpty {
      return file.sections.compactMap { section in
        let range = file.range(of: section)
        let target = file.header.isRelocatable ? section.info : 0
        switch Int32(bitPattern: section.type) {
        case SHT_REL: return RelocationTable(range: range, form: .rel, section: target)
        case SHT_RELA: return RelocationTable(range: range, form: .rela, section: target)
        case 19: return RelocationTable(range: range, form: .relr)
        default: return nil
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
      return RelocationTable(range: file.range(offset: offset, size: size), form: form)
    }
  }

  /// Offset, info and, in the long form, addend; a word each.
  func visitEntries(of file: ELFFile, _ visit: (Relocation) -> Void) {
    let bits = file.header.bits
    let word = bits / 8
    let entrySize = form == .rela ? 3 * word : 2 * word
    let chunk = 4096 * entrySize
    // MIPS splits the info of 64-bit files: symbol, then four bytes of which the last is a type.
    let isMIPS64 = bits == 64 && file.header.machine == UInt16(EM_MIPS) && !file.header.isBigEndian
    // SPARC keeps further data above the type.
    let isSPARC64 = file.header.machine == UInt16(EM_SPARCV9)
    var start = range.lowerBound
    while start < range.upperBound {
      let fields = file.fields(in: start..<min(start + chunk, range.upperBound))
      guard fields.bytes.count >= entrySize else { return }
      for entry in stride(from: 0, through: fields.bytes.count - entrySize, by: entrySize) {
        guard let address = fields.word(at: entry, bits: bits),
          let info = fields.word(at: entry + word, bits: bits)
        else { return }
        let addend = form == .rela ? fields.word(at: entry + 2 * word, bits: bits) : nil
        let type = UInt32(truncatingIfNeeded: bits == 32 || isSPARC64 ? info & 0xff : info)
        let symbol = UInt32(truncatingIfNeeded: bits == 64 ? info >> 32 : info >> 8)
        visit(
          Relocation(
            address: address, addend: addend.map { signed($0, bits: bits) },
            type: isMIPS64 ? UInt32(truncatingIfNeeded: info >> 56) : type,
            symbol: isMIPS64 ? UInt32(truncatingIfNeeded: info) : symbol, section: section))
      }
      start += chunk
    }
  }

  private func signed(_ word: UInt64, bits: Int) -> Int64 {
    bits == 64 ? Int64(bitPattern: word) : Int64(Int32(truncatingIfNeeded: word))
  }

  /// An even word is the address of a relocation; an odd one says with its other bits which of the
  /// following words have one too.
  func visitPacked(of file: ELFFile, _ visit: (UInt64) -> Void) {
    let bits = file.header.bits
    let word = UInt64(bits / 8)
    let fields = file.fields(in: range.prefix(1 << 26))
    var next: UInt64 = 0
    for start in stride(from: 0, to: fields.bytes.count, by: bits / 8) {
      guard let entry = fields.word(at: start, bits: bits) else { return }
      if entry & 1 == 0 {
        visit(entry)
        next = entry &+ word
      } else {
        for bit in 0..<(bits - 1) where entry >> UInt64(bit + 1) & 1 == 1 {
          visit(next &+ UInt64(bit) &* word)
        }
        next = next &+ UInt64(bits - 1) &* word
      }
    }
  }
}

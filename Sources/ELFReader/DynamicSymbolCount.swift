internal import CElf
internal import ELFModel

/// How many dynamic symbols a file without section headers has: the dynamic section does not
/// say, so a hash table is asked.
struct DynamicSymbolCount {
  /// Symbols including the null one; nil when there is no usable hash table.
  let count: UInt64?

  init(_ dynamic: DynamicSection, in file: ELFFile) {
    count =
      Self.countInHash(dynamic, file) ?? Self.countInGNUHash(dynamic, file)
      ?? dynamic.entries.first { $0.tag == Self.mipsSymbolCount }?.value
  }

  /// `DT_MIPS_SYMTABNO`.
  private static let mipsSymbolCount: UInt64 = 0x7000_0011
  /// `EM_ALPHA`, which `elf.h` also knows under an older number.
  private static let alpha: UInt16 = 0x9026

  /// `DT_HASH` has one chain entry a symbol (System V ABI, "Hash Table").
  private static func countInHash(
    _ dynamic: DynamicSection, _ file: ELFFile
  ) -> UInt64? {
    guard let offset = dynamic.value(DT_HASH).flatMap({ file.fileOffset(ofAddress: $0) })
    else { return nil }
    // The two machines whose hash table has 64-bit entries.
    let machine = file.header.machine
    let isWide = file.header.bits == 64 && (machine == UInt16(EM_S390) || machine == alpha)
    let fields = file.fields(in: file.range(offset: offset, size: 16))
    return isWide ? fields.u64(at: 8) : fields.u32(at: 4).map(UInt64.init)
  }

  /// `DT_GNU_HASH` lists exported symbols only, last in the table: the last chain's end is its end.
  ///
  /// Layout: buckets, first symbol, Bloom words, shift; Bloom filter; buckets; chains.
  private static func countInGNUHash(
    _ dynamic: DynamicSection, _ file: ELFFile
  ) -> UInt64? {
    let address = dynamic.entries.first { $0.tag == UInt64(DT_GNU_HASH) }?.value
    guard let offset = address.flatMap({ file.fileOffset(ofAddress: $0) }) else { return nil }
    let head = file.fields(in: file.range(offset: offset, size: 16))
    guard let bucketCount = head.u32(at: 0), let firstSymbol = head.u32(at: 4),
      let bloomCount = head.u32(at: 8)
    else { return nil }
    let buckets = offset &+ 16 &+ UInt64(bloomCount) * UInt64(file.header.bits / 8)
    let bucketFields = file.fields(in: file.range(offset: buckets, size: UInt64(bucketCount) * 4))
    var last: UInt32 = 0
    for start in stride(from: 0, to: bucketFields.bytes.count, by: 4) {
      last = max(last, bucketFields.u32(at: start) ?? 0)
    }
    guard last >= firstSymbol, last > 0 else { return UInt64(firstSymbol) }
    let chains = buckets &+ UInt64(bucketCount) * 4
    // A chain ends with the first entry whose lowest bit is set.
    let start = chains &+ UInt64(last - firstSymbol) * 4
    let rest = file.fields(in: file.range(offset: start, size: UInt64(longestChain) * 4))
    var index = 0
    while let entry = rest.u32(at: index * 4) {
      if entry & 1 == 1 { return UInt64(last) + UInt64(index) + 1 }
      index += 1
    }
    return nil
  }

  /// A longer chain means a damaged table: real ones have a handful of entries.
  private static let longestChain = 1 << 20
}

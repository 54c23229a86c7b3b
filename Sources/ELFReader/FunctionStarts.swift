internal import CElf
internal import ELFModel

extension ELFContents {
  /// Where functions start as far as unwinding needs to know: stripping leaves these.
  ///
  /// Source: Linux Standard Base, "The .eh_frame_hdr section". The section starts with a version
  /// and three encodings; linkers write the table, pairs of function and description, as 32-bit
  /// distances to the section (`DW_EH_PE_datarel | DW_EH_PE_sdata4`).
  /// - Returns: addresses in order; none when there is no such table.
  package func functionStarts() -> [UInt64] {
    guard let segment = segments.first(where: { $0.type == UInt32(PT_GNU_EH_FRAME) }) else {
      return []
    }
    let head = fields(at: segment.address, count: 12)
    guard head.bytes.count == 12, head.bytes[0] == 1, head.bytes[2] == 0x03, head.bytes[3] == 0x3b,
      // The pointer to the descriptions, whose encoding is the second byte, has four bytes too.
      head.bytes[1] & 0x0f == 0x0b || head.bytes[1] & 0x0f == 0x03, let count = head.u32(at: 8)
    else { return [] }
    let table = fields(
      at: segment.address &+ 12, count: Int(min(UInt64(count) * 8, segment.fileSize)))
    let mask = machine.addressMask
    var starts: [UInt64] = []
    for entry in stride(from: 0, to: table.bytes.count, by: 8) {
      guard let distance = table.u32(at: entry) else { break }
      let start = segment.address &+ UInt64(bitPattern: Int64(Int32(bitPattern: distance)))
      starts.append(start & mask)
    }
    return starts.sorted()
  }

  private func fields(at address: UInt64, count: Int) -> FieldReader {
    FieldReader(bytes: bytes(at: address, count: count), isBigEndian: header.isBigEndian)
  }
}

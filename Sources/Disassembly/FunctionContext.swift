package import ELFModel

/// What the file around a function tells that its code alone does not.
package struct FunctionContext {
  /// What the machine's ABI keeps in a register to reach data: the address of
  /// `_GLOBAL_OFFSET_TABLE_` on i386, `.TOC.` on PowerPC64, `_gp` on MIPS; nil when unknown.
  package var globalPointer: UInt64?
  /// Constants in instructions may be addresses: the code has been linked to a fixed place.
  package var hasFixedAddresses: Bool
  /// The code is a linkage table: each of its stubs is entered from outside.
  package var isLinkageTable: Bool
  /// Where data lies between the instructions, in order; what ARM code reads relative to itself is
  /// found without being told.
  package var data: [Range<UInt64>]
  /// A word of the file, as it is before loading: constants between ARM functions.
  package var word: (UInt64) -> UInt64?

  package init(
    globalPointer: UInt64? = nil, hasFixedAddresses: Bool = false, isLinkageTable: Bool = false,
    data: [Range<UInt64>] = [], word: @escaping (UInt64) -> UInt64? = { _ in nil }
  ) {
    self.globalPointer = globalPointer
    self.hasFixedAddresses = hasFixedAddresses
    self.isLinkageTable = isLinkageTable
    self.data = data
    self.word = word
  }
}

extension Disassembler {
  /// Decodes a function and finds the addresses that it computes in more than one instruction.
  ///
  /// - Parameters:
  ///   - bytes: the function's code.
  ///   - address: where its first byte lies, which is where it is entered.
  ///   - context: what is known of its file.
  /// - Returns: the instructions, in order, without gaps.
  package func function(
    _ bytes: [UInt8], at address: UInt64, _ context: FunctionContext
  ) -> [Instruction] {
    var code = raw(bytes, at: address, data: context.data)
    let literals = literals(in: code, at: address, count: bytes.count)
    if !literals.isEmpty {
      code = raw(bytes, at: address, data: Self.union(context.data, literals))
    }
    ValueTracking(machine, context).resolve(&code)
    return code.map(\.instruction)
  }

  /// Decodes what lies between the data, and shows the data as words.
  private func raw(
    _ bytes: [UInt8], at address: UInt64, data: [Range<UInt64>]
  ) -> [RawInstruction] {
    guard !data.isEmpty else { return raw(bytes, at: address) }
    let end = address &+ UInt64(bytes.count)
    func slice(_ range: Range<UInt64>) -> [UInt8] {
      Array(bytes[Int(range.lowerBound - address)..<Int(range.upperBound - address)])
    }
    var found: [RawInstruction] = []
    var place = address
    for range in data {
      let start = min(max(range.lowerBound, place), end)
      let stop = min(max(range.upperBound, start), end)
      if place < start { found += raw(slice(place..<start), at: place) }
      var word = start
      while word < stop {
        let next = min(stop, (word | 3) &+ 1)
        found.append(dataWord(slice(word..<next), at: word))
        word = next
      }
      place = stop
    }
    if place < end { found += raw(slice(place..<end), at: place) }
    return found
  }

  /// The words that ARM code reads relative to itself lie behind it, often within its symbol.
  private func literals(
    in code: [RawInstruction], at address: UInt64, count: Int
  ) -> [Range<UInt64>] {
    guard machine.machine == 40 || machine.machine == 183, address <= .max - UInt64(count)
    else { return [] }
    let function = address..<(address + UInt64(count))
    var found: [Range<UInt64>] = []
    for raw in code {
      guard let reference = raw.instruction.reference, reference.isAccess,
        function.contains(reference.address), reference.address & 3 == 0
      else { continue }
      let size: UInt64 = raw.instruction.mnemonic.hasPrefix("vldr") ? 8 : 4
      found.append(reference.address..<min(function.upperBound, reference.address + size))
    }
    return found
  }

  /// Ranges of both, in order, those that overlap or touch joined.
  private static func union(
    _ left: [Range<UInt64>], _ right: [Range<UInt64>]
  ) -> [Range<UInt64>] {
    var joined: [Range<UInt64>] = []
    for range in (left + right).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

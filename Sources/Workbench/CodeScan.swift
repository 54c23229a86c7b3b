internal import Disassembly
internal import ELFModel
internal import ELFReader

/// Looks through all code of a library for references to one function.
///
/// Decoding everything would take minutes for the largest libraries, so a quick look at the bytes
/// first tells which functions could refer to it at all; only those are decoded.
struct CodeScan {
  private let code: LibraryCode
  private let function: FoundFunction
  /// The words that point to the function.
  let slots: [UInt64]
  /// The function's address and those of the stubs that lead to it.
  private let targets: Set<UInt64>
  private let slotSet: Set<UInt64>

  init(_ code: LibraryCode, _ function: FoundFunction) {
    self.code = code
    self.function = function
    slots = code.slots.slots(pointingTo: function.address)
    slotSet = Set(slots)
    var targets: Set<UInt64> = [function.address]
    if code.contents.header.machine == 21 { targets.insert(function.address &+ 8) }
    for stub in LinkageTables(code.contents, code.slots, code.names).stubs
    where stub.kind == .function && code.isFunction(function, named: stub.name) {
      targets.insert(stub.address)
    }
    self.targets = targets
  }

  func references(isCancelled: () -> Bool) throws(CodeError) -> [CrossReference] {
    var found: [CrossReference] = []
    for section in code.contents.sections where section.holdsCode && section.isLoaded {
      for piece in pieces(of: section) {
        if isCancelled() { return found }
        let count = Int(piece.upperBound - piece.lowerBound)
        let bytes = code.contents.bytes(at: piece.lowerBound, count: count)
        guard couldRefer(bytes, at: piece.lowerBound) else { continue }
        found += try references(in: bytes, at: piece.lowerBound)
      }
    }
    return found
  }

  /// The functions of a section, and what lies between them.
  private func pieces(of section: ELFSection) -> [Range<UInt64>] {
    let (end, overflow) = section.address.addingReportingOverflow(section.size)
    guard !overflow, section.size > 0 else { return [] }
    let range = section.address..<end
    var starts: Set<UInt64> = [section.address]
    for entry in code.names.functions where range.contains(entry.address) {
      starts.insert(entry.address)
      let behind = entry.address &+ entry.size
      if entry.size > 0, range.contains(behind) { starts.insert(behind) }
    }
    for start in code.contents.functionStarts() where range.contains(start) {
      starts.insert(start)
    }
    let sorted = starts.sorted()
    return sorted.indices.map { index in
      let end = index + 1 < sorted.count ? sorted[index + 1] : range.upperBound
      return sorted[index]..<min(end, sorted[index] &+ LibraryCode.mostCode)
    }
  }

  // MARK: Quick look

  private func couldRefer(_ bytes: [UInt8], at address: UInt64) -> Bool {
    switch code.contents.header.machine {
    case 62 where code.contents.header.type != 2: x86CouldRefer(bytes, at: address)
    case 183: aarch64CouldRefer(bytes, at: address)
    default: true
    }
  }

  /// Everything that refers to a place has its distance from the end of the instruction in four
  /// bytes, behind which at most four bytes of a constant follow; or, nearby, in one byte.
  private func x86CouldRefer(_ bytes: [UInt8], at address: UInt64) -> Bool {
    let wanted = targets.union(slotSet).map { UInt32(truncatingIfNeeded: $0) }
    let base = UInt32(truncatingIfNeeded: address)
    return bytes.withUnsafeBytes { bytes in
      for target in wanted {
        // distance + place of the end == target, for an end 4, 5, 6 or 8 bytes further.
        let goal = target &- base &- 4
        var offset = 0
        let last = bytes.count - 4
        while offset <= last {
          let distance = UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
          let gap = goal &- distance &- UInt32(truncatingIfNeeded: offset)
          if gap <= 4 { return true }
          offset += 1
        }
        let near = Int64(bitPattern: UInt64(target)) - Int64(bitPattern: UInt64(base))
        if near >= -256, near <= Int64(bytes.count) + 256 { return true }
      }
      return false
    }
  }

  private func aarch64CouldRefer(_ bytes: [UInt8], at address: UInt64) -> Bool {
    let wanted = targets.union(slotSet)
    let pages = Set(wanted.map { $0 >> 12 })
    return bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, through: bytes.count - 4, by: 4) {
        let word = UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        let place = address &+ UInt64(offset)
        if word & 0x7c00_0000 == 0x1400_0000 {
          // B and BL: 26 bits, in words.
          let distance = Int64(Int32(bitPattern: word << 6) >> 6) * 4
          if wanted.contains(place &+ UInt64(bitPattern: distance)) { return true }
        } else if word & 0x9f00_0000 == 0x9000_0000 {
          // ADRP: 21 bits, in pages.
          let high = Int64(Int32(bitPattern: word << 8) >> 13) << 2
          let page = (place >> 12) &+ UInt64(bitPattern: high | Int64(word >> 29 & 3))
          if pages.contains(page & 0xf_ffff_ffff_ffff) { return true }
        } else if word & 0x9f00_0000 == 0x1000_0000 || word & 0x7e00_0000 == 0x3400_0000
          || word & 0xff00_0010 == 0x5400_0000
        {
          // ADR, CBZ and B.cond reach a megabyte.
          if wanted.contains(where: { $0 &- place &+ (1 << 20) < 1 << 21 }) { return true }
        }
      }
      return false
    }
  }

  // MARK: Decoding

  private func references(
    in bytes: [UInt8], at address: UInt64
  ) throws(CodeError) -> [CrossReference] {
    let piece = FoundFunction(
      name: "", address: address, size: UInt64(bytes.count), section: 0,
      isThumb: code.isThumb(at: address), isResolver: false)
    var found: [CrossReference] = []
    for instruction in try code.instructions(bytes, of: piece) {
      guard let kind = kind(of: instruction),
        let place = code.names.place(at: instruction.address), place.name != function.name
      else { continue }
      found.append(CrossReference(kind: kind, address: instruction.address, place: place))
    }
    return found
  }

  private func kind(of instruction: Instruction) -> CrossReference.Kind? {
    let goesThere =
      instruction.target.map { targets.contains(code.contents.machine.codeAddress($0)) } ?? false
    guard
      goesThere
        || instruction.reference.map({
          $0.isAccess
            ? slotSet.contains($0.address)
            : targets.contains(code.contents.machine.codeAddress($0.address))
        }) ?? false
    else { return nil }
    switch instruction.flow {
    case .call: return .call
    case .jump, .conditionalJump: return .jump
    case .next: return .address
    case .return, .stop: return nil
    }
  }
}

extension LibraryCode {
  /// Whether a name is one of a function's names.
  func isFunction(_ function: FoundFunction, named name: String) -> Bool {
    if name == function.name { return true }
    return image.dynsym.symbols.contains { symbol in
      symbol.isDefined && contents.machine.codeAddress(symbol.value) == function.address
        && image.dynsym.name(of: symbol) == name
    }
  }

  /// Whether the code at an address is Thumb, by the symbol that covers it.
  func isThumb(at address: UInt64) -> Bool {
    guard contents.header.machine == 40, let entry = names.entry(at: address) else { return false }
    return entry.isThumb
  }
}

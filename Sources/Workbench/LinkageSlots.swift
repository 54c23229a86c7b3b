internal import ELFModel
internal import ELFReader

/// What the words of the global offset table, and other words that are filled in when the library is
/// loaded, will hold: by relocation, the place they point to.
struct LinkageSlots {
  private enum Value: Hashable {
    /// Index in `.dynsym`, and what is added.
    case symbol(UInt32, Int64)
    case address(UInt64)
  }

  private var values: [UInt64: Value] = [:]
  private let dynsym: SymbolTable
  private let machine: CodeMachine

  init(_ contents: ELFContents, _ image: ELFImage) {
    dynsym = image.dynsym
    machine = contents.machine
    guard !contents.header.isRelocatable else { return }
    let isRelative = Set(
      (0..<2048).filter { RelocationName.isRelative(machine: machine.machine, type: $0) })
    let indirect = Self.indirectTypes(machine.machine)
    contents.visitRelocations { relocation in
      guard values.count < Self.mostSlots else { return }
      if relocation.symbol > 0 {
        values[relocation.address] = .symbol(relocation.symbol, relocation.addend ?? 0)
      } else if isRelative.contains(relocation.type) || indirect.contains(relocation.type) {
        let target =
          relocation.addend.map { UInt64(bitPattern: $0) } ?? contents.word(at: relocation.address)
        if let target { values[relocation.address] = .address(target & machine.addressMask) }
      }
    }
    readMIPSTable(contents)
  }

  /// More are damage, or not worth the memory.
  private static let mostSlots = 1 << 22

  /// `R_…_IRELATIVE`: the address of a function that chooses another.
  private static func indirectTypes(_ machine: UInt16) -> [UInt32] {
    switch machine {
    case 62: [37]
    case 3: [42]
    case 183: [1032]
    case 40: [160]
    case 243: [58]
    case 22: [61]
    case 20: [248]
    // `R_PPC64_JMP_IREL` for stubs.
    case 21: [247, 248]
    default: []
    }
  }

  /// MIPS has no relocations for its table: local entries are addresses already, the others stand
  /// in the order of the dynamic symbols (System V ABI, MIPS supplement, "Global Offset Table").
  private mutating func readMIPSTable(_ contents: ELFContents) {
    guard machine.machine == 8, let table = contents.dynamicValue(3),
      let localCount = contents.dynamicValue(0x7000_000a),
      let firstSymbol = contents.dynamicValue(0x7000_0013), localCount < 1 << 20
    else { return }
    let word = UInt64(machine.bits / 8)
    for index in 0..<localCount {
      let slot = table &+ index &* word
      if let target = contents.word(at: slot), target != 0 { values[slot] = .address(target) }
    }
    guard firstSymbol <= dynsym.symbols.count else { return }
    for symbol in firstSymbol..<(UInt64(dynsym.symbols.count) + 1) {
      let slot = table &+ (localCount &+ symbol &- firstSymbol) &* word
      values[slot] = .symbol(UInt32(truncatingIfNeeded: symbol), 0)
    }
  }

  /// The place that a word will point to; nil when it is not filled in.
  func place(ofSlot slot: UInt64, _ names: AddressNames) -> CodePlace? {
    switch values[slot] {
    case .symbol(let index, let addend):
      guard index > 0, Int(index) <= dynsym.symbols.count else { return nil }
      let symbol = dynsym.symbols[Int(index) - 1]
      let kind: CodePlace.Kind =
        !symbol.isDefined ? .imported : symbol.type.isCallable ? .function : .data
      guard symbol.nameOffset > 0 else { return names.place(at: symbol.value) }
      return CodePlace(
        kind: kind, name: dynsym.name(of: symbol), offset: UInt64(clamping: addend))
    case .address(let address): return names.place(at: machine.codeAddress(address))
    case nil: return nil
    }
  }

  /// The addresses of the words that will hold an address, or that of one of its symbols.
  func slots(pointingTo address: UInt64) -> [UInt64] {
    values.compactMap { slot, value in
      switch value {
      case .address(let target):
        return machine.codeAddress(target) == address ? slot : nil
      case .symbol(let index, let addend):
        guard addend == 0, index > 0, Int(index) <= dynsym.symbols.count else { return nil }
        let symbol = dynsym.symbols[Int(index) - 1]
        return symbol.isDefined && machine.codeAddress(symbol.value) == address ? slot : nil
      }
    }
    .sorted()
  }
}

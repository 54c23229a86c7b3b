internal import Disassembly
internal import ELFModel
internal import ELFReader

/// The stubs through which functions of other libraries are called (`.plt` and kin), found by
/// decoding them: each ends in a jump through a word that a relocation fills in.
struct LinkageTables {
  typealias Stub = (address: UInt64, size: UInt64, kind: CodePlace.Kind, name: String)

  private(set) var stubs: [Stub] = []

  init(_ contents: ELFContents, _ slots: LinkageSlots, _ names: AddressNames) {
    guard let disassembler = try? Disassembler(contents.machine) else { return }
    let context = FunctionContext(
      globalPointer: Self.globalPointer(of: contents),
      hasFixedAddresses: contents.header.type == 2, isLinkageTable: true,
      word: { contents.word(at: $0) })
    for section in contents.sections where section.holdsCode && Self.isTable(section.name) {
      // SPARC relocates the stubs themselves.
      let bytes = contents.bytes(
        at: section.address, count: Int(min(section.size, Self.mostBytes)))
      let code = disassembler.function(bytes, at: section.address, context)
      read(code, slots, names)
    }
  }

  private static func isTable(_ name: String) -> Bool {
    [".plt", ".plt.sec", ".plt.got", ".plt.bnd", ".iplt"].contains(name)
  }

  private static let mostBytes: UInt64 = 1 << 24

  private mutating func read(
    _ code: [Instruction], _ slots: LinkageSlots, _ names: AddressNames
  ) {
    var start: UInt64?
    for instruction in code {
      let isPadding =
        instruction.mnemonic == "nop" || instruction.mnemonic == "nopr"
        || !instruction.isDecoded
      if start == nil, !isPadding { start = instruction.address }
      switch instruction.flow {
      case .next, .call: continue
      case .jump, .conditionalJump, .return, .stop: break
      }
      if let first = start, let reference = instruction.reference, reference.isAccess,
        let place = slots.place(ofSlot: reference.address, names)
      {
        stubs.append((first, instruction.end - first, place.kind, place.text))
      }
      start = nil
    }
  }

  /// What the machine's ABI keeps in a register to reach data; nil where none is kept.
  static func globalPointer(of contents: ELFContents) -> UInt64? {
    func start(of name: String) -> UInt64? {
      contents.sections.first { $0.name == name }?.address
    }
    switch contents.header.machine {
    // `DT_PLTGOT` is the address of `_GLOBAL_OFFSET_TABLE_`.
    case 3: return contents.dynamicValue(3) ?? start(of: ".got.plt") ?? start(of: ".got")
    // `.TOC.` is 32 kB behind the start of the table, `_gp` 0x7ff0 bytes.
    case 21: return start(of: ".got").map { $0 &+ 0x8000 }
    case 8: return contents.dynamicValue(3).map { $0 &+ 0x7ff0 }
    default: return nil
    }
  }
}

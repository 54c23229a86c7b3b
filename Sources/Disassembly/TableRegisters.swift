internal import CCapstone
internal import ELFModel

/// PowerPC64: register 2 holds the address of the table of contents, which a function computes from
/// its own address in register 12 (64-bit ELF V2 ABI, section 2.3.2).
struct PowerPC64Registers: RegisterRules {
  let tableOfContents: UInt64?

  var isNeeded: Bool { true }

  func stateAtEntry(of address: UInt64) -> ValueTracking.State {
    var state = stateEverywhere
    state[PPC_REG_R12.rawValue] = .address(address)
    return state
  }

  var stateEverywhere: ValueTracking.State {
    tableOfContents.map { [PPC_REG_R2.rawValue: .address($0)] } ?? [:]
  }

  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State) {
    let result = value(raw, state)
    if raw.instruction.flow == .call {
      for number in UInt32(3)...12 { state[PPC_REG_R0.rawValue + number] = nil }
      state[PPC_REG_R0.rawValue] = nil
    }
    switch raw.operands.first {
    case .register(let target) where raw.instruction.flow == .next:
      // `mtctr r12` and the stores read their register.
      let mnemonic = raw.instruction.mnemonic
      if !mnemonic.hasPrefix("mt"), !mnemonic.hasPrefix("st") { state[target] = nil }
    case .register, .immediate, .memory, .other, nil: break
    }
    if raw.instruction.mnemonic == "lmw" { state.removeAll() }
    if let result { state[result.0] = result.1 }
  }

  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    if raw.instruction.mnemonic == "bctr" || raw.instruction.mnemonic == "bctrl" {
      guard case .content(let slot) = state[Self.counter] else { return nil }
      return Instruction.Reference(address: slot, isAccess: true)
    }
    if let reference = access(raw, state) { return reference }
    // That the table's own address is computed is no reference to it.
    guard raw.instruction.mnemonic == "addi", let (target, value) = value(raw, state),
      case .address(let address) = value, target != PPC_REG_R2.rawValue
    else { return nil }
    return Instruction.Reference(address: address, isAccess: false)
  }

  private static var counter: UInt32 { PPC_REG_CTR.rawValue }

  private func value(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> (UInt32, ValueTracking.Value)? {
    guard case .register(let target) = raw.operands.first else { return nil }
    let second = raw.operands.dropFirst().first
    switch (raw.instruction.mnemonic, second, raw.operands.dropFirst(2).first) {
    case ("addis", .register(let source), .immediate(let high)):
      guard case .address(let start) = state[source] else { return nil }
      return (target, .address(start &+ UInt64(bitPattern: high << 16)))
    case ("addi", .register(let source), .immediate(let low)):
      guard case .address(let start) = state[source] else { return nil }
      return (target, .address(start &+ UInt64(bitPattern: low)))
    case ("ld", .memory(base: PPC_REG_R1.rawValue, index: 0, displacement: 24), nil)
    where target == PPC_REG_R2.rawValue:
      // Saved around calls through the linkage table (section 2.3.3).
      return tableOfContents.map { (target, .address($0)) }
    case ("ld", .some(let memory), nil):
      return address(of: memory, state).map { (target, .content(of: $0)) }
    case ("mr", .register(let source), nil): return state[source].map { (target, $0) }
    case ("mtctr", nil, nil): return state[target].map { (Self.counter, $0) }
    default: return nil
    }
  }
}

/// MIPS: `$gp` holds an address in the middle of the global offset table, which a function computes
/// from its own address in `$t9` (System V ABI, MIPS supplement, "Position-Independent Function
/// Prologue").
struct MIPSRegisters: RegisterRules {
  let globalPointer: UInt64?

  var isNeeded: Bool { globalPointer != nil }

  /// `$gp` holds everywhere, since a function restores it after each call.
  func stateAtEntry(of _: UInt64) -> ValueTracking.State { [:] }

  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State) {
    let result = value(raw, state)
    switch raw.operands.first {
    case .register(let target) where raw.instruction.flow == .next: state[target] = nil
    case .register, .immediate, .memory, .other, nil: break
    }
    // The callee may change these, but not before the instruction in the delay slot.
    if raw.instruction.flow == .call {
      let saved: Set<UInt32> = Set(MIPS_REG_S0.rawValue...MIPS_REG_S7.rawValue)
      state = state.filter { saved.contains($0.key) }
    }
    if let result { state[result.0] = result.1 }
  }

  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    if let reference = indirect(raw, state) { return reference }
    guard let slot = slot(raw) else { return nil }
    return Instruction.Reference(address: slot, isAccess: true)
  }

  /// The word of the table that `lw $t9, -0x7fe8($gp)` reads.
  private func slot(_ raw: RawInstruction) -> UInt64? {
    guard let globalPointer, raw.instruction.mnemonic == "lw" || raw.instruction.mnemonic == "ld",
      raw.operands.count == 2,
      case .memory(base: MIPS_REG_GP.rawValue, index: 0, let displacement) = raw.operands[1]
    else { return nil }
    return globalPointer &+ UInt64(bitPattern: displacement)
  }

  private func value(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> (UInt32, ValueTracking.Value)? {
    guard case .register(let target) = raw.operands.first else { return nil }
    if let slot = slot(raw) { return (target, .content(of: slot)) }
    guard raw.instruction.mnemonic == "move", raw.operands.count == 2,
      case .register(let source) = raw.operands[1]
    else { return nil }
    return state[source].map { (target, $0) }
  }
}

/// S/390: `larl` has the address; loads and branches go through its register.
struct S390Registers: RegisterRules {
  var isNeeded: Bool { true }

  func stateAtEntry(of _: UInt64) -> ValueTracking.State { [:] }

  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State) {
    let result = value(raw, state)
    if raw.instruction.flow == .call {
      for number in UInt32(0)...5 { state[SYSZ_REG_0.rawValue + number] = nil }
      state[SYSZ_REG_14.rawValue] = nil
    }
    // `lm`, `lmg` fill a range of registers.
    if raw.instruction.mnemonic.hasPrefix("lm") { state.removeAll() }
    switch raw.operands.first {
    case .register(let target) where raw.instruction.flow == .next:
      guard !raw.instruction.mnemonic.hasPrefix("st") else { break }
      // Products and quotients fill a pair, the even register first.
      state[target] = nil
      state[target &+ 1] = nil
    case .register, .immediate, .memory, .other, nil: break
    }
    if let result { state[result.0] = result.1 }
  }

  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    if let reference = indirect(raw, state) { return reference }
    guard let reference = access(raw, state) else { return nil }
    let isAccess = raw.instruction.mnemonic != "la" && raw.instruction.mnemonic != "lay"
    return Instruction.Reference(address: reference.address, isAccess: isAccess)
  }

  private func value(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> (UInt32, ValueTracking.Value)? {
    guard raw.operands.count == 2, case .register(let target) = raw.operands[0] else { return nil }
    switch (raw.instruction.mnemonic, raw.operands[1]) {
    case ("larl", .immediate(let address)):
      return (target, .address(UInt64(bitPattern: address)))
    case ("lgrl", .immediate(let address)):
      return (target, .content(of: UInt64(bitPattern: address)))
    case ("lg", .memory):
      return address(of: raw.operands[1], state).map { (target, .content(of: $0)) }
    case ("la", .memory), ("lay", .memory):
      return address(of: raw.operands[1], state).map { (target, .address($0)) }
    case ("lgr", .register(let source)): return state[source].map { (target, $0) }
    default: return nil
    }
  }
}

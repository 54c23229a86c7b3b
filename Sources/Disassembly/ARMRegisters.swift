internal import CCapstone
internal import ELFModel

/// AArch64: `adrp` puts a page into a register, `add` and the displacements of loads and stores the
/// rest (AAELF64, "Relocation").
struct AArch64Registers: RegisterRules {
  var isNeeded: Bool { true }

  func stateAtEntry(of _: UInt64) -> ValueTracking.State { [:] }

  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State) {
    let result = value(raw, state)
    if raw.instruction.flow == .call {
      for number in UInt32(0)...18 { state[ARM64_REG_X0.rawValue + number] = nil }
      state[ARM64_REG_X30.rawValue] = nil
    }
    // Without knowing what is written, nothing is known any more.
    guard let written = raw.written else { return state.removeAll() }
    for register in written { state[Self.whole(register)] = nil }
    if let result { state[result.0] = result.1 }
  }

  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    if let reference = indirect(raw, state) ?? access(raw, state) { return reference }
    guard raw.instruction.mnemonic == "add", case .address(let address) = value(raw, state)?.1
    else { return nil }
    return Instruction.Reference(address: address, isAccess: false)
  }

  private func value(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> (UInt32, ValueTracking.Value)? {
    guard raw.operands.count >= 2, case .register(let target) = raw.operands[0],
      target == Self.whole(target)
    else { return nil }
    switch (raw.instruction.mnemonic, raw.operands[1], raw.operands.dropFirst(2).first) {
    case ("adrp", .immediate(let page), nil), ("adr", .immediate(let page), nil):
      return (target, .address(UInt64(bitPattern: page)))
    case ("add", .register(let source), .immediate(let distance)):
      guard case .address(let start) = state[source] else { return nil }
      return (target, .address(start &+ UInt64(bitPattern: distance)))
    case ("mov", .register(let source), nil): return state[source].map { (target, $0) }
    case ("ldr", .memory, nil):
      return address(of: raw.operands[1], state).map { (target, .content(of: $0)) }
    default: return nil
    }
  }

  /// The 64-bit register that a 32-bit one is half of.
  private static func whole(_ register: UInt32) -> UInt32 {
    let number = register &- ARM64_REG_W0.rawValue
    switch number {
    case 0...28: return ARM64_REG_X0.rawValue + number
    case 29: return ARM64_REG_X29.rawValue
    case 30: return ARM64_REG_X30.rawValue
    default: return register
    }
  }
}

/// ARM: constants kept between functions, relative to the instruction that adds the program counter
/// to them; `movw` and `movt`; the stubs of the linkage table.
struct ARMRegisters: RegisterRules {
  let isThumb: Bool
  let word: (UInt64) -> UInt64?

  var isNeeded: Bool { true }

  func stateAtEntry(of _: UInt64) -> ValueTracking.State { [:] }

  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State) {
    let result = value(raw, state)
    if raw.instruction.flow == .call {
      let clobbered = [ARM_REG_R0, ARM_REG_R1, ARM_REG_R2, ARM_REG_R3, ARM_REG_R12, ARM_REG_LR]
      for register in clobbered { state[register.rawValue] = nil }
    }
    guard let written = raw.written else { return state.removeAll() }
    for register in written { state[register] = nil }
    if let result { state[result.0] = result.1 }
  }

  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    if let reference = indirect(raw, state) ?? access(raw, state) { return reference }
    let mnemonic = raw.instruction.mnemonic
    guard mnemonic.hasPrefix("add") || mnemonic.hasPrefix("movt"),
      case .address(let address) = value(raw, state)?.1
    else { return nil }
    return Instruction.Reference(address: address, isAccess: false)
  }

  private func value(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> (UInt32, ValueTracking.Value)? {
    guard raw.operands.count >= 2, case .register(let target) = raw.operands[0] else { return nil }
    switch raw.instruction.mnemonic {
    case "ldr", "ldr.w":
      if let literal = raw.instruction.reference, literal.isAccess {
        return word(literal.address).map { (target, .address($0)) }
      }
      return address(of: raw.operands[1], state).map { (target, .content(of: $0)) }
    case "movw":
      guard case .immediate(let low) = raw.operands[1] else { return nil }
      return (target, .address(UInt64(bitPattern: low) & 0xffff))
    case "movt":
      guard case .immediate(let high) = raw.operands[1], case .address(let low) = state[target]
      else { return nil }
      return (target, .address((UInt64(bitPattern: high) & 0xffff) << 16 | low & 0xffff))
    case "mov":
      guard case .register(let source) = raw.operands[1] else { return nil }
      return state[source].map { (target, $0) }
    case "add", "add.w":
      return sum(raw, state).map { (target, .address($0 & 0xffff_ffff)) }
    default: return nil
    }
  }

  /// Adds up the operands behind the target; the two-operand form of Thumb adds to the target.
  private func sum(_ raw: RawInstruction, _ state: ValueTracking.State) -> UInt64? {
    var operands = raw.operands.count == 2 ? raw.operands[...] : raw.operands.dropFirst()
    // `add ip, pc, #0, #12`: a constant and how far it is rotated right.
    if operands.count == 3, case .immediate(let rotation) = operands.last,
      case .immediate(let value) = operands.dropFirst().first
    {
      let bits = UInt32(truncatingIfNeeded: value)
      let turn = UInt32(truncatingIfNeeded: rotation) & 31
      let turned = turn == 0 ? bits : bits >> turn | bits << (32 - turn)
      operands = [operands[operands.startIndex], .immediate(Int64(turned))]
    }
    var total: UInt64 = 0
    for operand in operands {
      switch operand {
      case .immediate(let value): total = total &+ UInt64(bitPattern: value)
      case .register(ARM_REG_PC.rawValue):
        // `add rX, pc` reads the counter as it is, unlike the forms that align it.
        total = total &+ raw.instruction.address &+ (isThumb ? 4 : 8)
      case .register(let register):
        guard case .address(let value) = state[register] else { return nil }
        total = total &+ value
      case .memory, .other: return nil
      }
    }
    return total
  }
}

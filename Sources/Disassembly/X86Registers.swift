internal import CCapstone
internal import ELFModel

/// Position-independent code of i386 finds its global offset table by the return address of a call,
/// and everything else by its distance to it.
///
/// Source: System V ABI, i386 supplement, "Position-Independent Function Prologue". Code linked to
/// a fixed place has addresses as constants, on x86-64 too.
struct X86Registers: RegisterRules {
  let machine: UInt16
  let context: FunctionContext

  var isNeeded: Bool { machine == 3 || context.hasFixedAddresses }

  func stateAtEntry(of _: UInt64) -> ValueTracking.State { stateEverywhere }

  /// The stubs of a linkage table expect the global offset table in one register.
  var stateEverywhere: ValueTracking.State {
    guard machine == 3, context.isLinkageTable, let table = context.globalPointer
    else { return [:] }
    return [X86_REG_EBX.rawValue: .address(table)]
  }

  /// A key that no register has: the return address of the last call.
  private static let returnAddress: UInt32 = .max

  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State) {
    let result = value(raw, state)
    if raw.instruction.flow == .call {
      for register in [X86_REG_EAX, X86_REG_ECX, X86_REG_EDX] {
        state[register.rawValue] = nil
      }
      state[Self.returnAddress] = .address(raw.instruction.end)
    }
    guard let written = raw.written else { return state.removeAll() }
    for register in written { state[Self.whole(register)] = nil }
    if let result { state[result.0] = result.1 }
  }

  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    if let reference = indirect(raw, state) { return reference }
    if let reference = access(raw, state) {
      return Instruction.Reference(
        address: reference.address, isAccess: raw.instruction.mnemonic != "lea")
    }
    guard context.hasFixedAddresses, ["mov", "movabs", "push"].contains(raw.instruction.mnemonic),
      case .immediate(let value) = raw.operands.last, value > 0
    else { return nil }
    return Instruction.Reference(address: UInt64(bitPattern: value), isAccess: false)
  }

  private func value(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> (UInt32, ValueTracking.Value)? {
    guard machine == 3, raw.operands.count == 2, case .register(let target) = raw.operands[0]
    else { return nil }
    switch (raw.instruction.mnemonic, raw.operands[1]) {
    case ("add", .immediate(let distance)):
      if case .address(let start) = state[target] {
        return (target, .address((start &+ UInt64(bitPattern: distance)) & 0xffff_ffff))
      }
      // The register holds the return address of the call before; that the sum is the table says
      // so, since no other 32-bit distance could lead there.
      guard let table = context.globalPointer, case .address(let back) = state[Self.returnAddress],
        (back &+ UInt64(bitPattern: distance)) & 0xffff_ffff == table
      else { return nil }
      return (target, .address(table))
    case ("lea", .memory):
      return address(of: raw.operands[1], state).map { (target, .address($0 & 0xffff_ffff)) }
    case ("mov", .register(let source)): return state[source].map { (target, $0) }
    case ("mov", .memory):
      return address(of: raw.operands[1], state)
        .map { (target, .content(of: $0 & 0xffff_ffff)) }
    default: return nil
    }
  }

  /// The 32-bit register that a smaller one is part of.
  private static func whole(_ register: UInt32) -> UInt32 {
    let parts: [UInt32: x86_reg] = [
      X86_REG_AL.rawValue: X86_REG_EAX, X86_REG_AH.rawValue: X86_REG_EAX,
      X86_REG_AX.rawValue: X86_REG_EAX, X86_REG_BL.rawValue: X86_REG_EBX,
      X86_REG_BH.rawValue: X86_REG_EBX, X86_REG_BX.rawValue: X86_REG_EBX,
      X86_REG_CL.rawValue: X86_REG_ECX, X86_REG_CH.rawValue: X86_REG_ECX,
      X86_REG_CX.rawValue: X86_REG_ECX, X86_REG_DL.rawValue: X86_REG_EDX,
      X86_REG_DH.rawValue: X86_REG_EDX, X86_REG_DX.rawValue: X86_REG_EDX,
      X86_REG_SI.rawValue: X86_REG_ESI, X86_REG_DI.rawValue: X86_REG_EDI,
      X86_REG_BP.rawValue: X86_REG_EBP,
    ]
    return parts[register]?.rawValue ?? register
  }
}

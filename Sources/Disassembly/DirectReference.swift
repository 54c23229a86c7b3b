internal import CCapstone
internal import ELFModel

/// The memory that an instruction names all by itself: relative to its own address, or absolutely.
enum DirectReference {
  static func reference(_ raw: RawInstruction, _ machine: CodeMachine) -> Instruction.Reference? {
    guard raw.instruction.target == nil else { return nil }
    let found: Instruction.Reference?
    switch machine.machine {
    case 62: found = x8664(raw)
    case 3: found = i386(raw)
    case 183: found = aarch64(raw)
    case 40: found = arm(raw, machine)
    case 22: found = s390(raw)
    default: found = nil
    }
    return found.map {
      Instruction.Reference(address: $0.address & machine.addressMask, isAccess: $0.isAccess)
    }
  }

  private static func sum(_ base: UInt64, _ offset: Int64) -> UInt64 {
    base &+ UInt64(bitPattern: offset)
  }

  /// `[rip + x]` counts from the end of the instruction.
  private static func x8664(_ raw: RawInstruction) -> Instruction.Reference? {
    for operand in raw.operands {
      guard case .memory(let base, let index, let displacement) = operand, index == 0,
        base == X86_REG_RIP.rawValue || base == X86_REG_EIP.rawValue
      else { continue }
      return Instruction.Reference(
        address: sum(raw.instruction.end, displacement),
        isAccess: raw.instruction.mnemonic != "lea")
    }
    return nil
  }

  /// `[x]` without registers; code of libraries has it only after being relocated.
  private static func i386(_ raw: RawInstruction) -> Instruction.Reference? {
    for operand in raw.operands {
      guard case .memory(base: 0, index: 0, let displacement) = operand else { continue }
      return Instruction.Reference(
        address: UInt64(bitPattern: displacement), isAccess: raw.instruction.mnemonic != "lea")
    }
    return nil
  }

  /// The address is the immediate operand of `adr` and of the literal forms of `ldr`.
  ///
  /// `adrp` names a page only, to which the instruction that uses it adds.
  private static func aarch64(_ raw: RawInstruction) -> Instruction.Reference? {
    guard raw.operands.count == 2, case .immediate(let address) = raw.operands[1] else {
      return nil
    }
    switch raw.instruction.mnemonic {
    case "adr":
      return Instruction.Reference(address: UInt64(bitPattern: address), isAccess: false)
    case "ldr", "ldrsw", "prfm":
      return Instruction.Reference(address: UInt64(bitPattern: address), isAccess: true)
    default: return nil
    }
  }

  /// What the program counter reads as: two instructions further, on a multiple of four.
  static func armCounter(_ address: UInt64, isThumb: Bool) -> UInt64 {
    isThumb ? (address &+ 4) & ~3 : address &+ 8
  }

  private static func arm(_ raw: RawInstruction, _ machine: CodeMachine) -> Instruction.Reference? {
    let counter = armCounter(raw.instruction.address, isThumb: machine.isThumb)
    let mnemonic = raw.instruction.mnemonic
    if mnemonic.hasPrefix("adr"), raw.operands.count == 2,
      case .immediate(let distance) = raw.operands[1]
    {
      return Instruction.Reference(address: sum(counter, distance), isAccess: false)
    }
    guard mnemonic.hasPrefix("ldr") || mnemonic.hasPrefix("vldr") else { return nil }
    for operand in raw.operands {
      guard case .memory(base: ARM_REG_PC.rawValue, index: 0, let displacement) = operand
      else { continue }
      return Instruction.Reference(address: sum(counter, displacement), isAccess: true)
    }
    return nil
  }

  /// `larl`, and the loads and stores that end in `rl`, have the address as immediate operand.
  private static func s390(_ raw: RawInstruction) -> Instruction.Reference? {
    let mnemonic = raw.instruction.mnemonic
    guard mnemonic.hasSuffix("rl"), let address = raw.lastImmediate else { return nil }
    return Instruction.Reference(
      address: UInt64(bitPattern: address), isAccess: mnemonic != "larl")
  }
}

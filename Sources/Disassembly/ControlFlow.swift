internal import ELFModel

/// What is executed after an instruction, by its mnemonic.
///
/// capstone's groups cannot be relied on: in version 4 a call by `bl` is no call on PowerPC, a
/// branch by `je` no jump on S/390, and on ARM all that is not loaded through a branch is nothing.
enum ControlFlow {
  static func flow(_ raw: RawInstruction, machine: UInt16) -> Instruction.Flow {
    let mnemonic = raw.instruction.mnemonic
    switch machine {
    case 3, 62: return x86(mnemonic)
    case 183: return aarch64(mnemonic)
    case 40: return arm(mnemonic, raw)
    case 8, 10: return mips(mnemonic, raw.instruction.operands)
    case 20, 21: return powerPC(mnemonic)
    case 22: return s390(mnemonic, raw.instruction.operands)
    case 2, 18, 43: return sparc(mnemonic)
    default: return .next
    }
  }

  /// The instruction after a branch is executed before it takes effect.
  static func hasDelaySlot(machine: UInt16) -> Bool {
    switch machine {
    case 2, 8, 10, 18, 43: true
    default: false
    }
  }

  private static func x86(_ mnemonic: String) -> Instruction.Flow {
    // A prefix is part of capstone's mnemonic: `bnd jmp`, `rep ret`.
    switch mnemonic.split(separator: " ").last ?? "" {
    case "call", "lcall": .call
    case "jmp", "ljmp": .jump
    case "ret", "retf", "retfq", "iret", "iretd", "iretq", "sysret", "sysexit": .return
    case "ud0", "ud1", "ud2", "ud2b", "hlt": .stop
    case "loop", "loope", "loopne", "xbegin": .conditionalJump
    case let other: other.hasPrefix("j") ? .conditionalJump : .next
    }
  }

  private static func aarch64(_ mnemonic: String) -> Instruction.Flow {
    switch mnemonic {
    case "bl", "blr", "blraa", "blraaz", "blrab", "blrabz": .call
    case "b", "br", "braa", "braaz", "brab", "brabz": .jump
    case "ret", "retaa", "retab", "eret", "drps": .return
    case "cbz", "cbnz", "tbz", "tbnz": .conditionalJump
    case "brk", "hlt", "udf": .stop
    default: mnemonic.hasPrefix("b.") ? .conditionalJump : .next
    }
  }

  /// capstone's number of the program counter, `ARM_REG_PC`.
  private static let armProgramCounter: UInt32 = 11
  private static let armConditions: Set<Substring> = [
    "eq", "ne", "hs", "lo", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le",
  ]

  private static func arm(_ mnemonic: String, _ raw: RawInstruction) -> Instruction.Flow {
    let name = mnemonic.prefix { $0 != "." }
    let operands = raw.instruction.operands
    let isConditional = armConditions.contains(name.suffix(2))
    if name == "cbz" || name == "cbnz" { return .conditionalJump }
    if name == "tbb" || name == "tbh" { return .jump }
    if name == "udf" || name == "bkpt" { return .stop }
    let stem = isConditional ? name.dropLast(2) : name
    switch stem {
    case "bl", "blx": return .call
    case "b": return isConditional ? .conditionalJump : .jump
    case "bx", "bxj": return isConditional ? .conditionalJump : operands == "lr" ? .return : .jump
    default: break
    }
    // `bls`, `blt` and `ble` are no calls: their stem would be `b` with a condition.
    let writesCounter = raw.written?.contains(armProgramCounter) ?? false
    guard writesCounter || stem == "pop" && operands.hasSuffix("pc}") else { return .next }
    if isConditional { return .conditionalJump }
    let isReturn =
      stem == "pop" || stem.hasPrefix("ldm") || operands == "pc, lr"
      || stem == "ldr" && operands.hasPrefix("pc, [sp]")
    return isReturn ? .return : .jump
  }

  private static func mips(_ mnemonic: String, _ operands: String) -> Instruction.Flow {
    switch mnemonic {
    case "jal", "jalr", "jalx", "bal", "balc", "jialc", "jalrc", "jalr.hb": return .call
    case "bgezal", "bltzal", "bgezall", "bltzall": return .call
    case "j", "b", "bc", "jic": return .jump
    case "jr", "jrc", "jr.hb": return operands == "$ra" ? .return : .jump
    case "break",
      "teq" where operands == "$zero, $zero":
      return .stop
    case "bitswap", "bposge32": return mnemonic == "bposge32" ? .conditionalJump : .next
    default:
      // Branches are `b…`; the other mnemonics with `b` are vector instructions with a dot.
      let isBranch =
        mnemonic.hasPrefix("b") && (!mnemonic.contains(".") || mnemonic.hasPrefix("bc1"))
      return isBranch ? .conditionalJump : .next
    }
  }

  private static func powerPC(_ mnemonic: String) -> Instruction.Flow {
    let name = mnemonic.last == "+" || mnemonic.last == "-" ? mnemonic.dropLast() : mnemonic[...]
    switch name {
    case "b", "ba", "bctr": return .jump
    case "blr": return .return
    case "rfi", "rfid", "rfci": return .return
    case "trap": return .stop
    case "bpermd", "brinc": return .next
    default: break
    }
    guard name.hasPrefix("b") else { return .next }
    // `bl`, `bctrl`, `beql`: the link register is set.
    let isCall =
      name == "bl" || name == "bla" || name.hasSuffix("ctrl") || name.hasSuffix("lrl")
      || ["bcl", "bcla", "bdnzl", "bdzl", "beql", "bnel", "bltl", "bgtl", "blel", "bgel"]
        .contains(name)
    return isCall ? .call : .conditionalJump
  }

  private static func s390(_ mnemonic: String, _ operands: String) -> Instruction.Flow {
    switch mnemonic {
    case "brasl", "bras", "basr", "bas", "balr", "bal", "jas", "jasl": return .call
    case "br": return operands == "%r14" ? .return : .jump
    case "j", "jg", "b": return .jump
    case "brc", "brcl", "bc", "bcr", "brct", "brctg", "brxh", "brxle", "bct", "bctr", "bxh", "bxle":
      return .conditionalJump
    default:
      // `je`, `jgnl`, `jh`; `ber`, `bnhr`; `cgrje`, `clijh`.
      if mnemonic.hasPrefix("j") { return .conditionalJump }
      let isCompare = mnemonic.hasPrefix("c") && mnemonic.contains("j")
      let isConditional = mnemonic.hasPrefix("b") && mnemonic.hasSuffix("r") && mnemonic.count <= 5
      return isCompare || isConditional ? .conditionalJump : .next
    }
  }

  private static func sparc(_ mnemonic: String) -> Instruction.Flow {
    let name = mnemonic.prefix { $0 != "," }
    switch name {
    case "call": return .call
    case "ba", "jmp", "jmpl", "b": return .jump
    case "ret", "retl", "return", "rett": return .return
    case "unimp": return .stop
    case "bmask", "bshuffle": return .next
    default:
      return name.hasPrefix("b") || name.hasPrefix("fb") ? .conditionalJump : .next
    }
  }
}

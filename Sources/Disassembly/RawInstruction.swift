internal import CCapstone
internal import ELFModel

/// An operand, whatever the machine; registers are capstone's numbers, 0 for none.
enum Operand: Hashable {
  case register(UInt32)
  case immediate(Int64)
  case memory(base: UInt32, index: UInt32, displacement: Int64)
  case other
}

/// An instruction with what capstone tells of its operands.
struct RawInstruction {
  var instruction: Instruction
  var id: UInt32 = 0
  var operands: [Operand] = []
  /// Registers that it writes, implicitly or by its operands; nil when capstone does not tell.
  var written: [UInt32]?

  /// The last immediate operand, which is where a direct branch goes.
  var lastImmediate: Int64? {
    for operand in operands.reversed() {
      if case .immediate(let value) = operand { return value }
    }
    return nil
  }
}

extension RawInstruction {
  /// The operands that capstone's detail of an instruction lists, in the order of the text.
  static func operands(_ detail: UnsafePointer<cs_detail>, machine: UInt16) -> [Operand] {
    switch machine {
    case 3, 62: x86(detail.pointee.x86)
    case 183: aarch64(detail.pointee.arm64)
    case 40: arm(detail)
    case 8, 10: mips(detail.pointee.mips)
    case 20, 21: powerPC(detail.pointee.ppc)
    case 22: s390(detail.pointee.sysz)
    case 2, 18, 43: sparc(detail.pointee.sparc)
    default: []
    }
  }

  /// The first elements of a C array, which Swift imports as a tuple.
  private static func list<Tuple, Element>(
    _ tuple: Tuple, of _: Element.Type, count: UInt8, _ operand: (Element) -> Operand
  ) -> [Operand] {
    withUnsafeBytes(of: tuple) { bytes in
      bytes.bindMemory(to: Element.self).prefix(Int(count)).map(operand)
    }
  }

  private static func x86(_ detail: cs_x86) -> [Operand] {
    list(detail.operands, of: cs_x86_op.self, count: detail.op_count) { operand in
      switch operand.type {
      case X86_OP_REG: .register(operand.reg.rawValue)
      case X86_OP_IMM: .immediate(operand.imm)
      // Addresses in the segments FS and GS are those of the thread, not of the file.
      case X86_OP_MEM where operand.mem.segment == X86_REG_FS || operand.mem.segment == X86_REG_GS:
        .other
      case X86_OP_MEM:
        .memory(
          base: operand.mem.base.rawValue, index: operand.mem.index.rawValue,
          displacement: operand.mem.disp)
      default: .other
      }
    }
  }

  private static func aarch64(_ detail: cs_arm64) -> [Operand] {
    list(detail.operands, of: cs_arm64_op.self, count: detail.op_count) { operand in
      switch operand.type {
      case ARM64_OP_REG where operand.shift.value == 0 && operand.ext == ARM64_EXT_INVALID:
        .register(operand.reg.rawValue)
      case ARM64_OP_IMM where operand.shift.value == 0: .immediate(operand.imm)
      case ARM64_OP_IMM where operand.shift.type == ARM64_SFT_LSL && operand.shift.value < 64:
        .immediate(operand.imm << Int64(operand.shift.value))
      case ARM64_OP_MEM:
        .memory(
          base: operand.mem.base.rawValue, index: operand.mem.index.rawValue,
          displacement: Int64(operand.mem.disp))
      default: .other
      }
    }
  }

  /// ARM's detail has 36 operands; copying it for each instruction would be most of the work.
  private static func arm(_ detail: UnsafePointer<cs_detail>) -> [Operand] {
    let count = Int(detail.pointee.arm.op_count)
    guard let offset = MemoryLayout<cs_arm>.offset(of: \.operands),
      let union = MemoryLayout<cs_detail>.offset(of: \.arm)
    else { return list(detail.pointee.arm.operands, of: cs_arm_op.self, count: UInt8(count), arm) }
    let first = UnsafeRawPointer(detail).advanced(by: union + offset)
    return UnsafeRawBufferPointer(start: first, count: count * MemoryLayout<cs_arm_op>.stride)
      .bindMemory(to: cs_arm_op.self).map(arm)
  }

  private static func arm(_ operand: cs_arm_op) -> Operand {
    switch operand.type {
    case ARM_OP_REG where operand.shift.type == ARM_SFT_INVALID && !operand.subtracted:
      .register(UInt32(bitPattern: operand.reg))
    case ARM_OP_IMM: .immediate(Int64(operand.imm))
    case ARM_OP_MEM where operand.mem.scale >= 0 && operand.mem.lshift == 0:
      .memory(
        base: operand.mem.base.rawValue, index: operand.mem.index.rawValue,
        displacement: Int64(operand.mem.disp))
    default: .other
    }
  }

  private static func mips(_ detail: cs_mips) -> [Operand] {
    list(detail.operands, of: cs_mips_op.self, count: detail.op_count) { operand in
      switch operand.type {
      case MIPS_OP_REG: .register(operand.reg.rawValue)
      case MIPS_OP_IMM: .immediate(operand.imm)
      case MIPS_OP_MEM:
        .memory(base: operand.mem.base.rawValue, index: 0, displacement: operand.mem.disp)
      default: .other
      }
    }
  }

  private static func powerPC(_ detail: cs_ppc) -> [Operand] {
    list(detail.operands, of: cs_ppc_op.self, count: detail.op_count) { operand in
      switch operand.type {
      case PPC_OP_REG: .register(operand.reg.rawValue)
      case PPC_OP_IMM: .immediate(operand.imm)
      case PPC_OP_MEM:
        .memory(base: operand.mem.base.rawValue, index: 0, displacement: Int64(operand.mem.disp))
      default: .other
      }
    }
  }

  private static func s390(_ detail: cs_sysz) -> [Operand] {
    list(detail.operands, of: cs_sysz_op.self, count: detail.op_count) { operand in
      switch operand.type {
      case SYSZ_OP_REG: .register(operand.reg.rawValue)
      case SYSZ_OP_IMM: .immediate(operand.imm)
      case SYSZ_OP_MEM:
        .memory(
          base: UInt32(operand.mem.base), index: UInt32(operand.mem.index),
          displacement: operand.mem.disp)
      default: .other
      }
    }
  }

  private static func sparc(_ detail: cs_sparc) -> [Operand] {
    list(detail.operands, of: cs_sparc_op.self, count: detail.op_count) { operand in
      switch operand.type {
      case SPARC_OP_REG: .register(operand.reg.rawValue)
      case SPARC_OP_IMM: .immediate(operand.imm)
      case SPARC_OP_MEM:
        .memory(
          base: UInt32(operand.mem.base), index: UInt32(operand.mem.index),
          displacement: Int64(operand.mem.disp))
      default: .other
      }
    }
  }
}

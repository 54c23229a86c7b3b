internal import ELFModel

/// Finds the addresses that code computes in steps: `adrp` and `add` on AArch64, offsets to the
/// global offset table on i386, constants between functions on ARM, a table's address in a register
/// on PowerPC and MIPS.
///
/// Each register's value is followed through the basic blocks; where two ways meet with different
/// values there is none, so that what is said holds whichever way was taken.
struct ValueTracking {
  enum Value: Hashable {
    case address(UInt64)
    /// What was read at that address, which is filled in when the library is loaded.
    case content(of: UInt64)
  }

  typealias State = [UInt32: Value]

  let machine: CodeMachine
  let context: FunctionContext
  let rules: any RegisterRules

  init(_ machine: CodeMachine, _ context: FunctionContext) {
    self.machine = machine
    self.context = context
    rules = RegisterRulesChoice.rules(for: machine, context)
  }

  /// Fills in the references of the instructions that have none of their own.
  func resolve(_ code: inout [RawInstruction]) {
    guard rules.isNeeded, let first = code.first else { return }
    let blocks = CodeBlocks(code, machine: machine.machine).blocks
    var entry = [State?](repeating: nil, count: blocks.count)
    entry[0] = rules.stateAtEntry(of: first.instruction.address)
    for index in blocks.indices where !blocks[index].hasPredecessor {
      // Reached by a computed jump or by unwinding: only what holds everywhere is known.
      entry[index] = rules.stateEverywhere
    }
    var waiting = blocks.indices.filter { entry[$0] != nil }
    var stepsLeft = Self.mostSteps
    while let index = waiting.popLast(), var state = entry[index], stepsLeft > 0 {
      for place in blocks[index].range { rules.step(code[place], &state) }
      stepsLeft -= blocks[index].range.count
      for successor in blocks[index].successors {
        let met = entry[successor].map { $0.filter { state[$0.key] == $0.value } } ?? state
        if met != entry[successor] {
          entry[successor] = met
          waiting.append(successor)
        }
      }
    }
    // Cut off before all ways had been followed, states may say too much.
    guard stepsLeft > 0 else { return }
    for (index, block) in blocks.enumerated() {
      guard var state = entry[index] else { continue }
      for place in block.range {
        note(&code[place], state)
        rules.step(code[place], &state)
      }
    }
  }

  /// Followed instructions; real functions need a few times their length.
  private static let mostSteps = 1 << 24

  private func note(_ raw: inout RawInstruction, _ state: State) {
    guard raw.instruction.reference == nil, raw.instruction.target == nil,
      let reference = rules.reference(raw, state)
    else { return }
    raw.instruction.reference = Instruction.Reference(
      address: reference.address & machine.addressMask, isAccess: reference.isAccess)
  }
}

/// What a machine's instructions do with the values of registers.
protocol RegisterRules {
  /// Addresses are computed in steps at all.
  var isNeeded: Bool { get }
  /// What the ABI promises of registers when a function is entered.
  func stateAtEntry(of address: UInt64) -> ValueTracking.State
  /// What holds at every place that is entered from outside or by a computed jump.
  var stateEverywhere: ValueTracking.State { get }
  /// The change that an instruction makes.
  func step(_ raw: RawInstruction, _ state: inout ValueTracking.State)
  /// The memory that an instruction names through registers.
  func reference(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference?
}

extension RegisterRules {
  var stateEverywhere: ValueTracking.State { [:] }

  /// Base and displacement of a memory operand whose registers are known.
  func address(of operand: Operand, _ state: ValueTracking.State) -> UInt64? {
    guard case .memory(let base, let index, let displacement) = operand,
      case .address(let start) = state[base]
    else { return nil }
    var offset: UInt64 = 0
    if index != 0 {
      guard case .address(let value) = state[index] else { return nil }
      offset = value
    }
    return start &+ offset &+ UInt64(bitPattern: displacement)
  }

  /// The first memory operand with a known address.
  func access(_ raw: RawInstruction, _ state: ValueTracking.State) -> Instruction.Reference? {
    for operand in raw.operands {
      if let address = address(of: operand, state) {
        return Instruction.Reference(address: address, isAccess: true)
      }
    }
    return nil
  }

  /// The word through which a jump or call by register goes.
  func indirect(
    _ raw: RawInstruction, _ state: ValueTracking.State
  ) -> Instruction.Reference? {
    guard raw.instruction.flow == .call || raw.instruction.flow == .jump else { return nil }
    for operand in raw.operands.reversed() {
      guard case .register(let register) = operand else { continue }
      switch state[register] {
      case .content(let slot): return Instruction.Reference(address: slot, isAccess: true)
      case .address, nil: continue
      }
    }
    return nil
  }
}

enum RegisterRulesChoice {
  static func rules(for machine: CodeMachine, _ context: FunctionContext) -> any RegisterRules {
    switch machine.machine {
    case 183: AArch64Registers()
    case 40: ARMRegisters(isThumb: machine.isThumb, word: context.word)
    case 3, 62: X86Registers(machine: machine.machine, context: context)
    case 8: MIPSRegisters(globalPointer: context.globalPointer)
    case 21: PowerPC64Registers(tableOfContents: context.globalPointer)
    case 22: S390Registers()
    default: NoRegisters()
    }
  }
}

/// For the machines of which nothing is followed.
struct NoRegisters: RegisterRules {
  var isNeeded: Bool { false }
  func stateAtEntry(of _: UInt64) -> ValueTracking.State { [:] }
  func step(_: RawInstruction, _: inout ValueTracking.State) {}
  func reference(_: RawInstruction, _: ValueTracking.State) -> Instruction.Reference? { nil }
}

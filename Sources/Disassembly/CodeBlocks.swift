internal import ELFModel

/// The basic blocks of a function: stretches of code that are only entered at their start.
struct CodeBlocks {
  struct Block {
    /// Indices of its instructions.
    var range: Range<Int>
    /// Blocks that may follow.
    var successors: [Int] = []
    /// Somebody is known to lead here; false for the targets of computed jumps as well.
    var hasPredecessor = false
  }

  private(set) var blocks: [Block] = []

  init(_ code: [RawInstruction], machine: UInt16) {
    guard !code.isEmpty else { return }
    var indices: [UInt64: Int] = [:]
    for (index, raw) in code.enumerated() { indices[raw.instruction.address] = index }
    let delay = ControlFlow.hasDelaySlot(machine: machine) ? 1 : 0
    var starts: Set<Int> = [0]
    for (index, raw) in code.enumerated() where raw.instruction.flow.endsBlock {
      starts.insert(index + 1 + delay)
      if let target = raw.instruction.target.flatMap({ indices[$0] }) { starts.insert(target) }
    }
    let sorted = starts.filter { $0 < code.count }.sorted()
    var blockAt: [Int: Int] = [:]
    for (number, start) in sorted.enumerated() {
      let end = number + 1 < sorted.count ? sorted[number + 1] : code.count
      blockAt[start] = number
      blocks.append(Block(range: start..<end))
    }
    for number in blocks.indices { connect(number, code, indices, blockAt, delay) }
    blocks[0].hasPredecessor = true
  }

  private mutating func connect(
    _ number: Int, _ code: [RawInstruction], _ indices: [UInt64: Int], _ blockAt: [Int: Int],
    _ delay: Int
  ) {
    let range = blocks[number].range
    // The branch is the last instruction, or the one before it where that is a delay slot.
    let last = code[max(range.lowerBound, range.upperBound - 1 - delay)].instruction
    var next: [Int] = []
    switch last.flow {
    case .jump, .conditionalJump:
      if let block = last.target.flatMap({ indices[$0] }).flatMap({ blockAt[$0] }) {
        next.append(block)
      }
      if last.flow == .conditionalJump, number + 1 < blocks.count { next.append(number + 1) }
    case .return, .stop: break
    case .next, .call: if number + 1 < blocks.count { next.append(number + 1) }
    }
    blocks[number].successors = next
    for block in next { blocks[block].hasPredecessor = true }
  }
}

extension Instruction.Flow {
  /// Something else than the next instruction, or a call, may follow.
  fileprivate var endsBlock: Bool {
    switch self {
    case .jump, .conditionalJump, .return, .stop: true
    case .next, .call: false
    }
  }
}

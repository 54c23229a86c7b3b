/// One decoded machine instruction.
package struct Instruction: Hashable, Sendable {
  /// What is executed after it.
  package enum Flow: String, Hashable, Sendable {
    /// The next instruction.
    case next
    /// A function, and then the next instruction.
    case call
    /// Always something else.
    case jump
    /// Something else, or the next instruction.
    case conditionalJump
    /// The caller.
    case `return`
    /// Nothing: it traps.
    case stop
  }

  /// A place in memory that an instruction names.
  package struct Reference: Hashable, Sendable {
    package var address: UInt64
    /// The memory there is read or written; otherwise its address is computed.
    package var isAccess: Bool

    package init(address: UInt64, isAccess: Bool) {
      self.address = address
      self.isAccess = isAccess
    }
  }

  package var address: UInt64
  /// In the order of memory.
  package var bytes: [UInt8]
  /// `.byte`, `.short` or `.word` for bytes that are no instruction known.
  package var mnemonic: String
  package var operands: String
  package var flow: Flow
  /// Where a direct jump or call goes.
  package var target: UInt64?
  /// The memory that it names through the program counter, an absolute address, or addresses
  /// that instructions before it computed.
  package var reference: Reference?
  /// The bytes are an instruction; otherwise they are shown as data.
  package var isDecoded: Bool

  package init(
    address: UInt64, bytes: [UInt8], mnemonic: String, operands: String, flow: Flow = .next,
    target: UInt64? = nil, reference: Reference? = nil, isDecoded: Bool = true
  ) {
    self.address = address
    self.bytes = bytes
    self.mnemonic = mnemonic
    self.operands = operands
    self.flow = flow
    self.target = target
    self.reference = reference
    self.isDecoded = isDecoded
  }

  /// Mnemonic and operands, as an assembler would read them.
  package var text: String { operands.isEmpty ? mnemonic : "\(mnemonic) \(operands)" }

  /// The address behind it.
  package var end: UInt64 { address &+ UInt64(bytes.count) }
}

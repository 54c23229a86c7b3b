package import Disassembly
package import ELFModel

/// Code in the memory of a process on this machine, such as that around a fault.
package enum LiveCode {
  /// Decodes bytes read from memory.
  ///
  /// - Parameters:
  ///   - bytes: the code, from the first byte of an instruction on; 15 bytes hold any one.
  ///   - address: where it lies.
  ///   - most: how many instructions are wanted.
  /// - Returns: the instructions; bytes that are none are shown as data.
  /// - Throws: ``DisassemblyError`` when capstone is not installed.
  package static func instructions(
    _ bytes: [UInt8], at address: UInt64, most: Int = .max
  ) throws(DisassemblyError) -> [Instruction] {
    let disassembler = try Disassembler(.host)
    return disassembler.instructions(bytes, at: address, most: most)
  }
}

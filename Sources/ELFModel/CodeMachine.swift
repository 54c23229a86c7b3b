/// What machine a piece of code is for, as far as decoding it depends on it.
package struct CodeMachine: Hashable, Sendable {
  /// `e_machine`.
  package var machine: UInt16
  /// `e_ident[EI_CLASS]`: 32 or 64.
  package var bits: Int
  /// `e_ident[EI_DATA]` is `ELFDATA2MSB`.
  package var isBigEndian: Bool
  /// `e_flags`: the processor's variants.
  package var flags: UInt32
  /// The 16- and 32-bit encoding of ARM, which the lowest bit of a function's address tells.
  package var isThumb: Bool

  package init(
    machine: UInt16, bits: Int, isBigEndian: Bool, flags: UInt32 = 0, isThumb: Bool = false
  ) {
    self.machine = machine
    self.bits = bits
    self.isBigEndian = isBigEndian
    self.flags = flags
    self.isThumb = isThumb
  }

  package init(_ header: ELFHeader, flags: UInt32 = 0) {
    self.init(
      machine: header.machine, bits: header.bits, isBigEndian: header.isBigEndian, flags: flags)
  }

  /// The machine that runs this program.
  package static var host: CodeMachine {
    #if arch(x86_64)
    CodeMachine(machine: 62, bits: 64, isBigEndian: false)
    #elseif arch(arm64)
    CodeMachine(machine: 183, bits: 64, isBigEndian: false)
    #elseif arch(riscv64)
    CodeMachine(machine: 243, bits: 64, isBigEndian: false)
    #elseif arch(s390x)
    CodeMachine(machine: 22, bits: 64, isBigEndian: true)
    #elseif arch(powerpc64le)
    CodeMachine(machine: 21, bits: 64, isBigEndian: false)
    #elseif arch(i386)
    CodeMachine(machine: 3, bits: 32, isBigEndian: false)
    #else
    CodeMachine(machine: 40, bits: 32, isBigEndian: false)
    #endif
  }

  /// The byte order of instructions; data has that of the file.
  ///
  /// `EF_ARM_BE8` marks big-endian ARM files whose code is little-endian nevertheless.
  package var hasBigEndianCode: Bool {
    isBigEndian && !(machine == 40 && flags & 0x0080_0000 != 0)
  }

  /// What the machine is called.
  package var name: String { MachineName.name(machine) + (isThumb ? " Thumb" : "") }

  /// The bits of an address in a register or a word.
  package var addressMask: UInt64 { bits == 64 ? .max : 0xffff_ffff }

  /// Every instruction starts at a multiple of this.
  package var instructionAlignment: UInt64 {
    switch machine {
    case 3, 62: 1
    case 40: isThumb ? 2 : 4
    case 22, 243: 2
    default: 4
    }
  }

  /// Where an instruction starts that a symbol of this value names: the lowest bit says "Thumb" on
  /// ARM, and it and microMIPS are told by it.
  package func codeAddress(_ value: UInt64) -> UInt64 { machine == 40 ? value & ~1 : value }
}

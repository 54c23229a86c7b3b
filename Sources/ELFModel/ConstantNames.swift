/// The names of ELF's numbers (`elf.h`), as `readelf` prints them where it has a short form.
extension ELFHeader {
  /// `e_type`.
  package var typeName: String {
    switch type {
    case 0: "NONE"
    case 1: "REL"
    case 2: "EXEC"
    case 3: "DYN"
    case 4: "CORE"
    default: "0x\(String(type, radix: 16))"
    }
  }

  /// `e_machine`.
  package var machineName: String { MachineName.name(machine) }

  /// `e_ident[EI_OSABI]`.
  package var osABIName: String {
    switch osABI {
    case 0: "System V"
    case 1: "HP-UX"
    case 2: "NetBSD"
    case 3: "GNU"
    case 6: "Solaris"
    case 9: "FreeBSD"
    case 12: "OpenBSD"
    case 64: "ARM EABI"
    case 97: "ARM"
    case 255: "standalone"
    default: "OS ABI \(osABI)"
    }
  }

  /// What the file is, in words; `isProgram` tells position-independent programs from libraries.
  package func kind(isProgram: Bool) -> String {
    switch type {
    case 1: "object file"
    case 2: "executable"
    case 3: isProgram ? "position-independent executable" : "shared library"
    case 4: "core file"
    default: "ELF file"
    }
  }
}

/// The names of `e_machine`.
enum MachineName {
  static func name(_ machine: UInt16) -> String {
    switch machine {
    case 0: "none"
    case 2: "SPARC"
    case 3: "i386"
    case 4: "m68k"
    case 8: "MIPS"
    case 15: "PA-RISC"
    case 18: "SPARC32+"
    case 20: "PowerPC"
    case 21: "PowerPC64"
    case 22: "S/390"
    case 40: "ARM"
    case 42: "SuperH"
    case 43: "SPARC64"
    case 50: "IA-64"
    case 62: "x86-64"
    case 83: "AVR"
    case 94: "Xtensa"
    case 106: "Blackfin"
    case 164: "Hexagon"
    case 183: "AArch64"
    case 189: "MicroBlaze"
    case 190: "CUDA"
    case 195: "ARCv2"
    case 224: "AMD GPU"
    case 243: "RISC-V"
    case 247: "BPF"
    case 252: "C-SKY"
    case 258: "LoongArch"
    case 0x9026: "Alpha"
    default: "machine \(machine)"
    }
  }
}

extension ELFSection {
  /// `sh_type`; the machine decides what the processor's own numbers mean.
  package func typeName(machine: UInt16) -> String {
    let common: [UInt32: String] = [
      0: "NULL", 1: "PROGBITS", 2: "SYMTAB", 3: "STRTAB", 4: "RELA", 5: "HASH", 6: "DYNAMIC",
      7: "NOTE", 8: "NOBITS", 9: "REL", 10: "SHLIB", 11: "DYNSYM", 14: "INIT_ARRAY",
      15: "FINI_ARRAY", 16: "PREINIT_ARRAY", 17: "GROUP", 18: "SYMTAB_SHNDX", 19: "RELR",
      0x6fff_fff5: "GNU_ATTRIBUTES", 0x6fff_fff6: "GNU_HASH", 0x6fff_fff7: "GNU_LIBLIST",
      0x6fff_fffd: "VERDEF", 0x6fff_fffe: "VERNEED", 0x6fff_ffff: "VERSYM",
    ]
    if let name = common[type] { return name }
    switch (machine, type) {
    case (62, 0x7000_0001): return "X86_64_UNWIND"
    case (40, 0x7000_0001): return "ARM_EXIDX"
    case (40, 0x7000_0003): return "ARM_ATTRIBUTES"
    case (243, 0x7000_0003): return "RISCV_ATTRIBUTES"
    case (8, 0x7000_0006): return "MIPS_REGINFO"
    case (8, 0x7000_002a): return "MIPS_ABIFLAGS"
    default: return "0x\(String(type, radix: 16))"
    }
  }
}

extension ELFSegment {
  /// `p_type`; the machine decides what the processor's own numbers mean.
  package func typeName(machine: UInt16) -> String {
    switch (machine, type) {
    case (_, 0): "NULL"
    case (_, 1): "LOAD"
    case (_, 2): "DYNAMIC"
    case (_, 3): "INTERP"
    case (_, 4): "NOTE"
    case (_, 5): "SHLIB"
    case (_, 6): "PHDR"
    case (_, 7): "TLS"
    case (_, 0x6474_e550): "GNU_EH_FRAME"
    case (_, 0x6474_e551): "GNU_STACK"
    case (_, 0x6474_e552): "GNU_RELRO"
    case (_, 0x6474_e553): "GNU_PROPERTY"
    case (_, 0x6474_e554): "GNU_SFRAME"
    case (40, 0x7000_0001): "ARM_EXIDX"
    case (8, 0x7000_0003): "MIPS_ABIFLAGS"
    case (243, 0x7000_0003): "RISCV_ATTRIBUTES"
    default: "0x\(String(type, radix: 16))"
    }
  }
}

/// The names of relocation types (`R_X86_64_RELATIVE`), for the machines whose psABI is listed.
package enum RelocationName {
  /// The name; the machine and the number where no name is known.
  package static func name(machine: UInt16, type: UInt32) -> String {
    let names: [UInt32: String]
    switch machine {
    case 62: names = x8664
    case 3: names = i386
    case 183: names = aarch64
    case 40: names = arm
    case 243: names = riscv
    case 22: names = s390
    default: names = [:]
    }
    return names[type] ?? "R_\(machine)_\(type)"
  }

  private static let x8664: [UInt32: String] = [
    0: "R_X86_64_NONE", 1: "R_X86_64_64", 2: "R_X86_64_PC32", 4: "R_X86_64_PLT32",
    5: "R_X86_64_COPY", 6: "R_X86_64_GLOB_DAT", 7: "R_X86_64_JUMP_SLOT", 8: "R_X86_64_RELATIVE",
    9: "R_X86_64_GOTPCREL", 10: "R_X86_64_32", 11: "R_X86_64_32S", 16: "R_X86_64_DTPMOD64",
    17: "R_X86_64_DTPOFF64", 18: "R_X86_64_TPOFF64", 19: "R_X86_64_TLSGD", 20: "R_X86_64_TLSLD",
    22: "R_X86_64_GOTTPOFF", 24: "R_X86_64_PC64", 36: "R_X86_64_TLSDESC", 37: "R_X86_64_IRELATIVE",
    41: "R_X86_64_GOTPCRELX", 42: "R_X86_64_REX_GOTPCRELX",
  ]
  private static let i386: [UInt32: String] = [
    0: "R_386_NONE", 1: "R_386_32", 2: "R_386_PC32", 5: "R_386_COPY", 6: "R_386_GLOB_DAT",
    7: "R_386_JUMP_SLOT", 8: "R_386_RELATIVE", 14: "R_386_TLS_TPOFF", 35: "R_386_TLS_DTPMOD32",
    36: "R_386_TLS_DTPOFF32", 37: "R_386_TLS_TPOFF32", 41: "R_386_TLS_DESC", 42: "R_386_IRELATIVE",
  ]
  private static let aarch64: [UInt32: String] = [
    0: "R_AARCH64_NONE", 257: "R_AARCH64_ABS64", 1024: "R_AARCH64_COPY",
    1025: "R_AARCH64_GLOB_DAT", 1026: "R_AARCH64_JUMP_SLOT", 1027: "R_AARCH64_RELATIVE",
    1028: "R_AARCH64_TLS_DTPMOD", 1029: "R_AARCH64_TLS_DTPREL", 1030: "R_AARCH64_TLS_TPREL",
    1031: "R_AARCH64_TLSDESC", 1032: "R_AARCH64_IRELATIVE",
  ]
  private static let arm: [UInt32: String] = [
    0: "R_ARM_NONE", 2: "R_ARM_ABS32", 17: "R_ARM_TLS_DTPMOD32", 18: "R_ARM_TLS_DTPOFF32",
    19: "R_ARM_TLS_TPOFF32", 20: "R_ARM_COPY", 21: "R_ARM_GLOB_DAT", 22: "R_ARM_JUMP_SLOT",
    23: "R_ARM_RELATIVE", 160: "R_ARM_IRELATIVE",
  ]
  private static let riscv: [UInt32: String] = [
    0: "R_RISCV_NONE", 1: "R_RISCV_32", 2: "R_RISCV_64", 3: "R_RISCV_RELATIVE", 4: "R_RISCV_COPY",
    5: "R_RISCV_JUMP_SLOT", 7: "R_RISCV_TLS_DTPMOD64", 9: "R_RISCV_TLS_DTPREL64",
    11: "R_RISCV_TLS_TPREL64", 58: "R_RISCV_IRELATIVE",
  ]
  private static let s390: [UInt32: String] = [
    0: "R_390_NONE", 9: "R_390_COPY", 10: "R_390_GLOB_DAT", 11: "R_390_JMP_SLOT",
    12: "R_390_RELATIVE", 22: "R_390_64", 54: "R_390_TLS_DTPMOD", 55: "R_390_TLS_DTPOFF",
    56: "R_390_TLS_TPOFF", 61: "R_390_IRELATIVE",
  ]

  /// The types that set a word to the load address plus an addend.
  package static func isRelative(machine: UInt16, type: UInt32) -> Bool {
    switch machine {
    case 62, 3: type == 8
    case 183: type == 1027
    case 40: type == 23
    case 243: type == 3
    case 22: type == 12
    case 20, 21: type == 22
    default: false
    }
  }
}

extension ELFHeader {
  /// The machine as people call it; its number where sonde knows none (`e_machine`; System V gABI,
  /// and the registry of SCO for the numbers).
  package var machineName: String {
    let name =
      switch machine {
      case 3: "x86"
      case 8: "MIPS"
      case 20: "PowerPC"
      case 21: "PowerPC 64"
      case 22: "S/390"
      case 40: "ARM"
      case 42: "SuperH"
      case 43: "SPARC"
      case 50: "IA-64"
      case 62: bits == 32 ? "x32" : "x86-64"
      case 183: "AArch64"
      case 243: "RISC-V \(bits)"
      case 247: "BPF"
      case 258: "LoongArch \(bits)"
      default: "machine \(machine)"
      }
    return name + (isBigEndian ? " big-endian" : "")
  }
}

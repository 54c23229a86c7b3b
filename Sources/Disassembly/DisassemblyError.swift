internal import ELFModel

/// Why code cannot be disassembled at all.
package enum DisassemblyError: Error, Hashable, Sendable {
  /// capstone cannot be loaded; `reason` is the dynamic loader's.
  case missingLibrary(reason: String)
  /// capstone does not know the machine.
  case unknownMachine(name: String)
  /// capstone knows the machine and refuses; `reason` is its own.
  case refused(name: String, reason: String)
}

extension DisassemblyError: CustomStringConvertible {
  /// One line, ready to follow `sonde: FILE: `.
  package var description: String {
    switch self {
    case .missingLibrary(let reason):
      "disassembling takes capstone (Debian package libcapstone4), which cannot be loaded: \(reason)"
    case .unknownMachine(let name):
      "code for \(name) cannot be disassembled: capstone, as installed, does not know that machine"
    case .refused(let name, let reason):
      "code for \(name) cannot be disassembled: \(reason)"
    }
  }
}

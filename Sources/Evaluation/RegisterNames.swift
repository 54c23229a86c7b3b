/// Names of registers by their DWARF numbers: System V ABI for x86-64, figure 3.36; DWARF for the Arm
/// 64-bit architecture, section 4.1; the program counter last.
package enum RegisterNames {
  package static let x86 =
    ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp"] + (8...15).map { "r\($0)" } + ["rip"]
  package static let arm = (0...30).map { "x\($0)" } + ["sp", "pc"]

  /// The names of so many registers of a crash: their number tells the machine.
  package static func names(count: Int) -> [String] {
    switch count {
    case x86.count: x86
    case arm.count: arm
    default: (0..<count).map { "#\($0)" }
    }
  }
}

/// The memory operand of an x86-64 instruction: what it reached for when the processor does not say.
package struct CrashOperand: Sendable, Equatable {
  package var address: UInt64
  /// In bytes; 1 where the text does not tell.
  package var width: UInt64

  package init(address: UInt64, width: UInt64) {
    self.address = address
    self.width = width
  }

  /// An address of 48 bits, its upper ones all alike (Intel SDM volume 1, section 3.3.7.1).
  package var isCanonical: Bool {
    let upper = Int64(bitPattern: address) >> 47
    return upper == 0 || upper == -1
  }

  /// Reads the operand of an instruction in Intel's syntax: `movaps xmm0, xmmword ptr [rax + 8]`.
  ///
  /// Nil when it has none, or one that is not understood.
  ///
  /// - Parameters:
  ///   - instruction: its text.
  ///   - registers: in the order of their DWARF numbers.
  package init?(instruction: String, registers: [UInt64]) {
    guard let open = instruction.firstIndex(of: "["),
      let close = instruction[open...].firstIndex(of: "]"),
      // fs and gs have bases that are in no register here.
      !instruction[..<open].hasSuffix(":")
    else { return nil }
    var sum: UInt64 = 0
    var isNegative = false
    for word in instruction[instruction.index(after: open)..<close].split(separator: " ") {
      switch word {
      case "+": isNegative = false
      case "-": isNegative = true
      default:
        guard let value = Self.product(word, registers) else { return nil }
        sum = isNegative ? sum &- value : sum &+ value
      }
    }
    let width = instruction[..<open].split(separator: " ").dropLast().last.flatMap {
      Self.widths[String($0)]
    }
    self.init(address: sum, width: width ?? 1)
  }

  /// `rax`, `rax*8`, `0x10`.
  private static func product(_ word: Substring, _ registers: [UInt64]) -> UInt64? {
    var result: UInt64 = 1
    for factor in word.split(separator: "*") {
      guard let value = number(factor) ?? register(factor, registers) else { return nil }
      result = result &* value
    }
    return result
  }

  private static func number(_ text: Substring) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }

  private static func register(_ name: Substring, _ registers: [UInt64]) -> UInt64? {
    guard let index = RegisterNames.x86.firstIndex(of: String(name)),
      registers.indices.contains(index)
    else {
      return nil
    }
    return registers[index]
  }

  private static let widths: [String: UInt64] = [
    "xmmword": 16, "ymmword": 32, "zmmword": 64,
  ]
}

internal import ELFModel

/// Bytes that capstone cannot decode: how many of them belong together, so that decoding goes on
/// where the next instruction starts, and how they are shown.
enum UnknownCode {
  static func length(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, at address: UInt64, _ machine: CodeMachine
  ) -> Int {
    switch machine.machine {
    case 3, 62:
      let is64 = machine.machine == 62
      return x86VectorLength(bytes, is64: is64) ?? x86ExtensionLength(bytes, is64: is64) ?? 1
    case 40 where machine.isThumb:
      guard bytes.count >= 2 else { return 1 }
      let start = bytes.startIndex
      let first = machine.hasBigEndianCode ? bytes[start] : bytes[start + 1]
      // The first half of 32 bits starts with 0b111 and is no short branch (0b11100).
      return first >> 3 >= 0b11101 ? 4 : 2
    case 22:
      // z/Architecture Principles of Operation, "Instruction Formats": the first two bits tell.
      guard let first = bytes.first else { return 1 }
      return first >> 6 == 0 ? 2 : first >> 6 == 3 ? 6 : 4
    default: return Int(machine.instructionAlignment)
    }
  }

  /// Data directives that an assembler would turn into the same bytes.
  static func text(_ bytes: [UInt8], _ machine: CodeMachine) -> (String, String) {
    let isBig = machine.hasBigEndianCode
    func number(_ bytes: ArraySlice<UInt8>) -> String {
      let value = (isBig ? Array(bytes) : bytes.reversed()).reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      let digits = String(value, radix: 16)
      return "0x" + String(repeating: "0", count: max(0, 2 * bytes.count - digits.count)) + digits
    }
    switch (machine.machine, bytes.count) {
    case (3, _), (62, _): break
    case (_, 2): return (".short", number(bytes[...]))
    case (_, 4) where machine.isThumb:
      return (".short", "\(number(bytes[..<2])), \(number(bytes[2...]))")
    case (_, 4): return (".word", number(bytes[...]))
    default: break
    }
    return (".byte", bytes.map { number([$0][...]) }.joined(separator: ", "))
  }

  /// The length of a vector instruction that is newer than capstone, whose prefix tells enough of
  /// its form (Intel SDM volume 2, sections 2.3 "VEX" and 2.7 "EVEX"); nil for anything else.
  private static func x86VectorLength(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, is64: Bool
  ) -> Int? {
    let code = Array(bytes.prefix(15))
    guard let prefix = code.first else { return nil }
    let opcode: Int
    let map: UInt8
    switch prefix {
    case 0x62:
      opcode = 4
      map = (code.count > 1 ? code[1] : 0) & 7
    case 0xc4:
      opcode = 3
      map = (code.count > 1 ? code[1] : 0) & 31
    case 0xc5:
      opcode = 2
      map = 1
    default: return nil
    }
    // In 32-bit code the same bytes are `bound`, `les` and `lds` unless two bits are set.
    guard code.count > opcode + 1, is64 || code[1] >> 6 == 3, (1...6).contains(map) else {
      return nil
    }
    guard let operand = x86OperandLength(code[(opcode + 1)...]) else { return nil }
    // In the first map only these have an immediate, in the third all.
    let shortImmediates: Set<UInt8> = [0x70, 0x71, 0x72, 0x73, 0xc2, 0xc4, 0xc5, 0xc6]
    let hasImmediate = map == 3 || map == 1 && shortImmediates.contains(code[opcode])
    let length = opcode + 1 + operand + (hasImmediate ? 1 : 0)
    return length <= 15 ? length : nil
  }

  /// The length of an instruction that is newer than capstone in the opcode maps that have grown,
  /// `0F 01`, `0F 38` and `0F 3A` (Intel SDM volume 2, appendix A); nil for anything else.
  private static func x86ExtensionLength(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, is64: Bool
  ) -> Int? {
    let code = Array(bytes.prefix(15))
    let prefixes = code.prefix { byte in
      [0x66, 0xf2, 0xf3].contains(byte) || is64 && byte >> 4 == 4
    }
    let opcode = code.dropFirst(prefixes.count)
    guard opcode.count >= 3, opcode[opcode.startIndex] == 0x0f else { return nil }
    let length: Int
    switch opcode[opcode.startIndex + 1] {
    case 0x01 where opcode[opcode.startIndex + 2] >> 6 == 3: length = 3
    case 0x38, 0x3a:
      guard let operand = x86OperandLength(opcode.dropFirst(3)) else { return nil }
      length = 3 + operand + (opcode[opcode.startIndex + 1] == 0x3a ? 1 : 0)
    default: return nil
    }
    return prefixes.count + length <= 15 ? prefixes.count + length : nil
  }

  /// The bytes of ModR/M, SIB and displacement.
  private static func x86OperandLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let form = bytes.first else { return nil }
    let mode = form >> 6
    let base = form & 7
    guard mode != 3 else { return 1 }
    let hasSIB = base == 4
    let sibBase = hasSIB ? bytes.dropFirst().first.map { $0 & 7 } : nil
    let displacement =
      switch mode {
      case 1: 1
      case 2: 4
      default: base == 5 || sibBase == 5 ? 4 : 0
      }
    return 1 + (hasSIB ? 1 : 0) + displacement
  }
}

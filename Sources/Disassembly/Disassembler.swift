internal import CCapstone
package import ELFModel

/// Decodes machine code through capstone.
///
/// What it knows is one piece of code; names of addresses are the business of who asks.
package struct Disassembler: ~Copyable {
  private let functions: UnsafePointer<ccapstone_functions>
  private var handle: csh
  private let instruction: UnsafeMutablePointer<cs_insn>
  let machine: CodeMachine

  /// Prepares to decode code for a machine.
  ///
  /// - Throws: `DisassemblyError` when capstone is not installed or does not know the machine.
  package init(_ machine: CodeMachine) throws(DisassemblyError) {
    self.machine = machine
    var reason: UnsafePointer<CChar>?
    guard let functions = ccapstone_load(&reason) else {
      throw .missingLibrary(reason: reason.map { String(cString: $0) } ?? "")
    }
    guard let (architecture, mode) = Self.mode(of: machine) else {
      throw .unknownMachine(name: machine.name)
    }
    var handle = csh()
    let status = functions.pointee.open(architecture, mode, &handle)
    guard status == CS_ERR_OK else {
      throw .refused(name: machine.name, reason: Self.text(status, functions))
    }
    let option = functions.pointee.option(handle, CS_OPT_DETAIL, Int(CS_OPT_ON.rawValue))
    guard option == CS_ERR_OK, let instruction = functions.pointee.malloc(handle) else {
      _ = functions.pointee.close(&handle)
      throw .refused(name: machine.name, reason: Self.text(option, functions))
    }
    self.functions = functions
    self.handle = handle
    self.instruction = instruction
  }

  /// The version of capstone that is loaded, such as `4.0`; empty when there is none.
  package static var capstoneVersion: String {
    var reason: UnsafePointer<CChar>?
    guard let functions = ccapstone_load(&reason) else { return "" }
    var (major, minor): (Int32, Int32) = (0, 0)
    _ = functions.pointee.version(&major, &minor)
    return "\(major).\(minor)"
  }

  deinit {
    functions.pointee.free(instruction, 1)
    var handle = handle
    _ = functions.pointee.close(&handle)
  }

  /// Decodes code.
  ///
  /// Bytes that are no instruction known become one of `.byte`, `.short` or `.word`, and decoding
  /// goes on behind them.
  /// - Parameters:
  ///   - bytes: the code; an instruction cut off at its end counts as bytes.
  ///   - address: where its first byte lies.
  ///   - most: how many instructions to decode at most.
  /// - Returns: the instructions, in order, without gaps.
  package func instructions(
    _ bytes: [UInt8], at address: UInt64, most: Int = .max
  ) -> [Instruction] {
    raw(bytes, at: address, most: most).map(\.instruction)
  }

  func raw(_ bytes: [UInt8], at address: UInt64, most: Int = .max) -> [RawInstruction] {
    var found: [RawInstruction] = []
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count, found.count < most {
        let next =
          decode(bytes, at: offset, address: address &+ UInt64(offset))
          ?? data(bytes, at: offset, address: address &+ UInt64(offset))
        offset += next.instruction.bytes.count
        found.append(next)
      }
    }
    return found
  }

  private func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, address: UInt64
  ) -> RawInstruction? {
    var code = bytes.baseAddress.map { $0 + offset }
    var size = bytes.count - offset
    var place = address
    guard functions.pointee.disasm_iter(handle, &code, &size, &place, instruction) else {
      return nil
    }
    let decoded = instruction.pointee
    guard decoded.size > 0, Int(decoded.size) <= bytes.count - offset else { return nil }
    var raw = RawInstruction(
      instruction: Instruction(
        address: address, bytes: Array(bytes[offset..<(offset + Int(decoded.size))]),
        mnemonic: Self.text(decoded.mnemonic), operands: Self.operandText(decoded.op_str)),
      id: decoded.id)
    // Coprocessor 3, which no machine with an operating system has: capstone takes multiplications
    // for its branches.
    if machine.machine == 8, raw.instruction.mnemonic.hasPrefix("bc3") { return nil }
    if let detail = decoded.detail {
      raw.operands = RawInstruction.operands(detail, machine: machine.machine)
    }
    raw.written = registersWritten()
    let flow = ControlFlow.flow(raw, machine: machine.machine)
    raw.instruction.flow = flow
    if flow == .call || flow == .jump || flow == .conditionalJump, let target = raw.lastImmediate {
      raw.instruction.target = UInt64(bitPattern: target) & machine.addressMask
    }
    raw.instruction.reference = DirectReference.reference(raw, machine)
    return raw
  }

  /// Bytes that capstone does not know.
  private func data(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, address: UInt64
  ) -> RawInstruction {
    let rest = bytes.count - offset
    let length = min(rest, UnknownCode.length(bytes[offset...], at: address, machine))
    return dataWord(Array(bytes[offset..<(offset + length)]), at: address)
  }

  /// Bytes that are shown as data.
  func dataWord(_ slice: [UInt8], at address: UInt64) -> RawInstruction {
    let (mnemonic, operands) = UnknownCode.text(slice, machine)
    return RawInstruction(
      instruction: Instruction(
        address: address, bytes: slice, mnemonic: mnemonic, operands: operands, isDecoded: false))
  }

  /// Nil for the machines of which capstone does not tell.
  private func registersWritten() -> [UInt32]? {
    // Their counts are of eight bits, and each list has room for 64.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 128) { registers in
      guard let first = registers.baseAddress else { return nil }
      var readCount: UInt8 = 0
      var writtenCount: UInt8 = 0
      let status = functions.pointee.regs_access(
        handle, instruction, first, &readCount, first + 64, &writtenCount)
      guard status == CS_ERR_OK else { return nil }
      return (0..<min(64, Int(writtenCount))).map { UInt32(registers[64 + $0]) }
    }
  }

  private static func text(_ status: cs_err, _ functions: UnsafePointer<ccapstone_functions>)
    -> String
  {
    functions.pointee.strerror(status).map { String(cString: $0) } ?? "capstone error"
  }

  /// The operands' text, without the spaces that capstone 4 leaves before some commas of AVX-512.
  private static func operandText<Tuple>(_ tuple: Tuple) -> String {
    withUnsafeBytes(of: tuple) { bytes in
      let text = bytes.prefix { $0 != 0 }
      let isStray = { (index: Int) in
        text[index] == 0x20 && index + 1 < text.endIndex && text[index + 1] == 0x2c
      }
      guard text.indices.contains(where: isStray) else {
        return String(decoding: text, as: UTF8.self)
      }
      return String(decoding: text.indices.filter { !isStray($0) }.map { text[$0] }, as: UTF8.self)
    }
  }

  /// The text in a C array of characters.
  private static func text<Tuple>(_ tuple: Tuple) -> String {
    withUnsafeBytes(of: tuple) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension Disassembler {
  /// Whether capstone, as installed, decodes a machine's code.
  package static func knows(_ machine: CodeMachine) -> Bool {
    (try? Disassembler(machine)) != nil
  }

  /// capstone's names for a machine; nil for those that it does not know, or decodes wrongly:
  /// instructions of m68k come out too short in version 4.
  private static func mode(of machine: CodeMachine) -> (cs_arch, cs_mode)? {
    let bigEndian = CS_MODE_BIG_ENDIAN.rawValue
    var mode = machine.hasBigEndianCode ? bigEndian : 0
    switch machine.machine {
    case 3: return (CS_ARCH_X86, CS_MODE_32)
    // The x32 ABI is 64-bit code in 32-bit files.
    case 62: return (CS_ARCH_X86, CS_MODE_64)
    case 183: return (CS_ARCH_ARM64, cs_mode(rawValue: mode))
    case 40:
      mode |= machine.isThumb ? CS_MODE_THUMB.rawValue : 0
      return (CS_ARCH_ARM, cs_mode(rawValue: mode | CS_MODE_V8.rawValue))
    case 8, 10:
      // `EF_MIPS_ARCH_ASE_M16` and `_MICROMIPS` are other encodings.
      guard machine.flags & 0x0600_0000 == 0 else { return nil }
      // `EF_MIPS_ARCH`, its two values for release 6. The code of others is decoded as that of
      // MIPS64, which holds it all: as MIPS32 capstone takes some of it for branches.
      let isRelease6 = machine.flags >> 28 == 9 || machine.flags >> 28 == 10
      if isRelease6 { mode |= CS_MODE_MIPS32R6.rawValue }
      if !isRelease6 || machine.bits == 64 { mode |= CS_MODE_MIPS64.rawValue }
      return (CS_ARCH_MIPS, cs_mode(rawValue: mode))
    case 20: return (CS_ARCH_PPC, cs_mode(rawValue: mode | CS_MODE_32.rawValue))
    case 21: return (CS_ARCH_PPC, cs_mode(rawValue: mode | CS_MODE_64.rawValue))
    case 22: return (CS_ARCH_SYSZ, CS_MODE_BIG_ENDIAN)
    case 2: return (CS_ARCH_SPARC, cs_mode(rawValue: mode))
    case 18, 43: return (CS_ARCH_SPARC, cs_mode(rawValue: mode | CS_MODE_V9.rawValue))
    default: return nil
    }
  }
}

import Disassembly
import ELFModel
import Testing

private let x8664 = CodeMachine(machine: 62, bits: 64, isBigEndian: false)
private let aarch64 = CodeMachine(machine: 183, bits: 64, isBigEndian: false)
private let arm = CodeMachine(machine: 40, bits: 32, isBigEndian: false)
private let thumb = CodeMachine(machine: 40, bits: 32, isBigEndian: false, isThumb: true)
private let s390 = CodeMachine(machine: 22, bits: 64, isBigEndian: true)

/// Bytes assembled by hand from the manuals and checked with GNU `objdump`.
@Suite struct DisassemblerTests {
  private func decode(_ bytes: [UInt8], _ machine: CodeMachine, at address: UInt64 = 0x1000) throws
    -> [Instruction]
  {
    let disassembler = try Disassembler(machine)
    return disassembler.instructions(bytes, at: address)
  }

  @Test(arguments: [
    ([0xe8, 0x0b, 0x00, 0x00, 0x00], "call 0x1010", Instruction.Flow.call, UInt64?(0x1010)),
    ([0xeb, 0xfe], "jmp 0x1000", .jump, 0x1000),
    ([0x0f, 0x84, 0x00, 0x01, 0x00, 0x00], "je 0x1106", .conditionalJump, 0x1106),
    ([0xc3], "ret", .return, nil),
    ([0x0f, 0x0b], "ud2", .stop, nil),
    ([0xff, 0xe0], "jmp rax", .jump, nil),
    ([0xf3, 0x0f, 0x1e, 0xfa], "endbr64", .next, nil),
  ])
  func `where x86-64 goes next`(
    bytes: [UInt8], text: String, flow: Instruction.Flow, target: UInt64?
  ) throws {
    let instruction = try #require(try decode(bytes, x8664).first)
    #expect(instruction.text == text)
    #expect(instruction.bytes == bytes)
    #expect(instruction.flow == flow)
    #expect(instruction.target == target)
  }

  @Test func `memory relative to the instruction`() throws {
    let lea = try #require(try decode([0x48, 0x8d, 0x05, 0x11, 0, 0, 0], x8664).first)
    #expect(lea.reference == Instruction.Reference(address: 0x1018, isAccess: false))
    let call = try #require(try decode([0xff, 0x15, 0x10, 0, 0, 0], x8664).first)
    #expect(call.flow == .call)
    #expect(call.target == nil)
    #expect(call.reference == Instruction.Reference(address: 0x1016, isAccess: true))
    // The canary of the thread, `fs:[0x28]`, is no address of the file.
    let canary = try #require(
      try decode([0x64, 0x48, 0x8b, 0x04, 0x25, 0x28, 0, 0, 0], x8664).first)
    #expect(canary.reference == nil)
  }

  @Test func `other machines`() throws {
    // bl .+8; ret; b.eq .+4; adr x0, .+4
    let code = try decode(
      [2, 0, 0, 0x94, 0xc0, 3, 0x5f, 0xd6, 0x20, 0, 0, 0x54, 0x20, 0, 0, 0x10], aarch64)
    #expect(code.map(\.flow) == [.call, .return, .conditionalJump, .next])
    #expect(code[0].target == 0x1008)
    #expect(code[3].reference == Instruction.Reference(address: 0x1010, isAccess: false))
    // bl; beq; bx lr; pop {r4, pc}; ldr r3, [pc]
    let old = try decode(
      [
        1, 0, 0, 0xeb, 0, 0, 0, 0x0a, 0x1e, 0xff, 0x2f, 0xe1, 0x10, 0x80, 0xbd, 0xe8, 0, 0x30, 0x9f,
        0xe5,
      ], arm)
    #expect(old.map(\.flow) == [.call, .conditionalJump, .return, .return, .next])
    #expect(old[0].target == 0x100c)
    #expect(old[4].reference == Instruction.Reference(address: 0x1018, isAccess: true))
    // bx lr; cbz r0, .+6; b .+4
    let short = try decode([0x70, 0x47, 0x08, 0xb1, 0x00, 0xe0], thumb)
    #expect(short.map(\.flow) == [.return, .conditionalJump, .jump])
    #expect(short.map(\.bytes.count) == [2, 2, 2])
    // larl %r1, .+32; br %r14; brasl %r14, .+32
    let big = try decode(
      [0xc0, 0x10, 0, 0, 0, 0x10, 0x07, 0xfe, 0xc0, 0xe5, 0, 0, 0, 0x10], s390)
    #expect(big.map(\.flow) == [.next, .return, .call])
    #expect(big[0].reference == Instruction.Reference(address: 0x1020, isAccess: false))
    #expect(big[2].target == 0x1028)
  }

  @Test func `bytes that are no instruction are shown as data`() throws {
    // 0x06 is `push es`, which 64-bit code has not.
    let code = try decode([0x06, 0xc3], x8664)
    #expect(code.map(\.text) == [".byte 0x06", "ret"])
    #expect(code.map(\.isDecoded) == [false, true])
    // vfpclassph, newer than capstone 4, keeps its length by its prefix.
    let new = try decode([0x62, 0xf3, 0x7c, 0x48, 0x66, 0xc0, 0x01, 0xc3], x8664)
    #expect(new.last?.text == "ret")
    #expect(new.count == 2)
    #expect(try decode([0xff, 0xff, 0xff, 0xff], aarch64).map(\.text) == [".word 0xffffffff"])
    #expect(try decode([1, 2, 3], aarch64).map(\.text) == [".byte 0x01, 0x02, 0x03"])
    #expect(try decode([], x8664) == [])
  }

  /// capstone 4 writes `zmm0 , zmm1`.
  @Test func `operands of AVX-512 have no space before their commas`() throws {
    #expect(
      try decode([0x62, 0xf1, 0xf5, 0x48, 0x58, 0x07], x8664).map(\.text)
        == ["vaddpd zmm0, zmm1, zmmword ptr [rdi]"])
  }

  @Test func `an instruction cut off by the end of its bytes`() throws {
    let code = try decode([0x90, 0xe8, 0x00], x8664)
    #expect(code.map(\.text) == ["nop", ".byte 0xe8", ".byte 0x00"])
  }

  @Test func `machines that capstone does not know are named`() {
    let machine = CodeMachine(machine: 243, bits: 64, isBigEndian: false)
    #expect {
      _ = try Disassembler(machine)
    } throws: { error in
      "\(error)".contains("RISC-V")
    }
    #expect(Disassembler.knows(.host))
  }

  @Test func `any bytes decode without gaps`() throws {
    var random = SystemRandomNumberGenerator()
    for machine in [x8664, aarch64, arm, thumb, s390] {
      for _ in 0..<200 {
        let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        let code = try decode(bytes, machine, at: .max - 100)
        #expect(code.flatMap(\.bytes) == bytes)
      }
    }
  }
}

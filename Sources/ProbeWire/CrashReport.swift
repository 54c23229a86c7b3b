/// How called code died of a signal.
package struct CrashReport: Hashable, Sendable {
  /// The signal's number; 0 when there was none and the called code ended its thread.
  package var signal: Int32
  /// `si_code`.
  package var code: Int32
  /// `si_addr`: the address that could not be accessed; nil for signals without one.
  package var faultAddress: UInt64?
  /// How the address was accessed, where the processor says so.
  package var access: MemoryAccess?
  /// Where the instruction is.
  package var programCounter: UInt64?
  package var stackPointer: UInt64?
  /// All of them, in the order of their DWARF numbers, the program counter last; empty when the
  /// signal could not be caught.
  package var registers: [UInt64]

  package init(
    signal: Int32, code: Int32, faultAddress: UInt64?, access: MemoryAccess?,
    programCounter: UInt64?, stackPointer: UInt64?, registers: [UInt64] = []
  ) {
    self.signal = signal
    self.code = code
    self.faultAddress = faultAddress
    self.access = access
    self.programCounter = programCounter
    self.stackPointer = stackPointer
    self.registers = registers
  }
}

/// What an instruction wanted of memory.
package enum MemoryAccess: UInt8, Hashable, Sendable {
  case read = 1
  case write = 2
  case execute = 3
}

extension CrashReport {
  /// Bytes of the record that the signal handler writes; `struct cprobe_crash_record` is its
  /// other side.
  package static let recordSize = 320
  /// Registers that a record has room for.
  private static let registerRoom = 33
  /// First in every record: `CRSH`, little-endian.
  package static let recordMagic: UInt32 = 0x4853_5243

  /// Reads a crash record.
  ///
  /// - Returns: the process that died and how.
  package static func decodeRecord(
    _ bytes: [UInt8]
  ) throws(WireError) -> (process: Int32, report: CrashReport) {
    var reader = WireReader(bytes)
    guard try reader.read(UInt32.self) == recordMagic else { throw .notAFrame }
    let process = try reader.read(Int32.self)
    let signal = try reader.read(Int32.self)
    let code = try reader.read(Int32.self)
    let hasAddress = try reader.read(UInt32.self) != 0
    let access = try reader.read(UInt32.self)
    let address = try reader.read(UInt64.self)
    let programCounter = try reader.read(UInt64.self)
    let stackPointer = try reader.read(UInt64.self)
    let count = try reader.read(UInt32.self)
    _ = try reader.read(UInt32.self)
    var registers: [UInt64] = []
    for _ in 0..<registerRoom { registers.append(try reader.read(UInt64.self)) }
    try reader.finish()
    let report = CrashReport(
      signal: signal, code: code, faultAddress: hasAddress ? address : nil,
      access: UInt8(exactly: access).flatMap(MemoryAccess.init(rawValue:)),
      programCounter: programCounter, stackPointer: stackPointer,
      registers: Array(registers.prefix(Int(min(count, UInt32(registerRoom))))))
    return (process, report)
  }
}

/// How called code died of a signal.
package struct CrashReport: Hashable, Sendable {
  /// The signal's number.
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

  package init(
    signal: Int32, code: Int32, faultAddress: UInt64?, access: MemoryAccess?,
    programCounter: UInt64?, stackPointer: UInt64?
  ) {
    self.signal = signal
    self.code = code
    self.faultAddress = faultAddress
    self.access = access
    self.programCounter = programCounter
    self.stackPointer = stackPointer
  }
}

/// What an instruction wanted of memory.
package enum MemoryAccess: UInt8, Hashable, Sendable {
  case read = 1
  case write = 2
  case execute = 3
}

package import CLanguage

/// What a statement did beside giving a value.
package struct StatementEffects: Sendable, Equatable {
  /// Memory that is not what it was before the statement; nil when that is not known.
  package var changes: [MemoryChange]?
  /// What called code allocated and freed; nil when nothing was called.
  package var allocations: AllocationReport?
  /// What the sandbox denied.
  package var denials: [DeniedAccess] = []
  /// Memory that is kept for the state before the statement, so that it can be undone; 0 where it
  /// needs none, or where that was not looked at.
  package var stateBytes: UInt64 = 0
  /// What to know of the state that the statement left, one line each.
  package var remarks: [String] = []

  package init() {}
}

/// A piece of memory that changed.
package struct MemoryChange: Sendable, Equatable {
  /// A C expression where there is one (`n`, `point.x`, `list->next`), else words.
  package var name: String
  package var address: UInt64
  /// In bytes.
  package var length: UInt64
  /// Nil in a summary.
  package var before: ChangedValue?
  package var after: ChangedValue?

  package init(
    name: String, address: UInt64, length: UInt64, before: ChangedValue? = nil,
    after: ChangedValue? = nil
  ) {
    self.name = name
    self.address = address
    self.length = length
    self.before = before
    self.after = after
  }
}

/// One side of a change.
package enum ChangedValue: Sendable, Equatable {
  /// The type is known.
  case value(CType, CValue)
  /// Characters up to a zero, or the end of the array.
  case text([UInt8])
  /// The first bytes of the piece.
  case bytes([UInt8])
}

/// A block of the heap.
package struct HeapBlock: Sendable, Hashable {
  package var address: UInt64
  /// As asked for.
  package var size: UInt64
  /// The statement that allocated it, where that is asked for.
  package var origin: String?

  package init(address: UInt64, size: UInt64, origin: String? = nil) {
    self.address = address
    self.size = size
    self.origin = origin
  }
}

/// What a statement's calls did with the heap.
package struct AllocationReport: Sendable, Equatable {
  package var allocated: [HeapBlock]
  package var freed: [HeapBlock]
  /// Allocated by the statement, and there after it.
  package var live: [HeapBlock]
  /// Events that the lists do not hold.
  package var omitted: UInt64

  package init(
    allocated: [HeapBlock] = [], freed: [HeapBlock] = [], live: [HeapBlock] = [],
    omitted: UInt64 = 0
  ) {
    self.allocated = allocated
    self.freed = freed
    self.live = live
    self.omitted = omitted
  }
}

/// Something that called code may not do.
package struct DeniedAccess: Sendable, Hashable {
  package var attempt: String
  /// The option that allows it.
  package var option: String

  package init(attempt: String, option: String) {
    self.attempt = attempt
    self.option = option
  }
}

/// Where and why called code died, found by looking at the dead process.
package struct CrashDetails: Sendable, Equatable {
  /// What happened, as a sentence without a full stop.
  package var explanation: String
  /// The innermost frame first.
  package var backtrace: [CrashFrame]
  /// The instruction that faulted, disassembled.
  package var instruction: String?
  /// In the order of the DWARF numbers.
  package var registers: [UInt64]

  package init(
    explanation: String, backtrace: [CrashFrame] = [], instruction: String? = nil,
    registers: [UInt64] = []
  ) {
    self.explanation = explanation
    self.backtrace = backtrace
    self.instruction = instruction
    self.registers = registers
  }
}

/// One frame of a backtrace.
package struct CrashFrame: Sendable, Hashable {
  package var address: UInt64
  package var function: String?
  package var library: String?
  /// From the function's start; from the library's where no function is known.
  package var offset: UInt64?
  package var file: String?
  package var line: Int?

  package init(
    address: UInt64, function: String? = nil, library: String? = nil, offset: UInt64? = nil,
    file: String? = nil, line: Int? = nil
  ) {
    self.address = address
    self.function = function
    self.library = library
    self.offset = offset
    self.file = file
    self.line = line
  }
}

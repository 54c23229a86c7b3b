import CProbe
import ProbeWire

/// A call that libffi cannot make: every register and the stack as the ABI wants them (System V ABI,
/// AMD64 supplement, section 3.2.3).
///
/// The front has decided already what goes to registers; the values are dealt in order, as libffi
/// would deal them.
struct RegisterCall: ~Copyable {
  private let registers = UnsafeMutablePointer<cprobe_registers>.allocate(capacity: 1)
  private var stack: [UInt8] = []
  private var alignment = 16
  private var integers = 0
  private var vectors = 0

  /// Vectors, and values on the stack that are aligned more strictly than libffi aligns it.
  static func isNeeded(for call: ProbeCall) -> Bool {
    call.result.holdsVector
      || call.arguments.contains { argument in
        argument.type.holdsVector || argument.type.isInMemory && argument.type.alignment > 16
      }
  }

  /// Deals the arguments of a call.
  init(_ call: ProbeCall, _ slots: borrowing CallSlots) {
    registers.initialize(to: cprobe_registers())
    if call.result.isInMemory {
      take(integer: UInt64(UInt(bitPattern: slots.result)))
    }
    for (index, argument) in call.arguments.enumerated() {
      guard let slot = slots.arguments[index] else { continue }
      take(argument.type, UnsafeRawPointer(slot))
    }
    registers.pointee.vector_count = UInt64(vectors)
    switch call.result {
    case .longDouble: registers.pointee.x87_count = 1
    case .complexLongDouble: registers.pointee.x87_count = 2
    case .void, .uint8, .sint8, .uint16, .sint16, .uint32, .sint32, .uint64, .sint64, .float,
      .double, .pointer, .vector, .aggregate:
      break
    }
  }

  deinit { registers.deallocate() }

  private mutating func take(_ type: ABIType, _ slot: UnsafeRawPointer) {
    switch type {
    case .void: break
    case .uint8: take(integer: UInt64(slot.load(as: UInt8.self)))
    case .uint16: take(integer: UInt64(slot.load(as: UInt16.self)))
    case .uint32: take(integer: UInt64(slot.load(as: UInt32.self)))
    case .sint8: take(integer: UInt64(bitPattern: Int64(slot.load(as: Int8.self))))
    case .sint16: take(integer: UInt64(bitPattern: Int64(slot.load(as: Int16.self))))
    case .sint32: take(integer: UInt64(bitPattern: Int64(slot.load(as: Int32.self))))
    case .uint64, .sint64, .pointer: take(integer: slot.load(as: UInt64.self))
    case .float, .double, .vector: take(vector: slot, type)
    case .longDouble, .complexLongDouble, .aggregate: push(slot, type.size, type.alignment)
    }
  }

  private mutating func take(integer: UInt64) {
    guard integers < 6 else {
      return withUnsafeBytes(of: integer) { bytes in
        if let base = bytes.baseAddress { push(base, 8, 8) }
      }
    }
    withUnsafeMutableBytes(of: &registers.pointee.integers) { bytes in
      bytes.storeBytes(of: integer, toByteOffset: integers * 8, as: UInt64.self)
    }
    integers += 1
  }

  private mutating func take(vector slot: UnsafeRawPointer, _ type: ABIType) {
    guard vectors < 8 else { return push(slot, type.size, type.alignment) }
    withUnsafeMutableBytes(of: &registers.pointee.vectors) { bytes in
      let source = UnsafeRawBufferPointer(start: slot, count: type.size)
      for (index, byte) in source.enumerated() { bytes[vectors * 16 + index] = byte }
    }
    vectors += 1
  }

  private mutating func push(_ slot: UnsafeRawPointer, _ size: Int, _ alignment: Int) {
    let strict = max(8, alignment)
    self.alignment = max(self.alignment, strict)
    let start = (stack.count + strict - 1) & -strict
    stack += [UInt8](repeating: 0, count: start - stack.count)
    stack += UnsafeRawBufferPointer(start: slot, count: size)
    stack += [UInt8](repeating: 0, count: (stack.count + 7) & -8 - stack.count)
  }

  /// Hands the registers over for as long as `body` runs.
  func withRegisters<Result>(
    _ body: (UnsafeMutablePointer<cprobe_registers>) -> Result
  ) -> Result {
    stack.withUnsafeBufferPointer { bytes in
      registers.pointee.stack = bytes.baseAddress.map { UnsafeRawPointer($0) }
      registers.pointee.stack_size = UInt64(bytes.count)
      registers.pointee.stack_alignment = UInt64(alignment)
      return body(registers)
    }
  }

  /// Puts the result where libffi would have put it.
  func storeResult(of type: ABIType, to place: UnsafeMutableRawPointer) {
    guard !type.isInMemory, type != .void else { return }
    var integer = 0
    var vector = 0
    var offset = 0
    for element in type.elements {
      offset = (offset + element.alignment - 1) & -element.alignment
      let isFirst = offset % 8 == 0
      defer { offset += element.size }
      // Later scalars of an eightbyte came with its first one.
      guard isFirst else { continue }
      let size = min(element == .vector ? 16 : 8, type.size - offset)
      switch element {
      case .float, .double, .vector:
        copy(registers.pointee.vector_results, from: vector * 16, size, to: place + offset)
        vector += 1
      case .longDouble, .complexLongDouble:
        copy(registers.pointee.x87_results, from: 0, type.size, to: place + offset)
      case .void, .uint8, .sint8, .uint16, .sint16, .uint32, .sint32, .uint64, .sint64, .pointer,
        .aggregate:
        copy(registers.pointee.integer_results, from: integer * 8, size, to: place + offset)
        integer += 1
      }
    }
  }

  private func copy<Registers>(
    _ source: Registers, from offset: Int, _ count: Int, to place: UnsafeMutableRawPointer
  ) {
    withUnsafeBytes(of: source) { bytes in
      for index in 0..<count {
        place.storeBytes(of: bytes[offset + index], toByteOffset: index, as: UInt8.self)
      }
    }
  }
}

extension ABIType {
  /// It always travels in memory.
  fileprivate var isInMemory: Bool {
    if case .aggregate(let aggregate) = self { return aggregate.elements.isEmpty }
    return false
  }

  fileprivate var elements: [ABIType] {
    if case .aggregate(let aggregate) = self { return aggregate.elements }
    return [self]
  }

  /// Part of it travels in a whole vector register.
  var holdsVector: Bool { elements.contains(.vector) }
}

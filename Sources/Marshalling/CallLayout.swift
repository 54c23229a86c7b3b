package import ProbeWire

/// Where one value of a call travels.
package enum ValuePlace: Hashable, Sendable {
  /// Nowhere: `void`, or a struct without members.
  case nothing
  /// In these registers, eightbyte by eightbyte.
  case registers([String])
  /// On the stack, so many bytes above the return address's end.
  case stack(offset: Int)
  /// In memory that the caller provides and whose address travels in this register.
  case memory(pointer: String)
}

/// One value of a call as the machine passes it.
package struct PlacedValue: Hashable, Sendable {
  package var place: ValuePlace
  /// What libffi is told, so that it does just that: one type, or one for each register; none for
  /// a value that travels nowhere.
  package var pieces: [ABIType]

  /// The value's bytes, cut into the pieces.
  func cut(_ bytes: [UInt8]) -> [[UInt8]] {
    guard pieces.count > 1 else { return pieces.map { $0.fitted(bytes) } }
    return pieces.enumerated().map { $1.fitted(Array(bytes.dropFirst($0 * 8).prefix(8))) }
  }
}

/// Where everything that a call passes travels (System V ABI, AMD64 supplement, section 3.2.3).
///
/// The registers are dealt here and not left to libffi: what it would count differently, such as
/// an eightbyte of padding, is described to it by a type that comes out the same.
package struct CallLayout: Hashable, Sendable {
  package private(set) var result: PlacedValue
  package private(set) var arguments: [PlacedValue] = []
  /// Bytes of arguments on the stack.
  package private(set) var stackSize = 0
  /// Vector registers that carry arguments: what `al` tells a variadic function.
  package var vectorCount: Int { usedVector }

  private static let integerRegisters = ["rdi", "rsi", "rdx", "rcx", "r8", "r9"]
  private static let vectorRegisters = (0..<8).map { "xmm\($0)" }
  private var usedInteger = 0
  private var usedVector = 0

  /// Deals out the registers.
  ///
  /// - Parameters:
  ///   - result: of the function.
  ///   - arguments: in order, those behind `...` promoted.
  init(result: MachineValue, arguments: [MachineValue]) {
    self.result = Self.placed(result: result)
    if case .memory = self.result.place { usedInteger = 1 }
    for argument in arguments { self.arguments.append(placed(argument)) }
  }

  private static func placed(result value: MachineValue) -> PlacedValue {
    guard value.size > 0 else { return PlacedValue(place: .nothing, pieces: []) }
    guard let classes = value.classes else {
      return PlacedValue(place: .memory(pointer: "rdi"), pieces: [value.inMemory])
    }
    if classes[0] == .x87 { return PlacedValue(place: .registers(["st0"]), pieces: [.longDouble]) }
    if classes[0] == .complexX87 {
      return PlacedValue(
        place: .registers(["st0", "st1"]), pieces: [.complexLongDouble])
    }
    var integers = ["rax", "rdx"]
    var vectors = ["xmm0", "xmm1"]
    let registers = classes.compactMap { kind in
      switch kind {
      case .integer: integers.removeFirst()
      case .sse: vectors.removeFirst()
      case .none, .sseUp, .x87, .x87Up, .complexX87, .memory: nil as String?
      }
    }
    return PlacedValue(place: .registers(registers), pieces: [value.inRegisters])
  }

  private mutating func placed(_ value: MachineValue) -> PlacedValue {
    guard value.size > 0 else { return PlacedValue(place: .nothing, pieces: []) }
    if let classes = value.classes, classes[0] != .x87, classes[0] != .complexX87 {
      let integers = classes.count { $0 == .integer }
      let vectors = classes.count { $0 == .sse }
      if usedInteger + integers <= Self.integerRegisters.count,
        usedVector + vectors <= Self.vectorRegisters.count
      {
        return PlacedValue(place: .registers(deal(classes)), pieces: value.pieces)
      }
    }
    let alignment = max(8, value.alignment)
    stackSize = (stackSize + alignment - 1) & -alignment
    defer { stackSize += (value.size + 7) & -8 }
    return PlacedValue(place: .stack(offset: stackSize), pieces: [value.inMemory])
  }

  private mutating func deal(_ classes: [EightbyteClass]) -> [String] {
    classes.compactMap { kind in
      switch kind {
      case .integer:
        usedInteger += 1
        return Self.integerRegisters[usedInteger - 1]
      case .sse:
        usedVector += 1
        return Self.vectorRegisters[usedVector - 1]
      case .none, .sseUp, .x87, .x87Up, .complexX87, .memory: return nil
      }
    }
  }
}

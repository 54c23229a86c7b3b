package import CLanguage
import ProbeWire

/// A C type as the machine passes values of it.
struct MachineValue {
  var size: Int
  var alignment: Int
  /// The classes of its eightbytes; nil for one that always travels in memory.
  var classes: [EightbyteClass]?
  /// What libffi is told when it is an argument in registers: one scalar for each.
  var pieces: [ABIType]
  /// What libffi is told when it is a result in registers.
  var inRegisters: ABIType
  /// What libffi is told when it travels in memory.
  var inMemory: ABIType
}

extension CHeader {
  /// The machine's view of a C type (System V ABI, AMD64 supplement, sections 3.1.2 and 3.2.3).
  ///
  /// - Throws: why values of this type cannot be passed, as the end of a sentence that starts
  ///   with the type.
  func machineValue(of type: CType) throws(UnpassableType) -> MachineValue {
    let resolved = resolved(type)
    switch resolved {
    case .void: return MachineValue(scalar: .void)
    case .bool: return MachineValue(scalar: .uint8)
    case .integer(let kind): return try machineValue(of: kind, type)
    case .enumeration(let name): return try machineValue(of: underlyingKind(of: name), type)
    case .floating(let kind): return MachineValue(scalar: try abiType(of: kind, type))
    case .pointer, .array, .function: return MachineValue(scalar: .pointer)
    case .typedef(let name): throw UnpassableType(type, "'\(name)' is not declared")
    case .vector: return try aggregate(resolved)
    case .bitInt: throw UnpassableType(type, Self.bitIntReason)
    case .complex(let kind):
      _ = try abiType(of: kind, type)
      return try aggregate(resolved)
    case .record(let name):
      guard let definition = definition(of: name) else {
        throw UnpassableType(type, "it is not defined")
      }
      if definition.isTransparent, let first = definition.members.first {
        return try machineValue(of: first.type.type)
      }
      return try aggregate(resolved)
    }
  }

  private func machineValue(
    of kind: CIntegerKind, _ type: CType
  ) throws(UnpassableType) -> MachineValue {
    switch (target.width(of: kind), target.isSigned(kind)) {
    case (8, true): return MachineValue(scalar: .sint8)
    case (8, false): return MachineValue(scalar: .uint8)
    case (16, true): return MachineValue(scalar: .sint16)
    case (16, false): return MachineValue(scalar: .uint16)
    case (32, true): return MachineValue(scalar: .sint32)
    case (32, false): return MachineValue(scalar: .uint32)
    case (64, true): return MachineValue(scalar: .sint64)
    case (64, false): return MachineValue(scalar: .uint64)
    default: return try aggregate(.integer(kind))
    }
  }

  private func abiType(
    of kind: CFloatingKind, _ type: CType
  ) throws(UnpassableType) -> ABIType {
    switch kind {
    case .float, .float32: return .float
    case .double, .float64, .float32x: return .double
    case .longDouble where target.longDouble == .x87: return .longDouble
    case .float64x where target.longDouble == .x87: return .longDouble
    case .longDouble, .float64x, .float16, .float128, .decimal32, .decimal64, .decimal128:
      throw UnpassableType(type, "sonde cannot compute with \(kind.rawValue)")
    }
  }

  /// A value of several parts.
  ///
  /// As an argument in registers each of its eightbytes is a scalar of its own to libffi: they take
  /// the same registers, and libffi 3.4.4 overwrites `xmm0` when a struct has an integer in `r9`
  /// and more behind it. As a result it is a struct of such scalars. An eightbyte of padding at
  /// the end takes no register and is left out.
  private func aggregate(_ type: CType) throws(UnpassableType) -> MachineValue {
    try checkVectors(in: type)
    let layout: CTypeLayout
    do { layout = try self.layout(of: type) } catch { throw UnpassableType(type, error.reason) }
    let (size, alignment) = (layout.size, layout.alignment)
    guard size <= ABIAggregate.largestSize, alignment <= ABIAggregate.largestAlignment else {
      throw UnpassableType(type, "it is too large to be passed by value")
    }
    let whole = ABIType.aggregate(ABIAggregate(size: size, alignment: alignment, elements: []))
    var value = MachineValue(
      size: size, alignment: alignment, classes: nil, pieces: [], inRegisters: whole,
      inMemory: whole)
    guard size > 0,
      var classes = try EightbyteClassification(header: self).classes(of: type)
    else { return value }
    value.classes = classes
    guard ![.x87, .complexX87].contains(classes[0]) else { return value }
    while classes.count > 1, classes.last == EightbyteClass.none { classes.removeLast() }
    guard !classes.contains(.none) else {
      throw UnpassableType(type, "it begins with eight bytes of padding")
    }
    value.pieces = Self.pieces(of: classes)
    let carried = min(size, classes.count * 8)
    value.inRegisters = .aggregate(
      ABIAggregate(
        size: carried, alignment: alignment, elements: Self.elements(of: classes, size: carried)))
    return value
  }

  /// Only vectors of 8 and 16 bytes travel the same way for every compiler: wider ones do so in
  /// memory or in registers, as the compiler was told of the machine, and gcc and clang differ on
  /// narrower ones and on those of one element.
  private func checkVectors(in type: CType) throws(UnpassableType) {
    switch resolved(type) {
    case .vector(let element, let count):
      let size = (try? layout(of: element))?.size ?? 0
      guard count > 1, [8, 16].contains(size * count) else {
        throw UnpassableType(
          type, "a vector of \(size * count) bytes travels as the library was compiled to have it")
      }
    case .array(let element, _): try checkVectors(in: element.type)
    case .record(let name):
      for member in definition(of: name)?.members ?? [] { try checkVectors(in: member.type.type) }
    case .bitInt: throw UnpassableType(type, Self.bitIntReason)
    case .void, .bool, .integer, .floating, .complex, .pointer, .function, .enumeration, .typedef:
      break
    }
  }

  private static let bitIntReason = "sonde does not pass _BitInt by value"

  /// One scalar for each register.
  private static func pieces(of classes: [EightbyteClass]) -> [ABIType] {
    classes.enumerated().compactMap { index, kind in
      switch kind {
      case .sse: index + 1 < classes.count && classes[index + 1] == .sseUp ? .vector : .double
      case .sseUp: nil
      case .none, .integer, .x87, .x87Up, .complexX87, .memory: .uint64
      }
    }
  }

  /// Scalars of these classes, laid out as the eightbytes are.
  private static func elements(of classes: [EightbyteClass], size: Int) -> [ABIType] {
    classes.enumerated().flatMap { index, kind -> [ABIType] in
      let bytes = min(8, size - index * 8)
      if kind == .sseUp { return [] }
      if index + 1 < classes.count, classes[index + 1] == .sseUp { return [.vector] }
      if kind == .sse { return bytes < 8 ? [.float] : [.double] }
      return bytes < 8 ? [ABIType](repeating: .uint8, count: bytes) : [.uint64]
    }
  }
}

extension MachineValue {
  /// A value that is one number.
  ///
  /// On the stack a narrow integer fills its eight bytes: the document leaves the upper ones
  /// undefined, but clang's callees rely on the caller to extend `char` and `short`.
  fileprivate init(scalar: ABIType) {
    size = scalar.size
    alignment = scalar.alignment
    inRegisters = scalar
    pieces = [scalar]
    switch scalar {
    case .void:
      classes = [.none]
      inMemory = .void
    case .sint8, .sint16, .sint32, .sint64:
      classes = [.integer]
      inMemory = .sint64
    case .uint8, .uint16, .uint32, .uint64, .pointer:
      classes = [.integer]
      inMemory = .uint64
    case .float, .double:
      classes = [.sse]
      inMemory = scalar
    case .longDouble:
      classes = [.x87, .x87Up]
      inMemory = scalar
    case .complexLongDouble, .vector, .aggregate:
      classes = nil
      inMemory = scalar
    }
  }
}

/// A type whose values sonde cannot pass, and why.
package struct UnpassableType: Error, Equatable, Sendable {
  package var type: CType
  package var reason: String

  init(_ type: CType, _ reason: String) {
    self.type = type
    self.reason = reason
  }
}

import CLanguage
import Marshalling
import ProbeWire

/// `std::string` of libstdc++ and its kin: made of text for an argument, and shown as text.
///
/// Since GCC 5 such an object is 32 bytes: a pointer to the characters, their number, and 16 bytes
/// that hold the characters themselves while they have room there, else the number that has room
/// where the pointer leads (`bits/basic_string.h`).
struct CxxStringLayout {
  static let size = 32
  static let lengthOffset = 8
  static let localOffset = 16
  static let localSize = 16

  let prefix: CStringPrefix
  var unitSize: Int { prefix.unitSize }

  /// Nil for any other type; so was `std::string` until GCC 5, which is of another size.
  init?(_ type: CType, in header: CHeader) {
    guard case .record(let name) = header.resolved(type), case .tag(let tag) = name.name,
      let prefix = CxxIdentifier.stringPrefix(ofTag: tag),
      (try? header.layout(of: type))?.size == Self.size
        || header.definition(of: name) == nil && tag.hasPrefix("std____cxx11")
    else { return nil }
    self.prefix = prefix
  }

  /// An object that holds so many characters at an address, or in itself.
  func bytes(length: Int, text: [UInt8], heap: UInt64?, at address: UInt64) -> [UInt8] {
    var local = Array(text.prefix(Self.localSize))
    if heap != nil { local = Self.littleEndian(UInt64(length)) }
    local += [UInt8](repeating: 0, count: Self.localSize - local.count)
    let pointer = heap ?? address + UInt64(Self.localOffset)
    return Self.littleEndian(pointer) + Self.littleEndian(UInt64(length)) + local
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func littleEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
  }
}

/// An argument that is text and goes where a string object is expected.
struct CxxStringArgument {
  var index: Int
  var layout: CxxStringLayout
  /// The object.
  var place: StaticPlace
  /// The characters, when they are known; else a pointer leads to them.
  var units: [UInt32]?
  /// The function may change the object, and free what it points to.
  var isChangeable: Bool
}

extension Compiler {
  /// A literal, or a pointer to characters, for a parameter that is a string object or a reference
  /// to one.
  func stringArgument(
    _ operand: Operand, _ value: ValueOperand, _ index: Int, _ type: CFunctionType
  ) -> CxxStringArgument? {
    guard index < type.parameters.count,
      let object = pointee(header.adjustedParameter(type.parameters[index].type)),
      let layout = CxxStringLayout(object.type, in: header),
      let unit = pointee(value.type)
    else { return nil }
    let given = header.characterPrefix(of: unit.type)
    let isText = given == layout.prefix && header.textUnitSize(ofPointer: value.type.type) != nil
    let isLiteral =
      operand.literal.map { $0.1.unitSize == layout.unitSize && $0.1.isLike(layout.prefix) }
    guard isLiteral ?? isText else { return nil }
    return CxxStringArgument(
      index: index, layout: layout,
      place: isUnevaluated
        ? StaticPlace()
        : addPlace(
          CTypeLayout(size: CxxStringLayout.size, alignment: 8),
          named: type.parameters[index].name ?? "argument \(index + 1)"),
      units: operand.literal?.0,
      isChangeable: !header.resolved(object).qualifiers.contains(.const))
  }
}

extension CStringPrefix {
  fileprivate func isLike(_ other: CStringPrefix) -> Bool {
    self == other || self == .utf8 && other == CStringPrefix.none
  }
}

extension Machine {
  /// Characters of one string object beyond which it counts as none.
  private static let mostUnits: UInt64 = 1 << 20

  /// Makes the string objects of a call; `given` gets their addresses.
  func build(
    _ strings: [CxxStringArgument], _ given: inout [CValue], at range: CSourceRange
  ) throws(Stop) {
    for string in strings {
      let units = try units(of: string, given[string.index], range)
      let unitSize = string.layout.unitSize
      let bytes = (units + [0]).flatMap { unit in
        (0..<unitSize).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
      }
      let address = string.place.address
      var heap: UInt64?
      if bytes.count > CxxStringLayout.localSize {
        heap = try room(bytes.count, for: string)
        try write(bytes, heap ?? 0, range)
      }
      try write(
        string.layout.bytes(length: units.count, text: bytes, heap: heap, at: address), address,
        range)
      given[string.index] = .pointer(address)
    }
  }

  private func units(
    of string: CxxStringArgument, _ given: CValue, _ range: CSourceRange
  ) throws(Stop) -> [UInt32] {
    if let units = string.units { return units }
    let unitSize = string.layout.unitSize
    let text = try Self.onTarget { () throws(TargetFailure) in
      try target.text(at: given.address, unitSize: unitSize)
    }
    guard case .units(let units, isTerminated: true) = text else {
      throw .failed(
        CDiagnostic(
          "argument \(string.index + 1): there is no text at 0x"
            + String(given.address, radix: 16), range))
    }
    return units
  }

  /// Room for characters: a function that may change the object may also free them.
  private func room(_ size: Int, for string: CxxStringArgument) throws(Stop) -> UInt64 {
    guard string.isChangeable else {
      return try Self.onTarget { () throws(TargetFailure) in
        try target.allocate(size: size, alignment: 16, name: "characters of a string")
      }
    }
    return try allocator("malloc", UInt64(size))
  }

  /// Frees what the objects own now, as a caller in C++ does.
  func destroy(_ strings: [CxxStringArgument], at range: CSourceRange) throws(Stop) {
    for string in strings where string.isChangeable {
      let address = string.place.address
      let pointer = CxxStringLayout.number(try read(address, 8, range)[...])
      if pointer != address + UInt64(CxxStringLayout.localOffset) {
        _ = try allocator("free", pointer)
      }
    }
  }

  /// `malloc` or `free`; `errno` is not touched by it.
  private func allocator(_ function: String, _ argument: UInt64) throws(Stop) -> UInt64 {
    try begin()
    var call = ProbeCall(
      address: 0, result: .pointer,
      arguments: [.value(.uint64, (0..<8).map { UInt8(truncatingIfNeeded: argument >> ($0 * 8)) })],
      fixedCount: nil, buffers: [])
    call.address = try address(of: function)
    let made = call
    let reply = try Self.onTarget { () throws(TargetFailure) in try target.call(made) }
    guard case .returned(let reply) = reply else { return 0 }
    return CxxStringLayout.number(reply.result[...])
  }

  /// A string object, or a pointer to one, with its characters; nil when it is none, or does not
  /// look like one that is alive.
  func cxxString(_ value: CValue, _ type: CType) throws(Stop) -> CValue? {
    let header = state.header
    var object: [UInt8] = []
    var layout = CxxStringLayout(type, in: header)
    if case .aggregate(let bytes) = value { object = bytes }
    if layout == nil, case .pointer(let pointee) = header.resolved(type),
      case .pointer(let address) = value, address != 0
    {
      layout = CxxStringLayout(pointee.type, in: header)
      guard layout != nil, let bytes = try? target.read(at: address, count: CxxStringLayout.size)
      else { return nil }
      object = bytes
    }
    guard let layout, object.count == CxxStringLayout.size else { return nil }
    let pointer = CxxStringLayout.number(object[...])
    let length = CxxStringLayout.number(object.dropFirst(CxxStringLayout.lengthOffset))
    let unitSize = layout.unitSize
    guard length <= Self.mostUnits,
      let bytes = try? target.read(at: pointer, count: (Int(length) + 1) * unitSize),
      bytes.suffix(unitSize).allSatisfy({ $0 == 0 })
    else { return nil }
    let units = stride(from: 0, to: Int(length) * unitSize, by: unitSize).map { start in
      bytes[start..<start + unitSize].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    let shown = if case .pointer(let address) = value { address } else { pointer }
    return .string(shown, .units(units, isTerminated: true))
  }
}

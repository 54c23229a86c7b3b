import CFFI
import ProbeWire

/// libffi's descriptors of machine types; those of aggregates live as long as this.
struct ForeignTypes: ~Copyable {
  private var made: [UnsafeMutablePointer<ffi_type>] = []
  private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>] = []

  init() {}

  deinit {
    for type in made { type.deallocate() }
    for list in lists { list.deallocate() }
  }

  /// The descriptor of a type.
  mutating func descriptor(of type: ABIType) -> UnsafeMutablePointer<ffi_type> {
    switch type {
    case .void: cffi_type_void()
    case .uint8: cffi_type_uint8()
    case .sint8: cffi_type_sint8()
    case .uint16: cffi_type_uint16()
    case .sint16: cffi_type_sint16()
    case .uint32: cffi_type_uint32()
    case .sint32: cffi_type_sint32()
    case .uint64: cffi_type_uint64()
    case .sint64: cffi_type_sint64()
    case .float: cffi_type_float()
    case .double: cffi_type_double()
    case .longDouble: cffi_type_longdouble()
    case .pointer: cffi_type_pointer()
    case .complexLongDouble: cffi_type_complex_longdouble()
    case .vector: structure(size: 16, alignment: 16, elements: [cffi_type_uint8()])
    case .aggregate(let aggregate): descriptor(of: aggregate)
    }
  }

  /// A list of descriptors, null-terminated.
  mutating func list(
    of types: [UnsafeMutablePointer<ffi_type>]
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?> {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>.allocate(
      capacity: types.count + 1)
    for (index, type) in types.enumerated() { (list + index).initialize(to: type) }
    (list + types.count).initialize(to: nil)
    lists.append(list)
    return list
  }

  /// A struct whose size and alignment are given, so that libffi takes them as they are and only
  /// looks at the elements to find the registers.
  private mutating func descriptor(of aggregate: ABIAggregate) -> UnsafeMutablePointer<ffi_type> {
    let elements =
      aggregate.elements.isEmpty
      ? [structure(size: Self.memoryOnlySize, alignment: 1, elements: [cffi_type_uint8()])]
      : aggregate.elements.map { descriptor(of: $0) }
    return structure(size: aggregate.size, alignment: aggregate.alignment, elements: elements)
  }

  /// libffi passes a struct in memory when one of its elements is longer than any register.
  private static let memoryOnlySize = 64

  private mutating func structure(
    size: Int, alignment: Int, elements: [UnsafeMutablePointer<ffi_type>]
  ) -> UnsafeMutablePointer<ffi_type> {
    let type = UnsafeMutablePointer<ffi_type>.allocate(capacity: 1)
    type.initialize(
      to: ffi_type(
        size: size, alignment: UInt16(clamping: alignment), type: UInt16(FFI_TYPE_STRUCT),
        elements: list(of: elements)))
    made.append(type)
    return type
  }
}

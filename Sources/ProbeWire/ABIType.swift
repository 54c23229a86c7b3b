/// What a call passes: libffi's vocabulary, nothing of C's.
package enum ABIType: Hashable, Sendable {
  case void
  case uint8
  case sint8
  case uint16
  case sint16
  case uint32
  case sint32
  case uint64
  case sint64
  case float
  case double
  case longDouble
  case pointer
  /// `long double _Complex`, which is returned in two registers of the x87; as an argument it is
  /// an aggregate in memory.
  case complexLongDouble
  /// Sixteen bytes that travel in one vector register.
  case vector
  /// Several values that travel together: a struct, a union, a complex or 128-bit number.
  case aggregate(ABIAggregate)

  /// Every type but aggregates.
  package static let scalars: [ABIType] = [
    .void, .uint8, .sint8, .uint16, .sint16, .uint32, .sint32, .uint64, .sint64, .float, .double,
    .longDouble, .pointer, .complexLongDouble, .vector,
  ]

  /// Bytes in memory (x86-64 and aarch64 psABI; `long double` is 16 on both).
  package var size: Int {
    switch self {
    case .void: 0
    case .uint8, .sint8: 1
    case .uint16, .sint16: 2
    case .uint32, .sint32, .float: 4
    case .uint64, .sint64, .double, .pointer: 8
    case .longDouble, .vector: 16
    case .complexLongDouble: 32
    case .aggregate(let aggregate): aggregate.size
    }
  }

  /// What its addresses are multiples of.
  package var alignment: Int {
    switch self {
    case .void: 1
    case .uint8, .sint8, .uint16, .sint16, .uint32, .sint32, .float, .uint64, .sint64, .double,
      .pointer, .longDouble, .vector:
      size
    case .complexLongDouble: 16
    case .aggregate(let aggregate): aggregate.alignment
    }
  }
}

/// An aggregate as the machine sees it.
package struct ABIAggregate: Hashable, Sendable {
  /// Bytes in memory, padding included.
  package var size: Int
  /// A power of two.
  package var alignment: Int
  /// Scalars laid out one after the other as C lays out the members of a struct, which travel in
  /// registers as the aggregate does; empty for one that always travels in memory.
  package var elements: [ABIType]

  package init(size: Int, alignment: Int, elements: [ABIType]) {
    self.size = size
    self.alignment = alignment
    self.elements = elements
  }

  /// The longest that a call can pass by value.
  package static let largestSize = 1 << 20
  /// The strictest alignment that a call keeps.
  package static let largestAlignment = 1 << 12
}

extension ABIType {
  /// The scalar's number on the wire; ``aggregateCode`` for an aggregate.
  var code: UInt8 {
    switch self {
    case .void: 0
    case .uint8: 1
    case .sint8: 2
    case .uint16: 3
    case .sint16: 4
    case .uint32: 5
    case .sint32: 6
    case .uint64: 7
    case .sint64: 8
    case .float: 9
    case .double: 10
    case .longDouble: 11
    case .pointer: 12
    case .complexLongDouble: 13
    case .vector: 14
    case .aggregate: Self.aggregateCode
    }
  }

  static let aggregateCode: UInt8 = 32

  func encode(to writer: inout WireWriter) {
    writer.write(code)
    guard case .aggregate(let aggregate) = self else { return }
    writer.write(UInt32(clamping: aggregate.size))
    writer.write(UInt32(clamping: aggregate.alignment))
    writer.write(UInt32(clamping: aggregate.elements.count))
    for element in aggregate.elements { element.encode(to: &writer) }
  }

  init(decoding reader: inout WireReader) throws(WireError) {
    try self.init(code: try reader.read(UInt8.self), decoding: &reader)
  }

  /// The type whose code has been read already.
  init(code: UInt8, decoding reader: inout WireReader) throws(WireError) {
    if code == Self.aggregateCode {
      self = .aggregate(try ABIAggregate(decoding: &reader))
    } else if Int(code) < Self.scalars.count {
      self = Self.scalars[Int(code)]
    } else {
      throw .unknownValue(field: "type", UInt64(code))
    }
  }
}

extension ABIAggregate {
  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    let size = try reader.read(UInt32.self)
    guard size > 0, size <= Self.largestSize else {
      throw .unknownValue(field: "aggregate size", UInt64(size))
    }
    let alignment = try reader.read(UInt32.self)
    guard alignment.nonzeroBitCount == 1, alignment <= Self.largestAlignment else {
      throw .unknownValue(field: "aggregate alignment", UInt64(alignment))
    }
    elements = []
    for _ in 0..<(try reader.readCount()) {
      let code = try reader.read(UInt8.self)
      guard code != 0, code != ABIType.aggregateCode else {
        throw .unknownValue(field: "element type", UInt64(code))
      }
      elements.append(try ABIType(code: code, decoding: &reader))
    }
    (self.size, self.alignment) = (Int(size), Int(alignment))
    guard elementsSize <= self.size else {
      throw .unknownValue(field: "elements' size", UInt64(elementsSize))
    }
  }

  /// Where the last element ends.
  private var elementsSize: Int {
    elements.reduce(0) { end, element in
      (end + element.alignment - 1) & -element.alignment + element.size
    }
  }
}

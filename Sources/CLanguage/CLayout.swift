/// Bytes that a type takes, and what its addresses are multiples of.
package struct CTypeLayout: Hashable, Sendable {
  package var size: Int
  package var alignment: Int

  package init(size: Int, alignment: Int) {
    self.size = size
    self.alignment = alignment
  }
}

/// Where the members of a struct or union stand.
package struct CRecordLayout: Hashable, Sendable {
  package var size: Int
  package var alignment: Int
  /// One for each member, in order.
  package var members: [CMemberLayout]
  /// No attribute had a say in an alignment, its own or that of a member.
  var isPlain = true
  /// gcc keeps values of it in memory only.
  var isBlock = false
  /// A vector is in it.
  var hasVector = false
  /// To gcc it is the decimal number of eight bytes that is its only part.
  var isDecimal = false

  package init(size: Int, alignment: Int, members: [CMemberLayout]) {
    self.size = size
    self.alignment = alignment
    self.members = members
  }
}

/// Where one member stands.
package struct CMemberLayout: Hashable, Sendable {
  /// Bits from the start of the record; a multiple of 8 for anything but a bit-field.
  package var bitOffset: Int
  /// Bytes of the member's type; 0 for a flexible array.
  package var size: Int

  package init(bitOffset: Int, size: Int) {
    self.bitOffset = bitOffset
    self.size = size
  }

  /// Bytes from the start of the record; of a bit-field the byte that holds its first bit.
  package var offset: Int { bitOffset / 8 }
}

/// Why a type has no size.
package enum CLayoutError: Error, Hashable, Sendable {
  case void
  case function
  /// A struct or union that is declared but not defined, as C spells it.
  case incompleteRecord(String)
  case incompleteEnumeration(String)
  /// `T[]`.
  case unknownCount
  case unknownTypedef(String)
  /// More bytes than an object can have.
  case tooLarge

  /// What a sentence about the type says after its name.
  package var reason: String {
    switch self {
    case .void: "has no size: it is 'void'"
    case .function: "has no size: it is a function"
    case .incompleteRecord(let name): "has no size: '\(name)' is not defined"
    case .incompleteEnumeration(let name): "has no size: '\(name)' is not defined"
    case .unknownCount: "has no size: its number of elements is unknown"
    case .unknownTypedef(let name): "is unknown: there is no typedef '\(name)'"
    case .tooLarge: "is larger than an object can be"
    }
  }
}

extension CHeader {
  /// Size and alignment of a type on the header's target: gcc aligns an atomic object of 1, 2, 4,
  /// 8 or 16 bytes to its size.
  package func layout(of type: CQualifiedType) throws(CLayoutError) -> CTypeLayout {
    var layout = try layout(of: type.type)
    if type.qualifiers.contains(.atomic) && [1, 2, 4, 8, 16].contains(layout.size) {
      layout.alignment = max(layout.alignment, min(layout.size, target.largestAlignment))
    }
    return layout
  }

  /// Size and alignment of a type on the header's target.
  package func layout(of type: CType) throws(CLayoutError) -> CTypeLayout {
    switch type {
    case .void: throw .void
    case .function: throw .function
    case .bool: return CTypeLayout(size: 1, alignment: 1)
    case .integer(let kind): return target.layout(of: kind)
    case .floating(let kind): return target.layout(of: kind)
    case .complex(let kind):
      let part = target.layout(of: kind)
      return CTypeLayout(size: part.size * 2, alignment: part.alignment)
    case .vector(let element, let count):
      let size = try arrayLayout(of: CQualifiedType(element), count: count).size
      return CTypeLayout(size: size, alignment: min(size, target.vectorAlignment))
    case .bitInt(let type): return target.layout(of: type)
    case .pointer: return CTypeLayout(size: target.pointerSize, alignment: target.pointerSize)
    case .array(let element, let count): return try arrayLayout(of: element, count: count)
    case .record(let name):
      guard let layout = definition(of: name)?.layout else {
        throw .incompleteRecord(spelling(of: name))
      }
      return CTypeLayout(size: layout.size, alignment: layout.alignment)
    case .enumeration(let name):
      guard let kind = definition(of: name)?.underlying else {
        throw .incompleteEnumeration(spelling(of: name))
      }
      return target.layout(of: kind)
    case .typedef(let name):
      guard let entry = typedefEntry(named: name) else { throw .unknownTypedef(name) }
      if let layout = entry.layout { return layout }
      var layout = try layout(of: entry.resolved)
      layout.alignment = entry.alignment ?? layout.alignment
      return layout
    }
  }

  /// Whether a type is an integer or floating number of eight bytes, or an array of such, or a
  /// complex number made of them, whose alignment no attribute changes.
  func isPlainEightBytes(_ type: CQualifiedType) -> Bool {
    switch type.type {
    case .integer(let kind): target.layout(of: kind).size == 8
    case .floating(let kind), .complex(let kind): target.layout(of: kind).size == 8
    case .enumeration: (try? layout(of: type.type).size) == 8
    case .array(let element, _): isPlainEightBytes(element)
    case .typedef(let name):
      typedefEntry(named: name).map { $0.alignment == nil && isPlainEightBytes($0.resolved) }
        ?? false
    case .void, .bool, .vector, .bitInt, .pointer, .function, .record: false
    }
  }

  private func arrayLayout(
    of element: CQualifiedType, count: Int?
  ) throws(CLayoutError) -> CTypeLayout {
    let one = try layout(of: element)
    guard let count else { throw .unknownCount }
    let (size, overflow) = one.size.multipliedReportingOverflow(by: count)
    guard !overflow && size <= CRecordLayout.largestSize else { throw .tooLarge }
    return CTypeLayout(size: size, alignment: one.alignment)
  }

  private func spelling(of name: CRecordName) -> String {
    switch name.name {
    case .tag(let tag): "\(name.keyword.rawValue) \(tag)"
    case .anonymous: name.keyword.rawValue
    }
  }

  private func spelling(of name: CEnumerationName) -> String {
    switch name.name {
    case .tag(let tag): "enum \(tag)"
    case .anonymous: "enum"
    }
  }
}

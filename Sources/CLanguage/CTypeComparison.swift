/// Compares what two headers say of one name.
///
/// Typedefs count as what they stand for. A struct is its tag; where both headers define it, its
/// layout has to agree too. Names of parameters and annotations do not count.
package struct CTypeComparison {
  private let first: CHeader
  private let second: CHeader
  /// Pairs of tags that are being compared, since types can contain pointers to themselves.
  private var compared: Set<String> = []

  /// How far two prototypes agree.
  package enum Agreement: Int, Comparable, Sendable {
    /// The same types.
    case same
    /// Other types that are passed and returned alike: `void *` for `char *`.
    case passedAlike
    /// A call would pass other registers or bytes, or read the result otherwise.
    case different

    package static func < (a: Agreement, b: Agreement) -> Bool { a.rawValue < b.rawValue }
  }

  package init(_ first: CHeader, _ second: CHeader) {
    self.first = first
    self.second = second
  }

  /// How far two functions agree, the first as the first header has it.
  package mutating func agreement(_ a: CFunctionType, _ b: CFunctionType) -> Agreement {
    // `int f();` says nothing that the other could contradict but its result.
    let isOpen = a.hasUnknownParameters || b.hasUnknownParameters
    guard isOpen || (a.isVariadic == b.isVariadic && a.parameters.count == b.parameters.count)
    else { return .different }
    var result = agreement(a.result, b.result)
    guard !isOpen else { return result }
    for (x, y) in zip(a.parameters, b.parameters) {
      result = max(
        result,
        agreement(first.adjustedParameter(x.type), second.adjustedParameter(y.type)))
    }
    return result
  }

  /// Whether calls by two functions pass and return the same bytes: what pointers point to does not
  /// count, and `int f();` leaves its parameters open.
  package func areCalledAlike(_ a: CFunctionType, _ b: CFunctionType) -> Bool {
    guard isPassedAlike(first.resolved(a.result).type, second.resolved(b.result).type) else {
      return false
    }
    if a.hasUnknownParameters || b.hasUnknownParameters { return true }
    return a.isVariadic == b.isVariadic && a.parameters.count == b.parameters.count
      && zip(a.parameters, b.parameters).allSatisfy {
        isPassedAlike(
          first.resolved(first.adjustedParameter($0.type)).type,
          second.resolved(second.adjustedParameter($1.type)).type)
      }
  }

  /// How far two types agree as those of values.
  package mutating func agreement(_ a: CQualifiedType, _ b: CQualifiedType) -> Agreement {
    if isSame(unqualified(first.canonical(a)), unqualified(second.canonical(b))) { return .same }
    return isPassedAlike(first.resolved(a).type, second.resolved(b).type)
      ? .passedAlike : .different
  }

  private func unqualified(_ type: CQualifiedType) -> CQualifiedType { CQualifiedType(type.type) }

  // MARK: The same type

  private mutating func isSame(_ a: CQualifiedType, _ b: CQualifiedType) -> Bool {
    guard a.qualifiers.subtracting(.restrict) == b.qualifiers.subtracting(.restrict) else {
      return false
    }
    switch (a.type, b.type) {
    case (.pointer(let a), .pointer(let b)): return isSame(a, b)
    case (.array(let a, let countA), .array(let b, let countB)):
      return (countA == nil || countB == nil || countA == countB) && isSame(a, b)
    case (.function(let a), .function(let b)): return agreement(a, b) == .same
    case (.record(let a), .record(let b)): return isSame(a, b)
    case (.enumeration(let a), .enumeration(let b)): return isSame(a, b)
    case (.enumeration(let name), .integer(let kind)):
      return first.definition(of: name)?.underlying == kind
    case (.integer(let kind), .enumeration(let name)):
      return second.definition(of: name)?.underlying == kind
    default: return a.type == b.type
    }
  }

  private mutating func isSame(_ a: CRecordName, _ b: CRecordName) -> Bool {
    guard a.keyword == b.keyword else { return false }
    if case .tag(let x) = a.name, case .tag(let y) = b.name {
      guard x == y else { return false }
      guard compared.insert(x).inserted else { return true }
    }
    guard let left = first.definition(of: a), let right = second.definition(of: b) else {
      // A struct without a tag always has its members.
      if case .tag = a.name, case .tag = b.name { return true }
      return false
    }
    return isSame(left, right)
  }

  /// Whether two definitions have the same members in the same places.
  package mutating func isSame(_ a: CRecordDefinition, _ b: CRecordDefinition) -> Bool {
    guard a.layout == b.layout, a.members.count == b.members.count else { return false }
    for (x, y) in zip(a.members, b.members) {
      guard x.name == y.name, x.bitWidth == y.bitWidth,
        isSame(first.canonical(x.type), second.canonical(y.type))
      else { return false }
    }
    return true
  }

  private func isSame(_ a: CEnumerationName, _ b: CEnumerationName) -> Bool {
    guard let left = first.definition(of: a), let right = second.definition(of: b) else {
      return a == b
    }
    return isSame(left, right)
  }

  /// Whether two enumerations have the same values under the same names.
  package func isSame(_ a: CEnumerationDefinition, _ b: CEnumerationDefinition) -> Bool {
    guard a.underlying == b.underlying, a.enumerators.count == b.enumerators.count else {
      return false
    }
    return zip(a.enumerators, b.enumerators).allSatisfy {
      $0.name == $1.name && $0.value == $1.value
    }
  }

  // MARK: Passed alike

  private func isPassedAlike(_ a: CType, _ b: CType) -> Bool {
    switch (a, b) {
    case (.pointer, .pointer): return true
    case (.record(let a), .record(let b)):
      guard a.keyword == b.keyword, let left = first.definition(of: a),
        let right = second.definition(of: b)
      else { return a == b }
      guard left.layout == right.layout, left.members.count == right.members.count else {
        return false
      }
      return zip(left.members, right.members).allSatisfy {
        isPassedAlike(first.resolved($0.type).type, second.resolved($1.type).type)
      }
    case (.array(let a, let countA), .array(let b, let countB)):
      return countA == countB && isPassedAlike(first.resolved(a).type, second.resolved(b).type)
    case (.vector(let a, let countA), .vector(let b, let countB)):
      return countA == countB && isPassedAlike(first.resolved(a), second.resolved(b))
    case (.void, .void), (.bool, .bool): return true
    case (.bitInt(let a), .bitInt(let b)): return a == b
    case (.floating(let a), .floating(let b)), (.complex(let a), .complex(let b)):
      return first.target.layout(of: a) == second.target.layout(of: b)
        && format(of: a) == format(of: b)
    default:
      guard let a = integer(a, first), let b = integer(b, second) else { return false }
      return a == b
    }
  }

  /// `long double`, `_Float128` and `_Decimal128` have one size and three formats.
  private func format(of kind: CFloatingKind) -> Int {
    kind.isDecimal ? 2 : kind == .longDouble ? 1 : 0
  }

  private func integer(_ type: CType, _ header: CHeader) -> (size: Int, isSigned: Bool)? {
    switch type {
    case .integer(let kind):
      return (header.target.layout(of: kind).size, header.target.isSigned(kind))
    case .enumeration(let name):
      let kind = header.definition(of: name)?.underlying ?? .unsignedInt
      return (header.target.layout(of: kind).size, header.target.isSigned(kind))
    case .void, .bool, .floating, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .typedef:
      return nil
    }
  }
}

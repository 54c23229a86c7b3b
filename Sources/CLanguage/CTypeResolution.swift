extension CQualifiedType {
  /// The type with typedefs, at any depth, replaced where `replacement` has something for them.
  func replacingTypedefs(_ replacement: (String) -> CQualifiedType?) -> CQualifiedType {
    switch type {
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .record, .enumeration:
      return self
    case .pointer(let pointee):
      return CQualifiedType(.pointer(pointee.replacingTypedefs(replacement)), qualifiers)
    case .array(let element, let count):
      return CQualifiedType(
        .array(element.replacingTypedefs(replacement), count: count), qualifiers)
    case .function(let function):
      return CQualifiedType(.function(function.replacingTypedefs(replacement)), qualifiers)
    case .typedef(let name):
      guard let found = replacement(name) else { return self }
      return found.adding(qualifiers)
    }
  }

  /// With more qualifiers; those of an array are its elements' (C11, section 6.7.3, paragraph 9).
  package func adding(_ more: CQualifiers) -> CQualifiedType {
    if more.isEmpty { return self }
    if case .array(let element, let count) = type {
      return CQualifiedType(.array(element.adding(more), count: count), qualifiers)
    }
    return CQualifiedType(type, qualifiers.union(more))
  }
}

extension CFunctionType {
  func replacingTypedefs(_ replacement: (String) -> CQualifiedType?) -> CFunctionType {
    var copy = self
    copy.result = result.replacingTypedefs(replacement)
    for index in parameters.indices {
      copy.parameters[index].type = parameters[index].type.replacingTypedefs(replacement)
    }
    return copy
  }
}

extension CHeader {
  /// The type with every typedef in it replaced.
  package func canonical(_ type: CQualifiedType) -> CQualifiedType {
    type.replacingTypedefs { typedefEntry(named: $0)?.resolved }
  }

  /// Types that a type is made of once its typedefs are replaced, counted up to a limit.
  func nodeCount(of type: CType, limit: Int) -> Int {
    if limit <= 0 { return 1 }
    switch type {
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .record, .enumeration:
      return 1
    case .pointer(let inner): return 1 + nodeCount(of: inner.type, limit: limit - 1)
    case .array(let inner, _): return 1 + nodeCount(of: inner.type, limit: limit - 1)
    case .function(let function):
      var count = 1 + nodeCount(of: function.result.type, limit: limit - 1)
      for parameter in function.parameters where count < limit {
        count += nodeCount(of: parameter.type.type, limit: limit - count)
      }
      return count
    case .typedef(let name): return typedefEntry(named: name)?.nodeCount ?? 1
    }
  }

  /// Whether a type is made of no more types than a limit even if every typedef in it were the
  /// largest: most are, and then no name has to be looked up.
  func isSurelySmall(_ type: CType, limit: Int) -> Bool {
    writtenCount(of: type, limit: limit) < limit / max(1, largestTypedef)
  }

  /// Types as written, counted up to a limit.
  private func writtenCount(of type: CType, limit: Int) -> Int {
    if limit <= 0 { return 1 }
    switch type {
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .record, .enumeration,
      .typedef:
      return 1
    case .pointer(let inner), .array(let inner, _):
      return 1 + writtenCount(of: inner.type, limit: limit - 1)
    case .function(let function):
      var count = 1 + writtenCount(of: function.result.type, limit: limit - 1)
      for parameter in function.parameters where count < limit {
        count += writtenCount(of: parameter.type.type, limit: limit - count)
      }
      return count
    }
  }

  /// What a parameter of this type is passed as: arrays and functions become pointers, and its
  /// own qualifiers do not count (C11, section 6.7.6.3, paragraphs 7, 8 and 15).
  package func adjustedParameter(_ type: CQualifiedType) -> CQualifiedType {
    let found = resolved(type)
    switch found.type {
    case .array(let element, _): return CQualifiedType(.pointer(element.adding(found.qualifiers)))
    case .function: return CQualifiedType(.pointer(type))
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .record,
      .enumeration,
      .typedef:
      return type
    }
  }

  // MARK: Compatibility (C11, section 6.2.7)

  /// Whether two declarations of one name may stand together.
  func isCompatible(_ a: CQualifiedType, _ b: CQualifiedType) -> Bool {
    isCompatibleCanonical(canonical(a), canonical(b))
  }

  func isCompatible(_ a: CFunctionType, _ b: CFunctionType) -> Bool {
    isCompatible(CQualifiedType(.function(a)), CQualifiedType(.function(b)))
  }

  private func isCompatibleCanonical(_ a: CQualifiedType, _ b: CQualifiedType) -> Bool {
    guard a.qualifiers == b.qualifiers else { return false }
    switch (a.type, b.type) {
    case (.pointer(let a), .pointer(let b)): return isCompatibleCanonical(a, b)
    case (.array(let a, let countA), .array(let b, let countB)):
      return (countA == nil || countB == nil || countA == countB) && isCompatibleCanonical(a, b)
    case (.function(let a), .function(let b)): return isCompatibleCanonical(a, b)
    case (.enumeration(let name), .integer(let kind)), (.integer(let kind), .enumeration(let name)):
      return definition(of: name)?.underlying == kind
    default: return a.type == b.type
    }
  }

  private func isCompatibleCanonical(_ a: CFunctionType, _ b: CFunctionType) -> Bool {
    guard isCompatibleCanonical(a.result, b.result) else { return false }
    if a.hasUnknownParameters || b.hasUnknownParameters { return true }
    guard a.isVariadic == b.isVariadic && a.parameters.count == b.parameters.count else {
      return false
    }
    return zip(a.parameters, b.parameters).allSatisfy { first, second in
      let first = adjustedParameter(first.type).type
      let second = adjustedParameter(second.type).type
      return isCompatibleCanonical(CQualifiedType(first), CQualifiedType(second))
    }
  }
}

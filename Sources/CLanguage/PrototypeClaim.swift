/// What a source says of how a function is called, kept to be compared with what is declared later.
package enum PrototypeClaim: Sendable {
  /// A header declares it under the same name.
  case declared(in: CHeader)
  /// Its C++ name carries the types of its parameters.
  case named(CxxSignature)

  /// Whether a call by a declaration would pass or return other bytes than one by this.
  ///
  /// - Parameters:
  ///   - declaration: what counts.
  ///   - header: what it is declared in.
  /// - Returns: false too when nothing is known that could contradict.
  package func contradicts(_ declaration: CDeclaration, in header: CHeader) -> Bool {
    guard case .function(let type) = declaration.kind else { return false }
    switch self {
    case .declared(let other):
      guard case .function(let otherType)? = other.function(named: declaration.name)?.kind else {
        return false
      }
      return !CTypeComparison(header, other).areCalledAlike(type, otherType)
    case .named(let signature): return signature.contradicts(type, in: header)
    }
  }
}

extension CxxSignature {
  /// Whether a function type passes other bytes than the parameters that the name tells.
  ///
  /// - Parameters:
  ///   - type: how the function is declared for C.
  ///   - header: what the type's names stand for.
  /// - Returns: false when the name's parameters cannot be relied on.
  package func contradicts(_ type: CFunctionType, in header: CHeader) -> Bool {
    guard doubt == nil, !type.hasUnknownParameters else { return false }
    var expected = CFunctionType(
      result: type.result, parameters: parameters, isVariadic: isVariadic)
    // An object that a function returns in memory is its first parameter for C (Itanium C++ ABI,
    // section 3.1.3.1); the name does not tell.
    if result == nil, type.parameters.count == parameters.count + 1,
      let first = type.parameters.first,
      case .pointer = header.resolved(first.type).type
    {
      expected.parameters.insert(first, at: 0)
    }
    let comparison = CTypeComparison(header, CHeader(over: header))
    return !comparison.areCalledAlike(type, expected)
  }
}

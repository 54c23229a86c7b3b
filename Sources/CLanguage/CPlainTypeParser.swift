/// Types of the commonest forms, each made once: a header says `const char *` a thousand times.
///
/// A type is a base, qualified or not, and pointers to it, qualified or not. It is known by its
/// number, so that a type that was met before costs neither allocation nor hashing of names.
struct CTypePool {
  /// One type, with what the parser asks of it.
  struct Node {
    var type: CQualifiedType
    var nodeCount: Int
    /// What it stands for is `void`.
    var isVoid: Bool
    /// What it stands for is a function.
    var isFunction: Bool
  }

  /// Number 0 is none.
  private(set) var nodes = [
    Node(type: CQualifiedType(.void), nodeCount: 1, isVoid: true, isFunction: false)
  ]
  /// For each node and each combination of qualifiers the pointer to it.
  private var pointers = [UInt32](repeating: 0, count: Self.qualifierCount)
  private var bases: [UInt64: UInt32] = [:]
  /// As many typedefs of lower headers meant something else when the types were made.
  var shadowedCount = 0

  /// `const`, `volatile`, `restrict`.
  private static let qualifierCount = 8

  /// The base of a key; nil when it was not met before.
  func base(_ key: UInt64) -> UInt32? { bases[key] }

  mutating func add(_ node: Node, base key: UInt64) -> UInt32 {
    let number = add(node)
    bases[key] = number
    return number
  }

  /// The pointer to a type.
  mutating func pointer(to number: UInt32, _ qualifiers: CQualifiers) -> UInt32 {
    let slot = Int(number) * Self.qualifierCount + Int(qualifiers.rawValue)
    if pointers[slot] != 0 { return pointers[slot] }
    let inner = nodes[Int(number)]
    let new = add(
      Node(
        type: CQualifiedType(.pointer(inner.type), qualifiers), nodeCount: inner.nodeCount + 1,
        isVoid: false, isFunction: false))
    pointers[slot] = new
    return new
  }

  private mutating func add(_ node: Node) -> UInt32 {
    nodes.append(node)
    pointers += repeatElement(0, count: Self.qualifierCount)
    return UInt32(truncatingIfNeeded: nodes.count - 1)
  }
}

/// The short way through parameters and members of the commonest forms.
///
/// Whatever is not quite plain is left to the parser proper, from the same token on: these
/// functions either take a whole parameter or member, or nothing.
extension CParser {
  /// `const char *name` before a comma or a closing parenthesis.
  mutating func plainParameter() -> CParameter? {
    let start = position
    guard let (number, _) = plainType() else { return nil }
    var name: CToken?
    if kind == .identifier { name = advance() }
    guard kind == .comma || kind == .rightParenthesis,
      let node = plainTypes?.nodes[Int(number)], !node.isVoid,
      name.map({ parameterScopes[parameterScopes.count - 1].insert($0.name) }) ?? true
    else {
      position = start
      return nil
    }
    return CParameter(name: name.map { names[Int($0.name)] }, type: node.type)
  }

  /// `unsigned int name;`.
  mutating func plainMember() -> CMember? {
    let start = position
    guard let (number, declarator) = plainType() else { return nil }
    guard kind == .identifier && kind(ahead: 1) == .semicolon,
      let node = plainTypes?.nodes[Int(number)], !node.isFunction
    else {
      position = start
      return nil
    }
    let name = advance()
    let range = range(from: declarator)
    advance()
    return CMember(name: names[Int(name.name)], type: node.type, range: range)
  }

  /// A base and pointers to it, as a number of the pool, and the token behind the base; nil, with
  /// nothing read, for any other type.
  private mutating func plainType() -> (number: UInt32, declarator: CToken)? {
    guard plainTypes != nil else { return nil }
    let start = position
    guard var number = plainBase() else {
      position = start
      return nil
    }
    let declarator = current
    var count = 0
    while kind == .star {
      advance()
      count += 1
      guard count < 16, let qualifiers = plainQualifiers(),
        let pointer = plainTypes?.pointer(to: number, qualifiers)
      else {
        position = start
        return nil
      }
      number = pointer
    }
    return (number, declarator)
  }

  /// Nil before `_Atomic` and attributes.
  private mutating func plainQualifiers() -> CQualifiers? {
    var result: CQualifiers = []
    while true {
      switch kind {
      case .constKeyword: result.insert(.const)
      case .volatileKeyword: result.insert(.volatile)
      case .restrictKeyword: result.insert(.restrict)
      case .atomicKeyword, .attributeKeyword, .leftBracket: return nil
      default: return result
      }
      advance()
    }
  }

  /// Qualifiers and one typedef name, one tag, or keywords of an arithmetic type.
  private mutating func plainBase() -> UInt32? {
    guard var qualifiers = plainQualifiers() else { return nil }
    var key: UInt64
    var words = CTypeWords()
    var tag: CToken?
    switch kind {
    case .identifier:
      key = 1 << 32 | UInt64(current.name)
      for scope in parameterScopes where scope.contains(current.name) { return nil }
      tag = advance()
    case .structKeyword, .unionKeyword, .enumKeyword:
      let keyword = advance().kind
      guard kind == .identifier, kind(ahead: 1) == .star || kind(ahead: 1) == .identifier else {
        return nil
      }
      key = UInt64(keyword.rawValue) << 34 | UInt64(current.name)
      tag = advance()
    default:
      key = 0
      while words.takePlain(kind) {
        key = key << 7 | UInt64(kind.rawValue)
        guard key < 1 << 31 else { return nil }
        advance()
      }
      guard !words.isEmpty else { return nil }
      // `double complex`, and what stands for it.
      if words.base == .floatKeyword || words.base == .doubleKeyword, kind == .identifier,
        names[Int(current.name)] == "complex"
      {
        return nil
      }
    }
    guard let more = plainQualifiers(), kind.followsPlainType else { return nil }
    qualifiers.formUnion(more)
    key |= UInt64(qualifiers.rawValue) << 48
    return plainBase(key, tag, words, qualifiers)
  }

  private mutating func plainBase(
    _ key: UInt64, _ name: CToken?, _ words: CTypeWords, _ qualifiers: CQualifiers
  ) -> UInt32? {
    // A name that meant a type below means something else from here on.
    if plainTypes?.shadowedCount != header.shadowedCount {
      plainTypes = CTypePool()
      plainTypes?.shadowedCount = header.shadowedCount
    }
    if let known = plainTypes?.base(key) { return known }
    guard let node = node(key, name.map { names[Int($0.name)] }, words, qualifiers) else {
      return nil
    }
    return plainTypes?.add(node, base: key)
  }

  /// A type that was not met before; nil when it is none, or when the parser proper has to see it
  /// first: a new tag.
  private func node(
    _ key: UInt64, _ name: String?, _ words: CTypeWords, _ qualifiers: CQualifiers
  ) -> CTypePool.Node? {
    let type: CType
    var nodeCount = 1
    switch (key >> 32 & 0xFFFF, name) {
    case (1, let name?):
      guard let entry = header.typedefEntry(named: name) else { return nil }
      type = .typedef(name)
      nodeCount = entry.nodeCount
    case (UInt64(CTokenKind.structKeyword.rawValue) << 2, let name?):
      guard header.ownKind(ofTag: name) == .struct else { return nil }
      type = .record(CRecordName(.struct, .tag(name)))
    case (UInt64(CTokenKind.unionKeyword.rawValue) << 2, let name?):
      guard header.ownKind(ofTag: name) == .union else { return nil }
      type = .record(CRecordName(.union, .tag(name)))
    case (UInt64(CTokenKind.enumKeyword.rawValue) << 2, let name?):
      guard header.ownKind(ofTag: name) == .enum else { return nil }
      type = .enumeration(CEnumerationName(.tag(name)))
    default:
      guard let spelt = words.type else { return nil }
      type = spelt
    }
    guard nodeCount + 16 <= header.limits.typeNodeCount else { return nil }
    var isFunction = false
    let resolved = header.resolved(type)
    if case .function = resolved { isFunction = true }
    return CTypePool.Node(
      type: CQualifiedType(type, qualifiers), nodeCount: nodeCount, isVoid: resolved == .void,
      isFunction: isFunction)
  }
}

extension CTokenKind {
  /// Whether a plain type may end before it; anything else could go on with the type.
  fileprivate var followsPlainType: Bool {
    switch self {
    case .identifier, .star, .comma, .rightParenthesis, .semicolon: true
    default: false
    }
  }
}

extension CTypeWords {
  /// Counts a keyword of the plainest types; false for any other token.
  fileprivate mutating func takePlain(_ kind: CTokenKind) -> Bool {
    switch kind {
    case .signedKeyword: signed += 1
    case .unsignedKeyword: unsigned += 1
    case .shortKeyword: short += 1
    case .longKeyword: long += 1
    case .voidKeyword, .boolKeyword, .charKeyword, .intKeyword, .floatKeyword, .doubleKeyword:
      guard base == nil else { return false }
      base = kind
    default: return false
    }
    return true
  }
}

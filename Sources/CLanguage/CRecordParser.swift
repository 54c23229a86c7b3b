extension CParser {
  /// `struct tag { members }` with attributes (C11, section 6.7.2.1).
  mutating func recordSpecifier(
    into specifiers: inout CDeclarationSpecifiers
  ) throws(CDiagnostic) -> CType {
    let start = advance()
    let keyword: CRecordKeyword = start.kind == .unionKeyword ? .union : .struct
    var attributes = CAttributeList()
    try self.attributes(into: &attributes)
    let tag = try takeTag(as: keyword == .union ? .union : .struct, definition: .leftBrace)
    let name = CRecordName(keyword, try self.name(tag))
    if kind == .leftBrace {
      try refuseRedefinition(
        header.ownDefinition(of: name)?.range, "\(keyword.rawValue) \(spelling(of: name.name))",
        at: start)
      try recordBody(name, start: start, attributes: attributes)
    } else if let token = attributes.layoutToken {
      throw failure("attribute '\(text(of: token))' needs a body to apply to", at: token)
    }
    specifiers.isUntaggedRecord = tag == nil
    return .record(name)
  }

  /// A tag, checked to be that of the right kind of type; nil when none stands here.
  private mutating func takeTag(
    as kind: CTagKind, definition: CTokenKind
  ) throws(CDiagnostic) -> CTagName? {
    guard self.kind == .identifier else { return nil }
    let token = advance()
    let tag = text(of: token)
    let isDefinition = self.kind == definition || self.kind == .semicolon
    let known = isDefinition ? header.ownKind(ofTag: tag) : header.kind(ofTag: tag)
    if let known, known != kind {
      throw failure(
        "'\(tag)' is the tag of a \(known.rawValue), not of a \(kind.rawValue)", at: token)
    }
    header.set(kind, forTag: tag)
    return .tag(tag)
  }

  /// The tag, or a number for a type without one, which then has to have a body.
  private mutating func name(_ tag: CTagName?) throws(CDiagnostic) -> CTagName {
    if let tag { return tag }
    guard kind == .leftBrace || kind == .colon else { throw unexpected("'{' or a tag") }
    return header.anonymousTag()
  }

  private func spelling(of name: CTagName) -> String {
    switch name {
    case .tag(let tag): tag
    case .anonymous: ""
    }
  }

  private func refuseRedefinition(
    _ earlier: CSourceRange?, _ name: String, at token: CToken
  ) throws(CDiagnostic) {
    guard let earlier else { return }
    throw failure("'\(name)' is already defined in line \(earlier.start.line)", at: token)
  }

  private mutating func recordBody(
    _ name: CRecordName, start: CToken, attributes: CAttributeList
  ) throws(CDiagnostic) {
    try enter()
    var attributes = attributes
    advance()
    var members: [CMember] = []
    while kind != .rightBrace {
      if take(.semicolon) { continue }
      if kind == .staticAssertKeyword {
        try staticAssertion()
      } else if let member = plainMember() {
        members.append(member)
      } else {
        try memberDeclaration(into: &members)
      }
    }
    let packLimit = packLimit(at: position)
    advance()
    let range = range(from: start)
    try self.attributes(into: &attributes)
    try refuseVector(attributes)
    if let mode = attributes.mode, let token = attributes.layoutToken {
      throw failure("mode '\(mode)' is not supported for this type", at: token)
    }
    try checkNames(of: members)
    try checkFlexibleArray(in: members, of: name.keyword)
    let result = header.layout(
      of: members, keyword: name.keyword, isPacked: attributes.isPacked, packLimit: packLimit,
      alignment: attributes.alignment)
    switch result {
    case .success(let layout):
      header.set(
        CRecordDefinition(
          name: name, members: members, attributes: attributes.standard,
          isPacked: attributes.isPacked, alignment: attributes.alignment, packLimit: packLimit,
          isTransparent: attributes.isTransparent, layout: layout, typedefName: nil, range: range))
    case .failure(let failure):
      let place = members.isEmpty ? range : members[failure.index].range
      throw CDiagnostic("this member \(failure.error.reason)", place)
    }
    addTagDeclaration(.record(name), name.name, attributes.standard, range)
    leave()
  }

  /// The value of `#pragma pack` at a token.
  private func packLimit(at token: Int) -> Int? {
    var low = 0
    var high = packLimits.count
    while low < high {
      let middle = (low + high) / 2
      if packLimits[middle].token <= token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? packLimits[low - 1].limit : nil
  }

  /// Its range becomes that of the whole declaration when that has been read.
  private mutating func addTagDeclaration(
    _ kind: CDeclaration.Kind, _ name: CTagName, _ attributes: [CAttribute], _ range: CSourceRange
  ) {
    var declaration = CDeclaration(
      name: spelling(of: name), kind: kind, attributes: attributes, range: range,
      nameRange: range, file: file, line: fileLine(of: range))
    declaration.isDefinition = true
    header.add(declaration)
  }

  // MARK: Members

  private mutating func memberDeclaration(into members: inout [CMember]) throws(CDiagnostic) {
    let start = current
    guard kind != .end else { throw unexpected("'}' at the end of the members") }
    let specifiers = try declarationSpecifiers("a member")
    guard specifiers.storage == nil && !specifiers.isTypedef && specifiers.specifiers.isEmpty else {
      throw CDiagnostic("a member cannot have a storage class", range(from: start))
    }
    if take(.semicolon) {
      guard specifiers.namesTag else {
        throw CDiagnostic("this declares no member: a name is missing", range(from: start))
      }
      guard specifiers.isUntaggedRecord else { return }
      members.append(
        CMember(
          name: nil, type: specifiers.type, alignment: specifiers.attributes.alignment,
          isPacked: specifiers.attributes.isPacked, attributes: specifiers.attributes.standard,
          range: range(from: start)))
      return
    }
    repeat {
      members.append(try member(specifiers))
    } while take(.comma)
    try expect(.semicolon, "';' after the member")
  }

  private mutating func member(_ specifiers: CDeclarationSpecifiers) throws(CDiagnostic) -> CMember
  {
    let start = current
    var declarator = try declarator(.member)
    let type = try type(of: declarator, base: specifiers.type)
    var width: Int?
    if kind == .colon {
      width = try bitWidth(of: type, isNamed: declarator.name != nil, at: declarator.nameToken)
      try attributes(into: &declarator.attributes)
    }
    if case .function = header.resolved(type).type {
      throw failure("a member cannot be a function; a pointer to one can", at: declarator.nameToken)
    }
    var attributes = specifiers.attributes
    attributes.merge(declarator.attributes)
    return CMember(
      name: declarator.name, type: try self.type(type, as: attributes), bitWidth: width,
      alignment: attributes.alignment, isPacked: attributes.isPacked,
      attributes: attributes.standard, range: range(from: start))
  }

  private mutating func bitWidth(
    of type: CQualifiedType, isNamed: Bool, at token: CToken
  ) throws(CDiagnostic) -> Int {
    advance()
    let expression = try conditionalExpression()
    let value = try constant(expression).value
    let bits: Int
    switch header.resolved(type).type {
    case .bool: bits = 1
    case .integer(let kind): bits = header.target.width(of: kind)
    case .bitInt(let type): bits = type.width
    case .enumeration: bits = try layout(of: type.type, at: range(of: token)).size * 8
    case .void, .floating, .complex, .vector, .pointer, .array, .function, .record, .typedef:
      throw failure("a bit-field has to have an integer type", at: token)
    }
    guard value >= 0 && value <= bits else {
      throw CDiagnostic(
        "a bit-field of this type has 0 to \(bits) bits, not \(value)", expression.range)
    }
    guard value > 0 || !isNamed else {
      throw CDiagnostic("a bit-field of 0 bits cannot have a name", expression.range)
    }
    return Int(value)
  }

  private func checkNames(of members: [CMember]) throws(CDiagnostic) {
    var names: Set<String> = []
    for member in members {
      for name in memberNames(member) {
        guard names.insert(name).inserted else {
          throw CDiagnostic("two members are named '\(name)'", member.range)
        }
      }
    }
  }

  /// A member's name; of an anonymous struct or union the names inside it.
  private func memberNames(_ member: CMember) -> [String] {
    if let name = member.name { return [name] }
    guard member.bitWidth == nil, case .record(let record) = member.type.type else { return [] }
    return header.definition(of: record)?.members.flatMap { memberNames($0) } ?? []
  }

  private func checkFlexibleArray(
    in members: [CMember], of keyword: CRecordKeyword
  ) throws(CDiagnostic) {
    for (index, member) in members.enumerated() {
      guard case .array(_, nil) = header.resolved(member.type).type else { continue }
      guard keyword == .struct && index > 0 && index == members.count - 1 else {
        throw CDiagnostic(
          "an array without bound has to be the last of several members of a struct",
          member.range)
      }
    }
  }

  // MARK: Enumerations

  /// `enum tag : type { A, B = 2 }` (C11, section 6.7.2.2; the type is C23's).
  mutating func enumSpecifier() throws(CDiagnostic) -> CType {
    let start = advance()
    var attributes = CAttributeList()
    try self.attributes(into: &attributes)
    let tag = try takeTag(as: .enum, definition: .leftBrace)
    let name = CEnumerationName(try self.name(tag))
    var fixed: CIntegerKind?
    // Behind a bit-field's type a colon has its width, which is no type.
    if kind == .colon && (tag == nil || isTypeStart(ahead: 1)) { fixed = try fixedType() }
    if kind == .leftBrace {
      let earlier = header.ownDefinition(of: name)
      // `enum e : long;` comes before its enumerators.
      let isAnnounced = earlier?.enumerators.isEmpty == true && earlier?.isFixed == true
      if let earlier, isAnnounced, fixed != earlier.underlying {
        throw failure("the type of this enumeration was another one before", at: start)
      }
      try refuseRedefinition(
        isAnnounced ? nil : earlier?.range, "enum \(spelling(of: name.name))", at: start)
      try enumBody(name, start: start, fixed: fixed, attributes: attributes)
    } else if let fixed, header.ownDefinition(of: name) == nil {
      // With a type it is complete without its enumerators.
      header.set(
        CEnumerationDefinition(
          name: name, enumerators: [], underlying: fixed, isFixed: true, isPacked: false,
          attributes: [], typedefName: nil, range: range(from: start)))
    }
    return .enumeration(name)
  }

  private mutating func fixedType() throws(CDiagnostic) -> CIntegerKind {
    advance()
    let start = current
    let type = try declarationSpecifiers("an integer type").type
    switch header.resolved(type).type {
    case .integer(let kind): return kind
    case .bool: return .unsignedChar
    case .void, .floating, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .enumeration,
      .typedef:
      throw CDiagnostic("the type of an enumeration has to be an integer type", range(from: start))
    }
  }

  private mutating func enumBody(
    _ name: CEnumerationName, start: CToken, fixed: CIntegerKind?, attributes: CAttributeList
  ) throws(CDiagnostic) {
    var attributes = attributes
    advance()
    var enumerators: [CEnumerator] = []
    // The enumeration comes before its enumerators, as its keyword does.
    let index = header.declarations.count
    addTagDeclaration(.enumeration(name), name.name, [], range(from: start))
    while kind != .rightBrace {
      enumerators.append(
        try enumerator(after: enumerators.last?.value, type: fixed.map { .integer($0) }))
      if kind != .rightBrace { try expect(.comma, "',' or '}' after an enumerator") }
    }
    advance()
    let range = range(from: start)
    try self.attributes(into: &attributes)
    let underlying: CIntegerKind
    var fixed = fixed
    if fixed == nil { fixed = try type(inModeOf: attributes, enumerators) }
    if let fixed {
      underlying = fixed
    } else if let chosen = chosenType(of: enumerators, isPacked: attributes.isPacked) {
      underlying = chosen
    } else {
      throw CDiagnostic("no integer type holds all values of this enumeration", range)
    }
    if fixed == nil { widenConstants(from: index, to: underlying) }
    header.set(
      CEnumerationDefinition(
        name: name, enumerators: enumerators, underlying: underlying, isFixed: fixed != nil,
        isPacked: attributes.isPacked, attributes: attributes.standard, typedefName: nil,
        range: range))
    header.update(index) { declaration in
      declaration.attributes = attributes.standard
      declaration.range = range
    }
  }

  private mutating func enumerator(
    after previous: Int128?, type: CType?
  ) throws(CDiagnostic) -> CEnumerator {
    guard kind == .identifier else { throw unexpected("the name of an enumerator") }
    let token = advance()
    let name = text(of: token)
    var attributes = CAttributeList()
    try self.attributes(into: &attributes)
    try refuseLayoutAttributes(attributes)
    var value = previous.map { $0 + 1 } ?? 0
    if take(.equal) { value = try constant(conditionalExpression()).value }
    guard value >= Int128(Int64.min) && value <= Int128(UInt64.max) else {
      throw failure("the value of '\(name)' does not fit in 64 bits", at: token)
    }
    if let earlier = header.ownIndex(of: name) {
      throw failure(
        "'\(name)' is already declared in line \(header.declarations[earlier].range.start.line)",
        at: token)
    }
    let range = range(from: token)
    header.add(
      CDeclaration(
        name: name, kind: .constant(value, type ?? .integer(.int)),
        attributes: attributes.standard, range: range, nameRange: self.range(of: token), file: file,
        line: fileLine(of: range))
    )
    return CEnumerator(name: name, value: value, attributes: attributes.standard, range: range)
  }

  /// What `mode` makes of an enumeration (gcc manual, section 6.33.1): an integer type as wide as
  /// that, signed if a value is negative.
  private func type(
    inModeOf attributes: CAttributeList, _ enumerators: [CEnumerator]
  ) throws(CDiagnostic) -> CIntegerKind? {
    try refuseVector(attributes)
    guard let mode = attributes.mode, let token = attributes.layoutToken else { return nil }
    let isSigned = enumerators.contains { $0.value < 0 }
    guard let kind = CGNUAttributes.integer(mode, isSigned: isSigned, header.target) else {
      throw failure("mode '\(mode)' is not supported for an enumeration", at: token)
    }
    let top = Int128(1) << (header.target.width(of: kind) - (isSigned ? 1 : 0))
    guard enumerators.allSatisfy({ $0.value < top && $0.value >= -top }) else {
      throw failure("mode '\(mode)' is too small for these values", at: token)
    }
    return kind
  }

  private func refuseVector(_ attributes: CAttributeList) throws(CDiagnostic) {
    guard attributes.vectorSize != nil, let token = attributes.layoutToken else { return }
    throw failure("a vector has to be one of integers or floating numbers", at: token)
  }

  /// The type that gcc keeps the values in: `unsigned int` if none is negative, else `int`;
  /// wider if it must be, narrower if packed (gcc manual, section 4.9).
  private func chosenType(of enumerators: [CEnumerator], isPacked: Bool) -> CIntegerKind? {
    let values = enumerators.map(\.value)
    let least = min(values.min() ?? 0, 0)
    let greatest = max(values.max() ?? 0, 0)
    let candidates: [CIntegerKind] =
      least < 0
      ? (isPacked ? [.signedChar, .short] : []) + [.int, .long, .longLong]
      : (isPacked ? [.unsignedChar, .unsignedShort] : [])
        + [.unsignedInt, .unsignedLong, .unsignedLongLong]
    return candidates.first { kind in
      let width = header.target.width(of: kind)
      let top = Int128(1) << (least < 0 ? width - 1 : width)
      return greatest < top && (least == 0 || least >= -top)
    }
  }

  /// An enumerator is an `int` unless its value does not fit; then it has the enumeration's type.
  private mutating func widenConstants(from first: Int, to kind: CIntegerKind) {
    for index in first..<header.declarations.count {
      header.update(index) { declaration in
        guard case .constant(let value, _) = declaration.kind, Int32(exactly: value) == nil else {
          return
        }
        declaration.kind = .constant(value, .integer(kind))
      }
    }
  }
}

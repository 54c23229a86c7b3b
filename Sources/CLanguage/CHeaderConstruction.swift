/// Declarations that come from elsewhere than C text: debug information.
///
/// They have a file and a line, but no text of their own. What types are made of has to be
/// declared first, as in C; a record or enumeration may be named before it is defined.
extension CHeader {
  /// A tag for a struct, union or enumeration without one.
  package mutating func makeAnonymousTag() -> CTagName { anonymousTag() }

  /// Declares a function.
  package mutating func declareFunction(
    _ name: String, _ type: CFunctionType, specifiers: CSpecifiers = [], at place: CSourceOrigin
  ) {
    var declaration = declaration(name, .function(type), at: place)
    declaration.specifiers = specifiers
    beginDeclaration()
    add(declaration)
  }

  /// Declares another name for what is declared: the C++ name of a symbol.
  package mutating func declareAlias(_ name: String, of declaration: CDeclaration) {
    var alias = declaration
    alias.name = name
    alias.assemblerName = declaration.assemblerName ?? declaration.name
    beginDeclaration()
    add(alias)
  }

  /// Declares a variable that is elsewhere.
  package mutating func declareObject(
    _ name: String, _ type: CQualifiedType, specifiers: CSpecifiers = [], at place: CSourceOrigin
  ) {
    var declaration = declaration(name, .object(type, initializer: nil), at: place)
    declaration.storage = .extern
    declaration.specifiers = specifiers
    beginDeclaration()
    add(declaration)
  }

  /// Declares a typedef name.
  ///
  /// - Returns: false when the type is made of so many others that it is hostile.
  package mutating func declareTypedef(
    _ name: String, _ type: CQualifiedType, alignment: Int? = nil, at place: CSourceOrigin
  ) -> Bool {
    let nodes = nodeCount(of: type.type, limit: limits.typeNodeCount)
    guard nodes < limits.typeNodeCount else { return false }
    var alignment = alignment
    if alignment == nil, case .typedef(let base) = type.type {
      alignment = typedefEntry(named: base)?.alignment
    }
    var entry = CTypedefEntry(
      resolved: canonical(type), alignment: alignment,
      layout: (try? layout(of: type.type)) ?? nil, nodeCount: nodes)
    if let alignment { entry.layout?.alignment = alignment }
    var declaration = declaration(name, .typedef(type), at: place)
    declaration.alignment = alignment
    beginDeclaration()
    add(declaration)
    set(entry, forTypedef: name)
    return true
  }

  /// Declares a struct or union without its members.
  package mutating func declareRecord(_ name: CRecordName, at place: CSourceOrigin) {
    guard case .tag(let tag) = name.name else { return }
    beginDeclaration()
    set(name.keyword == .struct ? .struct : .union, forTag: tag)
    add(declaration(tag, .record(name), at: place))
  }

  /// Defines a struct or union whose layout is given.
  ///
  /// Packing and alignments are found that make C place the members there. When there are none the
  /// layout stays as given, and the definition says so.
  ///
  /// - Parameters:
  ///   - name: its tag, or the number of one without.
  ///   - members: in order, with types that have a size; their alignments are what was asked for.
  ///   - given: where they stand; the alignment counts only when it is larger than theirs.
  ///   - typedefName: the typedef that names a record without a tag.
  ///   - place: where it is declared.
  package mutating func defineRecord(
    _ name: CRecordName, _ members: [CMember], given: CRecordLayout, typedefName: String?,
    at place: CSourceOrigin
  ) {
    var definition = CRecordDefinition(
      name: name, members: members, attributes: [], isPacked: false, alignment: nil,
      packLimit: nil, isTransparent: false, layout: given, typedefName: typedefName,
      range: range(at: place))
    let search = LayoutSearch(header: self, name: name, members: members, given: given)
    if let found = search.found() {
      found.apply(to: &definition)
    } else {
      definition.isLayoutForeign = true
    }
    beginDeclaration()
    if case .tag(let tag) = name.name {
      set(name.keyword == .struct ? .struct : .union, forTag: tag)
    }
    set(definition)
    var declaration = declaration(tagText(name.name), .record(name), at: place)
    declaration.isDefinition = true
    add(declaration)
  }

  /// Defines an enumeration and, where their names are free, its constants.
  package mutating func defineEnumeration(
    _ name: CEnumerationName, _ enumerators: [(name: String, value: Int128)],
    underlying: CIntegerKind, typedefName: String?, hasConstants: Bool, at place: CSourceOrigin
  ) {
    let range = range(at: place)
    let values = enumerators.map(\.value)
    let chosen = CHeader.underlying(of: values, isPacked: false)
    let packed = CHeader.underlying(of: values, isPacked: true)
    beginDeclaration()
    if case .tag(let tag) = name.name { set(.enum, forTag: tag) }
    set(
      CEnumerationDefinition(
        name: name,
        enumerators: enumerators.map {
          CEnumerator(name: $0.name, value: $0.value, attributes: [], range: range)
        },
        underlying: underlying, isFixed: underlying != chosen && underlying != packed,
        isPacked: underlying != chosen && underlying == packed, attributes: [],
        typedefName: typedefName, range: range))
    var tag = declaration(tagText(name.name), .enumeration(name), at: place)
    tag.isDefinition = true
    add(tag)
    guard hasConstants else { return }
    for enumerator in enumerators where self.declaration(named: enumerator.name) == nil {
      let kind = CHeader.constantKind(of: enumerator.value, in: underlying, target)
      add(
        declaration(enumerator.name, .constant(enumerator.value, .integer(kind)), at: place))
    }
  }

  /// gcc's choice: `unsigned int`, or `int` with negative values, or what is wide enough.
  private static func underlying(of values: [Int128], isPacked: Bool) -> CIntegerKind {
    let least = values.min() ?? 0
    let most = values.max() ?? 0
    var kinds: [(CIntegerKind, CIntegerKind, Int)] = [
      (.int, .unsignedInt, 32), (.long, .unsignedLong, 64), (.int128, .unsignedInt128, 127),
    ]
    if isPacked {
      kinds.insert((.signedChar, .unsignedChar, 8), at: 0)
      kinds.insert((.short, .unsignedShort, 16), at: 1)
    }
    for (signed, unsigned, bits) in kinds {
      if least < 0 {
        let limit = Int128(1) << Int128(bits - 1)
        if least >= -limit && most < limit { return signed }
      } else if most < Int128(1) << Int128(min(bits, 126)) {
        return unsigned
      }
    }
    return .int128
  }

  /// An enumerator is an `int` when it fits (C11, section 6.7.2.2), else of the enumeration's type.
  private static func constantKind(
    of value: Int128, in underlying: CIntegerKind, _ target: CTarget
  ) -> CIntegerKind {
    value >= Int128(Int32.min) && value <= Int128(Int32.max) ? .int : underlying
  }

  private func tagText(_ name: CTagName) -> String {
    if case .tag(let tag) = name { return tag }
    return ""
  }

  private func range(at place: CSourceOrigin) -> CSourceRange {
    let location = CSourceLocation(offset: 0, line: place.line, column: 1)
    return CSourceRange(start: location, end: location)
  }

  private func declaration(
    _ name: String, _ kind: CDeclaration.Kind, at place: CSourceOrigin
  ) -> CDeclaration {
    let range = range(at: place)
    return CDeclaration(name: name, kind: kind, range: range, nameRange: range, file: place.file)
  }
}

extension CHeader {
  /// Says which typedef names a struct or union without a tag.
  package mutating func nameRecord(_ name: CRecordName, _ typedef: String) {
    guard var definition = ownDefinition(of: name) else { return }
    definition.typedefName = typedef
    set(definition)
  }

  /// Says which typedef names an enumeration without a tag.
  package mutating func nameEnumeration(_ name: CEnumerationName, _ typedef: String) {
    guard var definition = ownDefinition(of: name), definition.typedefName == nil else { return }
    definition.typedefName = typedef
    set(definition)
  }
}

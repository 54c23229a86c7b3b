/// Some declarations of a header with every type that they need, in the header's order.
///
/// Types are followed through pointers and members as far as the header defines them. What a
/// system header that is named with it declares just so (`size_t`, `FILE`) is left to that header.
package struct CSelection: Sendable {
  /// The header that it is from; it knows the members of the types.
  package private(set) var header: CHeader
  /// Each name once.
  package private(set) var declarations: [CDeclaration] = []
  /// The system headers that declare what was left to them, as between the angle brackets.
  package private(set) var neededIncludes: [String] = []

  /// The same without what sonde's annotations say beside.
  package var withoutAnnotations: CSelection {
    var plain = self
    plain.header = header.withoutAnnotations
    plain.declarations = declarations.map(\.withoutAnnotations)
    return plain
  }

  /// Which system headers declare types well enough that a profile can include them.
  package enum Includes: Sendable {
    /// Those of C's own types; the rest is written out: the library is the C library itself.
    case freestanding
    /// Also those of files and times.
    case hosted

    var headers: Set<String> {
      let freestanding: Set = ["stddef.h", "stdbool.h", "stdarg.h"]
      switch self {
      case .freestanding: return freestanding
      case .hosted:
        return freestanding.union(["stdint.h", "stdio.h", "time.h", "sys/time.h", "uchar.h"])
      }
    }
  }

  /// Chooses.
  ///
  /// - Parameters:
  ///   - header: whose own declarations are chosen from.
  ///   - includes: what is left to system headers.
  ///   - isWanted: asked of each declaration but types, which come as they are needed, and of
  ///     enumerations that have no name to be needed by.
  package init(
    of header: CHeader, includes: Includes = .hosted, where isWanted: (CDeclaration) -> Bool
  ) {
    self.header = header
    var closure = Closure(header, includes)
    for declaration in header.declarations where isWanted(declaration) {
      closure.want(declaration)
    }
    declarations = closure.chosen
    neededIncludes = closure.neededIncludes.sorted()
  }
}

/// What declarations need, found out type by type.
private struct Closure {
  private let header: CHeader
  private let includes: CSelection.Includes
  private var ordinary: Set<String> = []
  private var tags: Set<String> = []
  private var anonymous: Set<CEnumerationName> = []
  private var untagged: Set<CRecordName> = []
  private(set) var neededIncludes: Set<String> = []
  /// Enumerations without a tag that are written where a type uses them.
  private let inline: Set<CEnumerationName>
  /// Of each enumerator.
  private var enumerations: [String: CEnumerationName] = [:]

  init(_ header: CHeader, _ includes: CSelection.Includes) {
    self.header = header
    self.includes = includes
    inline = header.inlineEnumerations
    for case .enumeration(let name) in header.declarations.map(\.kind) {
      for enumerator in header.definition(of: name)?.enumerators ?? [] {
        enumerations[enumerator.name] = name
      }
    }
  }

  mutating func want(_ declaration: CDeclaration) {
    switch declaration.kind {
    case .function(let type):
      if ordinary.insert(declaration.name).inserted { need(.function(type)) }
    case .object(let type, _):
      if ordinary.insert(declaration.name).inserted { need(type.type) }
    case .constant:
      ordinary.insert(declaration.name)
      if let enumeration = enumerations[declaration.name] { wantConstants(of: enumeration) }
    case .macro(let expression, _): wantMacro(declaration.name, expression)
    case .enumeration(let name):
      if case .anonymous = name.name { wantConstants(of: name) }
    case .typedef(let type):
      if ordinary.insert(declaration.name).inserted { need(type.type) }
    case .record(let name): need(.record(name))
    }
  }

  /// An enumerator is written with its enumeration, whether or not a type needs that.
  private mutating func wantConstants(of enumeration: CEnumerationName) {
    switch enumeration.name {
    case .tag(let tag): tags.insert(tag)
    case .anonymous: if !inline.contains(enumeration) { anonymous.insert(enumeration) }
    }
  }

  /// With all that the names in it mean.
  private mutating func wantMacro(_ name: String, _ expression: CExpression) {
    guard ordinary.insert(name).inserted else { return }
    var waiting = [expression]
    while let expression = waiting.popLast() {
      for type in expression.types { need(type) }
      for (name, _) in expression.names {
        guard let declaration = header.declaration(named: name) else { continue }
        guard case .macro(let inner, _) = declaration.kind else {
          want(declaration)
          continue
        }
        if ordinary.insert(name).inserted { waiting.append(inner) }
      }
    }
  }

  private mutating func need(_ first: CType) {
    var waiting = [first]
    while let type = waiting.popLast() {
      switch type {
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt: break
      case .pointer(let inner), .array(let inner, _): waiting.append(inner.type)
      case .function(let function):
        waiting.append(function.result.type)
        waiting += function.parameters.map(\.type.type)
      case .typedef(let name):
        guard let typedef = header.typedef(named: name), !isStandard(typedef),
          ordinary.insert(name).inserted, case .typedef(let type) = typedef.kind
        else { continue }
        waiting.append(type.type)
      case .record(let name):
        if case .tag(let tag) = name.name {
          guard !isStandard(name, tag), tags.insert(tag).inserted else { continue }
        } else {
          guard untagged.insert(name).inserted else { continue }
          // It goes by its typedef: `typedef struct { … } image, *image_pointer;`.
          if let typedef = header.definition(of: name)?.typedefName {
            waiting.append(.typedef(typedef))
          }
        }
        waiting += header.definition(of: name)?.members.map(\.type.type) ?? []
      case .enumeration(let name):
        if case .tag(let tag) = name.name {
          tags.insert(tag)
        } else if let typedef = header.definition(of: name)?.typedefName {
          waiting.append(.typedef(typedef))
        }
      }
    }
  }

  // MARK: What system headers have

  private mutating func isStandard(_ typedef: CDeclaration) -> Bool {
    guard let include = CHeader.standardInclude(for: typedef.name),
      includes.headers.contains(include) || include == "stdarg.h",
      let standard = CHeader.standard.typedef(named: typedef.name),
      case .typedef(let own) = typedef.kind, case .typedef(let other) = standard.kind
    else { return isBuiltin(typedef.name) }
    let (a, b) = (header.canonical(own), CHeader.standard.canonical(other))
    guard a == b || (isUntagged(a) && isUntagged(b) && hasSameLayout(a.type, b.type)) else {
      return false
    }
    neededIncludes.insert(include)
    return true
  }

  /// Known to compilers without any header.
  private func isBuiltin(_ name: String) -> Bool {
    name == "__builtin_va_list" || name == "__int128_t" || name == "__uint128_t"
  }

  private func isUntagged(_ type: CQualifiedType) -> Bool {
    guard case .record(let name) = type.type, case .anonymous = name.name else { return false }
    return true
  }

  private mutating func isStandard(_ name: CRecordName, _ tag: String) -> Bool {
    if tag == "__va_list_tag" { return true }
    guard let include = CHeader.standardInclude(for: tag), includes.headers.contains(include)
    else { return false }
    // Of one without members there nobody is to know more.
    guard
      CHeader.standard.definition(of: name) == nil
        || hasSameLayout(.record(name), .record(name))
    else { return false }
    neededIncludes.insert(include)
    return true
  }

  private func hasSameLayout(_ own: CType, _ standard: CType) -> Bool {
    guard let a = (try? header.layout(of: own)) ?? nil,
      let b = (try? CHeader.standard.layout(of: standard)) ?? nil
    else { return false }
    return a == b
  }

  // MARK: The outcome

  var chosen: [CDeclaration] {
    var seen: Set<String> = []
    var seenTags: Set<String> = []
    let chosen = header.declarations.filter { declaration in
      let name = declaration.name
      switch declaration.kind {
      case .function, .object, .typedef, .constant, .macro:
        return ordinary.contains(name) && seen.insert(name).inserted
      case .record:
        guard tags.contains(name) else { return false }
        return seenTags.insert(name).inserted || declaration.isDefinition
      case .enumeration(let enumeration):
        if name.isEmpty { return anonymous.contains(enumeration) }
        return tags.contains(name) && declaration.isDefinition
      }
    }
    // Names for C's own types first: they need nothing, and others may need them.
    return chosen.filter(isScalarTypedef) + inOrder(chosen.filter { !isScalarTypedef($0) })
  }

  /// The typedef that a struct without tag goes by first: `typedef struct { … } *pointer, box;`.
  private func inOrder(_ declarations: [CDeclaration]) -> [CDeclaration] {
    var result: [CDeclaration] = []
    var written: Set<String> = []
    for declaration in declarations {
      guard case .typedef(let type) = declaration.kind else {
        result.append(declaration)
        continue
      }
      if written.contains(declaration.name) { continue }
      if let name = nameOfUntagged(in: type.type), name != declaration.name,
        !written.contains(name), let named = declarations.first(where: { $0.name == name })
      {
        result.append(named)
        written.insert(name)
      }
      result.append(declaration)
      written.insert(declaration.name)
    }
    return result
  }

  private func nameOfUntagged(in type: CType) -> String? {
    switch type {
    case .pointer(let inner), .array(let inner, _): nameOfUntagged(in: inner.type)
    case .record(let name): header.definition(of: name)?.typedefName
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .function, .enumeration,
      .typedef:
      nil
    }
  }

  private func isScalarTypedef(_ declaration: CDeclaration) -> Bool {
    guard case .typedef(let type) = declaration.kind else { return false }
    return header.isScalar(type)
  }
}

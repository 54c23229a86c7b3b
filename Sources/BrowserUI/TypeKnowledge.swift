import CLanguage

/// What is known of types: their names, and which functions use them.
extension Workspace {
  /// The names of all types that something else than C itself declares: tags behind their
  /// keywords, and typedefs.
  static func typeNames(in header: CHeader) -> [String] {
    let known = CHeader.standard
    let tags = header.tagNames(startingWith: "").compactMap { tag in
      known.kind(ofTag: tag) == nil
        ? header.kind(ofTag: tag).map { $0.rawValue + " " + tag } : nil
    }
    let typedefs = header.typeNames(startingWith: "").filter { name in
      known.typedef(named: name) == nil && header.kind(ofTag: name) == nil
    }
    return (tags + typedefs).sorted { Self.bareName($0) < Self.bareName($1) }
  }

  /// The name behind `struct`, `union` or `enum`.
  private static func bareName(_ name: String) -> Substring {
    name.split(separator: " ").last ?? name[...]
  }

  /// The functions of the library whose prototypes name a type, in the order of the alphabet.
  func users(ofType name: String) -> [CDeclaration] {
    header.names(startingWith: "").compactMap { function in
      guard let declaration = header.function(named: function), declaration.file != nil,
        case .function(let type) = declaration.kind
      else { return nil }
      let types = [type.result] + type.parameters.map(\.type)
      return types.contains { mentions($0.type, name) } ? declaration : nil
    }
  }

  private func mentions(_ type: CType, _ name: String) -> Bool {
    switch type {
    case .pointer(let inner), .array(let inner, _): return mentions(inner.type, name)
    case .function(let function):
      return ([function.result] + function.parameters.map(\.type))
        .contains { mentions($0.type, name) }
    case .typedef(let typedef):
      if typedef == name { return true }
      guard case .typedef(let meaning)? = header.typedef(named: typedef)?.kind else { return false }
      return mentions(meaning.type, name)
    case .record(let record):
      guard case .tag(let tag) = record.name else { return false }
      return record.keyword.rawValue + " " + tag == name
    case .enumeration(let enumeration):
      guard case .tag(let tag) = enumeration.name else { return false }
      return "enum " + tag == name
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt: return false
    }
  }
}

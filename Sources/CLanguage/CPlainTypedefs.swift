extension CHeader {
  /// Spells types by the names that users know: `off_t` where glibc's headers say `__off_t`.
  ///
  /// Only scalar types are respelled, and only where the header itself declares both names alike;
  /// no type changes.
  package mutating func spellPlainTypedefs() {
    var plain: [String: String] = [:]
    for declaration in declarations {
      guard case .typedef(let type) = declaration.kind, case .typedef(let hidden) = type.type,
        type.qualifiers.isEmpty, hidden == "__" + declaration.name, isScalar(type)
      else { continue }
      plain[hidden] = declaration.name
    }
    // <stdarg.h> declares both, and the other one is gcc's.
    plain["__gnuc_va_list"] = "va_list"
    let respelled: (String) -> CQualifiedType? = { name in
      plain[name].map { CQualifiedType(.typedef($0)) }
    }
    for index in declarations.indices {
      let declaration = declarations[index]
      switch declaration.kind {
      case .function(let type):
        update(index) { $0.kind = .function(type.replacingTypedefs(respelled)) }
      case .object(let type, let initializer):
        update(index) {
          $0.kind = .object(type.replacingTypedefs(respelled), initializer: initializer)
        }
      case .typedef(let type):
        let isPlain = plain["__" + declaration.name] != nil
        if declaration.name == "va_list" { continue }
        let replaced = isPlain ? canonical(type) : type.replacingTypedefs(respelled)
        update(index) { $0.kind = .typedef(replaced) }
      case .record(let name):
        guard var definition = ownDefinition(of: name) else { continue }
        for member in definition.members.indices {
          definition.members[member].type =
            definition.members[member].type.replacingTypedefs(respelled)
        }
        set(definition)
      // What is spelled in an expression stays as the header has it.
      case .enumeration, .constant, .macro: continue
      }
    }
  }

  /// The header with the attributes that are sonde's own taken from its types.
  var withoutAnnotations: CHeader {
    var copy = self
    for declaration in declarations where declaration.isDefinition {
      switch declaration.kind {
      case .record(let name):
        guard var definition = ownDefinition(of: name) else { continue }
        definition.attributes.removeAll { $0.scope == "sonde" }
        for member in definition.members.indices {
          definition.members[member].attributes.removeAll { $0.scope == "sonde" }
        }
        copy.set(definition)
      case .enumeration(let name):
        guard var definition = ownDefinition(of: name) else { continue }
        definition.attributes.removeAll { $0.scope == "sonde" }
        for index in definition.enumerators.indices {
          definition.enumerators[index].attributes.removeAll { $0.scope == "sonde" }
        }
        copy.set(definition)
      case .function, .object, .typedef, .constant, .macro: continue
      }
    }
    return copy
  }

  /// Whether nothing but C's own words is needed to spell what a type stands for.
  func isScalar(_ type: CQualifiedType) -> Bool {
    switch resolved(type).type {
    case .integer, .floating, .complex, .bool: true
    case .void, .vector, .bitInt, .pointer, .array, .function, .record, .enumeration, .typedef:
      false
    }
  }
}

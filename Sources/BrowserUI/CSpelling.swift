import CLanguage

/// A function's prototype as C writes it, with its semicolon.
func prototypeText(of declaration: CDeclaration) -> String {
  guard case .function(let function) = declaration.kind else { return declaration.name }
  return spelling(of: CQualifiedType(.function(function)), declaring: declaration.name) + ";"
}

/// A parameter as C writes it: `const unsigned char *buf`.
func parameterText(of parameter: CParameter) -> String {
  spelling(of: parameter.type, declaring: parameter.name ?? "")
}

/// A type as C writes it, around a name or none.
func spelling(of type: CQualifiedType, declaring name: String) -> String {
  switch type.type {
  case .pointer(let pointee):
    let inner = "*" + qualifierText(type.qualifiers, before: name) + name
    switch pointee.type {
    case .array, .function: return spelling(of: pointee, declaring: "(" + inner + ")")
    case .void, .bool, .integer, .floating, .complex, .pointer, .record, .enumeration, .typedef:
      return spelling(of: pointee, declaring: inner)
    }
  case .array(let element, let count):
    return spelling(of: element, declaring: name + "[" + (count.map { String($0) } ?? "") + "]")
  case .function(let function):
    var parameters = function.parameters.map(parameterText(of:))
    if function.isVariadic { parameters.append("...") }
    if parameters.isEmpty, !function.hasUnknownParameters { parameters = ["void"] }
    return spelling(
      of: function.result, declaring: name + "(" + parameters.joined(separator: ", ") + ")")
  case .void: return base("void", type, name)
  case .bool: return base("_Bool", type, name)
  case .integer(let kind): return base(kind.rawValue, type, name)
  case .floating(let kind): return base(kind.rawValue, type, name)
  case .complex(let kind): return base(kind.rawValue + " _Complex", type, name)
  case .record(let record): return base("\(record.keyword.rawValue) \(tag(record.name))", type, name)
  case .enumeration(let enumeration): return base("enum \(tag(enumeration.name))", type, name)
  case .typedef(let typedef): return base(typedef, type, name)
  }
}

private func base(_ word: String, _ type: CQualifiedType, _ name: String) -> String {
  qualifierText(type.qualifiers, before: word) + word + (name.isEmpty ? "" : " ") + name
}

private func tag(_ name: CTagName) -> String {
  switch name {
  case .tag(let tag): tag
  case .anonymous: "{…}"
  }
}

private func qualifierText(_ qualifiers: CQualifiers, before next: String) -> String {
  var words: [String] = []
  if qualifiers.contains(.const) { words.append("const") }
  if qualifiers.contains(.volatile) { words.append("volatile") }
  if qualifiers.contains(.restrict) { words.append("restrict") }
  if qualifiers.contains(.atomic) { words.append("_Atomic") }
  guard !words.isEmpty else { return "" }
  return words.joined(separator: " ") + (next.isEmpty ? "" : " ")
}

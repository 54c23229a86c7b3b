/// Spells types and declarations as C that reads back as the same.
package struct CPrinter: Sendable {
  /// Knows the members of a struct without a tag, which has no other spelling.
  let header: CHeader
  /// Writes `struct {...}` for a type without a tag, and no annotations, as messages and listings
  /// do: that is not all of the C.
  private let elidesBodies: Bool
  private static let elided = "{...}"

  /// What pointers to characters inside structs and arrays point to.
  let texts: [UInt64: CValue.CText]

  package init(
    header: CHeader = .standard, elidesBodies: Bool = false, texts: [UInt64: CValue.CText] = [:]
  ) {
    self.header = header
    self.elidesBodies = elidesBodies
    self.texts = texts
  }

  /// Spells as messages and listings do: `struct {...}` for a type without a tag, no annotations.
  package static let brief = CPrinter(elidesBodies: true)

  // MARK: Types

  /// A type, around a name if there is one: `const unsigned char *buf`.
  package func text(of type: CQualifiedType, name: String? = nil) -> String {
    spelled(type, around: name ?? "", defining: nil)
  }

  /// What a typedef stands for, which for a type without tag is not the typedef's own name.
  func text(of type: CQualifiedType, definedBy typedef: String) -> String {
    spelled(type, around: "", defining: typedef)
  }

  /// A type without qualifiers of its own.
  package func text(of type: CType, name: String? = nil) -> String {
    text(of: CQualifiedType(type), name: name)
  }

  /// A function as its prototype has it, without attributes and semicolon.
  package func text(of function: CFunctionType, name: String) -> String {
    spelled(CQualifiedType(.function(function)), around: name, defining: nil)
  }

  /// The type around what is already spelled, from the name outward.
  ///
  /// A type without tag is written out when it is the typedef `defining` that is declared.
  private func spelled(
    _ type: CQualifiedType, around inner: String, defining: String?
  ) -> String {
    var type = type
    var inner = inner
    while true {
      switch type.type {
      case .pointer(let pointee):
        inner = "*" + joined(words(type.qualifiers), inner)
        switch pointee.type {
        case .array, .function: inner = "(" + inner + ")"
        case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .record,
          .enumeration,
          .typedef:
          break
        }
        type = pointee
      case .array(let element, let count):
        inner += "[" + (count.map { String($0) } ?? "") + "]"
        type = element.adding(type.qualifiers)
      case .function(let function):
        inner += "(" + parameters(of: function) + ")"
        type = function.result
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .record, .enumeration,
        .typedef:
        let base = joined(words(type.qualifiers), baseName(type.type, defining: defining))
        return inner.hasPrefix("[") ? base + inner : joined(base, inner)
      }
    }
  }

  private func joined(_ first: String, _ second: String) -> String {
    first.isEmpty || second.isEmpty ? first + second : first + " " + second
  }

  private func words(_ qualifiers: CQualifiers) -> String {
    var words: [String] = []
    if qualifiers.contains(.const) { words.append("const") }
    if qualifiers.contains(.volatile) { words.append("volatile") }
    if qualifiers.contains(.restrict) { words.append("restrict") }
    if qualifiers.contains(.atomic) { words.append("_Atomic") }
    return words.joined(separator: " ")
  }

  private func parameters(of function: CFunctionType) -> String {
    if function.hasUnknownParameters { return "" }
    var texts = function.parameters.map { text(of: $0) }
    if function.isVariadic { texts.append("...") }
    return texts.isEmpty ? "void" : texts.joined(separator: ", ")
  }

  /// One parameter with its attributes, as a prototype has it.
  package func text(of parameter: CParameter) -> String {
    joined(text(of: parameter.attributes), text(of: parameter.type, name: parameter.name))
  }

  private func baseName(_ type: CType, defining: String?) -> String {
    switch type {
    case .void: "void"
    case .bool: "_Bool"
    case .integer(let kind): kind.rawValue
    case .floating(let kind): kind.rawValue
    case .complex(let kind): kind.rawValue + " _Complex"
    case .bitInt(let own): "\(own.isSigned ? "" : "unsigned ")_BitInt(\(own.width))"
    case .vector(let element, let count):
      "__attribute__((vector_size(\(vectorSize(element, count))))) "
        + baseName(element, defining: nil)
    case .record(let name): spelling(of: name, defining: defining)
    case .enumeration(let name): spelling(of: name, defining: defining)
    case .typedef(let name): name
    case .pointer, .array, .function: ""
    }
  }

  private func vectorSize(_ element: CType, _ count: Int) -> Int {
    ((try? header.layout(of: element))?.size ?? 1) * count
  }

  private func spelling(of name: CRecordName, defining: String?) -> String {
    if case .tag(let tag) = name.name { return "\(name.keyword.rawValue) \(tag)" }
    guard let definition = header.definition(of: name) else {
      return "\(name.keyword.rawValue) \(Self.elided)"
    }
    if let typedef = definition.typedefName, typedef != defining { return typedef }
    return elidesBodies ? "\(name.keyword.rawValue) \(Self.elided)" : body(of: definition)
  }

  private func spelling(of name: CEnumerationName, defining: String?) -> String {
    if case .tag(let tag) = name.name { return "enum \(tag)" }
    guard let definition = header.definition(of: name) else { return "enum \(Self.elided)" }
    if let typedef = definition.typedefName, typedef != defining { return typedef }
    return elidesBodies ? "enum \(Self.elided)" : body(of: definition)
  }

  // MARK: Declarations

  /// A declaration without attributes, storage and semicolon: `int abs(int j)`.
  package func signature(of declaration: CDeclaration) -> String {
    let name = declaration.name
    switch declaration.kind {
    case .function(let type): return text(of: type, name: name)
    case .object(let type, _): return text(of: type, name: name)
    case .typedef(let type):
      return "typedef " + spelled(type, around: name, defining: name)
    case .record(let record):
      if declaration.isDefinition, let definition = header.definition(of: record) {
        return body(of: definition)
      }
      return "\(record.keyword.rawValue) \(name)"
    case .enumeration(let enumeration):
      if declaration.isDefinition, let definition = header.definition(of: enumeration) {
        return body(of: definition)
      }
      return "enum \(name)"
    case .constant(let value, let type): return "#define \(name) \(literal(value, type))"
    case .macro(let expression, _): return "#define \(name) \(operand(expression))"
    }
  }

  /// The whole declaration, with attributes, storage, initializer and semicolon.
  package func text(of declaration: CDeclaration) -> String {
    var parts: [String] = []
    var isFunction = false
    if case .function = declaration.kind { isFunction = true }
    switch declaration.kind {
    case .record, .enumeration, .constant, .macro: break
    case .function, .object, .typedef:
      parts.append(text(of: declaration.attributes))
      if let storage = declaration.storage { parts.append(storage.rawValue) }
      if declaration.specifiers.contains(.threadLocal) { parts.append("_Thread_local") }
      if declaration.specifiers.contains(.constexpr) { parts.append("constexpr") }
      if declaration.specifiers.contains(.inline) { parts.append("inline") }
      if declaration.specifiers.contains(.noreturn), isFunction { parts.append("_Noreturn") }
    }
    parts.append(signature(of: declaration))
    if let label = declaration.assemblerName {
      parts.append("__asm__(" + CPrinter.literal(Array(label.utf8)) + ")")
    }
    if let alignment = declaration.alignment {
      parts.append("__attribute__((aligned(\(alignment))))")
    }
    // A typedef or pointer can say it of the function that it leads to, in this form only.
    if declaration.specifiers.contains(.noreturn) && !isFunction {
      parts.append("__attribute__((noreturn))")
    }
    if case .object(_, let initializer?) = declaration.kind {
      parts.append("= " + text(of: initializer))
    }
    var text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    switch declaration.kind {
    case .constant, .macro: return text
    case .function, .object, .typedef, .record, .enumeration: break
    }
    text += ";"
    guard let limit = packLimit(of: declaration) else { return text }
    return "#pragma pack(push, \(limit))\n\(text)\n#pragma pack(pop)"
  }

  /// All of this printer's header's own declarations, each on lines of its own.
  package func textOfAllDeclarations() -> String {
    var enumerators: Set<String> = []
    let inline = header.inlineEnumerations
    for case .enumeration(let name) in header.declarations.map(\.kind) {
      enumerators.formUnion(header.definition(of: name)?.enumerators.map(\.name) ?? [])
    }
    var text = ""
    for declaration in header.declarations {
      // Enumerators are written with their enumeration, types without tag where they are used.
      let isElsewhere =
        switch declaration.kind {
        case .record: declaration.name.isEmpty
        case .enumeration(let name): inline.contains(name)
        case .constant: enumerators.contains(declaration.name)
        case .function, .object, .typedef, .macro: false
        }
      if !isElsewhere { text += self.text(of: declaration) + "\n" }
    }
    return text
  }

  private func packLimit(of declaration: CDeclaration) -> Int? {
    switch declaration.kind {
    case .record(let name): return header.definition(of: name)?.packLimit
    case .typedef(let type):
      guard case .record(let name) = type.type, case .anonymous = name.name else { return nil }
      return header.definition(of: name)?.packLimit
    case .function, .object, .enumeration, .constant, .macro: return nil
    }
  }

  /// `[[scope::name(arguments)]]`, one after another.
  package func text(of attributes: [CAttribute]) -> String {
    attributes.filter { !elidesBodies || $0.scope != "sonde" }.map { attribute in
      let scope = attribute.scope.map { $0 + "::" } ?? ""
      let arguments = attribute.arguments.map { "(\($0))" } ?? ""
      return "[[\(scope)\(attribute.name)\(arguments)]]"
    }.joined(separator: " ")
  }

  // MARK: Bodies

  /// What stands before the braces: `struct __attribute__((packed)) tag`.
  func head(of definition: CRecordDefinition) -> String {
    var head = [definition.name.keyword.rawValue]
    var attributes: [String] = []
    if definition.isPacked { attributes.append("packed") }
    if let alignment = definition.alignment { attributes.append("aligned(\(alignment))") }
    if definition.isTransparent { attributes.append("transparent_union") }
    if !attributes.isEmpty {
      head.append("__attribute__((\(attributes.joined(separator: ", "))))")
    }
    head.append(text(of: definition.attributes))
    if case .tag(let tag) = definition.name.name { head.append(tag) }
    return head.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func body(of definition: CRecordDefinition) -> String {
    let lines = definition.members.map { indented(text(of: $0)) }
    return head(of: definition) + " {\n" + lines.joined() + "}"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
  }

  /// One member as the body has it: `unsigned int flags : 3;`.
  package func text(of member: CMember) -> String {
    var parts = [text(of: member.attributes), text(of: member.type, name: member.name)]
    if let width = member.bitWidth { parts.append(": \(width)") }
    var attributes: [String] = []
    if member.isPacked { attributes.append("packed") }
    if let alignment = member.alignment { attributes.append("aligned(\(alignment))") }
    if !attributes.isEmpty {
      parts.append("__attribute__((\(attributes.joined(separator: ", "))))")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ") + ";"
  }

  /// What stands before the braces: `enum __attribute__((packed)) tag : type`.
  func head(of definition: CEnumerationDefinition) -> String {
    var head = ["enum"]
    if definition.isPacked { head.append("__attribute__((packed))") }
    head.append(text(of: definition.attributes))
    if case .tag(let tag) = definition.name.name { head.append(tag) }
    if definition.isFixed { head.append(": " + definition.underlying.rawValue) }
    return head.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func body(of definition: CEnumerationDefinition) -> String {
    let lines = definition.enumerators.map { enumerator in
      let attributes = text(of: enumerator.attributes)
      let name = attributes.isEmpty ? enumerator.name : enumerator.name + " " + attributes
      return "  \(name) = \(Self.constant(enumerator.value)),\n"
    }
    return head(of: definition) + " {\n" + lines.joined() + "}"
  }

  /// An integer constant that has a value and a type: `10ul`, `(-5)`.
  private func literal(_ value: Int128, _ type: CType) -> String {
    var suffix = ""
    if case .integer(let kind) = type { suffix = self.suffix(of: kind) }
    if value >= 0 { return "\(value)\(suffix)" }
    let isLeast = value == Int128(Int64.min) || value == Int128(Int32.min)
    return isLeast ? "(\(value + 1)\(suffix) - 1)" : "(\(value)\(suffix))"
  }

  /// A value as a constant of its own: the least one has no literal without a suffix.
  static func constant(_ value: Int128) -> String {
    if value == Int128(Int64.min) { return "(-9223372036854775807 - 1)" }
    return value > Int128(Int64.max) ? "\(value)u" : "\(value)"
  }
}

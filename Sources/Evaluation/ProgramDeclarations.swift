import CLanguage

/// The declarations that a program needs for the names it uses, each after those it is made of.
struct ProgramDeclarations {
  private let header: CHeader
  private let printer: CPrinter
  /// Functions with bodies and variables that the program itself defines.
  private let own: Set<String>
  private(set) var lines: [String] = []
  private var names: Set<String> = []
  private var records: Set<CRecordName> = []
  private var enumerations: Set<CEnumerationName> = []

  init(in header: CHeader, defining own: Set<String>) {
    self.header = header
    self.own = own
    printer = CPrinter(header: header)
  }

  /// Declares a name of an expression, if anything is known of it.
  mutating func need(_ name: String) {
    guard names.insert(name).inserted else { return }
    // Debug information knows a variable of that name, which is the C library's own.
    guard name != "errno", let declaration = header.declaration(named: name) else {
      needMacro(name)
      return
    }
    switch declaration.kind {
    case .function(let type):
      need(.function(type))
      guard !own.contains(name) else { return }
      var plain = declaration
      plain.attributes = []
      plain.storage = nil
      plain.specifiers = []
      plain.kind = .function(type.withoutAttributes)
      lines.append(printer.text(of: plain))
    case .object(let type, _):
      need(type.type)
      guard !own.contains(name) else { return }
      lines.append("extern " + printer.text(of: type, name: name) + ";")
    case .typedef(let type): needTypedef(declaration, type)
    case .constant(let value, let type):
      need(type)
      lines.append("#define \(name) ((\(printer.text(of: type)))\(value))")
    case .macro: needMacro(name)
    case .record, .enumeration: return
    }
  }

  private mutating func needMacro(_ name: String) {
    if name == "errno" {
      lines.append("extern int *__errno_location(void);\n#define errno (*__errno_location())")
    } else if let expression = header.macroExpression(named: name) {
      for (inner, _) in expression.names { need(inner) }
      for type in expression.types { need(type) }
      lines.append("#define \(name) (\(printer.text(of: expression)))")
    } else if let (value, type) = header.constant(named: name) {
      lines.append("#define \(name) ((\(printer.text(of: type)))\(value))")
    } else {
      switch name {
      case "NULL", "nullptr": lines.append("#define \(name) ((void *)0)")
      case "true", "false": lines.append("#define \(name) ((_Bool)\(name == "true" ? 1 : 0))")
      case "I", "_Complex_I": lines.append("#define \(name) 1.0fi")
      case "INFINITY": lines.append("#define INFINITY __builtin_inff()")
      case "NAN": lines.append("#define NAN __builtin_nanf(\"\")")
      default: break
      }
    }
  }

  private mutating func needTypedef(_ declaration: CDeclaration, _ type: CQualifiedType) {
    // An untagged struct is written out where its typedef is.
    if case .record(let name) = type.type, case .anonymous = name.name {
      guard records.insert(name).inserted else { return }
      needMembers(of: name)
    } else if case .enumeration(let name) = type.type, case .anonymous = name.name {
      guard enumerations.insert(name).inserted else { return }
    } else {
      need(type.type)
    }
    var plain = declaration
    plain.attributes = []
    lines.append(printer.text(of: plain))
  }

  /// Declares what a type is made of.
  mutating func need(_ type: CType) {
    switch type {
    case .void, .bool, .integer, .floating, .complex, .bitInt: return
    case .vector(let inner, _): need(inner)
    case .pointer(let inner): need(inner.type)
    case .array(let inner, _): need(inner.type)
    case .function(let function):
      need(function.result.type)
      for parameter in function.parameters { need(parameter.type.type) }
    case .typedef(let name): need(name)
    case .record(let name): need(record: name)
    case .enumeration(let name): need(enumeration: name)
    }
  }

  private mutating func need(record name: CRecordName) {
    guard records.insert(name).inserted else { return }
    guard case .tag(let tag) = name.name else {
      if let typedef = header.definition(of: name)?.typedefName { need(typedef) }
      return
    }
    lines.append("\(name.keyword.rawValue) \(tag);")
    guard let definition = header.definition(of: name) else { return }
    needMembers(of: name)
    var declaration = CDeclaration(
      name: tag, kind: .record(name), range: definition.range, nameRange: definition.range,
      file: nil)
    declaration.isDefinition = true
    lines.append(printer.text(of: declaration))
  }

  private mutating func needMembers(of name: CRecordName) {
    for member in header.definition(of: name)?.members ?? [] {
      // Of what is only pointed to the name is enough.
      if case .pointer(let pointee) = member.type.type, case .record(let inner) = pointee.type,
        case .tag(let tag) = inner.name
      {
        lines.append("\(inner.keyword.rawValue) \(tag);")
        continue
      }
      need(member.type.type)
    }
  }

  private mutating func need(enumeration name: CEnumerationName) {
    guard enumerations.insert(name).inserted, let definition = header.definition(of: name),
      case .tag(let tag) = name.name
    else { return }
    for enumerator in definition.enumerators { names.insert(enumerator.name) }
    var declaration = CDeclaration(
      name: tag, kind: .enumeration(name), range: definition.range, nameRange: definition.range,
      file: nil)
    declaration.isDefinition = true
    lines.append(printer.text(of: declaration))
  }
}

extension CFunctionType {
  /// Annotations are for sonde only.
  fileprivate var withoutAttributes: CFunctionType {
    var copy = self
    for index in copy.parameters.indices { copy.parameters[index].attributes = [] }
    return copy
  }
}

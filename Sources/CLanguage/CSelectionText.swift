/// Writes a selection as a person would write a header: prototypes with plain parameter names,
/// long lines broken, and only what says something about the interface.
package struct CSelectionText {
  private let selection: CSelection
  private let printer: CPrinter
  /// Tags that have been declared by a line before.
  private var announced: Set<String> = []
  private let enumerators: Set<String>

  /// Columns that a line may have where it can be broken.
  static let width = 100

  /// Each declaration as C text, in order.
  package static func pieces(
    of selection: CSelection
  ) -> [(declaration: CDeclaration, text: String)] {
    var writer = CSelectionText(selection)
    return selection.declarations.compactMap { declaration in
      writer.piece(of: declaration).map { (declaration, $0) }
    }
  }

  private init(_ selection: CSelection) {
    self.selection = selection
    printer = CPrinter(header: selection.header)
    let header = selection.header
    var enumerators: Set<String> = []
    for case .enumeration(let name) in header.declarations.map(\.kind) {
      enumerators.formUnion(header.definition(of: name)?.enumerators.map(\.name) ?? [])
    }
    self.enumerators = enumerators
  }

  /// Nil for an enumerator, which is written with its enumeration.
  private mutating func piece(of declaration: CDeclaration) -> String? {
    switch declaration.kind {
    case .function(let type):
      // A tag that a parameter is the first to name would mean another type in every prototype.
      let news = tags(in: .function(type)).filter { announced.insert($0.tag).inserted }
      let announcements = news.map { "\($0.keyword) \($0.tag);\n" }.joined()
      return announcements + text(of: declaration, type)
    case .object(let type, _):
      note(type.type)
      var plain = declaration
      plain.kind = .object(type, initializer: nil)
      plain.storage = .extern
      return printer.text(of: plain)
    case .typedef(let type):
      note(type.type)
      return Self.broken(printer.text(of: declaration))
    case .record:
      announced.insert(declaration.name)
      return printer.text(of: declaration)
    case .enumeration: return printer.text(of: declaration)
    case .constant:
      return enumerators.contains(declaration.name) ? nil : printer.text(of: declaration)
    case .macro: return printer.text(of: declaration)
    }
  }

  private mutating func note(_ type: CType) {
    for (_, tag) in tags(in: type) { announced.insert(tag) }
  }

  /// The tags that a type names itself, each once.
  private func tags(in type: CType) -> [(keyword: String, tag: String)] {
    var result: [(keyword: String, tag: String)] = []
    var waiting = [type]
    while let type = waiting.popLast() {
      switch type {
      case .record(let name):
        guard case .tag(let tag) = name.name else { continue }
        result.append((name.keyword.rawValue, tag))
      case .pointer(let inner), .array(let inner, _): waiting.append(inner.type)
      case .function(let function):
        waiting += function.parameters.reversed().map(\.type.type)
        waiting.append(function.result.type)
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .enumeration, .typedef:
        continue
      }
    }
    return result
  }

  // MARK: Prototypes

  private func text(of declaration: CDeclaration, _ type: CFunctionType) -> String {
    var plain = declaration
    plain.storage = nil
    plain.specifiers.remove(.inline)
    plain.kind = .function(Self.withPlainNames(type))
    return Self.broken(printer.text(of: plain))
  }

  /// Names of parameters without the underscores that keep them apart from the user's macros.
  private static func withPlainNames(_ type: CFunctionType) -> CFunctionType {
    var type = type
    var used: Set<String> = []
    for index in type.parameters.indices {
      guard let name = type.parameters[index].name else { continue }
      var plain = String(name.drop { $0 == "_" })
      if let first = plain.utf8.first, CLexer.isDigit(first) { plain = "_" + plain }
      if plain.isEmpty { plain = name }
      if CTokenKind.keywords[plain] != nil || keywordsOfCpp.contains(plain) { plain += "_" }
      if !used.insert(plain).inserted { plain = name }
      type.parameters[index].name = plain
    }
    return type
  }

  /// Words that C has no use for and C++ has (C++17, section 5.11).
  private static let keywordsOfCpp: Set<String> = [
    "alignas", "alignof", "and", "asm", "bool", "catch", "char16_t", "char32_t", "class",
    "const_cast", "constexpr", "decltype", "delete", "dynamic_cast", "explicit", "export",
    "false", "friend", "mutable", "namespace", "new", "noexcept", "not", "nullptr", "operator",
    "or", "private", "protected", "public", "reinterpret_cast", "static_cast", "template", "this",
    "throw", "true", "try", "typeid", "typename", "using", "virtual", "wchar_t", "xor",
  ]

  /// A long line broken behind commas.
  static func broken(_ text: String) -> String {
    guard text.utf8.count > width, !text.contains("\n") else { return text }
    var lines: [String] = []
    var line = ""
    for part in text.split(separator: ", ", omittingEmptySubsequences: false) {
      let isLast = part.endIndex == text.endIndex
      let piece = part + (isLast ? "" : ",")
      if !line.isEmpty, line.utf8.count + 1 + piece.utf8.count > width {
        lines.append(line)
        line = "    " + piece
      } else {
        line += (line.isEmpty ? "" : " ") + piece
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

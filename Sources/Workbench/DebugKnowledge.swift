package import CLanguage
package import DebugInfo
package import ELFModel
package import Evaluation

/// What the debug information of libraries knows of names that nothing else declares.
package struct DebugKnowledge: Sendable {
  private let libraries: [(image: ELFImage, information: DebugDeclarations)]

  /// - Parameter images: the libraries, the one that is looked at first.
  package init(_ images: [ELFImage]) {
    libraries = images.map { ($0, DebugDeclarations(path: $0.path)) }
  }

  package init(_ image: ELFImage, _ information: DebugDeclarations) {
    libraries = [(image, information)]
  }

  /// Declares what a text names and a header does not know: functions, variables and types.
  ///
  /// Debug information is opened only when there is such a name; mangled C++ names are looked at
  /// last.
  ///
  /// - Returns: a header over that one, nil when nothing was found; and what is known of functions
  ///   that are not in it.
  package func declaring(
    namesIn text: String, over header: CHeader
  ) -> (header: CHeader?, incomplete: [String: IncompletePrototype]) {
    var search = Search(header)
    let words = StatementNames(text)
    let unknown = words.names.filter {
      header.declaration(named: $0) == nil && !StatementNames.keywords.contains($0)
    }
    for (image, information) in libraries where !unknown.isEmpty {
      search.declareFunctions(image.functionSymbols(named: unknown), from: information)
      search.declareVariables(
        image.dynsym.exportedData(named: unknown).map(\.name), from: information)
    }
    for (image, _) in libraries { search.readNames(of: image, unknown) }
    for (_, information) in libraries {
      search.declareTypes(words.types, from: information)
    }
    return (search.isChanged ? search.header : nil, search.incomplete)
  }

  /// One look-up of all names of a text.
  private struct Search {
    var header: CHeader
    var isChanged = false
    var incomplete: [String: IncompletePrototype] = [:]

    init(_ header: CHeader) { self.header = header }

    mutating func declareFunctions(
      _ symbols: [FunctionSymbol], from information: DebugDeclarations
    ) {
      guard !symbols.isEmpty else { return }
      let declared = information.declaring(functions: symbols, over: header)
      header = declared.header
      isChanged = isChanged || declared.isChanged
      for (name, reason) in declared.refusals {
        incomplete[name] = IncompletePrototype(reason: reason, declaration: nil)
      }
    }

    mutating func declareVariables(_ names: [String], from information: DebugDeclarations) {
      guard !names.isEmpty else { return }
      header = information.declaring(variables: names, over: header)
      isChanged = true
    }

    mutating func declareTypes(_ names: Set<String>, from information: DebugDeclarations) {
      let missing = names.filter {
        header.declaration(named: $0) == nil && header.kind(ofTag: $0) == nil
      }
      guard !missing.isEmpty else { return }
      header = information.declaring(types: missing.sorted(), over: header)
      isChanged = true
    }

    /// Takes from C++ names what is sure, and keeps the rest for a message.
    mutating func readNames(of image: ELFImage, _ names: Set<String>) {
      let wanted = names.filter { $0.hasPrefix("_Z") && header.function(named: $0) == nil }
      guard !wanted.isEmpty else { return }
      var mangled = MangledNames(image)
      for symbol in image.functionSymbols(named: wanted) {
        guard let signature = mangled.signature(of: symbol.name) else { continue }
        if let function = signature.function {
          var layer = CHeader(over: header)
          layer.declareFunction(
            symbol.name, function, at: CSourceOrigin(file: MangledNames.source, line: 0))
          header = layer
          isChanged = true
        } else if let reason = signature.refusal {
          incomplete[symbol.name] = IncompletePrototype(
            reason: reason, declaration: signature.declaration(named: symbol.name))
        }
      }
    }
  }
}

extension ELFImage {
  /// The functions that a library exports, by name; all when no names are given.
  package func functionSymbols(named names: Set<String>? = nil) -> [FunctionSymbol] {
    exports.exportedFunctions(named: names).map { name, symbol in
      FunctionSymbol(
        name: name, address: symbol.value, isIndirect: symbol.type == .indirectFunction)
    }
  }
}

/// The identifiers of C text, and which of them stand where types do.
struct StatementNames {
  private(set) var names: Set<String> = []
  private(set) var types: Set<String> = []

  /// Words that are no names.
  static let keywords: Set<String> = [
    "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum",
    "extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict",
    "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union",
    "unsigned", "void", "volatile", "while", "_Bool", "_Complex", "bool", "true", "false",
    "nullptr",
  ]

  init(_ text: String) {
    let tokens = Self.tokens(text)
    for (index, token) in tokens.enumerated() where CIdentifierStart.isStart(token) {
      if Self.keywords.contains(token) { continue }
      let previous = index > 0 ? tokens[index - 1] : ""
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      if previous == "." || previous == "->" { continue }
      if ["struct", "union", "enum"].contains(previous) {
        types.insert(token)
        continue
      }
      names.insert(token)
      // A type is followed by what it declares, or by the end of a cast or a sizeof.
      let isDeclarator =
        previous == "*"
        || CIdentifierStart.isStart(previous)
          && !["const", "volatile", "sizeof", "return", "static", "extern"].contains(previous)
      if !isDeclarator, next == "*" || next == ")" || CIdentifierStart.isStart(next) {
        types.insert(token)
      }
    }
  }

  /// Names with scopes: `shapes::Rectangle::area`, `'shapes::describe(int)'`.
  static func scoped(in text: String) -> [String] {
    guard text.contains("::") || text.contains("'") else { return [] }
    var found: [String] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if CIdentifierStart.isStart(byte) {
        if let end = CxxName.end(of: bytes, from: index) {
          found.append(String(decoding: bytes[index..<end], as: UTF8.self))
          index = end
        } else {
          while index < bytes.count, CIdentifierStart.isPart(bytes[index]) { index += 1 }
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != byte {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let content = bytes[start..<max(start, min(index, bytes.count))]
        if byte == UInt8(ascii: "'"), let name = CxxName.quoted(content) { found.append(name) }
        index += 1
      } else {
        index += 1
      }
    }
    return found
  }

  /// Words and marks, without literals and comments.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if CIdentifierStart.isStart(byte) {
        let start = index
        while index < bytes.count, CIdentifierStart.isPart(bytes[index]) { index += 1 }
        tokens.append(String(decoding: bytes[start..<index], as: UTF8.self))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index += 1
        while index < bytes.count, bytes[index] != byte {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        tokens.append("\"")
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        while index < bytes.count,
          CIdentifierStart.isPart(bytes[index]) || bytes[index] == UInt8(ascii: ".")
        {
          index += 1
        }
        tokens.append("0")
      } else {
        let isArrow =
          byte == UInt8(ascii: "-") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: ">")
        if byte > 0x20 {
          tokens.append(isArrow ? "->" : String(UnicodeScalar(byte)))
        }
        index += isArrow ? 2 : 1
      }
    }
    return tokens
  }
}

private enum CIdentifierStart {
  static func isStart(_ token: String) -> Bool { token.utf8.first.map(isStart) ?? false }

  static func isStart(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") || byte == UInt8(ascii: "_")
  }

  static func isPart(_ byte: UInt8) -> Bool {
    isStart(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

import CLanguage

/// A prototype that can be taken as it is.
struct CheckedPrototype: Sendable {
  /// The text with its semicolon.
  var text: String
  /// The function.
  var declaration: CDeclaration
  /// The header with the prototype in it.
  var header: CHeader
}

/// What is to be said about the text of a prototype.
enum PrototypeCheck: Sendable {
  case empty
  case right(CheckedPrototype)
  /// Nothing is wrong so far, but it is not all there yet.
  case unfinished(CDiagnostic)
  case wrong(CDiagnostic)

  /// Checks text that should declare a function, and nothing else but types that it needs.
  init(_ typed: String, of name: String, over header: CHeader) {
    let trimmed = typed.trimmed
    guard !trimmed.isEmpty else {
      self = .empty
      return
    }
    // The semicolon may be left out; what is wrong is then said of the text as it stands.
    let text = trimmed.hasSuffix(";") ? typed : typed + ";"
    var trial = CHeader(over: header)
    var diagnostics = trial.declare(text, file: Workspace.sessionFile)
    if !diagnostics.isEmpty, text != typed {
      trial = CHeader(over: header)
      diagnostics = trial.declare(typed, file: Workspace.sessionFile)
    }
    if let first = diagnostics.first {
      let isAtEnd = first.range.start.offset >= typed.trimmedAtEnd.utf8.count
      self = isAtEnd ? .unfinished(first) : .wrong(first)
    } else if let wrong = wrongDeclaration(in: trial.declarations, of: name) {
      self = .wrong(wrong)
    } else if let declaration = trial.function(named: name),
      declaration.file == Workspace.sessionFile,
      trial.declarations.contains(where: { $0.name == name })
    {
      self = .right(
        CheckedPrototype(text: text.trimmed, declaration: declaration, header: trial))
    } else {
      self = .unfinished(
        CDiagnostic("declare `\(name)`", wholeRange(of: typed)))
    }
  }
}

/// What stands behind the cursor as a proposal: the rest of the name, parentheses, the semicolon.
func prototypeProposal(for text: String, name: String) -> String {
  if text.trimmed.isEmpty { return "" }
  if let call = text.firstRange(of: name + "(") {
    let behind = text[call.upperBound...]
    let opened = 1 + behind.count { $0 == "(" } - behind.count { $0 == ")" }
    if opened > 0 { return String(repeating: ")", count: opened) + ";" }
    return text.trimmedAtEnd.hasSuffix(";") ? "" : ";"
  }
  guard !text.contains("(") else { return "" }
  let word = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed()
  let tail = String(word)
  if tail.isEmpty { return name + "(" }
  let isFirstWord = tail.count == text.trimmed.count
  if !isFirstWord, name.hasPrefix(tail) { return name.dropFirst(tail.count) + "(" }
  return " " + name + "("
}

extension String {
  var trimmedAtEnd: String {
    var copy = Substring(self)
    while copy.last?.isWhitespace == true { copy.removeLast() }
    return String(copy)
  }

  var trimmed: String { String(trimmedAtEnd.drop { $0.isWhitespace }) }

  /// An identifier as C has them (C11, section 6.4.2), restricted to ASCII.
  var isCIdentifier: Bool {
    guard let first = utf8.first, !(first &- 0x30 < 10) else { return false }
    return utf8.allSatisfy {
      $0 == 0x5f || $0 &- 0x30 < 10 || $0 &- 0x41 < 26 || $0 &- 0x61 < 26
    }
  }
}

private func wrongDeclaration(in declarations: [CDeclaration], of name: String) -> CDiagnostic? {
  for declaration in declarations {
    switch declaration.kind {
    case .function(let function):
      if declaration.name != name {
        return CDiagnostic(
          "this declares `\(declaration.name)`; asked for is `\(name)`", declaration.nameRange)
      }
      if function.hasUnknownParameters {
        return CDiagnostic(
          "`()` does not say what it takes: list the parameters, or write `(void)` for none",
          declaration.nameRange)
      }
    case .object:
      return CDiagnostic(
        "`\(declaration.name)` is declared as an object; asked for is the function `\(name)`",
        declaration.nameRange)
    case .typedef, .record, .enumeration, .constant, .macro: continue
    }
  }
  return nil
}

private func wholeRange(of text: String) -> CSourceRange {
  let end = CSourceLocation(
    offset: text.utf8.count, line: 1, column: text.unicodeScalars.count + 1)
  return CSourceRange(start: end, end: end)
}

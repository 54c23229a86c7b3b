/// Passing over the prototypes of files that a text only includes, for a reader who asks for types
/// alone: they are most of a large header, and nothing of a type depends on them.
///
/// What follows here knows where a prototype ends without knowing what it says. It takes only what
/// cannot be anything else; all other declarations are read as ever.
extension CParser {
  /// Passes a prototype, or a function with its body, that stands in an included file; false, with
  /// nothing passed, before anything else.
  mutating func passIncludedPrototype() -> Bool {
    guard header.passesIncludedPrototypes, isIncluded, let parameters = prototypeParameters(),
      var index = closing(parameters)
    else { return false }
    index += 1
    while tokens[index].kind == .attributeKeyword {
      guard let close = closing(index + 1) else { return false }
      index = close + 1
    }
    switch tokens[index].kind {
    case .semicolon: break
    case .leftBrace where header.skipsFunctionBodies:
      guard let close = closingBrace(of: index) else { return false }
      index = close
    default: return false
    }
    position = index
    advance()
    return true
  }

  /// Whether the next token comes from a file that the text's own only includes.
  private var isIncluded: Bool {
    guard let own = files.first?.file, let file else { return false }
    return file != own && file != textFile
  }

  /// The parenthesis behind the name of what begins here, when that is plainly a function: storage
  /// classes, a type, stars, a name that is no type.
  private func prototypeParameters() -> Int? {
    var index = position
    var hasType = false
    // A longer one is no harm, but text without any end would be looked through again and again.
    while index - position < Self.longestSpecifiers {
      let token = tokens[index]
      switch token.kind {
      case .externKeyword:
        if tokens[index + 1].kind == .string { return nil }
      case .staticKeyword, .inlineKeyword, .noreturnKeyword, .extensionKeyword, .constKeyword,
        .volatileKeyword, .restrictKeyword:
        break
      case .voidKeyword, .boolKeyword, .charKeyword, .shortKeyword, .intKeyword, .longKeyword,
        .signedKeyword, .unsignedKeyword, .floatKeyword, .doubleKeyword:
        hasType = true
      case .structKeyword, .unionKeyword, .enumKeyword:
        guard tokens[index + 1].kind == .identifier, kind(ahead: index + 2 - position) != .leftBrace
        else { return nil }
        hasType = true
        index += 1
      case .star: guard hasType else { return nil }
      case .attributeKeyword:
        guard let close = closing(index + 1) else { return nil }
        index = close
      case .identifier:
        if hasType && tokens[index + 1].kind == .leftParenthesis {
          return header.typedefEntry(named: text(of: token)) == nil ? index + 1 : nil
        }
        hasType = true
      default: return nil
      }
      index += 1
    }
    return nil
  }

  private static var longestSpecifiers: Int { 64 }
  private static var longestParameters: Int { 1 << 12 }

  /// The parenthesis that closes one, when nothing between them ends a declaration.
  private func closing(_ opening: Int) -> Int? {
    guard tokens[opening].kind == .leftParenthesis else { return nil }
    var depth = 0
    for index in opening..<min(opening + Self.longestParameters, tokens.count) {
      switch tokens[index].kind {
      case .leftParenthesis: depth += 1
      case .rightParenthesis:
        depth -= 1
        if depth == 0 { return index }
      case .semicolon, .leftBrace, .rightBrace, .end, .invalid, .directive: return nil
      default: break
      }
    }
    return nil
  }
}

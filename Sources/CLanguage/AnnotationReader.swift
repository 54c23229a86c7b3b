/// Reads one attribute as an annotation: its name, its arguments, and whether it may stand there.
struct AnnotationReader {
  /// Knows the parameters and `result` in addition to what the header declares.
  let scope: AnnotationScope
  let place: Annotation.Place

  /// - Returns: nil for an attribute that is not sonde's.
  /// - Throws: what is wrong with it, and where.
  func annotation(_ attribute: CAttribute) throws(CDiagnostic) -> Annotation? {
    guard attribute.scope == "sonde" else { return nil }
    guard let places = Annotation.places[attribute.name] else { throw unknown(attribute) }
    guard places.contains(place) else {
      throw failure("'\(attribute.name)' does not belong on \(place.title)", attribute)
    }
    switch attribute.name {
    case "in", "out", "inout":
      try refuseArguments(attribute)
      return Annotation.Direction(rawValue: attribute.name).map { .direction($0) }
    case "bytes": return .bytes(try size(attribute))
    case "count": return .count(try size(attribute))
    case "encoding": return .encoding(try encoding(attribute))
    case "owned": return .owned(release: try name(attribute))
    case "create": return .create(try name(attribute))
    case "destroy": return .destroy(try name(attribute))
    case "userdata": return .userdata(callback: try parameter(attribute))
    case "success": return .success(try expression(attribute, hasResult: true))
    case "error": return .error(try expression(attribute, hasResult: true))
    case "note": return .note(try text(attribute))
    case "example": return .example(try example(attribute))
    default: return try withoutArguments(attribute)
    }
  }

  private func withoutArguments(_ attribute: CAttribute) throws(CDiagnostic) -> Annotation? {
    try refuseArguments(attribute)
    switch attribute.name {
    case "string": return .string
    case "nullable": return .nullable
    case "borrowed": return .borrowed
    case "takes": return .takes
    case "handle": return .handle
    case "flags": return .flags
    case "blocking": return .blocking
    case "noreturn": return .noreturn
    default: throw unknown(attribute)
    }
  }

  // MARK: Errors

  private func failure(_ message: String, _ attribute: CAttribute) -> CDiagnostic {
    CDiagnostic(message, attribute.range ?? CSourceRange(start: .start, end: .start))
  }

  private func unknown(_ attribute: CAttribute) -> CDiagnostic {
    let near = Annotation.places.keys
      .map { (distance: CHeader.distance($0, attribute.name), name: $0) }
      .filter { $0.distance <= 2 }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let hint = near.map { "; did you mean '\($0.name)'?" } ?? ""
    return failure("unknown annotation 'sonde::\(attribute.name)'\(hint)", attribute)
  }

  // MARK: Arguments

  private func refuseArguments(_ attribute: CAttribute) throws(CDiagnostic) {
    guard attribute.arguments == nil else {
      throw failure("'\(attribute.name)' takes no argument", attribute)
    }
  }

  /// The string literals between the parentheses.
  private func strings(_ attribute: CAttribute) throws(CDiagnostic) -> [String] {
    guard let arguments = attribute.arguments else {
      throw failure(
        "'\(attribute.name)' wants an argument in quotes: \(attribute.name)(\"…\")", attribute)
    }
    let source = CSource(arguments)
    let lexer = CLexer(source, limits: scope.header.limits)
    var parser = CParser(
      source: source, tokens: lexer.tokens, names: lexer.names.names, problems: lexer.problems,
      header: scope.header, file: nil)
    var result: [String] = []
    do throws(CDiagnostic) {
      while true {
        guard parser.kind == .string else { throw parser.unexpected("a string in quotes") }
        let (units, prefix) = try parser.stringLiteral()
        guard prefix == .none || prefix == .utf8,
          let text = String(
            validating: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
        else { throw parser.failure("this string is no text", at: parser.current) }
        result.append(text)
        if !parser.take(.comma) { break }
      }
      try parser.expect(.end, "',' or ')'")
    } catch {
      throw moved(error, attribute, by: 0)
    }
    return result
  }

  /// A complaint about the text of the arguments, as one about the place in the file.
  private func moved(
    _ problem: CDiagnostic, _ attribute: CAttribute, by columns: Int
  ) -> CDiagnostic {
    guard let base = attribute.argumentsRange?.start,
      let arguments = attribute.arguments, !arguments.contains("\n")
    else { return failure(problem.message, attribute) }
    func place(_ location: CSourceLocation) -> CSourceLocation {
      CSourceLocation(
        offset: base.offset &+ location.offset &+ columns, line: base.line,
        column: base.column &+ location.column &- 1 &+ columns)
    }
    return CDiagnostic(
      problem.message,
      CSourceRange(start: place(problem.range.start), end: place(problem.range.end)))
  }

  private func text(_ attribute: CAttribute) throws(CDiagnostic) -> String {
    let strings = try strings(attribute)
    guard let text = strings.first, strings.count == 1 else {
      throw failure("'\(attribute.name)' takes one argument, not \(strings.count)", attribute)
    }
    return text
  }

  private func name(_ attribute: CAttribute) throws(CDiagnostic) -> String {
    let text = try text(attribute)
    guard let first = text.utf8.first, !CLexer.isDigit(first),
      text.utf8.allSatisfy({ CLexer.isIdentifierPart($0) || $0 >= 0x80 })
    else { throw failure("'\(text)' is no name of a function", attribute) }
    return text
  }

  private func parameter(_ attribute: CAttribute) throws(CDiagnostic) -> String {
    let name = try name(attribute)
    guard scope.parameters.contains(name) else {
      throw failure("there is no parameter '\(name)'\(scope.parameterHint)", attribute)
    }
    return name
  }

  private func encoding(_ attribute: CAttribute) throws(CDiagnostic) -> String {
    let text = try text(attribute)
    guard Self.encodings.contains(text.uppercased()) else {
      throw failure(
        "unknown encoding '\(text)'; known are \(Self.encodings.sorted().joined(separator: ", "))",
        attribute)
    }
    return text.uppercased()
  }

  private static let encodings: Set<String> = [
    "ASCII", "LATIN1", "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE",
  ]

  private func example(_ attribute: CAttribute) throws(CDiagnostic) -> Annotation.Example {
    var strings = try strings(attribute)
    let statement = strings.removeFirst()
    guard !statement.isEmpty else { throw failure("the example's statement is empty", attribute) }
    return Annotation.Example(statement: statement, outcome: strings)
  }

  // MARK: Expressions

  private func size(_ attribute: CAttribute) throws(CDiagnostic) -> CExpression {
    let expression = try self.expression(attribute, hasResult: place == .function)
    let type = try scope.type(of: expression, hasResult: place == .function)
    switch scope.header.resolved(type).type {
    case .integer, .bool, .enumeration: return expression
    case .void, .floating, .complex, .vector, .bitInt, .pointer, .array, .function, .record,
      .typedef:
      throw moved(
        CDiagnostic(
          "'\(attribute.name)' wants an integer, and this is '\(CPrinter().text(of: type))'",
          expression.range), attribute, by: 1)
    }
  }

  private func expression(
    _ attribute: CAttribute, hasResult: Bool
  ) throws(CDiagnostic) -> CExpression {
    let text = try text(attribute)
    do throws(CDiagnostic) {
      return try scope.expression(text, hasResult: hasResult)
    } catch {
      // Inside the quotes; with escapes before it the column would be a guess.
      guard attribute.arguments == "\"\(text)\"" else { throw failure(error.message, attribute) }
      throw moved(error, attribute, by: 1)
    }
  }
}

extension Annotation.Place {
  /// As a message names it.
  fileprivate var title: String {
    switch self {
    case .function: "a function"
    case .parameter: "a parameter"
    case .object: "a variable"
    case .member: "a member"
    case .type: "a type"
    case .enumeration: "an enumeration"
    }
  }
}

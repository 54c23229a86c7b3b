/// Reads a text statement by statement: what one declares is known to the next.
///
/// A script is one such text, a line of the console another.
package struct CStatementReader {
  /// What the next piece of the text is.
  package enum Item: Sendable {
    case statement(CParsedStatement)
    /// `#define`, `#include` and kin: the words behind the `#`.
    case directive(CDirective)
  }

  private(set) var parser: CParser
  private let mergesDeclarations: Bool

  /// Cuts the text into tokens.
  ///
  /// - Parameters:
  ///   - text: C statements.
  ///   - mergesDeclarations: declarations that follow each other count as one statement.
  /// - Throws: the text is larger than ``CLimits`` allow.
  package init(_ text: String, mergesDeclarations: Bool = false) throws(CDiagnostic) {
    parser = try CParser(statement: text, in: .standard)
    self.mergesDeclarations = mergesDeclarations
    parser.endsLikeSemicolon = true
    parser.mergesDeclarations = mergesDeclarations
  }

  /// The text of a stretch of the source.
  package func text(of range: CSourceRange) -> String {
    parser.source.text(from: range.start.offset, to: range.end.offset)
  }

  /// The lines that a stretch of the source stands in.
  package func text(ofLines range: CSourceRange) -> String {
    let bytes = parser.source.bytes
    let newline = UInt8(ascii: "\n")
    let middle = min(max(range.start.offset, 0), bytes.count)
    let start = bytes[..<middle].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[middle...].firstIndex(of: newline) ?? bytes.count
    return parser.source.text(from: start, to: min(end, start + 200))
  }

  /// The next statement or preprocessor line.
  ///
  /// - Parameter header: what is known at this place.
  /// - Returns: nil at the end.
  /// - Throws: what is wrong, with its place; the next call goes on behind it.
  package mutating func next(in header: CHeader) throws(CDiagnostic) -> Item? {
    while parser.take(.semicolon) {}
    guard parser.kind != .end else { return nil }
    if parser.kind == .directive { return .directive(CDirective(parser.advance(), in: parser)) }
    let start = parser
    parser.header = header
    do throws(CDiagnostic) {
      return .statement(try statement(from: start))
    } catch {
      let met = parser
      parser = start
      guard met.metConflict else {
        parser.skipStatement()
        throw error
      }
      // A name can be declared anew: over what was known, not beside it.
      parser.header = CHeader(over: header)
      do throws(CDiagnostic) { return .statement(try statement(from: start)) } catch {
        parser = start
        parser.skipStatement()
        throw error
      }
    }
  }

  private mutating func statement(from start: CParser) throws(CDiagnostic) -> CParsedStatement {
    let statement = try parser.statement()
    let parsed = CParsedStatement(statement: statement, header: parser.header)
    // Another reader of the header would make the next change copy it.
    var clean = start
    clean.position = parser.position
    parser = clean
    return parsed
  }
}

/// A preprocessor line of a script.
package struct CDirective: Sendable {
  /// `include`, `define`; empty when there is none.
  package var name: String
  /// The rest of the line, without the spaces around it.
  package var argument: String
  /// The line as written.
  package var text: String
  package var range: CSourceRange

  /// Of a `#define`: `NAME=VALUE`, as a compiler's command line has it.
  package var definition: String {
    let name = argument.prefix { $0 != " " && $0 != "\t" }
    let value = argument.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
    return name + "=" + value
  }

  init(_ token: CToken, in parser: CParser) {
    range = parser.range(of: token)
    text = parser.text(of: token)
    let words = text.dropFirst().drop { $0 == " " || $0 == "\t" }
    let name = words.prefix { $0.isLetter || $0 == "_" }
    self.name = String(name)
    var rest = words.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
    argument = String(rest)
  }
}

extension CParser {
  /// Moves behind a damaged statement: behind its semicolon, or behind its last brace.
  fileprivate mutating func skipStatement() {
    var depth = 0
    let start = position
    while kind != .end {
      let token = advance()
      switch token.kind {
      case .leftBrace: depth += 1
      case .rightBrace:
        depth -= 1
        if depth <= 0 && kind != .elseKeyword && kind != .semicolon && kind != .whileKeyword
          && kind != .comma && kind != .identifier
        {
          return
        }
      case .semicolon where depth <= 0: return
      case .directive where position > start + 1 && depth <= 0:
        position -= 1
        return
      default: break
      }
    }
  }
}

extension CStatementReader {
  /// Nothing but space is left.
  package var isAtEnd: Bool { parser.kind == .end }
}

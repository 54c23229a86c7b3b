extension CHeader {
  /// Takes in declarations; a damaged one is left out and the next is tried.
  ///
  /// The declarations will name `file` as their source.
  ///
  /// - Returns: what is wrong with the text, in its order; empty when all of it counts.
  package mutating func declare(_ text: String, file: String? = nil) -> [CDiagnostic] {
    declare(bytes: Array(text.utf8), file: file)
  }

  /// The same for bytes as a file has them, which may be no UTF-8.
  package mutating func declare(bytes: [UInt8], file: String? = nil) -> [CDiagnostic] {
    let source = CSource(bytes: bytes)
    do throws(CDiagnostic) {
      try source.checkSize(limits)
      var lexer = CLexer(source, limits: limits)
      try lexer.checkLimit(source)
      return declare(source, &lexer, file: file)
    } catch {
      return [error]
    }
  }

  private mutating func declare(
    _ source: CSource, _ lexer: inout CLexer, file: String?
  ) -> [CDiagnostic] {
    let first = declarations.count
    // The header is moved, not copied: a second holder would make every change copy its tables.
    var preprocessor = CPreprocessor(source, &lexer, header: moved(), file: file)
    var parser = CParser(
      source: source, tokens: preprocessor.tokens, names: preprocessor.names.names,
      problems: preprocessor.problems, header: preprocessor.takeHeader(), file: file)
    parser.plainTypes = CTypePool()
    parser.header.reserve(declarationCount: preprocessor.semicolonCount)
    parser.packLimits = preprocessor.packLimits
    parser.files = preprocessor.files
    parser.lineMap = preprocessor.lineMap
    var diagnostics = parser.declarations()
    self = parser.takeHeader()
    preprocessor.evaluateDeferred(in: self)
    macros = preprocessor.takeHeader().macros
    merge(preprocessor.constants, from: first)
    diagnostics += preprocessor.diagnostics
    // Stable, since a text can have two complaints at one place.
    return diagnostics.enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map { $0.element.placed(by: preprocessor.lineMap) }
  }

  /// This header, which leaves an empty one behind.
  mutating func moved() -> CHeader {
    let header = self
    self = CHeader(target: target)
    self.limits = header.limits
    return header
  }

  /// Puts the macros between the declarations that were read since an index, by their places.
  private mutating func merge(_ constants: [CDeclaration], from first: Int) {
    // Of one that was defined again the last counts, of one that was undefined none.
    var last: [String: Int] = [:]
    for (index, constant) in constants.enumerated() { last[constant.name] = index }
    let new = constants.enumerated()
      .filter { index, constant in
        last[constant.name] == index && !isOwn(constant.name)
          && macros[constant.name] == CMacro(constant.kind)
      }
      .sorted {
        ($0.element.range.start.offset, $0.offset) < ($1.element.range.start.offset, $1.offset)
      }
      .map(\.element)
    insert(new, from: first)
  }

  // MARK: Suggestions

  /// The known type whose name is nearest to a misspelt one; nil when none is near.
  func similarTypeName(to name: String) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    let limit = max(1, wanted.count / 3)
    for candidate in allTypedefNames {
      let distance = Self.distance(wanted, Array(candidate.utf8), limit: limit)
      guard distance <= limit else { continue }
      if best.map({ (distance, candidate) < $0 }) ?? true { best = (distance, candidate) }
    }
    return best?.name
  }

  /// How many letters differ between two short names.
  static func distance(_ a: String, _ b: String) -> Int {
    distance(Array(a.utf8.prefix(64)), Array(b.utf8.prefix(64)), limit: 64)
  }

  /// How many letters differ, with case counting less than a letter; more than the limit is all
  /// the same.
  private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var previous = Array(0...b.count)
    for (row, first) in a.enumerated() {
      var current = [row + 1]
      for (column, second) in b.enumerated() {
        let isSame = first == second || (first ^ second == 0x20 && (first | 0x20) >= 0x61)
        current.append(
          min(
            previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}

extension CDiagnostic {
  fileprivate func placed(by lineMap: CLineMap) -> CDiagnostic {
    guard !lineMap.isEmpty else { return self }
    var copy = self
    copy.origin = lineMap.origin(ofLine: range.start.line)
    return copy
  }
}

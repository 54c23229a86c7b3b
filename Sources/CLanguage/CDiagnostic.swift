/// A place in C text.
package struct CSourceLocation: Hashable, Sendable, Comparable {
  /// Bytes of UTF-8 before it.
  package var offset: Int
  /// Counts from 1.
  package var line: Int
  /// Counts Unicode scalars of the line, from 1.
  package var column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  package static func < (a: CSourceLocation, b: CSourceLocation) -> Bool { a.offset < b.offset }
}

/// A stretch of C text, `end` excluded.
package struct CSourceRange: Hashable, Sendable {
  package var start: CSourceLocation
  package var end: CSourceLocation

  package init(start: CSourceLocation, end: CSourceLocation) {
    self.start = start
    self.end = end
  }
}

/// The line of a file that a line of preprocessed text was made from.
package struct CSourceOrigin: Hashable, Sendable {
  package var file: String?
  package var line: Int

  package init(file: String?, line: Int) {
    self.file = file
    self.line = line
  }
}

/// What is wrong with a piece of C text, and where.
package struct CDiagnostic: Error, Hashable, Sendable {
  /// Lower case, one sentence without a full stop: what was expected and what to do.
  package var message: String
  package var range: CSourceRange
  /// What line markers say of the range's first line; nil in a text without any.
  package var origin: CSourceOrigin?

  package init(_ message: String, _ range: CSourceRange) {
    self.message = message
    self.range = range
  }
}

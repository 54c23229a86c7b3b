/// A place in C text.
package struct CSourceLocation: Hashable, Sendable, Comparable {
  // A header has hundreds of thousands of places, and no text more than 2^32 bytes.
  private var narrowOffset: UInt32
  private var narrowLine: UInt32
  private var narrowColumn: UInt32

  /// Bytes of UTF-8 before it.
  package var offset: Int {
    get { Int(narrowOffset) }
    set { narrowOffset = UInt32(clamping: newValue) }
  }
  /// Counts from 1.
  package var line: Int {
    get { Int(narrowLine) }
    set { narrowLine = UInt32(clamping: newValue) }
  }
  /// Counts Unicode scalars of the line, from 1.
  package var column: Int {
    get { Int(narrowColumn) }
    set { narrowColumn = UInt32(clamping: newValue) }
  }

  package init(offset: Int, line: Int, column: Int) {
    narrowOffset = UInt32(clamping: offset)
    narrowLine = UInt32(clamping: line)
    narrowColumn = UInt32(clamping: column)
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

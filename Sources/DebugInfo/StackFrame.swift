/// One function on a stack, the innermost first in a list of them.
package struct StackFrame: Hashable, Sendable {
  /// Where execution stands: the faulting instruction in the innermost frame of a crash, the
  /// address to return to in the others.
  package var programCounter: UInt64
  /// The function as the linker or, for an inlined one, DWARF calls it; nil when nothing names it.
  package var symbol: String?
  /// Bytes from the function's start; nil for an inlined function, which has none.
  package var symbolOffset: UInt64?
  /// The file that holds the code; nil when it belongs to no file.
  package var library: String?
  /// The address in that file, as its own symbols and disassembly count.
  package var libraryAddress: UInt64?
  /// Source, where debug information tells it.
  package var source: SourcePlace?
  /// Its code is part of the next frame's, which called it.
  package var isInlined: Bool
}

/// A line of source text.
package struct SourcePlace: Hashable, Sendable {
  /// The path that the compiler wrote down, made absolute with its working directory.
  package var file: String
  package var line: Int
  /// Counted from 1; nil when it was not noted.
  package var column: Int?

  package init(file: String, line: Int, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

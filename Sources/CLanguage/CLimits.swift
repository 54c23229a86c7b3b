/// How much C text is taken before it counts as hostile; each limit has a diagnostic that names it.
///
/// The first four exceed what C11, section 5.2.4.1, asks of every compiler.
package struct CLimits: Hashable, Sendable {
  /// Bytes of one text.
  package var textSize = 64 << 20
  /// Tokens of one text.
  package var tokenCount = 16 << 20
  /// Parentheses, brackets, braces, declarators and operators inside one another.
  package var nesting = 160
  /// Operators of one expression, and pointers, arrays and parameter lists of one declarator.
  ///
  /// A chain of them is a tree as high as the chain is long, and walking it needs that much stack.
  package var operatorCount = 1000
  /// Types that one type is made of once its typedefs are replaced.
  package var typeNodeCount = 2000
  /// Macros of one header.
  package var macroCount = 1 << 20
  /// Macros that are replaced in one statement, those in macros among them.
  package var macroExpansionCount = 4096
  /// Characters of a string that macros are joined to, and of all strings that macros of one text
  /// stand for.
  package var macroTextCount = 1 << 24
  /// Diagnostics of one text; the rest of it is then not read.
  package var diagnosticCount = 100

  /// The limits that sonde works with.
  package static let standard = CLimits()

  package init() {}
}

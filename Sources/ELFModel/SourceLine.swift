/// A line of a source file that code was made from, as debug information names it.
package struct SourceLine: Hashable, Sendable {
  /// The path that the compiler wrote down, made absolute with its working directory.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// What it says, without the blanks around it; nil when the source is not on this machine.
  package var text: String?

  package init(file: String, line: Int, text: String? = nil) {
    self.file = file
    self.line = line
    self.text = text
  }

  /// `zlib.c:123`.
  package var place: String {
    "\(file.split(separator: "/").last.map(String.init) ?? file):\(line)"
  }
}

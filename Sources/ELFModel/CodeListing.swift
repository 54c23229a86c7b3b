/// What lies at an address, by name.
package struct CodePlace: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case function
    /// A function or variable of another library, reached through the linkage table or directly.
    case imported
    case data
    case section
  }

  package var kind: Kind
  /// As in the symbol table, escaped for a terminal.
  package var name: String
  /// How far behind the start of what is named.
  package var offset: UInt64

  package init(kind: Kind, name: String, offset: UInt64 = 0) {
    self.kind = kind
    self.name = name
    self.offset = offset
  }

  /// `name` or `name+0x10`.
  package var text: String {
    offset == 0 ? name : "\(name)+0x\(String(offset, radix: 16))"
  }
}

/// The code of one function, with the names of what it refers to.
package struct CodeListing: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var instruction: Instruction
    /// What it jumps to, calls, reads, writes or takes the address of; nil when that is not known.
    package var place: CodePlace?
    /// The text that it refers to, quoted as in C.
    package var text: String?
    /// The line that it comes from, where debug information tells.
    package fileprivate(set) var source: SourceLine?

    package init(instruction: Instruction, place: CodePlace? = nil, text: String? = nil) {
      self.instruction = instruction
      self.place = place
      self.text = text
    }

    /// What a reader wants to know beside the instruction: the text, else the place.
    package var comment: String? { text ?? place?.text }
  }

  /// As in the symbol table, escaped for a terminal.
  package var name: String
  package var address: UInt64
  /// In bytes; found by what lies behind when the symbol says none.
  package var size: UInt64
  package var lines: [Line]
  /// What a reader has to know of it, such as that it is cut off; empty as a rule.
  package var notes: [String]
  /// The instructions at which another source line begins than that of the one before, by index.
  package private(set) var sourceStarts: [Int] = []

  package init(
    name: String, address: UInt64, size: UInt64, lines: [Line] = [], notes: [String] = []
  ) {
    self.name = name
    self.address = address
    self.size = size
    self.lines = lines
    self.notes = notes
  }

  /// Says where the instructions come from.
  ///
  /// - Parameters:
  ///   - sources: one an instruction, nil where none is known.
  ///   - notes: what a reader has to know of them.
  package mutating func add(_ sources: [SourceLine?], notes: [String]) {
    var previous: SourceLine?
    sourceStarts = []
    for (index, source) in zip(lines.indices, sources) {
      lines[index].source = source
      if let source, source != previous { sourceStarts.append(index) }
      previous = source ?? previous
    }
    self.notes += notes
  }
}

/// One place that refers to another.
package struct CrossReference: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case call
    /// A jump to another function, as the last thing that a function does.
    case jump
    /// Its address is taken in code.
    case address
    /// Its address is kept in data, such as a table of functions.
    case pointer
  }

  package var kind: Kind
  /// Where the reference is: the address of the instruction, or of the word in data.
  package var address: UInt64
  /// The other end by name: who refers, or what is referred to.
  package var place: CodePlace

  package init(kind: Kind, address: UInt64, place: CodePlace) {
    self.kind = kind
    self.address = address
    self.place = place
  }
}

import ELFModel

/// The rows of a function's code: source lines above the instructions that they became.
struct CodeRows {
  enum Row {
    case source(SourceLine)
    case instruction(CodeListing.Line)
  }

  private let listing: CodeListing

  init(_ listing: CodeListing) { self.listing = listing }

  var count: Int { listing.lines.count + listing.sourceStarts.count }

  /// The row at an index; found without making those before it, since a function can have a hundred
  /// thousand instructions.
  subscript(index: Int) -> Row {
    // The source rows before the one that is looked for, and the instructions before those.
    let starts = listing.sourceStarts
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] + middle < index { low = middle + 1 } else { high = middle }
    }
    if low < starts.count, starts[low] + low == index,
      let source = listing.lines[starts[low]].source
    {
      return .source(source)
    }
    return .instruction(listing.lines[index - low])
  }
}

internal import ELFModel

/// Code for people: address, bytes, instruction, and behind `#` what it refers to.
enum CodeText {
  /// Instructions longer than this push what follows to the right.
  private static let mostBytesInColumn = 8
  /// Where the comment starts behind an instruction's text.
  private static let textWidth = 36

  static func text(of listing: CodeListing, in path: String) -> String {
    let bytesWidth =
      3 * min(mostBytesInColumn, listing.lines.map(\.instruction.bytes.count).max() ?? 0)
    let addressWidth = hexadecimal(listing.address &+ listing.size).count
    var text =
      "\(listing.name): 0x\(hexadecimal(listing.address)), \(listing.size) bytes, \(path)\n"
    var starts = listing.sourceStarts[...]
    for (index, line) in listing.lines.enumerated() {
      if starts.first == index {
        starts.removeFirst()
        text += line.source.map(self.text) ?? ""
      }
      let instruction = line.instruction
      text += "  " + padded(hexadecimal(instruction.address), addressWidth, onLeft: true) + "  "
      text += padded(instruction.bytes.map(byteText).joined(), bytesWidth) + " "
      let code =
        instruction.operands.isEmpty
        ? instruction.mnemonic : "\(padded(instruction.mnemonic, 7)) \(instruction.operands)"
      if let comment = line.comment {
        text += "\(padded(code, textWidth)) # \(comment)\n"
      } else {
        text += code + "\n"
      }
    }
    return text
  }

  /// A comment, as assemblers have them.
  private static func text(of source: SourceLine) -> String {
    "  ; \(String(escaping: Array(source.place.utf8)[...]))"
      + (source.text.map { "  \($0)" } ?? "") + "\n"
  }

  static func text(of reference: CrossReference) -> String {
    "  \(padded("0x" + hexadecimal(reference.address), 10)) "
      + "\(padded(reference.kind.rawValue, 8)) \(reference.place.text)\n"
  }

  private static func byteText(_ byte: UInt8) -> String {
    padded(hexadecimal(UInt64(byte)), 2, onLeft: true, with: "0") + " "
  }

  private static func hexadecimal(_ number: UInt64) -> String { String(number, radix: 16) }

  private static func padded(
    _ text: String, _ width: Int, onLeft: Bool = false, with filler: Character = " "
  ) -> String {
    let padding = String(repeating: filler, count: max(0, width - text.count))
    return onLeft ? padding + text : text + padding
  }
}

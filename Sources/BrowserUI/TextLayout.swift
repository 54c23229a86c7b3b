/// Breaks text at spaces into rows that fit; further rows are indented.
///
/// A word longer than a row is broken where the row ends.
func wrapped(_ text: String, width: Int, indent: Int = 0) -> [String] {
  guard width > 0 else { return [] }
  let indent = min(indent, width / 2)
  var rows: [String] = []
  var row = ""
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    var word = String(word)
    let separator = row.isEmpty || row.allSatisfy { $0 == " " } && !rows.isEmpty ? "" : " "
    if row.cellWidth + separator.count + word.cellWidth <= width {
      row += separator + word
      continue
    }
    if !row.isEmpty { rows.append(row) }
    row = rows.isEmpty ? "" : String(repeating: " ", count: indent)
    while row.cellWidth + word.cellWidth > width {
      let head = word.prefix(cells: max(1, width - row.cellWidth))
      guard !head.isEmpty else { break }
      rows.append(row + head)
      word.removeFirst(head.count)
      row = String(repeating: " ", count: indent)
    }
    row += word
  }
  if !row.isEmpty { rows.append(row) }
  return rows
}

/// A prototype broken behind commas, its parameters under each other.
func wrappedPrototype(_ text: String, width: Int) -> [String] {
  guard text.cellWidth > width, let open = text.firstIndex(of: "(") else {
    return wrapped(text, width: width, indent: 4)
  }
  let head = String(text[...open])
  let indent = head.cellWidth < width / 2 ? head.cellWidth : 4
  let fitting = { (row: String) in
    row.cellWidth <= width ? [row] : wrapped(row, width: width, indent: indent)
  }
  var rows: [String] = []
  var row = head
  let parameters = text[text.index(after: open)...].split(separator: ",")
  for (index, parameter) in parameters.enumerated() {
    let word =
      String(parameter.drop { $0 == " " }) + (index < parameters.count - 1 ? "," : "")
    let separator = index == 0 || row.hasSuffix("(") ? "" : " "
    if row.cellWidth + separator.count + word.cellWidth > width, !row.isEmpty {
      rows += fitting(row)
      row = String(repeating: " ", count: indent) + word
    } else {
      row += separator + word
    }
  }
  return rows + fitting(row)
}

/// An integer with commas between its thousands.
func grouped(_ value: UInt64) -> String {
  let digits = Array(String(value))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return text
}

/// `1 export`, `2 exports`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  grouped(UInt64(max(0, count))) + " " + (count == 1 ? noun : plural ?? noun + "s")
}

/// The part of a long list of rows that fits, with as much before `focus` as behind it.
func centred(_ lines: [Line], height: Int, focus: Range<Int>) -> [Line] {
  guard lines.count > height, height > 0 else { return lines }
  let start = max(0, min(focus.lowerBound - (height - focus.count) / 2, lines.count - height))
  return Array(lines[start..<start + height])
}

/// The part of a long list of rows that fits, moved so that row `focus` shows.
func window(_ lines: [Line], height: Int, focus: Range<Int>) -> [Line] {
  guard lines.count > height, height > 0 else { return lines }
  let lowest = max(0, min(focus.lowerBound, focus.upperBound - height))
  let start = min(
    max(0, focus.upperBound > height ? focus.upperBound - height : lowest),
    lines.count - height)
  return Array(lines[start..<start + height])
}

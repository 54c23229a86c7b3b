import CLanguage

/// The prototype of the function whose arguments are being typed, the present parameter marked.
struct SignatureHint {
  private let declaration: CDeclaration
  private let position: Int

  /// Finds the innermost call around the end of the text before the cursor; nil when there is none
  /// of a function that is known.
  init?(_ text: String, in workspace: Workspace) {
    var calls: [(name: String, commas: Int)] = []
    var word = ""
    var quote: Character?
    var isEscaped = false
    for character in text {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == open {
          quote = nil
        }
        continue
      }
      switch character {
      case "\"", "'":
        quote = character
        word = ""
      case "(", "[", "{":
        calls.append((character == "(" ? word : "", 0))
        word = ""
      case ")", "]", "}":
        _ = calls.popLast()
        word = ""
      case ",":
        if let last = calls.indices.last { calls[last].commas += 1 }
        word = ""
      case ";":
        calls = []
        word = ""
      default:
        if character == "_" || character.isLetter || character.isNumber {
          word.append(character)
        } else if character != " " {
          word = ""
        }
      }
    }
    guard let call = calls.last(where: { !$0.name.isEmpty }),
      let declaration = workspace.header.function(named: call.name)
    else { return nil }
    self.declaration = declaration
    position = call.commas
  }

  /// The prototype with one parameter marked.
  init(_ declaration: CDeclaration, _ position: Int) {
    self.declaration = declaration
    self.position = position
  }

  func line(in workspace: Workspace, width: Int) -> Line {
    guard case .function(let function) = declaration.kind else { return Line() }
    let printer = CPrinter(header: workspace.header, elidesBodies: true)
    var line = Line()
    line.append(printer.text(of: function.result) + " ", .dim)
    line.append(declaration.name + "(", .dim)
    var focus = 0
    for (index, parameter) in function.parameters.enumerated() {
      if index > 0 { line.append(", ", .dim) }
      let isHere = index == position
      line.append(printer.text(of: parameter), isHere ? .type : .dim)
      if isHere { focus = line.width }
    }
    if function.isVariadic {
      let isHere = position >= function.parameters.count
      line.append(function.parameters.isEmpty ? "..." : ", ...", isHere ? .type : .dim)
      if isHere { focus = line.width }
    }
    line.append(")", .dim)
    guard line.width > width, focus > width else { return line.clipped(to: width) }
    // The present parameter has to show.
    var tail = Line("… ", .dim)
    tail.append(String(line.text.prefix(focus).suffix(width - 2)), .type)
    return tail
  }
}

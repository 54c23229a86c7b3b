import CLanguage
import ELFModel

/// What the identifier before the cursor could become.
struct Completion: Hashable, Sendable {
  /// Most are functions: the names in the order of the alphabet, not too many.
  private(set) var candidates: [String]
  /// How many there are.
  private(set) var count: Int
  /// The part that is typed.
  let prefix: String

  private static let limit = 200

  /// Nothing to offer.
  static let none = Completion()

  private init() {
    candidates = []
    count = 0
    prefix = ""
  }

  /// The names that begin with what stands before the cursor.
  init(_ field: TextField, in workspace: Workspace, onlyTypes: Bool = false) {
    let prefix = Self.identifier(before: field)
    self.prefix = prefix
    guard !prefix.isEmpty else {
      candidates = []
      count = 0
      return
    }
    var names = Set(
      onlyTypes
        ? workspace.header.typeNames(startingWith: prefix)
        : workspace.header.names(startingWith: prefix))
    names.formUnion(Self.words(onlyTypes).filter { $0.hasPrefix(prefix) })
    if !onlyTypes { names.formUnion(workspace.exportedNames(startingWith: prefix)) }
    // Of types, what is one already needs no completing.
    if names.remove(prefix) != nil, onlyTypes { names = [] }
    count = names.count
    candidates = Array(names.sorted().prefix(Self.limit))
  }

  /// What all candidates go on with.
  var common: String {
    guard var shared = candidates.first else { return "" }
    for candidate in candidates { shared = shared.commonPrefix(with: candidate) }
    return String(shared.dropFirst(prefix.count))
  }

  /// The candidates in a row, as many as fit.
  func line(width: Int) -> Line {
    var line = Line()
    for (index, candidate) in candidates.enumerated() {
      let text = candidate + "  "
      let more = count - index
      let room = width - line.width - (more > 1 ? 12 : 0)
      guard text.cellWidth <= room else {
        line.append("… \(grouped(UInt64(more))) more", .dim)
        break
      }
      line.append(prefix, .dim)
      line.append(String(text.dropFirst(prefix.count)), .code)
    }
    return line.clipped(to: width)
  }

  private static func identifier(before field: TextField) -> String {
    let before = field.text.prefix(field.cursor)
    let word = before.reversed().prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let first = word.last, !first.isNumber else { return "" }
    return String(word.reversed())
  }

  private static func words(_ onlyTypes: Bool) -> [String] {
    let types = [
      "char", "const", "double", "enum", "float", "int", "long", "short", "signed", "struct",
      "union", "unsigned", "void", "volatile",
    ]
    return onlyTypes
      ? types
      : types + [
        "auto", "break", "case", "continue", "default", "do", "else", "for", "if", "return",
        "sizeof", "switch", "typedef", "while",
      ]
  }
}

extension String {
  /// The characters that two texts begin with.
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

/// The libraries that a GNU ld script stands for (`libc.so`, `libm.so` of glibc's development
/// files): the arguments of `INPUT`, `GROUP` and `AS_NEEDED` (ld manual, "Commands Dealing with
/// Files"), in order.
struct LinkerScript {
  /// Paths, file names, or `-lNAME`.
  let inputs: [String]

  /// Scripts are short; anything longer is another kind of file.
  static let mostBytes = 65_536

  /// Nil when the bytes are no such script.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.mostBytes, !bytes.contains(0),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    var inputs: [String] = []
    var depth = 0
    var isList = false
    var previous = ""
    for word in Self.words(text) {
      switch word {
      case "(":
        if depth == 0 { isList = previous == "INPUT" || previous == "GROUP" }
        depth += 1
      case ")":
        depth = max(0, depth - 1)
        if depth == 0 { isList = false }
      case "AS_NEEDED" where isList: break
      default:
        if isList { inputs.append(Self.withoutSysroot(word)) }
      }
      previous = word
    }
    guard !inputs.isEmpty else { return nil }
    self.inputs = inputs
  }

  /// `=` and `$SYSROOT` stand for the folder of another system's files; here that is `/`.
  private static func withoutSysroot(_ word: String) -> String {
    for prefix in ["=", "$SYSROOT"] where word.hasPrefix("\(prefix)/") {
      return String(word.dropFirst(prefix.count))
    }
    return word
  }

  /// Words, quoted words and parentheses; comments and commas separate them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func flush() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("/*") {
        flush()
        guard let end = rest.firstRange(of: "*/") else { break }
        rest = rest[end.upperBound...]
        continue
      }
      rest = rest.dropFirst()
      switch character {
      case "(", ")":
        flush()
        words.append(String(character))
      case "\"":
        flush()
        let quoted = rest.prefix { $0 != "\"" }
        words.append(String(quoted))
        rest = rest[quoted.endIndex...].dropFirst()
      case ",", ";": flush()
      default:
        if character.isWhitespace { flush() } else { word.append(character) }
      }
    }
    flush()
    return words
  }
}

import CLanguage
import DebugInfo
import TestSupport
import Testing

/// Prototypes of C++ libraries against gdb's `whatis`, translated to what C has to call (Itanium C++
/// ABI, sections 3.1.2.3 and 3.1.3.1).
@Suite struct CxxGdbAgreementTests {
  /// Where gdb has something else, and why.
  private static let exceptions: [String: Set<String>] = [
    "containers": [
      // gdb leaves parameter packs out.
      "_ZN10containers3sumIdJifEEET_S1_DpT0_",
      // A pointer to a member function is two words, which sonde refuses to guess.
      "_ZN10containers6age_byEM6PersonKFivERKS0_",
    ],
    // gdb takes the deleting destructor of a class without one in the sources for its own; there is
    // no function of it in the debug information.
    "geometry": ["_ZN4BothD0Ev", "_ZN4BothD1Ev"],
  ]

  /// Classes that are passed by address, for their copies and ends are not trivial.
  private static let addressed: Set<String> = [
    "struct Counted", "struct Holder", "std__string",
    "struct std__unique_ptr_int_std__default_delete_int",
    "struct std__tuple_char_double",
  ]

  @Test(arguments: ["geometry", "containers"])
  func `every prototype is gdb's, as C calls it`(_ library: String) throws {
    let home = try TemporaryDirectory()
    let environment = TestEnvironment.isolated(home: home)
    let path = SampleLibraries.path(library)
    let symbols = try DynamicSymbols.functions(of: path, environment)
    let answers = try GdbAnswers.types(of: symbols.map(\.name), in: path, environment, home)
    let declared = DebugDeclarations(path: path).declaring(functions: symbols, over: .standard)
    let exceptions = Self.exceptions[library] ?? []
    var compared = 0
    for (name, answer) in answers.sorted(by: { $0.key < $1.key }) where !exceptions.contains(name) {
      guard case .function(let type)? = declared.header.function(named: name)?.kind else {
        Issue.record("\(name) is not declared: \(declared.refusals[name] ?? "")")
        continue
      }
      compared += 1
      #expect(Self.spelled(type, declared.header) == Self.inC(answer), "\(name): \(answer)")
    }
    #expect(compared >= (library == "geometry" ? 60 : 25))
  }

  /// The parameters' and the result's types as C writes them, without names.
  private static func spelled(_ type: CFunctionType, _ header: CHeader) -> [String] {
    let printer = CPrinter(header: header)
    let types = type.parameters.map(\.type) + [type.result]
    return types.map {
      // gdb writes `short` where the compiler has `short int`.
      printer.text(of: $0, name: nil).replacing("short_int", with: "short")
    }
      + (type.isVariadic ? ["..."] : [])
  }

  /// gdb's type of a function, translated.
  private static func inC(_ answer: String) -> [String] {
    guard let open = Self.openingOfParameters(answer) else { return [answer] }
    let inside = answer[answer.index(after: open)...].dropLast()
    var types = split(inside).map(translated)
    let isVariadic = types.last == "..."
    if isVariadic { types.removeLast() }
    if types == ["void"] { types = [] }
    types = types.map { addressed.contains($0) ? $0 + "*" : $0 }
    var result = translated(answer[..<open])
    if addressed.contains(result) {
      result += "*"
      types.insert(result, at: 0)
    }
    return (types + [result]).map(spaced) + (isVariadic ? ["..."] : [])
  }

  /// A pointer as the printer has it.
  private static func spaced(_ type: String) -> String {
    type.replacing(/\ ?\*/, with: " *").replacing("* *", with: "**").replacing("( *)", with: "(*)")
  }

  private static func translated(_ type: some StringProtocol) -> String {
    var text = String(type).trimmed
    text = text.replacing(/&&?/, with: "*").replacing("* const", with: "*const")
    if text.contains("::*") { return "long" }
    text = text.replacing("bool", with: "_Bool")
    for keyword in ["class", "struct", "enum"] {
      guard let start = text.firstRange(of: keyword + " ") else { continue }
      let name = text[start.upperBound...].prefix { $0 != "*" }
      let tag = CxxIdentifier.from(String(name).trimmed).replacing("current__", with: "")
      let rest = text[name.endIndex...]
      return text[..<start.lowerBound] + (keyword == "class" ? "struct" : keyword) + " " + tag
        + rest
    }
    return text.contains("::") ? CxxIdentifier.from(text) : text
  }

  /// Where the parameters of the outermost function begin.
  private static func openingOfParameters(_ text: String) -> String.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// What stands between the commas that are in no brackets.
  private static func split(_ text: some StringProtocol) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "<(".contains(character) { depth += 1 }
      if ">)".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

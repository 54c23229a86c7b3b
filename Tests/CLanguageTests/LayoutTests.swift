import CLanguage
import Testing

@Suite struct LayoutTests {
  /// Size and alignment, and the first bit of each member, of every type that a text declares:
  /// as one line a fact, in the order that the C program below prints them.
  private func facts(_ names: [String], in header: CHeader) throws -> [String] {
    var facts: [String] = []
    for name in names {
      let type = try CParser.parseTypeName(name, in: header)
      let layout = try header.layout(of: type.type)
      facts.append("\(name) \(layout.size) \(layout.alignment)")
      for (path, place) in members(of: type.type, in: header) {
        facts.append("\(name) \(path) \(place.bitOffset)")
      }
    }
    return facts
  }

  /// Named members, those of anonymous ones too.
  private func members(of type: CType, in header: CHeader) -> [(String, CMemberPlace)] {
    guard case .record(let name) = type, let definition = header.definition(of: name) else {
      return []
    }
    return definition.members.flatMap { member -> [(String, CMemberPlace)] in
      if let name = member.name { return header.member(name, of: type).map { [(name, $0)] } ?? [] }
      return members(of: member.type.type, in: header).compactMap { path, _ in
        header.member(path, of: type).map { (path, $0) }
      }
    }
  }

  /// A program that prints the same facts as the compiler has them: the first bit of a bit-field
  /// is where a 1 appears when all its bits are set.
  private func program(_ text: String, _ names: [String], in header: CHeader) throws -> String {
    var body = ""
    for name in names {
      body += "  printf(\"\(name) %zu %zu\\n\", sizeof(\(name)), _Alignof(\(name)));\n"
      let type = try CParser.parseTypeName(name, in: header)
      for (path, place) in members(of: type.type, in: header) {
        if place.bitWidth == nil {
          body += "  printf(\"\(name) \(path) %zu\\n\", offsetof(\(name), \(path)) * 8);\n"
        } else {
          body += """
              { union { \(name) v; unsigned char b[sizeof(\(name)) + 1]; } u; memset(&u, 0, sizeof u);
                u.v.\(path) = ~0LL; size_t i = 0;
                while (i < sizeof(u) * 8 && !(u.b[i / 8] >> i % 8 & 1)) i++;
                printf("\(name) \(path) %zu\\n", i); }

            """
        }
      }
    }
    return """
      #include <stddef.h>
      #include <stdio.h>
      #include <string.h>
      \(text)
      int main(void) {
      \(body)
        return 0;
      }
      """
  }

  private func expectSame(_ text: String, _ names: [String]) throws {
    let header = header(text)
    let output = try Compiler.output(ofProgram: program(text, names, in: header))
    let expected = output.split(separator: "\n").map(String.init)
    let actual = try facts(names, in: header)
    #expect(actual.count == expected.count)
    for (ours, theirs) in zip(actual, expected) where ours != theirs {
      let name = ours.split(separator: " ").prefix(2).joined(separator: " ")
      let definition = header.declarations.first {
        CPrinter(header: header).signature(of: $0).contains("\(name) {")
      }
      let shown = definition.map { CPrinter(header: header).text(of: $0) } ?? ""
      Issue.record("here: \(ours)\ngcc:  \(theirs)\n\(shown)")
    }
  }

  @Test(arguments: 1...4)
  func `random types are laid out as the compiler does it`(seed: Int) throws {
    let types = RandomTypes(seed: UInt64(seed), count: 250)
    try expectSame(types.text, types.names)
  }

  /// Basic types; System V ABI, AMD64 supplement, figure 3.1.
  @Test func `basic types are as large as the compiler's`() throws {
    let names = [
      "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int",
      "long", "unsigned long", "long long", "unsigned long long", "__int128", "float", "double",
      "long double", "_Float16", "_Float32", "_Float64", "_Float128", "float _Complex",
      "double _Complex", "long double _Complex", "_Bool", "void *", "int (*)(void)", "size_t",
      "wchar_t", "FILE *", "int[3][5]",
    ]
    try expectSame("", names)
  }

  /// The sizes that the system's own headers give to the names that need no header here.
  @Test func `standard names are what the system's headers say`() throws {
    let standard = CHeader.standard
    var names: [String] = []
    for declaration in standard.declarations {
      guard case .typedef(let type) = declaration.kind, declaration.file != nil,
        (try? standard.layout(of: type.type)) != nil,
        declaration.name != "__builtin_va_list"
      else { continue }
      names.append(declaration.name)
    }
    names += ["struct tm", "struct timespec", "struct timeval"]
    let includes = Set(standard.declarations.compactMap(\.file)).sorted()
    let text = "#define _GNU_SOURCE\n" + includes.map { "#include <\($0)>\n" }.joined()
    let body = names.map {
      "printf(\"\($0) %zu %zu\\n\", sizeof(\($0)), _Alignof(\($0)));"
    }
    let output = try Compiler.output(
      ofProgram: text + "int main(void) {" + body.joined(separator: "\n") + "return 0; }")
    for line in output.split(separator: "\n") {
      let name = line.split(separator: " ").dropLast(2).joined(separator: " ")
      let type = try CParser.parseTypeName(name, in: standard)
      let layout = try standard.layout(of: type.type)
      #expect("\(name) \(layout.size) \(layout.alignment)" == line)
    }
  }

  @Test(arguments: [
    ("void", CLayoutError.void),
    ("int(void)", .function),
    ("struct nothing", .incompleteRecord("struct nothing")),
    ("enum nothing", .incompleteEnumeration("enum nothing")),
    ("int[]", .unknownCount),
    ("FILE", .incompleteRecord("struct _IO_FILE")),
    ("char[72057594037927936][2]", .tooLarge),
  ])
  func `a type without size says why`(text: String, error: CLayoutError) throws {
    let type = try CParser.parseTypeName(text, in: .standard)
    #expect(throws: error) { try CHeader.standard.layout(of: type.type) }
  }
}

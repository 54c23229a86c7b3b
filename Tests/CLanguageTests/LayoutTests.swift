import CLanguage
import Foundation
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

  private func expectSame(_ text: String, _ names: [String], on target: CTarget) throws {
    var header = CHeader(over: .standard(for: target))
    let problems = header.declare(text)
    try #require(problems.isEmpty, "\(problems.map { $0.rendered(in: text) })")
    let questions = try LayoutQuestions(
      names.map { name in
        let type = try CParser.parseTypeName(name, in: header)
        return (name, members(of: type.type, in: header).map { ($0, $1.bitWidth) })
      })
    let expected = try questions.answers(by: TargetCompiler(target), about: text)
    let actual = try facts(names, in: header)
    try #require(actual.count == expected.count)
    for (ours, theirs) in zip(actual, expected) where ours != theirs {
      let name = ours.split(separator: " ").prefix(2).joined(separator: " ")
      let shown = try header.outline(named: name).map {
        CLayoutPrinter(header: header).text(of: $0)
      }
      Issue.record("\(target.triple)\nhere: \(ours)\ngcc:  \(theirs)\n\(shown ?? "")")
    }
  }

  /// Types for each target: 10,000 were compared without a difference; by default fewer are.
  private static let typeCount =
    ProcessInfo.processInfo.environment["SONDE_LAYOUT_TYPES"].flatMap { Int($0) } ?? 500

  @Test(arguments: CTarget.all)
  func `random types are laid out as the compiler does it`(target: CTarget) throws {
    for seed in 1...max(1, Self.typeCount / 250) {
      let types = RandomTypes(seed: UInt64(seed), count: 250, target: target)
      try expectSame(types.text, types.names, on: target)
    }
  }

  /// Basic types; the documents are named where each target is described.
  @Test(arguments: CTarget.all)
  func `basic types are as large as the compiler's`(target: CTarget) throws {
    var names = [
      "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int",
      "long", "unsigned long", "long long", "unsigned long long", "float", "double",
      "long double", "_Float32", "_Float64", "_Float32x", "__attribute__((vector_size(4))) char",
      "__attribute__((vector_size(16))) float", "__attribute__((vector_size(64))) char",
      "float _Complex", "double _Complex", "long double _Complex", "_Bool", "void *",
      "int (*)(void)", "int[3][5]",
    ]
    if target.hasInt128 { names += ["__int128", "unsigned __int128"] }
    if target.hasFloat128 { names += ["_Float128", "_Float64x", "_Float128 _Complex"] }
    if target.hasDecimal { names += ["_Decimal32", "_Decimal64", "_Decimal128"] }
    try expectSame("", names, on: target)
  }

  /// Where plain `char` is signed, what `aligned` alone means, and the compiler's own types.
  @Test(arguments: CTarget.all)
  func `the implementation's choices are the compiler's`(target: CTarget) throws {
    let questions = LayoutQuestions(
      expressions: [
        "(char)-1 < 0", "__BIGGEST_ALIGNMENT__", "sizeof(__SIZE_TYPE__)", "sizeof(__WCHAR_TYPE__)",
        "(__WCHAR_TYPE__)-1 < 0", "__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__", "__LDBL_MANT_DIG__",
        "sizeof(__builtin_va_list)", "_Alignof(__builtin_va_list)",
      ])
    let header = CHeader.standard(for: target)
    let list = try header.layout(of: .typedef("__builtin_va_list"))
    let digits =
      switch target.longDouble {
      case .x87: 64
      case .binary64: 53
      case .binary128: 113
      case .doubleDouble: 106
      }
    let wide = target.wideCharacter
    let ours = [
      target.isCharSigned ? 1 : 0, target.largestAlignment, target.pointerSize,
      target.layout(of: wide).size, target.isSigned(wide) ? 1 : 0, target.isBigEndian ? 1 : 0,
      digits, list.size, list.alignment,
    ]
    #expect(
      try questions.answers(by: TargetCompiler(target), about: "")
        == zip(questions.expressions, ours).map { "\($0) \($1)" })
  }

  /// The sizes that the system's own headers give to the names that need no header here.
  @Test(arguments: CTarget.all)
  func `standard names are what the system's headers say`(target: CTarget) throws {
    let standard = CHeader.standard(for: target)
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
    let questions = LayoutQuestions(names.map { ($0, []) })
    let expected = try questions.answers(by: TargetCompiler(target), about: text)
    for (name, theirs) in zip(names, expected) {
      let type = try CParser.parseTypeName(name, in: standard)
      let layout = try standard.layout(of: type.type)
      #expect("\(name) \(layout.size) \(layout.alignment)" == theirs)
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

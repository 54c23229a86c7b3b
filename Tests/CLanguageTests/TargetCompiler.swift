import CLanguage
import Foundation
import TestSupport
import Testing

/// Debian's C compiler for a target, which is asked without running what it makes.
struct TargetCompiler {
  private let prefix: String
  private let options: [String]
  private let isBigEndian: Bool

  init(_ target: CTarget) {
    // With `_Float16`, which gcc has on these two only when asked for.
    switch target {
    case .i386Linux:
      prefix = "/usr/bin/i686-linux-gnu-"
      options = ["-msse2"]
    case .armLinux:
      prefix = "/usr/bin/arm-linux-gnueabihf-"
      options = ["-mfp16-format=ieee"]
    default:
      prefix = "/usr/bin/\(target.triple)-"
      options = []
    }
    isBigEndian = target.isBigEndian
  }

  /// The bytes of sections of the object that a text compiles to.
  func sections(_ names: [String], of text: String) throws -> [[UInt8]] {
    let scratch = try ScratchFolder()
    let source = try scratch.write(Array(text.utf8), as: "text.c")
    let object = source + ".o"
    try run("gcc", options + ["-w", "-Wno-psabi", "-c", "-o", object, source])
    return try names.map { name in
      let bytes = "\(object).\(name)"
      try run("objcopy", ["-O", "binary", "-j", name, object, bytes])
      return Array(try Data(contentsOf: URL(filePath: bytes)))
    }
  }

  private func run(_ tool: String, _ arguments: [String]) throws {
    let run = try ProgramRun.run(
      prefix + tool, arguments, environment: ["PATH": "/usr/bin:/bin"], within: 300)
    try #require(run.ending == .exited(0), "\(prefix)\(tool): \(run.errorText)")
  }

  /// Eight bytes as the target's number.
  func number(_ bytes: some Collection<UInt8>) -> Int {
    let ordered = isBigEndian ? Array(bytes) : Array(bytes.reversed())
    return ordered.reduce(0) { $0 << 8 | Int($1) }
  }

  /// The bits that are set, counted as the target counts the bits of a struct.
  func setBits(of bytes: some Collection<UInt8>) -> [Int] {
    bytes.enumerated().flatMap { index, byte in
      (0..<8).filter { byte >> UInt8(isBigEndian ? 7 - $0 : $0) & 1 == 1 }.map { index * 8 + $0 }
    }
  }
}

/// What a compiler is asked about types: size, alignment and the first bit of each member.
struct LayoutQuestions {
  typealias Member = (path: String, bitWidth: Int?)
  private let types: [(name: String, members: [Member])]
  let expressions: [String]

  init(_ types: [(name: String, members: [Member])] = [], expressions: [String] = []) {
    self.types = types
    self.expressions = expressions
  }

  /// One line a fact: `struct s 8 4`, `struct s member 32`; in order of the questions.
  ///
  /// The answers are constants in the object file. Where a bit-field is shows in the bytes of a
  /// constant whose field has all bits set.
  func answers(by compiler: TargetCompiler, about text: String) throws -> [String] {
    let sections = try compiler.sections(["facts", "fields"], of: program(text))
    let numbers = stride(from: 0, to: sections[0].count, by: 8).map {
      compiler.number(sections[0][$0..<($0 + 8)])
    }
    // What is missing shows as -1, and the count below tells.
    var next = 0
    func number() -> Int {
      next += 1
      return next <= numbers.count ? numbers[next - 1] : -1
    }
    var fields = sections[1].dropFirst()
    var lines: [String] = []
    for (name, members) in types {
      let size = number()
      lines.append("\(name) \(size) \(number())")
      for (path, bitWidth) in members {
        if let bitWidth {
          let bits = compiler.setBits(of: fields.prefix(size))
          fields = fields.dropFirst(size)
          #expect(bits.count == bitWidth)
          lines.append("\(name) \(path) \(bits.first ?? -1)")
        } else {
          lines.append("\(name) \(path) \(number() * 8)")
        }
      }
    }
    for expression in expressions {
      lines.append("\(expression) \(number())")
    }
    #expect(next == numbers.count && fields.count < 8)
    return lines
  }

  /// The question's type around a member's name.
  private func declaration(_ name: String) -> String {
    if name.contains("(*)") { return name.replacing("(*)", with: "(*t)") }
    guard let bracket = name.firstIndex(of: "[") else { return name + " t" }
    return name[..<bracket] + " t" + name[bracket...]
  }

  private func program(_ text: String) -> String {
    var facts: [String] = []
    var fields: [(type: String, path: String)] = []
    for (name, members) in types {
      // Where it stands in a struct tells more than _Alignof, which some targets round down.
      facts += [
        "sizeof(\(name))", "__builtin_offsetof(struct { char c; \(declaration(name)); }, t)",
      ]
      for (path, bitWidth) in members {
        if bitWidth == nil {
          facts.append("__builtin_offsetof(\(name), \(path))")
        } else {
          fields.append((name, path))
        }
      }
    }
    facts += expressions
    // Packed members follow one another without a gap.
    let members = fields.enumerated().map {
      "  \($1.type) f\($0) __attribute__((packed));\n"
    }
    let values = fields.enumerated().map { "  .f\($0).\($1.path) = -1,\n" }
    return """
      \(text)
      const unsigned long long fact_list[] __attribute__((section("facts"))) = {
        \(facts.joined(separator: ",\n  "))
      };
      const struct {
        char first;
      \(members.joined())} field_list __attribute__((section("fields"))) = {
        .first = 1,
      \(values.joined())};
      """
  }
}

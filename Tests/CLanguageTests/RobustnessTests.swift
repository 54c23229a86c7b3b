import CLanguage
import Foundation
import Testing

@Suite struct RobustnessTests {
  private static let corpus = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/corpus/ParseC")

  private static func inputs() throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
      .map { Array(try Data(contentsOf: $0)) }
  }

  /// The properties that the fuzzer looks for: nothing traps, every place lies in the text, and
  /// a text without fault prints as one without fault.
  private func check(_ bytes: [UInt8]) {
    var header = CHeader()
    let problems = header.declare(bytes: bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    for problem in problems {
      #expect(problem.range.start.offset <= bytes.count)
      #expect(problem.range.start <= problem.range.end)
      #expect(!problem.rendered(in: text).isEmpty)
    }
    for declaration in header.declarations {
      #expect(declaration.range.end.offset <= bytes.count)
    }
    let printed = CPrinter(header: header).textOfAllDeclarations()
    var again = CHeader()
    let complaints = again.declare(printed)
    if problems.isEmpty { #expect(complaints.isEmpty, "\(text)\n---\n\(printed)\n\(complaints)") }
    if case .expression(let expression)? = try? CParser.parseStatement(text, in: .standard).kind {
      let printed = CPrinter().text(of: expression)
      #expect(throws: Never.self) { try CParser.parseExpression(printed, in: .standard) }
      _ = try? CHeader.standard.type(of: expression)
    }
  }

  @Test func `the corpus of the fuzzer is taken without a trap`() throws {
    let inputs = try Self.inputs()
    #expect(inputs.count >= 7)
    for input in inputs { check(input) }
  }

  @Test(arguments: 1...4)
  func `mutated texts are taken without a trap`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let inputs = try Self.inputs()
    for _ in 0..<300 {
      var bytes = inputs[Int.random(in: 0..<inputs.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        mutate(&bytes, inputs, &generator)
      }
      check(bytes)
    }
  }

  private func mutate(
    _ bytes: inout [UInt8], _ inputs: [[UInt8]], _ generator: inout SeededGenerator
  ) {
    guard !bytes.isEmpty else { return }
    let position = Int.random(in: 0..<bytes.count, using: &generator)
    let length = Int.random(in: 0...min(12, bytes.count - position), using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(position..<(position + length))
    case 2: bytes.insert(contentsOf: bytes[position..<(position + length)], at: position)
    case 3:
      let marks = Array("()[]{};,*=#\"'\\\n:.&-+<>".utf8)
      bytes.insert(marks[Int.random(in: 0..<marks.count, using: &generator)], at: position)
    default:
      let other = inputs[Int.random(in: 0..<inputs.count, using: &generator)]
      let start = Int.random(in: 0..<other.count, using: &generator)
      bytes.insert(contentsOf: other[start...].prefix(20), at: position)
    }
  }
}

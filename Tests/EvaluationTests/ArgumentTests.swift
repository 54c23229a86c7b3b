import CLanguage
import Evaluation
import ProbeWire
import Testing

/// An argument and the bytes that a parameter of a type must get for it.
struct Passed: CustomTestStringConvertible, Sendable {
  var parameter: String
  var argument: String
  var type: ABIType
  var bytes: [UInt8]
  var testDescription: String { "\(parameter) ← \(argument)" }
}

private let passed: [Passed] = [
  Passed(parameter: "int", argument: "-1", type: .sint32, bytes: [255, 255, 255, 255]),
  Passed(parameter: "unsigned char", argument: "255", type: .uint8, bytes: [255]),
  Passed(parameter: "unsigned char", argument: "-1", type: .uint8, bytes: [255]),
  Passed(parameter: "char", argument: "'A'", type: .sint8, bytes: [65]),
  Passed(parameter: "short", argument: "-0x8000", type: .sint16, bytes: [0, 0x80]),
  Passed(parameter: "unsigned short", argument: "0177777", type: .uint16, bytes: [255, 255]),
  Passed(
    parameter: "size_t", argument: "18446744073709551615u", type: .uint64,
    bytes: [UInt8](repeating: 255, count: 8)),
  Passed(
    parameter: "long", argument: "-9223372036854775808", type: .sint64,
    bytes: [0, 0, 0, 0, 0, 0, 0, 0x80]),
  Passed(
    parameter: "unsigned long", argument: "18446744073709551615", type: .uint64,
    bytes: [UInt8](repeating: 255, count: 8)),
  Passed(parameter: "_Bool", argument: "7", type: .uint8, bytes: [1]),
  Passed(parameter: "_Bool", argument: "true", type: .uint8, bytes: [1]),
  Passed(parameter: "float", argument: "1", type: .float, bytes: [0, 0, 0x80, 0x3f]),
  Passed(
    parameter: "double", argument: "0.5", type: .double, bytes: [0, 0, 0, 0, 0, 0, 0xe0, 0x3f]),
  Passed(
    parameter: "double", argument: "-1.", type: .double, bytes: [0, 0, 0, 0, 0, 0, 0xf0, 0xbf]),
  Passed(parameter: "int", argument: "2.0", type: .sint32, bytes: [2, 0, 0, 0]),
  Passed(parameter: "unsigned char", argument: "(unsigned char)300", type: .uint8, bytes: [44]),
  Passed(parameter: "int", argument: "(int)3.9", type: .sint32, bytes: [3, 0, 0, 0]),
  Passed(parameter: "void *", argument: "0", type: .pointer, bytes: [0, 0, 0, 0, 0, 0, 0, 0]),
  Passed(parameter: "void *", argument: "NULL", type: .pointer, bytes: [0, 0, 0, 0, 0, 0, 0, 0]),
  Passed(
    parameter: "const char *", argument: "(char *)0x1234", type: .pointer,
    bytes: [0x34, 0x12, 0, 0, 0, 0, 0, 0]),
  Passed(parameter: "int", argument: "~0", type: .sint32, bytes: [255, 255, 255, 255]),
  Passed(parameter: "unsigned", argument: "-1", type: .uint32, bytes: [255, 255, 255, 255]),
  Passed(parameter: "enum { off, on }", argument: "1", type: .uint32, bytes: [1, 0, 0, 0]),
]

@Suite struct ArgumentTests {
  @Test(arguments: passed)
  func `an argument is passed as its parameter's type`(row: Passed) throws {
    let target = RecordingTarget()
    let report = evaluate("f(\(row.argument))", declaring: "void f(\(row.parameter));", on: target)
    #expect(report.outcome == .returned(.void, .void))
    let call = try #require(target.calls.first)
    #expect(call.arguments == [.value(row.type, row.bytes)])
  }

  @Test(arguments: [
    ("int", "0.5", "0.5 is no integer"),
    ("int", "\"x\"", "a string is given where a number is expected"),
    ("unsigned char", "300", "300 does not fit unsigned char (0 to 255)"),
    ("signed char", "-129", "-129 does not fit signed char (-128 to 127)"),
    ("int", "2147483648", "2147483648 does not fit int"),
    ("const char *", "16", "16 is no pointer; write (const char *)16"),
    ("int *", "\"x\"", "a string is given where a pointer to 'int' is expected"),
    ("int *", "(long *)8", "a 'long *' is given"),
    ("int", "(char *)8", "a pointer is given where a number is expected"),
    ("const char *", "L\"x\"", "a string is given where a pointer to 'char' is expected"),
    ("float", "16777217", "16777217 has no exact float"),
    ("double", "9007199254740993", "9007199254740993 has no exact double"),
    ("double", "1e400", "1e400 is beyond the largest double"),
    ("float", "1e39", "1e+39 is beyond what a float can hold"),
    ("float", "1e-50", "1e-50 is beyond what a float can hold"),
    ("int", "(int)1e20", "1e+20 is beyond the range of int"),
    ("unsigned", "(unsigned)-1.5", "-1.5 is beyond the range of unsigned int"),
    ("double", "nothing", "'nothing' is not declared"),
    ("int", "f(1, 2)", "this has no value, it is 'void'"),
  ])
  func `what a parameter cannot take is refused at its place`(
    parameter: String, argument: String, message: String
  ) throws {
    let target = RecordingTarget()
    let report = evaluate(
      "f(1, \(argument))", declaring: "void f(int first, \(parameter));", on: target)
    let refusal = try #require(report.refusal)
    #expect(refusal.message.contains(message), "\(refusal.message)")
    #expect(refusal.column == 6)
    #expect(target.calls.isEmpty && target.begun == 0)
  }

  @Test func `a message names the function, the number and the parameter`() throws {
    let report = evaluate("f(300)", declaring: "void f(unsigned char level);")
    #expect(
      report.refusal?.message
        == "argument 1 of 'f', 'unsigned char level': 300 does not fit unsigned char (0 to 255); "
        + "cast it if the lower 8 bits are meant")
  }

  @Test func `the number of arguments must be right`() {
    let declaration =
      "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned len);"
    #expect(
      evaluate("crc32(0, \"x\")", declaring: declaration).refusal?.message
        == "'crc32' takes 3 arguments, 2 given; the next is 'unsigned int len'")
    let many = evaluate("crc32(0, \"x\", 1, 2)", declaring: declaration).refusal
    #expect(many?.message == "'crc32' takes 3 arguments, 4 given")
    #expect(many?.column == 18)
  }

  @Test func `strings are copied with their terminator`() throws {
    let target = RecordingTarget()
    _ = evaluate(
      #"f("a\0b" "c", u"é", U"x", L"y")"#,
      declaring: "void f(const char *, const char16_t *, const char32_t *, const wchar_t *);",
      on: target)
    let call = try #require(target.calls.first)
    let texts = try call.arguments.map { argument in
      guard case .value(.pointer, let bytes) = argument else { return [UInt8]() }
      let address = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return try target.read(at: address, count: 4)
    }
    #expect(
      texts == [[97, 0, 98, 99], [0xe9, 0, 0, 0], [120, 0, 0, 0], [121, 0, 0, 0]])
    #expect(target.allocated.count == 4)
  }

  @Test func `arguments behind the dots are promoted`() throws {
    let target = RecordingTarget()
    _ = evaluate("f(1, 'a', 1.5f, \"s\", true)", declaring: "int f(int count, ...);", on: target)
    let call = try #require(target.calls.first)
    #expect(call.fixedCount == 1)
    #expect(call.arguments.map(\.type) == [.sint32, .sint32, .double, .pointer, .sint32])
    #expect(call.arguments[2] == .value(.double, ABIType.double.encodeForTest(1.5)))
  }

  @Test func `each field of a form is checked like the call`() {
    let parameter = CParameter(name: "n", type: CQualifiedType(.integer(.unsignedChar)))
    #expect(checkArgument("255", for: parameter, in: CHeader()) == nil)
    #expect(checkArgument("256", for: parameter, in: CHeader()) != nil)
    #expect(checkArgument("", for: parameter, in: CHeader()) != nil)
    #expect(checkVariadicArgument("1.5f", in: CHeader()) == nil)
  }
}

extension ABIType {
  fileprivate func encodeForTest(_ number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * $0)) }
  }
}

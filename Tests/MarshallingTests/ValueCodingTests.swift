import CLanguage
import Marshalling
import ProbeWire
import Testing

/// A value and its bytes on x86-64, by hand from the psABI's representations.
struct Coded: CustomTestStringConvertible, Sendable {
  var type: ABIType
  var value: CValue
  var bytes: [UInt8]
  var testDescription: String { "\(type) \(value)" }
}

private let table: [Coded] = [
  Coded(type: .uint8, value: .unsigned(255), bytes: [0xff]),
  Coded(type: .sint8, value: .signed(-1), bytes: [0xff]),
  Coded(type: .uint16, value: .unsigned(0x1234), bytes: [0x34, 0x12]),
  Coded(type: .sint16, value: .signed(-2), bytes: [0xfe, 0xff]),
  Coded(type: .uint32, value: .unsigned(0x8000_0000), bytes: [0, 0, 0, 0x80]),
  Coded(type: .sint32, value: .signed(-0x8000_0000), bytes: [0, 0, 0, 0x80]),
  Coded(
    type: .uint64, value: .unsigned(0xffff_ffff_ffff_ffff),
    bytes: [UInt8](repeating: 0xff, count: 8)),
  Coded(type: .sint64, value: .signed(1), bytes: [1, 0, 0, 0, 0, 0, 0, 0]),
  Coded(type: .float, value: .floating(1.5), bytes: [0, 0, 0xc0, 0x3f]),
  Coded(type: .double, value: .floating(-2), bytes: [0, 0, 0, 0, 0, 0, 0, 0xc0]),
  Coded(
    type: .pointer, value: .pointer(0x7fff_0000_1234),
    bytes: [0x34, 0x12, 0, 0, 0xff, 0x7f, 0, 0]),
  // 1.0L: significand 1.0 with its explicit integer bit, exponent 16383.
  Coded(
    type: .longDouble, value: .longDouble(1),
    bytes: [0, 0, 0, 0, 0, 0, 0, 0x80, 0xff, 0x3f, 0, 0, 0, 0, 0, 0]),
  Coded(
    type: .longDouble, value: .longDouble(-0.5),
    bytes: [0, 0, 0, 0, 0, 0, 0, 0x80, 0xfe, 0xbf, 0, 0, 0, 0, 0, 0]),
]

@Suite struct ValueCodingTests {
  @Test(arguments: table)
  func `a value becomes its bytes and comes back`(coded: Coded) {
    #expect(coded.type.encode(coded.value) == coded.bytes)
    #expect(coded.type.decode(coded.bytes) == coded.value)
  }

  @Test func `any byte but zero is true`() {
    #expect(ABIType.uint8.decode([0], isBool: true) == .bool(false))
    #expect(ABIType.uint8.decode([2], isBool: true) == .bool(true))
    #expect(ABIType.uint8.encode(.bool(true)) == [1])
  }

  @Test func `a float result is the float, not its nearest decimal`() {
    let bytes = ABIType.float.encode(.floating(0.1))
    #expect(ABIType.float.decode(bytes) == .floating(Double(Float(0.1))))
  }

  @Test func `every type decodes any bytes of its size`() {
    for type in ABIType.scalars {
      for fill in [UInt8(0), 0x55, 0x80, 0xff] {
        _ = type.decode([UInt8](repeating: fill, count: type.size))
      }
    }
  }
}

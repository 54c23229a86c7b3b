import Testing

@testable import sonde

@Suite struct JSONTextTests {
  private func text(_ write: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `objects, arrays and values in the order they are written`() {
    let line = text { json in
      json.beginObject()
      json.key("b")
      json.integer(-5)
      json.key("a")
      json.beginArray()
      json.bool(true)
      json.null()
      json.double(0.5)
      json.beginObject()
      json.endObject()
      json.endArray()
      json.key(named: "x\"y")
      json.string("z")
      json.endObject()
      json.endLine()
    }
    #expect(line == #"{"b":-5,"a":[true,null,0.5,{}],"x\"y":"z"}"# + "\n")
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("\"\\/", #""\"\\/""#), ("a\nb\tc\u{8}\u{c}\r", #""a\nb\tc\b\f\r""#),
    ("\u{0}\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""), ("é😀", #""é😀""#), ("", #""""#),
  ])
  func `strings are escaped`(value: String, expected: String) {
    #expect(text { $0.string(value) } == expected)
  }

  @Test func `bytes that are no UTF-8 become the replacement character`() {
    var json = JSONText()
    let bytes: [UInt8] = [0x61, 0xff, 0x22, 0xc0, 0xaf]
    let isValid = bytes.withUnsafeBufferPointer { json.string($0) }
    bytes.withUnsafeBufferPointer { json.hexadecimal($0) }
    #expect(!isValid)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == "\"a\u{fffd}\\\"\u{fffd}\u{fffd}\",\"61ff22c0af\"")
  }

  @Test(arguments: [
    (Int64.min, "-9223372036854775808"), (0, "0"), (1_234_567_890_123, "1234567890123"),
  ])
  func `integers`(value: Int64, expected: String) {
    #expect(text { $0.integer(value) } == expected)
  }

  @Test(arguments: [
    (1.0, "1.0"), (-0.0, "-0.0"), (1e300, "1e+300"), (.nan, #""NaN""#), (.infinity, #""Infinity""#),
    (-.infinity, #""-Infinity""#),
  ])
  func `numbers that JSON lacks are strings`(value: Double, expected: String) {
    #expect(text { $0.double(value) } == expected)
  }
}

import CLanguage
import ProbeWire

/// Values of C types as JSON.
extension ReportJSON {
  /// What pointers to characters inside structs and arrays point to.
  typealias Texts = [UInt64: CValue.CText]

  /// Integers beyond 2^53 become strings: many readers of JSON keep numbers as doubles.
  private static let exactLimit: UInt128 = 1 << 53

  /// A value as the reader of JSON would have it.
  static func write(
    _ value: CValue, of type: CType, header: CHeader, texts: Texts = [:], to json: inout JSONText
  ) {
    switch value {
    case .void: json.null()
    case .bool(let truth): json.bool(truth)
    case .signed(let number) where number.magnitude <= exactLimit: json.integer(number)
    case .signed(let number): json.string("\(number)")
    case .unsigned(let number) where number <= exactLimit: json.integer(number)
    case .unsigned(let number): json.string("\(number)")
    case .floating(let number): json.double(number)
    case .longDouble: json.string(CPrinter().text(of: value, as: .floating(.longDouble)))
    case .complex(let real, let imaginary): write(real, imaginary, of: type, header, to: &json)
    case .aggregate(let bytes): write(bytes, of: type, header: header, texts: texts, to: &json)
    case .pointer(let address):
      if let text = texts[address], header.textPrefix(ofPointer: type) != nil {
        write(text, of: type, at: address, header: header, to: &json)
      } else {
        json.string(hexadecimal(address))
      }
    case .string(let address, let text):
      write(text, of: type, at: address, header: header, to: &json)
    }
  }

  private static func write(
    _ text: CValue.CText, of type: CType, at address: UInt64, header: CHeader,
    to json: inout JSONText
  ) {
    json.beginObject()
    json.key("pointer")
    json.string(hexadecimal(address))
    json.key("string")
    switch text {
    case .null, .unreadable: json.null()
    case .units(let units, let isTerminated):
      let prefix = header.stringPrefix(ofPointer: type)
      write(units, prefix, to: &json)
      writeRemarks(on: units, prefix, isTerminated: isTerminated, to: &json)
    }
    json.endObject()
  }

  /// Code units as JSON text; what they do not encode becomes U+FFFD.
  private static func write(
    _ units: [UInt32], _ prefix: CStringPrefix?, to json: inout JSONText
  ) {
    switch prefix {
    case nil, CStringPrefix.none?, .utf8?:
      json.string(String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self))
    case .utf16?:
      json.string(String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self))
    case .utf32?, .wide?: json.string(String(decoding: units, as: UTF32.self))
    }
  }

  /// What a JSON string cannot say: that bytes are not UTF-8, and that the end was not reached.
  private static func writeRemarks(
    on units: [UInt32], _ prefix: CStringPrefix?, isTerminated: Bool, to json: inout JSONText
  ) {
    let bytes = units.map { UInt8(truncatingIfNeeded: $0) }
    let isBytes = prefix == nil || prefix == CStringPrefix.none || prefix == .utf8
    if isBytes, String(validating: bytes, as: UTF8.self) == nil {
      json.key("string_hex")
      bytes.withUnsafeBufferPointer { json.hexadecimal($0) }
    }
    if !isTerminated {
      json.key("truncated")
      json.bool(true)
    }
  }

  static func hexadecimal(_ address: UInt64) -> String {
    "0x" + String(address, radix: 16)
  }

  private static func write(
    _ real: CLongDouble, _ imaginary: CLongDouble, of type: CType, _ header: CHeader,
    to json: inout JSONText
  ) {
    json.beginArray()
    for part in [real, imaginary] {
      if case .complex(.longDouble) = header.resolved(type) {
        json.string(CPrinter().text(of: .longDouble(part), as: .floating(.longDouble)))
      } else {
        json.double(Double(part))
      }
    }
    json.endArray()
  }

  /// A struct or union as an object of its members, an array as an array.
  private static func write(
    _ bytes: [UInt8], of type: CType, header: CHeader, texts: Texts = [:], to json: inout JSONText
  ) {
    switch header.resolved(type) {
    case .array(let element, let count):
      write(bytes, elements: element.type, count ?? 0, header, texts, to: &json)
    case .vector(let element, let count):
      write(bytes, elements: element, count, header, texts, to: &json)
    case .bitInt(let own):
      let text = own.text(bytes)
      // Beyond 2^53 a number loses its digits in many readers.
      if let small = Int(text), abs(small) <= 1 << 53 {
        json.integer(small)
      } else {
        json.string(text)
      }
    case .record(let name):
      if case .string(let address, let text)? = header.stringObject(
        bytes, as: type, texts: texts)
      {
        write(text, of: type, at: address, header: header, to: &json)
        return
      }
      json.beginObject()
      if let definition = header.definition(of: name) {
        writeMembers(of: definition, bytes, header: header, texts: texts, to: &json)
      }
      json.endObject()
    case .void, .bool, .integer, .floating, .complex, .pointer, .function, .enumeration,
      .typedef:
      bytes.withUnsafeBufferPointer { json.hexadecimal($0) }
    }
  }

  private static func write(
    _ bytes: [UInt8], elements type: CType, _ count: Int, _ header: CHeader, _ texts: Texts,
    to json: inout JSONText
  ) {
    let size = (try? header.layout(of: type))?.size ?? 0
    json.beginArray()
    for index in 0..<(size > 0 ? count : 0) {
      let own = bytes.dropFirst(index * size).prefix(size)
      write(
        header.value(of: type, in: own), of: type, header: header, texts: texts, to: &json)
    }
    json.endArray()
  }

  /// Members by name; those of an anonymous member stand among its record's own, as in C.
  private static func writeMembers(
    of definition: CRecordDefinition, _ bytes: [UInt8], header: CHeader, texts: Texts = [:],
    to json: inout JSONText
  ) {
    for (member, place) in zip(definition.members, definition.layout.members) {
      let own = bytes.dropFirst(place.offset).prefix(place.size)
      if case .array(_, nil) = header.resolved(member.type.type) { continue }
      guard let name = member.name else {
        if case .record(let inner) = header.resolved(member.type.type),
          let definition = header.definition(of: inner), member.bitWidth == nil
        {
          writeMembers(of: definition, Array(own), header: header, texts: texts, to: &json)
        }
        continue
      }
      json.key(named: name)
      let value =
        if let width = member.bitWidth {
          header.bitField(
            of: member.type.type, bitOffset: place.bitOffset, width: width, in: bytes)
        } else {
          header.value(of: member.type.type, in: own)
        }
      write(value, of: member.type.type, header: header, texts: texts, to: &json)
    }
  }
}

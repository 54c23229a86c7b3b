import CLanguage
import ELFModel

/// A value as C writes it.
func valueText(_ value: CValue, of type: CType) -> String {
  switch value {
  case .void: return "no value"
  case .bool(let flag): return flag ? "true" : "false"
  case .signed(let number): return String(number)
  case .unsigned(let number): return String(number)
  case .floating(let number):
    if case .floating(.float) = type { return "\(Float(number))" }
    return "\(number)"
  case .longDouble(let number): return "\(number)"
  case .pointer(let address): return address == 0 ? "NULL" : hexadecimal(address)
  case .string(let address, let text):
    switch text {
    case .null: return "NULL"
    case .unreadable: return hexadecimal(address)
    case .units(let units, let isTerminated):
      return quoted(units) + (isTerminated ? "" : "…")
    }
  }
}

/// The same value otherwise: hexadecimal, as a character, or where a string stands; nil when
/// there is nothing to add.
func alternativeText(_ value: CValue, of type: CType) -> String? {
  switch value {
  case .void, .bool, .floating, .longDouble, .pointer: return nil
  case .signed(let number):
    guard number >= 0 else { return twosComplement(number, of: type) }
    return "0x" + String(number, radix: 16) + characterNote(UInt128(number), of: type)
  case .unsigned(let number):
    return "0x" + String(number, radix: 16) + characterNote(number, of: type)
  case .string(let address, let text):
    switch text {
    case .null: return nil
    case .unreadable: return "nothing can be read there"
    case .units(let units, let isTerminated):
      let length = counted(units.count, "unit")
      return "at \(hexadecimal(address)), \(length)"
        + (isTerminated ? "" : " shown, the end was not reached")
    }
  }
}

private func twosComplement(_ number: Int128, of type: CType) -> String? {
  guard case .integer(let kind) = type else { return nil }
  switch kind {
  case .char, .signedChar, .unsignedChar:
    return "0x" + String(UInt8(truncatingIfNeeded: number), radix: 16)
  case .short, .unsignedShort: return "0x" + String(UInt16(truncatingIfNeeded: number), radix: 16)
  case .int, .unsignedInt: return "0x" + String(UInt32(truncatingIfNeeded: number), radix: 16)
  // Wider ones differ between targets; 64 bits show all of the value's own digits.
  case .long, .unsignedLong, .longLong, .unsignedLongLong:
    return "0x" + String(UInt64(truncatingIfNeeded: number), radix: 16)
  case .int128, .unsignedInt128:
    return "0x" + String(UInt128(truncatingIfNeeded: number), radix: 16)
  }
}

private func characterNote(_ number: UInt128, of type: CType) -> String {
  guard case .integer(let kind) = type, number >= 0x20, number < 0x7f else { return "" }
  switch kind {
  case .char, .signedChar, .unsignedChar:
    return " '" + String(Character(Unicode.Scalar(UInt8(number)))) + "'"
  case .short, .unsignedShort, .int, .unsignedInt, .long, .unsignedLong, .longLong,
    .unsignedLongLong, .int128, .unsignedInt128:
    return ""
  }
}

private func quoted(_ units: [UInt32]) -> String {
  let text: String
  if units.allSatisfy({ $0 < 0x100 }) {
    text = String(escaping: units.map { UInt8(truncatingIfNeeded: $0) }[...])
  } else {
    text = units.map { unit in
      Unicode.Scalar(unit).map { String(displaying: String($0)) }
        ?? "\\x" + String(unit, radix: 16)
    }.joined()
  }
  return "\"" + text.replacing("\"", with: "\\\"") + "\""
}

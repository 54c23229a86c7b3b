import CLanguage

/// What is shown beside a value: hexadecimal, the character, or where a string stands; nil when
/// there is nothing to add.
func alternativeText(_ value: CValue, of type: CType, in header: CHeader) -> String? {
  switch value {
  case .void, .bool, .floating, .longDouble, .complex, .aggregate, .pointer: return nil
  case .signed(let number):
    return hexadecimal(number, of: type, in: header) + characterNote(number, of: type, in: header)
  case .unsigned(let number):
    let signed = Int128(truncatingIfNeeded: number)
    return "0x" + String(number, radix: 16) + characterNote(signed, of: type, in: header)
  case .string(let address, let text):
    switch text {
    case .null: return nil
    case .unreadable: return "nothing can be read there"
    case .units(let units, let isTerminated):
      return "at \(hexadecimal(address)), \(counted(units.count, "unit"))"
        + (isTerminated ? "" : " shown, the end was not reached")
    }
  }
}

/// The bits of a number as wide as its type (two's complement).
private func hexadecimal(_ number: Int128, of type: CType, in header: CHeader) -> String {
  var bits = UInt128(truncatingIfNeeded: number)
  let size = (try? header.layout(of: type))?.size ?? 16
  if size < 16 { bits &= (1 << UInt128(size * 8)) - 1 }
  return "0x" + String(bits, radix: 16)
}

/// For a type of characters, the number as one.
private func characterNote(_ number: Int128, of type: CType, in header: CHeader) -> String {
  guard let prefix = header.characterPrefix(of: type), let value = Int64(exactly: number) else {
    return ""
  }
  return "  " + CPrinter.characterLiteral(value, prefix)
}

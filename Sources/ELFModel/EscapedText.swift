extension String {
  /// Text from a file that nobody vouches for: bytes that are not UTF-8 and control characters
  /// become `\xNN`, so that printing it can never drive the terminal.
  package init(escaping bytes: ArraySlice<UInt8>) {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
      self.init(decoding: bytes, as: UTF8.self)
      return
    }
    self = ""
    var rest = bytes
    while let byte = rest.first {
      let width = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
      let head = rest.prefix(width)
      if let text = String(validating: head, as: UTF8.self), let scalar = text.unicodeScalars.first,
        text.unicodeScalars.count == 1, scalar.properties.generalCategory != .control,
        scalar.properties.generalCategory != .format
      {
        self.unicodeScalars.append(scalar)
        rest = rest.dropFirst(width)
      } else {
        let digits = Array("0123456789abcdef")
        self += "\\x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        rest = rest.dropFirst()
      }
    }
  }
}

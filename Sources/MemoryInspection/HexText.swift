/// Bytes as hexadecimal text.
package enum HexText {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two digits a byte, nothing between them.
  package static func plain(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Of many bytes the first so many, and then "…".
  package static func shortened(_ bytes: [UInt8], count: Int, limit: Int = 64) -> String {
    plain(bytes.prefix(limit)) + (count > min(bytes.count, limit) ? "…" : "")
  }
}

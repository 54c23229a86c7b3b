/// Names of other languages as C identifiers.
package enum CxxIdentifier {
  /// What the parameter is called that says where a function of C++ writes its result to.
  package static let hiddenResult = "result"

  /// The characters of a class that is libstdc++'s `std::basic_string` of them, by the tag that
  /// stands for it in C; nil for other tags.
  package static func stringPrefix(ofTag tag: String) -> CStringPrefix? {
    // Debug information leaves out the inline namespace.
    let starts = ["std____cxx11__basic_string_", "std__basic_string_"]
    guard let start = starts.first(where: tag.hasPrefix) else { return nil }
    let rest = tag.dropFirst(start.count)
    let units: [(String, CStringPrefix)] = [
      ("char", .none), ("wchar_t", .wide), ("char16_t", .utf16), ("char32_t", .utf32),
    ]
    for (unit, prefix) in units {
      let whole = "\(unit)_std__char_traits_\(unit)_std__allocator_\(unit)"
      // Where two libraries define it, the second has a number behind it.
      let isNumbered =
        rest.hasPrefix(whole + "__") && rest.dropFirst(whole.count + 2).allSatisfy(\.isNumber)
      if rest == whole || isNumbered { return prefix }
    }
    return nil
  }

  /// `ns::vector<int, 3>` becomes `ns__vector_int_3`; what is an identifier stays as it is.
  package static func from(_ name: String) -> String {
    if isIdentifier(name) { return name }
    var result: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name.utf8 {
      if isLetter(byte) || isDigit(byte) {
        if result.isEmpty, isDigit(byte) { result.append(UInt8(ascii: "_")) }
        result.append(byte)
      } else if byte == UInt8(ascii: "*") {
        result.append(contentsOf: Array("_p".utf8))
      } else if byte == UInt8(ascii: "&") {
        result.append(contentsOf: Array("_r".utf8))
      } else if result.last != UInt8(ascii: "_")
        || byte == UInt8(ascii: ":") && previous == UInt8(ascii: ":")
      {
        result.append(UInt8(ascii: "_"))
      }
      previous = byte
    }
    while result.count > 1, result.last == UInt8(ascii: "_") { result.removeLast() }
    return result.isEmpty ? "_" : String(decoding: result, as: UTF8.self)
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !isDigit(first) else { return false }
    return name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

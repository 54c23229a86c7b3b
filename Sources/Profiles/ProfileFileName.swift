/// What the file of a profile is called: the library's SONAME and `.h`.
///
/// A SONAME is a string in somebody else's file, so whatever could leave the folder, hide the
/// file or disturb a terminal is written as `%XX`, one for each byte of UTF-8.
enum ProfileFileName {
  /// Bytes of a file name before `.h`; lock and temporary file need room for their own endings
  /// within the 255 that file systems have (NAME_MAX).
  static let lengthLimit = 200
  static let ending = ".h"

  /// The name of the file in its folder.
  static func make(for profileName: String) -> String {
    var name = ""
    for scalar in profileName.unicodeScalars {
      let isHiding = name.isEmpty && scalar == "."
      if isHiding || scalar == "/" || scalar == "%" || !isPlain(scalar) {
        name += escaped(scalar)
      } else {
        name.unicodeScalars.append(scalar)
      }
    }
    if name.isEmpty { name = "%" }
    guard name.utf8.count > lengthLimit else { return name + ending }
    var head = ""
    for scalar in name.unicodeScalars {
      // The hash and its tilde follow.
      if head.utf8.count + UTF8.width(scalar) > lengthLimit - 17 { break }
      head.unicodeScalars.append(scalar)
    }
    return "\(head)~\(hexadecimal(hash(of: profileName)))\(ending)"
  }

  /// The profile's name, from its file's; nil for a file that is no profile's.
  static func profileName(ofFile name: String) -> String? {
    guard name.hasSuffix(ending), !name.hasPrefix("."), name.count > ending.count else {
      return nil
    }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8.dropLast(ending.utf8.count))[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else if byte != UInt8(ascii: "%") || !rest.isEmpty {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a character shows as itself, in its place.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      false
    default: true
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    UTF8.encode(scalar).map { bytes in
      bytes.map { ($0 < 0x10 ? "%0" : "%") + String($0, radix: 16, uppercase: true) }.joined()
    } ?? ""
  }

  /// FNV-1a with 64 bits (draft-eastlake-fnv, section 2): the same in every run.
  private static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

import Foundation

/// What GNU `objdump -d` says of a file: the truth that decoding is held to.
struct ObjdumpListing {
  struct Line {
    var bytes: [UInt8]
    /// Where it goes or what it refers to, as far as objdump says so.
    var place: UInt64?
    /// Mnemonic and operands.
    var text: String
  }

  private(set) var lines: [UInt64: Line] = [:]

  init(of path: String, program: String) throws {
    for line in try Self.output("/usr/bin/\(program)", ["-d", "-w", path]).split(separator: 0x0a) {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count >= 3, columns[0].hasSuffix(":"),
        let address = UInt64(columns[0].dropLast().drop { $0 == " " }, radix: 16)
      else { continue }
      let digits = Array(columns[1].utf8.filter { $0 != 0x20 })
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
      }
      let text = columns[2...].joined(separator: " ")
      lines[address] = Line(bytes: bytes, place: Self.place(in: text), text: text)
    }
  }

  /// The number before `<name+0x1>`.
  private static func place(in text: String) -> UInt64? {
    guard let bracket = text.firstRange(of: " <") else { return nil }
    let digits = text[..<bracket.lowerBound].reversed().prefix { $0.isHexDigit }
    return UInt64(String(digits.reversed()), radix: 16)
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }
}

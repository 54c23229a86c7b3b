/// What is wrong with bytes that should have been a message.
package enum WireError: Error, Equatable, Sendable {
  /// The frame does not start with the magic number: somebody else wrote to the socket.
  case notAFrame
  /// The frame announces more than ``Wire/maximumPayload`` bytes.
  case tooLong(Int)
  /// The message ends before its last field.
  case cutShort
  /// There are bytes behind the last field.
  case trailingBytes(Int)
  /// A field holds a value that means nothing.
  case unknownValue(field: String, UInt64)
  /// Text that is not UTF-8.
  case notUTF8(field: String)
  /// The socket was closed or replaced in the probe.
  case channelLost
}

extension WireError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAFrame: "bytes that are no message"
    case .tooLong(let count): "a message of \(count) bytes; at most \(Wire.maximumPayload)"
    case .cutShort: "a message that ends too early"
    case .trailingBytes(let count): "a message with \(count) bytes too many"
    case .unknownValue(let field, let value): "a message whose \(field) is \(value)"
    case .channelLost: "nothing: the socket is closed or replaced"
    case .notUTF8(let field): "a message whose \(field) is not UTF-8"
    }
  }
}

/// The constants of the wire.
///
/// `docs/wire.md` describes the format.
package enum Wire {
  /// Raised with every change of a message; front and probe must agree.
  package static let version: UInt16 = 5
  /// The probe ends itself by this signal when its socket is closed or replaced under it: called
  /// code hardly uses the last but one of the real-time signals (`signal(7)`).
  package static let channelLostSignal: Int32 = 63
  /// First in every frame: `SNDE`, little-endian.
  package static let magic: UInt32 = 0x4544_4e53
  /// Magic number, lane and payload length.
  package static let headerSize = 12
  /// The conversation of the thread that the front's requests run on.
  package static let mainLane: UInt32 = 0
  /// The longest payload, in bytes.
  package static let maximumPayload = 64 << 20
}

/// Writes fields, little-endian, one after the other.
package struct WireWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: some FixedWidthInteger) {
    var rest = value
    for _ in 0..<(value.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// A count of 32 bits, then the bytes.
  package mutating func write(_ value: [UInt8]) {
    write(UInt32(clamping: value.count))
    bytes += value
  }

  package mutating func write(_ value: String) { write(Array(value.utf8)) }
}

/// Reads fields as ``WireWriter`` wrote them; any bytes whatever are safe to read.
package struct WireReader {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func read<Value: FixedWidthInteger>(
    _ type: Value.Type
  ) throws(WireError) -> Value {
    let size = Value.bitWidth / 8
    guard bytes.count - position >= size else { throw .cutShort }
    var value: Value = 0
    for index in (position..<position + size).reversed() {
      value = value << 8 | Value(truncatingIfNeeded: bytes[index])
    }
    position += size
    return value
  }

  package mutating func readBool(_ field: String) throws(WireError) -> Bool {
    let value = try read(UInt8.self)
    guard value < 2 else { throw .unknownValue(field: field, UInt64(value)) }
    return value == 1
  }

  package mutating func readBytes() throws(WireError) -> [UInt8] {
    let count = Int(try read(UInt32.self))
    guard bytes.count - position >= count else { throw .cutShort }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  package mutating func readString(_ field: String) throws(WireError) -> String {
    guard let text = String(validating: try readBytes(), as: UTF8.self) else {
      throw .notUTF8(field: field)
    }
    return text
  }

  /// How many elements follow; never more than bytes are left, so that a count from a hostile
  /// sender reserves no memory.
  package mutating func readCount() throws(WireError) -> Int {
    let count = Int(try read(UInt32.self))
    guard count <= bytes.count - position else { throw .cutShort }
    return count
  }

  /// Ends the message: nothing may be left.
  package func finish() throws(WireError) {
    guard position == bytes.count else { throw .trailingBytes(bytes.count - position) }
  }
}

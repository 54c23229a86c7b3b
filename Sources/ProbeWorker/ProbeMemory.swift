import CProbe
import ProbeWire

/// Reading the probe's memory at addresses that may be anything.
enum ProbeMemory {
  private static let pageSize: UInt64 = 4096

  /// Bytes from an address on, up to the first that cannot be read.
  static func read(_ address: UInt64, count: UInt32) -> ProbeReply {
    let limit = min(Int(count), Wire.maximumPayload - 64)
    let bytes = readable(address, count: limit)
    return bytes.isEmpty && limit > 0 ? .unreadable(address: address) : .bytes(bytes)
  }

  /// Units of `unitSize` bytes up to a zero unit.
  static func readText(_ address: UInt64, unitSize: Int, limit: UInt32) -> ProbeReply {
    let byteLimit = min(Int(limit) * unitSize, Wire.maximumPayload - 64)
    var bytes: [UInt8] = []
    var scanned = 0
    while bytes.count < byteLimit {
      let (start, overflow) = address.addingReportingOverflow(UInt64(bytes.count))
      if overflow { break }
      let wanted = min(Int(pageSize - start % pageSize), byteLimit - bytes.count)
      let page = readable(start, count: wanted)
      bytes += page
      while scanned + unitSize <= bytes.count {
        if bytes[scanned..<scanned + unitSize].allSatisfy({ $0 == 0 }) {
          return .text(Array(bytes[..<scanned]), isTerminated: true)
        }
        scanned += unitSize
      }
      if page.count < wanted { break }
    }
    guard !bytes.isEmpty || byteLimit == 0 else { return .unreadable(address: address) }
    return .text(Array(bytes[..<scanned]), isTerminated: false)
  }

  /// Writes bytes, page by page; what was written before the first byte that cannot be stays.
  static func write(_ bytes: [UInt8], to address: UInt64) -> ProbeReply {
    var written = 0
    while written < bytes.count {
      let (start, overflow) = address.addingReportingOverflow(UInt64(written))
      if overflow { return .unwritable(address: .max) }
      let wanted = min(Int(pageSize - start % pageSize), bytes.count - written)
      let count = bytes[written..<written + wanted].withUnsafeBytes {
        cprobe_write_memory(start, $0.baseAddress, wanted)
      }
      guard count == wanted else { return .unwritable(address: start) }
      written += wanted
    }
    return .written
  }

  /// Page by page: the kernel promises nothing about what it read before a fault within one
  /// transfer (process_vm_readv(2), "partial transfers").
  private static func readable(_ address: UInt64, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let (start, overflow) = address.addingReportingOverflow(UInt64(bytes.count))
      if overflow { break }
      let wanted = min(Int(pageSize - start % pageSize), count - bytes.count)
      let page = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
        initialized = max(0, cprobe_read_memory(start, buffer.baseAddress, wanted))
      }
      bytes += page
      if page.count < wanted { break }
    }
    return bytes
  }
}

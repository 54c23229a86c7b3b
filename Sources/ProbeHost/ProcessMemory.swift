import CProcess
import Glibc
package import MemoryInspection

/// The memory of another process of ours, alive, stopped or dead but not yet let go
/// (`process_vm_readv(2)`, `proc_pid_maps(5)`).
package struct ProcessMemory: Sendable {
  package let process: Int32

  package static let pageSize: UInt64 = 4096

  package init(process: Int32) { self.process = process }

  /// Bytes from an address on, up to the first that cannot be read.
  package func read(_ address: UInt64, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    // Page by page: what a transfer that ends at a fault has read before it is not promised.
    while bytes.count < count {
      let (start, overflow) = address.addingReportingOverflow(UInt64(bytes.count))
      if overflow { break }
      let wanted = min(max(Int(Self.pageSize - start % Self.pageSize), 0), count - bytes.count)
      let piece = readAtOnce(start, count: wanted)
      bytes += piece
      if piece.count < wanted { break }
    }
    return bytes
  }

  /// All of it or nothing, in one transfer.
  package func readWhole(_ address: UInt64, count: Int) -> [UInt8]? {
    let bytes = readAtOnce(address, count: count)
    return bytes.count == count ? bytes : nil
  }

  private func readAtOnce(_ address: UInt64, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, cprocess_read_memory(process, address, buffer.baseAddress, count))
    }
  }

  /// The mapped regions, in order; empty when the process is gone.
  package func regions() -> [MappedRegion] {
    MappedRegion.parse(Self.contents(of: "/proc/\(process)/maps"))
  }

  /// How many threads there are.
  package func threadCount() -> Int {
    guard let folder = opendir("/proc/\(process)/task") else { return 0 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      if entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { count += 1 }
    }
    return count
  }

  /// The probe's own descriptors are above.
  private static let descriptorLimit: Int32 = 992

  /// Files, pipes and sockets that called code has opened, with what `/proc` calls them
  /// (`proc_pid_fd(5)`): the standard descriptors and the probe's own are not among them.
  package func openFiles() -> [(descriptor: Int32, path: String)] {
    guard let folder = opendir("/proc/\(process)/fd") else { return [] }
    defer { closedir(folder) }
    var found: [(descriptor: Int32, path: String)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let descriptor = Int32(name), (3..<Self.descriptorLimit).contains(descriptor) else {
        continue
      }
      found.append((descriptor, Self.link("/proc/\(process)/fd/\(name)")))
    }
    return found.sorted { $0.descriptor < $1.descriptor }
  }

  /// Where a symbolic link leads; empty when it is none.
  static func link(_ path: String) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = readlink(path, base, buffer.count)
      return String(
        decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Bytes of the tables that the kernel keeps of its pages (`VmPTE`, `proc_pid_status(5)`).
  func pageTableBytes() -> UInt64 {
    let text = String(decoding: Self.contents(of: "/proc/\(process)/status"), as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmPTE:") }),
      let number = line.split(whereSeparator: \.isWhitespace).dropFirst().first
        .flatMap({ UInt64($0) })
    else { return 0 }
    return number * 1024
  }

  static func contents(of path: String) -> [UInt8] {
    let file = cprocess_open(path)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes: [UInt8] = []
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { chunk in
      while case let count = Glibc.read(file, chunk.baseAddress, chunk.count), count > 0 {
        bytes += chunk[..<count]
      }
    }
    return bytes
  }
}

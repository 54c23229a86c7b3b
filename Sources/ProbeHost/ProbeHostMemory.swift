import CProcess
import Glibc

/// Reading and writing the probe's memory from outside, also while it stands still.
extension ProbeHost {
  private static let pageSize: UInt64 = 4096

  /// Bytes from an address on, up to the first that cannot be read.
  ///
  /// - Returns: nil when the kernel does not let this process look into the probe.
  package func readMemory(at address: UInt64, count: Int) -> [UInt8]? {
    guard let process = processIdentifier else { return nil }
    var isDenied = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = Self.transfer(at: address, count: count) { start, offset, size in
        guard let base = buffer.baseAddress else { return 0 }
        let count = cprocess_read_memory(process, start, base + offset, size)
        if count < 0 && errno != EFAULT { isDenied = true }
        return count
      }
    }
    return isDenied ? nil : bytes
  }

  /// Writes bytes from an address on, up to the first that cannot be written.
  ///
  /// - Returns: how many were; nil when the kernel does not let this process reach into the probe.
  package func writeMemory(_ bytes: [UInt8], at address: UInt64) -> Int? {
    guard let process = processIdentifier else { return nil }
    var isDenied = false
    let written = bytes.withUnsafeBytes { source in
      Self.transfer(at: address, count: source.count) { start, offset, size in
        guard let base = source.baseAddress else { return 0 }
        let count = cprocess_write_memory(process, start, base + offset, size)
        if count < 0 && errno != EFAULT { isDenied = true }
        return count
      }
    }
    return isDenied ? nil : written
  }

  /// At once when all of it can be had, else page by page: the kernel promises nothing about what
  /// it moved before a fault within one transfer (process_vm_readv(2), "partial transfers").
  private static func transfer(
    at address: UInt64, count: Int, _ move: (UInt64, Int, Int) -> Int
  ) -> Int {
    if count > 0, address.addingReportingOverflow(UInt64(count)).overflow == false,
      move(address, 0, count) == count
    {
      return count
    }
    var done = 0
    while done < count {
      let (start, overflow) = address.addingReportingOverflow(UInt64(done))
      if overflow { break }
      let wanted = min(Int(pageSize - start % pageSize), count - done)
      guard move(start, done, wanted) == wanted else { break }
      done += wanted
    }
    return done
  }
}

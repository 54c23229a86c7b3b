import CProcess
import Glibc
import MemoryInspection
import ProbeWire

/// What the user lets called code do beyond what it may anyway.
package struct SandboxOptions: Hashable, Sendable {
  /// Folders in which files may be made and changed.
  package var writable: [String]
  package var allowsNetwork: Bool
  /// No sandbox.
  package var allowsAll: Bool

  package init(writable: [String] = [], allowsNetwork: Bool = false, allowsAll: Bool = false) {
    self.writable = writable
    self.allowsNetwork = allowsNetwork
    self.allowsAll = allowsAll
  }

  /// `RLIMIT_DATA`: 4 GiB, or half of the machine's memory if that is less.
  static var memoryLimit: UInt64 {
    let pages = UInt64(max(0, sysconf(Int32(_SC_PHYS_PAGES))))
    let bytes = pages * ProcessMemory.pageSize / 2
    return bytes == 0 ? 4 << 30 : min(4 << 30, bytes)
  }

  /// `RLIMIT_FSIZE`.
  static let fileLimit: UInt64 = 1 << 30
  /// `RLIMIT_NPROC`, which counts all processes of the user.
  static let processLimit: UInt64 = 4096
}

/// Something that called code was not allowed to do.
package struct SandboxDenial: Hashable, Sendable {
  /// What it tried: `open("/etc/passwd") for writing`.
  package var attempt: String
  /// The option that would allow it: `--allow write=/etc`.
  package var option: String

  package init(attempt: String, option: String) {
    self.attempt = attempt
    self.option = option
  }
}

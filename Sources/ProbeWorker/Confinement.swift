import CProbe
import Glibc
import ProbeWire

/// The sandbox as the front wants it.
enum Confinement {
  /// Confines this process for good.
  ///
  /// - Returns: what the kernel could not do, and the descriptor on which denied calls are
  ///   announced, -1 for none.
  static func apply(_ policy: SandboxPolicy) -> (gaps: SandboxGaps, listener: Int32) {
    let paths = policy.writable.map { strdup($0) }
    defer { for path in paths { free(path) } }
    var listener: Int32 = -1
    let lacking = paths.map { UnsafePointer($0) }.withUnsafeBufferPointer { paths in
      var terms = cprobe_policy(
        writable: paths.baseAddress, writable_count: Int32(paths.count),
        allows_network: policy.allowsNetwork ? 1 : 0, allows_all: policy.allowsAll ? 1 : 0,
        front: policy.front, memory_limit: policy.memoryLimit, file_limit: policy.fileLimit,
        process_limit: policy.processLimit, mark: policy.mark)
      return cprobe_confine(&terms, &listener)
    }
    return (SandboxGaps(rawValue: lacking), listener)
  }
}

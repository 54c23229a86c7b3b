import CProcess
import Glibc

/// The one folder that called code may write to; it is the probe's `TMPDIR`, and goes with it.
///
/// Its name tells whose it is, by number and start time (`sonde-1234-567890-…`): what a front left
/// behind that was killed, the next one removes.
final class ScratchFolder {
  let path: String

  init() throws(ProbeError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    Self.removeAbandoned(in: parent)
    let owner = "\(getpid())-\(Self.startTime(of: getpid()) ?? 0)"
    var template = Array((parent + "/sonde-\(owner)-XXXXXX").utf8CString)
    guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil
    else {
      throw .system("make a scratch folder in \(parent)", errno)
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { cprocess_remove_tree(path) }

  private static func removeAbandoned(in parent: String) {
    guard let folder = opendir(parent) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      // There may be thousands of other files.
      guard memcmp(&entry.pointee.d_name, "sonde-", 6) == 0 else { continue }
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let parts = name.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 4, parts[0] == "sonde", let owner = pid_t(parts[1]), owner > 0,
        let start = UInt64(parts[2]), start > 0, startTime(of: owner) != start
      else { continue }
      let path = parent + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_uid == geteuid(),
        status.st_mode & S_IFMT == S_IFDIR
      else { continue }
      cprocess_remove_tree(path)
    }
  }

  /// When a process was started, in the kernel's ticks (field 22, `proc_pid_stat(5)`); nil when
  /// there is none of that number.
  private static func startTime(of process: pid_t) -> UInt64? {
    let text = String(decoding: ProcessMemory.contents(of: "/proc/\(process)/stat"), as: UTF8.self)
    // The name in parentheses may hold anything, parentheses and spaces too.
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    return fields.count > 19 ? UInt64(fields[19]) : nil
  }
}

internal import CDwarf
internal import Glibc

/// A libdwfl session and what it holds, ended with this.
final class DwflSession {
  let dwfl: OpaquePointer

  /// Over the files that a process has mapped.
  init(process: Int32) throws(DebugInfoError) {
    guard let dwfl = cdwarf_begin_process() else {
      throw .process(process, reason: libdwflMessage())
    }
    let failure = dwfl_linux_proc_report(dwfl, process)
    guard failure == 0, dwfl_report_end(dwfl, nil, nil) == 0 else {
      let reason = failure > 0 ? String(cString: strerror(failure)) : libdwflMessage()
      dwfl_end(dwfl)
      throw .process(process, reason: reason)
    }
    self.dwfl = dwfl
  }

  /// Over one file, at the addresses that it gives itself.
  init(path: String) throws(DebugInfoError) {
    guard let dwfl = cdwarf_begin_file() else {
      throw .unreadable(path: path, reason: libdwflMessage())
    }
    guard dwfl_report_offline(dwfl, path, path, -1) != nil,
      dwfl_report_end(dwfl, nil, nil) == 0
    else {
      let reason = libdwflMessage()
      dwfl_end(dwfl)
      throw .unreadable(path: path, reason: reason)
    }
    self.dwfl = dwfl
  }

  deinit { dwfl_end(dwfl) }

  /// The module of a session over one file.
  var onlyModule: OpaquePointer? {
    var module: OpaquePointer?
    dwfl_getmodules(
      dwfl,
      { found, _, _, _, argument in
        argument?.assumingMemoryBound(to: OpaquePointer?.self).pointee = found
        return Int32(DWARF_CB_ABORT)
      }, &module, 0)
    return module
  }
}

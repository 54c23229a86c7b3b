internal import CDwarf

/// Debug information that could not be read, or a stack that could not be walked.
package enum DebugInfoError: Error, Hashable, CustomStringConvertible {
  /// The file could not be opened or is no ELF file.
  case unreadable(path: String, reason: String)
  /// There is none for this file, in itself or beside it.
  case absent(path: String)
  /// The file became shorter while it was read.
  case changed(path: String)
  /// A process could not be looked at.
  case process(Int32, reason: String)

  /// One line, ready to follow `sonde: `.
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot read debug information: \(reason)"
    case .absent(let path): "\(path): there is no debug information"
    case .changed(let path):
      "\(path): changed while its debug information was read; ask again when it is whole"
    case .process(let id, let reason): "process \(id): cannot walk its stack: \(reason)"
    }
  }
}

/// What libdw says of its last failure on this thread (`dwarf_errmsg`).
func libdwMessage() -> String {
  dwarf_errmsg(-1).map { String(cString: $0) } ?? "no message"
}

/// What libdwfl says of its last failure on this thread (`dwfl_errmsg`).
func libdwflMessage() -> String {
  dwfl_errmsg(-1).map { String(cString: $0) } ?? "no message"
}

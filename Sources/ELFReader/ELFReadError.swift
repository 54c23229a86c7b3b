/// Why a file cannot be shown as an ELF library.
package enum ELFReadError: Error, Hashable, Sendable {
  /// No file has this path (`ENOENT`, `ENOTDIR`).
  case missing(path: String)
  /// The path names something that cannot be opened for reading; `reason` is `strerror`'s.
  case unreadable(path: String, reason: String)
  /// The path names a directory, a pipe, a socket or a device.
  case notAFile(path: String, kind: String)
  /// The file does not start with the ELF magic number; `kind` says what it is instead.
  case notELF(path: String, kind: String)
  /// A static archive (`ar`), and the first member that could be looked at.
  case archive(path: String, member: String?)
  /// A static archive that has no member of that name.
  case noMember(path: String, member: String)
  /// The file ends before what its header promises.
  case truncated(path: String, what: String)
  /// The header holds values that no ELF version defines.
  case invalidHeader(path: String, what: String)
}

extension ELFReadError: CustomStringConvertible {
  /// One line naming the file, what it is and what was expected, ready to follow `sonde: `.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such file; expected an ELF shared library"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); expected an ELF shared library"
    case .notAFile(let path, let kind), .notELF(let path, let kind):
      "\(path): is \(kind); expected an ELF shared library"
    case .archive(let path, let member):
      "\(path): is a static archive; expected an ELF shared library"
        + (member.map { " (its members are object files: name one as '\(path)(\($0))')" } ?? "")
    case .noMember(let path, let member):
      "\(path): has no member \(member); expected a member of the static archive"
    case .truncated(let path, let what):
      "\(path): is a truncated ELF file: \(what); expected a whole ELF shared library"
    case .invalidHeader(let path, let what):
      "\(path): has a damaged ELF header: \(what); expected an ELF shared library"
    }
  }
}

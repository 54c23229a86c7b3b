internal import ELFModel
internal import Glibc

/// A regular file open for reading.
///
/// It is read with `pread` and never mapped: touching a mapping of a file that shrinks meanwhile
/// raises SIGBUS, while a read just comes back short. Only the ranges asked for are read.
final class InputFile: Sendable {
  let path: String
  let descriptor: Int32
  /// Where the ELF file starts: 0, or the place of a member in its archive.
  let start: Int
  /// Size in bytes, of the member or of the whole file when it was opened.
  let size: Int

  /// Opens a file, or with `archive.a(member.o)` a member of a static archive.
  convenience init(path: String) throws(ELFReadError) {
    if let (archive, member) = Archive.splitMember(path) {
      let whole = try InputFile(wholeFile: archive)
      guard let found = Archive(whole)?.listing.members.first(where: { $0.name == member }) else {
        throw .noMember(path: archive, member: member)
      }
      try self.init(member: found, of: archive)
    } else {
      try self.init(wholeFile: path)
    }
  }

  init(wholeFile path: String) throws(ELFReadError) {
    (descriptor, size) = try Self.open(path)
    start = 0
    self.path = path
  }

  init(member: ArchiveMember, of archive: String) throws(ELFReadError) {
    if let file = member.file {
      (descriptor, size) = try Self.open(file)
      (start, path) = (0, file)
      return
    }
    let whole: Int
    (descriptor, whole) = try Self.open(archive)
    start = member.offset
    size = min(member.size, max(0, whole - member.offset))
    path = "\(archive)(\(member.name))"
  }

  /// Takes over the descriptor of a file that exists in memory only.
  init(memory descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    start = 0
    var facts = stat()
    size = fstat(descriptor, &facts) == 0 ? max(0, Int(facts.st_size)) : 0
  }

  deinit { close(descriptor) }

  /// What tells a file from every other one, whatever it is called.
  struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  var identity: Identity {
    var facts = stat()
    fstat(descriptor, &facts)
    return Identity(
      device: UInt(truncatingIfNeeded: facts.st_dev), number: UInt(truncatingIfNeeded: facts.st_ino)
    )
  }

  /// Fills the buffer from a file offset; returns the bytes read, fewer when the file ends first.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(start &+ offset &+ done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      done += count
    }
    return done
  }

  /// The bytes of a range, cut off at the end of the file.
  func bytes(in range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<size)
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      let memory = UnsafeMutableRawBufferPointer(buffer)
      Self.askForPages(memory)
      count = read(into: memory, at: range.lowerBound)
    }
  }

  /// Asks for memory all at once that is about to be filled, instead of by a fault for each page.
  ///
  /// The tables of a large library are megabytes. A kernel that cannot says so, and nothing is lost.
  static func askForPages(_ memory: UnsafeMutableRawBufferPointer) {
    let page = 4096
    guard memory.count >= 1 << 18, let base = memory.baseAddress else { return }
    let first = base.alignedUp(toMultipleOf: page)
    let count = (memory.count - (first - base)) & ~(page - 1)
    if count >= 2 << 20 { madvise(first, count, MADV_HUGEPAGE) }
    // `MADV_POPULATE_WRITE`, which older headers do not name.
    madvise(first, count, 23)
  }

  /// Opens a file without ever blocking on a pipe or waking a device.
  private static func open(_ path: String) throws(ELFReadError) -> (Int32, size: Int) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw error(errno, path: path) }
    try requireRegular(facts, path: path)
    // The path may have become something else since; O_NONBLOCK keeps even that from blocking.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw error(errno, path: path) }
    do throws(ELFReadError) {
      guard fstat(descriptor, &facts) == 0 else { throw error(errno, path: path) }
      try requireRegular(facts, path: path)
    } catch {
      close(descriptor)
      throw error
    }
    return (descriptor, max(0, Int(facts.st_size)))
  }

  private static func requireRegular(_ facts: stat, path: String) throws(ELFReadError) {
    let kind: String
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: kind = "a directory"
    case S_IFIFO: kind = "a named pipe"
    case S_IFSOCK: kind = "a socket"
    case S_IFCHR, S_IFBLK: kind = "a device"
    default: kind = "not a regular file"
    }
    throw .notAFile(path: path, kind: kind)
  }

  private static func error(_ number: Int32, path: String) -> ELFReadError {
    if number == ENOENT || number == ENOTDIR { return .missing(path: path) }
    return .unreadable(path: path, reason: String(cString: strerror(number)))
  }
}

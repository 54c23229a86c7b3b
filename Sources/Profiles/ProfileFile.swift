internal import Glibc

/// Reads and replaces profiles on disk.
///
///     lock ── read ── edit ── temporary file ── fsync ── rename ── fsync folder ── unlock
///
/// At every moment the path holds the old bytes or the new ones, whole.
struct ProfileFile {
  let path: String
  let sizeLimit: Int

  /// The bytes, and what tells whether the file has been replaced since.
  private struct Content {
    var bytes: [UInt8]
    var status: stat

    func isSame(as other: stat) -> Bool {
      status.st_ino == other.st_ino && status.st_dev == other.st_dev
        && status.st_size == other.st_size && status.st_mtim.tv_sec == other.st_mtim.tv_sec
        && status.st_mtim.tv_nsec == other.st_mtim.tv_nsec
    }
  }

  /// All bytes; nil when there is no such file.
  ///
  /// - Throws: `notAFile`, `tooLarge`, `binary`, `danglingLink`, `system`.
  func read() throws(ProfileError) -> [UInt8]? { try content()?.bytes }

  /// Replaces the bytes by what an edit makes of those that are on the disk.
  ///
  /// The edit may run more than once.
  ///
  /// - Parameters:
  ///   - seconds: how long to wait for another writer.
  ///   - edit: gets nil when there is no file yet; returning the same bytes writes nothing.
  /// - Throws: what reading and the edit throw, `locked`, `keepsChanging`, `system`.
  func update(
    lockingFor seconds: Double, _ edit: ([UInt8]?) throws(ProfileError) -> [UInt8]
  ) throws(ProfileError) {
    // Tried first without the lock: what is refused or known already touches nothing.
    let old = try read()
    guard try edit(old) != old else { return }
    try ProfileFolder.make(ProfileFolder.parent(of: path))
    let place = try ProfilePath(path)
    let lock = try ProfileLock(of: place, seconds: seconds)
    defer { lock.release() }
    for leftOver in place.leftTemporaries() { unlink(leftOver) }
    for _ in 0..<Self.attempts {
      let old = try content()
      let new = try edit(old?.bytes)
      if new == old?.bytes { return }
      if try replace(old, by: new, at: place) { return }
    }
    throw .keepsChanging(path: path)
  }

  /// How often an edit is made anew when an editor saves in between.
  private static let attempts = 10

  // MARK: Reading

  private func content() throws(ProfileError) -> Content? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let number = errno
      guard number == ENOENT || number == ELOOP else {
        throw .system(action: "read", path: path, number: number)
      }
      // Nothing there, or a link to nothing; the latter throws.
      _ = try ProfilePath(path)
      return nil
    }
    // A pipe would block and a device might act on being opened.
    try checkKind(status)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(action: "read", path: path, number: errno)
    }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else {
      throw .system(action: "look at", path: path, number: errno)
    }
    try checkKind(status)
    let bytes = try readAll(descriptor, expecting: Int(status.st_size))
    if let offset = bytes.firstIndex(of: 0) { throw .binary(path: path, offset: offset) }
    return Content(bytes: bytes, status: status)
  }

  private func checkKind(_ status: stat) throws(ProfileError) {
    let kind: String
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: kind = "a folder"
    case S_IFIFO: kind = "a pipe"
    case S_IFSOCK: kind = "a socket"
    case S_IFCHR, S_IFBLK: kind = "a device"
    default: kind = "something unknown"
    }
    throw .notAFile(path: path, kind: kind)
  }

  private func readAll(_ descriptor: Int32, expecting size: Int) throws(ProfileError) -> [UInt8] {
    if size > sizeLimit { throw .tooLarge(path: path, size: size, limit: sizeLimit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(action: "read", path: path, number: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      // It grows while it is read.
      if bytes.count > sizeLimit {
        throw .tooLarge(path: path, size: bytes.count, limit: sizeLimit)
      }
    }
  }

  // MARK: Writing

  /// Puts new bytes in the place of the old ones.
  ///
  /// - Returns: false, with nothing changed, when the file is no longer what was read.
  private func replace(
    _ old: Content?, by bytes: [UInt8], at place: ProfilePath
  ) throws(ProfileError) -> Bool {
    if bytes.count > sizeLimit {
      throw .tooLarge(path: path, size: bytes.count, limit: sizeLimit)
    }
    // The rename would succeed, but who took the permission away meant the file.
    if old != nil && faccessat(AT_FDCWD, place.path, W_OK, AT_EACCESS) != 0 {
      throw .system(action: "write", path: path, number: errno)
    }
    let (temporary, descriptor) = try makeTemporary(at: place, isPrivate: old != nil)
    do throws(ProfileError) {
      try fill(descriptor, temporary, with: bytes, like: old?.status)
      guard isUnchanged(old, at: place.path) else {
        unlink(temporary)
        return false
      }
      guard rename(temporary, place.path) == 0 else {
        throw .system(action: "replace", path: path, number: errno)
      }
    } catch {
      unlink(temporary)
      throw error
    }
    try ProfileFolder.synchronize(place.folder)
    return true
  }

  private func isUnchanged(_ old: Content?, at target: String) -> Bool {
    var status = stat()
    guard lstat(target, &status) == 0 else { return old == nil && errno == ENOENT }
    return old?.isSame(as: status) ?? false
  }

  private func makeTemporary(
    at place: ProfilePath, isPrivate: Bool
  ) throws(ProfileError) -> (path: String, descriptor: Int32) {
    while true {
      let temporary = place.temporary()
      let descriptor = open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
        isPrivate ? 0o600 : 0o666)
      if descriptor >= 0 { return (temporary, descriptor) }
      if errno == EEXIST || errno == EINTR { continue }
      throw .system(action: "write in", path: place.folder, number: errno)
    }
  }

  /// Writes, and closes in any case.
  private func fill(
    _ descriptor: Int32, _ temporary: String, with bytes: [UInt8], like old: stat?
  ) throws(ProfileError) {
    do throws(ProfileError) {
      try writeAll(bytes, to: descriptor, temporary)
      if let old { try copyOwner(of: old, to: descriptor, temporary) }
      guard fsync(descriptor) == 0 else {
        throw .system(action: "write", path: temporary, number: errno)
      }
    } catch {
      close(descriptor)
      throw error
    }
    // A file system over a network may notice only now that there is no room.
    guard close(descriptor) == 0 || errno == EINTR else {
      throw .system(action: "write", path: temporary, number: errno)
    }
  }

  private func copyOwner(
    of old: stat, to descriptor: Int32, _ temporary: String
  ) throws(ProfileError) {
    // Only the superuser can give a file away; a member of the group can keep the group.
    if fchown(descriptor, old.st_uid, old.st_gid) != 0 {
      _ = fchown(descriptor, uid_t.max, old.st_gid)
    }
    guard fchmod(descriptor, old.st_mode & 0o777) == 0 else {
      throw .system(action: "set the permissions of", path: temporary, number: errno)
    }
  }

  /// Beyond the process's file size limit write(2) sends SIGXFSZ, which would end the process;
  /// here it is an error like a full disk.
  private func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, _ temporary: String
  ) throws(ProfileError) {
    var (limitSignal, before) = (sigset_t(), sigset_t())
    sigemptyset(&limitSignal)
    sigaddset(&limitSignal, SIGXFSZ)
    pthread_sigmask(SIG_BLOCK, &limitSignal, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      let number = errno
      if count < 0 && number == EINTR { continue }
      if count < 0 && number == EFBIG {
        var atOnce = timespec()
        sigtimedwait(&limitSignal, nil, &atOnce)
      }
      guard count >= 0 else {
        throw .system(action: "write", path: temporary, number: number)
      }
      rest = rest.dropFirst(count)
    }
  }
}

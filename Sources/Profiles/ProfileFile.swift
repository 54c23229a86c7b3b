internal import Glibc

/// Reads a profile, and replaces it so that at every moment it is the old or the new one, whole.
///
/// A change takes a lock beside the file, reads what is there now, writes a temporary file in the
/// same directory, syncs it, renames it over the old one and syncs the directory.
struct ProfileFile {
  /// As the user knows it; messages name this one.
  let path: String
  /// The file itself, when the path is a symbolic link.
  let target: String

  /// Bytes of the largest profile that is read.
  static let largestSize = 16 << 20

  init(path: String) {
    self.path = path
    target = Self.followingLinks(path)
  }

  // MARK: Reading

  /// The bytes; nil when there is no such file.
  func contents() throws(ProfileError) -> [UInt8]? {
    // O_NONBLOCK, since opening a pipe would wait for someone to write to it.
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .cannotRead(path: path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    var bytes: [UInt8] = []
    while true {
      let limit = min(1 << 16, Self.largestSize + 1 - bytes.count)
      guard limit > 0 else { throw .tooLarge(path: path, limit: Self.largestSize) }
      var chunk = [UInt8](repeating: 0, count: limit)
      let count = retrying { read(descriptor, &chunk, limit) }
      guard count >= 0 else { throw .cannotRead(path: path, errno: errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard !bytes.contains(0) else { throw .notText(path: path) }
    return bytes
  }

  // MARK: Changing

  /// Replaces the file's bytes by what `edit` makes of them.
  ///
  /// `edit` gets what is on disk once the lock is held, nil when there is no file, so that it
  /// merges with what others have saved meanwhile; when it returns nil nothing is written.
  func change(
    waiting seconds: Double,
    _ edit: ([UInt8]?) throws(ProfileError) -> [UInt8]?
  ) throws(ProfileError) {
    let directory = Self.directory(of: target)
    try createDirectory(directory)
    let lock = try lock(waiting: seconds)
    // Closing the last descriptor of it gives the lock back.
    defer { close(lock) }
    removeLeftovers(in: directory)
    guard let bytes = try edit(try contents()) else { return }
    try replace(with: bytes, in: directory)
  }

  private var lockPath: String {
    Self.directory(of: target) + "/." + Self.name(of: target) + ".lock"
  }

  /// How names of temporary files begin; the lock holder may remove any that is left.
  private var temporaryPrefix: String { "." + Self.name(of: target) + ".new-" }

  private func lock(waiting seconds: Double) throws(ProfileError) -> Int32 {
    let descriptor = retrying { open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    let deadline = Self.now() + seconds
    while retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 {
      let number = errno
      guard number == EWOULDBLOCK else {
        close(descriptor)
        throw .cannotWrite(path: path, errno: number)
      }
      guard Self.now() < deadline else {
        close(descriptor)
        throw .locked(path: path, seconds: seconds)
      }
      usleep(10_000)
    }
    return descriptor
  }

  private func replace(with bytes: [UInt8], in directory: String) throws(ProfileError) {
    let temporary = directory + "/" + temporaryPrefix + String(getpid())
    var old = stat()
    let exists = stat(target, &old) == 0
    if exists && access(target, W_OK) != 0 {
      // Renaming needs no right to write the file itself; the user's wish is respected here.
      throw .cannotWrite(path: path, errno: errno)
    }
    let descriptor = retrying {
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0o600 : 0o666)
    }
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    var number = write(bytes, to: descriptor)
    if number == 0 && exists { number = keepOwnerAndMode(of: old, on: descriptor) }
    if number == 0 && retrying({ fsync(descriptor) }) != 0 { number = errno }
    if close(descriptor) != 0 && number == 0 { number = errno }
    if number == 0 && rename(temporary, target) != 0 { number = errno }
    guard number == 0 else {
      unlink(temporary)
      throw .cannotWrite(path: path, errno: number)
    }
    sync(directory: directory)
  }

  /// All bytes, or the error number of what stopped them.
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { rest in
        retrying { Glibc.write(descriptor, rest.baseAddress, rest.count) }
      }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      written += count
    }
    return 0
  }

  private func keepOwnerAndMode(of old: stat, on descriptor: Int32) -> Int32 {
    if old.st_uid != getuid() || old.st_gid != getgid() {
      // Only root can give a file away; for anyone else it becomes their own.
      _ = fchown(descriptor, old.st_uid, old.st_gid)
    }
    return fchmod(descriptor, old.st_mode & 0o7777) == 0 ? 0 : errno
  }

  /// After this the new name survives a power failure; some file systems cannot do it and need
  /// not, and the file itself is in place either way.
  private func sync(directory: String) {
    let descriptor = retrying { open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    _ = retrying { fsync(descriptor) }
    close(descriptor)
  }

  /// Removes what a program that was killed while it saved left behind; the lock is held, so no
  /// one is writing any of it now.
  private func removeLeftovers(in directory: String) {
    for name in Self.names(in: directory) where name.hasPrefix(temporaryPrefix) {
      unlink(directory + "/" + name)
    }
  }

  private func createDirectory(_ directory: String) throws(ProfileError) {
    var created = ""
    for part in directory.split(separator: "/", omittingEmptySubsequences: false) {
      created += created.isEmpty && part.isEmpty ? "/" : part + "/"
      var status = stat()
      if stat(created, &status) == 0 { continue }
      if mkdir(created, 0o777) != 0 && errno != EEXIST {
        throw .cannotWrite(path: path, errno: errno)
      }
    }
  }

  // MARK: Paths

  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  /// The names in a directory, hidden ones too; empty when it cannot be read.
  static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Where a symbolic link leads, also when nothing is there yet.
  private static func followingLinks(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let length = readlink(path, &buffer, buffer.count)
      guard length > 0 else { return path }
      let link = String(
        decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = link.hasPrefix("/") ? link : directory(of: path) + "/" + link
    }
    return path
  }

  // MARK: System calls

  /// Seconds of a clock that never goes back.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Repeats a system call that a signal interrupted.
private func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

internal import Glibc

/// One writer of a profile at a time, by flock(2) on a file beside it.
///
/// The lock ends with the process that holds it, so nothing is left locked by one that was
/// killed; its lock file stays and is used again. The holder removes the file before it lets go;
/// who then gets the lock of a removed file sees that the path means another and starts over.
struct ProfileLock {
  private let descriptor: Int32
  private let path: String

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - profile: the path to protect, links resolved.
  ///   - seconds: how long to wait.
  /// - Throws: `locked`, `system`.
  init(of profile: ProfilePath, seconds: Double) throws(ProfileError) {
    path = profile.lock
    let start = Self.now
    while true {
      let descriptor = try Self.openFile(path)
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if Self.isStill(path, descriptor) {
          self.descriptor = descriptor
          noteHolder()
          return
        }
        close(descriptor)
        continue
      }
      let number = errno
      close(descriptor)
      guard number == EWOULDBLOCK || number == EINTR else {
        throw .system(action: "lock", path: path, number: number)
      }
      guard Self.now - start < seconds else {
        throw .locked(
          path: profile.path, lock: path, holder: Self.holder(path), seconds: seconds)
      }
      usleep(5_000)
    }
  }

  /// Lets the next one in.
  func release() {
    unlink(path)
    close(descriptor)
  }

  private static func openFile(_ path: String) throws(ProfileError) -> Int32 {
    while true {
      let descriptor = open(
        path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
      if descriptor >= 0 { return descriptor }
      if errno == EINTR { continue }
      // Somebody else's, in a folder that several people write to: to lock it is enough to read.
      if errno == EACCES {
        let readable = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if readable >= 0 { return readable }
        errno = EACCES
      }
      throw .system(action: "make the lock file", path: path, number: errno)
    }
  }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var (mine, named) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && lstat(path, &named) == 0
      && mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
  }

  /// For the message of those who wait in vain; on a full disk there is none.
  private func noteHolder() {
    ftruncate(descriptor, 0)
    let text = Array("\(getpid())\n".utf8)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func holder(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count], as: UTF8.self).prefix { $0.isNumber })
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

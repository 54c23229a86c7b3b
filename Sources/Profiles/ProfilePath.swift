internal import Glibc

/// Where a profile's bytes are, and the files beside it while it is saved.
struct ProfilePath {
  /// With symbolic links resolved: what is replaced is the file, never the link to it.
  let path: String
  let folder: String
  private let name: String

  /// - Throws: `danglingLink`, `system`.
  init(_ path: String) throws(ProfileError) {
    let resolved = try Self.resolved(path)
    self.path = resolved
    let parts = resolved.split(separator: "/", omittingEmptySubsequences: false)
    name = parts.last.map(String.init) ?? resolved
    let folder = parts.dropLast().joined(separator: "/")
    self.folder = folder.isEmpty ? (resolved.hasPrefix("/") ? "/" : ".") : folder
  }

  /// The file that writers lock.
  var lock: String { "\(folder)/.\(stem).lock" }

  /// A new name for a temporary file.
  func temporary() -> String {
    let digits = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    let padded = String(repeating: "0", count: Self.digitCount - digits.count) + digits
    return "\(folder)/.\(stem).\(padded)\(Self.temporaryEnding)"
  }

  /// The temporary files that are there; who holds the lock knows that nobody writes them any
  /// more.
  func leftTemporaries() -> [String] {
    let start = ".\(stem)."
    return ProfileFolder.names(in: folder).filter { name in
      guard name.hasPrefix(start), name.hasSuffix(Self.temporaryEnding) else { return false }
      let digits = name.dropFirst(start.count).dropLast(Self.temporaryEnding.count)
      return digits.utf8.count == Self.digitCount && digits.allSatisfy(\.isHexDigit)
    }
    .map { "\(folder)/\($0)" }
  }

  private static let digitCount = 8
  private static let temporaryEnding = ".tmp"

  /// The name, cut so that the endings fit within the 255 bytes of a name; two profiles of one
  /// stem only share a lock.
  private var stem: String {
    var stem = name
    while stem.utf8.count > 230 { stem.unicodeScalars.removeLast() }
    return stem
  }

  private static func resolved(_ path: String) throws(ProfileError) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return path }
      throw .system(action: "look at", path: path, number: errno)
    }
    guard status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let target = realpath(path, nil) else {
      if errno == ENOENT || errno == ELOOP { throw .danglingLink(path: path) }
      throw .system(action: "follow", path: path, number: errno)
    }
    defer { free(target) }
    return String(cString: target)
  }
}

/// The folders that profiles are in.
enum ProfileFolder {
  /// The names in a folder, without order; none when it cannot be read.
  static func names(in path: String) -> [String] { (try? readNames(in: path)) ?? [] }

  /// The same, with the reason; a folder that does not exist is empty.
  static func readNames(in path: String) throws(ProfileError) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return [] }
      throw .system(action: "read the folder", path: path, number: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(validating: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      // What is no UTF-8 is no profile's: sonde writes none.
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder with all above it, and sees that they are on the disk.
  static func make(_ path: String) throws(ProfileError) {
    if isFolder(path) { return }
    let parent = parent(of: path)
    if parent != path { try make(parent) }
    if mkdir(path, 0o755) != 0 {
      let number = errno
      if number == EEXIST && isFolder(path) { return }
      throw .system(action: "make the folder", path: path, number: number)
    }
    try synchronize(parent)
  }

  /// Whether it is a folder, or a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Sees that names in a folder are on the disk: fsync(2) of a file does not do that.
  static func synchronize(_ path: String) throws(ProfileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .system(action: "open the folder", path: path, number: errno)
    }
    defer { close(descriptor) }
    // Some file systems cannot, and say so with EINVAL.
    if fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP {
      throw .system(action: "write the folder", path: path, number: errno)
    }
  }

  /// The folder above; `/` and `.` are above themselves.
  static func parent(of path: String) -> String {
    var parts = path.split(separator: "/")
    let isAbsolute = path.hasPrefix("/")
    _ = parts.popLast()
    if parts.isEmpty { return isAbsolute ? "/" : "." }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}

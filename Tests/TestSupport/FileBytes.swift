internal import Glibc

/// A file or folder that a test needed and could not have.
package struct FileFailure: Error, CustomStringConvertible {
  package var path: String
  /// `errno` of the call that failed.
  package var number: Int32

  package init(path: String, number: Int32) {
    self.path = path
    self.number = number
  }

  package var description: String { "\(path): \(String(cString: strerror(number)))" }
}

/// All bytes of a file.
///
/// Files of `/proc` have no size, so it is read until its end.
///
/// - Throws: `FileFailure`.
package func readBytes(of path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFailure(path: path, number: errno) }
  defer { close(descriptor) }
  return try readToEnd(descriptor, path: path)
}

/// The file as UTF-8 text, damaged bytes replaced.
///
/// - Throws: `FileFailure`.
package func readText(of path: String) throws -> String {
  String(decoding: try readBytes(of: path), as: UTF8.self)
}

/// Creates or replaces a file.
///
/// - Throws: `FileFailure`.
package func write(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw FileFailure(path: path, number: errno) }
  defer { close(descriptor) }
  try writeAll(bytes, descriptor: descriptor, path: path)
}

/// Creates or replaces a file of UTF-8 text.
///
/// - Throws: `FileFailure`.
package func write(_ text: String, to path: String) throws {
  try write(Array(text.utf8), to: path)
}

/// Whether something has that path.
package func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The names in a folder without `.` and `..`, sorted; empty when it cannot be read.
package func namesInFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

func readToEnd(_ descriptor: Int32, path: String) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw FileFailure(path: path, number: errno) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

func writeAll(_ bytes: [UInt8], descriptor: Int32, path: String) throws {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw FileFailure(path: path, number: errno) }
    rest = rest.dropFirst(count)
  }
}

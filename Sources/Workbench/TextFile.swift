import Glibc

/// Why a text file cannot be read; one line that names the file.
package struct TextFileError: Error, CustomStringConvertible, Sendable {
  package var description: String
}

/// Reading files of C declarations that the user names.
package enum TextFile {
  /// Longer files are something else.
  package static let sizeLimit = 64 << 20

  /// The file's text.
  ///
  /// - Throws: ``TextFileError`` when it is not there, no regular file, too large or not UTF-8.
  package static func read(_ path: String) throws(TextFileError) -> String {
    try text(of: readBytes(path), path)
  }

  /// The file's bytes, which may be no text.
  ///
  /// - Throws: ``TextFileError`` when it is not there, no regular file or too large.
  static func readBytes(
    _ path: String, atMost limit: Int = sizeLimit
  ) throws(TextFileError) -> [UInt8] {
    // Opening a named pipe would otherwise wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw failure(path, "not a regular file; expected a file of C declarations")
    }
    guard facts.st_size <= limit else { throw failure(path, "longer than \(limit) bytes") }
    return try bytes(of: descriptor, path, expected: Int(facts.st_size))
  }

  /// What a file of the kernel says, which has no size of its own.
  static func readSpecial(_ path: String) throws(TextFileError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    return try text(of: bytes(of: descriptor, path), path)
  }

  /// All that standard input has.
  ///
  /// - Throws: ``TextFileError`` when it is too long or not UTF-8.
  package static func readStandardInput() throws(TextFileError) -> String {
    try text(of: readStandardInputBytes(), "standard input")
  }

  /// The same as bytes, which may be no text.
  ///
  /// - Throws: ``TextFileError`` when it is too long.
  static func readStandardInputBytes() throws(TextFileError) -> [UInt8] {
    try bytes(of: 0, "standard input")
  }

  /// Bytes as text.
  static func text(of bytes: [UInt8], _ path: String) throws(TextFileError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw failure(path, "not UTF-8 text; expected a file of C declarations")
    }
    return text
  }

  private static func bytes(
    of descriptor: Int32, _ path: String, expected: Int = 0
  ) throws(TextFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
      guard bytes.count <= sizeLimit else { throw failure(path, "longer than \(sizeLimit) bytes") }
    }
    return bytes
  }

  /// The path of a regular file from the root on; nil when there is none.
  package static func absolutePath(ofFile path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      let found = realpath(path, nil)
    else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func failure(_ path: String, _ reason: String) -> TextFileError {
    TextFileError(description: "\(path): \(reason)")
  }
}

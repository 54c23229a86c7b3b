internal import DebugInfo
package import ELFModel
internal import Glibc

/// The source lines of a library's code, with their text where the sources are on this machine.
///
/// Opened once, then asked for many functions; not shared between threads.
package final class CodeSources {
  /// Source files together longer than this are named only.
  private static let mostBytes = 64 << 20
  /// What is shown of a line, in characters.
  private static let mostCharacters = 200

  private let library: String
  private let lines: SourceLines
  private var files: [String: SourceText?] = [:]
  private var bytesLeft = CodeSources.mostBytes

  /// Opens a library's debug information, wherever it lies.
  ///
  /// - Returns: nil when the file cannot be opened, or is an object file, whose sections all begin
  ///   at the same address.
  package init?(_ image: ELFImage) {
    guard !image.header.isRelocatable, let lines = try? SourceLines(path: image.path) else {
      return nil
    }
    library = image.path
    self.lines = lines
  }

  /// Adds to the code of a function where it comes from.
  package func annotate(_ listing: inout CodeListing) {
    let found = self.lines(of: listing)
    listing.add(found.lines, notes: found.notes)
  }

  /// The source lines of a function's instructions.
  ///
  /// - Returns: one an instruction, nil where none is known; and what a reader has to know.
  func lines(of listing: CodeListing) -> (lines: [SourceLine?], notes: [String]) {
    var places: [SourceLine?] = []
    var named: Set<String> = []
    for line in listing.lines {
      guard let place = lines.place(at: line.instruction.address) else {
        places.append(nil)
        continue
      }
      named.insert(place.file)
      places.append(
        SourceLine(file: place.file, line: place.line, text: text(of: place)))
    }
    let newer = named.filter { files[$0]??.isNewer == true }.sorted()
    return (
      places, newer.map { "\($0) is newer than the library: its lines may have moved" }
    )
  }

  private func text(of place: SourcePlace) -> String? {
    let source = files[place.file] ?? read(place.file)
    files[place.file] = .some(source)
    guard let line = source?.line(place.line) else { return nil }
    // A tab is what a blank is; everything else that could drive a terminal is spelled out.
    let plain = line.map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    let trimmed = plain.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
    return String(escaping: trimmed.prefix(Self.mostCharacters))
  }

  private func read(_ file: String) -> SourceText? {
    for path in places(of: file) {
      guard let bytes = try? TextFile.readBytes(path, atMost: bytesLeft) else { continue }
      bytesLeft -= bytes.count
      return SourceText(bytes, isNewer: isNewer(path))
    }
    return nil
  }

  /// Where a source file can be: builds that can be repeated name it from a folder of their own.
  private func places(of file: String) -> [String] {
    guard !file.hasPrefix("/") else { return [file] }
    let folder = library.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let base = folder.isEmpty ? "." : folder
    return [file, "\(base)/\(file)", "\(base)/../\(file)"]
  }

  private func isNewer(_ path: String) -> Bool {
    var source = stat()
    var own = stat()
    guard stat(path, &source) == 0, stat(library, &own) == 0 else { return false }
    return (source.st_mtim.tv_sec, source.st_mtim.tv_nsec)
      > (own.st_mtim.tv_sec, own.st_mtim.tv_nsec)
  }
}

/// A source file, cut into lines.
private struct SourceText {
  private let bytes: [UInt8]
  private let starts: [Int]
  let isNewer: Bool

  init(_ bytes: [UInt8], isNewer: Bool) {
    self.bytes = bytes
    self.isNewer = isNewer
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// A line, counted from 1; nil behind the last one.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number > 0, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    return bytes[starts[number - 1]..<max(starts[number - 1], end)]
  }
}

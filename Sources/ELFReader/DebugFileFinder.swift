internal import CElf
internal import ELFModel
internal import Glibc

/// What debug information a file has, in itself or beside it (gdb manual, "Debugging Information in
/// Separate Files").
///
/// libdwfl would find the same files, but it maps them, and touching a mapping of a file that
/// shrinks meanwhile ends the program; `sonde info` has to survive any file.
enum DebugFileFinder {
  static func debugInformation(
    of file: ELFFile, _ names: [String], buildID: String?
  ) -> DebugInformation {
    var found = DebugInformation()
    for (index, name) in names.enumerated() where file.sections[index].isInFile {
      if name.hasPrefix(".debug_") || name.hasPrefix(".zdebug_") { found.sections.append(name) }
      if name == ".gnu_debugdata" { found.hasMiniDebugInformation = true }
    }
    let link = DebugLink(in: file, names)
    found.linkName = link?.name
    found.hasDWARF = found.sections.contains { $0.hasSuffix("debug_info") }
    for candidate in candidates(file.input.path, buildID: buildID, link: link) {
      guard let other = separateFile(candidate, of: file) else { continue }
      found.separateFile = candidate
      found.separateFileIsForeign = !belongs(other, buildID: buildID, link)
      if !found.separateFileIsForeign { break }
    }
    return found
  }

  /// The separate debug file of the same build; nil when none is installed.
  static func separateFile(of file: ELFFile) -> ELFFile? {
    let buildID = BuildID.find(in: file)
    let link = DebugLink(in: file, file.sectionNames())
    for candidate in candidates(file.input.path, buildID: buildID, link: link) {
      if let other = separateFile(candidate, of: file), belongs(other, buildID: buildID, link) {
        return other
      }
    }
    return nil
  }

  private static func separateFile(_ path: String, of file: ELFFile) -> ELFFile? {
    guard path != file.input.path, access(path, R_OK) == 0, let other = try? ELFFile(path: path),
      other.header.machine == file.header.machine, other.header.bits == file.header.bits
    else { return nil }
    return other
  }

  /// Build ids are compared where both have one; else the link's checksum of the whole file.
  private static func belongs(_ other: ELFFile, buildID: String?, _ link: DebugLink?) -> Bool {
    if let buildID, let otherID = BuildID.find(in: other) { return buildID == otherID }
    guard let checksum = link?.checksum else { return false }
    return Checksum.crc32(of: other.input) == checksum
  }

  private static func candidates(
    _ path: String, buildID: String?, link: DebugLink?
  ) -> [String] {
    var candidates: [String] = []
    if let buildID, buildID.utf8.count > 2 {
      candidates.append(
        "/usr/lib/debug/.build-id/\(buildID.prefix(2))/\(buildID.dropFirst(2)).debug")
    }
    // A name with slashes would lead out of the folders that are meant.
    if let name = link?.name, !name.contains("/") {
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      candidates += ["\(folder)/\(name)", "\(folder)/.debug/\(name)"]
      if let real = realFolder(folder) { candidates.append("/usr/lib/debug\(real)/\(name)") }
    }
    return candidates
  }

  private static func realFolder(_ folder: String) -> String? {
    guard let real = realpath(folder.isEmpty ? "/" : folder, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// `.gnu_debuglink`: the name of the debug file, padded to four bytes, and its checksum.
struct DebugLink {
  let name: String
  /// The CRC-32 of the whole debug file; nil when it is cut off.
  let checksum: UInt32?

  init?(in file: ELFFile, _ names: [String]) {
    guard let index = names.firstIndex(of: ".gnu_debuglink") else { return nil }
    let fields = file.fields(in: file.range(of: file.sections[index]).prefix(4096))
    let link = fields.bytes.prefix { $0 != 0 }
    guard !link.isEmpty else { return nil }
    name = String(escaping: link)
    checksum = fields.u32(at: (link.count + 4) & ~3)
  }
}

/// The checksum of `.gnu_debuglink`: CRC-32 as in ISO 3309, the one of zip and PNG.
enum Checksum {
  static func crc32(of input: InputFile) -> UInt32 {
    var checksum = UInt32.max
    var offset = 0
    while offset < input.size {
      let bytes = input.bytes(in: offset..<min(input.size, offset + (1 << 16)))
      guard !bytes.isEmpty else { break }
      for byte in bytes {
        checksum = table[Int((checksum ^ UInt32(byte)) & 0xff)] ^ (checksum >> 8)
      }
      offset += bytes.count
    }
    return ~checksum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xedb8_8320 : value >> 1
    }
  }
}

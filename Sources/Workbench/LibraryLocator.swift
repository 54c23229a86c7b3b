internal import ELFReader
internal import Glibc

/// No file and no library answers to a name.
package struct LibraryNotFound: Error, Hashable, CustomStringConvertible {
  package let name: String
  /// A library whose name is nearly that.
  package let suggestion: String?
  /// What the file of that name asks for, when it is a linker script.
  package let scriptInputs: [String]

  init(name: String, suggestion: String? = nil, scriptInputs: [String] = []) {
    self.name = name
    self.suggestion = suggestion
    self.scriptInputs = scriptInputs
  }

  /// One line, ready to follow `sonde: `.
  package var description: String {
    if !scriptInputs.isEmpty {
      return "\(name): is a linker script; nothing that it names is a library here: "
        + scriptInputs.prefix(4).joined(separator: ", ") + (scriptInputs.count > 4 ? ", …" : "")
    }
    return
      "\(name): no such file, and no library of that name in LD_LIBRARY_PATH, ld.so.cache or the "
      + "default folders" + (suggestion.map { "; did you mean \($0)?" } ?? "")
  }
}

/// Finds the file that a FILE argument means.
package enum LibraryLocator {
  /// The path of a library.
  ///
  /// It is, in this order: the argument itself when it has a slash or is a file here; the file that
  /// the dynamic loader would take for that name (`ld.so(8)`: `LD_LIBRARY_PATH`, `ld.so.cache`,
  /// default folders); for short names (`z`, `m`, `c`), what the linker would take for `-lz`, else
  /// the newest `libz.so.*`. GNU ld scripts are followed.
  ///
  /// A path that does not exist is returned as it is, for the reader to report.
  package static func locate(_ argument: String) throws(LibraryNotFound) -> String {
    try Search().locate(argument)
  }
}

/// One look-up, with the places it looks in.
private final class Search {
  private let libraryPath: [String]
  /// Read when it is first asked, which a path never does.
  private lazy var cache = LoaderCache(Self.contents(of: "/etc/ld.so.cache", upTo: 1 << 26) ?? [])

  /// A script may name another script, or itself by way of `-l`, but not without end.
  private var scriptsLeft = 32

  init() {
    let variable = getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? ""
    libraryPath =
      variable.isEmpty
      ? []
      : variable.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == ";" }
        .map { $0.isEmpty ? "." : String($0) }
  }

  func locate(_ argument: String) throws(LibraryNotFound) -> String {
    if argument.contains("/") || argument.hasSuffix(".a)") || argument.hasSuffix(".o)")
      || Self.isFile(argument)
    {
      if let path = followingScripts(argument) { return path }
      guard let script = Self.script(argument) else { return argument }
      throw LibraryNotFound(name: argument, scriptInputs: script.inputs)
    }
    if let path = asLoader(argument) ?? asLinker(argument) { return path }
    // A folder here is no library, but it is what the name means: the reader says so.
    if access(argument, F_OK) == 0 { return argument }
    throw LibraryNotFound(name: argument, suggestion: suggestion(for: argument))
  }

  /// What `dlopen(name)` would open.
  private func asLoader(_ name: String) -> String? {
    guard !name.isEmpty else { return nil }
    if let path = firstFile(name, in: libraryPath) { return path }
    if let path = cache.path(of: name), Self.isFile(path) { return path }
    return firstFile(name, in: Self.defaultFolders)
  }

  /// What `cc -lname` would link, else the newest version installed.
  private func asLinker(_ name: String) -> String? {
    guard !name.isEmpty else { return nil }
    let stem = name.hasPrefix("lib") && name.count > 3 ? [name, "lib\(name)"] : ["lib\(name)"]
    for stem in stem {
      if let path = asLoader("\(stem).so") { return path }
      let prefix = "\(stem).so."
      let versions = cache.entries.filter { $0.name.hasPrefix(prefix) && Self.isFile($0.path) }
      if let newest = versions.max(by: { Self.isOlder($0.name, $1.name) }) { return newest.path }
    }
    return nil
  }

  private func firstFile(_ name: String, in folders: [String]) -> String? {
    for folder in folders {
      let path = "\(folder)/\(name)"
      guard Self.isFile(path) else { continue }
      if Self.isNativeLibrary(path) { return path }
      if let target = followingScripts(path) { return target }
    }
    return nil
  }

  private static func script(_ path: String) -> LinkerScript? {
    guard isFile(path), startsAsText(path) else { return nil }
    return contents(of: path, upTo: LinkerScript.mostBytes + 1).flatMap { LinkerScript($0) }
  }

  /// The first shared object that a GNU ld script names, else the first static archive, as in
  /// glibc's `libm.a`; nil when the file is no script or nothing of it is there.
  private func followingScripts(_ path: String) -> String? {
    guard scriptsLeft > 0, let script = Self.script(path) else { return nil }
    scriptsLeft -= 1
    var archive: String?
    for input in script.inputs {
      let candidate: String?
      if input.hasPrefix("-l") {
        candidate = asLinker(String(input.dropFirst(2)))
      } else if input.contains("/") {
        candidate = input
      } else {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let beside = "\(folder)/\(input)"
        candidate = Self.isFile(beside) ? beside : asLoader(input)
      }
      guard let candidate else { continue }
      if let target = followingScripts(candidate) { return target }
      if Self.isNativeLibrary(candidate, ofAnyMachine: true) { return candidate }
      if archive == nil, Self.contents(of: candidate, upTo: 8) == Array("!<arch>\n".utf8) {
        archive = candidate
      }
    }
    return archive
  }

  private static var defaultFolders: [String] {
    #if arch(x86_64)
    let machine = "x86_64-linux-gnu"
    #elseif arch(arm64)
    let machine = "aarch64-linux-gnu"
    #elseif arch(riscv64)
    let machine = "riscv64-linux-gnu"
    #elseif arch(s390x)
    let machine = "s390x-linux-gnu"
    #elseif arch(powerpc64le)
    let machine = "powerpc64le-linux-gnu"
    #else
    let machine = "i386-linux-gnu"
    #endif
    return [
      "/lib/\(machine)", "/usr/lib/\(machine)", "/lib64", "/usr/lib64", "/lib", "/usr/lib",
    ]
  }

  private static func isFile(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
  }

  /// An ELF file of the machine that runs; the loader skips others and goes on.
  private static func isNativeLibrary(_ path: String, ofAnyMachine: Bool = false) -> Bool {
    guard let start = contents(of: path, upTo: 20), start.count == 20,
      start.starts(with: [0x7f, 0x45, 0x4c, 0x46])
    else { return false }
    if ofAnyMachine { return true }
    guard let own = contents(of: "/proc/self/exe", upTo: 20), own.count == 20 else { return true }
    // Class, byte order, machine.
    return start[4...5] == own[4...5] && start[18...19] == own[18...19]
  }

  private static func startsAsText(_ path: String) -> Bool {
    guard let start = contents(of: path, upTo: 64), !start.isEmpty else { return false }
    return start.allSatisfy { $0 >= 0x20 && $0 != 0x7f || (0x09...0x0d).contains($0) }
  }

  private static func contents(of path: String, upTo limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    // Some files, such as those of /proc, have a size of 0 but contents.
    let size = facts.st_size > 0 ? min(Int(facts.st_size), limit) : limit
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        count += got
      }
    }
  }

  /// Compares `libx.so.1.10` and `libx.so.1.9` by their numbers.
  private static func isOlder(_ left: String, _ right: String) -> Bool {
    func numbers(_ name: String) -> [Int] {
      name.split { !$0.isASCII || !$0.isNumber }.map { Int($0) ?? 0 }
    }
    return numbers(left).lexicographicallyPrecedes(numbers(right))
  }

  /// The cached library whose name differs by the fewest letters, if by no more than two.
  private func suggestion(for name: String) -> String? {
    guard name.utf8.count >= 3, name.utf8.count <= 256 else { return nil }
    let wanted = Array(name.utf8)
    var best: (name: String, distance: Int)?
    for entry in cache.entries {
      let known = Array(entry.name.utf8)
      guard abs(known.count - wanted.count) <= 2 else { continue }
      let distance = Self.distance(wanted, known)
      if distance <= min(2, wanted.count / 3), distance < best?.distance ?? 3 {
        best = (entry.name, distance)
      }
    }
    return best?.name
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[right.count]
  }
}

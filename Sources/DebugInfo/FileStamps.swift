internal import CDwarf
internal import Glibc

/// The files that libdwfl has mapped for one module, and how they were then.
///
/// libdwfl maps files, and a copy of them all would cost more than all else that is done with them.
/// What can happen to a mapping is met in two ways: the handler in `CDwarf` puts zeros where a file
/// became shorter, and whoever asks a reader looks here first whether the file was written anew.
struct FileStamps {
  private struct Stamp: Equatable {
    var device: UInt64
    var node: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init?(_ path: String) {
      var found = stat()
      guard stat(path, &found) == 0 else { return nil }
      device = UInt64(found.st_dev)
      node = UInt64(found.st_ino)
      size = Int(found.st_size)
      seconds = found.st_mtim.tv_sec
      nanoseconds = found.st_mtim.tv_nsec
    }
  }

  private var stamps: [(path: String, stamp: Stamp)] = []

  init(of module: OpaquePointer) {
    var main: UnsafePointer<CChar>?
    var debug: UnsafePointer<CChar>?
    dwfl_module_info(module, nil, nil, nil, nil, nil, &main, &debug)
    for path in [main, debug] {
      guard let path = path.map({ String(cString: $0) }), let stamp = Stamp(path) else { continue }
      stamps.append((path, stamp))
    }
  }

  init(path: String) {
    if let stamp = Stamp(path) { stamps = [(path, stamp)] }
  }

  /// A file that is gone still can be read: the mapping keeps it.
  var haveChanged: Bool {
    stamps.contains { path, stamp in Stamp(path).map { $0 != stamp } ?? false }
  }
}

/// Whether files became shorter while this thread read from their mappings.
struct ShrinkWatch {
  private let before = cdwarf_watch_pages()

  var isCut: Bool { cdwarf_watch_pages() != before }
}

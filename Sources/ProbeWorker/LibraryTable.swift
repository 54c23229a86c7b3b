import CProbe
import Glibc
import ProbeWire

/// The libraries opened so far, by number.
struct LibraryTable {
  // An address as an integer: a handle from dlopen is never dereferenced here.
  private var handles: [UInt] = []

  /// What `dlopen` gave.
  enum Opening {
    case opened(UInt)
    /// In the dynamic linker's words.
    case failed(String)
  }

  /// `dlopen`.
  ///
  /// Functions are bound when first called, so that a library with one missing dependency can still
  /// be used for the rest.
  static func open(_ path: String, isGlobal: Bool) -> Opening {
    let flags = RTLD_LAZY | (isGlobal ? RTLD_GLOBAL : RTLD_LOCAL)
    guard let handle = cprobe_open(path, flags) else {
      return .failed(takeError() ?? "dlopen failed without saying why")
    }
    return .opened(UInt(bitPattern: handle))
  }

  /// Keeps a handle and numbers it.
  mutating func add(_ handle: UInt) -> UInt32 {
    handles.append(handle)
    return UInt32(handles.count - 1)
  }

  /// The handle behind a number; nil when there is none.
  func handle(of library: UInt32) -> UInt? {
    library < handles.count ? handles[Int(library)] : nil
  }

  /// `dlsym` or `dlvsym`; an IFUNC gives what its resolver chooses, as for any program.
  static func resolve(_ symbol: String, version: String?, in handle: UInt?) -> ProbeReply {
    guard let handle = handle.flatMap({ UnsafeMutableRawPointer(bitPattern: $0) }) else {
      return .refused("no library has that number")
    }
    _ = takeError()
    let address = cprobe_symbol(handle, symbol, version)
    // A symbol may have the value 0; only the message tells that from failure (dlsym(3)).
    if let message = takeError() { return .refused(message) }
    // libc's malloc, asked for by name, is in every program the one that the program puts before it.
    return .resolved(address: cprobe_interposed(UInt64(UInt(bitPattern: address))))
  }

  /// What the dynamic linker has to say, and no trace of it.
  ///
  /// dlerror(3) keeps its text, which is in the probe's own memory, until the family is called
  /// again: that is here, and not by called code, which must not free it.
  private static func takeError() -> String? {
    let message = dlerror().map { String(cString: $0) }
    _ = dlerror()
    return message
  }
}

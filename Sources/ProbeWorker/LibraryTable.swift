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
      return .failed(
        dlerror().map { String(cString: $0) } ?? "dlopen failed without saying why")
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
    _ = dlerror()
    let address = cprobe_symbol(handle, symbol, version)
    // A symbol may have the value 0; only the message tells that from failure (dlsym(3)).
    if let message = dlerror() { return .refused(String(cString: message)) }
    // libc's malloc, asked for by name, is in every program the one that the program puts before it.
    return .resolved(address: cprobe_interposed(UInt64(UInt(bitPattern: address))))
  }
}

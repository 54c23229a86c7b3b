import CProbe
import Glibc
import ProbeWire

/// The libraries opened so far, by number.
struct LibraryTable {
  // An address as an integer: a handle from dlopen is never dereferenced here.
  private var handles: [UInt] = []

  /// `dlopen`.
  ///
  /// Functions are bound when first called, so that a library with one missing dependency can still
  /// be used for the rest.
  mutating func load(_ path: String, isGlobal: Bool) -> ProbeReply {
    let flags = RTLD_LAZY | (isGlobal ? RTLD_GLOBAL : RTLD_LOCAL)
    guard let handle = cprobe_open(path, flags) else { return .refused(Self.linkerMessage()) }
    handles.append(UInt(bitPattern: handle))
    return .loaded(library: UInt32(handles.count - 1))
  }

  /// `dlsym` or `dlvsym`; an IFUNC gives what its resolver chooses, as for any program.
  func resolve(_ symbol: String, version: String?, in library: UInt32) -> ProbeReply {
    guard library < handles.count,
      let handle = UnsafeMutableRawPointer(bitPattern: handles[Int(library)])
    else { return .refused("no library has the number \(library)") }
    _ = dlerror()
    let address = cprobe_symbol(handle, symbol, version)
    // A symbol may have the value 0; only the message tells that from failure (dlsym(3)).
    if let message = dlerror() { return .refused(String(cString: message)) }
    return .resolved(address: UInt64(UInt(bitPattern: address)))
  }

  private static func linkerMessage() -> String {
    dlerror().map { String(cString: $0) } ?? "dlopen failed without saying why"
  }
}

internal import CDemangle

/// Turns mangled C++ (Itanium), Rust, D, Swift and Ada names into what their authors wrote, through
/// libiberty and the Swift runtime.
package struct NameDemangler: ~Copyable {
  /// Names longer than this are shown as they are; libiberty itself stops near 1,024 bytes for
  /// C++, so that no name can exhaust the stack.
  package static let longestName = 65_536
  /// A demangled form beyond this is given up: a short hostile name can ask for gigabytes.
  package static let longestResult = 131_072

  /// Allocated for the first name that looks mangled.
  private var result: UnsafeMutableBufferPointer<CChar>?
  private var input: [CChar] = []

  /// The library is written in Ada, whose names look like C's.
  private let isAda: Bool

  package init(isAda: Bool = false) { self.isAda = isAda }

  deinit { result?.deallocate() }

  private enum Scheme {
    case libiberty
    case swift
    case ada
  }

  /// Judges by how a name starts.
  ///
  /// libiberty's do with `_Z`, `_R`, `_D` and `_GLOBAL_`, Swift's with `$s` or `$S`, with an
  /// underscore or without. Names of Ada hold `__` or start with `_ada_`.
  private func scheme(of name: UnsafeBufferPointer<UInt8>) -> Scheme? {
    guard name.count > 2 else { return nil }
    if name[0] == 0x5f {
      switch name[1] {
      case 0x5a, 0x52, 0x44, 0x47: return .libiberty
      case 0x24 where name[2] | 0x20 == 0x73: return .swift
      default: break
      }
    } else if name[0] == 0x24, name[1] | 0x20 == 0x73 {
      return .swift
    }
    return isAda && Self.couldBeAda(name) ? .ada : nil
  }

  private static func couldBeAda(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if name.starts(with: "_ada_".utf8) { return true }
    // What starts with underscores is the run-time system's own, in C.
    guard name[0] != 0x5f else { return false }
    return name.indices.dropLast().contains { name[$0] == 0x5f && name[$0 + 1] == 0x5f }
  }

  /// Calls `body` with the bytes of the demangled form, which are gone afterwards.
  /// - Returns: what `body` returns; nil, without calling it, when the name is not mangled or
  ///   cannot be demangled within the limits.
  package mutating func withDemangled<R>(
    _ name: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R? {
    // Decided before anything is allocated: most names are not mangled.
    guard let scheme = scheme(of: name), name.count <= Self.longestName else { return nil }
    let result =
      self.result ?? UnsafeMutableBufferPointer<CChar>.allocate(capacity: Self.longestResult)
    self.result = result
    guard let out = result.baseAddress else { return nil }
    input.removeAll(keepingCapacity: true)
    for byte in name { input.append(CChar(bitPattern: byte)) }
    input.append(0)
    let length =
      switch scheme {
      case .libiberty: cdemangle_demangle(input, out, result.count)
      case .swift: cdemangle_demangle_swift(input, out, result.count)
      case .ada: cdemangle_demangle_ada(input, out, result.count)
      }
    guard length > 0 else { return nil }
    return UnsafeRawBufferPointer(start: out, count: length)
      .withMemoryRebound(to: UInt8.self) { body($0) }
  }

  /// The demangled form of one name, escaped for a terminal; nil when there is none.
  package mutating func demangle(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { bytes in
      withDemangled(bytes) { String(decoding: $0, as: UTF8.self) }
    }
  }
}

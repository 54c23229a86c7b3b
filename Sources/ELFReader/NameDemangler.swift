internal import CDemangle

/// Turns mangled C++ (Itanium), Rust and D names into what their authors wrote, through libiberty.
package struct NameDemangler: ~Copyable {
  /// Names longer than this are shown as they are; libiberty itself stops near 1,024 bytes for
  /// C++, so that no name can exhaust the stack.
  package static let longestName = 65_536
  /// A demangled form beyond this is given up: a short hostile name can ask for gigabytes.
  package static let longestResult = 131_072

  /// Allocated for the first name that looks mangled.
  private var result: UnsafeMutableBufferPointer<CChar>?
  private var input: [CChar] = []

  package init() {}

  deinit { result?.deallocate() }

  /// Starts like a name that could be demangled (`_Z`, `_R`, `_D`, `_GLOBAL_`).
  package static func couldBeMangled(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 2, name[0] == 0x5f else { return false }
    let second = name[1]
    return second == 0x5a || second == 0x52 || second == 0x44 || second == 0x47
  }

  /// Calls `body` with the bytes of the demangled form, which are gone afterwards.
  /// - Returns: what `body` returns; nil, without calling it, when the name is not mangled or
  ///   cannot be demangled within the limits.
  package mutating func withDemangled<R>(
    _ name: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R? {
    guard Self.couldBeMangled(name), name.count <= Self.longestName else { return nil }
    let result =
      self.result ?? UnsafeMutableBufferPointer<CChar>.allocate(capacity: Self.longestResult)
    self.result = result
    guard let out = result.baseAddress else { return nil }
    input.removeAll(keepingCapacity: true)
    for byte in name { input.append(CChar(bitPattern: byte)) }
    input.append(0)
    let length = cdemangle_demangle(input, out, result.count)
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

import Synchronization

/// Demangles names wherever it is asked from.
package final class SharedDemangler: Sendable {
  private let demangler = Mutex(SymbolDemangler())

  package init() {}

  /// The form of a mangled name that people read; nil when there is none, and for bytes that are
  /// not UTF-8.
  package func demangle(_ name: ArraySlice<UInt8>) -> String? {
    guard let text = String(validating: name, as: UTF8.self) else { return nil }
    return demangler.withLock { $0.demangle(text) }
  }
}

package import DebugInfo
internal import ELFReader

/// The stack of a crashed process, as people read it.
package enum ProcessStack {
  /// One function of it, the innermost first in a list of them.
  package struct Frame: Sendable, Hashable {
    /// Its name as written in the source: demangled; nil when nothing names it.
    package var function: String?
    /// The path of the file that holds its code.
    package var library: String?
    /// Bytes from the function's start, or from the library's when the function has no name; nil
    /// for inlined functions.
    package var offset: UInt64?
    /// Its source line, where debug information tells it.
    package var source: SourcePlace?
    /// Where execution stands or returns to.
    package var programCounter: UInt64
    /// The same as the library's own symbols and disassembly count it.
    package var libraryAddress: UInt64?
    package var isInlined: Bool
  }

  /// Walks the stack of a process that stands still in its crash handler.
  ///
  /// - Throws: `DebugInfoError` when the process cannot be looked at.
  package static func frames(
    ofProcess process: Int32, registers: StoppedRegisters, limit: Int = Backtrace.mostFrames
  ) throws(DebugInfoError) -> [Frame] {
    var demangler = NameDemangler()
    return try Backtrace.frames(ofProcess: process, registers: registers, limit: limit).map {
      let name = $0.symbol.map { demangler.demangle($0) ?? $0 }
      return Frame(
        function: name, library: $0.library,
        offset: $0.isInlined ? nil : $0.symbolOffset ?? $0.libraryAddress, source: $0.source,
        programCounter: $0.programCounter, libraryAddress: $0.libraryAddress,
        isInlined: $0.isInlined)
    }
  }
}

internal import CDwarf

/// The source lines of one file's code, wherever its debug information lies.
///
/// Opened once, then asked for many addresses; not shared between threads.
package final class SourceLines {
  private let session: DwflSession
  private let lookup: ModuleLookup
  private let bias: UInt64
  /// Nothing more is told of a file that became shorter.
  private var isCut = false

  /// Opens a library; that it has no debug information shows in the answers only.
  ///
  /// - Throws: `DebugInfoError` when the file cannot be opened.
  package init(path: String) throws(DebugInfoError) {
    // Opening reads of the file already.
    let watch = ShrinkWatch()
    session = try DwflSession(path: path)
    guard let module = session.onlyModule else {
      throw .unreadable(path: path, reason: "no single ELF file")
    }
    lookup = ModuleLookup(module)
    var bias: UInt64 = 0
    guard dwfl_module_getelf(module, &bias) != nil else {
      throw .unreadable(path: path, reason: libdwflMessage())
    }
    self.bias = bias
    isCut = watch.isCut
  }

  /// The line that the instruction at an address of the file comes from.
  package func place(at address: UInt64) -> SourcePlace? {
    unlessCut { lookup.source(at: address &+ bias) }
  }

  /// The symbol that covers an address of the file, and how far from its start that is.
  package func symbol(at address: UInt64) -> (name: String, offset: UInt64)? {
    unlessCut { lookup.symbol(at: address &+ bias) }
  }

  private func unlessCut<Answer>(_ look: () -> Answer?) -> Answer? {
    let watch = ShrinkWatch()
    guard !isCut else { return nil }
    let answer = look()
    isCut = watch.isCut
    return isCut ? nil : answer
  }
}

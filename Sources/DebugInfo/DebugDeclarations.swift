package import CLanguage
internal import Synchronization

/// A function of the library by its symbol.
package struct FunctionSymbol: Hashable, Sendable {
  package var name: String
  /// The symbol's value; nil looks for the name alone.
  package var address: UInt64?
  /// `STT_GNU_IFUNC`: the address is that of a function which gives back the function's.
  package var isIndirect: Bool

  package init(name: String, address: UInt64?, isIndirect: Bool = false) {
    self.name = name
    self.address = address
    self.isIndirect = isIndirect
  }
}

/// A prototype that debug information gives, or why it gives none.
package struct DebugPrototype: Hashable, Sendable {
  package var name: String
  /// The prototype as C, without semicolon; nil when there is none that could be relied on.
  package var text: String?
  /// Why there is none; follows the name.
  package var refusal: String?
  /// Where the function is defined.
  package var source: SourcePlace?

  init(name: String, refusal: String? = nil) {
    self.name = name
    self.refusal = refusal
  }
}

/// What came of declaring functions.
package struct DeclaredFunctions: Sendable {
  /// Over the header that was given, or the same.
  package var header: CHeader
  package var isChanged: Bool
  /// Why debug information describes a function and gives no prototype, by name.
  package var refusals: [String: String]
}

/// What the debug information of one library says of its functions, variables and types.
///
/// Opened when it is first asked; the index of all names is made when one is asked for that its
/// address does not lead to. May be asked from any thread.
package final class DebugDeclarations: Sendable {
  private let state: Mutex<LazyReader>

  /// - Parameter path: the library, not its debug file.
  package init(path: String) { state = Mutex(LazyReader(path: path)) }

  /// Whether there is any.
  package var isPresent: Bool { state.withLock { (try? $0.ask { _ in }) != nil } }

  /// Opens it.
  ///
  /// - Throws: `DebugInfoError` when there is none or it cannot be read.
  package func open() throws(DebugInfoError) {
    try state.withLock { state throws(DebugInfoError) in try state.ask { _ in } }
  }

  /// The prototypes of functions, types not read where their names suffice.
  ///
  /// - Parameters:
  ///   - symbols: functions that the library exports.
  ///   - others: also what debug information defines for other files of the library.
  /// - Returns: one of each name, sorted by it; functions that debug information does not know
  ///   are left out.
  /// - Throws: `DebugInfoError` when there is no debug information.
  package func prototypes(
    of symbols: [FunctionSymbol], others: Bool
  ) throws(DebugInfoError) -> [DebugPrototype] {
    try state.withLock { state throws(DebugInfoError) in
      try state.ask { $0.prototypes(of: symbols, others: others) }
    }
  }

  /// Declares functions with all types that they need.
  ///
  /// - Parameters:
  ///   - symbols: the functions.
  ///   - header: what is known already, and stays as it is.
  /// - Returns: a header over it.
  package func declaring(
    functions symbols: [FunctionSymbol], over header: CHeader
  ) -> DeclaredFunctions {
    state.withLock { state in
      (try? state.ask { $0.declaring(functions: symbols, over: header) })
        ?? DeclaredFunctions(header: header, isChanged: false, refusals: [:])
    }
  }

  /// Declares variables with all types that they need; those that are not known are left out.
  package func declaring(variables names: [String], over header: CHeader) -> CHeader {
    state.withLock { state in
      (try? state.ask { $0.declaring(variables: names, over: header) }) ?? header
    }
  }

  /// What of it could not be read so far, in sentences for people; empty when there is none.
  package func notes() -> [String] {
    state.withLock { state in (try? state.ask { $0.notes() }) ?? [] }
  }

  /// The names of all types that are defined, without namespaces.
  package func typeNames() -> Set<String> {
    state.withLock { state in (try? state.ask { $0.typeNames() }) ?? [] }
  }

  /// Declares types.
  ///
  /// - Parameters:
  ///   - names: tags and typedef names; nil for all types that are defined.
  ///   - header: what is known already, and stays as it is.
  /// - Returns: a header over it.
  package func declaring(types names: [String]?, over header: CHeader) -> CHeader {
    state.withLock { state in
      (try? state.ask { $0.declaring(types: names, over: header) }) ?? header
    }
  }
}

/// Opens once, remembers that there was nothing, and opens anew what was written anew.
private struct LazyReader {
  let path: String
  private var opened: Result<DebugReader, DebugInfoError>?
  /// The library when there was nothing.
  private var failed: FileStamps?

  init(path: String) { self.path = path }

  /// Asks the reader; what it read while the file became shorter does not count.
  mutating func ask<Answer>(_ question: (DebugReader) -> Answer) throws(DebugInfoError) -> Answer {
    let watch = ShrinkWatch()
    let answer = question(try reader())
    if watch.isCut {
      opened = nil
      throw .changed(path: path)
    }
    return answer
  }

  private mutating func reader() throws(DebugInfoError) -> DebugReader {
    switch opened {
    case .success(let reader): if reader.file.isStale { opened = nil }
    case .failure: if failed?.haveChanged == true { opened = nil }
    case nil: break
    }
    if let opened { return try opened.get() }
    failed = FileStamps(path: path)
    let result: Result<DebugReader, DebugInfoError>
    do throws(DebugInfoError) {
      result = .success(DebugReader(try DwarfFile(path: path)))
    } catch {
      result = .failure(error)
    }
    opened = result
    return try result.get()
  }
}

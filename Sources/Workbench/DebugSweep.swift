package import CLanguage
import DebugInfo
import ELFModel

/// What debug information says of a whole library, read some functions at a time.
struct DebugSweep {
  private var header: CHeader
  private let information: DebugDeclarations
  private let symbols: [FunctionSymbol]
  private let variables: [String]
  /// How many functions were read; one more when variables and types were, too.
  private var count = 0

  /// How many functions are read in one step: some tens of milliseconds.
  private static let stepLength = 500

  init(_ library: OpenLibrary) {
    header = library.knowledge.header
    information = library.debugDeclarations
    let known = header
    symbols = library.image.functionSymbols().filter { known.function(named: $0.name) == nil }
    variables = library.image.dynsym.exportedData().map(\.name)
      .filter { known.object(named: $0) == nil }
  }

  /// Reads on: functions first, with the types that they need, then variables and other types.
  ///
  /// - Returns: what is known now; nil when there was nothing left.
  mutating func step() -> DebugSlice? {
    guard count <= symbols.count, information.isPresent else { return nil }
    var news: [CDeclaration] = []
    if count < symbols.count {
      let some = symbols[count..<min(symbols.count, count + Self.stepLength)]
      take(information.declaring(functions: Array(some), over: header).header, &news)
      count += some.count
    } else {
      take(information.declaring(variables: variables, over: header), &news)
      take(information.declaring(types: nil, over: header), &news)
      count += 1
    }
    let percent = count > symbols.count ? 100 : 99 * count / symbols.count
    return DebugSlice(header: header, news: news, percent: percent)
  }

  private mutating func take(_ extended: CHeader, _ news: inout [CDeclaration]) {
    header = extended
    news += extended.declarations
  }
}

/// What is known after one step of reading debug information.
package struct DebugSlice: Sendable {
  /// What the library's profiles declare, and below them what debug information does so far.
  package var header: CHeader
  /// The declarations that came with the step.
  package var news: [CDeclaration]
  /// How much is read, of 100.
  package var percent: Int
}

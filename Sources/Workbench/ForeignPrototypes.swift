package import CLanguage
import DebugInfo
package import ELFModel

/// Prototypes from elsewhere than C headers, to be taken into a profile.
package struct ForeignPrototypes: Sendable {
  /// What the library exports of them, with the types that they need.
  package let selection: CSelection
  /// What could not be read, each in lines of its own.
  package let problems: [String]

  /// Those of an ltrace.conf(5).
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - image: the library.
  /// - Throws: ``TextFileError``.
  package init(ltrace path: String, exportedBy image: ELFImage) throws(TextFileError) {
    let text = try TextFile.read(path)
    let configuration = LtraceConfiguration(text)
    var header = CHeader()
    let damaged = header.declare(configuration.text, file: path)
    let exports = ExportedNames(image)
    selection = CSelection(of: header) { exports.contains($0) }
    problems =
      configuration.problems.map { $0.rendered(in: text, named: path) }
      + damaged.map { $0.rendered(in: configuration.text, named: "\(path), as C") }
  }

  /// Those that a library's debug information has.
  ///
  /// - Parameter library: an open library.
  /// - Throws: a text that says why there are none.
  package init(debugInformationOf library: OpenLibrary) throws(NoDebugInformation) {
    do { try library.debugDeclarations.open() } catch {
      throw NoDebugInformation(description: "\(library.image.profileName): \(error)")
    }
    let declared = library.debugDeclarations.declaring(
      functions: library.image.functionSymbols(), over: .standard)
    let exports = ExportedNames(library.image)
    selection = CSelection(of: declared.header) { exports.contains($0) }
    problems = declared.refusals.sorted { $0.key < $1.key }.map { "'\($0.key)' \($0.value)" }
  }
}

/// Why there is no debug information to take anything from.
package struct NoDebugInformation: Error, CustomStringConvertible, Sendable {
  package var description: String
}

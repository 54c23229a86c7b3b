package import CLanguage
package import ELFModel
package import SystemCompiler

/// System headers and the user's, read through the system's C compiler: the compiler carries out
/// what the preprocessor has to, and the declarations are read from what it leaves.
package struct ImportedHeader: Sendable {
  /// All that was declared, over C's own names; places name the original files and lines.
  package let header: CHeader
  /// What could not be read of it; the rest counts.
  package let problems: [Problem]
  /// The files that the request names and those that belong to them: their constants are part of
  /// the interface.
  package let ownFiles: Set<String>
  /// All files that were read.
  package let files: [String]
  /// The C library's own headers are read, so that no other header can be left to declare a type.
  private let isCLibrary: Bool

  /// A declaration that the compiler takes and that is not understood here.
  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    package var file: String
    /// With file, line and a caret.
    package var description: String
  }

  /// Reads headers.
  ///
  /// - Parameters:
  ///   - request: which, and how.
  ///   - lower: what they may use, and shadow.
  /// - Throws: ``CompilerError``, with the compiler's own messages when it refuses them.
  package init(_ request: HeaderRequest, over lower: CHeader = .standard) throws(CompilerError) {
    let text = CPreprocessedText(try HeaderPreprocessing.text(of: request))
    var header = CHeader(over: lower)
    let found = header.declare(text)
    let source = found.isEmpty ? "" : String(decoding: text.bytes, as: UTF8.self)
    problems = found.map { problem in
      let file = text.place(of: problem.range.start.offset)?.file ?? ""
      return Problem(file: file, description: problem.rendered(in: source, named: file))
    }
    header.define(try Self.expanded(text, request))
    header.spellPlainTypedefs()
    self.header = header
    files = text.files.map(\.name)
    let requested = Self.requestedFiles(of: text, count: request.includes.count)
    isCLibrary = requested.contains { Self.isStandard($0) }
    ownFiles = Self.ownFiles(of: text, requested)
  }

  /// The macros without parameters, each with what it expands to.
  private static func expanded(
    _ text: CPreprocessedText, _ request: HeaderRequest
  ) throws(CompilerError) -> [(macro: CPreprocessedText.Macro, expansion: String)] {
    let macros = text.macros.filter { !$0.hasParameters && !$0.replacement.isEmpty }
    let nested = macros.filter { $0.mayExpandFurther }
    guard !nested.isEmpty else { return macros.map { ($0, $0.replacement) } }
    let expansions = try HeaderPreprocessing.expansions(of: nested.map(\.name), in: request)
    let byName = Dictionary(
      zip(nested.map(\.name), expansions), uniquingKeysWith: { first, _ in first })
    return macros.map { ($0, byName[$0.name] ?? $0.replacement) }
  }

  // MARK: Files

  /// The files that our own lines include.
  private static func requestedFiles(of text: CPreprocessedText, count: Int) -> Set<String> {
    let top = text.files.filter { $0.includer == nil || $0.includer == "<stdin>" }
    return Set(top.map(\.name).filter { !$0.hasPrefix("<") && !$0.hasSuffix("/stdc-predef.h") })
  }

  /// The requested files, and what they include themselves that is no system header with a name of
  /// its own: `zconf.h` of `zlib.h`, not `stdio.h` of `png.h`.
  private static func ownFiles(of text: CPreprocessedText, _ requested: Set<String>) -> Set<String>
  {
    var own = requested
    for (name, includer) in text.files {
      guard let includer, own.contains(includer), !isStandard(name), !isCompilers(name) else {
        continue
      }
      own.insert(name)
    }
    return own
  }

  private static func isStandard(_ path: String) -> Bool {
    CHeader.isStandardHeader(path.split(separator: "/").last.map(String.init) ?? path)
      || CHeader.isStandardHeader(path.split(separator: "/").suffix(2).joined(separator: "/"))
  }

  /// Headers that come with the compiler: `/usr/lib/gcc/…/include/stddef.h`.
  private static func isCompilers(_ path: String) -> Bool {
    path.contains("/lib/gcc/") || path.contains("/lib/clang/") || path.contains("/bits/")
      || path.contains("/sys/") || path.contains("/asm") || path.contains("/linux/")
      || path.hasSuffix("/features.h")
  }

  // MARK: Choosing

  /// What a library exports of it, with every type that it needs and the constants of its files.
  ///
  /// - Parameters:
  ///   - image: the library.
  ///   - hasConstants: takes macros and enumerations that no type needs, too.
  /// - Returns: in the order of the headers.
  package func selection(exportedBy image: ELFImage, hasConstants: Bool = true) -> CSelection {
    let exports = ExportedNames(image)
    // Of the C library every header is its own, also one that C's names do not come from.
    let isCLibrary = isCLibrary || exports.isCLibrary
    var files = ownFiles
    if !isCLibrary { files.formUnion(exportingFiles(exports)) }
    return selection(isCLibrary) { declaration in
      switch declaration.kind {
      case .function, .object: exports.contains(declaration)
      case .macro(let expression, _) where !exports.containsAll(in: expression, header): false
      case .constant, .macro, .enumeration:
        !hasConstants
          ? false
          : isCLibrary ? !declaration.name.hasPrefix("_") : files.contains(declaration.file ?? "")
      case .typedef, .record: false
      }
    }
  }

  /// Everything that the files themselves declare, for when there is no library to ask.
  package var ownSelection: CSelection {
    selection(isCLibrary) { ownFiles.contains($0.file ?? "") }
  }

  private func selection(
    _ isCLibrary: Bool, where isWanted: (CDeclaration) -> Bool
  ) -> CSelection {
    CSelection(of: header, includes: isCLibrary ? .freestanding : .hosted, where: isWanted)
  }

  /// The files beyond the requested ones that declare what is exported.
  private func exportingFiles(_ exports: ExportedNames) -> Set<String> {
    var files: Set<String> = []
    for declaration in header.declarations {
      guard case .function = declaration.kind, exports.contains(declaration),
        let file = declaration.file, !Self.isStandard(file), !Self.isCompilers(file)
      else { continue }
      files.insert(file)
    }
    return files
  }
}

/// The names that a library exports, to look up many.
struct ExportedNames {
  private var functions: Set<String> = []
  private var others: Set<String> = []

  init(_ image: ELFImage) {
    for symbol in image.dynsym.symbols where symbol.isExported {
      let name = image.dynsym.name(of: symbol)
      if symbol.type.isCallable || symbol.type == .noType { functions.insert(name) }
      if !symbol.type.isCallable { others.insert(name) }
    }
  }

  /// Whether it is what every program has to be linked with.
  var isCLibrary: Bool { functions.isSuperset(of: ["fopen", "malloc", "strlen", "exit"]) }

  /// Whether the symbol of a function or object is among them.
  func contains(_ declaration: CDeclaration) -> Bool {
    guard declaration.storage != .static else { return false }
    let symbol = declaration.assemblerName ?? declaration.name
    switch declaration.kind {
    case .function: return functions.contains(symbol)
    case .object: return others.contains(symbol)
    case .typedef, .record, .enumeration, .constant, .macro: return false
    }
  }

  /// Whether the functions and objects that a macro names are among them.
  func containsAll(in expression: CExpression, _ header: CHeader) -> Bool {
    expression.names.allSatisfy { name, _ in
      guard let declaration = header.declaration(named: name) else { return true }
      switch declaration.kind {
      case .function, .object: return contains(declaration)
      case .typedef, .record, .enumeration, .constant, .macro: return true
      }
    }
  }
}

extension HeaderRequest.Include {
  /// What an argument means: a file when it is one, else a name for the compiler to find.
  package init(argument: String) {
    guard let path = TextFile.absolutePath(ofFile: argument) else {
      self = .name(argument)
      return
    }
    self = .file(path)
  }
}

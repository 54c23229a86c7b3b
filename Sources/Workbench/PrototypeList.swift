internal import CLanguage
internal import DebugInfo
internal import ELFModel
package import Evaluation

/// A prototype with its source, ready to be shown.
package struct ListedPrototype: Sendable, Hashable {
  package var name: String
  /// C with its semicolon, without what a profile's annotations say beside; nil when a source knows the
  /// function but gives no prototype that could be relied on.
  package var text: String?
  package var source: PrototypeSource
  /// The file that it stands in.
  package var file: String?
  package var line: Int?
  /// Why it is not enough for a call; follows the name.
  package var refusal: String?
  /// What less trusted sources say otherwise.
  package var disagreements: [PrototypeDisagreement] = []

  package init(
    name: String, text: String?, source: PrototypeSource, file: String? = nil, line: Int? = nil,
    refusal: String? = nil
  ) {
    self.name = name
    self.text = text
    self.source = source
    self.file = file
    self.line = line
    self.refusal = refusal
  }
}

extension OpenLibrary {
  /// What of the library's debug information could not be read.
  package var debugNotes: [String] {
    debugDeclarations.notes().map { "\(image.profileName): debug information: \($0)" }
  }

  /// The prototypes known of the library's functions, one a function, from its most trusted source.
  ///
  /// - Parameters:
  ///   - names: functions to look for; nil for all.
  ///   - sources: those that are asked.
  /// - Returns: sorted by name.
  package func prototypes(
    named names: Set<String>? = nil,
    from sources: Set<PrototypeSource> = Set(PrototypeSource.allCases)
  ) -> [ListedPrototype] {
    var found: [String: ListedPrototype] = [:]
    let printer = CPrinter(header: knowledge.header)
    for prototype in knowledge.prototypes where sources.contains(prototype.source) {
      let declaration = prototype.declaration
      guard names?.contains(declaration.name) ?? true else { continue }
      var listed = ListedPrototype(
        name: declaration.name, text: printer.text(of: declaration.withoutAnnotations),
        source: prototype.source, file: declaration.file, line: declaration.line)
      listed.disagreements = prototype.disagreements
      found[declaration.name] = listed
    }
    if let names {
      if sources.contains(.dwarf) { noteDebugDisagreements(with: names, in: &found) }
      if sources.contains(.mangled) { noteNameDisagreements(with: names, in: &found) }
    }
    if sources.contains(.dwarf) {
      let missing = names?.subtracting(found.keys)
      for prototype in debugPrototypes(named: missing) where found[prototype.name] == nil {
        found[prototype.name] = prototype
      }
    }
    if sources.contains(.mangled) {
      for prototype in mangledPrototypes(named: names) where found[prototype.name]?.text == nil {
        found[prototype.name] = prototype
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// What debug information says otherwise of functions that profiles know; asked of single
  /// functions only, since reading all of it takes its time.
  private func noteDebugDisagreements(
    with names: Set<String>, in found: inout [String: ListedPrototype]
  ) {
    let known = names.intersection(found.keys)
    guard !known.isEmpty else { return }
    let debug = debugDeclarations.declaring(
      functions: image.functionSymbols(named: known), over: .standard
    ).header
    for name in known.sorted() {
      guard let counted = knowledge.header.function(named: name),
        case .function(let type) = counted.kind, let other = debug.function(named: name),
        let disagreement = PrototypeDisagreement(
          type, in: knowledge.header, with: other, in: debug, source: .dwarf)
      else { continue }
      // Names of pointed-to types differ between headers and compilers all the time.
      if disagreement.isPassedDifferently { found[name]?.disagreements.append(disagreement) }
    }
  }

  /// What C++ names say otherwise of functions that profiles know.
  private func noteNameDisagreements(
    with names: Set<String>, in found: inout [String: ListedPrototype]
  ) {
    var mangled = MangledNames(image)
    for name in names.intersection(found.keys).sorted() {
      guard case .function(let type)? = knowledge.header.function(named: name)?.kind,
        let signature = mangled.signature(of: name),
        signature.contradicts(type, in: knowledge.header)
      else { continue }
      found[name]?.disagreements.append(PrototypeDisagreement(signature, of: name))
    }
  }

  /// Parameters from C++ names; what is not sure is a comment in front.
  private func mangledPrototypes(named names: Set<String>?) -> [ListedPrototype] {
    var mangled = MangledNames(image)
    return image.functionSymbols(named: names).compactMap { symbol in
      guard let signature = mangled.signature(of: symbol.name) else { return nil }
      return ListedPrototype(
        name: symbol.name, text: signature.text(named: symbol.name), source: .mangled,
        refusal: signature.refusal)
    }
  }

  private func debugPrototypes(named names: Set<String>?) -> [ListedPrototype] {
    if let names, names.isEmpty { return [] }
    let symbols = image.functionSymbols(named: names)
    let all = try? debugDeclarations.prototypes(
      of: symbols + Self.hidden(names, symbols), others: names == nil)
    return (all ?? []).map { prototype in
      ListedPrototype(
        name: prototype.name, text: prototype.text.map { $0 + ";" }, source: .dwarf,
        file: prototype.source?.file, line: prototype.source?.line, refusal: prototype.refusal)
    }
  }

  /// Functions that are asked for by name and not exported.
  private static func hidden(_ names: Set<String>?, _ exported: [FunctionSymbol])
    -> [FunctionSymbol]
  {
    (names ?? []).subtracting(exported.map(\.name)).sorted().map {
      FunctionSymbol(name: $0, address: nil)
    }
  }
}

extension CxxSignature {
  /// The prototype, with a comment for a result that the name does not tell.
  func text(named name: String) -> String {
    let line = declaration(named: name)
    guard result == nil, line.hasPrefix("RESULT ") else { return line }
    return "/* result unknown */ " + line.dropFirst(7)
  }

  /// Why a function's name is not enough to call it; follows the name.
  var refusal: String? {
    if let doubt { return doubt }
    return result == nil ? "has a result that its C++ name does not tell" : nil
  }
}

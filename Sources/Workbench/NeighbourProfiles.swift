import CLanguage
import ELFModel
import Profiles

/// Profiles of the libraries that the opened one needs or was loaded with.
///
/// What a library calls is loaded with it and can be called too: `puts` in a callback for SQLite.
/// They are read when a name turns up that nothing else declares.
struct NeighbourProfiles {
  private let own: ELFImage
  private let names: [String]
  private var headers: [CHeader]?

  /// - Parameters:
  ///   - image: the library; its own profiles are known already.
  ///   - preloaded: libraries loaded before it.
  init(of image: ELFImage, preloaded: [ELFImage]) {
    own = image
    // A library that names none still runs beside the C library.
    let all =
      preloaded.map(\.profileName) + image.needed + preloaded.flatMap(\.needed) + ["libc.so.6"]
    var seen: Set<String> = [image.profileName]
    names = all.filter { seen.insert($0).inserted }
  }

  /// Declares what a text names, a header does not know, and the library does not export.
  ///
  /// - Returns: a header over that one; nil when the profiles do not know either.
  mutating func declaring(namesIn text: String, over header: CHeader) -> CHeader? {
    let words = StatementNames(text)
    var unknown = words.names.union(words.types).filter {
      header.declaration(named: $0) == nil && header.kind(ofTag: $0) == nil
        && own.dynsym.exports(named: $0).isEmpty
    }
    guard !unknown.isEmpty else { return nil }
    var result = CHeader(over: header)
    for neighbour in loaded() {
      let wanted = unknown.filter {
        neighbour.declaration(named: $0) != nil || neighbour.kind(ofTag: $0) != nil
      }
      if wanted.isEmpty { continue }
      let pieces = Self.pieces(of: neighbour, wanted, words.types)
      for (declaration, piece) in pieces where !Self.isKnown(declaration, in: result) {
        _ = result.declare(piece, file: declaration.file)
      }
      unknown = unknown.filter {
        result.declaration(named: $0) == nil && result.kind(ofTag: $0) == nil
      }
    }
    return result.declarations.isEmpty ? nil : result
  }

  private mutating func loaded() -> [CHeader] {
    if let headers { return headers }
    let store = ProfileStore.standard()
    let read = names.flatMap { store.lookUp($0).profiles.map(\.header) }
    headers = read
    return read
  }

  /// Functions, variables, types and constants of those names, and the types that they need.
  private static func pieces(
    of header: CHeader, _ names: Set<String>, _ types: Set<String>
  ) -> [(declaration: CDeclaration, text: String)] {
    let selection = CSelection(of: header) { declaration in
      if case .record = declaration.kind, !types.contains(declaration.name) { return false }
      return names.contains(declaration.name)
    }
    return CSelectionText.pieces(of: selection)
  }

  /// What the session says of a name stands.
  private static func isKnown(_ declaration: CDeclaration, in header: CHeader) -> Bool {
    switch declaration.kind {
    case .record(let name): declaration.isDefinition && header.definition(of: name) != nil
    case .enumeration: !declaration.name.isEmpty && header.kind(ofTag: declaration.name) != nil
    case .function, .object, .typedef, .constant, .macro:
      header.declaration(named: declaration.name) != nil
    }
  }
}

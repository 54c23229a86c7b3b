import CLanguage
import ELFModel
import Evaluation

/// Finds which symbol of which library a name at the console means.
///
/// A name is looked for in the library, in those loaded before it, and in those that they need, in
/// this order; it may say which version or library is meant: `memcpy@GLIBC_2.2.5`,
/// `crc32@libz.so.1`, `z::crc32`. A name of C++ means the symbol that is demangled to it.
final class SymbolSearch {
  /// What a name means.
  struct Found {
    var image: ELFImage
    /// As the dynamic linker knows it.
    var symbol: String
    /// Which of several; nil for the default one.
    var version: String?
    var isCallable: Bool
    /// What it could mean, when it is not clear which.
    var rivals: [SymbolRival] = []
  }

  private let own: [ELFImage]
  private var others: [ELFImage]?
  private var foreign: [String: ELFImage] = [:]
  private var known: [String: Found] = [:]
  /// What names of C++ were found to mean, or not to.
  private var demangled: [String: Found?] = [:]

  /// - Parameter images: the library, then those loaded before it.
  init(images: [ELFImage]) { own = images }

  /// What a name means; nil when it is no symbol.
  ///
  /// At last `mappedFiles` is asked for the paths of what the live process has loaded.
  func find(_ name: String, mappedFiles: () -> [String]) -> Found? {
    if let found = known[name] { return found }
    let (library, base, qualifier) = Self.parts(of: name)
    let found =
      find(base, qualifier, library, in: own)
      ?? find(base, qualifier, library, in: dependencies())
      ?? demangledSymbol(name)
      ?? find(base, qualifier, library, in: loaded(mappedFiles()))
    if let found { known[name] = found }
    return found
  }

  /// `library::base@qualifier`.
  private static func parts(of name: String) -> (library: String?, String, qualifier: String?) {
    var base = name
    var library: String?
    let scopes = name.split(separator: "::", omittingEmptySubsequences: false)
    if scopes.count == 2 { (library, base) = (String(scopes[0]), String(scopes[1])) }
    guard let at = base.firstIndex(of: "@") else { return (library, base, nil) }
    let qualifier = base[at...].drop { $0 == "@" }
    return (library, String(base[..<at]), String(qualifier))
  }

  private func find(
    _ base: String, _ qualifier: String?, _ library: String?, in images: [ELFImage]
  ) -> Found? {
    for image in images where library.map({ Self.isName($0, of: image) }) ?? true {
      let symbols = image.dynsym.exports(named: base)
      guard !symbols.isEmpty else { continue }
      guard let qualifier else { return choice(symbols, base, in: image) }
      if let symbol = symbols.first(where: { image.dynsym.version(of: $0) == qualifier }) {
        return found(symbol, base, version: qualifier, in: image)
      }
      if Self.isName(qualifier, of: image) { return choice(symbols, base, in: image) }
    }
    return nil
  }

  /// The default version; one that stands alone; else the user has to say which.
  private func choice(_ symbols: [Symbol], _ base: String, in image: ELFImage) -> Found? {
    let table = image.dynsym
    if let symbol = symbols.first(where: { $0.isDefaultVersion || table.version(of: $0) == nil }) {
      return found(symbol, base, version: nil, in: image)
    }
    guard let last = symbols.last else { return nil }
    var result = found(last, base, version: table.version(of: last), in: image)
    if symbols.count > 1 {
      result.rivals = symbols.compactMap { table.version(of: $0) }.map { version in
        SymbolRival(symbol: "\(base)@\(version)", spelling: "\(base)@\(version)")
      }
    }
    return result
  }

  private func found(
    _ symbol: Symbol, _ base: String, version: String?, in image: ELFImage
  ) -> Found {
    Found(
      image: image, symbol: base, version: version,
      isCallable: symbol.type.isCallable || symbol.type == .noType)
  }

  /// The SONAME, the file's name, or the short name: `libz.so.1`, `libz`, `z`.
  private static func isName(_ name: String, of image: ELFImage) -> Bool {
    let file = image.path.split(separator: "/").last.map { String($0) } ?? image.path
    return [image.profileName, file].contains { full in
      let short = full.split(separator: ".").first.map { String($0) } ?? full
      return name == full || name == short || "lib" + name == short
    }
  }

  // MARK: Other libraries

  /// What the libraries need, breadth first, as the dynamic linker looks.
  private func dependencies() -> [ELFImage] {
    if let others { return others }
    var found: [ELFImage] = []
    var names = own.flatMap(\.needed)
    var seen = Set(own.map(\.profileName))
    while !names.isEmpty {
      let name = names.removeFirst()
      guard seen.insert(name).inserted, let image = try? LibraryFile.read(name, tables: [.dynsym])
      else { continue }
      found.append(image)
      names += image.needed
    }
    others = found
    return found
  }

  private func loaded(_ paths: [String]) -> [ELFImage] {
    paths.compactMap { path in
      if let image = foreign[path] { return image }
      guard let image = try? LibraryFile.read(path, tables: [.dynsym]) else { return nil }
      foreign[path] = image
      return image
    }
  }

  // MARK: C++

  /// A symbol and what it is called in C++.
  private struct Demangled {
    var image: ELFImage
    var symbol: String
    var text: String
    var isCallable: Bool

    var signature: String {
      CxxName.normalized(CxxName.signature(ofDemangled: text))
    }

    /// Builds or ends no complete object: a base in a larger one (C2, D2), or one that is then
    /// freed (D0).
    var isPartial: Bool { ["C2E", "D2E", "D0E"].contains { symbol.contains($0) } }
  }

  /// The symbol whose demangled name, with its parameters or without, is this one.
  ///
  /// What the libraries need is looked at when they themselves have no such symbol.
  private func demangledSymbol(_ name: String) -> Found? {
    guard name.contains("::") || name.contains("(") else { return nil }
    if let known = demangled[name] { return known }
    let wanted = CxxName.normalized(name)
    let found =
      choice(Self.exports(of: own, called: wanted))
      ?? choice(Self.exports(of: dependencies(), called: wanted))
    demangled[name] = .some(found)
    return found
  }

  /// Exported symbols that are demangled to a name.
  ///
  /// A mangled name spells out every identifier in it: only those with the name's last one are
  /// demangled.
  private static func exports(of images: [ELFImage], called wanted: String) -> [Demangled] {
    var found: [Demangled] = []
    var demangler = SymbolDemangler()
    let identifier = Array(CxxName.lastIdentifier(of: wanted).utf8)
    for image in images {
      for symbol in image.dynsym.symbols where symbol.isExported {
        let bytes = image.dynsym.nameBytes(of: symbol)
        guard bytes.starts(with: [0x5f, 0x5a]), contains(bytes, identifier) else { continue }
        let mangled = image.dynsym.name(of: symbol)
        guard let text = demangler.demangle(mangled),
          CxxName.spellings(ofDemangled: text).contains(wanted)
        else { continue }
        found.append(
          Demangled(
            image: image, symbol: mangled, text: text, isCallable: symbol.type.isCallable))
      }
    }
    return found
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// A symbol as people read it: of a function of C++ its name, without its parameters.
  static func readableName(of symbol: String) -> String {
    var demangler = SymbolDemangler()
    guard symbol.hasPrefix("_Z"), let text = demangler.demangle(symbol) else { return symbol }
    return CxxName.spellings(ofDemangled: text).first ?? text
  }

  private func choice(_ symbols: [Demangled]) -> Found? {
    var whole = symbols.filter { !$0.isPartial }
    // libstdc++ has all of std::string twice; the one that the compilers of today mean has this name.
    let modern = whole.filter { $0.text.contains("__cxx11") }
    if modern.count == 1, Set(whole.map(\.signature)).count == 1 { whole = modern }
    guard let chosen = whole.first ?? symbols.first else { return nil }
    var found = Found(
      image: chosen.image, symbol: chosen.symbol, version: nil, isCallable: chosen.isCallable)
    if whole.count > 1 {
      found.rivals = whole.map { rival in
        SymbolRival(
          symbol: rival.symbol, spelling: "'\(CxxName.signature(ofDemangled: rival.text))'")
      }
    }
    return found
  }
}

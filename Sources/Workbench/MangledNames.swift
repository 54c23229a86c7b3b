package import CLanguage
package import ELFModel
internal import ELFReader

/// What the mangled C++ names of a library's symbols say of its functions.
package struct MangledNames: ~Copyable {
  /// The file of declarations that come from names.
  static let source = "C++ name"

  private var demangler = NameDemangler()
  private let exports: SymbolTable
  /// Qualified names that are surely those of classes, once they were needed.
  private var classes: Set<String>?

  package init(_ image: ELFImage) { exports = image.exports }

  /// The signature of one function; nil when its name tells nothing.
  package mutating func signature(of name: String) -> CxxSignature? {
    guard name.hasPrefix("_Z"), let text = demangler.demangle(name) else { return nil }
    let known = classes ?? classNames()
    classes = known
    return CxxSignature(demangled: text, mangled: name) { known.contains($0) }
  }

  /// Virtual tables, type information, constructors and destructors are of classes only.
  private mutating func classNames() -> Set<String> {
    var names: Set<String> = []
    for symbol in exports.symbols {
      let name = exports.name(of: symbol)
      guard name.hasPrefix("_Z") else { continue }
      let isTable = ["_ZTV", "_ZTI", "_ZTS"].contains(where: name.hasPrefix)
      let isStructor = ["C1", "C2", "D0", "D1", "D2"].contains { name.contains($0) }
      guard isTable || isStructor, let text = demangler.demangle(name) else { continue }
      if isTable {
        for prefix in ["vtable for ", "typeinfo for ", "typeinfo name for "]
        where text.hasPrefix(prefix) {
          names.insert(String(text.dropFirst(prefix.count)))
        }
      } else if let owner = Self.owner(ofStructor: text) {
        names.insert(owner)
      }
    }
    return names
  }

  /// `ns::Shape` of `ns::Shape::~Shape()`.
  private static func owner(ofStructor text: String) -> String? {
    guard let open = text.firstIndex(of: "("),
      let colons = text[..<open].lastIndex(of: ":"), colons > text.startIndex
    else { return nil }
    let owner = text[..<text.index(before: colons)]
    var last = text[text.index(after: colons)..<open]
    if last.first == "~" { last = last.dropFirst() }
    let tail = owner.lastIndex(of: ":").map { owner[owner.index(after: $0)...] } ?? owner
    return tail.prefix { $0 != "<" } == last ? String(owner) : nil
  }
}

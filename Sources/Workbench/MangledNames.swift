package import CLanguage
package import ELFModel
internal import ELFReader

/// What the mangled C++ names of a library's symbols say of its functions.
package struct MangledNames: ~Copyable {
  /// The file of declarations that come from names.
  static let source = "C++ name"

  private var demangler = NameDemangler()
  private let exports: SymbolTable
  /// Qualified names that are surely those of classes, read when first needed.
  private var classes: Set<String>?

  package init(_ image: ELFImage) { exports = image.exports }

  /// The signature of one function; nil when its name tells nothing.
  package mutating func signature(of name: String) -> CxxSignature? {
    guard name.hasPrefix("_Z"), let text = demangler.demangle(name) else { return nil }
    var known = classes
    defer { classes = known }
    return CxxSignature(demangled: text, mangled: name) { scope in
      let names = known ?? Self.classNames(in: exports)
      known = names
      return names.contains(scope)
    }
  }

  /// Virtual tables, type information, constructors and destructors are of classes only.
  private static func classNames(in exports: SymbolTable) -> Set<String> {
    var demangler = NameDemangler()
    var names: Set<String> = []
    for symbol in exports.symbols {
      exports.nameBytes(of: symbol).withUnsafeBufferPointer { name in
        guard let kind = ClassSymbol(name) else { return }
        let owner = demangler.withDemangled(name) { kind.owner(in: $0) }
        if case .some(.some(let owner)) = owner { names.insert(owner) }
      }
    }
    return names
  }
}

/// A symbol that only classes have (Itanium C++ ABI, sections 5.1.4.2 and 5.1.4.4).
private enum ClassSymbol {
  /// A virtual table or type information.
  case table
  /// A constructor or destructor, as far as the mangled name tells.
  case structor

  init?(_ mangled: UnsafeBufferPointer<UInt8>) {
    guard mangled.count > 4, mangled[0] == UInt8(ascii: "_"), mangled[1] == UInt8(ascii: "Z") else {
      return nil
    }
    if mangled[2] == UInt8(ascii: "T") {
      guard [UInt8(ascii: "V"), UInt8(ascii: "I"), UInt8(ascii: "S")].contains(mangled[3]) else {
        return nil
      }
      self = .table
    } else if mangled[2] == UInt8(ascii: "N"), Self.hasStructor(mangled) {
      self = .structor
    } else {
      return nil
    }
  }

  /// `C1`, `C2`, `D0`, `D1` or `D2` before the end of the name or template arguments.
  private static func hasStructor(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 3..<(name.count - 2)
    where name[index + 2] == UInt8(ascii: "E") || name[index + 2] == UInt8(ascii: "I") {
      switch (name[index], name[index + 1]) {
      case (UInt8(ascii: "C"), UInt8(ascii: "1")...UInt8(ascii: "2")): return true
      case (UInt8(ascii: "D"), UInt8(ascii: "0")...UInt8(ascii: "2")): return true
      default: break
      }
    }
    return false
  }

  /// The qualified name of the class.
  func owner(in demangled: UnsafeBufferPointer<UInt8>) -> String? {
    switch self {
    case .table:
      for prefix in ["vtable for ", "typeinfo for ", "typeinfo name for "]
      where demangled.starts(with: prefix.utf8) {
        return String(decoding: demangled.dropFirst(prefix.utf8.count), as: UTF8.self)
      }
      return nil
    case .structor: return Self.owner(ofStructor: demangled)
    }
  }

  /// `ns::Shape` of `ns::Shape::~Shape()`.
  private static func owner(ofStructor text: UnsafeBufferPointer<UInt8>) -> String? {
    let colon = UInt8(ascii: ":")
    guard let open = text.firstIndex(of: UInt8(ascii: "(")),
      let colons = text[..<open].lastIndex(of: colon), colons > 1
    else { return nil }
    let owner = text[..<(colons - 1)]
    var last = text[(colons + 1)..<open]
    if last.first == UInt8(ascii: "~") { last = last.dropFirst() }
    let tail = owner.lastIndex(of: colon).map { owner[($0 + 1)...] } ?? owner
    guard tail.prefix(while: { $0 != UInt8(ascii: "<") }).elementsEqual(last) else { return nil }
    return String(decoding: owner, as: UTF8.self)
  }
}

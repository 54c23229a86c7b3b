/// The language that a symbol's name was mangled by.
package enum SymbolLanguage: String, Hashable, Sendable, CaseIterable {
  case cPlusPlus = "C++"
  case rust = "Rust"
  case swift = "Swift"
  case d = "D"

  /// Judges by how the name starts; nil for names that are not mangled, as in C.
  ///
  /// Sources: Itanium C++ ABI (`_Z`), Rust RFC 2603 (`_R`) and its older form, which is a C++ name
  /// that ends in `17h` and sixteen hexadecimal digits, Swift's `docs/ABI/Mangling.rst` (`$s`,
  /// `$S`, `_T0`), D's "Name Mangling" (`_D` and a length).
  package init?(mangled name: ArraySlice<UInt8>) {
    let isRustHash =
      name.count > 23 && name.suffix(20).starts(with: "17h".utf8) && name.last == 0x45
    if name.starts(with: "_ZN".utf8), isRustHash {
      self = .rust
    } else if name.starts(with: "_Z".utf8) {
      self = .cPlusPlus
    } else if name.starts(with: "_R".utf8), name.count > 2, Self.startsRust(name.dropFirst(2)) {
      self = .rust
    } else if ["$s", "$S", "_$s", "_$S", "_T0"].contains(where: { name.starts(with: $0.utf8) }) {
      self = .swift
    } else if name.starts(with: "_D".utf8), let digit = name.dropFirst(2).first,
      (0x31...0x39).contains(digit)
    {
      self = .d
    } else {
      return nil
    }
  }

  /// A path follows: `C`, `M`, `X`, `Y`, `N`, `I` or `B`, after a version number if there is one.
  private static func startsRust(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.drop(while: { (0x30...0x39).contains($0) }).first else { return false }
    return "CMXYNIB".utf8.contains(first)
  }
}

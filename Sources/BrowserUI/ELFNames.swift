import ELFModel

/// What kind of thing a symbol names, for people.
func kindName(_ symbol: Symbol) -> String {
  switch symbol.type {
  case .noType: "of no declared type"
  case .object: "data"
  case .function: "function"
  case .section: "section"
  case .file: "file name"
  case .common: "common data"
  case .threadLocal: "thread-local data"
  case .indirectFunction: "indirect function: a resolver picks the code when it is loaded"
  default: "type \(symbol.type.rawValue)"
  }
}

/// The letter of a symbol's kind in the list.
func kindLetter(_ symbol: Symbol) -> String {
  guard symbol.isDefined else { return "U" }
  switch symbol.type {
  case .function: return "F"
  case .indirectFunction: return "I"
  case .object, .common: return "D"
  case .threadLocal: return "T"
  default: return "?"
  }
}

/// The name of a binding (`STB_…`).
func bindingName(_ binding: SymbolBinding) -> String {
  switch binding {
  case .local: "LOCAL"
  case .global: "GLOBAL"
  case .weak: "WEAK"
  case .unique: "UNIQUE"
  default: "binding \(binding.rawValue)"
  }
}

/// The name of a visibility (`STV_…`).
func visibilityName(_ visibility: SymbolVisibility) -> String {
  switch visibility {
  case .default: "DEFAULT"
  case .internal: "INTERNAL"
  case .hidden: "HIDDEN"
  case .protected: "PROTECTED"
  }
}

extension SymbolLanguage {
  /// Three letters for the list.
  var badge: String {
    switch self {
    case .cPlusPlus: "C++"
    case .rust: "Rus"
    case .swift: "Swi"
    case .d: "D  "
    }
  }
}

/// `0x2a10`.
func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

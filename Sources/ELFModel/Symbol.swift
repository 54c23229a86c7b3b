/// One entry of a symbol table (`Elf64_Sym`), its names still in the table's bytes.
package struct Symbol: Hashable, Sendable {
  // Ordered so that one takes 32 bytes: half a million of them are held at once.

  /// `st_value`.
  package var value: UInt64
  /// `st_size`, in bytes.
  package var size: UInt64
  /// `st_name`: where the name starts in the table's string bytes.
  package var nameOffset: UInt32
  package var section: SymbolSection
  package var type: SymbolType
  package var binding: SymbolBinding
  package var visibility: SymbolVisibility
  /// Index of the version in the table's version names; 0 for none.
  package var versionIndex: UInt16
  /// The version is the default one (`name@@VERSION`): what a new program would link.
  package var isDefaultVersion: Bool

  package init(
    nameOffset: UInt32, value: UInt64, size: UInt64, type: SymbolType, binding: SymbolBinding,
    visibility: SymbolVisibility, section: SymbolSection, versionIndex: UInt16,
    isDefaultVersion: Bool
  ) {
    self.nameOffset = nameOffset
    self.value = value
    self.size = size
    self.type = type
    self.binding = binding
    self.visibility = visibility
    self.section = section
    self.versionIndex = versionIndex
    self.isDefaultVersion = isDefaultVersion
  }

  /// Defined here, not imported (`st_shndx` is not `SHN_UNDEF`).
  package var isDefined: Bool {
    if case .undefined = section { false } else { true }
  }

  /// Defined and visible to other modules: what a library exports.
  package var isExported: Bool {
    // By number: this is asked of every symbol, and comparing numbers takes no call.
    let number = binding.rawValue
    return isDefined && (number == 1 || number == 2 || number == 10)
  }
}

/// `ELF64_ST_TYPE`.
package struct SymbolType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// `STT_NOTYPE`.
  package static let noType = SymbolType(rawValue: 0)
  /// `STT_OBJECT`.
  package static let object = SymbolType(rawValue: 1)
  /// `STT_FUNC`.
  package static let function = SymbolType(rawValue: 2)
  /// `STT_SECTION`.
  package static let section = SymbolType(rawValue: 3)
  /// `STT_FILE`.
  package static let file = SymbolType(rawValue: 4)
  /// `STT_COMMON`.
  package static let common = SymbolType(rawValue: 5)
  /// `STT_TLS`.
  package static let threadLocal = SymbolType(rawValue: 6)
  /// `STT_GNU_IFUNC`.
  package static let indirectFunction = SymbolType(rawValue: 10)

  /// The name that GNU `readelf` prints in a file of this `EI_OSABI`; nil for a type that has none.
  package func name(osABI: UInt8) -> StaticString? {
    switch rawValue {
    case 0: "NOTYPE"
    case 1: "OBJECT"
    case 2: "FUNC"
    case 3: "SECTION"
    case 4: "FILE"
    case 5: "COMMON"
    case 6: "TLS"
    // A GNU extension: for other systems 10 means something else. (None, GNU, FreeBSD.)
    case 10 where osABI == 0 || osABI == 3 || osABI == 9: "IFUNC"
    default: nil
    }
  }

  /// Code that can be called.
  package var isCallable: Bool { rawValue == 2 || rawValue == 10 }
}

/// `ELF64_ST_BIND`.
package struct SymbolBinding: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// `STB_LOCAL`.
  package static let local = SymbolBinding(rawValue: 0)
  /// `STB_GLOBAL`.
  package static let global = SymbolBinding(rawValue: 1)
  /// `STB_WEAK`.
  package static let weak = SymbolBinding(rawValue: 2)
  /// `STB_GNU_UNIQUE`.
  package static let unique = SymbolBinding(rawValue: 10)

  /// The name that GNU `readelf` prints in a file of this `EI_OSABI`; nil for one that has none.
  package func name(osABI: UInt8) -> StaticString? {
    switch rawValue {
    case 0: "LOCAL"
    case 1: "GLOBAL"
    case 2: "WEAK"
    // A GNU extension, and marked as such in the file's header by the GNU linkers.
    case 10 where osABI == 3: "UNIQUE"
    default: nil
    }
  }
}

/// `ELF64_ST_VISIBILITY`.
package enum SymbolVisibility: UInt8, Hashable, Sendable {
  /// `STV_DEFAULT`.
  case `default` = 0
  /// `STV_INTERNAL`.
  case `internal` = 1
  /// `STV_HIDDEN`.
  case hidden = 2
  /// `STV_PROTECTED`.
  case protected = 3

  /// The name that `readelf` prints.
  package var name: StaticString {
    switch self {
    case .default: "DEFAULT"
    case .internal: "INTERNAL"
    case .hidden: "HIDDEN"
    case .protected: "PROTECTED"
    }
  }
}

/// `st_shndx`, with the extended index already looked up.
package enum SymbolSection: Hashable, Sendable {
  /// `SHN_UNDEF`.
  case undefined
  /// `SHN_ABS`.
  case absolute
  /// `SHN_COMMON`.
  case common
  case index(UInt32)
}
